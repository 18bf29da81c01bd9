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
use law::{Ask, Kode, Kolom, Pack, Terbuka};
use std::collections::BTreeMap;
use std::fs::File;
use std::io::{BufWriter, Write};
use std::path::Path;
use std::process::ExitCode;
use std::sync::Arc;
use std::time::{Duration, Instant};

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

/// Rows of the people asked about: those of one instansi, or all; those in office, or everybody ever known.
fn rows(world: &World, instansi: Option<&str>, active: bool) -> Vec<usize> {
    let wanted = |i: &usize| {
        (!active || world.register.active[*i]) && instansi.is_none_or(|id| world.instansi_of(*i) == id)
    };
    (0..world.register.len()).filter(wanted).collect()
}

fn known_norm(pack: &Pack, kunci: &str) -> Result<()> {
    if pack.kunci().any(|k| k == kunci) {
        return Ok(());
    }
    bail!("Norma \"{kunci}\" tidak ada dalam paket. Daftarnya: sinergi kasus --rinci.")
}

/// Answers about everybody of the register, by number.
struct Jawaban {
    kode: Vec<Kode>,
    /// Places in [`Jawaban::parts`].
    penentu: Vec<usize>,
    parts: Vec<String>,
    /// Parts that were not asked, as the law words them.
    lepas: Vec<String>,
    days: Vec<i32>,
    met: Vec<i32>,
    took: Duration,
}

impl Jawaban {
    fn part(&mut self, name: &str) -> usize {
        let found = self.parts.iter().position(|own| own == name);
        found.unwrap_or_else(|| {
            self.parts.push(name.to_owned());
            self.parts.len() - 1
        })
    }
}

/// Regional acts may say otherwise for some: everybody is asked under the law of their own region.
fn ask_all(args: &Saring, all: &Everybody, ask: &Ask<'_>) -> Result<Jawaban> {
    let (pack, hukum) = (&all.hukum.pack, ask.hukum.unwrap_or(all.hari));
    let mut kolom = all.world.kolom().context("Register ini dibaca tanpa hukum.")?;
    if args.tanpa_tertutup {
        kolom = Arc::new(law::terbuka::kolom(Kolom::clone(&kolom), &pack.words));
    }
    let n = kolom.len();
    let mut made = Jawaban {
        kode: vec![Kode::TidakBerlaku; n],
        penentu: vec![0; n],
        parts: vec![String::new()],
        lepas: Vec::new(),
        days: vec![TAK_PERNAH; n],
        met: vec![TAK_PERNAH; n],
        took: Duration::ZERO,
    };
    for (wilayah, own) in all.world.regions() {
        let theirs = kolom.rebuild_with(&own);
        let own: Vec<usize> = own.into_iter().map(|i| i as usize).collect();
        let book = pack.book(None, wilayah);
        let Some(whole) = pack.plan(&Ask { wilayah, ..ask.clone() }) else { continue };
        let open = args.tanpa_tertutup.then(|| Terbuka::of(&whole, &pack.words));
        let plan = open.as_ref().map_or(&*whole, |open| &open.plan);
        for text in open.iter().flat_map(|open| &open.lepas) {
            if !made.lepas.contains(text) {
                made.lepas.push(text.clone());
            }
        }
        let begun = Instant::now();
        let found = law::saring::saring(plan, &book, &pack.words, &theirs, all.hari, hukum);
        made.took += begun.elapsed();
        for (at, &i) in own.iter().enumerate() {
            made.kode[i] = Kode::from_byte(found.kode[at]);
            made.penentu[i] = made.part(match found.penentu[at] {
                TANPA => "",
                SUBJEK => "subjek",
                LUAR => "norma lain",
                place => plan.langkah.get(usize::from(place)).map_or("", |s| &s.kunci),
            });
        }
        if args.keluaran.is_some() {
            let changes = law::saring::ubah_pada(plan, &book, &pack.words, &theirs, all.hari, hukum);
            let time = law::saring::waktu_terpenuhi(plan, &book, &pack.words, &theirs, all.hari, hukum);
            let days = changes.into_iter().zip(time);
            own.iter().zip(days).for_each(|(&i, days)| (made.days[i], made.met[i]) = days);
        }
    }
    Ok(made)
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
    let found = ask_all(args, &all, &ask)?;
    let people = rows(world, instansi, args.aktif);
    let mut counts = [0u64; 6];
    people.iter().for_each(|&i| counts[found.kode[i] as usize] += 1);
    if let Some(target) = &args.keluaran {
        write(target, |out| {
            writeln!(out, "nip,jawaban,penentu,ubah_pada,waktu_terpenuhi")?;
            for &i in &people {
                let day =
                    |n: i32| if n == TAK_PERNAH { String::new() } else { Date::from_days(n).to_string() };
                let (answer, part) = (found.kode[i].word(), &*found.parts[found.penentu[i]]);
                let line = [world.register.nip(i), answer, part, &day(found.days[i]), &day(found.met[i])];
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
            "hanya_aktif": args.aktif, "tanpa_tertutup": args.tanpa_tertutup, "tidak_dinilai": found.lepas,
            "mikrodetik": found.took.as_micros() as u64,
        });
        crate::out!("{told}");
        return Ok(ExitCode::SUCCESS);
    }
    crate::out!("{} ({}) pada {}:", plan.judul, args.kunci, law::value::long_date(all.hari));
    for (kode, count) in Kode::ALL.iter().zip(counts).filter(|(_, n)| *n > 0) {
        crate::out!("  {:>9}  {}", say::angka(count), kode.label());
    }
    let whom = if args.aktif { "pegawai aktif" } else { "orang, yang tidak aktif ikut" };
    crate::out!(
        "  {:>9}  {whom}, disaring dalam {:.2} ms",
        say::angka(people.len() as u64),
        found.took.as_secs_f64() * 1000.0
    );
    if !found.lepas.is_empty() {
        crate::out!("Tidak dinilai karena bertumpu pada data tertutup:");
        found.lepas.iter().for_each(|text| crate::out!("  {text}"));
    }
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
            let turn = if a == b {
                format!("{}, nilainya lain", a.label())
            } else {
                format!("{} → {}", a.label(), b.label())
            };
            crate::out!("  {:>9}  {turn}", say::angka(n));
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
        let draft = paket::files(Some(path))?;
        if draft.is_empty() {
            bail!("Folder {} tidak berisi akta; letakkan drafnya di NAMA-AKTA/akta.toml.", path.display());
        }
        Ok(tumpang(&own, &draft))
    } else {
        let text = paket::text(path)?;
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
