//! Everybody by name, in groups with their counts.

use super::{filtered, head, known, two, who};
use maud::{Markup, Render, html};
use web::component::kartu::kartu;
use web::component::kosong::kosong;
use web::component::lembar::Lembar;
use web::component::paging::Paging;
use web::component::saring::Saring;
use web::component::tabel::{Baris, Kolom, Phone, Tabel};
use web::{Frame, Icon, format, page};

/// One person; what is empty is not known.
#[derive(Clone, Debug, Default)]
pub struct BarisNominatif {
    pub number: u64,
    pub name: String,
    pub nip: String,
    pub href: Option<String>,
    pub golongan: String,
    pub tmt_golongan: String,
    pub jabatan: String,
    pub unit: String,
    pub status: String,
    pub masa_kerja: String,
    pub umur: String,
}

/// A group, or the part of it that stands on this page.
#[derive(Clone, Debug)]
pub struct KelompokView {
    pub nama: String,
    /// People of the whole group.
    pub total: u64,
    /// Its first people stand on an earlier page.
    pub continued: bool,
    pub rows: Vec<BarisNominatif>,
}

/// The page `/nominatif`.
#[derive(Clone, Debug)]
pub struct NominatifView {
    pub lembar: Lembar,
    pub filter: Saring,
    pub total: u64,
    pub groups_total: u64,
    /// `unit kerja`
    pub by: String,
    pub groups: Vec<KelompokView>,
    pub paging: Paging,
    pub whole_href: Option<String>,
    pub xlsx_href: Option<String>,
}

pub fn nominatif(frame: &Frame, view: &NominatifView) -> Markup {
    let words = html! {
        span class="angka" { (format::angka(view.total)) } " pegawai aktif dalam "
        span class="angka" { (format::angka(view.groups_total)) } " kelompok menurut " (view.by)
    };
    let list = html! {
        @if view.groups.is_empty() {
            (kosong(Icon::Dok, "Belum ada pegawai aktif pada unit dan tanggal ini", "Pilih unit atau tanggal lain, atau impor data pegawai lebih dahulu.", None))
        } @else {
            div class="badan tumpuk" { @for (n, group) in view.groups.iter().enumerate() { (section(n, group)) } }
            (view.paging)
        }
    };
    let body = html! {
        (head("Daftar nominatif", &view.lembar, &words, view.whole_href.as_deref(), view.xlsx_href.as_deref()))
        (filtered(&view.filter, &list))
    };
    page(frame, view.lembar.around(body))
}

fn section(n: usize, group: &KelompokView) -> Markup {
    let aside = html! {
        small { span class="angka" { (format::angka(group.total)) } " pegawai" @if group.continued { ", lanjutan" } }
    };
    let table = Tabel {
        caption: format!("{}, {} pegawai", group.nama, format::angka(group.total)),
        columns: vec![
            Kolom::new("No.").numeric().phone(Phone::Left).class("utas"),
            Kolom::new("Nama & NIP").phone(Phone::Full).class("kata"),
            Kolom::new("Gol./TMT").class("utas"),
            Kolom::new("Jabatan & unit").class("kata"),
            Kolom::new("Status").class("utas"),
            Kolom::new("Masa kerja").class("utas"),
            Kolom::new("Umur").class("utas"),
        ],
        rows: group.rows.iter().map(row).collect(),
        ..Tabel::default()
    };
    kartu(&format!("kelompok-{n}"), &group.nama, aside, table.render())
}

fn row(r: &BarisNominatif) -> Baris {
    Baris::new(vec![
        html! { span class="angka" { (format::angka(r.number)) } },
        who(&r.name, &r.nip, r.href.as_deref()),
        two(&known(&r.golongan), &r.tmt_golongan),
        two(&known(&r.jabatan), &r.unit),
        known(&r.status),
        known(&r.masa_kerja),
        known(&r.umur),
    ])
}
