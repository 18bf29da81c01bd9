//! A guide on screen as a function of plain values.

mod samples;

pub use samples::samples;

use maud::{Markup, html};
use web::component::naskah::naskah;
use web::component::tombol::Tombol;
use web::{Frame, page};

/// The page `/panduan/{halaman}`; `text` begins below the title.
pub fn panduan(frame: &Frame, title: &str, text: Markup) -> Markup {
    page(
        frame,
        html! {
            div class="kepala" {
                div { h1 { (title) } p { "Panduan" } }
                div class="aksi" { (Tombol::link("Semua panduan", "/panduan")) }
            }
            div class="badan" { (naskah(text)) }
        },
    )
}

/// The page `/panduan`: titles and addresses.
pub fn daftar(frame: &Frame, guides: &[(&str, String)]) -> Markup {
    page(
        frame,
        html! {
            div class="kepala" { div { h1 { "Panduan" } p { "Satu halaman pendek untuk setiap layar. Tombol ? di bagian atas setiap halaman membuka panduannya." } } }
            div class="badan" { (naskah(html! { ul { @for (title, href) in guides { li { a href=(href) { (title) } } } } })) }
        },
    )
}
