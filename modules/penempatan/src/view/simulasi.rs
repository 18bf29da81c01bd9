//! `/suksesi/simulasi`: what happens when many retire.

use super::suksesi::PenerusView;
use maud::{Markup, html};
use web::component::angka_utama::{AngkaUtama, angka_utama};
use web::component::formulir::Ruas;
use web::component::kabar::Kabar;
use web::component::kartu::kartu;
use web::component::lencana::lencana;
use web::component::rantai::{Rantai, rantai};
use web::component::ringkasan_kesalahan::ringkasan_kesalahan;
use web::component::tabel::{Baris, Kolom, Phone, Tabel};
use web::component::tombol::Tombol;
use web::format::Tanggal;
use web::{Frame, Tone, page};

/// The form as typed.
#[derive(Clone, Debug, Default)]
pub struct IsianView {
    /// The year.
    pub tahun: String,
    /// How many at most.
    pub jumlah: String,
    /// Field and sentence of what is wrong.
    pub salah: Vec<(String, String)>,
}

/// What happens when many retire.
#[derive(Clone, Debug, Default)]
pub struct SimulasiView {
    /// The year.
    pub tahun: i16,
    /// How many were asked for.
    pub diminta: usize,
    /// Who reaches pension in the year.
    pub semua: usize,
    /// Those taken.
    pub pensiun: usize,
    /// Why nothing was refilled; empty when it was.
    pub catatan: String,
    /// Moves by which the posts are refilled.
    pub pindah: usize,
    /// Chains, longest first, as many as are drawn.
    pub rantai: Vec<Rantai>,
    /// Further chains that are not drawn.
    pub rantai_lebih: usize,
    /// Manajerial posts that are left.
    pub kosong: Vec<KosongView>,
    /// Posts that end empty.
    pub tetap_kosong: Vec<PosKosong>,
    /// Conditions that were taken as met though an official would have to decide them.
    pub terbuka: usize,
}

/// A post that is left.
#[derive(Clone, Debug)]
pub struct KosongView {
    /// Its name.
    pub jabatan: String,
    /// Its page.
    pub href: String,
    /// Its unit.
    pub unit: String,
    /// Its level.
    pub jenjang: String,
    /// When.
    pub pensiun: Option<Tanggal>,
    /// Nothing says what it asks for.
    pub tanpa_profil: bool,
    /// How many may come into it.
    pub calon: usize,
    /// Who does in the simulation.
    pub pengisi: Option<PenerusView>,
}

/// A post that ends empty.
#[derive(Clone, Debug)]
pub struct PosKosong {
    /// Its name.
    pub jabatan: String,
    /// Its unit.
    pub unit: String,
    /// Why.
    pub sebab: String,
    /// Somebody retires from it; otherwise somebody rose out of it.
    pub ditinggalkan: bool,
}

/// The page; without a result where the form was refused.
pub fn simulasi(frame: &Frame, isian: &IsianView, view: Option<&SimulasiView>) -> Markup {
    let title = match view {
        Some(v) => format!("Bila {} orang pensiun pada {}", v.pensiun, v.tahun),
        None => "Simulasi pensiun".to_owned(),
    };
    page(
        frame,
        html! {
            div class="kepala" { div { h1 { (title) } p { "Menurut TMT pensiun pada paket peraturan. Tidak ada yang berubah karena halaman ini." } } }
            div class="badan tumpuk" {
                (ringkasan_kesalahan(&isian.salah))
                (form(isian))
                @if let Some(view) = view { (result(view)) }
            }
        },
    )
}

fn form(isian: &IsianView) -> Markup {
    let wrong = |name: &str| isian.salah.iter().find(|s| s.0 == name).map(|s| s.1.as_str());
    html! {
        form class="formulir" method="get" action="/suksesi/simulasi" {
            (Ruas::text("tahun", "Tahun").value(&isian.tahun).error(wrong("tahun")))
            (Ruas::text("jumlah", "Paling banyak pegawai").value(&isian.jumlah).help("Pemegang jabatan struktural didahulukan, lalu yang pensiun lebih dahulu.").error(wrong("jumlah")))
            div class="baris" { (Tombol::submit("Hitung").primary()) }
        }
    }
}

fn result(view: &SimulasiView) -> Markup {
    let filled = view.kosong.iter().filter(|k| k.pengisi.is_some()).count();
    let figures = [
        AngkaUtama::new(
            "Pegawai pensiun",
            view.pensiun as u64,
            &format!("dari {} pada tahun {}", view.semua, view.tahun),
        ),
        AngkaUtama::new("Jabatan manajerial ditinggalkan", view.kosong.len() as u64, "oleh mereka"),
        AngkaUtama::new("Dapat terisi", filled as u64, &format!("dengan {} perpindahan", view.pindah)),
        AngkaUtama::new("Tetap kosong", view.tetap_kosong.len() as u64, "pada ujung rantai"),
    ];
    html! {
        @if view.pensiun < view.diminta {
            (Kabar::new(Tone::Info, &format!("Diminta {} orang; yang mencapai TMT pensiun pada {} ada {} orang.", view.diminta, view.tahun, view.semua)))
        }
        @if !view.catatan.is_empty() { (Kabar::new(Tone::Awas, &view.catatan)) }
        (angka_utama("Akibatnya", &figures))
        @if view.kosong.is_empty() && view.catatan.is_empty() { p { "Tidak ada jabatan manajerial yang ditinggalkan." } }
        @if !view.rantai.is_empty() {
            (kartu("rantai", "Rantai pengisian", html! { small { "dari atas: pos yang ditinggalkan, lalu pos asal pengisinya" } }, html! { div class="isi-kartu tumpuk" {
                (rantai(&view.rantai))
                @if view.rantai_lebih > 0 { p class="redup" { (view.rantai_lebih) " rantai yang lebih pendek tidak digambar." } }
            } }))
        }
        @if !view.kosong.is_empty() { (left(&view.kosong)) }
        @if !view.tetap_kosong.is_empty() { (kartu("tetap-kosong", "Pos yang tetap kosong", html! {}, empty(&view.tetap_kosong))) }
        @if !view.kosong.is_empty() { (basis(view)) }
    }
}

fn basis(view: &SimulasiView) -> Markup {
    html! {
        details {
            summary class="buka" { "Cara menghitung" }
            ul {
                li { "Syarat, standar, dan penilaian menurut keadaan hari ini, dengan bobot yang diusulkan paket peraturan; bidang ilmu tidak dibandingkan." }
                li { "Pemegang jabatan hanya naik. Perpindahan setingkat hanya memindahkan kekosongan, jadi tidak dihitung." }
                li { "Pos yang ditinggalkan diisi lebih dahulu dengan jumlah nilai tertinggi, lalu pos yang ditinggalkan pengisinya, dan seterusnya." }
                li { "Yang pensiun sampai akhir tahun itu tidak ditempatkan." }
                li { "Untuk pimpinan tinggi diambil nilai tertinggi; pada rencana sesungguhnya PPK memilih satu dari tiga nama." }
                @if view.terbuka > 0 { li { (view.terbuka) " hal masih harus diputus pejabat dan dianggap terpenuhi." } }
            }
        }
    }
}

fn left(list: &[KosongView]) -> Markup {
    let row = |k: &KosongView| {
        Baris::new(vec![
            html! { a href=(k.href) { (k.jabatan) } @if k.tanpa_profil { " " (lencana(Tone::Awas, None, "Tanpa standar")) } },
            html! { (k.unit) },
            html! { (k.jenjang) },
            html! { @if let Some(day) = &k.pensiun { time datetime=(day.iso()) { (day.short()) } } },
            html! { (k.calon) },
            html! { @match &k.pengisi {
                Some(p) => { a href=(p.href) { (p.nama) } ", " (p.jabatan) " (" (p.poin) ")" },
                None => (lencana(Tone::Bahaya, None, "Tetap kosong")),
            } },
        ])
    };
    html! {
        (Tabel {
            caption: "Jabatan yang ditinggalkan".into(),
            columns: vec![
                Kolom::new("Jabatan").phone(Phone::Full).class("kalimat"),
                Kolom::new("Unit").class("kalimat"),
                Kolom::new("Jenjang").class("utas"),
                Kolom::new("TMT pensiun").class("utas"),
                Kolom::new("Memenuhi syarat").numeric(),
                Kolom::new("Pengisi dalam simulasi").class("kalimat"),
            ],
            rows: list.iter().map(row).collect(),
            ..Tabel::default()
        })
    }
}

fn empty(list: &[PosKosong]) -> Markup {
    let row = |p: &PosKosong| {
        let how = if p.ditinggalkan { "ditinggalkan pensiun" } else { "pemegangnya naik" };
        Baris::new(vec![html! { (p.jabatan) }, html! { (p.unit) }, html! { (how) }, html! { (p.sebab) }])
    };
    html! {
        (Tabel {
            caption: "Pos yang tetap kosong dan sebabnya".into(),
            columns: vec![
                Kolom::new("Pos").phone(Phone::Full).class("kata"),
                Kolom::new("Unit").class("kata"),
                Kolom::new("Karena").class("kata"),
                Kolom::new("Sebab tetap kosong").class("kalimat"),
            ],
            rows: list.iter().map(row).collect(),
            compact: true,
            ..Tabel::default()
        })
    }
}
