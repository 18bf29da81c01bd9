//! Requests for home and search.

mod figures;
mod home;
mod search;

pub use home::home;
pub use search::search;
