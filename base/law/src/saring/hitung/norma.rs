//! Norms that give a value, for a block of people.

use super::{ADA, BEDA, BELUM, Deret, Hitung, LEMAH, LUAR, SIFAT, TIMBANG, deret};
use crate::saring::keadaan;
use crate::saring::pohon::{self, Baca, Langkah, Simpul};
use crate::saring::tapis::BacaBlok;
use crate::verdict::Kode;
use std::rc::Rc;

/// A norm that gives a value.
#[derive(Debug)]
pub struct Norma<'a> {
    /// Whom it concerns.
    pub subjek: Option<Simpul>,
    /// Its conditions.
    pub langkah: Vec<Langkah>,
    /// Its value.
    pub nilai: Hitung<'a>,
    /// Its own text is not certain.
    pub goyah: bool,
}

/// The value of a norm.
pub fn norma_deret(norma: usize, blok: &mut BacaBlok<'_, '_>) -> Deret {
    let found = norma_kode(norma, blok);
    let (kode, value) = &*found;
    let sifat = kode.iter().map(|kode| {
        let weak = if kode & keadaan::GOYAH != 0 { LEMAH } else { 0 };
        weak | match keadaan::kode(*kode) {
            Kode::Lulus => ADA,
            Kode::TidakBerlaku | Kode::Gagal => LUAR,
            Kode::BelumTahu => BELUM,
            Kode::Pertimbangan => BELUM | TIMBANG,
            Kode::Sengketa => BELUM | BEDA,
        }
    });
    Deret { n: value.n.clone(), sifat: sifat.collect() }
}

/// The code of what gives a value, as a byte of `keadaan`.
pub fn kode(sifat: u8, goyah: bool) -> u8 {
    let kode = match sifat & SIFAT {
        ADA => Kode::Lulus,
        BELUM if sifat & TIMBANG != 0 => Kode::Pertimbangan,
        BELUM if sifat & BEDA != 0 => Kode::Sengketa,
        BELUM => Kode::BelumTahu,
        _ => Kode::TidakBerlaku,
    };
    keadaan::sandi(kode, goyah || sifat & LEMAH != 0)
}

/// Codes of a norm and its values, shared by all that ask for them.
pub type Jawaban = Rc<(Vec<u8>, Deret)>;

/// The code of a norm that gives a value, with that value; worked out once for a block.
pub fn norma_kode(norma: usize, blok: &mut BacaBlok<'_, '_>) -> Jawaban {
    if let Some(known) = &blok.ingat[norma] {
        return Rc::clone(known);
    }
    let found = Rc::new(dikerjakan(&blok.norma[norma], blok));
    blok.ingat[norma] = Some(Rc::clone(&found));
    found
}

fn dikerjakan(norma: &Norma<'_>, blok: &mut BacaBlok<'_, '_>) -> (Vec<u8>, Deret) {
    let value = deret(&norma.nilai, blok);
    let given = |row: usize| kode(value.sifat_di(row), norma.goyah);
    let mut kode: Vec<u8> = (0..blok.rows.len()).map(given).collect();
    if !norma.langkah.is_empty() {
        let start = blok.tetap(Kode::TidakBerlaku as u8);
        let parts: Vec<u8> = norma.langkah.iter().fold(start, |acc: Vec<u8>, part| {
            let next: Vec<u8> = pohon::langkah(part, blok);
            pohon::Deret::dengan(acc, &next, keadaan::semua)
        });
        for (kode, parts) in kode.iter_mut().zip(parts) {
            let met = keadaan::norma(keadaan::BENAR, parts);
            if keadaan::kode(met) != Kode::Lulus {
                *kode = met;
            }
        }
    }
    if let Some(subjek) = &norma.subjek {
        let states: Vec<u8> = pohon::simpul(subjek, blok);
        for (kode, state) in kode.iter_mut().zip(states) {
            if state & 3 != keadaan::BENAR {
                *kode = keadaan::norma(state, Kode::Lulus as u8);
            }
        }
    }
    (kode, value)
}
