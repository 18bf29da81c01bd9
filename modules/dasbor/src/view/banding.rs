//! `/dasbor/banding`.

use maud::{Markup, html};
use web::component::formulir::Ruas;
use web::component::kartu::kartu;
use web::component::kosong::kosong;
use web::component::lencana::lencana;
use web::component::ringkasan_kesalahan::ringkasan_kesalahan;
use web::component::tabel::{Baris, Kolom, Phone, Tabel};
use web::component::tombol::Tombol;
use web::{Frame, Icon, Tone, page};

/// The page.
#[derive(Clone, Debug, Default)]
pub struct BandingView {
    /// As typed.
    pub dari: String,
    /// As typed.
    pub sampai: String,
    /// Instansi one may choose.
    pub instansi: Vec<(String, String)>,
    /// The one chosen.
    pub pilihan: String,
    /// Its name.
    pub label: String,
    /// Parts of the catalogue one may choose.
    pub pilih_kelompok: Vec<(String, String)>,
    /// The one chosen.
    pub kelompok: String,
    /// Field and sentence.
    pub salah: Vec<(String, String)>,
    /// Both days as headings.
    pub judul: [String; 2],
    /// What the figures of both days come from.
    pub asal: [&'static str; 2],
    /// Indicators.
    pub baris: Vec<BandingBaris>,
}

/// One indicator on both days.
#[derive(Clone, Debug)]
pub struct BandingBaris {
    /// Its name.
    pub indikator: String,
    /// Its page.
    pub href: String,
    /// Both figures.
    pub nilai: [String; 2],
    /// How far apart, in which word, in which tone; nothing where one is missing.
    pub selisih: Option<(String, &'static str, Tone)>,
}

/// The page.
pub fn banding(frame: &Frame, view: &BandingView) -> Markup {
    let error = |name: &str| view.salah.iter().find(|s| s.0 == name).map(|s| s.1.as_str());
    page(
        &Frame { refused: !view.salah.is_empty(), ..frame.clone() },
        html! {
            div class="kepala" { div { h1 { "Bandingkan dua tanggal" } p { (view.label) } } }
            (ringkasan_kesalahan(&view.salah))
            div class="badan tumpuk" {
                form class="formulir sebaris cetak-sembunyi" method="get" action="/dasbor/banding" {
                    (Ruas::date("dari", "Dari").value(&view.dari).error(error("dari")))
                    (Ruas::date("sampai", "Sampai").value(&view.sampai).error(error("sampai")))
                    @if view.instansi.len() > 1 { (Ruas::choice("instansi", "Instansi", view.instansi.clone()).value(&view.pilihan)) }
                    (Ruas::choice("kelompok", "Kelompok", view.pilih_kelompok.clone()).value(&view.kelompok))
                    (Tombol::submit("Bandingkan"))
                }
                @if view.baris.is_empty() {
                    (kosong(Icon::Tukar, "Belum ada yang dibandingkan", "Isi kedua tanggal. Hari yang angkanya tersimpan dibaca dari simpanan; hari lain dihitung dari jurnal.", None))
                } @else {
                    (kartu("banding", "Angka kedua tanggal", html! {}, tabel(view)))
                    p class="redup" { (view.judul[0]) ": " (view.asal[0]) ". " (view.judul[1]) ": " (view.asal[1]) "." }
                }
            }
        },
    )
}

fn tabel(view: &BandingView) -> Markup {
    let row = |b: &BandingBaris| {
        Baris::new(vec![
            html! { a href=(b.href) { (b.indikator) } },
            html! { (b.nilai[0]) },
            html! { (b.nilai[1]) },
            html! { @match &b.selisih { Some((text, ..)) => (text), None => span class="redup" { "tidak dapat dibandingkan" } } },
            html! { @if let Some((_, word, tone)) = &b.selisih { @if *tone == Tone::Netral { (word) } @else { (lencana(*tone, None, word)) } } },
        ])
    };
    html! {
        (Tabel {
            caption: format!("Indikator {} pada {} dan {}", view.label, view.judul[0], view.judul[1]),
            columns: vec![
                Kolom::new("Indikator").phone(Phone::Full).class("kata"),
                Kolom::new(&view.judul[0]).numeric(),
                Kolom::new(&view.judul[1]).numeric(),
                Kolom::new("Selisih").numeric(),
                Kolom::new("Arah"),
            ],
            rows: view.baris.iter().map(row).collect(),
            ..Tabel::default()
        })
    }
}
