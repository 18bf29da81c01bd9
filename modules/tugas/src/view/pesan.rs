//! The pages `/pesan` and `/pesan/satu`.

use maud::{Markup, Render, html};
use web::component::bagikan::Bagikan;
use web::component::kabar::Kabar;
use web::component::kartu::{fakta, kartu};
use web::component::kosong::kosong;
use web::component::lencana::lencana;
use web::component::tab::{Tab, tab};
use web::component::tabel::{Baris, Kolom, Phone, Tabel};
use web::component::tanggal::{waktu, waktu_dan_jarak};
use web::component::tombol::Tombol;
use web::{Frame, Icon, Tanggal, Tone, page};

/// The page `/pesan`.
#[derive(Clone, Debug, Default)]
pub struct PesanView {
    pub tabs: Vec<Tab>,
    /// Newest first.
    pub rows: Vec<PesanBaris>,
    pub next_href: Option<String>,
    /// The moment this page was made: what comes later stays unread.
    pub sampai: String,
    pub ada_baru: bool,
    /// All were just marked.
    pub marked: bool,
}

/// Where an e-mail is.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Kirim {
    #[default]
    Tidak,
    Antre,
    Terkirim,
    /// What the mail server said.
    Gagal(String),
}

impl Kirim {
    fn kata(&self) -> &'static str {
        match self {
            Kirim::Tidak => "Tidak dikirim",
            Kirim::Antre => "Menunggu dikirim",
            Kirim::Terkirim => "Terkirim",
            Kirim::Gagal(_) => "Tidak terkirim",
        }
    }
}

/// One message.
#[derive(Clone, Debug, Default)]
pub struct PesanBaris {
    pub kunci: String,
    pub href: String,
    pub judul: String,
    pub isi: String,
    pub jenis: String,
    /// Whose place the reader takes; empty for the own.
    pub atas_nama: String,
    /// `22 Nov 2026 09.31 WIB`
    pub saat: String,
    pub tenggat: Option<Tanggal>,
    pub baru: bool,
    pub surel: Kirim,
}

/// The page `/pesan/satu`.
#[derive(Clone, Debug)]
pub struct SatuView {
    pub baris: PesanBaris,
    pub today: Tanggal,
    pub bagikan: Bagikan,
}

pub fn pesan(frame: &Frame, view: &PesanView) -> Markup {
    let body = html! {
        div class="kepala" {
            div { h1 { "Pesan" } p { "Kabar dari layanan yang Anda ikuti, yang terbaru dahulu." } }
            div class="aksi" {
                @if view.ada_baru {
                    form method="post" action="/pesan/tandai" {
                        input type="hidden" name="csrf" value=(frame.csrf);
                        input type="hidden" name="sampai" value=(view.sampai);
                        (Tombol::submit("Tandai semua dibaca").value("tindakan", "semua").icon(Icon::Cek))
                    }
                }
                (Tombol::link("Setelan", "/pesan/setelan"))
            }
        }
        (tab("Tampilan", &view.tabs))
        @if view.marked { div class="badan" { (Kabar::new(Tone::Ok, "Semua pesan ditandai sudah dibaca.")) } }
        @if view.rows.is_empty() {
            (kosong(Icon::Lonceng, "Tidak ada pesan", "Undangan, penugasan, dan pengingat tenggat untuk Anda muncul di sini.", None))
        } @else { (table(frame, &view.rows)) }
        @if let Some(href) = &view.next_href {
            nav class="badan" aria-label="Halaman" { (Tombol::link("Yang lebih lama", href.as_str()).small().icon_after(Icon::Kanan)) }
        }
    };
    page(frame, body)
}

fn table(frame: &Frame, rows: &[PesanBaris]) -> Markup {
    let row = |p: &PesanBaris| {
        Baris::new(vec![
            html! {
                div class="dua" {
                    span { a href=(p.href) { @if p.baru { b { (p.judul) } } @else { (p.judul) } } @if p.baru { " " (lencana(Tone::Info, None, "Baru")) } }
                    small { (p.isi) @if !p.atas_nama.is_empty() { " · atas nama " (p.atas_nama) } }
                }
            },
            html! { (p.jenis) },
            html! { @match p.tenggat { Some(day) => (waktu(day)), None => span class="redup" { "tidak ada" } } },
            html! { (p.saat) @if let Kirim::Gagal(_) = p.surel { " " (lencana(Tone::Awas, None, "Surel tidak terkirim")) } },
            buka(frame, p, false),
        ])
    };
    Tabel {
        caption: "Pesan Anda, yang terbaru dahulu".into(),
        columns: vec![
            Kolom::new("Pesan").phone(Phone::Full).class("kalimat"),
            Kolom::new("Jenis"),
            Kolom::new("Tenggat").class("utas"),
            Kolom::new("Masuk").class("utas"),
            Kolom::new("Buka").silent().phone(Phone::Full),
        ],
        rows: rows.iter().map(row).collect(),
        ..Tabel::default()
    }
    .render()
}

/// Reads the message and goes on to the page it is about.
fn buka(frame: &Frame, p: &PesanBaris, main: bool) -> Markup {
    let button = Tombol::submit("Buka").context(&p.judul).icon_after(Icon::Kanan);
    html! {
        form method="post" action="/pesan/buka" {
            input type="hidden" name="csrf" value=(frame.csrf);
            input type="hidden" name="kunci" value=(p.kunci);
            (if main { button.primary() } else { button.small() })
        }
    }
}

pub fn satu(frame: &Frame, view: &SatuView) -> Markup {
    let p = &view.baris;
    let (label, word) = if p.baru { ("Tandai dibaca", "dibaca") } else { ("Tandai belum dibaca", "belum") };
    let mut rows = vec![("Jenis", html! { (p.jenis) }), ("Masuk", html! { (p.saat) })];
    rows.extend(p.tenggat.map(|day| ("Tenggat", waktu_dan_jarak(day, view.today))));
    rows.extend((!p.atas_nama.is_empty()).then(|| ("Atas nama", html! { (p.atas_nama) })));
    rows.push(("Surel", html! { (p.surel.kata()) @if let Kirim::Gagal(why) = &p.surel { ": " (why) } }));
    let body = html! {
        div class="kepala" {
            div { h1 { "Satu pesan" } p { (p.judul) } }
            div class="aksi" {
                form method="post" action="/pesan/tandai" {
                    input type="hidden" name="csrf" value=(frame.csrf);
                    input type="hidden" name="kunci" value=(p.kunci);
                    (Tombol::submit(label).value("tindakan", word))
                }
                (buka(frame, p, true))
            }
        }
        div class="badan tumpuk" {
            (kartu("isi-pesan", "Isi pesan", html! {}, html! {
                div class="isi-kartu" { p { (p.isi) } }
                (fakta(&rows))
                div class="isi-kartu" { (view.bagikan) }
            }))
        }
    };
    page(frame, body)
}
