//! `sinergi saring`: one norm asked about everybody, as a table. `sinergi andaikan`: the same under a
//! draft laid over the law; nothing is written but the file asked for.

use super::{connect, open_as_is, paket, served, told};
use crate::cli::{Andaikan, Place, Saring};
use crate::say::{self, Misuse};
use anyhow::{Context, Result, anyhow, bail};
use host::hall::Readings;
use host::{Hukum, World};
use kernel::{AsOf, Date, Stamp};
use law::andaikan::{Andaian, Beda, Tanya, andaikan, tumpang};
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

/// People by the region code of their instansi.
fn regions(world: &World) -> BTreeMap<&str, Vec<usize>> {
    let mut all: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
    for i in 0..world.register.len() {
        let region = world.organisation(world.instansi_of(i)).map_or("", |o| o.wilayah.as_str());
        all.entry(region).or_default().push(i);
    }
    all
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
    for (wilayah, own) in regions(&all.world) {
        let wilayah = Some(wilayah).filter(|w| !w.is_empty());
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
        let found = law::saring::saring(plan, &book, &pack.words, &kolom, all.hari, hukum);
        made.took += begun.elapsed();
        for &i in &own {
            made.kode[i] = Kode::from_byte(found.kode[i]);
            made.penentu[i] = made.part(match found.penentu[i] {
                TANPA => "",
                SUBJEK => "subjek",
                LUAR => "norma lain",
                place => plan.langkah.get(usize::from(place)).map_or("", |s| &s.kunci),
            });
        }
        if args.keluaran.is_some() {
            let changes = law::saring::ubah_pada(plan, &book, &pack.words, &kolom, all.hari, hukum);
            let time = law::saring::waktu_terpenuhi(plan, &book, &pack.words, &kolom, all.hari, hukum);
            own.iter().for_each(|&i| (made.days[i], made.met[i]) = (changes[i], time[i]));
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
    let files = tumpang(&paket::files(None)?, &paket::files(Some(&args.draf))?);
    let draft = Pack::load(&files).map_err(|wrong| {
        anyhow!("{}\nDraf ini ditolak seluruhnya: {} kesalahan.", wrong.join("\n"), wrong.len())
    })?;
    let services: Vec<&str> = base.layanan.iter().map(|l| &*l.norma).collect();
    let asked: Vec<&str> =
        if args.norma.is_empty() { services } else { args.norma.iter().map(String::as_str).collect() };
    asked.iter().try_for_each(|kunci| known_norm(&draft, kunci))?;
    let kolom = world.kolom().context("Register ini dibaca tanpa hukum.")?;
    let mine: Vec<bool> = (0..world.register.len())
        .map(|i| world.register.active[i] && instansi.is_none_or(|id| world.instansi_of(i) == id))
        .collect();
    let mut found: Vec<Andaian> = Vec::new();
    for (wilayah, own) in regions(world) {
        let tanya = Tanya { hari: all.hari, wilayah: Some(wilayah).filter(|w| !w.is_empty()) };
        let mut theirs = andaikan(base, &draft, &asked, &kolom, tanya).map_err(|s| anyhow!(Misuse(s)))?;
        theirs.iter_mut().for_each(|a| a.berubah.retain(|b| own.binary_search(&(b.orang as usize)).is_ok()));
        if found.is_empty() {
            found = theirs;
        } else {
            found.iter_mut().zip(theirs).for_each(|(a, b)| a.berubah.extend(b.berubah));
        }
    }
    let mut out = Vec::new();
    for one in &found {
        let changed: Vec<&Beda> = one.berubah.iter().filter(|b| mine[b.orang as usize]).collect();
        if changed.is_empty() {
            continue;
        }
        let mut turns: BTreeMap<(Kode, Kode), u64> = BTreeMap::new();
        let mut units: BTreeMap<&str, u64> = BTreeMap::new();
        let mut causes: BTreeMap<&str, u64> = BTreeMap::new();
        for beda in &changed {
            let i = beda.orang as usize;
            *turns.entry((beda.dari, beda.jadi)).or_default() += 1;
            let (_, opd) = world.opd_of(i);
            *units.entry(if opd.is_empty() { world.unit_of(i) } else { opd }).or_default() += 1;
            let (parts, place) = match beda.penentu_jadi {
                TANPA => (&one.bagian_dari, beda.penentu_dari),
                place => (&one.bagian_jadi, place),
            };
            *causes.entry(parts.get(usize::from(place)).map_or("subjek", |k| k)).or_default() += 1;
        }
        out.push((one, changed.len(), turns, units, causes));
    }
    if args.json {
        let list: Vec<_> = out
            .iter()
            .map(|(one, count, turns, units, causes)| {
                let turns: Vec<_> = turns
                    .iter()
                    .map(|((a, b), n)| serde_json::json!({ "dari": a.word(), "jadi": b.word(), "orang": n }))
                    .collect();
                serde_json::json!({
                    "norma": one.kunci, "orang": count, "perubahan": turns, "unit": units, "sebab": causes,
                })
            })
            .collect();
        let told = serde_json::json!({ "berlaku": all.hari.to_string(), "norma": list });
        crate::out!("{told}");
        return Ok(ExitCode::SUCCESS);
    }
    crate::out!("Pengandaian pada {}; tidak ada yang dicatat.", law::value::long_date(all.hari));
    for (one, count, turns, units, causes) in &out {
        crate::out!("\n{}: {} orang berubah jawabannya", one.kunci, say::angka(*count as u64));
        for ((a, b), n) in turns {
            crate::out!("  {:>9}  {} → {}", say::angka(*n), a.label(), b.label());
        }
        crate::out!("  sebab:");
        causes.iter().for_each(|(cause, n)| crate::out!("  {:>9}  {cause}", say::angka(*n)));
        crate::out!("  unit:");
        units.iter().for_each(|(unit, n)| crate::out!("  {:>9}  {unit}", say::angka(*n)));
    }
    if out.is_empty() {
        crate::out!("Tidak ada pegawai aktif yang jawabannya berubah.");
    }
    Ok(ExitCode::SUCCESS)
}

fn write(target: &Path, body: impl FnOnce(&mut BufWriter<File>) -> std::io::Result<()>) -> Result<()> {
    let failed = || format!("{} tidak dapat ditulis", target.display());
    let file = File::create(target).with_context(failed)?;
    let mut out = BufWriter::with_capacity(1 << 20, file);
    body(&mut out).and_then(|()| out.flush()).with_context(failed)
}
