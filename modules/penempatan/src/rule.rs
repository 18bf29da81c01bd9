//! What a round is now, folded from what happened; its frozen inputs; the plan that follows from them.

pub mod akhir;
pub mod batas;
pub mod beda;
pub mod beku;
pub mod berbatas;
pub mod berurutan;
pub mod blok;
pub mod condong;
pub mod dampak;
pub mod hadirin;
pub mod hasil;
pub mod hitung;
pub mod izin;
pub mod lipat;
pub mod lowong;
pub mod mengapa;
pub mod peka;
pub mod pindah;
pub mod profil;
pub mod rantai;
pub mod rencana;
pub mod simulasi;
pub mod soal;
pub mod tahap;
pub mod ulang;
pub mod urutan;

pub use beku::Beku;
pub use berurutan::berurutan;
pub use blok::sidik;
pub use hasil::Hasil;
pub use izin::{Oleh, Tindak};
pub use lipat::{Kejadian, lipat};
pub use rencana::Rencana;
pub use tahap::Tahap;
pub use urutan::urutan;

/// Why something is not done: a code, and the Indonesian sentence that says what, where and what to do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tolak(pub &'static str, pub String);
