//! Sinergi: one program that keeps the register, serves its pages, and takes and gives its files.
#![warn(missing_docs)]

mod cli;
mod cmd;
mod modules;
mod say;

use clap::Parser;
use std::process::ExitCode;

#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> ExitCode {
    let args = match cli::Cli::try_parse() {
        Ok(args) => args,
        Err(e) => return say::usage(&e),
    };
    match cmd::run(args) {
        Ok(code) => code,
        Err(e) => {
            eprintln!("sinergi: {e:#}");
            ExitCode::from(1)
        }
    }
}
