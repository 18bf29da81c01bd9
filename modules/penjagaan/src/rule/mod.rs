//! What the list decides, over values alone: which days a period holds, whom it shows, how they are counted.

pub mod hitung;
pub mod jawaban;
pub mod periode;

pub use hitung::{Jumlah, Kurun, Matriks, jumlah, matriks};
pub use periode::Periode;

use law::jaga::{Jaga, Syarat};

/// Whom the list shows.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Pilih {
    /// Which days; `None` for services without a day.
    pub periode: Option<Periode>,
    /// How the other conditions stand; everybody when not said.
    pub syarat: Option<Syarat>,
}

impl Pilih {
    /// Whether it shows a person.
    pub fn holds(self, jaga: &Jaga) -> bool {
        self.periode.is_none_or(|p| p.holds(jaga.hari)) && self.syarat.is_none_or(|s| s == jaga.syarat)
    }
}
