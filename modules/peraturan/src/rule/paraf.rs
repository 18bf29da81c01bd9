//! What a signature on a norm is about, and whether the norm still reads as it was signed.

use super::kasus::UjiNorma;
use super::norma::isi;
use kernel::Date;
use law::Pack;
use law::meaning::{Jenis, meaning, sidik};
use std::collections::BTreeMap;

/// Hashes of what a norm and its golden cases say on a law date.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Bunyi {
    /// Of the norm with the parameters and tables it uses.
    pub sidik: [u8; 32],
    /// Of its golden cases: what they ask and what they expect.
    pub kasus: [u8; 32],
}

/// A signature as a list of them is judged.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Tertanda {
    /// Law date of the text that was signed.
    pub hukum: Date,
    /// What it said.
    pub bunyi: Bunyi,
}

/// How a signature stands to the norm as a page shows it.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Keadaan {
    /// It is about the text shown.
    Sah,
    /// The text it was about reads differently now.
    Berubah,
    /// It is about another version, which reads as it did.
    VersiLain,
}

/// How a norm stands in a list.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug, Default)]
pub enum Status {
    /// Nobody signed the text of the law date.
    #[default]
    Belum,
    /// Signed, but the text or its cases changed since.
    Berubah,
    /// Signed as it reads.
    Sudah,
}

impl Status {
    /// Every one with its word in addresses and its label.
    pub const ALL: [(Status, &'static str, &'static str); 3] = [
        (Status::Sudah, "sudah", "Sudah diparaf"),
        (Status::Berubah, "berubah", "Berubah sejak diparaf"),
        (Status::Belum, "belum", "Belum diparaf"),
    ];

    /// From its word.
    pub fn parse(word: &str) -> Option<Status> {
        Status::ALL.iter().find(|one| one.1 == word).map(|one| one.0)
    }

    /// As a page says it.
    pub fn label(self) -> &'static str {
        Status::ALL.iter().find(|one| one.0 == self).map_or("", |one| one.2)
    }
}

/// What a norm says on a law date; `None` when it does not hold then.
pub fn bunyi(pack: &Pack, uji: Option<&UjiNorma>, kunci: &str, hukum: Date) -> Option<Bunyi> {
    let book = pack.book(None, None);
    let own = meaning(&book, Jenis::Norma, kunci, hukum)?;
    let isi = isi(pack, kunci, hukum)?;
    let params = isi.param.iter().map(|p| (Jenis::Param, p.kunci.as_str()));
    let tables = isi.tabel.iter().map(|t| (Jenis::Tabel, t.nama.as_str()));
    let used =
        params.chain(tables).filter_map(|(jenis, key)| Some((key, meaning(&book, jenis, key, hukum)?)));
    let mut lines = vec![format!("{kunci} {}", law::json::hex(&own.sidik))];
    lines.extend(used.map(|(key, said)| format!("{key} {}", law::json::hex(&said.sidik))));
    lines.sort_unstable();
    lines.dedup();
    Some(Bunyi { sidik: sidik(&lines.join("\n")), kasus: uji.map_or_else(|| sidik(""), |u| u.sidik) })
}

/// How a signature stands; `now` is what the page shows, `then` what stands now on the day it was about.
pub fn keadaan(signed: &Tertanda, now: Option<Bunyi>, then: Option<Bunyi>) -> Keadaan {
    if now == Some(signed.bunyi) {
        Keadaan::Sah
    } else if then == Some(signed.bunyi) {
        Keadaan::VersiLain
    } else {
        Keadaan::Berubah
    }
}

/// How every signed norm stands on a law date, by key; whatever is not named is unsigned. `read` tells what
/// a norm says on a day.
pub fn statuses<'s>(
    signed: impl Iterator<Item = (&'s str, Tertanda)>,
    hukum: Date,
    mut read: impl FnMut(&str, Date) -> Option<Bunyi>,
) -> BTreeMap<String, Status> {
    let mut all: BTreeMap<String, Status> = BTreeMap::new();
    for (kunci, signature) in signed {
        let now = read(kunci, hukum);
        let then = if signature.hukum == hukum { now } else { read(kunci, signature.hukum) };
        let status = match keadaan(&signature, now, then) {
            Keadaan::Sah => Status::Sudah,
            Keadaan::Berubah => Status::Berubah,
            Keadaan::VersiLain => Status::Belum,
        };
        let kept = all.entry(kunci.to_owned()).or_default();
        *kept = status.max(*kept);
    }
    all
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn how_a_norm_stands_follows_from_its_signatures() {
        let day = |text: &str| Date::parse(text).expect("a date");
        let said = |n: u8| Bunyi { sidik: [n; 32], kasus: [0; 32] };
        // Until 2020 the norm says 1, then 2; somebody once signed 9.
        let read = |_: &str, on: Date| Some(said(if on < day("2020-01-01") { 1 } else { 2 }));
        for (signed, then, now) in [
            (vec![], Status::Belum, Status::Belum),
            (vec![("2019-01-01", 1)], Status::Sudah, Status::Belum),
            (vec![("2021-01-01", 2)], Status::Belum, Status::Sudah),
            (vec![("2021-01-01", 9)], Status::Berubah, Status::Berubah),
            (vec![("2021-01-01", 9), ("2021-01-01", 2)], Status::Berubah, Status::Sudah),
        ] {
            let list = || signed.iter().map(|(on, n)| ("a", Tertanda { hukum: day(on), bunyi: said(*n) }));
            let status = |on: &str| statuses(list(), day(on), read).get("a").copied().unwrap_or_default();
            assert_eq!((status("2019-06-01"), status("2022-01-01")), (then, now), "{signed:?}");
        }
    }
}
