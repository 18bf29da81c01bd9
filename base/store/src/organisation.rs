//! Units and posts of an instansi as of a moment, read back from the derived tables.

use crate::derive::FROM_NOMINATIF;
use crate::error::Result;
use crate::people::{Trace, read_fact_at};
use crate::sql::{Bind, Conn};
use kernel::codec::read_document_bytes;
use kernel::ledger::Head;
use kernel::{Act, AsOf, EntryId, Fact, FactId, Field, Ledger, Rank, Snapshot};
use std::collections::HashMap;

crate::statements! {
    UNITS = "SELECT unor_id, nama, asal FROM unor WHERE instansi_id = $1 ORDER BY unor_id";
    POSTS = "SELECT pos_id, unor_id, jabatan, jenis, asal FROM pos WHERE instansi_id = $1 ORDER BY pos_id";
    HEADS = "SELECT pokok, pokok_id, entri_id, dicatat, dokumen FROM entri_organisasi
        WHERE instansi_id = $1 AND pokok IN (1, 2) ORDER BY pokok, pokok_id, entri_id";
    HEADS_OF = "SELECT entri_id, dicatat, dokumen, pelaku, seq FROM entri_organisasi
        WHERE instansi_id = $1 AND pokok = $2 AND pokok_id = $3 ORDER BY entri_id";
    FACTS_OF = "SELECT entri_id, ke, jenis, tindakan, sasaran, sasaran_ke, tmt, sampai, isi FROM riwayat_organisasi
        WHERE instansi_id = $1 AND pokok = $2 AND pokok_id = $3 ORDER BY entri_id, ke";
    COUNT = "SELECT COUNT(*) FROM entri_organisasi WHERE instansi_id = $1 AND pokok IN (1, 2)";
    FACTS = "SELECT pokok, pokok_id, entri_id, ke, jenis, tindakan, sasaran, sasaran_ke, tmt, sampai, isi FROM riwayat_organisasi
        WHERE instansi_id = $1 AND pokok IN (1, 2) ORDER BY pokok, pokok_id, entri_id, ke";
}

/// A unit as it stands.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Unit {
    /// BKN's id.
    pub id: String,
    /// Its name.
    pub nama: String,
    /// Id of the unit above, empty at the top.
    pub atasan: String,
    /// Eselon, empty when unknown.
    pub eselon: String,
    /// Name of the post that leads it.
    pub nama_jabatan: String,
    /// Whether people may be placed there.
    pub aktif: bool,
    /// Only a nominatif names it; no list of units does.
    pub derived: bool,
}

/// A post as it stands.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Post {
    /// Its id in this register.
    pub id: String,
    /// Code in the peta jabatan, empty when derived.
    pub kode: String,
    /// The unit it belongs to.
    pub unor: String,
    /// Its name.
    pub jabatan: String,
    /// Kind of post, by BKN's code.
    pub jenis: String,
    /// Eselon or jenjang.
    pub jenjang: String,
    /// Kelas jabatan, 0 when unknown.
    pub kelas: i64,
    /// How many are needed; 0 when no peta jabatan says.
    pub kebutuhan: i64,
    /// Whether it may be held; a closed one stays in history.
    pub aktif: bool,
    /// Only a nominatif names it.
    pub derived: bool,
}

type Subject = (i64, String);
type Parts = (Vec<Head>, Vec<(FactId, Act, Fact)>);

/// Units and posts of an instansi: four statements.
pub fn organisation(conn: &mut Conn, instansi: &str, as_of: AsOf) -> Result<(Vec<Unit>, Vec<Post>)> {
    let id = [Bind::Text(instansi)];
    let mut units = conn.all(&UNITS, &id, |r| {
        let derived = r.text(2)? == FROM_NOMINATIF;
        Ok(Unit { id: r.text(0)?.into(), nama: r.text(1)?.into(), aktif: true, derived, ..Unit::default() })
    })?;
    let mut posts = conn.all(&POSTS, &id, |r| {
        Ok(Post {
            id: r.text(0)?.into(),
            unor: r.text(1)?.into(),
            jabatan: r.text(2)?.into(),
            jenis: r.text(3)?.into(),
            aktif: true,
            derived: r.text(4)? == FROM_NOMINATIF,
            ..Post::default()
        })
    })?;
    let ledgers = ledgers(conn, instansi)?;
    units.retain_mut(|unit| match ledgers.get(&(UNIT, unit.id.clone())) {
        Some(ledger) if !recorded(ledger, as_of) => unit.derived,
        Some(ledger) => {
            let snapshot = Snapshot::fold(ledger, as_of);
            state_unit(unit, &snapshot);
            unit.derived || stands(ledger, &snapshot, Field::UnorNamaUnit)
        }
        None => true,
    });
    posts.retain_mut(|post| match ledgers.get(&(POST, post.id.clone())) {
        Some(ledger) if !recorded(ledger, as_of) => post.derived,
        Some(ledger) => {
            let snapshot = Snapshot::fold(ledger, as_of);
            state_post(post, &snapshot);
            post.derived || stands(ledger, &snapshot, Field::PosJabatan)
        }
        None => true,
    });
    Ok((units, posts))
}

/// Subjects of the tables of the organisation.
const UNIT: i64 = 1;
const POST: i64 = 2;
const INSTANSI: i64 = 3;

/// Whether anybody had recorded anything about a unit or post by then.
fn recorded(ledger: &Ledger, as_of: AsOf) -> bool {
    ledger.heads().iter().any(|head| head.recorded <= as_of.known)
}

/// Whether a unit or post is there: what a document establishes begins on its day and may be annulled; what
/// a list names was there before anybody listed it.
fn stands(ledger: &Ledger, snapshot: &Snapshot<'_>, name: Field) -> bool {
    let listed = |row: &kernel::Row| ledger.head(row).document.rank < Rank::Surat;
    snapshot.value(name).is_some() || ledger.bases().iter().any(listed)
}

/// One unit's or post's ledger and the trace of its entries (two statements); empty for other subjects.
pub fn ledger(conn: &mut Conn, instansi: &str, subject: &kernel::Subject) -> Result<(Ledger, Vec<Trace>)> {
    let (pokok, id) = match subject {
        kernel::Subject::Unor(id) => (UNIT, id.as_str()),
        kernel::Subject::Pos(id) => (POST, id.as_str()),
        kernel::Subject::Instansi => (INSTANSI, ""),
        kernel::Subject::Pegawai(_) => return Ok(Default::default()),
    };
    let binds = [Bind::Text(instansi), Bind::Int(pokok), Bind::Text(id)];
    let (mut heads, mut traces) = (Vec::new(), Vec::new());
    conn.for_each(&HEADS_OF, &binds, |r| {
        let entry = EntryId(r.uuid(0)?);
        heads.push(Head { entry, recorded: r.stamp(1)?, document: read_document_bytes(r.blob(2)?)? });
        traces.push(Trace { entry, seq: r.int(4)?, actor: r.text(3)?.to_owned() });
        Ok(())
    })?;
    let facts = conn.all(&FACTS_OF, &binds, |r| read_fact_at(r, 0))?;
    Ok((Ledger::new(heads, facts), traces))
}

/// How many entries speak of the units and posts of an instansi.
pub fn entries(conn: &mut Conn, instansi: &str) -> Result<usize> {
    let count = conn.one(&COUNT, &[Bind::Text(instansi)], |r| r.int(0))?;
    Ok(count.map_or(0, |n| n.unsigned_abs() as usize))
}

fn state_unit(unit: &mut Unit, snapshot: &Snapshot<'_>) {
    let nama = snapshot.text(Field::UnorNamaUnit);
    if nama.is_empty() {
        return;
    }
    unit.nama = nama.into();
    unit.atasan = snapshot.text(Field::UnorAtasan).into();
    unit.eselon = snapshot.text(Field::UnorEselon).into();
    unit.nama_jabatan = snapshot.text(Field::UnorNamaJabatan).into();
    unit.aktif = snapshot.text(Field::UnorAktif) != "tidak";
    unit.derived = false;
}

fn state_post(post: &mut Post, snapshot: &Snapshot<'_>) {
    if snapshot.value(Field::PosJabatan).is_none() {
        return;
    }
    post.kode = snapshot.text(Field::PosKode).into();
    post.jabatan = snapshot.text(Field::PosJabatan).into();
    post.unor = snapshot.text(Field::PosUnor).into();
    post.jenis = snapshot.text(Field::PosJenis).into();
    post.jenjang = snapshot.text(Field::PosJenjang).into();
    post.kelas = snapshot.int(Field::PosKelas).unwrap_or(0);
    post.kebutuhan = snapshot.int(Field::PosKebutuhan).unwrap_or(0);
    post.aktif = snapshot.text(Field::PosAktif) != "tidak";
    post.derived = false;
}

/// Ledgers of the units and posts that any document speaks about, by (1 = unit, 2 = post, id).
pub fn ledgers(conn: &mut Conn, instansi: &str) -> Result<HashMap<Subject, Ledger>> {
    let mut parts: HashMap<Subject, Parts> = HashMap::new();
    conn.for_each(&HEADS, &[Bind::Text(instansi)], |r| {
        let head = Head {
            entry: EntryId(r.uuid(2)?),
            recorded: r.stamp(3)?,
            document: read_document_bytes(r.blob(4)?)?,
        };
        parts.entry((r.int(0)?, r.text(1)?.to_owned())).or_default().0.push(head);
        Ok(())
    })?;
    conn.for_each(&FACTS, &[Bind::Text(instansi)], |r| {
        let subject = (r.int(0)?, r.text(1)?.to_owned());
        parts.entry(subject).or_default().1.push(read_fact_at(r, 2)?);
        Ok(())
    })?;
    Ok(parts.into_iter().map(|(subject, (heads, facts))| (subject, Ledger::new(heads, facts))).collect())
}
