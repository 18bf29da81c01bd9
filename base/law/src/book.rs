//! What holds when: acts put in order of time. Amendments, repeals without fall-through, content that
//! is carried on, and the citation that says all of it, computed and never typed.

use crate::act::{Akta, Bagian, Change, Fields, NormDef, ParamDef, Saving, Span, matches};
use crate::plan::Plan;
use crate::reader::{At, Complaints};
use crate::table::TableDef;
use crate::vocabulary::Vocabulary;
use kernel::Date;
use kernel::tables::Kepastian;
use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};
use std::sync::{Arc, Mutex};

/// A definition of an act in the days it holds.
#[derive(Clone, Debug)]
pub struct Version {
    /// The days.
    pub span: Span,
    /// The act.
    pub akta: Box<str>,
    /// Its place in that act's list.
    pub place: usize,
    /// When the act is repealed and this is carried on: by which act and its place there.
    pub saving: Option<(Box<str>, usize)>,
}

/// Where something stands in the law of a day, ready to be printed.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Citation {
    /// Id of the act.
    pub akta: Box<str>,
    /// `PP 99/2000`
    pub sebutan: Box<str>,
    /// `Pasal 7 huruf a`
    pub letak: Box<str>,
    /// Acts that amended it by then.
    pub jo: Vec<Box<str>>,
    /// Article and act that gave this part its present wording.
    pub diubah: Option<(Box<str>, Box<str>)>,
    /// Articles, act and condition by which it is carried on after its repeal.
    pub diteruskan: Option<(Box<str>, Box<str>, Box<str>)>,
    /// How sure we are.
    pub kepastian: Kepastian,
    /// The days this version holds.
    pub span: Span,
}

impl Citation {
    /// `Pasal 7 huruf a PP 99/2000 jo. PP 12/2002 yang dicabut, diteruskan melalui Pasal 352 dan Pasal 363 PP 11/2017`
    pub fn text(&self) -> String {
        let mut text = self.letak.to_string();
        if !text.contains(&*self.sebutan) {
            if !text.is_empty() {
                text.push(' ');
            }
            text.push_str(&self.sebutan);
        }
        for jo in &self.jo {
            text.push_str(" jo. ");
            text.push_str(jo);
        }
        if let Some((dasar, akta, _)) = &self.diteruskan {
            text.push_str(&format!(" yang dicabut, diteruskan melalui {dasar} {akta}"));
        }
        if let Some((letak, akta)) = &self.diubah {
            text.push_str(&format!("; diubah dengan {letak} {akta}"));
        }
        text
    }
}

/// Which days are no working days, and for which days that is known.
#[derive(Default, Debug)]
pub struct Calendar {
    off: HashSet<Date>,
    known: Vec<Span>,
}

impl Calendar {
    /// Whether people work on a day, Monday to Friday; `None` outside the years known.
    pub fn works(&self, day: Date) -> Option<bool> {
        if !self.known.iter().any(|s| s.holds(day)) {
            return None;
        }
        // 1 January 1970 was a Thursday.
        let weekday = (day.days() + 3).rem_euclid(7);
        Some(weekday < 5 && !self.off.contains(&day))
    }
}

/// The law as the public could know it at a moment, in one region.
#[derive(Debug)]
pub struct Book {
    /// Acts known by then.
    pub akta: Arc<BTreeMap<Box<str>, Akta>>,
    /// Ids of the acts that count.
    counted: BTreeSet<Box<str>>,
    /// Norms by key, versions in order of days.
    pub norma: BTreeMap<Box<str>, Vec<Version>>,
    /// Parameters by key.
    pub param: BTreeMap<Box<str>, Vec<Version>>,
    /// Parameters regional acts fill.
    regional: BTreeMap<Box<str>, Vec<Version>>,
    /// Tables by name.
    pub tabel: BTreeMap<Box<str>, Vec<Version>>,
    /// Working days.
    pub calendar: Arc<Calendar>,
    /// Plans made so far, by norm and law date.
    plans: Plans,
}

type PlanMap = HashMap<(Box<str>, Date), Option<Arc<Plan>>>;
type Plans = Mutex<PlanMap>;

/// Plans kept; beyond it the store is emptied, for law dates may come from people's cases.
const PLANS: usize = 20_000;

/// Acts, parameters, norms or tables are put in order alike; this is what that needs of one.
struct Piece<'a> {
    akta: &'a Akta,
    place: usize,
    key: &'a str,
    span: Span,
    menggantikan: Option<&'a str>,
    at: &'a At,
}

impl Book {
    /// Puts acts in order. `known`: only acts promulgated by then; `wilayah`: whose regional acts count.
    pub fn build(
        akta: &Arc<BTreeMap<Box<str>, Akta>>,
        known: Date,
        wilayah: Option<&str>,
        complaints: &Complaints,
    ) -> Book {
        let ours = |a: &&Akta| match (&a.wilayah, wilayah) {
            (None, _) => true,
            (Some(code), Some(asked)) => asked.starts_with(&**code),
            (Some(_), None) => false,
        };
        let counted: Vec<&Akta> = akta.values().filter(|a| a.diundangkan <= known).filter(ours).collect();
        relations(akta, &counted, complaints);
        let national: Vec<&Akta> = counted.iter().copied().filter(|a| a.wilayah.is_none()).collect();
        let region: Vec<&Akta> = counted.iter().copied().filter(|a| a.wilayah.is_some()).collect();
        let norms = pieces(&national, |a| {
            a.norma.iter().map(|n| (&*n.kunci, n.span, n.menggantikan.as_deref(), &n.at)).collect()
        });
        let param = pieces(&national, |a| {
            a.param.iter().map(|p| (&*p.kunci, p.span, p.menggantikan.as_deref(), &p.at)).collect()
        });
        let regional = pieces(&region, |a| {
            a.param.iter().map(|p| (&*p.kunci, p.span, p.menggantikan.as_deref(), &p.at)).collect()
        });
        let tables = pieces(&national, |a| {
            a.tabel.iter().map(|t| (&*t.nama, t.span, t.menggantikan.as_deref(), &t.at)).collect()
        });
        let mut calendar = Calendar::default();
        let (days, tables): (Vec<Piece<'_>>, Vec<Piece<'_>>) =
            tables.into_iter().partition(|p| p.key == "libur");
        for piece in days {
            let table = &piece.akta.tabel[piece.place];
            calendar.known.push(table.span);
            let day = |row: &crate::table::Row| match row.cells.first() {
                Some(crate::table::Cell::Range(Some(day), _)) => day.whole(),
                _ => None,
            };
            calendar.off.extend(table.rows.iter().filter_map(day).map(|d| Date::from_days(d as i32)));
        }
        let book = Book {
            akta: akta.clone(),
            counted: counted.iter().map(|a| a.id.clone()).collect(),
            norma: timeline("norma", norms, &counted, complaints),
            param: timeline("param", param, &counted, complaints),
            regional: timeline("param", regional, &counted, complaints),
            tabel: timeline("tabel", tables, &counted, complaints),
            calendar: Arc::new(calendar),
            plans: Plans::default(),
        };
        book.check_region(&region, complaints);
        book.check_edits(&counted, complaints);
        book
    }

    /// A regional act may fill only what the national law left to it.
    fn check_region(&self, region: &[&Akta], complaints: &Complaints) {
        for act in region {
            for param in &act.param {
                let left = self.param.get(&param.kunci).into_iter().flatten();
                let left = left.filter(|v| v.span.cut(param.span).is_some());
                let level =
                    if act.wilayah.as_ref().is_some_and(|w| w.len() > 2) { "KABKOTA" } else { "PROVINSI" };
                let mut allowed = left.map(|v| {
                    let to = self.akta[&v.akta].param[v.place].delegasi.as_deref();
                    to.is_some_and(|to| to == level || to == "SEMUA")
                });
                if !allowed.next().unwrap_or(false) || !allowed.all(|a| a) {
                    complaints.add(
                        &param.at,
                        format!("peraturan nasional tidak mendelegasikan param {}.", param.kunci),
                    );
                }
            }
            if !act.norma.is_empty()
                || !act.ubahan.is_empty()
                || !act.mencabut.is_empty()
                || !act.tabel.is_empty()
            {
                complaints.add(&act.at, "peraturan daerah hanya boleh mengisi param yang didelegasikan.");
            }
        }
    }

    fn check_edits(&self, counted: &[&Akta], complaints: &Complaints) {
        for edit in counted.iter().flat_map(|a| &a.ubahan) {
            if matches!(edit.what, Change::Hapus) && edit.bagian.is_none() {
                complaints
                    .add(&edit.at, "satu norma tidak dihapus seluruhnya; tulis [[mencabut]] dengan `kunci`.");
                continue;
            }
            let Some(version) = self.version(&edit.norma, edit.mulai) else {
                let sentence = format!(
                    "norma {} tidak berlaku pada {}, jadi tidak dapat diubah.",
                    edit.norma, edit.mulai
                );
                complaints.add(&edit.at, sentence);
                continue;
            };
            let body = self.body(&edit.norma, version, edit.mulai.add_days(-1));
            let bagian = edit.bagian.as_deref().or(match &edit.what {
                Change::Tambah(_, after) => after.as_deref(),
                _ => None,
            });
            // Edits of the same day see each other; the text before is looked at first, then the whole.
            let there = |body: &NormBody| bagian.is_none_or(|b| body.bagian.iter().any(|p| &*p.kunci == b));
            if !there(&body)
                && !there(&self.body(&edit.norma, version, edit.mulai))
                && !matches!(edit.what, Change::Hapus)
            {
                let sentence = format!("{} tidak punya bagian {}.", edit.norma, bagian.unwrap_or(""));
                complaints.add(&edit.at, sentence);
            }
            if matches!(edit.what, Change::Hapus) && !there(&body) {
                complaints.add(
                    &edit.at,
                    format!("{} tidak punya bagian {} untuk dihapus.", edit.norma, bagian.unwrap_or("")),
                );
            }
        }
    }

    /// A norm compiled for a law date; `None` when it does not hold then. What cannot be compiled never
    /// got into a pack.
    pub fn plan(&self, words: &Vocabulary, kunci: &str, hukum: Date) -> Option<Arc<Plan>> {
        if let Some(plan) = self.lock().get(&(Box::from(kunci), hukum)) {
            return plan.clone();
        }
        let plan = crate::compile::plan(self, words, kunci, hukum, &[]).ok().flatten();
        self.keep(kunci, hukum, plan.clone());
        plan
    }

    /// A plan made before.
    pub(crate) fn made(&self, kunci: &str, hukum: Date) -> Option<Arc<Plan>> {
        self.lock().get(&(Box::from(kunci), hukum)).cloned().flatten()
    }

    pub(crate) fn keep(&self, kunci: &str, hukum: Date, plan: Option<Arc<Plan>>) {
        let mut plans = self.lock();
        if plans.len() >= PLANS {
            plans.clear();
        }
        plans.insert((kunci.into(), hukum), plan);
    }

    fn lock(&self) -> std::sync::MutexGuard<'_, PlanMap> {
        self.plans.lock().unwrap_or_else(std::sync::PoisonError::into_inner)
    }

    /// The version of a norm in force on a law date.
    pub fn version(&self, kunci: &str, hukum: Date) -> Option<&Version> {
        self.norma.get(kunci)?.iter().find(|v| v.span.holds(hukum))
    }

    /// A parameter on a law date, a regional act before the national one.
    pub fn param(&self, kunci: &str, hukum: Date) -> Option<(&Version, &ParamDef)> {
        let lists = [self.regional.get(kunci), self.param.get(kunci)];
        let version = lists.into_iter().flatten().flatten().find(|v| v.span.holds(hukum))?;
        Some((version, &self.akta[&version.akta].param[version.place]))
    }

    /// Every version of a parameter, the regional ones first.
    pub fn param_versions(&self, kunci: &str) -> impl Iterator<Item = (&Version, &ParamDef)> {
        let lists = [self.regional.get(kunci), self.param.get(kunci)];
        lists.into_iter().flatten().flatten().map(|v| (v, &self.akta[&v.akta].param[v.place]))
    }

    /// A table on a law date.
    pub fn table(&self, nama: &str, hukum: Date) -> Option<(&Version, &TableDef)> {
        let version = self.tabel.get(nama)?.iter().find(|v| v.span.holds(hukum))?;
        Some((version, &self.akta[&version.akta].tabel[version.place]))
    }

    /// Whether an act counts in this book.
    pub fn counts(&self, akta: &str) -> bool {
        self.counted.contains(akta)
    }

    /// The first day after a law date on which anything of a norm's versions or its amendments changes.
    pub fn next_border(&self, kunci: &str, hukum: Date) -> Option<Date> {
        let versions = self.norma.get(kunci).into_iter().flatten();
        let ends = versions.flat_map(|v| [Some(v.span.mulai), v.span.sampai]).flatten();
        let edits = self.edits(kunci).map(|(_, e)| e.mulai);
        ends.chain(edits).filter(|d| *d > hukum).min()
    }

    fn edits<'a>(&'a self, kunci: &'a str) -> impl Iterator<Item = (&'a Akta, &'a crate::act::Edit)> {
        let acts = self.counted.iter().map(|id| &self.akta[id]);
        acts.flat_map(|a| a.ubahan.iter().map(move |e| (a, e))).filter(move |(_, e)| &*e.norma == kunci)
    }

    /// A norm with the amendments in force on a law date worked in.
    pub fn body(&self, kunci: &str, version: &Version, hukum: Date) -> NormBody {
        let def: &NormDef = &self.akta[&version.akta].norma[version.place];
        let mut body = NormBody {
            fields: def.fields.clone(),
            bagian: def.bagian.clone(),
            kepastian: def.kepastian,
            oleh: None,
        };
        let mut edits: Vec<_> =
            self.edits(kunci).filter(|(_, e)| e.mulai <= hukum && e.mulai >= def.span.mulai).collect();
        edits.sort_by(|(a, e), (b, f)| (e.mulai, &a.id).cmp(&(f.mulai, &b.id)));
        for (act, edit) in edits {
            body.apply(act, edit);
        }
        body
    }

    /// The citation of something that stands at a place of an act, as of a law date.
    pub fn cite(
        &self,
        version: &Version,
        letak: &str,
        kepastian: Kepastian,
        oleh: Option<&(Box<str>, Box<str>)>,
        hukum: Date,
    ) -> Citation {
        let act = &self.akta[&version.akta];
        let name = |id: &str| self.akta.get(id).map_or_else(|| id.into(), |a| a.sebutan.clone());
        let (akta, sebutan, letak, diubah) = match oleh {
            // A part that an amending act added stands in that act.
            Some((by, article)) if letak.is_empty() => (by.clone(), name(by), article.clone(), None),
            Some((by, article)) => {
                (act.id.clone(), act.sebutan.clone(), letak.into(), Some((article.clone(), name(by))))
            }
            None => (act.id.clone(), act.sebutan.clone(), letak.into(), None),
        };
        let saving = version.saving.as_ref().filter(|_| akta == act.id).map(|(by, place)| {
            let saving: &Saving = &self.akta[by].melanjutkan[*place];
            (saving.dasar.clone(), name(by), saving.syarat.clone())
        });
        let mut amended: Vec<(Date, Box<str>)> = self
            .counted
            .iter()
            .map(|id| &self.akta[id])
            .flat_map(|a| a.mengubah.iter().map(move |m| (a, m)))
            .filter(|(_, (of, day, _))| *of == akta && *day <= hukum)
            .map(|(a, (_, day, _))| (*day, a.sebutan.clone()))
            .collect();
        amended.sort();
        let jo = amended.into_iter().map(|(_, name)| name).collect();
        Citation { akta, sebutan, letak, jo, diubah, diteruskan: saving, kepastian, span: version.span }
    }
}

/// A norm as of a law date.
#[derive(Clone, Debug)]
pub struct NormBody {
    /// Its own fields.
    pub fields: Fields,
    /// Its parts in order.
    pub bagian: Vec<Bagian>,
    /// How sure.
    pub kepastian: Kepastian,
    /// Act and article that changed its own fields last.
    pub oleh: Option<(Box<str>, Box<str>)>,
}

impl NormBody {
    fn apply(&mut self, act: &Akta, edit: &crate::act::Edit) {
        let by = (act.id.clone(), edit.dasar.clone());
        let place = |body: &NormBody, key: &str| body.bagian.iter().position(|b| &*b.kunci == key);
        match (&edit.what, &edit.bagian) {
            (Change::Ganti(fields), None) => {
                self.fields.extend(fields.iter().map(|(k, v)| (*k, v.clone())));
                self.oleh = Some(by);
            }
            (Change::Ganti(fields), Some(key)) => {
                if let Some(i) = place(self, key) {
                    let part = &mut self.bagian[i];
                    // What it asks is replaced as a whole: a condition does not keep its old routes.
                    let asks = ["bila", "pertimbangan", "norma"];
                    if asks.iter().any(|a| fields.contains_key(a)) {
                        part.jalur.clear();
                        asks.iter().for_each(|a| drop(part.fields.remove(a)));
                    }
                    part.fields.extend(fields.iter().map(|(k, v)| (*k, v.clone())));
                    part.oleh = Some(by);
                }
            }
            (Change::Hapus, Some(key)) => self.bagian.retain(|b| b.kunci != *key),
            // The loader refuses it; see `check_edits`.
            (Change::Hapus, None) => {}
            (Change::Tambah(part, after), _) => {
                let at =
                    after.as_deref().and_then(|key| place(self, key)).map_or(self.bagian.len(), |i| i + 1);
                self.bagian.insert(at, (**part).clone());
            }
        }
    }
}

type Told<'a> = Vec<(&'a str, Span, Option<&'a str>, &'a At)>;

fn pieces<'a>(acts: &[&'a Akta], of: impl Fn(&'a Akta) -> Told<'a>) -> Vec<Piece<'a>> {
    let mut all = Vec::new();
    for act in acts {
        for (place, (key, span, menggantikan, at)) in of(act).into_iter().enumerate() {
            all.push(Piece { akta: act, place, key, span, menggantikan, at });
        }
    }
    all
}

/// Versions by key, with what is wrong about them.
fn timeline(
    what: &str,
    pieces: Vec<Piece<'_>>,
    counted: &[&Akta],
    complaints: &Complaints,
) -> BTreeMap<Box<str>, Vec<Version>> {
    let mut by_key: BTreeMap<&str, Vec<&Piece<'_>>> = BTreeMap::new();
    for piece in &pieces {
        by_key.entry(piece.key).or_default().push(piece);
    }
    let mut timeline = BTreeMap::new();
    for (key, list) in by_key {
        let mut versions: Vec<(Version, &At)> = Vec::new();
        for piece in &list {
            if let Some(old) = piece.menggantikan
                && !list.iter().any(|p| &*p.akta.id == old)
            {
                complaints.add(piece.at, format!("{old} tidak punya {what} {key} untuk digantikan."));
            }
            versions.extend(holds(piece, &list, counted).into_iter().map(|v| (v, piece.at)));
        }
        versions.sort_by_key(|(v, _)| v.span.mulai);
        for pair in versions.windows(2) {
            let ((a, _), (b, at)) = (&pair[0], &pair[1]);
            if a.span.cut(b.span).is_some() {
                let sentence = format!(
                    "{what} {key} sudah diatur {} pada {}; tulis menggantikan.",
                    a.akta, b.span.mulai
                );
                complaints.add(at, sentence);
            } else if a.span.sampai.is_some_and(|end| end < b.span.mulai) && !declared(key, a, b, counted) {
                let end = a.span.sampai.map_or(String::new(), |d| d.to_string());
                let sentence = format!(
                    "{what} {key} tidak diatur dari {end} sampai {}; akui dengan [[celah]].",
                    b.span.mulai
                );
                complaints.add(at, sentence);
            }
        }
        timeline.insert(key.into(), versions.into_iter().map(|(v, _)| v).collect());
    }
    timeline
}

fn declared(key: &str, a: &Version, b: &Version, counted: &[&Akta]) -> bool {
    let (Some(from), to) = (a.span.sampai, b.span.mulai) else { return true };
    let gap = counted.iter().flat_map(|act| &act.celah).any(|(pattern, span, _)| {
        matches(pattern, key) && span.mulai <= from && span.sampai.is_none_or(|end| to <= end)
    });
    let repealed = counted.iter().flat_map(|act| &act.mencabut).any(|r| r.akta == a.akta && r.mulai == from);
    gap || repealed
}

/// The days of one definition: until another replaces it, until its act is repealed, and after that
/// as far as it is carried on.
fn holds(piece: &Piece<'_>, list: &[&Piece<'_>], counted: &[&Akta]) -> Vec<Version> {
    let Some(mut span) = piece.span.cut(piece.akta.span) else { return Vec::new() };
    for other in list.iter().filter(|p| p.menggantikan == Some(&piece.akta.id)) {
        match span.until(other.span.mulai) {
            Some(cut) => span = cut,
            None => return Vec::new(),
        }
    }
    let touched = |keys: &[Box<str>]| keys.is_empty() || keys.iter().any(|k| matches(k, piece.key));
    let repeal = counted
        .iter()
        .flat_map(|a| &a.mencabut)
        .filter(|r| *r.akta == *piece.akta.id && touched(&r.kunci))
        .map(|r| r.mulai)
        .min();
    let version =
        |span: Span, saving| Version { span, akta: piece.akta.id.clone(), place: piece.place, saving };
    let Some(end) = repeal else { return vec![version(span, None)] };
    let mut versions: Vec<Version> = span.until(end).map(|s| version(s, None)).into_iter().collect();
    let after = span.cut(Span { mulai: end, sampai: None });
    for act in counted {
        for (place, saving) in act.melanjutkan.iter().enumerate() {
            if *saving.akta == *piece.akta.id && touched(&saving.kunci) {
                let days = after.and_then(|s| s.cut(saving.span));
                versions.extend(days.map(|s| version(s, Some((act.id.clone(), place)))));
            }
        }
    }
    versions
}

fn relations(all: &BTreeMap<Box<str>, Akta>, counted: &[&Akta], complaints: &Complaints) {
    let check = |id: &str, at: &At| {
        if !all.contains_key(id) {
            complaints.add(at, format!("akta {id} tidak ada dalam paket."));
        }
    };
    for act in counted {
        act.mengubah.iter().for_each(|(id, _, at)| check(id, at));
        act.mencabut.iter().for_each(|r| check(&r.akta, &r.at));
        act.melanjutkan.iter().for_each(|s| check(&s.akta, &s.at));
        cycle(act, all, complaints);
    }
}

/// An act that amends itself through others would make "jo." endless.
fn cycle(act: &Akta, all: &BTreeMap<Box<str>, Akta>, complaints: &Complaints) {
    let mut seen: BTreeSet<&str> = BTreeSet::new();
    let mut next: Vec<&str> = act.mengubah.iter().map(|m| &*m.0).collect();
    while let Some(id) = next.pop() {
        if *id == *act.id {
            complaints.add(&act.at, format!("{} mengubah dirinya sendiri melalui akta lain.", act.id));
            return;
        }
        if seen.insert(id) {
            next.extend(all.get(id).into_iter().flat_map(|a| a.mengubah.iter().map(|m| &*m.0)));
        }
    }
}
