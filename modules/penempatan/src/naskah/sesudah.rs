//! After the SK: the oath, duty taken up, the report.

use super::{Penulis, baris};
use crate::isi::Hadirin;
use crate::rule::Tahap;
use host::tanggal;
use naskah_dinas::nota_dinas::Bagian;
use naskah_dinas::{BaPelantikan, Penanda, Spmt, StatusAsn, SuratDinas};

fn saksi(h: &Hadirin) -> Penanda {
    Penanda {
        atas_nama: None,
        jabatan: h.jabatan.clone(),
        nama: h.nama.clone(),
        pangkat: h.pangkat.clone(),
        nip: h.nip.clone(),
    }
}

impl Penulis<'_> {
    pub(super) fn ba_pelantikan(&self) -> BaPelantikan {
        BaPelantikan {
            dokumen: self.dokumen(),
            acara: self.acara(Tahap::Dilantik, "Pelantikan dan pengambilan sumpah atau janji jabatan"),
            pelantik: self.penanda(),
            keputusan: self.keputusan(),
            sumpah: Vec::new(),
            orang: self.orang(),
            saksi: self.isian.saksi.iter().map(saksi).collect(),
        }
    }

    pub(super) fn spmt(&self) -> Spmt {
        // Duty in a post is taken up when the post is held: never before the TMT.
        let tmt = self.rencana.pokok.berlaku;
        let mulai = self.langkah(Tahap::Dilantik).map_or(tmt, |s| s.tanggal.max(tmt));
        Spmt {
            dokumen: self.dokumen(),
            penanda: self.penanda(),
            keputusan: self.keputusan(),
            mulai,
            orang: self.orang(),
            tembusan: baris(&self.isian.tembusan),
        }
    }

    /// What was done, and every place where it is not what the plan says, with the reason.
    pub(super) fn laporan(&self) -> SuratDinas {
        let part = |judul: &str, isi: Vec<String>| Bagian { judul: judul.into(), isi };
        let pokok = &self.rencana.pokok;
        let filled = self.akhir.iter().flatten().count();
        let done = vec![
            format!("Rencana {} berlaku {}.", pokok.judul, tanggal(pokok.berlaku).long()),
            format!(
                "Dari {} tempat, {filled} terisi; {} diangkat atau dipindahkan.",
                self.beku.kursi.len(),
                StatusAsn::jumlah(self.rancangan.iter().map(|d| d.surat.status))
            ),
        ];
        let or_none =
            |list: Vec<String>, none: &str| if list.is_empty() { vec![none.to_owned()] } else { list };
        let gates =
            self.rencana.gerbang.iter().map(|(g, _)| format!("{} ({}).", super::sebut(&g.surat), g.hasil));
        SuratDinas {
            surat: self.surat(&format!("Laporan {}", pokok.judul), "", "Pejabat Pembina Kepegawaian"),
            pembuka: "Dengan hormat kami laporkan pelaksanaan pengangkatan dan pemindahan dalam jabatan sebagai berikut.".into(),
            bagian: vec![
                part("Dasar", self.dasar_keputusan()),
                part("Pelaksanaan", done),
                part("Penyimpangan dari rencana yang dihitung", or_none(self.penyimpangan(), "Tidak ada.")),
                part("Jabatan yang tetap lowong", or_none(self.kosong(), "Tidak ada.")),
                part("Persetujuan dan pertimbangan", or_none(gates.collect(), "Tidak ada yang tercatat.")),
            ],
            penutup: "Demikian laporan ini kami sampaikan.".into(),
        }
    }
}
