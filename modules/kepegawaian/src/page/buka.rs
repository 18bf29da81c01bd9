//! Opening what is masked: asked for part by part, with a reason, written to the journal before it is
//! shown, and readable by the person.

use crate::view::{self, AksesView, BukaView, Pembukaan};
use host::opened::{MINUTES, opened};
use host::sight::Bagian;
use host::{Action, Answer, Ctx, Problem, Reach, World, html, redirect, tanggal};
use kernel::PegawaiId;
use std::sync::Arc;
use store::Source;
use store::dibuka::{self, Opening};

/// A reason says something and is no essay.
const REASON: std::ops::RangeInclusive<usize> = 10..=500;
/// Openings shown.
const SHOWN: usize = 200;

/// The parts that belong to a visitor's work.
pub fn parts(ctx: &Ctx) -> Result<Vec<Bagian>, Problem> {
    let visitor = ctx.visitor()?;
    let may = visitor.reach(Action::Buka) != Reach::None;
    Ok(Bagian::ALL.into_iter().filter(|part| may && part.opened_by(visitor.role)).collect())
}

fn person(ctx: &Ctx) -> Result<(Arc<World>, usize, PegawaiId), Problem> {
    let id = PegawaiId::parse(ctx.param("id")).ok_or(Problem::NotFound)?;
    let world = ctx.present()?;
    let i = world.register.find(id).filter(|&i| ctx.sees(&world)(i)).ok_or(Problem::NotFound)?;
    Ok((world, i, id))
}

/// `GET /pegawai/{id}/buka`.
pub fn form(ctx: &mut Ctx) -> Answer {
    let (world, i, id) = person(ctx)?;
    // The own record is never masked.
    if ctx.visitor()?.pegawai == Some(id) {
        return Ok(redirect(&format!("/pegawai/{id}")));
    }
    Ok(html(said(ctx, &world, i, &[], "", Vec::new())?))
}

/// `POST /pegawai/{id}/buka`.
pub fn open(ctx: &mut Ctx) -> Answer {
    let (world, i, id) = person(ctx)?;
    let may = parts(ctx)?;
    let asked = ctx.form.iter().filter(|pair| pair.0 == "bagian");
    let asked: Vec<Bagian> = asked.filter_map(|pair| Bagian::parse(&pair.1)).collect();
    // Each part once, however often it is asked for.
    let chosen: Vec<Bagian> = may.into_iter().filter(|part| asked.contains(part)).collect();
    let reason = ctx.field("alasan").split_whitespace().collect::<Vec<_>>().join(" ");
    let mut errors = Vec::new();
    if chosen.is_empty() {
        errors.push(("bagian-0".to_owned(), "Pilih bagian yang hendak dibuka.".to_owned()));
    }
    if !REASON.contains(&reason.chars().count()) {
        let sentence = format!(
            "Tulis alasannya, {} sampai {} huruf, misalnya: verifikasi berkas pensiun.",
            REASON.start(),
            REASON.end()
        );
        errors.push(("alasan".to_owned(), sentence));
    }
    if !errors.is_empty() {
        return Ok(host::http::refused(said(ctx, &world, i, &chosen, &reason, errors)?));
    }
    let visitor = ctx.visitor()?;
    let by = visitor.signature();
    // What is in sight already is not opened again: a list of openings cannot be flooded.
    let open = opened(ctx, id)?.0;
    let openings: Vec<Opening<'_>> = chosen
        .iter()
        .filter(|part| !open.contains(part))
        .map(|part| Opening {
            instansi: world.instansi_of(i),
            pegawai: Some(id),
            actor: &visitor.akun,
            by: &by,
            part: part.word(),
            reason: &reason,
        })
        .collect();
    let node = &ctx.hall.node;
    ctx.hall.with(|conn| {
        let mut source: Source = node.source(conn)?;
        dibuka::record(conn, &node.key, &mut source, &openings)
    })?;
    let section = if chosen == [Bagian::Nomor] { "" } else { "?bagian=riwayat" };
    Ok(redirect(&format!("/pegawai/{id}{section}")))
}

fn said(
    ctx: &Ctx,
    world: &World,
    i: usize,
    chosen: &[Bagian],
    reason: &str,
    errors: Vec<(String, String)>,
) -> Result<maud::Markup, Problem> {
    let (name, base) = (world.register.nama(i).to_owned(), format!("/pegawai/{}", world.register.id[i]));
    let part = |part: &Bagian| (part.word().to_owned(), part.label().to_owned(), chosen.contains(part));
    let page = BukaView {
        name: name.clone(),
        nip: world.register.nip(i).to_owned(),
        parts: parts(ctx)?.iter().map(part).collect(),
        reason: reason.to_owned(),
        minutes: MINUTES as u64,
        action: format!("{base}/buka"),
        back: base.clone(),
        errors,
    };
    let crumbs = [("Beranda", "/"), ("Data Pegawai", "/pegawai"), (name.as_str(), &base)];
    Ok(view::buka(&ctx.frame("Buka data tersamar", &crumbs), &page))
}

/// `GET /pegawai/{id}/akses`: who looked. For the person, and for those who read the journal.
pub fn seen(ctx: &mut Ctx) -> Answer {
    let (world, i, id) = person(ctx)?;
    let visitor = ctx.visitor()?;
    let own = visitor.pegawai == Some(id);
    if !own && visitor.reach(Action::Jurnal) == Reach::None {
        return Err(Problem::Forbidden);
    }
    let found = ctx.hall.with(|conn| dibuka::seen(conn, id, world.instansi_of(i), SHOWN))?;
    let name = world.register.nama(i).to_owned();
    let row = |seen: &dibuka::Seen| Pembukaan {
        date: tanggal(seen.recorded.date_wib()),
        time: format!("{} WIB", seen.recorded.wib().rsplit(' ').next().unwrap_or("")),
        by: seen.by.clone(),
        part: match Bagian::parse(&seen.part) {
            Some(part) => part.label().to_owned(),
            None => seen.part.clone(),
        },
        reason: seen.reason.clone(),
        everybody: seen.everybody,
    };
    let page =
        AksesView { own, name: name.clone(), rows: found.iter().map(row).collect(), limit: SHOWN as u64 };
    let title = if own { "Siapa melihat data saya" } else { "Siapa melihat data ini" };
    let base = format!("/pegawai/{id}");
    let crumbs = [("Beranda", "/"), (name.as_str(), base.as_str())];
    Ok(html(view::akses(&ctx.frame(title, &crumbs), &page)))
}
