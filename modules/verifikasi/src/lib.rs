//! Whether a document is genuine: a page for everybody, by the code printed on it, and the kept file for
//! those it was issued by or for.
#![warn(missing_docs)]

mod page;
pub mod view;

#[cfg(test)]
mod tests;

use host::{Action, Answer, Ctx, Method, Module, Route};

/// The face: pages. Nobody comes here by the menu: the paper leads here.
pub fn module() -> Module {
    Module { name: "verifikasi", routes: ROUTES, ..Module::EMPTY }
}

const fn open(method: Method, path: &'static str, handler: fn(&mut Ctx) -> Answer) -> Route {
    Route { method, path, action: Some(Action::Verifikasi), handler }
}

const ROUTES: &[Route] = &[
    open(Method::Get, "/verifikasi", page::ask),
    open(Method::Get, "/verifikasi/{kode}", page::answer),
    open(Method::Upload, "/verifikasi/{kode}", page::compare),
    Route { method: Method::Get, path: "/dokumen/{kode}", action: Some(Action::Rakor), handler: page::send },
];
