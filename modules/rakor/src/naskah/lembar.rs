//! Lembar rakor: one page about one instansi. What does not fit is counted, not shown.

use super::jenis::perlu;
use super::sebut::potong;
use super::{Bahan, Kurang, Penulis};
use crate::rule::Putusan;
use crate::rule::nilai::Dinilai;
use host::indikator::Indikator;
use host::tanggal;
use naskah_dinas::LembarRakor;
use naskah_dinas::lembar_rakor::{self, Rtl};

/// Indicators and follow-ups one page has room for.
const INDIKATOR: usize = 7;
const RTL: usize = 6;
/// Letters of what is to be done, and of where it was agreed.
const URAIAN: usize = 90;
const ASAL: usize = 40;

/// How far a follow-up is, in a few words.
pub(super) fn keadaan(d: &Dinilai<'_>) -> String {
    match d.putusan {
        Putusan::Terlambat => format!("lewat {} hari", d.lewat),
        other => other.label().to_lowercase(),
    }
}

impl Penulis<'_> {
    /// The page of one instansi.
    pub(super) fn lembar_rakor(&self, instansi: &str) -> Result<LembarRakor, Kurang> {
        const SORT: &str = "lembar_rakor";
        let bahan = self.bahan.ok_or_else(|| perlu(SORT))?;
        let chosen = bahan.terpilih(self.rakor, instansi, INDIKATOR);
        let open: Vec<_> =
            bahan.terbuka(self.rakor).into_iter().filter(|d| d.rtl.isi.instansi == instansi).collect();
        if chosen.is_empty() && open.is_empty() {
            return Err(perlu(SORT));
        }
        let line = |d: &Dinilai<'_>| {
            let point = d.rakor.nomor(&d.rtl.isi.rumusan).map_or(String::new(), |n| format!(", butir {n}"));
            Rtl {
                uraian: potong(&d.rtl.isi.uraian, URAIAN),
                asal: format!("{}{point}", potong(&d.rakor.pokok.judul, ASAL)),
                tenggat: d.rtl.isi.tenggat,
                keadaan: keadaan(d),
                lewat: d.putusan == Putusan::Terlambat,
            }
        };
        let indikator: Vec<_> = chosen.iter().filter_map(|i| bahan.baris(self.rakor, i, instansi)).collect();
        Ok(LembarRakor {
            dokumen: self.dokumen(),
            instansi: potong(&(self.nama)(instansi), 70),
            rakor: potong(&self.rakor.pokok.judul, 70),
            keadaan: format!("per {}", tanggal(self.hari).long()),
            catatan: self.catatan(bahan, (&chosen, instansi), &indikator, open.len()),
            indikator,
            rtl: open.iter().take(RTL).map(line).collect(),
        })
    }

    /// What the page does not say by itself: the day figures before are of, whose target it is, and what found
    /// no room.
    fn catatan(
        &self,
        bahan: &Bahan<'_>,
        (chosen, instansi): (&[&'static Indikator], &str),
        shown: &[lembar_rakor::Indikator],
        open: usize,
    ) -> Vec<String> {
        let mut said = Vec::new();
        let last = |i: &&Indikator| Some(bahan.dahulu(self.rakor, i.kode, instansi).last()?.0);
        if let Some(day) = chosen.iter().filter_map(last).max() {
            said.push(format!("Angka sebelum diambil dari simpanan terakhir ({}).", tanggal(day).long()));
        }
        if shown.iter().any(|i| i.sasaran.ends_with('*')) {
            said.push("Sasaran bertanda * adalah target tindak lanjut rakor.".into());
        }
        if open > RTL {
            said.push(format!(
                "Masih ada {} tindak lanjut lain yang terbuka; lihat Papan RTL pada Sinergi.",
                open - RTL
            ));
        }
        said
    }
}
