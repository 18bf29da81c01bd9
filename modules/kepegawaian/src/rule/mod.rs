//! What the pages decide, over values alone: whom a list shows, in which order, and where the next
//! page begins; what of one person somebody reads, what stood when, and what was corrected.
//!
//! For the list: `filter` is the address, `kolom` its columns, `listing` what is worked out once for a register, `search`
//! names and NIP, `select` puts them together. For a person: `karier`, `riwayat`.

pub mod catat;
pub mod filter;
pub mod karier;
pub mod kolom;
pub mod listing;
pub mod mengapa;
pub mod riwayat;
pub mod search;
pub mod select;

pub use filter::{Batas, Filter, Keadaan, Order, Rentang, StatusPilihan, Tanpa, Temuan};
pub use kolom::{Kolom, KolomPilihan};
pub use listing::{Bits, Counts, Listing, Scope};
pub use select::{Found, Previous, everyone, in_order, select};
