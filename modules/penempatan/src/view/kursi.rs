//! `/penempatan/{id}/kursi/{n}`: who was considered for a seat, in which order, and what the others would have cost.

use super::kepala::{Kepala, kepala};
use maud::{Markup, html};
use web::component::kartu::{fakta, kartu};
use web::component::kosong::kosong;
use web::component::lencana::lencana;
use web::component::tabel::{Baris, Kolom, Phone, Tabel};
use web::component::tombol::Tombol;
use web::{Frame, Icon, Tone, page};

/// The page.
#[derive(Clone, Debug, Default)]
pub struct KursiView {
    /// The head of the round.
    pub kepala: Kepala,
    /// The post.
    pub jabatan: String,
    /// Its unit.
    pub unit: String,
    /// Label and value.
    pub fakta: Vec<(String, String)>,
    /// Names of criteria with their weights.
    pub kriteria: Vec<String>,
    /// Who was considered, highest first.
    pub calon: Vec<BarisCalon>,
    /// Further ones that are not listed.
    pub lebih: usize,
    /// Of the first, in sentences: name and what it would have cost.
    pub selisih: Vec<(String, Vec<String>)>,
    /// How many may not sit here, and why in short: wording and count.
    pub dikecualikan: Vec<(String, usize)>,
    /// Where the PPK chooses otherwise; empty when not now.
    pub menyimpang: String,
}

/// Somebody considered.
#[derive(Clone, Debug, Default)]
pub struct BarisCalon {
    /// Place in the order, from 1.
    pub urutan: usize,
    /// Name.
    pub nama: String,
    /// Page.
    pub href: String,
    /// What they are now.
    pub kini: String,
    /// Points by criterion.
    pub nilai: Vec<u8>,
    /// Their sum by the weights.
    pub skor: String,
    /// Where the plan has them.
    pub tempat: String,
    /// They sit here.
    pub duduk: bool,
}

/// The page.
pub fn kursi(frame: &Frame, view: &KursiView) -> Markup {
    let buttons = html! { @if !view.menyimpang.is_empty() { (Tombol::link("Pilih orang lain", view.menyimpang.as_str())) } };
    page(
        frame,
        html! {
            (kepala(&view.kepala, buttons))
            div class="badan tumpuk" {
                div { h2 { (view.jabatan) } @if !view.unit.is_empty() { p { (view.unit) } } }
                (kartu("fakta", "Pos ini", html! {}, fakta(&view.fakta.iter().map(|(l, v)| (l.as_str(), html! { (v) })).collect::<Vec<_>>())))
                @if view.calon.is_empty() {
                    (kosong(Icon::Orang, "Tidak ada yang memenuhi syarat", "Sebab setiap pengecualian ada di bawah. Pos ini tetap kosong.", None))
                } @else { (considered(view)) }
                @if view.lebih > 0 { p class="redup" { (view.lebih) " orang dengan nilai lebih rendah tidak ditampilkan." } }
                @if !view.selisih.is_empty() {
                    (kartu("selisih", "Bila orang lain yang ditempatkan di sini", html! {}, html! { div class="isi-kartu tumpuk" {
                        @for (name, lines) in &view.selisih { div { h3 { (name) } @for line in lines { p { (line) } } } }
                    } }))
                }
                @if !view.dikecualikan.is_empty() { (kartu("kecuali", "Yang tidak dapat ditempatkan di sini", html! {}, left_out(view))) }
            }
        },
    )
}

fn considered(view: &KursiView) -> Markup {
    let row = |b: &BarisCalon| {
        let mut cells = vec![
            html! { (b.urutan) },
            html! { a href=(b.href) { (b.nama) } br; small class="redup" { (b.kini) } },
        ];
        cells.extend(b.nilai.iter().map(|n| html! { (n) }));
        cells.push(html! { b { (b.skor) } });
        cells.push(
            html! { @if b.duduk { (lencana(Tone::Ok, Some(Icon::Cek), "Di pos ini")) } @else { (b.tempat) } },
        );
        Baris::new(cells)
    };
    let mut columns =
        vec![Kolom::new("Urutan").numeric(), Kolom::new("Nama").phone(Phone::Full).class("kata")];
    columns.extend(view.kriteria.iter().map(|k| Kolom::new(k).numeric()));
    columns.extend([Kolom::new("Nilai").numeric(), Kolom::new("Menurut rencana").class("kata")]);
    html! {
        (Tabel {
            caption: "Yang dipertimbangkan, nilai tertinggi lebih dahulu".into(),
            columns,
            rows: view.calon.iter().map(row).collect(),
            ..Tabel::default()
        })
    }
}

fn left_out(view: &KursiView) -> Markup {
    let row = |(why, count): &(String, usize)| Baris::new(vec![html! { (why) }, html! { (count) }]);
    html! {
        (Tabel {
            caption: "Sebab pengecualian dan banyaknya orang".into(),
            columns: vec![Kolom::new("Sebab").phone(Phone::Full).class("kalimat"), Kolom::new("Orang").numeric()],
            rows: view.dikecualikan.iter().map(row).collect(),
            compact: true,
            ..Tabel::default()
        })
    }
}
