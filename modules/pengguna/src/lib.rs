//! Who is here: the door, the own account, and, for administrators, the accounts of others.
#![warn(missing_docs)]

mod page;
mod rule;
#[allow(missing_docs)] // plain values of pages, named by what they show
pub mod view;

#[cfg(test)]
mod tests;

use host::{Action, MenuItem, Method, Module, Route};
use web::Icon;

/// The pages. Accounts and sessions themselves are kept by `host`; this module has no tables.
pub const fn module() -> Module {
    Module { name: "pengguna", routes: ROUTES, menu: MENU, ..Module::EMPTY }
}

const ROUTES: &[Route] = &[
    Route { method: Method::Get, path: "/masuk", action: None, handler: page::door },
    Route { method: Method::Post, path: "/masuk", action: None, handler: page::sign_in },
    Route { method: Method::Get, path: "/sandi", action: Some(Action::Akun), handler: page::password_form },
    Route { method: Method::Post, path: "/sandi", action: Some(Action::Akun), handler: page::set_password },
    Route {
        method: Method::Get,
        path: "/akun/sandi",
        action: Some(Action::Akun),
        handler: page::password_form,
    },
    Route {
        method: Method::Post,
        path: "/akun/sandi",
        action: Some(Action::Akun),
        handler: page::set_password,
    },
    Route {
        method: Method::Get,
        path: "/akun/token",
        action: Some(Action::Token),
        handler: page::token::list,
    },
    Route {
        method: Method::Post,
        path: "/akun/token",
        action: Some(Action::Token),
        handler: page::token::make,
    },
    Route {
        method: Method::Post,
        path: "/akun/token/{id}/cabut",
        action: Some(Action::Token),
        handler: page::token::revoke,
    },
    Route { method: Method::Post, path: "/keluar", action: Some(Action::Akun), handler: page::sign_out },
    Route { method: Method::Post, path: "/tema", action: Some(Action::Akun), handler: page::theme },
    Route { method: Method::Get, path: "/akun/autentikator", action: Some(Action::Akun), handler: page::app },
    Route {
        method: Method::Post,
        path: "/akun/autentikator",
        action: Some(Action::Akun),
        handler: page::set_app,
    },
    Route { method: Method::Get, path: "/pengguna", action: Some(Action::Pengguna), handler: page::list },
    Route { method: Method::Post, path: "/pengguna", action: Some(Action::Pengguna), handler: page::create },
    Route {
        method: Method::Get,
        path: "/pengguna/baru",
        action: Some(Action::Pengguna),
        handler: page::new_form,
    },
    Route {
        method: Method::Get,
        path: "/pengguna/{akun}",
        action: Some(Action::Pengguna),
        handler: page::account,
    },
    Route {
        method: Method::Post,
        path: "/pengguna/{akun}",
        action: Some(Action::Pengguna),
        handler: page::act,
    },
];

const MENU: &[MenuItem] = &[
    MenuItem {
        group: "Tata kelola",
        label: "Pengguna",
        href: "/pengguna",
        icon: Icon::Akun,
        action: Action::Pengguna,
        key: Some('u'),
        phone: None,
    },
    MenuItem {
        group: "Tata kelola",
        label: "Token API",
        href: "/akun/token",
        icon: Icon::Perisai,
        action: Action::Token,
        key: None,
        phone: None,
    },
];
