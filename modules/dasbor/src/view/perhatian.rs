//! What deserves a look, on `/dasbor`.

use maud::{Markup, html};
use web::component::kartu::kartu;
use web::format::angka;
use web::{Icon, icon_small};

/// Something that deserves a look.
#[derive(Clone, Debug, Default)]
pub struct Perhatian {
    /// The indicator.
    pub indikator: String,
    /// Why.
    pub sebab: String,
    /// What stands behind it.
    pub href: String,
}

/// Everything of one instansi.
#[derive(Clone, Debug, Default)]
pub struct PerhatianInstansi {
    /// Its name.
    pub nama: String,
    /// What deserves a look.
    pub hal: Vec<Perhatian>,
    /// How many more than told.
    pub lebih: usize,
}

/// The card; of one instansi alone everything is open.
pub fn perhatian(all: &[PerhatianInstansi]) -> Markup {
    let body = html! {
        @if all.is_empty() { p class="isi-kartu redup" { "Tidak ada yang ditemukan. Yang diperiksa: target yang belum terpenuhi dua triwulan, angka yang memburuk dua kali berturut-turut, target tanpa angka, dan RTL yang terlambat." } }
        @else if let [one] = all { (list(one)) }
        @else { div class="sorotan" { @for one in all {
            details { summary { b { (one.nama) } " " span class="redup" { (angka((one.hal.len() + one.lebih) as u64)) " hal" } } (list(one)) }
        } } }
    };
    kartu("perhatian", "Perlu perhatian", html! { small { "menurut kode wilayah, bukan peringkat" } }, body)
}

fn list(one: &PerhatianInstansi) -> Markup {
    html! {
        ul class="sorotan" {
            @for p in &one.hal { li { (icon_small(Icon::Awas)) span { a href=(p.href) { (p.indikator) } " " (p.sebab) "." } } }
            @if one.lebih > 0 { li class="redup" { (angka(one.lebih as u64)) " hal lagi terlihat pada matriks tiap kelompok." } }
        }
    }
}
