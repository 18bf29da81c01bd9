//! Figures as bars, each the door to its people.

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
