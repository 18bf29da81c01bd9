//! Performance, learning, discipline, merit.

use super::pegawai::{asn, struktural};
use crate::indikator::bahan::Fakta;
use crate::indikator::norma::{self, Norma};
use crate::indikator::{Bahan, Indikator, Kelompok, Rumus, Sel};
use kernel::Code;
use kernel::indikator::{Arah, Hasil, Satuan, Ukuran};
use kernel::register::Rumpun;
use law::{Known, Value};

const BAGIAN: Indikator =
    Indikator { satuan: Satuan::Persen, arah: Arah::Naik, kelompok: Kelompok::Kinerja, ..Indikator::BIASA };
const PREDIKAT: Indikator = Indikator { arah: Arah::Netral, ..BAGIAN };
const TERTUTUP: Indikator = Indikator { satuan: Satuan::Orang, arah: Arah::Netral, tertutup: true, ..BAGIAN };

/// Those a norm concerns, and whether it is met.
macro_rules! asked {
    ($norma:expr) => {
        Rumus::Orang {
            dari: |b, i| b.norma(i, $norma).berlaku(),
            yang: |b, i| b.norma(i, $norma).lulus(),
            data: "yang ditanyakan norma ini",
        }
    };
}

/// Performance and what belongs to it.
pub static SEMUA: &[Indikator] = &[
    Indikator {
        kode: "KINERJA-01",
        nama: "Predikat kinerja tahun lalu tercatat",
        definisi: "Bagian ASN aktif yang predikat kinerja tahunannya untuk tahun lalu sudah tercatat.",
        rumus: Rumus::Orang { dari: asn, yang: ada_predikat, data: "predikat kinerja" },
        ..BAGIAN
    },
    Indikator {
        kode: "KINERJA-02",
        nama: "Predikat Sangat Baik",
        definisi: "Bagian ASN berpredikat Sangat Baik di antara yang predikat tahun lalunya tercatat.",
        rumus: predikat(|b, i| berpredikat(b, i, "SANGAT_BAIK")),
        ..PREDIKAT
    },
    Indikator {
        kode: "KINERJA-03",
        nama: "Predikat Baik",
        definisi: "Bagian ASN berpredikat Baik di antara yang predikat tahun lalunya tercatat.",
        rumus: predikat(|b, i| berpredikat(b, i, "BAIK")),
        ..PREDIKAT
    },
    Indikator {
        kode: "KINERJA-04",
        nama: "Predikat Butuh Perbaikan",
        definisi: "Bagian ASN berpredikat Butuh Perbaikan di antara yang predikat tahun lalunya tercatat.",
        rumus: predikat(|b, i| berpredikat(b, i, "BUTUH_PERBAIKAN")),
        ..PREDIKAT
    },
    Indikator {
        kode: "KINERJA-05",
        nama: "Predikat Kurang",
        definisi: "Bagian ASN berpredikat Kurang di antara yang predikat tahun lalunya tercatat.",
        rumus: predikat(|b, i| berpredikat(b, i, "KURANG")),
        ..PREDIKAT
    },
    Indikator {
        kode: "KINERJA-06",
        nama: "Predikat Sangat Kurang",
        definisi: "Bagian ASN berpredikat Sangat Kurang di antara yang predikat tahun lalunya tercatat.",
        rumus: predikat(|b, i| berpredikat(b, i, "SANGAT_KURANG")),
        ..PREDIKAT
    },
    Indikator {
        kode: "JP-01",
        nama: "PNS dengan 20 JP tahun ini",
        definisi: "Bagian PNS aktif yang jam pelajaran pengembangan kompetensinya tahun ini sudah cukup.",
        dasar: "PP 11/2017 Pasal 203 ayat (4)",
        rumus: asked!(Norma::JpPns),
        ..BAGIAN
    },
    Indikator {
        kode: "JP-02",
        nama: "PNS dengan 20 JP tahun lalu",
        definisi: "Bagian PNS aktif yang jam pelajaran pengembangan kompetensinya tahun lalu cukup.",
        dasar: "PP 11/2017 Pasal 203 ayat (4)",
        rumus: asked!(Norma::JpPnsLalu),
        ..BAGIAN
    },
    Indikator {
        kode: "MERIT-01",
        nama: "Pendidikan pejabat struktural sesuai syarat",
        definisi: "Bagian pejabat struktural yang tingkat pendidikannya tidak di bawah syarat jenjangnya.",
        dasar: "PP 11/2017 Pasal 54 dan Pasal 107",
        rumus: Rumus::Orang {
            dari: struktural,
            yang: |b, i| sesuai(b, i, Code::StrukturalPendidikan),
            data: "tingkat pendidikan",
        },
        ..BAGIAN
    },
    Indikator {
        kode: "MERIT-02",
        nama: "Pendidikan pejabat fungsional sesuai syarat",
        definisi: "Bagian pejabat fungsional yang tingkat pendidikannya tidak di bawah syarat jenjangnya.",
        dasar: "Indeks Kualitas Data BKN",
        rumus: Rumus::Orang {
            dari: |b, i| super::pegawai::rumpun(b, i) == Some(Rumpun::Fungsional),
            yang: |b, i| sesuai(b, i, Code::JfPendidikan),
            data: "tingkat pendidikan",
        },
        ..BAGIAN
    },
    Indikator {
        kode: "MERIT-03",
        nama: "Pelatihan kepemimpinan pejabat struktural",
        definisi: "Bagian pejabat struktural yang lulus pelatihan kepemimpinan sesuai jenjangnya atau masih dalam \
                   batas waktunya.",
        dasar: "PP 11/2017 (pasal perlu dicek)",
        rumus: asked!(Norma::Diklat),
        ..BAGIAN
    },
    Indikator {
        kode: "MERIT-04",
        nama: "Pejabat yang memenuhi seluruh syarat jabatannya",
        definisi: "Bagian pejabat yang memenuhi semua syarat pengangkatan jabatan yang dipegangnya.",
        rumus: Rumus::BelumAda(
            "Syarat diuji pada hari pelantikan dan memerlukan uji kompetensi yang belum tercatat bagi pemegang jabatan; \
             MERIT-01 sampai MERIT-03 mengukur bagian yang dapat diukur.",
        ),
        ..BAGIAN
    },
    Indikator {
        kode: "MERIT-05",
        nama: "Nilai sistem merit",
        definisi: "Nilai penerapan sistem merit instansi menurut penilaian yang dilaporkan.",
        satuan: Satuan::Skor,
        rumus: Rumus::Laporan,
        ..BAGIAN
    },
    Indikator {
        kode: "IPASN-01",
        nama: "Rata-rata Indeks Profesionalitas ASN",
        definisi: "Rata-rata nilai IP ASN perorangan yang dapat dihitung dari register, 0 sampai 100.",
        satuan: Satuan::Skor,
        dasar: "Peraturan BKN 8/2019 Lampiran",
        rumus: Rumus::Instansi(ip_asn),
        ..BAGIAN
    },
    Indikator {
        kode: "DISIPLIN-01",
        nama: "Hukuman disiplin sedang atau berat yang dijalani",
        definisi: "Pegawai aktif yang pada hari itu menjalani hukuman disiplin sedang atau berat.",
        rumus: Rumus::Orang { dari: asn, yang: dihukum, data: "riwayat hukuman disiplin" },
        ..TERTUTUP
    },
    Indikator {
        kode: "DISIPLIN-02",
        nama: "Hukuman disiplin berat dalam 5 tahun",
        definisi: "Pegawai aktif yang dalam 5 tahun terakhir mulai menjalani hukuman disiplin berat.",
        rumus: Rumus::Orang {
            dari: asn,
            yang: |b, i| pilihan(b, i, Fakta::HukdisTerberat, "BERAT"),
            data: "riwayat hukuman disiplin",
        },
        ..TERTUTUP
    },
    Indikator {
        kode: "DISIPLIN-03",
        nama: "Kehadiran pegawai",
        definisi: "Bagian hari kerja yang dihadiri pegawai aktif.",
        rumus: Rumus::BelumAda("Presensi belum menjadi bagian register."),
        ..BAGIAN
    },
];

const fn predikat(yang: fn(&Bahan<'_>, usize) -> Option<bool>) -> Rumus {
    Rumus::Orang { dari: asn, yang, data: "predikat kinerja" }
}

fn ada_predikat(b: &Bahan<'_>, i: usize) -> Option<bool> {
    b.world.has_skp.then(|| matches!(b.fakta(i, Fakta::PredikatLalu), Known::Is(_) | Known::Conflict))
}

fn berpredikat(b: &Bahan<'_>, i: usize, word: &str) -> Option<bool> {
    match b.fakta(i, Fakta::PredikatLalu) {
        Known::Is(value) => Some(is(b, &value, word)),
        Known::Absent | Known::Unknown | Known::Conflict => None,
    }
}

/// Whether a choice somebody's documents state is this one; known not to be there is no.
fn pilihan(b: &Bahan<'_>, i: usize, fakta: Fakta, word: &str) -> Option<bool> {
    match b.fakta(i, fakta) {
        Known::Is(value) => Some(is(b, &value, word)),
        Known::Absent => Some(false),
        Known::Unknown | Known::Conflict => None,
    }
}

fn is(b: &Bahan<'_>, value: &Value, word: &str) -> bool {
    let Value::Pick(jenis, n) = value else { return false };
    b.hukum.pack.words.jenis(*jenis).nilai(*n) == word
}

fn dihukum(b: &Bahan<'_>, i: usize) -> Option<bool> {
    let until = norma::hari(&b.fakta(i, Fakta::HukdisSampai))?;
    Some(until.is_some_and(|day| day > b.hari))
}

/// A check says the education is too low; it says nothing where the education is not known.
fn sesuai(b: &Bahan<'_>, i: usize, check: Code) -> Option<bool> {
    (b.register().pendidikan[i] > 0).then(|| !b.register().codes[i].contains(check))
}

fn ip_asn(b: &Bahan<'_>, instansi: &str) -> Sel {
    let (mut sum, mut known, mut unknown) = (0, 0, 0);
    for i in b.orang(instansi) {
        let jawab = b.norma(i, Norma::IpAsn);
        match jawab.ratusan {
            Some(n) => (sum, known) = (sum + n, known + 1),
            None if jawab.berlaku() => unknown += 1,
            None => {}
        }
    }
    let mean = Ukuran::bagian(sum, known * 100);
    let why = "Data IP ASN belum lengkap bagi seorang pun pada instansi ini.";
    Sel { hasil: mean.map_or_else(|| Hasil::belum(why), Hasil::Terukur), tanpa_data: unknown }
}
