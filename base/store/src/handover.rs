//! Which key signs a journal, and how one takes over from another. The first is the key of the first
//! checkpoint. Every later one is named in a row that it signs together with the root the journal has at
//! that moment; the key before signs the row too, when it is still there to do so.

use crate::derive::hex;
use crate::error::{Error, Result};
use crate::key::{NodeKey, fingerprint};
use crate::schema::JURNAL_KUNCI;
use crate::sql::{Bind, Conn, Row};
use kernel::Stamp;

crate::statements! {
    JOURNALS = "SELECT DISTINCT instansi_id FROM jurnal_titik ORDER BY instansi_id";
    FIRST = "SELECT kunci, dicatat FROM jurnal_titik WHERE instansi_id = $1 ORDER BY ukuran LIMIT 1";
    HEAD = "SELECT ukuran, akar, kunci FROM jurnal_titik WHERE instansi_id = $1 ORDER BY ukuran DESC LIMIT 1";
    TURNS = "SELECT ke, ukuran, akar, kunci_lama, kunci_baru, dicatat, alasan, tanda_lama, tanda_baru
        FROM jurnal_kunci WHERE instansi_id = $1 ORDER BY ke";
    LAST_TURN = "SELECT kunci_baru FROM jurnal_kunci WHERE instansi_id = $1 ORDER BY ke DESC LIMIT 1";
    COUNT = "SELECT COUNT(*) FROM jurnal_kunci WHERE instansi_id = $1";
    /// Nobody appends while keys change.
    LOCK = "UPDATE instansi SET urutan = urutan WHERE instansi_id = $1";
}

/// One key taking over from another, as stored.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Turn {
    /// Its number in the journal, from 0.
    pub number: i64,
    /// Entries the journal had; the new key signs what comes after.
    pub size: i64,
    /// Root over them.
    pub root: Vec<u8>,
    /// Public key before.
    pub old: Vec<u8>,
    /// Public key from here on.
    pub new: Vec<u8>,
    /// When.
    pub recorded: Stamp,
    /// Why.
    pub reason: String,
    /// By the key before; `None` when it was lost.
    pub old_signature: Option<Vec<u8>>,
    /// By the new key.
    pub new_signature: Vec<u8>,
}

impl Turn {
    fn read(row: &Row<'_>) -> Result<Turn> {
        Ok(Turn {
            number: row.int(0)?,
            size: row.int(1)?,
            root: row.blob(2)?.to_vec(),
            old: row.blob(3)?.to_vec(),
            new: row.blob(4)?.to_vec(),
            recorded: row.stamp(5)?,
            reason: row.text(6)?.to_owned(),
            old_signature: row.opt_blob(7)?.map(<[u8]>::to_vec),
            new_signature: row.blob(8)?.to_vec(),
        })
    }

    /// What the key before signs.
    pub fn old_text(&self, instansi: &str) -> String {
        format!(
            "sinergi/kunci/{instansi}\n{}\n{}\n{}\n{}\n{}\n{}\n{}\n",
            self.number,
            self.size,
            hex(&self.root),
            hex(&self.old),
            hex(&self.new),
            self.recorded.0,
            self.reason
        )
    }

    /// What the new key signs: the same, and whether the key before did, so that its word cannot be taken out.
    pub fn new_text(&self, instansi: &str) -> String {
        let old = self.old_signature.as_deref().map_or_else(|| "-".to_owned(), hex);
        format!("{}{old}\n", self.old_text(instansi))
    }
}

/// Every hand-over of a journal, oldest first.
///
/// # Errors
/// When the database cannot be read.
pub fn turns(conn: &mut Conn, instansi: &str) -> Result<Vec<Turn>> {
    conn.all(&TURNS, &[Bind::Text(instansi)], Turn::read)
}

/// The first key of a journal and the moment of its first checkpoint; `None` while nothing was signed.
///
/// # Errors
/// When the database cannot be read.
pub fn first(conn: &mut Conn, instansi: &str) -> Result<Option<(Vec<u8>, Stamp)>> {
    conn.one(&FIRST, &[Bind::Text(instansi)], |r| Ok((r.blob(0)?.to_vec(), r.stamp(1)?)))
}

/// Journals that were signed, by the id of their instansi.
///
/// # Errors
/// When the database cannot be read.
pub fn journals(conn: &mut Conn) -> Result<Vec<String>> {
    conn.all(&JOURNALS, &[], |r| Ok(r.text(0)?.to_owned()))
}

/// The public key in force; `None` while nothing was signed.
fn in_force(conn: &mut Conn, instansi: &str) -> Result<Option<Vec<u8>>> {
    let binds = [Bind::Text(instansi)];
    match conn.one(&LAST_TURN, &binds, |r| Ok(r.blob(0)?.to_vec()))? {
        Some(key) => Ok(Some(key)),
        None => conn.one(&HEAD, &binds, |r| Ok(r.blob(2)?.to_vec())),
    }
}

/// Whether this key is the one in force for any journal.
pub(crate) fn is_in_force(conn: &mut Conn, key: &NodeKey) -> Result<bool> {
    let Some(public) = key.public() else { return Ok(false) };
    for instansi in journals(conn)? {
        if in_force(conn, &instansi)?.is_some_and(|k| k[..] == public) {
            return Ok(true);
        }
    }
    Ok(false)
}

/// Refuses a key that may not sign this journal.
///
/// # Errors
/// When the key is missing or another one is in force.
pub fn may_sign(conn: &mut Conn, key: &NodeKey, instansi: &str) -> Result<()> {
    let public = key.required()?;
    match in_force(conn, instansi)? {
        Some(other) if other[..] != public => Err(Error::Refused(format!(
            "Kunci simpul ini (sidik {}) bukan kunci jurnal {instansi} (sidik {}). Bila kunci baru saja diganti, jalankan ulang layanan; selain itu pulihkan kunci-simpul dari cadangan atau jalankan `sinergi jurnal kunci ganti`.",
            fingerprint(&public),
            fingerprint(&other)
        ))),
        _ => Ok(()),
    }
}

/// The same for all journals of the node, before it begins to serve.
///
/// # Errors
/// When the key is missing or another one is in force.
pub fn may_sign_all(conn: &mut Conn, key: &NodeKey) -> Result<()> {
    key.required()?;
    journals(conn)?.iter().try_for_each(|instansi| may_sign(conn, key, instansi))
}

/// Makes `new` the key of every journal, inside a transaction of the caller; answers the rows written.
/// `old` signs where it is the key in force; elsewhere the key in force counts as lost.
///
/// # Errors
/// When the new key is missing, the reason is empty, or storage fails.
pub fn hand_over(
    conn: &mut Conn,
    old: &NodeKey,
    new: &NodeKey,
    recorded: Stamp,
    reason: &str,
) -> Result<Vec<(String, Turn)>> {
    // One line: the text that is signed has one reading only.
    let reason = reason.split_whitespace().collect::<Vec<_>>().join(" ");
    if reason.is_empty() {
        return Err(Error::Refused("Sebutkan alasan kunci diganti.".into()));
    }
    let public = new.required()?.to_vec();
    let mut done = Vec::new();
    for instansi in journals(conn)? {
        let binds = [Bind::Text(&instansi)];
        conn.exec(&LOCK, &binds)?;
        let Some(before) = in_force(conn, &instansi)? else { continue };
        let head = conn.one(&HEAD, &binds, |r| Ok((r.int(0)?, r.blob(1)?.to_vec())))?;
        let Some((size, root)) = head else { continue };
        let mut turn = Turn {
            number: conn.one(&COUNT, &binds, |r| r.int(0))?.unwrap_or(0),
            size,
            root,
            old: before,
            new: public.clone(),
            recorded,
            reason: reason.clone(),
            old_signature: None,
            new_signature: Vec::new(),
        };
        if old.public().is_some_and(|key| key[..] == turn.old) {
            turn.old_signature = Some(old.sign(turn.old_text(&instansi).as_bytes())?.to_vec());
        }
        turn.new_signature = new.sign(turn.new_text(&instansi).as_bytes())?.to_vec();
        conn.insert(
            &JURNAL_KUNCI,
            &[
                Bind::Text(&instansi),
                Bind::Int(turn.number),
                Bind::Int(turn.size),
                Bind::Blob(&turn.root),
                Bind::Blob(&turn.old),
                Bind::Blob(&turn.new),
                Bind::Stamp(turn.recorded),
                Bind::Text(&turn.reason),
                turn.old_signature.as_deref().map_or(Bind::Null, Bind::Blob),
                Bind::Blob(&turn.new_signature),
            ],
        )?;
        done.push((instansi, turn));
    }
    conn.flush()?;
    Ok(done)
}
