//! Norms asked at the law of an event of each person, or of a fixed day: people whose law has the same
//! text are asked together.

use super::Saringan;
use super::kunci;
use super::susun::terbuka;
use super::tapis::Tapis;
use super::telusur::Telusur;
use crate::act::Span;
use crate::eval::Ctx;
use crate::kolom::{Kolom, Sel, tanda};
use crate::plan::{Plan, Waktu};
use crate::verdict::Kode;
use kernel::Date;
use std::sync::Arc;

/// People under one text of the law.
struct Golongan {
    masa: Span,
    plan: Arc<Plan>,
    rows: Vec<u32>,
}

/// The law date a row is asked at.
enum Saat {
    Hari(Date),
    BelumTahu,
    /// Its value stands beside the column.
    Samping,
}

/// Whether people can be put together by the law of their day.
pub fn terkelompok(plan: &Plan) -> bool {
    plan.waktu != Waktu::Pertanyaan && terbuka(plan) && !Telusur::isi(plan).lintas
}

/// Answers of everybody that can be answered so; gives the rows that have to be asked singly.
pub fn jalan(plan: &Plan, ctx: &Ctx<'_>, kolom: &Kolom, hasil: &mut Saringan) -> Vec<usize> {
    let mut groups: Vec<Golongan> = Vec::new();
    let mut single = Vec::new();
    for row in 0..kolom.len() {
        let day = match saat(plan, kolom, row) {
            Saat::Hari(day) => day,
            Saat::BelumTahu => {
                (hasil.kode[row], hasil.penentu[row]) = (Kode::BelumTahu as u8, kunci::TANPA);
                continue;
            }
            Saat::Samping => {
                single.push(row);
                continue;
            }
        };
        if let Some(group) = groups.iter_mut().find(|g| g.masa.holds(day)) {
            group.rows.push(row as u32);
            continue;
        }
        match ctx.book.plan(ctx.words, &plan.kunci, day) {
            None => (hasil.kode[row], hasil.penentu[row]) = (Kode::TidakBerlaku as u8, kunci::TANPA),
            Some(own) if own.masa.holds(day) && terkelompok(&own) => {
                groups.push(Golongan { masa: own.masa, plan: own, rows: vec![row as u32] });
            }
            Some(_) => single.push(row),
        }
    }
    for group in &groups {
        together(plan, group, ctx, kolom, hasil);
    }
    single
}

fn saat(plan: &Plan, kolom: &Kolom, row: usize) -> Saat {
    let fakta = match plan.waktu {
        Waktu::Peristiwa(fakta) => fakta,
        Waktu::Beku(day) => return Saat::Hari(day),
        Waktu::Pertanyaan => return Saat::Hari(plan.hukum),
    };
    match kolom.lajur(fakta).map(|l| &l.sel) {
        Some(Sel::I32(cells)) => match cells[row] {
            tanda::I32_LAIN => Saat::Samping,
            n if n <= tanda::I32_TERTINGGI => Saat::BelumTahu,
            n => Saat::Hari(Date::from_days(n)),
        },
        Some(Sel::U8(_)) => Saat::Samping,
        None => Saat::BelumTahu,
    }
}

fn together(plan: &Plan, group: &Golongan, ctx: &Ctx<'_>, kolom: &Kolom, hasil: &mut Saringan) {
    let own = &*group.plan;
    let places: Vec<u8> = own
        .langkah
        .iter()
        .map(|s| plan.langkah.iter().position(|p| p.kunci == s.kunci).map_or(kunci::LUAR, |p| p as u8))
        .collect();
    let here = Ctx { hukum: own.hukum, ..*ctx };
    let answers = Tapis::di_hukum_sendiri(own, &here).jalan(&kolom.rebuild_with(&group.rows));
    for ((row, kode), penentu) in group.rows.iter().zip(answers.kode).zip(answers.penentu) {
        let row = *row as usize;
        hasil.kode[row] = kode;
        hasil.penentu[row] = places.get(usize::from(penentu)).copied().unwrap_or(penentu);
    }
}
