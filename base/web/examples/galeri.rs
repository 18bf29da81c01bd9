//! Writes every sample as a static page: `cargo run -p web --example galeri -- OUTDIR`.
//! Open the pages through any static file server: addresses of style and script start at the root.

use maud::html;
use std::{fs, io, path::PathBuf};

#[path = "../../host/src/view/mod.rs"]
#[allow(dead_code, unused_imports)]
mod host_view;
#[path = "../../../modules/impor/src/view/mod.rs"]
#[allow(dead_code, unused_imports)]
mod impor_view;
#[path = "../../../modules/jurnal/src/view/mod.rs"]
#[allow(dead_code, unused_imports)]
mod jurnal_view;
#[path = "../../../modules/kepegawaian/src/view/mod.rs"]
#[allow(dead_code, unused_imports)]
mod kepegawaian_view;
#[path = "../../../modules/kualitas/src/view/mod.rs"]
#[allow(dead_code, unused_imports)]
mod kualitas_view;
#[path = "../../../modules/organisasi/src/view/mod.rs"]
#[allow(dead_code, unused_imports)]
mod organisasi_view;
#[path = "../../../modules/penempatan/src/view/mod.rs"]
#[allow(dead_code, unused_imports)]
mod penempatan_view;
#[path = "../../../modules/pengguna/src/view/mod.rs"]
#[allow(dead_code, unused_imports)]
mod pengguna_view;
#[path = "../../../modules/rakor/src/view/mod.rs"]
#[allow(dead_code, unused_imports)]
mod rakor_view;
#[path = "../../../modules/tugas/src/view/mod.rs"]
#[allow(dead_code, unused_imports)]
mod tugas_view;

fn main() -> io::Result<()> {
    let Some(out) = std::env::args_os().nth(1).map(PathBuf::from) else {
        eprintln!("usage: galeri OUTDIR");
        std::process::exit(2);
    };
    fs::create_dir_all(out.join("aset"))?;
    for (href, asset) in web::assets::all() {
        fs::write(out.join(href.trim_start_matches('/')), asset.bytes)?;
    }
    let mut names = vec![];
    for (index, part) in components().chunks(8).enumerate() {
        let name = format!("komponen-{}", index + 1);
        fs::write(out.join(format!("{name}.html")), drawers(part).into_string())?;
        names.push(name);
    }
    let pages = [
        web::page::samples(),
        host_view::samples(),
        impor_view::samples(),
        jurnal_view::samples(),
        kepegawaian_view::samples(),
        kualitas_view::samples(),
        organisasi_view::samples(),
        penempatan_view::samples(),
        pengguna_view::samples(),
        tugas_view::samples(),
        rakor_view::samples(),
    ];
    for sample in pages.into_iter().flatten() {
        fs::write(out.join(format!("{}.html", sample.name)), sample.body.into_string())?;
        names.push(sample.name.to_owned());
    }
    let index = html! { h1 { "Galeri" } ul { @for n in &names { li { a href={ (n) ".html" } { (n) } } } } };
    fs::write(out.join("index.html"), index.into_string())?;
    println!("{} pages in {}", names.len(), out.display());
    Ok(())
}

/// Samples by drawer. Problem and search bodies carry their own `h1` and are pages elsewhere.
fn components() -> Vec<(&'static str, Vec<web::Sample>)> {
    let all = web::component::samples().into_iter();
    all.filter(|(name, _)| *name != "masalah" && *name != "pintasan").collect()
}

fn drawers(part: &[(&'static str, Vec<web::Sample>)]) -> maud::Markup {
    let frame = web::page::example_frame("Galeri komponen", "");
    let body = html! {
        div class="kepala" { div { h1 { "Galeri komponen" } p { "Satu contoh untuk tiap pola." } } }
        div class="badan tumpuk" {
            @for (name, list) in part { @for sample in list {
                section { p class="redup" { (name) " · " (sample.name) } (sample.body) }
            } }
        }
    };
    web::page(&frame, body)
}
