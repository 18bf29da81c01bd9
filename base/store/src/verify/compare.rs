//! `tables == fold(journal)`: what every entry should have left in the tables, against what is there.

use super::Trouble;
use crate::derive::Sink;
use crate::error::Result;
use crate::schema::{self, DERIVED};
use crate::sql::{Bind, Conn, Row, Sql};
use crate::table::{Column, ColumnType, Table};
use sha2::{Digest, Sha256};
use std::collections::HashSet;
use std::hash::{DefaultHasher, Hasher};
use std::sync::OnceLock;

/// One row that must stand in a table: hashes of its key and of the whole, and where it comes from.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Want {
    key: u64,
    row: u128,
    journal: u32,
    seq: u32,
}

/// Every row that must stand, by table, gathered while the journals are read.
#[derive(Default)]
pub(super) struct Expected {
    tables: [Vec<Want>; DERIVED.len()],
    journal: u32,
    seq: u32,
    /// Keys of this journal that came first already.
    first: HashSet<(usize, u64)>,
    print: Print,
}

impl Expected {
    /// What comes now follows from this journal.
    pub(super) fn begin(&mut self, journal: u32) {
        self.journal = journal;
        self.first.clear();
    }

    /// What comes now follows from this entry.
    pub(super) fn at(&mut self, seq: i64) {
        self.seq = seq as u32;
    }

    fn want(&mut self, table: &'static Table, row: &[Bind<'_>]) -> (usize, Want) {
        let at = DERIVED.iter().position(|t| std::ptr::eq(*t, table));
        let (key, row) = self.print.of(table, row.iter().copied());
        (at.unwrap_or_default(), Want { key, row, journal: self.journal, seq: self.seq })
    }
}

impl Sink for Expected {
    fn insert(&mut self, table: &'static Table, row: &[Bind<'_>]) -> Result<()> {
        let (at, want) = self.want(table, row);
        self.tables[at].push(want);
        Ok(())
    }

    /// Of rows with one key any may be the one that came first: journals have no order among them.
    fn insert_absent(&mut self, table: &'static Table, row: &[Bind<'_>]) -> Result<()> {
        let (at, want) = self.want(table, row);
        if self.first.insert((at, want.key)) {
            self.tables[at].push(want);
        }
        Ok(())
    }
}

/// Rows by key. Keys are hashes and so spread evenly: their leading bits lead straight to the place,
/// where a binary search would miss the cache at every step.
struct Places {
    rows: Vec<Want>,
    found: Vec<bool>,
    starts: Vec<u32>,
    shift: u32,
}

impl Places {
    fn new(mut rows: Vec<Want>) -> Places {
        rows.sort_unstable();
        let bits = rows.len().max(2).ilog2();
        let shift = u64::BITS - bits;
        let mut starts = vec![0; (1 << bits) + 1];
        for want in &rows {
            starts[(want.key >> shift) as usize + 1] += 1;
        }
        for at in 1..starts.len() {
            starts[at] += starts[at - 1];
        }
        Places { found: vec![false; rows.len()], rows, starts, shift }
    }

    /// Where the rows of a key are.
    fn of(&self, key: u64) -> std::ops::Range<usize> {
        let bucket = (key >> self.shift) as usize;
        let (from, until) = (self.starts[bucket] as usize, self.starts[bucket + 1] as usize);
        let here = &self.rows[from..until];
        from + here.partition_point(|w| w.key < key)..from + here.partition_point(|w| w.key <= key)
    }
}

/// The first row that is not as the journals say, and the journal it belongs to.
pub(super) fn compare(conn: &mut Conn, expected: Expected) -> Result<Option<(u32, Trouble)>> {
    let mut worst: Option<(u32, Trouble)> = None;
    let mut say = |want: &Want, what: String| {
        let seq = Some(i64::from(want.seq));
        if worst.as_ref().is_none_or(|(j, t)| (want.journal, seq) < (*j, t.seq)) {
            worst = Some((want.journal, Trouble { seq, what }));
        }
    };
    let (mut stranger, mut print) = (None, Print::default());
    for (table, rows) in DERIVED.iter().zip(expected.tables) {
        let mut places = Places::new(rows);
        conn.for_each(select_all(table), &[], |row| {
            // SQLite keeps what no program would write: a uuid of 15 bytes, text that is none.
            let Ok((key, hash)) = print.of_row(table, row) else {
                stranger.get_or_insert(table.name);
                return Ok(());
            };
            let same = places.of(key);
            match places.rows[same.clone()].first() {
                None => {
                    stranger.get_or_insert(table.name);
                }
                Some(want) if !places.rows[same.clone()].iter().any(|w| w.row == hash) => {
                    say(want, format!("baris tabel {} tidak sama dengan jurnal", table.name));
                }
                Some(_) => {}
            }
            places.found[same].fill(true);
            Ok(())
        })?;
        for (want, _) in places.rows.iter().zip(&places.found).filter(|(_, found)| !**found) {
            say(want, format!("baris tabel {} hilang", table.name));
        }
    }
    Ok(worst.or_else(|| {
        let what = format!("tabel {} memuat baris yang tidak ada di jurnal", stranger?);
        Some((0, Trouble { seq: None, what }))
    }))
}

/// Makes short hashes of a row's key and of the whole row. The row's is SHA-256, so that nobody can
/// craft a row that passes; the key's only finds the place to compare with.
#[derive(Default)]
struct Print {
    whole: Vec<u8>,
    key: DefaultHasher,
}

impl Print {
    fn of<'v>(&mut self, table: &Table, values: impl Iterator<Item = Bind<'v>>) -> (u64, u128) {
        for (column, value) in table.columns.iter().zip(values) {
            self.absorb(table, column, &value);
        }
        self.cut()
    }

    fn of_row(&mut self, table: &Table, row: &Row<'_>) -> Result<(u64, u128)> {
        for (at, column) in table.columns.iter().enumerate() {
            match read_bind(column, row, at) {
                Ok(value) => self.absorb(table, column, &value),
                Err(e) => {
                    self.cut();
                    return Err(e);
                }
            }
        }
        Ok(self.cut())
    }

    fn absorb(&mut self, table: &Table, column: &Column, value: &Bind<'_>) {
        let from = self.whole.len();
        let mut put = |tag: u8, bytes: &[u8]| {
            self.whole.push(tag);
            self.whole.extend_from_slice(&(bytes.len() as u32).to_be_bytes());
            self.whole.extend_from_slice(bytes);
        };
        match value {
            Bind::Null => put(0, &[]),
            Bind::Int(n) => put(1, &n.to_be_bytes()),
            Bind::Text(s) => put(2, s.as_bytes()),
            Bind::Blob(b) => put(3, b),
            Bind::Uuid(u) => put(3, u),
            Bind::Date(d) => put(4, &d.days().to_be_bytes()),
            Bind::Stamp(s) => put(5, &s.0.to_be_bytes()),
        }
        if table.key.contains(&column.name) {
            self.key.write(&self.whole[from..]);
        }
    }

    fn cut(&mut self) -> (u64, u128) {
        let hash: [u8; 32] = Sha256::digest(&self.whole).into();
        self.whole.clear();
        let key = std::mem::take(&mut self.key).finish();
        (key, u128::from_be_bytes(hash[..16].try_into().unwrap_or_default()))
    }
}

fn read_bind<'r>(column: &Column, row: &'r Row<'_>, at: usize) -> Result<Bind<'r>> {
    Ok(match column.ty {
        ColumnType::Uuid => row.opt_uuid(at)?.map_or(Bind::Null, Bind::Uuid),
        ColumnType::Int => row.opt_int(at)?.map_or(Bind::Null, Bind::Int),
        ColumnType::Text => Bind::Text(row.text(at)?),
        ColumnType::Blob => row.opt_blob(at)?.map_or(Bind::Null, Bind::Blob),
        ColumnType::Date => Bind::date(row.opt_date(at)?),
        ColumnType::Stamp => Bind::Stamp(row.stamp(at)?),
    })
}

/// Statements over whole derived tables follow from their descriptions; made once.
fn select_all(table: &'static Table) -> &'static Sql {
    static MADE: OnceLock<Vec<(&'static str, &'static Sql)>> = OnceLock::new();
    let made = MADE.get_or_init(|| {
        let make = |t: &&'static Table| {
            let text: &'static str = format!("SELECT {} FROM {}", t.column_list(), t.name).leak();
            (t.name, &*Box::leak(Box::new(Sql::new(t.name, text))))
        };
        schema::BASE.iter().map(make).collect()
    });
    made.iter().find(|m| m.0 == table.name).map_or_else(|| unreachable!("{}", table.name), |m| m.1)
}
