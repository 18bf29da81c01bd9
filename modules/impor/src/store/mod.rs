//! What the register already knows about the people of a file.

use kernel::{Date, PegawaiId};
use std::collections::HashMap;
use store::people::each_claim;
use store::schema::{CLAIM_NIP, CLAIM_SIASN};
use store::{Bind, Conn, Result};

store::statements! {
    LATEST_ROWS = "SELECT pegawai_id, instansi_id, seq, tanggal, sidik FROM baris_unduhan ORDER BY pegawai_id, seq";
    PEOPLE_OF = "SELECT pegawai_id FROM pegawai WHERE instansi_id = $1 ORDER BY pegawai_id";
    OWNERS = "SELECT pegawai_id, instansi_id FROM pegawai";
    ABSENT_OPEN = "SELECT t.pegawai_id, t.entri_id, t.tanggal FROM tidak_dalam_unduhan t WHERE t.instansi_id = $1
        ORDER BY t.pegawai_id, t.entri_id";
    PAYLOAD = "SELECT isi FROM jurnal WHERE instansi_id = $1 AND seq = $2";
    EXPORT_PAGE = "SELECT p.pegawai_id, p.instansi_id FROM pegawai p WHERE p.pegawai_id > $1 ORDER BY p.pegawai_id LIMIT $2";
    EXPORT_ROWS = "SELECT b.pegawai_id, b.entri_id, b.tanggal, b.sidik, j.isi FROM baris_unduhan b
        JOIN jurnal j ON j.instansi_id = b.instansi_id AND j.seq = b.seq
        WHERE b.pegawai_id > $1 AND b.pegawai_id <= $2 ORDER BY b.pegawai_id, b.seq";
    OTHER_ENTRIES = "SELECT DISTINCT e.pegawai_id FROM entri e
        LEFT JOIN baris_unduhan b ON b.pegawai_id = e.pegawai_id AND b.entri_id = e.entri_id
        WHERE b.entri_id IS NULL AND e.pegawai_id > $1 AND e.pegawai_id <= $2";
    ORGANISATION_HEADS = "SELECT pokok, pokok_id, entri_id, dicatat, dokumen FROM entri_organisasi WHERE instansi_id = $1
        ORDER BY pokok, pokok_id, entri_id";
}

/// The newest download row of a person.
#[derive(Clone, Debug)]
pub struct Latest {
    /// Journal it stands in.
    pub instansi: u16,
    /// Place there.
    pub seq: i64,
    /// Day of the download.
    pub tanggal: Date,
    /// Hash of its cells.
    pub hash: [u8; 32],
}

/// People, by the keys a file names them with.
#[derive(Default)]
pub struct Known {
    /// Instansi ids, for the small numbers elsewhere.
    pub instansi: Vec<String>,
    /// How long each journal was when this was read.
    pub sizes: Vec<(String, i64)>,
    by_nip: HashMap<u64, PegawaiId>,
    by_siasn: HashMap<Box<str>, PegawaiId>,
    rows: HashMap<PegawaiId, Latest>,
    owner: HashMap<PegawaiId, u16>,
}

impl Known {
    /// Reads it: three scans. `today` tells which recorded days cannot be right.
    pub fn gather(conn: &mut Conn, today: Date) -> Result<Known> {
        let mut known = Known { sizes: store::people::journal_sizes(conn)?, ..Known::default() };
        each_claim(conn, |value, kind, id| match kind {
            CLAIM_NIP => {
                if let Some(nip) = kernel::Nip::parse(value) {
                    known.by_nip.insert(nip.as_u64(), id);
                }
            }
            CLAIM_SIASN => {
                known.by_siasn.insert(value.into(), id);
            }
            _ => {}
        })?;
        let mut names: HashMap<String, u16> = HashMap::new();
        let mut number = |known: &mut Known, name: &str| match names.get(name) {
            Some(n) => *n,
            None => {
                let n = known.instansi.len() as u16;
                known.instansi.push(name.to_owned());
                names.insert(name.to_owned(), n);
                n
            }
        };
        conn.for_each(&LATEST_ROWS, &[], |r| {
            let id = PegawaiId(r.uuid(0)?);
            let latest = Latest {
                instansi: number(&mut known, r.text(1)?),
                seq: r.int(2)?,
                tanggal: r.opt_date(3)?.unwrap_or(Date::MIN),
                hash: r.blob(4)?.try_into().unwrap_or_default(),
            };
            let old = known.rows.get(&id);
            if old.is_none_or(|old| replaces((old.tanggal, &old.hash), (latest.tanggal, &latest.hash), today))
            {
                known.rows.insert(id, latest);
            }
            Ok(())
        })?;
        conn.for_each(&OWNERS, &[], |r| {
            let owner = number(&mut known, r.text(1)?);
            known.owner.insert(PegawaiId(r.uuid(0)?), owner);
            Ok(())
        })?;
        Ok(known)
    }

    /// Who holds a NIP.
    pub fn by_nip(&self, nip: u64) -> Option<PegawaiId> {
        self.by_nip.get(&nip).copied()
    }

    /// Who holds a SIASN id.
    pub fn by_siasn(&self, id: &str) -> Option<PegawaiId> {
        self.by_siasn.get(id).copied()
    }

    /// The newest download row of a person.
    pub fn latest(&self, id: PegawaiId) -> Option<&Latest> {
        self.rows.get(&id)
    }

    /// The owning instansi of a person.
    pub fn owner(&self, id: PegawaiId) -> Option<&str> {
        self.owner.get(&id).map(|n| self.instansi[usize::from(*n)].as_str())
    }

    /// How many people an instansi owns.
    pub fn people_of(&self, instansi: &str) -> usize {
        let Some(n) = self.instansi.iter().position(|i| i == instansi) else { return 0 };
        self.owner.values().filter(|o| usize::from(**o) == n).count()
    }

    /// Those people, in order of id.
    pub fn each_of(&self, instansi: &str) -> Vec<PegawaiId> {
        let Some(n) = self.instansi.iter().position(|i| i == instansi) else { return Vec::new() };
        let mut people: Vec<PegawaiId> =
            self.owner.iter().filter(|o| usize::from(*o.1) == n).map(|o| *o.0).collect();
        people.sort_unstable();
        people
    }
}

/// Whether a download row recorded later takes the place of an earlier one, each by its day and its cells.
/// An older file does not, unless it says the same (then the day recorded before was wrong, and is
/// corrected) or that day has not come yet.
pub fn replaces(old: (Date, &[u8]), new: (Date, &[u8]), today: Date) -> bool {
    new.0 >= old.0 || new.1 == old.1 || old.0 > today
}

/// An entry of a journal; `None` when its content was destroyed.
pub fn entry(conn: &mut Conn, instansi: &str, seq: i64) -> Result<Option<kernel::Entry>> {
    let payload = payload(conn, instansi, seq)?;
    Ok(payload.map(|bytes| kernel::codec::read_entry(&bytes)).transpose()?)
}

/// The source row an entry keeps.
pub fn source_row(conn: &mut Conn, instansi: &str, seq: i64) -> Result<Option<kernel::SourceRow>> {
    match payload(conn, instansi, seq)? {
        Some(bytes) => Ok(kernel::codec::read_source_row(&bytes)?),
        None => Ok(None),
    }
}

fn payload(conn: &mut Conn, instansi: &str, seq: i64) -> Result<Option<Vec<u8>>> {
    let binds = [Bind::Text(instansi), Bind::Int(seq)];
    Ok(conn.one(&PAYLOAD, &binds, |r| Ok(r.opt_blob(0)?.map(<[u8]>::to_vec)))?.flatten())
}

/// People already on the list "tidak ada dalam unduhan" since their last download row.
pub fn listed_absent(conn: &mut Conn, instansi: &str) -> Result<Vec<(PegawaiId, Option<Date>)>> {
    conn.all(&ABSENT_OPEN, &[Bind::Text(instansi)], |r| Ok((PegawaiId(r.uuid(0)?), r.opt_date(2)?)))
}
