//! The people (or units) of one kind, a page at a time, each with the sentence about them.

use super::{asked, bobot, code, filter, link, may_export, offices, seen, several, units};
use crate::rule::{Ask, Window, people as matching, window};
use crate::store::{Opd, instansi_nama, sentences};
use crate::view::{self, BarisTemuan, RincianView, UnduhPerOpd};
use host::mutu;
use host::{Answer, Ctx, Problem, World, html, tanggal};
use kernel::check::Scope;
use kernel::{Code, Codes};
use std::sync::Arc;
use web::component::keadaan::Blok;
use web::component::paging::Paging;

/// `GET /perbaikan/{kode}`.
pub fn people(ctx: &mut Ctx) -> Answer {
    let code = code(ctx).ok_or(Problem::NotFound)?;
    let world = ctx.world()?;
    let opd = Opd::of(&world);
    let ask = asked(ctx, &world, &opd)?;
    let page = match code.info().scope {
        Scope::Unit => about_units(ctx, &world, code, &ask),
        _ => about_people(ctx, &world, &opd, code, &ask)?,
    };
    let crumbs = [("Beranda", "/"), ("Yang perlu dibereskan", "/perbaikan")];
    Ok(html(view::rincian(&ctx.frame_at(code.info().label, &crumbs, &["opd", "q"]), &page)))
}

fn about_people(
    ctx: &Ctx,
    world: &Arc<World>,
    opd: &Opd,
    code: Code,
    ask: &Ask,
) -> Result<RincianView, Problem> {
    let register = &world.register;
    let all = matching(register, code, "", seen(ctx, world, opd, ""));
    let list = match (ask.opd.as_str(), ask.q.as_str()) {
        ("", "") => all.clone(),
        _ => matching(register, code, &ask.q, seen(ctx, world, opd, &ask.opd)),
    };
    let window = window(register, &list, ask.after);
    let asked: Vec<(u32, Codes)> = window.rows.iter().map(|&i| (i, [code].into_iter().collect())).collect();
    let several = several(ctx, world);
    let said = ctx.hall.with(|conn| sentences(conn, world, &ctx.hall.tables, &asked))?;
    let rows = said.into_iter().map(|s| BarisTemuan {
        name: register.nama(s.person).to_owned(),
        nip: register.nip(s.person).to_owned(),
        href: link(ctx, &format!("/pegawai/{}", register.id[s.person]), &[("bagian", "temuan")]),
        opd: if opd.nama(s.person).is_empty() {
            String::new()
        } else {
            opd.of_person(s.person).label(several)
        },
        unit: Some(world.unit_of(s.person)).filter(|u| *u != opd.nama(s.person)).unwrap_or("").to_owned(),
        finding: s.finding.message,
        suggestion: s.finding.suggestion,
    });
    let path = format!("/perbaikan/{code}");
    let xlsx = |opd: &str| link(ctx, &format!("{path}/unduh.xlsx"), &[("opd", opd)]);
    let mut groups = opd.groups(&all);
    groups.sort_by_key(|g| std::cmp::Reverse(g.1.len()));
    let per_opd = groups.iter().map(|(number, people)| {
        let office = &opd.list[*number as usize];
        UnduhPerOpd { name: office.label(several), count: people.len() as u64, href: xlsx(&office.id) }
    });
    Ok(RincianView {
        total: list.len() as u64,
        ikd: lift(ctx, world, opd, code, ask),
        filter: filter(ctx, &path, "Nama atau NIP", ask, offices(ctx, world, opd, &all), false),
        rows: Blok::Ada(rows.collect()),
        paging: paging(ctx, &path, ask, &window, list.len()),
        xlsx_href: may_export(ctx).then(|| xlsx(&ask.opd)),
        per_opd: if may_export(ctx) { per_opd.collect() } else { Vec::new() },
        zip_href: may_export(ctx).then(|| link(ctx, "/perbaikan/unduh.zip", &[("kode", code.text())])),
        ..empty(world, code)
    })
}

fn about_units(ctx: &Ctx, world: &World, code: Code, ask: &Ask) -> RincianView {
    let list: Vec<_> = units(ctx, world, &ask.opd).into_iter().filter(|u| u.1.finding.code == code).collect();
    let rows = list.iter().map(|(instansi, unit)| {
        let tree = world.organisation(instansi).map(|o| &o.tree);
        let node = tree.and_then(|t| t.find(&unit.id));
        let named = tree.zip(node);
        let opd = named.and_then(|(t, n)| Some(t.nama(t.opd_of(n)?))).unwrap_or("");
        let opd = match several(ctx, world) {
            true => format!("{opd} · {}", instansi_nama(world, instansi)),
            false => opd.to_owned(),
        };
        BarisTemuan {
            name: named.map_or("", |(t, n)| t.nama(n)).to_owned(),
            nip: String::new(),
            href: link(ctx, "/organisasi", &[("unit", &unit.id)]),
            opd: opd.trim_start_matches(" · ").to_owned(),
            unit: String::new(),
            finding: unit.finding.message.clone(),
            suggestion: unit.finding.suggestion.clone(),
        }
    });
    let total = list.len() as u64;
    RincianView {
        total,
        rows: Blok::Ada(rows.collect()),
        paging: Paging { first: total.min(1), last: total, total: Some(total), ..Paging::default() },
        filter: filter(ctx, &format!("/perbaikan/{code}"), "Nama unit", &Ask::default(), Vec::new(), false),
        xlsx_href: may_export(ctx).then(|| link(ctx, &format!("/perbaikan/{code}/unduh.xlsx"), &[])),
        about_units: true,
        ..empty(world, code)
    }
}

fn empty(world: &World, code: Code) -> RincianView {
    let info = code.info();
    RincianView {
        at: tanggal(world.as_of.effective),
        code: info.text.into(),
        label: info.label.into(),
        why: info.penjelasan.into(),
        weight: bobot(info.severity),
        total: 0,
        ikd: None,
        filter: web::component::saring::Saring::default(),
        rows: Blok::Ada(Vec::new()),
        paging: Paging::default(),
        xlsx_href: None,
        per_opd: Vec::new(),
        zip_href: None,
        about_units: false,
    }
}

/// The estimate now and once this kind is repaired, over the same people.
fn lift(ctx: &Ctx, world: &World, opd: &Opd, code: Code, ask: &Ask) -> Option<(u32, u32)> {
    let mutu = mutu::hitung(world, seen(ctx, world, opd, &ask.opd));
    let ikd = mutu.ikd(&ctx.hall.tables);
    Some((ikd.score, ikd.if_fixed(code))).filter(|(now, after)| after > now)
}

fn paging(ctx: &Ctx, path: &str, ask: &Ask, window: &Window, total: usize) -> Paging {
    let after = |id: Option<kernel::PegawaiId>| {
        let id = id.map(|id| id.to_string()).unwrap_or_default();
        link(ctx, path, &[("q", &ask.q), ("opd", &ask.opd), ("sesudah", &id)])
    };
    Paging {
        first: if window.rows.is_empty() { 0 } else { window.before as u64 + 1 },
        last: (window.before + window.rows.len()) as u64,
        total: Some(total as u64),
        previous_href: window.previous.map(after),
        next_href: window.next.map(|id| after(Some(id))),
        sizes: Vec::new(),
    }
}
