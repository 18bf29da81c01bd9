//! `/peraturan/perubahan`: what changes on which day.

use super::pustaka::bagian;
use super::{alamat_norma, hari, sisa, tautan, tgl};
use crate::rule::Nama;
use crate::rule::perubahan::{Apa, Jenis, Kelompok};
use kernel::Date;
use maud::{Markup, Render, html};
use web::component::formulir::Ruas;
use web::component::kartu::kartu;
use web::component::kosong::kosong;
use web::component::tabel::{Baris, Kolom, Phone, Tabel};
use web::component::tanggal::waktu_dan_jarak;
use web::component::tombol::Tombol;
use web::{Frame, Icon, page, url};

/// Changes by day, with how many are left out.
pub type Hari = (Vec<(Date, Vec<Kelompok>)>, usize);

/// The page.
#[derive(Clone, Debug)]
pub struct PerubahanView {
    /// Today.
    pub today: Date,
    /// First day asked about.
    pub dari: Date,
    /// Last day asked about.
    pub sampai: Date,
    /// What is coming, nearest first.
    pub datang: Hari,
    /// What has been, newest first.
    pub lewat: Hari,
    /// The next change of each norm: key, heading, day; with how many are left out.
    pub berikut: (Vec<(String, String, Date)>, usize),
    /// The visitor may try out drafts.
    pub uji: bool,
}

/// The page `/peraturan/perubahan`.
pub fn perubahan(frame: &Frame, view: &PerubahanView) -> Markup {
    page(
        frame,
        html! {
            div class="kepala" { div { h1 { "Perubahan" } p { "Yang berubah dalam paket dari " (hari(view.dari)) " sampai " (hari(view.sampai)) } } }
            (bagian("/peraturan/perubahan", view.uji))
            form class="badan pilih-hari cetak-sembunyi" method="get" action="/peraturan/perubahan" {
                (Ruas::date("dari", "Dari tanggal").value(&tgl(view.dari).typed()))
                (Ruas::date("sampai", "Sampai tanggal").value(&tgl(view.sampai).typed()))
                (Tombol::submit("Lihat").context("perubahan pada rentang itu"))
            }
            div class="dua-kolom" {
                div class="tumpuk" {
                    (block("datang", "Akan datang", view, &view.datang))
                    (block("lewat", "Sudah berlaku", view, &view.lewat))
                }
                div class="tumpuk" { (kartu("berikut", "Perubahan berikutnya per norma", html! {}, next(view))) }
            }
        },
    )
}

fn block(id: &str, title: &str, view: &PerubahanView, (days, hidden): &Hari) -> Markup {
    kartu(
        id,
        title,
        html! {},
        html! {
            @if days.is_empty() { (kosong(Icon::Jam, "Tidak ada perubahan", "Perlebar rentang tanggalnya untuk melihat lebih jauh.", None)) }
            @for (day, events) in days {
                div class="isi-kartu" { h3 { @if *day > view.today { (waktu_dan_jarak(tgl(*day), tgl(view.today))) } @else { (hari(*day)) } } }
                (table(*day, events))
            }
            (sisa(*hidden, "perubahan", "Persempit rentang tanggalnya."))
        },
    )
}

fn table(day: Date, events: &[Kelompok]) -> Markup {
    Tabel {
        caption: format!("Yang berubah pada {}", tgl(day).long()),
        columns: vec![
            Kolom::new("Ketentuan").phone(Phone::Full).class("kata"),
            Kolom::new("Yang terjadi").phone(Phone::Full).class("kalimat"),
        ],
        rows: events.iter().map(|g| row(day, g)).collect(),
        compact: true,
        ..Tabel::default()
    }
    .render()
}

fn row(day: Date, group: &Kelompok) -> Baris {
    let apa = match group.apa {
        Apa::Norma => "norma",
        Apa::Param => "param",
        Apa::Tabel => "tabel",
    };
    let keys = group.kunci.iter().enumerate();
    Baris::new(vec![
        html! { span class="dua" {
            span { @for (i, key) in keys { @if i > 0 { ", " } a href=(tujuan(group.apa, key, day, &group.akta)) { (key) } } }
            small { (apa) }
        } },
        html! { span class="dua" { span { (jenis(group.jenis)) " " (tautan(&group.akta)) } @if !group.kata.is_empty() { small { (group.kata) } } } },
    ])
}

/// What happens, as the beginning of a clause that an act ends.
pub fn jenis(jenis: Jenis) -> &'static str {
    match jenis {
        Jenis::Mulai => "mulai berlaku,",
        Jenis::Diganti => "diganti",
        Jenis::Diubah => "diubah",
        Jenis::Diteruskan => "diteruskan melalui",
        Jenis::Dicabut => "dicabut",
        Jenis::Berakhir => "berakhir,",
    }
}

/// Where the thing changed is shown: the norm on that day, or its place on the page of an act.
pub fn tujuan(apa: Apa, kunci: &str, day: Date, akta: &Nama) -> String {
    let act = |place: &str| format!("/peraturan/{}#{place}-{}", url::encode(&akta.id), url::encode(kunci));
    match apa {
        Apa::Norma => alamat_norma(kunci, Some(day)),
        Apa::Param => act("param"),
        Apa::Tabel => act("tabel"),
    }
}

fn next(view: &PerubahanView) -> Markup {
    let row = |(key, title, day): &(String, String, Date)| {
        Baris::new(vec![
            html! { span class="dua" { a href=(alamat_norma(key, Some(*day))) { (title) } small { code { (key) } } } },
            html! { span { (waktu_dan_jarak(tgl(*day), tgl(view.today))) } },
        ])
    };
    html! {
        @if view.berikut.0.is_empty() { p class="isi-kartu" { "Belum ada norma yang diketahui akan berubah." } }
        @else {
            (Tabel {
                caption: "Hari norma berikutnya berbunyi lain, yang terdekat lebih dahulu".into(),
                columns: vec![Kolom::new("Norma").phone(Phone::Full), Kolom::new("Berubah")],
                rows: view.berikut.0.iter().map(row).collect(),
                compact: true,
                ..Tabel::default()
            }.render())
        }
        (sisa(view.berikut.1, "norma", "Buka normanya untuk melihat versi berikutnya."))
    }
}
