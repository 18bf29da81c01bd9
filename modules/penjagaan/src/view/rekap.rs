//! The answers of the norm about everybody on one day, and what was not asked.

use super::DaftarView;
use law::Kode;
use maud::{Markup, html};
use web::component::kartu::kartu;
use web::component::lencana::lencana;
use web::component::tabel::{Baris, Kolom, Phone, Tabel};
use web::component::tombol::Tombol;
use web::{Tanggal, Tone, format};

/// How many were given one answer.
#[derive(Clone, Debug)]
pub struct BarisRekap {
    pub kode: Kode,
    pub banyak: u64,
    /// The list of exactly these.
    pub href: String,
    /// The part that decides most often, and for how many.
    pub terutama: Option<(String, u64)>,
}

/// The answers about everybody looked at.
#[derive(Clone, Debug)]
pub struct RekapView {
    /// `Kenaikan pangkat reguler`
    pub norma: String,
    /// Whom the norm concerns.
    pub subjek: String,
    pub total: u64,
    pub rows: Vec<BarisRekap>,
    /// Conditions left out because they rest on facts told to few.
    pub lepas: Vec<String>,
    pub terdekat: Option<Terdekat>,
}

/// The next day somebody falls due.
#[derive(Clone, Debug)]
pub struct Terdekat {
    pub hari: Tanggal,
    pub banyak: u64,
    /// What the form says that shows this page on that day.
    pub keep: Vec<(String, String)>,
}

pub fn rekap(view: &DaftarView, rekap: &RekapView) -> Markup {
    let at = view.lembar.at;
    let columns = vec![
        Kolom::new("Jawaban").phone(Phone::Full).class("kata"),
        Kolom::new("Pegawai").numeric().class("utas"),
        Kolom::new("Bagian").numeric().phone(Phone::Hidden).class("utas"),
        Kolom::new("Paling sering ditentukan syarat").class("kalimat"),
    ];
    let mut rows: Vec<Baris> = rekap.rows.iter().map(|row| one(rekap, row)).collect();
    rows.push(Baris::new(vec![
        html! { b { "Jumlah pegawai aktif" } },
        html! { b class="angka" { (format::angka(rekap.total)) } },
        html! {},
        html! {},
    ]));
    let table = Tabel {
        caption: format!("Jawaban norma {} per {}", rekap.norma, at.long()),
        columns,
        rows,
        compact: true,
        ..Tabel::default()
    };
    let day = html! { small { "per " (at.short()) } };
    let body = html! {
        (table)
        div class="isi-kartu redup" { (said(view, rekap)) }
    };
    html! { div class="badan" { (kartu("rekap-jawaban", &format!("Rekap jawaban: {}", rekap.norma), day, body)) } }
}

fn one(rekap: &RekapView, row: &BarisRekap) -> Baris {
    let label = row.kode.label();
    Baris::new(vec![
        jawaban(row.kode),
        html! { a class="angka" href=(row.href) { (format::angka(row.banyak)) span class="sr" { " pegawai, " (label) } } },
        html! { span class="angka" { (format::persen(row.banyak, rekap.total.max(1))) } },
        html! {
            @match &row.terutama {
                // One element: on a phone the cell stands beside its label.
                Some((text, many)) => span { (text) " (" span class="angka" { (format::angka(*many)) } ")" },
                None if row.kode == Kode::TidakBerlaku && !rekap.subjek.is_empty() => span { "norma ini tentang " (rekap.subjek) },
                None => span class="redup" { "–" },
            }
        },
    ])
}

/// An answer as a badge.
pub fn jawaban(kode: Kode) -> Markup {
    let tone = match kode {
        Kode::Lulus => Tone::Ok,
        Kode::Gagal => Tone::Bahaya,
        Kode::BelumTahu | Kode::TidakBerlaku => Tone::Netral,
        Kode::Pertimbangan | Kode::Sengketa => Tone::Awas,
    };
    lencana(tone, None, kode.label())
}

fn said(view: &DaftarView, rekap: &RekapView) -> Markup {
    html! {
        p {
            "Norma ini ditanyakan tentang semua pegawai aktif pada pilihan di bawah, menurut keadaan dan hukum "
            (view.lembar.at.long()) ". Daftar menghitung lain: menurut hari jatuh tempo masing-masing."
        }
        @if rekap.lepas.is_empty() {
            p { "Semua syaratnya dinilai." }
        } @else {
            p {
                "Tidak dinilai, karena bertumpu pada data tertutup: "
                @for (n, text) in rekap.lepas.iter().enumerate() { @if n > 0 { "; " } (text) }
                ". Periksa pada halaman orangnya."
            }
        }
        @if let Some(next) = &rekap.terdekat {
            form class="baris" method="get" action="/penjagaan" {
                @for (name, value) in &next.keep { input type="hidden" name=(name) value=(value); }
                span { "Jatuh tempo berikutnya " (next.hari.long()) ": " span class="angka" { (format::angka(next.banyak)) } " pegawai." }
                (Tombol::submit(&format!("Lihat keadaan {}", next.hari.short())).small())
            }
        }
    }
}
