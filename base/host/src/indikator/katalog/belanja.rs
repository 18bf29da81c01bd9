//! Money.

use super::pegawai::{asn, pppk};
use crate::indikator::norma::Norma;
use crate::indikator::{Bahan, Indikator, Kelompok, Rumus, Sel};
use kernel::indikator::{Arah, Hasil, Satuan, Ukuran};

const BELANJA: Indikator = Indikator {
    satuan: Satuan::Rupiah,
    pemilik: "BKAD/BPKAD",
    kelompok: Kelompok::Belanja,
    ..Indikator::BIASA
};

/// Money.
pub static SEMUA: &[Indikator] = &[
    Indikator {
        kode: "BELANJA-01",
        nama: "Belanja pegawai dari APBD",
        definisi: "Bagian belanja pegawai di luar tunjangan guru dari TKD terhadap total belanja APBD, seperti yang \
                   dilaporkan. Batasnya menurut dasar yang disebut.",
        satuan: Satuan::Persen,
        arah: Arah::Turun,
        dasar: "UU 1/2022 Pasal 146 (ayat perlu dicek)",
        irama: kernel::indikator::Irama::Tahunan,
        rumus: Rumus::Laporan,
        ..BELANJA
    },
    Indikator {
        kode: "BELANJA-02",
        nama: "Gaji pokok sebulan menurut register",
        definisi: "Jumlah gaji pokok sebulan PNS, CPNS, dan PPPK penuh waktu yang aktif, dihitung dari golongan dan masa \
                   kerja dengan tabel gaji yang berlaku; tunjangan tidak termasuk.",
        dasar: "PP 5/2024 Lampiran dan Perpres 11/2024 Lampiran",
        rumus: Rumus::Instansi(gaji),
        ..BELANJA
    },
    Indikator {
        kode: "BELANJA-03",
        nama: "Total belanja pegawai setahun",
        definisi: "Belanja pegawai pada APBD tahun berjalan dalam rupiah, seperti yang dilaporkan.",
        irama: kernel::indikator::Irama::Tahunan,
        rumus: Rumus::Laporan,
        ..BELANJA
    },
    Indikator {
        kode: "BELANJA-04",
        nama: "Tunjangan kinerja dan TPP terhadap kelas jabatan",
        definisi: "Kesesuaian tambahan penghasilan pegawai dengan kelas jabatannya.",
        satuan: Satuan::Persen,
        arah: Arah::Naik,
        rumus: Rumus::BelumAda("Tambahan penghasilan pegawai belum tercatat pada register."),
        ..BELANJA
    },
];

/// The sum of basic pay by the tables of the law.
fn gaji(b: &Bahan<'_>, instansi: &str) -> Sel {
    let (mut sum, mut known, mut unknown) = (0_i64, 0, 0);
    // Part-time pay follows no table.
    for i in b.orang(instansi).filter(|&i| asn(b, i) && !pppk(b, i, true)) {
        let own = [Norma::GajiPns, Norma::GajiPppk].map(|norma| b.norma(i, norma).ratusan);
        match own.into_iter().flatten().next() {
            Some(hundredths) => (sum, known) = (sum.saturating_add(hundredths), known + 1),
            None => unknown += 1,
        }
    }
    let hasil = match known {
        0 => Hasil::belum("Golongan dan masa kerja belum lengkap bagi seorang pun pada instansi ini."),
        _ => Hasil::Terukur(Ukuran { atas: sum, bawah: 100 }),
    };
    Sel { hasil, tanpa_data: unknown }
}
