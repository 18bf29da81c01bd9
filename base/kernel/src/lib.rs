//! What is: documents state facts, facts stand in a ledger with two clocks, the ledger folded at a
//! moment is a snapshot. Pure: no I/O, no clock, no randomness, no SQL, no HTML.
//!
//! Read in this order: `date`, `id`, `kind`, `fact`, `codec`, `ledger`, `snapshot`, then what is
//! built on them (`nip`, `golongan`, `tables`, `finding`, `check`, `unor`, `search`, `register`, `history`, `duk`).
#![warn(missing_docs)]

pub mod check;
pub mod codec;
pub mod date;
pub mod duk;
pub mod fact;
pub mod finding;
pub mod golongan;
pub mod history;
pub mod id;
pub mod indikator;
pub mod kind;
pub mod ledger;
pub mod nip;
pub mod register;
pub mod search;
pub mod snapshot;
pub mod tables;
pub mod typed;
pub mod unor;

pub use check::{Code, Codes};
pub use date::{AsOf, Date, Stamp};
pub use fact::{Act, Cells, Document, Entry, Fact, Rank, SourceRow, Value};
pub use finding::{Finding, Severity};
pub use golongan::Golongan;
pub use history::History;
pub use id::{EntryId, FactId, InstansiId, PegawaiId, Subject};
pub use kind::{Class, Constraint, Field, Kind, Type};
pub use ledger::{Head, Ledger, Row};
pub use nip::Nip;
pub use register::Register;
pub use snapshot::{Snapshot, Stated};
pub use tables::Tables;
