//! `/penempatan/{id}`: what the round is, what is to be done next and by whom, and what was done.

use super::kepala::{Kepala, kepala};
use super::periksa::{SidikTerbit, sidik_terbit};
use super::surat::{BarisSurat, SuratForm, surat_form, surat_tabel};
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
pub struct RencanaView {
    /// Its head.
    pub kepala: Kepala,
    /// Its address.
    pub alamat: String,
    /// What is to be done now.
    pub kerja: Vec<Kerja>,
    /// What keeps the next step from being taken, in sentences.
    pub halangan: Vec<String>,
    /// The next step as a letter, where the visitor may record it.
    pub langkah: Option<SuratForm>,
    /// Whether the visitor works the plan out now.
    pub hitung: bool,
    /// Whether the visitor looks back on it now.
    pub tinjau: bool,
    /// Whether the visitor may call it off.
    pub batal: bool,
    /// Whether the visitor may change what it is.
    pub ubah: bool,
    /// Label and value.
    pub fakta: Vec<(String, String)>,
    /// What, until when.
    pub jadwal: Vec<(String, String)>,
    /// Steps taken, newest first.
    pub surat: Vec<BarisSurat>,
    /// Where the bundle is, for those who may have it.
    pub bundel: String,
    /// What was published of it.
    pub sidik: Vec<SidikTerbit>,
    /// Whether the visitor may publish bundles of the round as it is now.
    pub terbitkan: bool,
    /// The form as refused.
    pub ulang: Ulang,
}

/// Something to be done.
#[derive(Clone, Debug, Default)]
pub struct Kerja {
    /// `Pilih pos`
    pub judul: String,
    /// By whom.
    pub oleh: String,
    /// What it means.
    pub bunyi: String,
    /// Where; empty when it is on this page.
    pub href: String,
}

/// The page.
pub fn rencana(frame: &Frame, view: &RencanaView) -> Markup {
    let buttons = html! {
        @if !view.bundel.is_empty() { (Tombol::link("Unduh bundel", view.bundel.as_str())) }
        @if view.ubah { (Tombol::link("Ubah", format!("{}/ubah", view.alamat))) }
    };
    page(
        frame,
        html! {
            (kepala(&view.kepala, buttons))
            div class="dua-kolom" {
                div class="tumpuk" {
                    (ringkasan_kesalahan(&view.ulang.salah))
                    @if !view.kerja.is_empty() { (kartu("kerja", "Yang dikerjakan sekarang", html! {}, work(frame, view))) }
                    @if let Some(form) = &view.langkah { (kartu("langkah", &form.tombol, html! {}, surat_form(frame, form, &view.ulang, html! {}))) }
                    @if view.tinjau { (kartu("tinjau", "Tinjau rencana", html! {}, review(frame, view))) }
                    (kartu("surat", "Yang sudah terjadi", html! {}, surat_tabel("Langkah rencana, yang terbaru lebih dahulu", &view.surat)))
                }
                div class="tumpuk" {
                    (kartu("fakta", "Rencana", html! {}, fakta(&view.fakta.iter().map(|(l, v)| (l.as_str(), html! { (v) })).collect::<Vec<_>>())))
                    @if !view.jadwal.is_empty() {
                        (kartu("jadwal", "Jadwal", html! {}, fakta(&view.jadwal.iter().map(|(l, v)| (l.as_str(), html! { (v) })).collect::<Vec<_>>())))
                    }
                    @if !view.sidik.is_empty() || view.terbitkan { (kartu("bundel", "Bundel terbit", html! {}, published(frame, view))) }
                    @if view.batal { (kartu("batal", "Batalkan rencana", html! {}, cancel(frame, view))) }
                }
            }
        },
    )
}

fn work(frame: &Frame, view: &RencanaView) -> Markup {
    html! {
        div class="isi-kartu tumpuk" {
            @for k in &view.kerja {
                div {
                    p { b { @if k.href.is_empty() { (k.judul) } @else { a href=(k.href) { (k.judul) } } } " " span class="redup" { "oleh " (k.oleh) } }
                    p { (k.bunyi) }
                }
            }
            @if !view.halangan.is_empty() {
                (Kabar::new(Tone::Awas, "Belum dapat dilanjutkan.").body(html! { ul { @for h in &view.halangan { li { (h) } } } }))
            }
            @if view.hitung {
                form method="post" action={ (view.alamat) "/hitung" } {
                    input type="hidden" name="csrf" value=(frame.csrf);
                    (Tombol::submit("Hitung rencana").primary())
                }
            }
        }
    }
}

fn published(frame: &Frame, view: &RencanaView) -> Markup {
    html! {
        div class="isi-kartu tumpuk" {
            @if view.sidik.is_empty() {
                p { "Belum ada bundel yang diterbitkan, jadi berkas yang beredar belum dapat dibandingkan." }
            } @else {
                p { "Sidik (SHA-256) ini tercatat di jurnal. Siapa pun dapat membandingkannya lewat " a href="/penempatan/periksa" { "Periksa sendiri" } "." }
                (sidik_terbit(&view.sidik))
            }
            @if view.terbitkan {
                form method="post" action={ (view.alamat) "/bundel" } {
                    input type="hidden" name="csrf" value=(frame.csrf);
                    (Tombol::submit(if view.sidik.is_empty() { "Terbitkan bundel" } else { "Terbitkan bundel baru" }))
                }
                @if !view.sidik.is_empty() { p class="redup" { "Hanya bila isinya berubah sejak terbit. Sidik yang lama tetap terdaftar." } }
            }
        }
    }
}

fn review(frame: &Frame, view: &RencanaView) -> Markup {
    html! {
        form class="isi-kartu tumpuk formulir" method="post" action={ (view.alamat) "/tinjau" } {
            input type="hidden" name="csrf" value=(frame.csrf);
            (Ruas::area("tinjauan", "Hasil tinjauan", 4).help("Apa yang terjadi sesudah pelantikan, dan apa yang diubah pada rencana berikutnya").value(view.ulang.isi("tinjauan", "")).error(view.ulang.galat("tinjauan")))
            (Tombol::submit("Simpan tinjauan").primary())
        }
    }
}

fn cancel(frame: &Frame, view: &RencanaView) -> Markup {
    html! {
        details class="isi-kartu" open[view.ulang.tentang("batal")] {
            summary class="buka" { "Rencana ini tidak dilanjutkan" }
            form class="tumpuk formulir" method="post" action={ (view.alamat) "/batal" } {
                input type="hidden" name="csrf" value=(frame.csrf);
                (Ruas::area("alasan", "Alasan pembatalan", 3).help("10 sampai 500 huruf. Yang sudah tercatat tetap terbaca.").value(view.ulang.isi("alasan", "")).error(view.ulang.galat("alasan")))
                (Tombol::submit("Batalkan rencana").danger())
            }
        }
    }
}
