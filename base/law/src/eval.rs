//! Works out values and conditions for one person on one day. Kleene logic: what is not known stays
//! not known unless the other side already decides.

use crate::book::Book;
use crate::expr::Arith;
use crate::number::{Exact, Round};
use crate::plan::{Arg, Cond, Ex, Func, Lookup, NormRef};
use crate::table::Found;
use crate::telaah;
use crate::value::{Known, Value};
use crate::verdict::Kode;
use crate::vocabulary::{FaktaId, Vocabulary};
use kernel::Date;

/// What everything is worked out from.
#[derive(Clone, Copy, Debug)]
pub struct Ctx<'a> {
    /// The law.
    pub book: &'a Book,
    /// The words.
    pub words: &'a Vocabulary,
    /// Facts by number.
    pub facts: &'a [Known],
    /// The day asked about.
    pub hari: Date,
    /// The law date.
    pub hukum: Date,
}

/// What was met on the way.
#[derive(Default, Debug)]
pub struct Trace {
    /// Facts looked at.
    pub fakta: Vec<FaktaId>,
    /// Of those, not stated.
    pub kurang: Vec<FaktaId>,
    /// Of those, contradicted.
    pub bertentangan: Vec<FaktaId>,
    /// Rows of tables used: table, row, its citation.
    pub baris: Vec<RowUse>,
    /// A row used is not certain.
    pub weak: bool,
    /// Why nothing follows: a table or norm says nothing of this.
    pub outside: Option<Box<str>>,
    /// A norm asked on the way left it to an official, or positions differ.
    pub nested: Option<Kode>,
    /// Rows and facts are to be kept for an explanation.
    pub keep: bool,
}

/// A row of a table as used.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RowUse {
    /// Name of the table.
    pub tabel: Box<str>,
    /// Line in its file.
    pub baris: u32,
    /// `pendidikan S1 → batas III/d`
    pub isi: String,
    /// Where it stands.
    pub dasar: crate::book::Citation,
    /// Note of the row.
    pub catatan: Box<str>,
}

/// A value, or why there is none.
#[derive(Clone, PartialEq, Debug)]
pub enum Got {
    /// It.
    Is(Value),
    /// A fact in it is known not to be there.
    Absent,
    /// A fact in it is not known.
    Unknown,
    /// The law says nothing of this.
    Outside,
}

impl Got {
    fn known(self) -> Known {
        match self {
            Got::Is(value) => Known::Is(value),
            Got::Absent | Got::Outside => Known::Absent,
            Got::Unknown => Known::Unknown,
        }
    }
}

fn note(list: &mut Vec<FaktaId>, id: FaktaId) {
    if !list.contains(&id) {
        list.push(id);
    }
}

impl Ctx<'_> {
    /// What is known of a fact, without noting that it was asked.
    pub fn known(&self, id: FaktaId) -> &Known {
        self.facts.get(usize::from(id.0)).unwrap_or(&Known::Unknown)
    }

    fn fact(&self, id: FaktaId, trace: &mut Trace) -> &Known {
        if trace.keep {
            note(&mut trace.fakta, id);
        }
        let known = self.known(id);
        match known {
            Known::Unknown => note(&mut trace.kurang, id),
            Known::Conflict => note(&mut trace.bertentangan, id),
            _ => {}
        }
        known
    }

    /// Works out a value.
    pub fn value(&self, ex: &Ex, trace: &mut Trace) -> Got {
        match ex {
            Ex::Const(value) => Got::Is(value.clone()),
            Ex::Today => Got::Is(Value::Day(self.hari)),
            Ex::Fact(id) => match self.fact(*id, trace) {
                Known::Is(value) => Got::Is(value.clone()),
                Known::Absent => Got::Absent,
                Known::Conflict | Known::Unknown => Got::Unknown,
            },
            Ex::Table(lookup) => self.table(lookup, trace).1,
            Ex::NextStep(lookup) => {
                let inputs: Vec<Known> = lookup.inputs.iter().map(|i| self.value(i, trace).known()).collect();
                if inputs.iter().any(|i| matches!(i, Known::Unknown | Known::Conflict)) {
                    return Got::Unknown;
                }
                match lookup.table.next_step(&inputs, lookup.hukum) {
                    Some(step) => Got::Is(Value::Num(step)),
                    None => {
                        trace.outside =
                            Some(format!("tabel {} tidak punya langkah berikut", lookup.table.nama).into());
                        Got::Outside
                    }
                }
            }
            Ex::Norm(norm) => self.norm(norm, trace),
            Ex::Arith(op, a, b) => self.arith(*op, a, b, trace),
            Ex::If(cond, a, b) => match self.truth(cond, trace) {
                Some(true) => self.value(a, trace),
                Some(false) => self.value(b, trace),
                None => Got::Unknown,
            },
            Ex::Call(func, args) => {
                let mut values = [const { None }; 2];
                for (slot, arg) in values.iter_mut().zip(args) {
                    match self.value(arg, trace) {
                        Got::Is(value) => *slot = Some(value),
                        other => return other,
                    }
                }
                let [Some(first), second] = values else { return Got::Unknown };
                self.call(*func, first, second, trace)
            }
            Ex::Period(months, day) => match self.value(day, trace) {
                Got::Is(Value::Day(day)) => match period(months, day) {
                    Some(day) => Got::Is(Value::Day(day)),
                    None => {
                        trace.outside = Some("tidak ada periode yang diatur sesudah tanggal itu".into());
                        Got::Outside
                    }
                },
                Got::Is(_) => Got::Unknown,
                other => other,
            },
        }
    }

    /// Looks a table up: the row, and the value of its column.
    pub fn table(&self, lookup: &Lookup, trace: &mut Trace) -> (Option<usize>, Got) {
        let mut aside = Trace { keep: trace.keep, ..Trace::default() };
        let inputs: Vec<Known> = lookup.inputs.iter().map(|i| self.value(i, &mut aside).known()).collect();
        let found = lookup.table.find(&inputs, lookup.hukum);
        // Unknown inputs matter only when the row depends on them; what an input rests on always does.
        trace.weak |= aside.weak;
        trace.fakta.append(&mut aside.fakta);
        if found == Found::Unknown {
            aside.kurang.into_iter().for_each(|f| note(&mut trace.kurang, f));
            aside.bertentangan.into_iter().for_each(|f| note(&mut trace.bertentangan, f));
            trace.nested = trace.nested.or(aside.nested);
        }
        let place = match found {
            Found::Row(place) => place,
            Found::Unknown => return (None, Got::Unknown),
            Found::Nothing => {
                trace.outside = Some(format!("tabel {} tidak mengatur hal ini", lookup.table.nama).into());
                return (None, Got::Outside);
            }
        };
        let row = &lookup.table.rows[place];
        trace.weak |= crate::compile::uncertain(row.kepastian);
        if trace.keep {
            let used = self.row_use(lookup, place);
            if !trace.baris.contains(&used) {
                trace.baris.push(used);
            }
        }
        match &row.outs[lookup.column] {
            Some(value) => (Some(place), Got::Is(value.clone())),
            None => {
                trace.outside =
                    Some(format!("tabel {} sengaja kosong untuk hal ini", lookup.table.nama).into());
                (Some(place), Got::Outside)
            }
        }
    }

    fn row_use(&self, lookup: &Lookup, place: usize) -> RowUse {
        let row = &lookup.table.rows[place];
        let inputs = lookup.table.inputs.iter().zip(&row.written).filter(|(_, w)| &***w != "-");
        let left: Vec<String> = inputs.map(|((name, _), written)| format!("{name} {written}")).collect();
        let outs = lookup.table.outputs.iter().zip(&row.outs);
        let right: Vec<String> =
            outs.filter_map(|((n, _), v)| Some(format!("{n} {}", v.as_ref()?.show(self.words)))).collect();
        RowUse {
            tabel: lookup.table.nama.clone(),
            baris: row.baris,
            isi: format!("{} → {}", left.join(", "), right.join(", ")),
            dasar: self.book.cite(&lookup.version, &row.dasar, row.kepastian, None, self.hukum),
            catatan: row.catatan.clone(),
        }
    }

    fn norm(&self, norm: &NormRef, trace: &mut Trace) -> Got {
        let Some(plan) = &norm.plan else {
            trace.outside =
                Some(format!("norma {} tidak berlaku pada hukum {}", norm.kunci, self.hukum).into());
            return Got::Outside;
        };
        let (kode, value) = telaah::quick(plan, self, trace);
        match (kode, value) {
            (Kode::Lulus, Some(value)) => Got::Is(value),
            (Kode::TidakBerlaku, _) => {
                trace.outside.get_or_insert_with(|| format!("{} tidak berlaku", plan.judul).into());
                Got::Outside
            }
            (Kode::Gagal, _) => {
                trace.outside.get_or_insert_with(|| format!("syarat {} tidak terpenuhi", plan.judul).into());
                Got::Outside
            }
            (Kode::Pertimbangan | Kode::Sengketa, _) => {
                trace.nested = trace.nested.or(Some(kode));
                Got::Unknown
            }
            _ => Got::Unknown,
        }
    }

    fn arith(&self, op: Arith, a: &Ex, b: &Ex, trace: &mut Trace) -> Got {
        let (a, b) = (self.value(a, trace), self.value(b, trace));
        let (a, b) = match (a, b) {
            (Got::Is(Value::Num(a)), Got::Is(Value::Num(b))) => (a, b),
            (Got::Unknown, _) | (_, Got::Unknown) => return Got::Unknown,
            (Got::Outside, _) | (_, Got::Outside) => return Got::Outside,
            _ => return Got::Absent,
        };
        match op.of(a, b) {
            Some(n) => Got::Is(Value::Num(n)),
            None => {
                trace.outside =
                    Some("hitungan ini tidak mempunyai hasil (dibagi nol atau terlalu besar)".into());
                Got::Outside
            }
        }
    }

    /// Calls a legal function with values that are there.
    pub fn call(&self, func: Func, first: Value, second: Option<Value>, trace: &mut Trace) -> Got {
        // Half a month or half a step is no number of months or steps: nothing is rounded in silence.
        if let (Some(Arg::Whole), Some(n)) = (func.arguments().get(1), second.as_ref().and_then(Value::num))
            && n.whole().is_none()
        {
            let reason = format!("{}(…) memerlukan bilangan bulat, bukan {}", func.word(), n.indonesian());
            trace.outside = Some(reason.into());
            return Got::Outside;
        }
        let day = || first.day().unwrap_or(self.hari);
        let whole = || second.as_ref().and_then(Value::num).and_then(Exact::whole).unwrap_or(0);
        let other = || second.as_ref().and_then(Value::day).unwrap_or(self.hari);
        let is = Got::Is;
        match func {
            Func::TambahTahun
            | Func::MundurTahun
            | Func::TambahBulan
            | Func::MundurBulan
            | Func::TambahHari
            | Func::MundurHari
            | Func::AwalBulan
            | Func::AwalBulanBerikut
            | Func::AkhirBulan => shifted(func, day(), whole()).map_or(Got::Outside, |d| is(Value::Day(d))),
            Func::Tahun => is(Value::int(i64::from(day().year()))),
            Func::Bulan => is(Value::int(i64::from(day().ymd().1))),
            Func::Tanggal => is(Value::int(i64::from(day().ymd().2))),
            Func::TahunPenuh => is(Value::int(i64::from(day().months_until(other()) / 12))),
            Func::BulanPenuh => is(Value::int(i64::from(day().months_until(other())))),
            Func::HariAntara => is(Value::int(i64::from(other().days()) - i64::from(day().days()))),
            Func::HariKerjaSetelah => self.working(day(), whole(), trace),
            Func::HariKerjaAntara => self.working_between(day(), other(), trace),
            Func::Min | Func::Maks => {
                let Some(second) = second else { return Got::Unknown };
                let first_wins = match first.order(&second) {
                    Some(order) => (func == Func::Min) == order.is_le(),
                    None => return Got::Unknown,
                };
                is(if first_wins { first } else { second })
            }
            Func::Bulat | Func::BulatAtas | Func::BulatBawah => {
                let how = match func {
                    Func::Bulat => Round::Half,
                    Func::BulatAtas => Round::Up,
                    _ => Round::Down,
                };
                let places = u32::try_from(whole().clamp(0, 9)).unwrap_or(0);
                first.num().and_then(|n| n.round(places, how)).map_or(Got::Outside, |n| is(Value::Num(n)))
            }
            Func::Naik => {
                let Value::Pick(jenis, place) = first else { return Got::Unknown };
                let to = i64::from(place) + whole();
                match u16::try_from(to).ok().filter(|to| usize::from(*to) < self.words.jenis(jenis).len()) {
                    Some(to) => is(Value::Pick(jenis, to)),
                    None => {
                        trace.outside = Some("sudah di ujung urutannya".into());
                        Got::Outside
                    }
                }
            }
        }
    }

    fn working(&self, from: Date, count: i64, trace: &mut Trace) -> Got {
        const MOST: i64 = 2000;
        if !(0..=MOST).contains(&count) {
            trace.outside = Some(format!("hari kerja hanya dihitung dari 0 sampai {MOST}").into());
            return Got::Outside;
        }
        let mut day = from;
        let mut left = count;
        while left > 0 {
            day = day.add_days(1);
            match self.book.calendar.works(day) {
                Some(works) => left -= i64::from(works),
                None => return self.no_calendar(day, trace),
            }
        }
        Got::Is(Value::Day(day))
    }

    fn working_between(&self, from: Date, to: Date, trace: &mut Trace) -> Got {
        let mut day = from;
        let mut count = 0;
        while day < to {
            day = day.add_days(1);
            match self.book.calendar.works(day) {
                Some(works) => count += i64::from(works),
                None => return self.no_calendar(day, trace),
            }
        }
        Got::Is(Value::int(count))
    }

    fn no_calendar(&self, day: Date, trace: &mut Trace) -> Got {
        trace.outside = Some(format!("hari libur tahun {} belum ada dalam paket", day.year()).into());
        Got::Outside
    }

    /// Works out a condition; `None` when it is not known.
    pub fn truth(&self, cond: &Cond, trace: &mut Trace) -> Option<bool> {
        match cond {
            Cond::And(list) => self.all(list, trace, false),
            Cond::Or(list) => self.all(list, trace, true),
            Cond::Not(inner) => self.truth(inner, trace).map(|t| !t),
            Cond::Compare(op, a, b) => match (self.value(a, trace), self.value(b, trace)) {
                // Words that differ have no order: they are unlike, and nothing else.
                (Got::Is(a), Got::Is(b)) => Some(a.order(&b).map_or(op.word() == "!=", |o| op.holds(o))),
                (Got::Unknown, _) | (_, Got::Unknown) | (Got::Outside, _) | (_, Got::Outside) => None,
                // Nothing is unlike something; of nothing nothing else can be said.
                (Got::Absent, _) | (_, Got::Absent) => Some(op.word() == "!="),
            },
            Cond::Among(a, list) => match self.value(a, trace) {
                Got::Is(value) => Some(list.iter().any(|v| value.order(v).is_some_and(|o| o.is_eq()))),
                Got::Absent => Some(false),
                Got::Unknown | Got::Outside => None,
            },
            Cond::There(id) => match self.fact(*id, trace) {
                Known::Is(_) => Some(true),
                Known::Absent => Some(false),
                Known::Conflict | Known::Unknown => None,
            },
            Cond::Missing(id) => match self.fact(*id, trace) {
                Known::Absent => Some(true),
                Known::Is(_) => Some(false),
                Known::Conflict | Known::Unknown => None,
            },
            Cond::Passes(norm) => match &norm.plan {
                None => Some(false),
                Some(plan) => match telaah::quick(plan, self, trace).0 {
                    Kode::Lulus => Some(true),
                    Kode::Gagal | Kode::TidakBerlaku => Some(false),
                    Kode::BelumTahu => None,
                    open => {
                        trace.nested = trace.nested.or(Some(open));
                        None
                    }
                },
            },
            Cond::Truth(ex) => match self.value(ex, trace) {
                Got::Is(Value::Yes(yes)) => Some(yes),
                Got::Absent => Some(false),
                _ => None,
            },
        }
    }

    /// All of a list (or, `any`, one of it). What is not known is only missed when it decides.
    fn all(&self, list: &[Cond], trace: &mut Trace, any: bool) -> Option<bool> {
        let mut missed = Trace { keep: trace.keep, ..Trace::default() };
        let (mut open, mut weak, mut decided) = (false, false, false);
        for cond in list {
            let mut one = Trace { keep: trace.keep, ..Trace::default() };
            let truth = self.truth(cond, &mut one);
            trace.fakta.append(&mut one.fakta);
            trace.baris.append(&mut one.baris);
            match truth {
                // What decides for certain decides alone; an uncertain one may be joined by such a one.
                Some(t) if t == any && !one.weak => return Some(any),
                Some(t) if t == any => decided = true,
                Some(_) => weak |= one.weak,
                None => {
                    open = true;
                    missed.kurang.append(&mut one.kurang);
                    missed.bertentangan.append(&mut one.bertentangan);
                    missed.nested = missed.nested.or(one.nested);
                    missed.outside = missed.outside.or(one.outside);
                }
            }
        }
        trace.weak |= weak || decided;
        if decided || !open {
            return Some(any == decided);
        }
        missed.kurang.into_iter().for_each(|f| note(&mut trace.kurang, f));
        missed.bertentangan.into_iter().for_each(|f| note(&mut trace.bertentangan, f));
        trace.nested = trace.nested.or(missed.nested);
        trace.outside = trace.outside.take().or(missed.outside);
        None
    }
}

/// A day moved by one of the functions that move days, within the years of the register; `None` of another.
pub fn shifted(func: Func, day: Date, n: i64) -> Option<Date> {
    let years = i16::try_from(n.clamp(-400, 400)).unwrap_or(0);
    let months = i32::try_from(n.clamp(-5000, 5000)).unwrap_or(0);
    let days = i32::try_from(n.clamp(-200_000, 200_000)).unwrap_or(0);
    Some(match func {
        Func::TambahTahun => day.add_years(years),
        Func::MundurTahun => day.add_years(-years),
        Func::TambahBulan => add_months(day, months),
        Func::MundurBulan => add_months(day, -months),
        Func::TambahHari => day.add_days(days),
        Func::MundurHari => day.add_days(-days),
        Func::AwalBulan => month_start(day),
        Func::AwalBulanBerikut => day.next_month_start(),
        Func::AkhirBulan => day.next_month_start().add_days(-1),
        _ => return None,
    })
}

/// Months later or earlier; the last day of a shorter month.
pub fn add_months(day: Date, months: i32) -> Date {
    let (y, m, d) = day.ymd();
    let count = i32::from(y) * 12 + i32::from(m) - 1 + months;
    let (y, m) = (count.div_euclid(12), count.rem_euclid(12) + 1);
    let (Ok(y), Ok(m)) = (i16::try_from(y), i8::try_from(m)) else { return day };
    (0..4).find_map(|less| Date::new(y, m, d - less)).unwrap_or(day)
}

/// The first day of the month.
pub fn month_start(day: Date) -> Date {
    let (y, m, _) = day.ymd();
    Date::new(y, m, 1).unwrap_or(day)
}

/// The first month start on or after a day whose month is permitted by the law of that very day.
pub fn period(months: &[(crate::act::Span, Vec<i64>)], day: Date) -> Option<Date> {
    let mut at = if day.ymd().2 == 1 { day } else { day.next_month_start() };
    const YEARS: usize = 12 * 5;
    for _ in 0..YEARS {
        let month = i64::from(at.ymd().1);
        if months.iter().any(|(span, list)| span.holds(at) && list.contains(&month)) {
            return Some(at);
        }
        at = at.next_month_start();
    }
    None
}
