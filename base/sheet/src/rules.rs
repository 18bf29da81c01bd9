//! Small rules for single cells: the apostrophe of spreadsheets and the word `null`.
//!
//! A cell that starts like a formula is run by the program that opens the CSV file
//! (CWE-1236). One apostrophe in front turns it into text. SIASN files carry the same
//! apostrophe in front of long digit strings, so one rule reads both: take one off.

/// Whether `text` would be taken for a formula, or already starts with the apostrophe
/// (which must be doubled so that [`strip_guard`] gives it back).
pub fn needs_guard(text: &str) -> bool {
    match text.as_bytes().first() {
        None => false,
        Some(b'=' | b'+' | b'-' | b'@' | b'\t' | b'\r' | b'\n' | b'\'') => true,
        // Spaces in front do not stop a spreadsheet program; neither do the full-width
        // forms of the four signs (0xEF) nor a no-break space (0xC2).
        Some(b' ' | 0xC2 | 0xEF) => text
            .trim_start_matches([' ', '\u{a0}'])
            .starts_with(['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠']),
        Some(_) => false,
    }
}

/// The text as it goes into a CSV cell: with one leading apostrophe when it needs one.
pub fn guarded(text: &str) -> String {
    if needs_guard(text) { format!("'{text}") } else { text.to_owned() }
}

/// Takes exactly one leading apostrophe off: the inverse of [`guarded`], and the reading
/// rule for SIASN files.
pub fn strip_guard(text: &str) -> &str {
    text.strip_prefix('\'').unwrap_or(text)
}

/// Reading rules of SIASN files.
#[derive(Debug, Clone, Copy)]
pub struct CellRules;

impl CellRules {
    /// The meaning of a cell's text: one leading apostrophe off; the word `null` alone
    /// (lower case, spaces around it allowed) means empty. Nothing else is changed.
    pub fn read(text: &str) -> &str {
        let text = strip_guard(text);
        if text.trim() == "null" { "" } else { text }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn guard_table() {
        for (plain, written) in [
            ("", ""),
            ("Budi", "Budi"),
            ("=1+1", "'=1+1"),
            ("+62812", "'+62812"),
            ("-", "'-"),
            ("@a", "'@a"),
            ("\tx", "'\tx"),
            ("\rx", "'\rx"),
            ("  =1", "'  =1"),
            ("\u{a0}=1", "'\u{a0}=1"),
            ("＝1", "'＝1"),
            ("'x", "''x"),
            (" x", " x"),
            ("a=1", "a=1"),
            ("é", "é"),
        ] {
            assert_eq!(guarded(plain), written);
            assert_eq!(strip_guard(&guarded(plain)), plain);
        }
    }

    #[test]
    fn siasn_cells() {
        for (cell, meaning) in [
            ("'198001012005011001", "198001012005011001"),
            ("null", ""),
            (" null ", ""),
            ("'null", ""),
            ("NULL", "NULL"),
            ("Nullah", "Nullah"),
            ("''x", "'x"),
            ("  Budi ", "  Budi "),
            ("", ""),
        ] {
            assert_eq!(CellRules::read(cell), meaning, "{cell:?}");
        }
    }
}
