//! Findings for programs: how many of each kind, and who or which unit has one of them.

use crate::page::jenis::counted;
use crate::page::{asked, code, seen, units};
use crate::rule::{Ask, kinds as ordered, people as matching, window_of};
use crate::store::{Opd, sentences};
use host::api::{self, Kind, Object, Operation, Param, Schema, Scope as For, Shape, known};
use host::{Answer, Ctx, Problem, World, mutu};
use kernel::check::Scope;
use kernel::{Code, Codes, PegawaiId, Severity};
use serde_json::{Value, json};
use std::sync::Arc;

const WEIGHTS: &[&str] = &["berat", "meragukan", "catatan"];

static JENIS: Object = Object {
    name: "JenisTemuan",
    parts: &[
        ("kode", Schema::Text, "Kode tetap, misalnya DATA-02."),
        ("label", Schema::Text, ""),
        ("penjelasan", Schema::Text, "Mengapa ini perlu dibereskan."),
        ("bobot", Schema::Word(WEIGHTS), ""),
        ("tentang", Schema::Word(&["pegawai", "unor"]), ""),
        ("jumlah", Schema::Int, "Baris dengan temuan ini."),
        ("diperiksa", Schema::Int, "Baris yang diperiksa."),
        (
            "kenaikan",
            Schema::Maybe(&Schema::Int),
            "Tambahan perkiraan indeks, dalam perseratus, bila semua dibereskan.",
        ),
    ],
};

static BARIS: Object = Object {
    name: "BarisTemuan",
    parts: &[
        ("tentang", Schema::Word(&["pegawai", "unor"]), ""),
        ("id", Schema::Text, "ID pegawai, atau ID unor."),
        ("nip", Schema::Maybe(&Schema::Text), ""),
        ("nama", Schema::Text, ""),
        ("unit", Schema::Maybe(&Schema::Text), ""),
        ("perangkat_daerah", Schema::Maybe(&Schema::Text), ""),
        ("temuan", Schema::Text, "Apa yang ditemukan, dalam kalimat."),
        ("saran", Schema::Text, "Apa yang dapat dilakukan."),
    ],
};

const OPD: Param = Param { name: "opd", kind: Kind::Text(80), says: "ID unor perangkat daerah." };

/// Kinds.
pub static KINDS: Operation = Operation {
    name: "daftarTemuan",
    summary: "Jenis temuan mutu data dengan jumlahnya, menurut kode.",
    scope: For::Mutu,
    params: &[
        OPD,
        Param { name: "bobot", kind: Kind::Word(WEIGHTS), says: "Hanya yang berbobot ini." },
        Param { name: "q", kind: Kind::Text(120), says: "Kata pada kode, label, atau penjelasan." },
    ],
    clocks: true,
    answer: Shape::Page(&JENIS),
};

/// Rows of a kind.
pub static ROWS: Operation = Operation {
    name: "barisTemuan",
    summary: "Pegawai atau unor dengan satu jenis temuan.",
    scope: For::Mutu,
    params: &[OPD, Param { name: "q", kind: Kind::Text(120), says: "Bagian nama, atau angka NIP." }],
    clocks: true,
    answer: Shape::Page(&BARIS),
};

/// `GET /api/v1/mutu`.
pub fn kinds(ctx: &mut Ctx) -> Answer {
    let world = ctx.world()?;
    let opd = Opd::of(&world);
    let ask = asked(ctx, &world, &opd)?;
    let mutu = mutu::hitung(&world, seen(ctx, &world, &opd, &ask.opd));
    let ikd = mutu.ikd(&ctx.hall.tables);
    let mut found = ordered(&counted(ctx, &world, &mutu, &ask.opd), &ikd, &ask);
    found.sort_by_key(|kind| kind.code.text());
    let (rows, next) = api::window(ctx, &found, |kind| kind.code.text());
    let said = rows.iter().map(|kind| {
        let info = kind.code.info();
        json!({
            "kode": info.text,
            "label": info.label,
            "penjelasan": info.penjelasan,
            "bobot": weight(info.severity),
            "tentang": if info.scope == Scope::Unit { "unor" } else { "pegawai" },
            "jumlah": kind.count,
            "diperiksa": kind.looked_at,
            "kenaikan": kind.gain,
        })
    });
    let said = said.collect();
    api::page(ctx, said, Some(found.len() as u64), next)
}

fn weight(severity: Severity) -> &'static str {
    match severity {
        Severity::Berat => "berat",
        Severity::Ragu => "meragukan",
        Severity::Catatan => "catatan",
    }
}

/// `GET /api/v1/mutu/{kode}`.
pub fn rows(ctx: &mut Ctx) -> Answer {
    let code = code(ctx).ok_or(Problem::NotFound)?;
    let world = ctx.world()?;
    let opd = Opd::of(&world);
    let ask = asked(ctx, &world, &opd)?;
    match code.info().scope {
        Scope::Unit => about_units(ctx, &world, code, &ask),
        _ => about_people(ctx, &world, &opd, code, &ask),
    }
}

fn about_people(ctx: &Ctx, world: &Arc<World>, opd: &Opd, code: Code, ask: &Ask) -> Answer {
    let register = &world.register;
    let list = matching(register, code, &ask.q, seen(ctx, world, opd, &ask.opd));
    let after = api::after(ctx, PegawaiId::parse)?;
    let window = window_of(register, &list, after, api::rows(ctx));
    let wanted: Vec<(u32, Codes)> = window.rows.iter().map(|&i| (i, [code].into_iter().collect())).collect();
    let said = ctx.hall.with(|conn| sentences(conn, world, &ctx.hall.tables, &wanted))?;
    let rows = said.into_iter().map(|s| {
        json!({
            "tentang": "pegawai",
            "id": register.id[s.person].to_string(),
            "nip": known(register.nip(s.person)),
            "nama": register.nama(s.person),
            "unit": known(world.unit_of(s.person)),
            "perangkat_daerah": known(opd.nama(s.person)),
            "temuan": s.finding.message,
            "saran": s.finding.suggestion,
        })
    });
    api::page(ctx, rows.collect(), Some(list.len() as u64), window.next.map(|id| id.to_string()))
}

fn about_units(ctx: &Ctx, world: &World, code: Code, ask: &Ask) -> Answer {
    let mut list: Vec<_> =
        units(ctx, world, &ask.opd).into_iter().filter(|u| u.1.finding.code == code).collect();
    list.sort_by(|a, b| a.1.id.cmp(&b.1.id));
    let (rows, next) = api::window(ctx, &list, |u| &u.1.id);
    let said = rows.iter().map(|(instansi, unit)| -> Value {
        let tree = world.organisation(instansi).map(|o| &o.tree);
        let named = tree.and_then(|t| Some((t, t.find(&unit.id)?)));
        let office = named.and_then(|(t, n)| Some(t.nama(t.opd_of(n)?)));
        json!({
            "tentang": "unor",
            "id": unit.id,
            "nip": null,
            "nama": named.map_or("", |(t, n)| t.nama(n)),
            "unit": null,
            "perangkat_daerah": office,
            "temuan": unit.finding.message,
            "saran": unit.finding.suggestion,
        })
    });
    let said = said.collect();
    api::page(ctx, said, Some(list.len() as u64), next)
}
