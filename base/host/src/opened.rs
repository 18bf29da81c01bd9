//! What a visitor opened of a person's masked data not long ago.

use crate::access::{Action, Reach};
use crate::http::Ctx;
use crate::problem::Problem;
use crate::sight::{Bagian, Sight};
use kernel::{PegawaiId, Stamp};

/// Minutes an opened part stays in sight of who opened it.
pub const MINUTES: i64 = 15;

/// The parts a visitor opened about a person, and until when the last of it stays in sight.
///
/// # Errors
/// When storage fails.
pub fn opened(ctx: &Ctx, id: PegawaiId) -> Result<(Vec<Bagian>, Option<Stamp>), Problem> {
    let visitor = ctx.visitor()?;
    if visitor.pegawai == Some(id) || visitor.reach(Action::Buka) == Reach::None {
        return Ok((Vec::new(), None));
    }
    let span = MINUTES * 60_000_000;
    let now = ctx.hall.now();
    let lately = Stamp(now.0 - span)..=now;
    let opened = ctx.hall.with(|conn| store::dibuka::in_force(conn, id, &visitor.akun, lately))?;
    let until = opened.iter().map(|(_, at)| Stamp(at.0 + span)).max();
    Ok((opened.iter().filter_map(|(part, _)| Bagian::parse(part)).collect(), until))
}

/// Until when a part a visitor opened of everybody of an instansi stays in sight; nothing when it is closed.
///
/// # Errors
/// When storage fails.
pub fn opened_all(ctx: &Ctx, instansi: &str, part: &str) -> Result<Option<Stamp>, Problem> {
    let akun = &ctx.visitor()?.akun;
    let span = MINUTES * 60_000_000;
    let now = ctx.hall.now();
    let lately = Stamp(now.0 - span)..=now;
    let opened = ctx.hall.with(|conn| store::dibuka::in_force_all(conn, instansi, akun, lately))?;
    Ok(opened.iter().filter(|(word, _)| word == part).map(|(_, at)| Stamp(at.0 + span)).max())
}

/// What a visitor sees of a person now.
///
/// # Errors
/// When storage fails.
pub fn sight(ctx: &Ctx, id: PegawaiId) -> Result<Sight, Problem> {
    Ok(Sight::of(ctx.visitor()?, id, &opened(ctx, id)?.0))
}
