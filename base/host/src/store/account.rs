//! Accounts: who may come in. Their names know no case.

use crate::access::{Role, Visitor};
use crate::{attempt, password};
use kernel::PegawaiId;
use store::{Bind, Conn, Error, Result, Source};

store::statements! {
    // Names are kept in small letters; one from before that rule is found too, its exact spelling first.
    ONE = "SELECT nama, lengkap, sandi, peran, instansi_id, unor_id, pegawai_id, aktif, ganti_sandi FROM akun
        WHERE LOWER(nama) = $1 ORDER BY CASE WHEN nama = $2 THEN 0 ELSE 1 END, nama LIMIT 1";
    SOME_ACCOUNTS = "SELECT a.nama, a.lengkap, a.peran, a.instansi_id, a.unor_id, a.aktif, t.langkah
        FROM akun a LEFT JOIN totp t ON t.akun = a.nama
        WHERE a.nama > $1 AND ($2 = '' OR a.instansi_id = $2) AND ($3 = '' OR a.peran = $3)
        AND ($4 = '' OR LOWER(a.nama) LIKE $4 OR LOWER(a.lengkap) LIKE $4) ORDER BY a.nama LIMIT $5";
    SET_ROLE = "UPDATE akun SET peran = $2, unor_id = $3 WHERE nama = $1";
    ANY = "SELECT 1 FROM akun LIMIT 1";
    SET_PASSWORD = "UPDATE akun SET sandi = $2, ganti_sandi = $3 WHERE nama = $1";
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
}

impl Account {
    /// The hash of its password.
    pub fn hash(&self) -> &str {
        &self.sandi
    }
}

/// A new account. What people type comes through [`crate::appoint`], which checks where it belongs.
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

/// Whether there is any account at all; without one nobody can come in.
pub fn any(conn: &mut Conn) -> Result<bool> {
    Ok(conn.one(&ANY, &[], |_| Ok(()))?.is_some())
}

/// A name as it is kept and compared: without blanks around it, in small letters.
pub fn canonical(nama: &str) -> String {
    nama.trim().to_lowercase()
}

/// Longest names.
const NAMA_MAX: usize = 64;
const LENGKAP_MAX: usize = 200;

/// What is wrong with the names of a new account; `None` when they will do.
fn name_trouble(nama: &str, lengkap: &str) -> Option<String> {
    if !is_name(nama) {
        return Some(format!(
            "Nama akun hanya boleh huruf, angka, titik, garis bawah dan tanda hubung, paling banyak {NAMA_MAX} karakter."
        ));
    }
    if lengkap.is_empty() || lengkap.chars().count() > LENGKAP_MAX {
        return Some(format!("Isi nama lengkap, paling banyak {LENGKAP_MAX} karakter."));
    }
    if lengkap.chars().any(|c| c.is_control() || crate::teks::is_invisible(c)) {
        return Some("Nama lengkap memuat karakter yang tidak terlihat. Ketik ulang namanya.".into());
    }
    None
}

fn is_name(nama: &str) -> bool {
    (1..=NAMA_MAX).contains(&nama.len())
        && nama.chars().all(|c| c.is_ascii_alphanumeric() || "._-".contains(c))
}

/// Creates an account; answers its one-time password.
///
/// # Errors
/// When the name cannot be one or is taken, in whatever case.
pub fn create(conn: &mut Conn, source: &mut Source, account: &NewAccount<'_>) -> Result<String> {
    let (nama, lengkap) = (canonical(account.nama), account.lengkap.trim());
    if let Some(sentence) = name_trouble(&nama, lengkap) {
        return Err(Error::Refused(sentence));
    }
    if let Some(taken) = find(conn, &nama)? {
        return Err(Error::Refused(format!("Akun {} sudah ada. Pilih nama lain.", taken.visitor.akun)));
    }
    let password = password::one_time(source);
    let sandi = password::hash(&password, source)?;
    let now = source.now();
    conn.transaction(|conn| {
        conn.insert(
            &crate::schema::AKUN,
            &[
                Bind::Text(&nama),
                Bind::Text(lengkap),
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
    let nama = nama.trim();
    if !is_name(nama) {
        return Ok(None);
    }
    conn.one(&ONE, &[Bind::Text(&canonical(nama)), Bind::Text(nama)], |r| {
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
                totp: false,
                pesan_baru: 0,
            },
            sandi: r.text(2)?.to_owned(),
            active: r.int(7)? != 0,
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
    /// Whether it has an authenticator app.
    pub totp: bool,
}

/// Every account, by name.
pub fn list(conn: &mut Conn) -> Result<Vec<Listed>> {
    some(conn, Wanted::default(), i32::MAX as usize)
}

/// Which accounts a list shows.
#[derive(Clone, Copy, Debug, Default)]
pub struct Wanted<'a> {
    /// Names after this one.
    pub after: &'a str,
    /// Of this instansi; empty for all.
    pub instansi: &'a str,
    /// Of this role; `None` for all.
    pub role: Option<Role>,
    /// A part of the name or full name, in any case.
    pub text: &'a str,
}

/// At most `count` accounts, by name.
pub fn some(conn: &mut Conn, wanted: Wanted<'_>, count: usize) -> Result<Vec<Listed>> {
    // What stands for anything in a pattern is left out of it.
    let text: String = wanted.text.to_lowercase().chars().filter(|c| !"%_\\".contains(*c)).collect();
    let like = if text.is_empty() { String::new() } else { format!("%{text}%") };
    let binds = [
        Bind::Text(wanted.after),
        Bind::Text(wanted.instansi),
        Bind::Text(wanted.role.map_or("", Role::word)),
        Bind::Text(&like),
        Bind::Int(count as i64),
    ];
    conn.all(&SOME_ACCOUNTS, &binds, |r| {
        let text = |at| r.text(at).map(str::to_owned);
        let (nama, lengkap, peran) = (text(0)?, text(1)?, text(2)?);
        let (instansi, unor, totp) = (text(3)?, text(4)?, r.opt_int(6)?.is_some());
        Ok(Listed { nama, lengkap, peran, instansi, unor, active: r.int(5)? != 0, totp })
    })
}

/// Gives an account another role and unit, and ends its sessions. `nama` as stored.
pub fn set_role(conn: &mut Conn, nama: &str, role: Role, unor: &str) -> Result<()> {
    conn.transaction(|conn| {
        conn.exec(&SET_ROLE, &[Bind::Text(nama), Bind::Text(role.word()), Bind::Text(unor)])?;
        conn.exec(&DROP_SESSIONS, &[Bind::Text(nama)]).map(|_| ())
    })
}

/// Sets a password, ends every session of the account and the waiting for it. `nama` as stored.
pub fn set_password(
    conn: &mut Conn,
    source: &mut Source,
    nama: &str,
    password: &str,
    must_change: bool,
) -> Result<()> {
    let sandi = password::hash(password, source)?;
    conn.transaction(|conn| {
        conn.exec(&SET_PASSWORD, &[Bind::Text(nama), Bind::Text(&sandi), Bind::Int(must_change.into())])?;
        attempt::unlock(conn, nama)?;
        conn.exec(&DROP_SESSIONS, &[Bind::Text(nama)]).map(|_| ())
    })
}

/// Gives a new one-time password and revokes the account's tokens; `None` when there is no such account.
pub fn reset(conn: &mut Conn, source: &mut Source, nama: &str) -> Result<Option<String>> {
    let Some(account) = find(conn, nama)? else { return Ok(None) };
    let password = password::one_time(source);
    set_password(conn, source, &account.visitor.akun, &password, true)?;
    crate::token::revoke_all(conn, &account.visitor.akun, source.now())?;
    Ok(Some(password))
}

/// Opens or closes an account; closing ends its sessions, opening ends the waiting.
pub fn set_active(conn: &mut Conn, nama: &str, active: bool) -> Result<bool> {
    let Some(account) = find(conn, nama)? else { return Ok(false) };
    let nama = account.visitor.akun;
    conn.transaction(|conn| {
        conn.exec(&SET_ACTIVE, &[Bind::Text(&nama), Bind::Int(active.into())])?;
        match active {
            true => attempt::unlock(conn, &nama)?,
            false => drop(conn.exec(&DROP_SESSIONS, &[Bind::Text(&nama)])?),
        }
        Ok(true)
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use store::testing::{Bench, on_both_with, raw};

    fn made(bench: &mut Bench, nama: &str, lengkap: &str) -> std::result::Result<String, String> {
        let mut source = Source::seeded(1, bench.node.clock);
        let new = NewAccount { nama, lengkap, role: Role::Super, instansi: "", unor: "", pegawai: None };
        create(&mut bench.conn, &mut source, &new).map_err(|e| e.to_string())
    }

    #[test]
    fn names_know_no_case_and_hide_nothing() {
        on_both_with("nama-akun", crate::schema::TABLES, |bench| {
            made(bench, " Sari.M ", " Sari Maharani ").expect("made");
            let sari = find(&mut bench.conn, "SARI.M").expect("asked").expect("found").visitor;
            assert_eq!((sari.akun.as_str(), sari.lengkap.as_str()), ("sari.m", "Sari Maharani"));
            for (nama, lengkap, answer) in [
                ("sari.m", "Sari Lain", "sudah ada"),
                ("SARI.m", "Sari Lain", "sudah ada"),
                ("", "Sari", "hanya boleh huruf"),
                ("sa ri", "Sari", "hanya boleh huruf"),
                ("sa\0ri", "Sari", "hanya boleh huruf"),
                ("sari\u{202e}", "Sari", "hanya boleh huruf"),
                ("s\u{430}ri", "Sari", "hanya boleh huruf"),
                (&"s".repeat(65), "Sari", "paling banyak 64"),
                ("rini", "  ", "Isi nama lengkap"),
                ("rini", "Rini\u{202e}", "tidak terlihat"),
                ("rini", "Ri\u{200b}ni", "tidak terlihat"),
                ("rini", "Ri\tni", "tidak terlihat"),
            ] {
                let said = made(bench, nama, lengkap).expect_err(nama);
                assert!(said.contains(answer), "{nama:?} {lengkap:?}: {said}");
            }
        });
    }

    #[test]
    fn an_account_from_before_small_letters_is_still_found() {
        on_both_with("nama-lama", crate::schema::TABLES, |bench| {
            made(bench, "sari", "Sari").expect("made");
            raw(&mut bench.conn, "UPDATE akun SET nama = 'Sari'").expect("renamed");
            let name = |bench: &mut Bench, typed: &str| {
                find(&mut bench.conn, typed).expect("asked").map(|a| a.visitor.akun)
            };
            assert_eq!(name(bench, "sari").as_deref(), Some("Sari"));
            assert!(made(bench, "sari", "Sari Lain").is_err());
            let mut source = Source::seeded(2, bench.node.clock);
            assert!(reset(&mut bench.conn, &mut source, "SARI").expect("asked").is_some());
            assert!(set_active(&mut bench.conn, "sari", false).expect("asked"));
            assert!(!find(&mut bench.conn, "Sari").expect("asked").expect("found").active);
        });
    }
}
