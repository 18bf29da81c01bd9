//! Samples of history files: one kind a file, one fact a row, with the document it rests on.

use super::NominatifSpec;
use super::columns::write_dmy;
use super::csv::Csv;
use super::others::written_nip;
use super::plan::{Mark, Plan};
use crate::career::{self, ActSeed, Office};
use kernel::Kind;
use std::io::{self, Write};

/// Columns before those of the kind.
pub const DOCUMENT_COLUMNS: [&str; 7] =
    ["nip", "tmt", "sampai", "dokumen_jenis", "dokumen_nomor", "dokumen_tanggal", "penandatangan"];

/// Writes what the papers of the first `people` people of the nominatif say about one kind: the
/// document columns and the kind's fields by name. Gives the number of rows.
pub fn write_riwayat(
    kind: Kind,
    spec: &NominatifSpec,
    people: usize,
    out: &mut impl Write,
) -> io::Result<u64> {
    let mut plan = Plan::new(spec);
    let (id, nama) = spec.instansi.clone();
    let mut csv = Csv::new(spec, out)?;
    let fields = kind.info().fields;
    csv.record(DOCUMENT_COLUMNS.into_iter().chain(fields.iter().map(|f| f.info().name)))?;
    let rows: Vec<_> = (0..plan.len())
        .filter(|&r| !matches!(plan.mark(r), Mark::Refused(_)))
        .take(people)
        .map(|r| (plan.profil(r), plan.seat(r).post, written_nip(&plan, r)))
        .collect();
    let office = Office::new(spec.seed, spec.today, id, nama, plan.take_organisation());
    let mut written = 0;
    let mut day = String::with_capacity(10);
    for (profil, seat, nip) in rows {
        for seed in career::of_profile(&office, &profil, seat).documents {
            let document = &seed.document;
            for (_, fact) in seed.acts.iter().filter(|(act, f)| *act == ActSeed::Perubahan && f.kind == kind)
            {
                csv.cell(&nip);
                // `until` is the first day after; documents write the last day.
                for date in [fact.tmt, fact.until.map(|day| day.add_days(-1))] {
                    day.clear();
                    date.iter().for_each(|d| write_dmy(&mut day, *d));
                    csv.cell(&day);
                }
                csv.cell(&document.jenis);
                csv.cell(&document.nomor);
                day.clear();
                document.tanggal.iter().for_each(|d| write_dmy(&mut day, *d));
                csv.cell(&day);
                csv.cell(&document.penandatangan);
                for field in fields {
                    csv.cell(&fact.get(*field).map(kernel::Value::show).unwrap_or_default());
                }
                csv.end()?;
                written += 1;
            }
        }
    }
    Ok(written)
}
