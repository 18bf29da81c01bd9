//! A gate that was passed and is open again, because others sit there now.

use crate::page::umum::{orang, panel_orang, tak_berkepentingan};
use crate::rule::Rencana;
use crate::tetapkan::cakupan::geser;
use crate::tetapkan::{Akhir, akhir};
use host::{Ctx, Problem, World, tanggal};
use kernel::PegawaiId;

/// The plan as it stands, where there is one.
pub fn susunan(ctx: &Ctx, r: &Rencana) -> Result<Option<Akhir>, Problem> {
    r.perhitungan.as_ref().map(|_| akhir(&ctx.hall, r)).transpose()
}

/// Why a gate that was passed is open again: others sit there than its letter covers. People are named to those who
/// read them.
pub fn terbuka_lagi(
    ctx: &Ctx,
    world: &World,
    r: &Rencana,
    plan: Option<&Akhir>,
    n: usize,
) -> Result<Option<String>, Problem> {
    let Some(plan) = plan else { return Ok(None) };
    let moved = geser(&ctx.hall, r, plan, n)?;
    let (Some(first), Some((word, _))) = (moved.first(), r.gerbang.get(n)) else { return Ok(None) };
    let letter = format!("surat nomor {} tanggal {}", word.surat.nomor, tanggal(word.surat.tanggal).long());
    if panel_orang(ctx).is_err() || tak_berkepentingan(ctx, &plan.beku).is_err() {
        return Ok(Some(format!("susunan berubah sesudah {letter}. Mintakan surat baru.")));
    }
    let names = |people: &[PegawaiId]| -> String {
        let all: Vec<String> = people.iter().map(|id| orang(world, *id).0).collect();
        if all.is_empty() { "belum seorang pun".to_owned() } else { all.join(", ") }
    };
    let more = match moved.len() - 1 {
        0 => String::new(),
        more => format!(", dan {more} pos lain"),
    };
    Ok(Some(format!(
        "{letter} mencakup {} pada {}, sekarang {}{more}. Mintakan surat baru.",
        names(&first.dahulu),
        first.jabatan,
        names(&first.kini)
    )))
}
