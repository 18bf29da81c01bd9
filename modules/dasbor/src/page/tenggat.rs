//! What waits for the visitor with the nearest deadlines, as the list of tasks has it.

use crate::view::Tenggat;
use host::tugas::{Tugas, semua};
use host::{Action, Ctx, PerEntry, Problem, Reach, tanggal};
use std::collections::HashMap;
use std::sync::{Arc, Mutex};

/// Deadlines shown.
const PALING_BANYAK: usize = 5;
/// Accounts remembered a world.
const DIINGAT: usize = 1_000;

/// Tasks by whom they wait for and the day. Whoever is moved to another instansi, unit or role is somebody else.
type Semua = Mutex<HashMap<([String; 3], &'static str, i32), Arc<Vec<Tugas>>>>;

static KEPT: PerEntry<Semua> = PerEntry::new();

/// The nearest deadlines; nothing on another day than today, or for those who have no list of tasks.
pub fn tenggat(ctx: &Ctx) -> Result<Option<Vec<Tenggat>>, Problem> {
    let visitor = ctx.visitor()?;
    if visitor.reach(Action::Tugas) == Reach::None || !ctx.clocks.is_present() {
        return Ok(None);
    }
    let today = ctx.hall.today();
    // Sources fold what is open from the journals: once for each who looks, until one of them grows.
    let kept = KEPT.get(&ctx.present()?, || Ok::<_, Problem>(Semua::default()))?;
    let who = [&visitor.akun, &visitor.instansi, &visitor.unor].map(String::clone);
    let key = (who, visitor.role.word(), today.days());
    let lock = || kept.lock().unwrap_or_else(|e| e.into_inner());
    let known = lock().get(&key).cloned();
    let all = match known {
        Some(all) => all,
        None => {
            let mut found = semua(&ctx.hall, ctx.modules, visitor, today)?;
            found.retain(|t| t.tenggat.is_some());
            found.truncate(PALING_BANYAK);
            let found = Arc::new(found);
            let mut kept = lock();
            if kept.len() >= DIINGAT {
                kept.clear();
            }
            kept.insert(key, found.clone());
            found
        }
    };
    let one = |t: &Tugas| {
        Some(Tenggat {
            judul: t.judul.clone(),
            rincian: t.rincian.clone(),
            href: t.alamat.clone(),
            hari: tanggal(t.tenggat?),
            kini: tanggal(today),
        })
    };
    Ok(Some(all.iter().filter_map(one).collect()))
}
