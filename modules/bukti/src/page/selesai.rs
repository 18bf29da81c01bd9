//! Closed items of the re-examination queue: the last closing of each receipt that nothing touched since.

use super::tinjau::{DONE, tabs};
use crate::kata;
use crate::view::{self, SelesaiBaris, SelesaiView};
use host::bukti::Reading;
use host::{Answer, Ctx, html};
use law::receipt::Tertutup;
use store::bukti::Place;
use store::pejabat::tinjau::{Selesai, closed};
use web::url;

/// Closings read for a page.
const ROWS: usize = 30;

/// `GET /tinjau-ulang?bagian=selesai`.
pub fn selesai(ctx: &mut Ctx) -> Answer {
    let world = ctx.present()?;
    let after = Place::parse(ctx.query("sesudah")).unwrap_or(Place::NEWEST);
    let law = ctx.hall.hukum();
    let found = ctx.hall.with(|conn| closed(conn, &law.pack.hash, after, ROWS))?;
    let last = found.last().filter(|_| found.len() == ROWS);
    let next = last.map(|done| Place { recorded: done.tutup.recorded, entry: done.tutup.entry }.text());
    let sees = ctx.sees(&world);
    let mut reading = Reading::of(&law.pack);
    let mut rows = Vec::new();
    for done in found.iter().filter(|done| !reading.reopened(done)) {
        let Some(i) = world.register.find(done.bukti.pegawai).filter(|&i| sees(i)) else { continue };
        let norm = kata::title(&law.pack, &done.bukti.norma, done.bukti.hukum);
        rows.push(row(done, world.register.nama(i), world.register.nip(i), norm));
    }
    let page = SelesaiView {
        tabs: tabs(DONE),
        rows,
        next_href: next.map(|place| url::link("/tinjau-ulang", &[("bagian", DONE), ("sesudah", &place)])),
    };
    Ok(html(view::selesai(&ctx.frame("Tinjau ulang", &[("Beranda", "/")]), &page)))
}

fn row(done: &Selesai, name: &str, nip: &str, norm: String) -> SelesaiBaris {
    let open = Tertutup::parse(&done.bukti.tertutup) != Tertutup::Dipakai;
    let base = format!("/pegawai/{}/bukti", done.bukti.pegawai);
    SelesaiBaris {
        name: name.to_owned(),
        nip: nip.to_owned(),
        href: format!("{base}/{}", done.bukti.entry),
        norm: open.then_some(norm),
        purpose: done.bukti.keperluan.clone(),
        outcome: kata::outcome(&done.tutup.hasil),
        reason: if open { done.tutup.alasan.clone() } else { String::new() },
        by: done.tutup.by.clone(),
        when: kata::moment(done.tutup.recorded),
        successor: done.tutup.pengganti.map(|entry| format!("{base}/{entry}")),
    }
}
