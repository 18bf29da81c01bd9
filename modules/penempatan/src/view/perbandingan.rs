//! `/penempatan/{id}/perbandingan`: the register before and after the SK.

use super::kepala::{Kepala, kepala};
use maud::{Markup, html};
use web::component::kabar::Kabar;
use web::component::kartu::kartu;
use web::component::paging::Paging;
use web::component::tabel::{Baris, Kolom, Phone, Tabel};
use web::component::tombol::Tombol;
use web::format::{Tanggal, angka};
use web::{Frame, Tone, page};

/// The page.
#[derive(Clone, Debug)]
pub struct PerbandinganView {
    /// Its head.
    pub kepala: Kepala,
    /// Address of the round.
    pub alamat: String,
    /// When the SK was recorded; `None` while it is a plan.
    pub tercatat: Option<Tanggal>,
    /// The day both sides are about.
    pub berlaku: Tanggal,
    /// By unit.
    pub unit: Vec<BarisUnit>,
    /// Posts outside the round that fall vacant: post, unit, places.
    pub luar: Vec<(String, String, usize)>,
    /// People shown.
    pub orang: Vec<BarisOrang>,
    /// Which these are.
    pub paging: Paging,
}

/// A unit.
#[derive(Clone, Debug, Default)]
pub struct BarisUnit {
    /// Its name.
    pub nama: String,
    /// Its seats in the round.
    pub kursi: usize,
    /// Seats filled, before and after.
    pub terisi: (usize, usize),
    /// Months of service of whoever sits there, all together, before and after.
    pub bulan: (i64, i64),
}

/// Somebody who moved.
#[derive(Clone, Debug, Default)]
pub struct BarisOrang {
    /// The person's page.
    pub href: String,
    /// What they are called.
    pub nama: String,
    /// Post and unit, before.
    pub lama: (String, String),
    /// After.
    pub baru: (String, String),
}

/// The page.
pub fn perbandingan(frame: &Frame, view: &PerbandinganView) -> Markup {
    let back = Tombol::link("Rancangan SK", format!("{}/sk", view.alamat));
    page(
        frame,
        html! {
            (kepala(&view.kepala, html! { (back) }))
            div class="badan tumpuk" {
                @match view.tercatat {
                    Some(day) => (Kabar::new(Tone::Ok, &format!("Menurut jurnal, keadaan per {}.", view.berlaku.long())).body(html! {
                        "Sebelum: yang tercatat sesaat sebelum SK, " (day.long()) ". Sesudah: pada saat SK tercatat."
                    })),
                    None => (Kabar::new(Tone::Info, "SK belum ditetapkan.").body(html! {
                        "Sebelum: buku induk sekarang. Sesudah: bila rencana ini ditetapkan apa adanya."
                    })),
                }
                (super::hasil::luar(&view.luar))
                (kartu("unit", "Unit kerja", html! {}, units(view)))
                (kartu("orang", "Yang pindah", html! {}, html! { (people(view)) (view.paging) }))
            }
        },
    )
}

/// Mean length of service in years, with one digit; empty without anybody.
fn tahun(bulan: i64, orang: usize) -> String {
    match i64::try_from(orang) {
        Ok(n) if n > 0 => {
            let tenths = (bulan * 10 + 6 * n) / (12 * n);
            format!("{},{} tahun", tenths / 10, tenths % 10)
        }
        _ => "–".to_owned(),
    }
}

fn units(view: &PerbandinganView) -> Markup {
    let row = |u: &BarisUnit| {
        Baris::new(vec![
            html! { (u.nama) },
            html! { (angka(u.kursi as u64)) },
            html! { (angka(u.terisi.0 as u64)) " → " strong { (angka(u.terisi.1 as u64)) } },
            html! { (angka(u.kursi.saturating_sub(u.terisi.0) as u64)) " → " strong { (angka(u.kursi.saturating_sub(u.terisi.1) as u64)) } },
            html! { (tahun(u.bulan.0, u.terisi.0)) " → " (tahun(u.bulan.1, u.terisi.1)) },
        ])
    };
    html! {
        (Tabel {
            caption: "Tempat dalam rencana menurut unit kerja, sebelum dan sesudah".into(),
            columns: vec![
                Kolom::new("Unit kerja").phone(Phone::Full).class("kata"),
                Kolom::new("Tempat").class("utas"),
                Kolom::new("Terisi").class("utas"),
                Kolom::new("Lowong").class("utas"),
                Kolom::new("Rata-rata masa kerja").class("utas"),
            ],
            rows: view.unit.iter().map(row).collect(),
            compact: true,
            ..Tabel::default()
        })
    }
}

fn people(view: &PerbandinganView) -> Markup {
    let post = |at: &(String, String)| html! { div { @if at.0.is_empty() { span class="redup" { "belum ada" } } @else { (at.0) } @if !at.1.is_empty() { br; span class="redup" { (at.1) } } } };
    let row = |o: &BarisOrang| {
        Baris::new(vec![html! { a href=(o.href) { (o.nama) } }, post(&o.lama), post(&o.baru)])
    };
    html! {
        (Tabel {
            caption: "Orang yang pindah, jabatan sebelum dan sesudah".into(),
            columns: vec![
                Kolom::new("Pegawai").phone(Phone::Full).class("kata"),
                Kolom::new("Sebelum").class("kata"),
                Kolom::new("Sesudah").class("kata"),
            ],
            rows: view.orang.iter().map(row).collect(),
            ..Tabel::default()
        })
    }
}
