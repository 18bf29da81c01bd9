//! Checks and confirmations in the background of a served node.

use crate::check::{Ask, Check, Unchecked};
use crate::confirm::{Receipt, Who};
use crate::lists::{self, List, ListAsk, ListCheck};
use crate::store::Known;
use crate::task::{self, State, Task};
use host::Hall;
use std::sync::Arc;

/// What a check says, of either kind of file.
pub enum Checked {
    /// The nominatif.
    Nominatif(Check),
    /// One of the smaller lists.
    List(ListCheck),
}

impl Checked {
    /// Rows read, new, changed, same, doubtful, refused.
    pub fn counts(&self) -> [u64; 6] {
        match self {
            Checked::Nominatif(c) => [c.rows, c.new, c.changed, c.same, c.doubtful, c.refused],
            Checked::List(c) => [c.rows, c.new, c.changed, c.same, c.doubtful, c.refused],
        }
    }
}

/// What came of a check or a confirmation; kept in memory, made again after a restart.
pub enum Outcome {
    /// The preview waits.
    Checked(Checked),
    /// Saved: what the check said, and what was done.
    Saved(Checked, Receipt, Scores),
    /// The file or the machine is at fault.
    Failed(String),
}

/// The quality index around an import, in hundredths of a percent.
#[derive(Clone, Copy, Default, Debug)]
pub struct Scores {
    /// Before; `None` when nobody was recorded.
    pub before: Option<u32>,
    /// After.
    pub after: u32,
    /// Open findings after.
    pub findings: u64,
}

/// Begins to check a file, unless that is under way.
pub fn check(hall: &Arc<Hall>, task: &Task) {
    let (hall, task) = (hall.clone(), task.clone());
    hall.tasks.restart(task.id, "diperiksa");
    std::thread::spawn(move || {
        let outcome =
            run_check(&hall, &task).map_or_else(|e| Outcome::Failed(e.to_string()), Outcome::Checked);
        let state = if matches!(outcome, Outcome::Failed(_)) { State::Refused } else { State::Waiting };
        record(&hall, &task, state, &summary(&outcome));
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
        let outcome = done.unwrap_or_else(|e| Outcome::Failed(e.to_string()));
        let state = if matches!(outcome, Outcome::Failed(_)) { State::Refused } else { State::Done };
        record(&hall, &task, state, &summary(&outcome));
        hall.tasks.finish(task.id, Arc::new(outcome));
    });
}

fn record(hall: &Hall, task: &Task, state: State, summary: &str) {
    if let Err(e) = hall.with(|conn| task::set_state(conn, task.id, state, summary)) {
        tracing::error!(error = %e, "keadaan impor tidak tercatat");
    }
}

fn summary(outcome: &Outcome) -> String {
    match outcome {
        Outcome::Checked(c) => {
            let [rows, .., refused] = c.counts();
            format!("baris={rows} ditolak={refused}")
        }
        Outcome::Saved(c, r, _) => {
            let [rows, new, changed, same, _, refused] = c.counts();
            let (taken, head) = (r.taken, store::derive::hex(&r.root));
            format!(
                "baris={rows} tersimpan={taken} baru={new} berubah={changed} sama={same} ditolak={refused} kepala={head}"
            )
        }
        Outcome::Failed(text) => text.clone(),
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
    let (known, tenants) = hall.with(|conn| Ok((Known::gather(conn)?, task.tenants(conn)?)))?;
    let doubts = crate::doubts::of(&hall.tables);
    let ask = ask(task, &tenants, &doubts);
    let checked = crate::check(&path, &ask, &known, |n| hall.tasks.progress(task.id, "diperiksa", n, 0));
    checked.map(Checked::Nominatif)
}

fn run_confirm(hall: &Hall, task: &Task, actor: &str) -> Result<Outcome, Unchecked> {
    let before = scores(hall, &task.instansi);
    let checked = run_check(hall, task)?;
    let [_, new, changed, ..] = checked.counts();
    // A connection of its own: a long import keeps nobody waiting for one.
    let mut conn = hall.node.connect()?;
    if let store::Conn::Sqlite(sqlite) = &conn {
        sqlite.cache_mib(Some(128))?;
    }
    let who = Who { actor, file: &task.name };
    let path = hall.node.berkas.path(&task.hash);
    let each = |n| hall.tasks.progress(task.id, "disimpan", n, new + changed);
    let receipt = match &checked {
        Checked::List(check) => {
            let instansi = owner(hall, task)?;
            let ask = list_ask(hall, task, &instansi);
            lists::confirm_list(&hall.node, &mut conn, &path, check.list, &ask, check, &who, each)?
        }
        Checked::Nominatif(check) => {
            let (known, tenants) = hall.with(|conn| Ok((Known::gather(conn)?, task.tenants(conn)?)))?;
            let doubts = crate::doubts::of(&hall.tables);
            let ask = ask(task, &tenants, &doubts);
            crate::confirm(&hall.node, &mut conn, &path, &ask, &known, check, &who, each)?
        }
    };
    let after = scores(hall, &task.instansi).unwrap_or_default();
    Ok(Outcome::Saved(checked, receipt, Scores { before: before.map(|b| b.after), ..after }))
}

/// A list is about one instansi: the account's own, else the node's first.
fn owner(hall: &Hall, task: &Task) -> Result<String, Unchecked> {
    let first = hall.with(|conn| task.tenants(conn))?.into_iter().next();
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
        limits: sheet::Limits::default(),
        tables: &hall.tables,
        sheet: None,
    }
}

/// Writes the refused rows of an import to a file.
pub fn refused_rows(hall: &Hall, task: &Task, out: &std::path::Path) -> Result<u64, Unchecked> {
    let path = hall.node.berkas.path(&task.hash);
    let file = std::fs::File::create(out).map_err(|e| Unchecked::Failed(e.to_string()))?;
    let out = std::io::BufWriter::new(file);
    match run_check(hall, task)? {
        Checked::List(check) => {
            let instansi = owner(hall, task)?;
            lists::write_refused_list(&path, &list_ask(hall, task, &instansi), &check, out)
        }
        Checked::Nominatif(check) => {
            let tenants = hall.with(|conn| task.tenants(conn))?;
            let doubts = crate::doubts::of(&hall.tables);
            crate::refused::write(&path, &ask(task, &tenants, &doubts), &check, out)
        }
    }
}

fn ask<'a>(
    task: &Task,
    tenants: &'a [store::Tenant],
    doubts: &'a (dyn Fn(&[kernel::Fact], kernel::Date) -> Vec<crate::rule::trouble::Trouble> + Sync),
) -> Ask<'a> {
    Ask { per_tanggal: task.per_tanggal, tenants, sheet: None, limits: sheet::Limits::default(), doubts }
}

/// The quality index of an instansi (empty: of everybody) as it stands; `None` when nobody is recorded.
fn scores(hall: &Hall, instansi: &str) -> Option<Scores> {
    let world = hall.present().ok()?;
    let register = &world.register;
    let (mut counts, mut population, mut findings) = (kernel::check::ikd::Counts::default(), 0, 0);
    let own = register.names.find(instansi).filter(|_| !instansi.is_empty());
    let counted =
        |i: &usize| register.active[*i] && (instansi.is_empty() || own == Some(register.instansi[*i]));
    for i in (0..register.len()).filter(counted) {
        counts.add(register.codes[i]);
        population += 1;
        findings += u64::from(!register.codes[i].is_empty());
    }
    let score = kernel::check::ikd::estimate(&counts, population, &hall.tables).score;
    (population > 0).then_some(Scores { before: None, after: score, findings })
}
