//! Penjagaan: who becomes eligible or due when, under each service of the office that is watched.
//! It never keeps anything of its own: everything follows from the register and the law at the moment asked.
#![warn(missing_docs)]

mod berkas;
mod kalender;
mod page;
pub mod rule;
#[allow(missing_docs)] // plain values of pages, named by what they show
pub mod view;

#[cfg(test)]
mod tests;

use host::{Action, Answer, Ctx, MenuItem, Method, Module, Route};
use web::Icon;

/// The face: pages, menu. There are no tables and no statements: lists follow from the register.
pub const fn module() -> Module {
    Module { name: "penjagaan", routes: ROUTES, menu: MENU, ..Module::EMPTY }
}

const fn get(path: &'static str, action: Action, handler: fn(&mut Ctx) -> Answer) -> Route {
    Route { method: Method::Get, path, action: Some(action), handler }
}

// Lists of people leave the house as files through the same action as every other list.
const ROUTES: &[Route] = &[
    get("/penjagaan", Action::Penjagaan, page::daftar),
    get("/penjagaan/kalender.ics", Action::Ekspor, page::ics),
    get("/penjagaan/unduh.csv", Action::Ekspor, page::csv),
    get("/penjagaan/unduh.xlsx", Action::Ekspor, page::xlsx),
];

const MENU: &[MenuItem] = &[MenuItem {
    group: "",
    label: "Penjagaan",
    href: "/penjagaan",
    icon: Icon::Jam,
    action: Action::Penjagaan,
    key: None,
    phone: None,
}];
