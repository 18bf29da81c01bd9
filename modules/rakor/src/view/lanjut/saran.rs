//! `/rakor/{id}/rekomendasi`: requests to bodies outside and proposals to the Gubernur.

use super::super::kepala::{Kepala, kepala};
use maud::{Markup, html};
use web::component::formulir::Ruas;
use web::component::kartu::fakta;
use web::component::kosong::kosong;
use web::component::lencana::lencana;
use web::component::linimasa::{Peristiwa, linimasa};
use web::component::ringkasan_kesalahan::ringkasan_kesalahan;
use web::component::tombol::Tombol;
use web::{Frame, Icon, Tone, page};

/// The list.
#[derive(Clone, Debug, Default)]
pub struct SaranView {
    /// The head of its rakor.
    pub kepala: Kepala,
    /// Where new ones are written: label and address.
    pub tambah: Vec<(String, String)>,
    /// To bodies outside.
    pub luar: Vec<BarisSaran>,
    /// To the Gubernur.
    pub gubernur: Vec<BarisSaran>,
    /// What is wrong: field and sentence.
    pub salah: Vec<(String, String)>,
}

/// One request.
#[derive(Clone, Debug, Default)]
pub struct BarisSaran {
    /// Its name.
    pub id: String,
    /// What is asked.
    pub permintaan: String,
    /// To whom.
    pub kepada: String,
    /// `R-1`
    pub rumusan: String,
    /// Its state.
    pub keadaan: (String, Tone),
    /// Label and words.
    pub fakta: Vec<(String, String)>,
    /// What became of it, oldest first.
    pub lanjut: Vec<Peristiwa>,
    /// States it may come to: word and label; empty when the reader may not say.
    pub pilihan: Vec<(String, String)>,
    /// Where that goes.
    pub alamat: String,
    /// Letters issued for it: words and address.
    pub surat: Vec<(String, String)>,
    /// Letters the reader may issue for it: label and address.
    pub terbitkan: Vec<(String, String)>,
}

/// The page `/rakor/{id}/rekomendasi`.
pub fn saran(frame: &Frame, view: &SaranView) -> Markup {
    let part = |judul: &str, kosong_kata: &str, all: &[BarisSaran]| {
        html! {
            section class="tumpuk" aria-label=(judul) {
                h2 { (judul) }
                @if all.is_empty() { p class="redup" { (kosong_kata) } }
                @for s in all { (satu(frame, s)) }
            }
        }
    };
    let body = html! {
        (kepala(&view.kepala, html! { @for (label, href) in &view.tambah { (Tombol::link(label, href.as_str()).icon(Icon::Tambah)) } }))
        div class="badan tumpuk" {
            (ringkasan_kesalahan(&view.salah))
            @if view.luar.is_empty() && view.gubernur.is_empty() {
                (kosong(Icon::Dok, "Belum ada rekomendasi atau usul kebijakan", "Keduanya ditulis dari butir rumusan oleh penyelenggara.", None))
            } @else {
                (part("Rekomendasi ke luar", "Tidak ada rekomendasi ke luar.", &view.luar))
                (part("Usul kebijakan Gubernur", "Tidak ada usul kebijakan.", &view.gubernur))
            }
        }
    };
    page(frame, body)
}

fn satu(frame: &Frame, s: &BarisSaran) -> Markup {
    let facts: Vec<(&str, Markup)> = s.fakta.iter().map(|(l, w)| (l.as_str(), html! { (w) })).collect();
    let id = format!("saran-{}", s.id);
    html! {
        section class="kartu" aria-labelledby=(id) {
            header { h3 id=(id) { (s.permintaan) } (lencana(s.keadaan.1, None, &s.keadaan.0)) }
            p class="isi-kartu" { (s.rumusan) " · kepada " b { (s.kepada) } }
            (fakta(&facts))
            @if !s.lanjut.is_empty() { div class="isi-kartu" { (linimasa(&s.lanjut)) } }
            @if !s.surat.is_empty() {
                ul class="isi-kartu papan-kata" { @for (words, href) in &s.surat { li { a href=(href) { (words) } } } }
            }
            @if !s.terbitkan.is_empty() {
                p class="isi-kartu baris" {
                    @for (label, href) in &s.terbitkan { (Tombol::link(label, href.as_str()).icon(Icon::Dok).small().context(&s.permintaan)) }
                }
            }
            @if !s.pilihan.is_empty() {
                details class="papan-lipat isi-kartu" id={ "lipat-" (s.id) } {
                    summary { "Catat kelanjutannya" }
                    form class="tumpuk" method="post" action=(s.alamat) {
                        input type="hidden" name="csrf" value=(frame.csrf);
                        (Ruas::choice("keadaan", "Keadaan", s.pilihan.clone()).id(&format!("keadaan-{}", s.id)))
                        (Ruas::date("tanggal", "Tanggal").id(&format!("tanggal-{}", s.id)))
                        (Ruas::text("catatan", "Nomor surat atau isi jawaban").id(&format!("catatan-{}", s.id)))
                        div class="baris" { (Tombol::submit("Catat").context(&s.permintaan)) }
                    }
                }
            }
        }
    }
}

/// A request as it is written.
#[derive(Clone, Debug, Default)]
pub struct SaranBaruView {
    /// Where the form goes.
    pub alamat: String,
    /// Back to the list.
    pub daftar: String,
    /// Points: id and words.
    pub rumusan: Vec<(String, String)>,
    /// It is a proposal to the Gubernur.
    pub gubernur: bool,
    /// What was typed: field and value.
    pub isi: Vec<(String, String)>,
    /// What is wrong: field and sentence.
    pub salah: Vec<(String, String)>,
}

/// The page `/rakor/{id}/rekomendasi/baru`.
pub fn saran_baru(frame: &Frame, view: &SaranBaruView) -> Markup {
    let value = |name: &str| view.isi.iter().find(|e| e.0 == name).map_or("", |e| e.1.as_str());
    let error = |name: &str| view.salah.iter().find(|e| e.0 == name).map(|e| e.1.as_str());
    let mut points = vec![(String::new(), "Pilih butir".to_owned())];
    points.extend(view.rumusan.iter().cloned());
    let (title, whom, examples) = if view.gubernur {
        (
            "Usul kebijakan Gubernur",
            "Bentuk kebijakan",
            "Misalnya: SE Gubernur, Pergub, surat kepada Bupati/Wali Kota",
        )
    } else {
        ("Tulis rekomendasi", "Kepada", "Misalnya: Kepala BKN, Menteri PANRB")
    };
    let body = html! {
        div class="kepala" { div { h1 { (title) } } }
        div class="badan tumpuk" {
            (ringkasan_kesalahan(&view.salah))
            form class="formulir" method="post" action=(view.alamat) {
                input type="hidden" name="csrf" value=(frame.csrf);
                input type="hidden" name="arah" value=(if view.gubernur { "gubernur" } else { "luar" });
                (Ruas::choice("rumusan", "Butir rumusan", points).value(value("rumusan")).error(error("rumusan")))
                (Ruas::text("kepada", whom).value(value("kepada")).help(examples).error(error("kepada")))
                (Ruas::area("permintaan", "Yang diminta", 3).value(value("permintaan")).error(error("permintaan")))
                (Ruas::area("fakta", "Fakta", 3).value(value("fakta")).optional().error(error("fakta")))
                (Ruas::text("dasar", "Dasar hukum").value(value("dasar")).optional().error(error("dasar")))
                (Ruas::date("tenggat", "Jawaban diharapkan sampai").value(value("tenggat")).optional().error(error("tenggat")))
                div class="baris" { (Tombol::submit("Catat").primary()) (Tombol::link("Batal", view.daftar.as_str()).quiet()) }
            }
        }
    };
    page(frame, body)
}
