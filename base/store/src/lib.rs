//! Keeping: one narrow seam to SQLite and PostgreSQL, the journal that alone writes facts, and the
//! tables derived from it. No HTML, no rules.
//!
//! Read in this order: `table`, `sql`, `schema`, `source`, `tree`, `journal`, `handover`, `derive`, `people`,
//! `bukti`, `pejabat`, `peristiwa`, `verify`, `rebuild`, `erase`, `node`, `cadangan`; tests of every crate stand on `testing`.
#![warn(missing_docs)]

pub mod berkas;
pub mod bukti;
pub mod cadangan;
pub mod derive;
pub mod dibuka;
pub mod erase;
pub mod error;
pub mod handover;
pub mod journal;
pub mod key;
pub mod migrate;
pub mod node;
pub mod organisation;
pub mod pejabat;
pub mod people;
pub mod peristiwa;
pub mod postgres;
pub mod private;
pub mod rebuild;
pub mod schema;
pub mod source;
pub mod sql;
pub mod sqlite;
pub mod table;
pub mod testing;
pub mod tree;
pub mod verify;

pub use error::{Error, Result};
pub use node::{Database, Node, Tenant};
pub use source::{Clock, Source};
pub use sql::{Bind, Conn, Sql};

/// Every registered statement of the base, for the test that prepares them on both engines.
pub fn statements() -> Vec<&'static Sql> {
    [
        journal::ALL,
        handover::ALL,
        verify::ALL,
        verify::kept::ALL,
        migrate::ALL,
        people::ALL,
        dibuka::ALL,
        crate::bukti::ALL,
        pejabat::ALL,
        peristiwa::ALL,
        organisation::ALL,
        node::ALL,
        rebuild::ALL,
        erase::ALL,
        cadangan::ALL,
    ]
    .concat()
}
