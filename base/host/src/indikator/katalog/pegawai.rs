//! Who works here.

use crate::indikator::{Bahan, Indikator, Rumus};
use kernel::check::Status;
use kernel::indikator::{Arah, Satuan};
use kernel::register::{Rumpun, is_structural};

/// A part of the people.
const BAGIAN: Indikator = Indikator { satuan: Satuan::Persen, ..Indikator::BIASA };

/// Head counts.
pub static SEMUA: &[Indikator] = &[
    Indikator {
        kode: "ASN-01",
        nama: "Jumlah ASN",
        definisi: "PNS, CPNS, dan PPPK (penuh waktu dan paruh waktu) yang aktif bekerja.",
        rumus: semua(asn),
        ..Indikator::BIASA
    },
    Indikator {
        kode: "ASN-02",
        nama: "Jumlah PNS",
        definisi: "PNS yang aktif bekerja, tanpa CPNS.",
        rumus: semua(|b, i| status(b, i) == Status::Pns),
        ..Indikator::BIASA
    },
    Indikator {
        kode: "ASN-03",
        nama: "Jumlah CPNS",
        definisi: "Calon PNS dalam masa percobaan yang aktif bekerja.",
        rumus: semua(|b, i| status(b, i) == Status::Cpns),
        ..Indikator::BIASA
    },
    Indikator {
        kode: "ASN-04",
        nama: "Jumlah PPPK penuh waktu",
        definisi: "PPPK penuh waktu yang aktif bekerja.",
        rumus: semua(|b, i| pppk(b, i, false)),
        ..Indikator::BIASA
    },
    Indikator {
        kode: "ASN-05",
        nama: "Jumlah PPPK paruh waktu",
        definisi: "PPPK paruh waktu yang aktif bekerja.",
        rumus: semua(|b, i| pppk(b, i, true)),
        ..Indikator::BIASA
    },
    Indikator {
        kode: "ASN-06",
        nama: "Perempuan di antara ASN",
        definisi: "Bagian perempuan di antara ASN aktif yang jenis kelaminnya tercatat.",
        rumus: perempuan(asn),
        ..BAGIAN
    },
    Indikator {
        kode: "ASN-07",
        nama: "Perempuan di antara pejabat struktural",
        definisi: "Bagian perempuan di antara pegawai aktif yang memegang jabatan struktural.",
        rumus: perempuan(struktural),
        ..BAGIAN
    },
    Indikator {
        kode: "ASN-08",
        nama: "Perempuan di antara pejabat pimpinan tinggi",
        definisi: "Bagian perempuan di antara pegawai aktif yang memegang jabatan pimpinan tinggi.",
        rumus: perempuan(|b, i| rumpun(b, i) == Some(Rumpun::Jpt)),
        ..BAGIAN
    },
    Indikator {
        kode: "ASN-09",
        nama: "ASN berpendidikan S-1 atau D-IV ke atas",
        definisi: "Bagian ASN aktif dengan pendidikan tertinggi S-1, D-IV, atau lebih tinggi.",
        rumus: Rumus::Orang { dari: asn, yang: sarjana, data: "tingkat pendidikan" },
        ..BAGIAN
    },
    Indikator {
        kode: "NONASN-01",
        nama: "Non-ASN tanpa status kepegawaian",
        definisi: "Orang yang tercatat bekerja pada instansi tanpa status PNS, CPNS, atau PPPK.",
        arah: Arah::Turun,
        dasar: "UU 20/2023 Pasal 66",
        rumus: semua(|b, i| status(b, i) == Status::NonAsn),
        ..Indikator::BIASA
    },
    Indikator {
        kode: "NONASN-02",
        nama: "Bagian non-ASN di antara yang bekerja",
        definisi: "Bagian orang tanpa status PNS, CPNS, atau PPPK di antara semua yang tercatat bekerja.",
        arah: Arah::Turun,
        dasar: "UU 20/2023 Pasal 66",
        rumus: Rumus::Orang {
            dari: |_, _| true,
            yang: |b, i| Some(status(b, i) == Status::NonAsn),
            data: "",
        },
        ..BAGIAN
    },
];

/// Everybody of a kind.
const fn semua(dari: fn(&Bahan<'_>, usize) -> bool) -> Rumus {
    Rumus::Orang { dari, yang: |_, _| Some(true), data: "" }
}

const fn perempuan(dari: fn(&Bahan<'_>, usize) -> bool) -> Rumus {
    Rumus::Orang { dari, yang: woman, data: "jenis kelamin" }
}

fn woman(b: &Bahan<'_>, i: usize) -> Option<bool> {
    match b.register().sex[i] {
        b'F' => Some(true),
        b'M' => Some(false),
        _ => None,
    }
}

fn sarjana(b: &Bahan<'_>, i: usize) -> Option<bool> {
    /// BKN's code of S-1/Sarjana.
    const S1: &str = "40";
    let own = b.tables.pendidikan_order(&format!("{:02}", b.register().pendidikan[i]))?;
    Some(own >= b.tables.pendidikan_order(S1)?)
}

/// What binds somebody.
pub fn status(b: &Bahan<'_>, i: usize) -> Status {
    b.register().status[i]
}

/// Whether somebody is ASN.
pub fn asn(b: &Bahan<'_>, i: usize) -> bool {
    matches!(status(b, i), Status::Pns | Status::Cpns | Status::Pppk)
}

/// PPPK, part-time or not.
pub fn pppk(b: &Bahan<'_>, i: usize, part_time: bool) -> bool {
    status(b, i) == Status::Pppk && b.register().part_time[i] == part_time
}

/// The kind of post somebody holds.
pub fn rumpun(b: &Bahan<'_>, i: usize) -> Option<Rumpun> {
    b.register().rumpun(i)
}

/// Whether somebody leads a unit.
pub fn struktural(b: &Bahan<'_>, i: usize) -> bool {
    b.register().jenis[i].is_some_and(is_structural)
}
