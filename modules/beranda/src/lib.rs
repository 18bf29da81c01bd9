//! Home and search: four figures, what waits, what falls due; anybody and anything by a few letters.
#![warn(missing_docs)]

mod page;
pub mod rule;
mod store;

#[cfg(test)]
mod tests;

use host::{Action, MenuItem, Method, Module, Route};
use web::Icon;

/// The face: pages, menu, statements.
pub fn module() -> Module {
    Module { name: "beranda", routes: ROUTES, menu: MENU, statements: store::ALL, ..Module::EMPTY }
}

const ROUTES: &[Route] = &[
    Route { method: Method::Get, path: "/", action: Some(Action::Beranda), handler: page::home },
    Route { method: Method::Get, path: "/cari", action: Some(Action::Cari), handler: page::search },
];

const MENU: &[MenuItem] = &[MenuItem {
    group: "",
    label: "Beranda",
    href: "/",
    icon: Icon::Rumah,
    action: Action::Beranda,
    key: Some('b'),
    phone: Some("Beranda"),
}];
