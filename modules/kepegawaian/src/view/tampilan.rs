//! Keeping a list under a name, and what one keeps already.

use maud::{Markup, Render, html};
use web::component::formulir::Ruas;
use web::component::kartu::kartu;
use web::component::ringkasan_kesalahan::ringkasan_kesalahan;
use web::component::tabel::{Baris, Kolom, Phone, Tabel};
use web::component::tombol::Tombol;
use web::{Frame, format, page};

/// The page `/pegawai/tampilan`.
#[derive(Clone, Debug, Default)]
pub struct TampilanView {
    /// As typed.
    pub name: String,
    pub shared: bool,
    /// `Bagikan kepada instansi Anda`
    pub share_label: String,
    /// The address that is kept.
    pub address: String,
    /// People it shows now; `None` when it names what the reader does not reach.
    pub count: Option<u64>,
    pub error: Option<String>,
    /// One of that name is there: it may be replaced.
    pub exists: bool,
    pub back_href: String,
    pub own: Vec<BarisTampilan>,
}

#[derive(Clone, Debug, Default)]
pub struct BarisTampilan {
    pub name: String,
    pub href: String,
    pub count: Option<u64>,
    pub shared: bool,
}

pub fn tampilan(frame: &Frame, view: &TampilanView) -> Markup {
    let mut frame = frame.clone();
    let errors: Vec<(String, String)> = view.error.iter().map(|e| ("nama".to_owned(), e.clone())).collect();
    frame.refused = !errors.is_empty();
    let body = html! {
        (ringkasan_kesalahan(&errors))
        div class="kepala" { div {
            h1 { "Simpan tampilan" }
            p { "Saringan, urutan, dan kolom daftar disimpan dengan nama, lalu berdiri sebagai tab di atas daftar." }
        } }
        div class="badan tumpuk" {
            form class="formulir" method="post" action="/pegawai/tampilan" {
                input type="hidden" name="csrf" value=(frame.csrf);
                input type="hidden" name="alamat" value=(view.address);
                p { "Tampilan ini sekarang memuat " b class="angka" { (people(view.count)) } "." }
                (Ruas::text("nama", "Nama tampilan").value(&view.name).help("1 sampai 40 huruf, misalnya: Perawat pensiun 2027").error(view.error.as_deref()))
                @if view.exists { (Ruas::check("ganti", "Ganti yang lama", "ya", false)) }
                (Ruas::check("dibagi", &view.share_label, "ya", view.shared))
                div class="baris" {
                    (Tombol::submit("Simpan tampilan").primary())
                    (Tombol::link("Batal", view.back_href.as_str()).quiet())
                }
            }
            @if !view.own.is_empty() { (kartu("tampilan-anda", "Tampilan Anda", html! {}, own(&frame, view))) }
        }
    };
    page(&frame, body)
}

fn people(count: Option<u64>) -> String {
    count.map_or_else(|| "orang di luar wilayah Anda".to_owned(), |n| format!("{} pegawai", format::angka(n)))
}

fn own(frame: &Frame, view: &TampilanView) -> Markup {
    let row = |t: &BarisTampilan| {
        Baris::new(vec![
            html! { a href=(t.href) { (t.name) } },
            html! { @match t.count { Some(n) => (format::angka(n)), None => "–" } },
            html! { @if t.shared { "Dibagikan" } @else { "Hanya Anda" } },
            html! {
                form method="post" action="/pegawai/tampilan/hapus" {
                    input type="hidden" name="csrf" value=(frame.csrf);
                    input type="hidden" name="nama" value=(t.name);
                    input type="hidden" name="alamat" value=(view.address);
                    (Tombol::submit("Hapus").small().context(&t.name))
                }
            },
        ])
    };
    Tabel {
        caption: "Tampilan Anda, yang terlama lebih dahulu".into(),
        columns: vec![
            Kolom::new("Nama").phone(Phone::Full),
            Kolom::new("Pegawai").numeric(),
            Kolom::new("Terlihat oleh"),
            Kolom::new("Tindakan").silent(),
        ],
        rows: view.own.iter().map(row).collect(),
        ..Tabel::default()
    }
    .render()
}
