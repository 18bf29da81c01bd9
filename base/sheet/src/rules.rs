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

/// Digits from this many on are shown, and saved, as `1,98E+17`.
const SHOWN_DIGITS: usize = 12;

/// Whether a spreadsheet program that opens a CSV file would take `text` for a number and keep another
/// one: digits with a zero in front (`0812…`, code `01`), twelve digits and more (NIP, NIK), and digits
/// around one E (`40288E12`).
pub fn loses_digits(text: &str) -> bool {
    let digits = |part: &str| !part.is_empty() && part.bytes().all(|b| b.is_ascii_digit());
    match text.split_once(['e', 'E']) {
        Some((mantissa, exponent)) => digits(mantissa) && digits(exponent),
        None => digits(text) && text.len() > 1 && (text.starts_with('0') || text.len() >= SHOWN_DIGITS),
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
    fn digits_excel_would_lose() {
        for (text, lost) in [
            ("198001012005011001", true),
            ("1571010101800001", true),
            ("081200000001", true),
            ("01", true),
            ("00", true),
            ("40288E12", true),
            ("1e5", true),
            ("0", false),
            ("7", false),
            ("34", false),
            ("2022", false),
            ("12345678901", false),
            ("01-04-2022", false),
            ("E5", false),
            ("5E", false),
            ("1E5E7", false),
            ("A5EB03E23B4BF6A0", false),
            ("٠١", false),
            ("", false),
        ] {
            assert_eq!(loses_digits(text), lost, "{text:?}");
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
