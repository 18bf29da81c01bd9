//! The small tables of `peraturan/tabel`: codes of BKN's lists, BUP, thresholds, the quality index.
//!
//! No number and no condition of a regulation stands in Rust: it stands in these tables with its
//! article, its days and how sure we are of it. Reading them is the only thing here that can refuse;
//! every look-up afterwards is a value.

mod bup;
mod duk;
mod list;
mod parse;
mod sheet;
mod words;

use crate::date::Date;
use crate::golongan::Golongan;
use list::List;

pub use bup::Bup;
pub use duk::{DukStep, Latihan};
pub use list::{EselonInfo, GolonganInfo, Indicator, Item, KedudukanInfo, PendidikanInfo};
pub use words::{Ambang, JenisJabatan, Jenjang, Kelompok, KriteriaDuk, Tempat, Untuk};

/// How sure we are of a value.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Kepastian {
    /// Recalled only, weakly.
    Low,
    /// Recalled only.
    Medium,
    /// Recalled, by more than one of us or often.
    High,
    /// A habit of this house; no regulation says so.
    Praktik,
    /// Read in a text.
    Seen,
}

impl Kepastian {
    const WORDS: [(&'static str, Kepastian); 5] = [
        ("seen", Kepastian::Seen),
        ("memory-high", Kepastian::High),
        ("memory-medium", Kepastian::Medium),
        ("memory-low", Kepastian::Low),
        ("praktik", Kepastian::Praktik),
    ];

    /// From the word tables and packs use.
    pub fn from_word(word: &str) -> Option<Kepastian> {
        Kepastian::WORDS.iter().find(|(w, _)| *w == word).map(|(_, k)| *k)
    }

    /// The word tables and packs use.
    pub fn word(self) -> &'static str {
        Kepastian::WORDS.iter().find(|(_, k)| *k == self).map_or("", |(w, _)| w)
    }

    /// How a page ends the sentence "kepastian: …": what the reader may rely on and what is left to do.
    pub fn label(self) -> &'static str {
        match self {
            Kepastian::Seen => "terbaca pada naskah",
            Kepastian::High => "hampir pasti, cocokkan dengan naskah resmi",
            Kepastian::Medium => "perlu dicek pada naskah resmi",
            Kepastian::Low => "belum pasti, wajib dicek pada naskah resmi",
            Kepastian::Praktik => "kebiasaan pada aplikasi ini, bukan ketentuan",
        }
    }
}

/// Where a value stands, on which days, and how sure we are.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Citation {
    /// Act and article.
    pub dasar: Box<str>,
    /// First day (berlaku); [`Date::MIN`] when the table does not say.
    pub mulai: Date,
    /// Last day, inclusive as acts are cited; `None` while in force.
    pub sampai: Option<Date>,
    /// How sure we are.
    pub kepastian: Kepastian,
    /// Where we read it.
    pub sumber: Box<str>,
}

impl Citation {
    /// Whether the value holds on a day.
    pub fn holds(&self, on: Date) -> bool {
        self.mulai <= on && self.sampai.is_none_or(|last| on <= last)
    }

    fn overlaps(&self, other: &Citation) -> bool {
        self.sampai.is_none_or(|last| other.mulai <= last)
            && other.sampai.is_none_or(|last| self.mulai <= last)
    }
}

/// All tables, read and checked.
#[derive(Debug)]
pub struct Tables {
    golongan: List<GolonganInfo>,
    golongan_by_step: [u16; 128],
    kedudukan: List<KedudukanInfo>,
    pendidikan: List<PendidikanInfo>,
    eselon: List<EselonInfo>,
    jenis_pegawai: List<Tempat>,
    jenis_jabatan: List<JenisJabatan>,
    agama: List<()>,
    jenis_kawin: List<()>,
    bup: bup::BupTable,
    syarat: Vec<(Jenjang, u8, Citation)>,
    ambang: Vec<(Ambang, i64, Citation)>,
    ikd: Vec<Indicator>,
    duk: duk::DukTable,
}

/// The plain lists a form lets people choose from.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Daftar {
    /// `golongan.csv`
    Golongan,
    /// `kedudukan_hukum.csv`
    Kedudukan,
    /// `tingkat_pendidikan.csv`
    Pendidikan,
    /// `jenis_pegawai.csv`
    JenisPegawai,
    /// `jenis_jabatan.csv`
    JenisJabatan,
    /// `agama.csv`
    Agama,
    /// `jenis_kawin.csv`
    JenisKawin,
}

/// The tables as they stand in the repository, for programs that carry them and for tests.
pub const BUNDLED: &[(&str, &str)] = &[
    ("agama.csv", include_str!("../../../peraturan/tabel/agama.csv")),
    ("ambang.csv", include_str!("../../../peraturan/tabel/ambang.csv")),
    ("bup.csv", include_str!("../../../peraturan/tabel/bup.csv")),
    ("duk.csv", include_str!("../../../peraturan/tabel/duk.csv")),
    ("duk_jabatan.csv", include_str!("../../../peraturan/tabel/duk_jabatan.csv")),
    ("eselon.csv", include_str!("../../../peraturan/tabel/eselon.csv")),
    ("golongan.csv", include_str!("../../../peraturan/tabel/golongan.csv")),
    ("ikd.csv", include_str!("../../../peraturan/tabel/ikd.csv")),
    ("jenis_jabatan.csv", include_str!("../../../peraturan/tabel/jenis_jabatan.csv")),
    ("jenis_kawin.csv", include_str!("../../../peraturan/tabel/jenis_kawin.csv")),
    ("jenis_pegawai.csv", include_str!("../../../peraturan/tabel/jenis_pegawai.csv")),
    ("kedudukan_hukum.csv", include_str!("../../../peraturan/tabel/kedudukan_hukum.csv")),
    ("latihan_jabatan.csv", include_str!("../../../peraturan/tabel/latihan_jabatan.csv")),
    ("syarat_jenjang.csv", include_str!("../../../peraturan/tabel/syarat_jenjang.csv")),
    ("tingkat_pendidikan.csv", include_str!("../../../peraturan/tabel/tingkat_pendidikan.csv")),
];

impl Tables {
    /// Reads the tables, given as (file name, CSV text). All refusals are told at once, each with
    /// file, line and what to write instead.
    pub fn parse(sources: &[(&str, &str)]) -> Result<Tables, Vec<String>> {
        parse::tables(sources)
    }

    /// The tables this program was built with.
    pub fn bundled() -> Result<Tables, Vec<String>> {
        Tables::parse(BUNDLED)
    }

    /// A golongan by BKN's code (`34`). PPPK codes are not known, see [`Tables::golongan_by_name`].
    pub fn golongan_by_code(&self, code: &str) -> Option<&Item<GolonganInfo>> {
        self.golongan.by_code(code)
    }

    /// A golongan by its name (`III/d`, `IX`).
    pub fn golongan_by_name(&self, name: &str) -> Option<&Item<GolonganInfo>> {
        let step = Golongan::parse(name)?.code();
        self.golongan.at(self.golongan_by_step[usize::from(step) & 127])
    }

    /// A legal status by BKN's code.
    pub fn kedudukan(&self, code: &str) -> Option<&Item<KedudukanInfo>> {
        self.kedudukan.by_code(code)
    }

    /// A legal status by its name; allocates, for rows without a code.
    pub fn kedudukan_by_name(&self, name: &str) -> Option<&Item<KedudukanInfo>> {
        self.kedudukan.by_name(name)
    }

    /// A level of education by BKN's code (`40` = S-1).
    pub fn pendidikan(&self, code: &str) -> Option<&Item<PendidikanInfo>> {
        self.pendidikan.by_code(code)
    }

    /// A level of education by its name; allocates, for rows without a code.
    pub fn pendidikan_by_name(&self, name: &str) -> Option<&Item<PendidikanInfo>> {
        self.pendidikan.by_name(name)
    }

    /// The order of a level of education, greater is higher.
    pub fn pendidikan_order(&self, code: &str) -> Option<u8> {
        Some(self.pendidikan(code)?.info.urutan)
    }

    /// An eselon by code (`22`) or name (`II.b`, `II/b`, `IIb`).
    pub fn eselon(&self, text: &str) -> Option<&Item<EselonInfo>> {
        if let Some(item) = self.eselon.by_code(text) {
            return Some(item);
        }
        let plain = |s: &str| {
            s.bytes().filter(u8::is_ascii_alphanumeric).map(|b| b.to_ascii_lowercase()).collect::<Vec<u8>>()
        };
        let wanted = plain(text);
        if wanted.is_empty() {
            return None;
        }
        // BKN lists I.a twice (utama, madya): the later row is the one in use in a region.
        self.eselon.items.iter().rev().find(|item| plain(&item.nama) == wanted)
    }

    /// Where a jenis pegawai code says a person works.
    pub fn jenis_pegawai(&self, code: &str) -> Option<&Item<Tempat>> {
        self.jenis_pegawai.by_code(code)
    }

    /// A kind of post by BKN's code.
    pub fn jenis_jabatan(&self, code: &str) -> Option<&Item<JenisJabatan>> {
        self.jenis_jabatan.by_code(code)
    }

    /// A kind of post as a list states it: BKN's code, or the name it goes by.
    pub fn jenis_pos(&self, stated: &str) -> Option<JenisJabatan> {
        let named = || self.jenis_jabatan.items.iter().find(|i| i.nama.eq_ignore_ascii_case(stated.trim()));
        JenisJabatan::from_code(stated).or_else(|| named().map(|item| item.info))
    }

    /// A religion by BKN's code.
    pub fn agama(&self, code: &str) -> Option<&str> {
        self.agama.by_code(code).map(|item| &*item.nama)
    }

    /// A marital status by BKN's code.
    pub fn jenis_kawin(&self, code: &str) -> Option<&str> {
        self.jenis_kawin.by_code(code).map(|item| &*item.nama)
    }

    /// The pension age of a post on a day (berlaku); `None` when the name does not tell. `jenis` is
    /// BKN's code of the kind of post, or its name. Does not allocate; about a tenth of a microsecond.
    pub fn bup(&self, jenis: &str, jabatan: &str, on: Date) -> Option<Bup<'_>> {
        self.bup.find(self.jenis_pos(jenis)?, jabatan, Jenjang::None, on)
    }

    /// The same when the eselon is known: it decides before the name does.
    pub fn bup_with_eselon(&self, jenis: &str, jabatan: &str, eselon: &str, on: Date) -> Option<Bup<'_>> {
        let jenjang = if eselon.is_empty() { None } else { self.eselon(eselon) };
        let jenjang = jenjang.map_or(Jenjang::None, |item| item.info.jenjang);
        self.bup.find(self.jenis_pos(jenis)?, jabatan, jenjang, on)
    }

    /// Lowest education of a kind of post on a day: its order and where that stands.
    pub fn pendidikan_min(&self, jenjang: Jenjang, on: Date) -> Option<(u8, &Citation)> {
        let row = self.syarat.iter().find(|row| row.0 == jenjang && row.2.holds(on))?;
        Some((row.1, &row.2))
    }

    /// A threshold on a day with where it stands.
    pub fn ambang(&self, name: Ambang, on: Date) -> Option<(i64, &Citation)> {
        let row = self.ambang.iter().find(|row| row.0 == name && row.2.holds(on))?;
        Some((row.1, &row.2))
    }

    /// Code and name of every row of a list, in its order; the code is empty where BKN's is not known.
    pub fn daftar(&self, daftar: Daftar) -> Vec<(&str, &str)> {
        fn rows<T>(list: &List<T>) -> Vec<(&str, &str)> {
            list.items.iter().map(|item| (&*item.kode, &*item.nama)).collect()
        }
        match daftar {
            Daftar::Golongan => rows(&self.golongan),
            Daftar::Kedudukan => rows(&self.kedudukan),
            Daftar::Pendidikan => rows(&self.pendidikan),
            Daftar::JenisPegawai => rows(&self.jenis_pegawai),
            Daftar::JenisJabatan => rows(&self.jenis_jabatan),
            Daftar::Agama => rows(&self.agama),
            Daftar::JenisKawin => rows(&self.jenis_kawin),
        }
    }

    /// The steps of the daftar urut kepangkatan that hold on a day, the first compared first.
    pub fn duk(&self, on: Date) -> Vec<&DukStep> {
        self.duk.steps.iter().filter(|step| step.citation.holds(on)).collect()
    }

    /// Level of a post in that order, greater is higher: by its eselon when that is in the table, else by
    /// its jenjang.
    pub fn duk_jabatan(&self, eselon: &str, jenjang: Jenjang, on: Date) -> Option<(u8, &Citation)> {
        self.duk.level(eselon, jenjang, on)
    }

    /// The latihan jabatan the name of a course says; allocates.
    pub fn latihan(&self, name: &str, on: Date) -> Option<&Latihan> {
        self.duk.course(name, on)
    }

    /// What a level of latihan jabatan is called.
    pub fn latihan_nama(&self, tingkat: u8) -> &str {
        self.duk.courses.iter().find(|row| row.tingkat == tingkat).map_or("", |row| &row.nama)
    }

    /// The indicators of the data-quality index, by dimension.
    pub fn ikd(&self) -> &[Indicator] {
        &self.ikd
    }

    /// The indicator a check measures.
    pub fn ikd_of(&self, code: crate::check::Code) -> Option<&Indicator> {
        self.ikd.iter().find(|row| row.check == Some(code))
    }
}
