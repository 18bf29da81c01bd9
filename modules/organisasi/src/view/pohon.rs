//! `Peta organisasi`: the tree of units, and beside it the unit chosen with `?unit=`.

use super::unit::{UnitView, unit};
use maud::{Markup, html};
use web::component::keadaan::Blok;
use web::component::kosong::kosong;
use web::component::ranting::{Cabang, ranting};
use web::component::saring::Saring;
use web::component::tanggal::waktu;
use web::component::tombol::Tombol;
use web::{Frame, Icon, Tanggal, format, icon_small, page};

/// The page `/organisasi`.
#[derive(Clone, Debug)]
pub struct PohonView {
    /// The day looked at.
    pub at: Tanggal,
    /// Units on that day; 0 is a register without a list of units.
    pub units: u64,
    /// The instansi to choose from; `None` for those who see one.
    pub instansi: Option<PilihInstansi>,
    /// Ancestors of the chosen unit are open, its children are loaded, everything else is closed.
    pub tree: Vec<Cabang>,
    /// Ancestors as name and address, the government first; the chosen unit is not among them.
    pub trail: Vec<(String, String)>,
    /// The chosen unit, or why it is not there.
    pub unit: Blok<UnitView>,
    /// Form address and pairs to keep (`unit`, `berlaku`, `diketahui`) for the search.
    pub search: PencarianUnit,
    /// People whose unit is not known, and their list; shown above zero.
    pub without_unit: Option<(u64, String)>,
    /// The map as a file; `None` when the person may not export.
    pub export_href: Option<String>,
}

/// Whose map is shown, and whose maps there are.
#[derive(Clone, Debug)]
pub struct PilihInstansi {
    /// Id of the one shown.
    pub chosen: String,
    /// Id and name.
    pub options: Vec<(String, String)>,
    /// Query pairs that stay: both clocks.
    pub keep: Vec<(String, String)>,
}

/// The search for a unit by name.
#[derive(Clone, Debug, Default)]
pub struct PencarianUnit {
    /// What was typed; empty when nobody searched.
    pub query: String,
    /// Query pairs that stay: `berlaku`, `diketahui`.
    pub keep: Vec<(String, String)>,
    /// What was found; shown instead of the chosen unit while `query` is not empty.
    pub results: Vec<HasilUnit>,
    /// All that match, when more than shown.
    pub total: u64,
    /// The page without the search.
    pub clear_href: String,
}

/// A unit found by name.
#[derive(Clone, Debug)]
pub struct HasilUnit {
    /// Its name.
    pub name: String,
    /// Its ancestors below the government: `Dinas Kesehatan › Sekretariat`; may be empty.
    pub path: String,
    /// `/organisasi?unit=…`
    pub href: String,
    /// People in it and below.
    pub filled: u64,
}

/// The page `/organisasi`.
pub fn pohon(frame: &Frame, view: &PohonView) -> Markup {
    let body = html! {
        div class="kepala" {
            div { h1 { "Peta organisasi" } p { (summary(view)) } }
            @if let Some(choice) = &view.instansi { (chooser(choice)) }
            @if let Some(href) = view.export_href.as_ref().filter(|_| view.units > 0) {
                div class="aksi" { (Tombol::link("Unduh peta (XLSX)", href.as_str()).icon(Icon::Unduh)) }
            }
        }
        @if view.units == 0 {
            (kosong(Icon::Org, "Belum ada unit organisasi pada tanggal ini",
                "Unggah Daftar unor: satu berkas dengan kode, nama, dan atasan tiap unit. Pegawai lalu tampil menurut unitnya.",
                Some(Tombol::link("Unggah Daftar unor", "/impor/unggah?jenis=unor").primary())))
        } @else {
            (filter(view))
            div class="peta" {
                nav aria-label="Pohon unit" { (ranting(&view.tree)) }
                div {
                    @if view.search.query.is_empty() { (trail(view)) (view.unit.draw(|u| unit(u, view.at))) }
                    @else { (results(&view.search)) }
                }
            }
        }
    };
    page(frame, body)
}

fn chooser(choice: &PilihInstansi) -> Markup {
    html! {
        form class="aksi" method="get" action="/organisasi" {
            @for (name, value) in &choice.keep { input type="hidden" name=(name) value=(value); }
            label class="sr" for="pilih-instansi" { "Instansi" }
            select class="input" id="pilih-instansi" name="instansi" {
                @for (id, name) in &choice.options { option value=(id) selected[*id == choice.chosen] { (name) } }
            }
            (Tombol::submit("Tampilkan"))
        }
    }
}

fn summary(view: &PohonView) -> Markup {
    html! {
        @if view.units > 0 { (format::angka(view.units)) " unit · keadaan per " } @else { "Keadaan per " }
        (waktu(view.at))
        @if let Some((n, href)) = view.without_unit.as_ref().filter(|(n, _)| *n > 0) {
            " · " a href=(href) { (format::angka(*n)) " pegawai belum diketahui unitnya" }
        }
    }
}

fn filter(view: &PohonView) -> Saring {
    let s = &view.search;
    Saring {
        action: "/organisasi".into(),
        search: Some(("q".into(), "Nama unit".into())),
        query: s.query.clone(),
        keep: s.keep.clone(),
        clear_href: (!s.query.is_empty()).then(|| s.clear_href.clone()),
        count: (!s.query.is_empty()).then_some(s.total),
        noun: "unit".into(),
        ..Saring::default()
    }
}

/// The way up, on a phone instead of the tree.
fn trail(view: &PohonView) -> Markup {
    html! {
        @if !view.trail.is_empty() {
            nav class="jejak" aria-label="Unit di atasnya" {
                @for (name, href) in &view.trail { a href=(href) { (name) } (icon_small(Icon::Kanan)) }
                @if let Some(u) = view.unit.value() { b aria-current="page" { (u.name) } }
            }
        }
    }
}

fn results(s: &PencarianUnit) -> Markup {
    if s.results.is_empty() {
        let way = Tombol::link("Hapus pencarian", s.clear_href.as_str()).small();
        return kosong(
            Icon::Cari,
            &format!("Tidak ada unit yang cocok dengan \"{}\"", s.query),
            "Periksa ejaan, atau telusuri lewat pohon unit.",
            Some(way),
        );
    }
    html! {
        section class="badan" aria-labelledby="hasil-unit" {
            h2 id="hasil-unit" { (format::angka(s.total)) " unit cocok dengan \"" (s.query) "\"" }
            ul class="hasil-cari" {
                @for r in &s.results {
                    li { a href=(r.href) { span class="dua" { span { (r.name) } @if !r.path.is_empty() { span class="redup" { (r.path) } } } " " small class="angka" { (format::angka(r.filled)) " pegawai" } } }
                }
            }
            @if s.total > s.results.len() as u64 { p class="redup" { "Ditampilkan " (s.results.len()) " pertama. Tulis nama lebih lengkap untuk mempersempit." } }
        }
    }
}
