//! The form: which kind, of which day, which file.

use super::langkah_impor;
use maud::{Markup, html};
use web::component::formulir::Ruas;
use web::component::kartu::kartu;
use web::component::ringkasan_kesalahan::ringkasan_kesalahan;
use web::component::tombol::Tombol;
use web::{Frame, page};

/// The page `/impor/unggah`; sent to `POST /impor` as `multipart/form-data`.
#[derive(Clone, Debug, Default)]
pub struct UnggahView {
    /// Chosen kind (`nominatif`), empty when none.
    pub jenis: String,
    /// Kinds as value and label.
    pub kinds: Vec<(String, String)>,
    /// What was typed, or today as `hh-bb-tttt`.
    pub per_tanggal: String,
    /// Largest file taken: `100 MB`.
    pub limit: String,
    /// One sentence about the chosen kind: where to get the file.
    pub sentence: String,
    /// Example of the chosen kind.
    pub sample_href: String,
    /// Field name (`jenis`, `per_tanggal`, `berkas`) and message.
    pub errors: Vec<(String, String)>,
}

/// The page `/impor/unggah`.
pub fn unggah(frame: &Frame, view: &UnggahView) -> Markup {
    let mut frame = frame.clone();
    frame.refused = frame.refused || !view.errors.is_empty();
    let error = |field: &str| view.errors.iter().find(|(f, _)| f == field).map(|(_, m)| m.as_str());
    let mut kinds = vec![(String::new(), "Pilih jenis berkas".to_owned())];
    kinds.extend(view.kinds.iter().cloned());
    let body = html! {
        (ringkasan_kesalahan(&view.errors))
        div class="kepala" { div { h1 { "Unggah berkas" } p { "Berkas diperiksa dahulu. Sesudah itu Anda melihat apa yang akan berubah." } } }
        (langkah_impor(0, ["", "", "", "", ""]))
        div class="dua-kolom" {
            // Fields stand before the file: the server knows kind and day when the bytes begin.
            form class="formulir" method="post" action="/impor" enctype="multipart/form-data" {
                input type="hidden" name="csrf" value=(frame.csrf);
                (Ruas::choice("jenis", "Jenis berkas", kinds).value(&view.jenis).error(error("jenis")))
                (Ruas::date("per_tanggal", "Data per tanggal").value(&view.per_tanggal).error(error("per_tanggal"))
                    .help("Tanggal data diunduh dari SIASN, hh-bb-tttt. Tanggal ini menentukan sejak kapan isi berkas diketahui benar."))
                (Ruas::file("berkas", "Berkas", ".xlsx,.csv").error(error("berkas"))
                    .help(&format!("XLSX atau CSV, paling besar {}. Baris pertama berisi nama kolom.", view.limit)))
                div class="baris" {
                    (Tombol::submit("Unggah dan periksa").primary())
                    (Tombol::link("Batal", "/impor").quiet())
                }
            }
            div class="tumpuk" {
                (kartu("sebelum-unggah", "Sebelum mengunggah", html! {}, html! {
                    div class="isi-kartu tumpuk" {
                        @if !view.sentence.is_empty() { p { (view.sentence) } }
                        p { "Berkas disimpan apa adanya beserta sidiknya, supaya setiap data dapat ditelusuri sampai barisnya." }
                        @if !view.sample_href.is_empty() { p { a href=(view.sample_href) { "Unduh contoh berkas" } } }
                    }
                }))
            }
        }
    };
    page(&frame, body)
}
