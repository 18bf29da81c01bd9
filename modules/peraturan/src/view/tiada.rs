//! What is asked for by name and is not in the pack.

use maud::{Markup, html};
use web::component::kosong::kosong;
use web::component::tombol::Tombol;
use web::{Frame, Icon, page};

/// `what` is `norma` or `akta`; `key` is what was asked for; the button leads to the list.
pub fn tiada(frame: &Frame, what: &str, key: &str, list: &str) -> Markup {
    let title = format!("Paket ini tidak memuat {what} \"{key}\"");
    let way = Tombol::link(&format!("Cari {what}"), list);
    page(
        frame,
        html! {
            div class="kepala" { div { h1 { "Tidak ada dalam paket" } } }
            (kosong(Icon::Buku, &title, "Periksa ejaannya, atau cari dengan sebagian katanya pada daftar. Nama pada paket memakai huruf persis seperti di daftar.", Some(way)))
        },
    )
}
