//! The page as a function of plain values: it knows neither register nor law.

mod isi;
mod rekap;
mod samples;

pub use rekap::{BarisRekap, RekapView, Terdekat};
pub use samples::samples;

use kernel::Date;
use law::Kode;
use law::jaga::{Macam, Syarat};
use maud::{Markup, html};
use web::component::angka_utama::{AngkaUtama, Bagian, angka_utama};
use web::component::formulir::Ruas;
use web::component::lembar::Lembar;
use web::component::paging::Paging;
use web::component::saring::Saring;
use web::component::tab::{Tab, tab};
use web::component::tombol::Tombol;
use web::{Frame, Icon, Tanggal, format, page};

/// Those who fall due on one day, for a calendar.
#[derive(Clone, Debug)]
pub struct Acara {
    pub hari: Date,
    pub nama: Vec<String>,
}

/// One person; what is empty is not known.
#[derive(Clone, Debug)]
pub struct BarisJaga {
    pub name: String,
    pub nip: String,
    pub href: Option<String>,
    /// The reasons, with their articles.
    pub why_href: Option<String>,
    pub unit: String,
    /// The service concerns them.
    pub dijaga: bool,
    pub hari: Option<Tanggal>,
    pub usul: Option<Tanggal>,
    /// The conditions besides time, where the service concerns them.
    pub syarat: Option<Syarat>,
    /// The answer of the norm, where the list is by answer.
    pub jawab: Option<Kode>,
    /// The condition that is not met, or what is not known.
    pub sebab: String,
}

/// A count with what it is made of.
#[derive(Clone, Debug)]
pub struct RingkasView {
    pub label: String,
    pub total: u64,
    pub href: String,
    /// Words, count, list.
    pub parts: Vec<(String, u64, String)>,
}

/// A figure and the list of its people.
pub type Angka = (u64, Option<String>);

/// Units beside months or years.
#[derive(Clone, Debug, Default)]
pub struct MatriksView {
    pub kurun: Vec<String>,
    /// There are too many months: columns are years.
    pub per_tahun: bool,
    /// Unit, a figure for each column, their sum.
    pub rows: Vec<(String, Vec<Angka>, Angka)>,
    pub sums: Vec<Angka>,
    pub total: u64,
}

/// What stands below the filters.
#[derive(Clone, Debug)]
pub enum Isi {
    Daftar { rows: Vec<BarisJaga>, paging: Paging },
    Unit(MatriksView),
}

/// The page `/penjagaan`.
#[derive(Clone, Debug)]
pub struct DaftarView {
    pub lembar: Lembar,
    pub macam: Macam,
    pub layanan: String,
    /// Days before the day on which a proposal is due, and where that stands.
    pub usul: Option<(i64, String)>,
    pub tabs: Vec<Tab>,
    pub views: Vec<Tab>,
    pub ringkas: Vec<RingkasView>,
    /// `None` when the norm does not hold on that day.
    pub rekap: Option<RekapView>,
    pub filter: Saring,
    /// First and last day of an own range.
    pub rentang: Option<(String, String)>,
    /// Query pairs the form of a range keeps.
    pub keep: Vec<(String, String)>,
    pub total: u64,
    /// People of whom nobody can say whether the service concerns them.
    pub tak_tentu: u64,
    /// The list is of everybody, by the answer of the norm.
    pub per_jawaban: bool,
    pub isi: Isi,
    pub xlsx_href: Option<String>,
    pub csv_href: Option<String>,
    pub ics_href: Option<String>,
}

/// How the other conditions stand, in words.
pub fn syarat_label(syarat: Syarat) -> &'static str {
    match syarat {
        Syarat::Terpenuhi => "Memenuhi syarat",
        Syarat::Belum => "Belum terpenuhi",
        Syarat::TanpaData => "Belum ada datanya",
        Syarat::Pertimbangan => "Perlu pertimbangan",
    }
}

/// `Des 2026`
pub fn bulan(first: Date) -> String {
    let short = host::tanggal(first).short();
    short.split_once(' ').map_or(short.clone(), |parts| parts.1.to_owned())
}

pub fn daftar(frame: &Frame, view: &DaftarView) -> Markup {
    let mut filter = view.filter.clone();
    filter.swap = Some("#penjagaan");
    let body = html! {
        (head(view))
        (tab("Layanan yang dijaga", &view.tabs))
        div id="penjagaan" {
            (angka_utama("Ringkasan penjagaan", &view.ringkas.iter().map(tile).collect::<Vec<_>>()))
            @match &view.rekap {
                Some(rekap) => (rekap::rekap(view, rekap)),
                None => p class="badan redup" { "Norma layanan ini tidak berlaku pada tanggal itu, jadi tidak ada yang dijawab." },
            }
            (tab("Tampilan", &view.views))
            (filter)
            @if let Some((from, until)) = &view.rentang { (range(view, from, until)) }
            (isi::isi(view))
        }
        (notes(view))
    };
    page(frame, view.lembar.around(body))
}

fn head(view: &DaftarView) -> Markup {
    html! {
        div class="kepala" {
            div {
                h1 { "Penjagaan" }
                p {
                    @if view.lembar.unit.is_empty() { (view.lembar.instansi) } @else { (view.lembar.unit) }
                    " · per " (view.lembar.at.short()) " · " (view.layanan)
                }
            }
            @if view.xlsx_href.is_some() || view.csv_href.is_some() {
                div class="aksi" {
                    @if let Some(href) = &view.ics_href { (Tombol::link("Kalender (ICS)", href.as_str()).icon(Icon::Jam)) }
                    @if let Some(href) = &view.csv_href { (Tombol::link("Unduh CSV", href.as_str()).icon(Icon::Unduh)) }
                    @if let Some(href) = &view.xlsx_href { (Tombol::link("Unduh XLSX", href.as_str()).icon(Icon::Unduh)) }
                }
            }
        }
    }
}

fn tile(view: &RingkasView) -> AngkaUtama {
    let part = |(label, value, href): &(String, u64, String)| Bagian {
        label: label.clone(),
        value: *value,
        href: href.clone(),
    };
    AngkaUtama {
        parts: view.parts.iter().map(part).collect(),
        ..AngkaUtama::new(&view.label, view.total, "").href(view.href.as_str())
    }
}

fn range(view: &DaftarView, from: &str, until: &str) -> Markup {
    html! {
        form class="badan pilih-hari cetak-sembunyi" method="get" action="/penjagaan" {
            @for (name, value) in &view.keep { input type="hidden" name=(name) value=(value); }
            input type="hidden" name="periode" value=(crate::rule::periode::RENTANG);
            (Ruas::date("dari", "Dari tanggal").value(from).optional())
            (Ruas::date("sampai", "Sampai tanggal").value(until).optional())
            (Tombol::submit("Lihat").context("rentang ini"))
        }
    }
}

fn notes(view: &DaftarView) -> Markup {
    html! {
        div class="badan redup" {
            @if view.macam != Macam::Akhir {
                @if view.rekap.as_ref().is_some_and(|r| !r.lepas.is_empty()) { p { "Keadaan disiplin tidak dinilai pada daftar ini; periksa pada halaman orangnya." } }
                @if !view.per_jawaban { p { "Syarat lain dinilai untuk hari jatuh temponya menurut data yang ada sekarang." } }
            }
            @if let Some((days, basis)) = &view.usul { p { "Usul disiapkan paling lambat " (days) " hari sebelumnya. Dasar: " (basis) "." } }
            @if view.tak_tentu > 0 {
                p { "Belum diketahui apakah layanan ini menyangkut " span class="angka" { (format::angka(view.tak_tentu)) } " pegawai lain: datanya belum ada." }
            }
        }
    }
}
