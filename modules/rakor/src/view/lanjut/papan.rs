//! `/rakor/{id}/rtl`: follow-ups by how far they are.

use super::super::kepala::{Kepala, kepala};
use maud::{Markup, Render, html};
use web::component::alur::{ButirRtl, Jejak, butir_rtl, dampak};
use web::component::kabar::Kabar;
use web::component::kartu::kartu;
use web::component::kosong::kosong;
use web::component::lencana::lencana;
use web::component::papan::{self, Lajur};
use web::component::saring::Saring;
use web::component::tabel::{Baris, Kolom, Phone, Tabel};
use web::component::tombol::Tombol;
use web::{Frame, Icon, Tone, page};

/// The page.
#[derive(Clone, Debug, Default)]
pub struct PapanView {
    /// The head of its rakor.
    pub kepala: Kepala,
    /// Where a new one is agreed on; `None` when the reader may not.
    pub tambah: Option<String>,
    /// The same list as a file.
    pub csv: String,
    /// What is shown of it.
    pub saring: Saring,
    /// What became of the figures, with a sentence for each that says how many owners moved.
    pub dampak: Vec<(Jejak, String)>,
    /// What is late: a sentence, empty when nothing is.
    pub tertinggal: String,
    /// Open ones of earlier rakor of the series, oldest first.
    pub bawaan: Vec<ButirRtl>,
    /// Fan-outs.
    pub kelompok: Vec<KelompokView>,
    /// The board, column by column.
    pub lajur: Vec<Lajur>,
    /// What was just done.
    pub kabar: Option<web::component::kabar::Kabar>,
}

/// One fan-out.
#[derive(Clone, Debug, Default)]
pub struct KelompokView {
    /// What is to be done.
    pub judul: String,
    /// `7 dari 11 tercapai`
    pub capaian: String,
    /// By region.
    pub anggota: Vec<AnggotaView>,
}

/// One of its members.
#[derive(Clone, Debug, Default)]
pub struct AnggotaView {
    /// Its page.
    pub href: String,
    /// The region.
    pub nama: String,
    /// `Terlambat`
    pub putusan: (String, Tone),
    /// Baseline, now, target.
    pub angka: [String; 3],
    /// `31 Des 2026`
    pub tenggat: String,
    /// The rung reached, in words; may be empty.
    pub tingkat: String,
}

/// The page `/rakor/{id}/rtl`.
pub fn papan(frame: &Frame, view: &PapanView) -> Markup {
    let body = html! {
        (kepala(&view.kepala, html! {
            @if !view.lajur.is_empty() { (Tombol::link("Unduh CSV", view.csv.as_str()).icon(Icon::Unduh)) }
            @if let Some(href) = &view.tambah { (Tombol::link("Tambah RTL", href.as_str()).primary().icon(Icon::Tambah)) }
        }))
        div class="badan tumpuk" {
            @if let Some(told) = &view.kabar { (told) }
            @if !view.dampak.is_empty() { (angka(&view.dampak)) }
            @if !view.tertinggal.is_empty() { (Kabar::new(Tone::Bahaya, &view.tertinggal)) }
            @if !view.bawaan.is_empty() {
                (kartu("bawaan", "Bawaan rakor sebelumnya", lencana(Tone::Netral, None, &format!("{} terbuka", view.bawaan.len())), html! {
                    div class="isi-kartu alur-rtl" { @for b in &view.bawaan { (butir_rtl(b)) } }
                }))
            }
            (view.saring)
            @if view.lajur.is_empty() {
                (kosong(Icon::Tugas, "Tidak ada rencana tindak lanjut", "Rencana tindak lanjut ditetapkan dari butir rumusan, atau ubah saringannya.", None))
            }
            @for k in &view.kelompok { (kelompok(k)) }
            (papan::papan(&view.lajur))
        }
    };
    page(frame, body)
}

/// "Did this rakor change the numbers?" with the figures as drawn.
pub fn angka(all: &[(Jejak, String)]) -> Markup {
    let drawn: Vec<Jejak> = all.iter().map(|a| a.0.clone()).collect();
    let note = html! { small class="redup" { "garis: hari rakor · putus-putus: target" } };
    kartu(
        "dampak",
        "Apakah rakor ini mengubah angka?",
        note,
        html! {
            (dampak(&drawn))
            ul class="isi-kartu papan-kata" { @for (j, words) in all { li { b { (j.label) } ": " (words) } } }
        },
    )
}

fn kelompok(k: &KelompokView) -> Markup {
    let row = |a: &AnggotaView| {
        let [awal, kini, target] = &a.angka;
        Baris::new(vec![
            html! { a href=(a.href) { (a.nama) } },
            html! { (lencana(a.putusan.1, None, &a.putusan.0)) @if !a.tingkat.is_empty() { " " small class="redup" { (a.tingkat) } } },
            html! { (awal) },
            html! { (kini) },
            html! { (target) },
            html! { (a.tenggat) },
        ])
    };
    let table = Tabel {
        caption: format!("{}: menurut wilayah", k.judul),
        columns: vec![
            Kolom::new("Wilayah").phone(Phone::Full).class("kata"),
            Kolom::new("Putusan").phone(Phone::Full),
            Kolom::new("Saat rakor").numeric(),
            Kolom::new("Kini").numeric(),
            Kolom::new("Target").numeric(),
            Kolom::new("Tenggat").class("utas"),
        ],
        rows: k.anggota.iter().map(row).collect(),
        compact: true,
        ..Tabel::default()
    };
    html! {
        details class="kartu papan-kelompok" {
            summary { b { (k.judul) } " " (lencana(Tone::Info, None, &k.capaian)) }
            (table.render())
        }
    }
}
