//! Pages of impor, kualitas, organisasi, jurnal and the host: plain functions over this crate alone.

#[path = "../../host/src/view/mod.rs"]
#[allow(dead_code, unused_imports)]
mod host_view;
mod html;
#[path = "../../../modules/impor/src/view/mod.rs"]
#[allow(dead_code, unused_imports)]
mod impor_view;
#[path = "../../../modules/jurnal/src/view/mod.rs"]
#[allow(dead_code, unused_imports)]
mod jurnal_view;
#[path = "../../../modules/kelola/src/view/mod.rs"]
#[allow(dead_code, unused_imports)]
mod kelola_view;
#[path = "../../../modules/kualitas/src/view/mod.rs"]
#[allow(dead_code, unused_imports)]
mod kualitas_view;
#[path = "../../../modules/laporan/src/view/mod.rs"]
#[allow(dead_code, unused_imports)]
mod laporan_view;
#[path = "../../../modules/organisasi/src/view/mod.rs"]
#[allow(dead_code, unused_imports)]
mod organisasi_view;

#[path = "../../../modules/panduan/src/view/mod.rs"]
#[allow(dead_code, unused_imports)]
mod panduan_view;

#[path = "../../../modules/tugas/src/view/mod.rs"]
#[allow(dead_code, unused_imports)]
mod tugas_view;

fn samples() -> Vec<web::Sample> {
    [
        host_view::samples(),
        impor_view::samples(),
        jurnal_view::samples(),
        kelola_view::samples(),
        kualitas_view::samples(),
        laporan_view::samples(),
        organisasi_view::samples(),
        panduan_view::samples(),
        tugas_view::samples(),
    ]
    .into_iter()
    .flatten()
    .collect()
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

/// Work pages stay light on a slow line; 25 KB compressed is about 120 KB of markup as repetitive as ours.
#[test]
fn pages_are_light() {
    for sample in samples() {
        let length = sample.body.into_string().len();
        assert!(length < 120_000, "{}: {length} bytes", sample.name);
    }
}

/// Nothing is written before the officer says so, and the page says that.
#[test]
fn the_preview_has_one_decision() {
    let find =
        |name: &str| samples().into_iter().find(|s| s.name == name).expect("sample").body.into_string();
    let page = find("impor-pratinjau");
    assert!(page.contains("Belum ada yang tertulis sampai Anda menyimpan."));
    assert!(page.contains("action=\"/impor/12/simpan\"") && page.contains("Simpan 1.696 baris"));
    let nothing = find("impor-pratinjau-sama");
    assert!(!nothing.contains("/simpan\"") && nothing.contains("Tidak ada yang perlu disimpan."));
}

/// A job under way asks again, with script and without; a finished one does not.
#[test]
fn running_jobs_refresh() {
    for sample in samples() {
        let text = sample.body.into_string();
        assert_eq!(text.contains("data-pantau"), text.contains("http-equiv=\"refresh\""), "{}", sample.name);
    }
}
