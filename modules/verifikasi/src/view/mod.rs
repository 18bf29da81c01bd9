//! The pages as functions of plain values. They say whether a paper is genuine, never what it says.

mod samples;

pub use samples::samples;

use host::terbitan::tulis_kode;
use maud::{Markup, html};
use web::component::formulir::Ruas;
use web::component::kabar::Kabar;
use web::component::kartu::fakta;
use web::component::ringkasan_kesalahan::ringkasan_kesalahan;
use web::component::sidik::sidik;
use web::component::tanggal::waktu;
use web::component::tombol::Tombol;
use web::page::Tema;
use web::{Merek, Tanggal, Tone, bare};

/// What stands around the page.
#[derive(Clone, Debug, Default)]
pub struct Pintu {
    /// Chosen theme.
    pub theme: Option<Tema>,
    /// Token of the session's forms; empty without a session.
    pub csrf: String,
}

/// The field for a code.
#[derive(Clone, Debug, Default)]
pub struct TanyaView {
    /// What was typed.
    pub typed: String,
    /// It is a code, but of no document.
    pub unknown: bool,
}

/// Whether a document holds.
#[derive(Clone, Debug)]
pub enum Keadaan {
    /// It does.
    Berlaku,
    /// Another one took its place: its code.
    Diganti(String),
    /// It was withdrawn: when.
    Dicabut(Tanggal),
}

/// A file beside the one that was kept.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Cocok {
    /// The same bytes.
    Sama,
    /// Others.
    Beda,
    /// None was sent.
    TanpaBerkas,
}

/// What became of a document.
#[derive(Clone, Debug)]
pub struct HasilView {
    /// Its code.
    pub kode: String,
    /// Whether it holds.
    pub keadaan: Keadaan,
    /// `Surat undangan`.
    pub jenis: &'static str,
    /// Its number; may be empty.
    pub nomor: String,
    /// The date it bears.
    pub tanggal: Tanggal,
    /// Who issued it.
    pub instansi: String,
    /// When it was issued.
    pub terbit: Tanggal,
    /// SHA-256 of the kept file, in hexadecimal.
    pub sidik: String,
    /// What came of comparing a file.
    pub cocok: Option<Cocok>,
}

/// The page `/verifikasi`.
pub fn tanya(door: &Pintu, view: &TanyaView) -> Markup {
    const SHAPE: &str =
        "Kode terdiri dari 16 huruf dan angka, tercetak di kaki naskah. Periksa, lalu ketik lagi.";
    const UNKNOWN: &str = "Tidak ada dokumen dengan kode ini. Periksa kodenya; bila sudah sama dengan yang tercetak, \
                           naskah itu tidak diterbitkan melalui Sinergi ini.";
    let wrong = match (view.typed.trim().is_empty(), view.unknown) {
        (true, _) => None,
        (false, true) => Some(UNKNOWN),
        (false, false) => Some(SHAPE),
    };
    let errors: Vec<(String, String)> = wrong.iter().map(|w| ("kode".into(), (*w).into())).collect();
    let title =
        if errors.is_empty() { "Periksa keaslian dokumen" } else { "Kesalahan: Periksa keaslian dokumen" };
    let body = html! {
        (ringkasan_kesalahan(&errors))
        div { h1 { "Periksa keaslian dokumen" } p { "Ketik kode yang tercetak di kaki naskah, atau pindai kode QR-nya." } }
        form class="formulir" method="get" action="/verifikasi" {
            (Ruas::text("kode", "Kode dokumen").value(&view.typed).help("16 huruf dan angka, contoh K7QM-2XHD-9WTR-4FBN").error(wrong))
            (Tombol::submit("Periksa").primary())
        }
    };
    bare(title, "", door.theme, Merek::Inagov, body)
}

/// The page `/verifikasi/{kode}`.
pub fn hasil(door: &Pintu, view: &HasilView) -> Markup {
    let heading = match view.keadaan {
        Keadaan::Berlaku => "Dokumen ini asli",
        Keadaan::Diganti(_) => "Dokumen ini asli, tetapi sudah diganti",
        Keadaan::Dicabut(_) => "Dokumen ini asli, tetapi sudah dicabut",
    };
    let mut rows = vec![("Jenis", html! { (view.jenis) })];
    if !view.nomor.is_empty() {
        rows.push(("Nomor", html! { (view.nomor) }));
    }
    rows.extend([
        ("Tanggal naskah", waktu(view.tanggal)),
        ("Diterbitkan oleh", html! { (view.instansi) }),
        ("Dicatat pada", waktu(view.terbit)),
        ("Kode", html! { span class="angka" translate="no" { (tulis_kode(&view.kode)) } }),
        ("Sidik berkas (SHA-256)", sidik(&view.sidik)),
    ]);
    let body = html! {
        h1 { (heading) }
        (keadaan(&view.keadaan))
        (fakta(&rows))
        p { "Cocokkan keterangan ini dengan naskah yang Anda pegang. Isi naskah tidak ditampilkan di sini." }
        (banding(door, view))
        p { a href="/verifikasi" { "Periksa dokumen lain" } }
    };
    bare(heading, "", door.theme, Merek::Inagov, body)
}

fn keadaan(keadaan: &Keadaan) -> Markup {
    match keadaan {
        Keadaan::Berlaku => html! { (Kabar::new(Tone::Ok, "Tercatat dan masih berlaku.")) },
        Keadaan::Diganti(kode) => html! {
            (Kabar::new(Tone::Awas, "Naskah ini tidak berlaku lagi.").body(html! { "Penggantinya berkode " (tulis_kode(kode)) "." })
                .action("Periksa penggantinya", &format!("/verifikasi/{kode}")))
        },
        Keadaan::Dicabut(hari) => html! {
            (Kabar::new(Tone::Awas, "Naskah ini tidak berlaku lagi.").body(html! { "Dicabut pada " (waktu(*hari)) "." }))
        },
    }
}

/// Compares a file with the one that was kept: another page under the same code would not pass.
fn banding(door: &Pintu, view: &HasilView) -> Markup {
    let told = match view.cocok {
        None | Some(Cocok::TanpaBerkas) => html! {},
        Some(Cocok::Sama) => html! { (Kabar::new(Tone::Ok, "Berkas Anda sama dengan yang diterbitkan.")) },
        Some(Cocok::Beda) => html! {
            (Kabar::new(Tone::Bahaya, "Berkas Anda berbeda dari yang diterbitkan.")
                .body(html! { "Berkas itu diubah, atau disimpan ulang oleh program lain. Minta berkas asli kepada penerbitnya." }))
        },
    };
    let missing = (view.cocok == Some(Cocok::TanpaBerkas)).then_some("Pilih berkas PDF yang Anda terima.");
    html! {
        section aria-labelledby="banding" {
            h2 id="banding" { "Bandingkan berkas" }
            (told)
            form class="formulir" method="post" enctype="multipart/form-data" action={ "/verifikasi/" (view.kode) } {
                input type="hidden" name="csrf" value=(door.csrf);
                (Ruas::file("berkas", "Berkas PDF yang Anda terima", ".pdf").help("Paling besar 20 MB; tidak disimpan").error(missing))
                (Tombol::submit("Bandingkan"))
            }
        }
    }
}
