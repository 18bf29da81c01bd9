//! `/penempatan/{id}/kunci`: what is frozen, its hash, and what has changed since.

use super::kepala::{Kepala, kepala};
use super::ulang::Ulang;
use maud::{Markup, html};
use web::component::formulir::Ruas;
use web::component::kabar::Kabar;
use web::component::kartu::{fakta, kartu};
use web::component::ringkasan_kesalahan::ringkasan_kesalahan;
use web::component::tombol::Tombol;
use web::{Frame, Tone, page};

/// The page.
#[derive(Clone, Debug, Default)]
pub struct KunciView {
    /// Its head.
    pub kepala: Kepala,
    /// Its address.
    pub alamat: String,
    /// What stands in the way, each a sentence with an address that helps.
    pub halangan: Vec<(String, String)>,
    /// What is frozen, or would be: label and value.
    pub fakta: Vec<(String, String)>,
    /// SHA-256 of it.
    pub sidik: String,
    /// Whether the visitor locks now.
    pub mengunci: bool,
    /// The announced last day of asking for posts, while it has not passed.
    pub sebelum: Option<String>,
    /// Whether the visitor unlocks now.
    pub membuka: bool,
    /// Whether it is locked.
    pub terkunci: bool,
    /// Where the comparison is asked for; empty when it was, or cannot be.
    pub banding_href: String,
    /// What has changed since, when it was asked: each a sentence.
    pub beda: Option<Vec<String>>,
    /// Further differences not listed.
    pub beda_lebih: usize,
    /// The form as refused.
    pub ulang: Ulang,
}

/// The page.
pub fn kunci(frame: &Frame, view: &KunciView) -> Markup {
    page(
        frame,
        html! {
            (kepala(&view.kepala, html! { (super::periksa_sendiri()) }))
            div class="badan tumpuk" {
                (ringkasan_kesalahan(&view.ulang.salah))
                @for (sentence, href) in &view.halangan {
                    @if href.is_empty() { (Kabar::new(Tone::Awas, sentence)) } @else { (Kabar::new(Tone::Awas, sentence).action("Buka", href)) }
                }
                @if !view.fakta.is_empty() { (kartu("beku", if view.terkunci { "Yang dikunci" } else { "Yang akan dikunci" }, html! {}, frozen(frame, view))) }
                @if view.terkunci { (kartu("banding", "Berubah sejak dikunci", html! {}, compare(view))) }
                @if view.membuka { (kartu("buka", "Buka kunci", html! {}, unlock(frame, view))) }
            }
        },
    )
}

fn frozen(frame: &Frame, view: &KunciView) -> Markup {
    let mut rows: Vec<(&str, Markup)> = view.fakta.iter().map(|(l, v)| (l.as_str(), html! { (v) })).collect();
    rows.push(("Sidik (SHA-256)", html! { code { (view.sidik) } }));
    html! {
        (fakta(&rows))
        @if view.mengunci {
            form class="isi-kartu tumpuk formulir" method="post" action=(view.alamat) {
                input type="hidden" name="csrf" value=(frame.csrf);
                input type="hidden" name="sidik" value=(view.sidik);
                p { "Sesudah dikunci, minat dan putusan tidak diterima lagi, dan hasil dihitung dari berkas ini saja." }
                @if let Some(day) = &view.sebelum {
                    (Kabar::new(Tone::Awas, &format!("Jadwal yang diumumkan menyebut minat diterima sampai {day}.")).body(html! { "Bila data dikunci sekarang, pegawai yang menunggu sampai hari itu tidak dapat lagi menyatakan minat, dan keberatan atas rencana ini beralasan." }))
                    (Ruas::check("lebih_awal", &format!("Data dikunci sebelum {day}, dan perubahan jadwal ini sudah diumumkan kepada pegawai"), "1", view.ulang.centang("lebih_awal", "1", false)).error(view.ulang.galat("lebih_awal")))
                }
                (Tombol::submit("Kunci data").primary())
            }
        }
    }
}

fn compare(view: &KunciView) -> Markup {
    html! {
        div class="isi-kartu tumpuk" {
            @match &view.beda {
                None => { p { "Register dapat berubah sesudah data dikunci. Bandingkan untuk melihat apa yang berbeda; hasil tetap mengikuti yang dikunci." } div { (Tombol::link("Bandingkan dengan data sekarang", view.banding_href.as_str())) } }
                Some(all) if all.is_empty() => p { "Tidak ada yang berubah sejak data dikunci." },
                Some(all) => {
                    ul { @for line in all { li { (line) } } }
                    @if view.beda_lebih > 0 { p class="redup" { (view.beda_lebih) " perbedaan lagi tidak ditampilkan." } }
                    p { "Bila perbedaan ini penting, buka kunci dengan alasan, lalu kunci dan hitung lagi." }
                }
            }
        }
    }
}

fn unlock(frame: &Frame, view: &KunciView) -> Markup {
    html! {
        form class="isi-kartu tumpuk formulir" method="post" action={ (view.alamat) "/buka" } {
            input type="hidden" name="csrf" value=(frame.csrf);
            (Ruas::area("alasan", "Alasan membuka kunci", 2).help("Hasil hitungan, penyimpangan, dan pilihan sesudah kunci ini tidak berlaku lagi.").value(view.ulang.isi("alasan", "")).error(view.ulang.galat("alasan")))
            (Tombol::submit("Buka kunci").danger())
        }
    }
}
