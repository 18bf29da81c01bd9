//! Conditions that days turn in a way that can be worked out for everybody at once: a still side
//! against a threshold that only rises, and conditions without facts.

use super::daun;
use super::keadaan;
use super::telusur::Telusur;
use crate::eval::{Ctx, Got, Trace};
use crate::expr::Op;
use crate::plan::{Cond, Drift, Ex};
use crate::telaah;
use crate::value::Value;
use crate::vocabulary::FaktaId;
use kernel::Date;

/// A still side against a day that never falls as days pass: `tmt_golongan <= mundur_tahun(hari, 4)`.
#[derive(Debug)]
pub struct Ambang<'a> {
    diam: &'a Ex,
    op: Op,
    bergerak: &'a Ex,
    /// The threshold today and on each day after.
    pada: Vec<i32>,
    mulai: i32,
}

/// Days on which a condition may still turn.
fn ahead(hari: Date) -> i32 {
    (hari.add_years(telaah::YEARS_AHEAD).days() - hari.days()).max(0)
}

impl<'a> Ambang<'a> {
    /// `None` when it is not of this kind, or its threshold falls or is not always there.
    pub fn susun(cond: &'a Cond, ctx: &Ctx<'_>) -> Option<Ambang<'a>> {
        let Cond::Compare(op, a, b) = cond else { return None };
        if !cond.steady() {
            return None;
        }
        let (diam, op, bergerak) = match (a.drift(), b.drift()) {
            (Drift::Still, _) => (a, *op, b),
            (_, Drift::Still) => (b, op.swapped(), a),
            _ => return None,
        };
        let found = Telusur::ex(bergerak);
        if Telusur::ex(diam).lintas || !found.fakta.is_empty() || found.rujuk || found.tabel {
            return None;
        }
        let mulai = ctx.hari.days();
        let mut pada = Vec::with_capacity(1 + ahead(ctx.hari) as usize);
        for day in mulai..=mulai + ahead(ctx.hari) {
            let at = threshold(bergerak, &Ctx { hari: Date::from_days(day), ..*ctx })?;
            if pada.last().is_some_and(|last| *last > at) {
                return None;
            }
            pada.push(at);
        }
        Some(Ambang { diam, op, bergerak, pada, mulai })
    }

    /// The day on which it turns for a person.
    pub fn balik(&self, ctx: &Ctx<'_>) -> Option<Date> {
        let Got::Is(Value::Day(own)) = ctx.value(self.diam, &mut Trace::default()) else { return None };
        let own = own.days();
        let turned = match self.op {
            Op::Le | Op::Gt => self.pada.partition_point(|at| *at < own),
            _ => self.pada.partition_point(|at| *at <= own),
        };
        let turns = turned > 0 && turned < self.pada.len();
        turns.then(|| Date::from_days(self.mulai + turned as i32))
    }

    /// What it is worth for a person on a day.
    pub fn keadaan(&self, ctx: &Ctx<'_>) -> u8 {
        let at = usize::try_from(ctx.hari.days() - self.mulai).ok().and_then(|i| self.pada.get(i).copied());
        let Some(at) = at.or_else(|| threshold(self.bergerak, ctx)) else { return keadaan::BELUM };
        let mut trace = Trace::default();
        let truth = match ctx.value(self.diam, &mut trace) {
            Got::Is(Value::Day(own)) => Some(self.op.holds(own.days().cmp(&at))),
            Got::Is(_) | Got::Unknown | Got::Outside => None,
            Got::Absent => Some(self.op == Op::Ne),
        };
        keadaan::dari(truth, &trace)
    }
}

fn threshold(ex: &Ex, ctx: &Ctx<'_>) -> Option<i32> {
    match ctx.value(ex, &mut Trace::default()) {
        Got::Is(Value::Day(day)) => Some(day.days()),
        _ => None,
    }
}

/// A condition that looks at no fact: the same for everybody on every day.
#[derive(Debug)]
pub struct Tetap {
    hari: Vec<Date>,
    pada: Vec<u8>,
    mulai: i32,
}

impl Tetap {
    /// `None` when it looks at a fact.
    pub fn susun(cond: &Cond, fakta: &[FaktaId], ctx: &Ctx<'_>) -> Option<Tetap> {
        if !fakta.is_empty() {
            return None;
        }
        let mut hari = Vec::new();
        telaah::cond_days(cond, ctx, &mut hari);
        let mulai = ctx.hari.days();
        let of = |day: i32| daun::keadaan_of(cond, &Ctx { hari: Date::from_days(day), ..*ctx });
        let pada = (mulai..=mulai + ahead(ctx.hari)).map(of).collect();
        Some(Tetap { hari, pada, mulai })
    }

    /// Days on which it may turn.
    pub fn hari(&self) -> impl Iterator<Item = Date> + '_ {
        self.hari.iter().copied()
    }

    /// What it is worth on a day.
    pub fn keadaan(&self, cond: &Cond, ctx: &Ctx<'_>) -> u8 {
        let at = usize::try_from(ctx.hari.days() - self.mulai).ok();
        at.and_then(|i| self.pada.get(i).copied()).unwrap_or_else(|| daun::keadaan_of(cond, ctx))
    }
}
