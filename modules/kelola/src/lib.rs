//! Kelola: what an empty node still lacks until people can work on it, and how old its last backup is.
#![warn(missing_docs)]

mod page;
pub mod rule;
mod store;
pub mod view;

#[cfg(test)]
mod tests;

use host::{Action, MenuItem, Method, Module, Route};
use web::Icon;

/// The face: pages, menu, statements.
pub fn module() -> Module {
    Module { name: "kelola", routes: ROUTES, menu: MENU, statements: store::ALL }
}

const ROUTES: &[Route] = &[Route {
    method: Method::Get,
    path: "/langkah-pertama",
    action: Some(Action::Kelola),
    handler: page::first_steps,
}];

const MENU: &[MenuItem] = &[MenuItem {
    group: "Tata kelola",
    label: "Langkah pertama",
    href: "/langkah-pertama",
    icon: Icon::Naik,
    action: Action::Kelola,
    key: None,
    phone: None,
}];
