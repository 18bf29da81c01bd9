//! Tests of the module, by area.

mod lipat;
mod rtl;
