//! Accounts and passwords. Passwords are Argon2id; a first password is random and must be changed.

use crate::access::{Role, Visitor};
use argon2::password_hash::{PasswordHasher, PasswordVerifier};
use argon2::{Algorithm, Argon2, Params, PasswordHash, Version};
use kernel::{PegawaiId, Stamp};
use store::{Bind, Conn, Error, Result, Source};

store::statements! {
    ONE = "SELECT nama, lengkap, sandi, peran, instansi_id, unor_id, pegawai_id, aktif, ganti_sandi, gagal, gagal_pada IS NOT NULL,
        COALESCE(gagal_pada, dibuat) FROM akun WHERE nama = $1";
    ALL_ACCOUNTS = "SELECT nama, lengkap, peran, instansi_id, unor_id, aktif FROM akun ORDER BY nama";
    SET_PASSWORD = "UPDATE akun SET sandi = $2, ganti_sandi = $3, gagal = 0 WHERE nama = $1";
    FAILED = "UPDATE akun SET gagal = $2, gagal_pada = $3 WHERE nama = $1";
    SET_ACTIVE = "UPDATE akun SET aktif = $2 WHERE nama = $1";
    DROP_SESSIONS = "DELETE FROM sesi WHERE akun = $1";
}

/// An account as stored.
#[derive(Clone, Debug)]
pub struct Account {
    /// Whom it lets in.
    pub visitor: Visitor,
    sandi: String,
    /// Whether it may be used.
    pub active: bool,
    gagal: i64,
    gagal_pada: Stamp,
}

/// A new account.
pub struct NewAccount<'a> {
    /// Name to sign in with.
    pub nama: &'a str,
    /// Full name.
    pub lengkap: &'a str,
    /// Role.
    pub role: Role,
    /// Own instansi, empty for all.
    pub instansi: &'a str,
    /// Unit of an operator.
    pub unor: &'a str,
    /// Own record of an employee.
    pub pegawai: Option<PegawaiId>,
}

/// Wrong passwords in a row before waiting begins, and how long the longest wait is (BSSN 4/2021 and
/// ASVS 6.3.1 ask for a limit; a wait that ends by itself cannot be used to shut somebody out for good).
const TRIES: i64 = 5;
const WAIT_MICROS: i64 = 15 * 60 * 1_000_000;
/// Shortest password.
pub const SHORTEST: usize = 12;

/// What came of an attempt to sign in.
pub enum Attempt {
    /// Come in.
    Welcome(Visitor),
    /// Name or password do not fit; nobody learns which.
    Wrong,
    /// Too many wrong passwords: wait so many minutes.
    Wait(u32),
}

fn argon() -> Argon2<'static> {
    // 19 MiB, two passes, one lane: 22 ms on the smallest machine this runs on.
    let params = Params::new(19 * 1024, 2, 1, None).unwrap_or_default();
    Argon2::new(Algorithm::Argon2id, Version::V0x13, params)
}

fn hash(password: &str, source: &mut Source) -> Result<String> {
    let salt = source.bytes32();
    let hashed = argon().hash_password_with_salt(password.as_bytes(), &salt[..16]);
    hashed.map(|h| h.to_string()).map_err(|e| Error::Corrupt(format!("sandi tidak dapat diolah: {e}")))
}

/// A one-time password that can be read aloud: no 0/O, 1/l/I.
pub fn one_time_password(source: &mut Source) -> String {
    const LETTERS: &[u8] = b"abcdefghijkmnpqrstuvwxyz23456789";
    let bytes = source.bytes32();
    let letters: Vec<char> =
        bytes.iter().take(16).map(|b| char::from(LETTERS[usize::from(b % 32)])).collect();
    letters.chunks(4).map(|c| c.iter().collect::<String>()).collect::<Vec<_>>().join("-")
}

/// Creates an account; answers its one-time password.
pub fn create(conn: &mut Conn, source: &mut Source, account: &NewAccount<'_>) -> Result<String> {
    if account.nama.is_empty()
        || !account.nama.chars().all(|c| c.is_ascii_alphanumeric() || "._-".contains(c))
    {
        return Err(Error::Refused(
            "Nama akun hanya boleh huruf, angka, titik, garis bawah dan tanda hubung.".into(),
        ));
    }
    if find(conn, account.nama)?.is_some() {
        return Err(Error::Refused(format!("Akun {} sudah ada. Pilih nama lain.", account.nama)));
    }
    let password = one_time_password(source);
    let sandi = hash(&password, source)?;
    let now = source.now();
    conn.transaction(|conn| {
        conn.insert(
            &crate::schema::AKUN,
            &[
                Bind::Text(account.nama),
                Bind::Text(account.lengkap),
                Bind::Text(&sandi),
                Bind::Text(account.role.word()),
                Bind::Text(account.instansi),
                Bind::Text(account.unor),
                account.pegawai.map_or(Bind::Null, |p| Bind::Uuid(p.0)),
                Bind::Int(1),
                Bind::Int(1),
                Bind::Int(0),
                Bind::Null,
                Bind::Stamp(now),
            ],
        )
    })?;
    Ok(password)
}

/// An account by name.
pub fn find(conn: &mut Conn, nama: &str) -> Result<Option<Account>> {
    conn.one(&ONE, &[Bind::Text(nama)], |r| {
        let role =
            Role::parse(r.text(3)?).ok_or_else(|| Error::Corrupt("peran akun tidak dikenal".into()))?;
        Ok(Account {
            visitor: Visitor {
                akun: r.text(0)?.to_owned(),
                lengkap: r.text(1)?.to_owned(),
                role,
                instansi: r.text(4)?.to_owned(),
                unor: r.text(5)?.to_owned(),
                pegawai: r.opt_uuid(6)?.map(PegawaiId),
                must_change: r.int(8)? != 0,
                csrf: String::new(),
            },
            sandi: r.text(2)?.to_owned(),
            active: r.int(7)? != 0,
            gagal: r.int(9)?,
            gagal_pada: r.stamp(11)?,
        })
    })
}

/// An account as a list shows it.
#[derive(Clone, Debug)]
pub struct Listed {
    /// Name to sign in with.
    pub nama: String,
    /// Full name.
    pub lengkap: String,
    /// Role, as stored.
    pub peran: String,
    /// Own instansi, empty for all.
    pub instansi: String,
    /// Unit of an operator.
    pub unor: String,
    /// Whether it may be used.
    pub active: bool,
}

/// Every account, by name.
pub fn list(conn: &mut Conn) -> Result<Vec<Listed>> {
    conn.all(&ALL_ACCOUNTS, &[], |r| {
        let text = |at| r.text(at).map(str::to_owned);
        let (nama, lengkap, peran) = (text(0)?, text(1)?, text(2)?);
        Ok(Listed { nama, lengkap, peran, instansi: text(3)?, unor: text(4)?, active: r.int(5)? != 0 })
    })
}

/// Tries a password. An unknown name costs the same time as a known one.
pub fn attempt(conn: &mut Conn, nama: &str, password: &str, now: Stamp) -> Result<Attempt> {
    let account = find(conn, nama)?;
    if let Some(account) = &account
        && let Some(minutes) = account.must_wait(now)
    {
        return Ok(Attempt::Wait(minutes));
    }
    let stored = account.as_ref().map_or(DUMMY, |a| a.sandi.as_str());
    let fits = PasswordHash::new(stored)
        .is_ok_and(|stored| argon().verify_password(password.as_bytes(), &stored).is_ok());
    match account {
        Some(account) if fits && account.active => {
            conn.exec(&FAILED, &[Bind::Text(nama), Bind::Int(0), Bind::Null])?;
            Ok(Attempt::Welcome(account.visitor))
        }
        Some(account) => {
            let failed = if account.expired(now) { 1 } else { account.gagal + 1 };
            conn.exec(&FAILED, &[Bind::Text(nama), Bind::Int(failed), Bind::Stamp(now)])?;
            Ok(if failed >= TRIES {
                Attempt::Wait((WAIT_MICROS / 60_000_000) as u32)
            } else {
                Attempt::Wrong
            })
        }
        None => Ok(Attempt::Wrong),
    }
}

/// Whether a password is the one in force; for somebody who is in already, so it counts no failure.
pub fn is_current(conn: &mut Conn, nama: &str, password: &str) -> Result<bool> {
    let account = find(conn, nama)?;
    let stored = account.as_ref().map_or(DUMMY, |a| a.sandi.as_str());
    Ok(PasswordHash::new(stored)
        .is_ok_and(|stored| argon().verify_password(password.as_bytes(), &stored).is_ok()))
}

/// A hash nothing fits, so that unknown names take as long as known ones.
const DUMMY: &str =
    "$argon2id$v=19$m=19456,t=2,p=1$c2luZXJnaXNpbmVyZ2k$5ZTHOsTzdzLvjhGsG4GEdkPpWbeDdDdMxxkbfPgJEJE";

impl Account {
    fn expired(&self, now: Stamp) -> bool {
        now.0 - self.gagal_pada.0 > WAIT_MICROS
    }

    fn must_wait(&self, now: Stamp) -> Option<u32> {
        let left = WAIT_MICROS - (now.0 - self.gagal_pada.0);
        (self.gagal >= TRIES && left > 0).then(|| (left / 60_000_000 + 1) as u32)
    }
}

/// What is wrong with a new password, in Indonesian; `None` when it will do.
pub fn password_trouble(password: &str, visitor: &Visitor) -> Option<String> {
    if password.chars().count() < SHORTEST {
        return Some(format!("Sandi paling sedikit {SHORTEST} karakter."));
    }
    if password.len() > 256 {
        return Some("Sandi paling banyak 256 karakter.".into());
    }
    let lower = password.to_lowercase();
    let own = [visitor.akun.as_str(), visitor.lengkap.as_str()];
    let common = ["password", "rahasia", "indonesia", "sinergi", "qwerty", "123456", "bismillah", "merdeka"];
    if own.iter().any(|o| o.len() > 3 && lower.contains(&o.to_lowercase()))
        || common.iter().any(|c| lower.contains(c))
    {
        return Some(
            "Sandi memuat nama Anda atau kata yang mudah ditebak. Pakai beberapa kata yang tidak berkaitan."
                .into(),
        );
    }
    let digits: String = password.chars().filter(char::is_ascii_digit).collect();
    if digits.len() == password.len() {
        return Some("Sandi tidak boleh hanya angka.".into());
    }
    None
}

/// Sets a password and ends every session of the account.
pub fn set_password(
    conn: &mut Conn,
    source: &mut Source,
    nama: &str,
    password: &str,
    must_change: bool,
) -> Result<()> {
    let sandi = hash(password, source)?;
    conn.transaction(|conn| {
        conn.exec(&SET_PASSWORD, &[Bind::Text(nama), Bind::Text(&sandi), Bind::Int(must_change.into())])?;
        conn.exec(&DROP_SESSIONS, &[Bind::Text(nama)]).map(|_| ())
    })
}

/// Gives a new one-time password; `None` when there is no such account.
pub fn reset(conn: &mut Conn, source: &mut Source, nama: &str) -> Result<Option<String>> {
    if find(conn, nama)?.is_none() {
        return Ok(None);
    }
    let password = one_time_password(source);
    set_password(conn, source, nama, &password, true)?;
    Ok(Some(password))
}

/// Opens or closes an account; closing ends its sessions.
pub fn set_active(conn: &mut Conn, nama: &str, active: bool) -> Result<bool> {
    conn.transaction(|conn| {
        let found = conn.exec(&SET_ACTIVE, &[Bind::Text(nama), Bind::Int(active.into())])? > 0;
        if !active {
            conn.exec(&DROP_SESSIONS, &[Bind::Text(nama)])?;
        }
        Ok(found)
    })
}
