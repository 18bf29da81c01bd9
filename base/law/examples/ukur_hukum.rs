//! Measures the engine of the law on a million synthetic people; with `--orang FILE` the people and the
//! answers are written as well, for the same rule in another engine to be measured beside it.
//! Run by `cargo x bench law`. Times are CPU time of the whole process, the best of several runs.

use kernel::Date;
use law::andaikan::{self, Tanya};
use law::plan::Bentuk;
use law::saring::{Penanggal, Tapis};
use law::{Ask, FaktaId, Known, Kode, Kolom, Pack, Potret, Value, Vocabulary};
use std::io::Write;
use std::time::Instant;

const ORANG: usize = 1_000_000;
const BERUBAH: usize = 1_000;
const SEMUA_NORMA: usize = 100_000;
const PENJELASAN: usize = 200;
const ULANG: usize = 15;
const HARI: &str = "2026-04-01";

const AKTA: &str = include_str!("ukur_hukum/akta.toml");
const RANCANGAN: &str = include_str!("ukur_hukum/rancangan.toml");
const KOSAKATA: &str = include_str!("ukur_hukum/kosakata.toml");
const BATAS: &str = include_str!("ukur_hukum/batas.csv");

fn main() {
    if let Err(sentence) = run() {
        eprintln!("{sentence}");
        std::process::exit(1);
    }
}

fn run() -> Result<(), String> {
    let mut args = std::env::args().skip(1);
    let out = match args.next().as_deref() {
        Some("--orang") => Some(args.next().ok_or("--orang memerlukan nama berkas")?),
        _ => None,
    };
    let files = own_files();
    let pack = Pack::load(&files).map_err(|wrong| wrong.join("\n"))?;
    let draft = andaikan::tumpang(&files, &[("RANCANGAN/akta.toml".to_owned(), RANCANGAN.to_owned())]);
    let draft = Pack::load(&draft).map_err(|wrong| wrong.join("\n"))?;
    let hari = Date::parse(HARI).ok_or("hari")?;
    let mut dadu = Dadu(20_260_401);
    let people = columns(&pack.words, ORANG, |words| person(&mut dadu, words, hari));
    println!(
        "{ORANG} synthetic people, {} bytes each; {} threads",
        people.bytes_per_person(),
        rayon::current_num_threads()
    );
    rule(&pack, &draft, &people, hari, out.as_deref())?;
    bundled()
}

fn own_files() -> Vec<(String, String)> {
    [
        ("paket.toml", "skema = 1\nnama = \"ukur\"\nversi = \"1\"\n"),
        ("kosakata.toml", KOSAKATA),
        ("UKUR/akta.toml", AKTA),
        ("UKUR/tabel/batas.csv", BATAS),
    ]
    .map(|(path, text)| (path.to_owned(), text.to_owned()))
    .to_vec()
}

/// The rule of six conditions.
fn rule(pack: &Pack, draft: &Pack, people: &Kolom, hari: Date, out: Option<&str>) -> Result<(), String> {
    let ask = Ask::on("kp.reguler", hari);
    let plan = pack.plan(&ask).ok_or("norma")?;
    let book = pack.book(None, None);
    let tapis = Tapis::susun(&plan, &book, &pack.words, hari, hari);
    let answers = tapis.jalan(people);
    let counts = Kode::ALL.map(|k| answers.kode.iter().filter(|b| **b == k as u8).count());
    println!("answers {:?}: {counts:?}", Kode::ALL.map(Kode::word));
    if let Some(path) = out {
        write_people(path, &pack.words, people, &answers.kode).map_err(|e| format!("{path}: {e}"))?;
    }
    let ready = told("rule on ready columns, 1 M people", "ms", 1e3, ULANG, || drop(tapis.jalan(people)));
    if let Some(path) = out {
        std::fs::write(format!("{path}.cpu_ms"), ready.to_string()).map_err(|e| format!("{path}: {e}"))?;
    }
    let one = pool(1)?;
    told("  the same on one thread", "ms", 1e3, ULANG, || one.install(|| drop(tapis.jalan(people))));
    told("  the same, plan made ready each time", "ms", 1e3, ULANG, || {
        drop(Tapis::susun(&plan, &book, &pack.words, hari, hari).jalan(people));
    });
    let rows: Vec<u32> = (0..BERUBAH as u32).map(|i| i * 997).collect();
    let some = people.rebuild_with(&rows);
    const MANY: usize = 200;
    told("1,000 changed people", "us", 1e6 / MANY as f64, ULANG, || {
        for _ in 0..MANY {
            drop(one.install(|| tapis.jalan(&some)));
        }
    });
    told("what if: draft against law, 1 M people", "ms", 1e3, ULANG, || {
        drop(andaikan::andaikan(pack, draft, &["kp.reguler"], people, Tanya { hari, wilayah: None }));
    });
    told("day on which each answer changes, 1 M people", "ms", 1e3, 3, || {
        drop(Penanggal::susun(&plan, &book, &pack.words, hari, hari).ubah_pada(people));
    });
    let portraits: Vec<Potret> = (0..BERUBAH).map(|i| people.potret(i * 991)).collect();
    told("one person explained", "us", 1e6 / BERUBAH as f64, 5, || {
        portraits.iter().for_each(|p| drop(pack.telaah(&ask, p)));
    });
    Ok(())
}

/// The pack this program was built with.
fn bundled() -> Result<(), String> {
    let load = || Pack::bundled().map_err(|wrong| wrong.join("\n"));
    let pack = load()?;
    told("bundled pack: load and check", "ms", 1e3, 3, || drop(load()));
    let hari = Date::parse(HARI).ok_or("hari")?;
    let mut dadu = Dadu(77);
    let people = columns(&pack.words, SEMUA_NORMA, |words| anybody(&mut dadu, words, hari));
    let book = pack.book(None, None);
    let services: Vec<_> =
        pack.layanan.iter().filter_map(|l| book.plan(&pack.words, &l.norma, hari)).collect();
    let ready: Vec<_> = services.iter().map(|p| Tapis::susun(p, &book, &pack.words, hari, hari)).collect();
    let all = format!("every service rule ({}), 100,000 people", ready.len());
    told(&all, "ms", 1e3, ULANG, || {
        ready.iter().for_each(|t| drop(t.jalan(&people)));
    });
    told("  the same, plans made ready each time", "ms", 1e3, ULANG, || {
        services.iter().for_each(|p| drop(Tapis::susun(p, &book, &pack.words, hari, hari).jalan(&people)));
    });
    let portraits: Vec<Potret> = (0..PENJELASAN).map(|i| people.potret(i * 491)).collect();
    let asks: Vec<Ask<'_>> = pack.layanan.iter().map(|l| Ask::on(&l.norma, hari)).collect();
    told("every service explained for one person", "us", 1e6 / PENJELASAN as f64, 5, || {
        portraits.iter().for_each(|p| asks.iter().for_each(|ask| drop(pack.telaah(ask, p))));
    });
    let plans: Vec<_> = pack.kunci().filter_map(|k| book.plan(&pack.words, k, hari)).collect();
    let syarat: Vec<_> = plans.iter().filter(|p| p.bentuk == Bentuk::Syarat).collect();
    let mut each: Vec<(f64, &str)> = Vec::new();
    let all =
        told(&format!("every norm of conditions ({}), 100,000 people", syarat.len()), "ms", 1e3, 1, || {
            for plan in &syarat {
                let (_, cpu) =
                    timed(|| drop(Tapis::susun(plan, &book, &pack.words, hari, hari).jalan(&people)));
                each.push((cpu * 1e3, &plan.kunci));
            }
        });
    each.sort_by(|a, b| b.0.total_cmp(&a.0));
    println!("  {:.0} ns per person and norm; the dearest:", all * 1e6 / (syarat.len() * SEMUA_NORMA) as f64);
    each.iter().take(6).for_each(|(ms, kunci)| println!("  {ms:>10.1} ms  {kunci}"));
    Ok(())
}

fn pool(threads: usize) -> Result<rayon::ThreadPool, String> {
    rayon::ThreadPoolBuilder::new().num_threads(threads).build().map_err(|e| e.to_string())
}

/// Wall clock and CPU time of the process, in seconds.
fn timed(what: impl FnOnce()) -> (f64, f64) {
    let (wall, cpu) = (Instant::now(), cpu_seconds());
    what();
    (wall.elapsed().as_secs_f64(), cpu_seconds() - cpu)
}

/// Runs several times, prints the best, gives its CPU time in the unit named.
fn told(what: &str, unit: &str, scale: f64, times: usize, mut run: impl FnMut()) -> f64 {
    let all: Vec<(f64, f64)> = (0..times).map(|_| timed(&mut run)).collect();
    let best = |pick: fn(&(f64, f64)) -> f64| all.iter().map(pick).fold(f64::INFINITY, f64::min) * scale;
    let (wall, cpu) = (best(|t| t.0), best(|t| t.1));
    println!("{what:<52} {cpu:>10.2} {unit} CPU {wall:>10.2} {unit} clock");
    cpu
}

/// CPU time of this process so far. The kernel counts it in nanoseconds in `schedstat` of each thread.
fn cpu_seconds() -> f64 {
    let Ok(tasks) = std::fs::read_dir("/proc/self/task") else { return 0.0 };
    let of = |task: std::fs::DirEntry| -> Option<f64> {
        let text = std::fs::read_to_string(task.path().join("schedstat")).ok()?;
        text.split_whitespace().next()?.parse::<f64>().ok()
    };
    tasks.flatten().filter_map(of).sum::<f64>() / 1e9
}

/// Numbers without a seed of the day: everybody measures the same people.
struct Dadu(u64);

impl Dadu {
    fn below(&mut self, n: u64) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0.wrapping_mul(0x2545_f491_4f6c_dd1d) >> 32) % n
    }
}

fn columns(words: &Vocabulary, count: usize, mut one: impl FnMut(&Vocabulary) -> Potret) -> Kolom {
    let mut kolom = Kolom::new(words, count);
    for i in 0..count {
        kolom.set(i, &one(words));
    }
    kolom
}

/// Somebody the rule of six conditions may concern.
fn person(dadu: &mut Dadu, words: &Vocabulary, hari: Date) -> Potret {
    let mut potret = Potret::blank(words);
    for (at, fakta) in words.fakta_list().iter().enumerate() {
        let known = match &*fakta.nama {
            "jenis_asn" => pick(words, at, if dadu.below(100) < 80 { 0 } else { 1 + dadu.below(2) as u16 }),
            "tmt_golongan" => Known::Is(Value::Day(hari.add_days(-(dadu.below(2600) as i32)))),
            "hukdis_sampai" if dadu.below(100) < 95 => Known::Absent,
            "hukdis_sampai" => Known::Is(Value::Day(hari.add_days(dadu.below(720) as i32 - 360))),
            "predikat_1" | "predikat_2" if dadu.below(100) < 4 => Known::Unknown,
            "predikat_1" | "predikat_2" => {
                pick(words, at, if dadu.below(100) < 90 { 3 } else { dadu.below(5) as u16 })
            }
            "ujian_dinas" => {
                [Known::Absent, pick(words, at, 0), pick(words, at, 1)][dadu.below(3) as usize].clone()
            }
            _ => pick(words, at, dadu.below(choices(words, at)) as u16),
        };
        potret.set(FaktaId(at as u16), known);
    }
    potret
}

fn choices(words: &Vocabulary, at: usize) -> u64 {
    match words.fakta(FaktaId(at as u16)).tipe {
        law::value::Type::Pilihan(jenis) => words.jenis(jenis).len() as u64,
        _ => 1,
    }
}

fn pick(words: &Vocabulary, at: usize, n: u16) -> Known {
    match words.fakta(FaktaId(at as u16)).tipe {
        law::value::Type::Pilihan(jenis) => Known::Is(Value::Pick(jenis, n)),
        _ => Known::Unknown,
    }
}

/// Anybody: every fact of the vocabulary stated for four people in five.
fn anybody(dadu: &mut Dadu, words: &Vocabulary, hari: Date) -> Potret {
    use law::value::Type;
    let mut potret = Potret::blank(words);
    for (at, fakta) in words.fakta_list().iter().enumerate() {
        let value = match fakta.tipe {
            Type::Tanggal => Value::Day(hari.add_days(2000 - dadu.below(16_000) as i32)),
            Type::Bilangan | Type::Desimal => Value::int(dadu.below(400) as i64),
            Type::Rupiah => Value::int(dadu.below(9_000_000) as i64),
            Type::YaTidak => Value::Yes(dadu.below(2) == 0),
            Type::Teks => Value::Text("teks".into()),
            Type::Pilihan(jenis) => Value::Pick(jenis, dadu.below(words.jenis(jenis).len() as u64) as u16),
        };
        let known = match dadu.below(20) {
            0 | 1 => Known::Unknown,
            2 => Known::Absent,
            3 => Known::Conflict,
            _ => Known::Is(value),
        };
        potret.set(FaktaId(at as u16), known);
    }
    potret
}

/// People as the script of the other engine reads them: one column after the other, each cell four
/// bytes, in the order of the vocabulary file; then the answers, one byte each.
fn write_people(path: &str, words: &Vocabulary, people: &Kolom, answers: &[u8]) -> std::io::Result<()> {
    let mut file = std::io::BufWriter::new(std::fs::File::create(path)?);
    for nama in [
        "jenis_asn",
        "golongan",
        "tmt_golongan",
        "pendidikan",
        "predikat_1",
        "predikat_2",
        "hukdis_sampai",
        "ujian_dinas",
    ] {
        let Some(id) = words.find(nama) else { continue };
        for row in 0..people.len() {
            let cell = match people.get(row, id) {
                Known::Is(Value::Pick(_, n)) => i32::from(n),
                Known::Is(Value::Day(day)) => day.days(),
                Known::Absent => -1_000_001,
                _ => -1_000_000,
            };
            file.write_all(&cell.to_le_bytes())?;
        }
    }
    file.write_all(answers)
}
