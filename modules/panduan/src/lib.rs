//! Panduan: a short guide for every page, written in docs/buku and built into the program.
#![warn(missing_docs)]

pub mod buku;
mod page;
pub mod render;
pub mod view;

#[cfg(test)]
mod tests;

use host::{Action, Method, Module, Route};

/// The face: pages. Guides are reached from the page they are about, so none stands in the menu.
pub fn module() -> Module {
    Module { name: "panduan", routes: ROUTES, ..Module::EMPTY }
}

const ROUTES: &[Route] = &[
    Route { method: Method::Get, path: "/panduan", action: Some(Action::Panduan), handler: page::all },
    Route {
        method: Method::Get,
        path: "/panduan/{halaman}",
        action: Some(Action::Panduan),
        handler: page::guide,
    },
];
