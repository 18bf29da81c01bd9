//! The seam says the same on both engines.
#![allow(clippy::unwrap_used, reason = "a test may fail loudly")]

mod common;

use common::{A1, Cell, bind, rows, sql};
use kernel::Date;
use std::collections::BTreeSet;
use store::columns;
use store::node::Node;
use store::schema::BASE;
use store::table::{ColumnType, Index, Scope, Table};
use store::testing::{Bench, on_both, on_both_with, raw};
use store::{Bind, Database, Error};

static SEMUA: Table = Table {
    name: "semua",
    about: "Setiap jenis kolom",
    scope: Scope::Reference,
    key: &["nomor", "kunci"],
    indexes: &[Index { name: "semua_teks", columns: &["teks"], unique: false }],
    columns: columns!(nomor: Int, kunci: Text, teks: Text, isi: Blob or null, orang: Uuid or null, hari: Date or null, saat: Stamp),
};

#[test]
fn every_statement_prepares() {
    on_both("statements", |bench| {
        let statements = store::statements();
        assert!(statements.len() > 20);
        for sql in statements {
            bench.conn.check(sql).unwrap_or_else(|e| panic!("{} on {}: {e}", sql.name, bench.engine));
        }
        let wrong = sql("SELECT tiada FROM pegawai".into());
        assert!(bench.conn.check(wrong).is_err(), "the check can fail");
    });
}

fn every_sort_of_row() -> Vec<Vec<Cell>> {
    let texts = ["", "a", "Ä b", "O'Neil \"x\" \\ $1 ?2 %", "🌾\u{200b}é", "z\n\t\r", "NULL", "Z", "ß"];
    let blobs = [vec![], vec![0], vec![0xff; 3], b"\\x00".to_vec(), vec![7; 70_000]];
    let numbers = [0, 1, -1, i64::MAX, i64::MIN, 1 << 40];
    let days = [0, 1, -1, -25_567, 10_957, 84_006, -700_000];
    let moments = [0, 1, -1, -2_208_988_800_000_000, 1_795_312_800_123_456, 7_258_118_400_000_000];
    (0..60_usize)
        .map(|n| {
            let null = |cell: Cell, every: usize| if n % every == 0 { Cell::Null } else { cell };
            vec![
                Cell::Int(numbers[n % numbers.len()]),
                Cell::Text(format!("{n}-{}", texts[n % texts.len()])),
                Cell::Text(texts[n % texts.len()].into()),
                null(Cell::Bytes(blobs[n % blobs.len()].clone()), 7),
                null(Cell::Bytes(vec![(n * 4) as u8; 16]), 4),
                null(Cell::Int(days[n % days.len()]), 5),
                Cell::Int(moments[n % moments.len()]),
            ]
        })
        .collect()
}

fn binds(row: &[Cell]) -> Vec<Bind<'_>> {
    SEMUA.columns.iter().zip(row).map(|(c, cell)| bind(c.ty, cell)).collect()
}

#[test]
fn every_type_comes_back_as_it_went() {
    let read_back = |bench: &mut Bench| {
        let written = every_sort_of_row();
        bench
            .conn
            .transaction(|conn| written.iter().try_for_each(|row| conn.insert(&SEMUA, &binds(row))))
            .unwrap();
        let found = rows(bench, &SEMUA);
        let mut expected = written.clone();
        expected.sort_by(|a, b| match (&a[..2], &b[..2]) {
            ([Cell::Int(a), Cell::Text(s)], [Cell::Int(b), Cell::Text(t)]) => (a, s).cmp(&(b, t)),
            _ => unreachable!(),
        });
        assert_eq!(found, expected, "{}", bench.engine);
        // The same values as parameters find the row again.
        let column = |c: &store::table::Column, n: usize| match c.ty {
            _ if c.null => format!("{} IS NOT DISTINCT FROM ${n}", c.name),
            _ => format!("{} = ${n}", c.name),
        };
        let parts: Vec<String> = SEMUA.columns.iter().enumerate().map(|(n, c)| column(c, n + 1)).collect();
        let one = sql(format!("SELECT COUNT(*) FROM semua WHERE {}", parts.join(" AND ")));
        for row in &written {
            assert_eq!(bench.conn.one(one, &binds(row), |r| r.int(0)).unwrap(), Some(1), "{row:?}");
        }
        // Text is ordered by its bytes, dates and moments as in the calendar.
        let by = sql("SELECT nomor, kunci FROM semua ORDER BY teks, hari, saat, kunci".into());
        found.len()
            + bench
                .conn
                .all(by, &[], |r| Ok((r.int(0)?, r.text(1)?.to_owned())))
                .map(|all| all.len())
                .unwrap()
    };
    on_both_with("types", &[&SEMUA], |bench| assert_eq!(read_back(bench), 120));
}

#[test]
fn order_is_the_same() {
    let mut orders = Vec::new();
    for mut bench in [Bench::sqlite("order", &[&SEMUA]), Bench::postgres("order", &[&SEMUA])] {
        for row in every_sort_of_row() {
            bench.conn.insert(&SEMUA, &binds(&row)).unwrap();
        }
        let by = "SELECT kunci FROM semua WHERE hari IS NOT NULL AND isi IS NOT NULL AND orang IS NOT NULL
            ORDER BY teks DESC, isi, orang, hari, saat DESC, nomor, kunci";
        orders.push(bench.conn.all(sql(by.into()), &[], |r| Ok(r.text(0)?.to_owned())).unwrap());
    }
    assert!(orders[0].len() > 20);
    assert_eq!(orders[0], orders[1]);
}

#[test]
fn what_one_engine_cannot_keep_neither_keeps() {
    on_both_with("storable", &[&SEMUA], |bench| {
        let good = every_sort_of_row().remove(1);
        let wrong = [
            (2, Cell::Text("a\0b".into()), "NUL"),
            (5, Cell::Int(i32::MIN.into()), "Tanggal"),
            (5, Cell::Int(3_000_000), "Tanggal"),
            (6, Cell::Int(i64::MAX), "Tanggal"),
            (6, Cell::Int(i64::MIN), "Tanggal"),
        ];
        for (at, cell, word) in wrong {
            let mut row = good.clone();
            row[at] = cell;
            let refused = bench.conn.insert(&SEMUA, &binds(&row)).unwrap_err();
            assert!(matches!(&refused, Error::Refused(text) if text.contains(word)), "{refused}");
        }
        // As a bound of a search "since ever" and "until ever" mean just that.
        bench.conn.insert(&SEMUA, &binds(&good)).unwrap();
        let within = sql("SELECT COUNT(*) FROM semua WHERE hari > $1 AND saat > $2 AND saat < $3".into());
        let (from, until) = (kernel::Stamp::MIN, kernel::Stamp::MAX);
        let ever = [Bind::Date(Date::MIN), Bind::Stamp(from), Bind::Stamp(until)];
        assert_eq!(bench.conn.one(within, &ever, |r| r.int(0)).unwrap(), Some(1));
    });
}

#[test]
fn the_first_row_of_a_key_stays() {
    on_both_with("absent", &[&SEMUA], |bench| {
        let row = |text: &str| {
            vec![
                Cell::Int(1),
                Cell::Text("k".into()),
                Cell::Text(text.into()),
                Cell::Null,
                Cell::Null,
                Cell::Null,
                Cell::Int(0),
            ]
        };
        let put = |bench: &mut Bench, texts: &[&str]| {
            bench
                .conn
                .transaction(|c| texts.iter().try_for_each(|t| c.insert_absent(&SEMUA, &binds(&row(t)))))
                .unwrap();
        };
        put(bench, &["satu", "dua"]);
        put(bench, &["tiga"]);
        bench.conn.insert_absent(&SEMUA, &binds(&row("empat"))).unwrap();
        let found = rows(bench, &SEMUA);
        assert_eq!(found, [row("satu")]);
        // And a plain insert of a key that is there is refused, at once or at the commit.
        let twice = bench.conn.transaction(|c| c.insert(&SEMUA, &binds(&row("lima"))));
        assert!(twice.is_err());
        assert!(bench.conn.insert(&SEMUA, &binds(&row("enam"))).is_err());
        assert_eq!(rows(bench, &SEMUA), found);
        let mut other = row("tujuh");
        other[0] = Cell::Int(2);
        bench.conn.insert_absent(&SEMUA, &binds(&other)).unwrap();
        assert_eq!(rows(bench, &SEMUA), [row("satu"), other]);
    });
}

fn setting(conn: &mut store::Conn, name: &str) -> Option<String> {
    store::node::settings(conn).unwrap().into_iter().find(|s| s.0 == name).map(|s| s.1)
}

#[test]
fn transactions_are_whole() {
    on_both_with("whole", &[&SEMUA], |bench| {
        let row = every_sort_of_row().remove(1);
        let conn = &mut bench.conn;
        // Refused by the work itself.
        let undone = conn.transaction(|conn| {
            store::node::put_setting(conn, "a", "1")?;
            conn.insert(&SEMUA, &binds(&row))?;
            Err::<(), _>(Error::Refused("tidak jadi".into()))
        });
        assert!(matches!(undone, Err(Error::Refused(text)) if text == "tidak jadi"));
        assert_eq!(setting(conn, "a"), None);
        // A failure that the work swallows must not end in a commit that keeps nothing, or half.
        let swallowed = conn.transaction(|conn| {
            store::node::put_setting(conn, "a", "2")?;
            let _ = raw(conn, "INSERT INTO tiada VALUES (1)");
            let _ = store::node::put_setting(conn, "b", "2");
            Ok(())
        });
        assert!(matches!(swallowed, Err(Error::Refused(_))), "{swallowed:?}");
        assert_eq!((setting(conn, "a"), setting(conn, "b")), (None, None));
        // A transaction inside another would commit it on one engine only.
        let nested = conn.transaction(|conn| {
            store::node::put_setting(conn, "a", "3")?;
            conn.transaction(|conn| store::node::put_setting(conn, "b", "3"))
        });
        assert!(matches!(nested, Err(Error::Refused(_))), "{nested:?}");
        assert_eq!((setting(conn, "a"), setting(conn, "b")), (None, None));
        // A panic leaves no open transaction behind.
        let panicked = std::panic::catch_unwind(std::panic::AssertUnwindSafe(|| {
            conn.transaction(|conn| -> store::Result<()> {
                store::node::put_setting(conn, "a", "4").unwrap();
                panic!("on purpose")
            })
        }));
        assert!(panicked.is_err());
        conn.transaction(|conn| store::node::put_setting(conn, "b", "5")).unwrap();
        assert_eq!((setting(conn, "a"), setting(conn, "b")), (None, Some("5".into())));
        // Rows are seen by reads of the same transaction, and kept when written outside of any.
        let count = sql("SELECT COUNT(*) FROM semua".into());
        conn.transaction(|conn| {
            conn.insert(&SEMUA, &binds(&row))?;
            assert_eq!(conn.one(count, &[], |r| r.int(0))?, Some(1));
            Ok(())
        })
        .unwrap();
        conn.insert(&SEMUA, &binds(&every_sort_of_row()[2])).unwrap();
        let mut other = bench.connect();
        assert_eq!(other.one(count, &[], |r| r.int(0)).unwrap(), Some(2));
    });
}

#[test]
fn a_snapshot_stays_where_it_was() {
    on_both("snapshot", |bench| {
        let mut other = bench.connect();
        bench
            .conn
            .snapshot(|conn| {
                assert_eq!(setting(conn, "a"), None);
                store::node::put_setting(&mut other, "a", "1")?;
                assert_eq!(setting(conn, "a"), None);
                assert_eq!(conn.snapshot(|conn| Ok(setting(conn, "a")))?, None);
                Ok(())
            })
            .unwrap();
        assert_eq!(setting(&mut bench.conn, "a"), Some("1".into()));
    });
}

/// Name, type, and whether NULL is a value, as the engine itself tells.
fn described(bench: &mut Bench, table: &Table) -> (Vec<(String, String, bool)>, Vec<String>) {
    let (columns, key) = if bench.engine == "SQLite" {
        (
            format!("SELECT name, type, \"notnull\" FROM pragma_table_info('{}') ORDER BY cid", table.name),
            format!("SELECT name FROM pragma_table_info('{}') WHERE pk > 0 ORDER BY pk", table.name),
        )
    } else {
        (
            format!(
                "SELECT CAST(column_name AS text), CAST(data_type AS text), CAST(CASE is_nullable WHEN 'NO' THEN 1 ELSE 0 END AS bigint)
                 FROM information_schema.columns WHERE table_name = '{}' ORDER BY ordinal_position",
                table.name
            ),
            format!(
                "SELECT CAST(a.attname AS text) FROM pg_index i, unnest(i.indkey) WITH ORDINALITY AS k(nr, at), pg_attribute a
                 WHERE i.indrelid = '{}'::regclass AND i.indisprimary AND a.attrelid = i.indrelid AND a.attnum = k.nr ORDER BY k.at",
                table.name
            ),
        )
    };
    let read = |r: &store::sql::Row<'_>| Ok((r.text(0)?.to_owned(), r.text(1)?.to_owned(), r.int(2)? == 0));
    let columns = bench.conn.all(sql(columns), &[], read).unwrap();
    (columns, bench.conn.all(sql(key), &[], |r| Ok(r.text(0)?.to_owned())).unwrap())
}

#[test]
fn migrations_from_zero_equal_the_description() {
    on_both_with("migrations", &[&SEMUA], |bench| {
        let lite = bench.engine == "SQLite";
        for table in BASE.iter().chain(&[&SEMUA]) {
            let expected: Vec<(String, String, bool)> = table
                .columns
                .iter()
                .map(|c| {
                    let ty = match (c.ty, lite) {
                        (ColumnType::Uuid | ColumnType::Blob, true) => "BLOB",
                        (ColumnType::Text, true) => "TEXT",
                        (_, true) => "INTEGER",
                        (ColumnType::Uuid, _) => "uuid",
                        (ColumnType::Int, _) => "bigint",
                        (ColumnType::Text, _) => "text",
                        (ColumnType::Blob, _) => "bytea",
                        (ColumnType::Date, _) => "date",
                        (ColumnType::Stamp, _) => "timestamp with time zone",
                    };
                    (c.name.to_owned(), ty.to_owned(), c.null)
                })
                .collect();
            let key: Vec<String> = table.key.iter().map(|k| (*k).to_owned()).collect();
            assert_eq!(described(bench, table), (expected, key), "{} {}", bench.engine, table.name);
        }
        let indexes = if lite {
            "SELECT name FROM sqlite_master WHERE type = 'index' AND sql IS NOT NULL"
        } else {
            "SELECT CAST(indexname AS text) FROM pg_indexes WHERE schemaname = 'public' AND indexname NOT LIKE '%_pkey'"
        };
        let found = bench.conn.all(sql(indexes.into()), &[], |r| Ok(r.text(0)?.to_owned())).unwrap();
        let wanted: BTreeSet<String> =
            BASE.iter().chain(&[&SEMUA]).flat_map(|t| t.indexes).map(|i| i.name.to_owned()).collect();
        assert_eq!(found.into_iter().collect::<BTreeSet<_>>(), wanted);
    });
}

fn reopen(bench: &Bench, tables: &[&'static Table]) -> store::Result<Node> {
    let database = bench.url().map_or(Database::Sqlite, |url| Database::Postgres(url.to_owned()));
    Node::open(bench.folder(), database, tables, None)
}

#[test]
fn a_newer_schema_is_refused_and_new_tables_are_added() {
    on_both("schema", |bench| {
        assert!(raw(&mut bench.conn, "SELECT * FROM semua").is_err());
        let node = reopen(bench, &[&SEMUA]).unwrap();
        raw(&mut bench.conn, "SELECT * FROM semua").unwrap();
        assert_eq!(node.demo_seed, Some(store::testing::SEED), "a demo folder stays one");
        bench.raw("INSERT INTO migrasi VALUES (99, 'x')");
        let refused = reopen(bench, &[]).map(|_| ()).unwrap_err();
        assert!(refused.to_string().contains("Pakai program yang lebih baru"), "{refused}");
    });
}

#[test]
fn opening_at_once_is_fine() {
    let barrier = std::sync::Barrier::new(6);
    for round in 0..3 {
        let url = store::testing::postgres_url("opening");
        for database in [Database::Sqlite, Database::Postgres(url)] {
            let home = std::env::temp_dir().join(format!("sinergi_buka_{}_{round}", std::process::id()));
            let open = || {
                barrier.wait();
                Node::open(&home, database.clone(), &[&SEMUA], None).map(|n| n.key.required().unwrap())
            };
            let keys: Vec<_> = std::thread::scope(|s| {
                let threads: Vec<_> = (0..6).map(|_| s.spawn(open)).collect();
                threads.into_iter().map(|t| t.join().unwrap()).collect()
            });
            let keys: BTreeSet<_> =
                keys.into_iter().map(|k| k.unwrap_or_else(|e| panic!("{database:?}: {e}"))).collect();
            assert_eq!(keys.len(), 1, "one key for all");
            let left: Vec<_> = std::fs::read_dir(&home).unwrap().flatten().map(|e| e.file_name()).collect();
            assert!(left.iter().all(|name| !name.to_string_lossy().contains("baru-")), "{left:?}");
            std::fs::remove_dir_all(&home).unwrap();
        }
    }
}

#[test]
fn a_real_register_never_becomes_a_demo() {
    let mut bench = Bench::sqlite("sungguhan", &[]);
    common::scripted(&mut bench);
    bench.raw("DELETE FROM simpul");
    let refused = Node::open(bench.folder(), Database::Sqlite, &[], Some((1, kernel::Stamp(0))));
    assert!(matches!(refused.map(|_| ()), Err(Error::Refused(text)) if text.contains("sungguhan")));
    // A demo folder may be opened again and again, also with another clock.
    let bench = Bench::sqlite("demo", &[]);
    let node = Node::open(bench.folder(), Database::Sqlite, &[], Some((2026, kernel::Stamp(5)))).unwrap();
    assert_eq!(node.clock, store::Clock::Fixed(kernel::Stamp(5)));
}

#[test]
fn days_before_1970_and_names_with_quotes_survive_the_journal() {
    on_both("peculiar", |bench| {
        bench.tenant(A1);
        bench.append(A1, &[common::download(1, 1, "U'1 \"é\"")]);
        let (ledger, traces) = store::people::ledger(&mut bench.conn, common::person(1)).unwrap();
        let expected = kernel::Ledger::from_entries(&[common::download(1, 1, "U'1 \"é\"")]);
        assert_eq!(ledger, expected);
        assert_eq!((traces.len(), traces[0].seq), (1, 0));
        assert_eq!(Date::from_days(-4_000).year(), 1959);
    });
}
