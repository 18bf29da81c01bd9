//! Which letters a rakor can be asked for, about what, what has to be there first, and who may read them.

use super::Nama;
use super::sebut::potong;
use crate::rule::Rakor;
use crate::rule::eskalasi::{SURAT, tercatat};

/// What a letter is about.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Tentang {
    /// The rakor.
    Rakor,
    /// One invited instansi.
    Wilayah,
    /// A request to a body outside.
    Luar,
    /// A policy proposed to the Gubernur.
    Gubernur,
    /// A follow-up whose lateness has reached the rung of a letter.
    Terlambat,
}

/// Who may read it beside whoever issues it.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Pembaca {
    /// Every instansi on the list.
    Undangan,
    /// The instansi it is about.
    Dituju,
    /// Nobody.
    Tiada,
}

/// A sort of letter.
#[derive(Debug)]
pub struct Jenis {
    /// Its word in the journal.
    pub kata: &'static str,
    /// What it is called.
    pub label: &'static str,
    /// What has to be there first, in words.
    pub perlu: &'static str,
    /// What it is about.
    pub tentang: Tentang,
    /// Who may read it.
    pub pembaca: Pembaca,
    /// It bears a number and a signature.
    pub ditandatangani: bool,
    /// It shows figures or how late somebody is.
    pub berangka: bool,
}

const fn surat(
    kata: &'static str,
    label: &'static str,
    perlu: &'static str,
    (tentang, pembaca): (Tentang, Pembaca),
) -> Jenis {
    Jenis { kata, label, perlu, tentang, pembaca, ditandatangani: true, berangka: false }
}

const RAKOR: (Tentang, Pembaca) = (Tentang::Rakor, Pembaca::Undangan);
const GUBERNUR: (Tentang, Pembaca) = (Tentang::Gubernur, Pembaca::Undangan);
const POINTS: &str = "rumusan yang disepakati";
const PROPOSAL: &str = "usul kebijakan Gubernur dari butir rumusan yang disepakati";

/// Every sort, in the order people need them.
pub const JENIS: [Jenis; 13] = [
    surat("undangan", "Surat undangan", "tanggal dan pihak", RAKOR),
    surat(
        "permintaan_bahan",
        "Surat permintaan bahan",
        "permintaan bahan dengan tenggatnya dan pihak selain penyelenggara",
        RAKOR,
    ),
    Jenis {
        berangka: true,
        ditandatangani: false,
        ..surat(
            "lembar_rakor",
            "Lembar rakor",
            "indikator yang terukur atau tindak lanjut yang terbuka",
            (Tentang::Wilayah, Pembaca::Dituju),
        )
    },
    Jenis {
        berangka: true,
        ditandatangani: false,
        ..surat("lembar_sekda", "Lembar Sekda", "indikator yang terukur", (Tentang::Rakor, Pembaca::Tiada))
    },
    surat("daftar_hadir", "Daftar hadir", "tanggal", RAKOR),
    surat("notulen", "Notulen", "notulen yang sudah ditulis", RAKOR),
    surat("rumusan", "Rumusan", POINTS, RAKOR),
    surat("berita_acara", "Berita acara", POINTS, RAKOR),
    Jenis {
        berangka: true,
        ..surat("nota_dinas", "Nota dinas kepada Gubernur", POINTS, (Tentang::Rakor, Pembaca::Tiada))
    },
    surat(
        "rekomendasi",
        "Surat rekomendasi",
        "rekomendasi ke luar yang sudah dicatat",
        (Tentang::Luar, Pembaca::Undangan),
    ),
    surat("surat_edaran", "Surat edaran Gubernur", PROPOSAL, GUBERNUR),
    surat("surat_gubernur", "Surat Gubernur kepada Bupati/Wali Kota", PROPOSAL, GUBERNUR),
    Jenis {
        berangka: true,
        ..surat(
            "surat_terlambat",
            "Surat Sekda a.n. Gubernur",
            "tindak lanjut terlambat yang sudah sampai pada tingkat surat Sekda Provinsi",
            (Tentang::Terlambat, Pembaca::Dituju),
        )
    },
];

/// A sort by its word.
pub fn jenis(kata: &str) -> Option<&'static Jenis> {
    JENIS.iter().find(|j| j.kata == kata)
}

/// The sentence that says what a letter of this sort needs.
pub(super) fn perlu(kata: &str) -> String {
    let needs = jenis(kata).map_or("isi", |j| j.perlu);
    format!("Dokumen ini memerlukan {needs}. Lengkapi lebih dahulu.")
}

/// Written for every invited instansi in turn.
pub const SEMUA: &str = "semua";
/// Instansi one act of issuing writes for.
pub const WILAYAH_MOST: usize = 60;

/// A letter that may be asked for.
#[derive(Clone, Debug)]
pub struct Pilihan {
    /// Its sort.
    pub jenis: &'static Jenis,
    /// An instansi, a request or a follow-up; empty when it is about the rakor.
    pub untuk: String,
    /// As a form offers it.
    pub label: String,
}

impl Pilihan {
    /// As a form sends it.
    pub fn kata(&self) -> String {
        match self.untuk.as_str() {
            "" => self.jenis.kata.to_owned(),
            untuk => format!("{}:{untuk}", self.jenis.kata),
        }
    }
}

/// Letters of the rakor by what they are about, as a form offers them. Those about something that is not there
/// are not offered; those about the rakor always are, and say what they need.
pub fn pilihan(rakor: &Rakor, nama: Nama<'_>) -> Vec<Pilihan> {
    let mut all = Vec::new();
    for jenis in &JENIS {
        let mut add = |untuk: &str, about: String| {
            let label = match about.as_str() {
                "" => jenis.label.to_owned(),
                about => format!("{}: {}", jenis.label, potong(about, 70)),
            };
            all.push(Pilihan { jenis, untuk: untuk.to_owned(), label });
        };
        let asked = |arah: &'static str| rakor.rekomendasi.iter().filter(move |s| s.isi.arah == arah);
        match jenis.tentang {
            Tentang::Rakor => add("", String::new()),
            Tentang::Wilayah => {
                let invited = rakor.penentu();
                if !invited.is_empty() {
                    add(SEMUA, format!("semua instansi yang diundang ({})", invited.len()));
                }
                invited.iter().for_each(|id| add(id, nama(id)));
            }
            Tentang::Luar => {
                asked("luar")
                    .for_each(|s| add(&s.tanda.id, format!("{}, {}", s.isi.kepada, s.isi.permintaan)));
            }
            Tentang::Gubernur => {
                asked("gubernur").for_each(|s| add(&s.tanda.id, s.isi.permintaan.clone()));
            }
            Tentang::Terlambat => {
                let due = rakor.rtl.iter().filter(|r| r.terbuka() && tercatat(r) >= SURAT);
                due.for_each(|r| add(&r.tanda.id, format!("{}, {}", nama(&r.isi.instansi), r.isi.uraian)));
            }
        }
    }
    all
}

/// The letter a form asked for.
///
/// # Errors
/// The sentence that says that there is none such, or what it needs.
pub fn dicari(all: &[Pilihan], kata: &str) -> Result<Pilihan, String> {
    if let Some(found) = all.iter().find(|p| p.kata() == kata) {
        return Ok(found.clone());
    }
    let sort = kata.split_once(':').map_or(kata, |parts| parts.0);
    Err(jenis(sort).map_or_else(|| "Pilih jenis dokumen.".to_owned(), |j| perlu(j.kata)))
}
