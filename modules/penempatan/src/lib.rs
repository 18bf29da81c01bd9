//! Penempatan: rounds of rotation and placement anybody with rights can work out again. What happened stands in the
//! journals ([`isi`]), what a round is now is folded from it ([`rule`]); its inputs are frozen as one kept file
//! ([`rule::beku`]), and the plan follows from that file alone ([`rule::hasil`]).
#![warn(missing_docs)]

pub mod berkas;
pub mod bundel;
pub mod isi;
pub mod kumpul;
pub mod naskah;
pub mod nilai;
mod page;
pub mod pertek;
pub mod profil;
pub mod rule;
pub mod simulasi;
pub mod store;
pub mod suksesi;
pub mod talenta;
pub mod tetapkan;
pub mod view;

pub use page::bundel::terbit::siapkan as siapkan_bundel;

#[cfg(test)]
mod tests;

use host::{Action, MenuItem, Module, Route};
use std::sync::LazyLock;
use web::Icon;

/// The face: pages and menu.
pub fn module() -> Module {
    Module { name: "penempatan", routes: &ROUTES, menu: MENU, ..Module::EMPTY }
}

static ROUTES: LazyLock<Vec<Route>> = LazyLock::new(|| {
    [
        page::utama::ROUTES,
        page::pokok::ROUTES,
        page::saya::ROUTES,
        page::rencana::ROUTES,
        page::pos::ROUTES,
        page::kriteria::ROUTES,
        page::syarat::ROUTES,
        page::kunci::ROUTES,
        page::sk::ROUTES,
        page::perbandingan::ROUTES,
        page::hasil::ROUTES,
        page::kursi::ROUTES,
        page::menyimpang::ROUTES,
        page::gerbang::ROUTES,
        page::bundel::ROUTES,
        page::profil::ROUTES,
        page::talenta::ROUTES,
        page::suksesi::ROUTES,
    ]
    .concat()
});

const MENU: &[MenuItem] = &[
    MenuItem {
        group: "Kepegawaian",
        label: "Penempatan",
        href: "/penempatan",
        icon: Icon::Tukar,
        action: Action::Penempatan,
        key: None,
        phone: None,
    },
    MenuItem {
        group: "Kepegawaian",
        label: "Penempatan saya",
        href: "/penempatan/saya",
        icon: Icon::Akun,
        action: Action::PenempatanSaya,
        key: None,
        phone: None,
    },
    MenuItem {
        group: "Kepegawaian",
        label: "Talenta",
        href: "/talenta",
        icon: Icon::Toga,
        action: Action::Talenta,
        key: None,
        phone: None,
    },
];
