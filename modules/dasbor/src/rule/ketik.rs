//! Sentences about what people typed.

/// What the sentence of a refusal is about: which of the fields it stands beside.
pub fn ruas(kalimat: &str) -> &'static str {
    match kalimat.split(' ').next().unwrap_or("") {
        "Sumber" => "dasar",
        "Tahun" => "tahun",
        "Tanggal" => "periode",
        "Instansi" => "instansi",
        _ => "nilai",
    }
}
