//! Tokens of programs: who they belong to, what they are for, until when. Only hashes are kept.

use crate::access::{Action, Reach, Visitor};
use crate::account;
use crate::api::Scope;
use kernel::{Date, Stamp};
use sha2::{Digest, Sha256};
use store::derive::hex;
use store::{Bind, Conn, Result, Source};

store::statements! {
    FIND = "SELECT token_id, akun, izin, sampai, terpakai FROM token_api WHERE sidik = $1 AND dicabut IS NULL";
    OF_ACCOUNT = "SELECT token_id, nama, izin, dibuat, sampai, terpakai, dicabut FROM token_api
        WHERE akun = $1 ORDER BY dibuat DESC, token_id LIMIT 200";
    LIVE = "SELECT COUNT(*) FROM token_api WHERE akun = $1 AND dicabut IS NULL AND sampai >= $2";
    USED = "UPDATE token_api SET terpakai = $2 WHERE token_id = $1";
    REVOKE_ALL = "UPDATE token_api SET dicabut = $2 WHERE akun = $1 AND dicabut IS NULL";
    REVOKE = "UPDATE token_api SET dicabut = $3 WHERE token_id = $1 AND akun = $2 AND dicabut IS NULL RETURNING nama";
}

/// What every token begins with, so that one left in a file is recognised.
const PREFIX: &str = "sinergi_";
/// Tokens in force an account may have.
pub const MOST: i64 = 20;
/// Longest life in days.
pub const DAYS_MAX: i32 = 366;
/// When a token was used last is kept by the hour: enough to tell a forgotten one.
const HOUR: i64 = 3_600_000_000;

/// A token in somebody's hands.
pub(crate) struct Held {
    /// Its id, for counting.
    pub id: [u8; 16],
    /// The account it belongs to.
    pub visitor: Visitor,
    /// What it is for.
    pub scopes: Vec<Scope>,
}

/// A token as its owner sees it.
#[derive(Clone, Debug)]
pub struct Listed {
    /// Its id.
    pub id: [u8; 16],
    /// What the owner calls it.
    pub nama: String,
    /// What it is for.
    pub scopes: Vec<Scope>,
    /// When it was made.
    pub created: Stamp,
    /// The last day it opens anything.
    pub until: Date,
    /// When it was used last, to the hour.
    pub used: Option<Stamp>,
    /// When it was revoked.
    pub revoked: Option<Stamp>,
}

/// A token to be made.
pub struct NewToken<'a> {
    /// Account, as stored.
    pub akun: &'a str,
    /// What the owner calls it.
    pub nama: &'a str,
    /// What it is for.
    pub scopes: &'a [Scope],
    /// The last day it opens anything.
    pub until: Date,
}

fn fingerprint(token: &str) -> [u8; 32] {
    Sha256::digest(token.as_bytes()).into()
}

fn is_token(text: &str) -> bool {
    let digits = text.strip_prefix(PREFIX).unwrap_or("");
    digits.len() == 64 && digits.bytes().all(|b| b.is_ascii_digit() || (b'a'..=b'f').contains(&b))
}

fn words(scopes: &[Scope]) -> String {
    scopes.iter().map(|s| s.word()).collect::<Vec<_>>().join(" ")
}

/// Words this program does not know any more give nothing.
fn scopes(words: &str) -> Vec<Scope> {
    words.split(' ').filter_map(Scope::parse).collect()
}

/// A token without a last day, which none should be, opens nothing.
fn until(day: Option<Date>) -> Date {
    day.unwrap_or(Date::MIN)
}

/// Makes a token and answers it: the only time it is seen.
pub fn create(conn: &mut Conn, source: &mut Source, new: &NewToken<'_>) -> Result<String> {
    let token = format!("{PREFIX}{}", hex(&source.bytes32()));
    let now = source.now();
    let id = source.id();
    conn.transaction(|conn| {
        conn.insert(
            &crate::schema::TOKEN_API,
            &[
                Bind::Uuid(id),
                Bind::Blob(&fingerprint(&token)),
                Bind::Text(new.akun),
                Bind::Text(new.nama),
                Bind::Text(&words(new.scopes)),
                Bind::Stamp(now),
                Bind::Date(new.until),
                Bind::Null,
                Bind::Null,
            ],
        )
    })?;
    Ok(token)
}

/// Who holds a token; `None` when it opens nothing: unknown, revoked, past its day, or of an account that
/// is closed or may have no tokens any more. Two statements, and a write once an hour.
pub(crate) fn find(conn: &mut Conn, token: &str, now: Stamp) -> Result<Option<Held>> {
    if !is_token(token) {
        return Ok(None);
    }
    let row = conn.one(&FIND, &[Bind::Blob(&fingerprint(token))], |r| {
        Ok((r.uuid(0)?, r.text(1)?.to_owned(), r.text(2)?.to_owned(), until(r.opt_date(3)?), r.opt_stamp(4)?))
    })?;
    let Some((id, akun, kept, _, used)) = row.filter(|r| r.3 >= now.date_wib()) else { return Ok(None) };
    let account = account::find(conn, &akun)?.filter(|a| a.active);
    let account = account.filter(|a| a.visitor.reach(Action::Token) != Reach::None);
    let Some(account) = account else { return Ok(None) };
    let hour = Stamp(now.0 - now.0.rem_euclid(HOUR));
    if used.is_none_or(|used| used < hour) {
        conn.exec(&USED, &[Bind::Uuid(id), Bind::Stamp(hour)])?;
    }
    Ok(Some(Held { id, visitor: account.visitor, scopes: scopes(&kept) }))
}

/// Tokens of an account, the newest first.
pub fn of_account(conn: &mut Conn, akun: &str) -> Result<Vec<Listed>> {
    conn.all(&OF_ACCOUNT, &[Bind::Text(akun)], |r| {
        let (nama, kept) = (r.text(1)?.to_owned(), scopes(r.text(2)?));
        let (created, last) = (r.stamp(3)?, until(r.opt_date(4)?));
        Ok(Listed {
            id: r.uuid(0)?,
            nama,
            scopes: kept,
            created,
            until: last,
            used: r.opt_stamp(5)?,
            revoked: r.opt_stamp(6)?,
        })
    })
}

/// What a token of this account may be for.
pub fn open_to(visitor: &Visitor) -> impl Iterator<Item = Scope> {
    Scope::ALL.into_iter().filter(|scope| visitor.reach(scope.action()) != Reach::None)
}

/// How many tokens of an account are in force.
pub fn live(conn: &mut Conn, akun: &str, today: Date) -> Result<i64> {
    Ok(conn.one(&LIVE, &[Bind::Text(akun), Bind::Date(today)], |r| r.int(0))?.unwrap_or(0))
}

/// Revokes a token of an account; answers its name, `None` when there is none of it in force.
pub fn revoke(conn: &mut Conn, akun: &str, id: [u8; 16], now: Stamp) -> Result<Option<String>> {
    conn.one(&REVOKE, &[Bind::Uuid(id), Bind::Text(akun), Bind::Stamp(now)], |r| Ok(r.text(0)?.to_owned()))
}

/// Revokes every token of an account: its password was taken away, whoever holds a token may be the reason.
pub fn revoke_all(conn: &mut Conn, akun: &str, now: Stamp) -> Result<()> {
    conn.exec(&REVOKE_ALL, &[Bind::Text(akun), Bind::Stamp(now)]).map(|_| ())
}
