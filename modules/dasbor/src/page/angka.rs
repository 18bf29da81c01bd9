//! Figures as a reader sees them.

use crate::rule::{Letak, SMALLEST_TOLD, disamarkan, jumlah_disamarkan, letak};
use host::indikator::{Indikator, Sel};
use kernel::indikator::{Arah, Satuan, Ukuran};
use web::component::matriks::{Capai, Petak};
use web::format::angka;

/// `1.912`, `93,4%`, `Rp1.250.000`; from hundredths of the unit.
pub fn ratusan(value: i64, satuan: Satuan) -> String {
    let minus = if value < 0 { "-" } else { "" };
    let value = value.unsigned_abs();
    let (whole, tenth) = (value / 100, (value % 100 + 5) / 10);
    let (whole, tenth) = if tenth == 10 { (whole + 1, 0) } else { (whole, tenth) };
    match satuan {
        Satuan::Persen => format!("{minus}{},{tenth}%", angka(whole)),
        Satuan::Skor => format!("{minus}{},{tenth}", angka(whole)),
        Satuan::Rupiah => format!("{minus}Rp{}", angka((value + 50) / 100)),
        _ => format!("{minus}{}", angka((value + 50) / 100)),
    }
}

/// The same where there is little room: `Rp1,3 T`.
pub fn ringkas(value: i64, satuan: Satuan) -> String {
    let rupiah = value / 100;
    let scale = [(1_000_000_000_000, "T"), (1_000_000_000, "M"), (1_000_000, "jt")];
    match scale.iter().find(|s| satuan == Satuan::Rupiah && rupiah >= s.0) {
        Some((one, word)) => format!("Rp{},{} {word}", angka((rupiah / one) as u64), rupiah % one * 10 / one),
        None => ratusan(value, satuan),
    }
}

/// How a figure is told to whoever reads these pages.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tutur {
    /// As it is.
    Angka(Ukuran),
    /// Few people of a closed indicator.
    Kecil,
    /// All of them together, where one of them is few.
    Ditahan,
    /// There is none.
    Belum,
}

/// How the figure of a cell is told; `masing` are the figures it is the sum of, none for a single instansi.
pub fn tutur(i: &Indikator, sel: &Sel, masing: &[Ukuran]) -> Tutur {
    match sel.hasil.ukuran() {
        None => Tutur::Belum,
        Some(_) if jumlah_disamarkan(i.tertutup, masing.iter().map(|u| u.atas)) => Tutur::Ditahan,
        Some(u) if disamarkan(i.tertutup, u.atas) => Tutur::Kecil,
        Some(u) => Tutur::Angka(u),
    }
}

/// The figure of a cell, where it may be told.
pub fn terbaca(i: &Indikator, sel: &Sel, masing: &[Ukuran]) -> Option<Ukuran> {
    match tutur(i, sel, masing) {
        Tutur::Angka(u) => Some(u),
        _ => None,
    }
}

/// A measured value in words.
pub fn ukuran(u: Ukuran, satuan: Satuan) -> String {
    ratusan(u.ratusan(satuan), satuan)
}

/// The value of a cell: a figure, `< 5`, `tidak disebut`, or `belum terukur`.
pub fn nilai(i: &Indikator, sel: &Sel, masing: &[Ukuran]) -> String {
    match tutur(i, sel, masing) {
        Tutur::Angka(u) => ukuran(u, i.satuan),
        Tutur::Kecil => format!("< {SMALLEST_TOLD}"),
        Tutur::Ditahan => "tidak disebut".into(),
        Tutur::Belum => "belum terukur".into(),
    }
}

/// Why there is no figure, or how whole the data are.
pub fn catatan(sel: &Sel) -> String {
    match &sel.hasil {
        kernel::indikator::Hasil::Belum(why) => why.to_string(),
        _ if sel.tanpa_data > 0 => {
            format!("{} tidak ikut dihitung karena datanya belum lengkap.", angka(sel.tanpa_data as u64))
        }
        _ => String::new(),
    }
}

/// The cell as the matrix shows it.
pub fn petak(i: &Indikator, sel: &Sel, masing: &[Ukuran], sasaran: Option<Ukuran>, href: String) -> Petak {
    let capai = match (tutur(i, sel, masing), sasaran) {
        (Tutur::Belum, _) => Capai::Tiada,
        _ if i.arah == Arah::Netral => Capai::TanpaArah,
        (Tutur::Angka(u), Some(goal)) => letak(u, goal, i.arah).map_or(Capai::TanpaArah, warna),
        _ => Capai::TanpaTarget,
    };
    let target = sasaran.map(|goal| format!("Target {}.", ukuran(goal, i.satuan)));
    let said = [target.unwrap_or_default(), catatan(sel)];
    let catatan = said.iter().filter(|s| !s.is_empty()).map(String::as_str).collect::<Vec<_>>().join(" ");
    Petak { nilai: nilai(i, sel, masing), capai, catatan, href }
}

fn warna(letak: Letak) -> Capai {
    match letak {
        Letak::Jauh => Capai::JauhDiBawah,
        Letak::Belum => Capai::DiBawah,
        Letak::Dekat => Capai::Mendekati,
        Letak::Memenuhi => Capai::Memenuhi,
        Letak::Melampaui => Capai::Melampaui,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn large_sums_are_short_where_there_is_little_room() {
        for (rupiah, said) in [
            (950_000, "Rp950.000"),
            (1_250_000, "Rp1,2 jt"),
            (3_990_000_000, "Rp3,9 M"),
            (12_000_000_000_000, "Rp12,0 T"),
        ] {
            assert_eq!(ringkas(rupiah * 100, Satuan::Rupiah), said);
        }
        assert_eq!(ringkas(9_340, Satuan::Persen), "93,4%");
    }
}
