//! `sinergi bukti`: receipts that are kept, or those to be looked at again.

use super::{connect, open_as_is, paket, told};
use crate::cli::Bukti as Args;
use crate::say;
use anyhow::Result;
use host::bukti::Reading;
use law::Pack;
use serde_json::json;
use std::collections::BTreeMap;
use std::process::ExitCode;
use store::Conn;
use store::bukti::{Bukti, Place, newest, of_other_packs, touched};

/// Receipts read at a time.
const PAGE: usize = 500;

pub fn run(args: &Args) -> Result<ExitCode> {
    let node = open_as_is(&args.place)?;
    let mut conn = connect(&node)?;
    let found = match args.terkena {
        true => affected(&mut conn, &paket::load(args.paket.as_deref())?)?,
        false => pages(|after| newest(&mut conn, after, PAGE), Bukti::place)?
            .into_iter()
            .map(|bukti| (bukti, Vec::new()))
            .collect(),
    };
    for (bukti, causes) in &found {
        match args.json {
            true => crate::out!("{}", as_json(bukti, causes)),
            false => crate::out!("{}", say::plain(&in_words(bukti, causes))),
        }
    }
    if found.is_empty() && !args.json {
        crate::out!("Tidak ada bukti{}.", if args.terkena { " yang perlu ditinjau ulang" } else { "" });
    }
    Ok(ExitCode::SUCCESS)
}

/// Page after page until there is no more.
fn pages<T>(
    mut read: impl FnMut(Place) -> store::Result<Vec<T>>,
    place: impl Fn(&T) -> Place,
) -> Result<Vec<T>> {
    let (mut all, mut after) = (Vec::new(), Place::NEWEST);
    loop {
        let page = read(after).map_err(told)?;
        let Some(last) = page.last() else { return Ok(all) };
        after = place(last);
        all.extend(page);
    }
}

/// Receipts with what touched them, newest first.
fn affected(conn: &mut Conn, pack: &Pack) -> Result<Vec<(Bukti, Vec<String>)>> {
    let mut found: BTreeMap<Place, (Bukti, Vec<String>)> = BTreeMap::new();
    for t in pages(|after| touched(conn, after, PAGE), |t| t.bukti.place())? {
        let cause = |c: &store::bukti::Correction| {
            let what = if c.annuls { "pembatalan" } else { "ralat" };
            format!("{what} {} oleh entri {}", c.kind.info().name, c.by.entry)
        };
        let causes = t.corrections.iter().map(cause).collect();
        found.insert(t.bukti.place(), (t.bukti, causes));
    }
    let mut reading = Reading::of(pack);
    for older in pages(|after| of_other_packs(conn, &pack.hash, after, PAGE), |o| o.bukti.place())? {
        let changed = reading.open(&older);
        let causes: Vec<String> =
            changed.iter().map(|(used, _)| format!("{} {} berubah", used.jenis, used.kunci)).collect();
        if !causes.is_empty() {
            let kept = found.entry(older.bukti.place()).or_insert((older.bukti, Vec::new()));
            kept.1.extend(causes);
        }
    }
    Ok(found.into_values().rev().collect())
}

fn as_json(bukti: &Bukti, causes: &[String]) -> serde_json::Value {
    json!({
        "pegawai": bukti.pegawai.to_string(),
        "bukti": bukti.entry.to_string(),
        "dicatat": bukti.recorded.wib(),
        "norma": bukti.norma,
        "jawaban": bukti.putusan,
        "berlaku": bukti.berlaku.to_string(),
        "hukum": bukti.hukum.to_string(),
        "paket": law::json::hex(&bukti.paket),
        "sidik": law::json::hex(&bukti.sidik),
        "keperluan": bukti.keperluan,
        "oleh": bukti.actor,
        "sebab": causes,
    })
}

fn in_words(bukti: &Bukti, causes: &[String]) -> String {
    let sidik = law::json::hex(&bukti.sidik);
    let Bukti { recorded, norma, putusan, pegawai, keperluan, .. } = bukti;
    let line =
        format!("{} · {norma} · {putusan} · {pegawai} · {keperluan} · {}", recorded.wib(), &sidik[..12]);
    causes.iter().fold(line, |line, cause| format!("{line} · {cause}"))
}
