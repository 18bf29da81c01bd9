//! The list of speakers, on the page of the minutes.

use maud::{Markup, html};
use web::component::formulir::Ruas;
use web::component::lencana::lencana;
use web::component::tombol::Tombol;
use web::{Frame, Tone};

/// The list.
#[derive(Clone, Debug, Default)]
pub struct BicaraView {
    /// Who speaks or waits, in the order they asked.
    pub antrean: Vec<Pembicara>,
    /// Who has spoken: name and instansi.
    pub selesai: Vec<(String, String)>,
    /// Instansi the reader asks for: id and name; empty when the reader may not ask.
    pub instansi: Vec<(String, String)>,
    /// The reader gives the word.
    pub memberi: bool,
    /// Changes with every wish and turn.
    pub cap: String,
}

/// Somebody on it.
#[derive(Clone, Debug, Default)]
pub struct Pembicara {
    /// The wish.
    pub id: String,
    /// Who.
    pub nama: String,
    /// Of which instansi.
    pub instansi: String,
    /// Speaks now.
    pub berbicara: bool,
    /// The reader may withdraw it.
    pub sendiri: bool,
}

/// Draws it as a part of a live page.
pub fn bicara(frame: &Frame, alamat: &str, view: &BicaraView) -> Markup {
    html! {
        div class="notulen-bagian" id="pembicara" data-versi=(view.cap) {
            h2 { "Daftar pembicara" }
            @if view.antrean.is_empty() { p class="redup" { "Belum ada yang meminta bicara." } }
            @else { ol class="sikap-daftar" { @for p in &view.antrean { li { (satu(frame, alamat, view, p)) } } } }
            @if !view.instansi.is_empty() { (minta(frame, alamat, view)) }
            @if !view.selesai.is_empty() {
                details {
                    summary class="buka" { "Sudah berbicara: " (view.selesai.len()) }
                    ol class="sikap-daftar" { @for (nama, instansi) in &view.selesai { li { (nama) small { (instansi) } } } }
                }
            }
        }
    }
}

fn satu(frame: &Frame, alamat: &str, view: &BicaraView, p: &Pembicara) -> Markup {
    let form = |page: &str, keadaan: &str, label: &str| {
        html! {
            form method="post" action=(format!("{alamat}/bicara/{page}")) {
                input type="hidden" name="csrf" value=(frame.csrf);
                input type="hidden" name="minta" value=(p.id);
                (Tombol::submit(label).small().value("keadaan", keadaan).context(&p.nama))
            }
        }
    };
    html! {
        span { b { (p.nama) } br; small { (p.instansi) } }
        div class="baris" {
            @if p.berbicara { (lencana(Tone::Ok, None, "Berbicara")) } @else { (lencana(Tone::Netral, None, "Menunggu")) }
            @if view.memberi && p.berbicara { (form("giliran", "selesai", "Selesai")) }
            @if view.memberi && !p.berbicara { (form("giliran", "diberi", "Beri kesempatan")) }
            @if p.sendiri && !p.berbicara { (form("tarik", "ditarik", "Tarik")) }
        }
    }
}

fn minta(frame: &Frame, alamat: &str, view: &BicaraView) -> Markup {
    html! {
        details {
            summary class="buka" { "Minta bicara" }
            form class="formulir" method="post" action=(format!("{alamat}/bicara")) {
                input type="hidden" name="csrf" value=(frame.csrf);
                @if let [only] = view.instansi.as_slice() { input type="hidden" name="instansi" value=(only.0); p { "Atas nama " b { (only.1) } } }
                @else { (Ruas::choice("instansi", "Instansi", view.instansi.clone()).id("bicara-instansi")) }
                (Ruas::text("nama", "Nama yang berbicara").id("bicara-nama"))
                (Tombol::submit("Masukkan ke daftar").small())
            }
        }
    }
}
