//! What the post says: group, level, eselon.

use super::{Read, Seen, What};
use kernel::tables::{JenisJabatan, Jenjang, Tempat};
use kernel::{Field, Kind};

pub(super) fn kelompok<'l>(s: &Seen<'_, 'l>) -> Read<'l> {
    let what = match (s.p.post, s.p.bup().map(|b| b.jenjang)) {
        (Some(JenisJabatan::Fungsional), _) => What::Word("JF"),
        (Some(JenisJabatan::Pelaksana), _) => What::Word("PELAKSANA"),
        (Some(_), Some(Jenjang::JptUtama)) => What::Word("JPT_UTAMA"),
        (Some(_), Some(Jenjang::JptMadya)) => What::Word("JPT_MADYA"),
        (Some(_), Some(Jenjang::JptPratama)) => What::Word("JPT_PRATAMA"),
        (Some(_), Some(Jenjang::Administrator)) => What::Word("ADMINISTRATOR"),
        (Some(_), Some(Jenjang::Pengawas)) => What::Word("PENGAWAS"),
        _ => What::Unknown,
    };
    s.state(Kind::Jabatan, what)
}

/// Words a name of a functional post ends in or holds, and their level.
const LEVELS: &[(&str, &str)] = &[
    ("ahli utama", "AHLI_UTAMA"),
    ("ahli madya", "AHLI_MADYA"),
    ("ahli muda", "AHLI_MUDA"),
    ("ahli pertama", "AHLI_PERTAMA"),
    ("penyelia", "PENYELIA"),
    ("mahir", "MAHIR"),
    ("terampil", "TERAMPIL"),
    ("pemula", "PEMULA"),
];

pub(super) fn jenjang<'l>(s: &Seen<'_, 'l>) -> Read<'l> {
    let what = match s.p.post {
        Some(JenisJabatan::Fungsional | JenisJabatan::Rangkap) => {
            let name = s.snapshot.text(Field::JabatanNama).to_lowercase();
            LEVELS
                .iter()
                .find(|(word, _)| name.contains(word))
                .map_or(What::Unknown, |(_, level)| What::Word(level))
        }
        Some(_) => What::Absent,
        None => What::Unknown,
    };
    s.state(Kind::Jabatan, what)
}

pub(super) fn eselon<'l>(s: &Seen<'_, 'l>) -> Read<'l> {
    let what = match s.p.post {
        Some(JenisJabatan::Fungsional | JenisJabatan::Pelaksana) => What::Absent,
        _ => match s.p.tables.eselon(s.snapshot.text(Field::Eselon)) {
            Some(item) if !item.nama.is_empty() => What::Said(item.nama.to_string()),
            _ => What::Unknown,
        },
    };
    s.state(Kind::Jabatan, what)
}

pub(super) fn guru<'l>(s: &Seen<'_, 'l>) -> Read<'l> {
    let what = match s.p.post {
        None => What::Unknown,
        Some(_) => What::Yes(s.p.bup().is_some_and(|b| b.jenjang == Jenjang::Guru)),
    };
    s.state(Kind::Jabatan, what)
}

/// Whoever works at home works nowhere else; of whoever was seconded or lent the register does not say
/// whether wholly.
pub(super) fn di_luar<'l>(s: &Seen<'_, 'l>) -> Read<'l> {
    let tempat = s.p.tables.jenis_pegawai(s.p.text(Field::JenisPegawaiId)).map(|item| item.info);
    let what = match tempat {
        Some(Tempat::Sendiri) if s.snapshot.several(Kind::Dpk).next().is_none() => What::Yes(false),
        _ => What::Unknown,
    };
    s.stated(Field::JenisPegawaiId, Some(what))
}
