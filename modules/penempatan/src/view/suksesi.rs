//! `/suksesi`: who may follow in critical posts.

use maud::{Markup, html};
use web::component::kabar::Kabar;
use web::component::kartu::kartu;
use web::component::kosong::kosong;
use web::component::lencana::lencana;
use web::component::tombol::Tombol;
use web::{Frame, Icon, Tone, page};

/// The page.
#[derive(Clone, Debug, Default)]
pub struct SuksesiView {
    /// Critical posts.
    pub jabatan: Vec<JabatanView>,
    /// How many there are.
    pub semua: usize,
}

/// A post and who may follow in it.
#[derive(Clone, Debug, Default)]
pub struct JabatanView {
    /// Its name.
    pub jabatan: String,
    /// Its page.
    pub href: String,
    /// Its unit.
    pub unit: String,
    /// Nothing says what it asks for.
    pub tanpa_profil: bool,
    /// The nearest.
    pub penerus: Vec<PenerusView>,
}

/// Somebody who may follow.
#[derive(Clone, Debug, Default)]
pub struct PenerusView {
    /// Name.
    pub nama: String,
    /// Page.
    pub href: String,
    /// Post held.
    pub jabatan: String,
    /// Points.
    pub poin: String,
    /// What is lacking.
    pub kurang: Vec<String>,
}

/// The page `/suksesi`.
pub fn suksesi(frame: &Frame, view: &SuksesiView) -> Markup {
    page(
        frame,
        html! {
            div class="kepala" {
                div { h1 { "Suksesi" } p { (view.semua) " jabatan kritis. Tiga calon pengganti terdekat menurut bobot yang diusulkan paket peraturan dan standar jabatannya." } }
                div class="aksi" { (Tombol::link("Simulasi pensiun", "/suksesi/simulasi")) }
            }
            div class="badan tumpuk" {
                @if view.jabatan.is_empty() {
                    (kosong(Icon::Org, "Belum ada jabatan kritis", "Tandai jabatan kritis pada halaman standar kompetensinya.", Some(Tombol::link("Standar kompetensi", "/penempatan/profil"))))
                }
                @for (n, j) in view.jabatan.iter().enumerate() { (jabatan(n, j)) }
                @if view.semua > view.jabatan.len() { p { "Ditampilkan " (view.jabatan.len()) " jabatan dengan kelas tertinggi." } }
            }
        },
    )
}

fn jabatan(n: usize, j: &JabatanView) -> Markup {
    let body = html! {
        div class="isi-kartu tumpuk" {
            p { @if !j.unit.is_empty() { (j.unit) " · " } a href=(j.href) { "standar kompetensi" } }
            @if j.tanpa_profil { (Kabar::new(Tone::Awas, "Jabatan ini belum mempunyai standar kompetensi").action("Impor standar", "/penempatan/profil/impor")) }
            @else if j.penerus.is_empty() { p { "Belum ada calon yang telah dinilai kompetensinya." } }
            @else { ol { @for p in &j.penerus { li { (penerus(p)) } } } }
        }
    };
    kartu(&format!("jabatan-{n}"), &j.jabatan, html! {}, body)
}

fn penerus(p: &PenerusView) -> Markup {
    html! {
        a href=(p.href) { (p.nama) } ", " (p.jabatan) ". " strong { (p.poin) " poin" } ". "
        @if p.kurang.is_empty() { (lencana(Tone::Ok, None, "Tidak ada kekurangan yang diketahui")) }
        @else { ul { @for k in &p.kurang { li { (k) } } } }
    }
}
