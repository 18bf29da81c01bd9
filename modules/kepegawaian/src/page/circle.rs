//! What requests about one world share: the orders of the list, and who may be seen by whom.

use crate::rule::filter::{Filter, Tanpa};
use crate::rule::select::Plan;
use crate::rule::{Listing, Scope};
use host::{Ctx, PerWorld, Problem, World, http};
use std::collections::{HashMap, HashSet};
use std::sync::{Arc, Mutex};

/// Of one world.
pub struct Kept {
    /// Orders of the list.
    pub listing: Listing,
    scopes: Mutex<HashMap<(String, String), Arc<Circle>>>,
}

/// Who somebody may see, and how many of them each kept address shows; `None` for an address that names
/// what they do not reach.
pub struct Circle {
    /// Who, and the counts of the views of the house.
    pub scope: Scope,
    counted: Mutex<HashMap<String, Option<u64>>>,
}

/// Addresses whose counts are remembered for a circle of one world.
const COUNTED_MOST: usize = 1_000;

impl Circle {
    /// How many people an address shows, as the list would count them; counted once for a world.
    pub fn count(&self, ctx: &Ctx, world: &World, address: &str) -> Option<u64> {
        let lock = || self.counted.lock().unwrap_or_else(|e| e.into_inner());
        if let Some(known) = lock().get(address) {
            return *known;
        }
        let asked = reached(ctx, world, Filter::read(&http::pairs(address))).ok();
        let count = asked.map(|(filter, units)| {
            let plan = Plan::new(&world.register, &filter, units.as_ref(), world.as_of.effective);
            plan.matching(&self.scope.visible).count() as u64
        });
        let mut counted = lock();
        if counted.len() >= COUNTED_MOST {
            counted.clear();
        }
        counted.insert(address.to_owned(), count);
        count
    }
}

static KEPT: PerWorld<Kept> = PerWorld::new();

/// The orders of a world and the circle of this visitor. Circles are the same for everyone of the
/// same instansi and unit: nobody with the list sees only themselves.
pub fn circle(ctx: &Ctx, world: &Arc<World>) -> (Arc<Kept>, Arc<Circle>) {
    let kept = KEPT.get(world, |w| Kept { listing: Listing::new(&w.register), scopes: Mutex::default() });
    let subtree = ctx.reach() == host::Reach::Subtree;
    let who = ctx.visitor.as_ref();
    let unor = who.filter(|_| subtree).map_or("", |v| v.unor.as_str());
    let key = (who.map_or("", |v| v.instansi.as_str()).to_owned(), format!("{subtree}/{unor}"));
    let known = kept.scopes.lock().unwrap_or_else(|e| e.into_inner()).get(&key).cloned();
    let circle = known.unwrap_or_else(|| {
        let scope = Scope::new(&world.register, world.as_of.effective, ctx.sees(world));
        let made = Arc::new(Circle { scope, counted: Mutex::default() });
        kept.scopes.lock().unwrap_or_else(|e| e.into_inner()).insert(key, made.clone());
        made
    });
    (kept, circle)
}

/// What the address asks for and the units it names.
///
/// # Errors
/// When it names an instansi, unit or post this visitor does not reach, or none at all: the two look alike.
pub fn asked(ctx: &Ctx, world: &World) -> Result<(Filter, Option<HashSet<u32>>), Problem> {
    reached(ctx, world, Filter::read(&ctx.query))
}

/// A filter and the units it names, cut to what the visitor reaches.
///
/// # Errors
/// As [`asked`].
pub fn reached(
    ctx: &Ctx,
    world: &World,
    mut filter: Filter,
) -> Result<(Filter, Option<HashSet<u32>>), Problem> {
    let own = ctx.visitor.as_ref().map_or("", |v| v.instansi.as_str());
    let mine = |id: &str| own.is_empty() || own == id;
    let known = |id: &str| id.is_empty() || (mine(id) && world.tenants.iter().any(|t| t.id == id));
    let reached = |unit: &str| unit.is_empty() || ctx.reaches_unit(world, unit);
    if !known(&filter.instansi) || !reached(&filter.unit) || !reaches_post(ctx, world, &filter.pos) {
        return Err(Problem::NotFound);
    }
    if !own.is_empty() {
        filter.instansi.clear();
    }
    if filter.tanpa == Some(Tanpa::Unit) {
        let units = off_the_map(world);
        return Ok((filter, Some(units)));
    }
    let units = (!filter.unit.is_empty()).then(|| {
        if filter.langsung {
            return world.register.names.find(&filter.unit).into_iter().collect();
        }
        let wanted = [own, &filter.instansi].into_iter().find(|i| !i.is_empty());
        let of = |id: &&str| world.organisation(id).is_some_and(|o| o.tree.find(&filter.unit).is_some());
        let all = world.tenants.iter().map(|t| t.id.as_str());
        let instansi = wanted.or_else(|| all.into_iter().find(of)).unwrap_or("");
        world.units_within(instansi, &filter.unit)
    });
    Ok((filter, units))
}

/// Whether a post may be named: its unit is reached, or somebody seen holds it.
fn reaches_post(ctx: &Ctx, world: &World, pos: &str) -> bool {
    let mut posts = world.organisations.values().flat_map(|o| &o.posts);
    let held = || {
        let (register, sees) = (&world.register, ctx.sees(world));
        let number = register.names.find(pos);
        number.is_some_and(|n| (0..register.len()).any(|i| register.pos[i] == n && sees(i)))
    };
    pos.is_empty() || posts.any(|p| p.id == pos && ctx.reaches_unit(world, &p.unor)) || held()
}

/// Units people are said to work in that no map of an instansi knows; nothing said at all among them.
fn off_the_map(world: &World) -> HashSet<u32> {
    let r = &world.register;
    let known = |unor: &u32| world.organisations.values().any(|o| o.tree.find(r.names.text(*unor)).is_some());
    r.unit_names.keys().copied().filter(|unor| !known(unor)).collect()
}
