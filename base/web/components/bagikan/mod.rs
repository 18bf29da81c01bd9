//! A text to pass on by a messenger: what, until when, where. Never who: messengers keep what they carry.

use crate::{Sample, url};
use maud::{Markup, Render, html};

/// What is passed on.
#[derive(Clone, Debug, Default)]
pub struct Bagikan {
    /// One line without personal data.
    pub judul: String,
    /// `Tenggat 30 Nov 2026`; may be empty.
    pub tanggal: String,
    /// The whole address of the page; empty when the node does not know its own.
    pub alamat: String,
}

impl Bagikan {
    fn teks(&self) -> String {
        let lines = [&self.judul, &self.tanggal, &self.alamat];
        lines.into_iter().filter(|line| !line.is_empty()).cloned().collect::<Vec<_>>().join("\n")
    }
}

impl Render for Bagikan {
    fn render(&self) -> Markup {
        let teks = self.teks();
        html! {
            details class="bagikan" {
                summary class="buka" { "Bagikan tautan" }
                div class="ruas" {
                    label for="bagikan-teks" { "Teks untuk disalin" }
                    span class="bantu" id="bagikan-bantu" { "Tanpa data pribadi. Penerima tetap harus masuk untuk membaca isinya." }
                    textarea class="input" id="bagikan-teks" rows="3" readonly aria-describedby="bagikan-bantu" { (teks) }
                    @if self.alamat.is_empty() {
                        p class="redup" { "Alamat layanan ini belum disetel, jadi tautannya tidak ikut. Hubungi pengelola layanan." }
                    } @else {
                        a class="tombol kecil" href={ "https://wa.me/?text=" (url::encode(&teks)) } rel="noopener noreferrer" { "Kirim lewat WhatsApp" }
                    }
                }
            }
        }
    }
}

pub fn samples() -> Vec<Sample> {
    let whole = Bagikan {
        judul: "Laporan tindak lanjut rakor triwulan III".into(),
        tanggal: "Tenggat 30 Nov 2026".into(),
        alamat: "https://sinergi.bumiraya.example/rakor/3".into(),
    };
    vec![
        Sample::new("dengan tautan", whole.render()),
        Sample::new("tanpa alamat", Bagikan { alamat: String::new(), ..whole }.render()),
    ]
}
