//! `/penempatan/periksa`: anybody checks a bundle; nothing of the node is needed but the program.

use maud::{Markup, html};
use web::component::formulir::Ruas;
use web::component::kabar::Kabar;
use web::component::lencana::lencana;
use web::component::ringkasan_kesalahan::ringkasan_kesalahan;
use web::component::tombol::Tombol;
use web::page::Tema;
use web::{Icon, Merek, Tone, bare};

/// The page.
#[derive(Clone, Debug, Default)]
pub struct PeriksaView {
    /// Chosen theme.
    pub theme: Option<Tema>,
    /// Token of the session's forms; empty without a session.
    pub csrf: String,
    /// Bundles everybody may have: title, owner, address.
    pub terbit: Vec<(String, String, String)>,
    /// Further ones that are not listed.
    pub terbit_lebih: usize,
    /// Name of the file that was checked.
    pub berkas: String,
    /// What was looked at: name, whether it holds, what was found. Empty before a file came.
    pub hasil: Vec<(String, bool, String)>,
    /// Why no file was checked.
    pub salah: Vec<(String, String)>,
}

/// The page.
pub fn periksa(view: &PeriksaView) -> Markup {
    let error = view.salah.first().map(|s| s.1.as_str());
    let title = if error.is_some() { "Kesalahan: Periksa sendiri" } else { "Periksa sendiri" };
    let body = html! {
        (ringkasan_kesalahan(&view.salah))
        div { h1 { "Periksa sendiri" } p { "Unggah bundel rencana mutasi. Sinergi menghitung ulang dan membuktikan bahwa tidak ada susunan yang lebih baik dari masukan yang sama. Berkas Anda tidak disimpan." } }
        @if !view.hasil.is_empty() { (outcome(view)) }
        form class="formulir" method="post" action="/penempatan/periksa" enctype="multipart/form-data" {
            input type="hidden" name="csrf" value=(view.csrf);
            (Ruas::file("berkas", "Bundel", ".zip").help("Berkas ZIP, paling besar 16 MB").error(error))
            (Tombol::submit("Periksa bundel").primary())
        }
        @if !view.terbit.is_empty() {
            section aria-labelledby="terbit" {
                h2 id="terbit" { "Bundel yang terbuka bagi umum" }
                ul { @for (title, owner, href) in &view.terbit { li { a href=(href) { (title) } ", " (owner) } } }
                (super::sisa(view.terbit_lebih, "bundel"))
            }
        }
        p class="redup" { "Tanpa peramban: " code { "sinergi penempatan verifikasi BUNDEL" } }
    };
    bare(title, "", view.theme, Merek::Inagov, body)
}

fn outcome(view: &PeriksaView) -> Markup {
    let holds = view.hasil.iter().all(|h| h.1);
    let said = if holds {
        Kabar::new(Tone::Ok, "Bundel lulus semua pemeriksaan.")
    } else {
        Kabar::new(Tone::Bahaya, "Bundel tidak lulus.")
    };
    html! {
        (said.body(html! { "Berkas: " (view.berkas) }))
        ul class="tumpuk" {
            @for (name, ok, sentence) in &view.hasil {
                li {
                    @if *ok { (lencana(Tone::Ok, Some(Icon::Cek), "Lulus")) } @else { (lencana(Tone::Bahaya, Some(Icon::Silang), "Tidak lulus")) }
                    " " b { (name) } " " (sentence)
                }
            }
        }
    }
}
