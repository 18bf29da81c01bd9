//! Texts people type that stay for ever: bounded, of letters one can see.

use std::ops::RangeInclusive;

/// Letters of a reason: it says something and is no essay.
pub const REASON: RangeInclusive<usize> = 10..=500;
/// What a form says about such a reason.
pub const REASON_WRONG: &str = "Tulis alasannya, 10 sampai 500 huruf, tanpa karakter kendali.";

/// One paragraph with single spaces; `None` when it is too short, too long, or holds letters nobody sees.
pub fn typed(text: &str, letters: RangeInclusive<usize>) -> Option<String> {
    let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    let whole = letters.contains(&text.chars().count());
    (whole && !text.chars().any(|c| c.is_control() || is_invisible(c))).then_some(text)
}

/// Characters that change the direction of text, or stand for nothing: with them a text can look like
/// another.
pub fn is_invisible(c: char) -> bool {
    matches!(c, '\u{ad}' | '\u{61c}' | '\u{180e}' | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}'
        | '\u{2060}'..='\u{206f}' | '\u{feff}' | '\u{e0000}'..='\u{e007f}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_may_stay_for_ever() {
        let long = "a".repeat(501);
        for (text, kept) in [
            ("  masa kerja\r\n tetap  cukup ", Some("masa kerja tetap cukup")),
            ("pendek", None),
            (long.as_str(), None),
            ("masa kerja\0 tetap cukup", None),
            ("masa kerja \u{202e}tetap cukup", None),
            ("<b>masa</b> kerja", Some("<b>masa</b> kerja")),
        ] {
            assert_eq!(typed(text, REASON).as_deref(), kept, "{text:?}");
        }
    }
}
