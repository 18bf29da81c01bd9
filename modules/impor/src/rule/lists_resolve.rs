//! Statements about one person beside what the ledger holds: what is new, what is known, what it
//! corrects. Rows of one document become one entry, all of them or none.

use super::lists::List;
use super::lists_plan::{Draft, Outcome, Verdict, describe, provisional, refuses};
use super::lists_refusal::{annulled, no_target, otherwise, several_targets};
use super::lists_statement::{Books, Statement, Tindakan, contradicts, merged};
use super::lists_unit::{held, last_recorded, lists_only, next_urut, within};
use super::trouble::{Trouble, Weight};
use kernel::{
    Act, AsOf, Constraint, Date, Document, Fact, FactId, Field, Kind, Ledger, Row, Snapshot, Stamp, Subject,
    Value,
};

/// A statement with the doubts its reading raised.
pub type Read = (Statement, Vec<Trouble>);

/// Decides about all rows of a file that speak of one person.
pub fn resolve(
    list: List,
    ledger: Ledger,
    subject: &Subject,
    label: &str,
    statements: Vec<Read>,
    books: &Books<'_>,
) -> (Vec<Verdict>, Vec<Draft>) {
    let mut work = Work { list, ledger, books, drafts: Vec::new(), done: Vec::new() };
    let mut verdicts = Vec::new();
    for group in groups(statements) {
        verdicts.extend(work.group(subject, label, group));
    }
    (verdicts, work.drafts)
}

/// Rows of one document together; those that state before those that correct, so that a correction
/// finds its target in the same file.
fn groups(statements: Vec<Read>) -> Vec<Vec<Read>> {
    let mut groups: Vec<Vec<Read>> = Vec::new();
    for read in statements {
        let doc = &read.0.document;
        // Without number and day nobody can say that two rows mean one document; rows of a recap are
        // rows of a file, not of a document about the person.
        let own = !identified(doc) || doc.rank == kernel::Rank::Rekap;
        match groups.iter_mut().find(|g| !own && same_document(&g[0].0.document, doc)) {
            Some(group) => group.push(read),
            None => groups.push(vec![read]),
        }
    }
    groups.sort_by_key(|g| g.iter().any(|r| r.0.tindakan != Tindakan::Perubahan));
    groups
}

fn identified(doc: &Document) -> bool {
    !doc.nomor.is_empty() || doc.tanggal.is_some()
}

fn same_document(a: &Document, b: &Document) -> bool {
    a.jenis == b.jenis && a.nomor == b.nomor && a.tanggal == b.tanggal
}

enum Resolved {
    Same,
    Refused(Trouble),
    News { acts: Vec<(Act, Fact)>, before: Option<Fact>, after: Option<Fact>, outcome: Outcome },
}

struct Work<'a> {
    list: List,
    ledger: Ledger,
    books: &'a Books<'a>,
    drafts: Vec<Draft>,
    /// Rows of a recap so far: one row a year, whatever entry it becomes.
    done: Vec<Statement>,
}

impl Work<'_> {
    fn group(&mut self, subject: &Subject, label: &str, group: Vec<Read>) -> Vec<Verdict> {
        let mut verdicts: Vec<Verdict> = Vec::with_capacity(group.len());
        let mut acts = Vec::new();
        let mut rows = Vec::new();
        for (at, (statement, troubles)) in group.iter().enumerate() {
            let mut verdict = Verdict::refused(statement.row, label, troubles.clone());
            let earlier = self.done.iter().chain(group[..at].iter().map(|r| &r.0));
            let resolved = match repeated(statement, earlier) {
                Some(trouble) if trouble.weight == Weight::Note => {
                    verdict.troubles.push(trouble);
                    Resolved::Same
                }
                repeated => {
                    let resolved = self.statement(statement);
                    match (resolved, repeated) {
                        (Resolved::News { .. }, Some(trouble)) => Resolved::Refused(trouble),
                        (resolved, _) => resolved,
                    }
                }
            };
            match resolved {
                Resolved::Same => verdict.outcome = Outcome::Same,
                Resolved::Refused(trouble) => verdict.troubles.push(trouble),
                Resolved::News { acts: new, before, after, outcome } => {
                    verdict.differences = describe(before.as_ref(), after.as_ref(), |_, _| None);
                    verdict.outcome = outcome;
                    rows.push(statement.row);
                    acts.extend(new);
                }
            }
            verdicts.push(verdict);
        }
        if self.list == List::Skp {
            self.done.extend(group.iter().map(|r| r.0.clone()));
        }
        let refused = verdicts.iter().find(|v| v.outcome == Outcome::Refused).map(|v| v.row);
        match refused {
            // Half a document would be recorded as all of it.
            Some(row) => verdicts.iter_mut().for_each(|v| refuse_with(v, row)),
            None if !acts.is_empty() => self.draft(subject, &group, rows, acts),
            None => {}
        }
        verdicts
    }

    fn draft(&mut self, subject: &Subject, group: &[Read], rows: Vec<u32>, acts: Vec<(Act, Fact)>) {
        let mut document = group[0].0.document.clone();
        let signed = group.iter().map(|r| &r.0.document.penandatangan).find(|p| !p.is_empty());
        document.penandatangan = signed.cloned().unwrap_or_default();
        document.baris = rows.first().copied();
        if self.list == List::Skp {
            document.urut = next_urut(&self.ledger, &document.jenis, self.books.per_tanggal);
        }
        let id = provisional(rows.first().copied().unwrap_or(0));
        // The working ledger goes on with it, so that later rows of the file can build on it.
        let recorded = last_recorded(&self.ledger).max(Stamp::end_of(self.books.per_tanggal));
        let mut heads = self.ledger.heads().to_vec();
        heads.push(kernel::Head { entry: id, recorded, document: document.clone() });
        let old = self.ledger.rows().iter().map(|r| (r.id, r.act, r.fact.clone()));
        let new = acts.iter().enumerate();
        let new = new.map(|(n, (act, fact))| (FactId { entry: id, ordinal: n as u16 }, *act, fact.clone()));
        let facts = old.chain(new).collect();
        self.ledger = Ledger::new(heads, facts);
        self.drafts.push(Draft { id, rows, subject: subject.clone(), document, acts, notes: Vec::new() });
    }

    fn statement(&self, s: &Statement) -> Resolved {
        match s.tindakan {
            Tindakan::Perubahan => self.perubahan(s),
            Tindakan::Ralat => self.ralat(s),
            Tindakan::Pembatalan => self.pembatalan(s),
        }
    }

    /// Rows of the ledger that rest on the same document.
    fn by_document<'l>(&'l self, s: &'l Statement) -> impl Iterator<Item = &'l Row> {
        let ledger = &self.ledger;
        ledger.rows().iter().filter(|row| same_document(&ledger.head(row).document, &s.document))
    }

    fn standing(&self) -> impl Iterator<Item = &Row> {
        let ledger = &self.ledger;
        let bases = 0..ledger.bases().len() as u32;
        bases.filter_map(|at| ledger.stands(at, Stamp::MAX)).map(|at| ledger.row(at))
    }

    fn perubahan(&self, s: &Statement) -> Resolved {
        let kind = s.filled.kind;
        let says = |fact: &Fact| plain(fact) == plain(&s.stated) || plain(fact) == plain(&s.filled);
        let states = |row: &&Row| !matches!(row.act, Act::Pembatalan(_)) && row.fact.kind == kind;
        if self.by_document(s).filter(states).any(|row| says(&row.fact)) {
            return Resolved::Same;
        }
        let same = match self.list {
            List::Kontrak => self.standing().any(|row| row.fact.kind == kind && says(&row.fact)),
            List::Skp => self.held_year(s),
            _ => false,
        };
        if same {
            return Resolved::Same;
        }
        let stands_against = match self.list {
            List::Kontrak => {
                self.standing().any(|row| row.fact.kind == kind && contradicts(&s.filled, &row.fact))
            }
            List::Riwayat(_) => self.standing().any(|row| {
                let doc = &self.ledger.head(row).document;
                let same = identified(doc) && same_document(doc, &s.document);
                same && row.fact.kind == kind && contradicts(&s.filled, &row.fact)
            }),
            _ => false,
        };
        if stands_against {
            return Resolved::Refused(otherwise(s));
        }
        let mut acts = vec![(Act::Perubahan, s.filled.clone())];
        acts.extend(self.unit_kerja(s).map(|fact| (Act::Perubahan, fact)));
        let before = self.before(s);
        let outcome = if before.is_some() { Outcome::Changed } else { Outcome::New };
        Resolved::News { acts, before, after: Some(s.filled.clone()), outcome }
    }

    /// Whether a recap said the same of the year, or the register holds it by another document.
    fn held_year(&self, s: &Statement) -> bool {
        let day = self.books.per_tanggal;
        let year =
            |ledger: &Ledger| year_fact(ledger, &s.filled, day).is_some_and(|f| f.values == s.filled.values);
        year(&self.ledger) || year(&lists_only(&self.ledger, &s.document.jenis, day))
    }

    /// A jabatan at a unit says where the person works, unless the same document has said so.
    fn unit_kerja(&self, s: &Statement) -> Option<Fact> {
        let (id, nama) = s.unit.as_ref()?;
        let known = self
            .by_document(s)
            .any(|row| row.fact.text(Field::UnorId) == Some(id.as_str()) && row.fact.tmt == s.filled.tmt);
        (!known).then(|| unit_fact(id, nama, s.filled.tmt))
    }

    /// What the register holds on the day the row begins.
    fn before(&self, s: &Statement) -> Option<Fact> {
        let kind = s.filled.kind;
        let day = s.filled.tmt.or(s.document.tanggal).unwrap_or(self.books.per_tanggal);
        let fact = match kind.info().constraint {
            Constraint::State => {
                Snapshot::fold(&self.ledger, AsOf::on(day)).state(kind).map(|row| row.fact.clone())
            }
            Constraint::Identity | Constraint::Fields => {
                let mut fact = held(&self.ledger, kind, day);
                fact.values.retain(|v| s.filled.get(v.0).is_some());
                Some(fact)
            }
            Constraint::Yearly => year_fact(&self.ledger, &s.filled, day),
            Constraint::Interval | Constraint::Event => None,
        };
        fact.filter(|f| !f.values.is_empty() || f.tmt.is_some())
    }

    fn ralat(&self, s: &Statement) -> Resolved {
        let (target, standing) = match self.target(s) {
            Ok(found) => found,
            Err(trouble) => return Resolved::Refused(trouble),
        };
        // What this document corrected last, even if another has corrected or annulled it since.
        let said = self.by_document(s).filter(|row| row.act == Act::Ralat(target.id)).last();
        if said.is_some_and(|row| agrees(&s.filled, &row.fact)) {
            return Resolved::Same;
        }
        let Some(standing) = standing else { return Resolved::Refused(annulled(s)) };
        let corrected = merged(&standing.fact, s, self.books);
        if corrected == standing.fact {
            return Resolved::Same;
        }
        let mut acts = vec![(Act::Ralat(target.id), corrected.clone())];
        acts.extend(self.ralat_unit(s, target, &corrected));
        let before = Some(standing.fact.clone());
        Resolved::News { acts, before, after: Some(corrected), outcome: Outcome::Changed }
    }

    /// The unit kerja that was stated with a jabatan moves with its correction.
    fn ralat_unit(&self, s: &Statement, target: &Row, corrected: &Fact) -> Option<(Act, Fact)> {
        let companion = self.companion(target).filter(|_| corrected.kind == Kind::Jabatan);
        let Some(row) = companion else { return self.unit_kerja(s).map(|fact| (Act::Perubahan, fact)) };
        let standing = self.stands(row)?;
        let mut fact = Fact { tmt: corrected.tmt, ..standing.fact.clone() };
        if let Some((id, nama)) = &s.unit {
            let new = unit_fact(id, nama, fact.tmt);
            fact.values.retain(|v| v.0 != Field::UnorId && v.0 != Field::UnorNama);
            fact = Fact::new(Kind::UnitKerja, fact.tmt, fact.values.into_iter().chain(new.values));
        }
        (fact != standing.fact).then_some((Act::Ralat(row.id), fact))
    }

    fn pembatalan(&self, s: &Statement) -> Resolved {
        let (target, standing) = match self.target(s) {
            Ok(found) => found,
            Err(trouble) => return Resolved::Refused(trouble),
        };
        if self.by_document(s).any(|row| row.act == Act::Pembatalan(target.id)) {
            return Resolved::Same;
        }
        let Some(standing) = standing else { return Resolved::Refused(annulled(s)) };
        let nothing = |kind| Fact::new(kind, None, []);
        let mut acts = vec![(Act::Pembatalan(target.id), nothing(target.fact.kind))];
        let companion = self.companion(target).filter(|_| target.fact.kind == Kind::Jabatan);
        acts.extend(companion.map(|row| (Act::Pembatalan(row.id), nothing(row.fact.kind))));
        let (before, outcome) = (Some(standing.fact.clone()), Outcome::Changed);
        Resolved::News { acts, before, after: None, outcome }
    }

    /// The unit kerja stated by the same entry for the same day.
    fn companion(&self, target: &Row) -> Option<&Row> {
        let mut rows = self.ledger.rows().iter();
        rows.find(|row| {
            row.fact.kind == Kind::UnitKerja
                && row.id.entry == target.id.entry
                && row.fact.tmt == target.fact.tmt
                && !matches!(row.act, Act::Pembatalan(_))
                // A download states unit and post side by side; neither follows from the other.
                && self.ledger.head(row).document.rank != kernel::Rank::Unduhan
        })
    }

    fn stands(&self, row: &Row) -> Option<&Row> {
        let at = self.ledger.rows().iter().position(|r| r.id == row.id)?;
        self.ledger.stands(at as u32, Stamp::MAX).map(|at| self.ledger.row(at))
    }

    /// The fact a correction or annulment is about, and what stands in its place now.
    fn target(&self, s: &Statement) -> Result<(&Row, Option<&Row>), Trouble> {
        let kind = s.filled.kind;
        let named: Vec<&Row> = self
            .ledger
            .rows()
            .iter()
            .filter(|row| row.fact.kind == kind && !matches!(row.act, Act::Pembatalan(_)))
            .filter(|row| self.ledger.head(row).document.nomor == s.sasaran)
            .collect();
        // What was stated first is the target; a later correction of it speaks in its place anyway.
        let first: Vec<&Row> = named.iter().copied().filter(|row| row.act == Act::Perubahan).collect();
        let found = if first.is_empty() { named } else { first };
        let on_day: Vec<&Row> = found.iter().copied().filter(|r| r.fact.tmt == s.filled.tmt).collect();
        let target = match (found.as_slice(), on_day.as_slice()) {
            ([], _) => return Err(no_target(s)),
            ([one], _) => *one,
            (_, [one]) => *one,
            _ => return Err(several_targets(s, found.len())),
        };
        Ok((target, self.stands(target)))
    }
}

/// A fact without what a file cannot say: spaces at the ends of a text, texts without a letter.
fn plain(fact: &Fact) -> Fact {
    let mut fact = fact.clone();
    for (_, value) in &mut fact.values {
        if let Value::Text(text) = value
            && text.trim().len() != text.len()
        {
            *text = text.trim().into();
        }
    }
    fact.values.retain(|(_, value)| value.as_text() != Some(""));
    fact
}

/// Whether a correction says nothing that a fact does not say.
fn agrees(given: &Fact, fact: &Fact) -> bool {
    let day = |given: Option<Date>, said: Option<Date>| given.is_none() || given == said;
    within(given, fact) && day(given.tmt, fact.tmt) && day(given.until, fact.until)
}

fn year_fact(ledger: &Ledger, like: &Fact, day: Date) -> Option<Fact> {
    let snapshot = Snapshot::fold(ledger, AsOf::on(day));
    let row = snapshot.several(like.kind).find(|row| row.fact.values.first() == like.values.first());
    row.map(|row| row.fact.clone())
}

fn unit_fact(id: &str, nama: &str, tmt: Option<Date>) -> Fact {
    let name = Some((Field::UnorNama, Value::text(nama))).filter(|_| !nama.is_empty());
    Fact::new(Kind::UnitKerja, tmt, [(Field::UnorId, Value::text(id))].into_iter().chain(name))
}

/// What an earlier row of the same document makes of this one: a repetition or a contradiction.
fn repeated<'s>(s: &Statement, earlier: impl Iterator<Item = &'s Statement> + Clone) -> Option<Trouble> {
    let same = |e: &&Statement| e.tindakan == s.tindakan && e.sasaran == s.sasaran && e.filled == s.filled;
    if let Some(before) = earlier.clone().find(same) {
        let message = format!("Isi baris ini sama dengan baris {}; dipakai satu kali.", before.row);
        let suggestion = "Hapus salah satunya bila bukan disengaja.";
        return Some(Trouble::new("IMP-42", Weight::Note, "", "", message, suggestion));
    }
    let against = |e: &&Statement| {
        let both = e.tindakan == Tindakan::Perubahan && s.tindakan == Tindakan::Perubahan;
        both && contradicts(&s.filled, &e.filled)
    };
    let mut earlier = earlier;
    let before = earlier.find(against)?;
    let message = format!("Baris {} menyatakan hal yang sama dengan isi lain.", before.row);
    let suggestion = "Tentukan baris yang benar, hapus yang lain, lalu kirim ulang.";
    Some(Trouble::new("IMP-23", Weight::Refusal, "", "", message, suggestion))
}

/// All rows of a document are refused when one is; those already recorded stay what they are.
fn refuse_with(verdict: &mut Verdict, row: u32) {
    if matches!(verdict.outcome, Outcome::Refused | Outcome::Same) || refuses(&verdict.troubles) {
        return;
    }
    verdict.outcome = Outcome::Refused;
    verdict.differences.clear();
    let message = format!(
        "Baris {row} dari dokumen yang sama ditolak; satu dokumen disimpan utuh atau tidak sama sekali."
    );
    let suggestion = "Perbaiki baris itu, lalu kirim keduanya bersama.";
    verdict.troubles.push(Trouble::new("IMP-33", Weight::Refusal, "", "", message, suggestion));
}
