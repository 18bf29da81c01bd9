//! The page `/tugas`.

use maud::{Markup, html};
use web::component::kabar::Kabar;
use web::component::kartu::kartu;
use web::component::kosong::kosong;
use web::component::tab::{Tab, tab};
use web::component::tombol::Tombol;
use web::component::tugas::{Tugas, tugas as daftar};
use web::{Frame, Icon, Tone, format, page};

/// The page.
#[derive(Clone, Debug, Default)]
pub struct TugasView {
    /// All, and one for each sort of work.
    pub tabs: Vec<Tab>,
    /// By deadline, the nearest first; none is empty.
    pub groups: Vec<Kelompok>,
    /// Tasks beyond those shown.
    pub hidden: u64,
    /// Why working days could not be counted for some.
    pub missing: Option<String>,
}

/// Tasks whose deadlines are alike.
#[derive(Clone, Debug, Default)]
pub struct Kelompok {
    pub judul: String,
    pub rows: Vec<TugasBaris>,
}

/// One task.
#[derive(Clone, Debug, Default)]
pub struct TugasBaris {
    pub judul: String,
    pub keterangan: String,
    pub href: String,
    /// `30 Nov 2026 · 5 hari kerja lagi`; empty without a deadline.
    pub tenggat: (String, Tone),
}

pub fn tugas(frame: &Frame, view: &TugasView) -> Markup {
    let body = html! {
        div class="kepala" {
            div {
                h1 { "Tugas saya" }
                p { "Yang menunggu Anda dari semua layanan, menurut tenggat. Tugas hilang sendiri sesudah pekerjaannya selesai." }
            }
            div class="aksi" {
                (Tombol::link("Delegasi", "/delegasi").icon(Icon::Tukar))
            }
        }
        @if view.tabs.len() > 2 { (tab("Bidang", &view.tabs)) }
        div class="badan tumpuk" {
            @if let Some(missing) = &view.missing {
                (Kabar::new(Tone::Awas, "Sebagian tenggat dihitung menurut hari kalender.").body(html! { (kalimat(missing)) }))
            }
            @if view.groups.is_empty() {
                (kosong(Icon::Tugas, "Tidak ada yang menunggu Anda", "Tugas baru muncul di sini ketika ada pratinjau impor, butir tinjau ulang, atau tindak lanjut yang menjadi bagian Anda.", None))
            }
            @for (n, group) in view.groups.iter().enumerate() {
                (kartu(&format!("kelompok-{n}"), &group.judul, html! { small class="angka" { (format::angka(group.rows.len() as u64)) } }, rows(group)))
            }
            @if view.hidden > 0 {
                p class="redup" { (format::angka(view.hidden)) " tugas dengan tenggat lebih jauh tidak ditampilkan. Pilih bidangnya di atas untuk mempersempit." }
            }
        }
    };
    page(frame, body)
}

fn rows(group: &Kelompok) -> Markup {
    let row = |b: &TugasBaris| {
        Tugas::new(&b.judul, &b.keterangan, b.href.as_str()).state(&b.tenggat.0, b.tenggat.1)
    };
    daftar(&group.rows.iter().map(row).collect::<Vec<_>>())
}

/// A sentence with its capital and full stop.
fn kalimat(words: &str) -> String {
    let mut letters = words.chars();
    letters.next().into_iter().flat_map(char::to_uppercase).chain(letters).chain(['.']).collect()
}
