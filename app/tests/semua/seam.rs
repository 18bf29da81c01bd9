//! Every registered statement of the whole house prepares on both engines.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

#[test]
fn every_statement_prepares_on_both_engines() {
    let tables = sinergi::modules::tables();
    store::testing::on_both_with("seluruh_rumah", &tables, |bench| {
        let statements = sinergi::modules::statements();
        assert!(statements.len() > 40);
        for sql in statements {
            bench.conn.check(sql).unwrap_or_else(|e| panic!("{}: {e}\n{}", sql.name, sql.text));
        }
    });
}

#[test]
fn every_table_could_be_distributed() {
    let wrong: Vec<String> = sinergi::modules::tables().iter().flat_map(|t| t.lint()).collect();
    assert!(wrong.is_empty(), "{wrong:#?}");
}
