//! The kind of post somebody holds, as plans of an office count them.

use super::Register;
use crate::tables::{JenisJabatan, Jenjang};

/// A kind of post.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Rumpun {
    /// Jabatan pimpinan tinggi, of any level.
    Jpt,
    /// Administrator.
    Administrator,
    /// Pengawas.
    Pengawas,
    /// Jabatan fungsional.
    Fungsional,
    /// Pelaksana.
    Pelaksana,
}

impl Rumpun {
    /// Every kind with its word in addresses and what a page calls it, in reading order.
    pub const ALL: [(Rumpun, &'static str, &'static str); 5] = [
        (Rumpun::Jpt, "jpt", "JPT"),
        (Rumpun::Administrator, "administrator", "Administrator"),
        (Rumpun::Pengawas, "pengawas", "Pengawas"),
        (Rumpun::Fungsional, "fungsional", "Jabatan fungsional"),
        (Rumpun::Pelaksana, "pelaksana", "Pelaksana"),
    ];

    /// From its word in addresses.
    pub fn from_word(word: &str) -> Option<Rumpun> {
        Rumpun::ALL.into_iter().find(|r| r.1 == word).map(|r| r.0)
    }

    /// Of a post and its level; `None` when they do not tell.
    pub fn of(jenis: Option<JenisJabatan>, jenjang: Jenjang) -> Option<Rumpun> {
        match (jenis?, jenjang) {
            (JenisJabatan::Fungsional, _) => Some(Rumpun::Fungsional),
            (JenisJabatan::Pelaksana, _) => Some(Rumpun::Pelaksana),
            (_, level) if level.is_jpt() => Some(Rumpun::Jpt),
            (_, Jenjang::Administrator) => Some(Rumpun::Administrator),
            (_, Jenjang::Pengawas) => Some(Rumpun::Pengawas),
            _ => None,
        }
    }
}

impl Register {
    /// The kind of post of a person.
    pub fn rumpun(&self, i: usize) -> Option<Rumpun> {
        Rumpun::of(self.jenis[i], self.jenjang[i])
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn posts_and_their_kinds() {
        use JenisJabatan::{Fungsional, Pelaksana, Rangkap, Struktural};
        // jenis · jenjang · rumpun
        for (jenis, jenjang, wanted) in [
            (Some(Struktural), Jenjang::JptPratama, Some("jpt")),
            (Some(Struktural), Jenjang::Jpt, Some("jpt")),
            (Some(Struktural), Jenjang::Administrator, Some("administrator")),
            (Some(Rangkap), Jenjang::Pengawas, Some("pengawas")),
            (Some(Fungsional), Jenjang::Guru, Some("fungsional")),
            (Some(Pelaksana), Jenjang::None, Some("pelaksana")),
            (Some(Struktural), Jenjang::None, None),
            (None, Jenjang::JptMadya, None),
        ] {
            let found = Rumpun::of(jenis, jenjang);
            assert_eq!(found, wanted.and_then(Rumpun::from_word), "{jenis:?} {jenjang:?}");
        }
        assert!(Rumpun::ALL.iter().all(|r| Rumpun::from_word(r.1) == Some(r.0)));
    }
}
