//! Ticked people: as a file, on a sheet.

use super::daftar::officer;
use super::{Village, province, sound, unit, with_village};
use host::Role;

/// The ids of these people as ticked rows send them.
fn ticked(village: &Village, who: &[&str]) -> String {
    who.iter().map(|key| format!("&pilih={}", village.id(key))).collect()
}

#[test]
fn a_file_of_exactly_those_ticked() {
    with_village("terpilih", |village, _| {
        let (house, desi) = (&village.house, officer(village));
        let bkd = unit("Badan Kepegawaian Daerah");
        let operator = house.browser("opd", Role::Operator, &province(), &bkd, None);
        // siapa · dicentang · baris yang ada
        for (who, keys, lines) in [
            (&desi, vec!["slamet", "ratih"], 2),
            (&desi, vec!["ratih", "ratih"], 1),
            (&desi, vec!["ratih", "tetangga"], 1),
            (&desi, vec!["tetangga"], 0),
            (&operator, vec!["ratih", "slamet", "tetangga"], 1),
        ] {
            let file = house.get(who, &format!("/ekspor/terpilih.csv?kolom=umur{}", ticked(village, &keys)));
            assert_eq!((file.status, file.body.trim_end().lines().count() - 1), (200, lines), "{keys:?}");
            assert!(!file.has("Tetangga") && file.has("Umur (tahun)"), "{keys:?}");
        }
        let nobody = house.get(&desi, "/ekspor/terpilih.csv?kolom=umur");
        assert!(nobody.status == 422 && nobody.has("Belum ada pegawai yang dipilih"));
        let garbage = house.get(&desi, "/ekspor/terpilih.csv?pilih=x&pilih=");
        assert_eq!(garbage.body.trim_end().lines().count(), 1, "the heads alone");
        let reader = house.browser("gub", Role::Pimpinan, &province(), "", None);
        let asked = format!("/ekspor/terpilih.csv?{}", ticked(village, &["ratih"]));
        assert_eq!(house.get(&reader, &asked).status, 403);
        let list = house.get(&reader, "/pegawai");
        assert!(list.has("name=\"pilih\"") && !list.has("terpilih.csv"), "a reader prints");
    });
}

#[test]
fn a_sheet_of_those_ticked() {
    with_village("terpilih-cetak", |village, _| {
        let (house, desi) = (&village.house, officer(village));
        let before = house.queries();
        let asked = ticked(village, &["slamet", "ratih", "tetangga"]);
        let page = house.get(&desi, &format!("/pegawai/cetak?kolom=golongan&urut=-nama{asked}"));
        assert!(house.queries() - before <= 6);
        sound(&page.body);
        assert!(page.has("2 dari 3 yang dipilih") && page.has("Gol./TMT") && !page.has("Tetangga"));
        let place = |name: &str| page.body.find(name).expect("on the sheet");
        assert!(place("Slamet") < place("Ratih"), "in the order of the list");
        assert!(!page.has("name=\"pilih\"") && !page.has("data-panel"), "nothing to tick on paper");
        assert!(!page.has("sempit"), "nothing is cut off on paper");
        assert_eq!(house.get(&desi, "/pegawai/cetak").status, 422);
    });
}
