//! What waits for somebody. Modules derive it from what is open at the moment of asking: a task is never
//! stored, so it is gone when the work is done, and never twice.

use crate::access::{Action, Reach, Visitor};
use crate::hall::Hall;
use crate::module::Module;
use kernel::Date;
use std::collections::HashSet;

/// One thing that waits.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tugas {
    /// The same for the same thing every time it is asked for: `impor/0193…`.
    pub kunci: String,
    /// What the work is called where it belongs, for the filter: `Impor data`.
    pub bidang: &'static str,
    /// What is to be done, in one line and without personal data: it also stands in calendars.
    pub judul: String,
    /// What helps to choose among several; may be empty.
    pub rincian: String,
    /// The page where it is done.
    pub alamat: String,
    /// What one must be allowed to do there.
    pub tindakan: Action,
    /// Until when.
    pub tenggat: Option<Date>,
    /// Since when it waits.
    pub sejak: Option<Date>,
}

/// Where tasks come from: what waits for a visitor on a day. A source answers with at most [`MOST`], and
/// reads the register with [`Hall::recent`].
pub type Sumber = fn(&Hall, &Visitor, Date) -> store::Result<Vec<Tugas>>;

/// Tasks a source may answer with; more of one sort is one task that leads to their list.
pub const MOST: usize = 200;

/// Everything that waits for a visitor, by deadline, then by how long it waits. Nobody is given a task
/// they may not do.
///
/// # Errors
/// When a source cannot read.
pub fn semua(hall: &Hall, modules: &[Module], visitor: &Visitor, today: Date) -> store::Result<Vec<Tugas>> {
    let mut all = Vec::new();
    for sumber in modules.iter().flat_map(|m| m.tugas) {
        all.extend(sumber(hall, visitor, today)?.into_iter().take(MOST));
    }
    all.retain(|t| visitor.reach(t.tindakan) != Reach::None);
    urut(&mut all);
    Ok(all)
}

/// By deadline, those without one last; each once.
pub fn urut(all: &mut Vec<Tugas>) {
    let mut seen = HashSet::new();
    all.retain(|t| seen.insert(t.kunci.clone()));
    let day = |day: Option<Date>| day.map_or(i32::MAX, Date::days);
    all.sort_by(|a, b| {
        (day(a.tenggat), day(a.sejak), &a.kunci).cmp(&(day(b.tenggat), day(b.sejak), &b.kunci))
    });
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_due_first_stands_first_and_nothing_twice() {
        let tugas = |kunci: &str, tenggat: Option<&str>| Tugas {
            kunci: kunci.into(),
            bidang: "Uji",
            judul: kunci.into(),
            rincian: String::new(),
            alamat: "/".into(),
            tindakan: Action::Tugas,
            tenggat: tenggat.and_then(Date::parse),
            sejak: None,
        };
        let mut all = vec![
            tugas("tanpa tenggat", None),
            tugas("nanti", Some("01-12-2026")),
            tugas("lewat", Some("01-11-2026")),
            tugas("nanti", Some("01-12-2026")),
        ];
        urut(&mut all);
        let keys: Vec<_> = all.iter().map(|t| t.kunci.as_str()).collect();
        assert_eq!(keys, ["lewat", "nanti", "tanpa tenggat"]);
    }
}
