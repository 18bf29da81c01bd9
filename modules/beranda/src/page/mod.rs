//! Requests for home and search.

pub mod circle;
mod figures;
mod home;
mod search;

pub use home::home;
pub use search::search;
