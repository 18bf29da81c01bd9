//! Live minutes: written paragraph by paragraph, read by everybody it concerns once the meeting is open.

use super::super::catat::teks;
use super::super::umum::{Sidang, buka};
use super::{Siapa, boleh, catat, jam, kabar, kembali, langsung};
use crate::isi::{self, Isi};
use crate::rule::batas::{RTL_DULU, TAK_ADA};
use crate::rule::lipat::{dilihat, ditulis_dari};
use crate::rule::rakor::{Paragraf, Tanda, Usul, Versi};
use crate::rule::{Peran, Rakor, Tahap};
use crate::view::notulen::{self as view, AcaraNotulen, Ditolak, NotulenView, ParagrafView, RiwayatView};
use axum::http::StatusCode;
use axum::response::IntoResponse;
use host::{Action, Answer, Ctx, Problem, html, redirect};
use web::component::notulen::Bunyi;
use web::{Frame, Tone};

const PESAN: &[(&str, Tone, &str)] = &[
    ("dibuka", Tone::Ok, "Rakor dibuka. Notulen dapat ditulis dan dibaca para pihak."),
    ("ditulis", Tone::Ok, "Tulisan tersimpan."),
    ("bicara", Tone::Ok, "Nama masuk daftar pembicara."),
    ("giliran", Tone::Ok, "Daftar pembicara berubah."),
    ("usul", Tone::Ok, "Usul terkirim dan tampil pada notulen."),
    (
        "bentrok",
        Tone::Awas,
        "Orang lain menulis paragraf yang sama. Kedua bunyi tersimpan dan tampil berdampingan.",
    ),
];

/// `GET /rakor/{id}/notulen`.
pub fn baca(ctx: &mut Ctx) -> Answer {
    let sidang = buka(ctx)?;
    Ok(html(halaman(ctx, &sidang, None)))
}

fn halaman(ctx: &Ctx, sidang: &Sidang, ditolak: Option<Ditolak>) -> maud::Markup {
    let rakor = &sidang.rakor;
    let frame = Frame { refused: ditolak.is_some(), ..langsung(ctx, "Notulen", rakor) };
    let page = NotulenView {
        kepala: sidang.kepala("/notulen"),
        kabar: kabar(ctx, PESAN),
        alamat: format!("/rakor/{}", rakor.id),
        mulai: sidang.menyelenggarakan(ctx, Action::KelolaRakor)
            && rakor.boleh_tahap(Tahap::Berlangsung).is_ok(),
        tulis: sidang.menyelenggarakan(ctx, Action::CatatRakor) && rakor.boleh_ditulis().is_ok(),
        usul: sidang.peran() == Peran::Pihak
            && rakor.ikut(&sidang.instansi)
            && boleh(ctx, Action::TindakLanjut)
            && rakor.tahap == Tahap::Berlangsung,
        acara: acara(sidang),
        bicara: super::bicara::daftar(ctx, sidang),
        ditolak,
    };
    view::notulen(&frame, &page)
}

/// Items of the agenda with what stands under them; what belongs to none comes last.
pub fn acara(sidang: &Sidang) -> Vec<AcaraNotulen> {
    let rakor = &sidang.rakor;
    let item = |id: &str, nomor: String, judul: &str, catatan: String| AcaraNotulen {
        id: id.to_owned(),
        nomor,
        judul: judul.to_owned(),
        catatan,
        paragraf: rakor.notulen.iter().filter(|p| p.agenda == id).map(paragraf).collect(),
        usul: rakor.usul.iter().filter(|u| u.agenda == id).map(|u| usulan(sidang, u)).collect(),
    };
    let mut all: Vec<AcaraNotulen> = Vec::new();
    if !rakor.pokok.sebelumnya.is_empty() {
        all.push(item(RTL_DULU, "Agenda 1".into(), super::super::persiapan::RTL_DULU_JUDUL, String::new()));
    }
    for a in &rakor.agenda {
        let note = [a.pukul.as_str(), a.penyaji.as_str()].into_iter().filter(|t| !t.is_empty());
        let note = note.collect::<Vec<_>>().join(" · ");
        all.push(item(&a.id, format!("Agenda {}", all.len() + 1), &a.judul, note));
    }
    // Items that were taken off the agenda keep what was said about them.
    let known: Vec<String> = all.iter().map(|a| a.id.clone()).collect();
    let mut loose = item("", "Lain-lain".into(), "", String::new());
    let gone = |agenda: &str| !agenda.is_empty() && !known.iter().any(|id| id == agenda);
    loose.paragraf.extend(rakor.notulen.iter().filter(|p| gone(&p.agenda)).map(paragraf));
    loose.usul.extend(rakor.usul.iter().filter(|u| gone(&u.agenda)).map(|u| usulan(sidang, u)));
    all.push(loose);
    all
}

fn usulan(sidang: &Sidang, usul: &Usul) -> (String, Bunyi) {
    let who = format!("Usul {} · {}", sidang.nama(&usul.tanda.instansi), jam(usul.tanda.pada));
    (usul.tanda.id.clone(), Bunyi { teks: usul.teks.clone(), oleh: who })
}

fn oleh(tanda: &Tanda) -> String {
    format!("{} · {}", tanda.oleh, jam(tanda.pada))
}

/// A version as a page shows it.
pub fn bunyi(versi: &Versi) -> Bunyi {
    Bunyi { teks: versi.teks.clone(), oleh: oleh(&versi.tanda) }
}

fn paragraf(p: &Paragraf) -> ParagrafView {
    ParagrafView {
        id: p.id.clone(),
        versi: ditulis_dari(&p.kini.tanda.id, p.bentrok.len()),
        kini: bunyi(&p.kini),
        beda: p.bentrok.iter().map(bunyi).collect(),
        dulu: p.dulu.len(),
    }
}

/// `POST /rakor/{id}/notulen`. A text over an older version is kept beside the newer one and both are shown.
pub fn tulis(ctx: &mut Ctx) -> Answer {
    // Whose rakor this is comes before what the form says.
    crate::page::umum::buka(ctx)?;
    let typed = isi::Tulis {
        paragraf: ctx.field("paragraf").to_owned(),
        dari: ctx.field("dari").to_owned(),
        agenda: ctx.field("agenda").to_owned(),
        teks: ctx.field("teks").to_owned(),
    };
    let mut beside = false;
    let done = catat(ctx, Siapa::Penyelenggara, |rakor, _| {
        rakor.boleh_ditulis()?;
        rakor.muat_paragraf(&typed)?;
        let text = teks(&typed.teks)?;
        beside = stale(rakor, &typed);
        let gone = !typed.paragraf.is_empty() && !rakor.notulen.iter().any(|p| p.id == typed.paragraf);
        // A paragraph nobody knows is no reason to lose what was typed: it becomes a new one.
        let paragraf = if gone { String::new() } else { typed.paragraf.clone() };
        Ok(vec![(Isi::Tulis(isi::Tulis { paragraf, teks: text, ..typed.clone() }), None)])
    });
    let entry = match done {
        Ok(entries) => entries.first().map(ToString::to_string).unwrap_or_default(),
        Err(Problem::Refused(code, alasan)) => {
            let ruas = [("paragraf", &typed.paragraf), ("dari", &typed.dari), ("agenda", &typed.agenda)];
            return tertolak(ctx, "notulen", (code, alasan), &ruas);
        }
        Err(other) => return Err(other),
    };
    let id = ctx.param("id").to_owned();
    let anchor = if typed.paragraf.is_empty() { entry } else { typed.paragraf };
    if beside {
        let sidang = buka(ctx)?;
        ctx.query.push(("pesan".into(), "bentrok".into()));
        return Ok((StatusCode::CONFLICT, html(halaman(ctx, &sidang, None))).into_response());
    }
    Ok(redirect(&format!("/rakor/{id}/notulen?pesan=ditulis#p-{anchor}")))
}

fn stale(rakor: &Rakor, typed: &isi::Tulis) -> bool {
    rakor.notulen.iter().any(|p| p.id == typed.paragraf && p.kini.tanda.id != dilihat(&typed.dari).0)
}

/// The minutes again with what could not be kept.
fn tertolak(ctx: &Ctx, halaman_: &str, (code, alasan): (&str, String), ruas: &[(&str, &String)]) -> Answer {
    let sidang = buka(ctx)?;
    // A name nobody knows would be refused again.
    let ruas = if code == TAK_ADA { &[] } else { ruas };
    let ditolak = Ditolak {
        alasan,
        teks: ctx.field("teks").to_owned(),
        ruas: ruas.iter().map(|r| (r.0.to_owned(), r.1.clone())).collect(),
        alamat: format!("/rakor/{}/{halaman_}", sidang.rakor.id),
    };
    Ok(host::http::refused(halaman(ctx, &sidang, Some(ditolak))))
}

/// `POST /rakor/{id}/usul`.
pub fn usul(ctx: &mut Ctx) -> Answer {
    // Whose rakor this is comes before what the form says.
    crate::page::umum::buka(ctx)?;
    let agenda = ctx.field("agenda").to_owned();
    let typed = ctx.field("teks").to_owned();
    let done = catat(ctx, Siapa::Peserta, |rakor, own| {
        if rakor.tahap != Tahap::Berlangsung {
            return Err(crate::rule::Tolak("RAKOR-13", "Usul disampaikan selama rakor berlangsung.".into()));
        }
        rakor.muat_usul(&agenda, own)?;
        Ok(vec![(Isi::Usul { agenda: agenda.clone(), teks: teks(&typed)? }, None)])
    });
    match done {
        Ok(_) => kembali(ctx, "notulen", "usul"),
        Err(Problem::Refused(code, alasan)) => tertolak(ctx, "usul", (code, alasan), &[("agenda", &agenda)]),
        Err(other) => Err(other),
    }
}

/// `GET /rakor/{id}/notulen/{paragraf}`.
pub fn riwayat(ctx: &mut Ctx) -> Answer {
    let sidang = buka(ctx)?;
    let asked = ctx.param("paragraf");
    let paragraf = sidang.rakor.notulen.iter().find(|p| p.id == asked).ok_or(Problem::NotFound)?;
    let older = paragraf.dulu.iter().rev();
    let page = RiwayatView {
        kepala: sidang.kepala("/notulen"),
        kembali: format!("/rakor/{}/notulen", sidang.rakor.id),
        versi: paragraf.bentrok.iter().rev().chain([&paragraf.kini]).chain(older).map(bunyi).collect(),
    };
    Ok(html(view::riwayat(&langsung(ctx, "Riwayat paragraf", &sidang.rakor), &page)))
}
