//! `/penempatan/{id}/kriteria`: what is weighed and by how much, and its announcement.

use super::kepala::{Kepala, kepala};
use super::surat::{SuratForm, surat_form};
use super::ulang::Ulang;
use maud::{Markup, html};
use web::component::formulir::Ruas;
use web::component::kabar::Kabar;
use web::component::kartu::kartu;
use web::component::lencana::lencana;
use web::component::ringkasan_kesalahan::ringkasan_kesalahan;
use web::component::tabel::{Baris, Kolom, Phone, Tabel};
use web::component::tombol::Tombol;
use web::{Frame, Tone, page};

/// The page.
#[derive(Clone, Debug, Default)]
pub struct KriteriaView {
    /// Its head.
    pub kepala: Kepala,
    /// Its address.
    pub alamat: String,
    /// Whether the visitor may set weights now.
    pub ubah: bool,
    /// The part as the form was opened with it.
    pub versi: String,
    /// Criteria in the order of the pack.
    pub rows: Vec<BarisKriteria>,
    /// Ties are broken by the order of rank.
    pub duk: bool,
    /// What the check found: tone and sentence.
    pub periksa: Vec<(Tone, String)>,
    /// Where the check is asked for; empty when it was, or cannot be.
    pub periksa_href: String,
    /// The announcement, where the visitor may record it.
    pub umumkan: Option<SuratForm>,
    /// The letter of the announcement, once it was made.
    pub pengumuman: String,
    /// The form as refused.
    pub ulang: Ulang,
}

/// A criterion.
#[derive(Clone, Debug, Default)]
pub struct BarisKriteria {
    /// Its key.
    pub kunci: String,
    /// What it is called.
    pub nama: String,
    /// What its value is.
    pub arti: String,
    /// Where values come from.
    pub sumber: String,
    /// Where it stands, and how sure that is.
    pub dasar: String,
    /// `praktik`
    pub kepastian: String,
    /// Its weight, in percent.
    pub bobot: u8,
    /// Nothing in the register or the round speaks to it.
    pub tanpa_sumber: bool,
}

/// The page.
pub fn kriteria(frame: &Frame, view: &KriteriaView) -> Markup {
    let sum: u32 = view.rows.iter().map(|r| u32::from(r.bobot)).sum();
    page(
        frame,
        html! {
            (kepala(&view.kepala, html! {}))
            div class="badan tumpuk" {
                (ringkasan_kesalahan(&view.ulang.salah))
                @if !view.pengumuman.is_empty() { (Kabar::new(Tone::Info, &format!("Diumumkan dengan {}.", view.pengumuman)).body(html! { "Bobot tidak berubah lagi." })) }
                @for (tone, words) in &view.periksa { (Kabar::new(*tone, words)) }
                (table(frame, view, sum))
                @if let Some(form) = &view.umumkan { (kartu("umumkan", "Umumkan syarat dan bobot", html! {}, surat_form(frame, form, &view.ulang, html! {}))) }
            }
        },
    )
}

fn table(frame: &Frame, view: &KriteriaView, sum: u32) -> Markup {
    let row = |r: &BarisKriteria| {
        let field = format!("bobot-{}", r.kunci);
        let now = r.bobot.to_string();
        Baris::new(vec![
            html! { b { (r.nama) } @if r.tanpa_sumber { " " (lencana(Tone::Awas, None, "Tanpa sumber")) } br; small class="redup" { (r.arti) } },
            html! { (r.sumber) },
            html! { (r.dasar) @if !r.kepastian.is_empty() { " " small class="redup" { "(" (r.kepastian) ")" } } },
            html! {
                @if view.ubah { input class="input angka" id=(field) name=(field) value=(view.ulang.isi(&field, &now)) inputmode="numeric" size="4" autocomplete="off" aria-label={ "Bobot " (r.nama) }; }
                @else { (now) }
            },
        ])
    };
    let table = html! {
        (Tabel {
            caption: "Kriteria, sumber, dasar, dan bobotnya dalam persen".into(),
            columns: vec![
                Kolom::new("Kriteria").phone(Phone::Full).class("kalimat"),
                Kolom::new("Sumber").class("kalimat"),
                Kolom::new("Dasar").class("kalimat"),
                Kolom::new("Bobot").class("utas"),
            ],
            rows: view.rows.iter().map(row).collect(),
            ..Tabel::default()
        })
    };
    if !view.ubah {
        let tie =
            if view.duk { "urutan kepangkatan (DUK)" } else { "undian yang ditarik dari data yang dikunci" };
        return html! { (table) p { "Jumlah bobot " (sum) ". Bila nilai sama: " (tie) "." } };
    }
    html! {
        form class="tumpuk" method="post" action=(view.alamat) {
            input type="hidden" name="csrf" value=(frame.csrf);
            input type="hidden" name="versi" value=(view.versi);
            (table)
            p { "Jumlah bobot yang tersimpan " b { (sum) } ". Jumlahnya harus 100." }
            (Ruas::check("duk", "Bila nilai sama, urutan kepangkatan (DUK) menentukan; ini dimuat dalam pengumuman", "1", view.ulang.centang("duk", "1", view.duk)).help("Tanpa ini, undian yang ditarik dari data yang dikunci menentukan."))
            div class="baris" {
                @if view.umumkan.is_some() { (Tombol::submit("Simpan bobot")) } @else { (Tombol::submit("Simpan bobot").primary()) }
                @if !view.periksa_href.is_empty() { (Tombol::link("Periksa sumber dan keberpihakan", view.periksa_href.as_str())) }
            }
        }
    }
}
