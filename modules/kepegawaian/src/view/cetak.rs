//! The ticked people on a sheet.

use super::daftar::{BarisPegawai, Urut};
use super::tabel::{Isi, KolomTampil, table};
use maud::{Markup, html};
use web::component::kosong::kosong;
use web::component::lembar::Lembar;
use web::component::tombol::Tombol;
use web::{Frame, Icon, Tanggal, format, page};

/// The page `/pegawai/cetak`.
#[derive(Clone, Debug)]
pub struct CetakView {
    pub lembar: Lembar,
    pub columns: Vec<KolomTampil>,
    pub rows: Vec<BarisPegawai>,
    /// How many were ticked.
    pub asked: u64,
    pub at: Tanggal,
    pub back_href: String,
}

pub fn cetak(frame: &Frame, view: &CetakView) -> Markup {
    let shown = view.rows.len() as u64;
    let unsorted = Urut::default();
    let isi = Isi {
        caption: format!("{} pegawai terpilih", format::angka(shown)),
        columns: &view.columns,
        rows: &view.rows,
        at: view.at,
        sort: [&unsorted; 3],
        beside: false,
    };
    let body = html! {
        div class="kepala cetak-sembunyi" {
            div {
                h1 { "Pegawai terpilih" }
                p {
                    @if shown < view.asked {
                        (format::angka(shown)) " dari " (format::angka(view.asked)) " yang dipilih; selebihnya tidak ada di wilayah Anda."
                    } @else { (format::angka(shown)) " pegawai." }
                    " Untuk mencetak, pakai menu Cetak pada peramban (Ctrl P)."
                }
            }
            div class="aksi" { (Tombol::link("Kembali ke daftar", view.back_href.as_str())) }
        }
        @if view.rows.is_empty() {
            (kosong(Icon::Orang, "Tidak ada pegawai untuk dicetak", "Yang dipilih tidak ada di wilayah Anda.", None))
        } @else { (view.lembar.around(table(&isi))) }
    };
    page(frame, body)
}
