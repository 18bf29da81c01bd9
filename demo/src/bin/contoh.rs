//! Writes sample files: `cargo run -p demo --bin contoh -- --baris 20000 --cacat --aneh --keluaran DIR`.

use demo::berkas::{self, NominatifSpec};
use kernel::{Date, Kind};
use std::fs::File;
use std::io::{self, BufWriter, Write};
use std::path::PathBuf;

const USAGE: &str =
    "contoh --keluaran DIR [--baris 20000] [--benih 1] [--cacat] [--aneh] [--provinsi] [--tanggal 2026-11-22]
       [--titik-koma] [--bom] [--crlf] [--judul] [--kolom-tambahan] [--acak-kolom]";

/// Kinds written as history samples, for the first 200 people.
const HISTORIES: [Kind; 8] = [
    Kind::Golongan,
    Kind::Jabatan,
    Kind::Pendidikan,
    Kind::Diklat,
    Kind::Kinerja,
    Kind::Keluarga,
    Kind::Penghargaan,
    Kind::HukumanDisiplin,
];

fn main() -> io::Result<()> {
    match parse(std::env::args().skip(1)) {
        Ok((spec, folder)) => write(&spec, &folder),
        Err(what) => {
            eprintln!("{what}\n\n{USAGE}");
            std::process::exit(2)
        }
    }
}

fn parse(mut args: impl Iterator<Item = String>) -> Result<(NominatifSpec, PathBuf), String> {
    // A fixed day: the same command gives the same files next year.
    let today = Date::new(2026, 11, 22).ok_or("tanggal")?;
    let (mut spec, mut folder) = (NominatifSpec::new(1, 20_000, today), None);
    while let Some(arg) = args.next() {
        let mut value = || args.next().ok_or(format!("{arg} perlu nilai"));
        match arg.as_str() {
            "--baris" => spec.rows = value()?.parse().map_err(|_| "--baris: bukan angka")?,
            "--benih" => spec.seed = value()?.parse().map_err(|_| "--benih: bukan angka")?,
            "--tanggal" => spec.today = Date::parse(&value()?).ok_or("--tanggal: bukan tanggal")?,
            "--keluaran" => folder = Some(PathBuf::from(value()?)),
            "--cacat" => spec.faults = true,
            "--aneh" => spec.hostile = true,
            "--provinsi" => {
                spec.instansi = (demo::province::instansi_id(0), "Pemerintah Provinsi Bumi Raya".to_owned());
            }
            "--titik-koma" => spec.delimiter = b';',
            "--bom" => spec.bom = true,
            "--crlf" => spec.crlf = true,
            "--judul" => spec.judul = true,
            "--kolom-tambahan" => spec.extra_columns = true,
            "--acak-kolom" => spec.reorder = true,
            _ => return Err(format!("tidak mengenal {arg}")),
        }
    }
    Ok((spec, folder.ok_or("--keluaran belum disebut")?))
}

fn write(spec: &NominatifSpec, folder: &std::path::Path) -> io::Result<()> {
    std::fs::create_dir_all(folder)?;
    let open = |name: &str| File::create(folder.join(name)).map(BufWriter::new);
    let mut out = open("nominatif.csv")?;
    let planted = berkas::write_nominatif(spec, &mut out)?;
    out.flush()?;
    let mut out = open("unor.csv")?;
    let units = berkas::write_unor(spec, &mut out)?;
    out.flush()?;
    let mut out = open("peta-jabatan.csv")?;
    let posts = berkas::write_peta_jabatan(spec, &mut out)?;
    out.flush()?;
    let mut out = open("kontrak.csv")?;
    let (agreements, ending) = berkas::write_kontrak(spec, &mut out)?;
    out.flush()?;
    let mut out = open("skp.csv")?;
    let (skp, missing) = berkas::write_skp(spec, &mut out)?;
    out.flush()?;
    for kind in HISTORIES {
        let mut out = open(&format!("riwayat-{}.csv", kind.info().name))?;
        berkas::write_riwayat(kind, spec, 200, &mut out)?;
        out.flush()?;
    }
    std::fs::write(folder.join("tertanam.json"), planted.json())?;
    println!(
        "{}: {} baris ({} orang), {units} unit, {posts} pos, {agreements} perjanjian ({ending} segera berakhir), {skp} SKP ({missing} tanpa SKP)",
        folder.display(),
        planted.rows,
        planted.people
    );
    Ok(())
}
