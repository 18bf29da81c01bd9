//! Rakor: coordination meetings whose decisions are bound to figures. What happened stands in the journals
//! ([`isi`]), what a rakor is now is folded from it ([`rule`]); before, during and after are pages.
#![warn(missing_docs)]

pub mod isi;
pub mod rule;
pub mod store;
pub mod templat;

#[cfg(test)]
mod tests;
