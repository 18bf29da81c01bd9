//! Why a statement about a person is refused beside what the ledger holds, in words.

use super::lists_statement::Statement;
use super::trouble::{Trouble, Weight};

/// The document is recorded with other content.
pub(super) fn otherwise(s: &Statement) -> Trouble {
    let nomor = &s.document.nomor;
    Trouble::new(
        "IMP-35",
        Weight::Refusal,
        "",
        nomor,
        format!("Dokumen nomor \"{nomor}\" sudah tercatat dengan isi lain."),
        "Bila yang tercatat salah, kirim lewat berkas riwayat dengan tindakan ralat dan sasaran_nomor dokumen itu.",
    )
}

/// Nothing of the kind rests on the named document.
pub(super) fn no_target(s: &Statement) -> Trouble {
    Trouble::new(
        "IMP-30",
        Weight::Refusal,
        "sasaran_nomor",
        &s.sasaran,
        format!("Pegawai ini tidak punya fakta jenis ini dari dokumen nomor \"{}\".", s.sasaran),
        "Salin nomor dokumen dari riwayat pegawai itu, atau catat dokumennya lebih dahulu.",
    )
}

/// What is to be corrected or annulled no longer stands.
pub(super) fn annulled(s: &Statement) -> Trouble {
    Trouble::new(
        "IMP-34",
        Weight::Refusal,
        "sasaran_nomor",
        &s.sasaran,
        format!("Fakta dari dokumen nomor \"{}\" sudah dibatalkan.", s.sasaran),
        "Periksa riwayat pegawai itu; bila berlaku lagi, catat dengan dokumen baru sebagai perubahan.",
    )
}

/// The named document states several facts of the kind.
pub(super) fn several_targets(s: &Statement, count: usize) -> Trouble {
    Trouble::new(
        "IMP-31",
        Weight::Refusal,
        "sasaran_nomor",
        &s.sasaran,
        format!("Dokumen nomor \"{}\" menyatakan {count} fakta jenis ini; tidak jelas yang mana.", s.sasaran),
        "Isi tmt dengan TMT fakta yang dimaksud.",
    )
}
