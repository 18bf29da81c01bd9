//! A subject as of a moment: the ledger folded, each field remembering the document that said it.

use crate::date::{AsOf, Date, Stamp};
use crate::fact::{Document, Rank, Value};
use crate::kind::{Constraint, Field, Kind};
use crate::ledger::{Ledger, Row};

/// A value in a snapshot with where it comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Stated<'l> {
    /// The value.
    pub value: &'l Value,
    /// The row that states it.
    pub row: &'l Row,
    /// The document it rests on.
    pub document: &'l Document,
    /// When it was recorded.
    pub recorded: Stamp,
}

/// What holds about a subject on a day, as far as known at a moment.
#[derive(Clone, Debug)]
pub struct Snapshot<'l> {
    ledger: &'l Ledger,
    as_of: AsOf,
    /// For each field the row that states it, plus one; 0 when nothing does.
    slots: [u32; Field::COUNT],
    /// For each State kind the row that decides it, plus one; it may state a TMT and nothing else.
    states: [u32; Kind::ALL.len()],
    /// Rows of kinds of which several can hold together, by kind, in their order.
    several: Vec<u32>,
}

const NONE: u32 = u32::MAX;

impl<'l> Snapshot<'l> {
    /// Folds a ledger at a moment. A few microseconds for a whole career; contradictions are decided
    /// by [`Ledger::order`] and reported by `check`, never here.
    pub fn fold(ledger: &'l Ledger, as_of: AsOf) -> Snapshot<'l> {
        let mut snapshot = Snapshot::empty(ledger, as_of);
        let bases = ledger.bases();
        let mut from = 0;
        while from < bases.len() {
            let kind = bases[from].fact.kind;
            let until = from + bases[from..].partition_point(|r| r.fact.kind == kind);
            snapshot.fold_kind(kind, from as u32..until as u32);
            from = until;
        }
        snapshot
    }

    /// The same with the rows of one kind and no others: what a history of that kind asks again and again.
    pub fn of_kind(ledger: &'l Ledger, kind: Kind, as_of: AsOf) -> Snapshot<'l> {
        let mut snapshot = Snapshot::empty(ledger, as_of);
        let bases = ledger.bases();
        let from = bases.partition_point(|r| r.fact.kind < kind);
        let until = from + bases[from..].partition_point(|r| r.fact.kind == kind);
        snapshot.fold_kind(kind, from as u32..until as u32);
        snapshot
    }

    fn empty(ledger: &'l Ledger, as_of: AsOf) -> Snapshot<'l> {
        Snapshot {
            ledger,
            as_of,
            slots: [0; Field::COUNT],
            states: [0; Kind::ALL.len()],
            several: Vec::new(),
        }
    }

    /// The moment it is about.
    pub fn as_of(&self) -> AsOf {
        self.as_of
    }

    /// The ledger it was folded from.
    pub fn ledger(&self) -> &'l Ledger {
        self.ledger
    }

    /// A field with its document.
    pub fn get(&self, field: Field) -> Option<Stated<'l>> {
        let row = self.ledger.row(self.slots[field as usize].checked_sub(1)?);
        let head = self.ledger.head(row);
        let value = row.fact.get(field)?;
        Some(Stated { value, row, document: &head.document, recorded: head.recorded })
    }

    /// A field's value.
    pub fn value(&self, field: Field) -> Option<&'l Value> {
        self.ledger.row(self.slots[field as usize].checked_sub(1)?).fact.get(field)
    }

    /// A field's text, `""` when unknown.
    pub fn text(&self, field: Field) -> &'l str {
        self.value(field).and_then(Value::as_text).unwrap_or("")
    }

    /// A field's date.
    pub fn date(&self, field: Field) -> Option<Date> {
        self.value(field).and_then(Value::as_date)
    }

    /// A field's number.
    pub fn int(&self, field: Field) -> Option<i64> {
        self.value(field).and_then(Value::as_int)
    }

    /// The TMT of the fact that states a field; `None` when it is only "diketahui sejak".
    pub fn tmt(&self, field: Field) -> Option<Date> {
        self.ledger.row(self.slots[field as usize].checked_sub(1)?).fact.tmt
    }

    /// The row that decides a State kind, also when it states a TMT and no field: a download that
    /// knows TMT PNS but not the SK.
    pub fn state(&self, kind: Kind) -> Option<&'l Row> {
        Some(self.ledger.row(self.states[kind as usize].checked_sub(1)?))
    }

    /// TMT of the state that holds; `None` when it is not known or nothing holds.
    pub fn tmt_of(&self, kind: Kind) -> Option<Date> {
        self.state(kind)?.fact.tmt
    }

    /// The rows of a kind of which several can hold: those in force (Interval), happened (Event) or
    /// counting (Yearly), in order.
    pub fn several(&self, kind: Kind) -> impl Iterator<Item = &'l Row> + use<'l, '_> {
        let ledger = self.ledger;
        self.several.iter().map(move |&i| ledger.row(i)).filter(move |r| r.fact.kind == kind)
    }

    fn fold_kind(&mut self, kind: Kind, rows: std::ops::Range<u32>) {
        match kind.info().constraint {
            Constraint::State => self.fold_state(kind, rows),
            Constraint::Identity | Constraint::Fields => self.fold_fields(kind, rows),
            Constraint::Interval | Constraint::Event => self.fold_several(rows),
            Constraint::Yearly => self.fold_yearly(rows),
        }
    }

    /// The standing row when it holds on the day in question.
    fn holding(&self, index: u32, always: bool) -> Option<u32> {
        let index = self.ledger.stands(index, self.as_of.known)?;
        let row = self.ledger.row(index);
        let ended = row.fact.until.is_some_and(|day| day <= self.as_of.effective);
        let begun = match row.fact.tmt {
            Some(tmt) => tmt <= self.as_of.effective,
            None => always || self.ledger.since(row) <= self.as_of.effective,
        };
        (begun && !ended).then_some(index)
    }

    fn later(&self, a: u32, b: u32) -> bool {
        b == NONE || self.ledger.order(self.ledger.row(a), self.ledger.row(b)).is_gt()
    }

    /// Of two downloads the newer one speaks, whatever TMT it names: each is a whole state.
    fn newer_download(&self, a: u32, b: u32) -> bool {
        if b == NONE {
            return true;
        }
        let key = |index: u32| {
            let row = self.ledger.row(index);
            let head = self.ledger.head(row);
            (head.document.tanggal, head.document.urut, head.recorded, &row.fact, row.id)
        };
        key(a) > key(b)
    }

    fn is_download(&self, index: u32) -> bool {
        self.ledger.head(self.ledger.row(index)).document.rank == Rank::Unduhan
    }

    fn fold_state(&mut self, kind: Kind, rows: std::ops::Range<u32>) {
        let (mut seen, mut said) = (NONE, NONE);
        for index in rows {
            let Some(index) = self.holding(index, false) else { continue };
            if self.is_download(index) {
                if self.newer_download(index, seen) {
                    seen = index;
                }
            } else if self.later(index, said) {
                said = index;
            }
        }
        // A state seen in a download yields to any document of the same or a later day, and to every
        // document when it names no TMT.
        if said == NONE || (seen != NONE && self.outruns(seen, said)) {
            self.decide(kind, seen);
            return;
        }
        self.decide(kind, said);
        if seen != NONE && self.agree(seen, said) {
            self.fill(seen);
        }
    }

    fn outruns(&self, seen: u32, said: u32) -> bool {
        let said_since = self.ledger.since(self.ledger.row(said));
        self.ledger.row(seen).fact.tmt.is_some_and(|tmt| tmt > said_since)
    }

    /// Same TMT and no field that differs: the download tells more about the same state.
    fn agree(&self, seen: u32, said: u32) -> bool {
        let (seen, said) = (&self.ledger.row(seen).fact, &self.ledger.row(said).fact);
        seen.tmt == said.tmt && said.values.iter().all(|(f, v)| seen.get(*f).is_none_or(|other| other == v))
    }

    fn fold_fields(&mut self, kind: Kind, rows: std::ops::Range<u32>) {
        let always = kind.info().constraint == Constraint::Identity;
        let mut seen = NONE;
        for index in rows {
            let Some(index) = self.holding(index, always) else { continue };
            if self.is_download(index) {
                if self.newer_download(index, seen) {
                    seen = index;
                }
                continue;
            }
            for (field, _) in &self.ledger.row(index).fact.values {
                let now = self.slots[*field as usize];
                if now == 0 || self.later(index, now - 1) {
                    self.slots[*field as usize] = index + 1;
                }
            }
        }
        if seen != NONE {
            self.fill(seen);
        }
    }

    fn fold_several(&mut self, rows: std::ops::Range<u32>) {
        let start = self.several.len();
        for index in rows {
            if let Some(index) = self.holding(index, false) {
                self.several.push(index);
            }
        }
        let ledger = self.ledger;
        self.several[start..].sort_unstable_by(|a, b| ledger.order(ledger.row(*a), ledger.row(*b)));
    }

    /// The last stated row of each year counts.
    fn fold_yearly(&mut self, rows: std::ops::Range<u32>) {
        let start = self.several.len();
        self.fold_several(rows);
        let ledger = self.ledger;
        let year = |index: u32| ledger.row(index).fact.values.first().and_then(|(_, v)| v.as_int());
        // Stable: inside a year the order of `fold_several` stays.
        self.several[start..].sort_by_key(|&i| year(i));
        let mut kept = start;
        for at in start..self.several.len() {
            if at + 1 == self.several.len() || year(self.several[at + 1]) != year(self.several[at]) {
                self.several[kept] = self.several[at];
                kept += 1;
            }
        }
        self.several.truncate(kept);
    }

    fn decide(&mut self, kind: Kind, index: u32) {
        if index == NONE {
            return;
        }
        self.states[kind as usize] = index + 1;
        for (field, _) in &self.ledger.row(index).fact.values {
            self.slots[*field as usize] = index + 1;
        }
    }

    fn fill(&mut self, index: u32) {
        for (field, _) in &self.ledger.row(index).fact.values {
            let slot = &mut self.slots[*field as usize];
            if *slot == 0 {
                *slot = index + 1;
            }
        }
    }
}
