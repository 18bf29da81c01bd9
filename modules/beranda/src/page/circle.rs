//! What home counts over everybody, once for a version of the register and a circle of people: the next
//! visit walks over nobody.

use crate::rule::{self, Due, Part, Posts};
use host::mutu::{self, Mutu};
use host::{Action, Ctx, PerWorld, Problem, Reach, World};
use kernel::Severity;
use std::collections::HashMap;
use std::sync::{Arc, Mutex};

/// The counts of one circle.
#[derive(Debug, Default)]
pub struct Sums {
    /// Findings over the people who work.
    pub mutu: Mutu,
    /// Those who work, by status.
    pub parts: [Part; 5],
    /// People who work with at least one grave finding.
    pub grave: u64,
    /// What falls due.
    pub due: Vec<Due>,
    /// Posts of the map.
    pub posts: Posts,
}

/// Who sees the same people and posts: role, instansi, unit.
pub type Circle = (&'static str, String, String);

/// The counts of every circle that asked so far.
#[derive(Debug, Default)]
pub struct Circles(Mutex<HashMap<Circle, Arc<Sums>>>);

impl Circles {
    /// The counts of a circle, made when asked for the first time. Two who ask at once may both make them.
    pub fn get(&self, circle: Circle, make: impl FnOnce() -> Sums) -> Arc<Sums> {
        if let Some(known) = self.locked().get(&circle) {
            return known.clone();
        }
        let made = Arc::new(make());
        self.locked().insert(circle, made.clone());
        made
    }

    fn locked(&self) -> std::sync::MutexGuard<'_, HashMap<Circle, Arc<Sums>>> {
        self.0.lock().unwrap_or_else(|e| e.into_inner())
    }
}

static KEPT: PerWorld<Circles> = PerWorld::new();

/// The counts over the people and posts this visitor may see.
pub fn sums(ctx: &Ctx, world: &Arc<World>) -> Result<Arc<Sums>, Problem> {
    let visitor = ctx.visitor()?;
    let circle = (visitor.role.word(), visitor.instansi.clone(), visitor.unor.clone());
    Ok(KEPT.get(world, |_| Circles::default()).get(circle, || count(ctx, world)))
}

fn count(ctx: &Ctx, world: &World) -> Sums {
    let sees = ctx.sees_with(world, Some(Action::DaftarPegawai));
    Sums {
        mutu: mutu::hitung(world, &sees),
        parts: rule::parts(&world.register, &sees),
        grave: grave(world, &sees),
        due: rule::due(&world.register, &sees, world.as_of.effective),
        posts: posts(ctx, world),
    }
}

fn grave(world: &World, sees: impl Fn(usize) -> bool) -> u64 {
    let register = &world.register;
    let is_grave = |i: &usize| register.codes[*i].severity() == Some(Severity::Berat);
    (0..register.len()).filter(|&i| register.active[i] && sees(i)).filter(is_grave).count() as u64
}

/// Posts of the map the visitor may see.
fn posts(ctx: &Ctx, world: &World) -> Posts {
    let Some(visitor) = &ctx.visitor else { return Posts::default() };
    let (reach, own) = (visitor.reach(Action::Organisasi), visitor.instansi.as_str());
    let tenants = world.tenants.iter().filter(|t| own.is_empty() || t.id == own);
    let names = &world.register.names;
    let organisations = tenants.filter_map(|t| Some((names.find(&t.id), world.organisation(&t.id)?)));
    let needs = organisations.flat_map(|(instansi, organisation)| {
        let tree = &organisation.tree;
        let top = tree.find(&visitor.unor);
        let inside = move |unor: &str| match reach {
            Reach::Instansi => true,
            Reach::Subtree => tree.find(unor).zip(top).is_some_and(|(unit, top)| tree.is_within(unit, top)),
            Reach::Own | Reach::None => false,
        };
        let listed = organisation.posts.iter().filter(move |p| !p.derived && inside(&p.unor));
        listed.map(move |p| (instansi, names.find(&p.id), p.kebutuhan))
    });
    rule::vacant(&world.register, needs)
}
