//! Nothing to show: one sentence, why, and one way on.

use crate::{Icon, Sample, component::tombol::Tombol, icon::icon_large};
use maud::{Markup, html};

pub fn kosong(picture: Icon, title: &str, why: &str, way: Option<Tombol>) -> Markup {
    html! {
        div class="kosong" {
            (icon_large(picture))
            b { (title) }
            p { (why) }
            @if let Some(way) = way { (way) }
        }
    }
}

pub fn samples() -> Vec<Sample> {
    vec![
        Sample::new("tugas", kosong(Icon::Tugas, "Tidak ada tugas menunggu", "Usulan baru dari unit Anda akan muncul di sini.", None)),
        Sample::new(
            "pencarian",
            kosong(Icon::Cari, "Tidak ada pegawai yang cocok dengan \"Ratna Wln\"", "Periksa ejaan atau cari dengan NIP.", Some(Tombol::link("Hapus saringan", "#hapus").small())),
        ),
    ]
}
