//! The list: one line a module.

use host::Module;
use store::Sql;
use store::table::Table;

/// Every module of this program.
pub static MODULES: &[Module] = &[];

/// Tables beside the ground floor's.
pub fn tables() -> Vec<&'static Table> {
    host::schema::TABLES.to_vec()
}

/// Every registered statement of the program, for the test that prepares them on both engines.
pub fn statements() -> Vec<&'static Sql> {
    let modules = MODULES.iter().flat_map(|m| m.statements).copied();
    store::statements().into_iter().chain(host::statements()).chain(modules).collect()
}
