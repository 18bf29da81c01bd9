//! One page of the list: who matches, how many, and where the pages before and after begin. A cursor
//! is a person, not a number of rows: pages stay put while others come and go.

use super::filter::{Filter, Keadaan, Order, StatusPilihan, Tanpa, Temuan};
use super::listing::{Bits, Listing, Ordered};
use super::search;
use kernel::tables::{JenisJabatan, Jenjang};
use kernel::{Date, PegawaiId, Register};
use std::collections::HashSet;
use std::ops::RangeInclusive;

/// Where the page before begins.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Previous {
    /// This is the first one.
    None,
    /// At the beginning of the list.
    First,
    /// After this person.
    After(PegawaiId),
}

/// A page of the list.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Found {
    /// How many match.
    pub total: usize,
    /// How many of them stand before this page.
    pub before: usize,
    /// Open findings of all who match.
    pub findings: u64,
    /// The people of this page, as numbers of the register.
    pub rows: Vec<usize>,
    /// The next page begins after this person; `None` on the last.
    pub next: Option<PegawaiId>,
    /// Where the page before begins.
    pub previous: Previous,
}

/// The page of the list a filter asks for, among those one may see. `units` are the units of
/// `filter.unit` with everything under it (or, for people without a unit, those no map knows); `today`
/// is the day looked at.
///
/// One pass over each column the filter speaks of, and one bit a person.
pub fn select(
    register: &Register,
    listing: &Listing,
    filter: &Filter,
    units: Option<&HashSet<u32>>,
    today: Date,
    visible: &Bits,
) -> Found {
    let matching = Plan::new(register, filter, units, today).matching(visible);
    let walk = Walk::new(register, listing, filter);
    let cursor = filter.after.and_then(|id| register.find(id)).map(|i| walk.place(i));
    let mut found = Found {
        total: matching.count(),
        before: cursor.map_or(0, |c| matching.iter().filter(|&i| walk.place(i) <= c).count()),
        findings: matching.iter().map(|i| register.codes[i].len() as u64).sum(),
        rows: Vec::with_capacity(filter.rows()),
        next: None,
        previous: Previous::None,
    };
    // Behind the last one there is nothing to see: begin again.
    let from = if found.before == found.total { 0 } else { cursor.map_or(0, |c| c + 1) };
    if from == 0 {
        found.before = 0;
    }
    let shown = |p: &usize| matching.has(walk.at(*p));
    let wanted = filter.rows().min(found.total - found.before);
    found.rows.extend((from..register.len()).filter(shown).take(wanted).map(|p| walk.at(p)));
    if found.before + found.rows.len() < found.total {
        found.next = found.rows.last().map(|i| register.id[*i]);
    }
    found.previous = match found.before {
        0 => Previous::None,
        before if before <= filter.rows() => Previous::First,
        _ => {
            let back = (0..from).rev().filter(shown).nth(filter.rows());
            back.map_or(Previous::First, |p| Previous::After(register.id[walk.at(p)]))
        }
    };
    found
}

/// Everybody a filter asks for, in order.
pub fn everyone<'r>(
    register: &'r Register,
    listing: &'r Listing,
    filter: &Filter,
    units: Option<&'r HashSet<u32>>,
    today: Date,
    visible: &Bits,
) -> impl Iterator<Item = usize> + use<'r> {
    let matching = Plan::new(register, filter, units, today).matching(visible);
    in_order(register, listing, filter, matching)
}

/// These people in the order a filter asks for, whatever else it says.
pub fn in_order<'r>(
    register: &'r Register,
    listing: &'r Listing,
    filter: &Filter,
    people: Bits,
) -> impl Iterator<Item = usize> + use<'r> {
    let walk = Walk::new(register, listing, filter);
    (0..register.len()).map(move |p| walk.at(p)).filter(move |&i| people.has(i))
}

/// An order, and its direction.
struct Walk<'r> {
    order: &'r [u32],
    rank: Ranks<'r>,
    last: usize,
    descending: bool,
}

enum Ranks<'r> {
    Name(&'r Register),
    Kept(&'r [u32]),
}

impl<'r> Walk<'r> {
    fn new(register: &'r Register, listing: &'r Listing, filter: &Filter) -> Walk<'r> {
        let kept = |ordered: &'r Ordered| (&ordered.order[..], Ranks::Kept(&ordered.rank));
        let (order, rank) = match filter.order {
            Order::Nama => (register.by_name(), Ranks::Name(register)),
            Order::Golongan => kept(listing.golongan(register)),
            Order::Batas => kept(listing.batas(register)),
        };
        Walk { order, rank, last: register.len().saturating_sub(1), descending: filter.descending }
    }

    fn at(&self, place: usize) -> usize {
        self.order[if self.descending { self.last - place } else { place }] as usize
    }

    fn place(&self, i: usize) -> usize {
        let rank = match self.rank {
            Ranks::Name(register) => register.rank(i),
            Ranks::Kept(ranks) => ranks[i],
        } as usize;
        if self.descending { self.last - rank } else { rank }
    }
}

/// A filter made ready for one register.
pub struct Plan<'r> {
    register: &'r Register,
    named: Option<Bits>,
    status: Option<StatusPilihan>,
    golongan: Option<(u8, u8)>,
    jenis: Option<JenisJabatan>,
    active: Option<bool>,
    kedudukan: Option<Number>,
    instansi: Option<Number>,
    units: Option<&'r HashSet<u32>>,
    pos: Option<Number>,
    sex: Option<u8>,
    pendidikan: Option<u8>,
    jenjang: Option<Jenjang>,
    born: Option<RangeInclusive<Date>>,
    since: Option<RangeInclusive<Date>>,
    without: Option<Tanpa>,
    temuan: Option<Temuan>,
    limit: Option<(bool, RangeInclusive<Date>)>,
}

/// A number of `Register::names`; `None` for a text nobody has.
type Number = Option<u32>;

impl<'r> Plan<'r> {
    /// Looks the texts up and does the search, once.
    pub fn new(
        register: &'r Register,
        filter: &Filter,
        units: Option<&'r HashSet<u32>>,
        today: Date,
    ) -> Plan<'r> {
        let number = |text: &str| (!text.is_empty()).then(|| register.names.find(text));
        let (active, kedudukan) = match &filter.keadaan {
            Keadaan::Aktif => (Some(true), None),
            Keadaan::TidakAktif => (Some(false), None),
            Keadaan::Semua => (None, None),
            Keadaan::Kedudukan(words) => (None, number(words)),
        };
        Plan {
            register,
            named: search::find(register, &filter.q),
            status: filter.status,
            golongan: filter.golongan,
            jenis: filter.jenis,
            active,
            kedudukan,
            instansi: number(&filter.instansi),
            units,
            pos: number(&filter.pos),
            sex: filter.sex,
            pendidikan: filter.pendidikan,
            jenjang: filter.jenjang,
            born: filter.umur.map(|years| today.years_ago(years.low, years.high)),
            since: filter.masa_kerja.map(|years| today.years_ago(years.low, years.high)),
            without: filter.tanpa,
            temuan: filter.temuan,
            limit: filter.batas.map(|batas| (batas.kontrak, batas.days(today))),
        }
    }

    /// Who of the visible ones matches.
    pub fn matching(&self, visible: &Bits) -> Bits {
        let r = self.register;
        let mut left = visible.clone();
        if let Some(named) = &self.named {
            left.keep_in(named);
        }
        if let Some(active) = self.active {
            left.keep(|i| r.active[i] == active);
        }
        if let Some(status) = self.status {
            left.keep(|i| status.admits(r.status[i], r.part_time[i]));
        }
        if let Some((low, high)) = self.golongan {
            left.keep(|i| (low..=high).contains(&r.golongan[i]));
        }
        if let Some(jenis) = self.jenis {
            left.keep(|i| r.jenis[i] == Some(jenis));
        }
        let columns = [(self.kedudukan, &r.kedudukan), (self.instansi, &r.instansi), (self.pos, &r.pos)];
        for (number, column) in columns {
            // A text nobody has matches nobody.
            match number {
                Some(Some(number)) => left.keep(|i| column[i] == number),
                Some(None) => left.keep(|_| false),
                None => {}
            }
        }
        if let Some(units) = self.units {
            left.keep(|i| units.contains(&r.unor[i]));
        }
        self.keep_pokok(&mut left);
        if let Some(without) = self.without {
            self.keep_without(without, &mut left);
        }
        match self.temuan {
            Some(Temuan::Ada) => left.keep(|i| !r.codes[i].is_empty()),
            Some(Temuan::Kode(code)) => left.keep(|i| r.codes[i].contains(code)),
            None => {}
        }
        if let Some((kontrak, days)) = &self.limit {
            left.keep(|i| {
                r.limit[i].is_some_and(|(day, contract)| contract == *kontrak && days.contains(&day))
            });
        }
        left
    }
    /// What statistics ask for.
    fn keep_pokok(&self, left: &mut Bits) {
        let r = self.register;
        if let Some(sex) = self.sex {
            left.keep(|i| r.sex[i] == sex);
        }
        if let Some(level) = self.pendidikan {
            left.keep(|i| r.pendidikan[i] == level);
        }
        if let Some(jenjang) = self.jenjang {
            left.keep(|i| r.jenjang[i] == jenjang);
        }
        for (days, column) in [(&self.born, &r.lahir), (&self.since, &r.kerja_sejak)] {
            if let Some(days) = days {
                left.keep(|i| column[i].is_some_and(|day| days.contains(&day)));
            }
        }
    }

    fn keep_without(&self, without: Tanpa, left: &mut Bits) {
        let r = self.register;
        match without {
            // The units no map knows came with the filter.
            Tanpa::Unit => {}
            Tanpa::Pos => left.keep(|i| r.names.text(r.pos[i]).is_empty()),
            Tanpa::Golongan => left.keep(|i| r.golongan[i] == 0),
            Tanpa::JenisJabatan => left.keep(|i| r.jenis[i].is_none()),
            Tanpa::Jenjang => left.keep(|i| r.jenjang[i] == Jenjang::None),
            Tanpa::Pendidikan => left.keep(|i| r.pendidikan[i] == 0),
            Tanpa::Lahir => left.keep(|i| r.lahir[i].is_none()),
            Tanpa::JenisKelamin => left.keep(|i| !matches!(r.sex[i], b'M' | b'F')),
            Tanpa::MasaKerja => left.keep(|i| r.kerja_sejak[i].is_none()),
        }
    }
}
