//! `/rakor/{id}/masalah` and `/rakor/masalah`: problems and good practices of regions.

use super::kepala::{Kepala, kepala};
use maud::{Markup, html};
use web::component::formulir::Ruas;
use web::component::kabar::Kabar;
use web::component::kartu::kartu;
use web::component::kosong::kosong;
use web::component::lencana::lencana;
use web::component::ringkasan_kesalahan::ringkasan_kesalahan;
use web::component::tombol::Tombol;
use web::{Frame, Icon, Tone, page};

/// The page `/rakor/{id}/masalah`.
#[derive(Clone, Debug, Default)]
pub struct MasalahView {
    /// Its head.
    pub kepala: Kepala,
    /// What was just done.
    pub kabar: Option<Kabar>,
    /// `/rakor/{id}`
    pub alamat: String,
    /// By instansi, in order of region code: name and what it says.
    pub daerah: Vec<(String, Vec<MasalahBaris>)>,
    /// Drafts the reader may send.
    pub draf: usize,
    /// The reader may write.
    pub tulis: bool,
    /// What is being written.
    pub isian: IsianMasalah,
}

/// One of them.
#[derive(Clone, Debug, Default)]
pub struct MasalahBaris {
    /// Its name.
    pub id: String,
    /// A good practice.
    pub praktik_baik: bool,
    /// In one sentence.
    pub uraian: String,
    /// Why, or how.
    pub sebab: String,
    /// What is asked for, or advised.
    pub usul: String,
    /// Words to find it by.
    pub bidang: String,
    /// Not sent yet.
    pub draf: bool,
    /// How many say the same.
    pub dukungan: usize,
    /// The reader may say the same.
    pub dukung: bool,
    /// The reader may change it.
    pub ubah: bool,
    /// Where it was said: for the search.
    pub asal: String,
    /// Its rakor, for the search.
    pub href: String,
}

/// As typed.
#[derive(Clone, Debug, Default)]
pub struct IsianMasalah {
    /// The one that is replaced.
    pub mengganti: String,
    /// `masalah` or `praktik`.
    pub jenis: String,
    /// The texts.
    pub uraian: String,
    /// Why, or how.
    pub sebab: String,
    /// Asked for, advised.
    pub usul: String,
    /// Words to find it by.
    pub bidang: String,
    /// Field and sentence.
    pub salah: Vec<(String, String)>,
}

/// The page of one rakor.
pub fn masalah(frame: &Frame, view: &MasalahView) -> Markup {
    let at = format!("{}/masalah", view.alamat);
    let tools = html! {
        (Tombol::link("Siapa pernah menyelesaikan?", "/rakor/masalah").icon(Icon::Cari))
        @if view.draf > 0 {
            form method="post" action=(format!("{at}/kirim")) {
                input type="hidden" name="csrf" value=(frame.csrf);
                (Tombol::submit(&format!("Kirim {} draf", view.draf)).primary())
            }
        }
    };
    let body = html! {
        (kepala(&view.kepala, tools))
        div class="badan tumpuk" {
            (ringkasan_kesalahan(&view.isian.salah))
            @if let Some(told) = &view.kabar { (told) }
            @if view.daerah.is_empty() {
                (kosong(Icon::Dok, "Belum ada masalah atau praktik baik", "Draf hanya tampil bagi instansi penulisnya. Setelah dikirim, penyelenggara membacanya; peserta lain sejak rakor dibuka.", None))
            }
            @for (n, (name, all)) in view.daerah.iter().enumerate() {
                (kartu(&format!("daerah-{n}"), name, html! { small { (all.len()) " butir" } }, html! {
                    ul class="isi-kartu tumpuk" { @for m in all { li { (satu(frame, &at, m)) } } }
                }))
            }
            @if view.tulis { (kartu("tulis", if view.isian.mengganti.is_empty() { "Tulis masalah atau praktik baik" } else { "Ubah" }, html! {}, formulir(frame, &at, &view.isian))) }
        }
    };
    page(frame, body)
}

fn satu(frame: &Frame, at: &str, m: &MasalahBaris) -> Markup {
    html! {
        div class="baris" {
            @if m.praktik_baik { (lencana(Tone::Ok, None, "Praktik baik")) } @else { (lencana(Tone::Awas, None, "Masalah")) }
            @if m.draf { (lencana(Tone::Netral, None, "Draf")) }
            @if !m.bidang.is_empty() { small { (m.bidang) } }
            @if m.dukungan > 0 { small { "juga di " (m.dukungan) " instansi" } }
        }
        p class="tulisan" { b { (m.uraian) } }
        @if !m.sebab.is_empty() { p class="tulisan" { (if m.praktik_baik { "Caranya: " } else { "Sebabnya: " }) (m.sebab) } }
        @if !m.usul.is_empty() { p class="tulisan" { (if m.praktik_baik { "Saran: " } else { "Diminta: " }) (m.usul) } }
        @if !m.asal.is_empty() { small { (m.asal) " · " a href=(m.href) { "Buka rakornya" } } }
        div class="baris" {
            @if m.ubah { a href=(format!("{at}?ubah={}", m.id)) { "Ubah" span class="sr" { " " (m.uraian) } } }
            @if m.dukung {
                form method="post" action=(format!("{at}/dukung")) {
                    input type="hidden" name="csrf" value=(frame.csrf);
                    input type="hidden" name="masalah" value=(m.id);
                    (Tombol::submit("Juga di sini").small().context(&m.uraian))
                }
            }
        }
    }
}

fn formulir(frame: &Frame, at: &str, f: &IsianMasalah) -> Markup {
    let error = |name: &str| f.salah.iter().find(|e| e.0 == name).map(|e| e.1.as_str());
    let kinds = vec![("masalah".into(), "Masalah".into()), ("praktik".into(), "Praktik baik".into())];
    html! {
        form class="isi-kartu formulir" method="post" action=(at) {
            input type="hidden" name="csrf" value=(frame.csrf);
            input type="hidden" name="mengganti" value=(f.mengganti);
            (Ruas::choice("jenis", "Jenis", kinds).value(&f.jenis))
            (Ruas::area("uraian", "Uraian", 2).value(&f.uraian).help("Satu kalimat: apa, di mana, berapa.").error(error("uraian")))
            (Ruas::area("sebab", "Sebab, atau cara mengerjakannya", 3).value(&f.sebab).optional().error(error("sebab")))
            (Ruas::area("usul", "Yang diminta atau disarankan", 2).value(&f.usul).optional().error(error("usul")))
            (Ruas::text("bidang", "Kata kunci").value(&f.bidang).help("Misalnya kenaikan pangkat, SIASN").optional().error(error("bidang")))
            (Tombol::submit("Simpan draf").primary())
        }
    }
}

/// The search over every rakor the reader may read.
#[derive(Clone, Debug, Default)]
pub struct CariView {
    /// As typed.
    pub kata: String,
    /// What was found, good practices first.
    pub ada: Vec<MasalahBaris>,
    /// How many more there are.
    pub lagi: usize,
}

/// The page `/rakor/masalah`.
pub fn cari(frame: &Frame, view: &CariView) -> Markup {
    let body = html! {
        div class="kepala" { div { h1 { "Siapa sudah pernah menyelesaikan ini?" } p { "Masalah dan praktik baik dari semua rakor yang dapat Anda baca; praktik baik lebih dahulu." } } }
        div class="badan tumpuk" {
            form class="formulir" method="get" action="/rakor/masalah" role="search" {
                (Ruas::text("kata", "Kata yang dicari").value(&view.kata))
                (Tombol::submit("Cari").primary().icon(Icon::Cari))
            }
            @if view.ada.is_empty() {
                (kosong(Icon::Cari, "Tidak ada yang cocok", "Coba kata yang lebih umum, misalnya pangkat atau SIASN.", None))
            } @else {
                (kartu("ditemukan", "Ditemukan", html! { small { (view.ada.len() + view.lagi) " butir" } }, html! {
                    ul class="isi-kartu tumpuk" { @for m in &view.ada { li { (satu(frame, "", m)) } } }
                    @if view.lagi > 0 { p class="isi-kartu" { (view.lagi) " lagi; tambah kata untuk mempersempit." } }
                }))
            }
        }
    };
    page(frame, body)
}
