//! Numbers, dates and identity numbers as Indonesian offices write them. Pure functions over plain values.

const BULAN: [&str; 12] = [
    "Januari",
    "Februari",
    "Maret",
    "April",
    "Mei",
    "Juni",
    "Juli",
    "Agustus",
    "September",
    "Oktober",
    "November",
    "Desember",
];
const BULAN_PENDEK: [&str; 12] =
    ["Jan", "Feb", "Mar", "Apr", "Mei", "Jun", "Jul", "Agu", "Sep", "Okt", "Nov", "Des"];

/// A calendar day as plain numbers. It does not check itself: whoever fills it has a checked date already.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Tanggal {
    pub year: i32,
    pub month: u8,
    pub day: u8,
}

impl Tanggal {
    pub const fn new(year: i32, month: u8, day: u8) -> Self {
        Self { year, month, day }
    }

    fn month_index(self) -> usize {
        usize::from(self.month.clamp(1, 12)) - 1
    }

    /// `22 Nov 2026`, for screens.
    pub fn short(self) -> String {
        format!("{} {} {}", self.day, BULAN_PENDEK[self.month_index()], self.year)
    }

    /// `22 November 2026`, for letters and headings.
    pub fn long(self) -> String {
        format!("{} {} {}", self.day, BULAN[self.month_index()], self.year)
    }

    /// `2026-11-22`, for `datetime` attributes and addresses.
    pub fn iso(self) -> String {
        format!("{:04}-{:02}-{:02}", self.year, self.month, self.day)
    }

    /// `22-11-2026`, as typed into date fields.
    pub fn typed(self) -> String {
        format!("{:02}-{:02}-{:04}", self.day, self.month, self.year)
    }

    /// Days since 1 Jan 1970 in the Gregorian calendar, so that distances need no date library.
    pub fn day_number(self) -> i64 {
        let shifted = i64::from(self.year) - i64::from(self.month <= 2);
        let era = shifted.div_euclid(400);
        let year_of_era = shifted.rem_euclid(400);
        let month = (i64::from(self.month) + 9) % 12;
        let day_of_year = (153 * month + 2) / 5 + i64::from(self.day) - 1;
        era * 146_097 + year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year - 719_468
    }

    /// Position on a drawn time axis: 2026.5 is the middle of 2026.
    pub fn as_year(self) -> f64 {
        let start = Tanggal::new(self.year, 1, 1).day_number();
        let length = Tanggal::new(self.year + 1, 1, 1).day_number() - start;
        f64::from(self.year) + (self.day_number() - start) as f64 / length as f64
    }

    /// Distance from `today` in words: `9 hari lagi`, `lewat 7 hari`, `7 bulan lagi`, `15 tahun lagi`.
    pub fn distance(self, today: Tanggal) -> String {
        let days = self.day_number() - today.day_number();
        let span = match days.abs() {
            n @ 0..=180 => format!("{n} hari"),
            n @ 181..=729 => format!("{} bulan", n * 12 / 365),
            n => format!("{} tahun", n * 100 / 36_525),
        };
        match days {
            0 => "hari ini".to_owned(),
            1.. => format!("{span} lagi"),
            _ => format!("lewat {span}"),
        }
    }
}

/// `1.284`
pub fn angka(number: u64) -> String {
    let digits = number.to_string();
    let mut out = String::with_capacity(digits.len() + digits.len() / 3);
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) {
            out.push('.');
        }
        out.push(digit);
    }
    out
}

/// `93,4%`; a share of nothing has no percentage and is written `–`.
pub fn persen(part: u64, whole: u64) -> String {
    if whole == 0 {
        return "–".to_owned();
    }
    let tenths = (part * 1000 + whole / 2) / whole;
    if tenths.is_multiple_of(10) {
        format!("{}%", tenths / 10)
    } else {
        format!("{},{}%", tenths / 10, tenths % 10)
    }
}

/// `8734` (hundredths) as `87,3`: one place behind the comma is all an estimate can bear. Nearly all
/// is not all: only the full score is written `100,0`.
pub fn skor(hundredths: u32) -> String {
    let rounded = (hundredths + 5) / 10;
    let tenths = if hundredths < 10_000 { rounded.min(999) } else { rounded };
    format!("{},{}", tenths / 10, tenths % 10)
}

/// `87,3 → 88,1`; where one place hides the gain, `99,91 → 99,94`.
pub fn skor_naik(now: u32, after: u32) -> String {
    let (from, to) = (skor(now), skor(after));
    if from != to || now == after {
        return format!("{from} → {to}");
    }
    let whole = |n: u32| format!("{},{:02}", n / 100, n % 100);
    format!("{} → {}", whole(now), whole(after))
}

/// `19840312 201001 2 007`; a number that is not 18 digits is shown as it came, because hiding the fault hides the fix.
pub fn nip(number: &str) -> String {
    if number.len() == 18 && number.bytes().all(|b| b.is_ascii_digit()) {
        format!("{} {} {} {}", &number[..8], &number[8..14], &number[14..15], &number[15..])
    } else {
        number.to_owned()
    }
}

/// `1571••••••••••••`: the first four characters stay. Not the last: beside a date of birth they leave
/// only a hundred NIK to choose from.
pub fn mask(number: &str) -> String {
    let chars: Vec<char> = number.chars().collect();
    if chars.len() <= 8 {
        return "•".repeat(chars.len());
    }
    let head: String = chars[..4].iter().collect();
    format!("{head}{}", "•".repeat(chars.len() - 4))
}

/// `RW` for `dr. Ratna Wulandari, M.Kes.`: titles carry a dot or follow a comma and do not count.
pub fn initials(name: &str) -> String {
    let plain = name.split(',').next().unwrap_or(name);
    let words: Vec<&str> = plain.split_whitespace().collect();
    let own: Vec<&str> = words.iter().copied().filter(|w| !w.ends_with('.')).collect();
    let source = if own.is_empty() { words } else { own };
    source.iter().take(2).filter_map(|w| w.chars().next()).flat_map(char::to_uppercase).collect()
}

/// A steady colour of twelve for a person, from any key that does not change (NIP, user name).
pub fn hue(key: &str) -> u8 {
    let sum = key.bytes().fold(7u32, |acc, b| acc.wrapping_mul(31).wrapping_add(u32::from(b)));
    (sum % 12) as u8
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers() {
        assert_eq!(angka(0), "0");
        assert_eq!(angka(1_284), "1.284");
        assert_eq!(angka(12_345_678), "12.345.678");
        assert_eq!(persen(934, 1000), "93,4%");
        assert_eq!(persen(1, 2), "50%");
        assert_eq!(persen(1, 0), "–");
        assert_eq!([skor(8_734), skor(8_735), skor(10_000), skor(4)], ["87,3", "87,4", "100,0", "0,0"]);
        for (now, after, words) in [
            (7_843, 8_313, "78,4 → 83,1"),
            (9_991, 9_994, "99,91 → 99,94"),
            (9_996, 9_999, "99,96 → 99,99"),
            (9_996, 10_000, "99,9 → 100,0"),
            (9_950, 9_950, "99,5 → 99,5"),
            (9_005, 9_008, "90,05 → 90,08"),
        ] {
            assert_eq!(skor_naik(now, after), words);
        }
    }

    #[test]
    fn identity_numbers() {
        assert_eq!(nip("198403122010012007"), "19840312 201001 2 007");
        assert_eq!(nip("1984"), "1984");
        assert_eq!(mask("1571010101010003"), "1571••••••••••••");
        assert_eq!(mask("1234"), "••••");
        assert_eq!(initials("dr. Ratna Wulandari, M.Kes."), "RW");
        assert_eq!(initials("H. Zulkarnain, S.Sos."), "Z");
        assert_eq!(initials(""), "");
    }

    #[test]
    fn dates() {
        let today = Tanggal::new(2026, 11, 22);
        assert_eq!(Tanggal::new(1970, 1, 1).day_number(), 0);
        assert_eq!(Tanggal::new(2000, 3, 1).day_number(), 11_017);
        assert_eq!(today.short(), "22 Nov 2026");
        assert_eq!(today.long(), "22 November 2026");
        assert_eq!(today.iso(), "2026-11-22");
        assert_eq!(today.typed(), "22-11-2026");
        assert_eq!(Tanggal::new(2026, 12, 1).distance(today), "9 hari lagi");
        assert_eq!(Tanggal::new(2026, 11, 15).distance(today), "lewat 7 hari");
        assert_eq!(today.distance(today), "hari ini");
        assert_eq!(Tanggal::new(2027, 7, 1).distance(today), "7 bulan lagi");
        assert_eq!(Tanggal::new(2042, 4, 1).distance(today), "15 tahun lagi");
        assert!((Tanggal::new(2024, 7, 1).as_year() - 2024.497).abs() < 0.01);
    }
}
