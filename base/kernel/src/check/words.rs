//! Words of findings: dates as people read them, and when two texts say the same.

use crate::date::Date;
use crate::fact::Value;

/// A date as a page shows it: `12 Mar 1984`.
pub fn day(date: Date) -> String {
    const MONTHS: [&str; 12] =
        ["Jan", "Feb", "Mar", "Apr", "Mei", "Jun", "Jul", "Agu", "Sep", "Okt", "Nov", "Des"];
    let (year, month, day) = date.ymd();
    let month = usize::try_from(month - 1).ok().and_then(|m| MONTHS.get(m)).unwrap_or(&"");
    format!("{day} {month} {year}")
}

/// A date that may be unknown.
pub(super) fn day_or(date: Option<Date>) -> String {
    date.map_or_else(|| "tidak diketahui".to_owned(), day)
}

/// Whether nobody can see a mark: control characters, marks that turn the reading direction, and those
/// of no width. Two names that look alike differ by them, and a line may read backwards.
pub fn hidden(c: char) -> bool {
    c.is_control()
        || matches!(c, '\u{ad}' | '\u{61c}' | '\u{180e}' | '\u{feff}')
        || matches!(c, '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}')
}

/// A value as a page shows it.
pub(super) fn value(value: &Value) -> String {
    match value {
        Value::Date(date) => day(*date),
        other => other.show(),
    }
}

/// Whether two values say the same: letters and digits alone count, not case, not punctuation.
pub(super) fn same(a: &Value, b: &Value) -> bool {
    fn plain(s: &str) -> impl Iterator<Item = char> {
        s.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase)
    }
    match (a, b) {
        // Equal bytes are by far the most frequent case; only the rest is folded.
        (Value::Text(a), Value::Text(b)) => a == b || plain(a).eq(plain(b)),
        _ => a == b,
    }
}

/// The sex a file's word means: `M` or `F`.
pub(super) fn sex(text: &str) -> Option<&'static str> {
    let is = |word: &str| text.eq_ignore_ascii_case(word);
    if ["M", "L", "1", "pria", "laki-laki"].into_iter().any(is) {
        Some("M")
    } else if ["F", "P", "W", "2", "wanita", "perempuan"].into_iter().any(is) {
        Some("F")
    } else {
        None
    }
}
