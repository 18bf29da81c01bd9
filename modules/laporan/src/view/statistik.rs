//! Figures as bars, each the door to its people.

use super::rekap::{self, Angka, Matriks};
use super::{filtered, head};
use maud::{Markup, html};
use web::component::angka_utama::{AngkaUtama, angka_utama};
use web::component::grafik::{Bilah, grafik};
use web::component::kartu::kartu;
use web::component::kosong::kosong;
use web::component::lembar::Lembar;
use web::component::saring::Saring;
use web::{Frame, Icon, format, page};

/// One chart.
#[derive(Clone, Debug)]
pub struct Bagan {
    /// `Golongan`
    pub title: String,
    pub bars: Vec<Bilah>,
    /// Bars left out; they stand in the file.
    pub hidden: usize,
}

/// Who reaches the age of pension when, by kind of post.
#[derive(Clone, Debug)]
pub struct GelombangView {
    pub table: Matriks,
    /// Those whose day cannot be told, and their list.
    pub tak_berhari: Angka,
    /// Those of whom nobody can say whether it concerns them.
    pub tak_tentu: u64,
}

/// The page `/statistik`.
#[derive(Clone, Debug)]
pub struct StatistikView {
    pub lembar: Lembar,
    pub filter: Saring,
    /// People counted.
    pub total: u64,
    /// The strip on top.
    pub figures: Vec<AngkaUtama>,
    pub charts: Vec<Bagan>,
    /// By perangkat daerah, or by unit under the one chosen.
    pub unit: Bagan,
    /// `None` when the pack watches no pension.
    pub gelombang: Option<GelombangView>,
    pub xlsx_href: String,
}

pub fn statistik(frame: &Frame, view: &StatistikView) -> Markup {
    let words = html! { span class="angka" { (format::angka(view.total)) } " pegawai aktif" };
    let body = html! {
        @if view.total == 0 {
            (kosong(Icon::Grafik, "Belum ada pegawai aktif pada tanggal ini", "Pilih unit atau tanggal lain, atau impor data pegawai lebih dahulu.", None))
        } @else {
            (angka_utama("Pegawai menurut status", &view.figures))
            div class="badan bagan" {
                @for (n, chart) in view.charts.iter().enumerate() { (drawn(n, chart, view.total)) }
            }
            @if let Some(wave) = &view.gelombang { div class="badan" { (pension(view, wave)) } }
            div class="badan" { (drawn(view.charts.len(), &view.unit, view.total)) }
        }
    };
    let body = html! {
        (head("Statistik kepegawaian", &view.lembar, &words, None, Some(&view.xlsx_href)))
        (filtered(&view.filter, &body))
    };
    page(frame, view.lembar.around(body))
}

fn drawn(n: usize, chart: &Bagan, total: u64) -> Markup {
    let caption = format!("Pegawai aktif menurut {}", chart.title.to_lowercase());
    let body = html! {
        div class="isi-kartu" {
            (grafik(&caption, "pegawai", &chart.bars, total))
            @if chart.hidden > 0 { p class="redup" { "dan " (format::angka(chart.hidden as u64)) " unit lain; semuanya ada pada berkas XLSX" } }
        }
    };
    kartu(&format!("bagan-{n}"), &chart.title, html! {}, body)
}

fn pension(view: &StatistikView, wave: &GelombangView) -> Markup {
    let caption = format!(
        "PNS yang mencapai batas usia pensiun menurut tahun dan jenis jabatan, per {}",
        view.lembar.at.long()
    );
    let (unknown, list) = &wave.tak_berhari;
    let count = html! { span class="angka" { (format::angka(*unknown)) } " PNS" };
    let body = html! {
        (rekap::drawn(caption, "Tahun", &wave.table))
        div class="isi-kartu redup" {
            @if *unknown == 0 {
                p { "Hari pensiun semua PNS pada pilihan ini diketahui." }
            } @else {
                p {
                    "Hari pensiun "
                    @match list { Some(href) => a href=(href) { (count) }, None => (count) }
                    " belum diketahui: tanggal lahir atau jabatannya belum tercatat. Mereka belum termasuk tahun mana pun."
                }
            }
            @if wave.tak_tentu > 0 {
                p { span class="angka" { (format::angka(wave.tak_tentu)) } " pegawai lain tidak dihitung, karena status kepegawaiannya belum tercatat." }
            }
        }
    };
    kartu("gelombang-pensiun", "Gelombang pensiun PNS", html! { small { "batas usia pensiun" } }, body)
}
