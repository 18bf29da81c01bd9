//! `/rakor`: every rakor the reader may see.

use maud::{Markup, html};
use web::component::kosong::kosong;
use web::component::lencana::lencana;
use web::component::tabel::{Baris, Kolom, Phone, Tabel};
use web::component::tombol::Tombol;
use web::format::Tanggal;
use web::{Frame, Icon, Tone, page};

/// The page.
#[derive(Clone, Debug, Default)]
pub struct DaftarView {
    /// Newest first.
    pub rows: Vec<BarisRakor>,
    /// Years there are rakor in.
    pub years: Vec<i16>,
    /// The year shown; all when `None`.
    pub tahun: Option<i16>,
    /// Whether the reader plans rakor.
    pub baru: bool,
}

/// One of them.
#[derive(Clone, Debug)]
pub struct BarisRakor {
    /// What it is called.
    pub judul: String,
    /// Its page.
    pub href: String,
    /// Its day.
    pub tanggal: Option<Tanggal>,
    /// Its kind.
    pub jenis: String,
    /// Who convenes it.
    pub penyelenggara: String,
    /// How far it is.
    pub tahap: (String, Tone),
    /// Follow-ups closed, and all of them.
    pub rtl: (usize, usize),
}

/// The page `/rakor`.
pub fn daftar(frame: &Frame, view: &DaftarView) -> Markup {
    let plan = || Tombol::link("Rencanakan rakor", "/rakor/baru").primary().icon(Icon::Tambah);
    page(
        frame,
        html! {
            div class="kepala" {
                div { h1 { "Rakor" } p { "Rapat koordinasi: dari agenda sampai angka yang berubah." } }
                @if view.baru { div class="aksi" { (Tombol::link("Templat", "/rakor/templat")) (plan()) } }
            }
            div class="badan tumpuk" {
                @if view.years.len() > 1 {
                    nav class="baris" aria-label="Tahun" {
                        (tahun("Semua tahun", "/rakor".into(), view.tahun.is_none()))
                        @for y in &view.years { (tahun(&y.to_string(), format!("/rakor?tahun={y}"), view.tahun == Some(*y))) }
                    }
                }
                @if view.rows.is_empty() {
                    (kosong(Icon::Rakor, "Belum ada rakor", "Rakor yang Anda selenggarakan atau yang mengundang instansi Anda tampil di sini.", view.baru.then(plan)))
                } @else { (rows(&view.rows)) }
            }
        },
    )
}

fn tahun(label: &str, href: String, current: bool) -> Markup {
    html! { a class="tombol kecil" href=(href) aria-current=[current.then_some("page")] { (label) } }
}

fn rows(rows: &[BarisRakor]) -> Markup {
    let row = |r: &BarisRakor| Baris {
        cells: vec![
            html! { a href=(r.href) { (r.judul) } },
            html! { @match r.tanggal { Some(d) => time datetime=(d.iso()) { (d.short()) }, None => span class="redup" { "belum ditetapkan" } } },
            html! { (r.jenis) },
            html! { (r.penyelenggara) },
            html! { (lencana(r.tahap.1, None, &r.tahap.0)) },
            html! { @if r.rtl.1 == 0 { span class="redup" { "–" } } @else { (r.rtl.0) " dari " (r.rtl.1) } },
        ],
        ..Baris::default()
    };
    html! {
        (Tabel {
            caption: "Rakor, yang terbaru lebih dahulu".into(),
            columns: vec![
                Kolom::new("Rakor").phone(Phone::Full).class("kalimat"),
                Kolom::new("Tanggal").class("utas"),
                Kolom::new("Jenis"),
                Kolom::new("Penyelenggara"),
                Kolom::new("Tahap"),
                Kolom::new("RTL selesai").class("utas"),
            ],
            rows: rows.iter().map(row).collect(),
            ..Tabel::default()
        })
    }
}
