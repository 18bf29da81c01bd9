//! `sinergi indikator`: the catalogue, figures worked out, stored, and proven; figures and targets stated.

use super::{date, open_as_is, open_existing, tables, told};
use crate::cli::{Indikator as Command, indikator as args};
use crate::modules::modules;
use crate::say::{self, Misuse};
use anyhow::{Result, anyhow, bail};
use host::Hall;
use host::indikator::pembuktian::buktikan;
use host::indikator::{Isian, Katalog, Rumus, Sel, deret, hitung};
use host::peristiwa::Pelaku;
use kernel::indikator::{Hasil, Satuan, Ukuran};
use kernel::{AsOf, Date, Stamp};
use serde_json::{Value, json};
use std::process::ExitCode;
use std::time::Instant;
use store::Node;

/// Who it is that works at the machine.
const AKUN: &str = "operator";
const OLEH: &str = "Operator simpul";

pub fn run(command: &Command) -> Result<ExitCode> {
    match command {
        Command::Daftar { json } => catalogue(*json),
        Command::Hitung(args) => count(args),
        Command::Ukur(args) => store_day(args),
        Command::Bukti(args) => prove(args),
        Command::Lapor(args) => report(args),
        Command::Sasaran(args) => target(args),
    }
}

fn hall(node: Node) -> Result<Hall> {
    let mut hall = Hall::new(node, tables()?, false);
    hall.katalog = Katalog::of(modules());
    Ok(hall)
}

/// How an indicator is measured, in a word.
fn source(rumus: &Rumus) -> &'static str {
    match rumus {
        Rumus::Laporan => "dilaporkan",
        Rumus::BelumAda(_) => "belum ada sumber",
        _ => "dihitung",
    }
}

fn catalogue(as_json: bool) -> Result<ExitCode> {
    let katalog = Katalog::of(modules());
    let mut part = None;
    for i in katalog.semua() {
        if as_json {
            let why = if let Rumus::BelumAda(why) = i.rumus { Some(why) } else { None };
            crate::out!(
                "{}",
                json!({
                    "kode": i.kode, "nama": i.nama, "definisi": i.definisi, "satuan": i.satuan.kata(),
                    "arah": i.arah.kata(), "pemilik": i.pemilik, "dasar": i.dasar, "irama": i.irama.kata(),
                    "kelompok": i.kelompok.judul(), "cara": source(&i.rumus), "sebab": why,
                    "tertutup": i.tertutup,
                })
            );
            continue;
        }
        if part.replace(i.kelompok) != Some(i.kelompok) {
            crate::out!("{}", i.kelompok.judul());
        }
        crate::out!("  {:<12}  {} ({}; {})", i.kode, i.nama, i.satuan.kata(), source(&i.rumus));
    }
    if !as_json {
        let with = katalog.semua().iter().filter(|i| i.bersumber()).count();
        crate::out!("{} indikator, {with} di antaranya mempunyai sumber.", katalog.semua().len());
    }
    Ok(ExitCode::SUCCESS)
}

/// `8` `37,50` `belum: …`.
fn shown(sel: &Sel, satuan: Satuan) -> String {
    match &sel.hasil {
        Hasil::Belum(why) => format!("belum terukur: {why}"),
        Hasil::Terukur(u) => {
            let hundredths = u.ratusan(satuan);
            let whole = say::angka((hundredths / 100).unsigned_abs());
            let number = match satuan.bulat() {
                true => whole,
                false => format!("{whole},{:02}", (hundredths % 100).abs()),
            };
            let part = if satuan == Satuan::Persen {
                format!(" ({} dari {})", u.atas, u.bawah)
            } else {
                String::new()
            };
            let missing = match sel.tanpa_data {
                0 => String::new(),
                n => format!(" · {n} tanpa data"),
            };
            format!("{number} {}{part}{missing}", satuan.kata())
        }
    }
}

fn value(sel: &Sel, satuan: Satuan) -> Value {
    match &sel.hasil {
        Hasil::Terukur(u) => json!({
            "atas": u.atas, "bawah": u.bawah, "ratusan": u.ratusan(satuan), "tanpa_data": sel.tanpa_data,
        }),
        Hasil::Belum(why) => json!({ "belum": why, "tanpa_data": sel.tanpa_data }),
    }
}

fn count(args: &args::Hitung) -> Result<ExitCode> {
    let hall = hall(open_as_is(&args.place)?)?;
    let berlaku = args.berlaku.as_deref().map(date).transpose()?.unwrap_or_else(|| hall.today());
    let known = args.diketahui.as_deref().map(date).transpose()?.map_or(Stamp::MAX, Stamp::end_of);
    for kode in &args.kode {
        if hall.katalog.cari(kode).is_none() {
            bail!(Misuse(format!("Kode indikator \"{kode}\" tidak ada. Lihat `sinergi indikator daftar`.")));
        }
    }
    let reading = Instant::now();
    let world = hall.at(AsOf { effective: berlaku, known }).map_err(told)?;
    let counting = Instant::now();
    let matriks = hitung::ukur_semua(&hall, &world).map_err(told)?;
    let took = (counting - reading, counting.elapsed());
    if let Some(id) = args.instansi.as_ref().filter(|id| !matriks.instansi.contains(id)) {
        bail!(Misuse(format!("Instansi \"{id}\" tidak dilayani di sini.")));
    }
    let rows = || {
        let all = matriks.instansi.iter();
        all.filter(|id| args.instansi.as_ref().is_none_or(|wanted| wanted == *id))
    };
    let wanted = |kode: &str| args.kode.is_empty() || args.kode.iter().any(|k| k == kode);
    let figures = |id: &str| {
        let own = hall.katalog.semua().iter().filter(|i| wanted(i.kode));
        own.filter_map(|i| Some((*i, matriks.sel(i.kode, id)?))).collect::<Vec<_>>()
    };
    if args.json {
        let instansi: Vec<Value> = rows()
            .map(|id| {
                let nilai: serde_json::Map<String, Value> = figures(id)
                    .into_iter()
                    .map(|(i, sel)| (i.kode.to_owned(), value(sel, i.satuan)))
                    .collect();
                json!({ "instansi": id, "sidik": matriks.sidik(id), "nilai": nilai })
            })
            .collect();
        crate::out!(
            "{}",
            json!({
                "berlaku": berlaku.to_string(), "paket": law::json::hex(&matriks.paket),
                "posisi": matriks.sizes, "sidik": matriks.sidik_semua(), "instansi": instansi,
                "orang": world.register.len(), "mikrodetik_register": took.0.as_micros() as u64,
                "mikrodetik": took.1.as_micros() as u64,
            })
        );
        return Ok(ExitCode::SUCCESS);
    }
    for id in rows() {
        let found = world.tenants.iter().find(|t| t.id == *id);
        crate::out!("{}", found.map_or("Semua instansi", |t| t.nama.as_str()));
        for (i, sel) in figures(id) {
            crate::out!("  {:<12}  {}: {}", i.kode, i.nama, shown(sel, i.satuan));
        }
    }
    crate::out!("Sidik hasil: {}", matriks.sidik_semua());
    Ok(ExitCode::SUCCESS)
}

fn store_day(args: &args::Ukur) -> Result<ExitCode> {
    let hall = hall(open_existing(&args.place)?)?;
    let berlaku = args.berlaku.as_deref().map(date).transpose()?.unwrap_or_else(|| hall.today());
    if berlaku > hall.today() {
        bail!(Misuse(format!("Tanggal {} belum tiba. Ukur sampai hari ini.", berlaku.dmy())));
    }
    let done = deret::simpan(&hall, AKUN, OLEH, berlaku).map_err(told)?;
    crate::out!(
        "Keadaan {}: {} baris disimpan, {} sudah tersimpan sama. Sidik hasil: {}",
        berlaku.dmy(),
        done.baru,
        done.sama,
        done.sidik
    );
    Ok(ExitCode::SUCCESS)
}

fn prove(args: &args::Bukti) -> Result<ExitCode> {
    let hall = hall(open_as_is(&args.place)?)?;
    let berlaku = date(&args.berlaku)?;
    let Some(indikator) = hall.katalog.cari(&args.kode) else {
        bail!(Misuse(format!(
            "Kode indikator \"{}\" tidak ada. Lihat `sinergi indikator daftar`.",
            args.kode
        )));
    };
    let found = buktikan(&hall, &args.kode, &args.instansi, berlaku).map_err(told)?;
    let bukti = found.ok_or_else(|| {
        anyhow!(
            "{} pada {} belum pernah disimpan. Simpan dengan `sinergi indikator ukur`.",
            args.kode,
            berlaku.dmy()
        )
    })?;
    let row = &bukti.tersimpan;
    if args.json {
        crate::out!(
            "{}",
            json!({
                "kode": args.kode, "instansi": args.instansi, "berlaku": berlaku.to_string(),
                "sama": bukti.sama(), "tersimpan": value(&bukti.dulu, indikator.satuan),
                "dihitung_ulang": value(&bukti.kini, indikator.satuan), "dicatat": row.dicatat.wib(),
                "diketahui": row.diketahui.0, "posisi": row.posisi, "entri": row.entri.1.to_string(),
                "sidik": row.sidik, "sidik_dihitung_ulang": bukti.sidik, "catatan": bukti.catatan,
            })
        );
    } else {
        crate::out!("{} ({}) pada {}", indikator.nama, args.kode, berlaku.dmy());
        crate::out!("  tersimpan       {}", shown(&bukti.dulu, indikator.satuan));
        crate::out!("  dihitung ulang  {}", shown(&bukti.kini, indikator.satuan));
        crate::out!("  disimpan {} oleh {}", row.dicatat.wib(), say::plain(&row.oleh));
        bukti.catatan.iter().for_each(|said| crate::out!("  {said}"));
        let whole = if bukti.sidik == row.sidik { "sama" } else { "berbeda" };
        crate::out!(
            "{} Seluruh baris instansi ini {whole}.",
            if bukti.sama() { "Sama." } else { "Berbeda." }
        );
    }
    Ok(if bukti.sama() { ExitCode::SUCCESS } else { ExitCode::from(1) })
}

/// `31,4` in hundredths, as the indicator's unit has it.
fn hundredths(hall: &Hall, kode: &str, text: &str) -> Result<(i64, Satuan)> {
    // A code nobody knows is refused by whoever records it.
    let satuan = hall.katalog.cari(kode).map_or(Satuan::Persen, |i| i.satuan);
    let sample =
        if satuan.bulat() { "1.500" } else { "31,4, dengan paling banyak dua angka di belakang koma" };
    let read = satuan.baca(text);
    let read =
        read.ok_or_else(|| Misuse(format!("Angka \"{text}\" tidak dapat dibaca. Tulis seperti {sample}.")))?;
    Ok((read, satuan))
}

/// Says what was recorded, as it was read.
fn stated(
    done: store::Result<std::result::Result<kernel::EntryId, String>>,
    (ratusan, satuan): (i64, Satuan),
) -> Result<ExitCode> {
    match done.map_err(told)? {
        Ok(entry) => {
            let sel = Sel::terukur(Ukuran::dari_ratusan(ratusan, satuan));
            crate::out!("Dicatat {} dengan entri {entry}.", shown(&sel, satuan));
            Ok(ExitCode::SUCCESS)
        }
        Err(refused) => Err(anyhow!(refused)),
    }
}

fn pelaku(instansi: &str) -> Pelaku {
    Pelaku { instansi: instansi.to_owned(), akun: AKUN.to_owned(), oleh: OLEH.to_owned() }
}

fn report(args: &args::Lapor) -> Result<ExitCode> {
    let hall = hall(open_existing(&args.place)?)?;
    let (ratusan, satuan) = hundredths(&hall, &args.kode, &args.nilai)?;
    let day: Date = date(&args.tanggal)?;
    let isian = Isian { kode: &args.kode, instansi: &args.instansi, ratusan, dasar: &args.sumber };
    stated(hall.lapor_angka(&pelaku(&args.instansi), &isian, day), (ratusan, satuan))
}

fn target(args: &args::Sasaran) -> Result<ExitCode> {
    let hall = hall(open_existing(&args.place)?)?;
    let (ratusan, satuan) = hundredths(&hall, &args.kode, &args.nilai)?;
    let isian = Isian { kode: &args.kode, instansi: &args.instansi, ratusan, dasar: &args.dasar };
    stated(hall.tetapkan_sasaran(&pelaku(&args.instansi), &isian, args.tahun), (ratusan, satuan))
}
