//! What falls due by the dates of the law: promotion, pay steps, pension, contracts.

use super::pegawai::{pppk, struktural};
use crate::indikator::kursi::pergi;
use crate::indikator::norma::{Layanan, Tempo};
use crate::indikator::{Bahan, Indikator, Kelompok, Rumus};
use kernel::Code;
use kernel::check::Status;
use kernel::indikator::{Arah, Satuan};
use kernel::tables::Ambang;
use law::jaga::Syarat;

const ORANG: Indikator = Indikator { kelompok: Kelompok::Layanan, ..Indikator::BIASA };
const LEWAT: Indikator = Indikator { arah: Arah::Turun, ..ORANG };

/// Services by their days.
pub static SEMUA: &[Indikator] = &[
    Indikator {
        kode: "KP-01",
        nama: "Kenaikan pangkat reguler terlewat",
        definisi: "Pelaksana berstatus PNS yang waktu kenaikan pangkat regulernya sudah terpenuhi pada periode yang \
                   lalu dan syarat lainnya tidak diketahui kurang, tetapi golongannya belum naik.",
        dasar: "PP 99/2000 Pasal 4",
        rumus: Rumus::Orang {
            dari: |b, i| kena(b, i, Layanan::KpReguler),
            yang: |b, i| lewat(b, i, Layanan::KpReguler),
            data: "TMT golongan dan syarat kenaikan pangkat",
        },
        ..LEWAT
    },
    Indikator {
        kode: "KGB-01",
        nama: "Kenaikan gaji berkala PNS terlewat",
        definisi: "PNS dan CPNS yang TMT kenaikan gaji berkala berikutnya sudah lewat tetapi belum tercatat naik; yang \
                   tinggal menunggu penilaian pejabat ikut dihitung.",
        dasar: "PP 7/1977 Pasal 11",
        rumus: Rumus::Orang {
            dari: |b, i| kena(b, i, Layanan::KgbPns),
            yang: |b, i| lewat(b, i, Layanan::KgbPns),
            data: "masa kerja golongan dan gaji berkala terakhir",
        },
        ..LEWAT
    },
    Indikator {
        kode: "KGB-02",
        nama: "Kenaikan gaji berkala PPPK terlewat",
        definisi: "PPPK yang TMT kenaikan gaji berkala berikutnya sudah lewat tetapi belum tercatat naik; yang tinggal \
                   menunggu penilaian pejabat ikut dihitung.",
        rumus: Rumus::Orang {
            dari: |b, i| kena(b, i, Layanan::KgbPppk),
            yang: |b, i| lewat(b, i, Layanan::KgbPppk),
            data: "masa kerja golongan dan gaji berkala terakhir",
        },
        ..LEWAT
    },
    Indikator {
        kode: "PENSIUN-01",
        nama: "Melewati TMT pensiun tetapi masih aktif",
        definisi: "PNS yang TMT pensiunnya sudah tiba tetapi masih tercatat aktif.",
        dasar: "PP 11/2017 Pasal 239",
        rumus: Rumus::Orang {
            dari: |b, i| kena(b, i, Layanan::Pensiun),
            yang: |b, i| match b.tempo(i, Layanan::Pensiun) {
                Tempo::Pada(day, _) => Some(day <= b.hari),
                _ => None,
            },
            data: "tanggal lahir dan jabatan",
        },
        ..LEWAT
    },
    Indikator {
        kode: "PENSIUN-02",
        nama: "Pensiun dalam 12 bulan",
        definisi: "PNS yang TMT pensiunnya jatuh dalam 12 bulan ke depan.",
        dasar: "PP 11/2017 Pasal 239",
        rumus: Rumus::Orang {
            dari: |b, i| kena(b, i, Layanan::Pensiun),
            yang: pensiun_menjelang,
            data: "tanggal lahir dan jabatan",
        },
        ..ORANG
    },
    Indikator {
        kode: "PENSIUN-03",
        nama: "Pejabat struktural pensiun dalam 12 bulan",
        definisi: "Pejabat struktural yang TMT pensiunnya jatuh dalam 12 bulan ke depan.",
        dasar: "PP 11/2017 Pasal 239",
        rumus: Rumus::Orang {
            dari: |b, i| struktural(b, i) && kena(b, i, Layanan::Pensiun),
            yang: pensiun_menjelang,
            data: "tanggal lahir dan jabatan",
        },
        ..ORANG
    },
    Indikator {
        kode: "PENSIUN-04",
        nama: "Kursi yang akan kosong karena pensiun",
        definisi: "Kursi peta jabatan yang dalam 12 bulan ditinggalkan pemegangnya karena pensiun dan tidak mempunyai \
                   pemegang lain sebagai pengganti.",
        satuan: Satuan::Pos,
        dasar: "praktik",
        rumus: Rumus::Pos {
            dari: |_, k| k.isi().min(k.kebutuhan),
            yang: akan_kosong,
            data: "tanggal pensiun",
        },
        ..LEWAT
    },
    Indikator {
        kode: "PENSIUN-05",
        nama: "Calon pengganti pejabat yang akan pensiun",
        definisi: "Bagian pejabat struktural yang pensiun dalam 12 bulan dan sudah mempunyai calon pengganti.",
        satuan: Satuan::Persen,
        rumus: Rumus::BelumAda("Rencana suksesi per jabatan belum tercatat pada register."),
        ..ORANG
    },
    Indikator {
        kode: "KONTRAK-01",
        nama: "Perjanjian kerja PPPK berakhir dalam 6 bulan",
        definisi: "PPPK penuh waktu yang hari terakhir perjanjian kerjanya jatuh dalam 6 bulan ke depan.",
        dasar: "praktik",
        rumus: kontrak(|b, i| pppk(b, i, false), |b, i| berakhir(b, i, Ambang::MenjelangDekatBulan)),
        ..ORANG
    },
    Indikator {
        kode: "KONTRAK-02",
        nama: "Perjanjian kerja PPPK berakhir dalam 12 bulan",
        definisi: "PPPK penuh waktu yang hari terakhir perjanjian kerjanya jatuh dalam 12 bulan ke depan.",
        dasar: "praktik",
        rumus: kontrak(|b, i| pppk(b, i, false), |b, i| berakhir(b, i, Ambang::MenjelangBulan)),
        ..ORANG
    },
    Indikator {
        kode: "KONTRAK-03",
        nama: "Perjanjian kerja PPPK paruh waktu berakhir dalam 6 bulan",
        definisi: "PPPK paruh waktu yang hari terakhir perjanjian kerjanya jatuh dalam 6 bulan ke depan.",
        dasar: "praktik",
        rumus: kontrak(|b, i| pppk(b, i, true), |b, i| berakhir(b, i, Ambang::MenjelangDekatBulan)),
        ..ORANG
    },
    Indikator {
        kode: "KONTRAK-04",
        nama: "Perjanjian kerja PPPK paruh waktu berakhir dalam 12 bulan",
        definisi: "PPPK paruh waktu yang hari terakhir perjanjian kerjanya jatuh dalam 12 bulan ke depan.",
        dasar: "praktik",
        rumus: kontrak(|b, i| pppk(b, i, true), |b, i| berakhir(b, i, Ambang::MenjelangBulan)),
        ..ORANG
    },
    Indikator {
        kode: "KONTRAK-05",
        nama: "Perjanjian kerja berakhir tetapi masih aktif",
        definisi: "PPPK yang perjanjian kerjanya sudah berakhir tanpa perpanjangan tercatat, tetapi masih aktif.",
        rumus: Rumus::Orang {
            dari: |b, i| b.register().status[i] == Status::Pppk,
            yang: |b, i| Some(b.register().codes[i].contains(Code::KontrakBerakhir)),
            data: "",
        },
        ..LEWAT
    },
    Indikator {
        kode: "JPT-01",
        nama: "JPT melewati lima tahun tanpa evaluasi",
        definisi: "Pejabat pimpinan tinggi yang masa jabatan lima tahunnya sudah lewat tanpa perpanjangan tercatat.",
        dasar: "UU 20/2023 dan PP 11/2017 (pasal perlu dicek)",
        rumus: Rumus::Orang {
            dari: |b, i| kena(b, i, Layanan::JptLimaTahun),
            yang: |b, i| lewat(b, i, Layanan::JptLimaTahun),
            data: "TMT jabatan",
        },
        ..LEWAT
    },
];

/// Whether a service concerns somebody, or nobody can say.
fn kena(b: &Bahan<'_>, i: usize, layanan: Layanan) -> bool {
    b.tempo(i, layanan) != Tempo::Tidak
}

/// Whether a day has gone by and nothing else is known to stand in the way.
fn lewat(b: &Bahan<'_>, i: usize, layanan: Layanan) -> Option<bool> {
    match b.tempo(i, layanan) {
        Tempo::Pada(_, Syarat::Belum) => Some(false),
        Tempo::Pada(day, _) if day >= b.hari => Some(false),
        Tempo::Pada(_, Syarat::TanpaData) => None,
        Tempo::Pada(_, Syarat::Terpenuhi | Syarat::Pertimbangan) => Some(true),
        Tempo::TanpaHari | Tempo::TakTentu | Tempo::Tidak => None,
    }
}

fn pensiun_menjelang(b: &Bahan<'_>, i: usize) -> Option<bool> {
    match b.tempo(i, Layanan::Pensiun) {
        Tempo::Pada(day, _) => Some(b.menjelang(day, b.ambang(Ambang::MenjelangBulan))),
        _ => None,
    }
}

fn akan_kosong(b: &Bahan<'_>, k: &crate::indikator::Kursi) -> Option<i64> {
    let months = b.ambang(Ambang::MenjelangBulan);
    let goes = |i: u32| pergi(b.tempo(i as usize, Layanan::Pensiun), b.hari, months);
    if k.pemegang.iter().any(|i| goes(*i).is_none()) {
        return None;
    }
    Some(k.akan_lowong(|i| goes(i) == Some(true)))
}

const fn kontrak(dari: fn(&Bahan<'_>, usize) -> bool, yang: fn(&Bahan<'_>, usize) -> Option<bool>) -> Rumus {
    Rumus::Orang { dari, yang, data: "akhir perjanjian kerja" }
}

/// Whether the last day of a contract is today or lies less than so many months ahead.
fn berakhir(b: &Bahan<'_>, i: usize, ahead: Ambang) -> Option<bool> {
    let (last, contract) = b.register().limit[i]?;
    let soon = last >= b.hari && b.hari.months_until(last) < b.ambang(ahead);
    contract.then_some(soon)
}
