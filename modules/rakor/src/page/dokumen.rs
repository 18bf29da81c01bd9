//! `/rakor/{id}/dokumen`: letters and records of a rakor, issued as PDF with a code anybody can check.

use super::umum::{Sidang, buka};
use super::utama::{TRAIL, frame};
use crate::isi::Isi;
use crate::naskah::{Isian, JENIS, Penulis};
use crate::store;
use crate::view::dokumen::{self as view, DokumenView, Surat};
use host::terbitan::{self, Keadaan, Penerbitan};
use host::{Action, Answer, Ctx, Method, Problem, Route, html, http, redirect, tanggal};
use std::cell::RefCell;

/// These pages.
pub const ROUTES: &[Route] = &[
    Route { method: Method::Get, path: "/rakor/{id}/dokumen", action: Some(Action::Rakor), handler: daftar },
    Route {
        method: Method::Post,
        path: "/rakor/{id}/dokumen",
        action: Some(Action::KelolaRakor),
        handler: terbit,
    },
];
/// Letters each field of the form may have.
const LETTERS_MOST: usize = 120;
/// Documents whose state is looked up for one page.
const SHOWN: usize = 60;

fn halaman(
    ctx: &Ctx,
    sidang: &Sidang,
    isian: Isian,
    salah: Vec<(String, String)>,
) -> Result<DokumenView, Problem> {
    let newest: Vec<_> = sidang.rakor.dokumen.iter().rev().take(SHOWN).cloned().collect();
    let found = ctx.hall.with(|conn| {
        newest.iter().map(|d| terbitan::baca(conn, &d.1)).collect::<::store::Result<Vec<_>>>()
    })?;
    let surat = newest.iter().zip(found).filter_map(|((jenis, kode, ..), found)| {
        let found = found?;
        let label = JENIS.iter().find(|j| j.0 == jenis).map_or(jenis.as_str(), |j| j.1);
        let keadaan = match found.keadaan {
            Keadaan::Berlaku => "berlaku".to_owned(),
            Keadaan::Diganti(_) => "diganti".to_owned(),
            Keadaan::Dicabut(day) => format!("dicabut {}", tanggal(day).short()),
        };
        Some(Surat {
            jenis: label.to_owned(),
            nomor: found.nomor,
            tanggal: tanggal(found.tanggal),
            unduh: format!("/dokumen/{kode}"),
            periksa: format!("/verifikasi/{kode}"),
            kode: terbitan::tulis_kode(kode),
            keadaan,
        })
    });
    Ok(DokumenView {
        kepala: sidang.kepala("/dokumen"),
        surat: surat.collect(),
        menerbitkan: sidang.menyelenggarakan(ctx, Action::KelolaRakor),
        alamat: format!("/rakor/{}/dokumen", sidang.rakor.id),
        jenis: JENIS.iter().map(|j| (j.0.to_owned(), j.1.to_owned())).collect(),
        isian: (isian.nomor, isian.tempat, isian.perangkat, isian.nama, isian.jabatan, isian.nip),
        salah,
    })
}

/// `GET /rakor/{id}/dokumen`.
fn daftar(ctx: &mut Ctx) -> Answer {
    let sidang = buka(ctx)?;
    let page = halaman(ctx, &sidang, Isian::default(), Vec::new())?;
    Ok(html(view::dokumen(&frame(ctx, "Dokumen rakor", &[("Beranda", "/"), TRAIL]), &page)))
}

/// `POST /rakor/{id}/dokumen`.
fn terbit(ctx: &mut Ctx) -> Answer {
    let sidang = buka(ctx)?;
    if !sidang.menyelenggarakan(ctx, Action::KelolaRakor) {
        return Err(Problem::Forbidden);
    }
    let text = |name: &str| ctx.field(name).trim().to_owned();
    let isian = Isian {
        nomor: text("nomor"),
        tempat: text("tempat"),
        perangkat: text("perangkat"),
        nama: text("nama"),
        jabatan: text("jabatan"),
        nip: text("nip"),
    };
    let jenis = text("jenis");
    let mut salah: Vec<(String, String)> = Vec::new();
    for (field, label, value) in [
        ("nomor", "nomor surat", &isian.nomor),
        ("tempat", "tempat surat dibuat", &isian.tempat),
        ("perangkat", "perangkat daerah pada kop", &isian.perangkat),
        ("nama", "nama penanda tangan", &isian.nama),
        ("jabatan", "jabatan penanda tangan", &isian.jabatan),
    ] {
        if value.is_empty() {
            salah.push((field.into(), format!("Isi {label}.")));
        } else if value.chars().count() > LETTERS_MOST {
            salah.push((field.into(), format!("Paling panjang {LETTERS_MOST} huruf.")));
        }
    }
    if !JENIS.iter().any(|j| j.0 == jenis) {
        salah.push(("jenis".into(), "Pilih jenis dokumen.".into()));
    }
    if salah.is_empty() {
        match cetak(ctx, &sidang, &jenis, &isian)? {
            Ok(kode) => return recorded(ctx, &sidang, jenis, kode),
            Err(sentence) => salah.push(("jenis".into(), sentence)),
        }
    }
    let page = halaman(ctx, &sidang, isian, salah)?;
    let frame = web::Frame { refused: true, ..frame(ctx, "Dokumen rakor", &[("Beranda", "/"), TRAIL]) };
    Ok(http::refused(view::dokumen(&frame, &page)))
}

/// The code of the letter printed, or what has to be there first.
fn cetak(ctx: &Ctx, sidang: &Sidang, jenis: &str, isian: &Isian) -> Result<Result<String, String>, Problem> {
    let nama = |id: &str| sidang.nama(id).to_owned();
    let penulis = Penulis { rakor: &sidang.rakor, isian, nama: &nama, hari: ctx.hall.today() };
    let pelaku = sidang.pelaku(ctx)?;
    let how = Penerbitan {
        hal: sidang.rakor.pokok.judul.clone(),
        pembaca: sidang.rakor.penentu().into_iter().map(str::to_owned).collect(),
        asal: format!("rakor/{}", sidang.rakor.id),
        menggantikan: None,
    };
    let made = RefCell::new(None);
    macro_rules! issue {
        ($naskah:expr) => {
            if let Some(naskah) = $naskah {
                *made.borrow_mut() = Some(ctx.hall.terbitkan(&pelaku, &naskah, &how)?);
            }
        };
    }
    match jenis {
        "undangan" => issue!(penulis.undangan()),
        "daftar_hadir" => issue!(penulis.daftar_hadir()),
        "notulen" => issue!(penulis.notulen()),
        "rumusan" => issue!(penulis.rumusan()),
        _ => issue!(penulis.berita_acara()),
    }
    let needs = JENIS.iter().find(|j| j.0 == jenis).map_or("", |j| j.2);
    Ok(made.into_inner().ok_or_else(|| format!("Dokumen ini memerlukan {needs}. Lengkapi lebih dahulu.")))
}

fn recorded(ctx: &Ctx, sidang: &Sidang, jenis: String, kode: String) -> Answer {
    let said = Isi::Dokumen { jenis_dokumen: jenis, surat: kode, untuk: String::new() };
    store::catat(&ctx.hall, &sidang.pelaku(ctx)?, &sidang.rakor.id, |_| Ok(vec![(said, None)]))?;
    Ok(redirect(&format!("/rakor/{}/dokumen", sidang.rakor.id)))
}
