//! Lembar Sekda: one page with the figures a Sekda asks for first, of all instansi, and what waits.

use super::angka::gambar;
use super::jenis::perlu;
use super::lembar::keadaan;
use super::sebut::{frasa, potong, wilayah};
use super::{Bahan, Kurang, Penulis};
use crate::page::lanjut::alat::angka_tulis;
use crate::rule::Putusan;
use crate::rule::eskalasi::{SURAT, tercatat};
use crate::rule::nilai::Dinilai;
use host::indikator::Indikator;
use host::tanggal;
use kernel::indikator::{Arah, Ukuran};
use naskah_dinas::LembarSekda;
use naskah_dinas::lembar_sekda::{Banding, Baris, Pokok};

/// What a Sekda asks for first; the lateness of follow-ups is the eighth.
const POKOK: [&str; 7] = ["ASN-01", "JAB-04", "PLT-03", "PENSIUN-02", "KP-01", "TEMUAN-02", "KONTRAK-01"];
/// Figures the first rows have room for: one row, or two.
const ROW: usize = 4;
/// Indicators, regions and lines one page has room for.
const INDIKATOR: usize = 4;
const REGIONS: usize = 12;
const LINES: usize = 3;
/// Letters of a line.
const LINE: usize = 90;

impl Penulis<'_> {
    /// The page.
    pub(super) fn lembar_sekda(&self) -> Result<LembarSekda, Kurang> {
        const SORT: &str = "lembar_sekda";
        let bahan = self.bahan.ok_or_else(|| perlu(SORT))?;
        let open = bahan.terbuka(self.rakor);
        let chosen = bahan.terpilih(self.rakor, "", INDIKATOR);
        let pokok = self.pokok(bahan, &open);
        let first = chosen.first().copied().filter(|_| pokok.len() >= ROW).ok_or_else(|| perlu(SORT))?;
        let place = (self.nama)(&self.rakor.instansi);
        Ok(LembarSekda {
            dokumen: self.dokumen(),
            judul: format!("Keadaan kepegawaian se-{}", potong(wilayah(&place), 50)),
            keadaan: format!("per {} · {}", tanggal(self.hari).long(), potong(&self.rakor.pokok.judul, 60)),
            pokok,
            indikator: chosen.iter().filter_map(|i| bahan.baris(self.rakor, i, "")).collect(),
            banding: self.banding(bahan, first),
            putusan: self.putusan(),
            lewat: open
                .iter()
                .filter(|d| d.putusan == Putusan::Terlambat)
                .take(LINES)
                .map(|d| {
                    let who = (self.nama)(&d.rtl.isi.instansi);
                    potong(&format!("{}: {}, {}", wilayah(&who), keadaan(d), frasa(&d.rtl.isi.uraian)), LINE)
                })
                .collect(),
        })
    }

    /// The figures that come first: one row or two, never part of one.
    fn pokok(&self, bahan: &Bahan<'_>, open: &[Dinilai<'_>]) -> Vec<Pokok> {
        let figure = |kode: &&str| {
            let i = bahan.alat.indikator(kode)?;
            let kini = bahan.kini(i.kode, "")?;
            let before = bahan.dahulu(self.rakor, i.kode, "").last().copied();
            let moved = before.map_or(String::new(), |(day, before)| {
                let when = tanggal(day).short();
                match kini.banding(before) {
                    std::cmp::Ordering::Equal => format!("tetap sejak {when}"),
                    _ => format!("{} pada {when}", angka_tulis(before, i.satuan)),
                }
            });
            Some(Pokok { nama: i.nama.into(), nilai: angka_tulis(kini, i.satuan), keterangan: moved })
        };
        let late = open.iter().filter(|d| d.putusan == Putusan::Terlambat).count();
        let mut all: Vec<Pokok> = POKOK.iter().filter_map(figure).collect();
        let room = if all.len() + 1 >= 2 * ROW { 2 * ROW } else { ROW };
        all.truncate(room - 1);
        all.push(Pokok {
            nama: "RTL lewat tenggat".into(),
            nilai: late.to_string(),
            keterangan: format!("dari {} yang terbuka", open.len()),
        });
        all
    }

    /// One indicator region by region, in their order; of more than there is room for those furthest behind.
    fn banding(&self, bahan: &Bahan<'_>, i: &Indikator) -> Banding {
        let regions = bahan.alat.world.tenants.iter().map(|t| t.id.as_str());
        let mut measured: Vec<(&str, Ukuran)> =
            regions.filter_map(|id| Some((id, bahan.kini(i.kode, id)?))).collect();
        let many = measured.len() > REGIONS;
        if many {
            measured.sort_by(|a, b| if i.arah == Arah::Turun { b.1.banding(a.1) } else { a.1.banding(b.1) });
            measured.truncate(REGIONS);
        }
        measured.sort_by_key(|(id, _)| bahan.alat.urutan(id));
        let targets: Vec<Option<Ukuran>> =
            measured.iter().map(|(id, _)| bahan.sasaran_tahun(i.kode, id)).collect();
        let one = targets.first().copied().flatten();
        let same = one.filter(|one| targets.iter().all(|t| t.is_some_and(|t| t.banding(*one).is_eq())));
        let row = |(id, u): &(&str, Ukuran)| Baris {
            nama: potong(wilayah(&(self.nama)(id)), 32),
            nilai: angka_tulis(*u, i.satuan),
            ukuran: gambar(*u, i.satuan),
        };
        let rest = if many { format!(" ({REGIONS} yang paling tertinggal)") } else { String::new() };
        Banding {
            judul: format!("{}{rest}", i.nama),
            sasaran: same.map(|u| gambar(u, i.satuan)),
            baris: measured.iter().map(row).collect(),
        }
    }

    /// What waits for a decision or a signature: policies proposed, letters of the ladder not written yet.
    fn putusan(&self) -> Vec<String> {
        let r = self.rakor;
        let waiting = r.rekomendasi.iter().filter(|s| s.isi.arah == "gubernur" && s.terbuka());
        let policies = waiting.map(|s| format!("Usul kebijakan: {}", frasa(&s.isi.permintaan)));
        let late =
            r.rtl.iter().filter(|t| t.terbuka() && tercatat(t) >= SURAT && r.surat(&t.tanda.id).is_none());
        let letters = late.map(|t| {
            let who = (self.nama)(&t.isi.instansi);
            format!("Surat a.n. Gubernur kepada {}: {}", wilayah(&who), frasa(&t.isi.uraian))
        });
        policies.chain(letters).take(LINES).map(|line| potong(&line, LINE)).collect()
    }
}
