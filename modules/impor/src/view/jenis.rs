//! What can be imported, from which file, and what was imported before.

use maud::{Markup, Render, html};
use web::component::kosong::kosong;
use web::component::lencana::lencana;
use web::component::tabel::{Baris, Kolom, Phone, Tabel};
use web::component::tanggal::waktu;
use web::component::tombol::Tombol;
use web::component::ubin::{Ubin, ubin};
use web::{Frame, Icon, Tanggal, Tone, format, page};

/// The page `/impor`.
#[derive(Clone, Debug, Default)]
pub struct BerandaImporView {
    /// Kinds of files, the most used first.
    pub kinds: Vec<JenisBerkas>,
    /// Past imports, newest first.
    pub past: Vec<ImporLalu>,
    /// Older imports; `None` when all are shown.
    pub older_href: Option<String>,
    /// People on the list "tidak ada dalam unduhan" still open, and its address.
    pub absent: Option<(u64, String)>,
    /// Whether the visitor may take the whole nominatif out.
    pub export: bool,
}

/// A kind of file.
#[derive(Clone, Debug)]
pub struct JenisBerkas {
    /// Picture of the tile.
    pub icon: Icon,
    /// `Nominatif SIASN`
    pub label: String,
    /// One sentence: which file, from where, what it fills.
    pub sentence: String,
    /// Columns read, in the order of the file.
    pub columns: Vec<String>,
    /// When last imported and how many rows: `Terakhir 14 Nov 2026, 19.970 baris`; empty when never.
    pub last: String,
    /// `/impor/unggah?jenis=nominatif`
    pub upload_href: String,
    /// A filled example of the file.
    pub sample_href: String,
}

/// How far a past import came.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum KeadaanImpor {
    /// The file is being read.
    Diperiksa,
    /// The preview waits for a decision.
    MenungguSimpan,
    /// Rows are being saved.
    Disimpan,
    /// Saved; the receipt stands.
    Selesai,
    /// The file could not be read.
    Ditolak,
    /// The officer let it be.
    Dibatalkan,
    /// The register says all of it already.
    Sama,
    /// Every row was refused.
    TanpaBaris,
}

/// One past import.
#[derive(Clone, Debug)]
pub struct ImporLalu {
    /// `/impor/{id}`: whatever page its state asks for.
    pub href: String,
    /// Name of the file.
    pub file: String,
    /// `Nominatif SIASN`
    pub kind: String,
    /// The day the data are of.
    pub per_tanggal: Option<Tanggal>,
    /// `22 Nov 2026 09.12 WIB`
    pub when: String,
    /// Who uploaded it.
    pub by: String,
    /// How far it came.
    pub state: KeadaanImpor,
    /// Rows read; `None` while unknown.
    pub rows: Option<u64>,
    /// Rows saved; `None` before saving.
    pub saved: Option<u64>,
    /// Rows refused.
    pub refused: u64,
}

/// The page `/impor`.
pub fn beranda_impor(frame: &Frame, view: &BerandaImporView) -> Markup {
    let mut tiles: Vec<Ubin> = view.kinds.iter().map(tile).collect();
    // An empty register has one thing to do first.
    if let Some(button) =
        tiles.first_mut().and_then(|t| t.actions.first_mut()).filter(|_| view.past.is_empty())
    {
        *button = button.clone().primary();
    }
    let body = html! {
        div class="kepala" {
            div {
                h1 { "Impor data" }
                p { "Pilih jenis berkas. Isinya diperiksa dan diperlihatkan dahulu; tidak ada yang tertulis sebelum Anda menyimpan." }
            }
            @if view.export {
                div class="aksi" {
                    (Tombol::link("Ekspor nominatif (XLSX)", "/ekspor/nominatif.xlsx").icon(Icon::Unduh))
                    (Tombol::link("Ekspor nominatif (CSV)", "/ekspor/nominatif.csv").icon(Icon::Unduh))
                }
            }
        }
        @if let Some((n, href)) = view.absent.as_ref().filter(|(n, _)| *n > 0) {
            div class="kilat" {
                (web::component::kabar::Kabar::new(Tone::Awas, &format!("{} pegawai tidak ada dalam unduhan terakhir.", format::angka(*n)))
                    .body(html! { "Tentukan sebabnya satu per satu agar jumlah pegawai tetap benar." })
                    .action("Lihat daftarnya", href))
            }
        }
        div class="badan tumpuk" {
            section aria-labelledby="jenis-berkas" { h2 class="sr" id="jenis-berkas" { "Jenis berkas" } (ubin(&tiles)) }
            section class="kartu" aria-labelledby="impor-lalu" {
                header {
                    h2 id="impor-lalu" { "Impor sebelumnya" }
                    @if let Some(href) = &view.older_href { a href=(href) { "Lihat yang lebih lama" } }
                }
                @if view.past.is_empty() {
                    (kosong(Icon::Unggah, "Belum pernah ada impor", "Mulai dengan Nominatif SIASN: satu berkas itu sudah mengisi Data Pegawai.", None))
                } @else { (history(&view.past)) }
            }
        }
    };
    page(frame, body)
}

fn tile(k: &JenisBerkas) -> Ubin {
    Ubin {
        icon: k.icon,
        title: k.label.clone(),
        text: k.sentence.clone(),
        note: if k.last.is_empty() { "Belum pernah diimpor".to_owned() } else { k.last.clone() },
        more: html! {
            @if !k.columns.is_empty() {
                details { summary class="buka" { (k.columns.len()) " kolom yang dibaca" span class="sr" { " dari " (k.label) } } (k.columns.join(", ")) }
            }
        },
        actions: vec![
            Tombol::link("Unggah berkas", k.upload_href.as_str())
                .small()
                .icon(Icon::Unggah)
                .context(&k.label),
            Tombol::link("Unduh contoh", k.sample_href.as_str())
                .small()
                .quiet()
                .icon(Icon::Unduh)
                .context(&k.label),
        ],
    }
}

fn history(past: &[ImporLalu]) -> Markup {
    Tabel {
        caption: "Impor sebelumnya, terbaru di atas".into(),
        columns: vec![
            Kolom::new("Berkas").phone(Phone::Full),
            Kolom::new("Data per tanggal").class("utas"),
            Kolom::new("Diunggah").class("utas"),
            Kolom::new("Baris").numeric(),
            Kolom::new("Disimpan").numeric(),
            Kolom::new("Ditolak").numeric(),
            Kolom::new("Keadaan").class("utas"),
        ],
        rows: past.iter().map(row).collect(),
        ..Tabel::default()
    }
    .render()
}

fn row(i: &ImporLalu) -> Baris {
    let number = |n: Option<u64>| html! { @match n { Some(n) => (format::angka(n)), None => span class="redup" { "–" } } };
    Baris::new(vec![
        html! { span class="dua" { a href=(i.href) { (i.file) } small { (i.kind) } } },
        html! { @match i.per_tanggal { Some(d) => (waktu(d)), None => span class="redup" { "menurut isi berkas" } } },
        html! { span class="dua" { span { (i.when) } small { "oleh " (i.by) } } },
        number(i.rows),
        number(i.saved),
        number(Some(i.refused)),
        state(i.state),
    ])
}

fn state(state: KeadaanImpor) -> Markup {
    match state {
        KeadaanImpor::Diperiksa => lencana(Tone::Info, Some(Icon::Jam), "Sedang diperiksa"),
        KeadaanImpor::MenungguSimpan => lencana(Tone::Awas, Some(Icon::Awas), "Menunggu disimpan"),
        KeadaanImpor::Disimpan => lencana(Tone::Info, Some(Icon::Jam), "Sedang disimpan"),
        KeadaanImpor::Selesai => html! { "Selesai" },
        KeadaanImpor::Ditolak => lencana(Tone::Bahaya, Some(Icon::Silang), "Ditolak"),
        KeadaanImpor::Dibatalkan => lencana(Tone::Netral, None, "Dibatalkan"),
        KeadaanImpor::Sama => lencana(Tone::Netral, None, "Sama dengan register"),
        KeadaanImpor::TanpaBaris => lencana(Tone::Bahaya, Some(Icon::Silang), "Semua baris ditolak"),
    }
}
