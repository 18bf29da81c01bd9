//! The re-examination queue.

use maud::{Markup, Render, html};
use web::component::kosong::kosong;
use web::component::lencana::lencana;
use web::component::tab::{Tab, tab};
use web::component::tabel::{Baris, Kolom, Phone, Tabel};
use web::component::tombol::Tombol;
use web::{Frame, Icon, Tone, format, page};

/// The page `/tinjau-ulang`.
#[derive(Clone, Debug, Default)]
pub struct TinjauView {
    pub tabs: Vec<Tab>,
    /// Newest first.
    pub rows: Vec<TinjauBaris>,
    pub next_href: Option<String>,
}

/// One receipt to look at again.
#[derive(Clone, Debug)]
pub struct TinjauBaris {
    pub name: String,
    pub nip: String,
    pub href: String,
    /// `22 Nov 2026 09.31 WIB`
    pub stored: String,
    /// Heading of the norm; `None` when the receipt rests on closed facts.
    pub norm: Option<String>,
    pub verdict: (String, Tone),
    pub purpose: String,
    /// Sentences; empty when closed.
    pub causes: Vec<String>,
}

/// The head of the queue and of what is done.
pub(super) fn kepala() -> Markup {
    html! {
        div class="kepala" { div {
            h1 { "Tinjau ulang" }
            p { "Bukti telaah yang bertumpu pada SK yang kemudian diralat atau dibatalkan, atau pada norma yang sekarang dibaca lain. Periksa keputusan yang memakainya, lalu tutup butirnya dari halaman bukti." }
        } }
    }
}

pub fn tinjau(frame: &Frame, view: &TinjauView) -> Markup {
    let body = html! {
        (kepala())
        (tab("Sebab", &view.tabs))
        @if view.rows.is_empty() && view.next_href.is_none() {
            (kosong(Icon::Tugas, "Tidak ada bukti yang perlu ditinjau", "Bukti muncul di sini ketika SK yang dipakainya diralat atau dibatalkan, atau normanya berubah.", None))
        } @else if view.rows.is_empty() {
            (kosong(Icon::Cari, "Belum ada pada bagian ini", "Sebagian bukti yang lebih lama belum dibandingkan.", None))
        } @else {
            (table(&view.rows))
        }
        @if let Some(href) = &view.next_href {
            nav class="badan" aria-label="Halaman" { (Tombol::link("Yang lebih lama", href.as_str()).small().icon_after(Icon::Kanan)) }
        }
    };
    page(frame, body)
}

fn table(rows: &[TinjauBaris]) -> Markup {
    let row = |r: &TinjauBaris| {
        let (label, tone) = &r.verdict;
        Baris::new(vec![
            html! { a class="dua" href=(r.href) { span { (r.name) } small class="angka" { (format::nip(&r.nip)) } } },
            html! { @match &r.norm {
                Some(norm) => span class="dua" { span { (norm) " " (lencana(*tone, None, label)) } small { (r.purpose) } },
                None => span class="redup" { "Isi tersamar" },
            } },
            html! { @match r.causes.as_slice() {
                [] => span class="redup" { "Buka buktinya untuk membaca sebabnya." },
                [one] => (one),
                many => ul { @for cause in many { li { (cause) } } },
            } },
            html! { (r.stored) },
        ])
    };
    Tabel {
        caption: "Bukti yang perlu ditinjau ulang, terbaru lebih dahulu".into(),
        columns: vec![
            Kolom::new("Pegawai").phone(Phone::Full).class("kata"),
            Kolom::new("Norma dan keperluan").class("kalimat"),
            Kolom::new("Sebab").class("kalimat"),
            Kolom::new("Disimpan").class("utas"),
        ],
        rows: rows.iter().map(row).collect(),
        ..Tabel::default()
    }
    .render()
}
