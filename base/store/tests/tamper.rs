//! Whoever changes the database past the journal is found out, and the entry is named.
#![allow(clippy::unwrap_used, reason = "a test may fail loudly")]

mod common;

use common::{A1, Cell, assert_intact, literal, place, rows, scripted, verify};
use kernel::{EntryId, FactId, Stamp};
use std::collections::HashMap;
use store::schema::{BASE, INSTANSI, JURNAL, JURNAL_KUNCI, JURNAL_TITIK, JURNAL_UBIN, SIMPUL};
use store::table::{ColumnType, Table};
use store::testing::{Bench, on_both, raw, write};
use store::{Error, verify::Report, verify::Trust};

/// What verify says while `sql` has been run; afterwards everything is as before.
fn verdict_after(bench: &mut Bench, sql: &str) -> Vec<Report> {
    let mut reports = None;
    let undone = bench.conn.transaction(|conn| {
        raw(conn, sql)?;
        reports = Some(store::verify::verify(conn, |_| ())?);
        Err::<(), _>(Error::Refused("undo".into()))
    });
    reports.unwrap_or_else(|| panic!("{sql}: {:?}", undone.map_err(|e| e.to_string())))
}

/// The entry named; panics when nothing was found.
fn named(bench: &mut Bench, sql: &str) -> Option<i64> {
    let reports = verdict_after(bench, sql);
    let trouble = reports.iter().find_map(|r| r.trouble.clone());
    trouble.unwrap_or_else(|| panic!("{}: not noticed: {sql}", bench.engine)).seq
}

fn changed(ty: ColumnType, cell: &Cell, n: usize) -> Cell {
    match cell {
        // Far away, so that no key is met by accident.
        Cell::Int(n) if ty == ColumnType::Int => Cell::Int(n + 1_000),
        Cell::Int(n) => Cell::Int(n + 1),
        Cell::Text(s) => Cell::Text(format!("{s}x")),
        Cell::Bytes(b) if b.is_empty() => Cell::Bytes(vec![0]),
        Cell::Bytes(b) => {
            let (mut b, at) = (b.clone(), n % b.len());
            b[at] ^= 1 << (n % 8);
            Cell::Bytes(b)
        }
        Cell::Null => match ty {
            ColumnType::Uuid => Cell::Bytes(vec![3; 16]),
            ColumnType::Blob => Cell::Bytes(Vec::new()),
            ColumnType::Text => Cell::Text(String::new()),
            _ => Cell::Int(0),
        },
    }
}

/// Which entry a row comes from, when the row alone tells.
fn origin(table: &Table, row: &[Cell], by_entry: &HashMap<Vec<u8>, i64>) -> Option<i64> {
    let column = |name: &str| table.columns.iter().position(|c| c.name == name).map(|at| &row[at]);
    match (column("seq"), column("entri_id"), column("ukuran")) {
        (Some(Cell::Int(seq)), _, _) => Some(*seq),
        (_, Some(Cell::Bytes(id)), _) => by_entry.get(id).copied(),
        (_, _, Some(Cell::Int(size))) => Some(size - 1),
        _ => Some(0), // a tile: its first entry
    }
}

fn by_entry(bench: &mut Bench) -> HashMap<Vec<u8>, i64> {
    let mut found = HashMap::new();
    for table in [
        &store::schema::ENTRI,
        &store::schema::ENTRI_ORGANISASI,
        &store::schema::DIBUKA,
        &store::schema::DIBUKA_SEMUA,
        &store::schema::BUKTI,
        &store::schema::TUTUP_TINJAU,
        &store::schema::PILIH_TAFSIR,
        &store::schema::PARAF,
        &store::schema::PERISTIWA,
    ] {
        let at = |name: &str| table.columns.iter().position(|c| c.name == name).unwrap();
        for row in rows(bench, table) {
            if let (Cell::Bytes(id), Cell::Int(seq)) = (&row[at("entri_id")], &row[at("seq")]) {
                found.insert(id.clone(), *seq);
            }
        }
    }
    found
}

/// Settings are no facts: a name of the node, or of an instansi as shown in a list.
fn is_setting(table: &Table, column: &str) -> bool {
    table.name == SIMPUL.name || (table.name == INSTANSI.name && column != "instansi_id")
}

/// The script, a key that took over from another after it, and one entry signed by the new one.
fn with_two_keys(bench: &mut Bench) {
    scripted(bench);
    common::new_key(bench, 7, "kunci bocor");
    bench.append(A1, &[common::download(70, 3, "U1")]);
    bench.append(A1, &common::openings());
    let stated = FactId { entry: EntryId(common::id(1)), ordinal: 0 };
    let bukti = common::receipt(bench, 1, &[stated], 7);
    common::close(bench, 1, bukti, &[]).unwrap();
    common::sign(bench, "hana", 1, None).unwrap();
    common::choose(bench, 1, Some("uu_11_1969"), None).unwrap();
    common::event(bench, "r1", "dibuat", "{}").unwrap();
}

#[test]
fn every_column_of_every_table() {
    on_both("tamper", |bench| {
        with_two_keys(bench);
        assert_intact(bench);
        let origins = by_entry(bench);
        let (engine, mut tried) = (bench.engine, 0);
        for table in BASE {
            let found = rows(bench, table);
            assert!(!found.is_empty(), "the script leaves {} empty", table.name);
            for row in &found {
                for (at, column) in table.columns.iter().enumerate() {
                    if is_setting(table, column.name) {
                        continue;
                    }
                    let mut values = vec![changed(column.ty, &row[at], tried)];
                    if column.null && row[at] != Cell::Null {
                        values.push(Cell::Null);
                    }
                    for value in values {
                        let value = literal(engine, column.ty, &value);
                        let sql = format!(
                            "UPDATE {} SET {} = {value} WHERE {}",
                            table.name,
                            column.name,
                            place(engine, table, row)
                        );
                        let seq = named(bench, &sql);
                        tried += 1;
                        let moved = [INSTANSI.name, JURNAL_TITIK.name, JURNAL_KUNCI.name]
                            .contains(&table.name)
                            && ["instansi_id", "ukuran", "ke"].contains(&column.name);
                        if !moved {
                            assert_eq!(seq, origin(table, row, &origins), "{engine}: {sql}");
                        }
                    }
                }
            }
        }
        assert!(tried > 300, "{tried}");
        assert_intact(bench);
    });
}

#[test]
fn every_row_removed_or_added() {
    on_both("tamper-rows", |bench| {
        with_two_keys(bench);
        let origins = by_entry(bench);
        let engine = bench.engine;
        for table in BASE.iter().filter(|t| t.name != SIMPUL.name) {
            let found = rows(bench, table);
            for (n, row) in found.iter().enumerate() {
                let last = n + 1 == found.len();
                // A later signature covers what an earlier one did; only the last one is needed.
                if table.name != JURNAL_TITIK.name || last {
                    let sql = format!("DELETE FROM {} WHERE {}", table.name, place(engine, table, row));
                    let seq = named(bench, &sql);
                    if ![INSTANSI.name, JURNAL_TITIK.name, JURNAL_KUNCI.name].contains(&table.name) {
                        assert_eq!(seq, origin(table, row, &origins), "{engine}: {sql}");
                    }
                }
                if table.name == INSTANSI.name {
                    continue;
                }
                // The same row under another key.
                let at = table.columns.iter().rposition(|c| table.key.contains(&c.name)).unwrap();
                let mut copy = row.clone();
                copy[at] = changed(table.columns[at].ty, &row[at], n);
                named(bench, &insert(engine, table, &copy));
                if let Cell::Int(key) = copy[at] {
                    copy[at] = Cell::Int(-1 - key);
                    named(bench, &insert(engine, table, &copy));
                }
            }
        }
        assert_intact(bench);
    });
}

fn insert(engine: &str, table: &Table, row: &[Cell]) -> String {
    let values: Vec<String> =
        table.columns.iter().zip(row).map(|(c, cell)| literal(engine, c.ty, cell)).collect();
    format!("INSERT INTO {} ({}) VALUES ({})", table.name, table.column_list(), values.join(", "))
}

#[test]
fn swapped_truncated_and_stray() {
    on_both("tamper-order", |bench| {
        scripted(bench);
        let size = rows(bench, &JURNAL).len() as i64;
        for at in 0..size - 1 {
            let next = at + 1;
            let swap = format!(
                "UPDATE jurnal SET seq = 900 WHERE seq = {at}; UPDATE jurnal SET seq = {at} WHERE seq = {next};
                 UPDATE jurnal SET seq = {next} WHERE seq = 900"
            );
            assert_eq!(named(bench, &swap), Some(at));
        }
        for keep in 0..size {
            let cut = format!("DELETE FROM jurnal WHERE seq >= {keep}");
            assert_eq!(named(bench, &cut), Some(keep));
            // With the signatures gone as well, the tables still tell of more.
            named(bench, &format!("{cut}; DELETE FROM jurnal_titik WHERE ukuran > {keep}"));
        }
        // A checkpoint in front of the first entry must not hide those behind it.
        for size in [0, -5] {
            let stray = format!(
                "INSERT INTO jurnal_titik (instansi_id, ukuran, dicatat, akar, kunci, tanda_tangan)
                 SELECT instansi_id, {size}, dicatat, akar, kunci, tanda_tangan FROM jurnal_titik WHERE ukuran = 3"
            );
            named(bench, &stray);
        }
        // Emptied places need an entry that says so.
        let emptied = "UPDATE jurnal SET garam = NULL, isi = NULL WHERE seq = 5;
            DELETE FROM riwayat WHERE entri_id IN (SELECT entri_id FROM entri WHERE seq = 5);
            DELETE FROM entri WHERE seq = 5";
        assert_eq!(named(bench, emptied), Some(5));
    });
}

#[test]
fn flipped_bits_of_payloads() {
    on_both("tamper-bits", |bench| {
        scripted(bench);
        let found = rows(bench, &JURNAL);
        let at = JURNAL.columns.iter().position(|c| c.name == "isi").unwrap();
        let (mut seed, samples) = (7_u64, if bench.engine == "SQLite" { 600 } else { 150 });
        for _ in 0..samples {
            seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            let seq = (seed >> 33) as usize % found.len();
            let Cell::Bytes(mut payload) = found[seq][at].clone() else { panic!("payload") };
            let bit = (seed >> 12) as usize % (payload.len() * 8);
            payload[bit / 8] ^= 1 << (bit % 8);
            let payload = literal(bench.engine, ColumnType::Blob, &Cell::Bytes(payload));
            let sql = format!("UPDATE jurnal SET isi = {payload} WHERE seq = {seq}");
            assert_eq!(named(bench, &sql), Some(seq as i64), "bit {bit}");
        }
    });
}

#[test]
fn a_fork_and_a_foreign_key() {
    let mut ours = Bench::sqlite("fork", &[]);
    scripted(&mut ours);
    // The same history but for one word, by someone with the node's own key.
    let mut other = Bench::sqlite("fork-lain", &[]);
    other.tenant(A1);
    for part in common::script().chunks_mut(3) {
        if let Some(entry) = part.iter_mut().find(|e| e.id.0 == common::id(5)) {
            entry.actor = "bukan operator".into();
        }
        other.append(A1, part);
    }
    let (a, b) = (verify(&mut ours)[0].root, verify(&mut other)[0].root);
    assert_ne!(a, b, "whoever kept the head of one sees the other");
    // Its entries under our signatures.
    let path = other.folder().join("sinergi.db");
    ours.raw(&format!("ATTACH '{}' AS lain", path.display()));
    let first = named(&mut ours, "DELETE FROM jurnal; INSERT INTO jurnal SELECT * FROM lain.jurnal");
    assert_eq!(first, Some(5), "the first signature over the changed entry 4");
    // A journal signed by another key is sound by itself, but not by the keys of the node.
    let mut by = |now| {
        let trust = Trust { now, pinned: Vec::new() };
        store::verify::verify_trusting(&mut ours.conn, &trust, |_| ()).unwrap()
    };
    assert!(by(ours.node.key.public()).iter().all(Report::intact));
    let reports = by(Some([1; 32]));
    assert_eq!(reports[0].trouble.as_ref().and_then(|t| t.seq), Some(2));
}

#[test]
fn nothing_is_appended_to_a_broken_journal() {
    on_both("tamper-append", |bench| {
        scripted(bench);
        bench.raw("UPDATE jurnal_titik SET akar = komitmen FROM jurnal WHERE ukuran = 11 AND seq = 0");
        let node = &bench.node;
        let refused = write(node, &mut bench.conn, A1, |_| Ok(()));
        assert!(matches!(refused, Err(Error::Corrupt(_))), "{refused:?}");
    });
}

#[test]
fn recorded_times_never_go_back() {
    on_both("tamper-clock", |bench| {
        scripted(bench);
        let mut late = common::download(50, 9, "U1");
        late.recorded = Stamp(late.recorded.0 - 1);
        let refused = bench.write(A1, |w| w.append(&late).map(|_| ()));
        assert!(matches!(refused, Err(Error::Refused(_))), "{refused:?}");
        assert_intact(bench);
    });
}
#[test]
fn tiles_are_compared_both_ways() {
    on_both("tamper-tiles", |bench| {
        scripted(bench);
        let tile = &rows(bench, &JURNAL_UBIN)[0];
        let at = |name: &str| JURNAL_UBIN.columns.iter().position(|c| c.name == name).unwrap();
        for (level, index) in [(0, 5), (3, 0), (900, 0), (-1, 1), (1, -7)] {
            let mut copy = tile.clone();
            (copy[at("tingkat")], copy[at("indeks")]) = (Cell::Int(level), Cell::Int(index));
            named(bench, &insert(bench.engine, &JURNAL_UBIN, &copy));
        }
    });
}

/// One letter of a payload that can still be read: the tables are right, the journal is not.
#[test]
fn a_rebuild_does_not_spread_a_forged_entry() {
    on_both("tamper-rebuild", |bench| {
        scripted(bench);
        let at = JURNAL.columns.iter().position(|c| c.name == "isi").unwrap();
        let Cell::Bytes(mut payload) = rows(bench, &JURNAL)[4][at].clone() else { panic!("payload") };
        let mut entry = kernel::codec::read_entry(&payload).unwrap();
        let letter = payload.windows(entry.actor.len()).position(|w| w == entry.actor.as_bytes()).unwrap();
        payload[letter] = b'x';
        entry.actor.replace_range(..1, "x");
        assert_eq!(kernel::codec::read_entry(&payload).unwrap().actor, entry.actor, "still decodable");
        let tables = |bench: &mut Bench| {
            store::schema::DERIVED.iter().map(|table| rows(bench, table)).collect::<Vec<_>>()
        };
        let before = tables(bench);
        let payload = literal(bench.engine, ColumnType::Blob, &Cell::Bytes(payload));
        bench.raw(&format!("UPDATE jurnal SET isi = {payload} WHERE seq = 4"));
        let refused = store::rebuild::rebuild(&mut bench.conn, &Trust::default(), |_| ());
        let told = refused.expect_err("refused").to_string();
        assert!(told.contains("Jurnal A1 tidak utuh pada entri 4"), "{told}");
        assert!(before == tables(bench), "{}: the tables stay as they were", bench.engine);
    });
}
