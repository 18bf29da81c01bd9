//! NIP and NI PPPK: 18 digits that say when a person was born, appointed, and of which sex.
//!
//! Source: Peraturan Kepala BKN 22/2007 (NIP); NI PPPK by the same pattern with 21 in place of the
//! month (practice, medium certainty). Mismatch is a finding, never a refusal: conversion errors exist.

use crate::date::Date;

/// A NIP or NI PPPK of the right length. Nothing else is promised of its digits.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct Nip(u64);

/// Digits of the month that mark a PPPK.
const PPPK_MONTHS: std::ops::RangeInclusive<u8> = 13..=99;

impl Nip {
    /// Eighteen ASCII digits, nothing else; `None` otherwise.
    pub fn parse(text: &str) -> Option<Nip> {
        let bytes = text.as_bytes();
        if bytes.len() != 18 || !bytes.iter().all(u8::is_ascii_digit) {
            return None;
        }
        text.parse().ok().map(Nip)
    }

    /// As a number: order by birth date.
    pub fn as_u64(self) -> u64 {
        self.0
    }

    fn digits(self, from: u32, count: u32) -> u64 {
        self.0 / 10u64.pow(18 - from - count) % 10u64.pow(count)
    }

    /// Digits 1–8: birth date; `None` when they are no day.
    pub fn birth(self) -> Option<Date> {
        Date::new(self.digits(0, 4) as i16, self.digits(4, 2) as i8, self.digits(6, 2) as i8)
    }

    /// Digits 9–12: year of appointment.
    pub fn year(self) -> i16 {
        self.digits(8, 4) as i16
    }

    /// Digits 13–14: month of appointment, or the PPPK mark.
    pub fn month(self) -> u8 {
        self.digits(12, 2) as u8
    }

    /// Whether the digits of the month say PPPK.
    pub fn is_pppk(self) -> bool {
        PPPK_MONTHS.contains(&self.month())
    }

    /// Digit 15 as files write sex: `M` for 1, `F` for 2, `None` otherwise.
    pub fn sex(self) -> Option<&'static str> {
        match self.digits(14, 1) {
            1 => Some("M"),
            2 => Some("F"),
            _ => None,
        }
    }

    /// As printed: `19660801 198803 1 001`.
    pub fn grouped(self) -> String {
        let text = self.to_string();
        format!("{} {} {} {}", &text[..8], &text[8..14], &text[14..15], &text[15..])
    }
}

impl std::fmt::Display for Nip {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{:018}", self.0)
    }
}

/// Whether 16 digits can be a NIK: region, day (+40 for women), month, and a number that is not 0000.
/// Returns what is wrong in Indonesian.
pub fn nik_trouble(text: &str) -> Option<&'static str> {
    if text.len() != 16 || !text.bytes().all(|b| b.is_ascii_digit()) {
        return Some("NIK terdiri dari 16 angka");
    }
    let two = |at: usize| text[at..at + 2].parse::<u8>().unwrap_or(0);
    let day = two(6);
    if two(0) < 11 || !(matches!(day, 1..=31 | 41..=71)) || !(1..=12).contains(&two(8)) {
        return Some("angka wilayah atau tanggal lahir pada NIK tidak mungkin");
    }
    if &text[12..] == "0000" {
        return Some("nomor urut NIK tidak boleh 0000");
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_example_of_bkn() {
        let nip = Nip::parse("196608011988031001").expect("18 digits");
        assert_eq!(nip.birth(), Date::new(1966, 8, 1));
        assert_eq!((nip.year(), nip.month(), nip.sex()), (1988, 3, Some("M")));
        assert_eq!(nip.grouped(), "19660801 198803 1 001");
        assert_eq!(nip.to_string(), "196608011988031001");
        assert!(Nip::parse("19660801198803100").is_none());
        assert!(Nip::parse("1966080119880310O1").is_none());
        assert!(Nip::parse("199208092023212038").is_some_and(Nip::is_pppk));
    }
}
