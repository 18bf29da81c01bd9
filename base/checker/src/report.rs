//! What goes in and what comes out.

/// The bytes of one case, each as its file stands on disk.
#[derive(Clone, Copy, Default)]
pub struct Files<'a> {
    /// `instance.txt`
    pub instance: &'a [u8],
    /// `edges.csv`
    pub edges: &'a [u8],
    /// `positions.csv`
    pub positions: &'a [u8],
    /// `candidates.csv`
    pub candidates: &'a [u8],
    /// `units.csv`
    pub units: &'a [u8],
    /// `plan.csv`
    pub plan: &'a [u8],
    /// `certificate`
    pub certificate: &'a [u8],
}

/// One thing that was looked at.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Check {
    /// What was checked, a few Indonesian words.
    pub name: &'static str,
    /// The first thing found wrong: file, row, what. `None` if the check passed.
    pub failure: Option<String>,
}

impl Check {
    pub(crate) fn of(name: &'static str, failure: Option<String>) -> Check {
        Check { name, failure }
    }

    /// Nothing wrong was found.
    pub fn passed(&self) -> bool {
        self.failure.is_none()
    }
}

/// Whether the plan is the one the published order demands among all plans of the same worth.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Order {
    /// Yes: going by the published order nobody had a better claim.
    Kept,
    /// No; the plan is as good as any, but another one had to be chosen.
    Broken {
        /// First position of the published order where the plan departs from it.
        position: u32,
        /// Who sits there in the plan.
        seated: Option<u32>,
        /// Who had to sit there.
        expected: u32,
    },
    /// Not asked: with caps on leaving a unit the plan is within a gap of the best, not one of several best.
    Capped {
        /// What another plan within the caps could be worth more, at most.
        gap: i64,
    },
    /// The certificate does not hold, so there is nothing to compare.
    Undecided,
}

impl Order {
    /// The answer as an Indonesian sentence.
    pub fn sentence(&self) -> String {
        match self {
            Order::Kept => "Rencana mengikuti urutan yang diumumkan pada setiap nilai yang sama.".into(),
            Order::Capped { gap } => {
                format!(
                    "Rencana dengan batas keluar unit: paling banyak {gap} di bawah nilai terbaik yang mungkin. \
                     Urutan pada nilai yang sama tidak diperiksa."
                )
            }
            Order::Undecided => "Urutan tidak diperiksa karena sertifikat belum sah.".into(),
            Order::Broken { position, seated, expected } => {
                let seated = seated.map_or("dibiarkan kosong".into(), |who| format!("diisi kandidat {who}"));
                format!(
                    "plan.csv: nilainya terbaik, tetapi bukan rencana menurut urutan yang diumumkan. \
                     Jabatan {position} seharusnya diisi kandidat {expected}, dalam rencana {seated}."
                )
            }
        }
    }
}

/// Whether units keep to `max_out` of `units.csv`, whatever the certificate says about it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Limits {
    /// No unit loses more holders than it may.
    Kept,
    /// Some do. Where the certificate names limits, that is a failed check; else it was made without them, and
    /// nothing was claimed that could be checked.
    Exceeded {
        /// How many units.
        units: usize,
        /// The first of them: unit, how many leave, how many may.
        first: (u32, i32, i32),
        /// The certificate names limits.
        claimed: bool,
    },
    /// A file could not be read.
    Undecided,
}

impl Limits {
    /// The answer as an Indonesian sentence.
    pub fn sentence(&self) -> String {
        match self {
            Limits::Kept => "Tidak ada unit yang ditinggalkan lebih banyak pemangku daripada max_out.".into(),
            Limits::Undecided => "Batas keluar unit tidak diperiksa karena berkas tidak terbaca.".into(),
            Limits::Exceeded { units, first: (unit, left, most), claimed } => {
                let told = if *claimed {
                    "Batas keluar unit tidak dipatuhi"
                } else {
                    "Batas keluar unit tidak diperiksa: sertifikat ini tidak memuat batas"
                };
                format!(
                    "{told}. {units} unit melewati max_out di units.csv, yang pertama unit {unit}: {left} keluar, \
                     paling banyak {most}."
                )
            }
        }
    }
}

/// The whole answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Report {
    /// In the order they were made. A file that cannot be read ends the list.
    pub checks: Vec<Check>,
    /// The separate answer on ties.
    pub order: Order,
    /// The separate answer on limits of units.
    pub limits: Limits,
}

impl Report {
    /// The plan is valid and its certificate true: it is best, or with caps within the stated gap of the best.
    pub fn holds(&self) -> bool {
        self.checks.iter().all(Check::passed)
    }

    /// It is also the one the published order demands, where that decides.
    pub fn is_published(&self) -> bool {
        self.holds() && matches!(self.order, Order::Kept | Order::Capped { .. })
    }
}
