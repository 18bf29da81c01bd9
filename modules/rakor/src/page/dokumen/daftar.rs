//! The list of what was issued, and the form.

use super::super::umum::Sidang;
use super::Formulir;
use crate::naskah::{jenis, pilihan};
use crate::rule::Rakor;
use crate::rule::rakor::Tanda;
use crate::view::dokumen::{DokumenView, Surat};
use host::terbitan::{self, BANYAK, Keadaan, Terbitan};
use host::{Action, Ctx, Problem, tanggal};
use std::collections::BTreeMap;

/// Documents of a rakor by their codes, the newest of those about something asked for, in one statement:
/// those the visitor may read.
pub fn terbitan(
    ctx: &Ctx,
    sidang: &Sidang,
    tentang: impl Fn(&str) -> bool,
) -> Result<BTreeMap<String, Terbitan>, Problem> {
    let newest = sidang.rakor.dokumen.iter().rev().filter(|d| tentang(&d.2));
    let codes: Vec<String> = newest.take(BANYAK).map(|d| d.1.clone()).collect();
    let mut found = ctx.hall.with(|conn| terbitan::baca_banyak(conn, &codes))?;
    found.retain(|_, document| document.terbaca(&sidang.instansi));
    Ok(found)
}

/// Letters issued about one thing as its page shows them: words and address, oldest first.
pub fn surat_tentang(
    rakor: &Rakor,
    found: &BTreeMap<String, Terbitan>,
    untuk: &str,
) -> Vec<(String, String)> {
    let about = rakor.dokumen.iter().filter(|d| d.2 == untuk);
    let of = |d: &(String, String, String, Tanda)| {
        let letter = found.get(&d.1)?;
        let label = jenis(&d.0).map_or(d.0.as_str(), |j| j.label);
        let (day, state) = (tanggal(letter.tanggal).short(), keadaan(&letter.keadaan));
        let words = format!("{label} {} tanggal {day} ({state})", letter.nomor);
        Some((words, format!("/dokumen/{}", letter.kode)))
    };
    about.filter_map(of).collect()
}

pub(super) fn susun(ctx: &Ctx, sidang: &Sidang, form: &Formulir) -> Result<DokumenView, Problem> {
    let found = terbitan(ctx, sidang, |_| true)?;
    let nama = |id: &str| sidang.nama(id).to_owned();
    let issued = sidang.rakor.dokumen.iter().rev().filter_map(|(kata, kode, untuk, _)| {
        let found = found.get(kode)?;
        Some(baris(kata, tentang(sidang, untuk), found))
    });
    let issues = sidang.menyelenggarakan(ctx, Action::KelolaRakor);
    let offered = if issues { pilihan(&sidang.rakor, &nama) } else { Vec::new() };
    let (older, base) =
        (sidang.rakor.dokumen.len().saturating_sub(BANYAK), format!("/rakor/{}", sidang.rakor.id));
    Ok(DokumenView {
        kepala: sidang.kepala("/dokumen"),
        surat: issued.collect(),
        lebih: older,
        menerbitkan: issues,
        alamat: format!("{base}/dokumen"),
        jenis: offered.iter().map(|p| (p.kata(), p.label.clone())).collect(),
        pilih: form.jenis.clone(),
        isian: form.isian.clone(),
        salah: form.salah.clone(),
    })
}

fn baris(kata: &str, tentang: String, found: &Terbitan) -> Surat {
    Surat {
        jenis: jenis(kata).map_or(kata, |j| j.label).to_owned(),
        tentang,
        nomor: found.nomor.clone(),
        tanggal: tanggal(found.tanggal),
        unduh: format!("/dokumen/{}", found.kode),
        periksa: format!("/verifikasi/{}", found.kode),
        kode: terbitan::tulis_kode(&found.kode),
        keadaan: keadaan(&found.keadaan),
    }
}

fn keadaan(of: &Keadaan) -> String {
    match of {
        Keadaan::Berlaku => "berlaku".to_owned(),
        Keadaan::Diganti(_) => "diganti".to_owned(),
        Keadaan::Dicabut(day) => format!("dicabut {}", tanggal(*day).short()),
    }
}

/// What one of several letters is about, in words.
fn tentang(sidang: &Sidang, untuk: &str) -> String {
    let rakor: &Rakor = &sidang.rakor;
    let asked = rakor.rekomendasi.iter().find(|s| s.tanda.id == untuk).map(|s| s.isi.permintaan.clone());
    let follow = || rakor.rtl(untuk).map(|r| format!("{}: {}", sidang.nama(&r.isi.instansi), r.isi.uraian));
    asked
        .or_else(follow)
        .unwrap_or_else(|| if untuk.is_empty() { String::new() } else { sidang.nama(untuk).to_owned() })
}
