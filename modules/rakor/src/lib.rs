//! Rakor: coordination meetings whose decisions are bound to figures. What happened stands in the journals
//! ([`isi`]), what a rakor is now is folded from it ([`rule`]); before, during and after are pages.
#![warn(missing_docs)]

pub mod isi;
pub mod kabar;
pub mod naskah;
mod page;
pub mod rule;
pub mod store;
pub mod templat;
pub mod tugas;
pub mod ukuran;
pub mod view;

#[cfg(test)]
mod tests;

use host::{Action, MenuItem, Module, Route};
use std::sync::LazyLock;
use web::Icon;

/// The face: pages and menu.
pub fn module() -> Module {
    Module {
        name: "rakor",
        routes: &ROUTES,
        menu: MENU,
        indikator: ukuran::SEMUA,
        tugas: &[crate::tugas::sumber],
        kabar: Some(kabar::dari_peristiwa),
        pengingat: &[kabar::pengingat],
        ..Module::EMPTY
    }
}

static ROUTES: LazyLock<Vec<Route>> = LazyLock::new(|| {
    [
        page::utama::ROUTES,
        page::templat::ROUTES,
        page::persiapan::ROUTES,
        page::sidang::ROUTES,
        page::lanjut::ROUTES,
        page::dokumen::ROUTES,
    ]
    .concat()
});

const MENU: &[MenuItem] = &[MenuItem {
    group: "Koordinasi",
    label: "Rakor",
    href: "/rakor",
    icon: Icon::Rakor,
    action: Action::Rakor,
    key: Some('r'),
    phone: None,
}];
