//! Closed items of the re-examination queue.

use super::tinjau::kepala;
use super::tutupan::hasil;
use maud::{Markup, Render, html};
use web::component::kosong::kosong;
use web::component::tab::{Tab, tab};
use web::component::tabel::{Baris, Kolom, Phone, Tabel};
use web::component::tombol::Tombol;
use web::{Frame, Icon, Tone, format, page};

/// The page `/tinjau-ulang?bagian=selesai`.
#[derive(Clone, Debug, Default)]
pub struct SelesaiView {
    pub tabs: Vec<Tab>,
    /// Newest closing first.
    pub rows: Vec<SelesaiBaris>,
    pub next_href: Option<String>,
}

/// One receipt whose item is closed.
#[derive(Clone, Debug)]
pub struct SelesaiBaris {
    pub name: String,
    pub nip: String,
    pub href: String,
    /// Heading of the norm; `None` when the receipt rests on closed facts.
    pub norm: Option<String>,
    pub purpose: String,
    pub outcome: (String, Tone),
    /// Empty when closed.
    pub reason: String,
    pub by: String,
    /// `22 Nov 2026 09.31 WIB`
    pub when: String,
    pub successor: Option<String>,
}

pub fn selesai(frame: &Frame, view: &SelesaiView) -> Markup {
    let body = html! {
        (kepala())
        (tab("Sebab", &view.tabs))
        @if view.rows.is_empty() && view.next_href.is_none() {
            (kosong(Icon::Tugas, "Belum ada butir yang ditutup", "Butir yang ditutup tampil di sini, dengan hasil dan alasannya, sampai ada perubahan baru yang menyentuh buktinya.", None))
        } @else if view.rows.is_empty() {
            (kosong(Icon::Cari, "Tidak ada pada bagian ini", "Lanjutkan ke yang lebih lama.", None))
        } @else {
            (table(&view.rows))
        }
        @if let Some(href) = &view.next_href {
            nav class="badan" aria-label="Halaman" { (Tombol::link("Yang lebih lama", href.as_str()).small().icon_after(Icon::Kanan)) }
        }
    };
    page(frame, body)
}

fn table(rows: &[SelesaiBaris]) -> Markup {
    let row = |r: &SelesaiBaris| {
        Baris::new(vec![
            html! { a class="dua" href=(r.href) { span { (r.name) } small class="angka" { (format::nip(&r.nip)) } } },
            html! { @match &r.norm {
                Some(norm) => span class="dua" { span { (norm) } small { (r.purpose) } },
                None => span class="redup" { "Isi tersamar" },
            } },
            html! {
                (hasil(&r.outcome, r.successor.as_deref()))
                @if !r.reason.is_empty() { p { (r.reason) } }
            },
            html! { span class="dua" { span { (r.when) } small { (r.by) } } },
        ])
    };
    Tabel {
        caption: "Bukti yang sudah ditinjau ulang, terbaru lebih dahulu".into(),
        columns: vec![
            Kolom::new("Pegawai").phone(Phone::Full).class("kata"),
            Kolom::new("Norma dan keperluan").class("kalimat"),
            Kolom::new("Hasil dan alasan").class("kalimat"),
            Kolom::new("Ditutup").class("utas"),
        ],
        rows: rows.iter().map(row).collect(),
        ..Tabel::default()
    }
    .render()
}
