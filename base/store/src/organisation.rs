//! Units and posts of an instansi as of a moment, read back from the derived tables.

use crate::derive::FROM_NOMINATIF;
use crate::error::Result;
use crate::people::read_fact_at;
use crate::sql::{Bind, Conn};
use kernel::codec::read_document_bytes;
use kernel::ledger::Head;
use kernel::{Act, AsOf, EntryId, Fact, FactId, Field, Ledger, Snapshot};
use std::collections::HashMap;

crate::statements! {
    UNITS = "SELECT unor_id, nama, asal FROM unor WHERE instansi_id = $1 ORDER BY unor_id";
    POSTS = "SELECT pos_id, unor_id, jabatan, jenis, asal FROM pos WHERE instansi_id = $1 ORDER BY pos_id";
    HEADS = "SELECT pokok, pokok_id, entri_id, dicatat, dokumen FROM entri_organisasi
        WHERE instansi_id = $1 AND pokok IN (1, 2) ORDER BY pokok, pokok_id, entri_id";
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
            derived: r.text(4)? == FROM_NOMINATIF,
            ..Post::default()
        })
    })?;
    let ledgers = ledgers(conn, instansi)?;
    for unit in &mut units {
        if let Some(ledger) = ledgers.get(&(1, unit.id.clone())) {
            state_unit(unit, &Snapshot::fold(ledger, as_of));
        }
    }
    for post in &mut posts {
        if let Some(ledger) = ledgers.get(&(2, post.id.clone())) {
            state_post(post, &Snapshot::fold(ledger, as_of));
        }
    }
    Ok((units, posts))
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
