//! Peraturan: acts, norms, what changes when, the vocabulary, and the golden cases that prove it. Everybody
//! signed in may read those; they say nothing about a person. Drafts of the law are tried out here by few:
//! what they change in the texts, and in the answers of people; drafts never reach register or journal. Of
//! its own it keeps nothing: signatures on norms are entries of the journal.
#![warn(missing_docs)]

mod page;
mod paraf;
pub mod rule;
pub mod view;

#[cfg(test)]
mod tests;

use host::{Action, Answer, Ctx, MenuItem, Method, Module, Route};
use web::Icon;

/// The face: pages, menu. There are no tables and no statements of its own: the law is held in memory.
pub const fn module() -> Module {
    Module { name: "peraturan", routes: ROUTES, menu: MENU, ..Module::EMPTY }
}

const fn get(path: &'static str, handler: fn(&mut Ctx) -> Answer) -> Route {
    Route { method: Method::Get, path, action: Some(Action::Peraturan), handler }
}

const fn draft(method: Method, path: &'static str, handler: fn(&mut Ctx) -> Answer) -> Route {
    Route { method, path, action: Some(Action::UjiRancangan), handler }
}

const ROUTES: &[Route] = &[
    get("/peraturan", page::library),
    get("/peraturan/norma", page::norms),
    get("/peraturan/norma/{kunci}", page::norm),
    Route {
        method: Method::Post,
        path: "/peraturan/norma/{kunci}/paraf",
        action: Some(Action::ParafNorma),
        handler: paraf::send,
    },
    get("/peraturan/perubahan", page::changes),
    get("/peraturan/kosakata", page::vocabulary),
    get("/peraturan/{akta}", page::act),
    draft(Method::Get, "/peraturan/rancangan", page::rancangan::list),
    draft(Method::Upload, "/peraturan/rancangan", page::rancangan::receive),
    draft(Method::Get, "/peraturan/rancangan/{id}", page::rancangan::compare),
    draft(Method::Get, "/peraturan/rancangan/{id}/andaikan", page::andaikan::page),
    draft(Method::Post, "/peraturan/rancangan/{id}/hapus", page::rancangan::discard),
];

const MENU: &[MenuItem] = &[MenuItem {
    group: "Tata kelola",
    label: "Peraturan",
    href: "/peraturan",
    icon: Icon::Buku,
    action: Action::Peraturan,
    key: None,
    phone: None,
}];
