//! Histories by kind, each statement with its document, its days and what became of it.

use super::{Orang, kata};
use crate::rule::riwayat::{Baris, Nasib, Riwayat as Found, riwayat};
use crate::view::{DokumenDasar, Riwayat, RiwayatBaris, Tindakan, Tmt};
use host::tanggal;
use kata::Column;
use kernel::typed::target_text;
use kernel::{EntryId, Kind};
use web::{format, url};

/// What stands and what does not, of one kind, at the moment of the page.
pub fn of<'l>(orang: &Orang<'l>, kind: Kind) -> Found<'l> {
    riwayat(&orang.snapshot, kind, orang.ctx.clocks.is_present())
}

/// Every kind this reader sees, in reading order.
pub fn histories(orang: &Orang<'_>) -> Vec<Riwayat> {
    let kinds = Kind::ALL.iter().copied().filter(|k| k.about_pegawai() && orang.sight.shows(*k));
    kinds.map(|kind| history(orang, kind)).collect()
}

fn history(orang: &Orang<'_>, kind: Kind) -> Riwayat {
    let found = of(orang, kind);
    let said = |column: &Column| {
        let mut all = found.standing.iter().chain(&found.superseded);
        all.any(|line| column.value(&line.row.fact, orang.sight).is_some())
    };
    // A column nobody fills is no column; the first says what the row is and stays.
    let all = kata::columns(kind).into_iter().enumerate();
    let columns: Vec<Column> = all.filter(|(n, c)| *n == 0 || said(c)).map(|(_, c)| c).collect();
    let rows = |list: &[Baris<'_>]| list.iter().map(|line| row(orang, line, &columns)).collect();
    Riwayat {
        id: kind.info().name.replace('_', "-"),
        title: kind.info().label.to_owned(),
        columns: columns.iter().map(|c| c.label().to_owned()).collect(),
        rows: rows(&found.standing),
        superseded: rows(&found.superseded),
    }
}

fn row(orang: &Orang<'_>, line: &Baris<'_>, columns: &[Column]) -> RiwayatBaris {
    let (fact, ledger) = (&line.row.fact, orang.snapshot.ledger());
    let head = ledger.head(line.row);
    let tmt = match (fact.tmt, fact.until) {
        (Some(from), Some(until)) => Tmt::Rentang(tanggal(from), tanggal(until.add_days(-1))),
        (Some(from), None) => Tmt::Sejak(tanggal(from)),
        (None, _) => Tmt::BelumDiketahui { known_since: Some(tanggal(ledger.since(line.row))) },
    };
    let mut values: Vec<Option<String>> = columns.iter().map(|c| c.value(fact, orang.sight)).collect();
    if fact.values.is_empty() {
        values[0] = Some("tidak lagi tercatat".to_owned());
    }
    let (act, act_note) = fate(orang, line.nasib);
    RiwayatBaris {
        values,
        tmt,
        document: Some(DokumenDasar {
            name: kata::document(&head.document),
            date: head.document.tanggal.map(tanggal),
            href: orang.paper_href(head),
        }),
        recorded: tanggal(head.recorded.date_wib()),
        act,
        act_note,
        entry: orang.trace(head.entry).and_then(|t| Some((t.seq as u64, orang.entry_href(t.seq)?))),
        current: line.current,
        change: change(orang, line),
    }
}

/// Addresses of the forms that correct and annul a statement that stands.
fn change(orang: &Orang<'_>, line: &Baris<'_>) -> Option<(String, String)> {
    let stands = matches!(line.nasib, Nasib::Baru | Nasib::Meralat(_)) && orang.records(line.row.fact.kind);
    let target = target_text(orang.snapshot.ledger().first(line.row.id));
    let form = format!("{}/catat", orang.base());
    stands.then(|| (url::link(&form, &[("ralat", &target)]), url::link(&form, &[("batal", &target)])))
}

fn fate(orang: &Orang<'_>, nasib: Nasib) -> (Tindakan, String) {
    let name = |entry: EntryId| {
        orang.trace(entry).map_or_else(String::new, |t| format!("catatan {}", format::angka(t.seq as u64)))
    };
    match nasib {
        Nasib::Baru => (Tindakan::Catatan, String::new()),
        Nasib::Meralat(entry) => (Tindakan::Ralat, format!("meralat {}", name(entry))),
        Nasib::Diralat(entry) => (Tindakan::Ralat, format!("diralat {}", name(entry))),
        Nasib::Dibatalkan(entry) => (Tindakan::Pembatalan, format!("dibatalkan {}", name(entry))),
        Nasib::TanpaSasaran => (Tindakan::Ralat, "tanpa sasaran yang dikenal".to_owned()),
    }
}
