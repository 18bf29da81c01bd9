//! Previous and next by keyset: the address carries where to go on, so deep pages cost no more than the first.

use crate::{Icon, Sample, component::tombol::Tombol, format};
use maud::{Markup, Render, html};

#[derive(Clone, Debug, Default)]
pub struct Paging {
    /// Position of the first and last row shown, from 1; both 0 when the list is empty.
    pub first: u64,
    pub last: u64,
    /// Number of rows of the whole list, when counting it is cheap.
    pub total: Option<u64>,
    pub previous_href: Option<String>,
    pub next_href: Option<String>,
    /// Rows per page: number, address, whether it is the one in use.
    pub sizes: Vec<(u32, String, bool)>,
}

impl Render for Paging {
    fn render(&self) -> Markup {
        html! {
            div class="paging" {
                span class="angka" {
                    (format::angka(self.first)) "–" (format::angka(self.last))
                    @if let Some(total) = self.total { " dari " (format::angka(total)) }
                }
                @if !self.sizes.is_empty() {
                    span class="baris ukuran" {
                        span { "Baris" }
                        span class="segmen" role="group" aria-label="Jumlah baris per halaman" {
                            @for (n, href, current) in &self.sizes { a class="angka" href=(href) aria-current=[current.then_some("true")] { (n) span class="sr" { " baris" } } }
                        }
                    }
                }
                nav aria-label="Halaman" {
                    @if let Some(href) = &self.previous_href { (Tombol::link("Sebelumnya", href.as_str()).small().icon(Icon::Kiri)) }
                    @if let Some(href) = &self.next_href { (Tombol::link("Berikutnya", href.as_str()).small().icon_after(Icon::Kanan)) }
                }
            }
        }
    }
}

pub fn samples() -> Vec<Sample> {
    vec![Sample::new(
        "tengah",
        Paging {
            first: 31,
            last: 60,
            total: Some(1284),
            previous_href: Some("#sebelum".into()),
            next_href: Some("#sesudah".into()),
            sizes: vec![(30, "#b30".into(), true), (60, "#b60".into(), false), (120, "#b120".into(), false)],
        }
        .render(),
    )]
}
