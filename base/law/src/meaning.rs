//! What a norm, a parameter or a table says on a law date, as a hash that stays the same as long as the
//! encoding means the same: neither the place in a file nor a later end of its days counts.

use crate::banding::without_places;
use crate::book::Book;
use kernel::Date;
use sha2::{Digest, Sha256};

/// What has a meaning of its own.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug, Hash)]
pub enum Jenis {
    /// A norm, with the amendments in force.
    Norma,
    /// A parameter.
    Param,
    /// A table, with the rows in force.
    Tabel,
}

impl Jenis {
    const ALL: [(Jenis, &'static str); 3] =
        [(Jenis::Norma, "norma"), (Jenis::Param, "param"), (Jenis::Tabel, "tabel")];

    /// Its word.
    pub fn word(self) -> &'static str {
        Jenis::ALL.iter().find(|(one, _)| *one == self).map_or("", |(_, word)| word)
    }

    /// From that word.
    pub fn parse(word: &str) -> Option<Jenis> {
        Jenis::ALL.iter().find(|(_, known)| *known == word).map(|(one, _)| *one)
    }
}

/// One version and what it says.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub struct Meaning {
    /// The act that states it.
    pub akta: Box<str>,
    /// First day of the version.
    pub mulai: Date,
    /// Hash of what it says.
    pub sidik: [u8; 32],
}

/// What stands under a key on a law date; `None` when nothing does.
pub fn meaning(book: &Book, jenis: Jenis, kunci: &str, hukum: Date) -> Option<Meaning> {
    let (version, text) = match jenis {
        Jenis::Norma => {
            let version = book.version(kunci, hukum)?;
            (version, format!("{:?}", book.body(kunci, version, hukum)))
        }
        Jenis::Param => {
            let (version, def) = book.param(kunci, hukum)?;
            (version, format!("{:?} {} {} {:?}", def.nilai, def.satuan, def.dasar, def.kepastian))
        }
        Jenis::Tabel => {
            let (version, def) = book.table(kunci, hukum)?;
            let mut text = format!("{:?} {:?}", def.inputs, def.outputs);
            for row in def.rows.iter().filter(|row| row.span.holds(hukum)) {
                let (mulai, sure) = (row.span.mulai, row.kepastian);
                text.push_str(&format!("\n{:?} {:?} {} {mulai} {sure:?}", row.written, row.outs, row.dasar));
            }
            (version, text)
        }
    };
    let (akta, mulai) = (version.akta.clone(), version.span.mulai);
    let whole = format!("{} {kunci} {akta} {mulai}\n{}", jenis.word(), without_places(&text));
    Some(Meaning { akta, mulai, sidik: sidik(&whole) })
}

/// The hash of a text.
pub fn sidik(text: &str) -> [u8; 32] {
    Sha256::digest(text.as_bytes()).into()
}
