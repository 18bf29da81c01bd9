//! The register's own checks laid over a row before anybody is in the register.

use crate::rule::columns::{COLUMNS, Part};
use crate::rule::trouble::{Trouble, Weight};
use kernel::check::{self, Context};
use kernel::{
    AsOf, Date, Document, EntryId, Fact, FactId, Head, Ledger, Rank, Severity, Snapshot, Stamp, Tables,
};

/// What the checks say of the facts of a row, as troubles of that row.
pub fn of(tables: &Tables) -> impl Fn(&[Fact], Date) -> Vec<Trouble> + Sync + '_ {
    move |facts, day| {
        let ledger = alone(facts, day);
        let snapshot = Snapshot::fold(&ledger, AsOf::on(day));
        let context = Context::default();
        let codes = check::person(&snapshot, tables, &context);
        codes
            .iter()
            .map(|code| {
                let finding = check::explain(code, &snapshot, tables, &context);
                let column = finding.field.and_then(|f| COLUMNS.iter().find(|c| c.part == Part::Field(f)));
                let value = finding
                    .field
                    .and_then(|f| snapshot.value(f))
                    .map(kernel::Value::show)
                    .unwrap_or_default();
                // Grave for the register is still only a doubt here: the row is taken as it is.
                let weight = if finding.severity == Severity::Catatan { Weight::Note } else { Weight::Doubt };
                Trouble::new(
                    code.info().text,
                    weight,
                    column.map_or("", |c| c.name),
                    &value,
                    finding.message,
                    finding.suggestion,
                )
            })
            .collect()
    }
}

/// A ledger that holds one download row and nothing else.
fn alone(facts: &[Fact], day: Date) -> Ledger {
    let entry = EntryId([0; 16]);
    let document = Document {
        rank: Rank::Unduhan,
        jenis: String::new(),
        nomor: String::new(),
        tanggal: Some(day),
        penandatangan: String::new(),
        berkas: None,
        baris: None,
        urut: 0,
    };
    let facts = facts.iter().enumerate();
    let rows = facts
        .map(|(n, f)| (FactId { entry, ordinal: n as u16 }, kernel::Act::Perubahan, f.clone()))
        .collect();
    Ledger::new(vec![Head { entry, recorded: Stamp::MIN, document }], rows)
}
