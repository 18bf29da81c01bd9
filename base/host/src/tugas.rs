//! What waits for somebody. Modules derive it from what is open at the moment of asking: a task is never
//! stored, so it is gone when the work is done, and never twice.

use crate::access::{Action, Reach, Visitor};
use crate::hall::Hall;
use crate::module::Module;
use kernel::Date;
use std::collections::{HashMap, HashSet};
use std::sync::Mutex;

/// One thing that waits.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tugas {
    /// The same for the same thing every time it is asked for: `impor/0193…`.
    pub kunci: String,
    /// What the work is called where it belongs, for the filter: `Impor data`.
    pub bidang: &'static str,
    /// What is to be done, in one line and without personal data: it also stands in calendars.
    pub judul: String,
    /// What helps to choose among several; may be empty.
    pub rincian: String,
    /// The page where it is done.
    pub alamat: String,
    /// What one must be allowed to do there.
    pub tindakan: Action,
    /// Until when.
    pub tenggat: Option<Date>,
    /// Since when it waits.
    pub sejak: Option<Date>,
}

/// Where tasks come from: what waits for a visitor on a day. Of what a source answers with, the first
/// [`MOST`] by deadline are shown; it reads the register with [`Hall::recent`].
pub type Sumber = fn(&Hall, &Visitor, Date) -> store::Result<Vec<Tugas>>;

/// Tasks a source may answer with; more of one sort is one task that leads to their list.
pub const MOST: usize = 200;

/// Everything that waits for a visitor, by deadline, then by how long it waits. Nobody is given a task
/// they may not do.
///
/// # Errors
/// When a source cannot read.
pub fn semua(hall: &Hall, modules: &[Module], visitor: &Visitor, today: Date) -> store::Result<Vec<Tugas>> {
    let mut all = Vec::new();
    for sumber in modules.iter().flat_map(|m| m.tugas) {
        let mut own = sumber(hall, visitor, today)?;
        own.retain(|t| visitor.reach(t.tindakan) != Reach::None);
        urut(&mut own);
        own.truncate(MOST);
        all.append(&mut own);
    }
    urut(&mut all);
    Ok(all)
}

/// By deadline, those without one last; each once.
pub fn urut(all: &mut Vec<Tugas>) {
    let mut seen = HashSet::new();
    all.retain(|t| seen.insert(t.kunci.clone()));
    let day = |day: Option<Date>| day.map_or(i32::MAX, Date::days);
    all.sort_by(|a, b| {
        (day(a.tenggat), day(a.sejak), &a.kunci).cmp(&(day(b.tenggat), day(b.sejak), &b.kunci))
    });
}

/// The page tasks are listed on.
pub const ALAMAT: &str = "/tugas";

/// How many tasks wait for whom, as last worked out: pages show it beside the menu and ask nobody. A count
/// from before the journals grew is not shown; the post office works it out anew for those who looked.
#[derive(Default)]
pub struct Hitung(Mutex<HashMap<String, Dihitung>>);

struct Dihitung {
    visitor: Visitor,
    /// Whether somebody looked since.
    looked: bool,
    count: Option<(Sizes, u64)>,
}

type Sizes = Vec<(String, i64)>;

/// Accounts whose count is kept.
const COUNTED: usize = 1_000;

impl Hitung {
    fn locked<T>(&self, work: impl FnOnce(&mut HashMap<String, Dihitung>) -> T) -> T {
        work(&mut self.0.lock().unwrap_or_else(|e| e.into_inner()))
    }

    /// The count for a visitor at these sizes of the journals, when it is known.
    pub fn lihat(&self, visitor: &Visitor, sizes: &Sizes) -> Option<u64> {
        self.locked(|all| {
            if all.len() >= COUNTED && !all.contains_key(&visitor.akun) {
                all.clear();
            }
            let one = all.entry(visitor.akun.clone()).or_insert_with(|| Dihitung {
                visitor: visitor.clone(),
                looked: false,
                count: None,
            });
            // The role of an account may change: a count of another role is none.
            if (one.visitor.role, &one.visitor.unor) != (visitor.role, &visitor.unor) {
                (one.visitor, one.count) = (visitor.clone(), None);
            }
            one.looked = true;
            one.count.as_ref().filter(|count| count.0 == *sizes).map(|count| count.1)
        })
    }

    /// Keeps a count that was just worked out.
    pub fn ingat(&self, visitor: &Visitor, sizes: &Sizes, count: usize) {
        self.lihat(visitor, sizes);
        self.locked(|all| {
            if let Some(one) = all.get_mut(&visitor.akun) {
                one.count = Some((sizes.clone(), count as u64));
            }
        });
    }

    /// Works out anew the counts somebody looked at since the last time.
    pub fn segarkan(&self, hall: &Hall, modules: &[Module]) {
        let looked = self.locked(|all| {
            let looked = all
                .values_mut()
                .filter_map(|one| std::mem::take(&mut one.looked).then(|| one.visitor.clone()));
            looked.collect::<Vec<_>>()
        });
        for visitor in looked {
            let Ok(world) = hall.recent() else { return };
            match milik(hall, modules, &visitor, hall.today()) {
                Ok(all) => {
                    let count = Some((world.sizes.clone(), all.len() as u64));
                    self.locked(|kept| {
                        if let Some(one) = kept.get_mut(&visitor.akun) {
                            one.count = count;
                        }
                    });
                }
                Err(e) => tracing::warn!(error = %e, "tugas tidak dapat dihitung"),
            }
        }
    }
}

/// A task in somebody's list.
#[derive(Clone, Debug)]
pub struct Milik {
    /// The task.
    pub tugas: Tugas,
    /// Full name of whose work it is; empty for the own.
    pub atas_nama: String,
}

/// What waits for a visitor, the own and what was delegated, by deadline.
///
/// # Errors
/// When a source cannot read.
pub fn milik(hall: &Hall, modules: &[Module], visitor: &Visitor, today: Date) -> store::Result<Vec<Milik>> {
    let mut all = semua(hall, modules, visitor, today)?;
    let mut names: HashMap<String, String> = HashMap::new();
    let own: HashSet<String> = all.iter().map(|t| t.kunci.clone()).collect();
    for (dari, _) in hall.with(|conn| crate::delegasi::yang_diwakili(conn, &visitor.akun, today))? {
        for tugas in semua(hall, modules, &dari, today)? {
            if !own.contains(&tugas.kunci) && crate::delegasi::boleh(visitor, &dari, &tugas) {
                names.insert(tugas.kunci.clone(), dari.lengkap.clone());
                all.push(tugas);
            }
        }
    }
    urut(&mut all);
    let named =
        |tugas: Tugas| Milik { atas_nama: names.get(&tugas.kunci).cloned().unwrap_or_default(), tugas };
    Ok(all.into_iter().map(named).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_due_first_stands_first_and_nothing_twice() {
        let tugas = |kunci: &str, tenggat: Option<&str>| Tugas {
            kunci: kunci.into(),
            bidang: "Uji",
            judul: kunci.into(),
            rincian: String::new(),
            alamat: "/".into(),
            tindakan: Action::Tugas,
            tenggat: tenggat.and_then(Date::parse),
            sejak: None,
        };
        let mut all = vec![
            tugas("tanpa tenggat", None),
            tugas("nanti", Some("01-12-2026")),
            tugas("lewat", Some("01-11-2026")),
            tugas("nanti", Some("01-12-2026")),
        ];
        urut(&mut all);
        let keys: Vec<_> = all.iter().map(|t| t.kunci.as_str()).collect();
        assert_eq!(keys, ["lewat", "nanti", "tanpa tenggat"]);
    }
}
