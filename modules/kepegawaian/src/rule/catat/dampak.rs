//! What recording would change: before | after field by field, and what is odd about it. Everything is
//! answered by the same fold that answers pages, over the ledger with the draft laid on top.

use super::baca::Rancangan;
use kernel::check::{self, Context};
use kernel::kind::Constraint;
use kernel::ledger::Head;
use kernel::{
    Act, AsOf, Code, Date, EntryId, Fact, FactId, Field, Kind, Ledger, Snapshot, Stamp, Tables, Value,
};

/// Id of the entry that is not written yet: greater than any that is.
const DRAFT: EntryId = EntryId([0xff; 16]);

/// A field that would change.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Beda {
    /// The day the two sides are about.
    pub hari: Date,
    /// The kind of history.
    pub kind: Kind,
    /// The field; `None` is the TMT of a state.
    pub field: Option<Field>,
    /// As recorded.
    pub sebelum: Option<Value>,
    /// As it would be.
    pub sesudah: Option<Value>,
}

/// What recording a draft would do.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Dampak {
    /// Fields that change, by day.
    pub beda: Vec<Beda>,
    /// Rows of kinds that hold together (diklat, keluarga, …): how many come and go.
    pub baris: Vec<(Kind, i64)>,
    /// Findings that would be there and are not now.
    pub temuan_baru: Vec<Code>,
    /// Findings that would be gone.
    pub temuan_hilang: Vec<Code>,
}

/// Lays a draft over a ledger and looks at the days it speaks of, and at today.
pub fn dampak(
    ledger: &Ledger,
    rancangan: &Rancangan,
    now: Stamp,
    tables: &Tables,
    context: &Context<'_>,
) -> Dampak {
    let after = with_draft(ledger, rancangan, now);
    let today = now.date_wib();
    let mut days: Vec<Date> = Vec::new();
    let mut kinds: Vec<Kind> = Vec::new();
    for (n, (act, fact)) in rancangan.acts.iter().enumerate() {
        kinds.push(fact.kind);
        let own = FactId { entry: DRAFT, ordinal: n as u16 };
        days.extend(after.rows().iter().find(|r| r.id == own).map(|r| first_day(&after, r, fact)));
        if let Act::Ralat(target) | Act::Pembatalan(target) = act {
            days.extend(ledger.rows().iter().find(|r| r.id == *target).map(|r| ledger.since(r)));
        }
    }
    days.push(today);
    days.sort_unstable();
    days.dedup();
    kinds.sort_unstable();
    kinds.dedup();
    let mut beda: Vec<Beda> = Vec::new();
    let mut baris: Vec<(Kind, i64)> = Vec::new();
    for day in days {
        let as_of = AsOf { effective: day, known: Stamp::MAX };
        let (old, new) = (Snapshot::fold(ledger, as_of), Snapshot::fold(&after, as_of));
        for &kind in &kinds {
            beda.extend(fields(kind, day, &old, &new).filter(|b| !repeats(&beda, b)).collect::<Vec<_>>());
            let more = new.several(kind).count() as i64 - old.several(kind).count() as i64;
            if more != 0 && !baris.iter().any(|b| b.0 == kind) {
                baris.push((kind, more));
            }
        }
    }
    let codes = |ledger| {
        let snapshot = Snapshot::fold(ledger, AsOf { effective: today, known: Stamp::MAX });
        check::person(&snapshot, tables, context)
    };
    let (old, new) = (codes(ledger), codes(&after));
    let only = |a: check::Codes, b: check::Codes| a.iter().filter(|code| !b.contains(*code)).collect();
    Dampak { beda, baris, temuan_baru: only(new, old), temuan_hilang: only(old, new) }
}

/// A ralat or pembatalan speaks of its target's day, not of its own document's.
fn first_day(ledger: &Ledger, row: &kernel::ledger::Row, fact: &Fact) -> Date {
    match row.act {
        Act::Perubahan => ledger.since(row),
        _ => fact.tmt.unwrap_or_else(|| ledger.since(row)),
    }
}

/// The same change seen again on a later day says nothing new.
fn repeats(seen: &[Beda], beda: &Beda) -> bool {
    seen.iter().any(|b| {
        (b.kind, b.field, &b.sesudah, &b.sebelum) == (beda.kind, beda.field, &beda.sesudah, &beda.sebelum)
    })
}

fn fields<'s>(
    kind: Kind,
    day: Date,
    old: &'s Snapshot<'_>,
    new: &'s Snapshot<'_>,
) -> impl Iterator<Item = Beda> + 's {
    let state = kind.info().constraint == Constraint::State;
    let tmt = |s: &Snapshot<'_>| s.tmt_of(kind).map(Value::Date);
    let first = state.then(|| Beda { hari: day, kind, field: None, sebelum: tmt(old), sesudah: tmt(new) });
    let single =
        matches!(kind.info().constraint, Constraint::State | Constraint::Fields | Constraint::Identity);
    let fields = kind.info().fields.iter().filter(move |_| single).map(move |&field| Beda {
        hari: day,
        kind,
        field: Some(field),
        sebelum: old.value(field).cloned(),
        sesudah: new.value(field).cloned(),
    });
    first.into_iter().chain(fields).filter(|b| b.sebelum != b.sesudah)
}

/// A ledger with a draft laid on top, as if recorded at `now`.
pub(super) fn with_draft(ledger: &Ledger, rancangan: &Rancangan, now: Stamp) -> Ledger {
    let head = Head { entry: DRAFT, recorded: now, document: rancangan.document.clone() };
    ledger.with_entry(head, &rancangan.acts)
}
