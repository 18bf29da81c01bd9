//! The four lists of the preview.

use super::super::Pokok;
use super::{Bagian, BarisBaru, BarisBerubah, Butir, PratinjauView, RingkasMasalah};
use maud::{Markup, Render, html};
use web::component::kosong::kosong;
use web::component::orang::orang;
use web::component::perbandingan::perbandingan;
use web::component::perorangan::perorangan;
use web::component::tabel::{Baris, Kolom, Phone, Tabel};
use web::component::tombol::Tombol;
use web::{Icon, format};

pub(super) fn daftar(view: &PratinjauView) -> Markup {
    let pokok = view.file.pokok();
    match &view.bagian {
        Bagian::Baru(rows) if rows.is_empty() => empty(
            &format!("Tidak ada {} baru", pokok.benda),
            &format!("Semua {} dalam berkas sudah tercatat.", pokok.benda),
        ),
        Bagian::Baru(rows) => new(rows, pokok),
        Bagian::Berubah(rows) if rows.is_empty() => {
            empty("Tidak ada yang berubah", "Isi berkas sama dengan data tercatat.")
        }
        Bagian::Berubah(rows) => changed(rows),
        Bagian::Ragu(_, rows) if rows.is_empty() => {
            empty("Tidak ada yang meragukan", "Semua baris terbaca tanpa catatan.")
        }
        Bagian::Ragu(kinds, rows) => html! {
            div class="badan" { p { "Baris ini tetap diambil. Periksa bila sempat; sesudah disimpan, hal yang sama muncul di Yang perlu dibereskan." } }
            (summary(kinds)) (items(rows, pokok, "Baris yang meragukan, menurut urutan berkas"))
        },
        Bagian::Ditolak(_, rows) if rows.is_empty() => {
            empty("Tidak ada baris yang ditolak", "Semua baris dapat diambil.")
        }
        Bagian::Ditolak(kinds, rows) => html! {
            div class="badan baris" {
                p { "Baris ini tidak diambil. Unduh, perbaiki di tempatnya, lalu kirim ulang: berkasnya sudah siap, dengan kolom yang sama dan sebab penolakan di kolom terakhir." }
                (Tombol::link("Unduh baris ditolak (CSV)", format!("{}/ditolak.csv", view.href)).small().icon(Icon::Unduh))
            }
            (summary(kinds)) (items(rows, pokok, "Baris yang ditolak, menurut urutan berkas"))
        },
    }
}

fn empty(title: &str, why: &str) -> Markup {
    kosong(Icon::Cek, title, why, None)
}

/// Whom or what a row is about. Names come from outside: their direction stays theirs.
fn named(name: &str, nip: &str) -> Markup {
    html! {
        span class="dua" {
            @if name.is_empty() { span class="redup" { "tanpa nama" } } @else { b { bdi { (name) } } }
            @if !nip.is_empty() { small class="angka utas" { (format::nip(nip)) } }
        }
    }
}

fn number(row: u32) -> Markup {
    html! { @if row > 0 { span class="angka" { (format::angka(u64::from(row))) } } @else { span class="redup" { "–" } } }
}

fn new(rows: &[BarisBaru], pokok: &Pokok) -> Markup {
    let known = |text: &String| html! { @if text.is_empty() { span class="redup" { "kosong" } } @else { bdi { (text) } } };
    let mut columns =
        vec![Kolom::new(pokok.kolom).phone(Phone::Full).class("kata"), Kolom::new("Baris").class("utas")];
    columns.extend(pokok.isi.iter().map(|head| Kolom::new(head).class("kata")));
    Tabel {
        caption: format!("{} yang belum tercatat, menurut urutan berkas", pokok.awal()),
        columns,
        rows: rows
            .iter()
            .map(|r| {
                let mut cells = vec![named(&r.name, &r.nip), number(r.row)];
                cells.extend(r.isi.iter().map(known));
                Baris::new(cells)
            })
            .collect(),
        ..Tabel::default()
    }
    .render()
}

fn changed(rows: &[BarisBerubah]) -> Markup {
    let items: Vec<_> = rows
        .iter()
        .map(|r| {
            let place =
                format!("baris {} · {} data berubah", format::angka(u64::from(r.row)), r.fields.len());
            let who =
                if r.href.is_empty() { named(&r.name, &r.nip) } else { orang(&r.name, &r.nip, &r.href) };
            let head = vec![who, html! { span class="redup angka" { (place) } }];
            (head, perbandingan(&format!("Perubahan data {}", r.name), "Tercatat", "Dalam berkas", &r.fields))
        })
        .collect();
    perorangan(&items)
}

/// Kinds of trouble as filters, the most frequent first.
fn summary(kinds: &[RingkasMasalah]) -> Markup {
    html! {
        @if kinds.len() > 1 || kinds.iter().any(|k| k.current) {
            nav class="saring" aria-label="Saring menurut sebab" {
                @for k in kinds {
                    a class="keping" href=(k.href) aria-current=[k.current.then_some("true")] {
                        span { (k.words) } b class="angka" { (format::angka(k.count)) } " temuan"
                    }
                }
            }
        }
    }
}

fn items(rows: &[Butir], pokok: &Pokok, caption: &str) -> Markup {
    Tabel {
        caption: caption.to_owned(),
        columns: vec![
            Kolom::new(pokok.kolom).phone(Phone::Full).class("kata"),
            Kolom::new("Baris").class("utas"),
            Kolom::new("Kolom").class("utas"),
            Kolom::new("Nilai").class("nilai"),
            Kolom::new("Sebab dan saran").phone(Phone::Full).class("kalimat"),
        ],
        rows: rows.iter().map(item).collect(),
        ..Tabel::default()
    }
    .render()
}

fn item(b: &Butir) -> Baris {
    Baris::new(vec![
        named(&b.name, &b.nip),
        html! { span class="dua" { (number(b.row)) @if !b.sheet.is_empty() { small { (b.sheet) } } } },
        html! { @if b.column.is_empty() { span class="redup" { "seluruh baris" } } @else { code { (b.column) } } },
        html! { @if b.value.is_empty() { span class="redup" { "kosong" } } @else { code { bdi { (b.value) } } } },
        html! { span class="dua" { span { (b.message) } small { (b.suggestion) " " span class="utas" { "(" (b.code) ")" } } } },
    ])
}
