//! `/peraturan`: the library of acts.

use super::{hari, kepastian, masa, sisa, tautan};
use crate::rule::hubungan::{Hubungan, Kata};
use crate::rule::pustaka::{Baris as Row, Pustaka};
use maud::{Markup, Render, html};
use web::component::angka_utama::{AngkaUtama, angka_utama};
use web::component::kabar::Kabar;
use web::component::kosong::kosong;
use web::component::saring::{Pilihan, Saring};
use web::component::sidik::sidik_pendek;
use web::component::tab::{Tab, tab};
use web::component::tabel::{Baris, Kolom, Phone, Tabel};
use web::component::tombol::Tombol;
use web::format::angka;
use web::{Frame, Icon, Tone, page};

/// The page.
#[derive(Clone, Debug)]
pub struct PustakaView {
    /// Name and version of the pack.
    pub paket: String,
    /// Its hash in hexadecimal.
    pub hash: String,
    /// Acts in the pack.
    pub akta: usize,
    /// Norms in the pack.
    pub norma: usize,
    /// Golden cases, and those that do not come out as expected.
    pub kasus: (usize, usize),
    /// Case tables that cannot be read.
    pub salah: Vec<String>,
    /// What is searched for.
    pub cari: String,
    /// The kind of act chosen; empty for all.
    pub jenis: String,
    /// The list.
    pub daftar: Pustaka,
    /// The visitor may try out drafts.
    pub uji: bool,
    /// Norms signed, changed since, and unsigned.
    pub paraf: [usize; 3],
}

/// Tabs over the pages of the law; drafts only for those who may try them out.
pub fn bagian(current: &str, uji: bool) -> Markup {
    let one = |label: &str, href: &str| Tab {
        label: label.to_owned(),
        href: href.to_owned(),
        current: href == current,
        ..Tab::default()
    };
    let mut all = vec![
        one("Akta", "/peraturan"),
        one("Norma", "/peraturan/norma"),
        one("Perubahan", "/peraturan/perubahan"),
        one("Kosakata", "/peraturan/kosakata"),
    ];
    all.extend(uji.then(|| one("Rancangan", super::RANCANGAN)));
    tab("Bagian peraturan", &all)
}

/// The page `/peraturan`.
pub fn pustaka(frame: &Frame, view: &PustakaView) -> Markup {
    let hidden = view.daftar.total - view.daftar.rows.len();
    page(
        frame,
        html! {
            div class="kepala" { div {
                h1 { "Peraturan" }
                p { "Paket " (view.paket) " · sidik " (sidik_pendek(&view.hash)) " · terbaru lebih dahulu" }
            } }
            (bagian("/peraturan", view.uji))
            div class="badan" { (numbers(view)) }
            @if let Some(warning) = warning(view) { div class="kilat bawahan" { (warning) } }
            div id="pustaka" {
                (filter(view))
                @if view.daftar.rows.is_empty() {
                    (kosong(Icon::Buku, "Tidak ada akta yang cocok", "Cari dengan nomor (99/2000), sebagian judul, atau kunci norma (kp.reguler).", Some(Tombol::link("Tampilkan semua", "/peraturan").small())))
                } @else { (table(view)) }
                (sisa(hidden, "akta", "Persempit dengan kata kunci atau jenis."))
            }
        },
    )
}

fn numbers(view: &PustakaView) -> Markup {
    let (all, failed) = view.kasus;
    let note =
        if failed == 0 { "semua sesuai".to_owned() } else { format!("{} berbeda", angka(failed as u64)) };
    let [signed, changed, _] = view.paraf;
    let changes =
        if changed == 0 { String::new() } else { format!("{} berubah sejak diparaf", angka(changed as u64)) };
    angka_utama(
        "Isi paket",
        &[
            AngkaUtama::new("Akta", view.akta as u64, "").href("/peraturan"),
            AngkaUtama::new("Norma", view.norma as u64, "").href("/peraturan/norma"),
            AngkaUtama {
                value: format!("{} dari {}", angka((all - failed) as u64), angka(all as u64)),
                ..AngkaUtama::new("Kasus emas lulus", 0, &note)
            },
            AngkaUtama {
                value: format!("{} dari {}", angka(signed as u64), angka(view.norma as u64)),
                ..AngkaUtama::new("Norma diparaf", 0, &changes)
            }
            .href("/peraturan/norma?paraf=sudah"),
        ],
    )
}

fn warning(view: &PustakaView) -> Option<Kabar> {
    let (_, failed) = view.kasus;
    if failed == 0 && view.salah.is_empty() {
        return None;
    }
    let title = match failed {
        0 => format!("{} baris tabel kasus tidak terbaca.", angka(view.salah.len() as u64)),
        n => format!("{} kasus emas tidak dijawab seperti seharusnya.", angka(n as u64)),
    };
    Some(
        Kabar::new(Tone::Bahaya, &title)
            .body(html! {
                "Jangan mengandalkan norma yang bersangkutan sebelum diperiksa."
                @for line in view.salah.iter().take(10) { " " (line) }
            })
            .action("Buka daftar norma", "/peraturan/norma"),
    )
}

fn filter(view: &PustakaView) -> Markup {
    let kinds = view.daftar.jenis.iter().map(|(jenis, n)| (jenis.clone(), format!("{jenis} ({n})")));
    let choice = Pilihan {
        name: "jenis".into(),
        label: "Jenis".into(),
        value: view.jenis.clone(),
        options: kinds.collect(),
    };
    let mut saring =
        Saring::of("/peraturan", ("q", "Nomor, judul, atau norma"), &view.cari, Vec::new(), &[choice]);
    saring.count = Some(view.daftar.total as u64);
    saring.noun = "akta".into();
    saring.swap = Some("#pustaka");
    saring.render()
}

fn table(view: &PustakaView) -> Markup {
    Tabel {
        caption: "Akta dalam paket, yang terakhir diundangkan lebih dahulu".into(),
        columns: vec![
            Kolom::new("Akta").phone(Phone::Full).class("kata"),
            Kolom::new("Tentang").phone(Phone::Full).class("kalimat"),
            Kolom::new("Berlaku").class("kata"),
            Kolom::new("Norma").numeric(),
            Kolom::new("Kepastian").class("utas"),
        ],
        rows: view.daftar.rows.iter().map(row).collect(),
        ..Tabel::default()
    }
    .render()
}

fn row(r: &Row) -> Baris {
    let jo: Vec<&Hubungan> = r.masuk.iter().filter(|h| h.kata == Kata::Mengubah).collect();
    Baris::new(vec![
        html! { span class="dua" {
            b { (tautan(&r.akta)) }
            @if !jo.is_empty() { small { @for h in jo { "jo. " (h.akta.sebutan) " " } } }
        } },
        html! { (r.tentang) },
        html! { span class="dua" {
            span { (masa(r.mulai, r.sampai)) }
            @for h in r.masuk.iter().filter(|h| h.kata != Kata::Mengubah) { small { (fate(h)) } }
        } },
        html! { (angka(r.norma as u64)) },
        kepastian(r.kepastian),
    ])
}

/// What became of an act, in a clause.
fn fate(h: &Hubungan) -> Markup {
    let part = if h.kunci.is_empty() { "" } else { "sebagian " };
    match h.kata {
        Kata::Mengubah => html! { "diubah " (h.akta.sebutan) },
        Kata::Mencabut => html! { (part) "dicabut " (hari(h.mulai)) " oleh " (h.akta.sebutan) },
        Kata::Melanjutkan => html! { (part) "diteruskan melalui " (h.akta.sebutan) },
    }
}
