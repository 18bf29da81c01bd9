//! Kelola: what an empty node still lacks until people can work on it, and how old its last backup is.
#![warn(missing_docs)]

mod page;
pub mod rule;
mod store;
pub mod view;

#[cfg(test)]
mod tests;

use host::{Action, Answer, Ctx, MenuItem, Method, Module, Route};
use web::Icon;

/// The face: pages, menu, statements.
pub fn module() -> Module {
    Module { name: "kelola", routes: ROUTES, menu: MENU, statements: store::ALL, ..Module::EMPTY }
}

const fn route(method: Method, path: &'static str, handler: fn(&mut Ctx) -> Answer) -> Route {
    Route { method, path, action: Some(Action::Kelola), handler }
}

const ROUTES: &[Route] = &[
    route(Method::Get, "/langkah-pertama", page::first_steps),
    route(Method::Get, "/langkah-pertama/riwayat-lengkap", page::complete),
    route(Method::Post, "/langkah-pertama/riwayat-lengkap", page::declare_complete),
];

const MENU: &[MenuItem] = &[MenuItem {
    group: "Tata kelola",
    label: "Langkah pertama",
    href: "/langkah-pertama",
    icon: Icon::Naik,
    action: Action::Kelola,
    key: None,
    phone: None,
}];
