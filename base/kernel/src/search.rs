//! Folding text for name search: what people type and what files hold meet in one plain form.

/// Lower case, accents stripped, punctuation to spaces, spaces collapsed, none at the ends.
///
/// Apostrophes vanish instead of becoming spaces: `Ma'ruf`, `Ma’ruf` and `Maruf` are one name.
/// Letters of other scripts stay as they are, in lower case.
pub fn fold_text(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    fold_into(text, &mut folded);
    folded
}

/// The same, appended to a buffer; for folding a whole register into one haystack.
pub fn fold_into(text: &str, out: &mut String) {
    let start = out.len();
    let mut gap = false;
    for c in text.chars() {
        let folded = fold_char(c);
        match folded {
            Folded::Nothing => continue,
            Folded::Space => {
                gap = true;
                continue;
            }
            _ => {}
        }
        if gap && out.len() > start {
            out.push(' ');
        }
        gap = false;
        match folded {
            Folded::One(c) => out.push(c),
            Folded::Two(text) => out.push_str(text),
            Folded::Other(c) => out.extend(c.to_lowercase()),
            Folded::Nothing | Folded::Space => {}
        }
    }
}

enum Folded {
    Nothing,
    Space,
    One(char),
    Two(&'static str),
    Other(char),
}

/// Latin-1 Supplement and Latin Extended-A (U+00C0 to U+017F), one plain letter each; `.` marks the
/// few that fold otherwise. Upper and lower case give the same letter.
const LATIN: &[u8; 192] = b"aaaaaa.ceeeeiiiidnooooo.ouuuuy..aaaaaa.ceeeeiiiidnooooo.ouuuuy.y\
aaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiii..jjkkklllllll\
lllnnnnnnnnnoooooo..rrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzzs";

fn fold_char(c: char) -> Folded {
    match c {
        'a'..='z' | '0'..='9' => Folded::One(c),
        'A'..='Z' => Folded::One(c.to_ascii_lowercase()),
        // Apostrophes, the okina and modifier letters some write for ain and hamza.
        '\'' | '`' | '\u{b4}' | '\u{2bb}'..='\u{2bf}' | '\u{2018}' | '\u{2019}' | '\u{201b}' => {
            Folded::Nothing
        }
        // Combining accents, soft hyphen and zero-width marks.
        '\u{300}'..='\u{36f}' | '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{feff}' => Folded::Nothing,
        'æ' | 'Æ' => Folded::Two("ae"),
        'œ' | 'Œ' => Folded::Two("oe"),
        'ĳ' | 'Ĳ' => Folded::Two("ij"),
        'ß' => Folded::Two("ss"),
        'þ' | 'Þ' => Folded::Two("th"),
        '×' | '÷' => Folded::Space,
        '\u{c0}'..='\u{17f}' => Folded::One(char::from(LATIN[c as usize - 0xc0])),
        // Latin Extended Additional, as far as Vietnamese and transliterated Arabic names need it.
        'ạ'..='ặ' | 'Ạ'..='Ặ' => Folded::One('a'),
        'Ḍ' | 'ḍ' => Folded::One('d'),
        'Ḥ' | 'ḥ' => Folded::One('h'),
        'Ṣ' | 'ṣ' => Folded::One('s'),
        'Ṭ' | 'ṭ' => Folded::One('t'),
        'Ẓ' | 'ẓ' => Folded::One('z'),
        'Ẹ'..='ệ' => Folded::One('e'),
        'Ỉ'..='ị' => Folded::One('i'),
        'Ọ'..='ợ' => Folded::One('o'),
        'Ụ'..='ự' => Folded::One('u'),
        'Ỳ'..='ỹ' => Folded::One('y'),
        c if c.is_alphanumeric() => Folded::Other(c),
        _ => Folded::Space,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_as_written_and_as_typed_meet() {
        // ditulis pada berkas → bentuk cari
        for (written, plain) in [
            ("Dr. H. SITI  Nur'aini, S.Pd., M.Si.", "dr h siti nuraini s pd m si"),
            ("Ma’ruf", "maruf"),
            ("  -- Sekretariat Daerah --", "sekretariat daerah"),
            ("José Peña-Ångström", "jose pena angstrom"),
            ("Jose\u{301}", "jose"),
            ("Łukasz Šťastný Œuvre Straße", "lukasz stastny oeuvre strasse"),
            ("Ġħaż ŋ Ŀ ſ ŉ", "ghaz n l s n"),
            ("Ýÿ Ðð Øø Þ", "yy dd oo th"),
            ("Muḥammad Ṭāriq Nguyễn", "muhammad tariq nguyen"),
            ("٣ Ω", "٣ ω"),
            ("", ""),
            ("...", ""),
        ] {
            assert_eq!(fold_text(written), plain, "{written}");
            assert_eq!(fold_text(plain), plain, "sekali lagi sama: {written}");
        }
    }

    #[test]
    fn every_latin_letter_of_the_table_is_plain() {
        for c in '\u{c0}'..='\u{17f}' {
            let folded = fold_text(&c.to_string());
            assert!(folded.bytes().all(|b| b.is_ascii_lowercase()), "{c} → {folded}");
        }
    }
}
