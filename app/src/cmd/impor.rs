//! `sinergi impor`: check, preview, confirm, receipt, on the command line.

use super::{connect, date, open, open_existing, served, tables, told};
use crate::cli::Impor;
use crate::say::{self, Misuse};
use anyhow::{Result, bail};
use impor::check::{Ask, Check, Unchecked};
use impor::confirm::{Receipt, Who};
use impor::lists::List;
use impor::rule::trouble::Weight;
use impor::store::Known;
use std::io::{IsTerminal, Write};
use std::process::ExitCode;
use store::{Conn, Node};

pub fn run(args: &Impor) -> Result<ExitCode> {
    let list = List::parse(&args.jenis);
    if args.jenis != "nominatif" && list.is_none() {
        bail!(Misuse(format!(
            "Jenis berkas \"{}\" tidak dikenal. Pilih nominatif, unor, peta, kontrak, skp, atau riwayat-<jenis>.",
            args.jenis
        )));
    }
    if !args.berkas.exists() {
        bail!("Berkas {} tidak ada.", args.berkas.display());
    }
    // Only a node that is there can serve an instansi.
    let node = if args.instansi.is_some() { open_existing(&args.place)? } else { open(&args.place)? };
    let mut conn = connect(&node)?;
    served(&mut conn, args.instansi.as_deref())?;
    match list {
        Some(list) => super::impor_list::run(args, list, &node, &mut conn),
        None => nominatif(args, &node, &mut conn),
    }
}

fn nominatif(args: &Impor, node: &Node, conn: &mut Conn) -> Result<ExitCode> {
    let tables = tables()?;
    let tenants = store::node::tenants(conn).map_err(told)?;
    let known = Known::gather(conn).map_err(told)?;
    let per_tanggal = match &args.per_tanggal {
        Some(text) => date(text)?,
        None => node.clock.now().date_wib(),
    };
    let doubts = impor::doubts::of(&tables);
    let ask = Ask {
        per_tanggal,
        tenants: &tenants,
        sheet: args.lembar.as_deref(),
        limits: sheet::Limits::default(),
        doubts: &doubts,
    };
    let bar = say::bar(None, "Memeriksa baris");
    let checked = impor::check(&args.berkas, &ask, &known, |n| bar.set_position(n));
    bar.finish_and_clear();
    let check = match checked {
        Ok(check) => check,
        Err(e) => return refused(args, &e),
    };
    if let (Some(wanted), Some((owner, _))) = (&args.instansi, &check.owner)
        && wanted != owner
    {
        bail!(Misuse(format!(
            "Berkas ini milik instansi {owner}, bukan {wanted}. Periksa --instansi atau berkasnya."
        )));
    }
    if let Some(path) = args.tolakan.as_ref().filter(|p| p.exists()) {
        bail!("{} sudah ada. Pilih nama berkas lain untuk --tolakan.", path.display());
    }
    if let Some(path) = &args.tolakan {
        let out = std::io::BufWriter::new(std::fs::File::create(path)?);
        impor::refused::write(&args.berkas, &ask, &check, out).map_err(|e| anyhow::anyhow!("{e}"))?;
    }
    if args.pratinjau || !agreed(args, taken(&check), || report(args, &check, None))? {
        report(args, &check, None);
        return Ok(if taken(&check) > 0 || check.same > 0 { ExitCode::SUCCESS } else { ExitCode::from(1) });
    }
    let name = args.berkas.file_name().map(|n| n.to_string_lossy().into_owned()).unwrap_or_default();
    let bar = say::bar(Some(taken(&check)), "Menyimpan");
    if let store::Conn::Sqlite(sqlite) = conn {
        sqlite.cache_mib(Some(128)).map_err(told)?;
    }
    let who = Who { actor: "operator", file: &name };
    let saved = impor::confirm(node, conn, &args.berkas, &ask, &known, &check, &who, |n| bar.set_position(n));
    bar.finish_and_clear();
    let receipt = match saved {
        Ok(receipt) => receipt,
        Err(e) => return refused(args, &e),
    };
    node.berkas.keep_copy(&args.berkas)?;
    report(args, &check, Some(&receipt));
    Ok(if receipt.taken > 0 || check.same > 0 { ExitCode::SUCCESS } else { ExitCode::from(1) })
}

fn taken(check: &Check) -> u64 {
    check.new + check.changed
}

/// With `--ya`; on a terminal the answer to a question; elsewhere nothing is written.
pub(super) fn agreed(args: &Impor, rows: u64, preview: impl FnOnce()) -> Result<bool> {
    if args.ya {
        return Ok(true);
    }
    if args.json || !std::io::stdin().is_terminal() {
        return Ok(false);
    }
    preview();
    print!("Simpan {} baris? [y/T] ", say::angka(rows));
    std::io::stdout().flush()?;
    let mut answer = String::new();
    std::io::stdin().read_line(&mut answer)?;
    Ok(matches!(answer.trim().to_lowercase().as_str(), "y" | "ya"))
}

pub(super) fn refused(args: &Impor, e: &Unchecked) -> Result<ExitCode> {
    if args.json {
        crate::out!("{}", serde_json::json!({ "tersimpan": false, "gagal": e.to_string() }));
    }
    eprintln!("sinergi: {e}");
    Ok(ExitCode::from(1))
}

fn report(args: &Impor, check: &Check, receipt: Option<&Receipt>) {
    if args.json {
        crate::out!("{}", as_json(check, receipt));
        return;
    }
    let rows = [
        ("baris", check.rows),
        ("baru", check.new),
        ("berubah", check.changed),
        ("sama dengan register", check.same),
        ("diambil tetapi meragukan", check.doubtful),
        ("ditolak", check.refused),
    ];
    for (what, count) in rows {
        crate::out!("{:>12}  {what}", say::angka(count));
    }
    for listed in check.refusals.iter().take(20) {
        let t = &listed.trouble;
        crate::out!("  baris {} {} \"{}\": {} {}", listed.row, t.column, t.value, t.message, t.suggestion);
    }
    if check.refused as usize > 20 {
        crate::out!(
            "  … dan {} lagi. Tulis semuanya dengan --tolakan BERKAS.",
            say::angka(check.refused - 20)
        );
    }
    match receipt {
        Some(r) => {
            crate::out!(
                "Tersimpan: {} orang; jurnal kini {} entri, kepala {}.",
                say::angka(r.taken),
                say::angka(r.entries),
                store::derive::hex(&r.root)
            );
            if r.absent > 0 {
                crate::out!("{} orang masuk daftar kerja \"tidak ada dalam unduhan\".", say::angka(r.absent));
            }
            if r.partial {
                crate::out!(
                    "Berkas memuat kurang dari separuh register; daftar \"tidak ada dalam unduhan\" tidak dibuat."
                );
            }
        }
        None => crate::out!("Pratinjau: belum ada yang disimpan."),
    }
}

fn as_json(check: &Check, receipt: Option<&Receipt>) -> serde_json::Value {
    let weight = |w: Weight| match w {
        Weight::Refusal => "ditolak",
        Weight::Doubt => "ragu",
        Weight::Note => "catatan",
    };
    let listed = |l: &impor::check::Listed| {
        serde_json::json!({
            "lembar": check.sheet, "baris": l.row, "nip": l.nip, "nama": l.nama, "kolom": l.trouble.column, "nilai": l.trouble.value,
            "kode": l.trouble.code, "pesan": l.trouble.message, "saran": l.trouble.suggestion,
        })
    };
    let counts: serde_json::Map<String, serde_json::Value> = check
        .counts
        .iter()
        .map(|(code, (w, n))| ((*code).to_owned(), serde_json::json!({ "bobot": weight(*w), "jumlah": n })))
        .collect();
    serde_json::json!({
        "tersimpan": receipt.is_some(),
        "instansi": check.owner.as_ref().map(|o| &o.0),
        "per_tanggal": check.per_tanggal.map(|d| d.to_string()),
        "baris": check.rows, "baru": check.new, "berubah": check.changed, "sama": check.same,
        "ragu": check.doubtful, "ditolak": check.refused,
        "tersimpan_baris": receipt.map(|r| r.taken),
        "tidak_dalam_unduhan": receipt.map(|r| r.absent),
        "entri": receipt.map(|r| r.entries),
        "kepala": receipt.map(|r| store::derive::hex(&r.root)),
        "temuan": counts,
        "kolom_tambahan": check.extra, "kolom_kurang": check.missing,
        "penolakan": check.refusals.iter().map(listed).collect::<Vec<_>>(),
    })
}
