//! Home: four numbers, what needs doing, what comes due, what was imported; or the first steps of an empty register.

use maud::{Markup, html};
use web::component::angka_utama::{AngkaUtama, angka_utama};
use web::component::kartu::kartu;
use web::component::keadaan::Blok;
use web::component::kosong::kosong;
use web::component::tanggal::tgl;
use web::component::tombol::Tombol;
use web::component::tugas::{Tugas, tugas};
use web::component::ubin::{Ubin, ubin};
use web::{Frame, Icon, Tanggal, format, icon_small, page};

/// The page `/`.
#[derive(Clone, Debug)]
pub struct BerandaView {
    /// By the hour of the server: `Selamat pagi`.
    pub greeting: String,
    /// The person's name.
    pub name: String,
    /// The day of all numbers on the page.
    pub at: Tanggal,
    /// Four figures with their lists: pegawai aktif, temuan, lowong, kontrak berakhir.
    pub figures: Blok<Vec<AngkaUtama>>,
    /// What waits for this person, the most urgent first.
    pub tasks: Vec<Tugas>,
    /// What comes due, the nearest first.
    pub deadlines: Vec<Tenggat>,
    /// The last imports; empty when the person may not import.
    pub imports: Vec<Tugas>,
    /// The first steps while the register is empty: then they are the page.
    pub first_steps: Vec<LangkahPertama>,
}

/// People for whom something falls due on one day or in one month.
#[derive(Clone, Debug)]
pub struct Tenggat {
    /// `Perjanjian kerja berakhir`
    pub event: String,
    /// The first day it falls due.
    pub date: Tanggal,
    /// How many people.
    pub people: u64,
    /// Their list.
    pub href: String,
}

/// One of the first steps.
#[derive(Clone, Debug)]
pub struct LangkahPertama {
    /// Picture of the tile.
    pub icon: Icon,
    /// `Unggah nominatif SIASN`
    pub title: String,
    /// One sentence: what it gives.
    pub text: String,
    /// Where it is done.
    pub href: String,
    /// `Selesai 22 Nov 2026, 19.982 baris`; empty when still to do.
    pub done: String,
}

/// The page `/`.
pub fn beranda(frame: &Frame, view: &BerandaView) -> Markup {
    let body = html! {
        div class="kepala" { div { h1 { (view.greeting) ", " (view.name) } p { "Keadaan per " (view.at.long()) } } }
        @if !view.first_steps.is_empty() { (first_steps(&view.first_steps)) } @else { (content(view)) }
    };
    page(frame, body)
}

fn first_steps(steps: &[LangkahPertama]) -> Markup {
    let next = steps.iter().position(|s| s.done.is_empty());
    let tiles: Vec<Ubin> = steps.iter().enumerate().map(|(n, s)| tile(n, s, next == Some(n))).collect();
    html! {
        section class="badan tumpuk" aria-labelledby="langkah-pertama" {
            div {
                h2 id="langkah-pertama" { "Langkah pertama" }
                p class="redup" { "Belum ada data pegawai. Mulai dari unduhan SIASN; dua langkah lain dapat menyusul." }
            }
            (ubin(&tiles))
        }
    }
}

fn tile(n: usize, s: &LangkahPertama, next: bool) -> Ubin {
    let button = Tombol::link("Unggah berkas", s.href.as_str()).small().icon(Icon::Unggah).context(&s.title);
    Ubin {
        icon: if s.done.is_empty() { s.icon } else { Icon::Cek },
        title: format!("{}. {}", n + 1, s.title),
        text: s.text.clone(),
        note: s.done.clone(),
        more: html! {},
        actions: if !s.done.is_empty() {
            vec![]
        } else if next {
            vec![button.primary()]
        } else {
            vec![button]
        },
    }
}

fn content(view: &BerandaView) -> Markup {
    html! {
        (view.figures.draw(|figures| angka_utama(&format!("Angka utama per {}", view.at.short()), figures)))
        div class="dua-kolom" {
            div class="tumpuk" {
                (kartu("perlu", "Yang perlu Anda lakukan", html! {}, html! {
                    @if view.tasks.is_empty() { (kosong(Icon::Tugas, "Tidak ada tugas menunggu", "Temuan baru dan berkas yang menunggu disimpan akan muncul di sini.", None)) }
                    @else { (tugas(&view.tasks)) }
                }))
                @if !view.imports.is_empty() {
                    (kartu("impor-terakhir", "Impor terakhir", html! { a href="/impor" { "Impor data" } }, tugas(&view.imports)))
                }
            }
            div class="tumpuk" {
                (kartu("tenggat", "Tenggat", html! {}, html! {
                    @if view.deadlines.is_empty() { p class="isi-kartu redup" { "Tidak ada yang jatuh tempo dalam 120 hari." } }
                    @else { (deadlines(&view.deadlines, view.at)) }
                }))
            }
        }
    }
}

fn deadlines(list: &[Tenggat], today: Tanggal) -> Markup {
    html! {
        ul class="tugas" {
            @for t in list {
                li { div { (tgl(&t.event, t.date, today)) } a href=(t.href) { (format::angka(t.people)) " orang" span class="sr" { ": " (t.event) } } (icon_small(Icon::Kanan)) }
            }
        }
    }
}
