//! The daftar urut kepangkatan: each row says which step decided against the row above.

use super::{filtered, head, known, two, who};
use maud::{Markup, Render, html};
use web::component::kosong::kosong;
use web::component::lembar::Lembar;
use web::component::paging::Paging;
use web::component::saring::Saring;
use web::component::tabel::{Baris, Kolom, Phone, Tabel};
use web::{Frame, Icon, Tanggal, format, page};

/// One step of the order with where it stands.
#[derive(Clone, Debug)]
pub struct Langkah {
    /// `Pangkat`
    pub kriteria: String,
    /// `TMT pangkat lebih dahulu`
    pub alasan: String,
    pub dasar: String,
    /// How sure we are, as the end of a sentence.
    pub kepastian: String,
    pub sumber: String,
}

/// One person; what is empty is not known.
#[derive(Clone, Debug, Default)]
pub struct BarisDuk {
    pub number: u64,
    pub name: String,
    pub nip: String,
    pub href: Option<String>,
    pub golongan: String,
    pub pangkat: String,
    pub tmt_golongan: String,
    pub jabatan: String,
    pub unit: String,
    pub eselon: String,
    pub tmt_jabatan: String,
    pub masa_kerja: String,
    pub latihan: String,
    pub tanggal_latihan: String,
    pub pendidikan: String,
    pub lulus: String,
    pub lahir: String,
    pub umur: String,
    /// Why not before the row above; empty for the first of the list.
    pub sebab: String,
    /// It stands here because something about this person is not known.
    pub lacking: bool,
}

/// The page `/duk`.
#[derive(Clone, Debug)]
pub struct DukView {
    pub lembar: Lembar,
    pub at: Tanggal,
    pub filter: Saring,
    /// PNS in the list.
    pub total: u64,
    pub steps: Vec<Langkah>,
    /// The act these steps come from is no longer in force on the day looked at.
    pub revoked: bool,
    pub rows: Vec<BarisDuk>,
    pub paging: Paging,
    /// The whole list on one page, to print.
    pub whole_href: Option<String>,
    pub xlsx_href: Option<String>,
}

pub fn duk(frame: &Frame, view: &DukView) -> Markup {
    let words = html! { span class="angka" { (format::angka(view.total)) } " PNS" };
    let list = html! {
        @if view.rows.is_empty() {
            (kosong(Icon::Naik, "Belum ada PNS pada unit dan tanggal ini", "DUK memuat PNS yang aktif. CPNS, PPPK, dan yang sudah berhenti tidak termasuk.", None))
        } @else { (table(view)) (view.paging) }
    };
    let body = html! {
        (head("Daftar urut kepangkatan", &view.lembar, &words, view.whole_href.as_deref(), view.xlsx_href.as_deref()))
        (standing(view))
        (filtered(&view.filter, &list))
        (steps(view))
    };
    page(frame, view.lembar.around(body))
}

/// The legal standing in one sentence, then how the list is made.
fn standing(view: &DukView) -> Markup {
    html! {
        div class="badan" {
            p {
                @if view.revoked {
                    b { "Kedudukan hukum: " }
                    "peraturan tentang DUK (PP 15/1979) telah dicabut Pasal 362 PP 11/2017, jadi daftar ini dibuat menurut kebiasaan dan tidak menentukan hak siapa pun, kecuali suatu pengumuman memakainya sebagai aturan."
                } @else {
                    b { "Kedudukan hukum: " }
                    "pada tanggal ini DUK diatur PP 15/1979 sebagai salah satu bahan pertimbangan pembinaan karier."
                }
            }
        }
    }
}

fn table(view: &DukView) -> Markup {
    Tabel {
        caption: format!(
            "Daftar urut kepangkatan, {} PNS, yang paling senior lebih dahulu",
            format::angka(view.total)
        ),
        columns: vec![
            Kolom::new("No.").numeric().phone(Phone::Left).class("utas"),
            Kolom::new("Nama & NIP").phone(Phone::Full).class("kata"),
            Kolom::new("Yang di atas didahulukan karena").class("kata"),
            Kolom::new("Gol./TMT").class("utas"),
            Kolom::new("Jabatan/TMT").class("kata"),
            Kolom::new("Masa kerja").class("utas"),
            Kolom::new("Latihan jabatan"),
            Kolom::new("Pendidikan/lulus"),
            Kolom::new("Lahir/umur").class("utas"),
        ],
        rows: view.rows.iter().map(row).collect(),
        ..Tabel::default()
    }
    .render()
}

fn row(r: &BarisDuk) -> Baris {
    let post = html! { (known(&r.jabatan)) @if !r.eselon.is_empty() { " (" (r.eselon) ")" } };
    let course =
        html! { @if r.latihan.is_empty() { span class="redup" { "belum tercatat" } } @else { (r.latihan) } };
    Baris::new(vec![
        html! { span class="angka" { (format::angka(r.number)) } },
        who(&r.name, &r.nip, r.href.as_deref()),
        html! { @if r.sebab.is_empty() { span class="redup" { "urutan pertama" } } @else if r.lacking { em { (r.sebab) } } @else { (r.sebab) } },
        two(&known(&r.golongan), &r.tmt_golongan),
        two(&post, &r.tmt_jabatan),
        known(&r.masa_kerja),
        two(&course, &r.tanggal_latihan),
        two(&known(&r.pendidikan), &r.lulus),
        two(&known(&r.lahir), &r.umur),
    ])
}

/// The steps as the table of the law has them.
fn steps(view: &DukView) -> Markup {
    html! {
        details class="badan cetak-sembunyi" id="urutan-duk" {
            summary { "Urutan yang dibandingkan dan dasarnya" }
            ol class="daftar-langkah" {
                @for step in &view.steps {
                    li {
                        b { (step.kriteria) } ": " (step.alasan) ". "
                        span class="redup" { (step.dasar) "; kepastian: " (step.kepastian) @if !step.sumber.is_empty() { "; " (step.sumber) } "." }
                    }
                }
            }
            p class="redup" { "CPNS tidak dicantumkan. Yang datanya belum ada ditempatkan sesudah yang datanya ada, dan ditandai." }
        }
    }
}
