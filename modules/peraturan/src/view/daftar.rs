//! `/peraturan/norma`: every norm, by the field it belongs to.

use super::pustaka::bagian;
use super::{alamat_norma, hari, kepastian, paging, pilih_hukum, tautan};
use crate::rule::daftar::Baris as Row;
use crate::rule::halaman::Halaman;
use crate::rule::paraf::Status;
use kernel::Date;
use maud::{Markup, Render, html};
use std::collections::BTreeMap;
use web::component::kosong::kosong;
use web::component::lencana::lencana;
use web::component::saring::{Pilihan, Saring};
use web::component::tabel::{Baris, Kolom, Phone, Tabel};
use web::component::tombol::Tombol;
use web::format::angka;
use web::{Frame, Icon, Tone, page, url};

/// The page.
#[derive(Clone, Debug)]
pub struct DaftarView {
    /// Law date.
    pub hukum: Date,
    /// Whether it is in the address.
    pub lain: bool,
    /// What is searched for.
    pub cari: String,
    /// Prefix chosen; empty for all.
    pub awalan: String,
    /// Every prefix of the pack.
    pub semua_awalan: Vec<String>,
    /// Norms by prefix.
    pub kelompok: Vec<(String, Vec<Row>)>,
    /// Where this page lies in the list.
    pub halaman: Halaman,
    /// The visitor may try out drafts.
    pub uji: bool,
    /// State of signing chosen; all without.
    pub paraf: Option<Status>,
    /// Norms signed, changed since, and unsigned, of the whole pack.
    pub jumlah_paraf: [usize; 3],
    /// How signed norms stand, by key.
    pub diparaf: BTreeMap<String, Status>,
}

impl DaftarView {
    fn paraf_word(&self) -> &'static str {
        Status::ALL.iter().find(|one| Some(one.0) == self.paraf).map_or("", |one| one.1)
    }
}

/// What prefixes stand for; one that is missing here stands for itself.
const NAMA: &[(&str, &str)] = &[
    ("abk", "Analisis beban kerja"),
    ("belanja", "Belanja pegawai"),
    ("cpns", "CPNS"),
    ("cuti", "Cuti"),
    ("disiplin", "Disiplin"),
    ("duk", "Daftar urut kepangkatan"),
    ("gaji", "Gaji pokok"),
    ("ip_asn", "Indeks profesionalitas ASN"),
    ("jabatan", "Jabatan"),
    ("jf", "Jabatan fungsional"),
    ("kgb", "Kenaikan gaji berkala"),
    ("kip", "Keterbukaan informasi"),
    ("kp", "Kenaikan pangkat"),
    ("pdp", "Pelindungan data pribadi"),
    ("perangkat", "Perangkat daerah"),
    ("plh", "Pelaksana harian"),
    ("plt", "Pelaksana tugas"),
    ("pppk", "PPPK"),
    ("tpp", "Tambahan penghasilan pegawai"),
    ("upaya", "Upaya administratif"),
];

/// `Kenaikan pangkat (kp)`, `Mutasi`.
pub fn nama_awalan(prefix: &str) -> String {
    if let Some((_, name)) = NAMA.iter().find(|(p, _)| *p == prefix) {
        return format!("{name} ({prefix})");
    }
    let words = prefix.replace('_', " ");
    let mut letters = words.chars();
    letters.next().map_or(String::new(), |first| first.to_uppercase().chain(letters).collect())
}

/// The page `/peraturan/norma`.
pub fn daftar(frame: &Frame, view: &DaftarView) -> Markup {
    page(
        frame,
        html! {
            div class="kepala" { div { h1 { "Norma" } p { "Menurut hukum per " (hari(view.hukum)) " · " (signed(view)) } } }
            (bagian("/peraturan/norma", view.uji))
            (pilih_hukum("/peraturan/norma", view.hukum, &[("q", &view.cari), ("awalan", &view.awalan), ("paraf", view.paraf_word())]))
            div id="norma" {
                (filter(view))
                @if view.kelompok.is_empty() {
                    (kosong(Icon::Buku, "Tidak ada norma yang cocok", "Cari dengan sebagian judul atau kuncinya.", Some(Tombol::link("Tampilkan semua", "/peraturan/norma").small())))
                }
                @for (prefix, rows) in &view.kelompok {
                    section aria-labelledby=(format!("kelompok-{prefix}")) {
                        div class="badan" { h2 id=(format!("kelompok-{prefix}")) { (nama_awalan(prefix)) " " small class="redup" { (angka(rows.len() as u64)) } } }
                        (table(view, prefix, rows))
                    }
                }
                (paging(&view.halaman, |after| to(view, after)))
            }
        },
    )
}

/// The same list behind a key.
fn to(view: &DaftarView, after: &str) -> String {
    let day = if view.lain { view.hukum.to_string() } else { String::new() };
    let pairs = [
        ("q", view.cari.as_str()),
        ("awalan", &view.awalan),
        ("paraf", view.paraf_word()),
        ("hukum", &day),
        ("sesudah", after),
    ];
    url::link("/peraturan/norma", &pairs)
}

/// `12 diparaf, 1 berubah sejak diparaf, 700 belum`
fn signed(view: &DaftarView) -> String {
    let [done, changed, open] = view.jumlah_paraf.map(|n| angka(n as u64));
    format!("{done} diparaf, {changed} berubah sejak diparaf, {open} belum")
}

fn filter(view: &DaftarView) -> Markup {
    let choice = Pilihan {
        name: "awalan".into(),
        label: "Kelompok".into(),
        value: view.awalan.clone(),
        options: view.semua_awalan.iter().map(|p| (p.clone(), nama_awalan(p))).collect(),
    };
    let paraf = Pilihan {
        name: "paraf".into(),
        label: "Paraf".into(),
        value: view.paraf_word().into(),
        options: Status::ALL.iter().map(|one| (one.1.to_owned(), one.2.to_owned())).collect(),
    };
    let keep = if view.lain { vec![("hukum".to_owned(), view.hukum.to_string())] } else { Vec::new() };
    let mut saring =
        Saring::of("/peraturan/norma", ("q", "Judul atau kunci norma"), &view.cari, keep, &[choice, paraf]);
    saring.count = Some(view.halaman.total as u64);
    saring.noun = "norma".into();
    saring.swap = Some("#norma");
    saring.render()
}

fn table(view: &DaftarView, prefix: &str, rows: &[Row]) -> Markup {
    let day = view.lain.then_some(view.hukum);
    Tabel {
        caption: format!("Norma kelompok {}, menurut kunci", nama_awalan(prefix)),
        columns: vec![
            Kolom::new("Norma").phone(Phone::Full).class("kalimat"),
            Kolom::new("Bentuk"),
            Kolom::new("Akta").class("kata"),
            Kolom::new("Kasus").numeric(),
            Kolom::new("Kepastian").class("utas"),
            Kolom::new("Paraf").class("utas"),
        ],
        rows: rows
            .iter()
            .map(|r| row(r, day, view.diparaf.get(&r.kunci).copied().unwrap_or_default()))
            .collect(),
        compact: true,
        ..Tabel::default()
    }
    .render()
}

fn row(r: &Row, day: Option<Date>, paraf: Status) -> Baris {
    let (cases, failed) = r.kasus;
    Baris::new(vec![
        html! { span class="dua" { a href=(alamat_norma(&r.kunci, day)) { (r.judul) } small { code { (r.kunci) } } } },
        html! { (r.bentuk) },
        html! { @match &r.akta {
            Some(akta) => span class="dua" { span { (tautan(akta)) } @if r.diteruskan { small { "dicabut, diteruskan" } } },
            None => span class="redup" { "tidak berlaku pada tanggal ini" },
        } },
        html! { @if failed > 0 { (lencana(Tone::Bahaya, Some(Icon::Silang), &format!("{failed} berbeda"))) } @else { (angka(cases as u64)) } },
        html! { @if let Some(k) = r.kepastian { (kepastian(k)) } },
        html! { @match paraf {
            Status::Belum => span class="redup" { "belum" },
            Status::Sudah => (lencana(Tone::Ok, Some(Icon::Cek), "Diparaf")),
            Status::Berubah => (lencana(Tone::Awas, Some(Icon::Awas), paraf.label())),
        } },
    ])
}
