//! `/peraturan/{akta}`: one act with everything it orders.

use super::tabel::tabel;
use super::{alamat_norma, hari, keadaan, kepastian, masa, pilih_hukum, tautan};
use crate::rule::akta::{IsiAkta, Keadaan, Norma, Param, Ubahan};
use crate::rule::hubungan::{Hubungan, Kata};
use crate::rule::tabel::FEW;
use kernel::Date;
use maud::{Markup, Render, html};
use web::component::kartu::{fakta, kartu};
use web::component::tabel::{Baris, Kolom, Phone, Tabel};
use web::format::angka;
use web::{Frame, page};

/// The page of an act as of a law date.
pub fn akta(frame: &Frame, act: &IsiAkta, hukum: Date) -> Markup {
    let path = format!("/peraturan/{}", web::url::encode(&act.akta.id));
    page(
        frame,
        html! {
            div class="kepala" { div { h1 { (act.akta.sebutan) } p { (act.tentang) } } }
            (pilih_hukum(&path, hukum, &[]))
            div class="dua-kolom" {
                div class="tumpuk" {
                    @if !act.norma.is_empty() { (kartu("norma", "Norma", html! { small { (angka(act.norma.len() as u64)) " · keadaan per " (hari(hukum)) } }, norms(act, hukum))) }
                    @if !act.param.is_empty() { (kartu("param", "Param", html! { small { (angka(act.param.len() as u64)) } }, params(act))) }
                    @if !act.tabel.is_empty() { (kartu("tabel", "Tabel", html! { small { (angka(act.tabel.len() as u64)) } }, html! { @for t in &act.tabel { (tabel(t, t.rows.len() > FEW)) } })) }
                    @if !act.ubahan.is_empty() { (kartu("ubahan", "Yang diubahnya pada norma lain", html! {}, edits(act))) }
                    @if act.norma.is_empty() && act.param.is_empty() && act.tabel.is_empty() && act.ubahan.is_empty() {
                        (kartu("tanpa-norma", "Isi", html! {}, html! { p class="isi-kartu" { "Paket tidak memuat norma dari akta ini; ia dicatat karena hubungannya dengan akta lain." } }))
                    }
                }
                div class="tumpuk" {
                    (kartu("identitas", "Identitas", html! {}, head(act)))
                    @if !act.masuk.is_empty() { (kartu("masuk", "Yang terjadi padanya", html! {}, relations(&act.masuk, false))) }
                    @if !act.keluar.is_empty() { (kartu("keluar", "Yang dilakukannya pada akta lain", html! {}, relations(&act.keluar, true))) }
                    @if !act.celah.is_empty() { (kartu("celah", "Jeda tanpa ketentuan", html! {}, gaps(act))) }
                }
            }
        },
    )
}

fn head(act: &IsiAkta) -> Markup {
    let none = |text: &str| html! { @if text.is_empty() { "–" } @else { (text) } };
    let mut rows = vec![
        ("Jenis", html! { (act.jenis) }),
        ("Nama dalam paket", html! { code { (act.akta.id) } }),
        ("Diundangkan", hari(act.diundangkan)),
        ("Berlaku", masa(act.mulai, act.sampai)),
        ("Kepastian", html! { (kepastian(act.kepastian)) small { (act.kepastian.label()) } }),
        ("Terbaca di", none(&act.sumber)),
        ("Catatan", none(&act.catatan)),
    ];
    if !act.wilayah.is_empty() {
        rows.insert(2, ("Wilayah", html! { (act.wilayah) }));
    }
    fakta(&rows)
}

fn relations(list: &[Hubungan], out: bool) -> Markup {
    html! {
        ul class="isi-kartu tumpuk" {
            @for h in list {
                li {
                    b { (verb(h, out)) " " (tautan(&h.akta)) } ", "
                    (masa(h.mulai, h.sampai))
                    @if !h.dasar.is_empty() { "; " (h.dasar) }
                    @if !h.syarat.is_empty() { "; " (h.syarat) }
                    @if !h.kunci.is_empty() { " " span class="redup" { "(" (h.kunci.join(", ")) ")" } }
                }
            }
        }
    }
}

/// `mencabut`, `sebagian dicabut oleh`: by which end is told.
fn verb(h: &Hubungan, out: bool) -> String {
    let part = if h.kunci.is_empty() || h.kata == Kata::Mengubah { "" } else { "sebagian " };
    let word = match (h.kata, out) {
        (Kata::Mengubah, true) => "mengubah",
        (Kata::Mengubah, false) => "diubah oleh",
        (Kata::Mencabut, true) => "mencabut",
        (Kata::Mencabut, false) => "dicabut oleh",
        (Kata::Melanjutkan, true) => "meneruskan isi",
        (Kata::Melanjutkan, false) => "diteruskan melalui",
    };
    format!("{part}{word}")
}

fn norms(act: &IsiAkta, hukum: Date) -> Markup {
    let row = |n: &Norma| Baris {
        struck: matches!(n.keadaan, Keadaan::Digantikan(..) | Keadaan::Berakhir(_)),
        ..Baris::new(vec![
            html! { span class="dua" { a href=(alamat_norma(&n.kunci, Some(hukum))) { (n.judul) } small { code { (n.kunci) } " · " (n.bentuk) } } },
            html! { (n.dasar) },
            keadaan(&n.keadaan),
            kepastian(n.kepastian),
        ])
    };
    Tabel {
        caption: "Norma menurut urutan dalam akta".into(),
        columns: vec![
            Kolom::new("Norma").phone(Phone::Full).class("kata"),
            Kolom::new("Dasar"),
            Kolom::new("Keadaan"),
            Kolom::new("Kepastian").class("utas"),
        ],
        rows: act.norma.iter().map(row).collect(),
        ..Tabel::default()
    }
    .render()
}

fn params(act: &IsiAkta) -> Markup {
    let row = |p: &Param| {
        Baris::new(vec![
            html! { span class="dua" id=(format!("param-{}", p.kunci)) { code { (p.kunci) } @if !p.delegasi.is_empty() { small { "boleh diisi peraturan daerah: " (p.delegasi) } } } },
            html! { (p.nilai) },
            html! { (p.dasar) },
            keadaan(&p.keadaan),
            kepastian(p.kepastian),
        ])
    };
    Tabel {
        caption: "Param menurut urutan dalam akta".into(),
        columns: vec![
            Kolom::new("Param").phone(Phone::Full),
            Kolom::new("Nilai"),
            Kolom::new("Dasar"),
            Kolom::new("Keadaan"),
            Kolom::new("Kepastian").class("utas"),
        ],
        rows: act.param.iter().map(row).collect(),
        compact: true,
        ..Tabel::default()
    }
    .render()
}

fn edits(act: &IsiAkta) -> Markup {
    let row = |u: &Ubahan| {
        Baris::new(vec![
            html! { a href=(alamat_norma(&u.norma, Some(u.mulai))) { code { (u.norma) } } },
            html! { (u.kata) },
            hari(u.mulai),
            html! { (u.dasar) },
        ])
    };
    Tabel {
        caption: "Perubahan pada norma akta lain".into(),
        columns: vec![
            Kolom::new("Norma").phone(Phone::Full),
            Kolom::new("Perubahan"),
            Kolom::new("Sejak").class("utas"),
            Kolom::new("Dasar"),
        ],
        rows: act.ubahan.iter().map(row).collect(),
        compact: true,
        ..Tabel::default()
    }
    .render()
}

fn gaps(act: &IsiAkta) -> Markup {
    html! { ul class="isi-kartu tumpuk" { @for (key, span, why) in &act.celah { li { code { (key) } ", " (masa(span.mulai, span.sampai)) ": " (why) } } } }
}
