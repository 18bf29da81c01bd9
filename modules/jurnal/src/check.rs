//! The check of all journals, in the background of this process: one at a time, its result kept with
//! the moment it ended.

use host::Hall;
use kernel::Stamp;
use std::sync::Arc;
use store::verify::{Report, Trust, verify_trusting};

/// The check that runs, or the last one.
const RUN: [u8; 16] = *b"jurnal-periksa-1";
/// What the last finished one said.
const LAST: [u8; 16] = *b"jurnal-periksa-2";

/// What a check said.
pub struct Checked {
    /// When it ended.
    pub at: Stamp,
    /// One report a journal; the sentence when the database could not be read.
    pub reports: Result<Vec<Report>, String>,
}

impl Checked {
    /// The report about a journal.
    pub fn of(&self, instansi: &str) -> Option<&Report> {
        self.reports.as_ref().ok()?.iter().find(|r| r.instansi == instansi)
    }
}

/// Done and all entries of the check that runs.
pub fn running(hall: &Hall) -> Option<(u64, u64)> {
    let task = hall.tasks.get(RUN)?;
    task.outcome.is_none().then_some((task.progress.done, task.progress.of))
}

/// What the last check said.
pub fn last(hall: &Hall) -> Option<Arc<Checked>> {
    hall.tasks.get(LAST)?.outcome?.downcast::<Checked>().ok()
}

/// Begins a check of `entries` entries, unless one runs.
pub fn begin(hall: &Arc<Hall>, entries: u64) {
    const WHAT: &str = "Memeriksa jurnal";
    if running(hall).is_some() {
        return;
    }
    hall.tasks.restart(RUN, WHAT);
    hall.tasks.progress(RUN, WHAT, 0, entries);
    let hall = hall.clone();
    std::thread::spawn(move || {
        // It must end with the key of this node: a journal written anew can be signed, but not with it.
        let trust = Trust { now: hall.node.key.public(), pinned: Vec::new() };
        let tasks = &hall.tasks;
        let each = |n: u64| tasks.progress(RUN, WHAT, n, entries);
        let work = || hall.with(|conn| verify_trusting(conn, &trust, each));
        let done = std::panic::catch_unwind(std::panic::AssertUnwindSafe(work));
        let reports = match done {
            Ok(Ok(reports)) => Ok(reports),
            Ok(Err(e)) => {
                tracing::error!(error = %e, "pemeriksaan jurnal gagal");
                Err(e.advice().to_owned())
            }
            Err(_) => Err("Pemeriksaan terhenti karena kesalahan program.".to_owned()),
        };
        let checked: Arc<Checked> = Arc::new(Checked { at: hall.now(), reports });
        tasks.finish(LAST, checked.clone());
        tasks.finish(RUN, checked);
    });
}
