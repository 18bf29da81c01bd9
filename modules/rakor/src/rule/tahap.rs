//! How far a rakor is.

/// A stage; they follow one another, and a rakor may be called off before it is agreed on.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug, Default)]
pub enum Tahap {
    /// Being prepared: only its convener sees it.
    #[default]
    Rancangan,
    /// Invitations are out.
    Diundang,
    /// It takes place.
    Berlangsung,
    /// Its points are agreed; follow-up goes on.
    Disepakati,
    /// Its follow-up is closed.
    Ditutup,
    /// It did not take place.
    Dibatalkan,
}

impl Tahap {
    /// As a page says it.
    pub fn label(self) -> &'static str {
        match self {
            Tahap::Rancangan => "Rancangan",
            Tahap::Diundang => "Undangan",
            Tahap::Berlangsung => "Berlangsung",
            Tahap::Disepakati => "RTL berjalan",
            Tahap::Ditutup => "Ditutup",
            Tahap::Dibatalkan => "Dibatalkan",
        }
    }

    /// Whether parties see it.
    pub fn terbuka(self) -> bool {
        self != Tahap::Rancangan
    }

    /// Whether anything about it may still change.
    pub fn selesai(self) -> bool {
        matches!(self, Tahap::Ditutup | Tahap::Dibatalkan)
    }

    /// Whether its points may still be worded.
    pub fn dirumuskan(self) -> bool {
        matches!(self, Tahap::Rancangan | Tahap::Diundang | Tahap::Berlangsung)
    }
}
