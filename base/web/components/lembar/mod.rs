//! What a printed list needs beside its rows: whose it is and of which day at the head, room to sign at the
//! foot, A4 on its side. On the screen the frame of the page says the same, so none of it is shown there.

use crate::{Sample, Tanggal};
use maud::{Markup, html};

/// Head and foot of a printed list.
#[derive(Clone, Debug)]
pub struct Lembar {
    /// `Pemerintah Provinsi Bumi Raya`
    pub instansi: String,
    /// `DAFTAR URUT KEPANGKATAN`
    pub title: String,
    /// The unit the list is about; empty for the whole instansi.
    pub unit: String,
    /// Keadaan per tanggal.
    pub at: Tanggal,
}

impl Lembar {
    /// The body of the page between head and foot, on A4 landscape.
    pub fn around(&self, body: Markup) -> Markup {
        self.sheet("lembar", &body)
    }

    /// The same on A4 upright: letters.
    pub fn upright(&self, body: Markup) -> Markup {
        self.sheet("lembar tegak", &body)
    }

    fn sheet(&self, class: &str, body: &Markup) -> Markup {
        html! {
            div class=(class) {
                div class="kop cetak-saja" aria-hidden="true" {
                    b { (self.instansi) }
                    strong { (self.title) }
                    @if !self.unit.is_empty() { span { (self.unit) } }
                    span { "Keadaan per tanggal " (self.at.long()) }
                }
                (body)
                div class="tanda-tangan cetak-saja" aria-hidden="true" {
                    span { "…………………………, " (self.at.long()) }
                    span class="jabatan" { "…………………………………………" }
                    span class="nama" { "(…………………………………)" }
                    span { "NIP …………………………………" }
                }
            }
        }
    }
}

pub fn samples() -> Vec<Sample> {
    let lembar = Lembar {
        instansi: "Pemerintah Provinsi Bumi Raya".into(),
        title: "Daftar Urut Kepangkatan".into(),
        unit: "Dinas Kesehatan".into(),
        at: Tanggal::new(2026, 11, 22),
    };
    vec![Sample::new("kepala dan kaki", lembar.around(html! { p { "Isi daftar." } }))]
}
