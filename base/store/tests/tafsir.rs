//! Positions chosen where the law has several: kept, taken back, and made anew from the journal.
#![allow(clippy::unwrap_used, reason = "a test may fail loudly")]

mod common;

use common::{A1, assert_intact, choose, person, rows, scripted};
use kernel::Rank;
use store::pejabat::tafsir::of_person;
use store::schema::PILIH_TAFSIR;
use store::testing::on_both;
use store::verify::Trust;

#[test]
fn a_choice_stands_until_another_takes_its_place_or_takes_it_back() {
    on_both("tafsir", |bench| {
        scripted(bench);
        let since = store::people::journal_sizes(&mut bench.conn).unwrap()[0].1;
        let first = choose(bench, 1, Some("uu_11_1969"), None).unwrap();
        let told = choose(bench, 1, Some("pp_11_2017"), None).expect_err("somebody was faster").to_string();
        assert!(told.contains("baru saja"), "{told}");
        let second = choose(bench, 1, None, Some(first)).unwrap();
        choose(bench, 1, Some("pp_11_2017"), Some(second)).unwrap();
        let all = of_person(&mut bench.conn, person(1)).unwrap();
        let chosen: Vec<_> = all.iter().map(|p| p.posisi.as_ref().map(|p| p.kunci.as_str())).collect();
        assert_eq!(chosen, [Some("uu_11_1969"), None, Some("pp_11_2017")]);
        assert_eq!((all[0].pejabat.as_str(), all[0].nomor.as_str()), ("Gubernur Contoh", "800/12"));
        assert!(of_person(&mut bench.conn, person(2)).unwrap().is_empty());
        let news = store::people::entries_since(&mut bench.conn, A1, since).unwrap();
        assert_eq!(news, store::people::Since::default(), "nothing is known that was not");
        assert_intact(bench);
    });
}

#[test]
fn a_rebuild_makes_the_same_rows_and_an_order_destroys_them() {
    on_both("tafsir-turunan", |bench| {
        scripted(bench);
        let first = choose(bench, 1, Some("uu_11_1969"), None).unwrap();
        choose(bench, 1, None, Some(first)).unwrap();
        choose(bench, 2, Some("uu_11_1969"), None).unwrap();
        let before = rows(bench, &PILIH_TAFSIR);
        bench.raw("DELETE FROM pilih_tafsir");
        assert!(!common::verify(bench)[0].intact());
        store::rebuild::rebuild(&mut bench.conn, &Trust::default(), |_| ()).unwrap();
        assert!(rows(bench, &PILIH_TAFSIR) == before && before.len() == 3);
        let mut source = bench.node.source(&mut bench.conn).unwrap();
        let order = common::document(Rank::Sk, "BA/2/2026");
        let (conn, key) = (&mut bench.conn, &bench.node.key);
        store::erase::destroy(conn, key, &mut source, A1, person(1), "arsiparis", order).unwrap();
        assert_eq!(rows(bench, &PILIH_TAFSIR), before[2..], "of the other person only");
        assert_intact(bench);
    });
}
