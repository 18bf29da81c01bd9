//! The four lists of the preview.

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
    match &view.bagian {
        Bagian::Baru(rows) if rows.is_empty() => {
            empty("Tidak ada pegawai baru", "Semua orang dalam berkas sudah tercatat.")
        }
        Bagian::Baru(rows) => new(rows),
        Bagian::Berubah(rows) if rows.is_empty() => {
            empty("Tidak ada yang berubah", "Isi berkas sama dengan data tercatat.")
        }
        Bagian::Berubah(rows) => changed(rows),
        Bagian::Ragu(_, rows) if rows.is_empty() => {
            empty("Tidak ada yang meragukan", "Semua baris terbaca tanpa catatan.")
        }
        Bagian::Ragu(kinds, rows) => html! {
            div class="badan" { p { "Baris ini tetap diambil. Periksa bila sempat; sesudah disimpan, hal yang sama muncul di Yang perlu dibereskan." } }
            (summary(kinds, "baris ragu")) (items(rows, "Baris yang meragukan, menurut urutan berkas"))
        },
        Bagian::Ditolak(_, rows) if rows.is_empty() => {
            empty("Tidak ada baris yang ditolak", "Semua baris dapat diambil.")
        }
        Bagian::Ditolak(kinds, rows) => html! {
            div class="badan baris" {
                p { "Baris ini tidak diambil. Unduh, perbaiki di tempatnya, lalu kirim ulang: berkasnya sudah siap, dengan kolom yang sama dan sebab penolakan di kolom terakhir." }
                (Tombol::link("Unduh baris ditolak (CSV)", format!("{}/ditolak.csv", view.href)).small().icon(Icon::Unduh))
            }
            (summary(kinds, "baris ditolak")) (items(rows, "Baris yang ditolak, menurut urutan berkas"))
        },
    }
}

fn empty(title: &str, why: &str) -> Markup {
    kosong(Icon::Cek, title, why, None)
}

fn new(rows: &[BarisBaru]) -> Markup {
    let known =
        |text: &str| html! { @if text.is_empty() { span class="redup" { "kosong" } } @else { (text) } };
    Tabel {
        caption: "Pegawai yang belum tercatat, menurut urutan berkas".into(),
        columns: vec![
            Kolom::new("Nama & NIP").phone(Phone::Full),
            Kolom::new("Baris").class("utas"),
            Kolom::new("Jabatan"),
            Kolom::new("Unit kerja"),
        ],
        rows: rows
            .iter()
            .map(|r| {
                Baris::new(vec![
                    html! { span class="dua" { b { (r.name) } small class="angka utas" { (format::nip(&r.nip)) } } },
                    html! { span class="angka" { (format::angka(u64::from(r.row))) } },
                    known(&r.jabatan),
                    known(&r.unit),
                ])
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
            let head = vec![orang(&r.name, &r.nip, &r.href), html! { span class="redup angka" { (place) } }];
            (head, perbandingan(&format!("Perubahan data {}", r.name), "Tercatat", "Dalam berkas", &r.fields))
        })
        .collect();
    perorangan(&items)
}

/// Kinds of trouble as filters, the most frequent first.
fn summary(kinds: &[RingkasMasalah], noun: &str) -> Markup {
    html! {
        @if kinds.len() > 1 || kinds.iter().any(|k| k.current) {
            nav class="saring" aria-label="Saring menurut sebab" {
                @for k in kinds {
                    a class="keping" href=(k.href) aria-current=[k.current.then_some("true")] {
                        span { (k.words) } b class="angka" { (format::angka(k.count)) span class="sr" { " " (noun) } }
                    }
                }
            }
        }
    }
}

fn items(rows: &[Butir], caption: &str) -> Markup {
    Tabel {
        caption: caption.to_owned(),
        columns: vec![
            Kolom::new("Pegawai").phone(Phone::Full),
            Kolom::new("Baris").class("utas"),
            Kolom::new("Kolom"),
            Kolom::new("Nilai"),
            Kolom::new("Sebab dan saran").phone(Phone::Full),
        ],
        rows: rows.iter().map(item).collect(),
        ..Tabel::default()
    }
    .render()
}

fn item(b: &Butir) -> Baris {
    Baris::new(vec![
        html! { span class="dua" { b { @if b.name.is_empty() { span class="redup" { "tanpa nama" } } @else { (b.name) } } small class="angka utas" { (format::nip(&b.nip)) } } },
        html! { span class="dua" { span class="angka" { (format::angka(u64::from(b.row))) } @if !b.sheet.is_empty() { small { (b.sheet) } } } },
        html! { @if b.column.is_empty() { span class="redup" { "seluruh baris" } } @else { code { (b.column) } } },
        html! { @if b.value.is_empty() { span class="redup" { "kosong" } } @else { code { (b.value) } } },
        html! { span class="dua" { span { (b.message) } small { (b.suggestion) " " span class="utas" { "(" (b.code) ")" } } } },
    ])
}
