//! Rows about people: who they are, and their ledgers, a page at a time.

use crate::check::Unchecked;
use crate::lists::ListAsk;
use crate::rule::lists::List;
use crate::rule::lists_plan::{Plan, Verdict, refuses};
use crate::rule::lists_resolve::{self, Read};
use crate::rule::lists_row::{Layout, Line};
use crate::rule::lists_statement::{self, Books, Reading};
use crate::rule::lists_unit::Units;
use crate::rule::trouble::{Trouble, Weight};
use crate::store::Known;
use kernel::{AsOf, Date, Field, Ledger, Nip, PegawaiId, Snapshot, Subject};
use std::collections::BTreeMap;
use store::Conn;
use store::people::{each_ledger, ledger};

/// More people than this are found faster by reading the register through.
const SINGLY: usize = 256;

/// What a list about people would do.
pub(super) fn plan(
    conn: &mut Conn,
    list: List,
    layout: &Layout,
    lines: &[Line],
    ask: &ListAsk<'_>,
    file: &str,
) -> Result<Plan, Unchecked> {
    let known = Known::gather(conn, ask.today)?;
    let (units, _) = store::organisation::organisation(conn, ask.instansi, AsOf::on(ask.per_tanggal))?;
    let units = Units::new(units.into_iter().map(|u| (u.id, u.nama, u.aktif)));
    let post = store::derive::post_id;
    let books = Books { tables: ask.tables, units: &units, post, per_tanggal: ask.per_tanggal, file };
    let mut plan = Plan::default();
    let mut people: BTreeMap<PegawaiId, Vec<Read>> = BTreeMap::new();
    for line in lines {
        let mut reading = lists_statement::read(list, layout, line, &books);
        let person = person(&mut reading, &known, ask.instansi);
        match person {
            Some(id) if !refuses(&reading.troubles) => {
                people.entry(id).or_default().push((reading.statement, reading.troubles));
            }
            _ => plan.verdicts.push(Verdict::refused(line.number, reading.nip_cell, reading.troubles)),
        }
    }
    each_wanted(conn, people, |id, ledger, statements| {
        let label = label(&ledger, ask.per_tanggal);
        let subject = Subject::Pegawai(id);
        let (verdicts, drafts) = lists_resolve::resolve(list, ledger, &subject, &label, statements, &books);
        plan.verdicts.extend(verdicts);
        plan.drafts.extend(drafts);
    })?;
    Ok(plan)
}

/// Whom a row is about. People of another instansi are as unknown as those nobody knows: the file
/// must not tell who works elsewhere.
fn person(reading: &mut Reading, known: &Known, instansi: &str) -> Option<PegawaiId> {
    let nip = reading.nip?;
    let person = known.by_nip(nip.as_u64()).filter(|id| known.owner(*id) == Some(instansi));
    if person.is_none() {
        reading.troubles.push(Trouble::new(
            "IMP-24",
            Weight::Refusal,
            "nip",
            &reading.nip_cell,
            "NIP ini tidak ada di register instansi ini.",
            "Periksa NIP; impor nominatif orang itu lebih dahulu.",
        ));
    }
    if let Some(text) = reading.statement.stated.text(Field::Nip) {
        let holder = Nip::parse(text).map(|new| known.by_nip(new.as_u64()));
        let message = match holder {
            None => "NIP baru harus terdiri dari 18 angka.",
            Some(Some(other)) if Some(other) != person => {
                "NIP baru ini sudah dipakai orang lain di register."
            }
            Some(_) => return person,
        };
        let suggestion = "Salin NIP dari SK, simpan kolomnya sebagai teks.";
        reading.troubles.push(Trouble::new("IMP-36", Weight::Refusal, "nip_baru", text, message, suggestion));
    }
    person
}

fn label(ledger: &Ledger, day: Date) -> String {
    let snapshot = Snapshot::fold(ledger, AsOf::on(day));
    format!("{} ({})", snapshot.text(Field::Nama), snapshot.text(Field::Nip))
}

/// Goes through the people with their ledgers, in order of id.
fn each_wanted(
    conn: &mut Conn,
    mut people: BTreeMap<PegawaiId, Vec<Read>>,
    mut each: impl FnMut(PegawaiId, Ledger, Vec<Read>),
) -> store::Result<()> {
    if people.len() <= SINGLY {
        for (id, statements) in people {
            let (ledger, _) = ledger(conn, id)?;
            each(id, ledger, statements);
        }
        return Ok(());
    }
    each_ledger(conn, |page| {
        for person in page {
            if let Some(statements) = people.remove(&person.id) {
                each(person.id, person.ledger(), statements);
            }
        }
        Ok(())
    })
}
