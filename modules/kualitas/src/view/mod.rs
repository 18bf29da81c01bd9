//! Pages about the quality of the data, as functions of plain values: they know neither checks nor database.
//!
//! `perlu_dibereskan` is the list of fault kinds with the estimate of the index; `rincian` the people of one kind.

mod indeks;
mod perlu_dibereskan;
mod rincian;
mod samples;

pub use indeks::{Dimensi, Indikator};
pub use perlu_dibereskan::{
    JenisTemuan, LangkahTerbaik, PerkiraanIkd, PerluDibereskanView, Temuan, perlu_dibereskan,
};
pub use rincian::{BarisTemuan, RincianView, UnduhPerOpd, rincian};
pub use samples::samples;

// Views know only `web`: the pages are checked there without the hall.
use web::format::{skor, skor_naik};
