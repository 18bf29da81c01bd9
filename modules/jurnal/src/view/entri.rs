//! The entries of a journal, newest first.

use maud::{Markup, Render, html};
use web::component::sidik::sidik_pendek;
use web::component::tabel::{Baris, Kolom, Phone, Tabel};
use web::format;

/// One entry.
#[derive(Clone, Debug)]
pub struct EntriJurnal {
    /// Its place in the journal.
    pub seq: u64,
    /// Its page: `/jurnal/{instansi}/{seq}`.
    pub href: String,
    /// `22 Nov 2026 09.31 WIB`
    pub when: String,
    /// Who recorded it.
    pub actor: String,
    /// Whom or what it is about: a name, a unit, `Pengaturan simpul`.
    pub subject: String,
    /// Its page; `None` when the reader may not see it or it has none.
    pub subject_href: Option<String>,
    /// Base document: `SK 823.3/1187/BKD/2023`, `Unduhan SIASN nominatif.xlsx baris 312`.
    pub document: String,
    /// Number of facts.
    pub facts: u64,
    /// Hash of the entry, hexadecimal.
    pub hash: String,
}

pub(super) fn table(entries: &[EntriJurnal]) -> Markup {
    Tabel {
        caption: "Entri jurnal, terbaru di atas".into(),
        columns: vec![
            Kolom::new("Pokok").phone(Phone::Full),
            Kolom::new("Entri").numeric().class("utas"),
            Kolom::new("Dicatat").class("utas"),
            Kolom::new("Dokumen dasar").phone(Phone::Full),
            Kolom::new("Fakta").numeric(),
            Kolom::new("Sidik").class("utas"),
        ],
        rows: entries.iter().map(row).collect(),
        ..Tabel::default()
    }
    .render()
}

fn row(e: &EntriJurnal) -> Baris {
    Baris::new(vec![
        html! { @match &e.subject_href { Some(href) => a href=(href) { (e.subject) }, None => (e.subject) } },
        html! { a href=(e.href) { (format::angka(e.seq)) } },
        html! { span class="dua" { span { (e.when) } small { "oleh " (e.actor) } } },
        html! { (e.document) },
        html! { (format::angka(e.facts)) },
        sidik_pendek(&e.hash),
    ])
}
