//! The forms on an indicator's page.

use maud::{Markup, html};
use web::Frame;
use web::component::formulir::Ruas;
use web::component::kartu::kartu;
use web::component::tombol::Tombol;

/// What is stated.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Jenis {
    /// A target.
    Sasaran,
    /// A figure no register holds.
    Lapor,
    /// The misi it serves.
    Misi,
}

impl Jenis {
    /// The word in addresses.
    pub fn kata(self) -> &'static str {
        match self {
            Jenis::Sasaran => "sasaran",
            Jenis::Lapor => "lapor",
            Jenis::Misi => "misi",
        }
    }

    /// What the page says when it was recorded.
    pub fn tercatat(self) -> &'static str {
        match self {
            Jenis::Sasaran => "Target dicatat.",
            Jenis::Lapor => "Angka dicatat.",
            Jenis::Misi => "Misi dicatat.",
        }
    }

    /// From the word.
    pub fn dari(kata: &str) -> Option<Jenis> {
        [Jenis::Sasaran, Jenis::Lapor, Jenis::Misi].into_iter().find(|j| j.kata() == kata)
    }
}

/// The forms.
#[derive(Clone, Debug, Default)]
pub struct Formulir {
    /// The indicator.
    pub kode: String,
    /// Instansi one may state something for.
    pub instansi: Vec<(String, String)>,
    /// What the figure counts.
    pub satuan: &'static str,
    /// It can have a target.
    pub bertarget: bool,
    /// Its figure is handed in.
    pub dilaporkan: bool,
    /// What stands in the fields: of which form, the field, the text.
    pub isi: Vec<(Jenis, &'static str, String)>,
    /// What is wrong: of which form, the field, the sentence.
    pub salah: Vec<(Jenis, &'static str, String)>,
}

impl Formulir {
    /// Fields and sentences for the summary on top.
    pub fn kesalahan(&self) -> Vec<(String, String)> {
        self.salah.iter().map(|(jenis, name, said)| (id(*jenis, name), said.clone())).collect()
    }

    fn ruas(&self, jenis: Jenis, name: &'static str, ruas: Ruas) -> Ruas {
        let of = |all: &[(Jenis, &'static str, String)]| {
            all.iter().find(|f| f.0 == jenis && f.1 == name).map(|f| f.2.clone())
        };
        let ruas = ruas.id(&id(jenis, name)).error(of(&self.salah).as_deref());
        ruas.value(&of(&self.isi).unwrap_or_default())
    }
}

fn id(jenis: Jenis, name: &str) -> String {
    format!("{}-{name}", jenis.kata())
}

/// The cards.
pub fn formulir(frame: &Frame, f: &Formulir) -> Markup {
    let help = format!("Dalam {}, misalnya 31,4.", f.satuan);
    let title = if f.dilaporkan {
        "Tetapkan target, laporkan angka, kaitkan misi"
    } else {
        "Tetapkan target, kaitkan misi"
    };
    html! {
        details class="cetak-sembunyi isian-indikator" open[!f.salah.is_empty()] {
        summary class="buka" { (title) }
        div class="kisi-dua" {
            @if f.bertarget { (kartu("isi-sasaran", "Tetapkan target", html! {}, form(frame, f, Jenis::Sasaran, html! {
                (f.ruas(Jenis::Sasaran, "tahun", Ruas::text("tahun", "Sampai akhir tahun")))
                (f.ruas(Jenis::Sasaran, "nilai", Ruas::text("nilai", "Target").help(&help)))
                (f.ruas(Jenis::Sasaran, "dasar", Ruas::text("dasar", "Dasar").help("Misalnya RPJMD atau perjanjian kinerja, dengan nomornya.")))
            }))) }
            @if f.dilaporkan { (kartu("isi-lapor", "Laporkan angka", html! {}, form(frame, f, Jenis::Lapor, html! {
                (f.ruas(Jenis::Lapor, "periode", Ruas::date("periode", "Keadaan per")))
                (f.ruas(Jenis::Lapor, "nilai", Ruas::text("nilai", "Angka").help(&help)))
                (f.ruas(Jenis::Lapor, "dasar", Ruas::text("dasar", "Sumber").help("Misalnya LKPD atau surat penetapan, dengan nomornya.")))
            }))) }
            (kartu("isi-misi", "Kaitkan dengan misi daerah", html! {}, form(frame, f, Jenis::Misi, html! {
                (f.ruas(Jenis::Misi, "dasar", Ruas::text("dasar", "Misi").help("Seperti tertulis pada RPJMD. Kosongkan untuk melepas kaitan.").optional()))
            })))
        } }
    }
}

fn form(frame: &Frame, f: &Formulir, jenis: Jenis, fields: Markup) -> Markup {
    let button = match jenis {
        Jenis::Sasaran => "Tetapkan target",
        Jenis::Lapor => "Laporkan angka",
        Jenis::Misi => "Simpan misi",
    };
    html! {
        form class="isi-kartu formulir" method="post" action={ "/indikator/" (f.kode) "/" (jenis.kata()) } {
            input type="hidden" name="csrf" value=(frame.csrf);
            @if let ([(only, _)], false) = (f.instansi.as_slice(), f.salah.iter().any(|s| s.0 == jenis && s.1 == "instansi")) {
                input type="hidden" name="instansi" value=(only);
            } @else { (f.ruas(jenis, "instansi", Ruas::choice("instansi", "Instansi", f.instansi.clone()))) }
            (fields)
            (Tombol::submit(button))
        }
    }
}
