//! What stands on a projector: large, high in contrast, nothing to press.

use crate::Sample;
use maud::{Markup, PreEscaped, html};

/// A point with the stands of the parties; order is the caller's, and never by how they did.
#[derive(Clone, Debug, Default)]
pub struct Butir {
    /// `R-1`
    pub nomor: String,
    pub teks: String,
    /// `9 dari 12 sepakat`
    pub kemajuan: String,
    /// Party, mark and the words for it: `✓ sepakat`.
    pub sikap: Vec<(String, &'static str, &'static str)>,
    /// Changes with the wording and with every stand.
    pub versi: String,
}

pub fn butir(b: &Butir) -> Markup {
    html! {
        section class="layar-butir" id=(format!("layar-{}", b.nomor)) data-versi=(b.versi) {
            h2 { (b.nomor) " " span { (b.kemajuan) } }
            p { (b.teks) }
            ul { @for (who, mark, word) in &b.sikap {
                li class=[(*mark == "–").then_some("belum")] { span aria-hidden="true" { (mark) } " " (who) span class="sr" { ": " (word) } }
            } }
        }
    }
}

/// A code to scan; `gambar` is SVG of our own making.
pub fn kode(gambar: &str, kata: &str, alamat: &str) -> Markup {
    html! {
        div class="layar-kode" {
            div class="qr" role="img" aria-label="Kode QR presensi" { (PreEscaped(gambar)) }
            p class="kode" { (kata) }
            p { (alamat) }
        }
    }
}

pub fn samples() -> Vec<Sample> {
    let b = Butir {
        nomor: "R-1".into(),
        teks: "Data disamakan dengan SIASN setiap bulan.".into(),
        kemajuan: "2 dari 3 sepakat".into(),
        sikap: vec![
            ("Kab. Muara Tua".into(), "✓", "sepakat"),
            ("Kab. Pulau Cempaka".into(), "✎", "sepakat dengan catatan"),
            ("Kota Sungai Biru".into(), "–", "belum menyatakan sikap"),
        ],
        versi: "1".into(),
    };
    vec![
        Sample::new("butir", butir(&b)),
        Sample::new("kode", kode("<svg aria-hidden=\"true\" viewBox=\"0 0 2 2\" xmlns=\"http://www.w3.org/2000/svg\"><path d=\"M0 0h1v1H0z\"></path></svg>", "k7q2-m4xd", "Pindai dengan kamera ponsel.")),
    ]
}
