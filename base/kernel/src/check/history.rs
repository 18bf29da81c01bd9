//! What documents say about each other: contradictions, amendments into the void, gaps and overlaps.

use super::words::{same, value};
use super::{Check, Code, Person, day};
use crate::fact::{Act, Document, Fact, Rank};
use crate::golongan::Golongan;
use crate::kind::{Constraint, Field, Kind};
use crate::ledger::Row;
use crate::tables::Ambang;

pub(super) const CHECKS: &[Check] = &[
    Check {
        code: Code::TmtSesudahDokumen,
        holds: |p| late_tmt(p).is_some(),
        say: |p| {
            let Some(row) = late_tmt(p) else { return nothing() };
            let document = document(p, row);
            let message = format!(
                "{} ber-TMT {}, sedangkan {} bertanggal {}.",
                row.fact.kind.info().label,
                super::words::day_or(row.fact.tmt),
                name(document),
                super::words::day_or(document.tanggal)
            );
            (message, "Periksa TMT dan tanggal dokumen.".to_owned(), first_field(row.fact.kind))
        },
    },
    Check {
        code: Code::DokumenBertentangan,
        holds: |p| has_documents(p) && contradiction(p).is_some(),
        say: |p| {
            let Some((a, b)) = contradiction(p) else { return nothing() };
            let Some(field) = difference(&a.fact, &b.fact) else { return nothing() };
            let message = format!(
                "{} menyatakan {} {}, {} menyatakan {}; TMT keduanya {}.",
                name(document(p, a)),
                field.info().label,
                stated(&a.fact, field),
                name(document(p, b)),
                stated(&b.fact, field),
                super::words::day_or(a.fact.tmt)
            );
            (message, "Ralat yang salah, atau beri nomor urut bila keduanya benar.".to_owned(), field)
        },
    },
    Check {
        code: Code::UnduhanBertentangan,
        holds: |p| has_documents(p) && against_download(p).is_some(),
        say: |p| {
            let Some((said, seen, field)) = against_download(p) else { return nothing() };
            let what = |row: &Row| match field {
                Some(field) => stated(&row.fact, field),
                None => format!("TMT {}", super::words::day_or(row.fact.tmt)),
            };
            let message = format!(
                "{} menyatakan {} {}, sedangkan {} menyatakan {}.",
                name(document(p, said)),
                field.map_or(said.fact.kind.info().label, |f| f.info().label),
                what(said),
                name(document(p, seen)),
                what(seen)
            );
            let field = field.unwrap_or(first_field(said.fact.kind));
            (
                message,
                "Yang dipakai dokumen. Perbaiki data di SIASN, atau ralat dokumennya.".to_owned(),
                field,
            )
        },
    },
    Check {
        code: Code::RalatTanpaSasaran,
        holds: |p| void_amendment(p).is_some(),
        say: |p| {
            let Some(row) = void_amendment(p) else { return nothing() };
            let act = if matches!(row.act, Act::Ralat(_)) { "Ralat" } else { "Pembatalan" };
            let message = format!(
                "{act} {} dari {} tidak menemukan fakta yang diubahnya.",
                row.fact.kind.info().label.to_lowercase(),
                name(document(p, row))
            );
            (
                message,
                "Impor dokumen yang diralat, atau batalkan ralat ini.".to_owned(),
                first_field(row.fact.kind),
            )
        },
    },
    Check {
        code: Code::GolonganTurun,
        holds: |p| has_documents(p) && demotion(p).is_some(),
        say: |p| {
            let Some((higher, now)) = demotion(p) else { return nothing() };
            let message = format!(
                "Golongan turun dari {} ({}) ke {} ({}) tanpa hukuman disiplin yang tercatat.",
                higher.fact.text(Field::GolonganNama).unwrap_or(""),
                super::words::day_or(higher.fact.tmt),
                now.fact.text(Field::GolonganNama).unwrap_or(""),
                super::words::day_or(now.fact.tmt)
            );
            (
                message,
                "Periksa kedua SK pangkat, atau catat SK hukuman disiplin.".to_owned(),
                Field::GolonganNama,
            )
        },
    },
    Check {
        code: Code::PerjanjianTumpang,
        holds: |p| overlap(p).is_some(),
        say: |p| {
            contracts_say(overlap(p), "berlaku pada hari yang sama", "Ralat tanggal berakhir yang lama.")
        },
    },
    Check {
        code: Code::PerjanjianJeda,
        holds: |p| gap(p).is_some(),
        say: |p| {
            contracts_say(gap(p), "tidak bersambung", "Periksa tanggal, atau catat perjanjian di antaranya.")
        },
    },
];

fn nothing() -> super::Said {
    (String::new(), String::new(), Field::Nip)
}

fn document<'l>(p: &Person<'_, 'l>, row: &Row) -> &'l Document {
    let ledger = p.snapshot.ledger();
    // The head by the row's own index: rows come from this very ledger.
    &ledger.heads()[row.head as usize].document
}

fn name(document: &Document) -> String {
    match (document.nomor.is_empty(), document.tanggal) {
        (false, _) => format!("{} {}", document.jenis, document.nomor),
        (true, Some(date)) => format!("{} {}", document.jenis, day(date)),
        (true, None) => document.jenis.clone(),
    }
}

fn stated(fact: &Fact, field: Field) -> String {
    fact.get(field).map_or_else(|| "kosong".to_owned(), value)
}

fn first_field(kind: Kind) -> Field {
    kind.info().fields.first().copied().unwrap_or(Field::Nip)
}

/// Whether anything beside downloads was recorded: without, most of these checks have nothing to compare.
fn has_documents(p: &Person<'_, '_>) -> bool {
    p.snapshot.ledger().heads().iter().any(|head| head.document.rank != Rank::Unduhan)
}

/// Kinds of person of one constraint.
fn kinds(state: bool) -> impl Iterator<Item = Kind> {
    Kind::ALL.iter().copied().filter(move |kind| {
        let constraint = kind.info().constraint;
        kind.about_pegawai()
            && if state {
                constraint == Constraint::State
            } else {
                matches!(constraint, Constraint::Identity | Constraint::Fields)
            }
    })
}

fn late_tmt<'l>(p: &Person<'_, 'l>) -> Option<&'l Row> {
    let days = i32::try_from(p.ambang(Ambang::TmtSesudahDokumenMaksHari)?).ok()?;
    let (ledger, known) = (p.snapshot.ledger(), p.snapshot.as_of().known);
    let bases = ledger.bases();
    let late = |row: &&Row| {
        let document = document(p, row);
        // A decision may lie ahead of its paper; what a download saw had begun by then.
        let allowed = if document.rank == Rank::Unduhan { 0 } else { days };
        row.fact.kind.info().constraint == Constraint::State
            && matches!((row.fact.tmt, document.tanggal), (Some(tmt), Some(dated)) if tmt > dated.add_days(allowed))
    };
    let newest = newest_download(p);
    let counts = |row: &&Row| document(p, row).rank != Rank::Unduhan || Some(row.head) == newest;
    (0..bases.len() as u32)
        .filter_map(|index| ledger.stands(index, known))
        .map(|index| ledger.row(index))
        .filter(late)
        .find(counts)
}

/// Index of the head of the newest download known; older ones are history, not claims.
fn newest_download(p: &Person<'_, '_>) -> Option<u32> {
    let known = p.snapshot.as_of().known;
    let heads = p.snapshot.ledger().heads().iter().enumerate();
    heads
        .filter(|(_, head)| head.document.rank == Rank::Unduhan && head.recorded <= known)
        .max_by_key(|(_, head)| (head.document.tanggal, head.document.urut, head.recorded, head.entry))
        .map(|(index, _)| index as u32)
}

/// A field both state differently.
fn difference(a: &Fact, b: &Fact) -> Option<Field> {
    let differs = |(field, value): &&(Field, crate::fact::Value)| {
        // Masa kerja grows by itself: two papers of different days may differ and both be right.
        !matches!(field, Field::MkTahun | Field::MkBulan)
            && b.get(*field).is_some_and(|other| !same(value, other))
    };
    a.values.iter().find(differs).map(|found| found.0)
}

/// Two documents of equal weight and equal TMT that state one field differently, unnumbered.
fn contradiction<'l>(p: &Person<'_, 'l>) -> Option<(&'l Row, &'l Row)> {
    kinds(true).find_map(|kind| {
        let rows =
            p.rows(kind).filter(|row| document(p, row).rank != Rank::Unduhan && row.fact.tmt.is_some());
        rows.clone().find_map(|a| {
            let clashes = |b: &&Row| {
                let (doc_a, doc_b) = (document(p, a), document(p, b));
                a.id < b.id
                    && a.fact.tmt == b.fact.tmt
                    && (doc_a.rank, doc_a.urut) == (doc_b.rank, doc_b.urut)
                    && difference(&a.fact, &b.fact).is_some()
            };
            rows.clone().find(clashes).map(|b| (a, b))
        })
    })
}

/// A document and the newest download, made after it, that do not say the same; without a field it is
/// the TMT that differs.
fn against_download<'l>(p: &Person<'_, 'l>) -> Option<(&'l Row, &'l Row, Option<Field>)> {
    let newest = newest_download(p)?;
    let ledger = p.snapshot.ledger();
    let seen_in = |kind| p.rows(kind).find(|row| row.head == newest);
    // A download that predates the document cannot know it.
    let later =
        |seen: &Row, said: &Row| document(p, seen).tanggal.is_some_and(|day| day >= ledger.since(said));
    let said_by_document = |row: &&Row| document(p, row).rank != Rank::Unduhan;
    let states = kinds(true).find_map(|kind| {
        let said = p.snapshot.state(kind).filter(said_by_document)?;
        let seen = seen_in(kind)?;
        if seen.fact.values.is_empty() || !later(seen, said) || seen.fact.tmt.is_some_and(|tmt| tmt > p.today)
        {
            return None;
        }
        match difference(&said.fact, &seen.fact) {
            Some(field) => Some((said, seen, Some(field))),
            None => {
                let differ = matches!((said.fact.tmt, seen.fact.tmt), (Some(a), Some(b)) if a != b);
                differ.then_some((said, seen, None))
            }
        }
    });
    states.or_else(|| {
        kinds(false).find_map(|kind| {
            let seen = seen_in(kind)?;
            seen.fact.values.iter().find_map(|(field, value)| {
                let said = p.snapshot.get(*field)?;
                let clash =
                    said.document.rank != Rank::Unduhan && later(seen, said.row) && !same(said.value, value);
                clash.then_some((said.row, seen, Some(*field)))
            })
        })
    })
}

/// An amendment that names no fact of this ledger, or a ralat of a fact of another kind.
fn void_amendment<'l>(p: &Person<'_, 'l>) -> Option<&'l Row> {
    let (ledger, known) = (p.snapshot.ledger(), p.snapshot.as_of().known);
    let recorded = |row: &&Row| ledger.head(row).recorded <= known;
    ledger.rows()[ledger.bases().len()..].iter().filter(recorded).find(|row| {
        let (Act::Ralat(target) | Act::Pembatalan(target)) = row.act else { return false };
        let same_kind = |other: &Row| !matches!(row.act, Act::Ralat(_)) || other.fact.kind == row.fact.kind;
        let hit = |other: &&Row| other.id == target && same_kind(other) && other.id != row.id;
        !ledger.rows().iter().filter(recorded).any(|other| hit(&other))
    })
}

/// An earlier, higher PNS golongan than the one that holds, without punishment in between.
fn demotion<'l>(p: &Person<'_, 'l>) -> Option<(&'l Row, &'l Row)> {
    let ledger = p.snapshot.ledger();
    let step = |row: &Row| match Golongan::parse(row.fact.text(Field::GolonganNama)?)? {
        Golongan::Pns(step) => Some(step),
        Golongan::Pppk(_) => None,
    };
    let now = p.snapshot.state(Kind::Golongan)?;
    let (held, since) = (step(now)?, ledger.since(now));
    let earlier = |row: &&Row| {
        document(p, row).rank != Rank::Unduhan
            && ledger.since(row) < since
            && step(row).is_some_and(|s| s > held)
    };
    let higher = p.rows(Kind::Golongan).find(earlier)?;
    let punished = |row: &Row| (ledger.since(higher)..=since).contains(&ledger.since(row));
    (!p.rows(Kind::HukumanDisiplin).any(punished)).then_some((higher, now))
}

type Pair<'l> = Option<(&'l Row, &'l Row)>;

/// Two agreements that hold on one day.
fn overlap<'l>(p: &Person<'_, 'l>) -> Pair<'l> {
    let rows = p.rows(Kind::PerjanjianKerja).filter(|row| row.fact.tmt.is_some());
    rows.clone().find_map(|a| {
        let meets = |b: &&Row| {
            (a.fact.tmt, a.id) < (b.fact.tmt, b.id)
                && matches!((a.fact.until, b.fact.tmt), (Some(end), Some(start)) if start < end)
        };
        rows.clone().find(meets).map(|b| (a, b))
    })
}

/// Two agreements that follow each other with days in between.
fn gap<'l>(p: &Person<'_, 'l>) -> Pair<'l> {
    let rows = p.rows(Kind::PerjanjianKerja).filter(|row| row.fact.tmt.is_some());
    rows.clone().find_map(|a| {
        let end = a.fact.until?;
        // The end is covered when another agreement holds on it; open-ended ones cover everything.
        let covers = |row: &Row| row.fact.tmt <= Some(end) && row.fact.until.is_none_or(|until| until > end);
        let next = rows.clone().filter(|row| row.fact.tmt > Some(end)).min_by_key(|row| row.fact.tmt)?;
        (!rows.clone().any(covers)).then_some((a, next))
    })
}

fn contracts_say(pair: Pair<'_>, what: &str, suggestion: &str) -> super::Said {
    let Some((a, b)) = pair else { return nothing() };
    let last = super::words::day_or(a.fact.until.map(|until| until.add_days(-1)));
    let message = format!(
        "Perjanjian kerja {} (sampai {last}) dan {} (sejak {}) {what}.",
        a.fact.text(Field::PerjanjianNomor).unwrap_or("tanpa nomor"),
        b.fact.text(Field::PerjanjianNomor).unwrap_or("tanpa nomor"),
        super::words::day_or(b.fact.tmt)
    );
    (message, suggestion.to_owned(), Field::PerjanjianNomor)
}
