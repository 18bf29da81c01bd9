//! Files become facts: check → preview → confirm → receipt, and the same cells out again.
#![warn(missing_docs)]

#[path = "store/absent.rs"]
pub mod absent;
pub mod check;
pub mod confirm;
pub mod doubts;
pub mod export;
pub mod file;
pub mod lists;
pub mod refused;
pub mod rule;
pub mod store;
#[path = "store/task.rs"] // SQL stands in folders named store
pub mod task;
#[allow(missing_docs)] // plain values of pages, named by what they show
pub mod view;
pub mod work;

mod page;
mod tugas;

pub use check::{Ask, Check, Unchecked, check};
pub use confirm::{Receipt, Who, confirm};

use host::{Action, MenuItem, Method, Module, Route};
use std::sync::OnceLock;

/// The face of this module.
pub fn module() -> Module {
    static STATEMENTS: OnceLock<Vec<&'static ::store::Sql>> = OnceLock::new();
    let statements = STATEMENTS.get_or_init(|| [store::ALL, task::ALL, page::STATEMENTS].concat());
    const TUGAS: &[host::tugas::Sumber] = &[crate::tugas::pratinjau, crate::tugas::tidak_dalam_unduhan];
    Module { name: "impor", routes: ROUTES, menu: MENU, statements, tugas: TUGAS, ..Module::EMPTY }
}

const IMPOR: Option<Action> = Some(Action::Impor);

const ROUTES: &[Route] = &[
    Route { method: Method::Get, path: "/impor", action: IMPOR, handler: page::home },
    Route { method: Method::Upload, path: "/impor", action: IMPOR, handler: page::receive },
    Route { method: Method::Get, path: "/impor/unggah", action: IMPOR, handler: page::upload },
    Route { method: Method::Get, path: "/impor/contoh/{jenis}", action: IMPOR, handler: page::sample },
    Route { method: Method::Get, path: "/impor/{id}", action: IMPOR, handler: page::show },
    Route { method: Method::Post, path: "/impor/{id}/simpan", action: IMPOR, handler: page::save },
    Route { method: Method::Post, path: "/impor/{id}/ulang", action: IMPOR, handler: page::again },
    Route { method: Method::Post, path: "/impor/{id}/batal", action: IMPOR, handler: page::cancel },
    Route { method: Method::Get, path: "/impor/{id}/ditolak.csv", action: IMPOR, handler: page::refused },
    Route {
        method: Method::Get,
        path: "/ekspor/nominatif.csv",
        action: Some(Action::EksporLengkap),
        handler: page::export::csv,
    },
    Route {
        method: Method::Get,
        path: "/ekspor/nominatif.xlsx",
        action: Some(Action::EksporLengkap),
        handler: page::export::xlsx,
    },
    Route { method: Method::Get, path: "/tidak-dalam-unduhan", action: IMPOR, handler: page::list },
    Route {
        method: Method::Post,
        path: "/tidak-dalam-unduhan/{pegawai}/tutup",
        action: IMPOR,
        handler: page::close,
    },
];

const MENU: &[MenuItem] = &[MenuItem {
    group: "Kepegawaian",
    label: "Impor data",
    href: "/impor",
    icon: web::Icon::Unggah,
    action: Action::Impor,
    key: Some('i'),
    phone: Some("Impor"),
}];
