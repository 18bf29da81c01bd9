//! Golden cases asked of two packs: which of them are answered otherwise.

use super::versi::dipakai;
use law::Pack;
use law::act::{Akta, matches};
use law::banding::{Isi, rinci};
use law::kasus::{Hasil, read, run};
use law::verdict::Kode;
use std::collections::{BTreeMap, BTreeSet};

/// Cases that are shown; the rest is counted.
const ROWS: usize = 100;

/// What came of it.
#[derive(Clone, Debug, Default)]
pub struct UbahKasus {
    /// Cases there are.
    pub semua: usize,
    /// Of those, asked of both: the others ask norms the draft does not touch.
    pub dijalankan: usize,
    /// Of those, answered otherwise.
    pub berubah: usize,
    /// Those that are shown.
    pub rows: Vec<Baris>,
    /// Tables the other pack cannot read, in a sentence each.
    pub salah: Vec<String>,
}

/// A case answered otherwise.
#[derive(Clone, Debug)]
pub struct Baris {
    /// Its name.
    pub nama: String,
    /// The norm it asks.
    pub norma: String,
    /// File and line.
    pub tempat: String,
    /// The answer now.
    pub sekarang: String,
    /// The answer of the other pack.
    pub rancangan: String,
}

/// Runs the cases among these files of both packs.
pub fn ubah_kasus(sekarang: &Pack, rancangan: &Pack, files: &[(String, String)]) -> UbahKasus {
    let mut made = UbahKasus::default();
    let mut touches = Sentuhan::new(sekarang, rancangan);
    for (path, text) in files.iter().filter(|f| f.0.starts_with("kasus/")) {
        let Ok(ours) = read(sekarang, path, text) else { continue };
        let theirs = match read(rancangan, path, text) {
            Ok(theirs) => theirs,
            Err(wrong) => {
                let first = wrong.first().map_or("", |w| w.as_str());
                made.salah.push(format!("Kasus {path} tidak dapat ditanyakan kepada rancangan: {first}"));
                continue;
            }
        };
        let by_line: BTreeMap<u32, _> = theirs.iter().map(|case| (case.baris, case)).collect();
        made.semua += ours.len();
        for case in ours.iter().filter(|case| touches.norm(&case.norma)) {
            let Some(other) = by_line.get(&case.baris) else { continue };
            made.dijalankan += 1;
            let (a, b) = (answer(run(sekarang, path, case)), answer(run(rancangan, path, other)));
            if a == b {
                continue;
            }
            made.berubah += 1;
            if made.rows.len() < ROWS {
                made.rows.push(Baris {
                    nama: case.nama.clone(),
                    norma: case.norma.clone(),
                    tempat: format!("{} baris {}", path.trim_start_matches("kasus/"), case.baris),
                    sekarang: a,
                    rancangan: b,
                });
            }
        }
    }
    made
}

/// Which norms a draft may answer otherwise, judged generously: whatever it states, amends, repeals or
/// carries on, and every norm that uses such a thing in any version.
struct Sentuhan<'p> {
    packs: [&'p Pack; 2],
    keys: BTreeSet<String>,
    norms: BTreeMap<String, bool>,
}

impl<'p> Sentuhan<'p> {
    fn new(sekarang: &'p Pack, rancangan: &'p Pack) -> Sentuhan<'p> {
        let packs = [sekarang, rancangan];
        let mut keys = BTreeSet::new();
        for one in rinci(sekarang, rancangan) {
            for isi in [one.lama, one.baru].into_iter().flatten() {
                match isi {
                    Isi::Norma(n) => drop(keys.insert(n.kunci.to_string())),
                    Isi::Param(p) => drop(keys.insert(p.kunci.to_string())),
                    Isi::Tabel(t) => drop(keys.insert(t.nama.to_string())),
                    Isi::Ubahan(e) => drop(keys.insert(e.norma.to_string())),
                    Isi::Akta(act) => packs.iter().for_each(|pack| keys.extend(reached(pack, act))),
                }
            }
        }
        Sentuhan { packs, keys, norms: BTreeMap::new() }
    }

    fn norm(&mut self, kunci: &str) -> bool {
        if let Some(known) = self.norms.get(kunci) {
            return *known;
        }
        let used = |pack: &&Pack| dipakai(&pack.book(None, None), kunci);
        let touched = self.keys.contains(kunci)
            || self.packs.iter().any(|pack| used(pack).iter().any(|key| self.keys.contains(key)));
        self.norms.insert(kunci.to_owned(), touched);
        touched
    }
}

/// Keys an act states, ends or carries on.
fn reached(pack: &Pack, act: &Akta) -> BTreeSet<String> {
    let all = |patterns: &[Box<str>], id: &str| {
        let other = pack.akta.get(id).into_iter();
        let keys = other.flat_map(|a| {
            let norms = a.norma.iter().map(|n| &n.kunci);
            norms.chain(a.param.iter().map(|p| &p.kunci)).chain(a.tabel.iter().map(|t| &t.nama))
        });
        let wanted = |key: &&str| patterns.is_empty() || patterns.iter().any(|p| matches(p, key));
        keys.map(|key| &**key).filter(wanted).map(str::to_owned).collect::<Vec<_>>()
    };
    let mut keys: BTreeSet<String> = all(&[], &act.id).into_iter().collect();
    keys.extend(act.mencabut.iter().flat_map(|r| all(&r.kunci, &r.akta)));
    keys.extend(act.melanjutkan.iter().flat_map(|s| all(&s.kunci, &s.akta)));
    keys
}

/// What was answered, as words; citations name the act and would drown the rest.
fn answer(outcome: Hasil) -> String {
    let told = outcome.jawab.into_iter().filter(|(what, _)| what != "sebutan").map(|(what, text)| {
        let text = Kode::from_word(&text).map_or(text, |kode| kode.label().to_owned());
        if what == "hasil" { text } else { format!("{}: {text}", what.replace('_', " ")) }
    });
    told.collect::<Vec<_>>().join("; ")
}
