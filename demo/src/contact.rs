//! How a person is reached: addresses nobody has.

use crate::names::{JALAN, KELURAHAN};
use crate::profil::{Profil, digits};
use crate::rng::Rng;
use std::fmt::Write as _;

/// A mobile number in a range no operator hands out.
pub fn write_phone(out: &mut String, profil: &Profil) {
    out.push_str("0800");
    digits(out, 10_000_000 + profil.number * 7, 8);
}

/// The first word of the name and the person's number: unique and plain ASCII.
pub fn write_email(out: &mut String, profil: &Profil, domain: &str) {
    let word = profil.nama.split(' ').next().unwrap_or("pegawai");
    out.extend(word.chars().filter(char::is_ascii_alphabetic).map(|c| c.to_ascii_lowercase()));
    // Appending to a String cannot fail.
    let _ = write!(out, ".{}@{domain}", profil.number);
}

/// Street, number, neighbourhood, ward.
pub fn write_address(out: &mut String, rng: &mut Rng) {
    let (street, house) = (rng.word(JALAN), 1 + rng.below(98));
    let (rt, rw) = (1 + rng.below(9), 1 + rng.below(9));
    let _ = write!(out, "Jl. {street} No. {house:02}, RT 00{rt}/RW 00{rw}, Kel. {}", rng.word(KELURAHAN));
}
