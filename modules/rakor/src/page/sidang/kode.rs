//! Codes of the door: what a projector shows for less than a minute, the link of one party for the day, and the
//! ticket of a form somebody has opened. All follow from the node's key; none is kept.

use crate::rule::Rakor;
use host::Hall;
use kernel::Stamp;
use store::berkas::sha256;
use store::journal::commitment;

/// How long one code is shown. It opens the form for as long again.
pub const DETIK: u32 = 45;
const WINDOW: i64 = DETIK as i64 * 1_000_000;
/// How long an opened form may be filled in: windows.
const FILLED_IN: i64 = 14;
/// Digits without those that look like another.
const DIGITS: &[u8; 32] = b"0123456789abcdefghjkmnpqrstvwxyz";

/// The secret codes are made of.
pub struct Rahasia([u8; 32]);

/// What a code in an address is good for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Arti {
    /// It stands on the projector now, or stood there just before.
    Kode,
    /// It stood there earlier.
    Lewat,
    /// The link of this party.
    Pihak(String),
    /// Never one of ours.
    Salah,
}

impl Rahasia {
    /// Of this node.
    ///
    /// # Errors
    /// When its key is missing.
    pub fn of(hall: &Hall) -> store::Result<Rahasia> {
        Ok(Rahasia(sha256(&hall.node.key.sign(b"sinergi presensi 1\n")?)))
    }

    fn word(&self, about: &str, digits: usize) -> String {
        let bytes = commitment(&self.0, about.as_bytes());
        bytes.iter().take(digits).map(|b| char::from(DIGITS[usize::from(b % 32)])).collect()
    }

    fn of_window(&self, rakor: &str, window: i64) -> String {
        self.word(&format!("kode/{rakor}/{window}"), 8)
    }

    /// The code shown at a moment.
    pub fn kode(&self, rakor: &str, now: Stamp) -> String {
        self.of_window(rakor, now.0.div_euclid(WINDOW))
    }

    /// The link of a party, as the end of its address.
    pub fn pihak(&self, rakor: &str, pihak: &str) -> String {
        format!("p-{}", self.word(&format!("pihak/{rakor}/{pihak}"), 20))
    }

    /// What proves that somebody opened the form while the code was good.
    pub fn tiket(&self, rakor: &str, now: Stamp) -> String {
        let window = now.0.div_euclid(WINDOW);
        format!("{window}-{}", self.word(&format!("tiket/{rakor}/{window}"), 20))
    }

    /// Whether such a ticket is still good.
    pub fn tiket_sah(&self, rakor: &str, tiket: &str, now: Stamp) -> bool {
        let Some((window, word)) = tiket.split_once('-') else { return false };
        let Ok(window) = window.parse::<i64>() else { return false };
        let age = now.0.div_euclid(WINDOW).saturating_sub(window);
        (0..=FILLED_IN).contains(&age) && same(word, &self.word(&format!("tiket/{rakor}/{window}"), 20))
    }

    /// The ticket of a form shown now. Whoever brought a good one keeps that one: it lives as long as one form
    /// does, not as long as somebody keeps sending it.
    pub fn tiket_lanjut(&self, rakor: &str, sent: &str, now: Stamp) -> String {
        if self.tiket_sah(rakor, sent, now) { sent.to_owned() } else { self.tiket(rakor, now) }
    }

    /// What a code is good for, as typed or scanned.
    pub fn arti(&self, rakor: &Rakor, kode: &str, now: Stamp) -> Arti {
        if kode.starts_with("p-") {
            let own = |p: &&crate::rule::rakor::Pihak| same(kode, &self.pihak(&rakor.id, &p.id));
            return rakor.undangan().find(own).map_or(Arti::Salah, |p| Arti::Pihak(p.id.clone()));
        }
        let (typed, window) = (plain(kode), now.0.div_euclid(WINDOW));
        let at = |ago: i64| same(&typed, &self.of_window(&rakor.id, window - ago));
        if (0..=1).any(at) {
            Arti::Kode
        } else if (2..=80).any(at) {
            Arti::Lewat
        } else {
            Arti::Salah
        }
    }
}

/// As people type it: capitals, hyphens, and letters that look like digits.
fn plain(kode: &str) -> String {
    let seen = kode.chars().filter(char::is_ascii_alphanumeric).take(16).map(|c| c.to_ascii_lowercase());
    seen.map(|c| match c {
        'o' => '0',
        'i' | 'l' => '1',
        c => c,
    })
    .collect()
}

/// Every letter is looked at, whatever the first ones say.
fn same(a: &str, b: &str) -> bool {
    a.len() == b.len() && a.bytes().zip(b.bytes()).fold(0, |sum, (a, b)| sum | (a ^ b)) == 0
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_opens_while_it_is_shown_and_once_more() {
        let secret = Rahasia([7; 32]);
        let rakor = Rakor { id: "r".into(), ..Rakor::default() };
        let at = |windows: i64| Stamp(1_000 * WINDOW + windows * WINDOW);
        let code = secret.kode("r", at(0));
        for (windows, meaning) in [
            (-1, Arti::Salah),
            (0, Arti::Kode),
            (1, Arti::Kode),
            (2, Arti::Lewat),
            (80, Arti::Lewat),
            (81, Arti::Salah),
        ] {
            assert_eq!(secret.arti(&rakor, &code, at(windows)), meaning, "{windows}");
        }
        let typed = format!("{}-{}", &code[..4].to_uppercase(), &code[4..]);
        assert_eq!(secret.arti(&rakor, &typed, at(0)), Arti::Kode, "as people type it");
        for other in ["", "0", "p-", "p-0", "../../x", &"z".repeat(4_000), "\u{0}\u{202e}"] {
            assert_eq!(secret.arti(&rakor, other, at(0)), Arti::Salah, "{other:.20}");
        }
        assert_ne!(secret.kode("r", at(0)), secret.kode("s", at(0)), "of one rakor");
        assert_ne!(Rahasia([8; 32]).kode("r", at(0)), code, "of one node");
    }

    #[test]
    fn a_ticket_lives_as_long_as_it_takes_to_fill_in_a_form() {
        let secret = Rahasia([7; 32]);
        let at = |windows: i64| Stamp(1_000 * WINDOW + windows * WINDOW);
        let ticket = secret.tiket("r", at(0));
        for (windows, good) in [(-1, false), (0, true), (14, true), (15, false)] {
            assert_eq!(secret.tiket_sah("r", &ticket, at(windows)), good, "{windows}");
        }
        assert_eq!(secret.tiket_lanjut("r", &ticket, at(14)), ticket, "no younger for being refused");
        assert_eq!(secret.tiket_lanjut("r", &ticket, at(15)), secret.tiket("r", at(15)));
        let later = ticket.replacen("1000-", "1010-", 1);
        for other in ["", "-", "1000", "1000-", "x-y", &later, "-9223372036854775808-x"] {
            assert!(!secret.tiket_sah("r", other, at(0)), "{other}");
        }
    }
}
