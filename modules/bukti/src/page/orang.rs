//! Receipts of a person, and storing one: the norm is asked again here, whatever the form says.

use super::{closed, person};
use crate::kata;
use crate::view::{self, BuktiBaris, DaftarView};
use host::bukti::{Keeper, Question};
use host::opened::sight;
use host::{Action, Answer, Ctx, Problem, Reach, World, html, redirect};
use kernel::{Date, PegawaiId, Stamp};
use store::bukti::{Bukti, Place, of_person};

/// Receipts a page.
const ROWS: usize = 30;
/// A purpose says something and is no essay.
const PURPOSE: std::ops::RangeInclusive<usize> = 5..=300;

/// `GET /pegawai/{id}/bukti`.
pub fn daftar(ctx: &mut Ctx) -> Answer {
    let (world, i, id) = person(ctx)?;
    Ok(html(said(ctx, &world, i, id, Vec::new())?))
}

/// `POST /pegawai/{id}/bukti`.
pub fn simpan(ctx: &mut Ctx) -> Answer {
    let (world, i, id) = person(ctx)?;
    let law = ctx.hall.hukum();
    let mut errors: Vec<(String, String)> = Vec::new();
    let mut wrong = |field: &str, sentence: &str| errors.push((field.to_owned(), sentence.to_owned()));
    let mut day = |field: &str, needed: bool| {
        let text = ctx.field(field).trim();
        let read = Date::parse(text);
        if read.is_none() && (needed || !text.is_empty()) {
            wrong(field, "Tulis tanggalnya, misalnya 01-04-2026.");
        }
        read
    };
    let (berlaku, diketahui, hukum) = (day("berlaku", true), day("diketahui", false), day("hukum", false));
    let kunci = ctx.field("norma").trim().to_owned();
    if !law.pack.kunci().any(|known| known == kunci) {
        wrong("norma", "Pilih norma yang ditanyakan.");
    }
    let keperluan = ctx.field("keperluan").split_whitespace().collect::<Vec<_>>().join(" ");
    if !PURPOSE.contains(&keperluan.chars().count()) {
        wrong(
            "keperluan",
            "Tulis keperluannya, 5 sampai 300 huruf, misalnya: usul kenaikan pangkat April 2026.",
        );
    }
    if !errors.is_empty() {
        return Ok(host::http::refused(said(ctx, &world, i, id, errors)?));
    }
    let question = Question {
        kunci: &kunci,
        berlaku: berlaku.unwrap_or(ctx.clocks.today),
        diketahui: diketahui.map(Stamp::end_of),
        hukum,
        hukum_diketahui: None,
        closed: !sight(ctx, id)?.discipline,
    };
    let visitor = ctx.visitor()?;
    let keeper = Keeper { actor: &visitor.akun, by: &visitor.signature(), keperluan: &keperluan };
    let hall = &ctx.hall;
    let stored = hall.with(|conn| {
        let asked = host::bukti::ask(conn, &law, &hall.tables, hall.now(), id, &question)?;
        asked.map(|asked| host::bukti::keep(conn, &hall.node, &asked, &keeper)).transpose()
    })?;
    match stored {
        Some(entry) => Ok(redirect(&format!("/pegawai/{id}/bukti/{entry}"))),
        None => {
            let sentence = "Tidak ada ketentuan dengan norma ini yang berlaku pada hukum hari itu.";
            let errors = vec![("norma".to_owned(), sentence.to_owned())];
            Ok(host::http::refused(said(ctx, &world, i, id, errors)?))
        }
    }
}

fn said(
    ctx: &Ctx,
    world: &World,
    i: usize,
    id: PegawaiId,
    errors: Vec<(String, String)>,
) -> Result<maud::Markup, Problem> {
    let after = Place::parse(ctx.query("sesudah")).unwrap_or(Place::NEWEST);
    let mut found = ctx.hall.with(|conn| of_person(conn, id, after, ROWS + 1))?;
    let more = found.len() > ROWS;
    found.truncate(ROWS);
    let base = format!("/pegawai/{id}");
    let sight = sight(ctx, id)?;
    let law = ctx.hall.hukum();
    let today = ctx.clocks.today;
    let row = |bukti: &Bukti| BuktiBaris {
        href: format!("{base}/bukti/{}", bukti.entry),
        stored: kata::moment(bukti.recorded),
        norm: (!closed(bukti, sight)).then(|| kata::title(&law.pack, &bukti.norma, bukti.hukum)),
        verdict: kata::verdict(&bukti.putusan),
        purpose: bukti.keperluan.clone(),
        by: bukti.by.clone(),
    };
    let may = ctx.visitor()?.reach(Action::Catat) != Reach::None;
    let norms = || law.pack.kunci().map(|k| (k.to_owned(), kata::title(&law.pack, k, today))).collect();
    let next = found.last().filter(|_| more).map(|last| last.place().text());
    let page = DaftarView {
        name: world.register.nama(i).to_owned(),
        nip: world.register.nip(i).to_owned(),
        rows: found.iter().map(row).collect(),
        next_href: next.map(|place| web::url::link(&format!("{base}/bukti"), &[("sesudah", &place)])),
        norms: may.then(norms),
        typed: ctx.form.clone(),
        today: today.to_string(),
        closed: !sight.discipline,
        action: format!("{base}/bukti"),
        open_href: format!("{base}/buka"),
        errors,
    };
    let crumbs = [("Beranda", "/"), ("Data Pegawai", "/pegawai"), (page.name.as_str(), base.as_str())];
    Ok(view::daftar(&ctx.frame("Bukti telaah", &crumbs), &page))
}
