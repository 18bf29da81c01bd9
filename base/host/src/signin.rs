//! Getting in with name and password. A known name and an unknown one take the same way: the same
//! counters, the same work, the same answers.

use crate::access::Visitor;
use crate::account::{self, Account};
use crate::attempt::{self, Key, Turn};
use crate::gate::Pass;
use crate::hall::Hall;
use crate::password;
use crate::problem::Problem;
use crate::totp;
use std::net::IpAddr;
use store::Source;

/// What came of an attempt to sign in.
#[derive(Debug)]
pub enum Attempt {
    /// Come in.
    Welcome(Visitor),
    /// Name or password do not fit; nobody learns which.
    Wrong,
    /// Too many wrong passwords: wait so many minutes.
    Wait(u32),
}

/// What somebody types at the door.
#[derive(Clone, Copy)]
pub struct Typed<'a> {
    /// Account name.
    pub nama: &'a str,
    /// Password.
    pub password: &'a str,
    /// Code of the authenticator app; `None` for somebody who is in already.
    pub code: Option<&'a str>,
}

/// Tries a password and, where the account has an app, its code. The try is counted before the password is looked at: guesses sent at the same
/// time are no more guesses than those sent one after another.
///
/// # Errors
/// When too many passwords are being checked, or the machine breaks.
pub fn attempt(hall: &Hall, typed: &Typed<'_>, address: Option<IpAddr>) -> Result<Attempt, Problem> {
    let Typed { nama, password, code } = *typed;
    // First a place at the gate: somebody turned away there has not tried.
    let _pass = pass(hall)?;
    let now = hall.now();
    let keys: Vec<Key> =
        [Some(Key::of_name(nama)), address.map(Key::of_address)].into_iter().flatten().collect();
    let turn = match hall.with(|conn| attempt::reserve(conn, &keys, now))? {
        Turn::Granted(turn) => turn,
        Turn::Wait(minutes) => return Ok(Attempt::Wait(minutes)),
    };
    let account = hall.with(|conn| account::find(conn, nama))?;
    let fits = password::fits(password, account.as_ref().map(Account::hash));
    let open = fits && account.as_ref().is_some_and(|a| a.active);
    let opens = match (&account, code) {
        (Some(account), Some(code)) if open => {
            hall.with(|conn| totp::opens(conn, &account.visitor.akun, code, now))?
        }
        _ => open,
    };
    match account {
        Some(account) if opens => {
            hall.with(|conn| attempt::forgive(conn, &keys))?;
            Ok(Attempt::Welcome(account.visitor))
        }
        _ => {
            hall.signs.refused_signin();
            hall.with(|conn| attempt::sweep(conn, now))?;
            for key in &turn.locked {
                // The mark follows from a secret of this process: it names nobody.
                tracing::warn!(penanda = key.mark(), jenis = key.kind(), "masuk ditahan sementara");
            }
            Ok(if turn.locked.is_empty() { Attempt::Wrong } else { Attempt::Wait(attempt::WAIT_MINUTES) })
        }
    }
}

/// Whether a password is the one in force; for somebody who is in already, so it counts no miss.
///
/// # Errors
/// When too many passwords are being checked, or the machine breaks.
pub fn is_current(hall: &Hall, nama: &str, password: &str) -> Result<bool, Problem> {
    let _pass = pass(hall)?;
    let account = hall.with(|conn| account::find(conn, nama))?;
    Ok(password::fits(password, account.as_ref().map(Account::hash)))
}

/// Sets the password somebody chose and ends every session of the account.
///
/// # Errors
/// When too many passwords are being checked, or the machine breaks.
pub fn choose_password(hall: &Hall, nama: &str, password: &str) -> Result<(), Problem> {
    let _pass = pass(hall)?;
    let mut source = Source::system(hall.node.clock).map_err(store::Error::from)?;
    Ok(hall.with(|conn| account::set_password(conn, &mut source, nama, password, false))?)
}

fn pass(hall: &Hall) -> Result<Pass<'_>, Problem> {
    hall.gate.enter().ok_or(Problem::Busy)
}
