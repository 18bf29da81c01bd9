//! Dasbor: indicators of every instansi side by side, each with when and from what it was computed, and
//! whom it counts for those who may know. What people state about them goes to the journals; nothing is kept here.
#![warn(missing_docs)]

mod page;
pub mod rule;
pub mod view;

#[cfg(test)]
mod tests;

use host::{Action, Answer, Ctx, MenuItem, Method, Module, Route};
use web::Icon;

/// The face: pages and menu.
pub const fn module() -> Module {
    Module { name: "dasbor", routes: ROUTES, menu: MENU, ..Module::EMPTY }
}

const fn get(path: &'static str, handler: fn(&mut Ctx) -> Answer) -> Route {
    Route { method: Method::Get, path, action: Some(Action::Dasbor), handler }
}

const fn post(path: &'static str, action: Action, handler: fn(&mut Ctx) -> Answer) -> Route {
    Route { method: Method::Post, path, action: Some(action), handler }
}

const fn open(path: &'static str, handler: fn(&mut Ctx) -> Answer) -> Route {
    Route { method: Method::Get, path, action: Some(Action::DataTerbuka), handler }
}

const ROUTES: &[Route] = &[
    get("/dasbor", page::utama),
    get("/dasbor/banding", page::banding),
    get("/dasbor/katalog", page::katalog),
    get("/dasbor/unduh.xlsx", page::xlsx),
    get("/indikator/{kode}", page::satu),
    get("/indikator/{kode}/{instansi}", page::rincian),
    post("/indikator/{kode}/sasaran", Action::Sasaran, page::sasaran),
    post("/indikator/{kode}/lapor", Action::Sasaran, page::lapor),
    post("/indikator/{kode}/misi", Action::Sasaran, page::misi),
    post("/indikator/{kode}/{instansi}/dasar", Action::Buka, page::dasar),
    open("/data/indikator.csv", page::csv),
    open("/data/indikator.json", page::json),
    open("/data/katalog.jsonld", page::dcat),
    open("/data/indikator/{kode}/{berkas}", page::gambar),
];

const MENU: &[MenuItem] = &[MenuItem {
    group: "Koordinasi",
    label: "Dasbor",
    href: "/dasbor",
    icon: Icon::Grafik,
    action: Action::Dasbor,
    key: None,
    phone: None,
}];
