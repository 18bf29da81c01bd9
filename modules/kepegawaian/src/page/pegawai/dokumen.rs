//! Base documents, and what each established.

use super::{Orang, kata};
use crate::view::{BarisDokumen, DokumenDasar};
use host::tanggal;
use kernel::EntryId;

/// Facts of a document that are named; the rest are counted.
const NAMED: usize = 3;

/// Newest first. A document that speaks only of what this reader is not shown is not listed.
pub fn documents(orang: &Orang<'_>) -> Vec<BarisDokumen> {
    let heads = orang.snapshot.ledger().heads().iter().filter(|h| orang.known(h.recorded));
    let mut listed: Vec<_> = heads.filter_map(|h| Some((h, establishes(orang, h.entry)?))).collect();
    listed.sort_by_key(|l| std::cmp::Reverse((l.0.document.tanggal, l.0.recorded)));
    let row = |(head, establishes): (&kernel::Head, String)| {
        let d = &head.document;
        let name = if d.nomor.is_empty() { kata::document(d) } else { d.nomor.clone() };
        BarisDokumen {
            document: DokumenDasar { name, date: d.tanggal.map(tanggal), href: orang.paper_href(head) },
            kind: d.jenis.clone(),
            signer: d.penandatangan.clone(),
            establishes,
            scanned: d.berkas.is_some(),
        }
    };
    listed.into_iter().map(row).collect()
}

/// Whether the paper of an entry may be given out: it shows everything the entry states at once.
pub fn gives_paper(orang: &Orang<'_>, entry: EntryId) -> bool {
    let mut rows = orang.snapshot.ledger().rows().iter().filter(|r| r.id.entry == entry);
    rows.all(|r| orang.sight.tells_all(&r.fact))
}

/// What an entry states in a few words; `None` when this reader is shown nothing of it.
pub fn establishes(orang: &Orang<'_>, entry: EntryId) -> Option<String> {
    let rows: Vec<_> = orang.snapshot.ledger().rows().iter().filter(|r| r.id.entry == entry).collect();
    let shown: Vec<String> = rows
        .iter()
        .filter(|r| orang.sight.shows(r.fact.kind))
        .map(|r| kata::brief(&r.fact, orang.sight))
        .collect();
    if shown.is_empty() {
        return rows.is_empty().then(|| "Tidak menyatakan hal baru".to_owned());
    }
    let more = shown.len().saturating_sub(NAMED);
    let mut words = shown[..shown.len().min(NAMED)].join("; ");
    if more > 0 {
        words.push_str(&format!("; dan {more} lainnya"));
    }
    Some(words)
}
