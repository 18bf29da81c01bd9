//! Histories: one table per kind of fact; every row names its document, its TMT, and when it was recorded.

use maud::{Markup, Render, html};
use web::component::kartu::kartu;
use web::component::kosong::kosong;
use web::component::lencana::lencana;
use web::component::tabel::{Baris, Kolom, Phone, Tabel};
use web::component::tanggal::waktu;
use web::component::tombol::Tombol;
use web::{Icon, Tanggal, Tone, format};

/// When a fact holds.
#[derive(Clone, Copy, Debug)]
pub enum Tmt {
    Sejak(Tanggal),
    /// First and last day it holds.
    Rentang(Tanggal, Tanggal),
    /// The paper does not say. `known_since`: the first day we know it held.
    BelumDiketahui {
        known_since: Option<Tanggal>,
    },
}

/// The paper a fact rests on.
#[derive(Clone, Debug, Default)]
pub struct DokumenDasar {
    /// `SK Gubernur 823.3/1187/BKD/2023`
    pub name: String,
    pub date: Option<Tanggal>,
    /// Address of the document or its file; `None` when there is only its number.
    pub href: Option<String>,
}

/// What the entry does to what stood before.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Tindakan {
    /// A plain new entry.
    #[default]
    Catatan,
    /// Something changed in the world.
    Perubahan,
    /// The record was wrong.
    Ralat,
    /// The document was withdrawn.
    Pembatalan,
}

impl Tindakan {
    pub(super) fn badge(self) -> Markup {
        match self {
            Self::Catatan => html! {},
            Self::Perubahan => lencana(Tone::Info, None, "Perubahan"),
            Self::Ralat => lencana(Tone::Awas, Some(Icon::Pensil), "Ralat"),
            Self::Pembatalan => lencana(Tone::Bahaya, Some(Icon::Coret), "Pembatalan"),
        }
    }
}

#[derive(Clone, Debug)]
pub struct RiwayatBaris {
    /// Values in the order of `Riwayat::columns`; `None` is said as not known.
    pub values: Vec<Option<String>>,
    pub tmt: Tmt,
    /// `None`: no document on record, which is said in words.
    pub document: Option<DokumenDasar>,
    /// Day the entry was written into the journal.
    pub recorded: Tanggal,
    pub act: Tindakan,
    /// What the act says about another entry: `meralat catatan 812`; may be empty.
    pub act_note: String,
    /// Number in the journal and the address of the entry; `None` for people without that right.
    pub entry: Option<(u64, String)>,
    /// Holds on the day looked at.
    pub current: bool,
    /// Addresses of the forms that correct and annul it, for those who may.
    pub change: Option<(String, String)>,
}

/// One kind of history.
#[derive(Clone, Debug)]
pub struct Riwayat {
    /// Element id and anchor: `golongan`.
    pub id: String,
    /// `Golongan`
    pub title: String,
    /// Own columns of the kind: `Golongan`, `Masa kerja`.
    pub columns: Vec<String>,
    /// What stands, newest first.
    pub rows: Vec<RiwayatBaris>,
    /// What was corrected or cancelled, newest first: struck through and folded away.
    pub superseded: Vec<RiwayatBaris>,
}

/// Links to the kinds, then one card per kind. Empty kinds are named in one sentence, not drawn.
pub(super) fn riwayat(kinds: &[Riwayat]) -> Markup {
    let (filled, empty): (Vec<_>, Vec<_>) =
        kinds.iter().partition(|k| !k.rows.is_empty() || !k.superseded.is_empty());
    let missing: Vec<String> = empty.iter().map(|k| k.title.to_lowercase()).collect();
    html! {
        div class="badan tumpuk" {
            @if filled.is_empty() {
                (kosong(Icon::Dok, "Belum ada riwayat pada tanggal ini", "Riwayat muncul setelah SK dicatat atau data diimpor.", None))
            } @else {
                nav class="baris" aria-label="Jenis riwayat" {
                    @for k in &filled { (Tombol::link(&format!("{} ({})", k.title, k.rows.len()), format!("#{}", k.id)).small()) }
                }
                @for k in &filled { (card(k)) }
                @if !missing.is_empty() { p class="redup" { "Belum ada catatan: " (missing.join(", ")) "." } }
            }
        }
    }
}

fn card(kind: &Riwayat) -> Markup {
    let n = kind.superseded.len();
    kartu(
        &kind.id,
        &kind.title,
        html! { small { (format::angka(kind.rows.len() as u64)) " catatan" } },
        html! {
            @if kind.rows.is_empty() { p class="isi-kartu redup" { "Semua catatan jenis ini sudah dibatalkan." } }
            @else { (table(kind, &kind.rows, false)) }
            @if n > 0 {
                details class="dicabut" {
                    summary class="buka" { "Lihat " (format::angka(n as u64)) " catatan yang sudah diralat atau dibatalkan" }
                    (table(kind, &kind.superseded, true))
                }
            }
        },
    )
}

fn table(kind: &Riwayat, rows: &[RiwayatBaris], struck: bool) -> Markup {
    let mut columns: Vec<Kolom> = Vec::new();
    for (index, label) in kind.columns.iter().enumerate() {
        columns.push(Kolom::new(label).phone(if index == 0 { Phone::Full } else { Phone::Labelled }));
    }
    columns.push(Kolom::new("TMT").class("utas"));
    columns.push(Kolom::new("Dokumen dasar"));
    columns.push(Kolom::new("Dicatat").class("utas"));
    let what =
        if struck { "yang sudah diralat atau dibatalkan" } else { "yang berlaku, terbaru lebih dahulu" };
    Tabel {
        caption: format!("Riwayat {} {what}", kind.title.to_lowercase()),
        columns,
        rows: rows.iter().map(|r| row(r, struck)).collect(),
        ..Tabel::default()
    }
    .render()
}

fn row(r: &RiwayatBaris, struck: bool) -> Baris {
    let mut cells: Vec<Markup> = Vec::with_capacity(r.values.len() + 3);
    for (index, value) in r.values.iter().enumerate() {
        let text = html! {
            @match value {
                Some(v) if struck => del { (v) },
                Some(v) if index == 0 && r.current => b { (v) },
                Some(v) => span { (v) },
                None => span class="redup" { "belum diketahui" },
            }
        };
        cells.push(html! {
            @if index > 0 { (text) }
            @else {
                span class="baris" {
                    (text)
                    @if r.current && !struck { (lencana(Tone::Ok, Some(Icon::Cek), "Kini")) }
                    (r.act.badge())
                    @if !r.act_note.is_empty() { small { (r.act_note) } }
                }
            }
        });
    }
    cells.push(html! { @if struck { del { (tmt(r.tmt)) } } @else { (tmt(r.tmt)) } });
    cells.push(document(r.document.as_ref()));
    cells.push(html! {
        span class="dua" {
            span { (waktu(r.recorded)) }
            @if let Some((seq, href)) = &r.entry { small { a href=(href) { "catatan " (format::angka(*seq)) } } }
            @if let Some((correct, annul)) = &r.change {
                small class="cetak-sembunyi" { a href=(correct) { "Ralat" } " · " a href=(annul) { "Batalkan" } }
            }
        }
    });
    Baris { cells, pick: None, struck }
}

fn tmt(tmt: Tmt) -> Markup {
    html! {
        span class="dua" {
            @match tmt {
                Tmt::Sejak(from) => span { (waktu(from)) },
                Tmt::Rentang(from, to) => { span { (waktu(from)) } small { "s.d. " (waktu(to)) } },
                Tmt::BelumDiketahui { known_since } => {
                    span class="redup" { "TMT belum diketahui" }
                    @if let Some(d) = known_since { small { "diketahui sejak " (waktu(d)) } }
                },
            }
        }
    }
}

fn document(document: Option<&DokumenDasar>) -> Markup {
    html! {
        span class="dua" {
            @match document {
                None => span class="redup" { "tanpa dokumen" },
                Some(d) => {
                    span { @match &d.href { Some(href) => a href=(href) { (d.name) }, None => (d.name) } }
                    small { @match d.date { Some(date) => { "tanggal " (waktu(date)) }, None => "tanggal dokumen belum diketahui" } }
                },
            }
        }
    }
}
