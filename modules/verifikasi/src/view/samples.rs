//! Invented documents, for tests and the gallery.

use super::*;
use web::Sample;

/// Whole documents, by file name.
pub fn samples() -> Vec<Sample> {
    let door = Pintu::default();
    let asked = |typed: &str, unknown| tanya(&door, &TanyaView { typed: typed.into(), unknown });
    let said = |keadaan, cocok| hasil(&door, &view(keadaan, cocok));
    let replaced = Keadaan::Diganti("9D3FWA7KX2MPQ5RT".into());
    let withdrawn = Keadaan::Dicabut(Tanggal::new(2026, 12, 9));
    vec![
        Sample::new("verifikasi", asked("", false)),
        Sample::new("verifikasi-salah", asked("K7QM-2XHD", false)),
        Sample::new("verifikasi-tidak-dikenal", asked("K7QM-2XHD-9WTR-4FBM", true)),
        Sample::new("verifikasi-asli", said(Keadaan::Berlaku, None)),
        Sample::new("verifikasi-sama", said(Keadaan::Berlaku, Some(Cocok::Sama))),
        Sample::new("verifikasi-beda", said(Keadaan::Berlaku, Some(Cocok::Beda))),
        Sample::new("verifikasi-tanpa-berkas", said(Keadaan::Berlaku, Some(Cocok::TanpaBerkas))),
        Sample::new("verifikasi-diganti", said(replaced, None)),
        Sample::new("verifikasi-dicabut", said(withdrawn, None)),
    ]
}

fn view(keadaan: Keadaan, cocok: Option<Cocok>) -> HasilView {
    HasilView {
        kode: "K7QM2XHD9WTR4FBN".into(),
        keadaan,
        jenis: "Surat undangan",
        nomor: "005/1174/BKD/2026".into(),
        tanggal: Tanggal::new(2026, 12, 7),
        instansi: "Pemerintah Provinsi Bumi Raya".into(),
        terbit: Tanggal::new(2026, 12, 7),
        sidik: "9f2c4be07a51d3886e0b1f47c2a95d10843be6f7025c9ad1e4708f3b6c12d95a".into(),
        cocok,
    }
}
