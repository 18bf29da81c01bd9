//! From what was typed to what is to be recorded; or to what is wrong with it, field by field.

use super::dampak::with_draft;
use super::isian::{Isian, Pernyataan, Tindakan, field_name, name};
use super::pilihan::{self, Rujukan};
use kernel::kind::{Constraint, Type};
use kernel::typed::{self, Salah, unfit, unreadable, whole};
use kernel::{Act, AsOf, Date, Document, Fact, Field, Kind, Ledger, Snapshot, Stamp, Value};

/// What is to be recorded.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Rancangan {
    /// The paper.
    pub document: Document,
    /// What it states.
    pub acts: Vec<(Act, Fact)>,
}

/// Reads the form against what is known about the person.
///
/// # Errors
/// Every field that is wrong, in the order of the form.
pub fn baca(isian: &Isian, ledger: &Ledger, rujukan: &Rujukan<'_>) -> Result<Rancangan, Vec<Salah>> {
    let mut salah = Vec::new();
    let document = isian.document.document(rujukan.today, &mut salah);
    if isian.pernyataan.is_empty() {
        salah.push(("tambah".into(), "Pilih sekurangnya satu hal yang ditetapkan dokumen ini.".into()));
    }
    let mut acts = Vec::new();
    for (n, pernyataan) in isian.pernyataan.iter().enumerate() {
        acts.extend(statement(n, pernyataan, isian, ledger, rujukan, &mut salah));
    }
    let rancangan = Rancangan { document, acts };
    if salah.is_empty() && nameless(ledger, &rancangan, rujukan.today) {
        let n = isian.pernyataan.iter().position(|p| p.kind == Kind::Identitas).unwrap_or(0);
        let sentence =
            "Sesudah ini pegawai tidak bernama lagi. Ralat namanya, jangan mengosongkan atau membatalkannya.";
        salah.push((field_name(n, Field::Nama), sentence.into()));
    }
    if salah.is_empty() { Ok(rancangan) } else { Err(salah) }
}

/// Whether a draft takes away the name by which a person is found.
fn nameless(ledger: &Ledger, rancangan: &Rancangan, today: Date) -> bool {
    let as_of = AsOf { effective: today, known: Stamp::MAX };
    let named =
        |ledger: &Ledger| !Snapshot::of_kind(ledger, Kind::Identitas, as_of).text(Field::Nama).is_empty();
    named(ledger) && !named(&with_draft(ledger, rancangan, Stamp::end_of(today)))
}

fn statement(
    n: usize,
    p: &Pernyataan,
    isian: &Isian,
    ledger: &Ledger,
    rujukan: &Rujukan<'_>,
    salah: &mut Vec<Salah>,
) -> Option<(Act, Fact)> {
    let before = salah.len();
    let act = act(n, p, ledger, salah)?;
    if let Act::Pembatalan(_) = act {
        return Some((act, Fact::new(p.kind, None, [])));
    }
    let tmt = day(n, "tmt", &p.tmt, rujukan.today, salah);
    // An SK names the last day; the register keeps the first on which it no longer holds.
    let until = day(n, "sampai", &p.sampai, rujukan.today, salah).map(|last| last.add_days(1));
    if p.tmt.is_empty() && needs_tmt(p) {
        salah.push((name(n, "tmt"), "Tulis TMT: hari pertama hal ini berlaku.".into()));
    }
    if let (Some(first), Some(end)) = (tmt, until)
        && end <= first
    {
        salah.push((name(n, "sampai"), "Hari terakhir mendahului TMT.".into()));
    }
    let mut values = values(n, p, ledger, rujukan, salah);
    values.extend(pilihan::chosen(n, p, isian, rujukan, salah));
    values.extend(unasked(p, &values, ledger, rujukan));
    if values.is_empty() && salah.len() == before {
        let first = p.kind.info().fields.iter().find(|f| pilihan::asked(**f));
        let at = first.map_or_else(|| name(n, "tmt"), |f| field_name(n, *f));
        salah.push((at, format!("Isi sekurangnya satu hal tentang {}.", p.kind.info().label.to_lowercase())));
    }
    let fact = Fact::new(p.kind, tmt, values).until(until);
    if let Act::Ralat(target) = act
        && ledger.standing(target).is_some_and(|row| row.fact == fact)
        // What the officer is not shown is not confirmed either.
        && !p.values.iter().any(|(field, typed)| (rujukan.withheld)(*field) && !typed.is_empty())
    {
        let sentence =
            "Ralat ini sama dengan yang tercatat. Ubah isian yang keliru, atau batalkan pencatatan.";
        salah.push((name(n, "tmt"), sentence.into()));
    }
    (salah.len() == before).then_some((act, fact))
}

fn act(n: usize, p: &Pernyataan, ledger: &Ledger, salah: &mut Vec<Salah>) -> Option<Act> {
    let (act, target) = match p.tindakan {
        Tindakan::Perubahan => return Some(Act::Perubahan),
        Tindakan::Ralat(target) => (Act::Ralat(target), target),
        Tindakan::Pembatalan(target) => (Act::Pembatalan(target), target),
    };
    let known = ledger.standing(target).is_some_and(|row| row.fact.kind == p.kind);
    if !known {
        let sentence = "Catatan yang hendak diubah tidak ada pada pegawai ini, atau sudah dibatalkan. Mulai lagi dari halaman pegawai.";
        salah.push((name(n, "tmt"), sentence.into()));
    }
    known.then_some(act)
}

/// What happens or holds from a day on is nothing without that day; a name or a year's predicate is.
fn needs_tmt(p: &Pernyataan) -> bool {
    p.tindakan == Tindakan::Perubahan
        && matches!(
            p.kind.info().constraint,
            Constraint::State | Constraint::Fields | Constraint::Interval | Constraint::Event
        )
}

fn day(n: usize, part: &str, typed: &str, today: Date, salah: &mut Vec<Salah>) -> Option<Date> {
    if typed.is_empty() {
        return None;
    }
    typed::day(typed, today).map_err(|sentence| salah.push((name(n, part), sentence))).ok()
}

/// What a ralat keeps of the fact it corrects because the form does not ask for it or does not show it:
/// ids of posts and units nobody chose anew, and what is withheld.
fn unasked(
    p: &Pernyataan,
    values: &[(Field, Value)],
    ledger: &Ledger,
    rujukan: &Rujukan<'_>,
) -> Vec<(Field, Value)> {
    let Tindakan::Ralat(target) = p.tindakan else { return Vec::new() };
    let Some(row) = ledger.standing(target) else { return Vec::new() };
    let code = |field: Field| p.kind.info().fields.iter().any(|f| pilihan::code_of(*f) == Some(field));
    let keeps = |field: Field| {
        (!pilihan::asked(field) && !code(field)) || ((rujukan.withheld)(field) && p.value(field).is_empty())
    };
    let said = |field: Field| values.iter().any(|v| v.0 == field);
    row.fact.values.iter().filter(|v| keeps(v.0) && !said(v.0)).cloned().collect()
}

/// Code and word of the fact a ralat corrects, when the form sends them back unchanged.
fn kept_by(p: &Pernyataan, ledger: &Ledger, field: Field, typed: &str) -> Option<Vec<(Field, Value)>> {
    let Tindakan::Ralat(target) = p.tindakan else { return None };
    let fact = &ledger.standing(target)?.fact;
    let code = pilihan::code_of(field);
    let same = |of: Field| fact.text(of) == Some(typed);
    if !same(field) && !code.is_some_and(same) {
        return None;
    }
    let of = [code, Some(field)].into_iter().flatten();
    Some(of.filter_map(|f| Some((f, fact.get(f)?.clone()))).collect())
}

fn values(
    n: usize,
    p: &Pernyataan,
    ledger: &Ledger,
    rujukan: &Rujukan<'_>,
    salah: &mut Vec<Salah>,
) -> Vec<(Field, Value)> {
    let mut values = Vec::new();
    for (field, typed) in &p.values {
        let mut wrong = |sentence: String| salah.push((field_name(n, *field), sentence));
        if let Some(list) = pilihan::list(*field, rujukan.tables) {
            let kept = |item: &&pilihan::Choice| item.value == *typed;
            match list.items.iter().find(kept) {
                Some(item) => {
                    let code = list.code.filter(|_| !item.code.is_empty());
                    values.extend(code.map(|of| (of, Value::text(&item.code))));
                    values.push((*field, Value::text(&item.word)));
                }
                // A ralat of something else leaves what no list knows as it was.
                None => match kept_by(p, ledger, *field, typed) {
                    Some(kept) => values.extend(kept),
                    None => wrong(format!("Pilihan \"{typed}\" tidak ada pada daftar. Pilih lagi.")),
                },
            }
            continue;
        }
        match field.info().ty {
            // As pages show it and people copy it: in groups.
            Type::Text if *field == Field::Nip => {
                let plain: String = typed.chars().filter(|c| *c != ' ').collect();
                match plain.len() == 18 && plain.bytes().all(|b| b.is_ascii_digit()) {
                    true => values.push((*field, Value::text(&plain))),
                    false => wrong("NIP terdiri dari 18 angka. Periksa naskahnya.".into()),
                }
            }
            Type::Text => match unfit(typed) {
                Some(sentence) => wrong(sentence),
                None => values.push((*field, Value::text(typed))),
            },
            Type::Date => match Date::parse(typed) {
                Some(day) => values.push((*field, Value::Date(day))),
                None => wrong(unreadable(typed)),
            },
            Type::Int => match whole(typed) {
                Some(number) => values.push((*field, Value::Int(number))),
                None => wrong(format!("\"{typed}\" bukan angka bulat. Tulis angkanya saja, misalnya 12.")),
            },
        }
    }
    if p.kind == Kind::Kinerja && p.value(Field::KinerjaTahun).is_empty() {
        salah.push((field_name(n, Field::KinerjaTahun), "Tulis tahun penilaian.".into()));
    }
    values
}
