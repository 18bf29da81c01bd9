//! Nota dinas to the Gubernur: two pages. What was agreed and where it stands, then figures and what is asked.

use super::jenis::perlu;
use super::lembar::keadaan;
use super::sebut::{frasa, kalimat, kepala, potong, wilayah};
use super::{Bahan, Kurang, Penulis};
use crate::page::lanjut::alat::tulis;
use crate::rule::Putusan;
use crate::rule::dampak::dampak;
use crate::rule::lanjut;
use host::tanggal;
use kernel::indikator::Satuan;
use naskah_dinas::NotaDinas;
use naskah_dinas::nota_dinas::{Bagian, Tabel};

/// Printed lines each part has room for, and rows of the table.
const POINTS: usize = 9;
const ATTENTION: usize = 6;
const ASKED: usize = 7;
const ROWS: usize = 5;
/// Letters of an item, and of a printed line.
const ITEM: usize = 150;
const LINE: usize = 76;

impl Penulis<'_> {
    /// The note.
    pub(super) fn nota_dinas(&self) -> Result<NotaDinas, Kurang> {
        const SORT: &str = "nota_dinas";
        let bahan = self.bahan.filter(|_| self.disepakati()).ok_or_else(|| perlu(SORT))?;
        let r = self.rakor;
        let leader = kepala(&(self.nama)(&r.instansi));
        let open = self.rakor.rekomendasi.iter().filter(|s| s.isi.arah == "gubernur" && s.terbuka()).count();
        let asked = self.dimohon();
        let told = format!("Dengan hormat dilaporkan hasil {}", potong(&self.rapat(), 110));
        let inti = match open {
            0 => format!("{told}. Tidak ada putusan yang dimohon."),
            _ => format!("{told} dan dimohon putusan atas {open} hal pada bagian Yang dimohon."),
        };
        let part = |judul: &str, isi: Vec<String>| Bagian { judul: judul.into(), isi };
        let mut bagian = vec![
            part("Yang disepakati", self.butir_ringkas()),
            part("Keadaan tindak lanjut", self.keadaan(bahan)),
        ];
        let attention = self.perhatian(bahan);
        if !attention.is_empty() {
            bagian.push(part("Yang perlu perhatian", attention));
        }
        Ok(NotaDinas {
            dokumen: self.dokumen(),
            kepada: leader,
            dari: self.isian.jabatan.clone(),
            tembusan: Vec::new(),
            sifat: "Biasa".into(),
            lampiran: String::new(),
            hal: format!("Hasil {}", potong(&r.pokok.judul, 120)),
            inti,
            bagian,
            tabel: self.tabel(bahan),
            pilihan: Vec::new(),
            saran: if asked.is_empty() {
                "Hasil rapat koordinasi dan perkembangan tindak lanjutnya diterima sebagai laporan.".into()
            } else {
                "Permohonan tersebut disetujui, agar tindak lanjut di kabupaten/kota mempunyai dasar. Rancangan naskahnya kami sampaikan menyusul putusan ini.".into()
            },
            permintaan: asked,
            penanda: self.penanda(),
            disposisi: true,
        })
    }

    fn butir_ringkas(&self) -> Vec<String> {
        let points: Vec<String> = self.rakor.butir().map(|b| kalimat(&potong(&b.kini.teks, ITEM))).collect();
        shortened(points, POINTS, "butir lain pada rumusan")
    }

    /// How many follow-ups there are and how far they are.
    fn keadaan(&self, bahan: &Bahan<'_>) -> Vec<String> {
        let judged = bahan.alat.nilai(self.rakor);
        let all = judged.iter().filter(|d| d.putusan != Putusan::Dibatalkan).count();
        if all == 0 {
            return vec!["Belum ada rencana tindak lanjut yang ditetapkan.".into()];
        }
        let count = |p: Putusan| judged.iter().filter(|d| d.putusan == p).count();
        let told: Vec<String> = Putusan::ALL
            .into_iter()
            .filter(|p| *p != Putusan::Dibatalkan && count(*p) > 0)
            .map(|p| format!("{} {}", count(p), p.label().to_lowercase()))
            .collect();
        let mut said = vec![format!(
            "Ditetapkan {all} rencana tindak lanjut; per {}: {}.",
            tanggal(self.hari).long(),
            told.join("; ")
        )];
        let before = bahan.terbuka(self.rakor).iter().filter(|d| d.rakor.id != self.rakor.id).count();
        if before > 0 {
            said.push(format!("Dari rapat sebelumnya masih ada {before} tindak lanjut yang belum selesai."));
        }
        said
    }

    /// Who is late with what, the latest first; then requests to bodies outside, and what became of them.
    fn perhatian(&self, bahan: &Bahan<'_>) -> Vec<String> {
        let open = bahan.terbuka(self.rakor);
        let late = open.iter().filter(|d| d.putusan == Putusan::Terlambat).map(|d| {
            let who = (self.nama)(&d.rtl.isi.instansi);
            let what = potong(frasa(&d.rtl.isi.uraian), ITEM - 60);
            format!("{}: {what}, {}.", potong(wilayah(&who), 40), keadaan(d))
        });
        let outside = self.rakor.rekomendasi.iter().filter(|s| s.isi.arah == "luar").map(|s| {
            let state = lanjut::keadaan(s.lanjut.last().map(|l| l.0.as_str())).to_lowercase();
            let asked = potong(frasa(&s.isi.permintaan), ITEM - 70);
            format!("Rekomendasi kepada {}: {asked} ({state}).", potong(&s.isi.kepada, 40))
        });
        shortened(late.chain(outside).collect(), ATTENTION, "hal lain pada Papan RTL dan halaman Rekomendasi")
    }

    /// Figures the follow-ups are bound to: at the moment of agreement, now, and where they are to be.
    fn tabel(&self, bahan: &Bahan<'_>) -> Option<Tabel> {
        let satuan = |kode: &str| bahan.alat.indikator(kode).map(|i| i.satuan);
        let row = |d: crate::rule::dampak::Dampak| {
            let unit = satuan(&d.indikator).unwrap_or(Satuan::Butir);
            let name = bahan.alat.indikator(&d.indikator).map_or(d.indikator.as_str(), |i| i.nama);
            let moved = format!("{} dari {} instansi", d.membaik, d.pemilik.len());
            let target = d.target.map_or("berbeda-beda".into(), |t| tulis(Some(t), unit));
            vec![potong(name, 60), tulis(d.awal, unit), tulis(d.kini, unit), target, moved]
        };
        let judged = bahan.alat.nilai(self.rakor);
        let baris: Vec<Vec<String>> = dampak(&judged, satuan).into_iter().take(ROWS).map(row).collect();
        let kepala = ["Indikator", "Saat disepakati", "Sekarang", "Target", "Membaik di"];
        (!baris.is_empty()).then(|| Tabel {
            judul: "Angka yang diikat tindak lanjut".into(),
            kepala: kepala.map(str::to_owned).to_vec(),
            baris,
        })
    }

    /// Policies proposed that nobody has decided on.
    fn dimohon(&self) -> Vec<String> {
        let open = self.rakor.rekomendasi.iter().filter(|s| s.isi.arah == "gubernur" && s.terbuka());
        let say = |s: &crate::rule::rakor::Rekomendasi| {
            let point =
                self.butir(&s.isi.rumusan).map_or(String::new(), |(n, _)| format!(", atas dasar butir {n}"));
            format!("{}{point}.", potong(frasa(&s.isi.permintaan), ITEM))
        };
        shortened(open.map(say).collect(), ASKED, "usul lain pada halaman Rekomendasi")
    }
}

/// As many as there are lines for; of more the last line says how many.
fn shortened(mut all: Vec<String>, lines: usize, rest: &str) -> Vec<String> {
    let printed = |used: &mut usize, item: &String| {
        *used += item.chars().count().div_ceil(LINE);
        Some(*used)
    };
    let ends: Vec<usize> = all.iter().scan(0, printed).collect();
    if ends.last().is_none_or(|end| *end <= lines) {
        return all;
    }
    let kept = ends.iter().filter(|end| **end < lines).count();
    let left = all.len() - kept;
    all.truncate(kept);
    all.push(format!("Dan {left} {rest}."));
    all
}

#[cfg(test)]
mod tests {
    use super::{LINE, shortened};

    #[test]
    fn what_does_not_fit_is_counted() {
        let item = |lines: usize| "x".repeat(lines * LINE);
        // baris tiap butir · ruang · butir utuh · selebihnya
        for (lines, room, kept, left) in [
            (&[1, 1, 1][..], 3, 3, 0),
            (&[1, 1, 1, 1], 3, 2, 2),
            (&[2, 2, 2], 5, 2, 1),
            (&[4], 3, 0, 1),
            (&[], 3, 0, 0),
        ] {
            let all = shortened(lines.iter().map(|n| item(*n)).collect(), room, "lain");
            let whole = all.iter().filter(|text| text.starts_with('x')).count();
            let rest = if left > 0 { Some(format!("Dan {left} lain.")) } else { None };
            assert_eq!(
                (whole, all.last().filter(|text| text.starts_with("Dan")).cloned()),
                (kept, rest),
                "{lines:?}"
            );
        }
    }
}
