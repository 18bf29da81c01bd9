//! What a deviation comes to before it is recorded, and why one is not.

use crate::isi::Penyimpangan;
use crate::rule::akhir::{atur, coba, langkah};
use crate::rule::mengapa::{Biaya, selisih};
use crate::rule::pindah::{kosong, tanpa_kursi};
use crate::rule::rencana::Tanda;
use crate::rule::ulang::{ULANG_MOST, mustahil};
use crate::rule::{Beku, Rencana, Tolak};
use crate::tetapkan::Akhir;
use kernel::PegawaiId;

/// What a form says for a seat nobody is to come into.
pub const KOSONG: &str = "kosong";
/// What a form says where everybody else is seated anew.
pub const ULANG: &str = "susun_ulang";

/// Whoever is not among those that meet the requirements cannot be chosen.
const TIDAK_MEMENUHI: &str = "Orang ini tidak memenuhi syarat untuk pos itu, jadi tidak dapat dipilih. Pilih dari daftar yang memenuhi syarat.";

/// What the PPK wants in a seat.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mau {
    /// This person, by place in [`Beku::calon`].
    Orang(u32),
    /// Nobody.
    Kosong,
}

impl Mau {
    /// From a form; `None` for what names nobody considered.
    pub fn baca(beku: &Beku, text: &str) -> Option<Mau> {
        if text == KOSONG {
            return Some(Mau::Kosong);
        }
        PegawaiId::parse(text).and_then(|id| beku.calon_dari(id)).map(Mau::Orang)
    }
}

/// A deviation as it would be.
pub struct Timbang {
    /// It, without its reason.
    pub penyimpangan: Penyimpangan,
    /// What it costs against the arrangement that stands, and who sits elsewhere.
    pub biaya: Biaya,
    /// Who sits in each seat then.
    pub duduk: Vec<Option<u32>>,
}

/// Weighs one more deviation of a round in which `a` stands.
///
/// # Errors
/// It cannot be, or changes nothing: in words.
pub fn timbang(r: &Rencana, a: &Akhir, kursi: u32, mau: Mau, susun_ulang: bool) -> Result<Timbang, Tolak> {
    let (beku, before) = (&*a.beku, &a.duduk);
    if beku.tiga_nama && (susun_ulang || mau != Mau::Kosong) {
        let sentence = "Macam rencana ini menyajikan tiga nama per pos. Pilih salah satunya.";
        return Err(Tolak("PNP-52", sentence.into()));
    }
    let refused = || Tolak("PNP-51", TIDAK_MEMENUHI.into());
    let seat = beku.kursi.get(kursi as usize).ok_or_else(refused)?;
    let pegawai = match mau {
        Mau::Kosong => String::new(),
        Mau::Orang(c) => {
            beku.cari(c, kursi).ok_or_else(refused)?;
            beku.calon[c as usize].pegawai.to_string()
        }
    };
    let mut then = r.penyimpangan.clone();
    then.retain(|(p, _)| (&p.pos, p.tempat) != (&seat.pos, seat.tempat));
    if !pegawai.is_empty() && then.iter().any(|(p, _)| p.pegawai == pegawai) {
        let sentence = "Orang ini sudah dipilih untuk pos lain lewat penyimpangan. Cabut penyimpangan itu dahulu, atau pilih orang lain.";
        return Err(Tolak("PNP-55", sentence.into()));
    }
    if susun_ulang && then.iter().filter(|(p, _)| p.susun_ulang).count() >= ULANG_MOST {
        let sentence = format!(
            "Sudah ada {ULANG_MOST} penyimpangan yang menyusun ulang yang lain. Pilih cara lain, atau cabut salah satunya."
        );
        return Err(Tolak("PNP-57", sentence));
    }
    let mut one = Penyimpangan {
        pos: seat.pos.clone(),
        tempat: seat.tempat,
        pegawai,
        susun_ulang,
        ..Penyimpangan::default()
    };
    let replaces = then.len() < r.penyimpangan.len();
    let earlier = then.clone();
    then.push((one.clone(), Tanda::default()));
    // Of three names none is chosen for a post that stays empty; elsewhere there are no choices.
    let choices: Vec<_> = r.pilihan.iter().filter(|(p, _)| p.pos != seat.pos).cloned().collect();
    let duduk = coba(beku, &a.hasil.duduk, &langkah(&then, &choices, beku))?;
    let sits = duduk.get(kursi as usize).copied().flatten();
    if duduk == *before && !beku.tiga_nama {
        let sentence = match mau {
            Mau::Orang(_) => {
                "Orang ini sudah di pos itu menurut susunan sekarang. Tidak ada yang perlu dicatat."
            }
            Mau::Kosong if sits.is_none() => {
                "Pos ini sudah kosong menurut susunan sekarang. Tidak ada yang perlu dicatat."
            }
            Mau::Kosong => BERTAHAN,
        };
        return Err(Tolak("PNP-53", sentence.into()));
    }
    if mau == Mau::Kosong && sits.is_some() && !beku.tiga_nama {
        return Err(Tolak("PNP-58", BERTAHAN.into()));
    }
    // A choice that replaces an earlier one for the seat costs what it costs without that one.
    let without = if replaces {
        atur(beku, &a.hasil.duduk, &langkah(&earlier, &choices, beku))
    } else {
        before.clone()
    };
    let lost = tanpa_kursi(beku, &without);
    if susun_ulang && tanpa_kursi(beku, &duduk).iter().any(|who| !lost.contains(who)) {
        return Err(mustahil());
    }
    let biaya = selisih(beku, &without, &duduk);
    one.biaya = biaya.satuan(a.hasil.isi).to_string();
    Ok(Timbang { penyimpangan: one, biaya, duduk })
}

/// A seat with a holder who goes nowhere does not fall empty.
const BERTAHAN: &str = "Pemegang pos ini tetap di sini menurut susunan itu, jadi kursinya tidak menjadi kosong dan tidak ada yang perlu dicatat.";

/// Seats that end empty and did not before, and how many end empty in all.
pub fn menjadi_kosong(beku: &Beku, before: &[Option<u32>], after: &[Option<u32>]) -> (Vec<u32>, usize) {
    let was: Vec<u32> = kosong(beku, before).collect();
    let is: Vec<u32> = kosong(beku, after).collect();
    (is.iter().filter(|k| was.binary_search(k).is_err()).copied().collect(), is.len())
}
