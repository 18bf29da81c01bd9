//! Figures and sentences as people type them.

/// `37,5` and `1.250.000` in hundredths; at most two digits behind the comma, and no sign.
pub fn ratusan(text: &str) -> Option<i64> {
    let text = text.trim().trim_end_matches('%').trim_end();
    let (whole, rest) = text.split_once(',').unwrap_or((text, ""));
    let digits = |s: &str| s.bytes().all(|b| b.is_ascii_digit());
    let groups: Vec<&str> = whole.split('.').collect();
    let grouped = groups.len() == 1 || groups[0].len() <= 3 && groups[1..].iter().all(|g| g.len() == 3);
    if groups.iter().any(|g| g.is_empty() || !digits(g)) || !grouped {
        return None;
    }
    if !digits(rest) || rest.len() > 2 || text.ends_with(',') {
        return None;
    }
    format!("{}{rest:0<2}", groups.concat()).parse().ok()
}

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
