//! `/dasbor`.

use super::perhatian::{PerhatianInstansi, perhatian};
use super::tenggat::{Tenggat, tenggat};
use maud::{Markup, html};
use web::component::angka_utama::{AngkaUtama, angka_utama};
use web::component::batang_susun::{Susunan, batang_susun};
use web::component::formulir::Ruas;
use web::component::garis::{Kecil, banyak_kecil};
use web::component::kartu::kartu;
use web::component::kosong::kosong;
use web::component::matriks::{Deret, Lajur, legenda, matriks};
use web::component::peta_ubin::{UbinWilayah, peta_ubin};
use web::component::tombol::Tombol;
use web::{Frame, Icon, page};

/// The page.
#[derive(Clone, Debug, Default)]
pub struct DasborView {
    /// `12 instansi per 22 November 2026`
    pub keterangan: String,
    /// The figures first asked for.
    pub utama: Vec<AngkaUtama>,
    /// Choices of indicators.
    pub pilihan: Vec<Pilihan>,
    /// Indicators shown.
    pub lajur: Vec<Lajur>,
    /// Instansi.
    pub deret: Vec<Deret>,
    /// One indicator as tiles.
    pub ubin: Option<(String, Vec<UbinWilayah>)>,
    /// The same over time.
    pub kecil: Option<Kecilnya>,
    /// The misi shown indicators serve: indicator, and whose which.
    pub misi: Vec<(String, Vec<(String, String)>)>,
    /// What deserves a look.
    pub perhatian: Vec<PerhatianInstansi>,
    /// Indicators tiles can show: code and name.
    pub pilih_ubin: Vec<(String, String)>,
    /// The choice, as the address says it.
    pub kelompok: String,
    /// The indicator tiles show.
    pub ubin_kode: String,
    /// Who goes when.
    pub gelombang: Vec<Susunan>,
    /// What the figures were computed from.
    pub asal: String,
    /// The nearest deadlines; nothing where they do not belong.
    pub tenggat: Option<Vec<Tenggat>>,
    /// Two days side by side.
    pub banding: String,
    /// The workbook.
    pub xlsx: String,
    /// The catalogue.
    pub katalog: String,
}

/// A choice of indicators.
#[derive(Clone, Debug)]
pub struct Pilihan {
    /// Its heading.
    pub label: String,
    /// Its address.
    pub href: String,
    /// It is the one shown.
    pub kini: bool,
}

/// One indicator of every instansi over time.
#[derive(Clone, Debug, Default)]
pub struct Kecilnya {
    /// The indicator.
    pub nama: String,
    /// Heights compare between instansi.
    pub satu_skala: bool,
    /// The lines.
    pub semua: Vec<Kecil>,
}

/// Kinds of posts of the wave, from the bottom up.
const JENIS: [&str; 4] = ["JPT dan administrator", "Pengawas", "Fungsional", "Pelaksana dan lain"];

/// The page `/dasbor`.
pub fn dasbor(frame: &Frame, view: &DasborView) -> Markup {
    page(
        frame,
        html! {
            div class="kepala" {
                div { h1 { "Dasbor" } p { (view.keterangan) } }
                div class="aksi" {
                    (Tombol::link("Katalog indikator", view.katalog.as_str()).icon(Icon::Buku))
                    (Tombol::link("Bandingkan", view.banding.as_str()).icon(Icon::Tukar).context("dua tanggal"))
                    (Tombol::link("Unduh XLSX", view.xlsx.as_str()).icon(Icon::Unduh))
                }
            }
            @if !view.utama.is_empty() { (angka_utama("Angka utama", &view.utama)) }
            div class="dua-kolom dasbor" {
                div class="tumpuk" {
                    (tema(view))
                    @if view.lajur.is_empty() {
                        (kosong(Icon::Grafik, "Belum ada indikator pada kelompok ini", "Lihat katalog: di sana tertulis apa yang belum ada sumbernya dan mengapa.", None))
                    } @else {
                        (kartu("matriks", "Matriks indikator", legenda(), html! {
                            (matriks(&format!("Indikator menurut instansi. {}", view.asal), &view.lajur, &view.deret))
                            @if !view.misi.is_empty() { (misi(&view.misi)) }
                        }))
                    }
                    @if let Some(small) = &view.kecil { (tren(small)) }
                    (kartu("gelombang", "Gelombang pensiun", html! {}, batang_susun("Pegawai yang mencapai batas usia pensiun menurut semester dan jenis jabatan", "Semester", &JENIS, &view.gelombang)))
                    p class="redup" { (view.asal) " Setiap angka dapat dihitung ulang dari jurnal." }
                }
                div class="tumpuk" {
                    @if let Some((name, tiles)) = &view.ubin { @if tiles.len() > 1 { (kartu("peta", name, html! {}, ubin(view, name, tiles))) } }
                    @if let Some(all) = &view.tenggat { div class="cetak-sembunyi" { (tenggat(all)) } }
                    (perhatian(&view.perhatian))
                }
            }
        },
    )
}

/// The misi of the regions, folded away below the matrix.
fn misi(all: &[(String, Vec<(String, String)>)]) -> Markup {
    html! {
        details class="isi-kartu" {
            summary class="buka" { "Misi daerah yang didukung" }
            dl class="fakta" { @for (indikator, whose) in all { dt { (indikator) } dd { @for (nama, which) in whose { (which) small { (nama) } } } } }
        }
    }
}

fn tema(view: &DasborView) -> Markup {
    html! {
        nav class="baris cetak-sembunyi" aria-label="Kelompok indikator" {
            @for p in &view.pilihan { a class="tombol kecil" href=(p.href) aria-current=[p.kini.then_some("page")] { (p.label) } }
        }
    }
}

fn ubin(view: &DasborView, name: &str, tiles: &[UbinWilayah]) -> Markup {
    html! {
        form class="baris isi-kartu cetak-sembunyi" method="get" action="/dasbor" {
            @if !view.kelompok.is_empty() { input type="hidden" name="kelompok" value=(view.kelompok); }
            (Ruas::choice("ubin", "Indikator pada ubin dan garis", view.pilih_ubin.clone()).value(&view.ubin_kode))
            (Tombol::submit("Tampilkan").small())
        }
        (peta_ubin(name, tiles))
    }
}

/// Small lines side by side; for one instansi alone as well.
fn tren(small: &Kecilnya) -> Markup {
    let scale = if small.satu_skala { "skala sama" } else { "skala masing-masing" };
    kartu(
        "tren",
        &format!("{} per triwulan", small.nama),
        html! { small { "angka tersimpan, " (scale) } },
        banyak_kecil(
            &format!("{} per triwulan menurut instansi", small.nama),
            &small.semua,
            small.satu_skala,
        ),
    )
}
