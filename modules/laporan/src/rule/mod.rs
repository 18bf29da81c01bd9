//! What the pages decide, over values alone: into which class of a figure a person falls, the order of rank,
//! the groups of a nominatif, and which rows of a long list one page shows.

pub mod dimensi;
pub mod gelombang;
pub mod nominatif;

pub use dimensi::{Apa, Dimensi, Kelas};
