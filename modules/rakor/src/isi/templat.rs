//! A template as the journal keeps it.

use serde::{Deserialize, Serialize};

/// What a kind of rakor begins with.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Templat {
    /// Its key: stands in the journal.
    #[serde(default)]
    pub kunci: String,
    /// What it is called.
    pub nama: String,
    /// Legal basis, in words; empty when there is none.
    pub dasar: String,
    /// Who convenes it.
    pub penyelenggara: String,
    /// Items of the agenda.
    pub agenda: Vec<String>,
    /// Roles invited of each instansi.
    pub pihak: Vec<String>,
    /// Bodies outside.
    pub luar: Vec<String>,
    /// Documents it ends in.
    pub keluaran: Vec<String>,
    /// Days after a deadline at which each rung of the escalation ladder is reached.
    pub tangga: Vec<u16>,
    /// Days before a deadline at which its owner is reminded.
    pub pengingat: u16,
    /// Days before the rakor at which whoever has not answered is reminded.
    #[serde(default = "tiga_hari")]
    pub undangan: u16,
}

fn tiga_hari() -> u16 {
    3
}
