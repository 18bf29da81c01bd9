//! `/indikator/{kode}/{instansi}`.

use super::satu::tren;
use maud::{Markup, html};
use web::component::formulir::Ruas;
use web::component::garis::Garis;
use web::component::kabar::Kabar;
use web::component::kartu::{fakta, kartu};
use web::component::ringkasan_kesalahan::ringkasan_kesalahan;
use web::component::tabel::{Baris, Kolom, Phone, Tabel};
use web::component::tombol::Tombol;
use web::format::angka;
use web::{Frame, Tone, page};

/// The page.
#[derive(Clone, Debug, Default)]
pub struct RincianView {
    /// The indicator.
    pub nama: String,
    /// Whose figure.
    pub instansi: String,
    /// The figure.
    pub nilai: String,
    /// What is counted.
    pub definisi: String,
    /// Why there is no figure, or how whole the data are.
    pub catatan: String,
    /// What it was computed from.
    pub asal: String,
    /// Over time.
    pub garis: Garis,
    /// Why nobody stands behind it by name.
    pub tiada: Option<String>,
    /// People it counts whom the reader may list.
    pub orang: Vec<OrangBaris>,
    /// Posts it counts.
    pub pos: Vec<PosBaris>,
    /// By perangkat daerah, small figures masked where names are not told.
    pub per_opd: Vec<(String, String)>,
    /// How many the reader may not list.
    pub disembunyikan: usize,
    /// The basis one may state to see them; nothing where one may not, or has.
    pub dasar: Option<DasarView>,
    /// Until when the list stays open to the reader who stated one.
    pub dibuka: Option<String>,
    /// How many data do not tell about.
    pub tanpa_data: usize,
    /// How many more than shown.
    pub lebih: usize,
}

/// A person.
#[derive(Clone, Debug)]
pub struct OrangBaris {
    /// Name with titles.
    pub nama: String,
    /// The person's page, for those who may open it.
    pub href: Option<String>,
    /// Post.
    pub jabatan: String,
    /// Unit.
    pub unit: String,
}

/// The form for a basis.
#[derive(Clone, Debug, Default)]
pub struct DasarView {
    /// Where it is sent.
    pub action: String,
    /// As typed.
    pub isi: String,
    /// How long the list stays open.
    pub menit: u64,
    /// What is wrong with it.
    pub salah: Option<String>,
}

/// A post.
#[derive(Clone, Debug)]
pub struct PosBaris {
    /// Its name.
    pub jabatan: String,
    /// Its unit.
    pub unit: String,
    /// Places needed.
    pub kebutuhan: i64,
    /// Places held.
    pub pemegang: i64,
}

/// The page.
pub fn rincian(frame: &Frame, view: &RincianView) -> Markup {
    let salah = view.dasar.as_ref().and_then(|d| d.salah.clone());
    let summary: Vec<(String, String)> = salah.into_iter().map(|said| ("dasar".to_owned(), said)).collect();
    page(
        &Frame { refused: !summary.is_empty(), ..frame.clone() },
        html! {
            (ringkasan_kesalahan(&summary))
            div class="kepala" { div { h1 { (view.nama) } p { (view.instansi) " · " b { (view.nilai) } } } }
            div class="badan tumpuk" {
                @if let Some(why) = &view.tiada { (Kabar::new(Tone::Info, "Tidak dirinci.").body(html! { (why) })) }
                @if view.disembunyikan > 0 {
                    (Kabar::new(Tone::Info, "Sebagian ditampilkan sebagai angka saja.").body(html! {
                        (angka(view.disembunyikan as u64)) " di antaranya milik instansi atau unit lain, yang daftar namanya tidak menjadi kewenangan Anda."
                    }))
                }
                @if let Some(until) = &view.dibuka {
                    (Kabar::new(Tone::Info, "Daftar ini dibuka dengan dasar yang Anda tulis.").body(html! { "Tampil untuk Anda sampai pukul " (until) "; pembukaannya tercatat di jurnal instansi ini." }))
                }
                @if let Some(form) = &view.dasar { (kartu("buka", "Buka daftar dengan dasar", html! {}, dasar(frame, form))) }
                (kartu("tentang", "Yang dihitung", html! {}, fakta(&[("Definisi", html! { (view.definisi) }), ("Mutu data", html! { @if view.catatan.is_empty() { "Tidak ada yang terlewat karena data kurang." } @else { (view.catatan) } })])))
                (tren(&view.garis))
                @if !view.orang.is_empty() { (kartu("orang", "Pegawai", html! {}, people(&view.orang))) }
                @if !view.pos.is_empty() { (kartu("pos", "Jabatan", html! {}, posts(&view.pos))) }
                @if view.lebih > 0 { p { (angka(view.lebih as u64)) " lagi tidak ditampilkan di halaman ini." } }
                @if !view.per_opd.is_empty() { (kartu("opd", "Menurut perangkat daerah", html! {}, offices(&view.per_opd))) }
                p class="redup" { (view.asal) }
            }
        },
    )
}

fn dasar(frame: &Frame, form: &DasarView) -> Markup {
    html! {
        form class="isi-kartu formulir cetak-sembunyi" method="post" action=(form.action) {
            input type="hidden" name="csrf" value=(frame.csrf);
            p { "Daftar orang atau jabatan instansi lain tampil untuk Anda selama " (form.menit) " menit setelah dasarnya ditulis. Nama Anda, waktu, dan dasarnya tercatat di jurnal instansi itu dan dapat dibaca oleh pegawainya." }
            (Ruas::area("dasar", "Dasar", 3).value(&form.isi).help("10 sampai 300 huruf, misalnya: surat tugas pembinaan nomor dan tanggalnya.").error(form.salah.as_deref()))
            (Tombol::submit("Buka dan catat"))
        }
    }
}

fn people(rows: &[OrangBaris]) -> Markup {
    let row = |o: &OrangBaris| Baris {
        cells: vec![
            html! { @match &o.href { Some(href) => a href=(href) { (o.nama) }, None => (o.nama) } },
            html! { (o.jabatan) },
            html! { (o.unit) },
        ],
        ..Baris::default()
    };
    html! {
        (Tabel {
            caption: "Pegawai yang dihitung, menurut nama".into(),
            columns: vec![Kolom::new("Nama").phone(Phone::Full).class("kata"), Kolom::new("Jabatan"), Kolom::new("Unit")],
            rows: rows.iter().map(row).collect(),
            ..Tabel::default()
        })
    }
}

fn posts(rows: &[PosBaris]) -> Markup {
    let row = |p: &PosBaris| Baris {
        cells: vec![
            html! { (p.jabatan) },
            html! { (p.unit) },
            html! { (p.kebutuhan) },
            html! { (p.pemegang) },
        ],
        ..Baris::default()
    };
    html! {
        (Tabel {
            caption: "Jabatan yang dihitung".into(),
            columns: vec![
                Kolom::new("Jabatan").phone(Phone::Full).class("kata"),
                Kolom::new("Unit"),
                Kolom::new("Kebutuhan").numeric(),
                Kolom::new("Pemegang").numeric(),
            ],
            rows: rows.iter().map(row).collect(),
            ..Tabel::default()
        })
    }
}

fn offices(rows: &[(String, String)]) -> Markup {
    let row =
        |o: &(String, String)| Baris { cells: vec![html! { (o.0) }, html! { (o.1) }], ..Baris::default() };
    html! {
        (Tabel {
            caption: "Jumlah menurut perangkat daerah, terbanyak lebih dahulu".into(),
            columns: vec![Kolom::new("Perangkat daerah").phone(Phone::Full).class("kata"), Kolom::new("Jumlah").numeric()],
            rows: rows.iter().map(row).collect(),
            compact: true,
            ..Tabel::default()
        })
    }
}
