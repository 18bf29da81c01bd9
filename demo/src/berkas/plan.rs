//! Who sits where and who carries which fault: decided before the first row is written, so that
//! counts are known and no person carries two.

use super::faults::{self, FAULTS};
use super::hostile::{ODDITIES, REFUSALS};
use super::{NominatifSpec, PostTotals};
use crate::codes::{JABATAN, Jenis};
use crate::profil::{Profil, Status, Want, entry_post};
use crate::rng::Rng;
use crate::units::Organisation;
use std::collections::HashMap;

/// What is odd about a row.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Mark {
    /// Nothing.
    Clean,
    /// Place in [`FAULTS`].
    Fault(u8),
    /// The clean half of a pair with a fault (its NIP is listed too).
    Partner,
    /// Place in [`ODDITIES`].
    Odd(u8),
    /// Place in [`REFUSALS`].
    Refused(u8),
}

/// The post of a row.
#[derive(Clone, Copy, Debug)]
pub struct Seat {
    /// Place in the list of posts.
    pub post: u32,
}

/// The plan of one set of files.
#[derive(Debug)]
pub struct Plan<'a> {
    /// What was asked for.
    pub spec: &'a NominatifSpec,
    /// The government.
    pub org: Organisation,
    /// Reference ids of the catalogue, made once.
    pub jabatan_ids: Vec<String>,
    seats: Vec<u32>,
    marks: Vec<Mark>,
    /// Row to the other half of its pair and to its place among its kind.
    pairs: HashMap<u32, u32>,
    nth: HashMap<u32, u32>,
}

impl<'a> Plan<'a> {
    /// Decides.
    pub fn new(spec: &'a NominatifSpec) -> Plan<'a> {
        let rng = &mut Rng::new(spec.seed, u64::MAX);
        let mut org = Organisation::new(&spec.instansi.0, &spec.instansi.1, spec.rows);
        org.fill(spec.rows, rng);
        let seats = org.assignment(rng);
        let mut plan = Plan {
            spec,
            org,
            jabatan_ids: JABATAN.iter().map(crate::codes::Jabatan::id).collect(),
            marks: vec![Mark::Clean; seats.len()],
            seats,
            pairs: HashMap::new(),
            nth: HashMap::new(),
        };
        let mut order: Vec<u32> = (0..plan.seats.len() as u32).collect();
        rng.shuffle(&mut order);
        if spec.faults {
            for (n, fault) in FAULTS.iter().enumerate() {
                plan.plant(&order, Mark::Fault(n as u8), fault.per_ten_thousand, fault.seat, fault.pair);
            }
        }
        if spec.hostile {
            for n in 0..ODDITIES.len() {
                plan.plant(&order, Mark::Odd(n as u8), 8, faults::Seating::Listed, faults::Pair::None);
            }
            for (n, refusal) in REFUSALS.iter().enumerate() {
                let pair = if refusal.pair { faults::Pair::Earlier } else { faults::Pair::None };
                plan.plant(&order, Mark::Refused(n as u8), 4, faults::Seating::Listed, pair);
            }
        }
        plan
    }

    fn plant(
        &mut self,
        order: &[u32],
        mark: Mark,
        rate: usize,
        seating: faults::Seating,
        pair: faults::Pair,
    ) {
        let wanted = (self.spec.rows * rate / 10_000).max(1);
        let mut nth = 0;
        let mut partners = order.iter().copied();
        for &row in order {
            if nth as usize == wanted {
                break;
            }
            if self.marks[row as usize] != Mark::Clean || !self.fits(row, seating) {
                continue;
            }
            if pair != faults::Pair::None {
                let free = |p: &u32| {
                    self.marks[*p as usize] == Mark::Clean
                        && *p != row
                        && match pair {
                            faults::Pair::Head => self.fits(*p, faults::Seating::Head),
                            faults::Pair::Earlier => *p < row && self.fits(*p, faults::Seating::Listed),
                            _ => self.fits(*p, faults::Seating::Listed),
                        }
                };
                let Some(partner) = partners.find(free) else { break };
                self.marks[partner as usize] = Mark::Partner;
                self.pairs.insert(row, partner);
                self.pairs.insert(partner, row);
            }
            self.marks[row as usize] = mark;
            self.nth.insert(row, nth);
            nth += 1;
        }
    }

    fn fits(&self, row: u32, seating: faults::Seating) -> bool {
        let post = &self.org.posts[self.seats[row as usize] as usize];
        match seating {
            faults::Seating::Head => post.jenis() == Jenis::Struktural,
            faults::Seating::Listed => post.jenis() != Jenis::Struktural,
            faults::Seating::Entry => entry_post(post),
            faults::Seating::Fungsional => post.jenis() == Jenis::Fungsional,
            faults::Seating::Pelaksana => post.jenis() == Jenis::Pelaksana,
        }
    }

    /// Gives the government away, for lives to be written in it.
    pub fn take_organisation(&mut self) -> Organisation {
        std::mem::replace(&mut self.org, Organisation::empty())
    }

    /// How many rows there are.
    pub fn len(&self) -> usize {
        self.seats.len()
    }

    /// What is odd about a row.
    pub fn mark(&self, row: usize) -> Mark {
        self.marks[row]
    }

    /// The other half of a pair.
    pub fn partner(&self, row: usize) -> Option<usize> {
        self.pairs.get(&(row as u32)).map(|&p| p as usize)
    }

    /// The how-manieth of its kind a marked row is.
    pub fn nth(&self, row: usize) -> u32 {
        self.nth.get(&(row as u32)).copied().unwrap_or(0)
    }

    /// Where the person of a row sits: usually the seat given, the partner's when two share a post.
    pub fn seat(&self, row: usize) -> Seat {
        let taken = match self.marks[row] {
            Mark::Fault(n) if FAULTS[usize::from(n)].name == "struktural_ganda" => {
                self.partner(row).unwrap_or(row)
            }
            _ => row,
        };
        Seat { post: self.seats[taken] }
    }

    /// The person of a row, before faults of cells.
    pub fn profil(&self, row: usize) -> Profil {
        let mut want = Want::default();
        match self.marks[row] {
            Mark::Fault(n) => {
                let fault = &FAULTS[usize::from(n)];
                want.status = Some(fault.status);
                faults::wish(fault.name, self.nth(row), &mut want);
            }
            Mark::Partner => want.status = Some(Status::Pns),
            _ => {}
        }
        let post = &self.org.posts[self.seat(row).post as usize];
        Profil::new(self.spec.seed, row as u64, post, self.spec.today, want)
    }

    /// How posts are filled by the rows an import takes.
    pub fn totals(&self) -> PostTotals {
        let mut holders = vec![0u32; self.org.posts.len()];
        for row in 0..self.len() {
            let lost = match self.marks[row] {
                Mark::Refused(_) => true,
                Mark::Fault(n) => FAULTS[usize::from(n)].name == "unor_tidak_terdaftar",
                _ => false,
            };
            if !lost {
                holders[self.seat(row).post as usize] += 1;
            }
        }
        let mut totals = PostTotals { posts: holders.len() as u64, ..PostTotals::default() };
        for (post, held) in self.org.posts.iter().zip(holders) {
            totals.kebutuhan += u64::from(post.kebutuhan);
            totals.holders += u64::from(held);
            match held {
                0 => totals.vacant += 1,
                _ => totals.filled += 1,
            }
            totals.overfilled += u64::from(held > u32::from(post.kebutuhan));
        }
        totals
    }
}
