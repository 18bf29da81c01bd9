//! Files become facts: check → preview → confirm → receipt, and the same cells out again.
#![warn(missing_docs)]

pub mod check;
pub mod confirm;
pub mod doubts;
pub mod export;
pub mod file;
pub mod refused;
pub mod rule;
pub mod store;
pub mod view;

pub use check::{Ask, Check, Unchecked, check};
pub use confirm::{Receipt, Who, confirm};
