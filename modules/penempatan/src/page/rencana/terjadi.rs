//! What has happened in a round, step by step.

use super::super::umum::saat;
use super::tautan;
use crate::isi::Surat;
use crate::rule::rencana::Tanda;
use crate::rule::{Rencana, Tahap};
use crate::view::surat::BarisSurat;
use host::tanggal;

/// Steps taken with their letters, newest first.
pub fn terjadi(r: &Rencana, alamat: &str) -> Vec<BarisSurat> {
    let row = |(tahap, tanda, surat): &(Tahap, Tanda, Option<Surat>)| BarisSurat {
        apa: tahap.label().to_owned(),
        nomor: surat.as_ref().map_or(String::new(), |s| s.nomor.clone()),
        tanggal: Some(surat.as_ref().map_or_else(|| tanggal(tanda.pada.date_wib()), |s| tanggal(s.tanggal))),
        catatan: surat.as_ref().map_or(String::new(), keterangan),
        berkas: surat.as_ref().map_or(String::new(), |s| tautan(alamat, s)),
        oleh: format!("{}, {}", tanda.oleh, saat(tanda.pada)),
    };
    r.langkah.iter().rev().map(row).collect()
}

/// What the letter says in short, and who was there.
fn keterangan(surat: &Surat) -> String {
    let people: Vec<String> = surat.hadir.iter().map(|h| format!("{} ({})", h.nama, h.jabatan)).collect();
    let there = (!people.is_empty()).then(|| format!("Hadir: {}.", people.join(", ")));
    let said = Some(surat.catatan.clone()).filter(|said| !said.is_empty());
    said.into_iter().chain(there).collect::<Vec<_>>().join(" ")
}
