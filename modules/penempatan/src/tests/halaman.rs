//! A round from outside: opening it, changing it, calling it off; what is refused keeps what was typed.

use super::modules;
use host::Role;
use host::testing::{Browser, House, Page, on_both};

const P: &str = "P";
const A: &str = "A";

/// The form that opens a round, with some fields otherwise.
pub fn isian<'f>(more: &[(&'f str, &'f str)]) -> Vec<(&'f str, &'f str)> {
    let all = [
        ("judul", "Penataan administrator 2026"),
        ("macam", "administrator_pengawas"),
        ("dasar", "Surat Sekda 800/1 tanggal 1 Oktober 2026"),
        ("tanggal_berlaku", "01-12-2026"),
        ("unor", ""),
        ("pindah_min", "5"),
        ("batas_unit", "20"),
        ("jadwal", "Minat | 19 Oktober 2026\nRapat | 2 November 2026"),
    ];
    let kept = all.into_iter().filter(|f| !more.iter().any(|m| m.0 == f.0));
    kept.chain(more.iter().copied()).collect()
}

/// The address of a round just opened.
pub fn buka(house: &House, who: &Browser) -> String {
    let page = house.post(who, "/penempatan/baru", &isian(&[]));
    assert_eq!(page.status, 303);
    page.location.split('?').next().unwrap_or("").to_owned()
}

/// A field of a page by its name.
pub fn nilai(page: &Page, name: &str) -> String {
    let mark = format!("name=\"{name}\" value=\"");
    page.body.split_once(&mark).and_then(|p| p.1.split('"').next()).unwrap_or("").to_owned()
}

#[test]
fn a_round_is_opened_by_who_may_and_stays_with_its_owner() {
    on_both("penempatan", modules(), &[(P, Vec::new()), (A, Vec::new())], |house, _| {
        let petugas = house.browser("desi", Role::PetugasMutasi, P, "", None);
        let kab = house.browser("kabul", Role::Petugas, A, "", None);
        let pimpinan = house.browser("pim", Role::Pimpinan, P, "", None);
        let operator = house.browser("opi", Role::Operator, P, "u", None);
        assert!(house.get(&petugas, "/penempatan").has("Belum ada rencana mutasi"));
        let at = buka(house, &petugas);
        let page = house.get(&petugas, &at);
        assert!(page.has("Penataan administrator 2026") && page.has("berlaku 1 Desember 2026"));
        assert!(page.has("Pilih pos") && page.has("19 Oktober 2026"), "what is next, and the timetable");
        assert_eq!(house.get(&pimpinan, &at).status, 200);
        assert_eq!((house.get(&kab, &at).status, house.get(&operator, &at).status), (404, 403));
        assert_eq!(house.post(&pimpinan, "/penempatan/baru", &isian(&[])).status, 403);
        assert_eq!(house.get(&petugas, "/penempatan/00000000-0000-7000-8000-000000000000").status, 404);
        for path in ["/penempatan", "/penempatan/baru", &at, &format!("{at}/ubah"), &format!("{at}/pos")] {
            let before = house.queries();
            assert_eq!(house.get(&petugas, path).status, 200, "{path}");
            assert!(house.queries() - before <= 6, "{path}: {}", house.queries() - before);
        }
    });
}

#[test]
fn what_is_wrong_is_said_with_its_code_and_nothing_typed_is_lost() {
    on_both("penempatan", modules(), &[(P, Vec::new())], |house, _| {
        let petugas = house.browser("desi", Role::PetugasMutasi, P, "", None);
        for (field, value, sentence) in [
            ("judul", "", "Isi judul. (PNP-10)"),
            ("macam", "arisan", "Pilih macam rencana. (PNP-10)"),
            ("dasar", "", "Isi dasar. (PNP-10)"),
            ("tanggal_berlaku", "31-02-2026", "Tanggal berlaku tidak terbaca."),
            ("unor", "x", "tidak ada dalam daftar"),
            ("pindah_min", "lima", "(PNP-14)"),
            ("batas_unit", "101", "(PNP-14)"),
        ] {
            let page = house.post(&petugas, "/penempatan/baru", &isian(&[(field, value)]));
            assert_eq!(page.status, 422, "{field}");
            assert!(page.has(sentence), "{field}");
            assert!(field == "dasar" || page.has("Surat Sekda 800/1"), "{field}: what was typed is there");
        }
    });
}

#[test]
fn who_was_overtaken_keeps_what_was_typed() {
    on_both("penempatan", modules(), &[(P, Vec::new())], |house, _| {
        let desi = house.browser("desi", Role::PetugasMutasi, P, "", None);
        let tono = house.browser("tono", Role::Tpk, P, "", None);
        let at = buka(house, &desi);
        let form = format!("{at}/ubah");
        let versi = nilai(&house.get(&desi, &form), "versi");
        let change = |judul| isian(&[("judul", judul), ("versi", &versi)]).to_vec();
        let first = change("Judul Tono");
        assert_eq!(house.post(&tono, &form, &first).status, 303);
        let late = house.post(&desi, &form, &change("Judul Desi"));
        assert!(late.status == 422 && late.has("PNP-03") && late.has("Judul Desi"));
        let fresh = nilai(&late, "versi");
        assert_eq!(
            house.post(&desi, &form, &isian(&[("judul", "Judul Desi"), ("versi", &fresh)])).status,
            303
        );
        assert_eq!(house.post(&desi, &format!("{at}/batal"), &[("alasan", "pendek")]).status, 422);
        let off = house.post(&desi, &format!("{at}/batal"), &[("alasan", "Ditunda sampai tahun depan.")]);
        assert_eq!(off.status, 303);
        assert!(house.get(&desi, &at).has("Ditunda sampai tahun depan."));
        assert_eq!(house.get(&desi, &form).status, 422, "what is called off is not changed");
    });
}
