//! Opening what is masked, and who did.

use maud::{Markup, Render, html};
use web::component::formulir::Ruas;
use web::component::kosong::kosong;
use web::component::ringkasan_kesalahan::ringkasan_kesalahan;
use web::component::tabel::{Baris, Kolom, Phone, Tabel};
use web::component::tanggal::waktu;
use web::component::tombol::Tombol;
use web::{Frame, Icon, Tanggal, format, page};

/// The page `/pegawai/{id}/buka`.
#[derive(Clone, Debug, Default)]
pub struct BukaView {
    /// Name with titles.
    pub name: String,
    pub nip: String,
    /// Word, label, chosen.
    pub parts: Vec<(String, String, bool)>,
    pub reason: String,
    /// How long it stays open.
    pub minutes: u64,
    pub action: String,
    pub back: String,
    /// Field and message.
    pub errors: Vec<(String, String)>,
}

/// The page `/pegawai/{id}/akses`.
#[derive(Clone, Debug, Default)]
pub struct AksesView {
    /// The reader is the person.
    pub own: bool,
    pub name: String,
    /// Newest first.
    pub rows: Vec<Pembukaan>,
    /// At most so many are shown.
    pub limit: u64,
}

/// One look.
#[derive(Clone, Debug)]
pub struct Pembukaan {
    pub date: Tanggal,
    /// `09.30 WIB`
    pub time: String,
    /// `Desi Anggraini, Petugas BKD`
    pub by: String,
    pub part: String,
    pub reason: String,
    /// It was about everybody of the instansi at once.
    pub everybody: bool,
}

pub fn buka(frame: &Frame, view: &BukaView) -> Markup {
    let mut frame = frame.clone();
    frame.refused = !view.errors.is_empty();
    let error = |name: &str| view.errors.iter().find(|e| e.0 == name).map(|e| e.1.as_str());
    let body = html! {
        (ringkasan_kesalahan(&view.errors))
        div class="kepala" { div {
            h1 { "Buka data tersamar" }
            p { (view.name) " · " span class="angka" { (format::nip(&view.nip)) } }
        } }
        div class="badan" {
            form class="formulir" method="post" action=(view.action) {
                input type="hidden" name="csrf" value=(frame.csrf);
                p {
                    "Yang dibuka tampil untuk Anda selama " (view.minutes) " menit. Nama Anda, waktu, bagian, dan alasannya tercatat di jurnal dan dapat dibaca oleh pegawai yang bersangkutan."
                }
                fieldset class="pilihan" {
                    legend { "Bagian yang dibuka" }
                    @if let Some(sentence) = error("bagian-0") { p class="pesan" id="bagian-pesan" { (sentence) } }
                    @for (n, (word, label, ticked)) in view.parts.iter().enumerate() {
                        (Ruas::check("bagian", label, word, *ticked).id(&format!("bagian-{n}")))
                    }
                }
                (Ruas::area("alasan", "Alasan", 3).value(&view.reason).help("Untuk keperluan apa, misalnya: verifikasi berkas pensiun.").error(error("alasan")))
                div class="baris" {
                    (Tombol::submit("Buka dan catat").primary())
                    (Tombol::link("Batal", view.back.clone()).quiet())
                }
            }
        }
    };
    page(&frame, body)
}

pub fn akses(frame: &Frame, view: &AksesView) -> Markup {
    let row = |r: &Pembukaan| {
        Baris::new(vec![
            html! { span class="dua" { span { (waktu(r.date)) } small { (r.time) } } },
            html! { (r.by) },
            html! { (r.part) @if r.everybody { " " span class="redup" { "(semua pegawai instansi)" } } },
            html! { (r.reason) },
        ])
    };
    let title = if view.own { "Siapa melihat data saya" } else { "Siapa melihat data ini" };
    let whose = if view.own { "Anda" } else { view.name.as_str() };
    let body = html! {
        div class="kepala" { div {
            h1 { (title) }
            p { "Setiap kali data tersamar tentang " (whose) " dibuka: kapan, oleh siapa, bagian mana, dan untuk apa. Daftar ini berasal dari jurnal dan tidak dapat dihapus." }
        } }
        @if view.rows.is_empty() {
            (kosong(Icon::Kunci, "Belum ada yang membuka", "Nomor identitas, keluarga, dan hukuman disiplin tetap tersamar bagi siapa pun sampai dibuka dengan alasan.", None))
        } @else {
            (Tabel {
                caption: "Pembukaan data, terbaru lebih dahulu".into(),
                columns: vec![
                    Kolom::new("Waktu").class("utas"),
                    Kolom::new("Oleh").phone(Phone::Full),
                    Kolom::new("Bagian"),
                    Kolom::new("Alasan"),
                ],
                rows: view.rows.iter().map(row).collect(),
                ..Tabel::default()
            }.render())
            @if view.rows.len() as u64 >= view.limit { p class="badan redup" { "Yang lebih lama tersimpan di jurnal." } }
        }
    };
    page(frame, body)
}
