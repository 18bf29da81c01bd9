//! `sinergi cadangan`: a node into one file, and back.

use super::{connect, locate, open_existing, told};
use crate::cli::{Cadangan, Place};
use crate::say::{self, Misuse};
use anyhow::{Context, Result, bail};
use host::cadangan::Backup;
use kernel::Stamp;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use store::Node;
use store::cadangan::{Header, check, make, restore};
use store::derive::hex;
use store::verify::Report;

/// Exit code of a check that could not be made; 1 says that the backup is not intact.
const UNCHECKED: u8 = 3;

pub fn run(command: &Cadangan) -> Result<ExitCode> {
    match command {
        Cadangan::Buat { tempat, place, json } => backup(tempat, place, *json),
        Cadangan::Periksa { berkas, json } => examine(berkas, *json),
        Cadangan::Pulihkan { berkas, place, json } => bring_back(berkas, place, *json),
    }
}

fn backup(tempat: &Path, place: &Place, json: bool) -> Result<ExitCode> {
    let node = open_existing(place)?;
    let made = node.clock.now();
    let target = target(tempat, &node, made)?;
    let bar = say::bar(None, "Mencadangkan baris dan berkas");
    let done =
        make(&node, &crate::modules::tables(), host::schema::PASSING, &target, |n| bar.set_position(n));
    bar.finish_and_clear();
    let done = done.map_err(told).context("Cadangan tidak dibuat")?;
    let name = target.file_name().map(|n| n.to_string_lossy().into_owned()).unwrap_or_default();
    let kept = Backup { hash: done.hash, made, by: "operator".into(), name, size: done.size };
    // The file is there and whole; that a page does not know of it is no reason to call it a failure.
    let known = connect(&node).and_then(|mut conn| host::cadangan::add(&mut conn, &kept).map_err(told));
    if let Err(e) = known {
        say::complain(format_args!(
            "sinergi: Peringatan: cadangan ini tidak tercatat di simpul. {}\n",
            say::failure(&e)
        ));
    }
    for hash in &done.changed {
        say::complain(format_args!("sinergi: Peringatan: {}\n", changed(hash)));
    }
    let (header, sha) = (&done.header, hex(&done.hash));
    match json {
        true => {
            let mut value = head_json(header);
            value["berkas"] = target.display().to_string().into();
            value["ukuran"] = done.size.into();
            value["sha256"] = sha.into();
            value["berkas_disimpan"] = done.files.into();
            value["berkas_berubah"] = done.changed.len().into();
            crate::out!("{value}");
        }
        false => {
            crate::out!(
                "Cadangan selesai: {} ({}; {} baris, {} berkas).",
                target.display(),
                size(done.size),
                say::angka(header.rows()),
                say::angka(done.files)
            );
            crate::out!("SHA-256 {sha}");
            crate::out!("Berkas ini rahasia: memuat kunci simpul, akun, dan seluruh data pegawai.");
            crate::out!("Berikutnya: sinergi cadangan periksa {}", target.display());
        }
    }
    Ok(ExitCode::SUCCESS)
}

/// Where the file goes: a folder gets a name with the day and the hour. Never among what is backed up.
fn target(tempat: &Path, node: &Node, made: Stamp) -> Result<PathBuf> {
    let target = match tempat.is_dir() {
        true => tempat.join(format!("sinergi-{}.cadangan", made.wib().replace(' ', "-").replace('.', ""))),
        false => tempat.to_owned(),
    };
    let parent = target.parent().filter(|p| !p.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let inside = parent.canonicalize().ok().zip(node.folder().canonicalize().ok());
    if inside.is_some_and(|(at, folder)| at.starts_with(folder)) {
        bail!(Misuse(format!(
            "{} berada di folder data yang dicadangkan. Pilih tempat lain, sebaiknya di disk atau mesin lain.",
            target.display()
        )));
    }
    Ok(target)
}

fn examine(berkas: &Path, json: bool) -> Result<ExitCode> {
    let bar = say::bar(None, "Memeriksa baris");
    let checked = check(berkas, &crate::modules::tables(), |n| bar.set_position(n));
    bar.finish_and_clear();
    let checked = match checked {
        Err(e) if e.is_damage() => {
            if json {
                crate::out!("{}", serde_json::json!({ "utuh": false, "sebab": e.to_string() }));
            }
            say::complain(format_args!("sinergi: TIDAK UTUH. {}\n", told(e)));
            return Ok(ExitCode::from(1));
        }
        Err(e) => {
            say::complain(format_args!("sinergi: Tidak dapat diperiksa. {}\n", told(e)));
            return Ok(ExitCode::from(UNCHECKED));
        }
        Ok(checked) => checked,
    };
    for hash in &checked.changed {
        say::complain(format_args!("sinergi: Peringatan: {}\n", changed(hash)));
    }
    let intact = checked.reports.iter().all(Report::intact);
    if json {
        let mut value = head_json(&checked.header);
        value["utuh"] = intact.into();
        value["memuat_kunci"] = checked.has_key.into();
        value["berkas_disimpan"] = checked.files.into();
        value["berkas_berubah"] = checked.changed.len().into();
        if let Some(what) = checked.reports.iter().find_map(Report::sentence) {
            value["sebab"] = what.into();
        }
        crate::out!("{value}");
    } else {
        let header = &checked.header;
        crate::out!(
            "Dibuat {} WIB dari {} (Sinergi {}); {} baris, {} berkas, {}.",
            moment(header.made),
            header.engine,
            header.program,
            say::angka(header.rows()),
            say::angka(checked.files),
            if checked.has_key { "dengan kunci simpul" } else { "tanpa berkas kunci simpul" }
        );
        checked.reports.iter().for_each(|report| crate::out!("{}", journal(report)));
        if intact {
            crate::out!("Cadangan utuh.");
        }
    }
    Ok(if intact { ExitCode::SUCCESS } else { ExitCode::from(1) })
}

fn bring_back(berkas: &Path, place: &Place, json: bool) -> Result<ExitCode> {
    let (folder, database) = locate(place)?;
    let bar = say::bar(None, "Memulihkan baris dan entri");
    let tables = crate::modules::tables();
    let done =
        restore(berkas, &folder, &database, &tables, host::kept::drop_unfinished, |n| bar.set_position(n));
    bar.finish_and_clear();
    let done = done.map_err(told).context("Tidak ada yang dipulihkan")?;
    if json {
        let mut value = head_json(&done.header);
        value["folder"] = folder.display().to_string().into();
        value["berkas_disimpan"] = done.files.into();
        value["dapat_menyimpan"] = done.can_sign.into();
        crate::out!("{value}");
    } else {
        crate::out!(
            "Simpul dipulihkan ke {} dari keadaan {} WIB.",
            folder.display(),
            moment(done.header.made)
        );
        done.reports.iter().for_each(|report| crate::out!("{}", journal(report)));
        crate::out!(
            "Akun ikut dipulihkan; sesi dan impor yang belum selesai tidak. Yang tercatat sesudah saat itu tidak ada di sini."
        );
    }
    if !done.can_sign {
        say::complain(format_args!(
            "sinergi: Peringatan: cadangan ini tidak memuat kunci yang berlaku, jadi simpul hanya dapat dibaca. Letakkan kunci-simpul dari cadangan kunci, atau jalankan `sinergi jurnal kunci ganti`.\n"
        ));
    }
    Ok(ExitCode::SUCCESS)
}

fn journal(report: &Report) -> String {
    match report.sentence() {
        Some(what) => what,
        None => format!(
            "{} ({}): {} entri, kepala {}, utuh",
            report.nama,
            report.instansi,
            say::angka(report.entries),
            report.root_hex()
        ),
    }
}

fn changed(hash: &[u8; 32]) -> String {
    format!(
        "isi berkas {} sudah lain dari sidiknya ketika dicadangkan; lihat `sinergi jurnal periksa --berkas`.",
        hex(hash)
    )
}

fn head_json(header: &Header) -> serde_json::Value {
    let heads = header.heads.iter().map(|h| {
        serde_json::json!({ "instansi": h.instansi, "nama": h.nama, "entri": h.entries, "kepala": hex(&h.root) })
    });
    serde_json::json!({
        "dibuat": header.made.wib(), "program": header.program, "skema": header.schema, "mesin": header.engine,
        "kunci": header.key, "baris": header.rows(), "jurnal": heads.collect::<Vec<_>>(),
    })
}

/// 22-11-2026 09.00
fn moment(stamp: Stamp) -> String {
    let wib = stamp.wib();
    format!("{} {}", stamp.date_wib().dmy(), wib.split(' ').nth(1).unwrap_or(""))
}

/// 12,3 MB
fn size(bytes: u64) -> String {
    match bytes {
        0..1_000_000 => format!("{} KB", bytes.div_ceil(1_000)),
        _ => format!("{},{} MB", say::angka(bytes / 1_000_000), bytes / 100_000 % 10),
    }
}

#[cfg(test)]
mod tests {
    #[test]
    fn sizes_as_people_read_them() {
        for (bytes, said) in
            [(1, "1 KB"), (999_000, "999 KB"), (12_345_678, "12,3 MB"), (2_000_000_000, "2.000,0 MB")]
        {
            assert_eq!(super::size(bytes), said);
        }
    }
}
