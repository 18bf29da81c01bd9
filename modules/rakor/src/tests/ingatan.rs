//! What is kept folded is what folding everything anew comes to.

use super::modules;
use super::persiapan::{di_simpul, diundang, kirim};
use crate::store::{semua, semua_pada};
use host::testing::House;
use kernel::Stamp;
use std::sync::Arc;
use store::testing::on_both_with;

fn same(house: &House) -> usize {
    let kept = semua(&house.hall).expect("kept");
    let anew = house.hall.with(|conn| semua_pada(conn, Stamp::MAX)).expect("read");
    assert_eq!(format!("{kept:?}"), format!("{anew:?}"));
    kept.len()
}

#[test]
fn what_is_kept_is_what_events_say() {
    di_simpul("rakor-ingatan", |house, o| {
        assert_eq!(same(house), 0);
        let at = diundang(house, o);
        assert_eq!(same(house), 1);
        let other = diundang(house, o);
        kirim(house, &o.notulis, &format!("{at}/hadir"), &[("nama", "Sari"), ("instansi", "Dinas X")]);
        kirim(house, &o.petugas, &format!("{other}/batal"), &[("alasan", "Digabung dengan yang lain")]);
        assert_eq!(same(house), 2);
        let held = semua(&house.hall).expect("kept");
        kirim(house, &o.notulis, &format!("{at}/hadir"), &[("nama", "Tono"), ("instansi", "Dinas X")]);
        let now = semua(&house.hall).expect("kept");
        let untouched: Vec<bool> = held.iter().zip(&now).map(|(a, b)| Arc::ptr_eq(a, b)).collect();
        assert_eq!(untouched, [false, true], "only what was told of is folded again");
    });
}

#[test]
fn what_another_process_recorded_is_seen() {
    on_both_with("rakor-ingatan-lain", host::schema::TABLES, |bench| {
        bench.tenant("P");
        let (here, there) = (House::new(bench, modules()), House::new(bench, modules()));
        let desi = here.browser("desi", host::Role::Petugas, "P", "", None);
        let also = there.with_cookie(&desi.cookie);
        assert_eq!((same(&here), same(&there)), (0, 0));
        let form = [("templat", "desk"), ("judul", "Desk data"), ("csrf", desi.csrf.as_str())];
        let made = here.post(&desi, "/rakor/baru", &form);
        assert_eq!(made.status, 303);
        assert_eq!((same(&here), same(&there)), (1, 1));
        assert!(there.get(&also, "/rakor").has("Desk data"));
    });
}
