//! Berita acara of an inauguration with its oath.

use crate::bagian::{Acara, Dokumen, Penanda};
use crate::perpindahan::Perpindahan;
use crate::{Naskah, contoh};
use serde::Serialize;

/// The record of the day.
#[derive(Clone, Debug, Serialize)]
pub struct BaPelantikan {
    /// Head and foot.
    pub dokumen: Dokumen,
    /// When and where; its date is also written in words.
    pub acara: Acara,
    /// Who takes the oath of them.
    pub pelantik: Penanda,
    /// The decision they are appointed by, with number and date.
    pub keputusan: String,
    /// What is sworn, line by line, as the oath was read out; empty refers to the text read.
    pub sumpah: Vec<String>,
    /// Who is inaugurated.
    pub orang: Vec<Perpindahan>,
    /// Witnesses.
    pub saksi: Vec<Penanda>,
}

impl Naskah for BaPelantikan {
    const TEMPLAT: &'static str = "ba_pelantikan";

    fn dokumen(&self) -> &Dokumen {
        &self.dokumen
    }

    fn dokumen_mut(&mut self) -> &mut Dokumen {
        &mut self.dokumen
    }

    fn contoh() -> BaPelantikan {
        let mut acara = contoh::acara();
        acara.acara = "Pelantikan dan pengambilan sumpah atau janji jabatan".into();
        BaPelantikan {
            dokumen: contoh::dokumen("800.1.3.3/2214/BKD/2026"),
            acara,
            pelantik: contoh::gubernur(),
            keputusan: "Keputusan Gubernur Bumi Raya Nomor 800.1.3.3/2210/BKD/2026 tanggal 7 Desember 2026"
                .into(),
            sumpah: Vec::new(),
            orang: Perpindahan::contoh(),
            saksi: vec![contoh::sekda_sendiri(), contoh::kepala_bkd()],
        }
    }
}
