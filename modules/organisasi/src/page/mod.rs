//! The map: a tree one level at a time, and the unit chosen in it.

mod catat;
mod pohon;
mod unit;

pub use catat::{document, form as record_form, history, send as record};

use crate::rule::{Peta, Pos};
use crate::view;
use host::world::{needed, serves};
use host::{Action, Answer, Ctx, Organisation, PerWorld, Problem, Reach, World, html};
use kernel::unor::{Node, Tree};
use std::collections::HashMap;
use std::sync::Arc;
use web::url;

/// Every map of a world, counted once.
pub(crate) static MAPS: PerWorld<HashMap<String, Peta>> = PerWorld::new();

/// What the page is made from.
struct Lihat<'a> {
    ctx: &'a Ctx,
    world: &'a World,
    instansi: &'a str,
    organisation: &'a Organisation,
    peta: &'a Peta,
    /// The highest unit this visitor sees; `None` for all of them.
    top: Option<Node>,
    /// The unit chosen.
    chosen: Option<Node>,
    keep: Vec<(String, String)>,
}

/// `GET /organisasi`. A unit of another circle and one that does not exist look alike.
pub fn map(ctx: &mut Ctx) -> Answer {
    let world = ctx.world()?;
    let maps = MAPS.get(&world, counted);
    let seen = look(ctx, &world, &maps)?;
    let frame = ctx.frame_at("Peta organisasi", &[("Beranda", "/")], &["instansi", "unit", "q", "plt"]);
    Ok(html(view::pohon(&frame, &pohon::say(&seen))))
}

pub(crate) fn counted(world: &World) -> HashMap<String, Peta> {
    let all = world.register.penugasan.iter();
    let acting: Vec<(u32, String)> =
        all.flat_map(|(i, list)| list.iter().map(|p| (*i, serves(p)))).filter(|a| !a.1.is_empty()).collect();
    let one = |(id, o): (&String, &Organisation)| {
        let posts: Vec<Pos<'_>> =
            o.posts.iter().map(|p| Pos { id: &p.id, unor: &p.unor, kebutuhan: needed(p) }).collect();
        (id.clone(), Peta::new(&world.register, id, &o.tree, &posts, &acting, &o.findings))
    };
    world.organisations.iter().map(one).collect()
}

fn look<'a>(
    ctx: &'a Ctx,
    world: &'a Arc<World>,
    maps: &'a HashMap<String, Peta>,
) -> Result<Lihat<'a>, Problem> {
    let visitor = ctx.visitor()?;
    let wanted = wanted(world, &visitor.instansi, ctx.query("instansi"), ctx.query("unit"))?;
    let (instansi, organisation) = world.organisations.get_key_value(wanted).ok_or(Problem::NotFound)?;
    let peta = maps.get(wanted).ok_or(Problem::NotFound)?;
    let tree = &organisation.tree;
    let subtree = ctx.reach() == Reach::Subtree;
    let top = match subtree {
        true => Some(tree.find(&visitor.unor).ok_or(Problem::NotFound)?),
        false => None,
    };
    let chosen = chosen(tree, top, ctx.query("unit"))?;
    Ok(Lihat { ctx, world, instansi, organisation, peta, top, chosen, keep: ctx.clocks.keep() })
}

/// The instansi looked at: the own one; whoever serves several is shown the one asked for, else the
/// one the unit asked for belongs to, else the first.
pub(crate) fn wanted<'a>(
    world: &'a World,
    own: &'a str,
    asked: &'a str,
    unit: &str,
) -> Result<&'a str, Problem> {
    if !own.is_empty() {
        // Whoever belongs to one instansi is not shown another, and not told whether it is here.
        return if asked.is_empty() || asked == own { Ok(own) } else { Err(Problem::NotFound) };
    }
    if !asked.is_empty() {
        return Ok(asked);
    }
    let has = |id: &str| world.organisation(id).is_some_and(|o| o.tree.find(unit).is_some());
    let owner = world.tenants.iter().find(|t| has(&t.id)).or(world.tenants.first());
    Ok(owner.map_or("", |t| t.id.as_str()))
}

/// The unit asked for, when it is inside the own circle; the top when none is.
fn chosen(tree: &Tree, top: Option<Node>, unit: &str) -> Result<Option<Node>, Problem> {
    if unit.is_empty() {
        return Ok(top.or_else(|| tree.roots().next()));
    }
    let node = tree.find(unit).ok_or(Problem::NotFound)?;
    if top.is_none_or(|top| tree.is_within(node, top)) { Ok(Some(node)) } else { Err(Problem::NotFound) }
}

impl Lihat<'_> {
    fn tree(&self) -> &Tree {
        &self.organisation.tree
    }

    /// Whether this visitor serves every instansi.
    fn many(&self) -> bool {
        self.ctx.visitor.as_ref().is_some_and(|v| v.instansi.is_empty())
    }

    /// Whether this visitor records documents about the organisation, looking at the present.
    fn records(&self) -> bool {
        let reach = self.ctx.visitor.as_ref().map(|v| v.reach(Action::CatatOrganisasi));
        self.keep.is_empty() && reach.is_some_and(|reach| reach != Reach::None)
    }

    /// An address with both clocks, and the instansi for those who see several.
    fn link(&self, path: &str, pairs: &[(&str, &str)]) -> String {
        let mut all = vec![("instansi", if self.many() { self.instansi } else { "" })];
        all.extend(pairs);
        all.extend(self.keep.iter().map(|(k, v)| (k.as_str(), v.as_str())));
        url::link(path, &all)
    }

    /// Whether a unit is shown: it has come to an end and nobody is left in it, or it stands.
    fn stands(&self, node: Node) -> bool {
        let tree = self.tree();
        tree.is_active(node) || self.peta.isi(tree.subtree(node)).people > 0
    }

    fn unit_href(&self, node: Node) -> String {
        self.link("/organisasi", &[("unit", self.tree().id(node))])
    }

    fn person_href(&self, i: u32) -> String {
        let keep: Vec<(&str, &str)> = self.keep.iter().map(|(k, v)| (k.as_str(), v.as_str())).collect();
        url::link(&format!("/pegawai/{}", self.world.register.id[i as usize]), &keep)
    }
}
