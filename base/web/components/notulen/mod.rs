//! A text several people write: one part of it with who wrote it last, and two wordings side by side where
//! somebody wrote over an older one.

use crate::Sample;
use maud::{Markup, html};

/// What somebody wrote.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Bunyi {
    pub teks: String,
    /// `Desi, Notulis · 09.41`
    pub oleh: String,
}

/// One part. `id` and `versi` let an open page know what changed; `alat` is what may be done with it.
pub fn bagian(id: &str, versi: &str, kini: &Bunyi, beda: &[Bunyi], alat: Markup) -> Markup {
    html! {
        div class="notulen-bagian" id=(id) data-versi=(versi) {
            @if beda.is_empty() {
                p class="tulisan" { (kini.teks) }
                small { (kini.oleh) }
            } @else {
                p class="dua-bunyi-kata" { b { "Ditulis dua orang sekaligus." } " Kedua bunyi tersimpan; satukan di bawah ini." }
                div class="dua-bunyi" {
                    (satu("Bunyi 1", kini))
                    @for (n, b) in beda.iter().enumerate() { (satu(&format!("Bunyi {}", n + 2), b)) }
                }
            }
            (alat)
        }
    }
}

fn satu(label: &str, bunyi: &Bunyi) -> Markup {
    html! { div { b { (label) } p class="tulisan" { (bunyi.teks) } small { (bunyi.oleh) } } }
}

/// A heading among the parts: an item of the agenda.
pub fn mata_acara(id: &str, nomor: &str, judul: &str, catatan: &str) -> Markup {
    html! {
        h2 class="alur-agenda" id=(id) data-versi=(format!("{nomor}{judul}{catatan}")) {
            b { (nomor) } (judul) @if !catatan.is_empty() { small { (catatan) } }
        }
    }
}

/// Whether the page is live; the script writes into it.
pub fn keadaan() -> Markup {
    html! { p class="siaran" role="status" data-siaran-status { "Muat ulang halaman untuk melihat tulisan terbaru." } }
}

pub fn samples() -> Vec<Sample> {
    let b = |teks: &str, oleh: &str| Bunyi { teks: teks.into(), oleh: oleh.into() };
    let one = b("Data disamakan dengan SIASN setiap bulan.", "Desi, Notulis · 09.41");
    let two = b("Data disamakan setiap bulan; selisih dibahas tanggal 5.", "Nina, Notulis · 09.42");
    vec![
        Sample::new("satu bunyi", html! { div { (keadaan()) (mata_acara("ma-1", "Agenda 1", "Sinkronisasi data", "09.30")) (bagian("nb-1", "1", &one, &[], html! {})) } }),
        Sample::new("dua bunyi", bagian("nb-2", "2", &one, &[two], html! {})),
    ]
}
