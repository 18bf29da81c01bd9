//! What a measured figure is: an exact fraction in a unit with a direction, or the reason why there is
//! none. Missing data are never zero. No float, no clock; what is counted stands in `host`.

mod sasaran;

pub use sasaran::{Gerak, capaian, gerak, periksa_sasaran, tercapai};

use std::cmp::Ordering;

/// What a figure counts.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Satuan {
    /// People.
    Orang,
    /// Places in posts.
    Pos,
    /// Units of the organisation.
    Unit,
    /// Statements, findings, items of a list.
    Butir,
    /// Days.
    Hari,
    /// Part of a whole.
    Persen,
    /// Points of an index.
    Skor,
    /// Money.
    Rupiah,
}

impl Satuan {
    /// Every unit with its word in files and behind a figure.
    pub const ALL: [(Satuan, &'static str); 8] = [
        (Satuan::Orang, "orang"),
        (Satuan::Pos, "pos"),
        (Satuan::Unit, "unit"),
        (Satuan::Butir, "butir"),
        (Satuan::Hari, "hari"),
        (Satuan::Persen, "persen"),
        (Satuan::Skor, "skor"),
        (Satuan::Rupiah, "rupiah"),
    ];

    /// Its word.
    pub fn kata(self) -> &'static str {
        Satuan::ALL[self as usize].1
    }

    /// From its word.
    pub fn dari_kata(kata: &str) -> Option<Satuan> {
        Satuan::ALL.iter().find(|s| s.1 == kata).map(|s| s.0)
    }

    /// A figure as people type it, in hundredths: `500`, `1.500`, `37,5`, `37,5 %`; nothing when it could be
    /// read in two ways.
    pub fn baca(self, text: &str) -> Option<i64> {
        let text = text.trim().trim_end_matches('%').trim();
        let (whole, rest) = text.split_once(',').unwrap_or((text, ""));
        let groups: Vec<&str> = whole.split('.').collect();
        let digits = |t: &str| !t.is_empty() && t.bytes().all(|b| b.is_ascii_digit());
        let grouped =
            groups.len() == 1 || (groups[0].len() <= 3 && groups.iter().skip(1).all(|g| g.len() == 3));
        let fraction = !text.contains(',') || (digits(rest) && rest.len() <= 2 && !self.bulat());
        if !grouped || !fraction || !groups.iter().all(|g| digits(g)) {
            return None;
        }
        let whole: i64 = groups.concat().parse().ok()?;
        let rest: i64 = format!("{rest:0<2}").parse().ok()?;
        whole.checked_mul(100)?.checked_add(rest)
    }

    /// Whether figures of it are whole numbers.
    pub fn bulat(self) -> bool {
        !matches!(self, Satuan::Persen | Satuan::Skor)
    }
}

/// Which way is better.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Arah {
    /// More is better.
    Naik,
    /// Less is better.
    Turun,
    /// It describes; neither is better.
    Netral,
}

impl Arah {
    /// Every direction with its word in files and what a page says.
    pub const ALL: [(Arah, &'static str, &'static str); 3] = [
        (Arah::Naik, "naik", "makin tinggi makin baik"),
        (Arah::Turun, "turun", "makin rendah makin baik"),
        (Arah::Netral, "netral", "keterangan saja, tidak dinilai"),
    ];

    /// Its word.
    pub fn kata(self) -> &'static str {
        Arah::ALL[self as usize].1
    }

    /// As a page says it.
    pub fn label(self) -> &'static str {
        Arah::ALL[self as usize].2
    }
}

/// How often a figure is worth looking at.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Irama {
    /// Every day.
    Harian,
    /// At the end of a month.
    Bulanan,
    /// At the end of a quarter.
    Triwulanan,
    /// At the end of a year.
    Tahunan,
}

impl Irama {
    /// Every cadence with its word.
    pub const ALL: [(Irama, &'static str); 4] = [
        (Irama::Harian, "harian"),
        (Irama::Bulanan, "bulanan"),
        (Irama::Triwulanan, "triwulanan"),
        (Irama::Tahunan, "tahunan"),
    ];

    /// Its word.
    pub fn kata(self) -> &'static str {
        Irama::ALL[self as usize].1
    }
}

/// A measured value, exactly: `atas` out of `bawah`. Counts and days have `bawah` 1, a percentage is the
/// part and the whole, an index its hundredths out of 100, money its sen out of 100.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub struct Ukuran {
    /// The part, or the number itself.
    pub atas: i64,
    /// What it is a part of; never below 1.
    pub bawah: i64,
}

impl Ukuran {
    /// A count.
    pub fn bulat(atas: i64) -> Ukuran {
        Ukuran { atas, bawah: 1 }
    }

    /// A part of a whole; nothing when the whole is empty or negative.
    pub fn bagian(atas: i64, bawah: i64) -> Option<Ukuran> {
        (bawah > 0).then_some(Ukuran { atas, bawah })
    }

    /// Points of an index, given in hundredths.
    pub fn skor(hundredths: i64) -> Ukuran {
        Ukuran { atas: hundredths, bawah: 100 }
    }

    /// What a page shows, in hundredths of the unit, rounded half up: 3 of 8 as a percentage is 3750,
    /// 12 people are 1200.
    pub fn ratusan(self, satuan: Satuan) -> i64 {
        let scale = if satuan == Satuan::Persen { 10_000 } else { 100 };
        let (atas, bawah) = (i128::from(self.atas) * scale, i128::from(self.bawah.max(1)));
        let rounded = (2 * atas + bawah).div_euclid(2 * bawah);
        i64::try_from(rounded).unwrap_or(if rounded < 0 { i64::MIN } else { i64::MAX })
    }

    /// Which of two is greater, exactly.
    pub fn banding(self, other: Ukuran) -> Ordering {
        let own = i128::from(self.atas) * i128::from(other.bawah.max(1));
        own.cmp(&(i128::from(other.atas) * i128::from(self.bawah.max(1))))
    }

    /// A value in hundredths of a unit, as people type targets: `37,5` percent is 3750.
    pub fn dari_ratusan(hundredths: i64, satuan: Satuan) -> Ukuran {
        match satuan {
            Satuan::Persen => Ukuran { atas: hundredths, bawah: 10_000 },
            // Indexes of several are added part by part: all of them count hundredths.
            Satuan::Skor => Ukuran { atas: hundredths, bawah: 100 },
            _ if hundredths % 100 == 0 => Ukuran { atas: hundredths / 100, bawah: 1 },
            _ => Ukuran { atas: hundredths, bawah: 100 },
        }
    }
}

/// What measuring comes to.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Hasil {
    /// A figure.
    Terukur(Ukuran),
    /// No figure, and why.
    Belum(String),
}

impl Hasil {
    /// No figure, and why.
    pub fn belum(why: impl Into<String>) -> Hasil {
        Hasil::Belum(why.into())
    }

    /// The figure.
    pub fn ukuran(&self) -> Option<Ukuran> {
        match self {
            Hasil::Terukur(ukuran) => Some(*ukuran),
            Hasil::Belum(_) => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn figures_as_people_type_them() {
        use Satuan::{Orang, Persen};
        for (text, satuan, read) in [
            ("500", Orang, Some(50_000)),
            (" 1.500 ", Orang, Some(150_000)),
            ("37,5", Persen, Some(3_750)),
            ("37,05 %", Persen, Some(3_705)),
            ("0", Orang, Some(0)),
            ("37,5", Orang, None),
            ("1.5", Orang, None),
            ("1.5", Persen, None),
            ("1234.567", Orang, None),
            ("", Orang, None),
            ("-5", Orang, None),
            ("37,", Persen, None),
            ("37,555", Persen, None),
            ("banyak", Persen, None),
            ("99999999999999999999", Orang, None),
        ] {
            assert_eq!(satuan.baca(text), read, "{text:?}");
        }
    }

    #[test]
    fn angka_yang_ditampilkan() {
        // atas · bawah · satuan · perseratus yang ditampilkan
        for (atas, bawah, satuan, shown) in [
            (12, 1, Satuan::Orang, 1_200),
            (3, 8, Satuan::Persen, 3_750),
            (1, 3, Satuan::Persen, 3_333),
            (2, 3, Satuan::Persen, 6_667),
            (1, 16, Satuan::Persen, 625),
            (1, 800, Satuan::Persen, 13),
            (0, 5, Satuan::Persen, 0),
            (8_734, 100, Satuan::Skor, 8_734),
            (-1, 8, Satuan::Persen, -1_250),
            (4_125_600, 1, Satuan::Rupiah, 412_560_000),
            (i64::MAX, 1, Satuan::Rupiah, i64::MAX),
        ] {
            assert_eq!(Ukuran { atas, bawah }.ratusan(satuan), shown, "{atas}/{bawah} {satuan:?}");
        }
        assert_eq!(Ukuran::bagian(1, 0), None, "a part of nothing is no figure");
    }

    #[test]
    fn banding_tanpa_pembulatan() {
        let of = |atas, bawah| Ukuran { atas, bawah };
        assert_eq!(of(1, 3).banding(of(33_333, 100_000)), Ordering::Greater);
        assert_eq!(of(2, 4).banding(of(1, 2)), Ordering::Equal);
        assert_eq!(of(i64::MAX, 1).banding(of(i64::MAX, 2)), Ordering::Greater);
        for (hundredths, satuan) in [(3_750, Satuan::Persen), (1_200, Satuan::Orang), (8_734, Satuan::Skor)] {
            assert_eq!(Ukuran::dari_ratusan(hundredths, satuan).ratusan(satuan), hundredths);
        }
    }

    #[test]
    fn setiap_kata_terbaca_kembali() {
        assert!(Satuan::ALL.iter().all(|(s, kata)| Satuan::dari_kata(kata) == Some(*s) && s.kata() == *kata));
        assert!(Arah::ALL.iter().all(|(a, kata, _)| a.kata() == *kata));
        assert!(Irama::ALL.iter().all(|(i, kata)| i.kata() == *kata));
    }
}
