//! `/penempatan/{id}/hasil`: the plan in figures, as chains, seat by seat, and what it means for units.

use super::kepala::{Kepala, kepala};
use super::{periksa_sendiri, sisa};
use maud::{Markup, Render, html};
use web::component::angka_utama::{AngkaUtama, angka_utama};
use web::component::formulir::Ruas;
use web::component::kabar::Kabar;
use web::component::kartu::kartu;
use web::component::kosong::kosong;
use web::component::lencana::lencana;
use web::component::paging::Paging;
use web::component::rantai::{Rantai, rantai};
use web::component::saring::Saring;
use web::component::tabel::{Baris, Kolom, Phone, Tabel};
use web::component::tombol::Tombol;
use web::{Frame, Icon, Tone, page};

/// The page.
#[derive(Clone, Debug, Default)]
pub struct HasilView {
    /// Its head.
    pub kepala: Kepala,
    /// Its address.
    pub alamat: String,
    /// Where the bundle is.
    pub bundel: String,
    /// The few numbers.
    pub angka: Vec<AngkaUtama>,
    /// What is to be known before reading: three names, deviations.
    pub catatan: Vec<String>,
    /// Chains, longest first.
    pub rantai: Vec<Rantai>,
    /// The filter bar over the seats.
    pub saring: Saring,
    /// Seats of the page.
    pub kursi: Vec<BarisKursi>,
    /// Which rows these are.
    pub paging: Paging,
    /// Seats that stay empty, and why.
    pub kosong: Vec<(String, String, String, String)>,
    /// Posts outside the round that fall vacant: post, unit, places.
    pub luar: Vec<(String, String, usize)>,
    /// Effects on units.
    pub unit: Vec<BarisUnit>,
    /// Seats that stay empty, units and regions that are not listed.
    pub lebih: [usize; 3],
    /// Effects on regions or perangkat daerah.
    pub wilayah: Vec<BarisUnit>,
    /// Limits of units; none where no unit has one.
    pub batas: Option<BatasView>,
    /// Where sensitivity is worked out; empty once it is shown.
    pub peka_href: String,
    /// Weight moved, by how much, the weights then, seats that change.
    pub peka: Vec<(String, String, String, usize)>,
    /// Rounds to compare with: id and title.
    pub pembanding: Vec<(String, String)>,
    /// Up to two chosen, by id.
    pub dengan: Vec<String>,
    /// What those are called that are compared with.
    pub banding_judul: Vec<String>,
    /// Figure; here, then there.
    pub banding: Vec<(String, Vec<String>)>,
}

/// A seat.
#[derive(Clone, Debug, Default)]
pub struct BarisKursi {
    /// Its page.
    pub href: String,
    /// What it is called.
    pub jabatan: String,
    /// Its unit.
    pub unit: String,
    /// Who holds it now.
    pub kini: String,
    /// Who sits there then; empty when nobody.
    pub nanti: String,
    /// That person's page.
    pub orang_href: String,
    /// That person's points there.
    pub skor: String,
    /// `Tetap`, `Pindah`, `Baru`, `Kosong`, `Menyimpang`.
    pub keadaan: (String, Tone),
}

/// Effects on a unit.
#[derive(Clone, Debug, Default)]
pub struct BarisUnit {
    /// Its name.
    pub nama: String,
    /// Seats of the round there.
    pub kursi: usize,
    /// Who leaves, who comes.
    pub gerak: (usize, usize),
    /// Empty before and after.
    pub kosong: (usize, usize),
    /// Held by somebody who works there already, before and after.
    pub pengalaman: (usize, usize),
    /// More leave than may.
    pub lewat: bool,
}

/// What limits of units mean for the plan.
#[derive(Clone, Debug, Default)]
pub struct BatasView {
    /// How they are counted, whether they changed the plan, how good it is within them, how ties are decided.
    pub kalimat: Vec<String>,
    /// Units, those whose limit matters most first.
    pub unit: Vec<BarisBatas>,
    /// Further units that are not listed.
    pub lebih: usize,
}

/// A unit with a limit.
#[derive(Clone, Debug, Default)]
pub struct BarisBatas {
    /// Its name.
    pub nama: String,
    /// Holders of seats of the round there, how many may leave, how many do.
    pub orang: (u32, u32, u32),
    /// What one more who may leave would add.
    pub longgar: String,
}

/// The page.
pub fn hasil(frame: &Frame, view: &HasilView) -> Markup {
    page(
        frame,
        html! {
            (kepala(&view.kepala, html! { (periksa_sendiri()) @if !view.bundel.is_empty() { (Tombol::link("Unduh bundel", view.bundel.as_str())) } }))
            (angka_utama("Hasil dalam angka", &view.angka))
            div class="badan tumpuk" {
                (luar(&view.luar))
                @for line in &view.catatan { (Kabar::new(Tone::Info, line)) }
                @if !view.rantai.is_empty() {
                    (kartu("rantai", "Rantai perpindahan", html! { small { "dari atas: pos yang terisi, lalu pos yang ditinggalkan" } }, html! { div class="isi-kartu tumpuk" {
                        @let first = view.rantai.len().min(DRAWN);
                        (rantai(&view.rantai[..first]))
                        @if view.rantai.len() > first {
                            details {
                                summary class="buka" { (view.rantai.len() - first) " rantai lagi" }
                                (rantai(&view.rantai[first..]))
                            }
                        }
                    } }))
                }
                @if !view.kosong.is_empty() { (kartu("kosong", "Pos yang tetap kosong", html! {}, html! { (empty(view)) (sisa(view.lebih[0], "pos")) })) }
                section aria-labelledby="pos" class="tumpuk" {
                    h2 id="pos" { "Pos dan pengisinya" }
                    (view.saring)
                    @if view.kursi.is_empty() { (kosong(Icon::Org, "Tidak ada pos yang cocok", "Longgarkan saringan.", None)) } @else { (seats(view)) (view.paging) }
                }
                @if !view.wilayah.is_empty() { (kartu("wilayah", "Akibat per perangkat daerah", html! {}, html! { (units("Akibat per perangkat daerah atau wilayah", &view.wilayah)) (sisa(view.lebih[2], "perangkat daerah")) })) }
                @if !view.unit.is_empty() { (kartu("unit", "Akibat per unit", html! {}, html! { (units("Akibat per unit, yang paling banyak bergerak lebih dahulu", &view.unit)) (sisa(view.lebih[1], "unit")) })) }
                @if let Some(batas) = &view.batas { (kartu("batas", "Batas keluar unit", html! {}, limits(batas))) }
                (kartu("peka", "Bila bobot bergeser 5 persen", html! {}, sensitivity(view)))
                @if !view.pembanding.is_empty() { (kartu("banding", "Bandingkan dengan rencana lain", html! {}, compare(view))) }
            }
        },
    )
}

/// Chains drawn before the others are folded away.
const DRAWN: usize = 6;

/// Rows of posts outside the round that are listed.
const LUAR_MOST: usize = 60;

/// Posts outside the round that fall vacant with it, how many and which.
pub fn luar(rows: &[(String, String, usize)]) -> Markup {
    let places: usize = rows.iter().map(|row| row.2).sum();
    if places == 0 {
        return html! {};
    }
    Kabar::new(Tone::Awas, &format!("{places} tempat di luar rencana ini menjadi lowong."))
        .body(html! {
            p { "Ditinggalkan orang yang mengisi pos rencana ini. Isi lewat rencana berikutnya bila perlu." }
            details {
                summary class="buka" { "Pos yang ditinggalkan" }
                ul {
                    @for (jabatan, unit, n) in rows.iter().take(LUAR_MOST) { li { (jabatan) @if !unit.is_empty() { ", " (unit) } @if *n > 1 { ": " (n) " tempat" } } }
                    @if rows.len() > LUAR_MOST { li { "dan " (rows.len() - LUAR_MOST) " pos lain" } }
                }
            }
        })
        .render()
}

fn empty(view: &HasilView) -> Markup {
    let row = |(name, unit, why, href): &(String, String, String, String)| {
        let place =
            html! { a href=(href) { (name) } @if !unit.is_empty() { br; small class="redup" { (unit) } } };
        Baris::new(vec![place, html! { (why) }])
    };
    html! {
        (Tabel {
            caption: "Pos yang tetap kosong menurut rencana".into(),
            columns: vec![Kolom::new("Pos").phone(Phone::Full).class("kata"), Kolom::new("Sebab").class("kalimat")],
            rows: view.kosong.iter().map(row).collect(),
            compact: true,
            ..Tabel::default()
        })
    }
}

fn seats(view: &HasilView) -> Markup {
    let row = |b: &BarisKursi| {
        Baris::new(vec![
            html! { a href=(b.href) { (b.jabatan) } @if !b.unit.is_empty() { br; small class="redup" { (b.unit) } } },
            html! { (b.kini) },
            html! { @if b.nanti.is_empty() { span class="redup" { "kosong" } } @else { a href=(b.orang_href) { (b.nanti) } } },
            html! { (b.skor) },
            html! { (lencana(b.keadaan.1, None, &b.keadaan.0)) },
        ])
    };
    html! {
        (Tabel {
            caption: "Pos dan pengisinya, menurut urutan rencana".into(),
            columns: vec![
                Kolom::new("Pos").phone(Phone::Full).class("kata"),
                Kolom::new("Pemegang sekarang").class("kata"),
                Kolom::new("Pengisi menurut rencana").class("kata"),
                Kolom::new("Nilai").numeric(),
                Kolom::new("Keadaan").class("utas"),
            ],
            rows: view.kursi.iter().map(row).collect(),
            ..Tabel::default()
        })
    }
}

fn units(caption: &str, rows: &[BarisUnit]) -> Markup {
    let pair = |(before, after): (usize, usize)| html! { (before) " → " b { (after) } };
    let row = |u: &BarisUnit| {
        Baris::new(vec![
            html! { (u.nama) @if u.lewat { " " (lencana(Tone::Awas, Some(Icon::Awas), "Lewat batas")) } },
            html! { (u.kursi) },
            html! { (u.gerak.0) },
            html! { (u.gerak.1) },
            pair(u.kosong),
            pair(u.pengalaman),
        ])
    };
    html! {
        (Tabel {
            caption: caption.into(),
            columns: vec![
                Kolom::new("Unit").phone(Phone::Full).class("kata"),
                Kolom::new("Pos").numeric(),
                Kolom::new("Keluar").numeric(),
                Kolom::new("Masuk").numeric(),
                Kolom::new("Kosong").numeric(),
                Kolom::new("Dari unit sendiri").numeric(),
            ],
            rows: rows.iter().map(row).collect(),
            compact: true,
            ..Tabel::default()
        })
    }
}

fn limits(view: &BatasView) -> Markup {
    let row = |u: &BarisBatas| {
        let over = u.orang.2 > u.orang.1;
        Baris::new(vec![
            html! { (u.nama) @if over { " " (lencana(Tone::Awas, Some(Icon::Awas), "Lewat batas")) } },
            html! { (u.orang.0) },
            html! { (u.orang.1) },
            html! { (u.orang.2) },
            html! { (u.longgar) },
        ])
    };
    html! {
        div class="isi-kartu tumpuk" { @for line in &view.kalimat { p { (line) } } }
        (Tabel {
            caption: "Pemegang pos rencana ini per unit, yang batasnya paling berpengaruh lebih dahulu".into(),
            columns: vec![
                Kolom::new("Unit").phone(Phone::Full).class("kata"),
                Kolom::new("Pemegang").numeric(),
                Kolom::new("Boleh keluar").numeric(),
                Kolom::new("Keluar").numeric(),
                Kolom::new("Bila batasnya dilonggarkan").phone(Phone::Full).class("kalimat"),
            ],
            rows: view.unit.iter().map(row).collect(),
            compact: true,
            ..Tabel::default()
        })
        @if view.lebih > 0 { p class="isi-kartu redup" { (view.lebih) " unit lain tidak ditampilkan." } }
    }
}

fn sensitivity(view: &HasilView) -> Markup {
    if !view.peka_href.is_empty() {
        return html! {
            div class="isi-kartu tumpuk" {
                p { "Rencana dihitung ulang dengan setiap bobot digeser 5 persen ke atas dan ke bawah. Banyaknya pos yang berganti pengisi memperlihatkan seberapa kuat hasilnya." }
                div { (Tombol::link("Hitung kepekaan", view.peka_href.as_str())) }
            }
        };
    }
    let row = |(name, by, weights, count): &(String, String, String, usize)| {
        let said = if *count == 0 {
            "tidak ada pos yang berganti".to_owned()
        } else {
            format!("{count} pos berganti pengisi")
        };
        Baris::new(vec![html! { (name) }, html! { (by) }, html! { (weights) }, html! { (said) }])
    };
    html! {
        (Tabel {
            caption: "Akibat bobot yang bergeser".into(),
            columns: vec![
                Kolom::new("Kriteria").phone(Phone::Full).class("kata"),
                Kolom::new("Geser").class("utas"),
                Kolom::new("Bobot menjadi").class("kata"),
                Kolom::new("Akibat").class("kata"),
            ],
            rows: view.peka.iter().map(row).collect(),
            compact: true,
            ..Tabel::default()
        })
    }
}

fn compare(view: &HasilView) -> Markup {
    let row = |(name, cells): &(String, Vec<String>)| {
        Baris::new(std::iter::once(name).chain(cells).map(|cell| html! { (cell) }).collect())
    };
    let chosen = |n: usize| view.dengan.get(n).map_or("", String::as_str);
    let others = |first: Option<&str>| {
        let none = first.map(|word| (String::new(), word.to_owned()));
        none.into_iter().chain(view.pembanding.iter().cloned()).collect::<Vec<_>>()
    };
    let titles = view.banding_judul.iter().map(|title| Kolom::new(title).class("kata"));
    html! {
        form class="isi-kartu formulir sebaris" method="get" action=(view.alamat) {
            (Ruas::choice("dengan", "Rencana lain", others(None)).value(chosen(0)))
            @if view.pembanding.len() > 1 { (Ruas::choice("dan", "Rencana ketiga", others(Some("Tidak ada"))).value(chosen(1))) }
            (Tombol::submit("Bandingkan"))
        }
        @if !view.banding.is_empty() {
            (Tabel {
                caption: "Rencana berdampingan".into(),
                columns: [Kolom::new("Ukuran").phone(Phone::Full).class("kata"), Kolom::new("Rencana ini").class("kata")].into_iter().chain(titles).collect(),
                rows: view.banding.iter().map(row).collect(),
                compact: true,
                ..Tabel::default()
            })
        }
    }
}
