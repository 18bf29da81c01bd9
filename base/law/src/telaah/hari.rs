//! Days on which an answer changes because time passes, and the day every condition of time is met.

use super::{Run, event_day, own_law};
use crate::eval::{Ctx, Got, Trace};
use crate::plan::{Cond, Drift, Ex, Func, Isi, Plan, Step};
use crate::verdict::Kode;
use kernel::Date;

/// How far ahead a change is looked for.
pub(crate) const YEARS_AHEAD: i16 = 70;
/// How many days ahead something that swings is looked at: six years.
const DAYS_AHEAD: i32 = 6 * 366;
const MONTHS_AHEAD: usize = 6 * 12;

/// The first of some days on which something is no longer what it is now.
pub(super) fn changes<T: PartialEq>(
    ctx: &Ctx<'_>,
    days: &[Date],
    what: impl Fn(&Ctx<'_>) -> T,
) -> Option<Date> {
    if days.is_empty() {
        return None;
    }
    let now = what(ctx);
    days.iter().copied().find(|day| what(&Ctx { hari: *day, ..*ctx }) != now)
}

/// Days after today on which some condition of a plan turns, ascending.
pub(crate) fn days_of(plan: &Plan, ctx: &Ctx<'_>) -> Vec<Date> {
    let Ok((own, hukum)) = own_law(plan, ctx) else { return Vec::new() };
    let (plan, ctx) = (own.as_deref().unwrap_or(plan), &Ctx { hukum, ..*ctx });
    let mut days = Vec::new();
    if let Some((cond, _)) = &plan.subjek {
        cond_days(cond, ctx, &mut days);
    }
    plan.langkah.iter().for_each(|s| collect(s, ctx, &mut days));
    if let Some(ex) = &plan.nilai {
        value_days(ex, ctx, &mut days);
    }
    if let Some((kunci, dates)) = &plan.teringan {
        for hukum in dates.iter().filter_map(|f| event_day(*f, ctx).ok()) {
            days.extend(days_at(kunci, hukum, ctx));
        }
    }
    if plan.peralihan.is_some()
        && let Ok((kunci, hukum)) = (Run { plan, ctx: *ctx, potret: None }).chosen(&mut Trace::default())
    {
        days.extend(days_at(&kunci, hukum, ctx));
    }
    sorted(days, ctx)
}

fn days_at(kunci: &str, hukum: Date, ctx: &Ctx<'_>) -> Vec<Date> {
    let plan = ctx.book.plan(ctx.words, kunci, hukum);
    plan.map_or(Vec::new(), |plan| days_of(&plan, &Ctx { hukum, ..*ctx }))
}

/// As [`days_of`], of one part.
pub(crate) fn step_days(step: &Step, ctx: &Ctx<'_>) -> Vec<Date> {
    let mut days = Vec::new();
    collect(step, ctx, &mut days);
    sorted(days, ctx)
}

fn sorted(mut days: Vec<Date>, ctx: &Ctx<'_>) -> Vec<Date> {
    days.retain(|d| *d > ctx.hari);
    days.sort_unstable();
    days.dedup();
    days
}

fn collect(step: &Step, ctx: &Ctx<'_>, days: &mut Vec<Date>) {
    if let Some((cond, _)) = &step.kecuali {
        cond_days(cond, ctx, days);
    }
    match &step.isi {
        Isi::Bila(cond) => cond_days(cond, ctx, days),
        Isi::SalahSatu(routes) => routes.iter().for_each(|r| collect(r, ctx, days)),
        Isi::Norma(norm) => {
            if let Some(plan) = norm.plan.as_ref().filter(|p| p.moves()) {
                days.extend(days_of(plan, ctx));
            }
        }
        Isi::Nilai(ex, ..) => value_days(ex, ctx, days),
        Isi::Pertimbangan(_) => {}
    }
}

/// Adds the days on which a condition may turn; days gone by are not left out.
pub(crate) fn cond_days(cond: &Cond, ctx: &Ctx<'_>, days: &mut Vec<Date>) {
    match cond {
        Cond::And(list) | Cond::Or(list) => list.iter().for_each(|c| cond_days(c, ctx, days)),
        Cond::Not(inner) => cond_days(inner, ctx, days),
        Cond::Passes(norm) => {
            if let Some(plan) = norm.plan.as_ref().filter(|p| p.moves()) {
                days.extend(days_of(plan, ctx));
            }
        }
        cond if !cond.moves() => {}
        cond if cond.steady() => days.extend(turn(cond, ctx)),
        cond => {
            let known = match cond {
                Cond::Compare(_, a, b) => of_ex(a, ctx, days) && of_ex(b, ctx, days),
                Cond::Among(a, _) | Cond::Truth(a) => of_ex(a, ctx, days),
                _ => false,
            };
            if !known {
                swings(ctx, days, |ctx| {
                    let mut trace = Trace::default();
                    (ctx.truth(cond, &mut trace), trace.weak, trace.nested)
                });
            }
        }
    }
}

/// Adds the days on which a value may change.
fn value_days(ex: &Ex, ctx: &Ctx<'_>, days: &mut Vec<Date>) {
    if !of_ex(ex, ctx, days) {
        swings(ctx, days, |ctx| ctx.value(ex, &mut Trace::default()));
    }
}

/// Adds the days on which a value may change; `false` when that may be any day.
fn of_ex(ex: &Ex, ctx: &Ctx<'_>, days: &mut Vec<Date>) -> bool {
    match ex {
        ex if ex.drift() == Drift::Still => true,
        Ex::Today | Ex::Const(_) | Ex::Fact(_) => false,
        // Whole years, months and periods that only grow: few steps, found by halving.
        Ex::Call(
            Func::TahunPenuh
            | Func::BulanPenuh
            | Func::Tahun
            | Func::AwalBulan
            | Func::AwalBulanBerikut
            | Func::AkhirBulan,
            _,
        )
        | Ex::Period(..)
            if ex.drift() != Drift::Odd =>
        {
            let at = |day: i32| ctx_value(ex, &Ctx { hari: Date::from_days(day), ..*ctx });
            let (first, last) = (ctx.hari.days(), ctx.hari.days() + DAYS_AHEAD);
            steps(&at, (first, at(first)), (last, at(last)), days);
            true
        }
        Ex::Call(Func::Bulan, args) if matches!(args.as_slice(), [Ex::Today]) => {
            let mut day = ctx.hari;
            for _ in 0..MONTHS_AHEAD {
                day = day.next_month_start();
                days.push(day);
            }
            true
        }
        Ex::Call(_, args) => args.iter().all(|a| of_ex(a, ctx, days)),
        Ex::Arith(_, a, b) => of_ex(a, ctx, days) && of_ex(b, ctx, days),
        Ex::Period(_, day) => of_ex(day, ctx, days),
        Ex::Table(lookup) | Ex::NextStep(lookup) => lookup.inputs.iter().all(|i| of_ex(i, ctx, days)),
        Ex::If(cond, a, b) => {
            cond_days(cond, ctx, days);
            of_ex(a, ctx, days) && of_ex(b, ctx, days)
        }
        Ex::Norm(norm) => {
            if let Some(plan) = &norm.plan {
                days.extend(days_of(plan, ctx));
            }
            true
        }
    }
}

fn ctx_value(ex: &Ex, ctx: &Ctx<'_>) -> Got {
    ctx.value(ex, &mut Trace::default())
}

/// Every day after `from` up to `to` on which something that only grows (or only falls) does so.
fn steps(at: &impl Fn(i32) -> Got, from: (i32, Got), to: (i32, Got), days: &mut Vec<Date>) {
    if from.1 == to.1 {
        return;
    }
    if to.0 - from.0 == 1 {
        days.push(Date::from_days(to.0));
        return;
    }
    let middle = from.0 + (to.0 - from.0) / 2;
    let now = at(middle);
    steps(at, from, (middle, now.clone()), days);
    steps(at, (middle, now), to, days);
}

/// The day a comparison that turns at most once turns; found by halving.
fn turn(cond: &Cond, ctx: &Ctx<'_>) -> Option<Date> {
    let at = |day: Date| ctx_truth(cond, &Ctx { hari: day, ..*ctx });
    let now = at(ctx.hari);
    let (mut before, mut after) = (ctx.hari, ctx.hari.add_years(YEARS_AHEAD));
    if at(after) == now {
        return None;
    }
    while after.days() - before.days() > 1 {
        let middle = Date::from_days(before.days() + (after.days() - before.days()) / 2);
        if at(middle) == now { before = middle } else { after = middle }
    }
    Some(after)
}

fn ctx_truth(cond: &Cond, ctx: &Ctx<'_>) -> Option<bool> {
    ctx.truth(cond, &mut Trace::default())
}

/// Every day within reach on which something that goes to and fro is not what it was the day before.
fn swings<T: PartialEq>(ctx: &Ctx<'_>, days: &mut Vec<Date>, what: impl Fn(&Ctx<'_>) -> T) {
    let mut before = what(ctx);
    for ahead in 1..=DAYS_AHEAD {
        let hari = ctx.hari.add_days(ahead);
        let now = what(&Ctx { hari, ..*ctx });
        if now != before {
            days.push(hari);
            before = now;
        }
    }
}

/// See [`Answer::waktu_terpenuhi`].
pub fn time_met(plan: &Plan, ctx: &Ctx<'_>) -> Option<Date> {
    let (own, hukum) = own_law(plan, ctx).ok()?;
    let (plan, ctx) = (own.as_deref().unwrap_or(plan), &Ctx { hukum, ..*ctx });
    let run = |ctx: &Ctx<'_>| -> Vec<Kode> {
        let run = Run { plan, ctx: *ctx, potret: None };
        plan.langkah.iter().filter(|s| s.waktu).map(|s| run.step(s).verdict.kode()).collect()
    };
    let now = run(ctx);
    let told = |k: &Kode| matches!(k, Kode::Lulus | Kode::Gagal | Kode::Pertimbangan);
    if !now.iter().any(told) {
        return None;
    }
    let met = |codes: &[Kode]| codes.iter().all(|k| !matches!(k, Kode::Gagal | Kode::Pertimbangan));
    if met(&now) {
        return Some(ctx.hari);
    }
    let mut days = Vec::new();
    plan.langkah.iter().filter(|s| s.waktu).for_each(|s| collect(s, ctx, &mut days));
    sorted(days, ctx).into_iter().find(|day| met(&run(&Ctx { hari: *day, ..*ctx })))
}
