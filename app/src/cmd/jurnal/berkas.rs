//! `sinergi jurnal periksa --berkas`: are the kept files those the documents and import tasks name?

use super::super::{connect, told};
use crate::say;
use anyhow::{Context, Result};
use std::collections::BTreeMap;
use store::Node;
use store::berkas::Kept;
use store::derive::hex;
use store::verify::kept::named_files;

/// Hashes every file that is named and tells of those that are gone or changed; whether all are well.
pub fn check(node: &Node, json: bool) -> Result<bool> {
    let named = named(node)?;
    let bar = say::bar(Some(named.len() as u64), "Memeriksa berkas");
    let mut wrong = 0;
    for (hash, by) in &named {
        let path = node.berkas.path(hash);
        let state = node.berkas.state(hash).with_context(|| format!("{} tidak terbaca", path.display()))?;
        bar.inc(1);
        let what = match state {
            Kept::Intact => continue,
            Kept::Changed => "berubah",
            Kept::Missing => "hilang",
        };
        wrong += 1;
        let (hash, by) = (hex(hash), say::plain(by));
        match json {
            true => crate::out!(
                "{}",
                serde_json::json!({ "berkas": hash, "utuh": false, "sebab": what, "disebut": by })
            ),
            false => crate::out!("Berkas {hash} TIDAK UTUH: {what}; disebut {by}"),
        }
    }
    bar.finish_and_clear();
    let all = named.len() as u64;
    match json {
        true => crate::out!("{}", serde_json::json!({ "berkas_diperiksa": all, "berkas_tidak_utuh": wrong })),
        false if wrong == 0 => crate::out!("Berkas: {} diperiksa, semua utuh.", say::angka(all)),
        false => crate::out!("Berkas: {} diperiksa, {} tidak utuh.", say::angka(all), say::angka(wrong)),
    }
    Ok(wrong == 0)
}

/// Every hash with who names it; what a document names matters more than a task.
fn named(node: &Node) -> Result<BTreeMap<[u8; 32], String>> {
    let mut conn = connect(node)?;
    let tasks = host::kept::task_files(&mut conn).map_err(told)?;
    let mut named: BTreeMap<[u8; 32], String> =
        tasks.into_iter().map(|(hash, name)| (hash, format!("tugas impor \"{name}\""))).collect();
    for (hash, (instansi, seq)) in named_files(&mut conn).map_err(told)? {
        named.insert(hash, format!("entri {seq} jurnal {instansi}"));
    }
    Ok(named)
}
