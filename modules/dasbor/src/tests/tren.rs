//! Stored figures on the pages: lines, gaps, and what deserves a look.

use super::measured;
use host::Role;
use host::indikator::{Isian, deret};
use host::peristiwa::Pelaku;
use host::testing::House;
use kernel::Date;

/// Reports a figure of a day, and stores what is measured on it.
pub fn simpan(house: &House, instansi: &str, ratusan: i64, hari: Date) {
    let pelaku = Pelaku { instansi: instansi.into(), akun: "uji".into(), oleh: "Uji".into() };
    let isian = Isian { kode: "BELANJA-01", instansi, ratusan, dasar: "LKPD" };
    house.hall.lapor_angka(&pelaku, &isian, hari).expect("stored").expect("a figure that can be meant");
    deret::simpan(&house.hall, "uji", "Uji", hari).expect("measured");
}

/// The last day of the quarter before the one a day is in.
pub fn akhir_lalu(hari: Date) -> Date {
    let (year, month, _) = hari.ymd();
    Date::new(year, (month - 1) / 3 * 3 + 1, 1).expect("a first day").add_days(-1)
}

#[test]
fn lines_are_drawn_from_what_was_stored_and_gaps_are_said() {
    measured(|house| {
        let today = house.hall.today();
        let desi = house.browser("desi", Role::Petugas, "P", "", None);
        assert!(house.get(&desi, "/indikator/BELANJA-01/A").has("Belum ada angka tersimpan"));
        let last = akhir_lalu(today);
        for (ratusan, day) in [(2_000, akhir_lalu(last)), (2_500, last), (3_100, today)] {
            simpan(house, "A", ratusan, day);
        }
        let page = house.get(&desi, "/indikator/BELANJA-01/A");
        assert!(page.has("class=\"jejak-garis\"") && page.has("31,0%") && page.has("25,0%"));
        let other = house.get(&desi, "/indikator/BELANJA-01/B");
        assert!(other.has("Belum ada angka tersimpan") && !other.has("class=\"jejak-garis\""));
        for path in ["/dasbor", "/indikator/BELANJA-01", "/indikator/BELANJA-01/A"] {
            let before = house.queries();
            assert_eq!(house.get(&desi, path).status, 200);
            assert!(house.queries() - before <= 6, "{path}: {}", house.queries() - before);
        }
        let home = house.get(&desi, "/dasbor");
        assert!(home.has("memburuk dua triwulan berturut-turut") && home.has("/indikator/BELANJA-01/A"));
        let kabul = house.browser("kabul", Role::Petugas, "B", "", None);
        assert!(!house.get(&kabul, "/dasbor").has("memburuk dua triwulan"));
    });
}
