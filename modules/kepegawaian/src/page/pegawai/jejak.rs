//! The person's entries in the journal: when, by whom, on what paper, and the link of the chain.

use super::{Orang, dokumen, kata};
use crate::view::{BarisJurnal, Jurnal, Tindakan};
use host::{Problem, tanggal};
use kernel::Act;

const WITHHELD: &str = "isi tidak ditampilkan";

/// Newest first. One statement for the links of the chain.
pub fn journal(orang: &Orang<'_>) -> Result<Jurnal, Problem> {
    let links = orang.ctx.hall.with(|conn| crate::store::links(conn, orang.id))?;
    let ledger = orang.snapshot.ledger();
    let mut rows: Vec<BarisJurnal> = Vec::new();
    for head in ledger.heads().iter().filter(|h| orang.known(h.recorded)) {
        let Some(trace) = orang.trace(head.entry) else { continue };
        let what = dokumen::establishes(orang, head.entry);
        let paper = kata::document(&head.document);
        let (text, act) = match what {
            Some(what) => (format!("{paper}. {what}"), act(orang, head.entry)),
            None => (WITHHELD.to_owned(), Tindakan::Catatan),
        };
        let wib = head.recorded.wib();
        rows.push(BarisJurnal {
            seq: trace.seq as u64,
            href: orang.entry_href(trace.seq),
            date: tanggal(head.recorded.date_wib()),
            time: format!("{} WIB", wib.rsplit(' ').next().unwrap_or("")),
            actor: trace.actor.clone(),
            act,
            text,
            hash: links.iter().find(|l| l.0 == trace.seq).map(|l| l.1.clone()).unwrap_or_default(),
        });
    }
    rows.sort_by_key(|r| std::cmp::Reverse(r.seq));
    Ok(Jurnal { rows, ..Jurnal::default() })
}

fn act(orang: &Orang<'_>, entry: kernel::EntryId) -> Tindakan {
    let mut acts = orang.snapshot.ledger().rows().iter().filter(|r| r.id.entry == entry).map(|r| r.act);
    match acts.find(|a| *a != Act::Perubahan) {
        Some(Act::Ralat(_)) => Tindakan::Ralat,
        Some(Act::Pembatalan(_)) => Tindakan::Pembatalan,
        _ => Tindakan::Catatan,
    }
}
