//! Surat pernyataan melaksanakan tugas: that somebody has taken up the post, a page for each person.

use crate::bagian::{Dokumen, Penanda};
use crate::iso;
use crate::perpindahan::Perpindahan;
use crate::{Naskah, contoh};
use kernel::Date;
use serde::Serialize;

/// The statements of one official.
#[derive(Clone, Debug, Serialize)]
pub struct Spmt {
    /// Head and foot.
    pub dokumen: Dokumen,
    /// Who states it.
    pub penanda: Penanda,
    /// The decision they are appointed by, with number and date.
    pub keputusan: String,
    /// The day duty was taken up.
    #[serde(with = "iso")]
    pub mulai: Date,
    /// About whom.
    pub orang: Vec<Perpindahan>,
    /// Copies.
    pub tembusan: Vec<String>,
}

impl Naskah for Spmt {
    const TEMPLAT: &'static str = "spmt";

    fn dokumen(&self) -> &Dokumen {
        &self.dokumen
    }

    fn dokumen_mut(&mut self) -> &mut Dokumen {
        &mut self.dokumen
    }

    fn contoh() -> Spmt {
        let dokumen =
            Dokumen { tanggal: contoh::day("2027-01-05"), ..contoh::dokumen("800.1.3.3/2231/BKD/2027") };
        Spmt {
            dokumen,
            penanda: contoh::kepala_bkd(),
            keputusan: "Keputusan Gubernur Bumi Raya Nomor 800.1.3.3/2210/BKD/2026 tanggal 7 Desember 2026"
                .into(),
            mulai: contoh::day("2027-01-05"),
            orang: Perpindahan::contoh(),
            tembusan: contoh::texts(&["Kepala Badan Pengelolaan Keuangan dan Aset Daerah"]),
        }
    }
}
