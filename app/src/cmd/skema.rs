//! `sinergi skema`: the tables as DDL, for administrators and auditors.

use crate::cli::Skema;
use crate::say::Misuse;
use anyhow::{Result, bail};
use std::process::ExitCode;

pub fn run(args: &Skema) -> Result<ExitCode> {
    let tables: Vec<_> = store::schema::BASE.iter().copied().chain(crate::modules::tables()).collect();
    for table in &tables {
        let statements = match args.mesin.as_str() {
            "sqlite" => table.sqlite(),
            "postgres" => table.postgres(),
            "citus" => vec![table.citus()],
            other => {
                bail!(Misuse(format!("Mesin \"{other}\" tidak dikenal. Pilih sqlite, postgres, atau citus.")))
            }
        };
        crate::out!("-- {}", table.about);
        for statement in statements {
            crate::out!("{statement};");
        }
        crate::out!();
    }
    Ok(ExitCode::SUCCESS)
}
