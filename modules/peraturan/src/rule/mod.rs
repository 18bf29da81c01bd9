//! From the law as the engine holds it to what a page says of it: plain values, no page and no request.

pub mod akta;
pub mod banding;
pub mod daftar;
pub mod halaman;
pub mod hubungan;
pub mod kasus;
pub mod kata;
pub mod kosakata;
pub mod norma;
pub mod paraf;
pub mod perubahan;
pub mod pustaka;
pub mod tabel;
pub mod ubah_kasus;
pub mod ungkapan;
pub mod versi;

use law::act::Akta;
use law::book::Book;
use std::collections::BTreeMap;

/// Acts of a pack by id.
pub type Semua = BTreeMap<Box<str>, Akta>;

/// An act as it is named and where its page is.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Nama {
    /// Id of the act.
    pub id: String,
    /// `PP 99/2000`
    pub sebutan: String,
}

/// An act by its id; one that is not there keeps its id.
pub fn nama(all: &Semua, id: &str) -> Nama {
    let sebutan = all.get(id).map_or(id, |a| &*a.sebutan);
    Nama { id: id.to_owned(), sebutan: sebutan.to_owned() }
}

/// Whether every word of a question stands in one of the texts, whatever the case of its letters.
pub fn cocok<'a>(cari: &str, texts: impl IntoIterator<Item = &'a str>) -> bool {
    let all: String = texts.into_iter().map(str::to_lowercase).collect::<Vec<_>>().join(" ");
    cari.to_lowercase().split_whitespace().all(|word| all.contains(word))
}

/// The heading of a norm: that of a law date, or of its last version.
pub fn judul(book: &Book, kunci: &str, hukum: kernel::Date) -> String {
    let versions = book.norma.get(kunci);
    let version = book.version(kunci, hukum).or(versions.and_then(|list| list.last()));
    let body = version.map(|v| book.body(kunci, v, hukum.max(v.span.mulai)));
    body.and_then(|b| b.fields.get("judul").map(|s| s.text.to_string())).unwrap_or_else(|| kunci.to_owned())
}

#[cfg(test)]
mod tests {
    #[test]
    fn words_of_a_question_may_stand_anywhere() {
        //  question             texts                                        fits
        for (cari, texts, fits) in [
            ("", ["PP 99/2000", "Kenaikan Pangkat"], true),
            ("pangkat pp", ["PP 99/2000", "Kenaikan Pangkat"], true),
            ("pangkat uu", ["PP 99/2000", "Kenaikan Pangkat"], false),
            ("<b>", ["PP 99/2000", ""], false),
        ] {
            assert_eq!(super::cocok(cari, texts), fits, "{cari}");
        }
    }
}
