//! What is worked out once for a register, so that a page of the list costs no sorting: two further
//! orders, and for each circle of people somebody may see, who they are and how many of which kind.

use super::filter::{Batas, Filter, Kapan, StatusPilihan, Temuan};
use kernel::{Code, Date, Register};
use std::sync::OnceLock;

/// A set of people of a register, one bit each.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Bits(Vec<u64>);

impl Bits {
    /// Nobody of so many.
    pub fn none(count: usize) -> Bits {
        Bits(vec![0; count.div_ceil(64)])
    }

    /// Those of so many of whom it is true.
    pub fn of(count: usize, holds: impl Fn(usize) -> bool) -> Bits {
        let mut bits = Bits(vec![u64::MAX; count.div_ceil(64)]);
        if let (Some(last), rest @ 1..) = (bits.0.last_mut(), count % 64) {
            *last = (1 << rest) - 1;
        }
        bits.keep(holds);
        bits
    }

    /// Keeps those of whom it is true: 64 answers become one word, so that a condition on one column
    /// runs through it without a branch a person.
    pub fn keep(&mut self, holds: impl Fn(usize) -> bool) {
        for (w, word) in self.0.iter_mut().enumerate().filter(|w| *w.1 != 0) {
            let people = 64 - word.leading_zeros();
            let answers =
                (0..people).fold(0, |all, bit| all | u64::from(holds(w * 64 + bit as usize)) << bit);
            *word &= answers;
        }
    }

    /// Keeps those who are in the other set too.
    pub fn keep_in(&mut self, other: &Bits) {
        for (w, word) in self.0.iter_mut().enumerate() {
            *word &= other.0.get(w).copied().unwrap_or(0);
        }
    }

    /// How many.
    pub fn count(&self) -> usize {
        self.0.iter().map(|word| word.count_ones() as usize).sum()
    }

    /// Who, in order.
    pub fn iter(&self) -> impl Iterator<Item = usize> + '_ {
        self.0.iter().enumerate().flat_map(|(w, &word)| {
            let some = |left: u64| (left != 0).then_some(left);
            let lefts = std::iter::successors(some(word), move |left| some(left & (left - 1)));
            lefts.map(move |left| w * 64 + left.trailing_zeros() as usize)
        })
    }

    /// Adds one.
    pub fn insert(&mut self, i: usize) {
        if let Some(word) = self.0.get_mut(i / 64) {
            *word |= 1 << (i % 64);
        }
    }

    /// Whether one is in it.
    pub fn has(&self, i: usize) -> bool {
        self.0.get(i / 64).is_some_and(|word| word >> (i % 64) & 1 == 1)
    }
}

/// People in an order, and the place of each in it.
#[derive(Debug, Default)]
pub struct Ordered {
    /// Numbers of people.
    pub order: Vec<u32>,
    /// Place by number.
    pub rank: Vec<u32>,
}

impl Ordered {
    /// By a key, then by name.
    fn by(register: &Register, key: impl Fn(usize) -> u64) -> Ordered {
        let names = register.by_name().iter().enumerate();
        let mut keyed: Vec<(u64, u32)> = names.map(|(rank, &i)| (key(i as usize), rank as u32)).collect();
        keyed.sort_unstable();
        let order: Vec<u32> = keyed.into_iter().map(|(_, rank)| register.by_name()[rank as usize]).collect();
        let mut rank = vec![0; order.len()];
        for (place, &i) in order.iter().enumerate() {
            rank[i as usize] = place as u32;
        }
        Ordered { order, rank }
    }
}

/// A day as a number that sorts like it, greater than 0.
fn in_order(day: Date) -> u64 {
    (i64::from(day.days()) - i64::from(i32::MIN)) as u64 + 1
}

/// What pages of one register share. The two orders few pages ask for are worked out by the first one.
#[derive(Debug, Default)]
pub struct Listing {
    golongan: OnceLock<Ordered>,
    batas: OnceLock<Ordered>,
    /// Legal statuses that occur, most frequent first (numbers of `Register::names`).
    pub kedudukan: Vec<u32>,
}

impl Listing {
    /// For a register; a millisecond for 100,000 people.
    pub fn new(register: &Register) -> Listing {
        let mut counted: std::collections::HashMap<u32, usize> = std::collections::HashMap::new();
        for run in register.kedudukan.chunk_by(|a, b| a == b) {
            *counted.entry(run[0]).or_default() += run.len();
        }
        counted.retain(|number, _| !register.names.text(*number).is_empty());
        let mut kedudukan: Vec<(usize, u32)> = counted.into_iter().map(|(k, n)| (n, k)).collect();
        kedudukan.sort_unstable_by(|a, b| (b.0, a.1).cmp(&(a.0, b.1)));
        let kedudukan = kedudukan.into_iter().map(|k| k.1).collect();
        Listing { kedudukan, ..Listing::default() }
    }

    /// By golongan, its TMT, name; unknown golongan last.
    pub fn golongan(&self, register: &Register) -> &Ordered {
        self.golongan.get_or_init(|| {
            Ordered::by(register, |i| {
                let code = match register.golongan[i] {
                    0 => u64::from(u8::MAX),
                    code => u64::from(code),
                };
                code << 40 | register.tmt_golongan[i].map_or(0, in_order)
            })
        })
    }

    /// By nearest limit still to come, name; passed ones behind, the latest first, none last.
    pub fn batas(&self, register: &Register) -> &Ordered {
        const PASSED: u64 = 1 << 40;
        let today = register.as_of.map_or(Date::MIN, |at| at.effective);
        let limit = |i: usize| match register.limit[i] {
            Some((day, _)) if day >= today => in_order(day),
            Some((day, _)) => 2 * PASSED - in_order(day),
            None => u64::MAX,
        };
        self.batas.get_or_init(|| Ordered::by(register, limit))
    }
}

/// The saved views, in the order of their tabs.
pub fn views() -> [(&'static str, Filter); 7] {
    let base = Filter::default;
    let batas = |kontrak, months| Some(Batas { kontrak, kapan: Kapan::Bulan(months) });
    [
        ("Semua aktif", base()),
        ("PPPK", Filter { status: Some(StatusPilihan::Pppk), ..base() }),
        ("CPNS", Filter { status: Some(StatusPilihan::Cpns), ..base() }),
        ("Pensiun ≤ 12 bulan", Filter { batas: batas(false, 12), ..base() }),
        ("Melewati BUP", Filter { temuan: Some(Temuan::Kode(Code::LewatBup)), ..base() }),
        ("Kontrak berakhir ≤ 6 bulan", Filter { batas: batas(true, 6), ..base() }),
        ("Ada temuan", Filter { temuan: Some(Temuan::Ada), ..base() }),
    ]
}

/// How many people each saved view shows.
pub type Counts = [u64; 7];

/// Somebody's circle: who is in it, and the counts of the saved views.
#[derive(Debug)]
pub struct Scope {
    /// Who may be seen.
    pub visible: Bits,
    /// Counts in the order of [`views`].
    pub counts: Counts,
}

impl Scope {
    /// Asks once for every person.
    pub fn new(register: &Register, today: Date, sees: impl Fn(usize) -> bool) -> Scope {
        let visible = Bits::of(register.len(), sees);
        let count = |(_, filter): (_, Filter)| {
            super::select::Plan::new(register, &filter, None, today).matching(&visible).count() as u64
        };
        Scope { counts: views().map(count), visible }
    }
}
