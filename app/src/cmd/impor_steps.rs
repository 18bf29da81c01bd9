//! The steps every kind of file takes on the command line once it is checked: the refused rows as a file,
//! the question, saving, and one report.

use crate::cli::Impor;
use crate::say;
use anyhow::{Result, bail};
use impor::Unchecked;
use impor::check::{Listed, Summary};
use impor::confirm::Receipt;
use impor::rule::trouble::Weight;
use indicatif::ProgressBar;
use std::fs::File;
use std::io::{BufWriter, IsTerminal, Write};
use std::process::ExitCode;
use store::Node;

/// Refusals shown; the rest is in the file of refused rows.
const SHOWN: usize = 20;

/// A checked file, whatever it is about.
pub struct Checked<'c> {
    /// Counts and lists.
    pub summary: &'c Summary,
    /// Whose data they are.
    pub instansi: Option<&'c str>,
    /// The day the data are of.
    pub per_tanggal: Option<kernel::Date>,
    /// How many entries saving writes, for the progress bar.
    pub entries: u64,
}

/// From the check to the receipt. `reject` writes the refused rows, `save` carries out what was checked.
pub fn finish(
    args: &Impor,
    node: &Node,
    checked: &Checked<'_>,
    reject: impl FnOnce(BufWriter<File>) -> Result<u64, Unchecked>,
    save: impl FnOnce(&str, &ProgressBar) -> Result<Receipt, Unchecked>,
) -> Result<ExitCode> {
    if let Some(path) = &args.tolakan {
        if path.exists() {
            bail!("{} sudah ada. Pilih nama berkas lain untuk --tolakan.", path.display());
        }
        reject(BufWriter::new(File::create(path)?)).map_err(|e| anyhow::anyhow!("{e}"))?;
    }
    let summary = checked.summary;
    let code = |good: bool| if good { ExitCode::SUCCESS } else { ExitCode::from(1) };
    if args.pratinjau || !agreed(args, checked)? {
        report(args, checked, None);
        return Ok(code(summary.saved() > 0 || summary.same > 0));
    }
    let name = args.berkas.file_name().map(|n| n.to_string_lossy().into_owned()).unwrap_or_default();
    let bar = say::bar(Some(checked.entries), "Menyimpan");
    let saved = save(&name, &bar);
    bar.finish_and_clear();
    let receipt = match saved {
        Ok(receipt) => receipt,
        Err(e) => return refused(args, &e),
    };
    node.berkas.keep_copy(&args.berkas)?;
    report(args, checked, Some(&receipt));
    Ok(code(receipt.taken > 0 || summary.same > 0))
}

/// The file or the machine is at fault.
pub fn refused(args: &Impor, e: &Unchecked) -> Result<ExitCode> {
    if args.json {
        crate::out!("{}", serde_json::json!({ "tersimpan": false, "gagal": e.to_string() }));
    }
    eprintln!("sinergi: {e}");
    Ok(ExitCode::from(1))
}

/// With `--ya`; on a terminal the answer to a question; elsewhere nothing is written.
fn agreed(args: &Impor, checked: &Checked<'_>) -> Result<bool> {
    if args.ya {
        return Ok(true);
    }
    if args.json || !std::io::stdin().is_terminal() {
        return Ok(false);
    }
    report(args, checked, None);
    let mut out = std::io::stdout();
    write!(out, "Simpan {} baris? [y/T] ", say::angka(checked.summary.saved()))?;
    out.flush()?;
    let mut answer = String::new();
    std::io::stdin().read_line(&mut answer)?;
    Ok(matches!(answer.trim().to_lowercase().as_str(), "y" | "ya"))
}

fn report(args: &Impor, checked: &Checked<'_>, receipt: Option<&Receipt>) {
    if args.json {
        crate::out!("{}", as_json(checked, receipt));
        return;
    }
    let summary = checked.summary;
    let rows = [
        ("baris", summary.rows),
        ("baru", summary.new),
        ("berubah", summary.changed),
        ("sama dengan register", summary.same),
        ("diambil tetapi meragukan", summary.doubtful),
        ("ditolak", summary.refused),
    ];
    for (what, count) in rows {
        crate::out!("{:>12}  {what}", say::angka(count));
    }
    if summary.absent > 0 {
        crate::out!("{:>12}  di register tetapi tidak ada dalam berkas", say::angka(summary.absent));
    }
    if let (Some(sheet), false) = (&summary.sheet, summary.also.is_empty()) {
        let others = summary.also.join(", ");
        crate::out!(
            "Hanya lembar {} yang dibaca; {} juga memuat kolom yang sama. Pilih dengan --lembar.",
            say::plain(sheet),
            say::plain(&others)
        );
    }
    for listed in summary.refusals.iter().take(SHOWN) {
        crate::out!("{}", say::plain(&line(listed)));
    }
    let rest = summary.refused.saturating_sub(SHOWN as u64);
    if rest > 0 {
        crate::out!("  … dan {} lagi. Tulis semuanya dengan --tolakan BERKAS.", say::angka(rest));
    }
    match receipt {
        Some(receipt) => saved(receipt),
        None => crate::out!("Pratinjau: belum ada yang disimpan."),
    }
}

fn line(listed: &Listed) -> String {
    let t = &listed.trouble;
    format!(
        "  baris {} {} {} \"{}\": {} {}",
        listed.row, listed.subject, t.column, t.value, t.message, t.suggestion
    )
}

fn saved(r: &Receipt) {
    let head =
        format!("jurnal kini {} entri, kepala {}.", say::angka(r.entries), store::derive::hex(&r.root));
    match r.taken {
        0 => crate::out!("Tidak ada yang baru untuk disimpan; {head}"),
        taken => crate::out!("Tersimpan: {} catatan; {head}", say::angka(taken)),
    }
    if r.absent > 0 {
        crate::out!("{} orang masuk daftar kerja \"tidak ada dalam unduhan\".", say::angka(r.absent));
    }
    if r.partial {
        crate::out!(
            "Berkas memuat kurang dari separuh register; daftar \"tidak ada dalam unduhan\" tidak dibuat."
        );
    }
}

fn as_json(checked: &Checked<'_>, receipt: Option<&Receipt>) -> serde_json::Value {
    let summary = checked.summary;
    let weight = |w: Weight| match w {
        Weight::Refusal => "ditolak",
        Weight::Doubt => "ragu",
        Weight::Note => "catatan",
    };
    let listed = |l: &Listed| {
        serde_json::json!({
            "lembar": summary.sheet, "baris": l.row, "nip": l.nip, "nama": l.subject, "kolom": l.trouble.column,
            "nilai": l.trouble.value, "kode": l.trouble.code, "pesan": l.trouble.message, "saran": l.trouble.suggestion,
        })
    };
    let counts: serde_json::Map<String, serde_json::Value> = summary
        .counts
        .iter()
        .map(|(code, (w, n))| ((*code).to_owned(), serde_json::json!({ "bobot": weight(*w), "jumlah": n })))
        .collect();
    serde_json::json!({
        "tersimpan": receipt.is_some(),
        "instansi": checked.instansi,
        "per_tanggal": checked.per_tanggal.map(|d| d.to_string()),
        "baris": summary.rows, "baru": summary.new, "berubah": summary.changed, "sama": summary.same,
        "ragu": summary.doubtful, "ditolak": summary.refused,
        "tersimpan_baris": receipt.map(|r| r.taken),
        "tidak_dalam_unduhan": receipt.map_or(summary.absent, |r| r.absent),
        "entri": receipt.map(|r| r.entries),
        "kepala": receipt.map(|r| store::derive::hex(&r.root)),
        "temuan": counts,
        "lembar": summary.sheet, "lembar_lain": summary.also, "kolom_tambahan": summary.extra, "kolom_kurang": summary.missing,
        "penolakan": summary.refusals.iter().map(listed).collect::<Vec<_>>(),
    })
}
