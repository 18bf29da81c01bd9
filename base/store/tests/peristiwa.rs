//! Events of the work offices do together: kept in the journal of whose act they are, read about one thing
//! in one order, and made anew from the journals.
#![allow(clippy::unwrap_used, reason = "a test may fail loudly")]

mod common;

use common::{A1, assert_intact, event, rows, scripted};
use store::peristiwa::{CONTENT_MOST, of_sort, of_thing};
use store::schema::PERISTIWA;
use store::testing::on_both;
use store::verify::Trust;

#[test]
fn events_are_read_back_by_thing_and_rebuilt_from_the_journal() {
    on_both("peristiwa", |bench| {
        scripted(bench);
        let since = store::people::journal_sizes(&mut bench.conn).unwrap()[0].1;
        event(bench, "r1", "dibuat", "{\"tema\":\"Data\"}").unwrap();
        event(bench, "r2", "dibuat", "{}").unwrap();
        event(bench, "r1", "hadir", "{}").unwrap();
        let told: Vec<_> =
            of_thing(&mut bench.conn, "rakor", "r1").unwrap().into_iter().map(|p| (p.jenis, p.isi)).collect();
        assert_eq!(
            told,
            [("dibuat".into(), "{\"tema\":\"Data\"}".into()), ("hadir".into(), "{}".to_owned())]
        );
        assert_eq!(of_sort(&mut bench.conn, "rakor").unwrap().len(), 3);
        assert!(of_thing(&mut bench.conn, "rapat", "r1").unwrap().is_empty());
        assert!(event(bench, "r1", "butir", &"x".repeat(CONTENT_MOST + 1)).is_err(), "too large");
        let news = store::people::entries_since(&mut bench.conn, A1, since).unwrap();
        assert_eq!(news, store::people::Since::default(), "nothing is known about anybody that was not");
        let before = rows(bench, &PERISTIWA);
        bench.raw("DELETE FROM peristiwa");
        assert!(!common::verify(bench)[0].intact());
        store::rebuild::rebuild(&mut bench.conn, &Trust::default(), |_| ()).unwrap();
        assert!(rows(bench, &PERISTIWA) == before && before.len() == 3);
        assert_intact(bench);
    });
}
