//! Receipts of the law: stored for a person, read again as they were, and queued when something they rest
//! on was corrected, until somebody closes the item with an outcome and a reason.

mod kata;
mod page;
mod tugas;
#[allow(missing_docs)] // plain values of pages, named by what they show
pub mod view;

#[cfg(test)]
mod tests;

use host::{Action, MenuItem, Method, Module, Route};
use web::Icon;

/// The face: pages and menu. Its statements are those of the ground floor.
pub fn module() -> Module {
    Module {
        name: "bukti",
        routes: ROUTES,
        menu: MENU,
        tugas: &[crate::tugas::tinjau_ulang],
        ..Module::EMPTY
    }
}

const BACA: Option<Action> = Some(Action::LihatPegawai);
const CATAT: Option<Action> = Some(Action::Catat);
const ROUTES: &[Route] = &[
    Route { method: Method::Get, path: "/pegawai/{id}/bukti", action: BACA, handler: page::daftar },
    Route { method: Method::Post, path: "/pegawai/{id}/bukti", action: CATAT, handler: page::simpan },
    Route { method: Method::Get, path: "/pegawai/{id}/bukti/{entri}", action: BACA, handler: page::satu },
    Route {
        method: Method::Post,
        path: "/pegawai/{id}/bukti/{entri}/tinjau",
        action: Some(Action::TutupTinjau),
        handler: page::tutup,
    },
    Route {
        method: Method::Get,
        path: "/tinjau-ulang",
        action: Some(Action::Penjagaan),
        handler: page::tinjau,
    },
];

const MENU: &[MenuItem] = &[MenuItem {
    group: "Tata kelola",
    label: "Tinjau ulang",
    href: "/tinjau-ulang",
    icon: Icon::Sinkron,
    action: Action::Penjagaan,
    key: None,
    phone: None,
}];
