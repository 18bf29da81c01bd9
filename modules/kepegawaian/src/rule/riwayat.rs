//! Histories: which statements stand, which were corrected or annulled, and by what.

use kernel::ledger::Row;
use kernel::{Act, AsOf, EntryId, Kind, Ledger, Snapshot};

/// What happened to a statement, or what it does to another.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Nasib {
    /// It states something new.
    Baru,
    /// It stands in the place of what this entry said.
    Meralat(EntryId),
    /// This entry says it better.
    Diralat(EntryId),
    /// This entry annulled it.
    Dibatalkan(EntryId),
    /// It corrects something that is not here, and so changes nothing.
    TanpaSasaran,
}

/// One statement in a history.
#[derive(Clone, Copy, Debug)]
pub struct Baris<'l> {
    /// What was stated.
    pub row: &'l Row,
    /// What became of it.
    pub nasib: Nasib,
    /// It holds on the day looked at.
    pub current: bool,
}

/// A history: what stands and what no longer does, each newest first.
#[derive(Clone, Debug, Default)]
pub struct Riwayat<'l> {
    /// What stands.
    pub standing: Vec<Baris<'l>>,
    /// What was corrected or annulled.
    pub superseded: Vec<Baris<'l>>,
}

/// The history of a kind as recorded up to a moment. What begins after the day looked at is left out,
/// unless it is `present`: then a decision already taken is worth knowing.
pub fn riwayat<'l>(snapshot: &Snapshot<'l>, kind: Kind, present: bool) -> Riwayat<'l> {
    let (ledger, as_of) = (snapshot.ledger(), snapshot.as_of());
    let begun = |row: &Row| present || ledger.since(row) <= as_of.effective;
    let known = |row: &&Row| row.fact.kind == kind && ledger.head(row).recorded <= as_of.known;
    let mut found = Riwayat::default();
    let mut in_place: Vec<*const Row> = Vec::new();
    for (index, row) in ledger.bases().iter().enumerate().filter(|(_, r)| known(r)) {
        let stands = ledger.stands(index as u32, as_of.known).map(|at| ledger.row(at));
        match stands {
            Some(other) if !std::ptr::eq(other, row) => {
                in_place.push(other);
                let (said, meant) = (Nasib::Meralat(row.id.entry), Nasib::Diralat(other.id.entry));
                found.standing.push(Baris { row: other, nasib: said, current: false });
                found.superseded.push(Baris { row, nasib: meant, current: false });
            }
            Some(_) => found.standing.push(Baris { row, nasib: Nasib::Baru, current: false }),
            None => {
                let by = annulled_by(ledger, row, as_of);
                let nasib = by.map_or(Nasib::TanpaSasaran, Nasib::Dibatalkan);
                found.superseded.push(Baris { row, nasib, current: false });
            }
        }
    }
    // Corrections that were corrected in turn, or that name nothing.
    for row in ledger.rows()[ledger.bases().len()..].iter().filter(known) {
        if matches!(row.act, Act::Ralat(_)) && !in_place.contains(&std::ptr::from_ref(row)) {
            let nasib = annulled_by(ledger, row, as_of)
                .map(Nasib::Dibatalkan)
                .or_else(|| corrected_by(ledger, row, as_of).map(Nasib::Diralat))
                .unwrap_or(Nasib::TanpaSasaran);
            found.superseded.push(Baris { row, nasib, current: false });
        }
    }
    for list in [&mut found.standing, &mut found.superseded] {
        list.retain(|b| begun(b.row));
        list.sort_by(|a, b| ledger.order(b.row, a.row));
    }
    for line in &mut found.standing {
        line.current = holds(snapshot, line.row);
    }
    found
}

/// Whether a row is what holds: the state, one of several, or the source of a field.
fn holds(snapshot: &Snapshot<'_>, row: &Row) -> bool {
    let kind = row.fact.kind;
    let same = |other: &Row| std::ptr::eq(other, row);
    snapshot.state(kind).is_some_and(same)
        || snapshot.several(kind).any(same)
        || row.fact.values.iter().any(|(field, _)| snapshot.get(*field).is_some_and(|s| same(s.row)))
}

/// The entry that annulled what a row, or the row in whose place it stands, had said.
fn annulled_by(ledger: &Ledger, row: &Row, as_of: AsOf) -> Option<EntryId> {
    let hit = |r: &&Row| r.act == Act::Pembatalan(row.id);
    let direct = amendments(ledger, as_of).filter(hit).last();
    let through = || {
        let ralat = amendments(ledger, as_of).filter(|r| r.act == Act::Ralat(row.id));
        ralat.filter_map(|r| annulled_by_once(ledger, r, as_of)).last()
    };
    direct.map(|r| r.id.entry).or_else(through)
}

fn annulled_by_once(ledger: &Ledger, row: &Row, as_of: AsOf) -> Option<EntryId> {
    amendments(ledger, as_of).filter(|r| r.act == Act::Pembatalan(row.id)).last().map(|r| r.id.entry)
}

/// The last entry that corrects the same statement, or this correction itself.
fn corrected_by(ledger: &Ledger, row: &Row, as_of: AsOf) -> Option<EntryId> {
    let aims = |r: &&Row| r.id != row.id && (r.act == row.act || r.act == Act::Ralat(row.id));
    amendments(ledger, as_of).filter(aims).max_by_key(|r| ledger.head(r).recorded).map(|r| r.id.entry)
}

fn amendments(ledger: &Ledger, as_of: AsOf) -> impl Iterator<Item = &Row> {
    let later = &ledger.rows()[ledger.bases().len()..];
    later.iter().filter(move |r| ledger.head(r).recorded <= as_of.known)
}
