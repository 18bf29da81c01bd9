//! The documents of one life, one after another: here how a paper is written down, in `start` who
//! a person is and how service begins, in `rise` what follows until the end.

mod rise;
mod start;

use super::flaws::Flaws;
use super::{ActSeed, DocumentSeed, Office, PersonSeed};
use crate::berkas::faults::written_nip;
use crate::codes::Jenis;
use crate::names;
use crate::profil::Profil;
use crate::rng::Rng;
use crate::units::Post;
use kernel::{Date, Document, Fact, Field, Kind, Rank, Value};

/// The first day the office kept a register: what is older was typed in from then on.
const REGISTER_SINCE: (i16, i8, i8) = (2010, 1, 4);

fn text(s: &str) -> Value {
    Value::Text(s.into())
}

/// A fact whose values stand in order already.
fn fact(kind: Kind, tmt: impl Into<Option<Date>>, values: Vec<(Field, Value)>) -> Fact {
    debug_assert!(values.is_sorted_by(|a, b| a.0 < b.0), "{kind:?}");
    Fact { kind, tmt: tmt.into(), until: None, values }
}

/// A life being written.
pub(super) struct Life<'a> {
    office: &'a Office,
    profil: &'a Profil,
    flaws: Flaws,
    seat: u32,
    /// Nothing is written after this day.
    today: Date,
    documents: Vec<DocumentSeed>,
    nip: String,
}

impl<'a> Life<'a> {
    pub fn new(office: &'a Office, profil: &'a Profil, flaws: Flaws, seat: u32, today: Date) -> Life<'a> {
        let nip = written_nip(flaws.nip(profil.status.contract()), profil);
        Life { office, profil, flaws, seat, today, documents: Vec::with_capacity(16), nip }
    }

    /// A day some time after a paper's own; never before there was a register, never after today.
    fn recorded(&self, day: Date, delay: i32) -> Date {
        let (y, m, d) = REGISTER_SINCE;
        let opened = Date::new(y, m, d).unwrap_or(Date::MIN).add_days((self.profil.number % 240) as i32);
        // Nobody's paper is recorded before the person is.
        let known = self.documents.first().map_or(opened, |d| d.recorded_on);
        day.add_days(delay).max(opened).max(known).min(self.today)
    }

    fn push(
        &mut self,
        rank: Rank,
        jenis: &str,
        nomor: String,
        day: Date,
        recorded_on: Date,
        facts: Vec<Fact>,
    ) -> usize {
        let document = Document {
            rank,
            jenis: jenis.to_owned(),
            nomor,
            tanggal: Some(day),
            penandatangan: if rank == Rank::Sk { self.office.head.clone() } else { String::new() },
            berkas: None,
            baris: None,
            urut: 0,
        };
        let acts = facts.into_iter().map(|f| (ActSeed::Perubahan, f)).collect();
        self.documents.push(DocumentSeed { document, recorded_on, acts });
        self.documents.len() - 1
    }

    /// An SK two to eight weeks before its TMT, recorded some weeks after the paper.
    fn sk(&mut self, rng: &mut Rng, jenis: &str, code: &str, tmt: Date, facts: Vec<Fact>) -> usize {
        let day = tmt.add_days(-rng.between(14, 56)).min(self.today);
        let nomor = format!("{code}/{}/{}", 100 + rng.below(900), day.year());
        let delay = rng.between(4, 45);
        let recorded = self.recorded(day, delay);
        self.push(Rank::Sk, jenis, nomor, day, recorded, facts)
    }

    /// What not everybody has.
    pub fn extras(&mut self, rng: &mut Rng) {
        super::work::extras(self, rng);
    }

    /// The documents in the order they were recorded.
    pub fn finish(self) -> PersonSeed {
        PersonSeed { documents: in_order(self.documents) }
    }

    pub(super) fn profil(&self) -> &'a Profil {
        self.profil
    }
    pub(super) fn office(&self) -> &'a Office {
        self.office
    }
    pub(super) fn head_of_unit(&self) -> bool {
        self.office.post(self.seat).jenis() == Jenis::Struktural
    }
    pub(super) fn held(&self) -> &'a Post {
        self.office.post(self.seat)
    }
    pub(super) fn unit(&self) -> &'a str {
        self.office.unit_of(self.seat)
    }
    /// Adds a document with several facts.
    pub(super) fn add_all(&mut self, rank: Rank, jenis: &str, nomor: String, day: Date, what: Vec<Fact>) {
        let recorded = self.recorded(day, 9);
        self.push(rank, jenis, nomor, day, recorded, what);
    }
    /// Adds a document with one fact, when its day has come.
    pub(super) fn add(&mut self, rank: Rank, jenis: &str, nomor: String, day: Date, what: Fact) {
        if day <= self.today {
            let recorded = self.recorded(day, 9);
            self.push(rank, jenis, nomor, day, recorded, vec![what]);
        }
    }
    /// The legal status changes for a while.
    pub(super) fn add_status(
        &mut self,
        jenis: &str,
        nomor: String,
        tmt: Date,
        legal: (&str, &str),
        what: Fact,
    ) {
        let (day, status) = (tmt.add_days(-15), self.status(tmt, self.profil.status, Some(legal)));
        let recorded = self.recorded(day, 9);
        self.push(Rank::Sk, jenis, nomor, day, recorded, vec![what, status]);
    }
}

/// Sorts by day of recording and moves the places that amendments speak of.
pub(crate) fn in_order(mut documents: Vec<DocumentSeed>) -> Vec<DocumentSeed> {
    if documents.is_sorted_by_key(|d| d.recorded_on) {
        return documents;
    }
    let mut order: Vec<usize> = (0..documents.len()).collect();
    order.sort_by_key(|&n| documents[n].recorded_on);
    let mut place = vec![0; order.len()];
    order.iter().enumerate().for_each(|(new, &old)| place[old] = new);
    for document in &mut documents {
        for (act, _) in &mut document.acts {
            match act {
                ActSeed::Ralat { document_ix, .. } | ActSeed::Pembatalan { document_ix, .. } => {
                    *document_ix = place[*document_ix]
                }
                ActSeed::Perubahan => {}
            }
        }
    }
    let mut slots: Vec<Option<DocumentSeed>> = documents.into_iter().map(Some).collect();
    order.into_iter().filter_map(|old| slots[old].take()).collect()
}

/// A name for a member of the family.
pub(super) fn relative(rng: &mut Rng, female: bool) -> String {
    let mut name = String::new();
    names::write_name(rng, female, &mut name);
    name
}
