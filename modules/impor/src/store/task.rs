//! An import as a page knows it: the file, the day, how far it came.

use host::Visitor;
use kernel::{Date, Stamp};
use store::{Bind, Conn, Error, Result, Tenant};

store::statements! {
    ADD = "INSERT INTO tugas (tugas_id, jenis, akun, instansi_id, berkas, sidik, per_tanggal, keadaan, ringkasan, dibuat)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)";
    ONE = "SELECT tugas_id, jenis, akun, instansi_id, berkas, sidik, per_tanggal, keadaan, ringkasan, dibuat FROM tugas WHERE tugas_id = $1";
    NEWEST = "SELECT tugas_id, jenis, akun, instansi_id, berkas, sidik, per_tanggal, keadaan, ringkasan, dibuat FROM tugas
        ORDER BY dibuat DESC, tugas_id DESC LIMIT 40";
    CLAIM = "UPDATE tugas SET keadaan = 'menyimpan' WHERE tugas_id = $1 AND keadaan = 'menunggu'";
    CHECK_AGAIN = "UPDATE tugas SET keadaan = 'diperiksa' WHERE tugas_id = $1
        AND keadaan IN ('diperiksa', 'menunggu', 'menyimpan', 'sama')";
    CHECKED = "UPDATE tugas SET keadaan = $2, ringkasan = $3 WHERE tugas_id = $1 AND keadaan = 'diperiksa'";
    SAVED = "UPDATE tugas SET keadaan = $2, ringkasan = $3 WHERE tugas_id = $1 AND keadaan = 'menyimpan'";
    CANCEL = "UPDATE tugas SET keadaan = 'dibatalkan' WHERE tugas_id = $1
        AND keadaan IN ('diperiksa', 'menunggu', 'ditolak')";
}

/// How far an import came.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum State {
    /// Being read.
    Checking,
    /// The preview waits.
    Waiting,
    /// Being saved.
    Saving,
    /// Saved.
    Done,
    /// The file could not be taken.
    Refused,
    /// Let be.
    Cancelled,
    /// Nothing in it is to be saved: closed without anybody's doing.
    Same,
}

const WORDS: [(State, &str); 7] = [
    (State::Checking, "diperiksa"),
    (State::Waiting, "menunggu"),
    (State::Saving, "menyimpan"),
    (State::Done, "selesai"),
    (State::Refused, "ditolak"),
    (State::Cancelled, "dibatalkan"),
    (State::Same, "sama"),
];

impl State {
    fn word(self) -> &'static str {
        WORDS.iter().find(|w| w.0 == self).map_or("", |w| w.1)
    }
    fn parse(word: &str) -> Option<State> {
        WORDS.iter().find(|w| w.1 == word).map(|w| w.0)
    }
}

/// An import.
#[derive(Clone, Debug)]
pub struct Task {
    /// Its id.
    pub id: [u8; 16],
    /// Kind of file: `nominatif`, `unor`, …
    pub jenis: String,
    /// Who uploaded it.
    pub akun: String,
    /// Own instansi of that account; empty for all.
    pub instansi: String,
    /// Name of the file.
    pub name: String,
    /// Its hash.
    pub hash: [u8; 32],
    /// The day the data are of.
    pub per_tanggal: Date,
    /// How far it came.
    pub state: State,
    /// A few words for the list.
    pub summary: String,
    /// When it was uploaded.
    pub made: Stamp,
}

impl Task {
    /// Whether a visitor may see it: imports of another instansi do not exist for them.
    pub fn visible_to(&self, visitor: &Visitor) -> bool {
        visitor.instansi.is_empty() || visitor.instansi == self.instansi
    }

    /// Governments whose rows may be taken (the own one, or all of the node), and the others of the node.
    pub fn tenants(&self, conn: &mut Conn) -> Result<(Vec<Tenant>, Vec<Tenant>)> {
        let all = store::node::tenants(conn)?;
        Ok(all.into_iter().partition(|t| self.instansi.is_empty() || t.id == self.instansi))
    }

    /// A word of the summary: `baris=20 kepala=9f2c`.
    pub fn word(&self, name: &str) -> Option<&str> {
        self.summary.split(' ').filter_map(|p| p.split_once('=')).find(|p| p.0 == name).map(|p| p.1)
    }

    /// A number of the summary: `baris=20 ditolak=3`.
    pub fn number(&self, name: &str) -> Option<u64> {
        self.word(name)?.parse().ok()
    }
}

/// Stores a new import.
pub fn add(conn: &mut Conn, task: &Task) -> Result<()> {
    let binds = [
        Bind::Uuid(task.id),
        Bind::Text(&task.jenis),
        Bind::Text(&task.akun),
        Bind::Text(&task.instansi),
        Bind::Text(&task.name),
        Bind::Blob(&task.hash),
        Bind::Date(task.per_tanggal),
        Bind::Text(task.state.word()),
        Bind::Text(&task.summary),
        Bind::Stamp(task.made),
    ];
    conn.exec(&ADD, &binds).map(|_| ())
}

/// An import by id.
pub fn find(conn: &mut Conn, id: [u8; 16]) -> Result<Option<Task>> {
    conn.one(&ONE, &[Bind::Uuid(id)], read)
}

/// The newest imports.
pub fn newest(conn: &mut Conn) -> Result<Vec<Task>> {
    conn.all(&NEWEST, &[], read)
}

/// Notes that an import is being checked, unless it is over.
pub fn check_again(conn: &mut Conn, id: [u8; 16]) -> Result<()> {
    conn.exec(&CHECK_AGAIN, &[Bind::Uuid(id)]).map(|_| ())
}

/// Notes what came of a check. One that was let be meanwhile stays let be.
pub fn checked(conn: &mut Conn, id: [u8; 16], state: State, summary: &str) -> Result<()> {
    conn.exec(&CHECKED, &[Bind::Uuid(id), Bind::Text(state.word()), Bind::Text(summary)]).map(|_| ())
}

/// Notes what came of saving.
pub fn saved(conn: &mut Conn, id: [u8; 16], state: State, summary: &str) -> Result<()> {
    conn.exec(&SAVED, &[Bind::Uuid(id), Bind::Text(state.word()), Bind::Text(summary)]).map(|_| ())
}

/// Lets an import be, unless it is being saved or over.
pub fn cancel(conn: &mut Conn, id: [u8; 16]) -> Result<()> {
    conn.exec(&CANCEL, &[Bind::Uuid(id)]).map(|_| ())
}

fn read(r: &store::sql::Row<'_>) -> Result<Task> {
    let text = |at| r.text(at).map(str::to_owned);
    Ok(Task {
        id: r.uuid(0)?,
        jenis: text(1)?,
        akun: text(2)?,
        instansi: text(3)?,
        name: text(4)?,
        hash: r.blob(5)?.try_into().map_err(|_| Error::Corrupt("sidik berkas impor".into()))?,
        per_tanggal: r.opt_date(6)?.unwrap_or(Date::MIN),
        state: State::parse(r.text(7)?).ok_or_else(|| Error::Corrupt("keadaan impor".into()))?,
        summary: text(8)?,
        made: r.stamp(9)?,
    })
}

/// Takes a waiting import for saving; `false` when somebody else was faster.
pub fn claim(conn: &mut Conn, id: [u8; 16]) -> Result<bool> {
    Ok(conn.exec(&CLAIM, &[Bind::Uuid(id)])? == 1)
}
