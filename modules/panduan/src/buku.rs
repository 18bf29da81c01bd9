//! The guides, in the order they are listed: name in the address, and text.

/// A guide.
pub struct Guide {
    /// Its name, in the address and of its file.
    pub name: &'static str,
    /// Markdown; the first line is the title.
    pub text: &'static str,
}

impl Guide {
    /// Its title.
    pub fn title(&self) -> &'static str {
        self.text.lines().next().unwrap_or(self.name).trim_start_matches('#').trim()
    }

    /// What stands below the title.
    pub fn body(&self) -> &'static str {
        self.text.split_once('\n').map_or("", |parts| parts.1)
    }
}

macro_rules! guides {
    ($($name:literal)*) => {
        &[$(Guide { name: $name, text: include_str!(concat!("../../../docs/buku/", $name, ".md")) }),*]
    };
}

/// All of them.
pub const GUIDES: &[Guide] = guides! {
    "beranda" "tugas" "pesan" "daftar-pegawai" "pegawai" "catat-sk" "organisasi" "penjagaan" "statistik" "duk-nominatif-rekap" "impor" "ekspor"
    "perbaikan" "tidak-dalam-unduhan" "jurnal" "peraturan" "rancangan" "bukti-telaah" "tindak-lanjut" "beda-tafsir" "verifikasi" "akun" "siapa-melihat"
    "pengguna" "rakor" "dasbor" "indikator" "rakor-persiapan" "rakor-sidang" "rakor-surat" "penempatan" "penempatan-saya" "penempatan-sk"
    "standar-kompetensi" "talenta"
    "langkah-pertama" "cadangan" "api"
};

/// A guide by its name.
pub fn find(name: &str) -> Option<&'static Guide> {
    GUIDES.iter().find(|g| g.name == name)
}
