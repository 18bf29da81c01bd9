//! Pages of the law as functions of plain values: they know neither pack nor request.

mod akta;
mod andaikan;
mod banding;
mod daftar;
mod kosakata;
mod norma;
mod perubahan;
mod pustaka;
mod rancangan;
pub mod samples;
pub mod samples_rancangan;
mod tabel;
mod tiada;

pub use akta::akta;
pub use andaikan::{AndaikanView, BarisLayanan, BarisOrang, Daftar, Isi as IsiAndaian, Satu, andaikan};
pub use banding::{APA, BandingView, banding};
pub use daftar::{DaftarView, daftar};
pub use kosakata::{BAGIAN, KosakataView, kosakata};
pub use norma::{NormaView, ParafView, Tanda, norma};
pub use perubahan::{PerubahanView, perubahan};
pub use pustaka::{PustakaView, pustaka};
pub use rancangan::{ALAMAT as RANCANGAN, BarisDraf, RancanganView, rancangan};

pub use samples::samples;
pub use tiada::tiada;

use crate::rule::Nama;
use crate::rule::akta::Keadaan;
use crate::rule::halaman::Halaman;
use kernel::Date;
use kernel::tables::Kepastian;
use maud::{Markup, Render, html};
use web::component::formulir::Ruas;
use web::component::lencana::lencana;
use web::component::paging::Paging;
use web::component::tanggal::waktu;
use web::component::tombol::Tombol;
use web::{Icon, Tanggal, Tone, url};

/// A day as components take it.
fn tgl(day: Date) -> Tanggal {
    host::tanggal(day)
}

/// A day with its machine form.
fn hari(day: Date) -> Markup {
    waktu(tgl(day))
}

/// `sejak 7 Apr 2017`, `7 Apr 2017 sampai 31 Agu 2021`; the end is the last day, as acts are cited.
fn masa(mulai: Date, sampai: Option<Date>) -> Markup {
    html! {
        @match sampai {
            None => { "sejak " (hari(mulai)) },
            Some(end) => { (hari(mulai)) " sampai " (hari(end.add_days(-1))) },
        }
    }
}

/// The page of an act.
fn tautan(akta: &Nama) -> Markup {
    html! { a href=(format!("/peraturan/{}", url::encode(&akta.id))) { (akta.sebutan) } }
}

/// Address of a norm on a law date; that of today without one.
fn alamat_norma(kunci: &str, hukum: Option<Date>) -> String {
    let day = hukum.map_or(String::new(), |d| d.to_string());
    url::link(&format!("/peraturan/norma/{}", url::encode(kunci)), &[("hukum", &day)])
}

/// How sure we are: finished things are plain, what must be checked stands out.
fn kepastian(k: Kepastian) -> Markup {
    match k {
        Kepastian::Seen => html! { "terbaca" },
        Kepastian::High => html! { span title=(k.label()) { "hampir pasti" } },
        Kepastian::Medium => lencana(Tone::Awas, Some(Icon::Awas), "perlu dicek"),
        Kepastian::Low => lencana(Tone::Bahaya, Some(Icon::Awas), "belum pasti"),
        Kepastian::Praktik => html! { "kebiasaan" },
    }
}

/// How a provision stands on the day asked about; one element, for a cell of a table is a grid on a phone.
fn keadaan(k: &Keadaan) -> Markup {
    html! { span { @match k {
        Keadaan::Berlaku => "berlaku",
        Keadaan::Diteruskan(by) => { "dicabut, diteruskan melalui " (tautan(by)) },
        Keadaan::Mendatang(day) => { "mulai " (hari(*day)) },
        Keadaan::Digantikan(day, by) => { "sejak " (hari(*day)) " diatur " (tautan(by)) },
        Keadaan::Berakhir(day) => { "tidak berlaku sejak " (hari(*day)) },
        Keadaan::Tidak => "tidak berlaku secara nasional",
    } } }
}

/// Asks the same page for the law of another day.
fn pilih_hukum(action: &str, hukum: Date, keep: &[(&str, &str)]) -> Markup {
    html! {
        form class="badan pilih-hari cetak-sembunyi" method="get" action=(action) {
            @for (name, value) in keep { @if !value.is_empty() { input type="hidden" name=(name) value=(value); } }
            (Ruas::date("hukum", "Hukum per tanggal").value(&tgl(hukum).typed()))
            (Tombol::submit("Lihat").context("hukum pada tanggal itu"))
        }
    }
}

/// Previous and next; nothing when all rows are here.
fn paging(at: &Halaman, to: impl Fn(&str) -> String) -> Markup {
    if at.previous.is_none() && at.next.is_none() {
        return html! {};
    }
    Paging {
        first: at.first as u64,
        last: at.last as u64,
        total: Some(at.total as u64),
        previous_href: at.previous.as_deref().map(&to),
        next_href: at.next.as_deref().map(&to),
        sizes: Vec::new(),
    }
    .render()
}

/// A sentence about rows that are not shown; nothing when all are.
fn sisa(hidden: usize, noun: &str, way: &str) -> Markup {
    html! {
        @if hidden > 0 {
            p class="badan redup" { (web::format::angka(hidden as u64)) " " (noun) " lagi tidak ditampilkan. " (way) }
        }
    }
}
