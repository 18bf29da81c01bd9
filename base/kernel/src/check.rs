//! Data quality: a closed list of checks over one person's snapshot, and over columns of many.
//!
//! [`person`] is run for everyone after every import, so it only answers which codes hold, in a few
//! microseconds and without allocating; [`explain`] says one of them in a sentence, for one person.
//! What a check compares with (ages, years, lists) comes from [`crate::tables`], never from here.

mod career;
mod code;
pub mod cross;
mod history;
mod identity;
pub mod ikd;
mod odd;
mod person;
mod post;
mod words;

use crate::finding::Finding;
use crate::kind::Field;
use crate::snapshot::Snapshot;
use crate::tables::Tables;
use crate::unor::Tree;

pub use code::{Code, CodeInfo, Codes, Scope};
pub use cross::{CrossItem, cross, held_post};
pub use odd::impossible;
pub use person::{Person, Status};
pub use words::{day, hidden};

/// What the register as a whole can answer; a check that needs more than it holds stays silent.
#[derive(Clone, Copy, Default)]
pub struct Context<'a> {
    /// Whether the register holds predicates (SKP) at all.
    pub has_skp: bool,
    /// The units, when their list was imported.
    pub units: Option<&'a Tree>,
}

/// What a check says when it holds: message, suggestion, field to look at.
type Said = (String, String, Field);

/// One check over one person.
struct Check {
    code: Code,
    holds: fn(&Person<'_, '_>) -> bool,
    say: fn(&Person<'_, '_>) -> Said,
}

/// Every check over one person, by folder of subject.
const CHECKS: [&[Check]; 5] = [identity::CHECKS, career::CHECKS, post::CHECKS, history::CHECKS, odd::CHECKS];

/// The codes that hold for a person. Today is the effective day of the snapshot.
pub fn person(snapshot: &Snapshot<'_>, tables: &Tables, context: &Context<'_>) -> Codes {
    let person = Person::new(snapshot, tables, context);
    let mut codes = Codes::NONE;
    for check in CHECKS.into_iter().flatten() {
        if in_scope(check.code.info().scope, &person) && (check.holds)(&person) {
            codes.insert(check.code);
        }
    }
    codes
}

/// Whether a check looks at this person at all: the others cannot fail it.
pub fn applies(code: Code, snapshot: &Snapshot<'_>, tables: &Tables, context: &Context<'_>) -> bool {
    in_scope(code.info().scope, &Person::new(snapshot, tables, context))
}

fn in_scope(scope: Scope, person: &Person<'_, '_>) -> bool {
    match scope {
        Scope::Semua => true,
        Scope::Aktif => person.active,
        Scope::Pns => person.is_pns(),
        Scope::Pppk => person.is_pppk(),
        Scope::PppkAktif => person.is_pppk() && person.active,
        Scope::Unit => false,
    }
}

/// One finding in a sentence with the very values of this person. Asked about a code that does not
/// hold, it says what the code looks at.
pub fn explain(code: Code, snapshot: &Snapshot<'_>, tables: &Tables, context: &Context<'_>) -> Finding {
    let person = Person::new(snapshot, tables, context);
    let info = code.info();
    let check = CHECKS.into_iter().flatten().find(|check| check.code == code);
    let held = check.filter(|c| in_scope(info.scope, &person) && (c.holds)(&person));
    let (message, suggestion, field) = match held {
        Some(check) => {
            let (message, suggestion, field) = (check.say)(&person);
            (message, suggestion, Some(field))
        }
        None => match cross::say(code, &person) {
            Some((message, suggestion, field)) => (message, suggestion, Some(field)),
            None => (info.penjelasan.to_owned(), String::new(), None),
        },
    };
    Finding { code, severity: info.severity, message, suggestion, field }
}
