//! Sinergi: one program that keeps the register, serves its pages, and takes and gives its files.
//! A thin roof: the list of modules, the command line, and nothing of the field.
#![warn(missing_docs)]

mod cetak;
mod cli;
mod cmd;
pub mod modules;
mod say;

use clap::Parser;
use std::process::ExitCode;

/// Runs the command line of this process.
pub fn run() -> ExitCode {
    let given = cli::Cli::arguments(std::env::args_os());
    let args = match cli::Cli::try_parse_from(&given) {
        Ok(args) => args,
        Err(e) => return say::usage(&e, &cli::Cli::path(&given)),
    };
    match cmd::run(args) {
        Ok(code) => say::ended(code),
        Err(e) => {
            say::complain(format_args!("sinergi: {}\n", say::failure(&e)));
            ExitCode::from(if e.is::<say::Misuse>() { 2 } else { 1 })
        }
    }
}
