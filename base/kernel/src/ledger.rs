//! All that was ever stated about one subject, in one place. Append-only: a correction is a row of
//! its own that names what it corrects.

use crate::date::{Date, Stamp};
use crate::fact::{Act, Document, Entry, Fact, Rank};
use crate::id::{EntryId, FactId};
use std::cmp::Ordering;

/// The head of an entry: its document and when it was recorded.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Head {
    /// The entry.
    pub entry: EntryId,
    /// When it was recorded (dicatat).
    pub recorded: Stamp,
    /// Its base document.
    pub document: Document,
}

/// One stated fact with where it comes from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// Which fact of which entry.
    pub id: FactId,
    /// Index into [`Ledger::heads`].
    pub head: u32,
    /// Perubahan, ralat or pembatalan.
    pub act: Act,
    /// What is stated.
    pub fact: Fact,
}

/// The ledger of one subject. Two ledgers with the same entries are equal, whatever order they came in.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Ledger {
    heads: Vec<Head>,
    /// Perubahan first, grouped by kind; the rest behind `bases`.
    rows: Vec<Row>,
    bases: usize,
    /// (target row, amending row), sorted; empty for most people.
    amendments: Vec<(u32, u32)>,
}

impl Ledger {
    /// Puts heads and rows in order. Rows name their head by entry; a row without a head is dropped
    /// by the caller's query, not here, and would panic in debug builds.
    pub fn new(mut heads: Vec<Head>, mut facts: Vec<(FactId, Act, Fact)>) -> Ledger {
        heads.sort_unstable_by_key(|h| h.entry);
        facts.sort_unstable_by(|a, b| {
            let base = |act: &Act| *act != Act::Perubahan;
            (base(&a.1), a.2.kind, a.0).cmp(&(base(&b.1), b.2.kind, b.0))
        });
        let rows: Vec<Row> = facts
            .into_iter()
            .filter_map(|(id, act, fact)| {
                let head = heads.binary_search_by_key(&id.entry, |h| h.entry).ok()?;
                Some(Row { id, head: head as u32, act, fact })
            })
            .collect();
        let bases = rows.partition_point(|r| r.act == Act::Perubahan);
        let mut ledger = Ledger { heads, rows, bases, amendments: Vec::new() };
        ledger.amendments = ledger.link_amendments();
        ledger
    }

    /// The ledger that follows from entries about one subject.
    pub fn from_entries<'e>(entries: impl IntoIterator<Item = &'e Entry>) -> Ledger {
        let (mut heads, mut facts) = (Vec::new(), Vec::new());
        for entry in entries {
            heads.push(Head { entry: entry.id, recorded: entry.recorded, document: entry.document.clone() });
            for (ordinal, (act, fact)) in entry.acts.iter().enumerate() {
                facts.push((FactId { entry: entry.id, ordinal: ordinal as u16 }, *act, fact.clone()));
            }
        }
        Ledger::new(heads, facts)
    }

    /// The entries' heads.
    pub fn heads(&self) -> &[Head] {
        &self.heads
    }

    /// Every row, amendments included.
    pub fn rows(&self) -> &[Row] {
        &self.rows
    }

    /// Rows that state something new, grouped by kind.
    pub fn bases(&self) -> &[Row] {
        &self.rows[..self.bases]
    }

    /// A row by its place.
    pub fn row(&self, index: u32) -> &Row {
        &self.rows[index as usize]
    }

    /// The head of a row.
    pub fn head(&self, row: &Row) -> &Head {
        &self.heads[row.head as usize]
    }

    /// What a base row says as far as recorded up to `known`: itself, the ralat in its place, or
    /// nothing when it was annulled or not yet recorded.
    pub fn stands(&self, index: u32, known: Stamp) -> Option<u32> {
        if self.head(self.row(index)).recorded > known {
            return None;
        }
        if self.amendments.is_empty() {
            return Some(index);
        }
        let from = self.amendments.partition_point(|a| a.0 < index);
        let until = self.amendments.partition_point(|a| a.0 <= index);
        // The last recorded amendment that itself still stands decides.
        for &(_, amending) in self.amendments[from..until].iter().rev() {
            let Some(standing) = self.stands(amending, known) else { continue };
            return match self.row(amending).act {
                Act::Pembatalan(_) => None,
                _ => Some(standing),
            };
        }
        Some(index)
    }

    /// The first day a row can be relied on: its TMT, else the day of its document, else the day it
    /// was recorded.
    pub fn since(&self, row: &Row) -> Date {
        let head = self.head(row);
        row.fact.tmt.or(head.document.tanggal).unwrap_or_else(|| head.recorded.date_wib())
    }

    /// Order of two rows of one kind, later one greater: TMT, weight of the document, its date, its
    /// number on that day. Recording order decides only between downloads of the same day; content
    /// is the last resort, so that order of arrival never matters.
    pub fn order(&self, a: &Row, b: &Row) -> Ordering {
        let (head_a, head_b) = (self.head(a), self.head(b));
        let (doc_a, doc_b) = (&head_a.document, &head_b.document);
        let recorded = |head: &Head| match head.document.rank {
            Rank::Unduhan => head.recorded,
            _ => Stamp::MIN,
        };
        (self.since(a), doc_a.rank, doc_a.tanggal, doc_a.urut, recorded(head_a))
            .cmp(&(self.since(b), doc_b.rank, doc_b.tanggal, doc_b.urut, recorded(head_b)))
            .then_with(|| doc_a.nomor.cmp(&doc_b.nomor))
            .then_with(|| a.fact.cmp(&b.fact))
            .then_with(|| a.id.cmp(&b.id))
    }

    /// What is to be corrected or annulled when a statement is: always the first one, however often it was
    /// corrected since. Annulling a ralat would bring back the error it mends.
    pub fn first(&self, mut target: FactId) -> FactId {
        // A circle cannot be recorded here, but a journal may come from elsewhere.
        for _ in 0..self.rows.len() {
            let row = self.rows.iter().find(|row| row.id == target);
            let Some(Act::Ralat(earlier)) = row.map(|row| row.act) else { break };
            target = earlier;
        }
        target
    }

    /// What stands of a statement as far as recorded; `None` when it was annulled or is not there.
    pub fn standing(&self, target: FactId) -> Option<&Row> {
        let target = self.first(target);
        let index = self.bases().iter().position(|row| row.id == target)?;
        self.stands(index as u32, Stamp::MAX).map(|at| self.row(at))
    }

    /// This ledger with one more entry laid on top, without its being recorded anywhere.
    pub fn with_entry(&self, head: Head, acts: &[(Act, Fact)]) -> Ledger {
        let entry = head.entry;
        let own = acts.iter().enumerate().map(|(n, (act, fact))| {
            let id = FactId { entry, ordinal: n as u16 };
            (id, *act, fact.clone())
        });
        let facts = self.rows.iter().map(|r| (r.id, r.act, r.fact.clone())).chain(own).collect();
        Ledger::new(self.heads.iter().cloned().chain([head]).collect(), facts)
    }

    /// This ledger as it would be without the entries that rest on some documents.
    pub fn without(&self, document: impl Fn(&Document) -> bool) -> Ledger {
        let heads = self.heads.iter().filter(|h| !document(&h.document)).cloned().collect();
        let kept = self.rows.iter().filter(|r| !document(&self.head(r).document));
        Ledger::new(heads, kept.map(|r| (r.id, r.act, r.fact.clone())).collect())
    }

    fn link_amendments(&self) -> Vec<(u32, u32)> {
        let mut by_id: Vec<(FactId, u32)> = Vec::new();
        let mut links = Vec::new();
        for (index, row) in self.rows.iter().enumerate().skip(self.bases) {
            if by_id.is_empty() {
                by_id = self.rows.iter().enumerate().map(|(i, r)| (r.id, i as u32)).collect();
                by_id.sort_unstable();
            }
            let (Act::Ralat(target) | Act::Pembatalan(target)) = row.act else { continue };
            // A target that is not here (yet) leaves the amendment without effect; `check` reports it.
            if let Ok(at) = by_id.binary_search_by_key(&target, |p| p.0) {
                let target = by_id[at].1;
                // Nor has a ralat of another kind: it would blank what it claims to correct.
                let other_kind =
                    matches!(row.act, Act::Ralat(_)) && self.rows[target as usize].fact.kind != row.fact.kind;
                if target != index as u32 && !other_kind {
                    links.push((target, index as u32));
                }
            }
        }
        let key = |&(target, amending): &(u32, u32)| {
            let head = self.head(self.row(amending));
            (target, head.recorded, head.document.tanggal, head.document.urut, self.row(amending).id)
        };
        links.sort_unstable_by_key(key);
        links
    }
}
