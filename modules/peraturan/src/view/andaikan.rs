//! `/peraturan/rancangan/{id}/andaikan`: whose answers a draft would change, and why.

use super::rancangan::{berdua, hanya_uji};
use super::{hari, sisa};
use kernel::Date;
use law::Kode;
use maud::{Markup, Render, html};
use web::component::angka_utama::{AngkaUtama, angka_utama};
use web::component::formulir::Ruas;
use web::component::kabar::Kabar;
use web::component::kartu::kartu;
use web::component::kosong::kosong;
use web::component::lencana::lencana;
use web::component::paging::Paging;
use web::component::tabel::{Baris, Kolom, Phone, Tabel};
use web::component::tombol::Tombol;
use web::format::{angka, nip};
use web::{Frame, Icon, Tone, page};

/// The page.
#[derive(Clone, Debug)]
pub struct AndaikanView {
    /// Address of the draft.
    pub dasar: String,
    /// What is tried out.
    pub nama: String,
    /// Both days of the question.
    pub hari: Date,
    /// People counted.
    pub dihitung: u64,
    /// Norms to choose from: key and what the list calls it.
    pub norma: Vec<(String, String)>,
    /// The norm looked at; empty for the overview.
    pub pilih: String,
    /// Query pairs the form keeps.
    pub keep: Vec<(String, String)>,
    /// First days that lie ahead, and this page as of them.
    pub mendatang: Vec<(Date, String)>,
    /// Closed facts that take no part, in words.
    pub tertutup: Vec<String>,
    /// Figures only are shown, and none so small that it speaks of a person: fewer than this are left out.
    pub samar: Option<u64>,
    /// What is shown.
    pub isi: Isi,
}

/// What stands below the question.
#[derive(Clone, Debug)]
pub enum Isi {
    /// Every service.
    Ringkas(Vec<BarisLayanan>),
    /// One norm.
    Satu(Box<Satu>),
    /// The draft cannot be asked.
    Tidak(String),
}

/// A service in the overview.
#[derive(Clone, Debug)]
pub struct BarisLayanan {
    /// What the office calls it.
    pub nama: String,
    /// The norm asked.
    pub norma: String,
    /// Its own page.
    pub href: String,
    /// People whose answer changes.
    pub orang: u64,
    /// From which answer to which, how many.
    pub perubahan: Vec<(Kode, Kode, u64)>,
}

/// One norm.
#[derive(Clone, Debug, Default)]
pub struct Satu {
    /// People whose answer changes.
    pub orang: u64,
    /// From which answer to which: how many, and their list.
    pub perubahan: Vec<(Kode, Kode, u64, Option<String>)>,
    /// The part that decides and its wording: how many, and their list.
    pub sebab: Vec<(String, String, u64, Option<String>)>,
    /// By instansi, when there are several: how many.
    pub instansi: Vec<(String, u64)>,
    /// Instansi, when there are several, and unit: how many.
    pub unit: Vec<(String, String, u64)>,
    /// Units that are not shown.
    pub unit_sisa: usize,
    /// Those people; `None` for readers of figures only.
    pub daftar: Option<Daftar>,
}

/// People whose answer changes.
#[derive(Clone, Debug, Default)]
pub struct Daftar {
    /// What the list is narrowed to, and the whole list.
    pub saring: Option<(String, String)>,
    /// Those of this page.
    pub rows: Vec<BarisOrang>,
    /// Where they lie.
    pub paging: Paging,
}

/// Somebody whose answer changes.
#[derive(Clone, Debug)]
pub struct BarisOrang {
    /// Name.
    pub nama: String,
    /// NIP.
    pub nip: String,
    /// Page, for those who may open it.
    pub href: Option<String>,
    /// Unit.
    pub unit: String,
    /// The answer now.
    pub dari: Kode,
    /// The answer under the draft.
    pub jadi: Kode,
    /// The part that decides.
    pub sebab: String,
}

/// The page.
pub fn andaikan(frame: &Frame, view: &AndaikanView) -> Markup {
    page(
        frame,
        html! {
            div class="kepala" { div {
                h1 { "Simulasi: bila rancangan berlaku" }
                p { (view.nama) " · keadaan dan hukum per " (hari(view.hari)) }
            } }
            (berdua(&view.dasar, true))
            div class="badan tumpuk" {
                (hanya_uji())
                (form(view))
                @if !view.mendatang.is_empty() { (ahead(view)) }
                @match &view.isi {
                    Isi::Tidak(why) => (Kabar::new(Tone::Bahaya, "Rancangan ini tidak dapat disimulasikan.").body(html! { (why) })),
                    Isi::Ringkas(rows) => (overview(view, rows)),
                    Isi::Satu(one) => (single(view, one)),
                }
                p class="redup" {
                    "Dihitung: " (angka(view.dihitung)) " pegawai aktif yang terjangkau oleh Anda."
                    @if !view.tertutup.is_empty() {
                        " Syarat yang bertumpu pada data tertutup tidak dinilai di sini, seperti pada Penjagaan: " (view.tertutup.join("; ")) "."
                    }
                }
            }
        },
    )
}

fn form(view: &AndaikanView) -> Markup {
    let mut options = vec![(String::new(), "Semua layanan".to_owned())];
    options.extend(view.norma.iter().cloned());
    html! {
        form class="pilih-hari cetak-sembunyi" method="get" action={ (view.dasar) "/andaikan" } {
            @for (name, value) in &view.keep { input type="hidden" name=(name) value=(value); }
            (Ruas::choice("norma", "Layanan atau norma", options).value(&view.pilih))
            (Tombol::submit("Lihat akibatnya"))
        }
    }
}

fn ahead(view: &AndaikanView) -> Markup {
    html! {
        p {
            "Isi rancangan ini baru berlaku kemudian. Simulasikan pada "
            @for (n, (day, href)) in view.mendatang.iter().enumerate() { @if n > 0 { ", " } a href=(href) { (hari(*day)) } }
            "."
        }
    }
}

fn overview(view: &AndaikanView, rows: &[BarisLayanan]) -> Markup {
    let touched: Vec<&BarisLayanan> = rows.iter().filter(|r| r.orang > 0).collect();
    html! {
        (angka_utama("Akibat rancangan", &[
            AngkaUtama::new("Layanan ditanyakan", rows.len() as u64, ""),
            AngkaUtama::new("Layanan yang jawabannya berubah", touched.len() as u64, ""),
        ]))
        @if touched.is_empty() { (nobody(view.samar)) } @else {
            (Tabel {
                caption: format!("Layanan yang jawabannya berubah menurut {}", view.nama),
                columns: vec![
                    Kolom::new("Layanan").phone(Phone::Full).class("kata"),
                    Kolom::new("Berubah").numeric(),
                    Kolom::new("Dari menjadi").phone(Phone::Full).class("kata"),
                ],
                rows: touched.iter().map(|r| service(r)).collect(),
                ..Tabel::default()
            }.render())
        }
    }
}

fn service(r: &BarisLayanan) -> Baris {
    Baris::new(vec![
        html! { span class="dua" { a href=(r.href) { (r.nama) } small { code { (r.norma) } } } },
        html! { span class="angka" { (angka(r.orang)) } },
        html! { span class="dua" { @for (a, b, n) in &r.perubahan { span { span class="angka" { (angka(*n)) } ": " (turn(*a, *b)) } } } },
    ])
}

fn nobody(samar: Option<u64>) -> Markup {
    let (title, body) = match samar {
        None => (
            "Tidak ada yang jawabannya berubah".to_owned(),
            "Pada hari ini rancangan menjawab sama dengan hukum sekarang. Coba hari lain, sesudah rancangan berlaku.",
        ),
        Some(few) => (
            format!("Kurang dari {few} pegawai yang jawabannya berubah"),
            "Angka sekecil itu hanya tampil bagi yang berwenang atas daftar pegawai.",
        ),
    };
    kosong(Icon::Cek, &title, body, None)
}

fn turn(from: Kode, to: Kode) -> Markup {
    if from == to {
        return html! { (from.label()) ", " b { "nilainya lain" } };
    }
    html! { (from.label()) " " span aria-hidden="true" { "→" } span class="sr" { "menjadi" } " " b { (to.label()) } }
}

fn figure(n: u64, href: Option<&String>, whose: &str) -> Markup {
    html! { @match href {
        Some(href) => a class="angka" href=(href) { (angka(n)) span class="sr" { " pegawai, " (whose) } },
        None => span class="angka" { (angka(n)) },
    } }
}

fn single(view: &AndaikanView, one: &Satu) -> Markup {
    if one.orang == 0 {
        return nobody(view.samar);
    }
    html! {
        (kartu("arah", "Dari jawaban mana ke jawaban mana", html! { small { (angka(one.orang)) " pegawai berubah jawabannya" } }, turns(one)))
        (kartu("sebab", "Sebabnya", html! { small { "bagian norma yang menentukan" } }, causes(one)))
        @if !one.instansi.is_empty() { (kartu("instansi", "Menurut instansi", html! {}, governments(one))) }
        (kartu("unit", "Menurut unit", html! {}, units(one)))
        @match &one.daftar {
            Some(list) => (people(view, list)),
            None => p {
                "Nama pegawai hanya tampil bagi yang berwenang atas daftar pegawai."
                @if let Some(few) = view.samar { " Rincian kurang dari " (angka(few)) " pegawai tidak ditampilkan." }
            },
        }
    }
}

fn turns(one: &Satu) -> Markup {
    let row = |(a, b, n, href): &(Kode, Kode, u64, Option<String>)| {
        let whose = format!("{} menjadi {}", a.label(), b.label());
        Baris::new(vec![
            html! { (a.label()) },
            html! { b { (b.label()) } },
            figure(*n, href.as_ref(), &whose),
        ])
    };
    Tabel {
        caption: "Banyaknya pegawai menurut jawaban sekarang dan jawaban rancangan".into(),
        columns: vec![
            Kolom::new("Sekarang").class("kata"),
            Kolom::new("Rancangan").class("kata"),
            Kolom::new("Pegawai").numeric(),
        ],
        rows: one.perubahan.iter().map(row).collect(),
        compact: true,
        ..Tabel::default()
    }
    .render()
}

fn causes(one: &Satu) -> Markup {
    let row = |(key, words, n, href): &(String, String, u64, Option<String>)| {
        Baris::new(vec![
            html! { span class="dua" { span { @if words.is_empty() { (key) } @else { (words) } } @if !words.is_empty() { small { code { (key) } } } } },
            figure(*n, href.as_ref(), key),
        ])
    };
    Tabel {
        caption: "Banyaknya pegawai menurut bagian norma yang menentukan".into(),
        columns: vec![
            Kolom::new("Bagian").phone(Phone::Full).class("kalimat"),
            Kolom::new("Pegawai").numeric(),
        ],
        rows: one.sebab.iter().map(row).collect(),
        compact: true,
        ..Tabel::default()
    }
    .render()
}

fn governments(one: &Satu) -> Markup {
    let row = |(nama, n): &(String, u64)| Baris::new(vec![html! { (nama) }, figure(*n, None, nama)]);
    Tabel {
        caption: "Banyaknya pegawai menurut instansi, yang terbanyak lebih dahulu".into(),
        columns: vec![
            Kolom::new("Instansi").phone(Phone::Full).class("kata"),
            Kolom::new("Pegawai").numeric(),
        ],
        rows: one.instansi.iter().map(row).collect(),
        compact: true,
        ..Tabel::default()
    }
    .render()
}

/// Units told at once; the others are folded away.
const OPEN: usize = 10;

fn units(one: &Satu) -> Markup {
    let (first, rest) = one.unit.split_at(one.unit.len().min(OPEN));
    html! {
        (unit_table(first))
        @if !rest.is_empty() {
            details class="isi-kartu" { summary class="buka" { "Lihat " (angka(rest.len() as u64)) " unit lagi" } (unit_table(rest)) }
        }
        (sisa(one.unit_sisa, "unit", "Perintah sinergi andaikan memuat semuanya."))
    }
}

fn unit_table(list: &[(String, String, u64)]) -> Markup {
    let row = |(instansi, unit, n): &(String, String, u64)| {
        let unit = if unit.is_empty() { "Belum diketahui" } else { unit };
        Baris::new(vec![
            html! { span class="dua" { span { (unit) } @if !instansi.is_empty() { small { (instansi) } } } },
            figure(*n, None, unit),
        ])
    };
    Tabel {
        caption: "Banyaknya pegawai menurut unit, yang terbanyak lebih dahulu".into(),
        columns: vec![Kolom::new("Unit").phone(Phone::Full).class("kata"), Kolom::new("Pegawai").numeric()],
        rows: list.iter().map(row).collect(),
        compact: true,
        ..Tabel::default()
    }
    .render()
}

fn people(view: &AndaikanView, list: &Daftar) -> Markup {
    let row = |r: &BarisOrang| {
        Baris::new(vec![
            html! { span class="dua" {
                @match &r.href { Some(href) => a href=(href) { (r.nama) }, None => span { (r.nama) } }
                small class="angka" { (nip(&r.nip)) }
            } },
            html! { (r.unit) },
            html! { span { (turn(r.dari, r.jadi)) } },
            html! { code { (r.sebab) } },
        ])
    };
    html! {
        section class="kartu" aria-labelledby="pegawai" {
            header { h2 id="pegawai" { "Pegawai yang jawabannya berubah" }
                @if let Some((what, all)) = &list.saring { span { (lencana(Tone::Info, None, what)) " " a href=(all) { "Tampilkan semua" } } }
            }
            (Tabel {
                caption: format!("Pegawai yang jawabannya berubah menurut {}, urut nama", view.nama),
                columns: vec![
                    Kolom::new("Nama & NIP").phone(Phone::Full).class("kata"),
                    Kolom::new("Unit kerja").class("kata"),
                    Kolom::new("Jawaban").phone(Phone::Full).class("kata"),
                    Kolom::new("Sebab"),
                ],
                rows: list.rows.iter().map(row).collect(),
                ..Tabel::default()
            }.render())
            (list.paging)
        }
    }
}
