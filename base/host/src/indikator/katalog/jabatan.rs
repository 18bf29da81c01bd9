//! Posts: what is needed, who holds it, what is vacant and for how long, who serves it meanwhile.

use super::pegawai::rumpun;
use crate::indikator::bahan::Fakta;
use crate::indikator::{Bahan, Indikator, Kelompok, Kursi, Rumus, norma};
use kernel::indikator::{Arah, Satuan};
use kernel::register::Rumpun;
use kernel::tables::{Ambang, Jenjang};

/// Places in posts.
const KURSI: Indikator = Indikator { satuan: Satuan::Pos, kelompok: Kelompok::Jabatan, ..Indikator::BIASA };
/// The fewer the better.
const LOWONG: Indikator = Indikator { arah: Arah::Turun, ..KURSI };
/// People in posts.
const PEMEGANG: Indikator = Indikator { satuan: Satuan::Orang, ..KURSI };

const DASAR_PLT: &str = "SE BKN 1/SE/I/2021 (masa penugasan)";

/// Posts.
pub static SEMUA: &[Indikator] = &[
    Indikator {
        kode: "JAB-01",
        nama: "Kebutuhan jabatan",
        definisi: "Jumlah kursi yang dibutuhkan menurut peta jabatan yang berlaku.",
        rumus: Rumus::Pos { dari: |_, k| k.kebutuhan, yang: |_, k| Some(k.kebutuhan), data: "" },
        ..KURSI
    },
    Indikator {
        kode: "JAB-02",
        nama: "Keterisian jabatan",
        definisi: "Bagian kursi peta jabatan yang dipegang pegawai aktif; kelebihan pemegang tidak dihitung.",
        satuan: Satuan::Persen,
        arah: Arah::Naik,
        rumus: Rumus::Pos { dari: |_, k| k.kebutuhan, yang: |_, k| Some(k.kebutuhan - k.lowong()), data: "" },
        ..KURSI
    },
    Indikator {
        kode: "JAB-03",
        nama: "Kekosongan jabatan",
        definisi: "Bagian kursi peta jabatan yang tidak dipegang pegawai definitif; yang dilayani Plt tetap kosong.",
        satuan: Satuan::Persen,
        rumus: Rumus::Pos { dari: |_, k| k.kebutuhan, yang: |_, k| Some(k.lowong()), data: "" },
        ..LOWONG
    },
    Indikator {
        kode: "JAB-04",
        nama: "JPT lowong",
        definisi: "Kursi jabatan pimpinan tinggi tanpa pejabat definitif.",
        rumus: Rumus::Pos { dari: |_, k| of(k, Rumpun::Jpt), yang: |_, k| Some(k.lowong()), data: "" },
        ..LOWONG
    },
    Indikator {
        kode: "JAB-05",
        nama: "Jabatan administrator lowong",
        definisi: "Kursi jabatan administrator tanpa pejabat definitif.",
        rumus: Rumus::Pos {
            dari: |_, k| of(k, Rumpun::Administrator),
            yang: |_, k| Some(k.lowong()),
            data: "",
        },
        ..LOWONG
    },
    Indikator {
        kode: "JAB-06",
        nama: "Jabatan pengawas lowong",
        definisi: "Kursi jabatan pengawas tanpa pejabat definitif.",
        rumus: Rumus::Pos { dari: |_, k| of(k, Rumpun::Pengawas), yang: |_, k| Some(k.lowong()), data: "" },
        ..LOWONG
    },
    Indikator {
        kode: "JAB-07",
        nama: "JPT dan administrator lowong lebih dari 3 bulan",
        definisi: "Kursi JPT dan administrator tanpa pejabat definitif yang sudah 3 bulan atau lebih ditinggalkan \
                   pemegang terakhirnya.",
        dasar: "praktik",
        rumus: Rumus::Pos {
            dari: |_, k| if pimpinan(k) { k.lowong() } else { 0 },
            yang: |b, k| {
                let months = k.lepas?.months_until(b.hari);
                Some(if months >= b.ambang(Ambang::LowongLamaBulan) { k.lowong() } else { 0 })
            },
            data: "kapan jabatan ditinggalkan pemegang terakhirnya",
        },
        ..LOWONG
    },
    Indikator {
        kode: "JAB-08",
        nama: "Jabatan lowong yang dilayani Plt",
        definisi: "Bagian kursi kosong pada peta jabatan yang untuk sementara dilayani Plt, Plh, atau Pj.",
        satuan: Satuan::Persen,
        rumus: Rumus::Pos { dari: |_, k| k.lowong(), yang: |_, k| Some(k.dilayani()), data: "" },
        ..KURSI
    },
    Indikator {
        kode: "JAB-09",
        nama: "Pemegang di atas kebutuhan",
        definisi: "Pegawai yang memegang jabatan melebihi kebutuhan menurut peta jabatan.",
        satuan: Satuan::Orang,
        rumus: Rumus::Pos { dari: |_, k| k.isi(), yang: |_, k| Some(k.lebih()), data: "" },
        ..LOWONG
    },
    Indikator {
        kode: "JAB-10",
        nama: "Pejabat pimpinan tinggi",
        definisi: "Pegawai aktif yang memegang jabatan pimpinan tinggi.",
        rumus: pemegang(|b, i| rumpun(b, i) == Some(Rumpun::Jpt)),
        ..PEMEGANG
    },
    Indikator {
        kode: "JAB-11",
        nama: "Pejabat administrator",
        definisi: "Pegawai aktif yang memegang jabatan administrator.",
        rumus: pemegang(|b, i| rumpun(b, i) == Some(Rumpun::Administrator)),
        ..PEMEGANG
    },
    Indikator {
        kode: "JAB-12",
        nama: "Pejabat pengawas",
        definisi: "Pegawai aktif yang memegang jabatan pengawas.",
        rumus: pemegang(|b, i| rumpun(b, i) == Some(Rumpun::Pengawas)),
        ..PEMEGANG
    },
    Indikator {
        kode: "JAB-13",
        nama: "Pejabat fungsional",
        definisi: "Pegawai aktif yang memegang jabatan fungsional.",
        rumus: pemegang(|b, i| rumpun(b, i) == Some(Rumpun::Fungsional)),
        ..PEMEGANG
    },
    Indikator {
        kode: "JAB-14",
        nama: "Pelaksana",
        definisi: "Pegawai aktif yang memegang jabatan pelaksana.",
        rumus: pemegang(|b, i| rumpun(b, i) == Some(Rumpun::Pelaksana)),
        ..PEMEGANG
    },
    Indikator {
        kode: "JAB-15",
        nama: "ASN tanpa jabatan",
        definisi: "Bagian ASN aktif yang jabatannya belum tercatat.",
        satuan: Satuan::Persen,
        arah: Arah::Turun,
        rumus: Rumus::Orang {
            dari: super::pegawai::asn,
            yang: |b, i| Some(b.register().names.text(b.register().jabatan[i]).is_empty()),
            data: "",
        },
        ..KURSI
    },
    Indikator {
        kode: "GURU-01",
        nama: "Kebutuhan guru yang terisi",
        definisi: "Bagian kursi guru pada peta jabatan yang dipegang pegawai aktif.",
        satuan: Satuan::Persen,
        arah: Arah::Naik,
        rumus: Rumus::Pos {
            dari: |_, k| if k.jenjang == Jenjang::Guru { k.kebutuhan } else { 0 },
            yang: |_, k| Some(k.kebutuhan - k.lowong()),
            data: "",
        },
        ..KURSI
    },
    Indikator {
        kode: "GURU-02",
        nama: "Guru dan tenaga kesehatan per kecamatan",
        definisi: "Kebutuhan guru dan tenaga kesehatan dibandingkan dengan yang ada, per kecamatan.",
        rumus: Rumus::BelumAda(
            "Kecamatan tempat unit berada dan kebutuhan per kecamatan belum tercatat pada register.",
        ),
        ..KURSI
    },
    Indikator {
        kode: "TERPENCIL-01",
        nama: "Kekurangan pegawai di daerah terpencil",
        definisi: "Kursi kosong pada unit di daerah terpencil, tertinggal, dan perbatasan.",
        rumus: Rumus::BelumAda("Unit mana yang berada di daerah terpencil belum tercatat pada register."),
        ..LOWONG
    },
    Indikator {
        kode: "PLT-01",
        nama: "Penugasan Plt dan Plh berjalan",
        definisi: "Pegawai aktif yang sedang ditugasi sebagai Plt, Plh, atau Pj di samping jabatannya.",
        dasar: DASAR_PLT,
        rumus: pemegang(|b, i| b.register().penugasan.contains_key(&(i as u32))),
        ..PEMEGANG
    },
    Indikator {
        kode: "PLT-02",
        nama: "Plt dan Plh lebih dari 3 bulan",
        definisi: "Pegawai yang penugasan Plt atau Plh-nya sudah berjalan 3 bulan atau lebih.",
        arah: Arah::Turun,
        dasar: DASAR_PLT,
        rumus: Rumus::Orang { dari: bertugas, yang: |b, i| lama(b, i, 1), data: "mulai penugasan Plt" },
        ..PEMEGANG
    },
    Indikator {
        kode: "PLT-03",
        nama: "Plt dan Plh lebih dari 6 bulan",
        definisi: "Pegawai yang penugasan Plt atau Plh-nya sudah melewati masa awal dan perpanjangannya (3 + 3 bulan).",
        arah: Arah::Turun,
        dasar: DASAR_PLT,
        rumus: Rumus::Orang { dari: bertugas, yang: |b, i| lama(b, i, 2), data: "mulai penugasan Plt" },
        ..PEMEGANG
    },
];

const fn pemegang(dari: fn(&Bahan<'_>, usize) -> bool) -> Rumus {
    Rumus::Orang { dari, yang: |_, _| Some(true), data: "" }
}

/// Places needed in a post of a kind.
fn of(k: &Kursi, rumpun: Rumpun) -> i64 {
    if k.rumpun == Some(rumpun) { k.kebutuhan } else { 0 }
}

fn pimpinan(k: &Kursi) -> bool {
    matches!(k.rumpun, Some(Rumpun::Jpt | Rumpun::Administrator))
}

fn bertugas(b: &Bahan<'_>, i: usize) -> bool {
    b.register().penugasan.contains_key(&(i as u32))
}

/// Whether the longest assignment of somebody has run out of its first span, or of the extension too.
fn lama(b: &Bahan<'_>, i: usize, spans: u32) -> Option<bool> {
    let since = norma::hari(&b.fakta(i, Fakta::PltSejak))??;
    let first = b.param("plt.masa_bulan")?;
    let more = if spans > 1 { b.param("plt.perpanjangan_bulan")? } else { 0 };
    Some(since.months_until(b.hari) >= first + more)
}
