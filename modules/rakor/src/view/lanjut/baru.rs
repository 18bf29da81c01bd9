//! `/rakor/{id}/rtl/baru`: a follow-up is worded, looked at with its baselines, and agreed on.

use maud::{Markup, Render, html};
use web::component::formulir::Ruas;
use web::component::kabar::Kabar;
use web::component::kartu::kartu;
use web::component::ringkasan_kesalahan::ringkasan_kesalahan;
use web::component::tabel::{Baris, Kolom, Phone, Tabel};
use web::component::tombol::Tombol;
use web::{Frame, Tone, page};

/// What was typed, field by field.
#[derive(Clone, Debug, Default)]
pub struct Terisi {
    /// The point.
    pub rumusan: String,
    /// What is done.
    pub uraian: String,
    /// Owners.
    pub instansi: Vec<String>,
    /// Unit there.
    pub unit: String,
    /// Deadline as typed.
    pub tenggat: String,
    /// Evidence expected.
    pub bukti: String,
    /// Who verifies.
    pub verifikator: String,
    /// Which post or unit there.
    pub verifikator_jabatan: String,
    /// What gives it authority in a kab/kota.
    pub kewenangan: String,
    /// The indicator.
    pub indikator: String,
    /// The target as typed.
    pub target: String,
}

/// The page.
#[derive(Clone, Debug, Default)]
pub struct RtlBaruView {
    /// Where the form goes.
    pub alamat: String,
    /// Back to the board.
    pub papan: String,
    /// Points: id and words.
    pub rumusan: Vec<(String, String)>,
    /// Parties: id and name, by region.
    pub pihak: Vec<(String, String)>,
    /// Indicators: code and words.
    pub indikator: Vec<(String, String)>,
    /// What was typed.
    pub isi: Terisi,
    /// What is wrong: field and sentence.
    pub salah: Vec<(String, String)>,
    /// What is worth knowing before it is recorded.
    pub catatan: Vec<String>,
    /// Owners as they will stand; empty before it was looked at.
    pub tinjau: Vec<BarisTinjau>,
}

/// One owner before it is recorded.
#[derive(Clone, Debug, Default)]
pub struct BarisTinjau {
    /// Its id.
    pub id: String,
    /// Its name.
    pub nama: String,
    /// The baseline, or why there is none.
    pub awal: String,
    /// Its own target as typed; the common one when empty.
    pub target: String,
    /// What is wrong with it.
    pub salah: String,
}

/// The page `/rakor/{id}/rtl/baru`.
pub fn rtl_baru(frame: &Frame, view: &RtlBaruView) -> Markup {
    let body = html! {
        div class="kepala" { div {
            h1 { "Tambah rencana tindak lanjut" }
            p { "Siapa mengerjakan apa, sampai kapan, dengan bukti apa, dan angka mana yang harus bergerak. Angka awal diukur pada saat dicatat." }
        } }
        div class="badan tumpuk" {
            (ringkasan_kesalahan(&view.salah))
            form class="tumpuk" method="post" action=(view.alamat) {
                input type="hidden" name="csrf" value=(frame.csrf);
                @if !view.tinjau.is_empty() && view.salah.is_empty() { (tinjau(view)) }
                (isian(view))
                div class="baris" {
                    (Tombol::submit("Periksa dahulu").value("langkah", "periksa"))
                    (Tombol::link("Batal", view.papan.as_str()).quiet())
                }
            }
        }
    };
    page(frame, body)
}

fn isian(view: &RtlBaruView) -> Markup {
    let isi = &view.isi;
    let error = |name: &str| view.salah.iter().find(|e| e.0 == name).map(|e| e.1.as_str());
    let choice = |name: &str, label: &str, first: &str, options: &[(String, String)], value: &str| {
        let mut all = vec![(String::new(), first.to_owned())];
        all.extend(options.iter().cloned());
        Ruas::choice(name, label, all).value(value).error(error(name))
    };
    let text = |name: &str, label: &str, value: &str| Ruas::text(name, label).value(value).error(error(name));
    let what = html! {
        div class="isi-kartu formulir kisi-isian" {
            div class="penuh" { (choice("rumusan", "Butir rumusan", "Pilih butir", &view.rumusan, &isi.rumusan)) }
            div class="penuh" { (Ruas::area("uraian", "Yang dikerjakan", 3).value(&isi.uraian).error(error("uraian"))) }
            (Ruas::date("tenggat", "Tenggat").value(&isi.tenggat).error(error("tenggat")))
            (text("bukti", "Bukti dukung yang diharapkan", &isi.bukti).help("Misalnya: berita acara rekonsiliasi bertanda tangan"))
        }
    };
    let who = html! {
        div class="isi-kartu formulir kisi-isian" {
            (owners(view, error("instansi")))
            (text("unit", "Unit penanggung jawab", &isi.unit).optional())
            (text("kewenangan", "Dasar bagi kab/kota", &isi.kewenangan).optional().help("Nomor surat atau SE Gubernur yang memberi kewenangan; boleh menyusul"))
            (choice("verifikator", "Verifikator", "Pilih instansi", &view.pihak, &isi.verifikator))
            (text("verifikator_jabatan", "Unit atau jabatan verifikator", &isi.verifikator_jabatan).help("Wajib bila instansinya sama dengan penanggung jawab"))
        }
    };
    let figure = html! {
        div class="isi-kartu formulir kisi-isian" {
            (choice("indikator", "Indikator", "Tanpa indikator", &view.indikator, &isi.indikator))
            (text("target", "Target", &isi.target).optional().help("Dalam satuan indikator, misalnya 500 atau 37,5. Sama untuk semua, dapat diubah per wilayah sesudah diperiksa"))
        }
    };
    html! {
        (kartu("apa", "Apa dan sampai kapan", html! {}, what))
        (kartu("siapa", "Siapa", html! {}, who))
        (kartu("angka", "Angka yang harus bergerak", html! {}, figure))
    }
}

fn owners(view: &RtlBaruView, error: Option<&str>) -> Markup {
    html! {
        fieldset class={ "penuh ruas" @if error.is_some() { " salah" } } id="instansi" tabindex="-1" {
            legend { "Penanggung jawab" }
            span class="bantu" { "Pilih satu atau beberapa. Setiap instansi mendapat RTL sendiri; capaiannya dirangkum." }
            @if let Some(error) = error { span class="pesan" { span class="sr" { "Kesalahan: " } (error) } }
            div class="papan-pilih" {
                @for (id, nama) in &view.pihak {
                    label for={ "instansi-" (id) } { input type="checkbox" id={ "instansi-" (id) } name="instansi" value=(id) checked[view.isi.instansi.contains(id)]; " " (nama) }
                }
            }
        }
    }
}

fn tinjau(view: &RtlBaruView) -> Markup {
    let bound = !view.isi.indikator.is_empty();
    let row = |r: &BarisTinjau| {
        let name = format!("target.{}", r.id);
        let wrong = !r.salah.is_empty();
        let label = format!("Target {}", r.nama);
        let mut cells = vec![html! { (r.nama) }];
        if bound {
            cells.push(html! { (r.awal) });
            cells.push(html! {
                input class={ "input angka" @if wrong { " salah" } } id=(name) name=(name) value=(r.target) aria-label=(label) inputmode="decimal" autocomplete="off"
                    aria-invalid=[wrong.then_some("true")] aria-describedby=[wrong.then(|| format!("{name}-pesan"))];
                @if wrong { p class="papan-salah" id={ (name) "-pesan" } { (r.salah) } }
            });
        }
        Baris::new(cells)
    };
    let mut columns = vec![Kolom::new("Penanggung jawab").phone(Phone::Full).class("kata")];
    if bound {
        columns.push(Kolom::new("Angka saat ini"));
        columns.push(Kolom::new("Target"));
    }
    let table = Tabel {
        caption: "Rencana tindak lanjut yang akan dicatat".into(),
        columns,
        rows: view.tinjau.iter().map(row).collect(),
        ..Tabel::default()
    };
    let wrong = view.tinjau.iter().any(|r| !r.salah.is_empty());
    kartu(
        "tinjau",
        "Yang akan dicatat",
        html! {},
        html! {
            @for note in &view.catatan { div class="isi-kartu" { (Kabar::new(Tone::Awas, note)) } }
            (table.render())
            div class="isi-kartu baris" {
                @if wrong { p { "Perbaiki target yang ditandai, lalu periksa lagi." } }
                @else { (Tombol::submit("Catat RTL").primary().value("langkah", "catat")) }
            }
        },
    )
}
