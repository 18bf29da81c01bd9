//! `/penempatan/{id}/sk`: a draft for each person who moves, the letters of the round, the file for the BKN, and the
//! SK enacted.

mod bahan;
mod formulir;
mod susun;
pub mod terbit;

use self::bahan::Bahan;
use super::catat::{action, atau_ulang, kembali, surat, ulang, wajib};
use super::umum::frame_rencana;
use crate::isi::{Isi, Surat};
use crate::naskah::{IsianSurat, Jenis};
use crate::rule::{Rencana, Tahap, Tindak, sidik};
use crate::tetapkan::{self, Ketetapan};
use crate::view::sk as view;
use crate::view::ulang::Ulang;
use crate::{pertek, store};
use host::peristiwa::Pelaku;
use host::{Action, Answer, Ctx, Method, Problem, Reach, Role, Route, html, http};
use kernel::Kind;
use web::Frame;

const fn route(method: Method, path: &'static str, action: Action, handler: fn(&mut Ctx) -> Answer) -> Route {
    Route { method, path, action: Some(action), handler }
}

/// These pages.
pub const ROUTES: &[Route] = &[
    route(Method::Get, "/penempatan/{id}/sk", Action::Penempatan, lihat),
    route(Method::Upload, "/penempatan/{id}/sk", Action::KelolaPenempatan, tetap),
    route(Method::Post, "/penempatan/{id}/sk/cetak", Action::KelolaPenempatan, cetak),
    route(Method::Post, "/penempatan/{id}/pertek.zip", Action::Penempatan, unduh),
    route(Method::Post, "/penempatan/{id}/surat", Action::KelolaPenempatan, terbit::terbitkan),
    route(Method::Post, "/penempatan/{id}/surat/{surat}", Action::Penempatan, terbit::ambil),
];

/// `GET /penempatan/{id}/sk`.
fn lihat(ctx: &mut Ctx) -> Answer {
    let bahan = Bahan::gather(ctx)?;
    let page = susun::susun(ctx, &bahan, Ulang::default())?;
    Ok(html(view::sk(&frame_rencana(ctx, &bahan.rencana, "SK"), &page)))
}

fn lagi(ctx: &Ctx, bahan: &Bahan, ulang: Ulang) -> Answer {
    let page = susun::susun(ctx, bahan, ulang)?;
    let frame = Frame { refused: true, ..frame_rencana(ctx, &bahan.rencana, "SK") };
    Ok(http::refused(view::sk(&frame, &page)))
}

/// `POST /penempatan/{id}/sk/cetak`: a letter as a draft.
fn cetak(ctx: &mut Ctx) -> Answer {
    let bahan = Bahan::gather(ctx)?;
    let enacted = bahan.rencana.langkah.iter().any(|l| l.0 == Tahap::Ditetapkan);
    let (isian, mut salah) = formulir::baca(ctx, &bahan);
    let jenis = Jenis::baca(ctx.field("jenis")).filter(|j| Jenis::semua(enacted).any(|k| k == *j));
    if jenis.is_none() {
        salah.push(("jenis".into(), "Pilih surat yang hendak dicetak. (PNP-10)".into()));
    }
    let Some(jenis) = jenis.filter(|_| salah.is_empty()) else {
        return lagi(ctx, &bahan, ulang(ctx, salah));
    };
    // Once its step is recorded a letter bears number and date of it, as a draft too.
    let isian = match jenis.tercatat(&bahan.rencana) {
        Some(surat) => IsianSurat { nomor: surat.nomor.clone(), tanggal: surat.tanggal, ..isian },
        None => isian,
    };
    let about = bahan.tentang(&ctx.hall, jenis)?;
    let asked = about.tulis(&isian, |penulis| penulis.tulis(jenis));
    let printed = ctx.hall.percetakan.cetak(&asked)?;
    Ok(http::file(&format!("konsep-{}.pdf", jenis.kata()), "application/pdf", printed.pdf))
}

/// `POST /penempatan/{id}/pertek.zip`: it names people, so the journal says who took it.
fn unduh(ctx: &mut Ctx) -> Answer {
    let visitor = ctx.visitor()?;
    if visitor.role != Role::Auditor && visitor.reach(Action::KelolaPenempatan) == Reach::None {
        return Err(Problem::Forbidden);
    }
    let bahan = Bahan::gather(ctx)?;
    let (isian, salah) = formulir::baca(ctx, &bahan);
    if !salah.is_empty() {
        return lagi(ctx, &bahan, ulang(ctx, salah));
    }
    let isian = IsianSurat { pegawai: String::new(), ..isian };
    let paper = bahan.rencana.surat(Tahap::Dirapatkan).map_or("", |s| s.sidik.as_str());
    let meeting = bahan.tentang(&ctx.hall, Jenis::BaRapat)?;
    let zip = meeting.tulis(&isian, |rapat| {
        bahan.tulis(&isian, |penulis| pertek::kemas(&ctx.hall, &bahan.world, penulis, rapat, paper))
    })?;
    let taken = Isi::Diunduh {
        berkas: "pertek.zip".into(),
        sidik: sidik(&zip),
        orang: u32::try_from(bahan.rancangan.len()).unwrap_or(u32::MAX),
    };
    let pelaku = Pelaku::of(ctx.visitor()?, &bahan.rencana.instansi);
    store::catat(&ctx.hall, &pelaku, &bahan.rencana.id, |_| Ok(vec![(taken, None)]))?;
    Ok(http::file("pertek.zip", "application/zip", zip))
}

/// The pelantikan stands in the history of everybody who was inaugurated, and the round goes on.
///
/// # Errors
/// Not for this visitor, refused, or storage failed; then nothing was written.
pub fn lantik(ctx: &Ctx, rencana: &Rencana, surat: &Surat) -> Result<(), Problem> {
    let pelaku = pencatat(ctx, rencana, Tindak::Lantik, Kind::Pelantikan)?;
    let akhir = tetapkan::akhir(&ctx.hall, rencana)?;
    tetapkan::lantik(&ctx.hall, &pelaku, &rencana.id, surat, &akhir.beku, &akhir.duduk)?;
    Ok(())
}

/// Who records history of people: the office that runs the round, as far as its role records that kind.
fn pencatat(ctx: &Ctx, rencana: &Rencana, tindak: Tindak, kind: Kind) -> Result<Pelaku, Problem> {
    let visitor = ctx.visitor()?;
    if !visitor.role.records(kind) || visitor.reach(action(tindak.oleh())) == Reach::None {
        let sentence = format!(
            "\"{}\" dicatat petugas mutasi BKD: peran Anda tidak mencatat riwayat jabatan pegawai.",
            tindak.label()
        );
        return Err(Problem::Refused("PNP-02", sentence));
    }
    Ok(Pelaku::of(visitor, &rencana.instansi))
}

/// `POST /penempatan/{id}/sk`: the SK is enacted.
fn tetap(ctx: &mut Ctx) -> Answer {
    let bahan = Bahan::gather(ctx)?;
    let pelaku = pencatat(ctx, &bahan.rencana, Tindak::Tetapkan, Kind::Jabatan)?;
    let mut salah = super::catat::Salah::default();
    let jenis = salah.ambil("jenis_sk", wajib(ctx, "jenis_sk", "Jenis keputusan"));
    let penandatangan = salah.ambil("penandatangan", wajib(ctx, "penandatangan", "Penanda tangan"));
    let read = surat(ctx)?;
    let surat = match read {
        Ok(surat) if salah.0.is_empty() => surat,
        read => {
            salah.0.extend(read.err().unwrap_or_default());
            return lagi(ctx, &bahan, ulang(ctx, salah.0));
        }
    };
    let sk = Ketetapan { jenis, surat, penandatangan };
    let done = tetapkan::tetapkan(&ctx.hall, &pelaku, &bahan.rencana.id, &sk, |rencana| {
        let akhir = tetapkan::akhir(&ctx.hall, rencana)?;
        Ok((akhir.beku, akhir.duduk))
    });
    match atau_ulang(ctx, "nomor", done)? {
        Ok(_) => kembali(ctx, "/perbandingan", "ditetapkan"),
        Err(ulang) => lagi(ctx, &bahan, ulang),
    }
}
