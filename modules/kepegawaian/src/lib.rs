//! People: the list of those one may see, and a person's page with every document it rests on.
#![warn(missing_docs)]

mod api;
pub mod catat_berkas;
mod page;
pub mod rule;
mod store;
#[allow(missing_docs)] // plain values of pages, named by what they show
pub mod view;

#[cfg(test)]
mod tests;

use host::{Action, MenuItem, Method, Module, Route};
use web::Icon;

/// The face: pages, menu, statements.
pub const fn module() -> Module {
    Module { name: "kepegawaian", routes: ROUTES, menu: MENU, statements: store::ALL, ..Module::EMPTY }
}

const ROUTES: &[Route] = &[
    Route { method: Method::Get, path: "/pegawai", action: Some(Action::DaftarPegawai), handler: page::list },
    Route {
        method: Method::Get,
        path: "/pegawai/cetak",
        action: Some(Action::DaftarPegawai),
        handler: page::print,
    },
    Route {
        method: Method::Get,
        path: "/pegawai/tampilan",
        action: Some(Action::DaftarPegawai),
        handler: page::view_form,
    },
    Route {
        method: Method::Post,
        path: "/pegawai/tampilan",
        action: Some(Action::DaftarPegawai),
        handler: page::keep_view,
    },
    Route {
        method: Method::Post,
        path: "/pegawai/tampilan/hapus",
        action: Some(Action::DaftarPegawai),
        handler: page::remove_view,
    },
    Route {
        method: Method::Get,
        path: "/pegawai/{id}",
        action: Some(Action::LihatPegawai),
        handler: page::person,
    },
    Route {
        method: Method::Get,
        path: "/pegawai/{id}/mengapa",
        action: Some(Action::LihatPegawai),
        handler: page::services,
    },
    Route {
        method: Method::Get,
        path: "/pegawai/{id}/mengapa/{layanan}",
        action: Some(Action::LihatPegawai),
        handler: page::service,
    },
    Route {
        method: Method::Get,
        path: "/pegawai/{id}/mengapa/{layanan}/surat",
        action: Some(Action::LihatPegawai),
        handler: page::letter,
    },
    Route {
        method: Method::Get,
        path: "/pegawai/{id}/tafsir/{norma}",
        action: Some(Action::LihatPegawai),
        handler: page::positions,
    },
    Route {
        method: Method::Post,
        path: "/pegawai/{id}/tafsir/{norma}",
        action: Some(Action::PilihTafsir),
        handler: page::choose,
    },
    Route {
        method: Method::Get,
        path: "/pegawai/{id}/buka",
        action: Some(Action::Buka),
        handler: page::open_form,
    },
    Route {
        method: Method::Post,
        path: "/pegawai/{id}/buka",
        action: Some(Action::Buka),
        handler: page::open,
    },
    Route {
        method: Method::Get,
        path: "/pegawai/{id}/akses",
        action: Some(Action::LihatPegawai),
        handler: page::seen,
    },
    Route {
        method: Method::Get,
        path: "/pegawai/{id}/catat",
        action: Some(Action::Catat),
        handler: page::record_form,
    },
    Route {
        method: Method::Upload,
        path: "/pegawai/{id}/catat",
        action: Some(Action::Catat),
        handler: page::record,
    },
    Route {
        method: Method::Get,
        path: "/pegawai/{id}/dokumen/{entri}",
        action: Some(Action::LihatPegawai),
        handler: page::document,
    },
    Route {
        method: Method::Get,
        path: "/ekspor/pegawai.csv",
        action: Some(Action::Ekspor),
        handler: page::csv,
    },
    Route {
        method: Method::Get,
        path: "/ekspor/terpilih.csv",
        action: Some(Action::Ekspor),
        handler: page::chosen_csv,
    },
    Route {
        method: Method::Api(&api::LIST),
        path: "/api/v1/pegawai",
        action: Some(Action::DaftarPegawai),
        handler: api::list,
    },
    Route {
        method: Method::Api(&api::ONE),
        path: "/api/v1/pegawai/{id}",
        action: Some(Action::LihatPegawai),
        handler: api::one,
    },
    Route {
        method: Method::Api(&api::HISTORY),
        path: "/api/v1/pegawai/{id}/riwayat",
        action: Some(Action::LihatPegawai),
        handler: api::history,
    },
    Route {
        method: Method::Api(&api::ASK),
        path: "/api/v1/pegawai/{id}/telaah/{norma}",
        action: Some(Action::LihatPegawai),
        handler: api::ask,
    },
];

const MENU: &[MenuItem] = &[MenuItem {
    group: "Kepegawaian",
    label: "Data Pegawai",
    href: "/pegawai",
    icon: Icon::Orang,
    action: Action::DaftarPegawai,
    key: Some('r'),
    phone: Some("Pegawai"),
}];
