//! `/peraturan/norma/{kunci}`: article, rule and cases of one norm beside one another, and a sheet to sign.

mod kasus;
mod linimasa;
mod paraf;

pub use paraf::{ParafView, Tanda};

use super::tabel::tabel;
use super::{alamat_norma, hari, kepastian, masa, pilih_hukum, tautan};
use crate::rule::kasus::UjiNorma;
use crate::rule::norma::{Aturan, Bagian, Isi, Pakai, Sitir};
use crate::rule::versi::Versi;
use kernel::Date;
use law::act::Span;
use maud::{Markup, Render, html};
use web::component::kabar::Kabar;
use web::component::kartu::{fakta, kartu};
use web::component::lencana::lencana;
use web::component::tabel::{Baris, Kolom, Phone, Tabel};
use web::{Frame, Tone, page};

/// The page.
#[derive(Clone, Debug)]
pub struct NormaView {
    /// `kp.reguler`
    pub kunci: String,
    /// Its heading.
    pub judul: String,
    /// Law date.
    pub hukum: Date,
    /// Today, for what is coming.
    pub today: Date,
    /// Name, version and hash of the pack: what a signature is about.
    pub paket: String,
    /// The norm on that date; `None` when it does not hold then.
    pub isi: Option<Isi>,
    /// Its intervals, oldest first.
    pub versi: Vec<Versi>,
    /// Its golden cases.
    pub uji: UjiNorma,
    /// Signatures on it.
    pub paraf: ParafView,
}

impl NormaView {
    /// The days on which the norm reads as it does on the law date; `None` when it does not hold then.
    pub fn masa(&self) -> Option<Span> {
        let spans = self.versi.iter().map(|v| Span { mulai: v.mulai, sampai: v.sampai });
        self.isi.as_ref()?;
        spans.into_iter().find(|span| span.holds(self.hukum))
    }
}

/// The page of a norm.
pub fn norma(frame: &Frame, view: &NormaView) -> Markup {
    let path = format!("/peraturan/norma/{}", web::url::encode(&view.kunci));
    page(
        frame,
        html! {
            div class="lembar" {
                div class="kop cetak-saja" aria-hidden="true" {
                    b { (frame.instansi.name) }
                    strong { (view.judul) }
                    span { "Norma " (view.kunci) " menurut hukum per " (hari(view.hukum)) }
                    span { "Paket " (view.paket) }
                }
                div class="kepala" { div {
                    h1 { (view.judul) }
                    p { code { (view.kunci) } @if let Some(isi) = &view.isi { " · " (isi.bentuk.word()) } " · hukum per " (hari(view.hukum)) }
                } }
                (pilih_hukum(&path, view.hukum, &[]))
                div class="dua-kolom" {
                    div class="tumpuk" {
                        @match &view.isi {
                            Some(isi) => (content(isi, view)),
                            None => (Kabar::new(Tone::Awas, "Norma ini tidak berlaku pada tanggal tersebut.").body(html! { "Pilih salah satu versi di bagian Versi." })),
                        }
                    }
                    div class="tumpuk" {
                        (paraf::paraf(frame, view))
                        (kasus::kasus(&view.uji, view.masa()))
                        (linimasa::versi(view))
                    }
                }
                div class="tanda-tangan cetak-saja" aria-hidden="true" {
                    // The block may stand alone on the last sheet: it says what is signed.
                    span { "Norma " (view.kunci) ", hukum per " (hari(view.hukum)) }
                    span { "Paket " (view.paket) }
                    span { "Diperiksa oleh" }
                    span class="nama" { "(…………………………………)" }
                    span { "Jabatan …………………………………" }
                    span { "NIP …………………………………" }
                    span { "Tanggal …………………………………" }
                }
            }
        },
    )
}

fn content(isi: &Isi, view: &NormaView) -> Markup {
    let hukum = view.hukum;
    let days = html! { @if let Some(span) = view.masa() { small { (masa(span.mulai, span.sampai)) } } };
    html! {
        (kartu("ketentuan", "Ketentuan", days, head(isi)))
        @if !isi.bagian.is_empty() { (kartu("bagian", part_title(isi), html! {}, parts(isi))) }
        @if !isi.param.is_empty() { (kartu("param", "Param yang dipakai", html! {}, params(isi))) }
        @if !isi.tabel.is_empty() { (kartu("tabel", "Tabel yang dipakai", html! { small { "baris per " (hari(hukum)) } }, html! { @for t in &isi.tabel { (tabel(t, t.total == t.rows.len())) } })) }
        (kartu("rujukan", "Norma dan fakta yang dipakai", html! {}, names(isi, hukum)))
    }
}

fn part_title(isi: &Isi) -> &'static str {
    use law::plan::Bentuk;
    match isi.bentuk {
        Bentuk::Skor => "Unsur nilai",
        Bentuk::Sengketa => "Posisi yang berbeda",
        _ => "Syarat",
    }
}

fn head(isi: &Isi) -> Markup {
    let mut rows = vec![("Dasar", cited(&isi.dasar))];
    if !isi.untuk.is_empty() {
        rows.push(("Untuk", html! { (isi.untuk) }));
    }
    rows.extend(isi.aturan.iter().map(|a| (a.label, rule(a))));
    if !isi.satuan.is_empty() {
        rows.push(("Satuan", html! { (isi.satuan) }));
    }
    if !isi.waktu.is_empty() {
        rows.push(("Hukum pada tanggal", html! { (isi.waktu) }));
    }
    if !isi.catatan.is_empty() {
        rows.push(("Catatan", html! { (isi.catatan) }));
    }
    fakta(&rows)
}

/// A citation with the way to its act, the condition on which it is carried on, and how sure we are.
fn cited(s: &Sitir) -> Markup {
    html! {
        (s.teks) " "
        small {
            (tautan(&s.akta))
            @if !s.syarat.is_empty() { "; diteruskan " (s.syarat) }
            " · " (kepastian(s.kepastian))
        }
    }
}

/// The same inside the norm: the act is named where it is another one.
fn cited_inside(s: &Sitir) -> Markup {
    html! { span {
        (s.singkat)
        @if s.singkat == s.teks { " (" (tautan(&s.akta)) ")" }
        @if !s.syarat.is_empty() { "; diteruskan " (s.syarat) }
        " · " (kepastian(s.kepastian))
    } }
}

/// In words, and below as the pack has it.
fn rule(a: &Aturan) -> Markup {
    html! {
        (a.kata)
        @if !a.kode.is_empty() && a.kode != a.kata { " " small { code { (a.kode) } } }
    }
}

/// Wording on the left, rule on the right; routes of which one is enough follow their condition.
fn parts(isi: &Isi) -> Markup {
    let mut rows = Vec::new();
    for (n, part) in isi.bagian.iter().enumerate() {
        rows.push(part_row(&format!("{}.", n + 1), part));
        for (i, route) in part.jalur.iter().enumerate() {
            rows.push(part_row(&format!("{}.{}", n + 1, i + 1), route));
        }
    }
    Tabel {
        caption: "Bunyi ketentuan beserta aturan dalam program, menurut urutan pasal".into(),
        columns: vec![
            Kolom::new("Pasal: bunyi dan dasar").phone(Phone::Full).class("kata"),
            Kolom::new("Aturan dalam program").phone(Phone::Full).class("kata"),
        ],
        rows,
        ..Tabel::default()
    }
    .render()
}

fn part_row(number: &str, part: &Bagian) -> Baris {
    Baris::new(vec![
        html! { span class="dua" {
            span { (number) " " (part.bunyi) }
            small { (cited_inside(&part.dasar)) }
            @if !part.catatan.is_empty() { small { (part.catatan) } }
        } },
        html! { span class="dua" {
            @for a in &part.aturan { span { b { (a.label) ": " } (rule(a)) } }
            small { code { (part.kunci) } @if part.lunak { " · " (lencana(Tone::Netral, None, "tidak menggagalkan")) } }
        } },
    ])
}

fn params(isi: &Isi) -> Markup {
    let row = |p: &Pakai| {
        Baris::new(vec![html! { code { (p.kunci) } }, html! { b { (p.nilai) } }, cited_inside(&p.dasar)])
    };
    Tabel {
        caption: "Param yang dipakai, menurut kunci".into(),
        columns: vec![Kolom::new("Param").phone(Phone::Full), Kolom::new("Nilai"), Kolom::new("Dasar")],
        rows: isi.param.iter().map(row).collect(),
        compact: true,
        ..Tabel::default()
    }
    .render()
}

fn names(isi: &Isi, hukum: Date) -> Markup {
    html! {
        div class="isi-kartu tumpuk" {
            @if !isi.norma.is_empty() {
                p { b { "Norma: " } @for (i, (key, title)) in isi.norma.iter().enumerate() { @if i > 0 { ", " } a href=(alamat_norma(key, Some(hukum))) { (title) } } }
            }
            @if isi.fakta.is_empty() { p { "Tidak menanyakan fakta tentang orang." } }
            @else { p { b { "Fakta: " } @for (i, (name, label)) in isi.fakta.iter().enumerate() { @if i > 0 { "; " } (label) " " code { (name) } } } }
        }
    }
}
