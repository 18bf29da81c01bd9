//! Ledgers of people, read back from the derived tables.

use crate::error::{Error, Result};
use crate::sql::{Bind, Conn, Row};
use kernel::codec::{read_document_bytes, read_entry, read_values};
use kernel::ledger::Head;
use kernel::{Act, Entry, EntryId, Fact, FactId, Kind, Ledger, PegawaiId, Stamp, Subject};
use std::collections::HashMap;

/// Places for [`SOME`] ids in a statement.
macro_rules! some_ids {
    () => {
        "($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22, $23, $24, \
         $25, $26, $27, $28, $29, $30, $31, $32, $33, $34, $35, $36, $37, $38, $39, $40, $41, $42, $43, $44, $45, $46, \
         $47, $48, $49, $50, $51, $52, $53, $54, $55, $56, $57, $58, $59, $60, $61, $62, $63, $64)"
    };
}

/// People whose ledgers one pair of statements reads.
const SOME: usize = 64;

crate::statements! {
    COUNT = "SELECT COUNT(*) FROM pegawai";
    OWNER = "SELECT instansi_id FROM pegawai WHERE pegawai_id = $1";
    HEADS = "SELECT pegawai_id, entri_id, dicatat, dokumen, pelaku, seq FROM entri WHERE pegawai_id = $1 ORDER BY entri_id";
    FACTS = "SELECT pegawai_id, entri_id, ke, jenis, tindakan, sasaran, sasaran_ke, tmt, sampai, isi FROM riwayat
        WHERE pegawai_id = $1 ORDER BY entri_id, ke";
    PEOPLE = "SELECT pegawai_id, instansi_id FROM pegawai WHERE pegawai_id > $1 ORDER BY pegawai_id LIMIT $2";
    HEADS_BETWEEN = "SELECT pegawai_id, entri_id, dicatat, dokumen FROM entri
        WHERE pegawai_id > $1 AND pegawai_id <= $2 ORDER BY pegawai_id, entri_id";
    FACTS_BETWEEN = "SELECT pegawai_id, entri_id, ke, jenis, tindakan, sasaran, sasaran_ke, tmt, sampai, isi FROM riwayat
        WHERE pegawai_id > $1 AND pegawai_id <= $2 ORDER BY pegawai_id, entri_id, ke";
    HEADS_OF_SOME = concat!("SELECT pegawai_id, entri_id, dicatat, dokumen FROM entri WHERE pegawai_id IN ", some_ids!());
    FACTS_OF_SOME = concat!("SELECT pegawai_id, entri_id, ke, jenis, tindakan, sasaran, sasaran_ke, tmt, sampai, isi FROM riwayat
        WHERE pegawai_id IN ", some_ids!());
    HOLDER = "SELECT pegawai_id FROM klaim WHERE nilai = $1 AND jenis = $2";
    HOLDERS = "SELECT nilai, jenis, pegawai_id FROM klaim";
    SINCE = "SELECT isi FROM jurnal WHERE instansi_id = $1 AND seq >= $2 ORDER BY seq";
    ANY_OF_KIND = "SELECT riwayat.jenis FROM riwayat JOIN entri ON entri.pegawai_id = riwayat.pegawai_id
        AND entri.entri_id = riwayat.entri_id WHERE riwayat.jenis = $1 AND entri.dicatat <= $2 LIMIT 1";
    OF_KIND = "SELECT riwayat.pegawai_id, riwayat.entri_id, ke, riwayat.jenis, tindakan, sasaran, sasaran_ke, tmt, sampai, isi,
        entri.dicatat, entri.dokumen FROM riwayat JOIN entri ON entri.pegawai_id = riwayat.pegawai_id
        AND entri.entri_id = riwayat.entri_id WHERE riwayat.jenis = $1 ORDER BY riwayat.pegawai_id, riwayat.entri_id, ke";
    RECORDED_AT = "SELECT dicatat FROM jurnal WHERE instansi_id = $1 AND seq = $2";
    HEAD_SEQ = "SELECT instansi_id, MAX(ukuran) FROM jurnal_titik GROUP BY instansi_id ORDER BY instansi_id";
}

/// How many people the register knows.
pub fn count(conn: &mut Conn) -> Result<u64> {
    Ok(conn.one(&COUNT, &[], |r| r.int(0))?.unwrap_or(0).unsigned_abs())
}

/// Which instansi owns a person; `None` when there is no such person here.
pub fn owner(conn: &mut Conn, id: PegawaiId) -> Result<Option<String>> {
    conn.one(&OWNER, &[Bind::Uuid(id.0)], |r| Ok(r.text(0)?.to_owned()))
}

/// Where an entry stands in the journal and who recorded it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Trace {
    /// The entry.
    pub entry: EntryId,
    /// Its place in the journal.
    pub seq: i64,
    /// Who recorded it.
    pub actor: String,
}

/// One person's ledger and the trace of its entries (two statements). Heads come first: a fact recorded
/// between the two has no head here and stays away, so no snapshot is needed.
pub fn ledger(conn: &mut Conn, id: PegawaiId) -> Result<(Ledger, Vec<Trace>)> {
    let (mut heads, mut traces) = (Vec::new(), Vec::new());
    conn.for_each(&HEADS, &[Bind::Uuid(id.0)], |row| {
        let head = read_head(row)?;
        traces.push(Trace { entry: head.entry, seq: row.int(5)?, actor: row.text(4)?.to_owned() });
        heads.push(head);
        Ok(())
    })?;
    let facts = conn.all(&FACTS, &[Bind::Uuid(id.0)], read_fact)?;
    Ok((Ledger::new(heads, facts), traces))
}

/// Every person with their ledger, in order of id, a page at a time so that memory stays small.
/// All of it is of one moment, whatever is written meanwhile.
pub fn each_ledger(conn: &mut Conn, each: impl FnMut(Vec<Person>) -> Result<()>) -> Result<()> {
    let done = conn.snapshot(|conn| each_page(conn, each));
    conn.give_back_memory()?;
    done
}

fn each_page(conn: &mut Conn, mut each: impl FnMut(Vec<Person>) -> Result<()>) -> Result<()> {
    // More at a time are read no faster, and what they took stays with the process.
    const PAGE: i64 = 1_024;
    let mut after = [0; 16];
    loop {
        let binds = [Bind::Uuid(after), Bind::Int(PAGE)];
        let ids = conn.all(&PEOPLE, &binds, |r| Ok((r.uuid(0)?, r.text(1)?.to_owned())))?;
        let Some(last) = ids.last().map(|p| p.0) else { return Ok(()) };
        let range = [Bind::Uuid(after), Bind::Uuid(last)];
        let mut people: Vec<Person> = ids
            .into_iter()
            .map(|(id, instansi)| Person {
                id: PegawaiId(id),
                instansi,
                heads: Vec::new(),
                facts: Vec::new(),
            })
            .collect();
        let mut at = 0;
        conn.for_each(&HEADS_BETWEEN, &range, |row| {
            seek(&people, &mut at, row.uuid(0)?);
            people[at].heads.push(read_head(row)?);
            Ok(())
        })?;
        at = 0;
        conn.for_each(&FACTS_BETWEEN, &range, |row| {
            seek(&people, &mut at, row.uuid(0)?);
            people[at].facts.push(read_fact(row)?);
            Ok(())
        })?;
        each(people)?;
        after = last;
    }
}

/// Heads and facts of one person as read.
type Parts = (Vec<Head>, Vec<(FactId, Act, Fact)>);

/// Ledgers of the people named, in their order: two statements for every 64 of them. Somebody nobody
/// knows has an empty one. As with [`ledger`], a fact recorded meanwhile has no head and stays away.
pub fn ledgers(conn: &mut Conn, ids: &[PegawaiId]) -> Result<Vec<Ledger>> {
    let mut all = Vec::with_capacity(ids.len());
    for some in ids.chunks(SOME) {
        let mut places: HashMap<[u8; 16], usize> = HashMap::with_capacity(some.len());
        for (place, id) in some.iter().enumerate() {
            places.entry(id.0).or_insert(place);
        }
        let last = some.last().map_or([0; 16], |id| id.0);
        let mut binds = [Bind::Uuid(last); SOME];
        for (bind, id) in binds.iter_mut().zip(some) {
            *bind = Bind::Uuid(id.0);
        }
        let mut parts: Vec<Parts> = Vec::new();
        parts.resize_with(some.len(), Default::default);
        conn.for_each(&HEADS_OF_SOME, &binds, |row| {
            if let Some(&place) = places.get(&row.uuid(0)?) {
                parts[place].0.push(read_head(row)?);
            }
            Ok(())
        })?;
        conn.for_each(&FACTS_OF_SOME, &binds, |row| {
            if let Some(&place) = places.get(&row.uuid(0)?) {
                parts[place].1.push(read_fact(row)?);
            }
            Ok(())
        })?;
        all.extend(parts.into_iter().map(|(heads, facts)| Ledger::new(heads, facts)));
    }
    Ok(all)
}

/// What the tables hold about one person, not yet in order.
pub struct Person {
    /// The person.
    pub id: PegawaiId,
    /// The owning instansi.
    pub instansi: String,
    heads: Vec<Head>,
    facts: Vec<(FactId, Act, Fact)>,
}

impl Person {
    /// The ledger; the expensive part, so that many cores can share it.
    pub fn ledger(self) -> Ledger {
        Ledger::new(self.heads, self.facts)
    }
}

/// Both lists ascend by person, and every row belongs to one of them.
fn seek(people: &[Person], at: &mut usize, id: [u8; 16]) {
    while *at + 1 < people.len() && people[*at].id.0 < id {
        *at += 1;
    }
}

fn read_head(row: &Row<'_>) -> Result<Head> {
    Ok(Head {
        entry: EntryId(row.uuid(1)?),
        recorded: row.stamp(2)?,
        document: read_document_bytes(row.blob(3)?)?,
    })
}

fn read_fact(row: &Row<'_>) -> Result<(FactId, Act, Fact)> {
    read_fact_at(row, 1)
}

/// Reads a fact whose columns stand as in `riwayat`, beginning with the entry at column `at`.
pub(crate) fn read_fact_at(row: &Row<'_>, at: usize) -> Result<(FactId, Act, Fact)> {
    let id = FactId { entry: EntryId(row.uuid(at)?), ordinal: row.int(at + 1)? as u16 };
    let code = row.int(at + 2)?;
    let kind = u16::try_from(code).ok().and_then(Kind::from_code);
    let kind = kind.ok_or_else(|| Error::Corrupt(format!("jenis riwayat {code} belum dikenal")))?;
    let target = match (row.opt_uuid(at + 4)?, row.opt_int(at + 5)?) {
        (Some(entry), Some(ordinal)) => Some(FactId { entry: EntryId(entry), ordinal: ordinal as u16 }),
        _ => None,
    };
    let act = match (row.int(at + 3)?, target) {
        (0, _) => Act::Perubahan,
        (1, Some(target)) => Act::Ralat(target),
        (2, Some(target)) => Act::Pembatalan(target),
        (code, _) => return Err(Error::Corrupt(format!("tindakan {code} belum dikenal"))),
    };
    let fact = Fact {
        kind,
        tmt: row.opt_date(at + 6)?,
        until: row.opt_date(at + 7)?,
        values: read_values(row.blob(at + 8)?)?,
    };
    Ok((id, act, fact))
}

/// Who holds a NIP or a SIASN id ([`crate::schema::CLAIM_NIP`], [`crate::schema::CLAIM_SIASN`]).
pub fn holder(conn: &mut Conn, value: &str, kind: i64) -> Result<Option<PegawaiId>> {
    conn.one(&HOLDER, &[Bind::Text(value), Bind::Int(kind)], |r| Ok(PegawaiId(r.uuid(0)?)))
}

/// Every claim: value, kind, holder.
pub fn each_claim(conn: &mut Conn, mut each: impl FnMut(&str, i64, PegawaiId)) -> Result<()> {
    conn.for_each(&HOLDERS, &[], |r| {
        each(r.text(0)?, r.int(1)?, PegawaiId(r.uuid(2)?));
        Ok(())
    })
}

/// What the entries of a journal from a place on are about.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Since {
    /// People, one for each entry that states something about one.
    pub people: Vec<PegawaiId>,
    /// Some entry is about units, posts or the instansi, or its payload is gone.
    pub beyond_people: bool,
}

/// What was recorded in a journal from `seq` on. Entries that only say who looked, and receipts, are
/// nothing new.
pub fn entries_since(conn: &mut Conn, instansi: &str, seq: i64) -> Result<Since> {
    let mut since = Since::default();
    conn.for_each(&SINCE, &[Bind::Text(instansi), Bind::Int(seq)], |r| {
        match r.opt_blob(0)?.map(read_entry).transpose()? {
            Some(entry) if crate::derive::only_looks(&entry) => {}
            Some(Entry { subject: Subject::Pegawai(id), .. }) => since.people.push(id),
            _ => since.beyond_people = true,
        }
        Ok(())
    })?;
    Ok(since)
}

/// How many entries each journal has, by instansi: tells whether a register in memory is current.
pub fn journal_sizes(conn: &mut Conn) -> Result<Vec<(String, i64)>> {
    conn.all(&HEAD_SEQ, &[], |r| Ok((r.text(0)?.to_owned(), r.int(1)?)))
}

/// When the entry at a place of a journal was recorded; `None` when there is none.
pub fn recorded_at(conn: &mut Conn, instansi: &str, seq: i64) -> Result<Option<Stamp>> {
    conn.one(&RECORDED_AT, &[Bind::Text(instansi), Bind::Int(seq)], |r| r.stamp(0))
}

/// What was recorded of one kind about everybody, as ledgers that hold nothing else, in order of id: one statement.
pub fn of_kind(conn: &mut Conn, kind: Kind) -> Result<Vec<(PegawaiId, Ledger)>> {
    let mut all: Vec<(PegawaiId, Parts)> = Vec::new();
    conn.for_each(&OF_KIND, &[Bind::Int(kind.info().code.into())], |row| {
        let id = PegawaiId(row.uuid(0)?);
        if all.last().is_none_or(|(last, _)| *last != id) {
            all.push((id, Parts::default()));
        }
        let Some((_, (heads, facts))) = all.last_mut() else { return Ok(()) };
        let fact = read_fact(row)?;
        if heads.last().is_none_or(|head| head.entry != fact.0.entry) {
            let document = read_document_bytes(row.blob(11)?)?;
            heads.push(Head { entry: fact.0.entry, recorded: row.stamp(10)?, document });
        }
        facts.push(fact);
        Ok(())
    })?;
    Ok(all.into_iter().map(|(id, (heads, facts))| (id, Ledger::new(heads, facts))).collect())
}

/// Whether anything of a kind was recorded about anybody by a moment.
pub fn any_of_kind(conn: &mut Conn, kind: Kind, known: Stamp) -> Result<bool> {
    let binds = [Bind::Int(kind.info().code.into()), Bind::Stamp(known)];
    Ok(conn.one(&ANY_OF_KIND, &binds, |r| r.opt_int(0))?.is_some())
}
