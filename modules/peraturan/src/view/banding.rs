//! `/peraturan/rancangan/{id}`: what a draft, or a pack that waits, changes in the text of the law.

use super::rancangan::{berdua, hanya_uji};
use super::{alamat_norma, paging, sisa};
use crate::rule::banding::{Isian, JENIS, Perbedaan};
use crate::rule::halaman::Halaman;
use crate::rule::kata;
use crate::rule::ubah_kasus::UbahKasus;
use law::banding::Apa;
use maud::{Markup, Render, html};
use std::collections::BTreeMap;
use web::component::angka_utama::{AngkaUtama, Bagian, angka_utama};
use web::component::kartu::kartu;
use web::component::kosong::kosong;
use web::component::lencana::lencana;
use web::component::perbandingan::{Kalimat, perbandingan_kata};
use web::component::tabel::{Baris, Kolom, Phone, Tabel};
use web::component::tombol::Tombol;
use web::format::angka;
use web::{Frame, Icon, Tone, page, url};

/// What happened, in the order and with the words of an address.
pub const APA: [(Apa, &str); 3] = [(Apa::Baru, "baru"), (Apa::Berubah, "berubah"), (Apa::Hilang, "hilang")];

/// The page.
#[derive(Clone, Debug)]
pub struct BandingView {
    /// Its address.
    pub alamat: String,
    /// What is compared: the name of the file, or the day a pack becomes active.
    pub nama: String,
    /// The law now: name, version, short hash.
    pub sekarang: String,
    /// The other.
    pub rancangan: String,
    /// How many, by kind and turn.
    pub hitung: BTreeMap<(&'static str, Apa), u64>,
    /// Kind looked at; empty for all.
    pub jenis: String,
    /// Turn looked at; empty for all.
    pub apa: String,
    /// Differences of this page.
    pub list: Vec<Perbedaan>,
    /// Where it lies in the list.
    pub halaman: Halaman,
    /// Golden cases answered otherwise, when asked for.
    pub kasus: Option<UbahKasus>,
}

impl BandingView {
    fn link(&self, jenis: &str, apa: &str) -> String {
        url::link(&self.alamat, &[("jenis", jenis), ("apa", apa)])
    }
}

/// The page of a comparison.
pub fn banding(frame: &Frame, view: &BandingView) -> Markup {
    page(
        frame,
        html! {
            div class="kepala" { div {
                h1 { "Bandingkan paket" }
                p { (view.nama) }
                p class="redup" { "Sekarang: " (view.sekarang) ". Dibandingkan: " (view.rancangan) "." }
            } }
            (berdua(&view.alamat, false))
            div class="badan" { (numbers(view)) }
            div class="kilat bawahan" { (hanya_uji()) }
            div class="badan tumpuk" {
                @if !view.jenis.is_empty() || !view.apa.is_empty() {
                    p { "Hanya " (chosen(view)) ". " a href=(view.alamat) { "Tampilkan semua" } }
                }
                @if view.list.is_empty() {
                    (kosong(Icon::Cek, "Tidak ada perbedaan", "Kedua paket mengatakan hal yang sama untuk pilihan ini.", None))
                }
                @for (n, one) in view.list.iter().enumerate() { (difference(n, one)) }
            }
            (paging(&view.halaman, |behind| url::link(&view.alamat, &[("jenis", &view.jenis), ("apa", &view.apa), ("sesudah", behind)])))
            div class="badan" { (cases(view)) }
        },
    )
}

fn chosen(view: &BandingView) -> String {
    let kind = JENIS.iter().find(|j| j.0 == view.jenis).map_or("semua jenis", |j| j.1);
    [kind, &view.apa].into_iter().filter(|word| !word.is_empty()).collect::<Vec<_>>().join(", ")
}

fn numbers(view: &BandingView) -> Markup {
    let count =
        |jenis: &str, apa| view.hitung.iter().filter(|(k, _)| *k == &(jenis, apa)).map(|(_, n)| n).sum();
    let tile = |(jenis, label): &(&'static str, &'static str)| {
        let parts: Vec<Bagian> = APA
            .iter()
            .map(|(apa, word)| Bagian {
                label: (*word).to_owned(),
                value: count(jenis, *apa),
                href: view.link(jenis, word),
            })
            .filter(|part| part.value > 0)
            .collect();
        let total = parts.iter().map(|part| part.value).sum();
        AngkaUtama { parts, ..AngkaUtama::new(label, total, "") }
    };
    angka_utama("Perbedaan menurut jenis", &JENIS.iter().map(tile).collect::<Vec<_>>())
}

fn difference(n: usize, one: &Perbedaan) -> Markup {
    let kind = JENIS.iter().find(|j| j.0 == one.beda.jenis).map_or(one.beda.jenis, |j| j.1);
    let (tone, picture) = match one.beda.apa {
        Apa::Baru => (Tone::Ok, Icon::Tambah),
        Apa::Hilang => (Tone::Bahaya, Icon::Silang),
        Apa::Berubah => (Tone::Awas, Icon::Tukar),
    };
    let title = format!("{kind}: {}", one.beda.kunci);
    let caption = format!("{title}, sekarang dan rancangan");
    kartu(
        &format!("beda-{n}"),
        &title,
        html! { (lencana(tone, Some(picture), one.beda.apa.label())) },
        html! {
            div class="isi-kartu" {
                p { (one.sebutan) " " code { (one.beda.akta) }
                    @if one.beda.jenis == "norma" && one.beda.apa != Apa::Baru {
                        " · " a href=(alamat_norma(key(&one.beda.kunci), None)) { "Buka norma sekarang" }
                    }
                }
                @if !one.pembanding.is_empty() { p { (one.pembanding) } }
                @if one.isian.is_empty() { p class="redup" { "Isinya sama; yang berbeda hanya urutannya." } }
            }
            @if !one.isian.is_empty() {
                (perbandingan_kata(&caption, "Sekarang", "Rancangan", &one.isian.iter().map(sentence).collect::<Vec<_>>()))
            }
            (sisa(one.sisa, "isian berbeda", "Bacalah sisanya dalam berkas paketnya."))
            @if one.sama > 0 { p class="isi-kartu redup" { (angka(one.sama as u64)) " isian lain sama dan tidak ditampilkan." } }
        },
    )
}

/// A norm's key without the number that tells its versions apart.
fn key(kunci: &str) -> &str {
    kunci.split(' ').next().unwrap_or(kunci)
}

fn sentence(isian: &Isian) -> Kalimat {
    let (before, after) = match (&isian.lama, &isian.baru) {
        (Some(lama), Some(baru)) => {
            let (a, b) = kata::beda(lama, baru);
            (Some(a), Some(b))
        }
        (lama, baru) => {
            let whole = |text: &String| vec![(true, text.clone())];
            (lama.as_ref().map(whole), baru.as_ref().map(whole))
        }
    };
    Kalimat { field: isian.label.clone(), before, after }
}

fn cases(view: &BandingView) -> Markup {
    let body = match &view.kasus {
        None => html! {
            p { "Kasus emas adalah pertanyaan yang jawabannya sudah dipastikan. Lihat mana yang jawabannya berubah." }
            p { (Tombol::link("Jalankan kasus emas", url::link(&view.alamat, &[("kasus", "ya")]))) }
        },
        Some(found) => html! {
            p { (angka(found.dijalankan as u64)) " dari " (angka(found.semua as u64)) " kasus menyangkut yang berbeda; " b { (angka(found.berubah as u64)) } " di antaranya berubah jawabannya." }
            @for line in &found.salah { p { (line) } }
        },
    };
    kartu(
        "kasus-emas",
        "Kasus emas",
        html! {},
        html! {
            div class="isi-kartu tumpuk" { (body) }
            @if let Some(found) = view.kasus.as_ref().filter(|k| !k.rows.is_empty()) {
                (case_table(found))
                (sisa(found.berubah - found.rows.len(), "kasus", "Persempit rancangannya untuk melihat yang lain."))
            }
        },
    )
}

fn case_table(found: &UbahKasus) -> Markup {
    let row = |r: &crate::rule::ubah_kasus::Baris| {
        let (lama, baru) = kata::beda(&r.sekarang, &r.rancangan);
        let mark = |pieces: Vec<kata::Potong>, old: bool| {
            html! { span {
                @for (n, (changed, text)) in pieces.into_iter().enumerate() {
                    @if n > 0 { " " }
                    @if !changed { (text) } @else if old { del { (text) } } @else { ins { (text) } }
                }
            } }
        };
        Baris::new(vec![
            html! { span class="dua" { span { (r.nama) } small { code { (r.norma) } " · " (r.tempat) } } },
            mark(lama, true),
            mark(baru, false),
        ])
    };
    Tabel {
        caption: "Kasus emas yang jawabannya berubah".into(),
        columns: vec![
            Kolom::new("Kasus").phone(Phone::Full).class("kata"),
            Kolom::new("Sekarang").class("kata"),
            Kolom::new("Rancangan").class("kata"),
        ],
        rows: found.rows.iter().map(row).collect(),
        compact: true,
        ..Tabel::default()
    }
    .render()
}
