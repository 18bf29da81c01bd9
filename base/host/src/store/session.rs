//! Who is here: opaque 256-bit tokens, of which only the hash is kept.

use crate::access::{Role, Visitor};
use kernel::{PegawaiId, Stamp};
use sha2::{Digest, Sha256};
use store::derive::hex;
use store::{Bind, Conn, Error, Result, Source};

store::statements! {
    FIND = "SELECT a.nama, a.lengkap, a.peran, a.instansi_id, a.unor_id, a.pegawai_id, a.ganti_sandi, s.csrf, s.dibuat, s.terakhir, t.langkah,
            (SELECT COUNT(*) FROM (SELECT 1 FROM pesan p WHERE p.akun = a.nama AND p.dibaca IS NULL LIMIT 100) AS baru)
        FROM sesi s JOIN akun a ON a.nama = s.akun LEFT JOIN totp t ON t.akun = a.nama WHERE s.sidik = $1 AND a.aktif = 1";
    TOUCH = "UPDATE sesi SET terakhir = $2 WHERE sidik = $1";
    END = "DELETE FROM sesi WHERE sidik = $1";
    SWEEP = "DELETE FROM sesi WHERE terakhir < $1 OR dibuat < $2";
}

/// Name of the cookie.
pub const COOKIE: &str = "sinergi_sesi";
const IDLE_MICROS: i64 = 30 * 60 * 1_000_000;
const ABSOLUTE_MICROS: i64 = 10 * 3_600 * 1_000_000;
/// A session is marked as used at most this often, so that reading a page is not a write.
const TOUCH_MICROS: i64 = 60 * 1_000_000;

fn fingerprint(token: &str) -> [u8; 32] {
    Sha256::digest(token.as_bytes()).into()
}

/// Opens a session for an account; answers the cookie's value. Old sessions are swept on the way.
pub fn open(conn: &mut Conn, source: &mut Source, akun: &str) -> Result<String> {
    let token = hex(&source.bytes32());
    let csrf = source.bytes32();
    let now = source.now();
    conn.transaction(|conn| {
        conn.exec(
            &SWEEP,
            &[Bind::Stamp(Stamp(now.0 - IDLE_MICROS)), Bind::Stamp(Stamp(now.0 - ABSOLUTE_MICROS))],
        )?;
        let row = [
            Bind::Blob(&fingerprint(&token)),
            Bind::Text(akun),
            Bind::Blob(&csrf),
            Bind::Stamp(now),
            Bind::Stamp(now),
        ];
        conn.insert(&crate::schema::SESI, &row)
    })?;
    Ok(token)
}

/// The visitor of a token; `None` when it is unknown or too old. One statement, and a write once a minute.
pub fn find(conn: &mut Conn, token: &str, now: Stamp) -> Result<Option<Visitor>> {
    let key = fingerprint(token);
    let found = conn.one(&FIND, &[Bind::Blob(&key)], |r| {
        let role =
            Role::parse(r.text(2)?).ok_or_else(|| Error::Corrupt("peran akun tidak dikenal".into()))?;
        let visitor = Visitor {
            akun: r.text(0)?.to_owned(),
            lengkap: r.text(1)?.to_owned(),
            role,
            instansi: r.text(3)?.to_owned(),
            unor: r.text(4)?.to_owned(),
            pegawai: r.opt_uuid(5)?.map(PegawaiId),
            must_change: r.int(6)? != 0,
            csrf: hex(r.blob(7)?),
            totp: r.opt_int(10)?.is_some(),
            pesan_baru: r.int(11)?.unsigned_abs(),
        };
        Ok((visitor, r.stamp(8)?, r.stamp(9)?))
    })?;
    let Some((visitor, created, used)) = found else { return Ok(None) };
    if now.0 - used.0 > IDLE_MICROS || now.0 - created.0 > ABSOLUTE_MICROS {
        conn.exec(&END, &[Bind::Blob(&key)])?;
        return Ok(None);
    }
    if now.0 - used.0 > TOUCH_MICROS {
        conn.exec(&TOUCH, &[Bind::Blob(&key), Bind::Stamp(now)])?;
    }
    Ok(Some(visitor))
}

/// Ends a session.
pub fn end(conn: &mut Conn, token: &str) -> Result<()> {
    conn.exec(&END, &[Bind::Blob(&fingerprint(token))]).map(|_| ())
}
