//! `/rtl/{rakor}/{id}`: one follow-up.

use maud::{Markup, html};
use web::component::alur::{Jejak, dampak};
use web::component::formulir::Ruas;
use web::component::kabar::Kabar;
use web::component::kartu::{fakta, kartu};
use web::component::lencana::lencana;
use web::component::linimasa::{Peristiwa, linimasa};
use web::component::ringkasan_kesalahan::ringkasan_kesalahan;
use web::component::tombol::Tombol;
use web::{Frame, Icon, Tone, page};

/// The page.
#[derive(Clone, Debug, Default)]
pub struct RtlView {
    /// Its address.
    pub alamat: String,
    /// What is done.
    pub judul: String,
    /// Rakor it was agreed in: words and address.
    pub asal: (String, String),
    /// The point it follows from: `R-1`, words.
    pub rumusan: (String, String),
    /// The answer, and why.
    pub putusan: (String, Tone),
    /// Why.
    pub alasan: String,
    /// Further facts: label and words.
    pub fakta: Vec<(String, String)>,
    /// What is worth knowing: the deadline is a holiday, the figure did not move.
    pub catatan: Vec<(Tone, String)>,
    /// Its figure.
    pub jejak: Option<Jejak>,
    /// What was stored of it at the ends of quarters: day and figure.
    pub deret: Vec<(String, String)>,
    /// What happened, newest first, with evidence to read where the reader may.
    pub riwayat: Vec<Peristiwa>,
    /// Evidence: name and address.
    pub bukti: Vec<(String, String)>,
    /// Letters issued about it: words and address.
    pub surat: Vec<(String, String)>,
    /// Where the letter of the ladder is issued, when it is time and the reader may.
    pub terbitkan: Option<String>,
    /// The form of its owner.
    pub lapor: Option<LaporView>,
    /// The form of its verifier.
    pub nilai: Option<NilaiView>,
    /// The forms of its convener.
    pub atur: Option<AturView>,
    /// What is wrong: field and sentence.
    pub salah: Vec<(String, String)>,
    /// What was just done.
    pub kabar: Option<Kabar>,
}

/// The owner's form as typed.
#[derive(Clone, Debug, Default)]
pub struct LaporView {
    /// What was done.
    pub teks: String,
    /// What is in the way.
    pub kendala: String,
    /// It is done.
    pub selesai: bool,
    /// Endings of files.
    pub jenis: String,
    /// `PDF, JPEG, atau PNG, paling besar 25 MB`
    pub batas: String,
}

/// The verifier's form.
#[derive(Clone, Debug, Default)]
pub struct NilaiView {
    /// The report judged.
    pub laporan: String,
    /// What it says.
    pub isi: String,
    /// It may be called done: evidence is there and the owner says so.
    pub boleh_selesai: bool,
    /// Why it may not; empty when it may.
    pub kurang: String,
    /// What was typed.
    pub alasan: String,
}

/// The convener's forms as typed.
#[derive(Clone, Debug, Default)]
pub struct AturView {
    /// The new deadline.
    pub tenggat: String,
    /// Why.
    pub alasan: String,
    /// Why it is given up.
    pub alasan_batal: String,
}

/// The page `/rtl/{rakor}/{id}`.
pub fn rtl(frame: &Frame, view: &RtlView) -> Markup {
    let facts: Vec<(&str, Markup)> = view.fakta.iter().map(|(l, w)| (l.as_str(), html! { (w) })).collect();
    let body = html! {
        div class="kepala" { div {
            h1 { (view.judul) }
            p { a href=(view.asal.1) { (view.asal.0) } " · " (view.rumusan.0) " · " (lencana(view.putusan.1, None, &view.putusan.0)) }
        } }
        @if !view.salah.is_empty() { div class="kilat" { (ringkasan_kesalahan(&view.salah)) } }
        @if let Some(told) = &view.kabar { div class="kilat" { (told) } }
        div class="dua-kolom" {
            div class="tumpuk" {
                section class="kartu" aria-labelledby="putusan" {
                    header { h2 id="putusan" { (view.putusan.0) } }
                    p class="isi-kartu" { (view.alasan) }
                    @if let Some(j) = &view.jejak { (dampak(std::slice::from_ref(j))) }
                    @if !view.deret.is_empty() {
                        p class="isi-kartu" { small class="redup" {
                            "Tersimpan: " @for (n, (day, figure)) in view.deret.iter().enumerate() { @if n > 0 { " · " } (day) " " b { (figure) } }
                        } }
                    }
                }
                @for (tone, words) in &view.catatan { (Kabar::new(*tone, words)) }
                @if let Some(form) = &view.nilai { (nilai(frame, view, form)) }
                @if let Some(form) = &view.lapor { (lapor(frame, view, form)) }
                (kartu("riwayat", "Riwayat", html! {}, html! { div class="isi-kartu" { (linimasa(&view.riwayat)) } }))
            }
            div class="tumpuk" {
                (kartu("rincian", "Rincian", html! {}, html! {
                    div class="isi-kartu" { p { b { (view.rumusan.0) } " " (view.rumusan.1) } }
                    (fakta(&facts))
                }))
                @if !view.bukti.is_empty() {
                    (kartu("bukti-dukung", "Bukti dukung", html! {}, html! {
                        ul class="isi-kartu papan-kata" { @for (name, href) in &view.bukti { li { a href=(href) { (name) } } } }
                    }))
                }
                @if view.terbitkan.is_some() || !view.surat.is_empty() {
                    (kartu("surat", "Surat Sekda a.n. Gubernur", html! {}, html! {
                        @if !view.surat.is_empty() {
                            ul class="isi-kartu papan-kata" { @for (words, href) in &view.surat { li { a href=(href) { (words) } } } }
                        }
                        @if let Some(href) = &view.terbitkan {
                            p class="isi-kartu baris" { (Tombol::link("Terbitkan surat", href.as_str()).icon(Icon::Dok)) }
                        }
                    }))
                }
                @if let Some(form) = &view.atur { (atur(frame, view, form)) }
            }
        }
    };
    page(frame, body)
}

fn galat<'v>(view: &'v RtlView, name: &str) -> Option<&'v str> {
    view.salah.iter().find(|e| e.0 == name).map(|e| e.1.as_str())
}

fn lapor(frame: &Frame, view: &RtlView, form: &LaporView) -> Markup {
    let body = html! {
        form class="isi-kartu tumpuk" method="post" enctype="multipart/form-data" action={ (view.alamat) "/laporan" } {
            input type="hidden" name="csrf" value=(frame.csrf);
            (Ruas::area("teks", "Yang sudah dikerjakan", 4).value(&form.teks).error(galat(view, "teks")))
            (Ruas::text("kendala", "Kendala").value(&form.kendala).optional().error(galat(view, "kendala")))
            (Ruas::file("berkas", "Bukti dukung", &form.jenis).help(&form.batas).optional().error(galat(view, "berkas")))
            (Ruas::check("selesai", "Laporkan selesai; minta verifikasi", "ya", form.selesai))
            div class="baris" { (Tombol::submit("Kirim laporan").primary()) }
        }
    };
    kartu("lapor", "Laporan penanggung jawab", html! {}, body)
}

fn nilai(frame: &Frame, view: &RtlView, form: &NilaiView) -> Markup {
    let body = html! {
        form class="isi-kartu tumpuk" method="post" action={ (view.alamat) "/verifikasi" } {
            input type="hidden" name="csrf" value=(frame.csrf);
            input type="hidden" name="laporan" value=(form.laporan);
            blockquote class="papan-kutip" { (form.isi) }
            @if !form.kurang.is_empty() { (Kabar::new(Tone::Awas, &form.kurang)) }
            (Ruas::area("alasan", "Catatan verifikator", 3).value(&form.alasan).error(galat(view, "alasan")).help("Apa yang diperiksa, atau apa yang kurang. 10 sampai 500 huruf."))
            div class="baris" {
                @if form.boleh_selesai { (Tombol::submit("Nyatakan selesai").primary().value("hasil", "selesai")) }
                (Tombol::submit("Kembalikan").value("hasil", "kembalikan"))
            }
        }
    };
    kartu("nilai", "Verifikasi", html! {}, body)
}

fn atur(frame: &Frame, view: &RtlView, form: &AturView) -> Markup {
    let body = html! {
        details class="papan-lipat isi-kartu" id="ubah-tenggat" open[galat(view, "tenggat").is_some() || galat(view, "alasan-ubah").is_some()] {
            summary { "Ubah tenggat" }
            form class="tumpuk" method="post" action={ (view.alamat) "/ubah" } {
                input type="hidden" name="csrf" value=(frame.csrf);
                (Ruas::date("tenggat", "Tenggat baru").value(&form.tenggat).error(galat(view, "tenggat")))
                (Ruas::area("alasan", "Alasan", 2).id("alasan-ubah").value(&form.alasan).error(galat(view, "alasan-ubah")))
                div class="baris" { (Tombol::submit("Simpan tenggat")) }
            }
        }
        details class="papan-lipat isi-kartu" id="batalkan" open[galat(view, "alasan-batal").is_some()] {
            summary { "Batalkan RTL" }
            form class="tumpuk" method="post" action={ (view.alamat) "/batal" } {
                input type="hidden" name="csrf" value=(frame.csrf);
                (Ruas::area("alasan", "Alasan pembatalan", 2).id("alasan-batal").value(&form.alasan_batal).error(galat(view, "alasan-batal")))
                div class="baris" { (Tombol::submit("Batalkan RTL").danger().icon(Icon::Silang)) }
            }
        }
    };
    kartu("atur", "Pengaturan penyelenggara", html! {}, body)
}
