//! The same list as files: every row of it.

use super::baris::baris;
use super::daftar::lembar;
use super::lingkup::Lingkup;
use crate::view::Acara;
use crate::{berkas, kalender};
use host::{Answer, Ctx, http};
use kernel::Date;
use std::collections::BTreeMap;

/// `GET /penjagaan/unduh.xlsx`.
pub fn xlsx(ctx: &mut Ctx) -> Answer {
    let hukum = ctx.hall.hukum();
    let asked = Lingkup::read(ctx, &hukum)?;
    let people = asked.terpilih();
    berkas::xlsx(ctx, &about(&asked), baris(ctx, &asked, &people))
}

/// `GET /penjagaan/unduh.csv`.
pub fn csv(ctx: &mut Ctx) -> Answer {
    let hukum = ctx.hall.hukum();
    let asked = Lingkup::read(ctx, &hukum)?;
    let people = asked.terpilih();
    berkas::csv(ctx, &about(&asked), baris(ctx, &asked, &people))
}

fn about(asked: &Lingkup<'_>) -> berkas::Perihal {
    berkas::Perihal {
        lembar: lembar(asked),
        layanan: asked.layanan.kunci.to_string(),
        macam: asked.macam,
        per_jawaban: asked.by_answer(),
        lepas: asked.hasil.lepas.clone(),
    }
}

/// `GET /penjagaan/kalender.ics`: an event for each day somebody falls due.
pub fn ics(ctx: &mut Ctx) -> Answer {
    let hukum = ctx.hall.hukum();
    let asked = Lingkup::read(ctx, &hukum)?;
    let mut days: BTreeMap<Date, Vec<String>> = BTreeMap::new();
    for orang in asked.terpilih() {
        if let Some(day) = orang.jaga.and_then(|j| j.hari) {
            days.entry(day).or_default().push(asked.world.register.nama(orang.baris as usize).to_owned());
        }
    }
    let acara = days.into_iter().map(|(hari, nama)| Acara { hari, nama });
    let text = kalender::tulis(&asked.layanan.kunci, &asked.layanan.nama, ctx.hall.now(), acara);
    let name = format!("penjagaan-{}-{}.ics", asked.layanan.kunci, asked.world.as_of.effective);
    Ok(http::file(&name, "text/calendar; charset=utf-8", text.into_bytes()))
}
