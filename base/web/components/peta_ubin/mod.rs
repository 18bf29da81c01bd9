//! One figure of every government as equal tiles: no area on a map makes one of them look greater.

use crate::Sample;
use crate::component::matriks::Capai;
use maud::{Markup, html};

/// A tile.
#[derive(Clone, Debug, Default)]
pub struct UbinWilayah {
    pub nama: String,
    pub nilai: String,
    pub capai: Capai,
    pub href: String,
}

pub fn peta_ubin(label: &str, tiles: &[UbinWilayah]) -> Markup {
    html! {
        ul class="peta-ubin" aria-label=(label) {
            @for t in tiles {
                li class=(t.capai.class()) {
                    @let inside = html! { span { (t.nama) } b { (t.nilai) span class="sr" { ", " (t.capai.words()) } } };
                    @if t.href.is_empty() { div { (inside) } } @else { a href=(t.href) { (inside) } }
                }
            }
        }
    }
}

pub fn samples() -> Vec<Sample> {
    let tile = |nama: &str, capai| UbinWilayah { nama: nama.into(), nilai: "91%".into(), capai, href: "#".into() };
    vec![Sample::new(
        "empat wilayah",
        peta_ubin(
            "SKP lengkap menurut instansi",
            &[
                tile("Batu Hulu", Capai::DiBawah),
                tile("Tanjung Lada", Capai::Memenuhi),
                tile("Mandalapura", Capai::TanpaTarget),
                UbinWilayah { nilai: "belum".into(), href: String::new(), ..tile("Sagara", Capai::Tiada) },
            ],
        ),
    )]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_tile_without_a_target_says_so_and_its_name_stays_in_one_piece() {
        let tile = UbinWilayah { nama: "Mandalapura".into(), nilai: "113".into(), ..UbinWilayah::default() };
        let said = peta_ubin("Jumlah ASN", &[tile]).into_string();
        assert!(said.contains("class=\"polos\"") && said.contains(", belum ada target"), "{said}");
        assert!(!said.contains("mendekati"), "{said}");
        assert!(!include_str!("style.css").contains("overflow-wrap:anywhere"), "words break where they end");
    }
}
