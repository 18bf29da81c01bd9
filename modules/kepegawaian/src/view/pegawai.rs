//! One person: who, five facts, and one of five sections chosen by `?bagian=`.

use super::ringkasan::{Ringkasan, ringkasan};
use super::riwayat::{DokumenDasar, Riwayat, Tindakan, riwayat};
use maud::{Markup, Render, html};
use web::component::identitas::{Fakta, identitas, pokok};
use web::component::kabar::Kabar;
use web::component::kosong::kosong;
use web::component::lencana::lencana;
use web::component::paging::Paging;
use web::component::tab::{Tab, tab};
use web::component::tabel::{Baris, Kolom, Phone, Tabel};
use web::component::tanggal::waktu;
use web::component::temuan::{Temuan, temuan};
use web::component::tombol::Tombol;
use web::{Frame, Icon, Tanggal, Tone, format, page, url};

#[derive(Clone, Debug)]
pub struct PegawaiView {
    /// With titles.
    pub name: String,
    /// 18 digits.
    pub nip: String,
    /// Empty when not known.
    pub jabatan: String,
    /// Name and address of the unit; an empty address is no link.
    pub unit: Option<(String, String)>,
    /// `PNS`, `CPNS`, `PPPK`, …
    pub status: String,
    /// `Aktif`, `CLTN`, `Pensiun`, … and how it is to be seen.
    pub kedudukan: String,
    pub kedudukan_tone: Tone,
    /// Five facts; a missing one is written (`belum diketahui`), not left out.
    pub facts: Vec<Fakta>,
    /// `/pegawai/{id}`, without a query.
    pub base_href: String,
    /// Both clocks, kept in every link of the page: `berlaku`, `diketahui`.
    pub keep: Vec<(String, String)>,
    pub counts: Jumlah,
    /// Address of the person's file as CSV or PDF; `None` without the right.
    pub export_href: Option<String>,
    /// Address of the form that records an SK; `None` without the right or on another day than today.
    pub record_href: Option<String>,
    /// Address of who looked at what is masked; `None` without the right.
    pub seen_href: Option<String>,
    /// Address of the receipts of the law about the person.
    pub receipts_href: String,
    /// The reader is the person.
    pub own: bool,
    /// What this reader is not shown.
    pub mask: Tersamar,
    /// The section shown; the tab follows from it.
    pub content: Isi,
}

/// What is masked, and how it is opened.
#[derive(Clone, Debug, Default)]
pub struct Tersamar {
    /// Address, religion, phone and the like are masked.
    pub personal: bool,
    /// Parts still masked, in words.
    pub parts: Vec<String>,
    /// Address of the form that opens them; `None` when that is not this reader's work.
    pub open_href: Option<String>,
    /// `09.45`: until when what was opened stays in sight.
    pub open_until: Option<String>,
}

/// Numbers on the tabs.
#[derive(Clone, Copy, Debug, Default)]
pub struct Jumlah {
    pub riwayat: u64,
    pub dokumen: u64,
    pub temuan: u64,
    pub jurnal: u64,
}

#[derive(Clone, Debug)]
pub enum Isi {
    Ringkasan(Box<Ringkasan>),
    Riwayat(Vec<Riwayat>),
    Dokumen(Vec<BarisDokumen>),
    Temuan(Vec<Temuan>),
    Jurnal(Jurnal),
}

/// A base document and what it established.
#[derive(Clone, Debug)]
pub struct BarisDokumen {
    pub document: DokumenDasar,
    /// `SK kenaikan pangkat`
    pub kind: String,
    /// Who signed; may be empty.
    pub signer: String,
    /// `Golongan III/d, masa kerja 13 tahun`
    pub establishes: String,
    /// A scan is on file.
    pub scanned: bool,
}

/// The part of the journal about this person.
#[derive(Clone, Debug, Default)]
pub struct Jurnal {
    /// Newest first.
    pub rows: Vec<BarisJurnal>,
    /// Result of the last check of the chain, one sentence; `sound` says whether it held.
    pub check: String,
    pub sound: bool,
    pub paging: Option<Paging>,
}

#[derive(Clone, Debug)]
pub struct BarisJurnal {
    pub seq: u64,
    /// `None` for readers without the journal.
    pub href: Option<String>,
    pub date: Tanggal,
    /// `09.30 WIB`
    pub time: String,
    /// Person or job: `Desi Anggraini`, `Impor 2026-031`.
    pub actor: String,
    pub act: Tindakan,
    /// One sentence: what was written.
    pub text: String,
    /// Hash of the entry, whole or shortened; the first eight characters are shown.
    pub hash: String,
}

pub fn pegawai(frame: &Frame, view: &PegawaiView) -> Markup {
    let mut actions: Vec<Tombol> = Vec::new();
    actions.extend(view.export_href.as_deref().map(|h| Tombol::link("Unduh data", h).icon(Icon::Unduh)));
    let seen = if view.own { "Siapa melihat data saya" } else { "Siapa melihat" };
    actions.extend(view.seen_href.as_deref().map(|h| Tombol::link(seen, h).icon(Icon::Kunci)));
    actions.push(Tombol::link("Bukti telaah", view.receipts_href.as_str()).icon(Icon::Dok));
    actions.extend(view.record_href.as_deref().map(|h| Tombol::link("Catat SK", h).primary()));
    let mut notes = vec![html! { span class="angka" { "NIP " (format::nip(&view.nip)) } }];
    if !view.jabatan.is_empty() {
        notes.push(html! { (view.jabatan) });
    }
    if let Some((name, href)) = &view.unit {
        notes.push(html! { @if href.is_empty() { (name) } @else { a href=(href) { (name) } } });
    }
    let body = html! {
        (identitas(&view.name, &view.nip, badges(view), &notes, &actions))
        (pokok(&view.facts))
        (tab("Bagian halaman pegawai", &view.tabs()))
        (masked(&view.mask))
        @match &view.content {
            Isi::Ringkasan(r) => (ringkasan(r, view.counts.temuan, &view.section("temuan"), &view.section("riwayat"))),
            Isi::Riwayat(kinds) => (riwayat(kinds)),
            Isi::Dokumen(rows) => (documents(rows)),
            Isi::Temuan(list) => (findings(list)),
            Isi::Jurnal(j) => (journal(j)),
        }
    };
    page(frame, body)
}

fn masked(mask: &Tersamar) -> Markup {
    let mut parts: Vec<&str> = if mask.personal { vec!["Data pribadi"] } else { Vec::new() };
    parts.extend(mask.parts.iter().map(String::as_str));
    html! {
        @if let Some(until) = &mask.open_until {
            div class="kilat bawahan" { (Kabar::new(Tone::Awas, "Data tersamar sedang terbuka.").body(html! { "Tampil untuk Anda sampai pukul " (until) " WIB; pembukaan ini tercatat di jurnal." })) }
        }
        @if !parts.is_empty() {
            p class="badan redup" {
                "Disamarkan: " (parts.join("; ")) "."
                @if let Some(href) = &mask.open_href { " " a href=(href) { "Buka dengan alasan" } }
            }
        }
    }
}

impl PegawaiView {
    fn section(&self, name: &str) -> String {
        let mut query = vec![("bagian", name)];
        query.extend(self.keep.iter().map(|(n, v)| (n.as_str(), v.as_str())));
        url::link(&self.base_href, &query)
    }

    fn tabs(&self) -> Vec<Tab> {
        let shown = match self.content {
            Isi::Ringkasan(_) => "ringkasan",
            Isi::Riwayat(_) => "riwayat",
            Isi::Dokumen(_) => "dokumen",
            Isi::Temuan(_) => "temuan",
            Isi::Jurnal(_) => "jurnal",
        };
        tabs(&self.base_href, &self.keep, Some(self.counts), shown)
    }
}

/// The sections of a person, those with a page of their own included. Pages that do not read the whole
/// person have no counts.
pub fn tabs(base_href: &str, keep: &[(String, String)], n: Option<Jumlah>, shown: &str) -> Vec<Tab> {
    let all = [
        ("ringkasan", "Ringkasan", None),
        ("riwayat", "Riwayat", n.map(|n| n.riwayat)),
        ("mengapa", "Mengapa?", None),
        ("dokumen", "Dokumen", n.map(|n| n.dokumen)),
        ("temuan", "Temuan", n.map(|n| n.temuan)),
        ("jurnal", "Jurnal", n.map(|n| n.jurnal)),
    ];
    let tab = |(name, label, count): (&str, &str, Option<u64>)| {
        let kept = keep.iter().map(|(n, v)| (n.as_str(), v.as_str()));
        let href = if name == "mengapa" {
            url::link(&format!("{base_href}/mengapa"), &kept.collect::<Vec<_>>())
        } else {
            url::link(base_href, &[("bagian", name)].into_iter().chain(kept).collect::<Vec<_>>())
        };
        let warn = name == "temuan" && count.is_some_and(|n| n > 0);
        Tab { label: label.to_owned(), href, count, warn, current: name == shown }
    };
    all.into_iter().map(tab).collect()
}

fn badges(view: &PegawaiView) -> Markup {
    let tone = if view.status.starts_with("PPPK") { Tone::Ungu } else { Tone::Info };
    let picture = (view.kedudukan_tone == Tone::Ok).then_some(Icon::Cek);
    html! { (lencana(tone, None, &view.status)) (lencana(view.kedudukan_tone, picture, &view.kedudukan)) }
}

fn documents(rows: &[BarisDokumen]) -> Markup {
    if rows.is_empty() {
        return kosong(
            Icon::Dok,
            "Belum ada dokumen",
            "Dokumen dasar muncul setelah SK dicatat atau data diimpor.",
            None,
        );
    }
    let row = |d: &BarisDokumen| {
        Baris::new(vec![
            html! {
                span class="dua" {
                    b { @match &d.document.href { Some(href) => a href=(href) { (d.document.name) }, None => (d.document.name) } }
                    small { (d.kind) @if !d.signer.is_empty() { " · ditetapkan " (d.signer) } }
                }
            },
            html! { @match d.document.date { Some(date) => (waktu(date)), None => span class="redup" { "belum diketahui" } } },
            html! { (d.establishes) },
            html! { @if d.scanned { "Ada" } @else { span class="redup" { "Belum diunggah" } } },
        ])
    };
    Tabel {
        caption: "Dokumen dasar, terbaru lebih dahulu".into(),
        columns: vec![
            Kolom::new("Dokumen").phone(Phone::Full),
            Kolom::new("Tanggal").class("utas"),
            Kolom::new("Menetapkan"),
            Kolom::new("Pindaian").class("utas"),
        ],
        rows: rows.iter().map(row).collect(),
        ..Tabel::default()
    }
    .render()
}

fn findings(list: &[Temuan]) -> Markup {
    html! {
        @if list.is_empty() { (kosong(Icon::Cek, "Tidak ada temuan", "Data pegawai ini tidak bertentangan satu sama lain menurut pemeriksaan terakhir.", None)) }
        @else { h2 class="sr" { "Daftar temuan" } (temuan(list, false)) }
    }
}

fn journal(j: &Jurnal) -> Markup {
    let row = |r: &BarisJurnal| {
        Baris::new(vec![
            html! { @match &r.href { Some(href) => a class="angka" href=(href) { (format::angka(r.seq)) }, None => span class="angka" { (format::angka(r.seq)) } } },
            html! { (r.text) @if r.act != Tindakan::Catatan { " " (r.act.badge()) } },
            html! { span class="dua" { span { (waktu(r.date)) } small { (r.time) } } },
            html! { (r.actor) },
            html! { code { (r.hash.chars().take(8).collect::<String>()) } },
        ])
    };
    html! {
        @if !j.check.is_empty() {
            div class="kilat bawahan" { (Kabar::new(if j.sound { Tone::Ok } else { Tone::Bahaya }, &j.check)) }
        }
        @if j.rows.is_empty() { (kosong(Icon::Rantai, "Belum ada catatan jurnal", "Setiap perubahan data pegawai ini akan tercatat di sini.", None)) }
        @else {
            (Tabel {
                caption: "Jurnal pegawai ini, terbaru lebih dahulu".into(),
                columns: vec![
                    Kolom::new("Catatan").class("utas"),
                    Kolom::new("Isi").phone(Phone::Full),
                    Kolom::new("Waktu").class("utas"),
                    Kolom::new("Pelaku"),
                    Kolom::new("Sidik").class("utas"),
                ],
                rows: j.rows.iter().map(row).collect(),
                ..Tabel::default()
            })
            @if let Some(paging) = &j.paging { (paging) }
        }
    }
}
