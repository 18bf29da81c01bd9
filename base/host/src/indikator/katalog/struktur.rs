//! Units and structure.

use crate::indikator::{Bahan, Indikator, Kelompok, Rumus, Sel};
use kernel::indikator::{Arah, Satuan, Ukuran};
use kernel::tables::Jenjang;
use kernel::unor::Tree;

const UNIT: Indikator = Indikator {
    satuan: Satuan::Unit,
    pemilik: "Biro/Bagian Organisasi",
    kelompok: Kelompok::Struktur,
    ..Indikator::BIASA
};

/// Structure.
pub static SEMUA: &[Indikator] = &[
    Indikator {
        kode: "STR-01",
        nama: "Jumlah perangkat daerah",
        definisi: "Perangkat daerah yang aktif pada daftar unit organisasi.",
        rumus: Rumus::Instansi(|b, id| units(b, id, |tree| tree.opd().len())),
        ..UNIT
    },
    Indikator {
        kode: "STR-02",
        nama: "Jumlah unit organisasi",
        definisi: "Unit organisasi yang aktif pada daftar unit, pada semua tingkat.",
        rumus: Rumus::Instansi(|b, id| {
            units(b, id, |tree| tree.nodes().filter(|n| tree.is_active(*n)).count())
        }),
        ..UNIT
    },
    Indikator {
        kode: "STR-03",
        nama: "Unit pimpinan tinggi",
        definisi: "Unit organisasi aktif yang dipimpin jabatan pimpinan tinggi menurut eselonnya.",
        rumus: Rumus::Instansi(|b, id| led(b, id, Jenjang::is_jpt)),
        ..UNIT
    },
    Indikator {
        kode: "STR-04",
        nama: "Unit administrator",
        definisi: "Unit organisasi aktif yang dipimpin jabatan administrator menurut eselonnya.",
        rumus: Rumus::Instansi(|b, id| led(b, id, |j| j == Jenjang::Administrator)),
        ..UNIT
    },
    Indikator {
        kode: "STR-05",
        nama: "Unit pengawas",
        definisi: "Unit organisasi aktif yang dipimpin jabatan pengawas menurut eselonnya.",
        rumus: Rumus::Instansi(|b, id| led(b, id, |j| j == Jenjang::Pengawas)),
        ..UNIT
    },
    Indikator {
        kode: "STR-06",
        nama: "Temuan pada daftar unit",
        definisi: "Temuan pada daftar unit organisasi: unit atasan tidak dikenal, berputar, atau tercatat dua kali.",
        satuan: Satuan::Butir,
        arah: Arah::Turun,
        rumus: Rumus::Instansi(|b, id| listed(b, id, || b.organisasi(id).map(|o| o.findings.len()).sum())),
        ..UNIT
    },
    Indikator {
        kode: "STR-07",
        nama: "Penyetaraan jabatan selesai",
        definisi: "Jabatan administrasi yang sudah disetarakan ke jabatan fungsional dibandingkan dengan rencananya.",
        satuan: Satuan::Persen,
        arah: Arah::Naik,
        rumus: Rumus::BelumAda(
            "Register belum mencatat jabatan mana yang disetarakan dan berapa yang direncanakan.",
        ),
        ..UNIT
    },
    Indikator {
        kode: "STR-08",
        nama: "Evaluasi kelembagaan",
        definisi: "Hasil evaluasi kelembagaan instansi yang dilaporkan, 0 sampai 100.",
        satuan: Satuan::Skor,
        arah: Arah::Naik,
        rumus: Rumus::Laporan,
        ..UNIT
    },
];

/// A figure of units, where a list of them was imported.
fn listed(b: &Bahan<'_>, instansi: &str, count: impl Fn() -> usize) -> Sel {
    if !b.organisasi(instansi).any(|o| o.has_list) {
        return Sel::belum("Daftar unit organisasi belum diimpor.");
    }
    Sel::terukur(Ukuran::bulat(count() as i64))
}

fn units(b: &Bahan<'_>, instansi: &str, count: fn(&Tree) -> usize) -> Sel {
    listed(b, instansi, || b.organisasi(instansi).map(|o| count(&o.tree)).sum())
}

/// Active units whose eselon is of a level.
fn led(b: &Bahan<'_>, instansi: &str, of: fn(Jenjang) -> bool) -> Sel {
    let level = |eselon: &str| b.tables.eselon(eselon).is_some_and(|item| of(item.info.jenjang));
    let own = |o: &crate::Organisation| {
        o.units.values().filter(|u| !u.derived && u.aktif && level(&u.eselon)).count()
    };
    listed(b, instansi, || b.organisasi(instansi).map(own).sum())
}
