//! The same people counted by unit and month.

use super::baris::Orang;
use super::lingkup::Lingkup;
use crate::rule::periode::RENTANG;
use crate::rule::{Kurun, Periode, matriks};
use crate::view::{self, MatriksView};
use kernel::Date;
use std::collections::BTreeMap;

/// By unit and month; each cell leads to exactly its people where one address can say them.
pub fn table(asked: &Lingkup<'_>, people: &[Orang]) -> MatriksView {
    let mut units: BTreeMap<(String, Option<String>), Vec<Option<Date>>> = BTreeMap::new();
    for orang in people {
        let day = orang.jaga.and_then(|j| j.hari);
        units.entry(asked.counted_under(orang.baris as usize)).or_default().push(day);
    }
    let numbered: Vec<(usize, Option<Date>)> =
        units.values().enumerate().flat_map(|(n, days)| days.iter().map(move |day| (n, *day))).collect();
    let made = matriks(&numbered);
    let to = |unit: Option<&str>, kurun: Option<Kurun>| {
        let (from, until) = kurun
            .and_then(Kurun::days)
            .map_or_else(Default::default, |(first, last)| (first.to_string(), last.to_string()));
        let mut pairs = vec![("lihat", ""), ("unit", unit.unwrap_or(&asked.unit))];
        match kurun {
            Some(Kurun::TanpaHari) => pairs.push(("periode", "tanpa-hari")),
            Some(_) => pairs.extend([("periode", RENTANG), ("dari", &from), ("sampai", &until)]),
            None => {}
        }
        asked.link("/penjagaan", &pairs)
    };
    // A column a range cuts in two has no list of its own.
    let ahead = |kurun: &Kurun| {
        let days = kurun.days();
        let held = |p: Periode| days.is_none_or(|(first, last)| p.holds(Some(first)) && p.holds(Some(last)));
        asked.pilih.periode.is_none_or(held)
    };
    let names: Vec<&(String, Option<String>)> = units.keys().collect();
    let rows = made.unit.iter().map(|(n, counts)| {
        let (label, id) = names[*n];
        let cell = |(count, kurun): (&u64, &Kurun)| {
            let linked = id.as_deref().filter(|_| *count > 0 && ahead(kurun));
            (*count, linked.map(|id| to(Some(id), Some(*kurun))))
        };
        let cells = counts.iter().zip(&made.kurun).map(cell).collect();
        (label.clone(), cells, (counts.iter().sum(), id.as_deref().map(|id| to(Some(id), None))))
    });
    let sums = (0..made.kurun.len()).map(|m| made.unit.iter().map(|u| u.1[m]).sum::<u64>());
    MatriksView {
        kurun: made.kurun.iter().map(|k| label(*k)).collect(),
        per_tahun: made.kurun.iter().any(|k| matches!(k, Kurun::Tahun(_))),
        rows: rows.collect(),
        sums: sums.zip(&made.kurun).map(|(n, k)| (n, ahead(k).then(|| to(None, Some(*k))))).collect(),
        total: people.len() as u64,
    }
}

fn label(kurun: Kurun) -> String {
    match kurun {
        Kurun::Bulan(first) => view::bulan(first),
        Kurun::Tahun(year) => year.to_string(),
        Kurun::TanpaHari => "Belum diketahui".to_owned(),
    }
}
