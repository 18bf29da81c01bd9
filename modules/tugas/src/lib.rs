//! What waits for somebody and what they were told: tasks by deadline, messages, delegation while on leave, and a
//! calendar of deadlines for other programs.

mod ics;
mod page;
mod rule;
#[allow(missing_docs)] // plain values of pages, named by what they show
pub mod view;

#[cfg(test)]
mod tests;

use host::{Action, Answer, Ctx, MenuItem, Method, Module, Route};
use web::Icon;

/// The face: pages and menu. Its statements are those of the hall.
pub const fn module() -> Module {
    Module { name: "tugas", routes: ROUTES, menu: MENU, ..Module::EMPTY }
}

const fn route(method: Method, path: &'static str, handler: fn(&mut Ctx) -> Answer) -> Route {
    Route { method, path, action: Some(Action::Tugas), handler }
}

const ROUTES: &[Route] = &[
    route(Method::Get, host::tugas::ALAMAT, page::tugas::daftar),
    route(Method::Get, host::pesan::ALAMAT, page::pesan::daftar),
    route(Method::Get, "/pesan/satu", page::pesan::satu),
    route(Method::Post, "/pesan/buka", page::pesan::buka),
    route(Method::Post, "/pesan/tandai", page::pesan::tandai),
    route(Method::Get, "/pesan/setelan", page::setelan::isian),
    route(Method::Post, "/pesan/setelan", page::setelan::simpan),
    route(Method::Post, "/pesan/kalender", page::setelan::kalender),
    route(Method::Get, "/delegasi", page::delegasi::daftar),
    route(Method::Post, "/delegasi", page::delegasi::tetapkan),
    route(Method::Post, "/delegasi/{id}/akhiri", page::delegasi::akhiri),
    // Calendar programs cannot sign in: whoever has the secret address reads the deadlines, and nothing else.
    Route {
        method: Method::Get,
        path: "/kalender/{berkas}",
        action: Some(Action::DataTerbuka),
        handler: page::kalender::berkas,
    },
];

const MENU: &[MenuItem] = &[MenuItem {
    group: "",
    label: "Tugas saya",
    href: host::tugas::ALAMAT,
    icon: Icon::Tugas,
    action: Action::Tugas,
    key: Some('t'),
    phone: None,
}];
