//! `sinergi saring`: one norm asked about everybody, as a table. `sinergi andaikan`: the same under a
//! draft laid over the law; nothing is written but the file asked for.

use super::{connect, open_as_is, paket, served, told};
use crate::cli::{Andaikan, Place, Saring};
use crate::say::{self, Misuse};
use anyhow::{Context, Result, anyhow, bail};
use host::andaian::{Dampak, Pengandaian, layanan};
use host::hall::Readings;
use host::{Hukum, World};
use kernel::{AsOf, Date, Stamp};
use law::andaikan::tumpang;
use law::rancangan::Rancangan;
use law::saring::{LUAR, SUBJEK, TAK_PERNAH, TANPA};
use law::{Ask, Kode, Pack};
use std::collections::BTreeMap;
use std::fs::File;
use std::io::{BufWriter, Write};
use std::path::Path;
use std::process::ExitCode;
use std::sync::Arc;
use std::time::Instant;

/// Everybody of a node on a day, and the law they are read by.
struct Everybody {
    world: World,
    hukum: Arc<Hukum>,
    hari: Date,
}

fn everybody(
    place: &Place,
    instansi: Option<&str>,
    paket: Option<&Path>,
    berlaku: Option<&str>,
    diketahui: Option<&str>,
) -> Result<Everybody> {
    let hukum = Arc::new(Hukum::new(paket::load(paket)?).map_err(|wrong| anyhow!("{}", wrong.join("\n")))?);
    let node = open_as_is(place)?;
    let mut conn = connect(&node)?;
    served(&mut conn, instansi)?;
    let hari = berlaku.map(super::date).transpose()?.unwrap_or_else(|| node.clock.now().date_wib());
    let known = diketahui.map(super::date).transpose()?.map_or(Stamp::MAX, Stamp::end_of);
    let tables = super::tables()?;
    let readings = Readings { tables: &tables, hukum: hukum.clone() };
    let bar = say::bar(None, "Membaca register");
    let as_of = AsOf { effective: hari, known };
    let world = host::hall::load(&mut conn, as_of, &readings, |n| bar.set_position(n)).map_err(told)?;
    bar.finish_and_clear();
    Ok(Everybody { world, hukum, hari })
}

/// Rows of the people asked about: those of one instansi, or all.
fn rows(world: &World, instansi: Option<&str>) -> Vec<usize> {
    (0..world.register.len()).filter(|&i| instansi.is_none_or(|id| world.instansi_of(i) == id)).collect()
}

fn known_norm(pack: &Pack, kunci: &str) -> Result<()> {
    if pack.kunci().any(|k| k == kunci) {
        return Ok(());
    }
    bail!("Norma \"{kunci}\" tidak ada dalam paket. Daftarnya: sinergi kasus --rinci.")
}

pub fn run(args: &Saring) -> Result<ExitCode> {
    let instansi = args.instansi.as_deref();
    let all = everybody(
        &args.place,
        instansi,
        args.paket.as_deref(),
        args.berlaku.as_deref(),
        args.diketahui.as_deref(),
    )?;
    let (world, pack) = (&all.world, &all.hukum.pack);
    known_norm(pack, &args.kunci)?;
    let hukum = args.hukum.as_deref().map(super::date).transpose()?.unwrap_or(all.hari);
    let ask = Ask { hukum: Some(hukum), ..Ask::on(&args.kunci, all.hari) };
    let plan = pack.plan(&ask).ok_or_else(|| {
        anyhow!("{}: tidak ada ketentuan yang berlaku pada hukum {}.", args.kunci, hukum.dmy())
    })?;
    let kolom = world.kolom().context("Register ini dibaca tanpa hukum.")?;
    let (mut kode, mut penentu) = (vec![0; kolom.len()], vec![TANPA; kolom.len()]);
    let (mut days, mut met) = (vec![TAK_PERNAH; kolom.len()], vec![TAK_PERNAH; kolom.len()]);
    let mut took = std::time::Duration::ZERO;
    // Regional acts may say otherwise for some: everybody is asked under the law of their own region.
    for (wilayah, own) in world.regions() {
        let own: Vec<usize> = own.into_iter().map(|i| i as usize).collect();
        let book = pack.book(None, wilayah);
        let Some(plan) = pack.plan(&Ask { wilayah, ..ask.clone() }) else { continue };
        let begun = Instant::now();
        let found = law::saring::saring(&plan, &book, &pack.words, &kolom, all.hari, hukum);
        took += begun.elapsed();
        own.iter().for_each(|&i| (kode[i], penentu[i]) = (found.kode[i], found.penentu[i]));
        if args.keluaran.is_some() {
            let changes = law::saring::ubah_pada(&plan, &book, &pack.words, &kolom, all.hari, hukum);
            let time = law::saring::waktu_terpenuhi(&plan, &book, &pack.words, &kolom, all.hari, hukum);
            own.iter().for_each(|&i| (days[i], met[i]) = (changes[i], time[i]));
        }
    }
    let people = rows(world, instansi);
    let mut counts = [0u64; 6];
    people.iter().for_each(|&i| counts[usize::from(kode[i]).min(5)] += 1);
    let part = |place: u8| match place {
        TANPA => "",
        SUBJEK => "subjek",
        LUAR => "norma lain",
        place => plan.langkah.get(usize::from(place)).map_or("", |s| &s.kunci),
    };
    if let Some(target) = &args.keluaran {
        write(target, |out| {
            writeln!(out, "nip,jawaban,penentu,ubah_pada,waktu_terpenuhi")?;
            for &i in &people {
                let answer = Kode::from_byte(kode[i]).word();
                let day =
                    |n: i32| if n == TAK_PERNAH { String::new() } else { Date::from_days(n).to_string() };
                let line = [world.register.nip(i), answer, part(penentu[i]), &day(days[i]), &day(met[i])];
                writeln!(out, "{}", line.join(","))?;
            }
            Ok(())
        })?;
    }
    if args.json {
        let counted: BTreeMap<&str, u64> = Kode::ALL.iter().map(|k| k.word()).zip(counts).collect();
        let told = serde_json::json!({
            "norma": args.kunci, "berlaku": all.hari.to_string(), "hukum": hukum.to_string(),
            "paket": law::json::hex(&pack.hash), "orang": people.len(), "jawaban": counted,
            "mikrodetik": took.as_micros() as u64,
        });
        crate::out!("{told}");
        return Ok(ExitCode::SUCCESS);
    }
    crate::out!("{} ({}) pada {}:", plan.judul, args.kunci, law::value::long_date(all.hari));
    for (kode, count) in Kode::ALL.iter().zip(counts).filter(|(_, n)| *n > 0) {
        crate::out!("  {:>9}  {}", say::angka(count), kode.label());
    }
    crate::out!(
        "  {:>9}  orang, disaring dalam {:.2} ms",
        say::angka(people.len() as u64),
        took.as_secs_f64() * 1000.0
    );
    Ok(ExitCode::SUCCESS)
}

pub fn what_if(args: &Andaikan) -> Result<ExitCode> {
    let instansi = args.instansi.as_deref();
    let all = everybody(&args.place, instansi, None, args.berlaku.as_deref(), None)?;
    let (world, base) = (&all.world, &all.hukum.pack);
    let draft = draft(&args.draf)?;
    let asked: Vec<&str> = match args.norma.is_empty() {
        true => layanan(base, &draft),
        false => args.norma.iter().map(String::as_str).collect(),
    };
    args.norma.iter().try_for_each(|kunci| known_norm(&draft, kunci))?;
    let tanya =
        Pengandaian { sekarang: base, rancangan: &draft, norma: asked, tertutup: !args.tanpa_tertutup };
    let counted = |i: usize| world.register.active[i] && instansi.is_none_or(|id| world.instansi_of(i) == id);
    let mut found = world.andaikan(&tanya, counted).map_err(|s| anyhow!(Misuse(s)))?;
    found.retain(|one| !one.orang.is_empty());
    let units = |one: &Dampak| {
        let mut units: BTreeMap<String, u64> = BTreeMap::new();
        for ((_, unit), count) in one.menurut_unit(world) {
            *units.entry(unit.to_owned()).or_default() += count;
        }
        units
    };
    if args.json {
        let list: Vec<_> = found
            .iter()
            .map(|one| {
                let turns: Vec<_> = one
                    .perubahan()
                    .iter()
                    .map(|((a, b), n)| serde_json::json!({ "dari": a.word(), "jadi": b.word(), "orang": n }))
                    .collect();
                serde_json::json!({
                    "norma": one.norma, "orang": one.orang.len(), "perubahan": turns, "unit": units(one),
                    "sebab": one.menurut_sebab(),
                })
            })
            .collect();
        let told = serde_json::json!({ "berlaku": all.hari.to_string(), "norma": list });
        crate::out!("{told}");
        return Ok(ExitCode::SUCCESS);
    }
    crate::out!("Pengandaian pada {}; tidak ada yang dicatat.", law::value::long_date(all.hari));
    for one in &found {
        crate::out!("\n{}: {} orang berubah jawabannya", one.norma, say::angka(one.orang.len() as u64));
        for ((a, b), n) in one.perubahan() {
            crate::out!("  {:>9}  {} → {}", say::angka(n), a.label(), b.label());
        }
        crate::out!("  sebab:");
        one.menurut_sebab().iter().for_each(|(cause, n)| crate::out!("  {:>9}  {cause}", say::angka(*n)));
        crate::out!("  unit:");
        units(one).iter().for_each(|(unit, n)| crate::out!("  {:>9}  {unit}", say::angka(*n)));
    }
    if found.is_empty() {
        crate::out!("Tidak ada pegawai aktif yang jawabannya berubah.");
    }
    Ok(ExitCode::SUCCESS)
}

/// The law with a draft: a folder laid over what the program was built with, or one file as a page takes it.
fn draft(path: &Path) -> Result<Pack> {
    let own = paket::files(None)?;
    let files = if path.is_dir() {
        Ok(tumpang(&own, &paket::files(Some(path))?))
    } else {
        let text = std::fs::read_to_string(path)
            .with_context(|| format!("Draf {} tidak dapat dibaca", path.display()))?;
        Rancangan::read(&path.display().to_string(), &text).map(|draft| draft.di_atas(&own))
    };
    files.and_then(|files| Pack::load(&files)).map_err(|wrong| {
        anyhow!("{}\nDraf ini ditolak seluruhnya: {} kesalahan.", wrong.join("\n"), wrong.len())
    })
}

fn write(target: &Path, body: impl FnOnce(&mut BufWriter<File>) -> std::io::Result<()>) -> Result<()> {
    let failed = || format!("{} tidak dapat ditulis", target.display());
    let file = File::create(target).with_context(failed)?;
    let mut out = BufWriter::with_capacity(1 << 20, file);
    body(&mut out).and_then(|()| out.flush()).with_context(failed)
}
