//! The list of norms, by the field they belong to.

use super::kasus::Uji;
use super::{Nama, cocok, judul, nama};
use kernel::Date;
use kernel::tables::Kepastian;
use law::Pack;
use law::book::Book;

/// Rows of one page of the list.
pub const ROWS: usize = 100;

/// A norm in the list.
#[derive(Clone, Debug)]
pub struct Baris {
    /// `kp.reguler`
    pub kunci: String,
    /// Its heading.
    pub judul: String,
    /// `syarat`
    pub bentuk: String,
    /// The act that says it on the law date; `None` when it does not hold then.
    pub akta: Option<Nama>,
    /// The act is repealed and this is carried on.
    pub diteruskan: bool,
    /// How sure we are.
    pub kepastian: Option<Kepastian>,
    /// Golden cases, and those that fail.
    pub kasus: (usize, usize),
}

/// Keys and headings of the norms that fit a question and a prefix, in order of keys.
pub fn cari(pack: &Pack, hukum: Date, question: &str, prefix: &str) -> Vec<(String, String)> {
    let book = pack.book(None, None);
    let within = pack.kunci().filter(|k| prefix.is_empty() || awalan(k) == prefix);
    let titled = within.map(|k| (k.to_owned(), judul(&book, k, hukum)));
    titled.filter(|(key, title)| cocok(question, [key.as_str(), title.as_str()])).collect()
}

/// Norms as rows, put together by prefix.
pub fn kelompok(
    pack: &Pack,
    uji: &Uji,
    hukum: Date,
    list: Vec<(String, String)>,
) -> Vec<(String, Vec<Baris>)> {
    let book = pack.book(None, None);
    let mut groups: Vec<(String, Vec<Baris>)> = Vec::new();
    for (kunci, judul) in list {
        let prefix = awalan(&kunci).to_owned();
        let row = baris(pack, &book, uji, &kunci, judul, hukum);
        match groups.last_mut() {
            Some((last, rows)) if *last == prefix => rows.push(row),
            _ => groups.push((prefix, vec![row])),
        }
    }
    groups
}

/// What stands before the first dot.
pub fn awalan(kunci: &str) -> &str {
    kunci.split_once('.').map_or(kunci, |parts| parts.0)
}

fn baris(pack: &Pack, book: &Book, uji: &Uji, kunci: &str, judul: String, hukum: Date) -> Baris {
    let version = book.version(kunci, hukum);
    let body = version.map(|v| book.body(kunci, v, hukum));
    let own = uji.norma.get(kunci);
    Baris {
        kunci: kunci.to_owned(),
        judul,
        bentuk: body
            .as_ref()
            .map_or(String::new(), |b| b.fields.get("bentuk").map_or(String::new(), |s| s.text.to_string())),
        akta: version.map(|v| nama(&pack.akta, &v.akta)),
        diteruskan: version.is_some_and(|v| v.saving.is_some()),
        kepastian: body.map(|b| b.kepastian),
        kasus: own.map_or((0, 0), |u| (u.kasus, u.gagal)),
    }
}
