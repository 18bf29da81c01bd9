//! `Pintasan`: pages and people by a few letters (Ctrl K). The page `/cari` is the same thing without script.

use crate::page::NavGroup;
use crate::{Icon, Sample, component::kosong::kosong, component::tombol::Tombol, icon};
use maud::{Markup, html};

/// One thing found. `note` is the formatted NIP or a kind (`Unit kerja`).
#[derive(Clone, Debug)]
pub struct Hasil {
    pub label: String,
    pub note: String,
    pub href: String,
    pub icon: Icon,
}

/// The dialog at the end of every page; stays closed without script.
pub(crate) fn pintasan(nav: &[NavGroup]) -> Markup {
    html! {
        dialog class="palet" id="palet" aria-label="Pintasan" {
            form method="get" action="/cari" {
                input name="q" placeholder="Ketik halaman, nama, atau NIP…" autocomplete="off" role="combobox" aria-expanded="true"
                    aria-controls="palet-hasil" aria-autocomplete="list" aria-label="Halaman, nama, atau NIP";
            }
            ul id="palet-hasil" role="listbox" aria-label="Hasil" {
                li role="presentation" { "Buka" }
                @for item in nav.iter().flat_map(|g| &g.items) {
                    li role="presentation" {
                        a role="option" href=(item.href) data-g=[item.key.map(|k| k.to_string())] {
                            (icon(item.icon)) (item.label)
                            @if let Some(key) = item.key { small { kbd { "g" } " " kbd { (key) } } }
                        }
                    }
                }
            }
            div class="kaki" {
                span { kbd { "/" } " saring" } span { kbd { "j" } " " kbd { "k" } " pindah baris" } span { kbd { "x" } " pilih" } span { kbd { "?" } " panduan" }
                button class="tombol kecil polos" type="button" data-huruf hidden { "Matikan pintasan huruf" }
            }
        }
    }
}

/// The list alone: what the script asks for while someone types.
pub fn daftar_hasil(results: &[Hasil]) -> Markup {
    html! {
        ul class="hasil-cari" id="hasil-cari" {
            @for r in results { li { a href=(r.href) { (icon(r.icon)) (r.label) " " small class="angka" { (r.note) } } } }
        }
    }
}

/// Body of `/cari`.
pub fn cari(query: &str, results: &[Hasil]) -> Markup {
    html! {
        div class="kepala" { div { h1 { "Cari" } p { "Nama pegawai, NIP, atau unit kerja." } } }
        div class="badan tumpuk" {
            form class="cari-besar" method="get" action="/cari" role="search" {
                label class="sr" for="cari-q" { "Nama, NIP, atau unit kerja" }
                input class="input" id="cari-q" type="search" name="q" value=(query) autocomplete="off";
                (Tombol::submit("Cari").primary())
            }
            @if results.is_empty() && !query.is_empty() {
                (kosong(Icon::Cari, &format!("Tidak ada yang cocok dengan \"{query}\""), "Periksa ejaan atau cari dengan NIP.", None))
            } @else { (daftar_hasil(results)) }
        }
    }
}

pub fn samples() -> Vec<Sample> {
    let found = [
        Hasil { label: "dr. Ratna Wulandari, M.Kes.".into(), note: "19840312 201001 2 007".into(), href: "#pegawai".into(), icon: Icon::Akun },
        Hasil { label: "RSUD Bumi Raya".into(), note: "Unit kerja".into(), href: "#unit".into(), icon: Icon::Org },
    ];
    vec![Sample::new("ada", cari("ra", &found)), Sample::new("tidak ada", cari("Ratna Wln", &[]))]
}
