//! The refused rows of a file in their own columns, with the reason: ready to be mended and sent again.

use crate::check::{Ask, Check, Unchecked};
use crate::file::{REASON, Rows};
use crate::rule::columns::{COLUMNS, at};
use crate::rule::nominatif::{self, RawRow};
use sheet::CsvWriter;
use std::collections::HashSet;
use std::io::Write;
use std::path::Path;

/// Writes them as CSV; answers how many. The rule decides again, so the list is complete however long.
pub fn write(path: &Path, ask: &Ask<'_>, check: &Check, out: impl Write) -> Result<u64, Unchecked> {
    let mut rows = Rows::open(path, &ask.limits, ask.sheet)?;
    let mut csv = CsvWriter::new(out);
    let failed = |e: std::io::Error| Unchecked::Failed(e.to_string());
    let heading = COLUMNS.iter().map(|c| c.name).chain(check.extra.iter().map(String::as_str));
    csv.row(heading.chain([REASON])).map_err(failed)?;
    let mut done: HashSet<u64> = HashSet::new();
    let (mut raw, mut count) = (RawRow::default(), 0);
    while rows.next(&mut raw)? {
        let Some(reason) = reason(&raw, ask, check, &mut done) else { continue };
        let cells = raw.cells.iter().chain(raw.extra.iter().map(|e| &*e.1));
        csv.row(cells.chain([reason.as_str()])).map_err(failed)?;
        count += 1;
    }
    csv.finish().and_then(|mut out| out.flush()).map_err(failed)?;
    Ok(count)
}

fn reason(raw: &RawRow, ask: &Ask<'_>, check: &Check, done: &mut HashSet<u64>) -> Option<String> {
    let reading = nominatif::read(raw, store::derive::post_id);
    let troubles = reading.troubles.iter().filter(|t| t.weight == crate::rule::trouble::Weight::Refusal);
    let mut reasons: Vec<String> = troubles.map(|t| format!("{} {}", t.message, t.suggestion)).collect();
    if let Some(nip) = reading.nip.map(kernel::Nip::as_u64) {
        let again = !done.insert(nip);
        if check.twice.contains(&nip) {
            reasons.push(
                "NIP ini ada di baris lain dengan isi berbeda. Tentukan baris yang benar, hapus yang lain."
                    .into(),
            );
        } else if again {
            reasons.push("Baris kembar; baris pertama sudah dipakai.".into());
        }
    }
    let id = raw.cells.get(at::INSTANSI).trim();
    let served = ask.tenants.iter().any(|t| t.id == id)
        || check.owner.as_ref().is_some_and(|o| o.0 == id && ask.tenants.is_empty());
    if !id.is_empty() && !served {
        reasons.push("Instansi induk tidak dilayani simpul ini.".into());
    }
    (!reasons.is_empty()).then(|| reasons.join(" "))
}
