//! The seam says the same on both engines.
#![allow(clippy::unwrap_used, reason = "a test may fail loudly")]

use store::testing::on_both;

#[test]
fn every_statement_prepares() {
    on_both("statements", |bench| {
        for sql in store::statements() {
            bench.conn.check(sql).unwrap_or_else(|e| panic!("{} on {}: {e}", sql.name, bench.engine));
        }
    });
}
