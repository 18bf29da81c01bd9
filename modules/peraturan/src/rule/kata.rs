//! Which words of two texts differ.

/// Words beside one another are compared up to so many; longer texts count as changed whole.
const WORDS: usize = 600;

/// A stretch of words, and whether the other text lacks it.
pub type Potong = (bool, String);

/// Both texts in stretches: words both have in the same order, and words only one has.
pub fn beda(lama: &str, baru: &str) -> (Vec<Potong>, Vec<Potong>) {
    let (a, b): (Vec<&str>, Vec<&str>) = (words(lama), words(baru));
    if a.len() > WORDS || b.len() > WORDS {
        let whole = |text: &str, other: &str| vec![(text != other, text.to_owned())];
        return (whole(lama, baru), whole(baru, lama));
    }
    let mut longest = vec![vec![0u16; b.len() + 1]; a.len() + 1];
    for i in (0..a.len()).rev() {
        for j in (0..b.len()).rev() {
            longest[i][j] = match a[i] == b[j] {
                true => longest[i + 1][j + 1] + 1,
                false => longest[i + 1][j].max(longest[i][j + 1]),
            };
        }
    }
    let (mut left, mut right) = (Vec::new(), Vec::new());
    let (mut i, mut j) = (0, 0);
    while i < a.len() || j < b.len() {
        if i < a.len() && j < b.len() && a[i] == b[j] {
            put(&mut left, false, a[i]);
            put(&mut right, false, b[j]);
            (i, j) = (i + 1, j + 1);
        } else if j == b.len() || (i < a.len() && longest[i + 1][j] >= longest[i][j + 1]) {
            put(&mut left, true, a[i]);
            i += 1;
        } else {
            put(&mut right, true, b[j]);
            j += 1;
        }
    }
    (left, right)
}

fn words(text: &str) -> Vec<&str> {
    text.split_whitespace().collect()
}

fn put(list: &mut Vec<Potong>, changed: bool, word: &str) {
    match list.last_mut().filter(|last| last.0 == changed) {
        Some(last) => {
            last.1.push(' ');
            last.1.push_str(word);
        }
        None => list.push((changed, word.to_owned())),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn marked(pieces: &[Potong]) -> String {
        let piece = |(changed, text): &Potong| if *changed { format!("[{text}]") } else { text.clone() };
        pieces.iter().map(piece).collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn only_words_that_differ_are_marked() {
        // lama · baru · tanda lama · tanda baru
        for (a, b, left, right) in [
            (
                "paling sedikit 4 tahun",
                "paling sedikit 5 tahun",
                "paling sedikit [4] tahun",
                "paling sedikit [5] tahun",
            ),
            ("4 tahun", "4 tahun", "4 tahun", "4 tahun"),
            ("empat tahun", "", "[empat tahun]", ""),
            ("", "lima", "", "[lima]"),
            ("a b c", "c a b", "a b [c]", "[c] a b"),
            ("masa kerja", "masa kerja golongan", "masa kerja", "masa kerja [golongan]"),
        ] {
            let (lama, baru) = beda(a, b);
            assert_eq!((marked(&lama), marked(&baru)), (left.to_owned(), right.to_owned()), "{a} | {b}");
        }
        let long = "kata ".repeat(WORDS + 1);
        assert_eq!(beda(&long, "kata"), (vec![(true, long.clone())], vec![(true, "kata".to_owned())]));
    }
}
