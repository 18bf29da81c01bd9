//! `/tugas`: what waits for whoever asks, by deadline.

use crate::rule::{Kelompok, sisa};
use crate::view::{self, Kelompok as Bagian, TugasBaris, TugasView};
use host::kalender::Kalender;
use host::tugas::{Milik, milik};
use host::{Answer, Ctx, Problem, html, tanggal};
use kernel::Date;
use std::collections::BTreeMap;
use web::component::tab::Tab;
use web::{Tone, url};

/// Tasks a page shows; those with the nearest deadlines.
const SHOWN: usize = 100;

/// `GET /tugas`.
pub fn daftar(ctx: &mut Ctx) -> Answer {
    let visitor = ctx.visitor()?.clone();
    let today = ctx.hall.today();
    let world = ctx.present()?;
    let all = milik(&ctx.hall, ctx.modules, &visitor, today)?;
    ctx.hall.hitung_tugas.ingat(&visitor, &world.sizes, all.len());
    let tabs = tabs(&all, ctx.query("bidang")).ok_or(Problem::NotFound)?;
    let bidang = ctx.query("bidang");
    let chosen: Vec<&Milik> = all.iter().filter(|m| bidang.is_empty() || m.tugas.bidang == bidang).collect();
    let kalender = Kalender::of(&ctx.hall);
    let mut missing = None;
    let mut groups: BTreeMap<Kelompok, Vec<TugasBaris>> = BTreeMap::new();
    for m in chosen.iter().take(SHOWN) {
        let kelompok = Kelompok::of(today, m.tugas.tenggat);
        groups.entry(kelompok).or_default().push(baris(m, kelompok, today, &kalender, &mut missing));
    }
    let page = TugasView {
        tabs,
        groups: groups
            .into_iter()
            .map(|(kelompok, rows)| Bagian { judul: kelompok.label().to_owned(), rows })
            .collect(),
        hidden: chosen.len().saturating_sub(SHOWN) as u64,
        missing,
    };
    Ok(html(view::tugas(&ctx.frame("Tugas saya", &[("Beranda", "/")]), &page)))
}

/// One tab for each sort of work there is; `None` when that which is asked for is none.
fn tabs(all: &[Milik], current: &str) -> Option<Vec<Tab>> {
    let mut counts: BTreeMap<&str, u64> = BTreeMap::new();
    for m in all {
        *counts.entry(m.tugas.bidang).or_default() += 1;
    }
    if !current.is_empty() && !counts.contains_key(current) && !all.is_empty() {
        return None;
    }
    let tab = |label: &str, bidang: &str, count: u64| Tab {
        label: label.to_owned(),
        href: url::link(host::tugas::ALAMAT, &[("bidang", bidang)]),
        count: Some(count),
        current: bidang == current,
        ..Tab::default()
    };
    let first = tab("Semua", "", all.len() as u64);
    Some(std::iter::once(first).chain(counts.iter().map(|(bidang, n)| tab(bidang, bidang, *n))).collect())
}

fn baris(
    m: &Milik,
    kelompok: Kelompok,
    today: Date,
    kalender: &Kalender,
    missing: &mut Option<String>,
) -> TugasBaris {
    let t = &m.tugas;
    let mut notes = vec![t.bidang.to_owned()];
    notes.extend((!t.rincian.is_empty()).then(|| t.rincian.clone()));
    notes.extend(t.sejak.map(|day| format!("menunggu sejak {}", tanggal(day).short())));
    notes.extend((!m.atas_nama.is_empty()).then(|| format!("atas nama {}", m.atas_nama)));
    let tone = match kelompok {
        Kelompok::Lewat => Tone::Bahaya,
        Kelompok::HariIni => Tone::Awas,
        _ => Tone::Netral,
    };
    let words = t.tenggat.map(|day| {
        let distance = match kalender.hari_kerja_sampai(today, day) {
            Ok(count) if day != today => sisa(count),
            Ok(_) => "hari ini".to_owned(),
            Err(year) => {
                *missing = Some(year.to_string());
                tanggal(day).distance(tanggal(today))
            }
        };
        let off = matches!(kalender.bekerja(day), Ok(false));
        format!("{} · {distance}{}", tanggal(day).short(), if off { " · hari libur" } else { "" })
    });
    TugasBaris {
        judul: t.judul.clone(),
        keterangan: notes.join(" · "),
        href: t.alamat.clone(),
        tenggat: (words.unwrap_or_default(), tone),
    }
}
