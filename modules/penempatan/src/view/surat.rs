//! The letter of a step as a form, and letters as a list.

use super::ulang::Ulang;
use maud::{Markup, html};
use web::Frame;
use web::component::formulir::Ruas;
use web::component::tabel::{Baris, Kolom, Phone, Tabel};
use web::component::tombol::Tombol;
use web::format::Tanggal;

/// What a kept document may be.
const ENDINGS: &str = ".pdf,.jpg,.jpeg,.png";

/// A form for a letter.
#[derive(Clone, Debug, Default)]
pub struct SuratForm {
    /// Where it goes.
    pub alamat: String,
    /// What stands in it unseen: name and value.
    pub tetap: Vec<(&'static str, String)>,
    /// What the letter is: `Pengumuman syarat dan bobot`.
    pub apa: String,
    /// The button.
    pub tombol: String,
    /// Whom it asks to name, besides.
    pub hadir: Option<HadirForm>,
}

/// A field for people, one a line.
#[derive(Clone, Copy, Debug)]
pub struct HadirForm {
    /// Its name.
    pub ruas: &'static str,
    /// As the form says it.
    pub label: &'static str,
    /// What a line holds.
    pub bentuk: &'static str,
}

/// Renders it; `awal` are fields that come before the letter's own.
pub fn surat_form(frame: &Frame, form: &SuratForm, ulang: &Ulang, awal: Markup) -> Markup {
    let id = |name: &str| {
        let of = form.tetap.iter().map(|t| format!("-{}", t.1)).collect::<String>();
        format!("{name}{of}")
    };
    let own = form.tetap.iter().all(|t| ulang.isi(t.0, &t.1) == t.1);
    let none = Ulang::default();
    let ulang = if own { ulang } else { &none };
    let set =
        |field: Ruas, name: &str| field.id(&id(name)).value(ulang.isi(name, "")).error(ulang.galat(name));
    html! {
        form class="isi-kartu tumpuk formulir kisi-isian" method="post" action=(form.alamat) enctype="multipart/form-data" {
            input type="hidden" name="csrf" value=(frame.csrf);
            @for (name, value) in &form.tetap { input type="hidden" name=(name) value=(value); }
            (awal)
            (set(Ruas::text("nomor", &format!("Nomor {}", form.apa)), "nomor"))
            (set(Ruas::date("tanggal", "Tanggal"), "tanggal"))
            (set(Ruas::text("catatan", "Catatan").optional(), "catatan"))
            @if let Some(h) = &form.hadir {
                (set(Ruas::area(h.ruas, h.label, 4).help(&format!("Satu baris satu orang: {}", h.bentuk)).optional(), h.ruas))
            }
            (Ruas::file("berkas", "Naskah", ENDINGS).id(&id("berkas")).help("PDF, JPEG, atau PNG").optional().error(ulang.galat("berkas")))
            div { (Tombol::submit(&form.tombol).primary()) }
        }
    }
}

/// A letter that is there.
#[derive(Clone, Debug, Default)]
pub struct BarisSurat {
    /// What it did: `Syarat dan bobot diumumkan`.
    pub apa: String,
    /// Its number; empty where the step rests on none.
    pub nomor: String,
    /// Its date, or the day the step was recorded.
    pub tanggal: Option<Tanggal>,
    /// What it says in short.
    pub catatan: String,
    /// Where its file is; empty without one.
    pub berkas: String,
    /// Who recorded it.
    pub oleh: String,
}

/// Steps with their letters.
pub fn surat_tabel(caption: &str, rows: &[BarisSurat]) -> Markup {
    let row = |s: &BarisSurat| {
        Baris::new(vec![
            html! { (s.apa) },
            html! { @if s.berkas.is_empty() { (s.nomor) } @else { a href=(s.berkas) { (s.nomor) } } @if !s.catatan.is_empty() { " " span class="redup" { (s.catatan) } } },
            html! { @if let Some(day) = s.tanggal { time datetime=(day.iso()) { (day.short()) } } },
            html! { (s.oleh) },
        ])
    };
    html! {
        (Tabel {
            caption: caption.into(),
            columns: vec![
                Kolom::new("Langkah").phone(Phone::Full).class("kata"),
                Kolom::new("Surat").class("kata"),
                Kolom::new("Tanggal").class("utas"),
                Kolom::new("Dicatat oleh").class("kata"),
            ],
            rows: rows.iter().map(row).collect(),
            compact: true,
            ..Tabel::default()
        })
    }
}
