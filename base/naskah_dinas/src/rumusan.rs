//! Rumusan: what a meeting agreed, point by point, with the stand of each instansi, signed by each.

use crate::bagian::{Acara, Dokumen, Penanda};
use crate::{Naskah, contoh, iso_or_none};
use kernel::Date;
use serde::Serialize;

/// Rumusan of a meeting.
#[derive(Clone, Debug, Serialize)]
pub struct Rumusan {
    /// Head and foot.
    pub dokumen: Dokumen,
    /// The meeting.
    pub acara: Acara,
    /// Sentence that leads to the points.
    pub pembuka: String,
    /// What was agreed.
    pub butir: Vec<Butir>,
    /// Last sentence.
    pub penutup: String,
    /// Who signs for which instansi.
    pub penanda: Vec<PenandaInstansi>,
}

/// One point.
#[derive(Clone, Debug, Serialize)]
pub struct Butir {
    /// What.
    pub isi: String,
    /// In particular.
    pub rincian: Vec<String>,
    /// By whom; empty when it is nobody's task.
    pub penanggung_jawab: String,
    /// Until when.
    #[serde(with = "iso_or_none")]
    pub tenggat: Option<Date>,
    /// Who stands how to it; empty when nobody is asked.
    pub sikap: Vec<Sikap>,
}

/// How an instansi stands to a point.
#[derive(Clone, Debug, Serialize)]
pub struct Sikap {
    /// Who.
    pub instansi: String,
    /// `sepakat`, `sepakat dengan catatan`, `tidak sepakat`; empty when none is recorded.
    pub sikap: String,
    /// Why; may be empty.
    pub catatan: String,
    /// The convener recorded it for the instansi.
    pub dicatat: bool,
}

impl Sikap {
    pub(crate) fn contoh() -> Vec<Sikap> {
        let stand = |instansi: &str, sikap: &str, catatan: &str, dicatat| Sikap {
            instansi: instansi.into(),
            sikap: sikap.into(),
            catatan: catatan.into(),
            dicatat,
        };
        vec![
            stand("Provinsi Bumi Raya", "sepakat", "", false),
            stand("Kabupaten Rimba Jaya", "sepakat", "", true),
            stand(
                "Kabupaten Telaga Biru",
                "sepakat dengan catatan",
                "jadwal menunggu persetujuan anggaran",
                true,
            ),
            stand(
                "Kota Mandalapura",
                "tidak sepakat",
                "dua jabatan akan dihapus dalam penataan kelembagaan",
                false,
            ),
            stand("Kota Sinar Pagi", "", "", false),
        ]
    }
}

/// A signature for an instansi.
#[derive(Clone, Debug, Serialize)]
pub struct PenandaInstansi {
    /// For whom.
    pub instansi: String,
    /// Who.
    pub penanda: Penanda,
}

impl Naskah for Rumusan {
    const TEMPLAT: &'static str = "rumusan";

    fn dokumen(&self) -> &Dokumen {
        &self.dokumen
    }

    fn dokumen_mut(&mut self) -> &mut Dokumen {
        &mut self.dokumen
    }

    fn contoh() -> Rumusan {
        let agreed = |isi: &str, rincian: &[&str], siapa: &str, tenggat: &str| Butir {
            isi: isi.into(),
            rincian: contoh::texts(rincian),
            penanggung_jawab: siapa.into(),
            tenggat: Date::parse(tenggat),
            sikap: Vec::new(),
        };
        let mut butir = vec![
            agreed(
                "Seluruh kabupaten/kota melengkapi data pegawai sampai dengan 95%.",
                &["SK jabatan fungsional didahulukan;", "kemajuan dilaporkan setiap tanggal 5."],
                "BKPSDM kabupaten/kota",
                "2027-03-31",
            ),
            agreed(
                "Jabatan pimpinan tinggi yang dijabat pelaksana tugas lebih dari enam bulan diisi melalui seleksi terbuka.",
                &[],
                "Pejabat pembina kepegawaian",
                "2027-02-28",
            ),
            agreed("Pedoman digitalisasi SK disusun dan dibagikan.", &[], "BKD Provinsi", "2027-01-31"),
        ];
        butir[1].sikap = Sikap::contoh();
        let signs = |instansi: &str| PenandaInstansi {
            instansi: instansi.into(),
            penanda: Penanda { jabatan: "Kepala BKPSDM".into(), ..contoh::kepala_bkpsdm() },
        };
        let mut penanda =
            vec![PenandaInstansi { instansi: "Provinsi Bumi Raya".into(), penanda: contoh::kepala_bkd() }];
        penanda.extend(contoh::DAERAH.iter().map(|daerah| signs(daerah)));
        Rumusan {
            dokumen: contoh::dokumen("800.1/1188/BKD/2026"),
            acara: contoh::acara(),
            pembuka: "Rapat koordinasi menyepakati rumusan sebagai berikut:".into(),
            butir,
            penutup: "Rumusan ini menjadi dasar rencana tindak lanjut setiap instansi.".into(),
            penanda,
        }
    }
}
