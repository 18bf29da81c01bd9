//! `sinergi jurnal kunci`: which keys have signed, and a new one for the node.

use super::super::{connect, open_as_is, open_existing, told};
use crate::cli::{Kunci, Place};
use crate::say::{self, Misuse};
use anyhow::{Result, bail};
use kernel::Stamp;
use std::process::ExitCode;
use store::handover::{first, journals, turns};
use store::key;
use store::verify::{Report, Trust};

/// A key of a journal: since when, and who says so.
struct Line {
    fingerprint: String,
    after: i64,
    recorded: Stamp,
    /// Reason and whether the key before signed; `None` for the first.
    turn: Option<(String, bool)>,
}

pub fn list(place: &Place, json: bool) -> Result<ExitCode> {
    let node = open_as_is(place)?;
    let now = node.key.public().map(|public| key::fingerprint(&public));
    let file = node.folder().join(store::node::KEY_FILE);
    let mut conn = connect(&node)?;
    if !json {
        match &now {
            Some(now) => crate::out!("Kunci simpul: sidik {now}"),
            None => crate::out!("Kunci simpul: berkas {} tidak ada.", file.display()),
        }
    }
    for instansi in journals(&mut conn).map_err(told)? {
        let lines = lines(&mut conn, &instansi)?;
        if json {
            crate::out!("{}", as_json(&instansi, &lines, now.as_deref()));
            continue;
        }
        crate::out!("Jurnal {instansi}");
        for (n, line) in lines.iter().enumerate() {
            let told = match &line.turn {
                None => "kunci pertama".to_owned(),
                Some((reason, true)) => format!("{reason}; ditandatangani kunci sebelumnya"),
                Some((reason, false)) => format!("{reason}; TANPA tanda tangan kunci sebelumnya"),
            };
            let after = say::angka(line.after.unsigned_abs());
            crate::out!(
                "  {}. {}  sesudah {after} entri, {}: {told}",
                n + 1,
                line.fingerprint,
                wib(line.recorded)
            );
        }
    }
    Ok(ExitCode::SUCCESS)
}

/// `22-11-2026 09.00 WIB`, as every other date here.
fn wib(at: Stamp) -> String {
    let text = at.wib();
    let clock = text.rsplit_once(' ').map_or("", |parts| parts.1);
    format!("{} {clock} WIB", at.date_wib().dmy())
}

fn lines(conn: &mut store::Conn, instansi: &str) -> Result<Vec<Line>> {
    let first = first(conn, instansi).map_err(told)?.map(|(public, recorded)| Line {
        fingerprint: key::fingerprint(&public),
        after: 0,
        recorded,
        turn: None,
    });
    let turns = turns(conn, instansi).map_err(told)?.into_iter().map(|turn| Line {
        fingerprint: key::fingerprint(&turn.new),
        after: turn.size,
        recorded: turn.recorded,
        turn: Some((turn.reason, turn.old_signature.is_some())),
    });
    Ok(first.into_iter().chain(turns).collect())
}

fn as_json(instansi: &str, lines: &[Line], now: Option<&str>) -> serde_json::Value {
    let keys = lines.iter().map(|line| {
        serde_json::json!({
            "sidik": line.fingerprint, "sesudah_entri": line.after, "dicatat": line.recorded.wib(),
            "alasan": line.turn.as_ref().map(|t| &t.0), "ditandatangani_kunci_lama": line.turn.as_ref().map(|t| t.1),
        })
    });
    serde_json::json!({ "instansi": instansi, "kunci_simpul": now, "kunci": keys.collect::<Vec<_>>() })
}

/// `kunci ganti`.
pub fn change(command: &Kunci) -> Result<ExitCode> {
    let Kunci::Ganti { place, alasan } = command;
    if alasan.trim().is_empty() {
        bail!(Misuse("Isi --alasan dengan sebab kunci diganti.".into()));
    }
    let node = open_existing(place)?;
    // A new signature over a broken journal would only hide where it broke.
    let reports = super::verify(&node, &Trust::default()).map_err(super::readable)?;
    if !reports.iter().all(Report::intact) {
        bail!("Jurnal tidak utuh; kunci tidak diganti. Lihat `sinergi jurnal periksa`.");
    }
    let new = node.replace_key(alasan).map_err(told)?;
    crate::out!("Kunci simpul kini bersidik {}.", key::fingerprint(&new));
    crate::out!(
        "Catat sidik itu di luar server dan jalankan ulang layanan: yang sedang berjalan masih memegang kunci lama."
    );
    if node.key.public().is_some() {
        crate::out!(
            "Kunci lama bernama {}.pensiun-… di folder data dan tidak dipakai lagi.",
            store::node::KEY_FILE
        );
    }
    Ok(ExitCode::SUCCESS)
}

/// A fingerprint as typed: spaces and capitals do not matter.
pub fn fingerprint(text: &str) -> Result<String> {
    let plain: String = text.chars().filter(|c| !c.is_whitespace()).collect::<String>().to_lowercase();
    if plain.len() != 32 || !plain.chars().all(|c| c.is_ascii_hexdigit()) {
        bail!(Misuse(format!(
            "Sidik kunci \"{text}\" tidak terbaca. Sidik terdiri dari 32 angka heksadesimal, seperti yang dicetak `sinergi jurnal kunci`."
        )));
    }
    Ok(plain)
}
