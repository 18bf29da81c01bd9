//! A career as spans: what held from when to when, always by the same fold that answers any day.

use kernel::{AsOf, Date, Field, Kind, Ledger, Snapshot};

/// Something that held for a while.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Span {
    /// The first day it held, as far as known.
    pub start: Date,
    /// The first day something else did; `None` while it holds.
    pub end: Option<Date>,
    /// What.
    pub label: String,
    /// The document names its TMT.
    pub certain: bool,
}

/// Spans of one field of a kind of which exactly one holds at any time, oldest first, up to the day
/// looked at. A day on which nothing holds interrupts them.
pub fn spans(ledger: &Ledger, as_of: AsOf, field: Field) -> Vec<Span> {
    let mut spans: Vec<Span> = Vec::new();
    for day in turns(ledger, as_of, field.kind()) {
        let snapshot = Snapshot::fold(ledger, AsOf { effective: day, ..as_of });
        let label = snapshot.text(field);
        let open = spans.last_mut().filter(|s| s.end.is_none());
        if open.as_ref().is_some_and(|s| s.label == label) {
            continue;
        }
        if let Some(before) = open {
            before.end = Some(day);
        }
        if !label.is_empty() {
            let certain = snapshot.tmt(field).is_some();
            spans.push(Span { start: day, end: None, label: label.to_owned(), certain });
        }
    }
    spans
}

/// Days on which a kind may begin to say something else.
fn turns(ledger: &Ledger, as_of: AsOf, kind: Kind) -> Vec<Date> {
    let rows = ledger.rows().iter().filter(|r| r.fact.kind == kind && ledger.head(r).recorded <= as_of.known);
    let days = rows.flat_map(|r| [Some(ledger.since(r)), r.fact.until]).flatten();
    let mut days: Vec<Date> = days.filter(|d| *d <= as_of.effective).collect();
    days.sort_unstable();
    days.dedup();
    days
}
