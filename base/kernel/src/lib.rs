//! What is: documents state facts, facts stand in a ledger with two clocks, the ledger folded at a
//! moment is a snapshot. Pure: no I/O, no clock, no randomness, no SQL, no HTML.
//!
//! Read in this order: `date`, `id`, `kind`, `fact`, `codec`, `ledger`, `snapshot`, then what is
//! built on them (`nip`, `golongan`, `jabatan`, `finding`, `check`, `unor`, `register`).
#![warn(missing_docs)]

pub mod codec;
pub mod date;
pub mod fact;
pub mod golongan;
pub mod id;
pub mod kind;
pub mod ledger;
pub mod nip;
pub mod snapshot;

pub use date::{AsOf, Date, Stamp};
pub use fact::{Act, Cells, Document, Entry, Fact, Rank, SourceRow, Value};
pub use golongan::Golongan;
pub use id::{EntryId, FactId, InstansiId, PegawaiId, Subject};
pub use kind::{Class, Constraint, Field, Kind, Type};
pub use ledger::{Head, Ledger, Row};
pub use nip::Nip;
pub use snapshot::{Snapshot, Stated};
