//! Targets as they were set: the figure, by when, on what ground, by whom.

use maud::{Markup, html};
use web::component::tabel::{Baris, Kolom, Phone, Tabel};

/// A target.
#[derive(Clone, Debug, Default)]
pub struct TargetBaris {
    /// Whose.
    pub instansi: String,
    /// By the end of which year.
    pub tahun: i16,
    /// The target.
    pub nilai: String,
    /// On what ground.
    pub dasar: String,
    /// Who set it.
    pub oleh: String,
}

/// The table about one indicator.
pub fn target(nama: &str, rows: &[TargetBaris]) -> Markup {
    let row = |t: &TargetBaris| Baris {
        cells: vec![
            html! { (t.instansi) },
            html! { (t.nilai) },
            html! { (t.tahun) },
            html! { (t.dasar) },
            html! { (t.oleh) },
        ],
        ..Baris::default()
    };
    html! {
        (Tabel {
            caption: format!("Target {nama}, menurut kode wilayah"),
            columns: vec![
                Kolom::new("Instansi").phone(Phone::Full).class("kata"),
                Kolom::new("Target").numeric(),
                Kolom::new("Sampai akhir").numeric(),
                Kolom::new("Dasar").class("kalimat"),
                Kolom::new("Ditetapkan oleh"),
            ],
            rows: rows.iter().map(row).collect(),
            compact: true,
            ..Tabel::default()
        })
    }
}
