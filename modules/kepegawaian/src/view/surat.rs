//! An explanation on paper: who, what was asked, the answer, every reason with its documents, and for
//! which moment it was worked out. It decides nothing and says so.

use super::mengapa::{Ketentuan, Tentang, reasons};
use super::tafsir::terpilih;
use maud::{Markup, html};
use web::component::kartu::{fakta, kartu};
use web::component::lembar::Lembar;
use web::component::penjelasan::{Buka, jawaban};
use web::component::tombol::Tombol;
use web::{Frame, format, page};

/// What every letter says of itself.
pub const NO_DECISION: &str = "Surat ini penjelasan dan bukan keputusan. Hak dan kewajiban timbul dari keputusan pejabat yang berwenang; bila datanya keliru, mintalah ralat kepada pengelola kepegawaian.";

/// The page `/pegawai/{id}/mengapa/{layanan}/surat`.
#[derive(Clone, Debug)]
pub struct SuratView {
    pub lembar: Lembar,
    pub about: Tentang,
    pub golongan: String,
    pub unit: String,
    pub list: Vec<Ketentuan>,
    pub back_href: String,
}

pub fn surat(frame: &Frame, view: &SuratView) -> Markup {
    let about = &view.about;
    let who = [
        ("Nama", about.name.clone()),
        ("NIP", format::nip(&about.nip)),
        ("Golongan", view.golongan.clone()),
        ("Jabatan", about.jabatan.clone()),
        ("Unit kerja", view.unit.clone()),
    ];
    let who: Vec<(&str, Markup)> = who
        .iter()
        .filter(|(_, value)| !value.is_empty())
        .map(|(label, value)| (*label, html! { (value) }))
        .collect();
    let clocks: Vec<(&str, Markup)> =
        about.clocks.iter().map(|(label, value)| (label.as_str(), html! { (value) })).collect();
    let letter = html! {
        div class="badan tumpuk" {
            (kartu("siapa", "Tentang", html! {}, fakta(&who)))
            @for (n, k) in view.list.iter().enumerate() {
                (kartu(&format!("ketentuan-{n}"), &k.title, html! {}, html! {
                    (jawaban(&k.answer, &html! {}))
                    (reasons(k, Buka::Semua))
                    @if !k.note.is_empty() { p class="isi-kartu redup" { (k.note) } }
                    @if let Some(one) = &k.pilihan { (terpilih(one)) }
                }))
            }
            (kartu("jam", "Dihitung untuk", html! {}, fakta(&clocks)))
            @if about.closed { p { "Fakta yang tertutup bagi penanya tidak ikut dihitung." } }
            p { b { (NO_DECISION) } }
        }
    };
    let body = html! {
        div class="kepala cetak-sembunyi" {
            div {
                h1 { (frame.title) }
                p { "Untuk mencetak, pakai menu Cetak pada peramban (Ctrl P)." }
            }
            div class="aksi" { (Tombol::link("Kembali", view.back_href.as_str())) }
        }
        (view.lembar.upright(letter))
    };
    page(frame, body)
}
