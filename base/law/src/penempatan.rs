//! Placement rounds as the law and the practice of the house shape them: for each kind which norms are asked, which
//! gates have to be passed, which criteria may weigh and how a value becomes points. All of it is data
//! (`penempatan.toml`), like the norms themselves.

mod baca;

use crate::reader::At;
use kernel::search::fold_text;
use kernel::tables::Kepastian;

pub(crate) use baca::{check, read};

/// What the pack says about placement rounds; empty when it says nothing.
#[derive(Clone, Debug, Default)]
pub struct Penempatan {
    /// Kinds of rounds.
    pub macam: Vec<Macam>,
    /// Gates.
    pub gerbang: Vec<Gerbang>,
    /// Criteria.
    pub kriteria: Vec<KriteriaDasar>,
}

/// Whether the round is worked out as one optimum, or three names are presented for each post.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Cara {
    /// One optimum over all seats.
    Optimum,
    /// Three names for each post; the PPK chooses.
    TigaNama,
}

/// A kind of round.
#[derive(Clone, Debug)]
pub struct Macam {
    /// Its word in the journal.
    pub kunci: Box<str>,
    /// What people call it.
    pub nama: Box<str>,
    /// How its plan comes about.
    pub cara: Cara,
    /// Who meets on it.
    pub forum: Box<str>,
    /// Where it stands.
    pub dasar: Box<str>,
    /// How sure we are of that.
    pub kepastian: Kepastian,
    /// A remark.
    pub catatan: Box<str>,
    /// What is asked of whom may sit where, by level of the post.
    pub syarat: Vec<Syarat>,
    /// Weights proposed for it: (criterion, percent), together 100.
    pub bobot: Vec<(Box<str>, u8)>,
    /// Where it is listed.
    pub at: At,
}

/// Norms asked for posts of some levels.
#[derive(Clone, Debug)]
pub struct Syarat {
    /// Levels of the post, by the words of [`kernel::tables::Jenjang`].
    pub jenjang: Vec<Box<str>>,
    /// Norms that decide whether somebody may be placed.
    pub norma: Vec<Box<str>>,
    /// Norms that are only shown.
    pub peringatan: Vec<Box<str>>,
}

impl Macam {
    /// Whether posts of this level belong to rounds of this kind.
    pub fn meliputi(&self, jenjang: &str) -> bool {
        self.syarat(jenjang).is_some()
    }

    /// Norms that decide whether somebody may be placed in a post of this level; none for a level it is not for.
    pub fn norma(&self, jenjang: &str) -> Vec<&str> {
        self.syarat(jenjang).map_or_else(Vec::new, |s| s.norma.iter().map(|n| &**n).collect())
    }

    /// Norms that are only shown.
    pub fn peringatan(&self, jenjang: &str) -> Vec<&str> {
        self.syarat(jenjang).map_or_else(Vec::new, |s| s.peringatan.iter().map(|n| &**n).collect())
    }

    fn syarat(&self, jenjang: &str) -> Option<&Syarat> {
        self.syarat.iter().find(|s| s.jenjang.iter().any(|j| &**j == jenjang))
    }
}

/// What one letter of a gate is about.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Lingkup {
    /// The whole round.
    Rencana,
    /// One post.
    Pos,
}

/// Which kind of government.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Daerah {
    /// A province.
    Provinsi,
    /// A kabupaten or kota.
    Kabkota,
}

impl Daerah {
    /// From the region code of an instansi: two digits for a province; `None` without a code.
    pub fn dari_kode(kode: &str) -> Option<Daerah> {
        match kode.chars().filter(char::is_ascii_digit).count() {
            0 => None,
            1 | 2 => Some(Daerah::Provinsi),
            _ => Some(Daerah::Kabkota),
        }
    }
}

/// An approval, consultation or result a round or a post needs before it is decided.
#[derive(Clone, Debug)]
pub struct Gerbang {
    /// Its word in the journal.
    pub kunci: Box<str>,
    /// What people call it.
    pub nama: Box<str>,
    /// Whose word it is.
    pub pihak: Box<str>,
    /// What it asks, in one sentence.
    pub kalimat: Box<str>,
    /// Where it stands.
    pub dasar: Box<str>,
    /// How sure we are of that.
    pub kepastian: Kepastian,
    /// Kinds of rounds it is for.
    pub macam: Vec<Box<str>>,
    /// What one letter is about.
    pub lingkup: Lingkup,
    /// Levels of posts; all of them when none is named.
    pub jenjang: Vec<Box<str>>,
    /// Words the post's name begins with, folded; any name when there are none.
    pub awal: Vec<Box<str>>,
    /// Words the name of its unit or perangkat daerah holds, folded; any when there are none.
    pub unit: Vec<Box<str>>,
    /// Only there.
    pub daerah: Option<Daerah>,
    /// Only as long as this norm is not met.
    pub bila: Option<Box<str>>,
    /// What letter it rests on.
    pub surat: Box<str>,
    /// Its letter comes before anybody is chosen: a choice among those it presents does not open it again.
    pub mendahului: bool,
    /// It is asked when a holder is moved out of the post too, not only when somebody comes into it.
    pub pemindahan: bool,
    /// Where it is listed.
    pub at: At,
}

/// A post as gates ask about it.
#[derive(Clone, Copy, Debug)]
pub struct PosGerbang<'a> {
    /// Its id.
    pub pos: &'a str,
    /// What it is called.
    pub jabatan: &'a str,
    /// Names of its unit and perangkat daerah.
    pub unit: [&'a str; 2],
    /// Its level.
    pub jenjang: &'a str,
}

impl Gerbang {
    /// Whether a post has to pass it.
    pub fn meliputi(&self, pos: &PosGerbang<'_>) -> bool {
        let level = self.jenjang.is_empty() || self.jenjang.iter().any(|j| &**j == pos.jenjang);
        let begins = |words: &str, text: &str| {
            text.strip_prefix(words).is_some_and(|rest| rest.is_empty() || rest.starts_with(' '))
        };
        level
            && (self.awal.is_empty() || {
                let name = fold_text(pos.jabatan);
                self.awal.iter().any(|w| begins(w, &name))
            })
            && (self.unit.is_empty()
                || pos.unit.iter().any(|u| {
                    let name = fold_text(u);
                    self.unit.iter().any(|w| name.contains(&**w))
                }))
    }
}

/// A gate of a round: the gate, and the posts that have to pass it (by place in the list asked about); none for a gate
/// of the whole round.
#[derive(Clone, Debug)]
pub struct GerbangRencana<'p> {
    /// The gate.
    pub gerbang: &'p Gerbang,
    /// The posts.
    pub pos: Vec<usize>,
}

impl Penempatan {
    /// A kind by its key.
    pub fn macam(&self, kunci: &str) -> Option<&Macam> {
        self.macam.iter().find(|m| &*m.kunci == kunci)
    }

    /// A criterion by its key.
    pub fn kriteria(&self, kunci: &str) -> Option<&KriteriaDasar> {
        self.kriteria.iter().find(|k| &*k.kunci == kunci)
    }

    /// Gates of a round of this kind over these posts. Where the kind of government is not known, gates of both count.
    /// Whether the norm of a gate with `bila` is met is for the caller to ask.
    pub fn gerbang(
        &self,
        macam: &str,
        daerah: Option<Daerah>,
        pos: &[PosGerbang<'_>],
    ) -> Vec<GerbangRencana<'_>> {
        let of_kind = |g: &&Gerbang| g.macam.iter().any(|m| &**m == macam);
        let of_region = |g: &&Gerbang| g.daerah.is_none() || daerah.is_none() || g.daerah == daerah;
        let list = self.gerbang.iter().filter(of_kind).filter(of_region);
        list.filter_map(|gerbang| {
            let touched: Vec<usize> = (0..pos.len()).filter(|i| gerbang.meliputi(&pos[*i])).collect();
            match gerbang.lingkup {
                _ if touched.is_empty() => None,
                Lingkup::Rencana => Some(GerbangRencana { gerbang, pos: Vec::new() }),
                Lingkup::Pos => Some(GerbangRencana { gerbang, pos: touched }),
            }
        })
        .collect()
    }
}

/// How a value becomes points.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Poin {
    /// A word and its points.
    Pilihan(Vec<(Box<str>, u8)>),
    /// Least value and its points, ascending: the last that is not above the value counts.
    Batas(Vec<(i64, u8)>),
    /// The value itself, 0 to 100.
    Persen,
}

/// A criterion with its table of points.
#[derive(Clone, Debug)]
pub struct KriteriaDasar {
    /// Its word in the journal.
    pub kunci: Box<str>,
    /// What people call it.
    pub nama: Box<str>,
    /// What the value is and how it is read.
    pub arti: Box<str>,
    /// Which records it comes from.
    pub sumber: Box<str>,
    /// Where it stands.
    pub dasar: Box<str>,
    /// How sure we are of that.
    pub kepastian: Kepastian,
    /// Its table.
    pub poin: Poin,
    /// Where it is listed.
    pub at: At,
}

impl KriteriaDasar {
    /// Points of a word; `None` when the table does not name it.
    pub fn poin_kata(&self, kata: &str) -> Option<u8> {
        match &self.poin {
            Poin::Pilihan(rows) => rows.iter().find(|r| &*r.0 == kata).map(|r| r.1),
            Poin::Batas(_) | Poin::Persen => None,
        }
    }

    /// Points of a number; `None` when the table is one of words or begins above it.
    pub fn poin_angka(&self, nilai: i64) -> Option<u8> {
        match &self.poin {
            Poin::Pilihan(_) => None,
            Poin::Batas(rows) => rows.iter().rev().find(|r| r.0 <= nilai).map(|r| r.1),
            Poin::Persen => u8::try_from(nilai.clamp(0, 100)).ok(),
        }
    }
}
