//! A target beside a baseline and what is measured now.

use super::{Arah, Satuan, Ukuran};
use std::cmp::Ordering;

/// How a figure moved.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Gerak {
    /// The better way.
    Membaik,
    /// The worse way.
    Memburuk,
    /// Not at all.
    Tetap,
    /// It did, and neither way is better.
    Berubah,
}

/// Which way a figure moved.
pub fn gerak(dulu: Ukuran, kini: Ukuran, arah: Arah) -> Gerak {
    match (kini.banding(dulu), arah) {
        (Ordering::Equal, _) => Gerak::Tetap,
        (_, Arah::Netral) => Gerak::Berubah,
        (Ordering::Greater, Arah::Naik) | (Ordering::Less, Arah::Turun) => Gerak::Membaik,
        _ => Gerak::Memburuk,
    }
}

/// Whether a target is reached; nothing where neither way is better.
pub fn tercapai(sasaran: Ukuran, kini: Ukuran, arah: Arah) -> Option<bool> {
    match arah {
        Arah::Naik => Some(kini.banding(sasaran).is_ge()),
        Arah::Turun => Some(kini.banding(sasaran).is_le()),
        Arah::Netral => None,
    }
}

/// How much of the way from the baseline to the target was gone, in hundredths of a percent: 10000 is
/// all of it, below 0 the way back. Nothing where there is no way to go.
pub fn capaian(awal: Ukuran, sasaran: Ukuran, kini: Ukuran, arah: Arah) -> Option<i64> {
    if arah == Arah::Netral || awal.banding(sasaran).is_eq() {
        return None;
    }
    let [a, s, k] = [awal, sasaran, kini].map(|u| (i128::from(u.atas), i128::from(u.bawah.max(1))));
    // (k - a) / (s - a), over the common whole of the three.
    let gone = (k.0.checked_mul(a.1)? - a.0.checked_mul(k.1)?).checked_mul(s.1)?;
    let way = (s.0.checked_mul(a.1)? - a.0.checked_mul(s.1)?).checked_mul(k.1)?;
    let (gone, way) = if way < 0 { (-gone, -way) } else { (gone, way) };
    let rounded = gone.checked_mul(20_000)?.checked_add(way)?.div_euclid(2 * way);
    i64::try_from(rounded).ok()
}

/// Refuses a target nobody can mean: outside the unit, or the wrong way from the baseline.
///
/// # Errors
/// The sentence that says what is wrong and what to do.
pub fn periksa_sasaran(
    awal: Option<Ukuran>,
    sasaran: Ukuran,
    satuan: Satuan,
    arah: Arah,
) -> Result<(), String> {
    let whole = Ukuran::bulat(if satuan == Satuan::Persen { 1 } else { 100 });
    if sasaran.atas < 0 || sasaran.bawah < 1 {
        return Err("Sasaran tidak boleh kurang dari nol.".to_owned());
    }
    if matches!(satuan, Satuan::Persen | Satuan::Skor) && sasaran.banding(whole).is_gt() {
        return Err(format!("Sasaran dalam {} paling tinggi 100.", satuan.kata()));
    }
    if arah == Arah::Netral {
        return Err(
            "Indikator ini menerangkan dan tidak dinilai, jadi tidak diberi sasaran. Pilih indikator \
                    lain."
                .to_owned(),
        );
    }
    let Some(awal) = awal else { return Ok(()) };
    match (sasaran.banding(awal), arah) {
        (Ordering::Less, Arah::Naik) => Err("Sasaran lebih rendah daripada angka awal, padahal indikator ini \
                                             makin tinggi makin baik. Isi sasaran di atas angka awal."
            .to_owned()),
        (Ordering::Greater, Arah::Turun) => Err("Sasaran lebih tinggi daripada angka awal, padahal indikator \
                                                 ini makin rendah makin baik. Isi sasaran di bawah angka awal."
            .to_owned()),
        _ => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const fn of(atas: i64, bawah: i64) -> Ukuran {
        Ukuran { atas, bawah }
    }

    #[test]
    fn capaian_dari_awal_ke_sasaran() {
        // awal · sasaran · kini · arah · capaian (perseratus persen) · tercapai · gerak
        for (awal, sasaran, kini, arah, wanted, reached, moved) in [
            (of(20, 1), of(0, 1), of(5, 1), Arah::Turun, Some(7_500), Some(false), Gerak::Membaik),
            (of(20, 1), of(0, 1), of(0, 1), Arah::Turun, Some(10_000), Some(true), Gerak::Membaik),
            (of(20, 1), of(10, 1), of(5, 1), Arah::Turun, Some(15_000), Some(true), Gerak::Membaik),
            (of(20, 1), of(10, 1), of(25, 1), Arah::Turun, Some(-5_000), Some(false), Gerak::Memburuk),
            (of(1, 2), of(3, 4), of(2, 3), Arah::Naik, Some(6_667), Some(false), Gerak::Membaik),
            (of(1, 2), of(3, 4), of(2, 4), Arah::Naik, Some(0), Some(false), Gerak::Tetap),
            (of(1, 2), of(1, 2), of(2, 3), Arah::Naik, None, Some(true), Gerak::Membaik),
            (of(7, 1), of(9, 1), of(8, 1), Arah::Netral, None, None, Gerak::Berubah),
            (of(0, 3), of(1, 1), of(1, 3), Arah::Naik, Some(3_333), Some(false), Gerak::Membaik),
        ] {
            assert_eq!(capaian(awal, sasaran, kini, arah), wanted, "{awal:?} {sasaran:?} {kini:?}");
            assert_eq!(tercapai(sasaran, kini, arah), reached);
            assert_eq!(gerak(awal, kini, arah), moved);
        }
    }

    #[test]
    fn sasaran_yang_ditolak() {
        // awal · sasaran · satuan · arah · kata dalam kalimat penolakan ("" bila diterima)
        for (awal, sasaran, satuan, arah, said) in [
            (Some(of(20, 1)), of(30, 1), Satuan::Orang, Arah::Turun, "di bawah angka awal"),
            (Some(of(1, 2)), of(1, 3), Satuan::Persen, Arah::Naik, "di atas angka awal"),
            (Some(of(1, 2)), of(11, 10), Satuan::Persen, Arah::Naik, "paling tinggi 100"),
            (None, of(101, 1), Satuan::Skor, Arah::Naik, "paling tinggi 100"),
            (None, of(-1, 1), Satuan::Orang, Arah::Turun, "kurang dari nol"),
            (None, of(1, 1), Satuan::Orang, Arah::Netral, "tidak diberi sasaran"),
            (Some(of(20, 1)), of(20, 1), Satuan::Orang, Arah::Turun, ""),
            (Some(of(20, 1)), of(0, 1), Satuan::Orang, Arah::Turun, ""),
            (None, of(1, 1), Satuan::Persen, Arah::Naik, ""),
        ] {
            let answer = periksa_sasaran(awal, sasaran, satuan, arah);
            match answer {
                Ok(()) => assert_eq!(said, ""),
                Err(sentence) => assert!(!said.is_empty() && sentence.contains(said), "{sentence}"),
            }
        }
    }
}
