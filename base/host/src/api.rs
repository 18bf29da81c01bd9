//! The JSON face of a node: programs read what pages show, with a token, through the same routes,
//! actions and circles. What an operation takes and answers is declared beside its route, and from
//! that declaration come the check of a request and the OpenAPI document.

pub mod limit;
pub mod openapi;
pub mod param;
pub mod problem;
pub mod schema;
mod serve;

use crate::access::Action;
use crate::http::{Answer, Ctx};
use crate::problem::Problem;
use axum::http::{HeaderValue, header};
use axum::response::{IntoResponse, Response};
pub use param::{Kind, Param};
pub use schema::{Object, Schema};
use serde_json::{Value, json};
pub(crate) use serve::{answer, elsewhere, not_this_way};

/// Where every address of the API begins.
pub const ROOT: &str = "/api/";
/// The document that describes it.
pub const DOCUMENT: &str = "/api/v1/openapi.json";

/// What a token may be used for. The list is closed; a token never reaches further than its account.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Scope {
    /// People: lists, snapshots, histories.
    Pegawai,
    /// Units, posts and the governments served.
    Organisasi,
    /// Findings about data.
    Mutu,
    /// The journal.
    Jurnal,
    /// Counts without names.
    Statistik,
}

impl Scope {
    /// All of them, in the order of the form.
    pub const ALL: [Scope; 5] =
        [Scope::Pegawai, Scope::Organisasi, Scope::Mutu, Scope::Jurnal, Scope::Statistik];

    /// As it is kept, and as problems name it.
    pub fn word(self) -> &'static str {
        match self {
            Scope::Pegawai => "pegawai:baca",
            Scope::Organisasi => "organisasi:baca",
            Scope::Mutu => "mutu:baca",
            Scope::Jurnal => "jurnal:baca",
            Scope::Statistik => "statistik:baca",
        }
    }

    /// From that word.
    pub fn parse(word: &str) -> Option<Scope> {
        Scope::ALL.into_iter().find(|s| s.word() == word)
    }

    /// As a form says it.
    pub fn label(self) -> &'static str {
        match self {
            Scope::Pegawai => "Membaca data pegawai",
            Scope::Organisasi => "Membaca unit dan jabatan",
            Scope::Mutu => "Membaca temuan mutu data",
            Scope::Jurnal => "Membaca jurnal",
            Scope::Statistik => "Membaca daftar instansi dan angka rekap tanpa nama",
        }
    }

    /// What an account must be allowed to do before a token of it may have this.
    pub fn action(self) -> Action {
        match self {
            Scope::Pegawai => Action::LihatPegawai,
            Scope::Organisasi => Action::Organisasi,
            Scope::Mutu => Action::Temuan,
            Scope::Jurnal => Action::Jurnal,
            Scope::Statistik => Action::Statistik,
        }
    }
}

/// The form of an answer.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Shape {
    /// `data` is one thing.
    One(&'static Object),
    /// `data` is a list of things, a page at a time.
    Page(&'static Object),
}

/// What a route of the API takes and answers.
#[derive(PartialEq, Eq, Debug)]
pub struct Operation {
    /// Its name in generated clients.
    pub name: &'static str,
    /// One Indonesian sentence.
    pub summary: &'static str,
    /// What the token must be for.
    pub scope: Scope,
    /// Query parameters of its own; those of clocks and pages come by themselves.
    pub params: &'static [Param],
    /// Whether it answers for any moment.
    pub clocks: bool,
    /// What comes back.
    pub answer: Shape,
}

/// Rows a page has unless asked otherwise.
const ROWS: u32 = 50;
/// Rows a page may have.
pub(crate) const ROWS_MAX: u32 = 200;

/// How many rows the request wants.
pub fn rows(ctx: &Ctx) -> usize {
    ctx.query("batas").parse().unwrap_or(ROWS).clamp(1, ROWS_MAX) as usize
}

/// One thing.
pub fn one(ctx: &Ctx, data: Value) -> Answer {
    Ok(body(&json!({ "data": data, "keadaan": moment(ctx) })))
}

/// A page of things: how many there are in all when that is known, and where the next page begins.
pub fn page(ctx: &Ctx, data: Vec<Value>, total: Option<u64>, next: Option<String>) -> Answer {
    let next = next.map(|after| address_after(ctx, &after));
    let body_of = json!({ "data": data, "jumlah": total, "berikutnya": next, "keadaan": moment(ctx) });
    Ok(body(&body_of))
}

/// A page of a list that lies in memory whole, after the id `sesudah`; one that is not there any more
/// begins where it would stand. The list is in ascending order of its ids.
pub fn window<'l, T, K: AsRef<str>>(
    ctx: &Ctx,
    list: &'l [T],
    id: impl Fn(&'l T) -> K,
) -> (&'l [T], Option<String>) {
    let after = ctx.query("sesudah");
    let begins = |t: &'l T| after.is_empty() || id(t).as_ref() > after;
    let from = list.iter().position(begins).unwrap_or(list.len());
    let rows = &list[from..list.len().min(from + rows(ctx))];
    let more = from + rows.len() < list.len();
    (rows, rows.last().filter(|_| more).map(|t| id(t).as_ref().to_owned()))
}

/// The place a page begins after, read; `None` for the first page.
///
/// # Errors
/// When `sesudah` is not what an address `berikutnya` says.
pub fn after<T>(ctx: &Ctx, read: impl Fn(&str) -> Option<T>) -> Result<Option<T>, Problem> {
    match ctx.query("sesudah") {
        "" => Ok(None),
        text => read(text).map(Some).ok_or_else(|| unreadable("sesudah")),
    }
}

/// A parameter whose value says nothing to us.
pub fn unreadable(name: &str) -> Problem {
    Problem::Refused("API-04", format!("Nilai parameter {name} tidak terbaca."))
}

/// A time as answers carry it: UTC, ISO 8601.
pub fn time(stamp: kernel::Stamp) -> String {
    const DAY: i64 = 86_400_000_000;
    let seconds = stamp.0.rem_euclid(DAY) / 1_000_000;
    let day = kernel::Date::from_days(i32::try_from(stamp.0.div_euclid(DAY)).unwrap_or_default());
    format!("{day}T{:02}:{:02}:{:02}Z", seconds / 3_600, seconds / 60 % 60, seconds % 60)
}

/// Text that may be missing: nothing is said as `null`, never as an empty string.
pub fn known(text: &str) -> Value {
    if text.is_empty() { Value::Null } else { Value::from(text) }
}

fn body(value: &Value) -> Response {
    let mut response = value.to_string().into_response();
    response.headers_mut().insert(header::CONTENT_TYPE, HeaderValue::from_static("application/json"));
    response
}

fn moment(ctx: &Ctx) -> Value {
    let clocks = ctx.clocks;
    json!({
        "berlaku": clocks.as_of().effective.to_string(),
        "diketahui": clocks.diketahui.map(|d| d.to_string()),
    })
}

fn address_after(ctx: &Ctx, after: &str) -> String {
    let kept = ctx.query.iter().filter(|q| q.0 != "sesudah" && !q.1.is_empty());
    let mut pairs: Vec<(&str, &str)> = kept.map(|(k, v)| (k.as_str(), v.as_str())).collect();
    pairs.push(("sesudah", after));
    web::url::link(&ctx.path, &pairs)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn times_are_said_in_utc() {
        assert_eq!(time(kernel::Stamp(0)), "1970-01-01T00:00:00Z");
        assert_eq!(time(kernel::Stamp(1_795_339_414_999_999)), "2026-11-22T09:23:34Z");
    }

    #[test]
    fn scopes_have_words_of_their_own() {
        for scope in Scope::ALL {
            assert_eq!(Scope::parse(scope.word()), Some(scope));
        }
        assert_eq!(Scope::parse("pegawai:tulis"), None);
    }
}
