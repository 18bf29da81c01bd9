//! `/penempatan/{id}/orang/{pegawai}`: why (not) somebody, by how much, and what would change it. The same blocks
//! speak to the person on `/penempatan/saya/{id}`, without anybody else's name.

use super::kepala::{Kepala, kepala};
use maud::{Markup, html};
use web::component::formulir::Ruas;
use web::component::kartu::{fakta, kartu};
use web::component::tabel::{Baris, Kolom, Phone, Tabel};
use web::component::tombol::Tombol;
use web::{Frame, page};

/// What is said about a person in a round.
#[derive(Clone, Debug, Default)]
pub struct Tentang {
    /// Label and value.
    pub fakta: Vec<(String, String)>,
    /// Names of criteria with their weights.
    pub kriteria: Vec<String>,
    /// Posts they may sit in, their points highest first.
    pub pos: Vec<BarisDapat>,
    /// Further ones that are not listed.
    pub lebih: usize,
    /// What points rest on: criterion and document.
    pub sumber: Vec<(String, String)>,
    /// Why they may not sit elsewhere: group of posts, and the wording with its article.
    pub dikecualikan: Vec<(String, String)>,
    /// Posts that can be asked about: number of the seat and name.
    pub tanya: Vec<(String, String)>,
    /// The one asked about.
    pub tentang: String,
    /// The answer in sentences; nothing before somebody asks.
    pub jawaban: Vec<String>,
    /// Who moves otherwise then; never shown to the person.
    pub perubahan: Vec<String>,
}

/// A post somebody may sit in.
#[derive(Clone, Debug, Default)]
pub struct BarisDapat {
    /// Its name and unit.
    pub jabatan: String,
    /// Its unit.
    pub unit: String,
    /// Its page; empty where the reader may not open it.
    pub href: String,
    /// Points by criterion.
    pub nilai: Vec<u8>,
    /// Their sum by the weights.
    pub skor: String,
    /// Place among those considered: `2 dari 9`.
    pub urutan: String,
    /// What the plan says of it.
    pub keadaan: String,
}

/// The page for the panel.
#[derive(Clone, Debug, Default)]
pub struct OrangView {
    /// The head of the round.
    pub kepala: Kepala,
    /// Its address.
    pub alamat: String,
    /// Name.
    pub nama: String,
    /// NIP.
    pub nip: String,
    /// What is said.
    pub tentang: Tentang,
}

/// The page.
pub fn orang(frame: &Frame, view: &OrangView) -> Markup {
    page(
        frame,
        html! {
            (kepala(&view.kepala, html! {}))
            div class="badan tumpuk" {
                div { h2 { (view.nama) } p class="angka" { (view.nip) } }
                (blok(&view.tentang, &view.alamat, "Mengapa (tidak) di pos ini?"))
            }
        },
    )
}

/// The blocks about a person.
pub fn blok(t: &Tentang, alamat: &str, tanya: &str) -> Markup {
    html! {
        @if !t.fakta.is_empty() { (kartu("fakta", "Dalam rencana ini", html! {}, fakta(&t.fakta.iter().map(|(l, v)| (l.as_str(), html! { (v) })).collect::<Vec<_>>()))) }
        @if !t.tanya.is_empty() { (kartu("tanya", tanya, html! {}, ask(t, alamat))) }
        @if !t.pos.is_empty() { (kartu("pos", "Pos yang dapat diisi", html! {}, posts(t))) }
        @if t.lebih > 0 { p class="redup" { (t.lebih) " pos dengan nilai lebih rendah tidak ditampilkan." } }
        @if !t.sumber.is_empty() { (kartu("sumber", "Asal nilai", html! {}, pairs("Kriteria dan dokumen di baliknya", ("Kriteria", "Dokumen"), &t.sumber))) }
        @if !t.dikecualikan.is_empty() { (kartu("kecuali", "Pos yang tidak dapat diisi, dan sebabnya", html! {}, pairs("Pengecualian dengan pasalnya", ("Kelompok pos", "Sebab"), &t.dikecualikan))) }
    }
}

fn ask(t: &Tentang, alamat: &str) -> Markup {
    html! {
        form class="isi-kartu formulir sebaris" method="get" action=(alamat) {
            (Ruas::choice("kursi", "Pos", t.tanya.clone()).value(&t.tentang))
            (Tombol::submit("Tanyakan"))
        }
        @if !t.jawaban.is_empty() {
            div class="isi-kartu tumpuk" {
                @for line in &t.jawaban { p { (line) } }
                @if !t.perubahan.is_empty() { details { summary class="buka" { "Siapa yang berpindah karenanya" } ul { @for line in &t.perubahan { li { (line) } } } } }
            }
        }
    }
}

fn posts(t: &Tentang) -> Markup {
    let row = |b: &BarisDapat| {
        let mut cells = vec![html! {
            @if b.href.is_empty() { (b.jabatan) } @else { a href=(b.href) { (b.jabatan) } }
            @if !b.unit.is_empty() { br; small class="redup" { (b.unit) } }
        }];
        cells.extend(b.nilai.iter().map(|n| html! { (n) }));
        cells.extend([html! { b { (b.skor) } }, html! { (b.urutan) }, html! { (b.keadaan) }]);
        Baris::new(cells)
    };
    let mut columns = vec![Kolom::new("Pos").phone(Phone::Full).class("kata")];
    columns.extend(t.kriteria.iter().map(|k| Kolom::new(k).numeric()));
    columns.extend([
        Kolom::new("Nilai").numeric(),
        Kolom::new("Urutan").class("utas"),
        Kolom::new("Rencana").class("kata"),
    ]);
    html! {
        (Tabel {
            caption: "Pos yang dapat diisi, nilai tertinggi lebih dahulu".into(),
            columns,
            rows: t.pos.iter().map(row).collect(),
            ..Tabel::default()
        })
    }
}

fn pairs(caption: &str, (left, right): (&str, &str), rows: &[(String, String)]) -> Markup {
    let row = |(a, b): &(String, String)| Baris::new(vec![html! { (a) }, html! { (b) }]);
    html! {
        (Tabel {
            caption: caption.into(),
            columns: vec![Kolom::new(left).phone(Phone::Full).class("kata"), Kolom::new(right).class("kalimat")],
            rows: rows.iter().map(row).collect(),
            compact: true,
            ..Tabel::default()
        })
    }
}
