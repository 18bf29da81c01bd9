//! Checks and confirmations in the background of a served node.

use crate::check::{Ask, Check, Summary, Unchecked};
use crate::confirm::{Receipt, Who};
use crate::lists::{self, List, ListAsk, ListCheck};
use crate::store::Known;
use crate::task::{self, State, Task};
use host::{Hall, mutu};
use std::sync::Arc;

/// What a check says, of either kind of file.
pub enum Checked {
    /// The nominatif.
    Nominatif(Check),
    /// One of the smaller lists.
    List(ListCheck),
}

impl Checked {
    /// What is the same for both.
    pub fn summary(&self) -> &Summary {
        match self {
            Checked::Nominatif(check) => &check.summary,
            Checked::List(check) => &check.summary,
        }
    }
}

/// What came of a check or a confirmation; kept in memory, made again after a restart.
pub enum Outcome {
    /// The preview waits.
    Checked(Box<Checked>),
    /// Saved: what the check said, and what was done.
    Saved(Box<(Checked, Receipt, Scores)>),
    /// The file is at fault.
    Failed(String),
    /// The machine is at fault: the same may be tried again.
    Broken(String),
}

impl From<Unchecked> for Outcome {
    fn from(e: Unchecked) -> Outcome {
        match e {
            Unchecked::Refused(text) => Outcome::Failed(text),
            Unchecked::Failed(text) => Outcome::Broken(text),
        }
    }
}

/// The quality index around an import, in hundredths of a percent.
#[derive(Clone, Copy, Default, Debug)]
pub struct Scores {
    /// Before; `None` when nobody was recorded.
    pub before: Option<u32>,
    /// After.
    pub after: u32,
    /// Indicators that could be measured, and all of them.
    pub coverage: (u32, u32),
    /// Findings about people who work, after; one person may have several.
    pub findings: u64,
    /// How many people they are about.
    pub people: u64,
}

/// Begins to check a file, unless that is under way.
pub fn check(hall: &Arc<Hall>, task: &Task) {
    let (hall, task) = (hall.clone(), task.clone());
    hall.tasks.restart(task.id, "diperiksa");
    std::thread::spawn(move || {
        let begun = hall.with(|conn| task::check_again(conn, task.id)).map_err(Unchecked::from);
        let outcome = begun
            .and_then(|()| run_check(&hall, &task))
            .map_or_else(Outcome::from, |checked| Outcome::Checked(Box::new(checked)));
        let state = match &outcome {
            Outcome::Failed(_) => State::Refused,
            Outcome::Checked(checked) if checked.summary().nothing() => State::Same,
            _ => State::Waiting,
        };
        record(&hall, |conn| task::checked(conn, task.id, state, &summary(&outcome, &task.summary)));
        hall.tasks.finish(task.id, Arc::new(outcome));
    });
}

/// Begins to save what a check announced.
pub fn confirm(hall: &Arc<Hall>, task: &Task, actor: &str) {
    let (hall, task, actor) = (hall.clone(), task.clone(), actor.to_owned());
    hall.tasks.restart(task.id, "disimpan");
    std::thread::spawn(move || {
        // Another import may come in between: look again rather than bother the officer.
        let mut done = run_confirm(&hall, &task, &actor);
        for _ in 0..3 {
            if !matches!(&done, Err(Unchecked::Refused(text)) if text == crate::confirm::MOVED_ON) {
                break;
            }
            done = run_confirm(&hall, &task, &actor);
        }
        let outcome = done.unwrap_or_else(Outcome::from);
        let (state, mut told) = match &outcome {
            Outcome::Failed(_) => (State::Refused, summary(&outcome, &task.summary)),
            Outcome::Broken(_) => (State::Waiting, task.summary.clone()),
            _ => (State::Done, summary(&outcome, &task.summary)),
        };
        if state == State::Done {
            told += &format!(" pada={} oleh={actor}", hall.now().0);
        }
        record(&hall, |conn| task::saved(conn, task.id, state, &told));
        hall.tasks.finish(task.id, Arc::new(outcome));
    });
}

fn record(hall: &Hall, note: impl FnOnce(&mut store::Conn) -> store::Result<()>) {
    if let Err(e) = hall.with(note) {
        tracing::error!(error = %e, "keadaan impor tidak tercatat");
    }
}

/// What is kept of an outcome for lists and the receipt, which must say the same after a restart.
fn summary(outcome: &Outcome, before: &str) -> String {
    match outcome {
        Outcome::Checked(c) => {
            let s = c.summary();
            format!("baris={} ditolak={}", s.rows, s.refused)
        }
        Outcome::Saved(saved) => {
            let (c, r, scores) = &**saved;
            let (s, head) = (c.summary(), store::derive::hex(&r.root));
            let mut told = format!(
                "baris={} tersimpan={} baru={} berubah={} sama={} ditolak={} panjang={} kepala={head} \
                 ikd={} terukur={} indikator={} temuan={} orang={}",
                s.rows,
                r.taken,
                s.new,
                s.changed,
                s.same,
                s.refused,
                r.entries,
                scores.after,
                scores.coverage.0,
                scores.coverage.1,
                scores.findings,
                scores.people
            );
            if let Some(before) = scores.before {
                told += &format!(" ikd_sebelum={before}");
            }
            if !r.partial {
                told += &format!(" tidak_ada={}", r.absent);
            }
            told
        }
        Outcome::Failed(text) => text.clone(),
        Outcome::Broken(_) => before.to_owned(),
    }
}

fn run_check(hall: &Hall, task: &Task) -> Result<Checked, Unchecked> {
    let path = hall.node.berkas.path(&task.hash);
    if let Some(list) = List::parse(&task.jenis) {
        let instansi = owner(hall, task)?;
        let ask = list_ask(hall, task, &instansi);
        let mut conn = hall.node.connect()?;
        return lists::check_list(&mut conn, &path, list, &ask).map(Checked::List);
    }
    with_ask(hall, task, |ask, known| {
        let mut check = crate::check(&path, ask, known, |n| hall.tasks.progress(task.id, "diperiksa", n, 0))?;
        check.summary.absent = hall.with(|conn| crate::confirm::absent(conn, known, &check))?;
        Ok(check)
    })
    .map(Checked::Nominatif)
}

/// What a nominatif is compared with, for as long as `work` needs it.
fn with_ask<T>(
    hall: &Hall,
    task: &Task,
    work: impl FnOnce(&Ask<'_>, &Known) -> Result<T, Unchecked>,
) -> Result<T, Unchecked> {
    let today = hall.today();
    let (known, (tenants, elsewhere)) =
        hall.with(|conn| Ok((Known::gather(conn, today)?, task.tenants(conn)?)))?;
    let ask = Ask {
        per_tanggal: task.per_tanggal,
        today,
        tenants: &tenants,
        elsewhere: &elsewhere,
        sheet: None,
        limits: sheet::Limits::default(),
        doubts: &crate::doubts::of(&hall.tables),
    };
    work(&ask, &known)
}

fn run_confirm(hall: &Hall, task: &Task, actor: &str) -> Result<Outcome, Unchecked> {
    let before = scores(hall, &task.instansi);
    let checked = run_check(hall, task)?;
    let saved = checked.summary().saved();
    // A connection of its own: a long import keeps nobody waiting for one.
    let mut conn = hall.node.connect()?;
    if let store::Conn::Sqlite(sqlite) = &conn {
        sqlite.cache_mib(Some(128))?;
    }
    let who = Who { actor, file: &task.name };
    let path = hall.node.berkas.path(&task.hash);
    let each = |n| hall.tasks.progress(task.id, "disimpan", n, saved);
    let receipt = match &checked {
        Checked::List(check) => {
            let instansi = owner(hall, task)?;
            let ask = list_ask(hall, task, &instansi);
            lists::confirm_list(&hall.node, &mut conn, &path, check.list, &ask, check, &who, each)?
        }
        Checked::Nominatif(check) => with_ask(hall, task, |ask, known| {
            crate::confirm(&hall.node, &mut conn, &path, ask, known, check, &who, each)
        })?,
    };
    let after = scores(hall, &task.instansi).unwrap_or_default();
    Ok(Outcome::Saved(Box::new((checked, receipt, Scores { before: before.map(|b| b.after), ..after }))))
}

/// A list is about one instansi: the account's own, else the node's first.
fn owner(hall: &Hall, task: &Task) -> Result<String, Unchecked> {
    let first = hall.with(|conn| task.tenants(conn))?.0.into_iter().next();
    first.map(|t| t.id).ok_or_else(|| {
        Unchecked::Refused(
            "IMP-09: Simpul ini belum punya instansi. Impor nominatif dulu, atau jalankan `sinergi mulai`."
                .into(),
        )
    })
}

fn list_ask<'a>(hall: &'a Hall, task: &Task, instansi: &'a str) -> ListAsk<'a> {
    ListAsk {
        instansi,
        per_tanggal: task.per_tanggal,
        today: hall.today(),
        limits: sheet::Limits::default(),
        tables: &hall.tables,
        sheet: None,
    }
}

/// Writes the refused rows of an import to a file.
pub fn refused_rows(hall: &Hall, task: &Task, out: &std::path::Path) -> Result<u64, Unchecked> {
    let path = hall.node.berkas.path(&task.hash);
    let file = std::fs::File::create(out).map_err(|e| crate::check::failed(&e))?;
    let out = std::io::BufWriter::new(file);
    match run_check(hall, task)? {
        Checked::List(check) => {
            let instansi = owner(hall, task)?;
            lists::write_refused_list(&path, &list_ask(hall, task, &instansi), &check, out)
        }
        Checked::Nominatif(check) => {
            with_ask(hall, task, |ask, known| crate::refused::write(&path, ask, known, &check, out))
        }
    }
}

/// The quality index of an instansi (empty: of everybody) as it stands; `None` when nobody is recorded.
fn scores(hall: &Hall, instansi: &str) -> Option<Scores> {
    let world = hall.present().ok()?;
    let register = &world.register;
    let own = register.names.find(instansi);
    let mutu = mutu::hitung(&world, |i| instansi.is_empty() || own == Some(register.instansi[i]));
    let ikd = mutu.ikd(&hall.tables);
    (mutu.population > 0).then(|| Scores {
        before: None,
        after: ikd.score,
        coverage: mutu::cakupan(&ikd),
        findings: mutu.kinds().iter().map(|kind| u64::from(kind.1)).sum(),
        people: u64::from(mutu.people),
    })
}
