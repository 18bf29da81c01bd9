//! The library: acts, newest first, each with what became of it.

use super::hubungan::{self, Hubungan};
use super::{Nama, cocok};
use kernel::Date;
use kernel::tables::Kepastian;
use law::Pack;
use law::act::Akta;
use std::collections::BTreeMap;

/// Rows of one answer; the rest is counted.
pub const ROWS: usize = 200;

/// An act in the list.
#[derive(Clone, Debug)]
pub struct Baris {
    /// Which.
    pub akta: Nama,
    /// What it is about.
    pub tentang: String,
    /// First day.
    pub mulai: Date,
    /// First day no longer, as a whole.
    pub sampai: Option<Date>,
    /// What others did to it.
    pub masuk: Vec<Hubungan>,
    /// How many norms it orders.
    pub norma: usize,
    /// How sure we are.
    pub kepastian: Kepastian,
}

/// The list.
#[derive(Clone, Debug, Default)]
pub struct Pustaka {
    /// Rows, newest first.
    pub rows: Vec<Baris>,
    /// How many fit the question.
    pub total: usize,
    /// Kinds of act with their numbers, for the filter.
    pub jenis: BTreeMap<String, usize>,
}

/// Acts that fit a question and a kind; both may be empty.
pub fn pustaka(pack: &Pack, cari: &str, jenis: &str) -> Pustaka {
    let mut list = Pustaka::default();
    for akta in pack.akta.values() {
        *list.jenis.entry(akta.jenis.to_string()).or_default() += 1;
    }
    let fits = |a: &&Akta| (jenis.is_empty() || *a.jenis == *jenis) && found(a, cari);
    let mut found: Vec<&Akta> = pack.akta.values().filter(fits).collect();
    found.sort_by(|a, b| (b.diundangkan, &a.id).cmp(&(a.diundangkan, &b.id)));
    list.total = found.len();
    list.rows = found.into_iter().take(ROWS).map(|a| baris(pack, a)).collect();
    list
}

fn found(akta: &Akta, cari: &str) -> bool {
    let own = [&*akta.sebutan, &*akta.id, &*akta.tentang];
    let norms = akta.norma.iter().flat_map(|n| {
        let judul = n.fields.get("judul").map(|s| &*s.text);
        std::iter::once(&*n.kunci).chain(judul)
    });
    cari.is_empty() || cocok(cari, own.into_iter().chain(norms))
}

fn baris(pack: &Pack, akta: &Akta) -> Baris {
    let masuk = hubungan::masuk(&pack.akta, &akta.id);
    Baris {
        akta: Nama { id: akta.id.to_string(), sebutan: akta.sebutan.to_string() },
        tentang: akta.tentang.to_string(),
        mulai: akta.span.mulai,
        sampai: hubungan::akhir(akta, &masuk),
        norma: akta.norma.len(),
        kepastian: akta.kepastian,
        masuk,
    }
}
