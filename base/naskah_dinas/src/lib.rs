//! What a letter says: the data of each template, typed, so that nobody misnames a field. How it
//! looks is the work of `document`; whoever writes a letter does not wait for a typesetter.
#![warn(missing_docs)]

pub mod ba_pelantikan;
pub mod ba_rapat;
pub mod bagian;
pub mod berita_acara;
mod contoh;
pub mod daftar_hadir;
pub mod lembar_rakor;
pub mod lembar_sekda;
pub mod nota_dinas;
pub mod notulen;
pub mod permintaan_bahan;
pub mod perpindahan;
pub mod rekomendasi;
pub mod rumusan;
pub mod sk_jabatan;
pub mod spmt;
pub mod surat_dinas;
pub mod surat_edaran;
pub mod undangan;
pub mod usul_pertek;

pub use ba_pelantikan::BaPelantikan;
pub use ba_rapat::BaRapat;
pub use bagian::{Acara, Dokumen, Hadir, Kop, Penanda, Surat, Verifikasi};
pub use berita_acara::BeritaAcara;
pub use daftar_hadir::DaftarHadir;
pub use lembar_rakor::LembarRakor;
pub use lembar_sekda::LembarSekda;
pub use nota_dinas::NotaDinas;
pub use notulen::Notulen;
pub use permintaan_bahan::PermintaanBahan;
pub use perpindahan::{Jabatan, Perpindahan, StatusAsn};
pub use rekomendasi::Rekomendasi;
pub use rumusan::Rumusan;
pub use sk_jabatan::SkJabatan;
pub use spmt::Spmt;
pub use surat_dinas::SuratDinas;
pub use surat_edaran::SuratEdaran;
pub use undangan::Undangan;
pub use usul_pertek::UsulPertek;

use kernel::Date;
use serde::Serialize;

/// A letter of one kind.
pub trait Naskah: Serialize {
    /// Name of its template.
    const TEMPLAT: &'static str;

    /// Whose paper it is, its number, date and mark.
    fn dokumen(&self) -> &Dokumen;

    /// The same, to mark it as issued or to give it its number.
    fn dokumen_mut(&mut self) -> &mut Dokumen;

    /// A letter as it may be: the test of a template.
    fn contoh() -> Self
    where
        Self: Sized;
}

/// What is asked of a printer: which template, what to say, and the date of the document.
#[derive(Clone, Debug)]
pub struct Permintaan {
    /// Name of the template.
    pub templat: String,
    /// What it says.
    pub data: serde_json::Value,
    /// The date it bears.
    pub tanggal: Date,
}

impl Permintaan {
    /// Asks for a letter.
    pub fn of<N: Naskah>(naskah: &N) -> Permintaan {
        // A map whose keys are strings always becomes JSON; a letter that did not would print as empty and be refused.
        let data = serde_json::to_value(naskah).unwrap_or_default();
        Permintaan { templat: N::TEMPLAT.to_owned(), data, tanggal: naskah.dokumen().tanggal }
    }
}

/// What people call a letter of this template.
pub fn sebutan(templat: &str) -> &'static str {
    const WORDS: [(&str, &str); 17] = [
        (BaPelantikan::TEMPLAT, "Berita acara pelantikan"),
        (BaRapat::TEMPLAT, "Berita acara rapat"),
        (BeritaAcara::TEMPLAT, "Berita acara"),
        (DaftarHadir::TEMPLAT, "Daftar hadir"),
        (LembarRakor::TEMPLAT, "Lembar rakor"),
        (LembarSekda::TEMPLAT, "Lembar Sekda"),
        (NotaDinas::TEMPLAT, "Nota dinas"),
        (Notulen::TEMPLAT, "Notulen"),
        (PermintaanBahan::TEMPLAT, "Surat permintaan bahan"),
        (Rekomendasi::TEMPLAT, "Surat rekomendasi"),
        (Rumusan::TEMPLAT, "Rumusan"),
        (SkJabatan::TEMPLAT, "Keputusan jabatan"),
        (Spmt::TEMPLAT, "Surat pernyataan melaksanakan tugas"),
        (SuratDinas::TEMPLAT, "Surat dinas"),
        (SuratEdaran::TEMPLAT, "Surat edaran"),
        (Undangan::TEMPLAT, "Surat undangan"),
        (UsulPertek::TEMPLAT, "Usul pertimbangan teknis"),
    ];
    WORDS.iter().find(|word| word.0 == templat).map_or("Naskah dinas", |word| word.1)
}

/// A sample of every template.
pub fn contoh_semua() -> Vec<Permintaan> {
    vec![
        Permintaan::of(&BaPelantikan::contoh()),
        Permintaan::of(&BaRapat::contoh()),
        Permintaan::of(&BeritaAcara::contoh()),
        Permintaan::of(&DaftarHadir::contoh()),
        Permintaan::of(&LembarRakor::contoh()),
        Permintaan::of(&LembarSekda::contoh()),
        Permintaan::of(&NotaDinas::contoh()),
        Permintaan::of(&Notulen::contoh()),
        Permintaan::of(&PermintaanBahan::contoh()),
        Permintaan::of(&Rekomendasi::contoh()),
        Permintaan::of(&Rumusan::contoh()),
        Permintaan::of(&SkJabatan::contoh()),
        Permintaan::of(&Spmt::contoh()),
        Permintaan::of(&SuratDinas::contoh()),
        Permintaan::of(&SuratEdaran::contoh()),
        Permintaan::of(&Undangan::contoh()),
        Permintaan::of(&UsulPertek::contoh()),
    ]
}

/// A printed letter.
#[derive(Clone, Debug)]
pub struct Cetakan {
    /// PDF/A-2a, tagged (PDF/UA-1), fonts embedded.
    pub pdf: Vec<u8>,
    /// Its pages.
    pub halaman: usize,
    /// Characters no font of the printer can draw; each run of them shows as □.
    pub tak_tergambar: usize,
}

/// Dates travel as `yyyy-mm-dd`.
pub(crate) mod iso {
    use kernel::Date;
    use serde::Serializer;

    pub fn serialize<S: Serializer>(date: &Date, to: S) -> Result<S::Ok, S::Error> {
        to.collect_str(date)
    }
}

/// A date that may be missing.
pub(crate) mod iso_or_none {
    use kernel::Date;
    use serde::Serializer;

    pub fn serialize<S: Serializer>(date: &Option<Date>, to: S) -> Result<S::Ok, S::Error> {
        match date {
            Some(date) => to.collect_str(date),
            None => to.serialize_none(),
        }
    }
}
