//! The six answers of the law. Never a bare yes or no, never a silent default.

use crate::value::Value;
use crate::vocabulary::FaktaId;

/// What the law answers.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Verdict {
    /// Every condition is met; a value is given.
    Lulus,
    /// A condition is not met.
    Gagal,
    /// It depends on facts nobody has stated, or whose documents contradict one another.
    BelumTahu {
        /// Not stated.
        kurang: Vec<FaktaId>,
        /// Contradicted.
        bertentangan: Vec<FaktaId>,
    },
    /// The norm does not concern this person, or does not hold on that day: why.
    TidakBerlaku(Box<str>),
    /// An official decides: who, or on what uncertain ground.
    PerluPertimbangan(Box<str>),
    /// Defensible positions differ.
    Sengketa(Vec<Posisi>),
}

/// One position in a dispute.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Posisi {
    /// Its key in the norm.
    pub kunci: Box<str>,
    /// Who holds it.
    pub pihak: Box<str>,
    /// What follows from it; `None` when only its verdict differs.
    pub nilai: Option<Value>,
    /// The verdict under it.
    pub hasil: Kode,
}

/// A verdict without what it carries: one byte for a person and a rule.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug, Hash)]
#[repr(u8)]
pub enum Kode {
    /// Met.
    Lulus = 0,
    /// Not met.
    Gagal = 1,
    /// Data missing.
    BelumTahu = 2,
    /// Does not concern.
    TidakBerlaku = 3,
    /// An official decides.
    Pertimbangan = 4,
    /// Positions differ.
    Sengketa = 5,
}

impl Kode {
    /// All, in order of their numbers.
    pub const ALL: [Kode; 6] =
        [Kode::Lulus, Kode::Gagal, Kode::BelumTahu, Kode::TidakBerlaku, Kode::Pertimbangan, Kode::Sengketa];

    /// From its number.
    pub fn from_byte(byte: u8) -> Kode {
        Kode::ALL.get(usize::from(byte)).copied().unwrap_or(Kode::BelumTahu)
    }

    /// As case tables and JSON write it.
    pub fn word(self) -> &'static str {
        match self {
            Kode::Lulus => "LULUS",
            Kode::Gagal => "GAGAL",
            Kode::BelumTahu => "BELUM_TAHU",
            Kode::TidakBerlaku => "TIDAK_BERLAKU",
            Kode::Pertimbangan => "PERTIMBANGAN",
            Kode::Sengketa => "SENGKETA",
        }
    }

    /// As people read it.
    pub fn label(self) -> &'static str {
        match self {
            Kode::Lulus => "Memenuhi syarat",
            Kode::Gagal => "Tidak memenuhi syarat",
            Kode::BelumTahu => "Data belum lengkap",
            Kode::TidakBerlaku => "Tidak berlaku bagi yang bersangkutan",
            Kode::Pertimbangan => "Perlu pertimbangan pejabat",
            Kode::Sengketa => "Beda tafsir",
        }
    }

    /// From the word of a case table.
    pub fn from_word(word: &str) -> Option<Kode> {
        Kode::ALL.into_iter().find(|k| k.word() == word)
    }

    /// Of conditions that must all hold: one that fails decides, then what is not known, then a
    /// dispute, then an official.
    pub fn and(self, other: Kode) -> Kode {
        let weight = |k: Kode| match k {
            Kode::Gagal => 5,
            Kode::BelumTahu => 4,
            Kode::Sengketa => 3,
            Kode::Pertimbangan => 2,
            // What does not concern somebody is not asked of them.
            Kode::TidakBerlaku => 0,
            Kode::Lulus => 1,
        };
        if weight(other) > weight(self) { other } else { self }
    }

    /// Of routes of which one is enough.
    pub fn or(self, other: Kode) -> Kode {
        let weight = |k: Kode| match k {
            Kode::Lulus => 5,
            Kode::BelumTahu => 4,
            Kode::Sengketa => 3,
            Kode::Pertimbangan => 2,
            Kode::Gagal => 1,
            Kode::TidakBerlaku => 0,
        };
        if weight(other) > weight(self) { other } else { self }
    }
}

impl Verdict {
    /// Its code.
    pub fn kode(&self) -> Kode {
        match self {
            Verdict::Lulus => Kode::Lulus,
            Verdict::Gagal => Kode::Gagal,
            Verdict::BelumTahu { .. } => Kode::BelumTahu,
            Verdict::TidakBerlaku(_) => Kode::TidakBerlaku,
            Verdict::PerluPertimbangan(_) => Kode::Pertimbangan,
            Verdict::Sengketa(_) => Kode::Sengketa,
        }
    }
}
