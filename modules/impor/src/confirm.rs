//! Confirm: the rows of a checked file become entries, all in one transaction, or none.

use crate::check::{Ask, Check, Unchecked, next_chunk};
use crate::file::Rows;
use crate::rule::columns::at;
use crate::rule::nominatif::{self, RawRow};
use crate::store::{Known, listed_absent};
use kernel::{Act, Document, Entry, EntryId, Fact, FactId, Kind, PegawaiId, Rank, Stamp, Subject};
use std::collections::{HashMap, HashSet};
use std::path::Path;
use std::sync::mpsc;
use store::derive::NOTE_ABSENT;
use store::journal::Writer;
use store::{Conn, Node, Source};

/// What was done.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Receipt {
    /// Entries appended for people.
    pub taken: u64,
    /// People put on the list "tidak ada dalam unduhan".
    pub absent: u64,
    /// The file holds too small a part of the register to say who is missing.
    pub partial: bool,
    /// Entries in the journal afterwards.
    pub entries: u64,
    /// Root of the journal afterwards.
    pub root: [u8; 32],
}

/// Who confirms.
pub struct Who<'a> {
    /// Account name, "operator" for the command line.
    pub actor: &'a str,
    /// Name of the file as the person knows it.
    pub file: &'a str,
}

/// Somebody else wrote between check and confirmation.
pub const MOVED_ON: &str =
    "IMP-08: Register berubah sejak berkas diperiksa, mungkin oleh impor lain. Periksa ulang, lalu simpan.";

/// Batches on their way to the writer; small, so that memory stays small.
const AHEAD: usize = 4;

/// A file below this share (percent) of the people an instansi owns says nothing about who is missing.
const COMPLETE_PERCENT: usize = 50;

type Batch = Vec<(Entry, Vec<u8>)>;

/// Carries out what `check` announced. Rows are read again and decided again against `known`, so that
/// nothing depends on what a page or a file kept in between.
///
/// # Errors
/// Refuses when the file is no longer the checked one; fails without a trace when storage fails.
#[expect(
    clippy::too_many_arguments,
    reason = "what is confirmed, by whom, against what: each is a thing of its own"
)]
pub fn confirm(
    node: &Node,
    conn: &mut Conn,
    path: &Path,
    ask: &Ask<'_>,
    known: &Known,
    check: &Check,
    who: &Who<'_>,
    mut each: impl FnMut(u64),
) -> Result<Receipt, Unchecked> {
    let hash = store::berkas::hash_file(path).map_err(|e| crate::check::failed(&e))?;
    if hash != check.summary.hash {
        return Err(Unchecked::Refused(
            "IMP-08: Berkas berubah sejak diperiksa. Periksa ulang sebelum menyimpan.".into(),
        ));
    }
    let Some((owner, owner_name)) = &check.owner else {
        return Err(Unchecked::Refused(crate::check::NO_OWNER.into()));
    };
    let mut source = node.source(conn).map_err(failed)?;
    let done = conn.transaction(|conn| {
        if ask.tenants.is_empty() {
            store::node::add_tenant(conn, owner, owner_name)?;
        }
        let mut journals = Journals { receipt: Receipt::default() };
        journals.run(node, conn, path, ask, known, check, who, &mut source, &mut each)?;
        Ok(journals.receipt)
    });
    done.map_err(failed)
}

fn failed(e: store::Error) -> Unchecked {
    match e {
        store::Error::Refused(text) => Unchecked::Refused(text),
        e => Unchecked::Failed(format!("{e}. {}", e.advice())),
    }
}

struct Journals {
    receipt: Receipt,
}

impl Journals {
    #[expect(clippy::too_many_arguments, reason = "one transaction needs all of it, and only here")]
    fn run(
        &mut self,
        node: &Node,
        conn: &mut Conn,
        path: &Path,
        ask: &Ask<'_>,
        known: &Known,
        check: &Check,
        who: &Who<'_>,
        source: &mut Source,
        each: &mut impl FnMut(u64),
    ) -> store::Result<()> {
        // A row goes to the journal of the instansi that owns the person; nearly always there is one.
        let owners = owners(path, ask, check)?;
        for owner in owners {
            let ids = source.child();
            let mut writer = Writer::open(conn, &node.key, source, &owner)?;
            // The lock is ours now: what the check saw must still be all there is.
            if self.receipt == Receipt::default()
                && store::people::journal_sizes(writer.conn())? != known.sizes
            {
                return Err(store::Error::Refused(MOVED_ON.into()));
            }
            let moment = writer.moment();
            let wrong = wrong_days(writer.conn(), known, check, &owner)?;
            let mut read = Reading { ask, known, check, who, owner: &owner, ids, moment, wrong };
            let (taken, receipt) = (
                &mut self.receipt.taken,
                std::thread::scope(|scope| {
                    let (send, receive) = mpsc::sync_channel::<Batch>(AHEAD);
                    let reader = scope.spawn(move || read.batches(path, &send));
                    let mut taken = 0;
                    for batch in receive {
                        for (entry, payload) in &batch {
                            writer.append_bytes(entry, payload)?;
                        }
                        taken += batch.len() as u64;
                        each(taken);
                    }
                    reader
                        .join()
                        .map_err(|_| store::Error::Refused("Pembacaan berkas terhenti.".into()))??;
                    Ok::<_, store::Error>((taken, writer))
                }),
            );
            let (count, mut writer) = receipt?;
            *taken += count;
            self.absent(&mut writer, known, check, who, &owner)?;
            let head = writer.finish()?;
            (self.receipt.entries, self.receipt.root) = (head.entries, head.root);
        }
        Ok(())
    }

    /// People of the owner who are not in the file, unless they are on the list already.
    fn absent(
        &mut self,
        writer: &mut Writer<'_>,
        known: &Known,
        check: &Check,
        who: &Who<'_>,
        owner: &str,
    ) -> store::Result<()> {
        let Some(missing) = missing(writer.conn(), known, check, owner)? else {
            self.receipt.partial = true;
            return Ok(());
        };
        if missing.is_empty() {
            return Ok(());
        }
        let moment = writer.moment();
        let entry = Entry {
            id: writer.source().entry_id(moment),
            recorded: moment,
            actor: who.actor.to_owned(),
            subject: Subject::Instansi,
            document: document(check, who, None),
            acts: Vec::new(),
            row: None,
            notes: missing.iter().map(|p| (NOTE_ABSENT.into(), p.to_string().into())).collect(),
        };
        writer.append(&entry)?;
        self.receipt.absent += missing.len() as u64;
        Ok(())
    }
}

/// People of an instansi who are not in the file and not on the list already; `None` when the file holds
/// too small a part of them to say.
fn missing(
    conn: &mut Conn,
    known: &Known,
    check: &Check,
    owner: &str,
) -> store::Result<Option<Vec<PegawaiId>>> {
    let people = known.each_of(owner);
    let seen = people.iter().filter(|p| check.seen.contains(p)).count();
    if people.is_empty() || check.owner.as_ref().is_none_or(|o| o.0 != owner) {
        return Ok(Some(Vec::new()));
    }
    if seen * 100 < people.len() * COMPLETE_PERCENT {
        return Ok(None);
    }
    let listed = listed_absent(conn, owner)?;
    let newest: HashMap<PegawaiId, Option<kernel::Date>> = listed.into_iter().collect();
    let mut missing: Vec<PegawaiId> = Vec::new();
    for person in people.into_iter().filter(|p| !check.seen.contains(p)) {
        let last_row = known.latest(person).map(|l| l.tanggal);
        let on_list = newest.get(&person).is_some_and(|day| *day >= last_row);
        if !on_list && expected_in_download(conn, person, check)? {
            missing.push(person);
        }
    }
    Ok(Some(missing))
}

/// How many people saving would put on the list "tidak ada dalam unduhan".
///
/// # Errors
/// When the register cannot be read.
pub fn absent(conn: &mut Conn, known: &Known, check: &Check) -> store::Result<u64> {
    let Some((owner, _)) = &check.owner else { return Ok(0) };
    Ok(missing(conn, known, check, owner)?.map_or(0, |people| people.len() as u64))
}

/// What a row stated that was recorded with too late a day, by person: entry and kinds in their order.
type WrongDays = HashMap<PegawaiId, (EntryId, Vec<Kind>)>;

/// The newest rows of people of the file that carry a later day than this file. An entry that says the
/// same again corrects their facts, for by their day alone they would go on hiding it.
fn wrong_days(conn: &mut Conn, known: &Known, check: &Check, owner: &str) -> store::Result<WrongDays> {
    let mut wrong = WrongDays::new();
    for person in check.seen.iter().filter(|p| known.owner(**p) == Some(owner)) {
        let Some(latest) = known.latest(*person).filter(|l| Some(l.tanggal) > check.per_tanggal) else {
            continue;
        };
        let journal = &known.instansi[usize::from(latest.instansi)];
        if let Some(entry) = crate::store::entry(conn, journal, latest.seq)? {
            let kinds = entry.acts.iter().map(|(_, fact)| fact.kind).collect();
            wrong.insert(*person, (entry.id, kinds));
        }
    }
    Ok(wrong)
}

/// SIASN lists no contract staff, and nobody whose service has ended.
fn expected_in_download(conn: &mut Conn, person: PegawaiId, check: &Check) -> store::Result<bool> {
    let Some(day) = check.per_tanggal else { return Ok(true) };
    let (ledger, _) = store::people::ledger(conn, person)?;
    let snapshot = kernel::Snapshot::fold(&ledger, kernel::AsOf::on(day));
    let non_asn = snapshot.text(kernel::Field::StatusPegawai) == "NON_ASN";
    Ok(!non_asn && snapshot.value(kernel::Field::HentiJenis).is_none())
}

/// Journals the rows of this file go to, the owner's first.
fn owners(path: &Path, ask: &Ask<'_>, check: &Check) -> store::Result<Vec<String>> {
    let owner = check.owner.as_ref().map(|o| o.0.clone()).unwrap_or_default();
    if ask.tenants.len() < 2 {
        return Ok(vec![owner]);
    }
    let mut found: HashSet<String> = HashSet::new();
    let mut rows = Rows::open(path, &ask.limits, ask.sheet).map_err(unreadable)?;
    let mut raw = RawRow::default();
    while rows.next(&mut raw).map_err(unreadable)? {
        found.insert(instansi_of(&raw, &owner).to_owned());
    }
    let in_order = ask.tenants.iter().map(|t| t.id.clone());
    Ok(in_order.filter(|id| *id == owner || found.contains(id)).collect())
}

fn unreadable(e: sheet::Error) -> store::Error {
    match e {
        sheet::Error::Refusal(refusal) => store::Error::Refused(refusal.to_string()),
        sheet::Error::Failure(e) => e.into(),
    }
}

fn instansi_of<'r>(raw: &'r RawRow, owner: &'r str) -> &'r str {
    match raw.cells.get(at::INSTANSI).trim() {
        "" => owner,
        id => id,
    }
}

fn document(check: &Check, who: &Who<'_>, row: Option<u32>) -> Document {
    Document {
        rank: Rank::Unduhan,
        jenis: "Unduhan SIASN".into(),
        nomor: who.file.to_owned(),
        tanggal: check.per_tanggal,
        penandatangan: String::new(),
        berkas: Some(check.summary.hash),
        baris: row,
        urut: 0,
    }
}

/// The reading side: rows to entries and their bytes, on a thread of its own.
struct Reading<'a> {
    ask: &'a Ask<'a>,
    known: &'a Known,
    check: &'a Check,
    who: &'a Who<'a>,
    owner: &'a str,
    ids: Source,
    moment: Stamp,
    wrong: WrongDays,
}

impl Reading<'_> {
    fn batches(&mut self, path: &Path, send: &mpsc::SyncSender<Batch>) -> store::Result<()> {
        let mut rows = Rows::open(path, &self.ask.limits, self.ask.sheet).map_err(unreadable)?;
        let founder = self.check.owner.as_ref().map_or("", |o| o.0.as_str());
        let mut done: HashSet<u64> = HashSet::new();
        let mut siasn: HashSet<Box<str>> = HashSet::new();
        loop {
            let chunk = next_chunk(&mut rows).map_err(unreadable)?;
            if chunk.is_empty() {
                return Ok(());
            }
            let mut batch = Batch::with_capacity(chunk.len());
            for raw in chunk {
                let foreign = instansi_of(&raw, founder) != self.owner;
                if let (false, Some(entry)) = (foreign, self.entry(raw, &mut done, &mut siasn)) {
                    let payload = kernel::codec::entry_bytes(&entry);
                    batch.push((entry, payload));
                }
            }
            // The writer hangs up when it fails; its error is the one to tell.
            if send.send(batch).is_err() {
                return Ok(());
            }
        }
    }

    /// The entry a row becomes; `None` when it is refused or says nothing new.
    fn entry(
        &mut self,
        raw: RawRow,
        done: &mut HashSet<u64>,
        siasn: &mut HashSet<Box<str>>,
    ) -> Option<Entry> {
        let reading = nominatif::read(&raw, store::derive::post_id);
        let nip = reading.nip?.as_u64();
        if reading.refused() || self.check.twice.contains_key(&nip) || !done.insert(nip) {
            return None;
        }
        let key = raw.cells.get(at::SIASN_ID).trim();
        let unused = key.is_empty() || siasn.insert(key.into());
        let by_siasn = if key.is_empty() || !unused { None } else { self.known.by_siasn(key) };
        let person = by_siasn.or_else(|| self.known.by_nip(nip));
        if person.and_then(|id| self.known.owner(id)).is_some_and(|owner| owner != self.owner) {
            return None;
        }
        let row = nominatif::source_row(&raw);
        let latest = person.and_then(|id| self.known.latest(id));
        let equal = latest.is_some_and(|latest| latest.hash == store::derive::row_hash(&row));
        let too_late = latest.is_some_and(|latest| latest.tanggal > self.ask.per_tanggal);
        if equal && !too_late {
            return None;
        }
        // Of other data a later day may be right: they are newer. A day still to come never is.
        let mend = too_late && (equal || latest.is_some_and(|latest| latest.tanggal > self.ask.today));
        let wrong = person.filter(|_| mend).and_then(|id| self.wrong.get(&id));
        let mut facts = reading.facts;
        if person.is_none() {
            // A newcomer has no earlier state that an empty fact could end.
            facts.retain(|f: &Fact| !f.values.is_empty() || f.tmt.is_some());
        }
        Some(Entry {
            id: self.ids.entry_id(self.moment),
            recorded: self.moment,
            actor: self.who.actor.to_owned(),
            subject: Subject::Pegawai(person.unwrap_or_else(|| self.ids.pegawai_id(self.moment))),
            document: document(self.check, self.who, Some(raw.number)),
            acts: facts.into_iter().map(|fact| (act(&fact, wrong), fact)).collect(),
            row: Some(row),
            notes: Vec::new(),
        })
    }
}

/// A fact corrects the one of its kind that was recorded with a wrong day.
fn act(fact: &Fact, wrong: Option<&(EntryId, Vec<Kind>)>) -> Act {
    let target = wrong.and_then(|(entry, kinds)| {
        let ordinal = kinds.iter().position(|kind| *kind == fact.kind)?;
        Some(FactId { entry: *entry, ordinal: u16::try_from(ordinal).ok()? })
    });
    target.map_or(Act::Perubahan, Act::Ralat)
}
