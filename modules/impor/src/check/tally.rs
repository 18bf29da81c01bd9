//! Row after row of a nominatif: what becomes of it, counted and listed.

use super::person::foreign;
use super::{Ask, Change, Check, LISTED, NewRow, Read};
use crate::rule::columns::at;
use crate::rule::lists_plan::Outcome;
use crate::rule::nominatif::{RawRow, Reading};
use crate::rule::trouble::{Trouble, Weight};
use crate::store::Known;
use kernel::PegawaiId;
use std::collections::{HashMap, HashSet};
use store::Tenant;

/// Where a row stood, for the second one with its NIP.
struct Seen {
    row: u32,
    fingerprint: u64,
    outcome: Outcome,
    /// What was counted about it beside its outcome.
    counted: Box<[(&'static str, Weight)]>,
    /// Whose name stands there: the two rows may name different people.
    nama: Box<str>,
}

/// The rows judged so far.
pub(super) struct Tally<'a> {
    pub(super) check: Check,
    pub(super) known: &'a Known,
    pub(super) ask: &'a Ask<'a>,
    seen: HashMap<u64, Seen>,
    /// IDs of SIASN met in the file.
    pub(super) siasn: HashSet<Box<str>>,
    /// Instansi the rows name (id, name, how many rows), when the file says whose it is.
    named: Vec<(String, String, u64)>,
}

impl<'a> Tally<'a> {
    /// Nothing judged yet; `check` says what is known of the file as a whole.
    pub(super) fn new(ask: &'a Ask<'a>, known: &'a Known, check: Check) -> Tally<'a> {
        Tally { check, known, ask, seen: HashMap::new(), siasn: HashSet::new(), named: Vec::new() }
    }

    /// Judges a row; answers it with everything that is wrong with it.
    pub(super) fn add(&mut self, read: Read) -> (RawRow, Reading) {
        let Read { raw, mut reading, hash } = read;
        self.check.summary.rows += 1;
        if self.ask.tenants.len() != 1 {
            self.name(&raw);
        }
        if self.ask.tenants.is_empty() {
            self.not_the_founders(&raw, &mut reading);
        }
        let fingerprint = u64::from_be_bytes(hash[..8].try_into().unwrap_or_default());
        let person = self.person(&raw, &mut reading);
        let mut outcome = match (reading.refused(), person.and_then(|id| self.known.latest(id))) {
            (true, _) => Outcome::Refused,
            (_, Some(latest)) if latest.hash == hash => match latest.tanggal > self.ask.per_tanggal {
                // The same data with an earlier day: the day recorded was wrong.
                true => Outcome::Changed,
                false => Outcome::Same,
            },
            (_, Some(latest)) => {
                self.older(latest.tanggal, &mut reading);
                Outcome::Changed
            }
            (_, None) if person.is_some() => Outcome::Changed,
            (_, None) => Outcome::New,
        };
        if let Some(nip) = reading.nip {
            outcome = self.twice(nip.as_u64(), &raw, fingerprint, outcome, &mut reading);
        }
        self.count(&raw, &reading, outcome, person);
        (raw, reading)
    }

    /// A file that founds a node speaks for one instansi only.
    fn not_the_founders(&self, raw: &RawRow, reading: &mut Reading) {
        if let (false, Some((id, nama))) = (reading.refused(), self.check.owner.clone()) {
            reading.troubles.extend(foreign(raw, self.ask, &[Tenant { id, nama }]));
        }
    }

    /// Counts the instansi of a row; the first one named is the owner until the file is read.
    fn name(&mut self, raw: &RawRow) {
        let (id, nama) = (raw.cells.get(at::INSTANSI).trim(), raw.cells.get(at::INSTANSI_NAMA).trim());
        let served = self.ask.tenants.is_empty() || self.ask.tenants.iter().any(|t| t.id == id);
        if id.is_empty() || !served {
            return;
        }
        match self.named.iter_mut().find(|n| n.0 == id) {
            Some(named) => named.2 += 1,
            None => self.named.push((id.to_owned(), nama.to_owned(), 1)),
        }
        self.check.owner.get_or_insert_with(|| (id.to_owned(), nama.to_owned()));
    }

    /// The instansi most rows name: whose file this is.
    pub(super) fn most_named(&self) -> Option<(String, String)> {
        // The first of equals, so that the answer does not depend on anything but the file.
        let most = self.named.iter().map(|n| n.2).max()?;
        self.named.iter().find(|n| n.2 == most).map(|n| (n.0.clone(), n.1.clone()))
    }

    /// A NIP twice in the file: equal rows count once, different rows are all refused.
    fn twice(
        &mut self,
        nip: u64,
        raw: &RawRow,
        fingerprint: u64,
        outcome: Outcome,
        reading: &mut Reading,
    ) -> Outcome {
        let Some(before) = self.seen.get_mut(&nip) else {
            let counted = reading.troubles.iter().map(|t| (t.code, t.weight));
            let counted = counted.filter(|c| c.1 != Weight::Refusal && outcome != Outcome::Refused).collect();
            let nama = raw.cells.get(at::NAMA).trim().into();
            self.seen.insert(nip, Seen { row: raw.number, fingerprint, outcome, counted, nama });
            return outcome;
        };
        let same = before.fingerprint == fingerprint;
        let message = match same {
            true => format!("Baris ini sama persis dengan baris {}; baris itu yang dipakai.", before.row),
            false => other_row(before.row),
        };
        reading.troubles.push(twice_trouble(raw, message));
        let first_time = !same && !self.check.twice.contains_key(&nip);
        if first_time {
            self.check.twice.insert(nip, raw.number);
        }
        if first_time && before.outcome != Outcome::Refused {
            // The first one was counted before anybody could know.
            *self.check.summary.of(before.outcome) -= 1;
            *self.check.summary.of(Outcome::Refused) += 1;
            self.check.summary.withdraw(before.row, &before.counted);
            before.outcome = Outcome::Refused;
            let (row, nama) = (before.row, before.nama.to_string());
            self.check.first_new.retain(|n| n.row != row);
            self.check.changes.retain(|c| c.row != row);
            let nip = raw.cells.get(at::NIP).trim();
            self.check.summary.note(row, nip, &nama, twice_trouble(raw, other_row(raw.number)));
        }
        Outcome::Refused
    }

    fn count(&mut self, raw: &RawRow, reading: &Reading, outcome: Outcome, person: Option<PegawaiId>) {
        let (nip, nama) = (raw.cells.get(at::NIP).trim(), raw.cells.get(at::NAMA).trim());
        *self.check.summary.of(outcome) += 1;
        if outcome == Outcome::New && self.check.first_new.len() < LISTED {
            let cell = |at| raw.cells.get(at).trim().to_owned();
            self.check.first_new.push(NewRow {
                row: raw.number,
                nip: nip.into(),
                nama: nama.into(),
                jabatan: cell(at::JABATAN),
                unit: cell(at::UNOR_NAMA),
            });
        }
        if let (Outcome::Changed, true, Some(pegawai)) = (outcome, self.check.changes.len() < LISTED, person)
        {
            let latest = self.known.latest(pegawai);
            let before = latest.map(|l| (self.known.instansi[usize::from(l.instansi)].clone(), l.seq));
            let (nip, nama, after) = (nip.to_owned(), nama.to_owned(), raw.cells.clone());
            self.check.changes.push(Change { row: raw.number, pegawai, nama, nip, after, before });
        }
        if outcome != Outcome::Refused {
            let doubtful = reading.troubles.iter().any(|t| t.weight == Weight::Doubt);
            self.check.summary.doubtful += u64::from(doubtful);
        }
        // Also a refused row is proof that SIASN still knows the person.
        self.check.seen.extend(person);
        for trouble in reading.troubles.iter().filter(|t| t.matters(outcome == Outcome::Refused)) {
            self.check.summary.note(raw.number, nip, nama, trouble.clone());
        }
    }

    /// The verdict once every row is judged.
    pub(super) fn finished(mut self) -> Check {
        // The first of two rows was refused only when the second came.
        self.check.summary.refusals.sort_by_key(|listed| listed.row);
        self.check
    }
}

/// Why neither of two different rows with one NIP is taken.
pub(crate) fn other_row(row: u32) -> String {
    format!("NIP ini juga ada di baris {row} dengan isi lain; keduanya tidak dipakai.")
}

pub(crate) fn twice_trouble(raw: &RawRow, message: String) -> Trouble {
    let nip = raw.cells.get(at::NIP).trim();
    Trouble::new(
        "IMP-04",
        Weight::Refusal,
        "nip_baru",
        nip,
        message,
        "Tentukan baris yang benar, hapus yang lain, lalu kirim ulang.",
    )
}
