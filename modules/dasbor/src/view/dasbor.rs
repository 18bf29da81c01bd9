//! `/dasbor`.

use maud::{Markup, html};
use web::component::angka_utama::{AngkaUtama, angka_utama};
use web::component::formulir::Ruas;
use web::component::kartu::kartu;
use web::component::kosong::kosong;
use web::component::matriks::{Deret, Lajur, legenda, matriks};
use web::component::peta_ubin::{UbinWilayah, peta_ubin};
use web::component::tabel::{Baris, Kolom, Tabel};
use web::component::tombol::Tombol;
use web::format::angka;
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
    /// Indicators tiles can show: code and name.
    pub pilih_ubin: Vec<(String, String)>,
    /// The choice, as the address says it.
    pub kelompok: String,
    /// The indicator tiles show.
    pub ubin_kode: String,
    /// Who goes when.
    pub gelombang: Vec<Gelombang>,
    /// What the figures were computed from.
    pub asal: String,
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

/// A half-year of the wave.
#[derive(Clone, Debug)]
pub struct Gelombang {
    /// `2027 S1`
    pub semester: String,
    /// Leaders and administrators, pengawas, fungsional, pelaksana.
    pub jumlah: [u64; 4],
}

/// The page `/dasbor`.
pub fn dasbor(frame: &Frame, view: &DasborView) -> Markup {
    page(
        frame,
        html! {
            div class="kepala" {
                div { h1 { "Dasbor" } p { (view.keterangan) } }
                div class="aksi" {
                    (Tombol::link("Katalog indikator", view.katalog.as_str()).icon(Icon::Buku))
                    (Tombol::link("Unduh XLSX", view.xlsx.as_str()).icon(Icon::Unduh))
                }
            }
            @if !view.utama.is_empty() { (angka_utama("Angka utama", &view.utama)) }
            div class="badan tumpuk" {
                nav class="baris" aria-label="Kelompok indikator" {
                    @for p in &view.pilihan { a class="tombol kecil" href=(p.href) aria-current=[p.kini.then_some("page")] { (p.label) } }
                }
                @if view.lajur.is_empty() {
                    (kosong(Icon::Grafik, "Belum ada indikator pada kelompok ini", "Lihat katalog: di sana tertulis apa yang belum ada sumbernya dan mengapa.", None))
                } @else {
                    (kartu("matriks", "Matriks indikator", legenda(), matriks(&format!("Indikator menurut instansi. {}", view.asal), &view.lajur, &view.deret)))
                }
                @if let Some((name, tiles)) = &view.ubin { @if tiles.len() > 1 {
                    (kartu("peta", name, html! {}, html! {
                        form class="baris isi-kartu" method="get" action="/dasbor" {
                            @if !view.kelompok.is_empty() { input type="hidden" name="kelompok" value=(view.kelompok); }
                            (Ruas::choice("ubin", "Indikator pada ubin", view.pilih_ubin.clone()).value(&view.ubin_kode))
                            (Tombol::submit("Tampilkan").small())
                        }
                        (peta_ubin(name, tiles))
                    }))
                } }
                (kartu("gelombang", "Gelombang pensiun", html! {}, gelombang(&view.gelombang)))
                p class="redup" { (view.asal) " Setiap angka dapat dihitung ulang dari jurnal." }
            }
        },
    )
}

fn gelombang(waves: &[Gelombang]) -> Markup {
    let row = |w: &Gelombang| {
        let sum: u64 = w.jumlah.iter().sum();
        let cells = w.jumlah.iter().chain([&sum]).map(|n| html! { (angka(*n)) });
        Baris { cells: std::iter::once(html! { (w.semester) }).chain(cells).collect(), ..Baris::default() }
    };
    let number = |label: &str| Kolom::new(label).numeric();
    html! {
        (Tabel {
            caption: "Pegawai yang mencapai batas usia pensiun menurut semester dan jenis jabatan".into(),
            columns: vec![
                Kolom::new("Semester").class("utas"),
                number("JPT dan administrator"),
                number("Pengawas"),
                number("Fungsional"),
                number("Pelaksana dan lain"),
                number("Jumlah"),
            ],
            rows: waves.iter().map(row).collect(),
            compact: true,
            ..Tabel::default()
        })
    }
}
