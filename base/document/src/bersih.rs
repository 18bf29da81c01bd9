//! What people typed, made fit for paper. Nothing here guards against markup: data are text wherever a
//! template puts them. It guards against what text cannot show, or shows other than it reads.

use serde_json::Value;
use typst::text::FontInfo;

/// Stands for a character no font of ours can draw.
const PENGGANTI: char = '\u{25a1}';
/// From here on a word is given places to break, or it would leave the paper.
const KATA_MAX: usize = 48;
const JEDA: char = '\u{200b}';

/// Cleans every text of `data`; answers how many characters could not be drawn.
pub fn clean(data: &mut Value, font: &FontInfo) -> usize {
    match data {
        Value::String(text) => {
            let (cleaned, lost) = one(text, |c| font.coverage.contains(c.into()));
            *text = cleaned;
            lost
        }
        Value::Array(list) => list.iter_mut().map(|v| clean(v, font)).sum(),
        Value::Object(map) => map.values_mut().map(|v| clean(v, font)).sum(),
        Value::Null | Value::Bool(_) | Value::Number(_) => 0,
    }
}

fn one(text: &str, drawn: impl Fn(char) -> bool) -> (String, usize) {
    let mut out = String::with_capacity(text.len());
    let (mut lost, mut run, mut word) = (0, false, 0);
    for c in text.chars() {
        let c = match c {
            '\n' | ' ' => c,
            '\t' | '\r' | '\u{a0}' | '\u{2028}' | '\u{2029}' => ' ',
            c if invisible(c) => continue,
            c if drawn(c) => c,
            _ => PENGGANTI,
        };
        // One sign for a whole run: an emoji is often several characters.
        if c == PENGGANTI {
            lost += 1;
            if std::mem::replace(&mut run, true) {
                continue;
            }
        } else {
            run = false;
        }
        word = if c.is_whitespace() { 0 } else { word + 1 };
        if word > KATA_MAX {
            out.push(JEDA);
            word = 1;
        }
        out.push(c);
    }
    (out, lost)
}

/// Controls, marks that turn the direction of reading, joiners and selectors: they draw nothing, and
/// can make a line read other than what is kept.
fn invisible(c: char) -> bool {
    c.is_control()
        || matches!(c,
            '\u{ad}' | '\u{61c}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}'
            | '\u{fe00}'..='\u{fe0f}' | '\u{feff}' | '\u{fff9}'..='\u{fffb}' | '\u{e0000}'..='\u{e0fff}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_is_cleaned() {
        let latin = |c: char| (c as u32) < 0x250;
        for (typed, printed, lost) in [
            ("Rapat *penting* #1 $x$ @a", "Rapat *penting* #1 $x$ @a", 0),
            ("baris\nkedua\tdan\u{7}bel", "baris\nkedua danbel", 0),
            ("nip \u{202e}321\u{202c}", "nip 321", 0),
            ("terima 🙏🏽👨‍👩‍👧 kasih", "terima □ kasih", 5),
            ("", "", 0),
        ] {
            assert_eq!(one(typed, latin), (printed.to_owned(), lost), "{typed:?}");
        }
    }

    #[test]
    fn a_word_longer_than_a_line_may_break() {
        let (printed, _) = one(&"x".repeat(100_000), |_| true);
        assert!(printed.split(JEDA).all(|part| part.len() <= KATA_MAX));
        assert_eq!(printed.replace(JEDA, ""), "x".repeat(100_000));
    }
}
