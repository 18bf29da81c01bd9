//! Daftar hadir: who was there, with room to sign, and empty lines for who comes unannounced.

use crate::bagian::{Acara, Dokumen, Hadir, Penanda};
use crate::{Naskah, contoh};
use serde::Serialize;

/// Daftar hadir.
#[derive(Clone, Debug, Serialize)]
pub struct DaftarHadir {
    /// Head and foot.
    pub dokumen: Dokumen,
    /// The meeting.
    pub acara: Acara,
    /// Who is on the list.
    pub hadir: Vec<Kehadiran>,
    /// Empty lines after them.
    pub baris_kosong: u16,
    /// Who vouches for the list.
    pub penanda: Option<Penanda>,
}

/// Somebody on the list.
#[derive(Clone, Debug, Serialize)]
pub struct Kehadiran {
    /// Who.
    #[serde(flatten)]
    pub orang: Hadir,
    /// How presence is known already: `08.52, kode rapat`; empty leaves room to sign.
    pub tanda: String,
}

impl Naskah for DaftarHadir {
    const TEMPLAT: &'static str = "daftar_hadir";

    fn dokumen(&self) -> &Dokumen {
        &self.dokumen
    }

    fn dokumen_mut(&mut self) -> &mut Dokumen {
        &mut self.dokumen
    }

    fn contoh() -> DaftarHadir {
        let signs =
            |n: usize| if n.is_multiple_of(3) { "08.52, kode rapat".to_owned() } else { String::new() };
        let people = contoh::hadir().into_iter().enumerate();
        DaftarHadir {
            dokumen: contoh::dokumen(""),
            acara: contoh::acara(),
            hadir: people.map(|(n, orang)| Kehadiran { orang, tanda: signs(n) }).collect(),
            baris_kosong: 16,
            penanda: Some(contoh::kepala_bkd()),
        }
    }
}
