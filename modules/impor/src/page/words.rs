//! Codes of troubles in a few words, for the filters of the preview.

/// Public codes and what they are called.
const WORDS: &[(&str, &str)] = &[
    ("IMP-01", "NIP bukan 18 angka"),
    ("IMP-02", "Nama kosong"),
    ("IMP-03", "Tanggal tidak terbaca"),
    ("IMP-04", "NIP dua kali dalam berkas"),
    ("IMP-05", "Huruf bukan UTF-8"),
    ("IMP-07", "Instansi lain"),
    ("IMP-11", "Bukan angka"),
    ("IMP-12", "Sel rusak di Excel"),
    ("IMP-13", "ID SIASN dua kali"),
    ("IMP-14", "NIP milik orang lain"),
    ("IMP-15", "Data lebih tua"),
    ("IMP-16", "Tercatat pada instansi lain"),
    ("IMP-22", "Isian wajib kosong"),
    ("IMP-24", "NIP tidak ada di register"),
    ("IMP-25", "Unit tidak ada di register"),
    ("IMP-26", "Nama unit tidak tunggal"),
    ("IMP-27", "Bukan bilangan yang mungkin"),
    ("IMP-28", "Kata tidak dikenal"),
    ("IMP-29", "Tanggal terbalik"),
    ("IMP-32", "Sel rusak di Excel"),
];

/// What a code is called; a rare one is called by itself.
pub fn words(code: &str) -> String {
    if let Some(known) = kernel::Code::from_text(code) {
        return known.info().label.to_owned();
    }
    WORDS.iter().find(|w| w.0 == code).map_or(code, |w| w.1).to_owned()
}
