//! The people of one kind of finding, each with what was found and what to do, and the same as files per perangkat daerah.

use super::skor_naik;
use maud::{Markup, Render, html};
use web::component::kartu::kartu;
use web::component::keadaan::Blok;
use web::component::kosong::kosong;
use web::component::orang::orang;
use web::component::paging::Paging;
use web::component::saring::Saring;
use web::component::tabel::{Baris, Kolom, Phone, Tabel};
use web::component::tanggal::waktu;
use web::component::temuan::{Bobot, bobot};
use web::component::tombol::Tombol;
use web::{Frame, Icon, Tanggal, format, page};

/// The page `/perbaikan/{kode}`.
#[derive(Clone, Debug)]
pub struct RincianView {
    /// The day looked at.
    pub at: Tanggal,
    /// Permanent public code: `DATA-11`.
    pub code: String,
    /// `NIK kosong, salah, atau belum tervalidasi`; also the `h1`.
    pub label: String,
    /// Why it matters, in one sentence.
    pub why: String,
    /// How grave.
    pub weight: Bobot,
    /// Rows with the finding under the filters.
    pub total: u64,
    /// Estimate of the index now and after repairing all rows, in hundredths; `None` when outside the index.
    pub ikd: Option<(u32, u32)>,
    /// Made with `Saring::of`; count, noun and swap are set here.
    pub filter: Saring,
    /// The rows, or why they are not there.
    pub rows: Blok<Vec<BarisTemuan>>,
    /// Keyset paging.
    pub paging: Paging,
    /// All rows as one sheet: `/perbaikan/{kode}/unduh.xlsx?opd=`; `None` when the person may not export.
    pub xlsx_href: Option<String>,
    /// One sheet per perangkat daerah, the most rows first.
    pub per_opd: Vec<UnduhPerOpd>,
    /// All those sheets: `/perbaikan/unduh.zip?kode=`.
    pub zip_href: Option<String>,
    /// The rows are units, not people.
    pub about_units: bool,
}

/// One person with the finding.
#[derive(Clone, Debug)]
pub struct BarisTemuan {
    /// With titles.
    pub name: String,
    /// 18 digits.
    pub nip: String,
    /// `/pegawai/{nip}?bagian=temuan`
    pub href: String,
    /// Perangkat daerah; empty when not known.
    pub opd: String,
    /// Unit below it; may be empty.
    pub unit: String,
    /// What was found, with the very values.
    pub finding: String,
    /// What to do.
    pub suggestion: String,
}

/// The rows of one perangkat daerah as a file.
#[derive(Clone, Debug)]
pub struct UnduhPerOpd {
    /// `Dinas Kesehatan`
    pub name: String,
    /// Rows.
    pub count: u64,
    /// `/perbaikan/{kode}/unduh.xlsx?opd={id}`
    pub href: String,
}

/// The page `/perbaikan/{kode}`.
pub fn rincian(frame: &Frame, view: &RincianView) -> Markup {
    let mut filter = view.filter.clone();
    filter.count = Some(view.total);
    filter.noun = if view.about_units { "unit" } else { "pegawai" }.into();
    filter.swap = Some("#rincian");
    let filtered = filter.clear_href.is_some();
    let body = html! {
        div class="kepala" {
            div {
                h1 { (view.label) }
                p { (view.why) }
                p class="baris" { (bobot(view.weight)) span class="redup" { (view.code) " · keadaan per " (waktu(view.at)) (gain(view)) } }
            }
            @if let Some(href) = view.xlsx_href.as_ref().filter(|_| view.total > 0) {
                div class="aksi" { (Tombol::link(&format!("Unduh {} baris (XLSX)", format::angka(view.total)), href.as_str()).icon(Icon::Unduh).primary()) }
            }
        }
        div id="rincian" {
            @if !view.about_units && (view.total > 0 || filtered) { (filter) }
            (view.rows.draw(|rows| list(view, rows)))
        }
        @if !view.per_opd.is_empty() { div class="badan" { (files(view)) } }
    };
    page(frame, body)
}

fn gain(view: &RincianView) -> Markup {
    html! {
        @if let Some((now, after)) = view.ikd.filter(|(now, after)| after > now) {
            " · IKD perkiraan " b { (skor_naik(now, after)) } " bila semuanya diperbaiki"
        }
    }
}

fn list(view: &RincianView, rows: &[BarisTemuan]) -> Markup {
    if rows.is_empty() {
        return match &view.filter.clear_href {
            Some(clear) => kosong(
                Icon::Cari,
                "Tidak ada yang cocok dengan saringan ini",
                "Kurangi saringan atau cari dengan NIP.",
                Some(Tombol::link("Hapus semua saringan", clear.as_str()).small()),
            ),
            None => kosong(
                Icon::Cek,
                "Tidak ada yang perlu dibereskan",
                if view.about_units {
                    "Tidak ada unit dengan temuan ini pada tanggal yang dilihat."
                } else {
                    "Tidak seorang pun mempunyai temuan ini pada tanggal yang dilihat."
                },
                Some(Tombol::link("Kembali ke Yang perlu dibereskan", "/perbaikan").small()),
            ),
        };
    }
    let table = Tabel {
        caption: format!(
            "{} dengan temuan {}",
            if view.about_units { "Unit" } else { "Pegawai" },
            view.label
        ),
        columns: vec![
            Kolom::new(if view.about_units { "Unit" } else { "Nama & NIP" }).phone(Phone::Full),
            Kolom::new(if view.about_units { "Perangkat daerah" } else { "Perangkat daerah & unit" })
                .phone(Phone::Full),
            Kolom::new("Temuan dan saran").phone(Phone::Full),
        ],
        rows: rows.iter().map(row).collect(),
        ..Tabel::default()
    };
    html! { (table.render()) (view.paging) }
}

fn row(r: &BarisTemuan) -> Baris {
    Baris::new(vec![
        orang(&r.name, &r.nip, &r.href),
        html! { span class="dua" { span { @if r.opd.is_empty() { span class="redup" { "belum diketahui" } } @else { (r.opd) } } small { (r.unit) } } },
        html! { span class="dua" { span { (r.finding) } small { (r.suggestion) } } },
    ])
}

/// What people hand on: one file for each office that has to act.
fn files(view: &RincianView) -> Markup {
    let all = html! { @if let Some(href) = &view.zip_href { (Tombol::link("Unduh semua (ZIP)", href.as_str()).small().icon(Icon::Unduh)) } };
    let list = html! {
        ul class="kolom-tautan" {
            @for f in &view.per_opd { li { a href=(f.href) { (f.name) span class="sr" { " (XLSX)" } } " " span class="redup angka" { (format::angka(f.count)) } } }
        }
    };
    html! { div id="unduh" { (kartu("unduh-opd", "Unduh per perangkat daerah", all, list)) } }
}
