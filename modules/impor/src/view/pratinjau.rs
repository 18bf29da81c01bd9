//! What the file would do: counted, listed, and nothing written until the officer says so.

use super::{Berkas, langkah_impor};
use maud::{Markup, html};
use web::component::angka_utama::{AngkaUtama, angka_utama};
use web::component::kabar::Kabar;
use web::component::paging::Paging;
use web::component::perbandingan::Banding;
use web::component::putusan::putusan;
use web::component::tab::{Tab, tab};
use web::component::tombol::Tombol;
use web::{Frame, Icon, Tone, format, page, url};

mod daftar;

/// Rows by what would become of them.
#[derive(Clone, Copy, Debug, Default)]
pub struct HitunganImpor {
    /// Rows read.
    pub rows: u64,
    /// People the register does not know yet.
    pub baru: u64,
    /// People something changes for.
    pub berubah: u64,
    /// Rows that say what is known: they make no entry.
    pub sama: u64,
    /// Rows taken although something in them is doubtful.
    pub ragu: u64,
    /// Rows that will not be taken.
    pub ditolak: u64,
    /// People of the register missing from the file; `None` when the file cannot say (partial, other kind).
    pub tidak_ada: Option<u64>,
}

impl HitunganImpor {
    /// Rows that would be written.
    pub fn saved(&self) -> u64 {
        self.baru + self.berubah
    }
}

/// Somebody or something the register does not know yet.
#[derive(Clone, Debug)]
pub struct BarisBaru {
    /// Row as a spreadsheet program counts.
    pub row: u32,
    /// 18 digits, or as it came; empty in lists.
    pub nip: String,
    /// Name in the file.
    pub name: String,
    /// What the file says, under the heads of [`super::Pokok::isi`]; may be empty.
    pub isi: Vec<String>,
}

/// Somebody or something the file changes.
#[derive(Clone, Debug)]
pub struct BarisBerubah {
    /// Row in the file.
    pub row: u32,
    /// 18 digits; empty in lists.
    pub nip: String,
    /// Name in the file.
    pub name: String,
    /// `/pegawai/{nip}`; empty in lists.
    pub href: String,
    /// Changed fields only, in the words of the person's page.
    pub fields: Vec<Banding>,
}

/// Something doubtful or refused in one cell.
#[derive(Clone, Debug, Default)]
pub struct Butir {
    /// Sheet; empty for CSV.
    pub sheet: String,
    /// Row in the file.
    pub row: u32,
    /// Column name; empty when it is about the whole row.
    pub column: String,
    /// The cell as it stands, shortened; empty when the cell is empty.
    pub value: String,
    /// Name cell of that row.
    pub name: String,
    /// NIP cell of that row.
    pub nip: String,
    /// Permanent public code: `IMP-12`.
    pub code: String,
    /// What is wrong.
    pub message: String,
    /// What to do.
    pub suggestion: String,
}

/// How often one kind of trouble occurs; also a filter of the list.
#[derive(Clone, Debug)]
pub struct RingkasMasalah {
    /// `IMP-12`
    pub code: String,
    /// In a few words: `NIP tidak 18 angka`.
    pub words: String,
    /// Findings; one row may have several.
    pub count: u64,
    /// The list with only these; with `current`, the list without the filter.
    pub href: String,
    /// The filter in force.
    pub current: bool,
}

/// The part of the preview that is shown.
#[derive(Clone, Debug)]
pub enum Bagian {
    /// `?bagian=baru`
    Baru(Vec<BarisBaru>),
    /// `?bagian=berubah`
    Berubah(Vec<BarisBerubah>),
    /// `?bagian=ragu`
    Ragu(Vec<RingkasMasalah>, Vec<Butir>),
    /// `?bagian=ditolak`
    Ditolak(Vec<RingkasMasalah>, Vec<Butir>),
}

impl Bagian {
    fn word(&self) -> &'static str {
        match self {
            Self::Baru(_) => "baru",
            Self::Berubah(_) => "berubah",
            Self::Ragu(..) => "ragu",
            Self::Ditolak(..) => "ditolak",
        }
    }
}

/// The preview at `/impor/{id}`.
#[derive(Clone, Debug)]
pub struct PratinjauView {
    /// The file.
    pub file: Berkas,
    /// `/impor/{id}`; tabs, saving and cancelling hang from it.
    pub href: String,
    /// Rows by fate.
    pub counts: HitunganImpor,
    /// Other sheets of the workbook that have the same columns and were not read.
    pub also: Vec<String>,
    /// Columns beyond the layout: kept with the file, not read.
    pub extra: Vec<String>,
    /// Columns of the layout that are missing: those data stay as they are.
    pub missing: Vec<String>,
    /// The list shown.
    pub bagian: Bagian,
    /// Keyset paging of that list.
    pub paging: Paging,
    /// Somebody changed the register since the check: `22 Nov 2026 09.20 WIB`. Saving checks again.
    pub stale: Option<String>,
    /// Days the file is older than what is recorded for many of its people, in a sentence; `None` when not.
    pub older: Option<String>,
}

/// The preview.
pub fn pratinjau(frame: &Frame, view: &PratinjauView) -> Markup {
    let c = &view.counts;
    let rows = format!("{} baris", format::angka(c.rows));
    let body = html! {
        div class="kepala" {
            div { h1 { "Pratinjau impor" } p { (view.file.line()) " · diunggah " (view.file.uploaded) " oleh " (view.file.by) } }
            @if c.ditolak > 0 && view.bagian.word() != "ditolak" {
                div class="aksi" { (Tombol::link(&format!("Unduh {} baris ditolak", format::angka(c.ditolak)), format!("{}/ditolak.csv", view.href)).icon(Icon::Unduh)) }
            }
        }
        (langkah_impor(2, [&view.file.uploaded, &rows, "menunggu Anda", "", ""]))
        (strip(view))
        (decision(frame, view))
        (notes(view))
        (tabs(view))
        section aria-label="Isi pratinjau" {
            (daftar::daftar(view))
            @if view.paging.last > 0 { (view.paging) }
        }
    };
    page(frame, body)
}

fn part(view: &PratinjauView, word: &str) -> String {
    url::link(&view.href, &[("bagian", word)])
}

fn strip(view: &PratinjauView) -> Markup {
    let c = &view.counts;
    let link = |n: u64, f: AngkaUtama, word: &str| if n > 0 { f.href(part(view, word)) } else { f };
    let mut list = vec![
        link(c.baru, AngkaUtama::new("Baru", c.baru, "belum tercatat"), "baru"),
        link(c.berubah, AngkaUtama::new("Berubah", c.berubah, "ada data yang berbeda"), "berubah"),
        AngkaUtama::new("Sama", c.sama, "tidak dicatat ulang"),
        link(c.ragu, AngkaUtama::new("Ragu", c.ragu, "baris, tetap diambil"), "ragu"),
        link(c.ditolak, AngkaUtama::new("Ditolak", c.ditolak, "baris, tidak diambil"), "ditolak"),
    ];
    if let Some(n) = c.tidak_ada {
        list.push(AngkaUtama::new("Tidak dalam unduhan", n, "masuk daftar kerja"));
    }
    angka_utama("Ringkasan pemeriksaan", &list)
}

/// The one decision of the page; without anything to save there is none.
fn decision(frame: &Frame, view: &PratinjauView) -> Markup {
    let c = &view.counts;
    let cancel = html! {
        form method="post" action={ (view.href) "/batal" } {
            input type="hidden" name="csrf" value=(frame.csrf);
            (Tombol::submit("Batalkan impor").quiet())
        }
    };
    if c.saved() == 0 && c.tidak_ada.unwrap_or(0) == 0 {
        return html! {
            div class="kilat bawahan" {
                (Kabar::new(Tone::Info, "Tidak ada yang perlu disimpan.").body(html! {
                    @if c.sama > 0 { "Semua " (format::angka(c.sama)) " baris yang dapat dibaca sudah sama dengan data tercatat. " }
                    @if c.ditolak > 0 { "Unduh baris yang ditolak, perbaiki, lalu kirim ulang." }
                }).action("Kembali ke Impor data", "/impor"))
            }
        };
    }
    let saved = format::angka(c.saved());
    let benda = view.file.pokok().benda;
    let text = html! {
        @match (c.baru, c.berubah) {
            (0, 0) => { "Semua baris sudah sama dengan data tercatat." },
            (n, 0) => { (format::angka(n)) " " (benda) " baru" },
            (0, n) => { "Perubahan pada " (format::angka(n)) " " (benda) },
            (n, m) => { (format::angka(n)) " " (benda) " baru dan perubahan pada " (format::angka(m)) " " (benda) },
        }
        @if c.saved() > 0 { " dicatat ke jurnal sekaligus, atau tidak sama sekali." }
        @if c.ditolak > 0 { " " (format::angka(c.ditolak)) " baris ditolak tidak ikut." }
        @if let Some(n) = c.tidak_ada.filter(|n| *n > 0) { " " (format::angka(n)) " pegawai yang tidak ada dalam berkas masuk daftar kerja; data mereka tidak berubah." }
    };
    let button = match c.saved() {
        0 => Tombol::submit("Simpan daftar kerja").primary(),
        _ => Tombol::submit(&format!("Simpan {saved} baris")).primary(),
    };
    putusan(
        "Belum ada yang tertulis sampai Anda menyimpan.",
        &text,
        &format!("{}/simpan", view.href),
        &frame.csrf,
        &button,
        &cancel,
    )
}

fn notes(view: &PratinjauView) -> Markup {
    let list = |names: &[String]| names.join(", ");
    html! {
        @if !view.also.is_empty() || view.stale.is_some() || view.older.is_some() || !view.extra.is_empty() || !view.missing.is_empty() {
            div class="kilat bawahan" {
                @if !view.also.is_empty() {
                    (Kabar::new(Tone::Awas, &format!("Hanya lembar {} yang dibaca.", view.file.sheet)).body(html! { "Lembar " (list(&view.also)) " juga memuat kolom yang sama. Bila itu yang dimaksud, simpan lembar itu sebagai berkas sendiri, lalu unggah." }))
                }
                @if let Some(when) = &view.stale {
                    (Kabar::new(Tone::Awas, "Data tercatat berubah sesudah berkas ini diperiksa.").body(html! { "Perubahan terakhir " (when) ". Saat menyimpan, setiap baris dibandingkan lagi." }))
                }
                @if let Some(words) = &view.older { (Kabar::new(Tone::Awas, words).body(html! { "Periksa isian Data per tanggal." })) }
                @if !view.missing.is_empty() {
                    (Kabar::new(Tone::Awas, &format!("{} kolom tidak ada dalam berkas.", view.missing.len())).body(html! { (list(&view.missing)) ". Data yang sudah tercatat untuk kolom itu tidak berubah." }))
                }
                @if !view.extra.is_empty() {
                    (Kabar::new(Tone::Info, &format!("{} kolom tambahan tidak dibaca.", view.extra.len())).body(html! { (list(&view.extra)) ". Isinya tetap tersimpan bersama berkas." }))
                }
            }
        }
    }
}

fn tabs(view: &PratinjauView) -> Markup {
    let c = &view.counts;
    let one = |label: &str, word: &str, count: u64, warn: bool| Tab {
        label: label.into(),
        href: part(view, word),
        count: Some(count),
        warn: warn && count > 0,
        current: view.bagian.word() == word,
    };
    tab(
        "Bagian pratinjau",
        &[
            one("Baru", "baru", c.baru, false),
            one("Berubah", "berubah", c.berubah, false),
            one("Ragu", "ragu", c.ragu, true),
            one("Ditolak", "ditolak", c.ditolak, true),
        ],
    )
}
