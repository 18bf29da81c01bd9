//! A sum as people can follow it on paper: `12 / 12 × 150 / 100 × 12,5`.

use crate::eval::{Ctx, Got, Trace};
use crate::expr::Arith;
use crate::plan::{Ex, Func};
use crate::value::Value;

/// The arithmetic behind a value; empty when there is none to show.
pub fn formula(ex: &Ex, ctx: &Ctx<'_>) -> String {
    let worked = match ex {
        Ex::Const(_) | Ex::Fact(_) | Ex::Today | Ex::Table(_) | Ex::Norm(_) => return String::new(),
        Ex::If(cond, a, b) => {
            return match ctx.truth(cond, &mut Trace::default()) {
                Some(true) => formula(a, ctx),
                Some(false) => formula(b, ctx),
                None => String::new(),
            };
        }
        other => term(other, ctx, false),
    };
    match ctx.value(ex, &mut Trace::default()) {
        Got::Is(value) => format!("{worked} = {}", value.show(ctx.words)),
        _ => worked,
    }
}

fn term(ex: &Ex, ctx: &Ctx<'_>, inside: bool) -> String {
    match ex {
        Ex::Arith(op, a, b) => {
            let sign = match op {
                Arith::Add => "+",
                Arith::Sub => "−",
                Arith::Mul => "×",
                Arith::Div => "/",
            };
            let tight = matches!(op, Arith::Mul | Arith::Div);
            let text = format!("{} {sign} {}", term(a, ctx, tight), term(b, ctx, tight));
            if inside && !tight { format!("({text})") } else { text }
        }
        Ex::Call(func, args) => {
            let word = Func::ALL.iter().find(|(_, f)| f == func).map_or("", |(w, _)| w);
            let args: Vec<String> = args.iter().map(|a| term(a, ctx, false)).collect();
            format!("{}({})", word.replace('_', " "), args.join("; "))
        }
        Ex::If(cond, a, b) => match ctx.truth(cond, &mut Trace::default()) {
            Some(true) => term(a, ctx, inside),
            Some(false) => term(b, ctx, inside),
            None => "?".to_owned(),
        },
        Ex::Period(_, day) => format!("awal periode sejak {}", term(day, ctx, false)),
        other => match ctx.value(other, &mut Trace::default()) {
            Got::Is(value @ Value::Num(_)) => value.show(ctx.words),
            Got::Is(value) => value.show(ctx.words),
            Got::Absent => "tidak ada".to_owned(),
            Got::Unknown => "?".to_owned(),
            Got::Outside => "tidak diatur".to_owned(),
        },
    }
}
