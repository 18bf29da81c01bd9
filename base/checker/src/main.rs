//! `checker DIR DIR2`: checks the plan and certificate in DIR2 against the input in DIR. Prints one line
//! a check and ends with 0 only if the plan is proven and follows the published order. It writes no file.

use std::path::Path;
use std::process::ExitCode;

use checker::{Files, check};

fn main() -> ExitCode {
    let folders: Vec<String> = std::env::args().skip(1).collect();
    let [input, result] = folders.as_slice() else {
        eprintln!("Cara pakai: checker FOLDER-MASUKAN FOLDER-HASIL");
        return ExitCode::FAILURE;
    };
    match run(Path::new(input), Path::new(result)) {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::FAILURE,
        Err(why) => {
            eprintln!("{why}");
            ExitCode::FAILURE
        }
    }
}

fn run(input: &Path, result: &Path) -> Result<bool, String> {
    let read = |folder: &Path, name: &str| {
        let path = folder.join(name);
        std::fs::read(&path).map_err(|why| format!("{} tidak terbaca: {why}", path.display()))
    };
    let report = check(&Files {
        instance: &read(input, "instance.txt")?,
        edges: &read(input, "edges.csv")?,
        positions: &read(input, "positions.csv")?,
        candidates: &read(input, "candidates.csv")?,
        units: &read(input, "units.csv")?,
        plan: &read(result, "plan.csv")?,
        certificate: &read(result, "certificate")?,
    });
    for check in &report.checks {
        match &check.failure {
            None => println!("lulus  {}", check.name),
            Some(why) => println!("GAGAL  {}: {why}", check.name),
        }
    }
    println!("{}", report.order.sentence());
    println!("{}", report.limits.sentence());
    Ok(report.is_published())
}
