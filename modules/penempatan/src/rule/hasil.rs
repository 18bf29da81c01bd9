//! The plan that follows from frozen inputs, and what it means.

use super::Tolak;
use super::batas::Batas;
use super::beku::teks::{rows, semua};
use super::blok::{Baca, Baris, Sel, Tulis};

/// A plan. Numbers are places in the [`super::Beku`] it was worked out from.
#[derive(Clone, Debug, PartialEq, Default)]
pub struct Hasil {
    /// Who sits where: by seat.
    pub duduk: Vec<Option<u32>>,
    /// The objective.
    pub nilai: i64,
    /// Weight of filling a seat (FILL), in the units of the objective: above every sum of scores.
    pub isi: i64,
    /// Prices of people (u), in the units of the objective.
    pub harga_calon: Vec<i64>,
    /// Prices of seats (v).
    pub harga_kursi: Vec<i64>,
    /// Seats whose person was decided by the published order alone.
    pub seri: Vec<u32>,
    /// Vacancy chains, longest first.
    pub rantai: Vec<Rantai>,
    /// Only where limits of units changed the plan. The prices above are then those of the problem in which staying in a
    /// seat is worth the price of its unit more, and `nilai` may lie below the bound they prove.
    pub batas: Option<Batas>,
}

/// A chain: the first seat is filled, each person leaves the seat the next one fills, until one is left empty or
/// was filled from outside; a ring when everybody in it changes places.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Rantai {
    /// Moves in order: person, from seat (`None`: from outside the round), to seat.
    pub langkah: Vec<(u32, Option<u32>, u32)>,
    /// Whether it closes on itself.
    pub melingkar: bool,
    /// The seat that is empty at its end.
    pub kosong: Option<u32>,
}

const BENTUK: &str = "sinergi-penempatan-rencana-1";
const NAMA: &str = "Berkas rencana";

impl Hasil {
    /// The kept file: the same plan is the same bytes.
    pub fn tulis(&self) -> Vec<u8> {
        let mut head = Baris::default();
        head.angka(self.nilai).angka(self.isi).tutup();
        let number = |row: &mut Baris, n: &i64| row.angka(n).tutup();
        let mut file = Tulis::baru(BENTUK)
            .blok("kepala", &head)
            .blok("duduk", &semua(&self.duduk, |row, who| row.mungkin(*who).tutup()))
            .blok("harga_calon", &semua(&self.harga_calon, number))
            .blok("harga_kursi", &semua(&self.harga_kursi, number))
            .blok("seri", &semua(&self.seri, |row, n| row.angka(n).tutup()))
            .blok("rantai", &semua(&self.rantai, rantai));
        if let Some(batas) = &self.batas {
            let mut head = Baris::default();
            head.angka(batas.atas).angka(u8::from(batas.tepat)).angka(u8::from(batas.berurut)).tutup();
            file = file.blok("batas", &head).blok("harga_unit", &semua(&batas.harga, number));
        }
        file.selesai().into_bytes()
    }

    /// Reads the kept file.
    ///
    /// # Errors
    /// When it is not as it was written: which block is not.
    pub fn baca(bytes: &[u8]) -> Result<Hasil, Tolak> {
        let mut file = Baca::mulai(NAMA, BENTUK, bytes)?;
        let head = rows(&mut file, "kepala", |mut s| {
            Some(Hasil { nilai: s.angka()?, isi: s.angka()?, ..Hasil::default() })
        })?;
        let mut hasil = head.into_iter().next().ok_or_else(|| file.rusak("bagian \"kepala\" kosong"))?;
        hasil.duduk = rows(&mut file, "duduk", |mut s| s.mungkin())?;
        hasil.harga_calon = rows(&mut file, "harga_calon", |mut s| s.angka())?;
        hasil.harga_kursi = rows(&mut file, "harga_kursi", |mut s| s.angka())?;
        hasil.seri = rows(&mut file, "seri", |mut s| s.angka())?;
        hasil.rantai = rows(&mut file, "rantai", baca_rantai)?;
        if !file.habis() {
            let head = rows(&mut file, "batas", |mut s| {
                Some(Batas { atas: s.angka()?, tepat: s.benar()?, berurut: s.benar()?, harga: Vec::new() })
            })?;
            let batas = head.into_iter().next().ok_or_else(|| file.rusak("bagian \"batas\" kosong"))?;
            hasil.batas = Some(Batas { harga: rows(&mut file, "harga_unit", |mut s| s.angka())?, ..batas });
        }
        file.tamat()?;
        Ok(hasil)
    }

    /// Where a person sits, by the plan.
    pub fn kursi_dari(&self, calon: u32) -> Option<u32> {
        self.duduk.iter().position(|who| *who == Some(calon)).map(|at| at as u32)
    }
}

fn rantai(row: &mut Baris, chain: &Rantai) {
    row.angka(u8::from(chain.melingkar)).mungkin(chain.kosong).angka(chain.langkah.len());
    for (calon, from, to) in &chain.langkah {
        row.angka(calon).mungkin(*from).angka(to);
    }
    row.tutup();
}

fn baca_rantai(mut s: Sel<'_>) -> Option<Rantai> {
    let (melingkar, kosong, count) = (s.benar()?, s.mungkin()?, s.angka::<usize>()?);
    let langkah = (0..count).map(|_| Some((s.angka()?, s.mungkin()?, s.angka()?))).collect::<Option<_>>()?;
    Some(Rantai { langkah, melingkar, kosong })
}
