//! Handlers: gather, decide, say, or record.

mod orang;
mod satu;
mod selesai;
mod tinjau;
mod tutup;

pub use orang::{daftar, simpan};
pub use satu::satu;
pub use tinjau::{menunggu, tinjau};
pub use tutup::tutup;

use host::sight::Sight;
use host::{Ctx, Problem, World};
use kernel::PegawaiId;
use law::receipt::Tertutup;
use std::sync::Arc;
use store::bukti::Bukti;

/// The person of the address, when the visitor may see them; nobody and somebody else's look alike.
fn person(ctx: &Ctx) -> Result<(Arc<World>, usize, PegawaiId), Problem> {
    let id = PegawaiId::parse(ctx.param("id")).ok_or(Problem::NotFound)?;
    let world = ctx.present()?;
    let i = world.register.find(id).filter(|&i| ctx.sees(&world)(i)).ok_or(Problem::NotFound)?;
    Ok((world, i, id))
}

/// Whether a receipt stays closed to somebody who sees this much.
fn closed(bukti: &Bukti, sight: Sight) -> bool {
    Tertutup::parse(&bukti.tertutup) == Tertutup::Dipakai && !sight.discipline
}
