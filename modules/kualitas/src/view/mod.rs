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

/// `8734` (hundredths) as `87,3`: one place behind the comma is all an estimate can bear.
fn skor(hundredths: u32) -> String {
    let tenths = (hundredths + 5) / 10;
    format!("{},{}", tenths / 10, tenths % 10)
}

#[cfg(test)]
mod tests {
    #[test]
    fn scores_keep_one_place() {
        assert_eq!(super::skor(8_734), "87,3");
        assert_eq!(super::skor(8_735), "87,4");
        assert_eq!(super::skor(10_000), "100,0");
        assert_eq!(super::skor(4), "0,0");
    }
}
