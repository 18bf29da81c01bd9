//! Every address, selector and sentence the journeys rely on. When a page changes, change it here.

/// Present on every page once it is ready for a person.
pub const SIAP: &str = "[data-ready], main";

pub const ADMIN: &str = "admin";

/// Every page an administrator opens, by the name of its picture; `·` stands for the address of a person,
/// `◦` for that of the form that records about a unit, `»` for a rakor that goes on.
pub const SEMUA: &[(&str, &str)] = &[
    ("beranda", "/"),
    ("tugas", "/tugas"),
    ("pesan", "/pesan"),
    ("pesan-setelan", "/pesan/setelan"),
    ("delegasi", "/delegasi"),
    ("daftar", "/pegawai"),
    ("pegawai", "·"),
    ("riwayat", "·?bagian=riwayat"),
    ("pegawai-lampau", "·?berlaku=2015-01-01"),
    ("catat", "·/catat?jenis=golongan,gaji_berkala"),
    ("mengapa", "·/mengapa"),
    ("mengapa-kp", "·/mengapa/kp-reguler"),
    ("mengapa-surat", "·/mengapa/kp-reguler/surat"),
    ("beda-tafsir", "·/tafsir/pensiun.hak.aps"),
    ("bukti", "·/bukti"),
    ("buka", "·/buka"),
    ("siapa-melihat", "·/akses"),
    ("organisasi", "/organisasi"),
    ("catat-organisasi", "◦"),
    ("statistik", "/statistik"),
    ("duk", "/duk"),
    ("nominatif", "/nominatif"),
    ("rekap", "/rekap"),
    ("impor", "/impor"),
    ("standar-kompetensi", "/penempatan/profil"),
    ("standar-kompetensi-impor", "/penempatan/profil/impor"),
    ("talenta", "/talenta"),
    ("suksesi", "/suksesi"),
    ("suksesi-simulasi", "/suksesi/simulasi"),
    ("perbaikan", "/perbaikan"),
    ("tidak-dalam-unduhan", "/tidak-dalam-unduhan"),
    ("jurnal", "/jurnal"),
    ("pengguna", "/pengguna"),
    ("akun-baru", "/pengguna/baru"),
    ("autentikator", "/akun/autentikator"),
    ("token", "/akun/token"),
    ("langkah-pertama", "/langkah-pertama"),
    ("penjagaan", "/penjagaan"),
    ("penjagaan-jawaban", "/penjagaan?lihat=jawaban"),
    ("riwayat-lengkap", "/langkah-pertama/riwayat-lengkap"),
    ("tinjau-ulang", "/tinjau-ulang"),
    ("peraturan", "/peraturan"),
    ("akta", "/peraturan/PP-99-2000"),
    ("norma-daftar", "/peraturan/norma"),
    ("norma", "/peraturan/norma/kp.reguler"),
    ("rancangan", "/peraturan/rancangan"),
    ("verifikasi", "/verifikasi"),
    ("panduan", "/panduan/statistik"),
    ("dasbor", "/dasbor"),
    ("dasbor-banding", "/dasbor/banding"),
    ("dasbor-katalog", "/dasbor/katalog"),
    ("indikator", "/indikator/IKD-01"),
    ("indikator-rincian", "/indikator/MUTU-07/semua"),
    ("penempatan-daftar", "/penempatan"),
    ("penempatan-baru", "/penempatan/baru"),
    ("penempatan-saya", "/penempatan/saya"),
    ("penempatan-periksa", "/penempatan/periksa"),
    ("rakor-daftar", "/rakor"),
    ("rakor-baru", "/rakor/baru"),
    ("rakor-templat", "/rakor/templat"),
    ("rakor-templat-satu", "/rakor/templat/kepegawaian"),
    ("rakor-alur", "»"),
    ("rakor-dokumen", "»/dokumen"),
    ("rakor-persiapan", "»/persiapan"),
    ("rakor-masalah", "»/masalah"),
    ("rakor-masalah-cari", "/rakor/masalah"),
    ("rakor-notulen", "»/notulen"),
    ("rakor-rumusan", "»/rumusan"),
    ("rakor-hadir", "»/hadir"),
    ("rakor-presensi", "»/presensi"),
    ("rakor-kode", "»/kode"),
    ("rakor-proyektor", "»/proyektor"),
    ("rakor-papan", "»/rtl"),
    ("rakor-rtl-baru", "»/rtl/baru"),
    ("rakor-rekomendasi", "»/rekomendasi"),
];

/// Those of them without header and menu: for everybody at the door, and for a wall.
pub const POLOS: &[&str] = &["verifikasi", "rakor-proyektor", "penempatan-periksa"];

pub mod alamat {
    pub const MASUK: &str = "/masuk";
    pub const SANDI: &str = "/sandi";
    pub const BERANDA: &str = "/";
    pub const PEGAWAI: &str = "/pegawai";
    pub const ORGANISASI: &str = "/organisasi";
    pub const IMPOR: &str = "/impor";
    pub const UNGGAH: &str = "/impor/unggah?jenis=nominatif";
    pub const PERBAIKAN: &str = "/perbaikan";
    pub const JURNAL: &str = "/jurnal";
}

pub mod masuk {
    pub const PENGGUNA: &str = "main input[name=pengguna], form input[name=pengguna]";
    pub const SANDI: &str = "input[name=sandi]";
    pub const SANDI_BARU: &str = "input[name=sandi_baru]";
    pub const SANDI_ULANG: &str = "input[name=sandi_ulang]";
    /// The sentence after too many wrong passwords says that the account is locked: terkunci, dikunci.
    pub const TERKUNCI: &str = "kunci";
}

pub mod impor {
    pub const BERKAS: &str = "input[type=file][name=berkas]";
    pub const PER_TANGGAL: &str = "input[name=per_tanggal]";
    /// The heading; the steps say "Pratinjau" long before.
    pub const PRATINJAU: &str = "Pratinjau impor";
    /// "Simpan 4 baris": the button of the preview starts and ends like this.
    pub const SIMPAN: (&str, &str) = ("Simpan", "baris");
    pub const TANDA_TERIMA: &str = "Tanda terima";
}

pub mod pegawai {
    /// The name in a row, leading to the person.
    pub const TAUTAN: &str = "main .orang a[href^='/pegawai/']";
    pub const PITA_WAKTU: &str = "Anda melihat keadaan per";
}

pub mod catat {
    pub const KENAIKAN_PANGKAT: &str = "main a[href*='jenis=golongan']";
    pub const PERIKSA: (&str, &str) = ("Periksa", "menyimpan");
    pub const SIMPAN: (&str, &str) = ("Simpan", "jurnal");
    /// Beside the newest golongan of a person.
    pub const RALAT: &str = "section[aria-labelledby=golongan] a[href*='ralat=']";
    pub const BATAL: &str = "section[aria-labelledby=golongan] a[href*='batal=']";
}

pub mod organisasi {
    pub const CATAT: &str = "main section .aksi a[href*='/organisasi/catat']";
    pub const UNIT_BARU: &str = "main a[href*='apa=unit-baru']";
    pub const TUTUP: &str = "main a[href*='apa=tutup-unit']";
    /// Beside the newest statement about a unit.
    pub const RALAT: &str = "main a[href*='ralat=']";
    /// From the history of a unit to the unit.
    pub const PETA: &str = "main .kepala .aksi a[href^='/organisasi?']";
}

pub mod rancangan {
    pub const ALAMAT: &str = "/peraturan/rancangan";
    pub const BERKAS: &str = "input[type=file][name=berkas]";
    pub const SIMULASI: &str = "main a[href*='/andaikan']";
    pub const KP_REGULER: &str = "main a[href*='norma=kp.reguler']";
    /// Somebody whose answer changes.
    pub const ORANG: &str = "section[aria-labelledby=pegawai] a[href^='/pegawai/']";
}

pub mod rangka {
    pub const TAUTAN_LOMPAT: &str = "a.lompat";
    pub const CARI: &str = "main input[name=q]";
    pub const BUKA_MENU: &str = "[popovertarget=sisi]";
    pub const LACI: &str = "#sisi";
}
