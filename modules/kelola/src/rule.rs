//! What is done and what is still missing, from counts alone.

use kernel::Kind;

/// What stands in the node.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    /// Units of an imported list.
    pub units: u64,
    /// Posts of an imported peta jabatan.
    pub posts: u64,
    /// People.
    pub people: u64,
    /// Accounts that may be used, the first administrator included.
    pub accounts: u64,
    /// Days since the last backup; `None` when there is none.
    pub backup_days: Option<i32>,
}

/// The steps, in the order that saves work.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// List of units.
    Unor,
    /// Peta jabatan.
    Peta,
    /// People.
    Nominatif,
    /// More than one account.
    Pengguna,
    /// A backup that is not old.
    Cadangan,
}

/// Every step, in order.
pub const STEPS: [Step; 5] = [Step::Unor, Step::Peta, Step::Nominatif, Step::Pengguna, Step::Cadangan];

/// Whether a step is done.
pub fn done(step: Step, counts: &Counts, old_days: i32) -> bool {
    match step {
        Step::Unor => counts.units > 0,
        Step::Peta => counts.posts > 0,
        Step::Nominatif => counts.people > 0,
        // The first account is the operator's own; somebody must do the daily work.
        Step::Pengguna => counts.accounts > 1,
        Step::Cadangan => counts.backup_days.is_some_and(|days| days <= old_days),
    }
}

/// Kinds of history whose absence says something to a norm once all of it is recorded.
pub const LENGKAP: [Kind; 6] =
    [Kind::HukumanDisiplin, Kind::Cuti, Kind::Diklat, Kind::UjianDinas, Kind::AngkaKredit, Kind::Penugasan];

/// The kinds ticked, as the journal names them; what is not offered is not declared.
pub fn declared<'t>(ticked: impl Iterator<Item = &'t str>) -> String {
    let ticked: Vec<Kind> = ticked.filter_map(Kind::from_name).collect();
    let kinds = LENGKAP.iter().filter(|kind| ticked.contains(kind));
    kinds.map(|kind| kind.info().name).collect::<Vec<_>>().join(", ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_is_offered_can_be_declared() {
        // dicentang · dinyatakan
        for (ticked, said) in [
            (&["cuti", "hukuman_disiplin"][..], "hukuman_disiplin, cuti"),
            (&["cuti", "cuti", "identitas", "tidak_ada"], "cuti"),
            (&[], ""),
        ] {
            assert_eq!(declared(ticked.iter().copied()), said);
        }
    }

    #[test]
    fn what_is_done_follows_from_what_is_there() {
        let empty = Counts { accounts: 1, ..Counts::default() };
        //  counts                                             unor  peta  nominatif pengguna cadangan
        let table = [
            (empty, [false, false, false, false, false]),
            (Counts { units: 3, ..empty }, [true, false, false, false, false]),
            (Counts { posts: 9, people: 2, ..empty }, [false, true, true, false, false]),
            (Counts { accounts: 2, ..empty }, [false, false, false, true, false]),
            (Counts { backup_days: Some(0), ..empty }, [false, false, false, false, true]),
            (Counts { backup_days: Some(7), ..empty }, [false, false, false, false, true]),
            (Counts { backup_days: Some(8), ..empty }, [false, false, false, false, false]),
        ];
        for (counts, expected) in table {
            assert_eq!(STEPS.map(|step| done(step, &counts, 7)), expected, "{counts:?}");
        }
    }
}
