//! The nearest deadlines, on `/dasbor`.

use maud::{Markup, html};
use web::Tanggal;
use web::component::kartu::kartu;

/// Something due.
#[derive(Clone, Debug)]
pub struct Tenggat {
    /// What is to be done.
    pub judul: String,
    /// What helps to choose; may be empty.
    pub rincian: String,
    /// Where it is done.
    pub href: String,
    /// Until when.
    pub hari: Tanggal,
    /// Today.
    pub kini: Tanggal,
}

/// The card.
pub fn tenggat(all: &[Tenggat]) -> Markup {
    let body = html! {
        @if all.is_empty() { p class="isi-kartu redup" { "Tidak ada tugas bertenggat yang menunggu Anda." } }
        @else { ul class="tenggat" { @for t in all { (satu(t)) } } }
    };
    kartu("tenggat", "Tenggat", html! { a href="/tugas" { "Semua tugas" } }, body)
}

fn satu(t: &Tenggat) -> Markup {
    let short = t.hari.short();
    let mut parts = short.split(' ');
    let (day, month) = (parts.next().unwrap_or(""), parts.next().unwrap_or(""));
    let class = match t.hari.day_number() - t.kini.day_number() {
        i64::MIN..=-1 => "bahaya",
        0..=14 => "awas",
        _ => "",
    };
    html! {
        li class=[(!class.is_empty()).then_some(class)] {
            span class="hari" aria-hidden="true" { small { (month) } b { (day) } }
            div {
                a href=(t.href) { (t.judul) }
                p { time datetime=(t.hari.iso()) { span class="sr" { (short) ", " } (t.hari.distance(t.kini)) } @if !t.rincian.is_empty() { " · " (t.rincian) } }
            }
        }
    }
}
