//! Why somebody is or is not eligible: the services with their answers, and one answer with its reasons.

use super::pegawai::tabs;
use super::tafsir::{Pilihan, terpilih};
use maud::{Markup, Render, html};
use web::component::formulir::Ruas;
use web::component::identitas::identitas;
use web::component::kabar::Kabar;
use web::component::kartu::{fakta, kartu};
use web::component::penjelasan::{
    BarisLayanan, Buka, Jawaban, Syarat, baris_layanan, jawaban, penjelasan, positions,
};
use web::component::ringkasan_kesalahan::ringkasan_kesalahan;
use web::component::tab::tab;
use web::component::tombol::Tombol;
use web::{Frame, Icon, Tone, format, page};

/// Whom it is about and for which moment: the head of both pages.
#[derive(Clone, Debug)]
pub struct Tentang {
    pub name: String,
    pub nip: String,
    pub jabatan: String,
    /// `/pegawai/{id}`
    pub base_href: String,
    /// Clocks of the person's page, kept in links to it.
    pub keep: Vec<(String, String)>,
    /// Label and value of every clock.
    pub clocks: Vec<(String, String)>,
    /// What discipline tells is kept from this reader.
    pub closed: bool,
    /// Where it is opened with a reason; `None` when that is not this reader's work.
    pub open_href: Option<String>,
    /// Address of the form that asks at the law of another day, and the day as typed.
    pub action: String,
    pub hukum: String,
}

/// The page `/pegawai/{id}/mengapa`.
#[derive(Clone, Debug)]
pub struct MengapaView {
    pub about: Tentang,
    /// Heading and services.
    pub groups: Vec<(String, Vec<BarisLayanan>)>,
    /// Services that do not concern the person.
    pub apart: Vec<BarisLayanan>,
}

/// One norm with its answer.
#[derive(Clone, Debug)]
pub struct Ketentuan {
    pub title: String,
    pub answer: Jawaban,
    pub list: Vec<Syarat>,
    /// The list holds positions of a dispute.
    pub dispute: bool,
    pub note: String,
    /// The position an official chose.
    pub pilihan: Option<Pilihan>,
    /// Where positions are chosen: heading of the norm, and address.
    pub pilih: Vec<(String, String)>,
}

/// A supposition being made.
#[derive(Clone, Debug, Default)]
pub struct Simulasi {
    /// Fields for the facts that matter most, then the others.
    pub fields: Vec<Ruas>,
    pub others: Vec<Ruas>,
    /// Field and sentence.
    pub errors: Vec<(String, String)>,
    /// Pairs the form carries along.
    pub hidden: Vec<(String, String)>,
    /// `Golongan: III/d`
    pub supposed: Vec<String>,
    /// The same page without it.
    pub clear_href: String,
}

/// The page `/pegawai/{id}/mengapa/{layanan}`.
#[derive(Clone, Debug)]
pub struct MengapaLayananView {
    pub about: Tentang,
    pub now: Ketentuan,
    /// Norms shown beside it: the day, the amount, who decides.
    pub beside: Vec<Ketentuan>,
    /// Both again under the supposition.
    pub then: Option<(Ketentuan, Vec<Ketentuan>)>,
    pub simulasi: Simulasi,
    pub letter_href: String,
    pub list_href: String,
}

pub(super) fn head(about: &Tentang, actions: &[Tombol]) -> Markup {
    let mut notes = vec![html! { span class="angka" { "NIP " (format::nip(&about.nip)) } }];
    if !about.jabatan.is_empty() {
        notes.push(html! { (about.jabatan) });
    }
    html! {
        (identitas(&about.name, &about.nip, html! {}, &notes, actions))
        (tab("Bagian halaman pegawai", &tabs(&about.base_href, &about.keep, None, "mengapa")))
        @if about.closed {
            p class="badan redup" {
                "Hukuman disiplin, pemberhentian sementara, dan putusan pengadilan tertutup bagi Anda; syarat yang memerlukannya dijawab seolah belum ada datanya."
                @if let Some(href) = &about.open_href { " " a href=(href) { "Buka dengan alasan" } }
            }
        }
    }
}

pub(super) fn clocks(about: &Tentang) -> Markup {
    let rows: Vec<(&str, Markup)> =
        about.clocks.iter().map(|(label, value)| (label.as_str(), html! { (value) })).collect();
    kartu(
        "jam",
        "Dihitung untuk",
        html! {},
        html! {
            (fakta(&rows))
            form class="isi-kartu tumpuk rapat cetak-sembunyi" method="get" action=(about.action) {
                @for (name, value) in &about.keep { input type="hidden" name=(name) value=(value); }
                (Ruas::date("hukum", "Hukum per tanggal").value(&about.hukum))
                div { (Tombol::submit("Hitung menurut hukum tanggal ini").small()) }
            }
        },
    )
}

pub fn mengapa(frame: &Frame, view: &MengapaView) -> Markup {
    let body = html! {
        (head(&view.about, &[]))
        div class="dua-kolom" {
            div class="tumpuk" {
                @for (n, (name, rows)) in view.groups.iter().enumerate() {
                    (kartu(&format!("kelompok-{n}"), name, html! {}, baris_layanan(rows)))
                }
                @if view.groups.is_empty() {
                    p { "Tidak ada layanan yang mengenai pegawai ini pada tanggal itu." }
                }
                @if !view.apart.is_empty() {
                    details {
                        summary class="buka" { (view.apart.len()) " layanan tidak mengenai pegawai ini" }
                        div class="kartu" { (baris_layanan(&view.apart)) }
                    }
                }
            }
            div class="tumpuk" { (clocks(&view.about)) }
        }
    };
    page(frame, body)
}

/// Conditions, or positions of a dispute side by side.
pub(super) fn reasons(k: &Ketentuan, buka: Buka) -> Markup {
    html! { @if k.dispute { div class="isi-kartu" { (positions(&k.list, buka)) } } @else { (penjelasan(&k.list, buka)) } }
}

pub(super) fn whole(id: &str, k: &Ketentuan, aside: &Markup) -> Markup {
    let body = html! {
        (jawaban(&k.answer, aside))
        (reasons(k, Buka::Penentu))
        @if !k.note.is_empty() { p class="isi-kartu redup" { (k.note) } }
        @if let Some(one) = &k.pilihan { (terpilih(one)) }
        @for (title, href) in &k.pilih {
            p class="isi-kartu cetak-sembunyi" { a href=(href) { "Pilihan pejabat atas beda tafsir: " (title) } }
        }
    };
    kartu(id, &k.title, html! {}, body)
}

/// Norms beside it: each one row that unfolds.
fn beside(prefix: &str, list: &[Ketentuan]) -> Markup {
    html! { @for (n, k) in list.iter().enumerate() { (whole(&format!("{prefix}-{n}"), k, &html! {})) } }
}

pub fn mengapa_layanan(frame: &Frame, view: &MengapaLayananView) -> Markup {
    let letter = Tombol::link("Surat penjelasan", view.letter_href.as_str()).icon(Icon::Cetak);
    let list = Tombol::link("Semua layanan", view.list_href.as_str());
    let body = html! {
        (head(&view.about, &[list, letter]))
        @if let Some(then) = &view.then { (compared(view, then)) }
        @else {
            div class="dua-kolom" {
                div class="tumpuk" {
                    @if !view.simulasi.errors.is_empty() { (ringkasan_kesalahan(&view.simulasi.errors)) }
                    (whole("ketentuan", &view.now, &html! {}))
                    (beside("terkait", &view.beside))
                }
                div class="tumpuk" { (clocks(&view.about)) (suppose(view)) }
            }
        }
    };
    page(frame, body)
}

/// Before and after, side by side.
fn compared(view: &MengapaLayananView, then: &(Ketentuan, Vec<Ketentuan>)) -> Markup {
    let banner = Kabar::new(Tone::Awas, "Pengandaian: tidak ada yang dicatat.")
        .body(html! { (view.simulasi.supposed.join("; ")) "." })
        .action("Hapus pengandaian", &view.simulasi.clear_href);
    html! {
        div class="kilat bawahan" { (banner) }
        div class="badan tumpuk" {
            div class="kisi-dua" {
                section class="tumpuk" aria-labelledby="sebelum" {
                    h2 id="sebelum" { "Menurut data" }
                    (whole("ketentuan", &view.now, &html! {}))
                    (beside("terkait", &view.beside))
                }
                section class="tumpuk" aria-labelledby="sesudah" {
                    h2 id="sesudah" { "Bila diandaikan" }
                    (whole("ketentuan-andai", &then.0, &html! {}))
                    (beside("terkait-andai", &then.1))
                }
            }
            div class="kisi-dua" { (suppose(view)) (clocks(&view.about)) }
        }
    }
}

fn suppose(view: &MengapaLayananView) -> Markup {
    let s = &view.simulasi;
    let body = html! {
        form class="isi-kartu tumpuk rapat cetak-sembunyi" method="get" action=(view.about.action) {
            p class="redup" { "Ubah satu atau beberapa fakta untuk melihat jawabannya. Tidak ada yang dicatat. Tanda - berarti tidak ada, ? berarti belum diketahui." }
            @for (name, value) in &s.hidden { input type="hidden" name=(name) value=(value); }
            @for field in &s.fields { (field.render()) }
            @if !s.others.is_empty() {
                details { summary class="buka" { "Fakta lain yang dipakai" } div class="tumpuk" { @for field in &s.others { (field.render()) } } }
            }
            div class="baris" {
                (Tombol::submit("Lihat akibatnya").primary())
                @if !s.supposed.is_empty() { (Tombol::link("Hapus pengandaian", s.clear_href.as_str()).quiet()) }
            }
        }
    };
    kartu("simulasi", "Simulasi: bila…", html! {}, body)
}
