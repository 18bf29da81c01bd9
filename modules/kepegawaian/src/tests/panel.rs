//! One person beside the list.

use super::daftar::{names, officer};
use super::{province, sound, unit, with_village};
use host::Role;
use host::testing::Page;

fn has_panel(page: &Page) -> bool {
    page.has("id=\"panel\"")
}

#[test]
fn a_row_is_told_beside_the_list() {
    with_village("panel", |village, _| {
        let desi = officer(village);
        let (house, ratih) = (&village.house, village.id("ratih"));
        let list = house.get(&desi, "/pegawai?status=pns&urut=-nama&kolom=umur");
        assert!(!has_panel(&list));
        let opener = format!("href=\"/pegawai?status=pns&amp;urut=-nama&amp;kolom=umur&amp;panel={ratih}\"");
        assert!(list.has(&opener) && list.has(&format!("id=\"p-{ratih}\"")));
        let before = house.queries();
        let page = house.get(&desi, &format!("/pegawai?status=pns&urut=-nama&kolom=umur&panel={ratih}"));
        assert_eq!(house.queries() - before, 3, "a panel costs nothing");
        sound(&page.body);
        assert_eq!(names(&page).len(), names(&list).len() + 2, "the list, the page, an SK");
        let back = format!("href=\"/pegawai?status=pns&amp;urut=-nama&amp;kolom=umur#p-{ratih}\"");
        assert!(has_panel(&page) && page.has(&back), "the cross leads back to the row");
        assert!(page.has("Buka halaman") && page.has(&format!("/pegawai/{ratih}/catat")));
        let part = house.part(&desi, &format!("/pegawai?panel={ratih}"), "#panel");
        assert!(has_panel(&part) && !part.has("<html") && part.has("Ratih"));
    });
}

#[test]
fn somebody_of_another_circle_is_not_told() {
    with_village("panel-wilayah", |village, _| {
        let house = &village.house;
        let bkd = unit("Badan Kepegawaian Daerah");
        let operator = house.browser("opd", Role::Operator, &province(), &bkd, None);
        let list =
            |body: String| body.split_once("id=\"daftar\"").map(|b| b.1.to_owned()).unwrap_or_default();
        let plain = list(house.get(&operator, "/pegawai").body);
        let tells = |who: &str| house.get(&operator, &format!("/pegawai?panel={who}"));
        // siapa · panel
        for (who, told) in [
            (village.id("ratih").to_string(), true),
            (village.id("slamet").to_string(), false),
            (village.id("tetangga").to_string(), false),
            ("00000000-0000-0000-0000-000000000001".to_owned(), false),
            ("bukan-pegawai".to_owned(), false),
        ] {
            let page = tells(&who);
            assert_eq!((page.status, has_panel(&page)), (200, told), "{who}");
            let part = house.part(&operator, &format!("/pegawai?panel={who}"), "#panel");
            assert_eq!(part.body.is_empty(), !told, "{who}");
            assert!(told || list(page.body) == plain, "{who}: nothing hints at them");
        }
        let reader = house.browser("gub", Role::Pimpinan, &province(), "", None);
        let page = house.get(&reader, &format!("/pegawai?panel={}", village.id("ratih")));
        assert!(has_panel(&page) && !page.has("Catat SK"), "a reader records nothing");
    });
}
