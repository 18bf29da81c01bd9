//! The file was not taken: why, in full, and what to do.

use super::{Berkas, langkah_impor};
use maud::{Markup, html};
use web::component::kabar::Kabar;
use web::component::kartu::kartu;
use web::component::tombol::Tombol;
use web::{Frame, Tone, page};

/// One reason the file was refused.
#[derive(Clone, Debug)]
pub struct Alasan {
    /// Permanent public code: `IMP-06`.
    pub code: String,
    /// What is wrong, with the very names: `Kolom NIP_BARU tidak ada di baris judul.`
    pub sentence: String,
    /// What to do; may be empty.
    pub suggestion: String,
}

/// A refused file at `/impor/{id}`.
#[derive(Clone, Debug, Default)]
pub struct GagalView {
    /// The file.
    pub file: Berkas,
    /// Every reason found, not only the first.
    pub reasons: Vec<Alasan>,
    /// The form again, with the same kind and day.
    pub again_href: String,
    /// A filled example; empty leaves the link out.
    pub sample_href: String,
}

/// The page of a refused file.
pub fn gagal(frame: &Frame, view: &GagalView) -> Markup {
    let body = html! {
        div class="kepala" {
            div { h1 { "Berkas tidak dapat dibaca" } p { (view.file.line()) } }
            div class="aksi" { (Tombol::link("Unggah berkas lain", view.again_href.as_str()).primary()) }
        }
        (langkah_impor(1, [&view.file.uploaded, "ditolak", "", "", ""]))
        div class="badan tumpuk" {
            (Kabar::new(Tone::Bahaya, "Berkas ini belum dapat diimpor.").body(html! { "Tidak ada data yang berubah. Perbaiki yang disebut di bawah, lalu unggah lagi." }))
            (kartu("sebab-ditolak", "Yang perlu diperbaiki", html! {}, html! {
                ul class="temuan ringkas" {
                    @for r in &view.reasons {
                        li { div { h3 { (r.sentence) } @if !r.suggestion.is_empty() { p { (r.suggestion) } } @if !r.code.is_empty() { small { (r.code) } } } }
                    }
                }
            }))
            @if !view.sample_href.is_empty() { p { "Bandingkan dengan " a href=(view.sample_href) { "contoh berkas yang benar" } "." } }
        }
    };
    page(frame, body)
}

/// The page of a file that waits because the machine broke: what it said, and the way to try again.
pub fn gangguan(frame: &Frame, file: &Berkas, sentence: &str, again: &str) -> Markup {
    let body = html! {
        div class="kepala" { div { h1 { "Gangguan pada server" } p { (file.line()) } } }
        (langkah_impor(1, [&file.uploaded, "terhenti", "", "", ""]))
        div class="badan tumpuk" {
            (Kabar::new(Tone::Bahaya, "Tidak ada yang tersimpan. Berkas Anda tidak salah dan tetap menunggu.").body(html! { (sentence) }))
            p { "Sampaikan kalimat di atas kepada pengelola server, lalu coba lagi. Berkas tidak perlu diunggah ulang." }
            form method="post" action=(again) {
                input type="hidden" name="csrf" value=(frame.csrf);
                (Tombol::submit("Coba lagi").primary())
            }
        }
    };
    page(frame, body)
}
