//! Who signed a norm, which text and when; the forms that sign and take back.

use super::super::hari;
use super::NormaView;
use crate::rule::paraf::Keadaan;
use kernel::Date;
use maud::{Markup, html};
use web::component::formulir::Ruas;
use web::component::kartu::kartu;
use web::component::lencana::lencana;
use web::component::tombol::Tombol;
use web::{Frame, Icon, Tone, url};

/// Signatures on a norm, and whether the reader may sign.
#[derive(Clone, Debug, Default)]
pub struct ParafView {
    /// Newest first, those taken back included.
    pub tanda: Vec<Tanda>,
    /// The reader signs and takes back.
    pub may: bool,
    /// What the form carries to say which text was read; `None` when there is nothing to sign.
    pub seen: Option<String>,
}

/// One signature.
#[derive(Clone, Debug)]
pub struct Tanda {
    /// Its entry.
    pub entry: String,
    /// Full name and role.
    pub by: String,
    /// `22 Nov 2026 09.31 WIB`
    pub when: String,
    /// Law date of the text signed.
    pub hukum: Date,
    /// The first digits of its hash.
    pub sidik: String,
    /// A remark; may be empty.
    pub catatan: String,
    /// How it stands to what is shown.
    pub keadaan: Keadaan,
    /// When, by whom and why it was taken back.
    pub dicabut: Option<String>,
}

fn badge(tanda: &Tanda) -> Markup {
    match (&tanda.dicabut, tanda.keadaan) {
        (Some(_), _) => lencana(Tone::Netral, Some(Icon::Coret), "Dicabut"),
        (None, Keadaan::Sah) => lencana(Tone::Ok, Some(Icon::Cek), "Bunyi ini"),
        (None, Keadaan::Berubah) => lencana(Tone::Awas, Some(Icon::Awas), "Berubah sejak diparaf"),
        (None, Keadaan::VersiLain) => lencana(Tone::Netral, None, "Versi lain"),
    }
}

/// The card.
pub fn paraf(frame: &Frame, view: &NormaView) -> Markup {
    let (own, path) = (&view.paraf, format!("/peraturan/norma/{}/paraf", url::encode(&view.kunci)));
    let day = if view.hukum == view.today { String::new() } else { view.hukum.to_string() };
    let action = url::link(&path, &[("hukum", &day)]);
    let valid = own.tanda.iter().filter(|t| t.dicabut.is_none() && t.keadaan == Keadaan::Sah).count();
    let aside =
        html! { small { @if valid == 0 { "belum diparaf" } @else { (valid) " paraf atas bunyi ini" } } };
    kartu(
        "paraf",
        "Paraf Biro Hukum",
        aside,
        html! {
            @if own.tanda.is_empty() { p class="isi-kartu" { "Belum ada yang memaraf norma ini." } }
            @for tanda in &own.tanda {
                div class="isi-kartu tumpuk rapat" {
                    p {
                        b { (tanda.by) } " " (badge(tanda)) br;
                        small class="redup" { (tanda.when) " · hukum per " (hari(tanda.hukum)) " · sidik " code { (tanda.sidik) } }
                    }
                    @if !tanda.catatan.is_empty() { p { (tanda.catatan) } }
                    @if let Some(told) = &tanda.dicabut { p class="redup" { (told) } }
                    @if own.may && tanda.dicabut.is_none() { (take_back(frame, &action, tanda)) }
                }
            }
            @if let Some(seen) = &own.seen { (sign(frame, &action, seen)) }
        },
    )
}

fn sign(frame: &Frame, action: &str, seen: &str) -> Markup {
    html! {
        form class="isi-kartu tumpuk rapat cetak-sembunyi" method="post" action=(action) {
            input type="hidden" name="csrf" value=(frame.csrf);
            input type="hidden" name="dilihat" value=(seen);
            p class="redup" { "Paraf menyatakan bahwa pasal, aturan, dan kasus di halaman ini sudah dibandingkan dan sesuai. Paraf terikat pada bunyinya: bila berubah, paraf ini ditandai." }
            (Ruas::text("catatan", "Catatan paraf").optional())
            div class="baris" { (Tombol::submit("Paraf norma ini").primary()) }
        }
    }
}

fn take_back(frame: &Frame, action: &str, tanda: &Tanda) -> Markup {
    html! {
        details class="cetak-sembunyi" {
            summary class="buka" { "Cabut paraf" }
            form class="tumpuk rapat" method="post" action=(action) {
                input type="hidden" name="csrf" value=(frame.csrf);
                input type="hidden" name="cabut" value=(tanda.entry);
                (Ruas::text("alasan", "Alasan mencabut").id(&format!("alasan-{}", tanda.entry)).help("10 sampai 500 huruf."))
                div class="baris" { (Tombol::submit("Cabut paraf ini").small()) }
            }
        }
    }
}
