//! Golongan/ruang of PNS and golongan of PPPK, and the order between them.
//!
//! Source: PP 7/1977 and PP 99/2000 for the seventeen steps I/a–IV/e; PPPK I–XVII (Perpres 98/2020
//! jo. 11/2024). Names and codes for people are in `peraturan/tabel/golongan.csv`.

/// A step on one of the two ladders. Steps count from 1; a PNS step and a PPPK step do not compare in law,
/// the order here is only for sorting lists.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Golongan {
    /// I (1) to XVII (17).
    Pppk(u8),
    /// I/a (1) to IV/e (17).
    Pns(u8),
}

const ROMAN: [&str; 17] = [
    "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII", "XIII", "XIV", "XV", "XVI",
    "XVII",
];

impl Golongan {
    /// From its name: `III/d`, `IX`; `None` for anything else.
    pub fn parse(name: &str) -> Option<Golongan> {
        let name = name.trim();
        match name.split_once('/') {
            Some((group, ruang)) => {
                let group = ROMAN[..4].iter().position(|r| *r == group)? as u8;
                let ruang = match ruang.as_bytes() {
                    [c @ (b'a'..=b'd' | b'A'..=b'D')] => c.to_ascii_lowercase() - b'a',
                    [b'e' | b'E'] if group == 3 => 4,
                    _ => return None,
                };
                Some(Golongan::Pns(group * 4 + ruang + 1))
            }
            None => ROMAN.iter().position(|r| *r == name).map(|i| Golongan::Pppk(i as u8 + 1)),
        }
    }

    /// One byte that sorts as the golongan does: PPPK 1–17, PNS 101–117.
    pub fn code(self) -> u8 {
        match self {
            Golongan::Pppk(step) => step,
            Golongan::Pns(step) => 100 + step,
        }
    }

    /// From that byte.
    pub fn from_code(code: u8) -> Option<Golongan> {
        match code {
            1..=17 => Some(Golongan::Pppk(code)),
            101..=117 => Some(Golongan::Pns(code - 100)),
            _ => None,
        }
    }
}

impl std::fmt::Display for Golongan {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match *self {
            Golongan::Pppk(step) => f.write_str(ROMAN[usize::from(step - 1) % 17]),
            Golongan::Pns(17) => f.write_str("IV/e"),
            Golongan::Pns(step) => {
                let step = (step - 1) % 16;
                write!(f, "{}/{}", ROMAN[usize::from(step / 4)], char::from(b'a' + step % 4))
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_step_reads_back() {
        for step in 1..=17 {
            for golongan in [Golongan::Pns(step), Golongan::Pppk(step)] {
                assert_eq!(Golongan::parse(&golongan.to_string()), Some(golongan));
                assert_eq!(Golongan::from_code(golongan.code()), Some(golongan));
            }
        }
        assert!(Golongan::parse("III/d") < Golongan::parse("IV/a"));
        assert_eq!(Golongan::parse("III/e"), None);
        assert_eq!(Golongan::parse("34"), None);
    }
}
