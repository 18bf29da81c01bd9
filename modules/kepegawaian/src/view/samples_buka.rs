//! Opening what is masked: the form with everything wrong, and who looked.

use super::buka::{AksesView, BukaView, Pembukaan, akses, buka};
use super::samples::TODAY;
use web::Sample;
use web::page::example_frame;

pub(super) fn samples() -> Vec<Sample> {
    let frame = |title| example_frame(title, "Data Pegawai");
    vec![
        Sample::new("buka", buka(&frame("Buka data tersamar"), &form())),
        Sample::new("akses", akses(&frame("Siapa melihat data saya"), &seen())),
        Sample::new(
            "akses-kosong",
            akses(&frame("Siapa melihat data ini"), &AksesView { own: false, rows: Vec::new(), ..seen() }),
        ),
    ]
}

fn form() -> BukaView {
    let pair = |name: &str, sentence: &str| (name.to_owned(), sentence.to_owned());
    BukaView {
        name: "Ratna Wulandari, S.Sos.".into(),
        nip: "198503122010012001".into(),
        parts: vec![
            ("nomor".into(), "Nomor identitas (NIK, NPWP, BPJS)".into(), false),
            ("keluarga".into(), "Keluarga".into(), false),
        ],
        reason: "cek".into(),
        minutes: 15,
        action: "/pegawai/1/buka".into(),
        back: "/pegawai/1".into(),
        errors: vec![
            pair("bagian-0", "Pilih bagian yang hendak dibuka."),
            pair("alasan", "Tulis alasannya, misalnya: verifikasi berkas pensiun."),
        ],
    }
}

fn seen() -> AksesView {
    let row = |part: &str, reason: &str, everybody| Pembukaan {
        date: TODAY,
        time: "09.30 WIB".into(),
        by: "Desi Anggraini, Petugas BKD".into(),
        part: part.into(),
        reason: reason.into(),
        everybody,
    };
    AksesView {
        own: true,
        name: "Ratna Wulandari, S.Sos.".into(),
        rows: vec![
            row("Nomor identitas (NIK, NPWP, BPJS)", "verifikasi berkas pensiun", false),
            row("Nominatif lengkap (67 kolom)", "Unduhan nominatif", true),
        ],
        limit: 200,
    }
}
