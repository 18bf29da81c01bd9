//! `sinergi jurnal`: does the journal hold, and the tables made again from it.

mod berkas;
mod kunci;

use super::{connect, open_as_is, open_existing, told};
use crate::cli::{Jurnal, Place};
use crate::say::{self, Misuse};
use anyhow::Result;
use std::process::ExitCode;
use store::Node;
use store::verify::{Report, Trust};

/// Exit code of a check that could not be made; 1 says that something is not intact.
const UNCHECKED: u8 = 3;

pub fn run(command: &Jurnal) -> Result<ExitCode> {
    match command {
        Jurnal::Periksa { place, kunci, berkas, json } => match check(place, kunci, *berkas, *json) {
            Err(e) if !e.is::<Misuse>() => {
                say::complain(format_args!("sinergi: Tidak dapat diperiksa. {}\n", say::failure(&e)));
                Ok(ExitCode::from(UNCHECKED))
            }
            checked => checked,
        },
        Jurnal::BangunUlang { place, json } => {
            let node = open_existing(place)?;
            let bar = say::bar(None, "Membangun ulang dari entri");
            let trust = Trust { now: node.key.public(), pinned: Vec::new() };
            let mut conn = connect(&node)?;
            let entries =
                store::rebuild::rebuild(&mut conn, &trust, |n| bar.set_position(n)).map_err(told)?;
            bar.finish_and_clear();
            match json {
                true => crate::out!("{}", serde_json::json!({ "entri": entries })),
                false => crate::out!("Tabel dibangun ulang dari {} entri.", say::angka(entries)),
            }
            Ok(ExitCode::SUCCESS)
        }
        Jurnal::Kunci { command: Some(command), .. } => kunci::change(command),
        Jurnal::Kunci { command: None, place, json } => kunci::list(place, *json),
    }
}

/// Reads everything, writes nothing: not even a key where none is.
fn check(place: &Place, pinned: &[String], files: bool, json: bool) -> Result<ExitCode> {
    let pinned = pinned.iter().map(|text| kunci::fingerprint(text)).collect::<Result<Vec<_>>>()?;
    let node = open_as_is(place)?;
    let trust = Trust { now: node.key.public(), pinned };
    let reports = match verify(&node, &trust) {
        Err(e) if e.downcast_ref::<store::Error>().is_some_and(store::Error::is_damage) => {
            say::complain(format_args!("sinergi: TIDAK UTUH: {}\n", say::failure(&e)));
            return Ok(ExitCode::from(1));
        }
        reports => reports.map_err(readable)?,
    };
    for report in &reports {
        match json {
            true => crate::out!("{}", as_json(report, &node)),
            false => crate::out!("{}", in_words(report)),
        }
    }
    if trust.now.is_none() && !json {
        crate::out!(
            "Berkas kunci {} tidak ada: tanda tangan diperiksa dengan kunci yang tersimpan di basis data saja.\nSelama berkas itu tidak ada, simpul ini tidak dapat menyimpan. Pulihkan dari cadangan, atau jalankan `sinergi jurnal kunci ganti`.",
            node.folder().join(store::node::KEY_FILE).display()
        );
    }
    if reports.is_empty() {
        say::complain(format_args!(
            "sinergi: Tidak ada jurnal di tempat ini. Bila seharusnya ada, basis datanya kosong atau diganti.\n"
        ));
        return Ok(ExitCode::from(1));
    }
    let kept = !files || berkas::check(&node, json)?;
    let intact = kept && reports.iter().all(Report::intact);
    Ok(if intact { ExitCode::SUCCESS } else { ExitCode::from(1) })
}

/// What the check says of every journal; a failure keeps its kind, for damage is a verdict too.
fn verify(node: &Node, trust: &Trust) -> Result<Vec<Report>> {
    let bar = say::bar(None, "Memeriksa entri");
    let reports = store::verify::verify_trusting(&mut connect(node)?, trust, |n| bar.set_position(n))?;
    bar.finish_and_clear();
    Ok(reports)
}

/// The same failure with what to do about it.
fn readable(e: anyhow::Error) -> anyhow::Error {
    e.downcast::<store::Error>().map_or_else(|e| e, told)
}

fn as_json(report: &Report, node: &Node) -> serde_json::Value {
    let signers = report.signers.iter().map(|s| {
        serde_json::json!({ "sidik": s.fingerprint, "sesudah_entri": s.after, "ditandatangani_kunci_lama": s.vouched })
    });
    let mut value = serde_json::json!({
        "instansi": report.instansi, "entri": report.entries, "kepala": report.root_hex(), "utuh": report.intact(),
        "kunci": signers.collect::<Vec<_>>(), "berkas_kunci": node.key.public().is_some(),
    });
    if let Some(trouble) = &report.trouble {
        value["masalah"] = serde_json::json!({ "entri": trouble.seq, "sebab": trouble.what });
    }
    value
}

fn in_words(report: &Report) -> String {
    let head = format!("{} ({}): {} entri", report.nama, report.instansi, say::angka(report.entries));
    let Some(t) = &report.trouble else {
        let notes = report.signers.iter().filter(|s| !s.vouched).map(|s| {
            format!(
                "\n  Catatan: sesudah entri ke-{} kunci {} mengambil alih tanpa tanda tangan kunci lama. Cocokkan sidik itu dengan catatan di luar server.",
                say::angka(s.after),
                s.fingerprint
            )
        });
        return format!("{head}, kepala {}, utuh{}", report.root_hex(), notes.collect::<String>());
    };
    match t.seq {
        Some(seq) => format!("{head}, TIDAK UTUH pada entri {seq}: {}", t.what),
        None => format!("{head}, TIDAK UTUH: {}", t.what),
    }
}
