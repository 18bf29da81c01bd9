//! Units, posts, holders: the map of an organisation at any moment.
#![warn(missing_docs)]

mod api;
mod page;
pub mod rule;
#[allow(missing_docs)] // plain values of pages, named by what they show
pub mod view;

#[cfg(test)]
mod tests;

use host::{Action, MenuItem, Method, Module, Route};
use web::Icon;

/// The face: pages and menu. Everything is read from the register in memory.
pub const fn module() -> Module {
    Module { name: "organisasi", routes: ROUTES, menu: MENU, ..Module::EMPTY }
}

const ROUTES: &[Route] = &[
    Route { method: Method::Get, path: "/organisasi", action: Some(Action::Organisasi), handler: page::map },
    Route {
        method: Method::Get,
        path: "/organisasi/riwayat",
        action: Some(Action::Organisasi),
        handler: page::history,
    },
    Route {
        method: Method::Get,
        path: "/organisasi/dokumen",
        action: Some(Action::Organisasi),
        handler: page::document,
    },
    Route {
        method: Method::Get,
        path: "/organisasi/catat",
        action: Some(Action::CatatOrganisasi),
        handler: page::record_form,
    },
    Route {
        method: Method::Upload,
        path: "/organisasi/catat",
        action: Some(Action::CatatOrganisasi),
        handler: page::record,
    },
    Route {
        method: Method::Api(&api::UNITS),
        path: "/api/v1/unor",
        action: Some(Action::Organisasi),
        handler: api::units,
    },
    Route {
        method: Method::Api(&api::UNIT),
        path: "/api/v1/unor/{id}",
        action: Some(Action::Organisasi),
        handler: api::unit,
    },
    Route {
        method: Method::Api(&api::POSTS),
        path: "/api/v1/pos",
        action: Some(Action::Organisasi),
        handler: api::posts,
    },
    Route {
        method: Method::Api(&api::TENANTS),
        path: "/api/v1/instansi",
        action: Some(Action::Statistik),
        handler: api::tenants,
    },
];

const MENU: &[MenuItem] = &[MenuItem {
    group: "Kepegawaian",
    label: "Peta organisasi",
    href: "/organisasi",
    icon: Icon::Org,
    action: Action::Organisasi,
    key: Some('o'),
    phone: Some("Organisasi"),
}];
