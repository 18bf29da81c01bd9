//! Pages of an import, as functions of plain values: they know neither the file nor the database.
//!
//! In the order an officer meets them: `jenis` (what can be imported), `unggah`, `berjalan` (while the file is
//! read, while rows are saved), `pratinjau`, `tanda_terima`, `gagal`, and the work list `tidak_dalam_unduhan`.

mod berjalan;
mod gagal;
mod jenis;
mod pokok;
mod pratinjau;
mod samples;
mod samples_pratinjau;
mod tanda_terima;
mod tidak_dalam_unduhan;
mod unggah;

pub use berjalan::{BerjalanView, memeriksa, menyimpan};
pub use gagal::{Alasan, GagalView, gagal, gangguan};
pub use jenis::{BerandaImporView, ImporLalu, JenisBerkas, KeadaanImpor, beranda_impor};
pub use pokok::{Pokok, pokok};
pub use pratinjau::{
    Bagian, BarisBaru, BarisBerubah, Butir, HitunganImpor, PratinjauView, RingkasMasalah, pratinjau,
};
pub use samples::samples;
pub use tanda_terima::{PerkiraanIkd, TandaTerimaView, tanda_terima};
pub use tidak_dalam_unduhan::{OrangTidakAda, Penolakan, TidakDalamUnduhanView, tidak_dalam_unduhan};
pub use unggah::{UnggahView, unggah};

use maud::{Markup, html};
use web::Tanggal;
use web::component::langkah::{Keadaan, langkah};
use web::component::tanggal::waktu;

/// The uploaded file, as the person knows it.
#[derive(Clone, Debug, Default)]
pub struct Berkas {
    /// Name of the file: `nominatif-november.xlsx`.
    pub name: String,
    /// Sheet of the workbook; empty for CSV.
    pub sheet: String,
    /// Kind of file as addresses say it: `nominatif`.
    pub jenis: String,
    /// `Nominatif SIASN`
    pub kind: String,
    /// The day the data are of; `None` for kinds that carry their own dates.
    pub per_tanggal: Option<Tanggal>,
    /// When it was uploaded: `22 Nov 2026 09.12 WIB`.
    pub uploaded: String,
    /// Who uploaded it.
    pub by: String,
    /// `4,1 MB`
    pub size: String,
}

impl Berkas {
    /// What its rows are about.
    fn pokok(&self) -> &'static Pokok {
        pokok(&self.jenis)
    }

    /// One line under the title: kind, file, sheet, day.
    fn line(&self) -> Markup {
        html! {
            (self.kind) " · " (self.name)
            @if !self.sheet.is_empty() { ", lembar " (self.sheet) }
            @if let Some(d) = self.per_tanggal { " · data per " (waktu(d)) }
        }
    }
}

/// The five steps; `at` is the present one (0 to 4), notes stand below those already passed.
fn langkah_impor(at: usize, notes: [&str; 5]) -> Markup {
    let names = ["Unggah", "Periksa", "Pratinjau", "Simpan", "Tanda terima"];
    let state = |n: usize| match n.cmp(&at) {
        std::cmp::Ordering::Less => Keadaan::Selesai,
        std::cmp::Ordering::Equal => Keadaan::Kini,
        std::cmp::Ordering::Greater => Keadaan::Nanti,
    };
    let steps: Vec<_> =
        names.iter().zip(notes).enumerate().map(|(n, (name, note))| (*name, note, state(n))).collect();
    langkah("Langkah impor", &steps)
}
