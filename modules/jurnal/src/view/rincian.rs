//! One entry: the document, who recorded it, what it states.

use maud::{Markup, Render, html};
use web::component::kabar::Kabar;
use web::component::kartu::{fakta, kartu};
use web::component::kosong::kosong;
use web::component::lencana::lencana;
use web::component::sidik::sidik;
use web::component::tabel::{Baris, Kolom, Phone, Tabel};
use web::{Frame, Icon, Tone, format, page};

/// The page `/jurnal/{instansi}/{seq}`.
#[derive(Clone, Debug, Default)]
pub struct EntriView {
    /// Its place in the journal.
    pub seq: u64,
    /// Whose journal.
    pub instansi: String,
    /// `22 Nov 2026 09.31 WIB`
    pub when: String,
    /// Who recorded it.
    pub actor: String,
    /// Whom or what it is about.
    pub subject: String,
    /// Its page; `None` when the reader may not see it or it has none.
    pub subject_href: Option<String>,
    /// Base document in words.
    pub document: String,
    /// Who signed the document; may be empty.
    pub signer: String,
    /// Hash of the file it came in, hexadecimal; may be empty.
    pub file: String,
    /// Link of the chain, hexadecimal.
    pub hash: String,
    /// What is stated; empty for entries that only keep a source row.
    pub facts: Vec<FaktaEntri>,
    /// Cells of the source row kept with it.
    pub cells: u64,
    /// The payload was destroyed by order, or the reader may not see it: why.
    pub withheld: Option<String>,
    /// The entries before and after.
    pub before_href: Option<String>,
    /// The entry after.
    pub after_href: Option<String>,
}

/// One stated fact.
#[derive(Clone, Debug)]
pub struct FaktaEntri {
    /// `Perubahan`, `Ralat`, `Pembatalan`
    pub act: String,
    /// `Golongan`
    pub kind: String,
    /// From when to when; may be empty.
    pub span: String,
    /// Name and value of each field.
    pub fields: Vec<(String, String)>,
}

/// The page `/jurnal/{instansi}/{seq}`.
pub fn entri(frame: &Frame, view: &EntriView) -> Markup {
    let known = |text: &str| html! { @if text.is_empty() { span class="redup" { "belum diketahui" } } @else { (text) } };
    let about = fakta(&[
        (
            "Pokok",
            html! { @match &view.subject_href { Some(href) => a href=(href) { (view.subject) }, None => (view.subject) } },
        ),
        ("Dicatat", html! { (view.when) " oleh " (view.actor) }),
        ("Dokumen dasar", known(&view.document)),
        ("Penandatangan", known(&view.signer)),
        (
            "Berkas asal",
            html! { @if view.file.is_empty() { span class="redup" { "tidak ada" } } @else { (sidik(&view.file)) } },
        ),
        ("Sel baris asal", html! { (format::angka(view.cells)) }),
        ("Sidik rantai", sidik(&view.hash)),
    ]);
    let body = html! {
        div class="kepala" {
            div { h1 { "Entri " (format::angka(view.seq)) } p { "Jurnal " (view.instansi) } }
            nav class="aksi" aria-label="Entri tetangga" {
                @if let Some(href) = &view.before_href { a href=(href) { "Entri sebelumnya" } }
                @if let Some(href) = &view.after_href { a href=(href) { "Entri berikutnya" } }
            }
        }
        @if let Some(why) = &view.withheld { div class="kilat" { (Kabar::new(Tone::Info, why)) } }
        div class="badan tumpuk" {
            (kartu("asal", "Asal", html! {}, about))
            @if view.facts.is_empty() && view.withheld.is_none() {
                (kosong(Icon::Dok, "Tidak ada fakta baru", "Entri ini hanya menyimpan baris asalnya.", None))
            }
        }
        @if !view.facts.is_empty() { (table(&view.facts)) }
    };
    page(frame, body)
}

fn table(facts: &[FaktaEntri]) -> Markup {
    let row = |f: &FaktaEntri| {
        let tone = if f.act == "Perubahan" { Tone::Netral } else { Tone::Awas };
        Baris::new(vec![
            html! { span class="dua" { b { (f.kind) } small { (f.span) } } },
            lencana(tone, None, &f.act),
            html! {
                @if f.fields.is_empty() { span class="redup" { "tidak ada lagi yang berlaku" } }
                @else { dl class="fakta" { @for (name, value) in &f.fields { dt { (name) } dd { (value) } } } }
            },
        ])
    };
    Tabel {
        caption: "Yang dinyatakan dokumen ini".into(),
        columns: vec![
            Kolom::new("Jenis dan TMT").phone(Phone::Full),
            Kolom::new("Tindakan").class("utas"),
            Kolom::new("Isi").phone(Phone::Full),
        ],
        rows: facts.iter().map(row).collect(),
        ..Tabel::default()
    }
    .render()
}
