//! Confirm: what a checked list says becomes entries, all in one transaction, or none.

use crate::check::{Unchecked, failed};
use crate::confirm::{Receipt, Who};
use crate::lists::file::Rows;
use crate::lists::{ListAsk, ListCheck, check};
use crate::rule::lists::List;
use crate::rule::lists_plan::Draft;
use kernel::{Act, Entry, EntryId, FactId};
use std::collections::HashMap;
use std::path::Path;
use store::journal::Writer;
use store::{Conn, Node};

/// Progress is told every so many entries.
const STEP: u64 = 512;

/// Carries out what `check` announced. The file is read again and decided again against the register
/// as it is once the journal is locked, so that nothing depends on what was kept in between.
///
/// # Errors
/// Refuses when the file is no longer the checked one; fails without a trace when storage fails.
#[expect(clippy::too_many_arguments, reason = "the same shape as the confirm of the nominatif")]
pub fn confirm_list(
    node: &Node,
    conn: &mut Conn,
    path: &Path,
    list: List,
    ask: &ListAsk<'_>,
    check: &ListCheck,
    who: &Who<'_>,
    mut each: impl FnMut(u64),
) -> Result<Receipt, Unchecked> {
    same_file(path, list, check)?;
    if check.instansi != ask.instansi || check.per_tanggal != ask.per_tanggal {
        return Err(Unchecked::Refused(
            "IMP-08: Instansi atau tanggal data berubah sejak diperiksa. Periksa ulang sebelum menyimpan."
                .into(),
        ));
    }
    let mut rows = Rows::open(path, list, ask)?;
    let mut source = node.source(conn)?;
    let mut outcome = Ok(Receipt::default());
    let done = conn.transaction(|conn| {
        let mut writer = Writer::open(conn, &node.key, &mut source, ask.instansi)?;
        let plan = match check::plan(writer.conn(), &mut rows, list, ask, who.file) {
            Ok((plan, _)) => plan,
            Err(e) => {
                outcome = Err(e);
                return Err(store::Error::Refused(String::new()));
            }
        };
        let taken = append(&mut writer, plan.drafts, check.summary.hash, who.actor, &mut each)?;
        let head = writer.finish()?;
        Ok(Receipt { taken, entries: head.entries, root: head.root, ..Receipt::default() })
    });
    outcome?;
    Ok(done?)
}

/// The file must be the one that was checked, read as the same list.
pub(super) fn same_file(path: &Path, list: List, check: &ListCheck) -> Result<(), Unchecked> {
    let hash = store::berkas::hash_file(path).map_err(|e| failed(&e))?;
    if hash == check.summary.hash && list == check.list {
        return Ok(());
    }
    Err(Unchecked::Refused("IMP-08: Berkas berubah sejak diperiksa. Periksa ulang sebelum menyimpan.".into()))
}

fn append(
    writer: &mut Writer<'_>,
    drafts: Vec<Draft>,
    hash: [u8; 32],
    actor: &str,
    each: &mut impl FnMut(u64),
) -> store::Result<u64> {
    let moment = writer.moment();
    // All ids first: a correction names an entry of the same file by its stand-in.
    let ids: HashMap<EntryId, EntryId> =
        drafts.iter().map(|d| (d.id, writer.source().entry_id(moment))).collect();
    let real =
        |target: FactId| FactId { entry: ids.get(&target.entry).copied().unwrap_or(target.entry), ..target };
    let mut taken = 0;
    for draft in drafts {
        let acts = draft.acts.into_iter().map(|(act, fact)| {
            let act = match act {
                Act::Perubahan => Act::Perubahan,
                Act::Ralat(target) => Act::Ralat(real(target)),
                Act::Pembatalan(target) => Act::Pembatalan(real(target)),
            };
            (act, fact)
        });
        let mut document = draft.document;
        document.berkas = Some(hash);
        let entry = Entry {
            id: real(FactId { entry: draft.id, ordinal: 0 }).entry,
            recorded: moment,
            actor: actor.to_owned(),
            subject: draft.subject,
            document,
            acts: acts.collect(),
            row: None,
            notes: draft.notes,
        };
        writer.append(&entry)?;
        taken += 1;
        if taken % STEP == 0 {
            each(taken);
        }
    }
    each(taken);
    Ok(taken)
}
