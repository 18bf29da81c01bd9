//! `/suksesi…`: who may follow in critical posts, and what happens when many retire at once.

use maud::{Markup, html};
use web::component::angka_utama::{AngkaUtama, angka_utama};
use web::component::formulir::Ruas;
use web::component::kabar::Kabar;
use web::component::kartu::kartu;
use web::component::kosong::kosong;
use web::component::lencana::lencana;
use web::component::tabel::{Baris, Kolom, Phone, Tabel};
use web::component::tombol::Tombol;
use web::format::Tanggal;
use web::{Frame, Icon, Tone, page};

/// The page.
#[derive(Clone, Debug, Default)]
pub struct SuksesiView {
    /// Critical posts.
    pub jabatan: Vec<JabatanView>,
    /// How many there are.
    pub semua: usize,
}

/// A post and who may follow in it.
#[derive(Clone, Debug, Default)]
pub struct JabatanView {
    /// Its name.
    pub jabatan: String,
    /// Its page.
    pub href: String,
    /// Its unit.
    pub unit: String,
    /// Nothing says what it asks for.
    pub tanpa_profil: bool,
    /// The nearest.
    pub penerus: Vec<PenerusView>,
}

/// Somebody who may follow.
#[derive(Clone, Debug, Default)]
pub struct PenerusView {
    /// Name.
    pub nama: String,
    /// Page.
    pub href: String,
    /// Post held.
    pub jabatan: String,
    /// Points.
    pub poin: String,
    /// What is lacking.
    pub kurang: Vec<String>,
}

/// The page `/suksesi`.
pub fn suksesi(frame: &Frame, view: &SuksesiView) -> Markup {
    page(
        frame,
        html! {
            div class="kepala" {
                div { h1 { "Suksesi" } p { (view.semua) " jabatan kritis. Tiga calon pengganti terdekat menurut bobot yang diusulkan paket peraturan dan standar jabatannya." } }
                div class="aksi" { (Tombol::link("Simulasi pensiun", "/suksesi/simulasi")) }
            }
            div class="badan tumpuk" {
                @if view.jabatan.is_empty() {
                    (kosong(Icon::Org, "Belum ada jabatan kritis", "Tandai jabatan kritis pada halaman standar kompetensinya.", Some(Tombol::link("Standar kompetensi", "/penempatan/profil"))))
                }
                @for (n, j) in view.jabatan.iter().enumerate() { (jabatan(n, j)) }
                @if view.semua > view.jabatan.len() { p { "Ditampilkan " (view.jabatan.len()) " jabatan dengan kelas tertinggi." } }
            }
        },
    )
}

fn jabatan(n: usize, j: &JabatanView) -> Markup {
    let body = html! {
        div class="isi-kartu tumpuk" {
            p { @if !j.unit.is_empty() { (j.unit) " · " } a href=(j.href) { "standar kompetensi" } }
            @if j.tanpa_profil { (Kabar::new(Tone::Awas, "Jabatan ini belum mempunyai standar kompetensi").action("Impor standar", "/penempatan/profil/impor")) }
            @else if j.penerus.is_empty() { p { "Belum ada calon yang telah dinilai kompetensinya." } }
            @else { ol { @for p in &j.penerus { li { (penerus(p)) } } } }
        }
    };
    kartu(&format!("jabatan-{n}"), &j.jabatan, html! {}, body)
}

fn penerus(p: &PenerusView) -> Markup {
    html! {
        a href=(p.href) { (p.nama) } ", " (p.jabatan) ". " strong { (p.poin) " poin" } ". "
        @if p.kurang.is_empty() { (lencana(Tone::Ok, None, "Tidak ada kekurangan yang diketahui")) }
        @else { ul { @for k in &p.kurang { li { (k) } } } }
    }
}

/// What happens when many retire.
#[derive(Clone, Debug, Default)]
pub struct SimulasiView {
    /// The year.
    pub tahun: i16,
    /// How many at most.
    pub jumlah: usize,
    /// Who reaches pension in the year.
    pub semua: usize,
    /// Those taken.
    pub pensiun: usize,
    /// Manajerial posts that become empty.
    pub kosong: Vec<KosongView>,
}

/// A post that becomes empty.
#[derive(Clone, Debug)]
pub struct KosongView {
    /// Its name.
    pub jabatan: String,
    /// Its page.
    pub href: String,
    /// Its unit.
    pub unit: String,
    /// Eselon.
    pub jenjang: String,
    /// When.
    pub pensiun: Tanggal,
    /// Ready among the nearest three; `None` without a standard.
    pub siap: Option<usize>,
    /// The nearest.
    pub terdekat: Option<PenerusView>,
}

/// The page `/suksesi/simulasi`.
pub fn simulasi(frame: &Frame, view: &SimulasiView) -> Markup {
    let count =
        |wanted: fn(Option<usize>) -> bool| view.kosong.iter().filter(|k| wanted(k.siap)).count() as u64;
    let figures = [
        AngkaUtama::new(
            "Pegawai pensiun",
            view.pensiun as u64,
            &format!("dari {} pada tahun {}", view.semua, view.tahun),
        ),
        AngkaUtama::new("Jabatan manajerial kosong", view.kosong.len() as u64, "yang ditinggalkan mereka"),
        AngkaUtama::new("Ada calon siap", count(|s| s.is_some_and(|n| n > 0)), "di antara tiga terdekat"),
        AngkaUtama::new("Belum ada calon siap", count(|s| s == Some(0)), "perlu disiapkan"),
    ];
    page(
        frame,
        html! {
            div class="kepala" { div { h1 { "Bila " (view.pensiun) " orang pensiun pada " (view.tahun) } p { "Menurut TMT pensiun pada paket peraturan. Tidak ada yang berubah karena halaman ini." } } }
            div class="badan tumpuk" {
                form class="formulir" method="get" action="/suksesi/simulasi" {
                    (Ruas::text("tahun", "Tahun").value(&view.tahun.to_string()))
                    (Ruas::text("jumlah", "Paling banyak pegawai").value(&view.jumlah.to_string()).help("Pemegang jabatan struktural didahulukan, lalu yang pensiun lebih dahulu."))
                    div class="baris" { (Tombol::submit("Hitung").primary()) }
                }
                (angka_utama("Akibatnya", &figures))
                @if view.kosong.is_empty() { p { "Tidak ada jabatan manajerial yang menjadi kosong." } } @else { (rows(&view.kosong)) }
                p { "Jabatan yang ditinggalkan calon menjadi kosong pula. Rantai lengkapnya dihitung pada sebuah " "rencana mutasi." }
            }
        },
    )
}

fn rows(list: &[KosongView]) -> Markup {
    let row = |k: &KosongView| Baris {
        cells: vec![
            html! { a href=(k.href) { (k.jabatan) } },
            html! { (k.unit) },
            html! { (k.jenjang) },
            html! { time datetime=(k.pensiun.iso()) { (k.pensiun.short()) } },
            html! { @match k.siap {
                None => { (lencana(Tone::Awas, None, "Tanpa standar")) },
                Some(0) => { (lencana(Tone::Bahaya, None, "Belum ada")) },
                Some(n) => { (lencana(Tone::Ok, None, &format!("{n} siap"))) },
            } },
            html! { @match &k.terdekat { Some(p) => { a href=(p.href) { (p.nama) } ", " (p.poin) " poin" }, None => "–" } },
        ],
        ..Baris::default()
    };
    html! {
        (Tabel {
            caption: "Jabatan yang menjadi kosong".into(),
            columns: vec![
                Kolom::new("Jabatan").phone(Phone::Full).class("kalimat"),
                Kolom::new("Unit").class("kalimat"),
                Kolom::new("Eselon").class("utas"),
                Kolom::new("TMT pensiun").class("utas"),
                Kolom::new("Calon siap"),
                Kolom::new("Calon terdekat").class("kalimat"),
            ],
            rows: list.iter().map(row).collect(),
            ..Tabel::default()
        })
    }
}
