//! Who works here.

use crate::indikator::{Bahan, Indikator, Rumus};
use kernel::check::Status;
use kernel::indikator::Arah;

/// Head counts.
pub static SEMUA: &[Indikator] = &[
    Indikator {
        kode: "ASN-01",
        nama: "Jumlah ASN",
        definisi: "PNS, CPNS, dan PPPK (penuh waktu dan paruh waktu) yang aktif bekerja.",
        rumus: Rumus::Orang { dari: |b, i| asn(b, i), yang: |_, _| Some(true), data: "" },
        ..Indikator::BIASA
    },
    Indikator {
        kode: "ASN-02",
        nama: "Jumlah PNS",
        definisi: "PNS yang aktif bekerja, tanpa CPNS.",
        rumus: Rumus::Orang { dari: |b, i| status(b, i) == Status::Pns, yang: |_, _| Some(true), data: "" },
        ..Indikator::BIASA
    },
    Indikator {
        kode: "ASN-03",
        nama: "Jumlah CPNS",
        definisi: "Calon PNS dalam masa percobaan yang aktif bekerja.",
        rumus: Rumus::Orang { dari: |b, i| status(b, i) == Status::Cpns, yang: |_, _| Some(true), data: "" },
        ..Indikator::BIASA
    },
    Indikator {
        kode: "ASN-04",
        nama: "Jumlah PPPK penuh waktu",
        definisi: "PPPK penuh waktu yang aktif bekerja.",
        rumus: Rumus::Orang { dari: |b, i| pppk(b, i, false), yang: |_, _| Some(true), data: "" },
        ..Indikator::BIASA
    },
    Indikator {
        kode: "ASN-05",
        nama: "Jumlah PPPK paruh waktu",
        definisi: "PPPK paruh waktu yang aktif bekerja.",
        rumus: Rumus::Orang { dari: |b, i| pppk(b, i, true), yang: |_, _| Some(true), data: "" },
        ..Indikator::BIASA
    },
    Indikator {
        kode: "NONASN-01",
        nama: "Jumlah non-ASN",
        definisi: "Orang yang tercatat bekerja pada instansi tanpa status PNS, CPNS, atau PPPK.",
        arah: Arah::Turun,
        rumus: Rumus::Orang {
            dari: |b, i| status(b, i) == Status::NonAsn,
            yang: |_, _| Some(true),
            data: "",
        },
        ..Indikator::BIASA
    },
];

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
