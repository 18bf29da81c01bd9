//! One norm at one law date, every name looked up and every type checked: what both evaluators run.

pub mod refs;
pub mod ukuran;

use crate::act::Span;
use crate::book::Citation;
use crate::expr::{Arith, Op};
use crate::number::Exact;
use crate::table::TableDef;
use crate::value::{Type, Value};
use crate::vocabulary::{FaktaId, Vocabulary};
use kernel::Date;
use kernel::tables::Kepastian;
use std::sync::Arc;

/// The shape of a norm.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Bentuk {
    /// Conditions.
    Syarat,
    /// A number, an amount or a choice.
    Nilai,
    /// A date.
    Tanggal,
    /// A choice or words.
    Klasifikasi,
    /// A sum of components.
    Skor,
    /// Which law applies, by event dates.
    Peralihan,
    /// The most lenient of several laws.
    Teringan,
    /// Positions that may differ.
    Sengketa,
}

impl Bentuk {
    /// Every shape with its word in packs.
    pub const ALL: [(&'static str, Bentuk); 8] = [
        ("syarat", Bentuk::Syarat),
        ("nilai", Bentuk::Nilai),
        ("tanggal", Bentuk::Tanggal),
        ("klasifikasi", Bentuk::Klasifikasi),
        ("skor", Bentuk::Skor),
        ("peralihan", Bentuk::Peralihan),
        ("teringan", Bentuk::Teringan),
        ("sengketa", Bentuk::Sengketa),
    ];

    /// Its word in packs.
    pub fn word(self) -> &'static str {
        Bentuk::ALL.iter().find(|(_, b)| *b == self).map_or("", |(w, _)| w)
    }
}

/// A norm compiled for one law date.
#[derive(Clone, Debug)]
pub struct Plan {
    /// `kp.reguler`
    pub kunci: Box<str>,
    /// Its heading.
    pub judul: Box<str>,
    /// Its shape.
    pub bentuk: Bentuk,
    /// Whom it concerns; others get `TidakBerlaku`.
    pub subjek: Option<(Cond, Box<str>)>,
    /// Where it stands.
    pub dasar: Citation,
    /// Which law date it asks for itself.
    pub waktu: Waktu,
    /// Conditions, components or positions in the order of the article.
    pub langkah: Vec<Step>,
    /// The value of value norms.
    pub nilai: Option<Ex>,
    /// Type of its value.
    pub tipe: Option<Type>,
    /// `rupiah`, `tahun`.
    pub satuan: Box<str>,
    /// Decimals of a score.
    pub bulat: Option<u32>,
    /// The norm that `Teringan` asks on each of these law dates (facts).
    pub teringan: Option<(Box<str>, Vec<FaktaId>)>,
    /// The table of `Peralihan`.
    pub peralihan: Option<Lookup>,
    /// Parameters of its own value.
    pub param: Vec<ParamUse>,
    /// Note for readers.
    pub catatan: Box<str>,
    /// The law date it was compiled for.
    pub hukum: Date,
    /// Law dates for which this very plan is right.
    pub masa: Span,
    /// Every fact it may look at, nested norms included, ascending.
    pub fakta: Vec<FaktaId>,
    /// How many norms it takes to answer, itself included, each counted as often as it is asked.
    pub norma: usize,
    /// How many levels of norms, itself included.
    pub tingkat: usize,
    /// How deep it nests and how much there is to look at, nested norms included.
    pub ukuran: ukuran::Ukuran,
}

/// Which law date a norm is asked at.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Waktu {
    /// That of the question.
    Pertanyaan,
    /// The day of an event.
    Peristiwa(FaktaId),
    /// A fixed day: a static reference.
    Beku(Date),
}

/// A part of a norm.
#[derive(Clone, Debug)]
pub struct Step {
    /// Its key.
    pub kunci: Box<str>,
    /// What the law says, values of facts still open.
    pub bunyi: Vec<Piece>,
    /// Where it stands.
    pub dasar: Citation,
    /// Its failing needs an official: the text itself is not certain, or it only warns.
    pub lunak: bool,
    /// How sure we are of it.
    pub kepastian: Kepastian,
    /// When it is not demanded, and in which words.
    pub kecuali: Option<(Cond, Box<str>)>,
    /// What it asks.
    pub isi: Isi,
    /// Parameters in it.
    pub param: Vec<ParamUse>,
    /// Who holds a position.
    pub pihak: Box<str>,
    /// Note for readers.
    pub catatan: Box<str>,
    /// Whether the passing of time alone can change it.
    pub waktu: bool,
}

/// What a part asks.
#[derive(Clone, Debug)]
pub enum Isi {
    /// A condition.
    Bila(Cond),
    /// One of several routes.
    SalahSatu(Vec<Step>),
    /// A person decides.
    Pertimbangan(Box<str>),
    /// A whole norm.
    Norma(Arc<NormRef>),
    /// A component: value, weight in percent, ceiling.
    Nilai(Ex, Option<crate::number::Exact>, Option<crate::number::Exact>),
}

/// A piece of wording.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Piece {
    /// Words.
    Text(Box<str>),
    /// The value of a fact.
    Fact(FaktaId),
}

/// A parameter as used.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct ParamUse {
    /// `kp.masa_min`
    pub kunci: Box<str>,
    /// Its value or values.
    pub nilai: Vec<Value>,
    /// `tahun`
    pub satuan: Box<str>,
    /// Where it stands.
    pub dasar: Citation,
}

/// Another norm, as referred to.
#[derive(Clone, Debug)]
pub struct NormRef {
    /// Its key.
    pub kunci: Box<str>,
    /// Compiled for the same law date; `None` when it does not hold then.
    pub plan: Option<Arc<Plan>>,
}

/// A look-up in a table.
#[derive(Clone, Debug)]
pub struct Lookup {
    /// The table.
    pub table: Arc<TableDef>,
    /// The version of the act that states it.
    pub version: crate::book::Version,
    /// Which output column.
    pub column: usize,
    /// What each input column is compared with.
    pub inputs: Vec<Ex>,
    /// Law date, for rows with days of their own.
    pub hukum: Date,
}

/// A value to be worked out.
#[derive(Clone, Debug)]
pub enum Ex {
    /// Known already.
    Const(Value),
    /// A fact.
    Fact(FaktaId),
    /// The day asked about.
    Today,
    /// From a table.
    Table(Box<Lookup>),
    /// The next step of a table.
    NextStep(Box<Lookup>),
    /// The value of another norm.
    Norm(Arc<NormRef>),
    /// A legal function.
    Call(Func, Vec<Ex>),
    /// Arithmetic.
    Arith(Arith, Box<Ex>, Box<Ex>),
    /// One or the other.
    If(Box<Cond>, Box<Ex>, Box<Ex>),
    /// The first permitted month start on or after a day, months by the law of that day.
    Period(Arc<Vec<(Span, Vec<i64>)>>, Box<Ex>),
}

/// A condition.
#[derive(Clone, Debug)]
pub enum Cond {
    /// A comparison.
    Compare(Op, Ex, Ex),
    /// One of a list.
    Among(Ex, Vec<Value>),
    /// All.
    And(Vec<Cond>),
    /// One.
    Or(Vec<Cond>),
    /// The contrary.
    Not(Box<Cond>),
    /// The fact is there.
    There(FaktaId),
    /// The fact is known not to be there.
    Missing(FaktaId),
    /// Another norm passes.
    Passes(Arc<NormRef>),
    /// A yes-or-no value.
    Truth(Ex),
}

macro_rules! functions {
    ($( $(#[$doc:meta])* $name:ident = $word:literal ($($arg:ident),*) -> $result:ident; )*) => {
        /// The named legal functions: a closed list.
        #[derive(Clone, Copy, PartialEq, Eq, Debug)]
        pub enum Func { $( $(#[$doc])* $name, )* }

        impl Func {
            /// Every function with its word.
            pub const ALL: &'static [(&'static str, Func)] = &[ $( ($word, Func::$name), )* ];

            /// Its word.
            pub fn word(self) -> &'static str {
                match self { $( Func::$name => $word, )* }
            }

            /// Types of its arguments.
            pub fn arguments(self) -> &'static [Arg] {
                match self { $( Func::$name => &[ $( Arg::$arg, )* ], )* }
            }

            /// Type of its result; `Same` is that of its first argument.
            pub fn result(self) -> Arg {
                match self { $( Func::$name => Arg::$result, )* }
            }
        }
    };
}

/// What a function takes or gives.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Arg {
    /// A date.
    Day,
    /// A whole number.
    Whole,
    /// A number.
    Num,
    /// Anything, the same as the first argument.
    Same,
}

functions! {
    /// Calendar years later; 29 February becomes 28 February.
    TambahTahun = "tambah_tahun" (Day, Whole) -> Day;
    /// Calendar months later; the last day of a shorter month.
    TambahBulan = "tambah_bulan" (Day, Whole) -> Day;
    /// Days later.
    TambahHari = "tambah_hari" (Day, Whole) -> Day;
    /// Calendar years earlier.
    MundurTahun = "mundur_tahun" (Day, Whole) -> Day;
    /// Calendar months earlier.
    MundurBulan = "mundur_bulan" (Day, Whole) -> Day;
    /// Days earlier.
    MundurHari = "mundur_hari" (Day, Whole) -> Day;
    /// First day of the month.
    AwalBulan = "awal_bulan" (Day) -> Day;
    /// First day of the next month.
    AwalBulanBerikut = "awal_bulan_berikut" (Day) -> Day;
    /// Last day of the month.
    AkhirBulan = "akhir_bulan" (Day) -> Day;
    /// Calendar year.
    Tahun = "tahun" (Day) -> Whole;
    /// Month, 1 to 12.
    Bulan = "bulan" (Day) -> Whole;
    /// Day of the month.
    Tanggal = "tanggal" (Day) -> Whole;
    /// Full years from one day to a later one, 0 when it is not later.
    TahunPenuh = "tahun_penuh" (Day, Day) -> Whole;
    /// Full months from one day to a later one.
    BulanPenuh = "bulan_penuh" (Day, Day) -> Whole;
    /// Days from one day to another.
    HariAntara = "hari_antara" (Day, Day) -> Whole;
    /// The n-th working day after a day.
    HariKerjaSetelah = "hari_kerja_setelah" (Day, Whole) -> Day;
    /// Working days after the first day up to and with the second.
    HariKerjaAntara = "hari_kerja_antara" (Day, Day) -> Whole;
    /// The smaller.
    Min = "min" (Same, Same) -> Same;
    /// The greater.
    Maks = "maks" (Same, Same) -> Same;
    /// Rounded, half up.
    Bulat = "bulat" (Num, Whole) -> Num;
    /// Rounded up.
    BulatAtas = "bulat_atas" (Num, Whole) -> Num;
    /// Rounded down.
    BulatBawah = "bulat_bawah" (Num, Whole) -> Num;
    /// So many places up in the order of choices.
    Naik = "naik" (Same, Whole) -> Same;
}

/// How a value moves as days pass.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Drift {
    /// Not at all.
    Still,
    /// Never down.
    Up,
    /// Never up.
    Down,
    /// Either way.
    Odd,
}

impl Drift {
    fn turned(self) -> Drift {
        match self {
            Drift::Up => Drift::Down,
            Drift::Down => Drift::Up,
            same => same,
        }
    }

    fn with(self, other: Drift) -> Drift {
        match (self, other) {
            (Drift::Still, d) | (d, Drift::Still) => d,
            (a, b) if a == b => a,
            _ => Drift::Odd,
        }
    }
}

impl Ex {
    /// How it moves as the day asked about moves.
    pub fn drift(&self) -> Drift {
        use Func as F;
        match self {
            Ex::Const(_) | Ex::Fact(_) => Drift::Still,
            Ex::Today => Drift::Up,
            Ex::Table(l) | Ex::NextStep(l) => {
                if l.inputs.iter().all(|i| i.drift() == Drift::Still) {
                    Drift::Still
                } else {
                    Drift::Odd
                }
            }
            Ex::Norm(n) => {
                n.plan.as_ref().map_or(Drift::Still, |p| if p.moves() { Drift::Odd } else { Drift::Still })
            }
            Ex::Call(f, args) => {
                let of = |i: usize| args.get(i).map_or(Drift::Still, Ex::drift);
                match f {
                    // What may be whole on one day and not on the next gives a value on some days only.
                    _ if f.arguments().get(1) == Some(&Arg::Whole)
                        && of(1) != Drift::Still
                        && !args.get(1).is_some_and(Ex::always_whole) =>
                    {
                        Drift::Odd
                    }
                    F::Bulan | F::Tanggal | F::Naik | F::HariKerjaSetelah | F::HariKerjaAntara => {
                        if args.iter().all(|a| a.drift() == Drift::Still) { Drift::Still } else { Drift::Odd }
                    }
                    F::TahunPenuh | F::BulanPenuh | F::HariAntara => of(0).turned().with(of(1)),
                    F::MundurTahun | F::MundurBulan | F::MundurHari => of(0).with(of(1).turned()),
                    _ => args.iter().fold(Drift::Still, |d, a| d.with(a.drift())),
                }
            }
            Ex::Arith(Arith::Add, a, b) => a.drift().with(b.drift()),
            Ex::Arith(Arith::Sub, a, b) => a.drift().with(b.drift().turned()),
            Ex::Arith(_, a, b) => {
                if a.drift() == Drift::Still && b.drift() == Drift::Still {
                    Drift::Still
                } else {
                    Drift::Odd
                }
            }
            Ex::If(c, a, b) => {
                let still = !c.moves() && a.drift() == Drift::Still && b.drift() == Drift::Still;
                if still { Drift::Still } else { Drift::Odd }
            }
            Ex::Period(_, day) => day.drift(),
        }
    }
}

impl Ex {
    /// Whether it is a whole number by its making.
    fn always_whole(&self) -> bool {
        match self {
            Ex::Const(value) => value.num().is_some_and(|n| n.whole().is_some()),
            Ex::Call(func, _) => func.result() == Arg::Whole,
            Ex::Arith(Arith::Add | Arith::Sub | Arith::Mul, a, b) => a.always_whole() && b.always_whole(),
            _ => false,
        }
    }

    /// The number it is for everybody, when it is one: of constants and parameters only.
    fn fixed(&self) -> Option<Exact> {
        match self {
            Ex::Const(value) => value.num(),
            Ex::Arith(op, a, b) => op.of(a.fixed()?, b.fixed()?),
            _ => None,
        }
    }

    /// A number that is no whole one, in it for everybody or for some.
    pub fn fraction(&self) -> Option<Exact> {
        match self {
            Ex::If(_, a, b) => a.fraction().or_else(|| b.fraction()),
            ex => ex.fixed().filter(|n| n.whole().is_none()),
        }
    }
}

impl Cond {
    /// Whether the passing of days alone can change it.
    pub fn moves(&self) -> bool {
        match self {
            Cond::Compare(_, a, b) => a.drift() != Drift::Still || b.drift() != Drift::Still,
            Cond::Among(a, _) | Cond::Truth(a) => a.drift() != Drift::Still,
            Cond::And(list) | Cond::Or(list) => list.iter().any(Cond::moves),
            Cond::Not(inner) => inner.moves(),
            Cond::There(_) | Cond::Missing(_) => false,
            Cond::Passes(n) => n.plan.as_ref().is_some_and(|p| p.moves()),
        }
    }

    /// Whether it changes at most once as days pass; a bare comparison whose sides part or meet steadily.
    pub fn steady(&self) -> bool {
        match self {
            Cond::Compare(op, a, b) => {
                let gap = a.drift().with(b.drift().turned());
                gap != Drift::Odd && (gap == Drift::Still || !matches!(op, Op::Eq | Op::Ne))
            }
            _ => false,
        }
    }
}

impl Step {
    /// What the law says, facts by their names.
    pub fn words(&self, words: &Vocabulary) -> String {
        let piece = |piece: &Piece| match piece {
            Piece::Text(text) => text.to_string(),
            Piece::Fact(fakta) => words.fakta(*fakta).label.to_string(),
        };
        self.bunyi.iter().map(piece).collect()
    }

    /// Whether the passing of days alone can change it.
    pub fn moves(&self) -> bool {
        self.kecuali.as_ref().is_some_and(|(c, _)| c.moves())
            || match &self.isi {
                Isi::Bila(c) => c.moves(),
                Isi::SalahSatu(list) => list.iter().any(Step::moves),
                Isi::Pertimbangan(_) => false,
                Isi::Norma(n) => n.plan.as_ref().is_some_and(|p| p.moves()),
                Isi::Nilai(ex, ..) => ex.drift() != Drift::Still,
            }
    }
}

impl Plan {
    /// Whether the passing of days alone can change its answer.
    pub fn moves(&self) -> bool {
        self.subjek.as_ref().is_some_and(|(c, _)| c.moves())
            || self.langkah.iter().any(Step::moves)
            || self.nilai.as_ref().is_some_and(|n| n.drift() != Drift::Still)
            || self.teringan.is_some()
            || self.peralihan.is_some()
    }
}
