//! The people and offices of the samples: a province that does not exist.

use crate::bagian::{Acara, Dokumen, Hadir, Kop, Penanda, Surat, Verifikasi};
use kernel::Date;

/// Kabupaten and kota of the samples.
pub(crate) const DAERAH: [&str; 8] = [
    "Kabupaten Telaga Biru",
    "Kabupaten Tanjung Harapan",
    "Kabupaten Sungai Jernih",
    "Kabupaten Rimba Jaya",
    "Kabupaten Lembah Hijau",
    "Kabupaten Bukit Batu",
    "Kota Mandalapura",
    "Kota Sinar Pagi",
];

/// What was agreed.
pub(crate) const BUTIR: [&str; 4] = [
    "Jumlah jabatan pimpinan tinggi pratama yang kosong di lingkungan Pemerintah Kabupaten Telaga Biru adalah 3 (tiga) \
     jabatan, terdiri atas 1 (satu) kepala dinas dan 2 (dua) staf ahli.",
    "PIHAK KEDUA menyampaikan usul pengisian jabatan kosong tersebut melalui seleksi terbuka paling lambat tanggal 15 \
     Januari 2027.",
    "PIHAK KESATU memberi pendampingan penyusunan peta jabatan dan memeriksa kelengkapan usul dalam waktu 10 (sepuluh) \
     hari kerja sejak berkas diterima lengkap.",
    "Perkembangan pelaksanaan dilaporkan setiap bulan melalui Sinergi dan dibahas kembali pada rapat koordinasi \
     berikutnya.",
];

/// The day of every sample.
pub(crate) fn hari() -> Date {
    day("2026-12-07")
}

pub(crate) fn kop() -> Kop {
    Kop {
        pemerintah: "Pemerintah Provinsi Bumi Raya".into(),
        perangkat: "Badan Kepegawaian Daerah".into(),
        alamat: "Jalan Merdeka Nomor 1, Mandalapura 70114 · Telepon (0511) 330 0001 · \
                 bkd.bumiraya.example · bkd@bumiraya.example"
            .into(),
        lambang: None,
    }
}

pub(crate) fn verifikasi() -> Verifikasi {
    Verifikasi {
        kode: "K7QM2XHD9WTR4FBN".into(),
        alamat: "https://sinergi.bumiraya.example/verifikasi".into(),
    }
}

pub(crate) fn kepala_bkd() -> Penanda {
    Penanda {
        atas_nama: None,
        jabatan: "Kepala Badan Kepegawaian Daerah".into(),
        nama: "Dra. Ratih Kusumawardani, M.Si.".into(),
        pangkat: "Pembina Utama Madya (IV/d)".into(),
        nip: "19700412 199503 2 001".into(),
    }
}

pub(crate) fn kepala_bkpsdm() -> Penanda {
    Penanda {
        atas_nama: None,
        jabatan: "Kepala BKPSDM Kabupaten Telaga Biru".into(),
        nama: "H. Ahmad Fauzan, S.STP., M.AP.".into(),
        pangkat: "Pembina Utama Muda (IV/c)".into(),
        nip: "19760823 199511 1 002".into(),
    }
}

pub(crate) fn sekda() -> Penanda {
    Penanda {
        atas_nama: Some("Gubernur Bumi Raya".into()),
        jabatan: "Sekretaris Daerah".into(),
        nama: "Dr. Ir. Bambang Prasetyo, M.T.".into(),
        pangkat: "Pembina Utama (IV/e)".into(),
        nip: "19680115 199203 1 007".into(),
    }
}

/// The Sekda in his own name.
pub(crate) fn sekda_sendiri() -> Penanda {
    Penanda { atas_nama: None, ..sekda() }
}

pub(crate) fn gubernur() -> Penanda {
    Penanda {
        atas_nama: None,
        jabatan: "Gubernur Bumi Raya".into(),
        nama: "H. Rahmat Tanjungpura, S.H.".into(),
        pangkat: String::new(),
        nip: String::new(),
    }
}

pub(crate) fn surat(hal: &str) -> Surat {
    Surat {
        dokumen: dokumen("005/1174/BKD/2026"),
        sifat: "Segera".into(),
        lampiran: String::new(),
        hal: hal.into(),
        kepada: vec!["Bupati Telaga Biru".into()],
        di: "Tempat".into(),
        penanda: sekda(),
        tembusan: vec!["Gubernur Bumi Raya (sebagai laporan)".into(), "Kepala Kantor Regional BKN".into()],
    }
}

pub(crate) fn dokumen(nomor: &str) -> Dokumen {
    Dokumen {
        kop: kop(),
        nomor: nomor.into(),
        tempat: "Mandalapura".into(),
        tanggal: hari(),
        verifikasi: Some(verifikasi()),
    }
}

pub(crate) fn acara() -> Acara {
    Acara {
        tanggal: day("2026-12-14"),
        pukul: "09.00 WITA s.d. selesai".into(),
        tempat: "Aula Badan Kepegawaian Daerah, Jalan Merdeka Nomor 1, Mandalapura".into(),
        acara: "Rapat Koordinasi Manajemen ASN Triwulan IV Tahun 2026".into(),
        pimpinan: "Sekretaris Daerah Provinsi Bumi Raya".into(),
    }
}

pub(crate) fn hadir() -> Vec<Hadir> {
    let one = |nama: &str, jabatan: &str, instansi: &str| Hadir {
        nama: nama.into(),
        jabatan: jabatan.into(),
        instansi: instansi.into(),
    };
    let mut all = vec![
        one("Dra. Ratih Kusumawardani, M.Si.", "Kepala BKD", "BKD Provinsi Bumi Raya"),
        one("Yohanes Lado, S.Sos.", "Kepala Bidang Mutasi", "BKD Provinsi Bumi Raya"),
        one("Siti Maimunah, S.E., M.M.", "Inspektur Pembantu II", "Inspektorat Provinsi Bumi Raya"),
    ];
    all.extend(DAERAH.iter().map(|daerah| one("I Gede Surya Wirawan, S.H.", "Kepala BKPSDM", daerah)));
    all
}

/// Texts of a list.
pub(crate) fn texts(list: &[&str]) -> Vec<String> {
    list.iter().map(|text| (*text).to_owned()).collect()
}

/// A day of the samples.
pub(crate) fn day(text: &str) -> Date {
    Date::parse(text).unwrap_or(Date::MIN)
}
