//! Pages as functions of plain values.

mod baru;
mod daftar;
pub mod gerbang;
pub mod hasil;
pub mod kepala;
pub mod kriteria;
pub mod kunci;
pub mod kursi;
pub mod menyimpang;
pub mod orang;
pub mod perbandingan;
pub mod periksa;
pub mod pos;
pub mod profil;
pub mod putus;
pub mod rencana;
mod samples;
mod samples_hasil;
mod samples_sk;
pub mod samples_talenta;
pub mod saya;
pub mod simulasi;
pub mod sk;
pub mod suksesi;
pub mod surat;
pub mod syarat;
pub mod talenta;
pub mod ulang;

/// What a list leaves out, where it leaves something out: `12 unit lagi tidak ditampilkan.`
pub(crate) fn sisa(lebih: usize, apa: &str) -> maud::Markup {
    maud::html! { @if lebih > 0 { p class="isi-kartu redup" { (web::format::angka(lebih as u64)) " " (apa) " lagi tidak ditampilkan." } } }
}

/// Where anybody checks a bundle; the page is open to all.
pub(crate) fn periksa_sendiri() -> web::component::tombol::Tombol {
    web::component::tombol::Tombol::link("Periksa sendiri", "/penempatan/periksa")
}

pub use baru::{BaruView, baru};
pub use daftar::{BarisRencana, DaftarView, daftar};
pub use samples::samples;
