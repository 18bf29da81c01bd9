//! From a value of a plan to how it is worked out for many people; `None` for words and the like.

use super::{Penyusun, perlu, terurai_di};
use crate::compile::uncertain;
use crate::eval::{Ctx, Got, Trace};
use crate::expr::Arith;
use crate::kolom::Muat;
use crate::number::{Exact, Round};
use crate::plan::{Bentuk, Cond, Ex, Func, Isi, Plan};
use crate::saring::daun::{self, Peta};
use crate::saring::hitung::{self, ADA, BELUM, Hitung, Jenis, LUAR, Norma, TIADA, Uji, sisa};
use crate::saring::kunci;
use crate::saring::pohon::Langkah;
use crate::saring::telusur::Telusur;
use crate::value::{Type, Value};

/// A value is worked out for every combination of the choices it looks at when there are this few.
const SEDIKIT: usize = 512;
/// Parts to the whole a column may have.
const PARTS: i64 = 1_000_000;

fn tipe(ex: &Ex, ctx: &Ctx<'_>) -> Option<Type> {
    Some(match ex {
        Ex::Const(value) => match value {
            Value::Num(_) => Type::Desimal,
            Value::Day(_) => Type::Tanggal,
            Value::Pick(jenis, _) => Type::Pilihan(*jenis),
            Value::Yes(_) => Type::YaTidak,
            Value::Text(_) => Type::Teks,
        },
        Ex::Fact(id) => ctx.words.fakta(*id).tipe,
        Ex::Today | Ex::Period(..) => Type::Tanggal,
        Ex::Table(lookup) => lookup.table.outputs.get(lookup.column)?.1,
        Ex::NextStep(_) | Ex::Arith(..) => Type::Desimal,
        Ex::Norm(norm) => norm.plan.as_ref()?.tipe?,
        Ex::If(_, a, _) => tipe(a, ctx)?,
        Ex::Call(func, args) => match func.result() {
            crate::plan::Arg::Day => Type::Tanggal,
            crate::plan::Arg::Whole | crate::plan::Arg::Num => Type::Desimal,
            crate::plan::Arg::Same => tipe(args.first()?, ctx)?,
        },
    })
}

impl<'a> Penyusun<'a, '_> {
    /// A condition on values, when columns can hold them.
    pub(super) fn uji(&mut self, cond: &'a Cond) -> Option<Uji<'a>> {
        match cond {
            Cond::Compare(op, a, b) => {
                let (a, b) = (self.hitung(a)?, self.hitung(b)?);
                let (a, b) = sama(a, b)?;
                Some(Uji::Banding(*op, a, b))
            }
            Cond::Among(a, list) => {
                let a = self.hitung(a)?;
                let list = list.iter().filter_map(|v| a.jenis.sandi(v)).collect();
                Some(Uji::Salah1(a, list))
            }
            Cond::Truth(a) => Some(self.hitung(a)?).filter(|a| a.jenis == Jenis::YaTidak).map(Uji::Benar),
            _ => None,
        }
    }

    /// How a value is worked out for many people.
    pub(super) fn hitung(&mut self, ex: &'a Ex) -> Option<Hitung<'a>> {
        let found = Telusur::ex(ex);
        let tipe = tipe(ex, &self.ctx)?;
        if let Some(known) = self.tetap(ex, &found) {
            return Some(known);
        }
        match ex {
            Ex::Fact(id) => {
                let parts = match self.shape.muat(*id) {
                    Muat::I32(scale) => i64::from(scale),
                    Muat::U8(_) => 1,
                };
                return Some(Hitung { jenis: Jenis::of(tipe, parts)?, isi: hitung::Isi::Fakta(*id) });
            }
            _ if !found.lintas => {
                if let Some(table) = self.peta_nilai(ex, tipe, &found) {
                    return Some(table);
                }
            }
            _ => {}
        }
        let made = match ex {
            Ex::Table(lookup) => self.tabel(lookup, tipe, false),
            Ex::NextStep(lookup) => self.tabel(lookup, tipe, true),
            Ex::Norm(norm) => self.norma_nilai(norm.plan.as_deref()?),
            Ex::Arith(op, a, b) => self.hitungan(*op, a, b),
            Ex::Call(func, args) => self.panggil(*func, args, tipe),
            Ex::If(cond, a, b) => self.jika(cond, a, b),
            Ex::Period(months, day) => {
                let day = Box::new(self.hitung(day)?);
                Some(Hitung { jenis: Jenis::Hari, isi: hitung::Isi::Masa(months, day) })
            }
            _ => None,
        };
        made.or_else(|| {
            // Fractions nobody can foresee: hundredths hold most of them, the rest is asked again.
            let parts = if matches!(tipe, Type::Desimal) { 100 } else { 1 };
            let fakta = perlu(&found, &self.ctx);
            Some(Hitung { jenis: Jenis::of(tipe, parts)?, isi: hitung::Isi::Satu(ex, fakta) })
        })
    }

    /// What looks at nothing but the day and the law.
    fn tetap(&self, ex: &Ex, found: &Telusur) -> Option<Hitung<'a>> {
        if !found.fakta.is_empty() || found.lintas {
            return None;
        }
        let mut trace = Trace::default();
        match self.ctx.value(ex, &mut trace) {
            Got::Is(value) if sisa(&trace) == 0 => konstan(&value),
            _ => None,
        }
    }

    /// Every value of what looks at a few choices only.
    fn peta_nilai(&self, ex: &Ex, tipe: Type, found: &Telusur) -> Option<Hitung<'a>> {
        let place = daun::letak(found.fakta.iter().copied(), self.ctx.words, SEDIKIT)?;
        let all = std::cell::RefCell::new(Vec::<(Got, u8)>::new());
        let table = Peta::susun(place, &self.ctx, |ctx| {
            let mut trace = Trace::default();
            let answer = (ctx.value(ex, &mut trace), sisa(&trace));
            let mut all = all.borrow_mut();
            let at = all.iter().position(|known| *known == answer).unwrap_or_else(|| {
                all.push(answer);
                all.len() - 1
            });
            u8::try_from(at).unwrap_or(u8::MAX)
        });
        let all = all.into_inner();
        let (jenis, answers) = satukan(tipe, &all)?;
        (all.len() < usize::from(u8::MAX)).then_some(Hitung { jenis, isi: hitung::Isi::Peta(table, answers) })
    }

    fn norma_nilai(&mut self, plan: &'a Plan) -> Option<Hitung<'a>> {
        let (norma, jenis) = self.nomor(plan)?;
        Some(Hitung { jenis, isi: hitung::Isi::Norma(norma) })
    }

    /// The number of a norm that gives a value, and what that value is; asked often, it is made once.
    pub(super) fn nomor(&mut self, plan: &'a Plan) -> Option<(usize, Jenis)> {
        let known = self.dari.iter().position(|of| std::ptr::eq(*of, plan));
        let number = match known {
            Some(number) => number,
            None => {
                let made = self.norma_bernilai(plan)?;
                self.norma.push(made);
                self.dari.push(plan);
                self.norma.len() - 1
            }
        };
        Some((number, self.norma[number].nilai.jenis))
    }

    /// A norm that gives a value by one sum or a score, at the law of the question.
    pub(super) fn norma_bernilai(&mut self, plan: &'a Plan) -> Option<Norma<'a>> {
        if !terurai_di(plan) || plan.langkah.len() > kunci::BAGIAN {
            return None;
        }
        let (nilai, goyah) = match plan.bentuk {
            Bentuk::Nilai | Bentuk::Tanggal | Bentuk::Klasifikasi => {
                let doubted = plan.param.iter().any(|p| uncertain(p.dasar.kepastian));
                (self.hitung(plan.nilai.as_ref()?)?, doubted || uncertain(plan.dasar.kepastian))
            }
            Bentuk::Skor => (self.jumlah(plan)?, plan.langkah.iter().any(|s| s.lunak)),
            _ => return None,
        };
        let subjek = plan.subjek.as_ref().map(|(cond, _)| self.simpul(cond));
        let langkah = plan.langkah.iter().map(|step| self.langkah(plan, step)).collect();
        Some(Norma { subjek, langkah, nilai, goyah })
    }

    /// The sum of a score: each component within its ceiling, times its weight.
    fn jumlah(&mut self, plan: &'a Plan) -> Option<Hitung<'a>> {
        let mut total = konstan(&Value::int(0))?;
        for step in &plan.langkah {
            let Isi::Nilai(ex, bobot, maks) = &step.isi else { return None };
            if step.kecuali.is_some() {
                return None;
            }
            let mut part = self.hitung(ex)?;
            if let Some(maks) = maks {
                let (a, b) = sama(part, konstan(&Value::Num(*maks))?)?;
                part = Hitung { jenis: a.jenis, isi: hitung::Isi::Panggil(Func::Min, vec![a, b]) };
            }
            if let Some(bobot) = bobot {
                let weight = konstan(&Value::Num(bobot.over(Exact::int(100))?))?;
                part = dihitung(Arith::Mul, part, weight)?;
            }
            total = dihitung(Arith::Add, total, part)?;
        }
        match plan.bulat {
            None => Some(total),
            Some(places) => dibulatkan(Round::Half, places, total),
        }
    }

    /// The positions of a dispute with their values.
    pub(super) fn posisi(&mut self, plan: &'a Plan) -> Option<Vec<(Langkah, Option<Hitung<'a>>)>> {
        if !terurai_di(plan) || plan.langkah.len() > kunci::BAGIAN {
            return None;
        }
        let mut all: Vec<(Langkah, Option<Hitung<'a>>)> = Vec::new();
        for step in &plan.langkah {
            let value = match &step.isi {
                Isi::Nilai(ex, ..) if step.kecuali.is_none() => Some(self.hitung(ex)?),
                Isi::Norma(norm) if step.kecuali.is_none() => match norm.plan.as_deref() {
                    Some(inner) if inner.bentuk != Bentuk::Syarat => Some(self.norma_nilai(inner)?),
                    _ => None,
                },
                _ => return None,
            };
            let like = |first: &Hitung<'_>| value.as_ref().is_some_and(|v| v.jenis == first.jenis);
            if !all.iter().filter_map(|(_, first)| first.as_ref()).all(like) {
                return None;
            }
            all.push((self.langkah(plan, step), value));
        }
        Some(all)
    }

    fn hitungan(&mut self, op: Arith, a: &'a Ex, b: &'a Ex) -> Option<Hitung<'a>> {
        let (a, b) = (self.hitung(a)?, self.hitung(b)?);
        dihitung(op, a, b)
    }

    fn panggil(&mut self, func: Func, args: &'a [Ex], tipe: Type) -> Option<Hitung<'a>> {
        let how = match func {
            Func::Bulat => Some(Round::Half),
            Func::BulatAtas => Some(Round::Up),
            Func::BulatBawah => Some(Round::Down),
            _ => None,
        };
        let mut args = args.iter().map(|a| self.hitung(a)).collect::<Option<Vec<_>>>()?;
        if let Some(how) = how {
            let (places, first) = (args.pop()?, args.pop()?);
            let (hitung::Isi::Tetap(places), Jenis::Bilangan(1)) = (places.isi, places.jenis) else {
                return None;
            };
            return dibulatkan(how, u32::try_from(places).ok()?, first);
        }
        if matches!(func, Func::Min | Func::Maks) {
            let (b, a) = (args.pop()?, args.pop()?);
            let (a, b) = sama(a, b)?;
            return Some(Hitung { jenis: a.jenis, isi: hitung::Isi::Panggil(func, vec![a, b]) });
        }
        // Fractions of days, months and years are the evaluator of one person's to refuse.
        let whole = |a: &Hitung<'_>| !matches!(a.jenis, Jenis::Bilangan(parts) if parts != 1);
        if !args.iter().all(whole) {
            return None;
        }
        let jenis = match args.first()?.jenis {
            Jenis::Pilihan(jenis) => Jenis::Pilihan(jenis),
            _ => Jenis::of(tipe, 1)?,
        };
        Some(Hitung { jenis, isi: hitung::Isi::Panggil(func, args) })
    }

    fn jika(&mut self, cond: &'a Cond, a: &'a Ex, b: &'a Ex) -> Option<Hitung<'a>> {
        let (a, b) = (self.hitung(a)?, self.hitung(b)?);
        let (a, b) = sama(a, b)?;
        let cond = self.simpul(cond);
        Some(Hitung { jenis: a.jenis, isi: hitung::Isi::Jika(cond, Box::new(a), Box::new(b)) })
    }
}

fn dihitung<'a>(op: Arith, a: Hitung<'a>, b: Hitung<'a>) -> Option<Hitung<'a>> {
    let (Jenis::Bilangan(of_a), Jenis::Bilangan(of_b)) = (a.jenis, b.jenis) else { return None };
    let (parts, op, a, b) = match op {
        Arith::Add | Arith::Sub => {
            let (a, b) = sama(a, b)?;
            let Jenis::Bilangan(parts) = a.jenis else { return None };
            (parts, op, a, b)
        }
        Arith::Mul => (of_a.checked_mul(of_b)?, op, a, b),
        Arith::Div => {
            // Divided by what is the same for everybody: multiplied by its contrary.
            let hitung::Isi::Tetap(by) = b.isi else { return None };
            let contrary = konstan(&Value::Num(Exact::new(i128::from(of_b), i128::from(by))?))?;
            return dihitung(Arith::Mul, a, contrary);
        }
    };
    let isi = hitung::Isi::Hitungan(op, Box::new(a), Box::new(b));
    (parts <= PARTS).then_some(Hitung { jenis: Jenis::Bilangan(parts), isi })
}

fn dibulatkan<'a>(how: Round, places: u32, of: Hitung<'a>) -> Option<Hitung<'a>> {
    let Jenis::Bilangan(parts) = of.jenis else { return None };
    let kept = 10i64.checked_pow(places).filter(|k| *k <= PARTS)?;
    // Parts that decimals do not divide are made finer first.
    let (parts, of) = if parts % kept == 0 { (parts, of) } else { skala(of, kpk(parts, kept)?)? };
    let isi = hitung::Isi::Bulat(how, parts / kept, Box::new(of));
    Some(Hitung { jenis: Jenis::Bilangan(kept), isi })
}

fn konstan<'a>(value: &Value) -> Option<Hitung<'a>> {
    let jenis = match value {
        Value::Num(n) => Jenis::Bilangan(n.parts().filter(|p| *p <= PARTS)?),
        Value::Day(_) => Jenis::Hari,
        Value::Pick(jenis, _) => Jenis::Pilihan(*jenis),
        Value::Yes(_) => Jenis::YaTidak,
        Value::Text(_) => return None,
    };
    Some(Hitung { jenis, isi: hitung::Isi::Tetap(jenis.sandi(value)?) })
}

/// The same value with more parts to the whole.
fn skala<'a>(of: Hitung<'a>, parts: i64) -> Option<(i64, Hitung<'a>)> {
    let Jenis::Bilangan(now) = of.jenis else { return None };
    if parts == now {
        return Some((parts, of));
    }
    if parts > PARTS || parts % now != 0 {
        return None;
    }
    let times = parts / now;
    let isi = match of.isi {
        hitung::Isi::Tetap(n) => hitung::Isi::Tetap(n.checked_mul(times)?),
        isi => hitung::Isi::Skala(times, Box::new(Hitung { jenis: of.jenis, isi })),
    };
    Some((parts, Hitung { jenis: Jenis::Bilangan(parts), isi }))
}

/// Both with the same parts to the whole; `None` when they are not of one kind.
fn sama<'a>(a: Hitung<'a>, b: Hitung<'a>) -> Option<(Hitung<'a>, Hitung<'a>)> {
    match (a.jenis, b.jenis) {
        (Jenis::Bilangan(of_a), Jenis::Bilangan(of_b)) => {
            let parts = kpk(of_a, of_b)?;
            Some((skala(a, parts)?.1, skala(b, parts)?.1))
        }
        (of_a, of_b) => (of_a == of_b).then_some((a, b)),
    }
}

/// The smallest number both divide.
fn kpk(a: i64, b: i64) -> Option<i64> {
    let (mut x, mut y) = (a, b);
    while y != 0 {
        (x, y) = (y, x % y);
    }
    (a / x.max(1)).checked_mul(b).filter(|n| *n <= PARTS)
}

/// Answers as numbers of one column, with what they rest on.
pub(super) fn satukan(tipe: Type, all: &[(Got, u8)]) -> Option<(Jenis, Vec<(i64, u8)>)> {
    let mut parts = 1;
    for (got, _) in all {
        if let Got::Is(Value::Num(n)) = got {
            parts = kpk(parts, n.parts().filter(|p| *p <= PARTS)?)?;
        }
    }
    let jenis = Jenis::of(tipe, parts)?;
    let one = |(got, rest): &(Got, u8)| {
        Some(match got {
            Got::Is(value) => (jenis.sandi(value)?, ADA | rest),
            Got::Absent => (0, TIADA | rest),
            Got::Unknown => (0, BELUM | rest),
            Got::Outside => (0, LUAR | rest),
        })
    };
    Some((jenis, all.iter().map(one).collect::<Option<Vec<_>>>()?))
}
