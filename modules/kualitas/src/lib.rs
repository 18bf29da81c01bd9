//! Quality of the data: what is odd, how many, whose, in words an office can act on, and as files to
//! hand on.
#![warn(missing_docs)]

mod api;
mod page;
pub mod rule;
mod store;
#[allow(missing_docs)] // plain values of pages, named by what they show
pub mod view;
mod xlsx;

#[cfg(test)]
mod tests;

pub use host::mutu::kalimat_ikd;

use crate::store::Opd;
use ::store::{Conn, Result};
use host::{Action, MenuItem, Method, Module, Route, World, mutu};
use kernel::unor::UnitFinding;
use kernel::{Code, Tables};
use std::io::{Seek, Write};
use web::Icon;

/// The face: pages, menu. There are no tables: findings follow from the register.
pub const fn module() -> Module {
    Module { name: "kualitas", routes: ROUTES, menu: MENU, ..Module::EMPTY }
}

const fn get(path: &'static str, action: Action, handler: fn(&mut host::Ctx) -> host::Answer) -> Route {
    Route { method: Method::Get, path, action: Some(action), handler }
}

const ROUTES: &[Route] = &[
    get("/perbaikan", Action::Temuan, page::list),
    get("/perbaikan/{kode}", Action::Temuan, page::people),
    get("/perbaikan/{kode}/unduh.xlsx", Action::Ekspor, page::one_kind),
    get("/perbaikan/opd/{unor}/unduh.xlsx", Action::Ekspor, page::one_office),
    get("/perbaikan/unduh.zip", Action::Ekspor, page::archive),
    Route {
        method: Method::Api(&api::KINDS),
        path: "/api/v1/mutu",
        action: Some(Action::Temuan),
        handler: api::kinds,
    },
    Route {
        method: Method::Api(&api::ROWS),
        path: "/api/v1/mutu/{kode}",
        action: Some(Action::Temuan),
        handler: api::rows,
    },
];

const MENU: &[MenuItem] = &[MenuItem {
    group: "Kepegawaian",
    label: "Yang perlu dibereskan",
    href: "/perbaikan",
    icon: Icon::Tugas,
    action: Action::Temuan,
    key: Some('p'),
    phone: Some("Perbaikan"),
}];

/// How often each kind occurs among the people who work and among the units; kinds without any are
/// left out.
pub fn ringkasan(world: &World, _tables: &Tables) -> Vec<(Code, u64)> {
    let people = mutu::hitung(world, |_| true).kinds();
    let mut kinds: Vec<(Code, u64)> = people.into_iter().map(|(code, n)| (code, n.into())).collect();
    for (_, unit) in all_units(world) {
        match kinds.iter_mut().find(|k| k.0 == unit.finding.code) {
            Some(kind) => kind.1 += 1,
            None => kinds.push((unit.finding.code, 1)),
        }
    }
    kinds.sort_unstable_by_key(|kind| kind.0);
    kinds
}

/// Writes a zip with a workbook for each perangkat daerah, of one instansi or of all; answers the number of
/// findings in it.
///
/// # Errors
/// When ledgers cannot be read or the output does not take it.
pub fn ekspor(
    conn: &mut Conn,
    world: &World,
    tables: &Tables,
    instansi: Option<&str>,
    out: impl Write + Seek,
) -> Result<u64> {
    let opd = Opd::read(world);
    let source = xlsx::Source { world, tables, opd: &opd, code: None };
    let register = &world.register;
    let wanted =
        |i: &u32| instansi.is_none_or(|id| register.names.text(register.instansi[*i as usize]) == id);
    let people = source.faulty(register.by_name().iter().copied().filter(wanted));
    let units: Vec<(&str, &UnitFinding)> =
        all_units(world).into_iter().filter(|unit| instansi.is_none_or(|id| unit.0 == id)).collect();
    source.bundle(conn, &people, &units, out)
}

/// In the order of the governments served, so that the same register gives the same bytes.
fn all_units(world: &World) -> Vec<(&str, &UnitFinding)> {
    let of = |id: &str| world.organisation(id).map_or(&[][..], |o| &o.findings);
    world.tenants.iter().flat_map(|t| of(&t.id).iter().map(|f| (t.id.as_str(), f))).collect()
}
