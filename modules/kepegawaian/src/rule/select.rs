//! One page of the list: who matches, how many, and where the pages before and after begin. A cursor
//! is a person, not a number of rows: pages stay put while others come and go.

use super::filter::{Batas, Filter, Keadaan, Order, StatusPilihan, Tanpa, Temuan};
use super::listing::{Bits, Listing};
use super::search;
use kernel::tables::JenisJabatan;
use kernel::{Date, PegawaiId, Register};
use std::collections::HashSet;

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
/// One scan over the columns and no allocation beyond the page (a search adds one bit a person).
pub fn select(
    register: &Register,
    listing: &Listing,
    filter: &Filter,
    units: Option<&HashSet<u32>>,
    today: Date,
    sees: impl Fn(usize) -> bool,
) -> Found {
    let plan = Plan::new(register, listing, filter, units, today);
    let walk = Walk::new(register, listing, filter);
    let cursor = filter.after.and_then(|id| register.find(id)).map(|i| walk.place(i));
    let mut found = Found {
        total: 0,
        before: 0,
        findings: 0,
        rows: Vec::with_capacity(filter.rows()),
        next: None,
        previous: Previous::None,
    };
    for i in 0..register.len() {
        if sees(i) && plan.admits(i) {
            found.total += 1;
            found.findings += register.codes[i].len() as u64;
            found.before += usize::from(cursor.is_some_and(|c| walk.place(i) <= c));
        }
    }
    // Behind the last one there is nothing to see: begin again.
    let from = if found.before == found.total { 0 } else { cursor.map_or(0, |c| c + 1) };
    if from == 0 {
        found.before = 0;
    }
    let shown = |p: &usize| sees(walk.at(*p)) && plan.admits(walk.at(*p));
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
    sees: impl Fn(usize) -> bool + 'r,
) -> impl Iterator<Item = usize> + 'r {
    let plan = Plan::new(register, listing, filter, units, today);
    let walk = Walk::new(register, listing, filter);
    (0..register.len()).map(move |p| walk.at(p)).filter(move |&i| sees(i) && plan.admits(i))
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
        let (order, rank) = match filter.order {
            Order::Nama => (register.by_name(), Ranks::Name(register)),
            Order::Golongan => (&listing.golongan.order[..], Ranks::Kept(&listing.golongan.rank)),
            Order::Batas => (&listing.batas.order[..], Ranks::Kept(&listing.batas.rank)),
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
    without_post: bool,
    temuan: Option<Temuan>,
    limit: Option<(bool, Date, Date)>,
}

/// A number of `Register::names`; `None` for a text nobody has.
type Number = Option<u32>;

impl<'r> Plan<'r> {
    /// Looks the texts up and does the search, once.
    pub fn new(
        register: &'r Register,
        listing: &Listing,
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
            named: search::find(register, listing, &filter.q),
            status: filter.status,
            golongan: filter.golongan,
            jenis: filter.jenis,
            active,
            kedudukan,
            instansi: number(&filter.instansi),
            units,
            pos: number(&filter.pos),
            without_post: filter.tanpa == Some(Tanpa::Pos),
            temuan: filter.temuan,
            limit: filter
                .batas
                .map(|Batas { kontrak, months }| (kontrak, today, months_later(today, months))),
        }
    }

    /// Whether a person matches.
    pub fn admits(&self, i: usize) -> bool {
        let r = self.register;
        self.active.is_none_or(|active| r.active[i] == active)
            && self.named.as_ref().is_none_or(|named| named.has(i))
            && self.status.is_none_or(|s| s.admits(r.status[i], r.part_time[i]))
            && self.golongan.is_none_or(|(low, high)| (low..=high).contains(&r.golongan[i]))
            && self.jenis.is_none_or(|jenis| r.jenis[i] == Some(jenis))
            && self.kedudukan.is_none_or(|number| number == Some(r.kedudukan[i]))
            && self.instansi.is_none_or(|number| number == Some(r.instansi[i]))
            && self.units.is_none_or(|units| units.contains(&r.unor[i]))
            && self.pos.is_none_or(|number| number == Some(r.pos[i]))
            && (!self.without_post || r.names.text(r.pos[i]).is_empty())
            && self.temuan.is_none_or(|temuan| match temuan {
                Temuan::Ada => !r.codes[i].is_empty(),
                Temuan::Kode(code) => r.codes[i].contains(code),
            })
            && self.limit.is_none_or(|(kontrak, first, last)| {
                let within = |day: Date| first <= day && day <= last;
                r.limit[i].is_some_and(|(day, is_contract)| is_contract == kontrak && within(day))
            })
    }
}

/// The same day so many months later, at most the last of that month.
pub fn months_later(day: Date, months: u8) -> Date {
    let (year, month, dom) = day.ymd();
    let index = i32::from(year) * 12 + i32::from(month) - 1 + i32::from(months);
    let (year, month) = ((index / 12) as i16, (index % 12 + 1) as i8);
    (1..=dom).rev().find_map(|d| Date::new(year, month, d)).unwrap_or(day)
}
