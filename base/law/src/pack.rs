//! A pack: acts, words and their hash, checked as a whole. One that has anything wrong is refused
//! whole; what was running goes on running.

use crate::act::Akta;
use crate::book::Book;
use crate::compile;
use crate::explanation::{Answer, Clocks};
use crate::layanan::{self, Layanan};
use crate::load::{self, Header};
use crate::penempatan::{Penempatan, check as check_penempatan, read as read_penempatan};
use crate::plan::Plan;
use crate::plan::refs::{Refs, circle, too_deep};
use crate::potret::Potret;
use crate::reader::{At, Complaints};
use crate::telaah;
use crate::vocabulary::Vocabulary;
use kernel::{Date, Stamp};
use sha2::{Digest, Sha256};
use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::sync::{Arc, Mutex};

/// The files of the repository's pack and its golden cases, as (path, text).
pub const BUNDLED: &[(&str, &str)] = include!(concat!(env!("OUT_DIR"), "/bundled.rs"));

/// A checked pack.
#[derive(Debug)]
pub struct Pack {
    /// Name and version.
    pub header: Header,
    /// Facts and choices.
    pub words: Vocabulary,
    /// Acts by id.
    pub akta: Arc<BTreeMap<Box<str>, Akta>>,
    /// Services of the office.
    pub layanan: Vec<Layanan>,
    /// Placement rounds: kinds, gates, criteria.
    pub penempatan: Penempatan,
    /// SHA-256 over every file of the law, by path.
    pub hash: [u8; 32],
    full: Arc<Book>,
    /// Days on which some act became known, ascending.
    known: Vec<Date>,
    books: Mutex<Books>,
}

/// Books made so far, by how many acts were known and for which region.
type Books = HashMap<(usize, Option<Box<str>>), Arc<Book>>;

/// A question about one person.
#[derive(Clone, Debug)]
pub struct Ask<'a> {
    /// The norm.
    pub kunci: &'a str,
    /// The day asked about.
    pub hari: Date,
    /// As far as facts were known.
    pub fakta_diketahui: Stamp,
    /// Law date; the day asked about when not said.
    pub hukum: Option<Date>,
    /// As far as the law was known; all of it when not said.
    pub hukum_diketahui: Option<Date>,
    /// Region code of the instansi.
    pub wilayah: Option<&'a str>,
}

impl<'a> Ask<'a> {
    /// About a day, everything known so far, national law.
    pub fn on(kunci: &'a str, hari: Date) -> Ask<'a> {
        Ask { kunci, hari, fakta_diketahui: Stamp::MAX, hukum: None, hukum_diketahui: None, wilayah: None }
    }
}

impl Pack {
    /// Reads and checks a pack, given as (path inside the pack, text).
    ///
    /// # Errors
    /// Everything that is wrong, each a sentence with file and line.
    pub fn load(files: &[(String, String)]) -> Result<Pack, Vec<String>> {
        let complaints = Complaints::default();
        let raw = load::read(files, &complaints);
        let Some(raw) = raw.filter(|_| complaints.is_empty()) else { return Err(complaints.into_list()) };
        let akta = Arc::new(raw.akta);
        let full = Book::build(&akta, Date::from_days(i32::MAX), None, &complaints);
        let regions: BTreeSet<&str> = akta.values().filter_map(|a| a.wilayah.as_deref()).collect();
        let size: usize = akta.values().map(|a| 1 + a.norma.len() + a.param.len() + a.tabel.len()).sum();
        for region in regions {
            if !complaints.spend(&At::default(), size as u64 * PIECE) {
                break;
            }
            Book::build(&akta, Date::from_days(i32::MAX), Some(region), &complaints);
        }
        if complaints.is_empty() {
            check(&full, &raw.words, |_| true, &complaints);
        }
        let layanan = layanan::read(files, &complaints);
        for one in &layanan {
            for kunci in [Some(&one.norma), one.tanggal.as_ref()].into_iter().flatten().chain(&one.juga) {
                if !full.norma.contains_key(kunci) {
                    complaints.add(&one.at, format!("norma {kunci} tidak ada."));
                }
            }
        }
        for one in &layanan {
            let Some((fakta, word)) = &one.jalur else { continue };
            let said = raw.words.find(fakta).and_then(|id| raw.words.parse_known(id, word).ok());
            if said.is_none() {
                complaints
                    .add(&one.at, format!("jalur: {fakta} tidak dikenal atau tidak dapat berisi {word}."));
            }
        }
        let penempatan = read_penempatan(files, &complaints);
        check_penempatan(&penempatan, &full, &complaints);
        if !complaints.is_empty() {
            return Err(complaints.into_list());
        }
        let mut known: Vec<Date> = akta.values().map(|a| a.diundangkan).collect();
        known.sort_unstable();
        known.dedup();
        Ok(Pack {
            header: raw.header,
            words: raw.words,
            akta,
            layanan,
            penempatan,
            hash: hash(files),
            full: Arc::new(full),
            known,
            books: Mutex::default(),
        })
    }

    /// This pack with one act read anew, given as the files of its folder; only some norms are compiled.
    /// `None` when it is refused.
    pub(crate) fn with_act(&self, files: &[(String, String)], norms: &BTreeSet<&str>) -> Option<Pack> {
        let complaints = Complaints::default();
        let read = load::acts(files, &self.words, &complaints);
        let mut akta = BTreeMap::clone(&self.akta);
        akta.extend(read);
        let akta = Arc::new(akta);
        let full = Book::build(&akta, Date::from_days(i32::MAX), None, &complaints);
        if complaints.is_empty() {
            check(&full, &self.words, |kunci| norms.contains(kunci), &complaints);
        }
        complaints.is_empty().then(|| Pack {
            header: self.header.clone(),
            words: self.words.clone(),
            akta,
            layanan: self.layanan.clone(),
            penempatan: self.penempatan.clone(),
            hash: self.hash,
            full: Arc::new(full),
            known: self.known.clone(),
            books: Mutex::default(),
        })
    }

    /// The pack this program was built with.
    ///
    /// # Errors
    /// As [`Pack::load`]; a test keeps them away.
    pub fn bundled() -> Result<Pack, Vec<String>> {
        let own = |(path, text): &(&str, &str)| ((*path).to_owned(), (*text).to_owned());
        Pack::load(&BUNDLED.iter().map(own).collect::<Vec<_>>())
    }

    /// The law as known at a day, in a region.
    pub fn book(&self, diketahui: Option<Date>, wilayah: Option<&str>) -> Arc<Book> {
        let count = diketahui.map_or(self.known.len(), |day| self.known.partition_point(|k| *k <= day));
        let local = wilayah.filter(|w| {
            self.akta.values().any(|a| a.wilayah.as_deref().is_some_and(|code| w.starts_with(code)))
        });
        if count == self.known.len() && local.is_none() {
            return self.full.clone();
        }
        let key = (count, local.map(Box::from));
        let mut books = self.books.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
        let made = books.entry(key).or_insert_with(|| {
            let until = count.checked_sub(1).map_or(Date::MIN, |i| self.known[i]);
            Arc::new(Book::build(&self.akta, until, local, &Complaints::default()))
        });
        made.clone()
    }

    /// Norm keys, in order.
    pub fn kunci(&self) -> impl Iterator<Item = &str> {
        self.full.norma.keys().map(|k| &**k)
    }

    /// A norm compiled as a question asks it; `None` when it does not hold then.
    pub fn plan(&self, ask: &Ask<'_>) -> Option<Arc<Plan>> {
        let book = self.book(ask.hukum_diketahui, ask.wilayah);
        book.plan(&self.words, ask.kunci, ask.hukum.unwrap_or(ask.hari))
    }

    /// The clocks of a question, all of them said.
    pub fn clocks(&self, ask: &Ask<'_>) -> Clocks {
        Clocks {
            fakta_pada: ask.hari,
            fakta_diketahui: ask.fakta_diketahui,
            hukum_pada: ask.hukum.unwrap_or(ask.hari),
            hukum_diketahui: ask.hukum_diketahui.or(self.known.last().copied()).unwrap_or(ask.hari),
            paket: self.hash,
        }
    }

    /// Asks about one person; `None` when no such norm holds on that law date.
    pub fn telaah(&self, ask: &Ask<'_>, potret: &Potret) -> Option<Answer> {
        let book = self.book(ask.hukum_diketahui, ask.wilayah);
        let plan = book.plan(&self.words, ask.kunci, ask.hukum.unwrap_or(ask.hari))?;
        Some(telaah::telaah(&plan, &book, &self.words, potret, self.clocks(ask)))
    }
}

/// Work of compiling a norm, as [`Complaints::spend`] counts.
const PLAN: u64 = 4_000;
/// Work of putting one norm, parameter or table in order of time.
const PIECE: u64 = 200;

/// Every version of every norm must compile, and whatever it uses must hold as long as it does.
fn check(book: &Book, words: &Vocabulary, norms: impl Fn(&str) -> bool, complaints: &Complaints) {
    let mut asked = Refs::new();
    for (kunci, versions) in book.norma.iter().filter(|(k, _)| norms(k)) {
        for version in versions {
            let mut day = version.span.mulai;
            // Walk over the days on which something in it becomes different.
            const STEPS: usize = 400;
            for _ in 0..STEPS {
                let at = &book.akta[&version.akta].norma[version.place].at;
                if !complaints.spend(at, PLAN) {
                    return;
                }
                match compile::plan(book, words, kunci, day, &[]) {
                    Ok(Some(plan)) => {
                        plan.refs(&mut asked);
                        complaints.spend(at, PLAN / 4 * plan.langkah.len() as u64);
                        match plan.masa.sampai {
                            Some(next) if next > day && version.span.sampai.is_none_or(|end| next < end) => {
                                day = next
                            }
                            _ => break,
                        }
                    }
                    Ok(None) => break,
                    Err((at, sentence)) => {
                        complaints.add(&at, sentence);
                        break;
                    }
                }
            }
        }
    }
    if let Some(keys) = circle(&asked) {
        let at = book.norma[&keys[0]].first().map(|v| book.akta[&v.akta].norma[v.place].at.clone());
        let sentence = format!("norma saling merujuk tanpa akhir, juga antar masa: {}.", keys.join(" → "));
        complaints.add(&at.unwrap_or_default(), sentence);
    } else if let Some(kunci) = too_deep(&asked, LEVELS) {
        let at = book.norma[kunci].first().map(|v| book.akta[&v.akta].norma[v.place].at.clone());
        let sentence =
            format!("norma {kunci} merujuk lebih dari {LEVELS} tingkat norma, peralihan dihitung.");
        complaints.add(&at.unwrap_or_default(), sentence);
    }
}

/// Levels of norms asked one from another, also by way of transitional tables.
const LEVELS: usize = 24;

/// SHA-256 over every file of the law by path; golden cases are no law.
pub fn hash(files: &[(String, String)]) -> [u8; 32] {
    let mut law: Vec<&(String, String)> = files.iter().filter(|f| !f.0.starts_with("kasus/")).collect();
    law.sort();
    let mut hasher = Sha256::new();
    for (path, text) in law {
        for part in [path, text] {
            hasher.update((part.len() as u64).to_be_bytes());
            hasher.update(part.as_bytes());
        }
    }
    hasher.finalize().into()
}
