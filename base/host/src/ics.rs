//! Lines of a calendar for other programs (RFC 5545): they end in CRLF, are folded at 75 bytes, and no text
//! breaks out of its line.

use kernel::Date;

/// Bytes of a line before it is folded.
pub const FOLD: usize = 75;

/// A text as a value.
pub fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '\\' | ';' | ',' => out.extend(['\\', c]),
            '\n' => out.push_str("\\n"),
            c if c.is_control() => {}
            c => out.push(c),
        }
    }
    out
}

/// Adds a line, folded; a letter of several bytes is never cut.
pub fn fold(out: &mut String, text: &str) {
    let mut width = 0;
    for c in text.chars() {
        if width + c.len_utf8() > FOLD {
            out.push_str("\r\n ");
            width = 1;
        }
        out.push(c);
        width += c.len_utf8();
    }
    out.push_str("\r\n");
}

/// `20261231`
pub fn hari(day: Date) -> String {
    day.to_string().chars().filter(char::is_ascii_digit).collect()
}
