//! A guide as it looks, for tests and the gallery.

use super::*;
use web::page::example_frame;
use web::{Crumb, Sample};

/// Whole documents, by file name.
pub fn samples() -> Vec<Sample> {
    let frame = |title: &str| {
        let mut frame = example_frame(title, "");
        frame.clock = None;
        frame.crumbs = vec![Crumb { label: title.into(), href: None }];
        frame
    };
    let text = html! {
        p { "Halaman ini menunjukkan " strong { "setiap entri" } " yang pernah dicatat." }
        h2 { "Yang biasa dikerjakan" }
        ol { li { "Buka " a href="/jurnal" { "Jurnal" } "." } li { "Pilih entri." } }
        h2 { "Arti kata" }
        ul { li { strong { "Kepala" } ": sidik seluruh jurnal." } }
        p { code { "sinergi jurnal periksa --data D" } }
    };
    let list = [("Jurnal", "/panduan/jurnal".to_owned()), ("Impor data", "/panduan/impor".to_owned())];
    vec![
        Sample::new("panduan", panduan(&frame("Jurnal"), "Jurnal", text)),
        Sample::new("panduan-daftar", daftar(&frame("Panduan"), &list)),
    ]
}
