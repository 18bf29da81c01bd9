//! `/peraturan/kosakata`: facts a norm may ask for, and their choices.

use super::paging;
use super::pustaka::bagian;
use crate::rule::halaman::Halaman;
use crate::rule::kosakata::{BarisFakta, BarisPilihan, Kosakata};
use maud::{Markup, Render, html};
use web::component::kosong::kosong;
use web::component::saring::Saring;
use web::component::tab::{Tab, tab};
use web::component::tabel::{Baris, Kolom, Phone, Tabel};
use web::format::angka;
use web::{Frame, Icon, page, url};

/// The page.
#[derive(Clone, Debug)]
pub struct KosakataView {
    /// What is searched for.
    pub cari: String,
    /// `riwayat`, `masukan` or `pilihan`.
    pub bagian: &'static str,
    /// How many fit in each part.
    pub jumlah: [usize; 3],
    /// The rows of the part shown.
    pub isi: Kosakata,
    /// Where they lie in it.
    pub halaman: Halaman,
    /// The visitor may try out drafts.
    pub uji: bool,
}

/// Parts of the page: word in the address, label.
pub const BAGIAN: [(&str, &str); 3] =
    [("riwayat", "Fakta dari riwayat"), ("masukan", "Fakta masukan"), ("pilihan", "Pilihan")];

const PATH: &str = "/peraturan/kosakata";

/// The page `/peraturan/kosakata`.
pub fn kosakata(frame: &Frame, view: &KosakataView) -> Markup {
    let keep = vec![("bagian".to_owned(), view.bagian.to_owned())];
    let mut filter = Saring::of(PATH, ("q", "Nama, label, arti, atau pilihan"), &view.cari, keep, &[]);
    filter.swap = Some("#kosakata");
    page(
        frame,
        html! {
            div class="kepala" { div {
                h1 { "Kosakata" }
                p { "Fakta yang boleh ditanyakan norma dan pilihan nilainya. Riwayat dibaca program dari register; masukan diberikan penanya." }
            } }
            (bagian(PATH, view.uji))
            div id="kosakata" {
                (filter)
                (parts(view))
                @match view.bagian {
                    "masukan" => (facts(&view.isi.masukan)),
                    "pilihan" => (choices(&view.isi.pilihan)),
                    _ => (facts(&view.isi.riwayat)),
                }
                (paging(&view.halaman, |after| url::link(PATH, &[("bagian", view.bagian), ("q", &view.cari), ("sesudah", after)])))
            }
        },
    )
}

fn parts(view: &KosakataView) -> Markup {
    let tabs = BAGIAN.iter().zip(view.jumlah).map(|((word, label), n)| Tab {
        label: (*label).to_owned(),
        href: url::link(PATH, &[("bagian", word), ("q", &view.cari)]),
        count: Some(n as u64),
        current: *word == view.bagian,
        ..Tab::default()
    });
    tab("Bagian kosakata", &tabs.collect::<Vec<_>>())
}

fn nothing() -> Markup {
    kosong(Icon::Buku, "Tidak ada yang cocok", "Cari dengan sebagian kata, atau lihat bagian lain.", None)
}

fn facts(list: &[BarisFakta]) -> Markup {
    let table = Tabel {
        caption: "Fakta menurut nama".into(),
        columns: vec![
            Kolom::new("Fakta").phone(Phone::Full).class("kata"),
            Kolom::new("Arti").phone(Phone::Full).class("kalimat"),
            Kolom::new("Tipe"),
            Kolom::new("Sifat"),
        ],
        rows: list.iter().map(fact).collect(),
        compact: true,
        ..Tabel::default()
    };
    html! {
        @if list.is_empty() { (nothing()) } @else { (table.render()) }
    }
}

fn fact(f: &BarisFakta) -> Baris {
    let list = url::link(PATH, &[("bagian", "pilihan"), ("q", &f.tipe)]);
    Baris::new(vec![
        html! { span class="dua" { b { (f.label) } small { code { (f.nama) } } } },
        html! { (f.arti) },
        html! { @if f.pilihan { a href=(format!("{list}#{}", f.tipe)) { (f.tipe) } } @else { (f.tipe) } },
        html! {
            @if f.tertutup { "tertutup" } @if f.tertutup && f.tahunan { ", " } @if f.tahunan { "tahunan" }
        },
    ])
}

fn choices(list: &[BarisPilihan]) -> Markup {
    let row = |p: &BarisPilihan| {
        Baris::new(vec![
            html! { span class="dua" id=(p.nama) { b { (p.nama) } small { @if p.berurut { "dari rendah ke tinggi" } @else { "tidak berurut" } } } },
            html! {
                @for (i, (code, label)) in p.nilai.iter().enumerate() {
                    @if i > 0 { " · " } (label) @if code != label { " " code { (code) } }
                }
                @if p.total > p.nilai.len() { " dan " (angka((p.total - p.nilai.len()) as u64)) " lagi" }
            },
        ])
    };
    let table = Tabel {
        caption: "Daftar pilihan menurut nama".into(),
        columns: vec![
            Kolom::new("Pilihan").phone(Phone::Full).class("kata"),
            Kolom::new("Nilai").phone(Phone::Full).class("kalimat"),
        ],
        rows: list.iter().map(row).collect(),
        compact: true,
        ..Tabel::default()
    };
    html! {
        @if list.is_empty() { (nothing()) } @else { (table.render()) }
    }
}
