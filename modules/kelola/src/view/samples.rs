//! Invented nodes on their first days, for tests and the gallery.

use super::*;
use web::page::example_frame;
use web::{Crumb, Sample};

/// Whole documents, by file name.
pub fn samples() -> Vec<Sample> {
    let sample = |name, done: [bool; 5], days: Option<i32>| {
        let mut frame = example_frame("Langkah pertama", "Langkah pertama");
        frame.clock = None;
        frame.crumbs = vec![Crumb { label: "Langkah pertama".into(), href: None }];
        Sample::new(name, langkah_pertama(&frame, &view(done, days)))
    };
    vec![
        sample("langkah-pertama", [true, false, false, false, false], None),
        sample("langkah-pertama-selesai", [true; 5], Some(1)),
        sample("langkah-pertama-usang", [true, true, true, true, false], Some(12)),
        Sample::new(
            "riwayat-lengkap",
            lengkap(&example_frame("Riwayat yang lengkap", "Langkah pertama"), &declaration()),
        ),
    ]
}

fn declaration() -> LengkapView {
    LengkapView {
        instansi: "Pemerintah Provinsi Bumi Raya".into(),
        instansi_id: "A1".into(),
        kinds: vec![("cuti", "Cuti", true), ("diklat", "Diklat", false)],
        document: kernel::typed::TypedDocument::default(),
        errors: vec![("nomor".into(), "Tulis nomor dokumen persis seperti pada naskah.".into())],
        moved: true,
        based_on: 3,
    }
}

fn view(done: [bool; 5], days: Option<i32>) -> LangkahPertamaView {
    let words = [
        ("Unggah daftar unor", "412 unit"),
        ("Unggah peta jabatan", "2.310 jabatan"),
        ("Unggah nominatif SIASN", "19.982 pegawai"),
        ("Buat akun petugas", "14 akun aktif"),
        ("Buat cadangan pertama", "kemarin"),
    ];
    let step = |((label, count), done): ((&'static str, &str), bool)| Langkah {
        label,
        why: "Satu kalimat tentang apa yang didapat sesudahnya.",
        href: "/impor/unggah",
        count: count.into(),
        done,
    };
    let backup = days.map(|days| CadanganTerakhir {
        name: "sinergi-2026-11-21-0130.cadangan".into(),
        when: "21 November 2026, 01.30 WIB".into(),
        days,
        by: "operator".into(),
        size: 184_203_118,
        hash: "9f2c4be07a51d3886e0b1f47c2a95d10843be6f7025c9ad1e4708f3b6c12d95a".into(),
    });
    LangkahPertamaView { steps: words.into_iter().zip(done).map(step).collect(), backup, old_days: 7 }
}
