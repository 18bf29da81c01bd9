//! What is typed about a letter, and what a form begins with.

use super::{baris, kepala_daerah, sebut};
use crate::isi::Hadirin;
use crate::rule::hadirin::{self, Peran};
use crate::rule::{Rencana, Tahap};
use kernel::Date;

/// A letter of a round.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Jenis {
    /// The decision with its annex.
    Keputusan,
    /// An excerpt for each person, or for one.
    Petikan,
    /// Minutes of the meeting.
    BaRapat,
    /// Asking the BKN.
    UsulPertek,
    /// Minutes of the inauguration.
    BaPelantikan,
    /// That duty was taken up.
    Spmt,
    /// The report.
    Laporan,
}

/// Every letter: word in a form, label, and whether it speaks of an enacted SK.
const JENIS: [(Jenis, &str, &str, bool); 7] = [
    (Jenis::BaRapat, "ba_rapat", "Berita acara rapat", false),
    (Jenis::UsulPertek, "usul_pertek", "Usul pertimbangan teknis", false),
    (Jenis::Keputusan, "keputusan", "Keputusan dengan lampiran", false),
    (Jenis::Petikan, "petikan", "Petikan keputusan", false),
    (Jenis::BaPelantikan, "ba_pelantikan", "Berita acara pelantikan dan sumpah", true),
    (Jenis::Spmt, "spmt", "Surat pernyataan melaksanakan tugas", true),
    (Jenis::Laporan, "laporan", "Laporan", true),
];

impl Jenis {
    /// Letters that can be printed now, in the order of a round.
    pub fn semua(ditetapkan: bool) -> impl Iterator<Item = Jenis> {
        JENIS.iter().filter(move |j| ditetapkan || !j.3).map(|j| j.0)
    }

    /// By the word of a form.
    pub fn baca(kata: &str) -> Option<Jenis> {
        JENIS.iter().find(|j| j.1 == kata).map(|j| j.0)
    }

    /// The word of a form, and of a file.
    pub fn kata(self) -> &'static str {
        self.row().1
    }

    /// As a page says it.
    pub fn label(self) -> &'static str {
        self.row().2
    }

    fn row(self) -> &'static (Jenis, &'static str, &'static str, bool) {
        JENIS.iter().find(|j| j.0 == self).unwrap_or_else(|| unreachable!("every letter stands in the list"))
    }
}

/// What was typed. Texts of several lines hold one item a line.
#[derive(Clone, Debug, PartialEq)]
pub struct IsianSurat {
    /// Number.
    pub nomor: String,
    /// Date.
    pub tanggal: Date,
    /// Where it is made.
    pub tempat: String,
    /// Perangkat daerah of the letterhead.
    pub perangkat: String,
    /// Address of the letterhead.
    pub alamat: String,
    /// Who signs: name.
    pub nama: String,
    /// Post.
    pub jabatan: String,
    /// Pangkat.
    pub pangkat: String,
    /// NIP.
    pub nip: String,
    /// To whom a letter goes, one a line.
    pub kepada: String,
    /// To whom copies go, one a line.
    pub tembusan: String,
    /// Members of the meeting.
    pub anggota: Vec<Hadirin>,
    /// Witnesses of the oath.
    pub saksi: Vec<Hadirin>,
    /// Where a meeting or an inauguration takes place.
    pub tempat_acara: String,
    /// At what time.
    pub pukul: String,
    /// What an SK is about.
    pub tentang: String,
    /// Considerations of an SK.
    pub menimbang: String,
    /// Legal basis of an SK.
    pub mengingat: String,
    /// Letters an SK also rests on.
    pub memperhatikan: String,
    /// What an SK decides beside the moves.
    pub diktum: String,
    /// Who vouches for an excerpt: `nama; jabatan; pangkat; NIP`; empty for nobody.
    pub pengesah: String,
    /// One person's letter only: the id.
    pub pegawai: String,
}

impl IsianSurat {
    /// What a form begins with: what the round itself says, and nothing of the law that it does not say. `sebutan` is
    /// what those who move are called.
    pub fn awal(rencana: &Rencana, pemerintah: &str, sebutan: &str, hari: Date) -> IsianSurat {
        let rested = [
            (Tahap::Dirapatkan, "Berita acara rapat"),
            (Tahap::Diputus, "Putusan Pejabat Pembina Kepegawaian"),
        ];
        let of = |(tahap, what): (Tahap, &str)| {
            let found = rencana.langkah.iter().rev().find(|l| l.0 == tahap)?.2.as_ref()?;
            Some(format!("{what} {}.", sebut(found)))
        };
        let gates = rencana.gerbang.iter().filter(|(g, _)| g.hasil == "disetujui");
        let letters = rested.into_iter().filter_map(of);
        // One letter may stand for many posts.
        let mut noted: Vec<String> = Vec::new();
        for line in letters.chain(gates.map(|(g, _)| format!("Surat {}.", sebut(&g.surat)))) {
            if !noted.contains(&line) {
                noted.push(line);
            }
        }
        let hadir = |tahap| rencana.surat(tahap).map(|s| s.hadir.clone()).unwrap_or_default();
        IsianSurat {
            nomor: String::new(),
            tanggal: hari,
            tempat: String::new(),
            perangkat: String::new(),
            alamat: String::new(),
            nama: String::new(),
            jabatan: kepala_daerah(pemerintah),
            pangkat: String::new(),
            nip: String::new(),
            kepada: String::new(),
            tembusan: String::new(),
            anggota: hadir(Tahap::Dirapatkan),
            saksi: hadir(Tahap::Dilantik),
            tempat_acara: String::new(),
            pukul: String::new(),
            tentang: format!("Pengangkatan dan Pemindahan {sebutan} dalam Jabatan"),
            menimbang: format!(
                "bahwa untuk mengisi jabatan yang lowong perlu dilakukan pengangkatan dan pemindahan {sebutan} dalam jabatan;"
            ),
            mengingat: baris(&rencana.pokok.dasar).join("\n"),
            memperhatikan: noted.join("\n"),
            diktum: "Keputusan ini mulai berlaku pada tanggal ditetapkan.".into(),
            pengesah: String::new(),
            pegawai: String::new(),
        }
    }

    /// By field, as a form shows it.
    pub fn ruas(&self) -> Vec<(&'static str, String)> {
        let day = host::tanggal(self.tanggal).typed();
        let (anggota, saksi) =
            (hadirin::tulis(&self.anggota, Peran::Anggota), hadirin::tulis(&self.saksi, Peran::Saksi));
        let all: [(&'static str, &str); 21] = [
            ("nomor", &self.nomor),
            ("tanggal", &day),
            ("tempat", &self.tempat),
            ("perangkat", &self.perangkat),
            ("alamat", &self.alamat),
            ("nama", &self.nama),
            ("jabatan", &self.jabatan),
            ("pangkat", &self.pangkat),
            ("nip", &self.nip),
            ("kepada", &self.kepada),
            ("tembusan", &self.tembusan),
            ("anggota", &anggota),
            ("saksi", &saksi),
            ("tempat_acara", &self.tempat_acara),
            ("pukul", &self.pukul),
            ("tentang", &self.tentang),
            ("menimbang", &self.menimbang),
            ("mengingat", &self.mengingat),
            ("memperhatikan", &self.memperhatikan),
            ("diktum", &self.diktum),
            ("pengesah", &self.pengesah),
        ];
        all.map(|(name, value)| (name, value.to_owned())).to_vec()
    }
}
