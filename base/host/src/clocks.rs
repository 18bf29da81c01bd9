//! The two clocks of a page, from its address.

use kernel::{AsOf, Date, Stamp};
use web::Tanggal;

/// The moment a page is about.
#[derive(Clone, Copy, Debug)]
pub struct Clocks {
    /// Today, by the node's clock.
    pub today: Date,
    /// Keadaan per tanggal, when it is not today.
    pub berlaku: Option<Date>,
    /// Menurut data tercatat s.d., when it is limited.
    pub diketahui: Option<Date>,
    /// A date was given that cannot be read: better refused than answered for another day.
    pub unreadable: bool,
}

impl Clocks {
    /// From query pairs; a date that cannot be read counts as not given, and is said so by the caller.
    pub fn read(today: Date, query: &[(String, String)]) -> Clocks {
        let given = |name: &str| {
            query.iter().any(|q| q.0 == name && !q.1.trim().is_empty() && Date::parse(q.1.trim()).is_none())
        };
        let unreadable = given("berlaku") || given("diketahui");
        let date = |name: &str| {
            let text = query.iter().find(|q| q.0 == name).map(|q| q.1.trim());
            text.and_then(Date::parse)
        };
        Clocks {
            today,
            berlaku: date("berlaku").filter(|d| *d != today),
            diketahui: date("diketahui").filter(|d| *d < today),
            unreadable,
        }
    }

    /// As a question to the register.
    pub fn as_of(self) -> AsOf {
        AsOf {
            effective: self.berlaku.unwrap_or(self.today),
            known: self.diketahui.map_or(Stamp::MAX, Stamp::end_of),
        }
    }

    /// Whether the page is about now: only then may anything be changed.
    pub fn is_present(self) -> bool {
        self.berlaku.is_none() && self.diketahui.is_none()
    }

    /// Query pairs that keep both clocks in a link.
    pub fn keep(self) -> Vec<(String, String)> {
        let mut pairs = Vec::new();
        if let Some(day) = self.berlaku {
            pairs.push(("berlaku".to_owned(), day.to_string()));
        }
        if let Some(day) = self.diketahui {
            pairs.push(("diketahui".to_owned(), day.to_string()));
        }
        pairs
    }
}

/// A kernel date as pages take it.
pub fn tanggal(day: Date) -> Tanggal {
    let (y, m, d) = day.ymd();
    Tanggal::new(i32::from(y), m as u8, d as u8)
}
