//! Pages for requests we do not answer and for days the machine breaks: what happened, why, what to do now.

use crate::{Icon, Sample, component::tombol::Tombol, icon::icon_large};
use maud::{Markup, html};

#[derive(Clone, Debug)]
pub enum Masalah {
    /// 404
    TidakDitemukan,
    /// 403: for whom the page is, and whom to ask (`admin instansi: Desi Anggraini`).
    TidakBerwenang { who: String, contact: String },
    /// 400 or 422 outside a form; the sentence says what to do instead.
    Ditolak { code: String, sentence: String },
    /// 409: someone else changed the same thing; the sentence names who and when.
    Bentrok { sentence: String },
    /// 413: sizes in words: `14 MB`, `5 MB`.
    TerlaluBesar { size: Option<String>, limit: String },
    /// 429 or locked out: `15 menit`.
    Tunggu { span: String },
    /// 503: too many sign in at once.
    Sibuk,
    /// Session ended or the form's token is stale.
    SesiBerakhir,
    /// 500: incident number from the log; what the person typed is kept or not.
    Kesalahan { incident: String, kept: bool },
}

impl Masalah {
    /// The `h1`, also the page's title.
    pub fn title(&self) -> &'static str {
        match self {
            Self::TidakDitemukan => "Halaman tidak ditemukan",
            Self::TidakBerwenang { .. } => "Halaman ini di luar kewenangan Anda",
            Self::Ditolak { .. } => "Permintaan tidak dapat dijalankan",
            Self::Bentrok { .. } => "Data sudah berubah",
            Self::TerlaluBesar { .. } => "Berkas terlalu besar",
            Self::Tunggu { .. } => "Tunggu sebentar",
            Self::Sibuk => "Server sedang sibuk",
            Self::SesiBerakhir => "Sesi berakhir",
            Self::Kesalahan { .. } => "Kesalahan di server",
        }
    }

    fn icon(&self) -> Icon {
        match self {
            Self::TidakDitemukan => Icon::Cari,
            Self::TidakBerwenang { .. } => Icon::Kunci,
            Self::Bentrok { .. } => Icon::Tukar,
            Self::Tunggu { .. } | Self::Sibuk | Self::SesiBerakhir => Icon::Jam,
            Self::TerlaluBesar { .. } => Icon::Dok,
            Self::Ditolak { .. } | Self::Kesalahan { .. } => Icon::Awas,
        }
    }

    fn sentence(&self) -> String {
        match self {
            Self::TidakDitemukan => "Mungkin alamatnya berubah atau datanya sudah dipindah.".into(),
            Self::TidakBerwenang { who, contact } => {
                let ask = if contact.is_empty() { "admin instansi" } else { contact };
                format!("Halaman ini hanya untuk {who}. Bila Anda seharusnya berwenang, hubungi {ask}.")
            }
            Self::Ditolak { sentence, .. } | Self::Bentrok { sentence } => sentence.clone(),
            Self::TerlaluBesar { size: Some(size), limit } => format!("Berkas {size}, batasnya {limit}. Bagi berkas menjadi beberapa bagian atau pindai ulang dengan resolusi lebih rendah."),
            Self::TerlaluBesar { size: None, limit } => format!("Batas berkas {limit}. Bagi berkas menjadi beberapa bagian atau pindai ulang dengan resolusi lebih rendah."),
            Self::Tunggu { span } => format!("Terlalu banyak percobaan dalam waktu singkat. Coba lagi setelah {span}."),
            Self::Sibuk => "Banyak orang sedang masuk pada saat yang sama. Tunggu beberapa detik, lalu coba lagi; tidak ada yang dihitung sebagai salah sandi.".into(),
            Self::SesiBerakhir => "Sesi berakhir setelah 30 menit tanpa kegiatan. Masuk lagi untuk melanjutkan.".into(),
            Self::Kesalahan { kept: true, .. } => "Permintaan Anda belum tersimpan karena gangguan di server. Isian Anda masih ada: kembali ke halaman sebelumnya, lalu kirim lagi.".into(),
            Self::Kesalahan { kept: false, .. } => "Permintaan Anda belum dijalankan karena gangguan di server. Data yang sudah tersimpan tidak berubah. Coba lagi beberapa saat lagi.".into(),
        }
    }

    fn code(&self) -> Option<(&'static str, &str)> {
        match self {
            Self::Kesalahan { incident, .. } => Some(("Bila tetap gagal, sebut nomor kejadian ini kepada pengelola:", incident)),
            Self::Ditolak { code, .. } if !code.is_empty() => Some(("Kode:", code)),
            _ => None,
        }
    }

    fn way(&self) -> Tombol {
        match self {
            Self::SesiBerakhir | Self::Tunggu { .. } | Self::Sibuk => Tombol::link("Masuk lagi", "/masuk"),
            _ => Tombol::link("Kembali ke beranda", "/"),
        }
    }
}

/// Body of the page; goes into `page` for signed-in readers and into `bare` for everyone else.
pub fn masalah(problem: &Masalah) -> Markup {
    html! {
        div class="masalah" {
            (icon_large(problem.icon()))
            h1 { (problem.title()) }
            p { (problem.sentence()) }
            @if let Some((words, code)) = problem.code() { p class="kode" { (words) " " code { (code) } } }
            (problem.way())
        }
    }
}

/// Each sample is a whole page body with its own `h1`.
pub fn samples() -> Vec<Sample> {
    let s = |name, problem: Masalah| Sample::new(name, masalah(&problem));
    vec![
        s("404", Masalah::TidakDitemukan),
        s("403", Masalah::TidakBerwenang { who: "verifikator BKD".into(), contact: "admin instansi: Desi Anggraini".into() }),
        s("409", Masalah::Bentrok { sentence: "Data ini diubah Bambang Supriyadi pukul 10.42, saat Anda masih mengisi. Bandingkan, lalu pilih yang dipakai.".into() }),
        s("413", Masalah::TerlaluBesar { size: Some("14 MB".into()), limit: "5 MB".into() }),
        s("422", Masalah::Ditolak { code: "IMP-03".into(), sentence: "Hanya CSV atau XLSX yang dapat diterima. Berkas Anda .docx.".into() }),
        s("429", Masalah::Tunggu { span: "15 menit".into() }),
        s("500", Masalah::Kesalahan { incident: "G-7F3A".into(), kept: true }),
        s("500 tanpa isian", Masalah::Kesalahan { incident: "G-7F3B".into(), kept: false }),
        s("503", Masalah::Sibuk),
        s("sesi", Masalah::SesiBerakhir),
    ]
}
