//! `sinergi jurnal`: does the journal hold, and the tables made again from it.

use super::{connect, open_existing, told};
use crate::cli::Jurnal;
use crate::say;
use anyhow::Result;
use std::process::ExitCode;

pub fn run(command: &Jurnal) -> Result<ExitCode> {
    match command {
        Jurnal::Periksa { place, json } => {
            let node = open_existing(place)?;
            let bar = say::bar(None, "Memeriksa entri");
            let reports = store::verify::verify_signed_by(&mut connect(&node)?, &[node.key.public()], |n| {
                bar.set_position(n)
            })
            .map_err(told)?;
            bar.finish_and_clear();
            for report in &reports {
                match json {
                    true => crate::out!("{}", as_json(report)),
                    false => crate::out!("{}", in_words(report)),
                }
            }
            if reports.is_empty() {
                eprintln!(
                    "sinergi: Tidak ada jurnal di tempat ini. Bila seharusnya ada, basis datanya kosong atau diganti."
                );
                return Ok(ExitCode::from(1));
            }
            let intact = reports.iter().all(store::verify::Report::intact);
            Ok(if intact { ExitCode::SUCCESS } else { ExitCode::from(1) })
        }
        Jurnal::BangunUlang { place, json } => {
            let node = open_existing(place)?;
            let bar = say::bar(None, "Membangun ulang dari entri");
            let entries =
                store::rebuild::rebuild(&mut connect(&node)?, |n| bar.set_position(n)).map_err(told)?;
            bar.finish_and_clear();
            match json {
                true => crate::out!("{}", serde_json::json!({ "entri": entries })),
                false => crate::out!("Tabel dibangun ulang dari {} entri.", say::angka(entries)),
            }
            Ok(ExitCode::SUCCESS)
        }
    }
}

fn as_json(report: &store::verify::Report) -> serde_json::Value {
    let mut value = serde_json::json!({
        "instansi": report.instansi, "entri": report.entries, "kepala": report.root_hex(), "utuh": report.intact(),
    });
    if let Some(trouble) = &report.trouble {
        value["masalah"] = serde_json::json!({ "entri": trouble.seq, "sebab": trouble.what });
    }
    value
}

fn in_words(report: &store::verify::Report) -> String {
    let head = format!("{} ({}): {} entri", report.nama, report.instansi, say::angka(report.entries));
    match &report.trouble {
        None => format!("{head}, kepala {}, utuh", report.root_hex()),
        Some(t) => match t.seq {
            Some(seq) => format!("{head}, TIDAK UTUH pada entri {seq}: {}", t.what),
            None => format!("{head}, TIDAK UTUH: {}", t.what),
        },
    }
}
