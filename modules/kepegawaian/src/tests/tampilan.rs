//! Lists under a name.

use super::daftar::officer;
use super::{Village, province, sound, unit, with_village};
use host::Role;
use host::testing::{Browser, Page};

fn keep(village: &Village, who: &Browser, fields: &[(&str, &str)]) -> Page {
    village.house.post(who, "/pegawai/tampilan", fields)
}

/// Labels of the tabs of somebody's list.
fn tabs(village: &Village, who: &Browser) -> Vec<String> {
    let page = village.house.get(who, "/pegawai");
    let row = page.body.split_once("aria-label=\"Tampilan tersimpan\"").map_or("", |b| b.1);
    let row = row.split_once("</nav>").map_or("", |b| b.0);
    let label = |t: &str| Some(t.split_once('>')?.1.split_once('<')?.0.trim().to_owned());
    row.split("<a ").skip(1).filter_map(label).collect()
}

#[test]
fn a_list_is_kept_replaced_and_dropped() {
    with_village("tampilan", |village, _| {
        let (house, desi) = (&village.house, officer(village));
        let form = house.get(&desi, "/pegawai/tampilan?status=pppk&kolom=umur&entah=apa&sesudah=x");
        sound(&form.body);
        assert!(form.has("value=\"status=pppk&amp;kolom=umur\"") && form.has(">2 pegawai<"));
        let fields = [("nama", "  Tenaga   kontrak "), ("alamat", "status=pppk&kolom=umur&entah=apa")];
        let made = keep(village, &desi, &fields);
        assert_eq!((made.status, made.location.as_str()), (303, "/pegawai?status=pppk&kolom=umur"));
        let page = house.get(&desi, "/pegawai?status=pppk&kolom=umur");
        let tab = "href=\"/pegawai?status=pppk&amp;kolom=umur\" aria-current=\"page\">Tenaga kontrak \
            <span class=\"n angka\">2</span>";
        assert!(page.has(tab), "the tab is current and counts");
        let again =
            keep(village, &desi, &[("nama", "Tenaga kontrak"), ("alamat", "status=pns"), ("dibagi", "ya")]);
        assert!(again.status == 422 && again.has("Anda sudah punya tampilan"));
        assert!(
            again.has("value=\"Tenaga kontrak\"") && again.has("value=\"status=pns\""),
            "what was typed stays"
        );
        assert!(again.has("name=\"ganti\"") && again.has("name=\"dibagi\" value=\"ya\" checked"));
        let replaced =
            keep(village, &desi, &[("nama", "Tenaga kontrak"), ("alamat", "status=pns"), ("ganti", "ya")]);
        assert_eq!((replaced.status, replaced.location.as_str()), (303, "/pegawai?status=pns"));
        assert_eq!(tabs(village, &desi).iter().filter(|t| *t == "Tenaga kontrak").count(), 1);
        let drop = |nama| house.post(&desi, "/pegawai/tampilan/hapus", &[("nama", nama), ("alamat", "q=a")]);
        assert_eq!(drop("Tenaga kontrak").location, "/pegawai/tampilan?q=a");
        assert_eq!(drop("Tenaga kontrak").status, 404);
        assert!(!tabs(village, &desi).contains(&"Tenaga kontrak".to_owned()));
    });
}

#[test]
fn refusals_say_what_to_do() {
    with_village("tampilan-tolak", |village, _| {
        let desi = officer(village);
        let long = "a".repeat(41);
        let unit = "u".repeat(2_000);
        // nama · alamat · kalimat
        for (nama, alamat, sentence) in [
            ("", "status=pns", "Beri nama tampilan ini"),
            (" \u{7} ", "status=pns", "Beri nama tampilan ini"),
            (long.as_str(), "status=pns", "paling panjang 40 huruf. Anda mengisi 41"),
            ("Panjang", &format!("unit={unit}"), "terlalu panjang untuk disimpan"),
        ] {
            let page = keep(village, &desi, &[("nama", nama), ("alamat", alamat)]);
            assert!(page.status == 422 && page.has(sentence), "{sentence}");
        }
        for n in 0..12 {
            let name = format!("Daftar {n}");
            assert_eq!(keep(village, &desi, &[("nama", &name), ("alamat", "")]).status, 303);
        }
        let full = keep(village, &desi, &[("nama", "Satu lagi"), ("alamat", "")]);
        assert!(full.status == 422 && full.has("sudah menyimpan 12 tampilan"));
        let before = village.house.queries();
        village.house.get(&desi, "/pegawai");
        assert_eq!(village.house.queries() - before, 3, "a dozen of them cost one statement");
        let forged = Browser { csrf: "0".repeat(64), ..desi.clone() };
        assert_eq!(keep(village, &forged, &[("nama", "Palsu"), ("alamat", "")]).status, 403);
    });
}

#[test]
fn who_sees_whose() {
    with_village("tampilan-siapa", |village, _| {
        let (house, desi) = (&village.house, officer(village));
        let bkd = unit("Badan Kepegawaian Daerah");
        let elsewhere = unit("Dinas Perhubungan");
        let sari = house.browser("sari", Role::Petugas, &province(), "", None);
        let operator = house.browser("opd", Role::Operator, &province(), &bkd, None);
        let neighbour = house.browser("eka", Role::Petugas, "B2", "", None);
        let far = format!("unit={elsewhere}");
        for (nama, alamat, shared) in [
            ("Milik Desi", "status=pns", ""),
            ("Dari Desi", "status=pns", "ya"),
            ("Perhubungan", far.as_str(), "ya"),
        ] {
            assert_eq!(
                keep(village, &desi, &[("nama", nama), ("alamat", alamat), ("dibagi", shared)]).status,
                303
            );
        }
        keep(village, &operator, &[("nama", "Dari operator"), ("alamat", ""), ("dibagi", "ya")]);
        // siapa · yang terlihat
        for (who, seen) in [
            (&desi, vec!["Milik Desi", "Dari Desi", "Perhubungan"]),
            (&sari, vec!["Dari Desi", "Perhubungan"]),
            (&operator, vec!["Dari operator", "Dari Desi"]),
            (&neighbour, vec![]),
        ] {
            let mut found = tabs(village, who);
            found.retain(|t| {
                ["Milik Desi", "Dari Desi", "Perhubungan", "Dari operator"].contains(&t.as_str())
            });
            found.sort();
            let mut seen: Vec<String> = seen.into_iter().map(str::to_owned).collect();
            seen.sort();
            assert_eq!(found, seen);
        }
        let stolen = house.post(&sari, "/pegawai/tampilan/hapus", &[("nama", "Dari Desi")]);
        assert_eq!(stolen.status, 404, "shared is not given away");
    });
}
