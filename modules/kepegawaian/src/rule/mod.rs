//! What the pages decide, over values alone: whom a list shows, in which order, and where the next
//! page begins. `filter` is the address, `listing` what is worked out once for a register, `search`
//! names and NIP, `select` puts them together.

pub mod filter;
pub mod listing;
pub mod search;
pub mod select;

pub use filter::{Batas, Filter, Keadaan, Order, StatusPilihan, Temuan};
pub use listing::{Bits, Counts, Listing, Scope};
pub use select::{Found, Previous, everyone, select};
