//! Closing an item of the re-examination queue: the form, and what was closed before.

use crate::kata::OUTCOMES;
use maud::{Markup, Render, html};
use web::component::formulir::Ruas;
use web::component::kartu::kartu;
use web::component::lencana::lencana;
use web::component::tabel::{Baris, Kolom, Phone, Tabel};
use web::component::tombol::Tombol;
use web::{Frame, Tone};

/// The form.
#[derive(Clone, Debug, Default)]
pub struct Tutupan {
    pub action: String,
    /// Which changes the sender has in front of them.
    pub seen: String,
    /// What was typed.
    pub outcome: String,
    pub reason: String,
    /// Field and message.
    pub errors: Vec<(String, String)>,
}

/// A re-examination that was closed.
#[derive(Clone, Debug, Default)]
pub struct Tinjauan {
    pub outcome: (String, Tone),
    pub reason: String,
    pub by: String,
    /// `22 Nov 2026 09.31 WIB`
    pub when: String,
    /// The receipt that took its place.
    pub successor: Option<String>,
}

/// An outcome with its reason and the way to the new receipt.
pub fn hasil(outcome: &(String, Tone), successor: Option<&str>) -> Markup {
    html! {
        (lencana(outcome.1, None, &outcome.0))
        @if let Some(href) = successor { " " a href=(href) { "Bukti baru" } }
    }
}

pub fn tutupan(frame: &Frame, form: &Tutupan) -> Markup {
    let error = |name: &str| form.errors.iter().find(|e| e.0 == name).map(|e| e.1.as_str());
    let first = [(String::new(), "Pilih hasil".to_owned())];
    let outcomes = OUTCOMES.iter().map(|one| (one.0.to_owned(), one.1.to_owned()));
    let body = html! {
        form class="isi-kartu tumpuk cetak-sembunyi" method="post" action=(form.action) {
            input type="hidden" name="csrf" value=(frame.csrf);
            input type="hidden" name="dilihat" value=(form.seen);
            p class="redup" { "Periksa keputusan yang memakai bukti ini, lalu tutup butirnya. Butir terbuka lagi dengan sendirinya bila ada ralat atau perubahan norma berikutnya." }
            (Ruas::choice("hasil", "Hasil", first.into_iter().chain(outcomes).collect()).value(&form.outcome).error(error("hasil")))
            (Ruas::area("alasan", "Alasan", 3).value(&form.reason).error(error("alasan")).help("10 sampai 500 huruf. Tercatat di jurnal dengan nama Anda. Jangan menulis data disiplin."))
            div class="baris" { (Tombol::submit("Tutup butir ini").primary()) }
        }
    };
    kartu("tutup-butir", "Tutup butir tinjau ulang", html! {}, body)
}

pub fn riwayat(list: &[Tinjauan]) -> Markup {
    let row = |t: &Tinjauan| {
        Baris::new(vec![
            hasil(&t.outcome, t.successor.as_deref()),
            html! { (t.reason) },
            html! { span class="dua" { span { (t.when) } small { (t.by) } } },
        ])
    };
    Tabel {
        caption: "Tinjau ulang bukti ini, terbaru lebih dahulu".into(),
        columns: vec![
            Kolom::new("Hasil").phone(Phone::Full),
            Kolom::new("Alasan").class("kalimat"),
            Kolom::new("Ditutup"),
        ],
        rows: list.iter().map(row).collect(),
        ..Tabel::default()
    }
    .render()
}
