//! What a person sees. Pages are functions of plain values: this crate knows neither the database nor the clock.
//!
//! Read in this order: `format` (numbers and dates as people write them), `icon`, `component` (one drawer each,
//! under `components/`), `page` (the frame around a page), `assets` (style, script, and their addresses).

pub mod assets;
pub mod component;
pub mod format;
pub mod icon;
pub mod page;
pub mod url;

pub use format::Tanggal;
pub use icon::{Icon, icon, icon_small};
pub use page::{Clock, Crumb, Frame, Instansi, Merek, NavGroup, NavItem, User, bare, page};

/// One worked example of a component or page; tests check it, the gallery shows it.
pub struct Sample {
    pub name: &'static str,
    pub body: maud::Markup,
}

impl Sample {
    pub fn new(name: &'static str, body: maud::Markup) -> Self {
        Self { name, body }
    }
}

/// What a colour says. A tone is never shown by colour alone: callers add a word or an icon.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Tone {
    #[default]
    Netral,
    Ok,
    Awas,
    Bahaya,
    Info,
    Ungu,
}

impl Tone {
    /// The class the style sheet knows; neutral has none.
    pub fn class(self) -> &'static str {
        match self {
            Tone::Netral => "",
            Tone::Ok => "ok",
            Tone::Awas => "awas",
            Tone::Bahaya => "bahaya",
            Tone::Info => "info",
            Tone::Ungu => "ungu",
        }
    }
}
