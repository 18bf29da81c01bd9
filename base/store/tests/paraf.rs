//! Norms signed by legal staff: kept, taken back, and made anew from the journal.
#![allow(clippy::unwrap_used, reason = "a test may fail loudly")]

mod common;

use common::{A1, assert_intact, rows, scripted, sign};
use store::pejabat::paraf::{in_force, of_instansi, of_norm};
use store::schema::PARAF;
use store::testing::on_both;
use store::verify::Trust;

#[test]
fn a_signature_is_about_one_text_and_can_be_taken_back() {
    on_both("paraf", |bench| {
        scripted(bench);
        let since = store::people::journal_sizes(&mut bench.conn).unwrap()[0].1;
        let first = sign(bench, "hana", 1, None).unwrap();
        assert!(sign(bench, "hana", 1, None).is_err(), "the same text twice");
        sign(bench, "hana", 2, None).unwrap();
        sign(bench, "hadi", 1, None).unwrap();
        sign(bench, "hadi", 1, Some(first)).unwrap();
        assert!(sign(bench, "hadi", 1, Some(first)).is_err(), "taken back already");
        let all = of_norm(&mut bench.conn, A1, "kp.reguler").unwrap();
        let open: Vec<_> = in_force(&all).map(|p| (p.actor.as_str(), p.naskah.sidik[0])).collect();
        assert_eq!(open, [("hana", 2), ("hadi", 1)]);
        assert_eq!(of_instansi(&mut bench.conn, A1).unwrap(), all);
        assert!(of_norm(&mut bench.conn, A1, "kp.lain").unwrap().is_empty());
        let news = store::people::entries_since(&mut bench.conn, A1, since).unwrap();
        assert_eq!(news, store::people::Since::default(), "nothing is known that was not");
        let before = rows(bench, &PARAF);
        bench.raw("DELETE FROM paraf");
        assert!(!common::verify(bench)[0].intact());
        store::rebuild::rebuild(&mut bench.conn, &Trust::default(), |_| ()).unwrap();
        assert!(rows(bench, &PARAF) == before && before.len() == 4);
        assert_intact(bench);
    });
}
