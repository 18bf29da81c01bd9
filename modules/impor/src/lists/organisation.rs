//! Units and posts of a list beside those of the register.

use crate::check::Unchecked;
use crate::lists::ListAsk;
use crate::rule::lists_plan::{Draft, Outcome, Plan, Verdict, describe, provisional, refuses};
use crate::rule::lists_row::{Layout, Line};
use crate::rule::lists_unit::{
    Found, PostRow, UnitRow, Units, held, lists_only, next_urut, read_post, read_unit, unit_fact, within,
};
use crate::rule::trouble::{Trouble, Weight};
use kernel::check::Code;
use kernel::unor::{Tree, Unit};
use kernel::{Act, AsOf, Document, Fact, Field, Kind, Ledger, Rank, Subject, Value};
use std::collections::{HashMap, HashSet};
use store::Conn;
use store::organisation::{ledgers, organisation};

const DAFTAR: &str = "Daftar unor";
const PETA: &str = "Peta jabatan";
/// Near names are looked for this often; a list full of unknown names is another list.
const NEAR_NAMES: usize = 200;

fn document(rank: Rank, jenis: &str, file: &str, ask: &ListAsk<'_>, row: u32, ledger: &Ledger) -> Document {
    Document {
        rank,
        jenis: jenis.into(),
        nomor: file.into(),
        tanggal: Some(ask.per_tanggal),
        penandatangan: String::new(),
        berkas: None,
        baris: Some(row),
        urut: next_urut(ledger, jenis, ask.per_tanggal),
    }
}

fn draft(row: u32, subject: Subject, document: Document, fact: Fact) -> Draft {
    let acts = vec![(Act::Perubahan, fact)];
    Draft { id: provisional(row), rows: vec![row], subject, document, acts, notes: Vec::new() }
}

/// What the unor list would do.
pub(super) fn units(
    conn: &mut Conn,
    layout: &Layout,
    lines: &[Line],
    ask: &ListAsk<'_>,
    file: &str,
) -> Result<Plan, Unchecked> {
    let (registered, _) = organisation(conn, ask.instansi, AsOf::on(ask.per_tanggal))?;
    let ledgers = ledgers(conn, ask.instansi)?;
    let read: Vec<(u32, UnitRow)> =
        lines.iter().map(|line| (line.number, read_unit(layout, line, ask.tables))).collect();
    let odd = misplaced(&read, &registered);
    let known: HashMap<&str, &store::organisation::Unit> =
        registered.iter().map(|u| (u.id.as_str(), u)).collect();
    let listed_names = read.iter().map(|(_, unit)| (unit.id.clone(), unit.nama.clone()));
    let names: HashMap<String, String> =
        registered.iter().map(|u| (u.id.clone(), u.nama.clone())).chain(listed_names).collect();
    let mut first: HashMap<String, u32> = HashMap::new();
    let mut plan = Plan::default();
    let unspoken = Ledger::default();
    for (row, mut unit) in read {
        if !refuses(&unit.troubles)
            && let Some(before) = first.get(&unit.id)
        {
            unit.troubles.push(twice("Id", &unit.id, format!("Id unit ini sudah ada di baris {before}.")));
        }
        if refuses(&unit.troubles) {
            plan.verdicts.push(Verdict::refused(row, unit.nama, unit.troubles));
            continue;
        }
        first.insert(unit.id.clone(), row);
        let ledger = ledgers.get(&(1, unit.id.clone())).unwrap_or(&unspoken);
        let lists = lists_only(ledger, DAFTAR, ask.per_tanggal);
        let listed = held(&lists, Kind::Unor, ask.per_tanggal);
        let fact = unit_fact(&unit, &listed);
        let now = held(ledger, Kind::Unor, ask.per_tanggal);
        let outcome = if fact.values == now.values || fact.values == listed.values {
            Outcome::Same
        } else if known.contains_key(unit.id.as_str()) {
            Outcome::Changed
        } else {
            Outcome::New
        };
        let mut troubles = unit.troubles;
        troubles.extend(odd.get(unit.id.as_str()).cloned().into_iter().flatten());
        let before = match known.get(unit.id.as_str()) {
            Some(u) if now.values.is_empty() => {
                Fact::new(Kind::Unor, None, [(Field::UnorNamaUnit, Value::text(&u.nama))])
            }
            _ => now,
        };
        let differences =
            describe(Some(&before), Some(&fact), |field, value| unit_name(&names, field, value));
        if outcome != Outcome::Same {
            let document = document(Rank::Unduhan, DAFTAR, file, ask, row, ledger);
            let mut draft = draft(row, Subject::Unor(unit.id), document, fact);
            draft.notes = unit.notes;
            plan.drafts.push(draft);
        }
        plan.verdicts.push(Verdict { row, subject: unit.nama, outcome, troubles, differences });
    }
    let here: HashSet<&str> = lines.iter().filter_map(|l| l.cells.first()).map(|id| id.trim()).collect();
    let gone = registered.iter().filter(|u| !u.derived && u.aktif && !here.contains(u.id.as_str()));
    plan.verdicts.extend(gone.map(no_longer_listed));
    Ok(plan)
}

/// The unit above, by its name: ids mean nothing to people.
fn unit_name(names: &HashMap<String, String>, field: Field, value: &Value) -> Option<String> {
    (field == Field::UnorAtasan).then(|| names.get(value.as_text()?).cloned()).flatten()
}

/// Units whose place in the tree is odd: nothing above them, or they themselves.
fn misplaced(
    read: &[(u32, UnitRow)],
    registered: &[store::organisation::Unit],
) -> HashMap<String, Vec<Trouble>> {
    let rows = read.iter().map(|r| &r.1).filter(|u| !u.id.is_empty());
    let listed = rows.map(|u| Unit { id: &u.id, nama: &u.nama, atasan_id: &u.atasan, aktif: true });
    let in_file: HashSet<&str> = read.iter().map(|r| r.1.id.as_str()).collect();
    let others = registered.iter().filter(|u| !in_file.contains(u.id.as_str()));
    let others = others.map(|u| Unit { id: &u.id, nama: &u.nama, atasan_id: &u.atasan, aktif: u.aktif });
    let (_, findings) = Tree::build(listed.chain(others));
    let mut odd: HashMap<String, Vec<Trouble>> = HashMap::new();
    for found in findings {
        let code = match found.finding.code {
            Code::UnorAtasanTidakAda => "IMP-40",
            Code::UnorSiklus => "IMP-41",
            _ => continue,
        };
        let finding = found.finding;
        let trouble =
            Trouble::new(code, Weight::Doubt, "DiatasanId", "", finding.message, finding.suggestion);
        odd.entry(found.id.into()).or_default().push(trouble);
    }
    odd
}

fn no_longer_listed(unit: &store::organisation::Unit) -> Verdict {
    let message = format!("Unit \"{}\" ada di register tetapi tidak ada di daftar ini.", unit.nama);
    let suggestion = "Unit tidak dihapus. Bila sudah tidak ada, kirim barisnya dengan aktif = tidak.";
    let trouble = Trouble::new("IMP-43", Weight::Note, "Id", &unit.id, message, suggestion);
    Verdict {
        row: 0,
        subject: unit.nama.clone(),
        outcome: Outcome::Same,
        troubles: vec![trouble],
        differences: Vec::new(),
    }
}

fn twice(column: &str, value: &str, message: String) -> Trouble {
    let suggestion = "Tentukan baris yang benar, hapus yang lain, lalu kirim ulang.";
    Trouble::new("IMP-23", Weight::Refusal, column, value, message, suggestion)
}

/// What the peta jabatan would do.
pub(super) fn posts(
    conn: &mut Conn,
    layout: &Layout,
    lines: &[Line],
    ask: &ListAsk<'_>,
    file: &str,
) -> Result<Plan, Unchecked> {
    let (registered, known) = organisation(conn, ask.instansi, AsOf::on(ask.per_tanggal))?;
    let ledgers = ledgers(conn, ask.instansi)?;
    let known: HashSet<String> = known.into_iter().map(|p| p.id).collect();
    let mut finder = Finder {
        units: Units::new(registered.into_iter().map(|u| (u.id, u.nama, u.aktif))),
        near: HashMap::new(),
    };
    let mut first: HashMap<String, (u32, Fact)> = HashMap::new();
    let mut plan = Plan::default();
    let unspoken = Ledger::default();
    for line in lines {
        let row = line.number;
        let mut post = read_post(layout, line, ask.tables);
        let unor = finder.unit(&mut post);
        let label = match finder.units.nama(&unor) {
            Some(nama) => format!("{} – {nama}", post.jabatan),
            None => post.jabatan.clone(),
        };
        let id = store::derive::post_id(&unor, &post.jabatan);
        let fact = post_fact(&post, &unor);
        let mut troubles = post.troubles;
        let mut repeated = false;
        if let Some((before, other)) = first.get(&id).filter(|_| !refuses(&troubles)) {
            repeated = fact == *other;
            troubles.push(match repeated {
                true => equal_row(*before),
                false => twice(
                    "jabatan",
                    &post.jabatan,
                    format!("Jabatan ini pada unit yang sama sudah ada di baris {before} dengan isi lain."),
                ),
            });
        }
        if refuses(&troubles) {
            plan.verdicts.push(Verdict::refused(row, label, troubles));
            continue;
        }
        let ledger = ledgers.get(&(2, id.clone())).unwrap_or(&unspoken);
        // The question is what holds on the day the row speaks of, not today.
        let day = fact.tmt.unwrap_or(ask.per_tanggal);
        let now = held(ledger, Kind::Pos, day);
        let listed = held(&lists_only(ledger, PETA, ask.per_tanggal), Kind::Pos, day);
        let outcome = if repeated || within(&fact, &now) || within(&fact, &listed) {
            Outcome::Same
        } else if known.contains(&id) {
            Outcome::Changed
        } else {
            Outcome::New
        };
        let differences = describe(Some(&now), Some(&fact), |field, value| match field {
            Field::PosUnor => value.as_text().and_then(|id| finder.units.nama(id)).map(str::to_owned),
            _ => None,
        });
        if !repeated {
            first.insert(id.clone(), (row, fact.clone()));
        }
        if outcome != Outcome::Same {
            let document = document(Rank::Rekap, PETA, file, ask, row, ledger);
            plan.drafts.push(draft(row, Subject::Pos(id), document, fact));
        }
        plan.verdicts.push(Verdict { row, subject: label, outcome, troubles, differences });
    }
    Ok(plan)
}

fn post_fact(post: &PostRow, unor: &str) -> Fact {
    let place = [(Field::PosUnor, Value::text(unor)), (Field::PosJabatan, Value::text(&post.jabatan))];
    Fact::new(Kind::Pos, post.tmt, place.into_iter().chain(post.values.iter().cloned()))
}

/// A row that says what another row of the file says.
pub(super) fn equal_row(before: u32) -> Trouble {
    let message = format!("Isi baris ini sama dengan baris {before}; dipakai satu kali.");
    Trouble::new("IMP-42", Weight::Note, "", "", message, "Hapus salah satunya bila bukan disengaja.")
}

/// Units by what a cell calls them.
pub(super) struct Finder {
    pub(super) units: Units,
    near: HashMap<String, String>,
}

impl Finder {
    /// Finds the unit of a row; refuses the row and answers `""` when there is not exactly one.
    fn unit(&mut self, post: &mut PostRow) -> String {
        if post.unor.is_empty() {
            return String::new();
        }
        let (code, message, suggestion) = match self.units.find(&post.unor) {
            Found::One(id) => return id,
            Found::Several(ids) => (
                "IMP-26",
                format!("Ada {} unit bernama \"{}\".", ids.len(), post.unor),
                format!(
                    "Ganti nama dengan Id unit: {}.",
                    ids.iter().take(5).map(String::as_str).collect::<Vec<_>>().join(", ")
                ),
            ),
            Found::None => (
                "IMP-25",
                format!("Unit \"{}\" tidak ada di register instansi ini.", post.unor),
                self.suggestion(&post.unor),
            ),
        };
        post.troubles.push(Trouble::new(code, Weight::Refusal, "unor", &post.unor, message, suggestion));
        String::new()
    }

    fn suggestion(&mut self, name: &str) -> String {
        const PLAIN: &str = "Impor daftar unor lebih dahulu, atau tulis Id unit.";
        if let Some(known) = self.near.get(name) {
            return known.clone();
        }
        if self.near.len() == NEAR_NAMES {
            return PLAIN.into();
        }
        let near = self.units.near(name);
        let text = match near.is_empty() {
            true => PLAIN.to_owned(),
            false => format!("Maksudnya {}? Bila bukan: {PLAIN}", near.join(" / ")),
        };
        self.near.insert(name.to_owned(), text.clone());
        text
    }
}
