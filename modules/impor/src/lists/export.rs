//! Riwayat out: every standing fact of a kind with its document, in the columns it is read from and in
//! the dress of the nominatif (see [`crate::export`]).

use crate::rule::lists::List;
use kernel::{AsOf, Field, Kind, Ledger, Row, Snapshot};
use sheet::CsvWriter;
use std::io::Write;
use store::people::each_ledger;
use store::{Conn, Error, Result};

/// Writes the standing facts of a kind about everyone of the node. Answers how many.
///
/// # Errors
/// Refuses kinds that are not about people.
pub fn export_riwayat(conn: &mut Conn, kind: Kind, as_of: AsOf, out: impl Write) -> Result<u64> {
    export_riwayat_of(conn, None, kind, as_of, out)
}

/// The same for the people of one instansi.
///
/// Facts not yet begun on the day are left out, and so is what was recorded later. A corrected fact
/// stands as its correction says, under the document of the correction.
///
/// # Errors
/// Refuses kinds that are not about people.
pub fn export_riwayat_of(
    conn: &mut Conn,
    instansi: Option<&str>,
    kind: Kind,
    as_of: AsOf,
    out: impl Write,
) -> Result<u64> {
    if !kind.about_pegawai() {
        return Err(Error::Refused(format!("Jenis {} bukan riwayat pegawai.", kind.info().label)));
    }
    let mut csv = CsvWriter::with_bom(out)?;
    csv.kept_row(List::Riwayat(kind).columns().iter().map(|c| c.name))?;
    let mut count = 0;
    each_ledger(conn, |page| {
        for person in page {
            if instansi.is_some_and(|wanted| wanted != person.instansi) {
                continue;
            }
            let ledger = person.ledger();
            let facts = standing(&ledger, kind, as_of);
            if facts.is_empty() {
                continue;
            }
            let snapshot = Snapshot::fold(&ledger, as_of);
            let nip = snapshot.text(Field::Nip);
            for row in facts {
                write(&mut csv, nip, &ledger, row)?;
                count += 1;
            }
        }
        Ok(())
    })?;
    csv.finish()?.flush()?;
    Ok(count)
}

/// Facts that stand, in their order. A fact without TMT and fields only ends what a download knew
/// before; no document says it, so it is not written.
fn standing(ledger: &Ledger, kind: Kind, as_of: AsOf) -> Vec<&Row> {
    let bases = 0..ledger.bases().len() as u32;
    let mut rows: Vec<&Row> = bases
        .filter(|at| ledger.row(*at).fact.kind == kind)
        .filter_map(|at| ledger.stands(at, as_of.known))
        .map(|at| ledger.row(at))
        .filter(|row| !row.fact.values.is_empty() || row.fact.tmt.is_some())
        .filter(|row| ledger.since(row) <= as_of.effective)
        .collect();
    rows.sort_by(|a, b| ledger.order(a, b));
    rows
}

fn write<W: Write>(csv: &mut CsvWriter<W>, nip: &str, ledger: &Ledger, row: &Row) -> Result<()> {
    let document = &ledger.head(row).document;
    let day = |day: Option<kernel::Date>| day.map(|d| d.dmy()).unwrap_or_default();
    csv.kept(nip)?;
    csv.kept(&day(row.fact.tmt))?;
    // The last day, as people count; spans end on the first day after it.
    csv.kept(&day(row.fact.until.map(|d| d.add_days(-1))))?;
    csv.kept(&document.jenis)?;
    csv.kept(&document.nomor)?;
    csv.kept(&day(document.tanggal))?;
    csv.kept(&document.penandatangan)?;
    csv.kept("perubahan")?;
    csv.kept("")?;
    for field in row.fact.kind.info().fields {
        csv.kept(&row.fact.get(*field).map(kernel::Value::show).unwrap_or_default())?;
    }
    csv.end_row()?;
    Ok(())
}
