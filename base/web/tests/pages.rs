//! Pages of impor, kualitas, organisasi, jurnal and the host: plain functions over this crate alone.

mod html;
#[path = "../../../modules/impor/src/view/mod.rs"]
#[allow(dead_code, unused_imports)]
mod impor_view;
#[path = "../../../modules/kualitas/src/view/mod.rs"]
#[allow(dead_code, unused_imports)]
mod kualitas_view;

fn samples() -> Vec<web::Sample> {
    impor_view::samples().into_iter().chain(kualitas_view::samples()).collect()
}

#[test]
fn pages_are_sound() {
    for sample in samples() {
        html::check_document(sample.name, &sample.body.into_string());
    }
}

/// Two primary buttons would be two next steps.
#[test]
fn one_primary_button_at_most() {
    for sample in samples() {
        let count = sample.body.into_string().matches("class=\"tombol utama").count();
        assert!(count <= 1, "{}: {count} primary buttons", sample.name);
    }
}

#[test]
fn words_of_the_guide() {
    let banned = ["Registri", "Galat", "Gagal", "Lajur karier", "Palet", "Submit", "klik di sini", "!<"];
    for sample in samples() {
        let text = sample.body.into_string();
        for word in banned {
            assert!(!text.contains(word), "{}: {word}", sample.name);
        }
    }
}
