//! How acts stand to one another, told from either end.

use super::{Nama, Semua, nama};
use kernel::Date;
use law::act::Akta;

/// What one act does to another.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Kata {
    /// Amends it.
    Mengubah,
    /// Ends it, or some of its norms.
    Mencabut,
    /// Carries on what was ended.
    Melanjutkan,
}

/// One relation, seen from one of its two acts.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Hubungan {
    /// What is done.
    pub kata: Kata,
    /// The other act.
    pub akta: Nama,
    /// By which article; empty when not told.
    pub dasar: String,
    /// From which day on.
    pub mulai: Date,
    /// First day no longer.
    pub sampai: Option<Date>,
    /// Patterns of keys; empty for all of the act.
    pub kunci: Vec<String>,
    /// On which condition.
    pub syarat: String,
}

/// What an act does to others.
pub fn keluar(all: &Semua, akta: &Akta) -> Vec<Hubungan> {
    let keys = |list: &[Box<str>]| list.iter().map(|k| k.to_string()).collect();
    let mengubah = akta.mengubah.iter().map(|(id, mulai, _)| Hubungan {
        kata: Kata::Mengubah,
        akta: nama(all, id),
        dasar: String::new(),
        mulai: *mulai,
        sampai: None,
        kunci: Vec::new(),
        syarat: String::new(),
    });
    let mencabut = akta.mencabut.iter().map(|r| Hubungan {
        kata: Kata::Mencabut,
        akta: nama(all, &r.akta),
        dasar: r.dasar.to_string(),
        mulai: r.mulai,
        sampai: None,
        kunci: keys(&r.kunci),
        syarat: String::new(),
    });
    let melanjutkan = akta.melanjutkan.iter().map(|s| Hubungan {
        kata: Kata::Melanjutkan,
        akta: nama(all, &s.akta),
        dasar: s.dasar.to_string(),
        mulai: s.span.mulai,
        sampai: s.span.sampai,
        kunci: keys(&s.kunci),
        syarat: s.syarat.to_string(),
    });
    mengubah.chain(mencabut).chain(melanjutkan).collect()
}

/// What others do to an act, in order of days.
pub fn masuk(all: &Semua, id: &str) -> Vec<Hubungan> {
    let mut list = Vec::new();
    for other in all.values() {
        let about = keluar(all, other).into_iter().filter(|h| h.akta.id == id);
        list.extend(about.map(|h| Hubungan { akta: nama(all, &other.id), ..h }));
    }
    list.sort_by(|a, b| (a.mulai, &a.akta).cmp(&(b.mulai, &b.akta)));
    list
}

/// The day an act ends as a whole: by its own words or by another act.
pub fn akhir(akta: &Akta, masuk: &[Hubungan]) -> Option<Date> {
    let whole = masuk.iter().filter(|h| h.kata == Kata::Mencabut && h.kunci.is_empty());
    whole.map(|h| h.mulai).chain(akta.span.sampai).min()
}
