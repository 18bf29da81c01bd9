//! `Cari`: the same as Pintasan without script. The script takes the links of `#hasil-cari`.

use maud::{Markup, html};
use web::component::kosong::kosong;
use web::component::pintasan::Hasil;
use web::component::tombol::Tombol;
use web::{Frame, Icon, format, icon, page};

/// The page `/cari`.
#[derive(Clone, Debug, Default)]
pub struct CariView {
    /// What was typed; empty at the first visit.
    pub query: String,
    /// Found things by kind: people, units, pages. Empty groups are left out.
    pub groups: Vec<KelompokHasil>,
}

/// Found things of one kind.
#[derive(Clone, Debug)]
pub struct KelompokHasil {
    /// `Pegawai`, `Unit kerja`, `Halaman`
    pub title: String,
    /// What is shown, the best first.
    pub results: Vec<Hasil>,
    /// All that match.
    pub total: u64,
    /// The full list; `None` when all are shown.
    pub more_href: Option<String>,
}

/// The page `/cari`.
pub fn cari(frame: &Frame, view: &CariView) -> Markup {
    let found: u64 = view.groups.iter().map(|g| g.total).sum();
    let body = html! {
        div class="kepala" { div { h1 { "Cari" } p { "Nama pegawai, NIP, unit kerja, atau halaman." } } }
        div class="badan tumpuk" {
            form class="cari-besar" method="get" action="/cari" role="search" {
                label class="sr" for="cari-q" { "Nama, NIP, unit kerja, atau halaman" }
                input class="input" id="cari-q" type="search" name="q" value=(view.query) autocomplete="off";
                (Tombol::submit("Cari").primary())
            }
            @if !view.query.is_empty() { p class="sr" role="status" { (format::angka(found)) " hasil" } }
            (hasil(view))
        }
    };
    page(frame, body)
}

/// What was found alone: what the script asks for while someone types.
pub fn hasil(view: &CariView) -> Markup {
    html! { div id="hasil-cari" class="tumpuk" { (results(view)) } }
}

fn results(view: &CariView) -> Markup {
    if view.query.is_empty() {
        return html! { p class="redup" { "Tulis sedikitnya dua huruf nama atau tiga angka NIP." span class="hp-sembunyi" { " " kbd { "Ctrl K" } " membuka pencarian dari halaman mana pun." } } };
    }
    if view.groups.iter().all(|g| g.results.is_empty()) {
        return kosong(
            Icon::Cari,
            &format!("Tidak ada yang cocok dengan \"{}\"", view.query),
            "Periksa ejaan atau cari dengan NIP.",
            None,
        );
    }
    html! {
        @for (n, g) in view.groups.iter().enumerate() {
            @if !g.results.is_empty() {
                section aria-labelledby={ "kelompok-" (n) } {
                    h2 id={ "kelompok-" (n) } { (g.title) " " span class="redup angka" { (format::angka(g.total)) } }
                    ul class="hasil-cari" {
                        @for r in &g.results { li { a href=(r.href) { (icon(r.icon)) (r.label) " " small class="angka" { (r.note) } } } }
                    }
                    @if let Some(href) = &g.more_href { p { a href=(href) { "Lihat semua " (format::angka(g.total)) " " (g.title.to_lowercase()) } } }
                }
            }
        }
    }
}
