//! `sinergi catat`: what documents say about people, from a file: judged, shown, recorded.

use super::{connect, open_existing, served, tables, told};
use crate::cli::Catat;
use crate::say;
use anyhow::{Result, bail};
use host::Hall;
use kepegawaian::catat_berkas::{Ask, Entri, Gagal, Pemeriksaan, Simpanan, periksa, simpan};
use std::fs::File;
use std::io::{BufWriter, IsTerminal, Write};
use std::path::Path;
use std::process::ExitCode;

/// Entries and refusals shown; the rest is counted.
const SHOWN: usize = 20;

pub fn run(args: &Catat) -> Result<ExitCode> {
    if !args.berkas.is_file() {
        bail!("Berkas {} tidak ada.", args.berkas.display());
    }
    if let Some(folder) = args.berkas_dokumen.as_deref().filter(|f| !f.is_dir()) {
        bail!("Folder naskah {} tidak ada.", folder.display());
    }
    if let Some(path) = args.tolakan.as_deref().filter(|p| p.exists()) {
        bail!("{} sudah ada. Pilih nama berkas lain untuk --tolakan.", path.display());
    }
    let node = open_existing(&args.place)?;
    served(&mut connect(&node)?, args.instansi.as_deref())?;
    let hall = Hall::new(node, tables()?, false);
    let ask = Ask {
        hall: &hall,
        instansi: args.instansi.as_deref(),
        actor: "operator",
        sheet: args.lembar.as_deref(),
        naskah: args.berkas_dokumen.as_deref(),
    };
    let bar = say::bar(None, "Memeriksa dokumen");
    let checked = periksa(&args.berkas, &ask, |n| bar.set_position(n));
    bar.finish_and_clear();
    let mut check = match checked {
        Ok(check) => check,
        Err(Gagal::Ditolak(sentence)) => return refused(args, &sentence),
        Err(Gagal::Rusak(e)) => return Err(told(e)),
    };
    let saved = match agreed(args, &check)? {
        true => {
            let bar = say::bar(Some(check.entri.len() as u64), "Mencatat");
            let saved = simpan(&ask, &mut check, |n| bar.set_position(n));
            bar.finish_and_clear();
            Some(saved.map_err(told)?)
        }
        false => None,
    };
    if let Some(path) = args.tolakan.as_deref().filter(|_| !check.refused.is_empty()) {
        write_refused(path, &check)?;
    }
    report(args, &check, saved);
    let good = check.recorded > 0 || saved.map_or(check.new_rows() > 0, |s| s.rows > 0);
    Ok(if good { ExitCode::SUCCESS } else { ExitCode::from(1) })
}

fn refused(args: &Catat, sentence: &str) -> Result<ExitCode> {
    if args.json {
        crate::out!("{}", serde_json::json!({ "tersimpan": false, "gagal": sentence }));
    }
    say::complain(format_args!("sinergi: {}\n", say::plain(sentence)));
    Ok(ExitCode::from(1))
}

fn write_refused(path: &Path, check: &Pemeriksaan) -> Result<()> {
    check.write_refused(BufWriter::new(File::create_new(path)?))?;
    Ok(())
}

/// With `--ya`; on a terminal the answer to a question; elsewhere nothing is written.
fn agreed(args: &Catat, check: &Pemeriksaan) -> Result<bool> {
    if check.entri.is_empty() || args.pratinjau {
        return Ok(false);
    }
    if args.ya {
        return Ok(true);
    }
    if args.json || !std::io::stdin().is_terminal() {
        return Ok(false);
    }
    report(args, check, None);
    let mut out = std::io::stdout();
    write!(out, "Catat {} dokumen? [y/T] ", say::angka(check.entri.len() as u64))?;
    out.flush()?;
    let mut answer = String::new();
    std::io::stdin().read_line(&mut answer)?;
    Ok(matches!(answer.trim().to_lowercase().as_str(), "y" | "ya"))
}

fn report(args: &Catat, check: &Pemeriksaan, saved: Option<Simpanan>) {
    if args.json {
        crate::out!("{}", as_json(check, saved));
        return;
    }
    let rows = [
        ("baris", check.rows),
        ("hal baru", check.new_rows()),
        ("sudah tercatat", check.recorded),
        ("ditolak", check.refused.len() as u64),
    ];
    for (what, count) in rows {
        crate::out!("{:>12}  {what}", say::angka(count));
    }
    if !check.unread.is_empty() {
        crate::out!("Kolom yang tidak dibaca: {}.", say::plain(&check.unread.join(", ")));
    }
    if saved.is_none() {
        check.entri.iter().take(SHOWN).for_each(entry);
        rest(check.entri.len(), "dokumen lagi.");
    }
    for (row, reason) in check.refused.iter().take(SHOWN) {
        crate::out!("{}", say::plain(&format!("  baris {row} ditolak: {reason}")));
    }
    rest(check.refused.len(), "lagi. Tulis semuanya dengan --tolakan BERKAS.");
    match saved {
        Some(saved) => {
            crate::out!("Tercatat: {} dokumen, {} hal.", say::angka(saved.entri), say::angka(saved.rows))
        }
        None if check.entri.is_empty() && check.recorded > 0 => {
            crate::out!("Semua yang dapat dicatat sudah tercatat.");
        }
        None => crate::out!("Pratinjau: belum ada yang dicatat. Tambahkan --ya untuk mencatat."),
    }
}

fn rest(all: usize, words: &str) {
    if all > SHOWN {
        crate::out!("  … dan {} {words}", say::angka((all - SHOWN) as u64));
    }
}

/// One document about one person, before and after.
fn entry(entri: &Entri) {
    let line = format!("{} {}: {}", web::format::nip(&entri.nip), entri.nama, entri.dokumen);
    crate::out!("{}", say::plain(&line));
    let side = |value: &Option<String>| value.clone().unwrap_or_else(|| "kosong".into());
    for (field, before, after) in &entri.beda {
        crate::out!("{}", say::plain(&format!("    {field}: {} → {}", side(before), side(after))));
    }
    entri.baris.iter().for_each(|said| crate::out!("    {}", say::plain(said)));
    entri.perhatian.iter().for_each(|said| crate::out!("    Periksa: {}", say::plain(said)));
    if entri.beda.is_empty() && entri.baris.is_empty() {
        crate::out!("    Keadaan pegawai tidak berubah.");
    }
}

fn as_json(check: &Pemeriksaan, saved: Option<Simpanan>) -> serde_json::Value {
    let entri = |e: &Entri| {
        let beda = e.beda.iter().map(
            |(field, before, after)| serde_json::json!({ "isian": field, "sebelum": before, "sesudah": after }),
        );
        serde_json::json!({
            "baris": e.rows, "nip": e.nip, "nama": e.nama, "dokumen": e.dokumen,
            "beda": beda.collect::<Vec<_>>(), "riwayat": e.baris, "perhatian": e.perhatian,
        })
    };
    let refusal = |(row, why): (&u64, &String)| serde_json::json!({ "baris": row, "alasan": why });
    serde_json::json!({
        "tersimpan": saved.is_some(),
        "baris": check.rows,
        "baru": check.new_rows(),
        "sudah_tercatat": check.recorded,
        "ditolak": check.refused.len(),
        "dokumen_tersimpan": saved.map(|s| s.entri),
        "baris_tersimpan": saved.map(|s| s.rows),
        "lembar": check.sheet,
        "kolom_tidak_dibaca": check.unread,
        "entri": check.entri.iter().map(entri).collect::<Vec<_>>(),
        "penolakan": check.refused.iter().map(refusal).collect::<Vec<_>>(),
    })
}
