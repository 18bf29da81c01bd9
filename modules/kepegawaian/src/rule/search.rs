//! People by part of a name or digits of a NIP, over the whole register at once.

use super::listing::Bits;
use kernel::Register;
use kernel::search::fold_text;
use memchr::{memchr, memmem};

/// Fewest digits that are read as a NIP.
const DIGITS_MIN: usize = 3;

/// Who is meant by what was typed; `None` when nothing was.
pub fn find(register: &Register, typed: &str) -> Option<Bits> {
    if typed.trim().is_empty() {
        return None;
    }
    if let Some(digits) = nip_digits(typed) {
        return Some(by_nip(register, &digits));
    }
    Some(by_name(register, &words(typed)))
}

/// The digits of a NIP or of a part of one: spaces, dots and hyphens between them do not count.
fn nip_digits(typed: &str) -> Option<String> {
    let plain: String = typed.chars().filter(|c| !c.is_whitespace() && !".-'".contains(*c)).collect();
    (plain.len() >= DIGITS_MIN && plain.bytes().all(|b| b.is_ascii_digit())).then_some(plain)
}

/// The words a name must hold. Titles are not part of the name people are found by: what stands
/// behind a comma or carries a dot is left out, unless nothing else was typed.
fn words(typed: &str) -> Vec<String> {
    let name = typed.split(',').next().unwrap_or(typed);
    let plain: Vec<&str> = name.split_whitespace().filter(|w| !w.contains('.')).collect();
    let kept = if plain.is_empty() { typed.to_owned() } else { plain.join(" ") };
    fold_text(&kept).split(' ').filter(|w| !w.is_empty()).map(str::to_owned).collect()
}

fn by_nip(register: &Register, digits: &str) -> Bits {
    let mut found = Bits::none(register.len());
    let finder = memmem::Finder::new(digits);
    each_line(register.nips().as_bytes(), &finder, |place| found.insert(register.nip_at(place)));
    found
}

/// Every word must stand in the name of one person. The longest is looked for in all names at once,
/// the others only where it was found; a word holds no line break, so no hit spans two names.
fn by_name(register: &Register, words: &[String]) -> Bits {
    let mut found = Bits::none(register.len());
    let Some(longest) = words.iter().max_by_key(|w| w.len()) else { return found };
    let haystack = register.haystack().as_bytes();
    let finder = memmem::Finder::new(longest.as_bytes());
    let rest: Vec<memmem::Finder<'_>> =
        words.iter().filter(|w| *w != longest).map(|w| memmem::Finder::new(w.as_bytes())).collect();
    each_line(haystack, &finder, |place| {
        let i = register.at(place);
        if rest.iter().all(|word| word.find(register.folded(i).as_bytes()).is_some()) {
            found.insert(i);
        }
    });
    found
}

/// The place of the first hit in every line that has one.
fn each_line(haystack: &[u8], finder: &memmem::Finder<'_>, mut hit: impl FnMut(usize)) {
    let mut from = 0;
    while let Some(at) = haystack.get(from..).and_then(|tail| finder.find(tail)) {
        hit(from + at);
        from = memchr(b'\n', &haystack[from + at..]).map_or(haystack.len(), |end| from + at + end + 1);
    }
}
