//! Templates: what a kind of rakor begins with. Built in as text; a region may record its own.

pub mod daerah;

pub use crate::isi::Templat;
use std::sync::LazyLock;

/// Rungs of the ladder, as pages call them.
pub const TANGGA: [&str; 5] = [
    "penanggung jawab",
    "Kepala BKPSDM",
    "Sekda kab/kota",
    "surat Sekda Provinsi a.n. Gubernur",
    "mata acara rakor berikutnya",
];

/// Documents a rakor may end in: word and label.
pub const KELUARAN: [(&str, &str); 4] = [
    ("notulen", "Notulen"),
    ("rumusan", "Rumusan"),
    ("berita_acara", "Berita acara"),
    ("nota_dinas", "Nota dinas"),
];

static BAWAAN: LazyLock<Vec<Templat>> = LazyLock::new(|| {
    let texts = [
        ("kepegawaian", include_str!("../templat/kepegawaian.toml")),
        ("korpri", include_str!("../templat/korpri.toml")),
        ("penataan", include_str!("../templat/penataan.toml")),
        ("sosialisasi", include_str!("../templat/sosialisasi.toml")),
        ("desk", include_str!("../templat/desk.toml")),
    ];
    let read = |(key, text): (&str, &str)| {
        let templat: Option<Templat> = toml::from_str(text).ok();
        templat.map(|t| Templat { kunci: key.to_owned(), ..t })
    };
    texts.into_iter().filter_map(read).collect()
});

/// Those the program brings.
pub fn bawaan() -> &'static [Templat] {
    &BAWAAN
}

/// One of them; a key nobody knows any more is answered with the first.
pub fn cari(kunci: &str) -> &'static Templat {
    BAWAAN.iter().find(|t| t.kunci == kunci).unwrap_or(&BAWAAN[0])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_text_is_a_template() {
        let keys: Vec<&str> = bawaan().iter().map(|t| t.kunci.as_str()).collect();
        assert_eq!(keys, ["kepegawaian", "korpri", "penataan", "sosialisasi", "desk"]);
        for templat in bawaan() {
            assert!(templat.tangga.is_sorted() && templat.tangga.len() < TANGGA.len(), "{}", templat.kunci);
            assert!(!templat.agenda.is_empty() && !templat.pihak.is_empty(), "{}", templat.kunci);
        }
    }
}
