//! The pages of modules, checked here as well because they are plain functions over this crate alone.

#[path = "../../../modules/dasbor/src/view/mod.rs"]
#[allow(dead_code, unused_imports)]
mod dasbor_view;
mod html;
#[path = "../../../modules/kepegawaian/src/view/mod.rs"]
#[allow(dead_code, unused_imports)]
mod kepegawaian_view;
#[path = "../../../modules/penempatan/src/view/mod.rs"]
#[allow(dead_code, unused_imports)]
mod penempatan_view;
#[path = "../../../modules/pengguna/src/view/mod.rs"]
#[allow(dead_code, unused_imports)]
mod pengguna_view;
#[path = "../../../modules/rakor/src/view/mod.rs"]
#[allow(dead_code, unused_imports)]
mod rakor_view;

fn all() -> impl Iterator<Item = web::Sample> {
    kepegawaian_view::samples()
        .into_iter()
        .chain(pengguna_view::samples())
        .chain(penempatan_view::samples())
        .chain(rakor_view::samples())
        .chain(dasbor_view::samples())
}

#[test]
fn pages_of_modules_are_sound() {
    for sample in all() {
        html::check_document(sample.name, &sample.body.into_string());
    }
}

/// Two primary buttons would be two next steps.
#[test]
fn one_primary_button_on_pages_of_a_round() {
    // A page of SK holds one form for each letter.
    let of_round = |s: &web::Sample| s.name.starts_with("penempatan") && s.name != "penempatan-sk";
    for sample in all().filter(of_round) {
        let text = sample.body.into_string();
        let primary = text.matches("class=\"tombol utama").count();
        assert!(primary <= 1, "{}: {primary} primary buttons", sample.name);
    }
}

fn page(name: &str) -> String {
    all().find(|s| s.name == name).unwrap_or_else(|| panic!("no sample {name}")).body.into_string()
}

/// The words of the interface guide; the left column of its table never reaches the screen.
#[test]
fn words_of_the_guide() {
    let banned =
        ["Registri", "Galat", "Mengapa belum layak", "Lajur karier", "Palet", "Submit", "klik di sini", "!<"];
    for sample in all() {
        let text = sample.body.into_string();
        for word in banned {
            assert!(!text.contains(word), "{}: {word}", sample.name);
        }
    }
}

#[test]
fn corrected_rows_are_struck_and_folded_away() {
    let text = page("pegawai-riwayat");
    let folded = text.find("<details class=\"dicabut\"").expect("folded part");
    let struck = text.find("<tr class=\"dicoret\"").expect("struck row");
    assert!(folded < struck, "a struck row stands among those in force");
    assert!(text.contains("TMT belum diketahui") && text.contains("diketahui sejak"));
}

#[test]
fn the_past_cannot_be_written_and_keeps_its_clocks() {
    let text = page("pegawai-lampau");
    assert!(!text.contains("Catat SK"));
    assert!(text.contains("?bagian=riwayat&amp;berlaku=2024-01-01&amp;diketahui=2024-03-05"));
    assert!(text.contains("Perubahan tidak dapat disimpan."));
}

#[test]
fn a_refused_sign_in_says_so_first_and_keeps_the_name() {
    let text = page("masuk-salah");
    assert!(text.contains("<title>Kesalahan: Masuk · Sinergi</title>"));
    assert!(text.contains("value=\"sari.maharani\""));
}
