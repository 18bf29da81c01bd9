//! Values of the register as these pages and files say them.

use kernel::{Date, Golongan, Register};

/// `III/d`, empty when unknown.
pub fn golongan(register: &Register, i: usize) -> String {
    Golongan::from_code(register.golongan[i]).map(|g| g.to_string()).unwrap_or_default()
}

/// `12 th 3 bl`, empty when unknown.
pub fn masa_kerja(register: &Register, i: usize, today: Date) -> String {
    let months = register.kerja_sejak[i].map(|since| since.months_until(today));
    months.map(|m| format!("{} th {} bl", m / 12, m % 12)).unwrap_or_default()
}

/// `41 th`, empty when unknown.
pub fn umur(register: &Register, i: usize, today: Date) -> String {
    register.lahir[i].map(|born| format!("{} th", born.months_until(today) / 12)).unwrap_or_default()
}

/// `dd-mm-yyyy`, empty when unknown.
pub fn day(date: Option<Date>) -> String {
    date.map(Date::dmy).unwrap_or_default()
}
