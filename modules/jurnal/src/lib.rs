//! The journal on screen: how long it is, which head it has, whether everything still fits, and what
//! was recorded last.
#![warn(missing_docs)]

mod api;
mod check;
mod page;
mod rule;
mod store;
#[allow(missing_docs)] // plain values of pages, named by what they show
pub mod view;

#[cfg(test)]
mod tests;

use host::{Action, MenuItem, Method, Module, Route};
use web::Icon;

/// The face: pages, menu, statements.
pub fn module() -> Module {
    Module { name: "jurnal", routes: ROUTES, menu: MENU, statements: store::ALL, ..Module::EMPTY }
}

const JURNAL: Option<Action> = Some(Action::Jurnal);
const ROUTES: &[Route] = &[
    Route { method: Method::Get, path: "/jurnal", action: JURNAL, handler: page::home },
    Route { method: Method::Post, path: "/jurnal/periksa", action: JURNAL, handler: page::begin_check },
    Route { method: Method::Get, path: "/jurnal/{instansi}/{seq}", action: JURNAL, handler: page::entry },
    Route { method: Method::Api(&api::HEADS), path: "/api/v1/jurnal", action: JURNAL, handler: api::heads },
    Route {
        method: Method::Api(&api::ENTRIES),
        path: "/api/v1/jurnal/{instansi}",
        action: JURNAL,
        handler: api::entries,
    },
];

const MENU: &[MenuItem] = &[MenuItem {
    group: "Tata kelola",
    label: "Jurnal",
    href: "/jurnal",
    icon: Icon::Rantai,
    action: Action::Jurnal,
    key: Some('j'),
    phone: None,
}];
