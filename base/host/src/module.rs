//! The face a module shows: its pages, and where they stand in the menu.

use crate::access::Action;
use crate::api::Operation;
use crate::http::{Answer, Ctx};
use crate::indikator::Indikator;
use crate::kabar;
use web::Icon;

/// How a page is asked for.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Method {
    /// Reads.
    Get,
    /// Changes something; the form carries the session's token.
    Post,
    /// Changes something with a file.
    Upload,
    /// The same with a file of at most so many MiB: more is refused before it is read.
    UploadMost(u32),
    /// Reads as JSON: a program with a token.
    Api(&'static Operation),
}

/// One page. It cannot be reached without passing the access check of its action.
#[derive(Clone, Copy)]
pub struct Route {
    /// How it is asked for.
    pub method: Method,
    /// Path with `{name}` parts.
    pub path: &'static str,
    /// What the visitor must be allowed to do; `None` for the door (sign-in) only.
    pub action: Option<Action>,
    /// Gathers, decides, says.
    pub handler: fn(&mut Ctx) -> Answer,
}

/// A line of the menu.
#[derive(Clone, Copy)]
pub struct MenuItem {
    /// Heading it stands under; empty for the first group.
    pub group: &'static str,
    /// At most two words.
    pub label: &'static str,
    /// Where it leads.
    pub href: &'static str,
    /// Its picture.
    pub icon: Icon,
    /// Shown to those who may.
    pub action: Action,
    /// `g` and this letter.
    pub key: Option<char>,
    /// What it is called in the bar at the bottom of a phone, in one word that fits a fifth of 320
    /// pixels; `None` when it does not stand there. Five at most.
    pub phone: Option<&'static str>,
}

/// A module.
pub struct Module {
    /// Its name, as its folder is called.
    pub name: &'static str,
    /// Its pages.
    pub routes: &'static [Route],
    /// Its lines in the menu.
    pub menu: &'static [MenuItem],
    /// Its registered statements.
    pub statements: &'static [&'static store::Sql],
    /// Figures it measures beside those of the hall: see [`crate::indikator`].
    pub indikator: &'static [Indikator],
    /// What waits for people, derived from what is open.
    pub tugas: &'static [crate::tugas::Sumber],
    /// Messages that follow from an event.
    pub kabar: Option<kabar::DariPeristiwa>,
    /// Messages that follow from the calendar.
    pub pengingat: &'static [kabar::Pengingat],
}

impl Module {
    /// One that shows nothing: modules name what they have, `..Module::EMPTY` is the rest.
    pub const EMPTY: Module = Module {
        name: "",
        routes: &[],
        menu: &[],
        statements: &[],
        indikator: &[],
        tugas: &[],
        kabar: None,
        pengingat: &[],
    };
}
