//! What follows from one entry: rows, and nothing but inserts. The live path, the rebuild and the
//! check all call this one function, so they cannot drift apart.

use crate::bukti::NOTE_RECEIPT;
use crate::error::Result;
use crate::schema;
use crate::sql::Bind;
use crate::table::Table;
use kernel::codec::{document_bytes, values_bytes};
use kernel::{Act, Entry, Fact, Field, Kind, Rank, Subject};
use sha2::{Digest, Sha256};

/// Where derived rows go.
pub trait Sink {
    /// A row that cannot be there yet.
    fn insert(&mut self, table: &'static Table, row: &[Bind<'_>]) -> Result<()>;
    /// A row whose key may be there already; the first one stays.
    fn insert_absent(&mut self, table: &'static Table, row: &[Bind<'_>]) -> Result<()>;
}

impl Sink for crate::sql::Conn {
    fn insert(&mut self, table: &'static Table, row: &[Bind<'_>]) -> Result<()> {
        crate::sql::Conn::insert(self, table, row)
    }
    fn insert_absent(&mut self, table: &'static Table, row: &[Bind<'_>]) -> Result<()> {
        crate::sql::Conn::insert_absent(self, table, row)
    }
}

/// Name of the note that lists a person missing from a download.
pub const NOTE_ABSENT: &str = "tidak_dalam_unduhan";
/// Name of the note that closes such an item; its text is the entry that opened it.
pub const NOTE_CLOSES: &str = "menutup";
/// Name of the note with the reason of closing.
pub const NOTE_REASON: &str = "alasan";

/// Name of the note that says which masked part was opened; the reason stands in [`NOTE_REASON`].
pub const NOTE_OPENS: &str = "membuka";
/// Name of the note with the full name and role of who opened it.
pub const NOTE_BY: &str = "oleh";

/// Where units and posts come from when only a nominatif names them.
pub const FROM_NOMINATIF: &str = "dari berkas nominatif";
/// Where they come from otherwise.
pub const FROM_LIST: &str = "daftar";

/// The id of the post a person holds when no post list names it: it follows from unit and post name,
/// so that a later post list about the same post meets it. Case and repeated spaces do not matter.
pub fn post_id(unor_id: &str, jabatan: &str) -> String {
    let mut hash = Sha256::new();
    hash.update(unor_id.as_bytes());
    hash.update([0]);
    for (n, word) in jabatan.split_whitespace().enumerate() {
        if n > 0 {
            hash.update(b" ");
        }
        hash.update(word.to_lowercase().as_bytes());
    }
    hex(&hash.finalize()[..16])
}

/// The id of a unit BKN has no id for yet: it follows from the document that makes it, so that the same
/// document typed twice meets itself.
pub fn unit_id(atasan: &str, nama: &str, nomor: &str) -> String {
    post_id(&format!("unor\0{atasan}\0{nomor}"), nama).to_uppercase()
}

/// Lower-case hexadecimal.
pub fn hex(bytes: &[u8]) -> String {
    const DIGITS: &[u8; 16] = b"0123456789abcdef";
    bytes
        .iter()
        .flat_map(|b| [DIGITS[usize::from(b >> 4)], DIGITS[usize::from(b & 15)]])
        .map(char::from)
        .collect()
}

/// 32 bytes from their hexadecimal form; `None` when it is something else.
pub(crate) fn unhex32(text: &str) -> Option<[u8; 32]> {
    let digits = text.bytes().map(|b| char::from(b).to_digit(16)).collect::<Option<Vec<u32>>>()?;
    let bytes: Vec<u8> = digits.chunks_exact(2).map(|pair| (pair[0] << 4 | pair[1]) as u8).collect();
    (digits.len() == 64).then_some(bytes)?.try_into().ok()
}

/// Hash of a source row's cells: equal rows are equal hashes, whatever file they came in.
pub fn row_hash(row: &kernel::SourceRow) -> [u8; 32] {
    let mut hash = Sha256::new();
    hash.update(row.layout.to_be_bytes());
    let mut put = |text: &str| {
        hash.update((text.len() as u32).to_be_bytes());
        hash.update(text.as_bytes());
    };
    row.cells.iter().for_each(&mut put);
    for (name, cell) in &row.extra {
        put(name);
        put(cell);
    }
    hash.finalize().into()
}

/// Writes the rows that follow from an entry at its place in a journal.
pub fn derive(entry: &Entry, instansi: &str, seq: i64, sink: &mut impl Sink) -> Result<()> {
    if let Some(part) = note(entry, NOTE_OPENS) {
        return opened(entry, part, instansi, seq, sink);
    }
    if note(entry, NOTE_RECEIPT).is_some() {
        return crate::bukti::derive(entry, instansi, seq, sink);
    }
    if crate::pejabat::is_statement(entry) {
        return crate::pejabat::derive(entry, instansi, seq, sink);
    }
    if crate::peristiwa::is_event(entry) {
        return crate::peristiwa::derive(entry, instansi, seq, sink);
    }
    match &entry.subject {
        Subject::Pegawai(id) => about_person(entry, id.0, instansi, seq, sink),
        Subject::Unor(id) => about_organisation(entry, 1, id, instansi, seq, sink),
        Subject::Pos(id) => about_organisation(entry, 2, id, instansi, seq, sink),
        Subject::Instansi => about_organisation(entry, 3, "", instansi, seq, sink),
    }
}

/// The text of the first note of a name.
pub(crate) fn note<'e>(entry: &'e Entry, name: &str) -> Option<&'e str> {
    entry.notes.iter().find(|n| &*n.0 == name).map(|n| &*n.1)
}

/// Whether an entry only says that somebody looked, kept a receipt, took a stand on the law or did something
/// in a meeting: it changes nothing of what is known about anybody.
pub fn only_looks(entry: &Entry) -> bool {
    let looks = note(entry, NOTE_OPENS).is_some() || note(entry, NOTE_RECEIPT).is_some();
    looks || crate::pejabat::is_statement(entry) || crate::peristiwa::is_event(entry)
}

/// Looking is not a statement about the person: it makes no row of their ledger.
fn opened(entry: &Entry, part: &str, instansi: &str, seq: i64, sink: &mut impl Sink) -> Result<()> {
    let (instansi, id, at) = (Bind::Text(instansi), Bind::Uuid(entry.id.0), Bind::Int(seq));
    let (recorded, actor) = (Bind::Stamp(entry.recorded), Bind::Text(&entry.actor));
    let text = |name| Bind::Text(note(entry, name).unwrap_or(""));
    let (by, part, reason) = (text(NOTE_BY), Bind::Text(part), text(NOTE_REASON));
    match &entry.subject {
        Subject::Pegawai(person) => sink.insert(
            &schema::DIBUKA,
            &[Bind::Uuid(person.0), id, instansi, at, recorded, actor, by, part, reason],
        ),
        _ => sink.insert(&schema::DIBUKA_SEMUA, &[instansi, id, at, recorded, actor, by, part, reason]),
    }
}

fn about_person(
    entry: &Entry,
    person: [u8; 16],
    instansi: &str,
    seq: i64,
    sink: &mut impl Sink,
) -> Result<()> {
    let (person, id) = (Bind::Uuid(person), Bind::Uuid(entry.id.0));
    let (instansi_id, at) = (Bind::Text(instansi), Bind::Int(seq));
    sink.insert_absent(&schema::PEGAWAI, &[person, instansi_id, at])?;
    let document = document_bytes(&entry.document);
    sink.insert(
        &schema::ENTRI,
        &[
            person,
            id,
            instansi_id,
            at,
            Bind::Stamp(entry.recorded),
            Bind::Text(&entry.actor),
            Bind::Blob(&document),
        ],
    )?;
    for (ke, (act, fact)) in entry.acts.iter().enumerate() {
        let values = values_bytes(fact);
        let [kind, act, target, target_ke, tmt, until] = fact_columns(act, fact);
        let row =
            [person, id, Bind::Int(ke as i64), kind, act, target, target_ke, tmt, until, Bind::Blob(&values)];
        sink.insert(&schema::RIWAYAT, &row)?;
        seen_in(fact, instansi, seq, person, sink)?;
    }
    if let (Rank::Unduhan, Some(row), Some(day)) = (entry.document.rank, &entry.row, entry.document.tanggal) {
        let hash = row_hash(row);
        sink.insert(
            &schema::BARIS_UNDUHAN,
            &[person, id, instansi_id, at, Bind::Date(day), Bind::Blob(&hash)],
        )?;
    }
    if let Some(target) = note(entry, NOTE_CLOSES).and_then(kernel::EntryId::parse) {
        let reason = Bind::Text(note(entry, NOTE_REASON).unwrap_or(""));
        sink.insert(&schema::TUTUP_UNDUHAN, &[person, Bind::Uuid(target.0), id, at, reason])?;
    }
    Ok(())
}

/// Business keys, units and posts that a fact about a person brings to light.
fn seen_in(fact: &Fact, instansi: &str, seq: i64, person: Bind<'_>, sink: &mut impl Sink) -> Result<()> {
    let at = Bind::Int(seq);
    match fact.kind {
        Kind::Identitas => {
            let claims = [(Field::Nip, schema::CLAIM_NIP), (Field::SiasnId, schema::CLAIM_SIASN)];
            for (field, kind) in claims {
                if let Some(value) = fact.text(field).filter(|v| !v.is_empty()) {
                    sink.insert_absent(&schema::KLAIM, &[Bind::Text(value), Bind::Int(kind), person, at])?;
                }
            }
        }
        Kind::UnitKerja => {
            if let Some(unor) = fact.text(Field::UnorId).filter(|u| !u.is_empty()) {
                let name = Bind::Text(fact.text(Field::UnorNama).unwrap_or(""));
                let from = Bind::Text(FROM_NOMINATIF);
                sink.insert_absent(&schema::UNOR, &[Bind::Text(instansi), Bind::Text(unor), name, from, at])?;
            }
        }
        Kind::Jabatan => {
            if let (Some(pos), Some(unor)) = (fact.text(Field::PosId), fact.text(Field::JabatanUnorId)) {
                let jabatan = Bind::Text(fact.text(Field::JabatanNama).unwrap_or(""));
                let jenis = Bind::Text(fact.text(Field::JenisJabatanId).unwrap_or(""));
                let row = [
                    Bind::Text(instansi),
                    Bind::Text(pos),
                    Bind::Text(unor),
                    jabatan,
                    jenis,
                    Bind::Text(FROM_NOMINATIF),
                    at,
                ];
                sink.insert_absent(&schema::POS, &row)?;
            }
        }
        _ => {}
    }
    Ok(())
}

fn about_organisation(
    entry: &Entry,
    pokok: i64,
    pokok_id: &str,
    instansi: &str,
    seq: i64,
    sink: &mut impl Sink,
) -> Result<()> {
    let head = [Bind::Text(instansi), Bind::Int(pokok), Bind::Text(pokok_id), Bind::Uuid(entry.id.0)];
    let at = Bind::Int(seq);
    let document = document_bytes(&entry.document);
    let [a, b, c, d] = head;
    let row = [a, b, c, d, at, Bind::Stamp(entry.recorded), Bind::Text(&entry.actor), Bind::Blob(&document)];
    sink.insert(&schema::ENTRI_ORGANISASI, &row)?;
    for (ke, (act, fact)) in entry.acts.iter().enumerate() {
        let values = values_bytes(fact);
        let [kind, act, target, target_ke, tmt, until] = fact_columns(act, fact);
        let row =
            [a, b, c, d, Bind::Int(ke as i64), kind, act, target, target_ke, tmt, until, Bind::Blob(&values)];
        sink.insert(&schema::RIWAYAT_ORGANISASI, &row)?;
        let text = |field: Field| Bind::Text(fact.text(field).unwrap_or(""));
        let from = Bind::Text(fact.text(Field::PosAsal).unwrap_or(FROM_LIST));
        match fact.kind {
            Kind::Unor => sink.insert_absent(
                &schema::UNOR,
                &[a, c, text(Field::UnorNamaUnit), Bind::Text(FROM_LIST), at],
            )?,
            Kind::Pos => sink.insert_absent(
                &schema::POS,
                &[a, c, text(Field::PosUnor), text(Field::PosJabatan), text(Field::PosJenis), from, at],
            )?,
            _ => {}
        }
    }
    for (name, text) in &entry.notes {
        if let (NOTE_ABSENT, Some(person)) = (&**name, kernel::PegawaiId::parse(text)) {
            let row = [Bind::Uuid(person.0), d, a, at, Bind::date(entry.document.tanggal)];
            sink.insert(&schema::TIDAK_DALAM_UNDUHAN, &row)?;
        }
    }
    Ok(())
}

fn fact_columns(act: &Act, fact: &Fact) -> [Bind<'static>; 6] {
    let (code, target, target_ke) = match act {
        Act::Perubahan => (0, Bind::Null, Bind::Null),
        Act::Ralat(t) => (1, Bind::Uuid(t.entry.0), Bind::Int(t.ordinal.into())),
        Act::Pembatalan(t) => (2, Bind::Uuid(t.entry.0), Bind::Int(t.ordinal.into())),
    };
    let kind = Bind::Int(fact.kind.info().code.into());
    [kind, Bind::Int(code), target, target_ke, Bind::date(fact.tmt), Bind::date(fact.until)]
}
