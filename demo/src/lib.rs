//! The fictional province of Bumi Raya: people one gets to know by name, 200,000 more from a seed,
//! and files as the offices hand them out. Nothing here is about a real person, place or office.
//!
//! Same seed, same bytes: no clock, no randomness from outside; "today" is a parameter.
#![warn(missing_docs)]

pub mod berkas;
pub mod career;
pub mod codes;
mod contact;
mod known;
pub mod names;
pub mod profil;
pub mod province;
pub mod rng;
pub mod rumpun;
pub mod units;

pub use known::{KnownPerson, Misprint, known_people};

#[cfg(test)]
mod tests;
