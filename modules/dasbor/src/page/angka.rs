//! Figures as a reader sees them.

use crate::rule::{Letak, disamarkan, letak};
use host::indikator::{Indikator, Sel};
use kernel::indikator::{Satuan, Ukuran};
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

/// The figure of a cell, where it may be told.
pub fn terbaca(i: &Indikator, sel: &Sel) -> Option<Ukuran> {
    sel.hasil.ukuran().filter(|u| !disamarkan(i.tertutup, u.atas))
}

/// A measured value in words.
pub fn ukuran(u: Ukuran, satuan: Satuan) -> String {
    ratusan(u.ratusan(satuan), satuan)
}

/// The value of a cell: a figure, `kurang dari 5`, or `belum terukur`.
pub fn nilai(i: &Indikator, sel: &Sel) -> String {
    match sel.hasil.ukuran() {
        Some(u) if disamarkan(i.tertutup, u.atas) => "< 5".into(),
        Some(u) => ukuran(u, i.satuan),
        None => "belum terukur".into(),
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
pub fn petak(i: &Indikator, sel: &Sel, sasaran: Option<Ukuran>, href: String) -> Petak {
    let capai = match (sel.hasil.ukuran(), sasaran) {
        (None, _) => Capai::Tiada,
        (Some(u), Some(goal)) => letak(u, goal, i.arah).map_or(Capai::Mendekati, warna),
        (Some(_), None) => Capai::Mendekati,
    };
    Petak { nilai: nilai(i, sel), capai, bertarget: sasaran.is_some(), catatan: catatan(sel), href }
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
