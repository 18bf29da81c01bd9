//! What documents said about a unit or post: the newest first, each with its paper and its way to a ralat.

use maud::{Markup, Render, html};
use web::component::kabar::Kabar;
use web::component::kartu::kartu;
use web::component::kosong::kosong;
use web::component::tabel::{Baris, Kolom, Phone, Tabel};
use web::component::tombol::Tombol;
use web::{Frame, Icon, Tanggal, Tone, format, page};

/// The page `/organisasi/riwayat`.
#[derive(Clone, Debug, Default)]
pub struct RiwayatView {
    /// The unit, or the post with its unit.
    pub name: String,
    /// The map.
    pub back: String,
    /// Statements, the newest first.
    pub rows: Vec<BarisRiwayat>,
    /// All of them, when more than shown.
    pub total: u64,
    /// What can be recorded; `None` for those who may not.
    pub record_href: Option<String>,
    /// Place in the journal of what was just recorded.
    pub recorded: Option<String>,
    /// The form with the same document.
    pub again_href: Option<String>,
}

/// One statement.
#[derive(Clone, Debug)]
pub struct BarisRiwayat {
    /// First day; `None` in a list without one.
    pub tmt: Option<Tanggal>,
    /// What it says.
    pub what: String,
    /// `ralat`, `pembatalan`; empty for what stands as first said.
    pub act: String,
    /// The document.
    pub document: String,
    /// Its paper.
    pub paper_href: Option<String>,
    /// The day it was recorded.
    pub recorded: Tanggal,
    /// `catatan 812 oleh desi`
    pub by: String,
    /// Forms of a ralat and a pembatalan.
    pub change: Option<(String, String)>,
}

/// The page.
pub fn riwayat(frame: &Frame, view: &RiwayatView) -> Markup {
    let body = html! {
        div class="kepala" {
            div { h1 { "Riwayat organisasi" } p { (view.name) } }
            div class="aksi" {
                (Tombol::link("Lihat di peta", view.back.clone()).small().icon(Icon::Org))
                @if let Some(href) = &view.record_href { (Tombol::link("Catat perubahan", href.clone()).small().icon(Icon::Tambah)) }
            }
        }
        div class="badan tumpuk" {
            @if let Some(seq) = &view.recorded {
                @let told = Kabar::new(Tone::Ok, &format!("Tercatat di jurnal sebagai catatan {seq}."));
                @match &view.again_href {
                    Some(href) => (told.action("Catat hal lain dari dokumen ini", href)),
                    None => (told),
                }
            }
            @if view.rows.is_empty() {
                (kosong(Icon::Jam, "Belum ada dokumen", "Unit atau pos ini baru dikenal dari berkas nominatif.", None))
            } @else { (table(view)) }
        }
    };
    page(frame, body)
}

fn table(view: &RiwayatView) -> Markup {
    let shown = view.rows.len() as u64;
    let aside = html! { @if view.total > shown { small { (format::angka(shown)) " terbaru dari " (format::angka(view.total)) } } };
    let table = Tabel {
        caption: format!("Riwayat {}", view.name),
        columns: vec![
            Kolom::new("TMT").phone(Phone::Left),
            Kolom::new("Isi").phone(Phone::Full),
            Kolom::new("Dokumen").phone(Phone::Full),
            Kolom::new("Dicatat").phone(Phone::Full),
            Kolom::new("Perbaiki").phone(Phone::Full),
        ],
        rows: view.rows.iter().map(line).collect(),
        ..Tabel::default()
    };
    kartu("riwayat", "Isi dokumen", aside, table.render())
}

fn line(row: &BarisRiwayat) -> Baris {
    Baris::new(vec![
        html! { @match row.tmt { Some(day) => (day.short()), None => span class="redup" { "–" } } },
        html! { span class="dua" { span { (row.what) } @if !row.act.is_empty() { small { (row.act) } } } },
        html! {
            @match &row.paper_href {
                Some(href) => a href=(href) { (row.document) },
                None => (row.document),
            }
        },
        html! { span class="dua" { span { (row.recorded.short()) } small { (row.by) } } },
        html! {
            @match &row.change {
                Some((ralat, batal)) => span class="baris" {
                    a href=(ralat) { "Ralat" span class="sr" { " " (row.what) } }
                    a href=(batal) { "Batalkan" span class="sr" { " " (row.what) } }
                },
                None => span class="redup" { "–" },
            }
        },
    ])
}
