//! Figures and lists an office prints: statistics, daftar urut kepangkatan, daftar nominatif, rekapitulasi.
//! It never keeps anything of its own: everything is read from the register at the moment asked about.
#![warn(missing_docs)]

mod page;
pub mod rule;
#[allow(missing_docs)] // plain values of pages, named by what they show
pub mod view;
mod xlsx;

#[cfg(test)]
mod tests;

use host::{Action, Answer, Ctx, MenuItem, Method, Module, Route};
use web::Icon;

/// The face: pages, menu. There are no tables and no statements: figures follow from the register.
pub const fn module() -> Module {
    Module { name: "laporan", routes: ROUTES, menu: MENU, ..Module::EMPTY }
}

const fn get(path: &'static str, action: Action, handler: fn(&mut Ctx) -> Answer) -> Route {
    Route { method: Method::Get, path, action: Some(action), handler }
}

// Lists of people leave the house as files through the same action as every other list.
const ROUTES: &[Route] = &[
    get("/statistik", Action::Statistik, page::statistik),
    get("/statistik/unduh.xlsx", Action::Statistik, page::statistik_xlsx),
    get("/duk", Action::Laporan, page::duk),
    get("/duk/unduh.xlsx", Action::Ekspor, page::duk_xlsx),
    get("/nominatif", Action::Laporan, page::nominatif),
    get("/nominatif/unduh.xlsx", Action::Ekspor, page::nominatif_xlsx),
    get("/rekap", Action::Statistik, page::rekap),
    get("/rekap/unduh.xlsx", Action::Statistik, page::rekap_xlsx),
];

const fn item(label: &'static str, href: &'static str, icon: Icon, action: Action) -> MenuItem {
    MenuItem { group: "Laporan", label, href, icon, action, key: None, phone: None }
}

const MENU: &[MenuItem] = &[
    item("Statistik", "/statistik", Icon::Grafik, Action::Statistik),
    item("DUK", "/duk", Icon::Naik, Action::Laporan),
    item("Nominatif", "/nominatif", Icon::Dok, Action::Laporan),
    item("Rekapitulasi", "/rekap", Icon::Lapis, Action::Statistik),
];
