//! `/peraturan/rancangan`: drafts that are tried out, packs that wait, and the form a draft comes in by.

use super::{hari, pustaka::bagian};
use kernel::Date;
use maud::{Markup, Render, html};
use web::component::formulir::Ruas;
use web::component::kabar::Kabar;
use web::component::kartu::kartu;
use web::component::kosong::kosong;
use web::component::ringkasan_kesalahan::ringkasan_kesalahan;
use web::component::tab::{Tab, tab};
use web::component::tabel::{Baris, Kolom, Phone, Tabel};
use web::component::tombol::Tombol;
use web::{Frame, Icon, Tone, page};

/// Where drafts are.
pub const ALAMAT: &str = "/peraturan/rancangan";

/// The page.
#[derive(Clone, Debug, Default)]
pub struct RancanganView {
    /// Drafts kept, the newest first.
    pub draf: Vec<BarisDraf>,
    /// Packs that wait: first day and address.
    pub menunggu: Vec<(Date, String)>,
    /// So many drafts are kept.
    pub paling: usize,
    /// Largest file: `8 MiB`.
    pub batas: String,
    /// Why what was sent is refused: about the field, then what is wrong inside, file and line.
    pub ditolak: Option<(String, Vec<String>)>,
}

/// A draft in the list.
#[derive(Clone, Debug)]
pub struct BarisDraf {
    /// Address of its comparison.
    pub href: String,
    /// Name of the file.
    pub nama: String,
    /// Who brought it.
    pub oleh: String,
    /// When.
    pub pada: Date,
}

/// The page `/peraturan/rancangan`; its form is sent to the same address as `multipart/form-data`.
pub fn rancangan(frame: &Frame, view: &RancanganView) -> Markup {
    let mut frame = frame.clone();
    frame.refused = frame.refused || view.ditolak.is_some();
    let errors: Vec<(String, String)> =
        view.ditolak.iter().map(|(told, _)| ("berkas".to_owned(), told.clone())).collect();
    let inside = view.ditolak.as_ref().map_or(&[][..], |(_, inside)| inside);
    let body = html! {
        (ringkasan_kesalahan(&errors))
        div class="kepala" { div {
            h1 { "Rancangan" }
            p { "Bandingkan paket peraturan, dan lihat akibat sebuah rancangan sebelum ditetapkan." }
        } }
        (bagian(ALAMAT, true))
        div class="dua-kolom" {
            div class="tumpuk" {
                @if !inside.is_empty() { (wrong(inside)) }
                (form(&frame, view))
                (kartu("tersimpan", "Rancangan tersimpan", html! {}, drafts(&frame, view)))
            }
            div class="tumpuk" {
                (kartu("menunggu", "Paket yang menunggu", html! {}, waiting(view)))
                (kartu("sebelum", "Sebelum mengunggah", html! {}, before(view)))
            }
        }
    };
    page(&frame, body)
}

/// Everything that is wrong in what was sent, as the loader says it.
fn wrong(list: &[String]) -> Markup {
    html! {
        section class="kartu" aria-labelledby="salah" {
            header { h2 id="salah" { "Yang keliru dalam berkas" } }
            ol class="isi-kartu tumpuk patah" { @for line in list { li { (line) } } }
        }
    }
}

fn form(frame: &Frame, view: &RancanganView) -> Markup {
    let told = view.ditolak.as_ref().map(|(told, _)| told.as_str());
    html! {
        form class="formulir" method="post" action=(ALAMAT) enctype="multipart/form-data" {
            input type="hidden" name="csrf" value=(frame.csrf);
            (Ruas::file("berkas", "Berkas rancangan", ".paket,.toml,.json").error(told)
                .help(&format!("Berkas .paket, atau akta.toml satu akta. Teks saja, paling besar {}.", view.batas)))
            div class="baris" { (Tombol::submit("Unggah dan bandingkan").primary()) }
        }
    }
}

fn drafts(frame: &Frame, view: &RancanganView) -> Markup {
    if view.draf.is_empty() {
        return kosong(
            Icon::Dok,
            "Belum ada rancangan",
            "Unggah sebuah berkas untuk membandingkannya dengan peraturan sekarang.",
            None,
        );
    }
    let row = |d: &BarisDraf| {
        Baris::new(vec![
            html! { span class="dua" { a href=(d.href) { (d.nama) } small { (d.oleh) } } },
            hari(d.pada),
            html! { div class="baris" {
                (Tombol::link("Simulasi", format!("{}/andaikan", d.href)).small().context(&d.nama))
                form method="post" action={ (d.href) "/hapus" } {
                    input type="hidden" name="csrf" value=(frame.csrf);
                    (Tombol::submit("Hapus").small().quiet().context(&d.nama))
                }
            } },
        ])
    };
    Tabel {
        caption: "Rancangan tersimpan, yang terbaru lebih dahulu".into(),
        columns: vec![
            Kolom::new("Rancangan").phone(Phone::Full).class("kata"),
            Kolom::new("Diunggah").class("utas"),
            Kolom::new("Tindakan").silent().phone(Phone::Full),
        ],
        rows: view.draf.iter().map(row).collect(),
        compact: true,
        ..Tabel::default()
    }
    .render()
}

fn waiting(view: &RancanganView) -> Markup {
    html! {
        div class="isi-kartu tumpuk" {
            @if view.menunggu.is_empty() { p { "Tidak ada paket bertanda tangan yang menunggu pada simpul ini." } }
            @for (day, href) in &view.menunggu { p { a href=(href) { "Diikuti sejak " (hari(*day)) } } }
        }
    }
}

fn before(view: &RancanganView) -> Markup {
    html! {
        div class="isi-kartu tumpuk" {
            p { "Rancangan hanya diuji. Simpul ini tidak mengikutinya, dan tidak ada yang ditulis ke register atau jurnal." }
            p { "Satu akta diletakkan di atas peraturan sekarang; berkas .paket menggantikannya, kecuali bila disusun sebagai lapisan." }
            p { "Yang disimpan paling banyak " (view.paling) " rancangan; yang terlama dihapus, dan tidak ada yang ikut dicadangkan. Semua yang berwenang di instansi Anda melihatnya." }
        }
    }
}

/// Both pages of one draft.
pub fn berdua(dasar: &str, andaikan: bool) -> Markup {
    let one =
        |label: &str, href: String, current| Tab { label: label.to_owned(), href, current, ..Tab::default() };
    tab(
        "Uji rancangan",
        &[
            one("Bandingkan", dasar.to_owned(), !andaikan),
            one("Simulasi", format!("{dasar}/andaikan"), andaikan),
        ],
    )
}

/// What is looked at is only tried out.
pub fn hanya_uji() -> Kabar {
    Kabar::new(Tone::Info, "Hanya pengujian.").body(
        html! { "Tidak ada yang ditulis ke register atau jurnal, dan simpul ini tidak mengikuti rancangan." },
    )
}
