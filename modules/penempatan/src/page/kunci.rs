//! `/penempatan/{id}/kunci`: freezing what a round is worked out from, thawing it, and what has changed since.

use super::catat::{alasan, atau_ulang, boleh, catat, kembali, ulang};
use super::macam::kriteria_nama;
use super::syarat::bahan;
use super::umum::{frame_rencana, kepala, orang, panel, saat, tak_berkepentingan};
use crate::berkas;
use crate::isi::Isi;
use crate::kumpul::{Kumpulan, kumpul};
use crate::rule::beda::{Beda, beda};
use crate::rule::beku::KriteriaBeku;
use crate::rule::{Beku, Rencana, Tindak, Tolak, sidik};
use crate::view::kunci::{KunciView, kunci as view};
use crate::view::ulang::Ulang;
use host::{Action, Answer, Ctx, Method, Problem, Route, World, html, http, tanggal};
use kernel::Date;
use kernel::search::fold_text;
use std::sync::Arc;
use web::Frame;
use web::format::angka;

/// These pages.
pub const ROUTES: &[Route] = &[
    Route {
        method: Method::Get,
        path: "/penempatan/{id}/kunci",
        action: Some(Action::Penempatan),
        handler: lihat,
    },
    Route {
        method: Method::Post,
        path: "/penempatan/{id}/kunci",
        action: Some(Action::KelolaPenempatan),
        handler: kunci,
    },
    Route {
        method: Method::Post,
        path: "/penempatan/{id}/kunci/buka",
        action: Some(Action::KelolaPenempatan),
        handler: buka,
    },
];

/// Differences listed.
const LISTED: usize = 60;

/// `GET /penempatan/{id}/kunci`; `banding` compares the frozen with the present.
fn lihat(ctx: &mut Ctx) -> Answer {
    let (world, r) = panel(ctx)?;
    let page = susun(ctx, &world, &r, Ulang::default())?;
    Ok(html(view(&frame_rencana(ctx, &r, "Data dikunci"), &page)))
}

fn lagi(ctx: &Ctx, world: &Arc<World>, r: &Rencana, ulang: Ulang) -> Answer {
    let page = susun(ctx, world, r, ulang)?;
    Ok(http::refused(view(&Frame { refused: true, ..frame_rencana(ctx, r, "Data dikunci") }, &page)))
}

fn susun(ctx: &Ctx, world: &Arc<World>, r: &Rencana, ulang: Ulang) -> Result<KunciView, Problem> {
    let base = format!("/penempatan/{}/kunci", r.id);
    let mut page = KunciView {
        kepala: kepala(ctx, world, r, "/kunci"),
        terkunci: r.terkunci(),
        membuka: boleh(ctx, r, Tindak::BukaKunci),
        ulang,
        ..KunciView::default()
    };
    match (bahan(ctx, world, r)?, &r.kunci) {
        (Err(sentence), _) => page.halangan.push((sentence, format!("/penempatan/{}", r.id))),
        (Ok(found), Some(k)) => {
            page.fakta = fakta(ctx, &found.beku);
            page.fakta.push(("Dikunci oleh".into(), format!("{}, {}", k.tanda.oleh, saat(k.tanda.pada))));
            page.sidik.clone_from(&k.sidik);
            if ctx.query("banding") == "1" {
                tak_berkepentingan(ctx, &found.beku)?;
                let all = berbeda(ctx, world, r, &found.beku)?;
                page.beda_lebih = all.len().saturating_sub(LISTED);
                page.beda = Some(all.into_iter().take(LISTED).collect());
            } else {
                page.banding_href = format!("{base}?banding=1");
            }
        }
        (Ok(found), None) => {
            page.halangan = halangan(ctx, r, &found);
            page.fakta = fakta(ctx, &found.beku);
            page.sidik = sidik(&found.beku.tulis());
            page.mengunci = page.halangan.is_empty() && boleh(ctx, r, Tindak::Kunci);
            page.sebelum = belum_lewat(r, ctx.hall.today());
        }
    }
    page.alamat = base;
    Ok(page)
}

/// What keeps data from being locked: a sentence, and where it is mended.
fn halangan(ctx: &Ctx, r: &Rencana, found: &Kumpulan) -> Vec<(String, String)> {
    let at = format!("/penempatan/{}", r.id);
    let mut all = Vec::new();
    if !found.terbuka.is_empty() {
        let people: std::collections::BTreeSet<_> = found.terbuka.iter().flat_map(|t| &t.pegawai).collect();
        let sentence = format!(
            "{} hal tentang {} orang harus diputus sebelum data dikunci. (PNP-40)",
            found.terbuka.len(),
            people.len()
        );
        let reads = super::umum::membaca_orang(ctx, r);
        all.push((sentence, if reads { format!("{at}/syarat") } else { String::new() }));
    }
    if !found.tanpa_sumber.is_empty() {
        let names: Vec<String> = found.tanpa_sumber.iter().map(|k| kriteria_nama(ctx, k)).collect();
        let sentence =
            format!("Kriteria tanpa sumber: {}. Impor datanya lebih dahulu. (PNP-32)", names.join(", "));
        all.push((sentence, format!("{at}/kriteria")));
    }
    all
}

/// Until when people may ask for posts by the announced timetable, in words, while that has not passed; an end that names
/// no day has not.
fn belum_lewat(r: &Rencana, today: Date) -> Option<String> {
    let asks = |(what, until): &&(String, String)| {
        fold_text(what).contains("minat") || fold_text(until).contains("minat")
    };
    let ends = r.pokok.jadwal.iter().filter(asks).map(|(_, until)| (super::kata::hari(until), until));
    let open = ends.filter(|(day, _)| day.is_none_or(|day| today <= day)).max_by_key(|(day, _)| *day)?;
    Some(open.0.map_or_else(|| format!("\"{}\"", open.1), |day| tanggal(day).long()))
}

fn fakta(ctx: &Ctx, beku: &Beku) -> Vec<(String, String)> {
    let weight = |k: &KriteriaBeku| format!("{} {}", kriteria_nama(ctx, &k.kunci), k.bobot);
    let weights: Vec<String> = beku.kriteria.iter().map(weight).collect();
    let people: std::collections::BTreeSet<_> = beku.dikecualikan.iter().map(|d| d.pegawai).collect();
    [
        ("Tempat", angka(beku.kursi.len() as u64)),
        ("Orang yang dapat mengisi atau memegang pos", angka(beku.calon.len() as u64)),
        ("Pasangan orang dan tempat", angka(beku.pasangan.len() as u64)),
        ("Orang dengan pengecualian", angka(people.len() as u64)),
        ("Bobot", weights.join(", ")),
        ("Sidik paket peraturan", beku.paket.clone()),
    ]
    .map(|(l, v)| (l.to_owned(), v))
    .to_vec()
}

fn berbeda(ctx: &Ctx, world: &Arc<World>, r: &Rencana, then: &Beku) -> Result<Vec<String>, Problem> {
    let now = match kumpul(&ctx.hall, world, r) {
        Ok(found) => found.beku,
        Err(Problem::Refused(code, text)) => return Ok(vec![format!("{text} ({code})")]),
        Err(other) => return Err(other),
    };
    let name = |id| orang(world, id).0;
    let line = |b: Beda| match b {
        Beda::Paket => "Paket peraturan berganti.".to_owned(),
        Beda::Kursi(post, true) => format!("Tempat baru: {post}."),
        Beda::Kursi(post, false) => format!("Tempat yang tidak ada lagi: {post}."),
        Beda::Calon(id, true) => format!("{} sekarang dapat mengisi pos dalam rencana ini.", name(id)),
        Beda::Calon(id, false) => format!("{} sekarang tidak dapat mengisi pos mana pun.", name(id)),
        Beda::Boleh(id, post, true) => format!("{} sekarang memenuhi syarat untuk {post}.", name(id)),
        Beda::Boleh(id, post, false) => format!("{} sekarang tidak memenuhi syarat untuk {post}.", name(id)),
        Beda::Nilai(id, post, key, from, to) => {
            format!("{} untuk {post}: {} {from} menjadi {to}.", name(id), kriteria_nama(ctx, &key))
        }
    };
    Ok(beda(then, &now).into_iter().map(line).collect())
}

/// `POST /penempatan/{id}/kunci`: what the visitor saw, and nothing else.
fn kunci(ctx: &mut Ctx) -> Answer {
    let (world, r) = panel(ctx)?;
    r.boleh(Tindak::Kunci)?;
    let found = match bahan(ctx, &world, &r)? {
        Ok(found) => found,
        Err(text) => return Err(Problem::Refused("PNP-42", text)),
    };
    let made = sidik(&found.beku.tulis());
    if let Some((sentence, _)) = halangan(ctx, &r, &found).into_iter().next() {
        return Err(Problem::Refused("PNP-40", sentence));
    }
    if ctx.field("sidik") != made {
        let sentence = "Data berubah sejak halaman ini dibuka, jadi sidiknya berbeda. Buka lagi halaman Data dikunci, periksa, lalu kunci.";
        return Err(Problem::Refused("PNP-41", sentence.into()));
    }
    if let Some(day) = belum_lewat(&r, ctx.hall.today())
        && ctx.field("lebih_awal") != "1"
    {
        let sentence = format!(
            "Menurut jadwal yang diumumkan, minat diterima sampai {}. Centang pernyataan bahwa data dikunci lebih awal, atau tunggu sampai hari itu lewat. (PNP-47)",
            day
        );
        return lagi(ctx, &world, &r, ulang(ctx, vec![("lebih_awal".into(), sentence)]));
    }
    let kept = berkas::simpan(&ctx.hall, &found.beku)?;
    let size = |r: &Rencana| (r.putusan.len(), r.minat.clone(), r.dikesampingkan.len());
    catat(ctx, &r, Tindak::Kunci, |now| {
        if size(now) != size(&r) {
            let sentence =
                "Minat, putusan, atau pengesampingan baru saja bertambah. Buka lagi halaman ini, lalu kunci.";
            return Err(Tolak("PNP-41", sentence.into()));
        }
        Ok(vec![Isi::Dikunci { sidik: kept, paket: found.beku.paket.clone() }])
    })?;
    kembali(ctx, "/kunci", "dikunci")
}

/// `POST /penempatan/{id}/kunci/buka`.
fn buka(ctx: &mut Ctx) -> Answer {
    let (world, r) = panel(ctx)?;
    let done = alasan(ctx)
        .map_err(Problem::from)
        .and_then(|alasan| catat(ctx, &r, Tindak::BukaKunci, |_| Ok(vec![Isi::KunciDibuka { alasan }])));
    match atau_ulang(ctx, "alasan", done)? {
        Ok(()) => kembali(ctx, "/kunci", "kunci-dibuka"),
        Err(ulang) => lagi(ctx, &world, &r, ulang),
    }
}
