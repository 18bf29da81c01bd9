//! Golden cases of a norm: what each asks, what is expected, what was answered.

use super::super::{hari, sisa};
use crate::rule::kasus::{Butir, Jawab, UjiNorma};
use law::act::Span;
use maud::{Markup, Render, html};
use web::component::kartu::kartu;
use web::component::lencana::lencana;
use web::component::tabel::{Baris, Kolom, Phone, Tabel};
use web::format::angka;
use web::{Icon, Tone};

/// Cases told at once; the others are folded away.
const OPEN: usize = 25;

/// The card. `masa` are the days the version shown is right; cases of other law dates come after.
pub fn kasus(uji: &UjiNorma, masa: Option<Span>) -> Markup {
    let ours = |b: &&Butir| !b.beda.is_empty() || masa.is_none_or(|m| m.holds(b.hukum));
    let (mut list, other): (Vec<&Butir>, Vec<&Butir>) = uji.butir.iter().partition(ours);
    list.extend(other);
    let (first, rest) = list.split_at(list.len().min(OPEN));
    let aside = html! { @if uji.gagal > 0 { (lencana(Tone::Bahaya, Some(Icon::Silang), &format!("{} berbeda", uji.gagal))) } @else { small { (angka(uji.kasus as u64)) " lulus" } } };
    kartu(
        "kasus",
        "Kasus emas",
        aside,
        html! {
            @if list.is_empty() { p class="isi-kartu" { "Belum ada kasus untuk norma ini." } }
            @else { (table(first)) }
            @if !rest.is_empty() {
                details class="isi-kartu" { summary class="buka" { "Lihat " (angka(rest.len() as u64)) " kasus lagi" } (table(rest)) }
            }
            (sisa(uji.kasus - uji.butir.len(), "kasus", "Semuanya dijalankan; isinya ada pada tabel kasus dalam paket."))
        },
    )
}

fn table(list: &[&Butir]) -> Markup {
    Tabel {
        caption: "Kasus emas, yang berbeda lebih dahulu".into(),
        columns: vec![
            Kolom::new("Kasus").phone(Phone::Full),
            Kolom::new("Diharapkan"),
            Kolom::new("Dijawab"),
        ],
        rows: list.iter().map(|b| row(b)).collect(),
        compact: true,
        ..Tabel::default()
    }
    .render()
}

fn row(b: &Butir) -> Baris {
    Baris::new(vec![
        html! { div class="dua" {
            b { (b.nama) }
            small {
                (hari(b.hari))
                @if let Some(day) = b.diketahui { " · menurut yang diketahui " (hari(day)) }
                @if b.hukum != b.hari { " · hukum " (hari(b.hukum)) }
                @if let Some(day) = b.hukum_diketahui { " · hukum diketahui s.d. " (hari(day)) }
            }
            @if !b.fakta.is_empty() {
                details { summary class="buka" { "Fakta (" (b.fakta.len()) ")" } small { @for (label, value) in &b.fakta { (label) ": " (value) "; " } (b.tempat) } }
            }
            @if !b.sah_oleh.is_empty() { small { "disahkan " (b.sah_oleh) } }
        } },
        answers(&b.jawab, |j| &j.harap),
        html! { div {
            (answers(&b.jawab, |j| &j.jawab))
            @if b.beda.is_empty() { (lencana(Tone::Netral, Some(Icon::Cek), "sesuai")) }
            @else { (lencana(Tone::Bahaya, Some(Icon::Silang), "berbeda")) }
        } },
    ])
}

fn answers(list: &[Jawab], side: impl Fn(&Jawab) -> &String) -> Markup {
    html! { span class="dua" { @for j in list {
        span { (label(&j.apa)) @if side(j).is_empty() { "(kosong)" } @else { (side(j)) } }
    } } }
}

/// What is expected, before its value; a verdict needs no name.
fn label(apa: &str) -> String {
    match apa {
        "hasil" => String::new(),
        "gagal_di" => "di: ".into(),
        "mulai" => "berubah: ".into(),
        "waktu" => "waktu terpenuhi: ".into(),
        "sebutan" => "menyebut: ".into(),
        "dokumen" => "menurut dokumen: ".into(),
        other => format!("{}: ", other.replace('.', " ")),
    }
}
