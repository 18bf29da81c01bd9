//! Names that every program and every disk accepts.

/// Excel's limit for a sheet name, in UTF-16 units.
const SHEET_NAME_UNITS: usize = 31;
/// Leaves room for a path on Windows and stays below 255 bytes everywhere.
const FILE_NAME_BYTES: usize = 120;

/// `wanted` made into a sheet name Excel accepts, different (letter case aside) from all
/// `taken`: at most 31 characters, none of `[ ] : * ? / \`, no apostrophe at the ends, not
/// the reserved word "History".
pub fn sheet_name(wanted: &str, taken: &[String]) -> String {
    let clean: String = wanted
        .chars()
        .map(
            |c| if matches!(c, '[' | ']' | ':' | '*' | '?' | '/' | '\\') || c.is_control() { ' ' } else { c },
        )
        .collect();
    let clean = clean.split_whitespace().collect::<Vec<_>>().join(" ");
    let clean = clean.trim_matches('\'');
    let clean = if clean.is_empty() || clean.eq_ignore_ascii_case("history") { "Lembar" } else { clean };
    distinct(clean, "", taken, |stem, room| {
        cut_units(stem, SHEET_NAME_UNITS - room).trim_end_matches(['\'', ' ']).to_owned()
    })
}

/// `wanted` made into a plain file name, different (letter case aside) from all `taken`: no
/// folders, no control characters, nothing Windows reserves, at most 120 bytes.
pub fn file_name(wanted: &str, taken: &[String]) -> String {
    let clean: String = wanted
        .chars()
        .map(|c| {
            let bad = matches!(c, '/' | '\\' | ':' | '*' | '?' | '"' | '<' | '>' | '|') || c.is_control();
            // Marks that turn the reading direction around hide the true ending of a name.
            let hidden = matches!(c, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{feff}');
            if bad || hidden { ' ' } else { c }
        })
        .collect();
    let clean = clean.split_whitespace().collect::<Vec<_>>().join(" ");
    let clean = clean.trim_matches(['.', ' ']);
    let (stem, end) = match clean.rfind('.') {
        Some(dot) if dot > 0 && clean.len() - dot <= 6 => clean.split_at(dot),
        _ => (clean, ""),
    };
    let stem = stem.trim_end_matches(['.', ' ']);
    let upper = stem.split('.').next().unwrap_or("").trim_end().to_ascii_uppercase();
    let device = matches!(upper.as_str(), "CON" | "PRN" | "AUX" | "NUL")
        || (upper.len() == 4
            && (upper.starts_with("COM") || upper.starts_with("LPT"))
            && upper.ends_with(|c: char| c.is_ascii_digit()));
    let stem = match stem {
        "" => "berkas".to_owned(),
        _ if device => format!("_{stem}"),
        _ => stem.to_owned(),
    };
    distinct(&stem, end, taken, |stem, room| {
        cut_bytes(stem, FILE_NAME_BYTES - room).trim_end_matches(['.', ' ']).to_owned()
    })
}

/// `stem + end`, or `stem (2) + end` and so on until nobody has it.
fn distinct(stem: &str, end: &str, taken: &[String], cut: impl Fn(&str, usize) -> String) -> String {
    let free = |name: &str| !taken.iter().any(|t| t.to_lowercase() == name.to_lowercase());
    let plain = format!("{}{end}", cut(stem, end.len()));
    if free(&plain) {
        return plain;
    }
    let mut n = 2u64;
    loop {
        let tail = format!(" ({n}){end}");
        let name = format!("{}{tail}", cut(stem, tail.len()));
        if free(&name) {
            return name;
        }
        n += 1;
    }
}

fn cut_units(text: &str, units: usize) -> &str {
    let mut used = 0;
    for (i, c) in text.char_indices() {
        used += c.len_utf16();
        if used > units {
            return &text[..i];
        }
    }
    text
}

fn cut_bytes(text: &str, bytes: usize) -> &str {
    let mut end = text.len().min(bytes);
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    &text[..end]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sheet_names() {
        let taken = vec!["Dinas Kesehatan".to_owned()];
        for (wanted, expected) in [
            ("Rekap", "Rekap"),
            ("a/b\\c:d*e?[f]", "a b c d e f"),
            ("'x'", "x"),
            ("", "Lembar"),
            ("History", "Lembar"),
            ("dinas kesehatan", "dinas kesehatan (2)"),
            ("Dinas Pendidikan dan Kebudayaan Provinsi", "Dinas Pendidikan dan Kebudayaan"),
        ] {
            assert_eq!(sheet_name(wanted, &taken), expected);
        }
    }

    #[test]
    fn file_names() {
        let taken = vec!["BKD.xlsx".to_owned()];
        for (wanted, expected) in [
            ("Dinas A.xlsx", "Dinas A.xlsx"),
            ("../../etc/passwd", "etc passwd"),
            ("C:\\x.xlsx", "C x.xlsx"),
            ("bkd.xlsx", "bkd (2).xlsx"),
            ("nul.xlsx", "_nul.xlsx"),
            ("", "berkas"),
            ("..", "berkas"),
            (".xlsx", "xlsx"),
            ("gaji\u{202e}xslx.exe", "gaji xslx.exe"),
        ] {
            assert_eq!(file_name(wanted, &taken), expected);
        }
        assert!(file_name(&"é".repeat(500), &[]).len() <= 120);
    }
}
