//! A working life as base documents: what was decided about a person from year to year, and when
//! the office wrote it down.

pub mod flaws;
mod life;
pub mod nilai;
mod work;

pub use work::{agreements, performance};

use crate::codes::{JABATAN, Jenis};
use crate::profil::{Profil, Status, Want, entry_post, month_start};
use crate::rng::{Rng, mix};
use crate::units::{Organisation, Post, PostKind};
use flaws::Flaws;
use kernel::{Act, Date, Document, Entry, EntryId, Fact, FactId, Stamp, Subject};
use life::Life;

/// What a document does with a fact, told by places in the same person's list of documents.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum ActSeed {
    /// A new fact.
    Perubahan,
    /// Corrects the `ordinal`-th fact of an earlier document.
    Ralat {
        /// Place of the document corrected, always before this one.
        document_ix: usize,
        /// Place of the fact in it.
        ordinal: u16,
    },
    /// Annuls it.
    Pembatalan {
        /// Place of the document, always before this one.
        document_ix: usize,
        /// Place of the fact in it.
        ordinal: u16,
    },
}

/// A base document with what it states.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct DocumentSeed {
    /// The paper.
    pub document: Document,
    /// The day the office recorded it; years after the paper when the SK came late.
    pub recorded_on: Date,
    /// What it says.
    pub acts: Vec<(ActSeed, Fact)>,
}

/// A person as the documents about them, in the order they were recorded; the first is the identity.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct PersonSeed {
    /// The documents.
    pub documents: Vec<DocumentSeed>,
}

impl PersonSeed {
    /// The documents as journal entries about `subject`, in their order; `id` makes an id for each.
    /// Those of one day are recorded a second apart, from noon on.
    pub fn entries(self, subject: &Subject, actor: &str, mut id: impl FnMut() -> EntryId) -> Vec<Entry> {
        let mut entries: Vec<Entry> = Vec::with_capacity(self.documents.len());
        for (place, seed) in self.documents.into_iter().enumerate() {
            let noon = Stamp::end_of(seed.recorded_on).0 - 43_200_000_000;
            let target = |document_ix: usize, ordinal| FactId { entry: entries[document_ix].id, ordinal };
            let acts = seed.acts.into_iter().map(|(act, fact)| match act {
                ActSeed::Perubahan => (Act::Perubahan, fact),
                ActSeed::Ralat { document_ix, ordinal } => (Act::Ralat(target(document_ix, ordinal)), fact),
                ActSeed::Pembatalan { document_ix, ordinal } => {
                    (Act::Pembatalan(target(document_ix, ordinal)), fact)
                }
            });
            let acts = acts.collect();
            entries.push(Entry {
                id: id(),
                recorded: Stamp(noon + place as i64 * 1_000_000),
                actor: actor.to_owned(),
                subject: subject.clone(),
                document: seed.document,
                acts,
                row: None,
                notes: Vec::new(),
            });
        }
        entries
    }
}

/// What all people of one government share while histories are written.
#[derive(Debug)]
pub(crate) struct Office {
    pub seed: u64,
    pub today: Date,
    pub id: String,
    pub nama: String,
    pub province: bool,
    /// Who signs.
    pub head: String,
    pub org: Organisation,
    pub jabatan_ids: Vec<String>,
    /// Posts of each catalogue entry, for the moves of a life.
    pub by_kind: Vec<Vec<u32>>,
    /// Posts of heads.
    pub heads: Vec<u32>,
}

impl Office {
    pub fn new(seed: u64, today: Date, id: String, nama: String, org: Organisation) -> Office {
        let province = nama.contains("Provinsi");
        let head = org.units[0].nama_jabatan.clone();
        let mut by_kind = vec![Vec::new(); JABATAN.len()];
        let mut heads = Vec::new();
        for (n, post) in org.posts.iter().enumerate() {
            match post.kind {
                PostKind::Head(_) => heads.push(n as u32),
                PostKind::Listed(kind) => by_kind[usize::from(kind)].push(n as u32),
            }
        }
        let jabatan_ids = JABATAN.iter().map(crate::codes::Jabatan::id).collect();
        Office { seed, today, id, nama, province, head, org, jabatan_ids, by_kind, heads }
    }

    pub fn post(&self, n: u32) -> &Post {
        &self.org.posts[n as usize]
    }

    /// Name of the unit a post stands in.
    pub fn unit_of(&self, n: u32) -> &str {
        &self.org.units[self.post(n).unit as usize].nama
    }

    /// Another post of the same name, somewhere in this government.
    pub fn elsewhere(&self, rng: &mut Rng, kind: usize, instead: u32) -> u32 {
        let list = &self.by_kind[kind];
        if list.is_empty() { instead } else { *rng.pick(list) }
    }
}

/// One person in so many is a PNS who retires in the next years; chance alone makes nobody older than 56.
const NEAR_PENSION_EVERY: u64 = 25;

/// The government where nobody was appointed for some months, because a round of placement was to fill its posts.
const QUIET: usize = 1;
const QUIET_MONTHS: i32 = 8;

/// Writes the life of somebody who works here.
pub(crate) fn person(office: &Office, number: u64, seat: u32) -> PersonSeed {
    let rng = &mut Rng::new(office.seed ^ 0x4C49_4645, number);
    let mut seat = seat;
    let flaws = Flaws::draw(rng, number, office.post(seat));
    if flaws.shared_head && !office.heads.is_empty() {
        // Appointed to a post whose holder was never moved.
        seat = *rng.pick(&office.heads);
    }
    let mut want = Want { non_asn: true, reserved: flaws.reserved, ..Want::default() };
    if number % NEAR_PENSION_EVERY == 7 {
        let years = [1, 1, 2, 3][(number / NEAR_PENSION_EVERY % 4) as usize];
        (want.status, want.age) = (Some(Status::Pns), Some(bup(office.post(seat)) - years));
    }
    if flaws.past_bup {
        (want.status, want.age) = (Some(Status::Pns), Some(60 + (number % 3) as i16));
    }
    if flaws.long_cpns && entry_post(office.post(seat)) {
        (want.status, want.cpns_months) = (Some(Status::Cpns), Some(14 + (number % 14) as i32));
    }
    // Most who lead an office, and some who work there, have studied for its field.
    let misplaced = nilai::misplaced(number, office.post(seat));
    let unit = if misplaced { nilai::before(office, number) } else { office.unit_of(seat) };
    let field = crate::rumpun::dari_unit(unit).prodi;
    let share = if office.post(seat).jenis() == Jenis::Struktural { 60 } else { 35 };
    want.prodi = (mix(number, 0x5052_4F44) % 100 < share).then_some(field);
    let mut profil = Profil::new(office.seed, number, office.post(seat), office.today, want);
    if office.id == crate::province::instansi_id(QUIET) {
        let before = month_start(office.today, QUIET_MONTHS).max(profil.tmt_awal.add_years(1));
        profil.tmt_jabatan = profil.tmt_jabatan.min(before);
    }
    let mut life = Life::new(office, &profil, flaws, seat, office.today);
    life.identity(rng);
    life.start(rng);
    life.ladder(rng);
    life.posts(rng);
    life.extras(rng);
    life.years();
    nilai::assess(&mut life);
    life.finish()
}

/// Writes the life of somebody who has left: retired, died, dismissed.
pub(crate) fn former(office: &Office, number: u64) -> PersonSeed {
    let rng = &mut Rng::new(office.seed ^ 0x5045_4E53, number);
    let listed: usize = rng.pick(&[0usize, 1, 1, 3, 4, 8, 39, 41, 42, 43, 43, 44, 45]).to_owned();
    let seat = office.elsewhere(rng, listed, 0);
    let post = office.post(seat);
    let way = rng.below(100);
    // Seen from the day of leaving: nothing in the file may be younger.
    let years_ago = 1 + rng.below(9) as i16;
    let then = office.today.add_years(-years_ago);
    let age = (way < 85).then(|| bup(post));
    let want = Want { status: Some(Status::Pns), age, ..Want::default() };
    let profil = Profil::new(office.seed, number, post, then, want);
    let end = match age {
        Some(age) => profil.lahir.add_years(age).next_month_start(),
        None => crate::profil::month_start(then, -1),
    };
    let mut life = Life::new(office, &profil, Flaws::default(), seat, end.min(then));
    life.identity(rng);
    life.start(rng);
    life.ladder(rng);
    life.posts(rng);
    life.years();
    life.leave(end, way);
    life.finish()
}

/// The flawless life of a person who is known already, as the files of a nominatif tell it.
pub(crate) fn of_profile(office: &Office, profil: &Profil, seat: u32) -> PersonSeed {
    let rng = &mut Rng::new(office.seed ^ 0x4C49_4645, profil.number);
    let mut life = Life::new(office, profil, Flaws::default(), seat, office.today);
    life.identity(rng);
    life.start(rng);
    life.ladder(rng);
    life.posts(rng);
    life.extras(rng);
    life.years();
    life.finish()
}

/// Pension age of a post as this province applies it.
fn bup(post: &Post) -> i16 {
    let PostKind::Listed(n) = post.kind else { return 58 };
    let jabatan = &JABATAN[usize::from(n)];
    let long =
        jabatan.jenis == Jenis::Fungsional && (jabatan.jenjang == "MA" || jabatan.nama.starts_with("Guru"));
    if long { 60 } else { 58 }
}
