//! `sinergi impor` for the smaller lists: the same steps as the nominatif.

use super::impor::{agreed, refused};
use super::{date, tables, told};
use crate::cli::Impor;
use crate::say;
use anyhow::{Result, bail};
use impor::confirm::{Receipt, Who};
use impor::lists::{self, List, ListAsk, ListCheck};
use std::process::ExitCode;
use store::{Conn, Node};

pub fn run(args: &Impor, list: List, node: &Node, conn: &mut Conn) -> Result<ExitCode> {
    let tables = tables()?;
    let tenants = store::node::tenants(conn).map_err(told)?;
    let instansi = match &args.instansi {
        Some(id) => id.clone(),
        None => tenants.first().map(|t| t.id.clone()).unwrap_or_default(),
    };
    if instansi.is_empty() {
        bail!("Simpul ini belum punya instansi. Impor nominatif dulu, atau jalankan `sinergi mulai`.");
    }
    let per_tanggal = match &args.per_tanggal {
        Some(text) => date(text)?,
        None => node.clock.now().date_wib(),
    };
    let sheet = args.lembar.as_deref();
    let ask = ListAsk {
        instansi: &instansi,
        per_tanggal,
        limits: sheet::Limits::default(),
        tables: &tables,
        sheet,
    };
    let check = match lists::check_list(conn, &args.berkas, list, &ask) {
        Ok(check) => check,
        Err(e) => return refused(args, &e),
    };
    if let Some(path) = args.tolakan.as_ref().filter(|p| p.exists()) {
        bail!("{} sudah ada. Pilih nama berkas lain untuk --tolakan.", path.display());
    }
    if let Some(path) = &args.tolakan {
        let out = std::io::BufWriter::new(std::fs::File::create(path)?);
        lists::write_refused_list(&args.berkas, &ask, &check, out).map_err(|e| anyhow::anyhow!("{e}"))?;
    }
    let rows = check.new + check.changed;
    let code = |taken: bool| if taken { ExitCode::SUCCESS } else { ExitCode::from(1) };
    if args.pratinjau || !agreed(args, rows, || report(args, &check, None))? {
        report(args, &check, None);
        return Ok(code(rows > 0 || check.same > 0));
    }
    let name = args.berkas.file_name().map(|n| n.to_string_lossy().into_owned()).unwrap_or_default();
    let who = Who { actor: "operator", file: &name };
    let bar = say::bar(Some(check.entries), "Menyimpan");
    let saved =
        lists::confirm_list(node, conn, &args.berkas, list, &ask, &check, &who, |n| bar.set_position(n));
    bar.finish_and_clear();
    let receipt = match saved {
        Ok(receipt) => receipt,
        Err(e) => return refused(args, &e),
    };
    node.berkas.keep_copy(&args.berkas)?;
    report(args, &check, Some(&receipt));
    Ok(code(receipt.taken > 0 || check.same > 0))
}

fn report(args: &Impor, check: &ListCheck, receipt: Option<&Receipt>) {
    if args.json {
        let listed = |l: &lists::ListTrouble| {
            serde_json::json!({
                "lembar": check.sheet, "baris": l.row, "pokok": l.subject, "kolom": l.trouble.column, "nilai": l.trouble.value,
                "kode": l.trouble.code, "pesan": l.trouble.message, "saran": l.trouble.suggestion,
            })
        };
        crate::out!(
            "{}",
            serde_json::json!({
                "tersimpan": receipt.is_some(), "instansi": check.instansi, "per_tanggal": check.per_tanggal.to_string(),
                "baris": check.rows, "baru": check.new, "berubah": check.changed, "sama": check.same,
                "ragu": check.doubtful, "ditolak": check.refused,
                "entri": receipt.map(|r| r.entries), "kepala": receipt.map(|r| store::derive::hex(&r.root)),
                "kolom_tambahan": check.extra, "kolom_kurang": check.missing,
                "penolakan": check.refusals.iter().map(listed).collect::<Vec<_>>(),
            })
        );
        return;
    }
    let rows = [
        ("baris", check.rows),
        ("baru", check.new),
        ("berubah", check.changed),
        ("sama dengan register", check.same),
        ("ditolak", check.refused),
    ];
    for (what, count) in rows {
        crate::out!("{:>12}  {what}", say::angka(count));
    }
    for l in check.refusals.iter().take(20) {
        crate::out!("  baris {} {}: {} {}", l.row, l.subject, l.trouble.message, l.trouble.suggestion);
    }
    match receipt {
        Some(r) => crate::out!(
            "Tersimpan; jurnal kini {} entri, kepala {}.",
            say::angka(r.entries),
            store::derive::hex(&r.root)
        ),
        None => crate::out!("Pratinjau: belum ada yang disimpan."),
    }
}
