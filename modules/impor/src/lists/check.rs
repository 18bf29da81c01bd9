//! Check: what a list would do to the register. Nothing is written.

use crate::check::{LISTED, NO_ROWS, Summary, Unchecked, failed, refuse_later_day};
use crate::lists::file::Rows;
use crate::lists::{organisation, people};
use crate::rule::lists::List;
use crate::rule::lists_plan::{Difference, Outcome, Plan, Verdict};
use crate::rule::trouble::{Weight, reasons};
use kernel::{Date, Tables};
use std::collections::BTreeMap;
use std::path::Path;
use store::Conn;

/// What the caller knows that the file does not say.
pub struct ListAsk<'a> {
    /// The instansi whose units and people the list is about; its journal takes the entries.
    pub instansi: &'a str,
    /// The day the list is of.
    pub per_tanggal: Date,
    /// Today: data of a later day are not taken.
    pub today: Date,
    /// Limits on the file.
    pub limits: sheet::Limits,
    /// BKN's codes and names.
    pub tables: &'a Tables,
    /// Sheet of a workbook; `None` looks for it.
    pub sheet: Option<&'a str>,
}

/// A row that would add or change something.
#[derive(Clone, Debug)]
pub struct ListPreview {
    /// Row number.
    pub row: u32,
    /// Whom or what it is about.
    pub subject: String,
    /// Whether the register holds nothing of it yet.
    pub new: bool,
    /// What would change.
    pub differences: Vec<Difference>,
}

impl ListPreview {
    /// What would be held, in one line.
    pub fn after(&self) -> String {
        let told =
            self.differences.iter().filter_map(|d| Some(format!("{}: {}", d.label, d.after.as_ref()?)));
        told.collect::<Vec<_>>().join("; ")
    }
}

/// The verdict about a list.
#[derive(Clone, Debug)]
pub struct ListCheck {
    /// Which list it was read as.
    pub list: List,
    /// Counts and lists.
    pub summary: Summary,
    /// The day the list is of.
    pub per_tanggal: Date,
    /// The instansi it is about.
    pub instansi: String,
    /// Entries that would be written.
    pub entries: u64,
    /// The first rows that add or change something.
    pub previews: Vec<ListPreview>,
    /// Why each refused row is refused, all of them.
    pub reasons: BTreeMap<u32, String>,
}

impl From<store::Error> for Unchecked {
    fn from(e: store::Error) -> Unchecked {
        match e {
            store::Error::Refused(text) => Unchecked::Refused(text),
            e => Unchecked::Failed(format!("{e}. {}", e.advice())),
        }
    }
}

/// Checks a list against the register.
///
/// # Errors
/// Refuses a file that is none, lacks columns, or is about an instansi not served here.
pub fn check_list(
    conn: &mut Conn,
    path: &Path,
    list: List,
    ask: &ListAsk<'_>,
) -> Result<ListCheck, Unchecked> {
    refuse_later_day(ask.per_tanggal, ask.today)?;
    let hash = store::berkas::hash_file(path).map_err(|e| failed(&e))?;
    let tenants = store::node::tenants(conn)?;
    if !tenants.iter().any(|t| t.id == ask.instansi) {
        return Err(Unchecked::Refused(format!(
            "IMP-07: Instansi {} tidak dilayani simpul ini. Pilih instansi yang terdaftar.",
            ask.instansi
        )));
    }
    let mut rows = Rows::open(path, list, ask)?;
    let mut decided = None;
    let read = conn.snapshot(|conn| {
        let plan = decided.insert(plan(conn, &mut rows, list, ask, ""));
        plan.as_ref().map(|_| ()).map_err(|_| store::Error::Refused(String::new()))
    });
    // The reason of the plan comes before that of the transaction it ended.
    let (plan, read) = match (decided, read) {
        (Some(plan), _) => plan?,
        (None, Err(e)) => return Err(e.into()),
        (None, Ok(())) => unreachable!("the work of a snapshot has run when it succeeds"),
    };
    if read == 0 {
        return Err(Unchecked::Refused(NO_ROWS.into()));
    }
    let summary = Summary {
        hash,
        sheet: rows.header.sheet.clone(),
        also: rows.header.also.clone(),
        rows: read,
        extra: rows.header.extra.iter().map(|e| e.1.clone()).collect(),
        ..Summary::default()
    };
    let mut check = ListCheck {
        list,
        summary,
        per_tanggal: ask.per_tanggal,
        instansi: ask.instansi.to_owned(),
        entries: plan.drafts.len() as u64,
        previews: Vec::new(),
        reasons: BTreeMap::new(),
    };
    plan.verdicts.into_iter().for_each(|verdict| check.add(verdict));
    Ok(check)
}

/// Reads the rows and decides about each. `file` is what a recap calls itself.
pub(super) fn plan(
    conn: &mut Conn,
    rows: &mut Rows,
    list: List,
    ask: &ListAsk<'_>,
    file: &str,
) -> Result<(Plan, u64), Unchecked> {
    let lines = rows.lines()?;
    let mut plan = match list {
        List::Unor => organisation::units(conn, &rows.layout, &lines, ask, file)?,
        List::PetaJabatan => organisation::posts(conn, &rows.layout, &lines, ask, file)?,
        List::Kontrak | List::Skp | List::Riwayat(_) => {
            people::plan(conn, list, &rows.layout, &lines, ask, file)?
        }
    };
    plan.sort();
    Ok((plan, lines.len() as u64))
}

impl ListCheck {
    fn add(&mut self, verdict: Verdict) {
        let Verdict { row, subject, outcome, troubles, differences } = verdict;
        if row > 0 {
            *self.summary.of(outcome) += 1;
            let doubtful = troubles.iter().any(|t| t.weight == Weight::Doubt);
            self.summary.doubtful += u64::from(outcome != Outcome::Refused && doubtful);
            let told = matches!(outcome, Outcome::New | Outcome::Changed);
            if told && self.previews.len() < LISTED {
                let (subject, new) = (subject.clone(), outcome == Outcome::New);
                self.previews.push(ListPreview { row, subject, new, differences });
            }
        }
        if outcome == Outcome::Refused {
            self.reasons.insert(row, reasons(&troubles));
        }
        for trouble in troubles.into_iter().filter(|t| t.matters(outcome == Outcome::Refused)) {
            self.summary.note(row, "", &subject, trouble);
        }
    }
}
