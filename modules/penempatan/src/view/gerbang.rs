//! `/penempatan/{id}/gerbang`: approvals and consultations of others, each with its letter.

use super::kepala::{Kepala, kepala};
use super::sisa;
use super::surat::{SuratForm, surat_form};
use super::ulang::Ulang;
use maud::{Markup, html};
use web::component::formulir::Ruas;
use web::component::kabar::Kabar;
use web::component::kartu::kartu;
use web::component::kosong::kosong;
use web::component::lencana::lencana;
use web::component::ringkasan_kesalahan::ringkasan_kesalahan;
use web::component::tabel::{Baris, Kolom, Phone, Tabel};
use web::format::Tanggal;
use web::{Frame, Icon, Tone, page};

/// The page.
#[derive(Clone, Debug, Default)]
pub struct GerbangView {
    /// Its head.
    pub kepala: Kepala,
    /// Gates that apply, in the order of the pack.
    pub rows: Vec<BarisGerbang>,
    /// Further gates that are not listed.
    pub lebih: usize,
    /// What keeps the decision from being taken.
    pub halangan: Vec<String>,
    /// The form, where the visitor may record gates.
    pub form: Option<SuratForm>,
    /// Gates as choices of the form: value and label.
    pub pilihan: Vec<(String, String)>,
    /// The form as refused.
    pub ulang: Ulang,
}

/// A gate, for the round or for one post.
#[derive(Clone, Debug, Default)]
pub struct BarisGerbang {
    /// What it is called.
    pub nama: String,
    /// What it asks.
    pub kalimat: String,
    /// Whose word it is.
    pub pihak: String,
    /// Where it stands.
    pub dasar: String,
    /// The post; `seluruh rencana`.
    pub tentang: String,
    /// `Disetujui`
    pub keadaan: (String, Tone),
    /// Why a gate that was passed is open again, or why nothing is asked of it; empty for neither.
    pub sebab: String,
    /// The letter that stands.
    pub surat: Option<SuratGerbang>,
    /// Letters before it with what they said, newest first.
    pub riwayat: Vec<(String, SuratGerbang)>,
}

/// A letter: number, day, address of its file.
pub type SuratGerbang = (String, Tanggal, String);

/// The page.
pub fn gerbang(frame: &Frame, view: &GerbangView) -> Markup {
    let results = [
        ("", "Pilih hasil"),
        ("dimintakan", "Dimintakan"),
        ("disetujui", "Disetujui"),
        ("ditolak", "Ditolak"),
        ("tidak_perlu", "Tidak diperlukan, menurut surat ini"),
    ];
    let first = html! {
        (Ruas::choice("gerbang", "Gerbang", std::iter::once((String::new(), "Pilih gerbang".to_owned())).chain(view.pilihan.iter().cloned()).collect()).value(view.ulang.isi("gerbang", "")).error(view.ulang.galat("gerbang")))
        (Ruas::choice("hasil", "Hasil", results.map(|(v, l)| (v.to_owned(), l.to_owned())).to_vec()).value(view.ulang.isi("hasil", "")).error(view.ulang.galat("hasil")))
    };
    page(
        frame,
        html! {
            (kepala(&view.kepala, html! {}))
            div class="badan tumpuk" {
                (ringkasan_kesalahan(&view.ulang.salah))
                @if view.rows.is_empty() { (kosong(Icon::Perisai, "Tidak ada gerbang", "Macam rencana dan pos ini tidak memerlukan persetujuan pihak lain menurut paket peraturan.", None)) }
                @else {
                    @if view.halangan.is_empty() { (Kabar::new(Tone::Ok, "Tidak ada gerbang yang menahan keputusan.")) }
                    @else { (Kabar::new(Tone::Awas, &format!("{} hal menahan keputusan.", view.halangan.len())).body(html! { ul { @for line in view.halangan.iter().take(10) { li { (line) } } @if view.halangan.len() > 10 { li { "dan " (view.halangan.len() - 10) " lainnya" } } } })) }
                    (table(view))
                    @if let Some(form) = &view.form { (kartu("catat", "Catat surat gerbang", html! {}, surat_form(frame, form, &view.ulang, first))) }
                }
            }
        },
    )
}

fn table(view: &GerbangView) -> Markup {
    let letter = |(number, day, href): &SuratGerbang| html! { @if href.is_empty() { (number) } @else { a href=(href) { (number) } } br; time datetime=(day.iso()) { (day.short()) } };
    let row = |g: &BarisGerbang| {
        Baris::new(vec![
            html! { b { (g.nama) } br; small class="redup" { (g.kalimat) " " (g.dasar) } },
            html! { (g.pihak) },
            html! { (g.tentang) },
            html! { (lencana(g.keadaan.1, None, &g.keadaan.0)) @if !g.sebab.is_empty() { br; small { (g.sebab) } } },
            html! {
                @match &g.surat {
                    Some(standing) => (letter(standing)),
                    None => span class="redup" { "belum ada" }
                }
                @if !g.riwayat.is_empty() {
                    details {
                        summary class="buka" { "Surat sebelumnya (" (g.riwayat.len()) ")" }
                        ul { @for (result, older) in &g.riwayat { li { (result) ": " (letter(older)) } } }
                    }
                }
            },
        ])
    };
    html! {
        (Tabel {
            caption: "Gerbang rencana ini".into(),
            columns: vec![
                Kolom::new("Gerbang").phone(Phone::Full).class("kalimat"),
                Kolom::new("Pihak").class("kata"),
                Kolom::new("Tentang").class("kata"),
                Kolom::new("Keadaan").class("utas"),
                Kolom::new("Surat").class("kata"),
            ],
            rows: view.rows.iter().map(row).collect(),
            ..Tabel::default()
        })
        (sisa(view.lebih, "gerbang"))
    }
}
