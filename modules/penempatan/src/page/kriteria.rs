//! `/penempatan/{id}/kriteria`: criteria and weights, whether they have sources and favour somebody, the announcement.

use super::catat::{atau_ulang, boleh, catat, kembali, sama_versi, surat, ulang, versi};
use super::kata;
use super::macam;
use super::umum::{frame_rencana, kepala, panel, sebut};
use crate::isi::{Bobot, Isi, Kriteria};
use crate::kumpul::{Kumpulan, kumpul};
use crate::rule::condong::condong;
use crate::rule::{Rencana, Tahap, Tindak, Tolak};
use crate::view::kriteria::{BarisKriteria, KriteriaView, kriteria as view};
use crate::view::surat::SuratForm;
use crate::view::ulang::Ulang;
use host::{Action, Answer, Ctx, Method, Problem, Route, World, html, http};
use std::sync::Arc;
use web::{Frame, Tone};

/// These pages.
pub const ROUTES: &[Route] = &[
    Route {
        method: Method::Get,
        path: "/penempatan/{id}/kriteria",
        action: Some(Action::Penempatan),
        handler: lihat,
    },
    Route {
        method: Method::Post,
        path: "/penempatan/{id}/kriteria",
        action: Some(Action::KelolaPenempatan),
        handler: simpan,
    },
    Route {
        method: Method::Upload,
        path: "/penempatan/{id}/kriteria/umumkan",
        action: Some(Action::KelolaPenempatan),
        handler: umumkan,
    },
];

/// `GET /penempatan/{id}/kriteria`; `periksa` gathers the round and looks at its weights.
fn lihat(ctx: &mut Ctx) -> Answer {
    let (world, r) = panel(ctx)?;
    let page = susun(ctx, &world, &r, Ulang::default())?;
    Ok(html(view(&frame_rencana(ctx, &r, "Kriteria"), &page)))
}

fn lagi(ctx: &Ctx, world: &Arc<World>, r: &Rencana, ulang: Ulang) -> Answer {
    let page = susun(ctx, world, r, ulang)?;
    Ok(http::refused(view(&Frame { refused: true, ..frame_rencana(ctx, r, "Kriteria") }, &page)))
}

fn susun(ctx: &Ctx, world: &Arc<World>, r: &Rencana, ulang: Ulang) -> Result<KriteriaView, Problem> {
    let base = format!("/penempatan/{}/kriteria", r.id);
    let asks = ctx.query("periksa") == "1" && boleh(ctx, r, Tindak::Kriteria);
    let (periksa, without) = if asks { periksa(ctx, world, r)? } else { (Vec::new(), Vec::new()) };
    let proposed = macam::bobot(ctx, &r.pokok.macam);
    let weight = |key: &str| match r.kriteria.bobot.as_slice() {
        [] => proposed.iter().find(|b| b.0 == key).map_or(0, |b| b.1),
        own => own.iter().find(|b| b.kriteria == key).map_or(0, |b| b.bobot),
    };
    let ready = !r.kriteria.bobot.is_empty() && !r.pos.is_empty();
    Ok(KriteriaView {
        kepala: kepala(ctx, world, r, "/kriteria"),
        ubah: boleh(ctx, r, Tindak::Kriteria),
        versi: versi(&r.kriteria),
        rows: macam::kriteria(ctx)
            .iter()
            .map(|k| BarisKriteria {
                kunci: k.kunci.to_string(),
                nama: k.nama.to_string(),
                arti: k.arti.to_string(),
                sumber: k.sumber.to_string(),
                dasar: k.dasar.to_string(),
                kepastian: k.kepastian.label().to_owned(),
                bobot: weight(&k.kunci),
                tanpa_sumber: without.iter().any(|w| **w == *k.kunci),
            })
            .collect(),
        duk: r.kriteria.duk,
        periksa,
        periksa_href: if ready && !asks { format!("{base}?periksa=1") } else { String::new() },
        umumkan: (ready && boleh(ctx, r, Tindak::Umumkan)).then(|| SuratForm {
            alamat: format!("{base}/umumkan"),
            tetap: Vec::new(),
            apa: "pengumuman".into(),
            tombol: "Umumkan syarat dan bobot".into(),
            hadir: None,
        }),
        pengumuman: r.surat(Tahap::Diumumkan).map_or(String::new(), sebut),
        alamat: base,
        ulang,
    })
}

/// What was found: tone and sentence; and the criteria without a source.
type Temuan = (Vec<(Tone, String)>, Vec<String>);

/// What can be said of the weights before they are announced.
fn periksa(ctx: &Ctx, world: &Arc<World>, r: &Rencana) -> Result<Temuan, Problem> {
    let found = match kumpul(&ctx.hall, world, r) {
        Ok(found) => found,
        Err(Problem::Refused(code, text)) => {
            return Ok((vec![(Tone::Awas, format!("{text} ({code})"))], Vec::new()));
        }
        Err(other) => return Err(other),
    };
    let mut said = Vec::new();
    if !found.tanpa_sumber.is_empty() {
        said.push((Tone::Awas, tanpa_sumber(ctx, &found)));
    }
    match condong(&found.beku) {
        Ok(gained) => said.push(match gained.as_slice() {
            [] => (Tone::Ok, "Dengan bobot merata, orang yang mendapat pos sama.".to_owned()),
            [one] => {
                let name = kata::calon(world, &found.beku, *one).0;
                let sentence = format!("Bobot ini menguntungkan satu orang bernama: hanya {name} yang mendapat pos karenanya dan tidak mendapatnya dengan bobot merata. Periksa alasan bobotnya.");
                (Tone::Awas, sentence)
            }
            many => (Tone::Info, format!("Dengan bobot merata, {} orang yang lain susunannya; tidak satu orang saja.", many.len())),
        }),
        Err(Tolak(code, text)) => said.push((Tone::Awas, format!("{text} ({code})"))),
    }
    Ok((said, found.tanpa_sumber))
}

fn tanpa_sumber(ctx: &Ctx, found: &Kumpulan) -> String {
    let names: Vec<String> = found.tanpa_sumber.iter().map(|k| macam::kriteria_nama(ctx, k)).collect();
    format!(
        "Kriteria tanpa sumber tidak dapat diberi bobot: {}. Impor datanya, atau jadikan bobotnya 0.",
        names.join(", ")
    )
}

/// Refuses weights on what nothing speaks to; what cannot be gathered yet is asked again at the announcement.
fn bersumber(ctx: &Ctx, world: &Arc<World>, r: &Rencana) -> Result<(), Problem> {
    let found = kumpul(&ctx.hall, world, r)?;
    if found.tanpa_sumber.is_empty() {
        return Ok(());
    }
    Err(Problem::Refused("PNP-32", tanpa_sumber(ctx, &found)))
}

/// `POST /penempatan/{id}/kriteria`.
fn simpan(ctx: &mut Ctx) -> Answer {
    let (world, r) = panel(ctx)?;
    let kriteria = match baca(ctx) {
        Ok(kriteria) => kriteria,
        Err(salah) => return lagi(ctx, &world, &r, ulang(ctx, salah)),
    };
    let tried = Rencana { kriteria: kriteria.clone(), ..Rencana::clone(&r) };
    let sourced = if r.pos.is_empty() { Ok(()) } else { bersumber(ctx, &world, &tried) };
    let done = sourced.and_then(|()| {
        catat(ctx, &r, Tindak::Kriteria, |now| {
            sama_versi(ctx, &now.kriteria)?;
            Ok(vec![Isi::Kriteria(kriteria)])
        })
    });
    match atau_ulang(ctx, "bobot", done)? {
        Ok(()) => kembali(ctx, "/kriteria", "kriteria"),
        Err(ulang) => lagi(ctx, &world, &r, ulang),
    }
}

/// Weights as typed; what is wrong by field.
fn baca(ctx: &Ctx) -> Result<Kriteria, Vec<(String, String)>> {
    let (mut bobot, mut salah) = (Vec::new(), Vec::new());
    for k in macam::kriteria(ctx) {
        let field = format!("bobot-{}", k.kunci);
        let typed = ctx.field(&field).trim().trim_end_matches('%').trim_end();
        match (typed, typed.parse::<u8>()) {
            ("", _) | (_, Ok(0)) => {}
            (_, Ok(n)) if n <= 100 => bobot.push(Bobot { kriteria: k.kunci.to_string(), bobot: n }),
            _ => salah.push((
                field,
                format!(
                    "Bobot {} ditulis sebagai angka bulat 0 sampai 100. Anda mengisi \"{typed}\". (PNP-31)",
                    k.nama
                ),
            )),
        }
    }
    let sum: u32 = bobot.iter().map(|b| u32::from(b.bobot)).sum();
    if salah.is_empty() && sum != 100 {
        let first = macam::kriteria(ctx).first().map_or(String::new(), |k| format!("bobot-{}", k.kunci));
        let parts: Vec<String> =
            bobot.iter().map(|b| format!("{} {}", macam::kriteria_nama(ctx, &b.kriteria), b.bobot)).collect();
        let list = if parts.is_empty() { "belum ada yang diisi".to_owned() } else { parts.join(", ") };
        salah.push((first, format!("Jumlah bobot {sum}, seharusnya 100 ({list}). (PNP-30)")));
    }
    if salah.is_empty() { Ok(Kriteria { bobot, duk: ctx.field("duk") == "1" }) } else { Err(salah) }
}

/// `POST /penempatan/{id}/kriteria/umumkan`.
fn umumkan(ctx: &mut Ctx) -> Answer {
    let (world, r) = panel(ctx)?;
    let surat = match surat(ctx)? {
        Ok(surat) => surat,
        Err(salah) => return lagi(ctx, &world, &r, ulang(ctx, salah)),
    };
    let part = |r: &Rencana| versi(&(&r.pos, &r.kriteria, &r.pokok));
    let done = bersumber(ctx, &world, &r).and_then(|()| {
        catat(ctx, &r, Tindak::Umumkan, |now| {
            if part(now) != part(&r) {
                let sentence = "Pos atau bobot diubah orang lain sementara itu. Baca lagi, lalu umumkan.";
                return Err(Tolak("PNP-03", sentence.into()));
            }
            Ok(vec![Isi::Diumumkan(surat)])
        })
    });
    match atau_ulang(ctx, "nomor", done)? {
        Ok(()) => kembali(ctx, "/kriteria", "diumumkan"),
        Err(ulang) => lagi(ctx, &world, &r, ulang),
    }
}
