//! Whom a report is about: the working people of the instansi or unit chosen, as far as the visitor sees, and
//! the units they are counted by.

use host::{Action, Ctx, Problem, Reach, World};
use kernel::PegawaiId;
use kernel::unor::{Node, Tree, natural};
use std::collections::{HashMap, HashSet};
use web::component::saring::{Pilihan, Saring};
use web::url;

/// More units than this are not a choice but a search.
const MOST_UNITS: usize = 200;

/// What the address chose.
pub struct Lingkup<'a> {
    ctx: &'a Ctx,
    world: &'a World,
    /// Instansi looked at; empty for all of them.
    pub instansi: String,
    /// Unit looked at with everything under it; empty for all of them.
    pub unit: String,
    /// Numbers in the register, in order.
    pub people: Vec<u32>,
    /// What links between these pages keep: both clocks.
    pub keep: Vec<(String, String)>,
    /// Whose pages may be opened: who may see a person follows from where they are now. `None` for everybody.
    opened: Option<HashSet<PegawaiId>>,
}

/// A unit people are counted by.
pub struct Grup {
    /// What it is called.
    pub label: String,
    /// What the address of the list of people says to show exactly these.
    pub pairs: Vec<(&'static str, String)>,
}

/// What a person's unit is on the map of the instansi.
#[derive(Clone, PartialEq, Eq, Hash)]
enum Letak {
    /// A unit with everything under it.
    Pohon(u32, Node),
    /// A unit without what is under it.
    Langsung(u32, Node),
    /// A unit another map knows (number of its name).
    Luar(u32),
    TidakDiketahui,
}

/// On another day people of the own subtree may work elsewhere by now.
fn opened(ctx: &Ctx) -> Result<Option<HashSet<PegawaiId>>, Problem> {
    let subtree = ctx.visitor()?.reach(Action::LihatPegawai) == Reach::Subtree;
    if ctx.clocks.is_present() || !subtree {
        return Ok(None);
    }
    let now = ctx.present()?;
    let sees = ctx.sees_with(&now, Some(Action::LihatPegawai));
    let seen = (0..now.register.len()).filter(|&i| sees(i)).map(|i| now.register.id[i]);
    Ok(Some(seen.collect()))
}

impl<'a> Lingkup<'a> {
    /// Reads the address. `one` asks for one instansi: lists of people are about one government.
    ///
    /// # Errors
    /// When it names an instansi or unit this visitor does not reach, or none at all: the two look alike.
    pub fn read(ctx: &'a Ctx, world: &'a World, one: bool) -> Result<Lingkup<'a>, Problem> {
        let visitor = ctx.visitor()?;
        let own = visitor.instansi.as_str();
        let (asked, unit) = (ctx.query("instansi").trim(), ctx.query("unit").trim());
        let tenant = |id: &str| world.tenants.iter().any(|t| t.id == id);
        if !asked.is_empty() && !(tenant(asked) && (own.is_empty() || own == asked)) {
            return Err(Problem::NotFound);
        }
        if !unit.is_empty() && !ctx.reaches_unit(world, unit) {
            return Err(Problem::NotFound);
        }
        let first = world.tenants.first().map_or("", |t| t.id.as_str());
        let instansi = [own, asked, if one { first } else { "" }].into_iter().find(|id| !id.is_empty());
        let instansi = instansi.unwrap_or("").to_owned();
        let holds = |id: &str| world.organisation(id).is_some_and(|o| o.tree.find(unit).is_some());
        let owner = world.tenants.iter().map(|t| t.id.as_str()).find(|id| holds(id)).unwrap_or("");
        let owner = if instansi.is_empty() { owner } else { &instansi };
        let units = (!unit.is_empty()).then(|| world.units_within(owner, unit));
        let number = world.register.names.find(&instansi);
        let (register, sees) = (&world.register, ctx.sees(world));
        let wanted = |i: usize| {
            register.active[i]
                && sees(i)
                && (instansi.is_empty() || number == Some(register.instansi[i]))
                && units.as_ref().is_none_or(|units| units.contains(&register.unor[i]))
        };
        let people = (0..register.len()).filter(|&i| wanted(i)).map(|i| i as u32).collect();
        Ok(Lingkup {
            ctx,
            world,
            instansi,
            unit: unit.to_owned(),
            people,
            keep: ctx.clocks.keep(),
            opened: opened(ctx)?,
        })
    }

    /// Whether the people behind a figure may be listed by whoever sees the figure.
    pub fn lists_people(&self) -> bool {
        let reach = |action| self.ctx.visitor.as_ref().map_or(Reach::None, |v| v.reach(action));
        reach(Action::DaftarPegawai) != Reach::None && reach(Action::DaftarPegawai) == self.ctx.reach()
    }

    /// Whether pages of people may be opened.
    pub fn opens_people(&self) -> bool {
        self.ctx.visitor.as_ref().is_some_and(|v| v.reach(Action::LihatPegawai) != Reach::None)
    }

    /// Whether lists of people may leave as files.
    pub fn exports(&self) -> bool {
        self.ctx.visitor.as_ref().is_some_and(|v| v.reach(Action::Ekspor) != Reach::None)
    }

    /// The list of people with exactly these.
    pub fn list(&self, pairs: &[(&'static str, String)]) -> Option<String> {
        if !self.lists_people() {
            return None;
        }
        let mut all: Vec<(&str, &str)> = Vec::with_capacity(6);
        // A group of units says its own unit.
        let own = [("instansi", self.asked_instansi()), ("unit", self.unit.as_str())];
        all.extend(own.into_iter().filter(|p| pairs.iter().all(|q| q.0 != p.0)));
        all.extend(pairs.iter().map(|(k, v)| (*k, v.as_str())));
        let clocks = self.ctx.clocks.keep();
        all.extend(clocks.iter().map(|(k, v)| (k.as_str(), v.as_str())));
        Some(url::link("/pegawai", &all))
    }

    /// Who of these people falls due under a service that is watched, for those who may list them.
    pub fn penjagaan(&self, pairs: &[(&str, &str)]) -> Option<String> {
        let reach = self.ctx.visitor.as_ref().map_or(Reach::None, |v| v.reach(Action::Penjagaan));
        let lists = reach != Reach::None && reach == self.ctx.reach();
        lists.then(|| self.link("/penjagaan", pairs))
    }

    /// A page of ours about the same people, with both clocks.
    pub fn link(&self, path: &str, pairs: &[(&str, &str)]) -> String {
        let mut all = vec![("instansi", self.asked_instansi()), ("unit", self.unit.as_str())];
        all.extend(pairs);
        all.extend(self.keep.iter().map(|(k, v)| (k.as_str(), v.as_str())));
        url::link(path, &all)
    }

    /// A person's page.
    pub fn person(&self, i: usize) -> Option<String> {
        let clocks = self.ctx.clocks.keep();
        let pairs: Vec<(&str, &str)> = clocks.iter().map(|(k, v)| (k.as_str(), v.as_str())).collect();
        let id = self.world.register.id[i];
        let opens = self.opens_people() && self.opened.as_ref().is_none_or(|opened| opened.contains(&id));
        opens.then(|| url::link(&format!("/pegawai/{id}"), &pairs))
    }

    /// Whether this visitor serves several instansi.
    fn several(&self) -> bool {
        self.world.tenants.len() > 1 && self.ctx.visitor.as_ref().is_some_and(|v| v.instansi.is_empty())
    }

    fn asked_instansi(&self) -> &str {
        if self.several() { &self.instansi } else { "" }
    }

    /// Name of the instansi looked at.
    pub fn instansi_nama(&self) -> String {
        let named = self.world.tenants.iter().find(|t| t.id == self.instansi);
        let home = || self.ctx.visitor.as_ref().and_then(|v| v.home(&self.world.tenants));
        let one = named.or_else(|| if self.several() { None } else { home() });
        one.map_or_else(|| format!("{} instansi", self.world.tenants.len()), |t| t.nama.clone())
    }

    /// Name of the unit looked at: the chosen one, else an operator's own; empty for all of them.
    pub fn unit_nama(&self) -> String {
        let own = self.top();
        let of = |id: &str| self.trees().find_map(|(_, tree)| tree.find(id).map(|n| tree.nama(n).to_owned()));
        own.and_then(|id| of(&id)).unwrap_or_default()
    }

    /// Id of the unit at the top of what is looked at.
    fn top(&self) -> Option<String> {
        let visitor = self.ctx.visitor.as_ref().filter(|_| self.ctx.reach() == Reach::Subtree);
        let own = visitor.map_or("", |v| v.unor.as_str());
        [self.unit.as_str(), own].into_iter().find(|id| !id.is_empty()).map(str::to_owned)
    }

    fn trees(&self) -> impl Iterator<Item = (&'a str, &'a Tree)> {
        let world = self.world;
        let wanted = self.instansi.clone();
        let ids =
            world.tenants.iter().map(|t| t.id.as_str()).filter(move |id| wanted.is_empty() || *id == wanted);
        ids.filter_map(move |id| Some((id, &world.organisation(id)?.tree)))
    }

    /// The units these people are counted by, and the unit of each of them: perangkat daerah, or under a
    /// chosen unit the units right below it. Worked out once a unit, not once a person.
    pub fn groups(&self) -> (Vec<Grup>, Vec<u32>) {
        let r = &self.world.register;
        let top = self.top();
        let mut known: HashMap<(u32, u32), usize> = HashMap::new();
        let mut places: Vec<Letak> = Vec::new();
        let mut number_of: HashMap<Letak, usize> = HashMap::new();
        let mut group = Vec::with_capacity(self.people.len());
        for &i in &self.people {
            let i = i as usize;
            let n = *known.entry((r.instansi[i], r.unor[i])).or_insert_with(|| {
                let place = self.place(r.instansi[i], r.unor[i], top.as_deref());
                *number_of.entry(place.clone()).or_insert_with(|| {
                    places.push(place);
                    places.len() - 1
                })
            });
            group.push(n as u32);
        }
        let made: Vec<Grup> = places.iter().map(|place| self.grup(place)).collect();
        let mut order: Vec<usize> = (0..made.len()).collect();
        order.sort_by(|&a, &b| {
            let last = |n: usize| places[n] == Letak::TidakDiketahui;
            last(a).cmp(&last(b)).then_with(|| natural(&made[a].label, &made[b].label)).then(a.cmp(&b))
        });
        let mut rank = vec![0; order.len()];
        order.iter().enumerate().for_each(|(place, &n)| rank[n] = place as u32);
        group.iter_mut().for_each(|n| *n = rank[*n as usize]);
        let mut sorted: Vec<(u32, Grup)> = made.into_iter().enumerate().map(|(n, g)| (rank[n], g)).collect();
        sorted.sort_by_key(|g| g.0);
        (sorted.into_iter().map(|g| g.1).collect(), group)
    }

    fn place(&self, instansi: u32, unor: u32, top: Option<&str>) -> Letak {
        let names = &self.world.register.names;
        let id = names.text(unor);
        let tree = self.world.organisation(names.text(instansi)).map(|o| &o.tree);
        let Some((tree, node)) = tree.and_then(|tree| Some((tree, tree.find(id)?))) else {
            let elsewhere = self.world.organisations.values().any(|o| o.tree.find(id).is_some());
            return if elsewhere { Letak::Luar(unor) } else { Letak::TidakDiketahui };
        };
        match top.and_then(|top| tree.find(top)) {
            Some(top) if top == node => Letak::Langsung(instansi, top),
            Some(top) => {
                let below =
                    std::iter::once(node).chain(tree.ancestors(node)).find(|n| tree.parent(*n) == Some(top));
                below.map_or(Letak::Langsung(instansi, node), |n| Letak::Pohon(instansi, n))
            }
            None => tree.opd_of(node).map_or(Letak::Langsung(instansi, node), |n| Letak::Pohon(instansi, n)),
        }
    }

    fn grup(&self, place: &Letak) -> Grup {
        let names = &self.world.register.names;
        let named = |instansi: u32, node: Node| {
            let id = names.text(instansi);
            let tree = self.world.organisation(id).map(|o| &o.tree);
            let (unit, nama) = tree.map_or(("", ""), |tree| (tree.id(node), tree.nama(node)));
            let of = self.world.tenants.iter().find(|t| t.id == id).map_or("", |t| t.nama.as_str());
            let many = self.several() && self.instansi.is_empty();
            (unit.to_owned(), if many { format!("{nama} · {of}") } else { nama.to_owned() })
        };
        match place {
            Letak::Pohon(instansi, node) => {
                let (unit, label) = named(*instansi, *node);
                Grup { label, pairs: vec![("unit", unit)] }
            }
            Letak::Langsung(instansi, node) => {
                let (unit, nama) = named(*instansi, *node);
                let pairs = vec![("unit", unit), ("langsung", "ya".to_owned())];
                Grup { label: format!("{nama} (langsung)"), pairs }
            }
            Letak::Luar(unor) => {
                let label = format!("{} (di luar peta instansi)", self.world.register.unit_name(*unor));
                let unit = names.text(*unor).to_owned();
                Grup { label, pairs: vec![("unit", unit), ("langsung", "ya".to_owned())] }
            }
            Letak::TidakDiketahui => Grup {
                label: "Belum diketahui".into(),
                pairs: vec![("tanpa", "unit".into()), ("unit", String::new())],
            },
        }
    }

    /// Place on the map and name of a person's unit, for groups in the order of the map.
    pub fn unit_of(&self, i: usize) -> (u32, &'a str) {
        let r = &self.world.register;
        let node = self.world.organisation(self.world.instansi_of(i));
        let node = node.and_then(|o| o.tree.find(r.names.text(r.unor[i])));
        let nama = self.world.unit_of(i);
        // Off the map: behind it, one group a unit.
        node.map_or((u32::MAX - r.unor[i] - u32::from(r.unor[i] == 0), nama), |n| (n.0, nama))
    }

    /// The choices every report has, and those of this one behind them.
    pub fn filter(&self, path: &str, more: &[Pilihan]) -> Saring {
        let mut choices = Vec::with_capacity(3);
        if self.several() {
            let options = self.world.tenants.iter().map(|t| (t.id.clone(), t.nama.clone())).collect();
            choices.push(Pilihan {
                name: "instansi".into(),
                label: "Instansi".into(),
                value: self.instansi.clone(),
                options,
            });
        }
        let value = self.unit.clone();
        choices.push(Pilihan {
            name: "unit".into(),
            label: "Unit kerja".into(),
            value,
            options: self.units(),
        });
        choices.extend(more.iter().cloned());
        let mut saring = Saring::of(path, ("q", ""), "", self.keep.clone(), &choices);
        saring.search = None;
        saring.count = Some(self.people.len() as u64);
        saring.noun = "pegawai".into();
        saring
    }

    fn units(&self) -> Vec<(String, String)> {
        let subtree = self.ctx.reach() == Reach::Subtree;
        let own = self.ctx.visitor.as_ref().filter(|_| subtree).map_or("", |v| v.unor.as_str());
        let trees: Vec<&Tree> = self.trees().map(|t| t.1).collect();
        // Units of several governments in one list would bear the same names.
        let Some(tree) = trees.iter().copied().find(|t| trees.len() == 1 || t.find(&self.unit).is_some())
        else {
            return Vec::new();
        };
        let mut nodes: Vec<Node> =
            tree.find(own).map_or_else(|| tree.opd(), |top| tree.children(top).collect());
        if nodes.len() > MOST_UNITS {
            nodes.clear();
        }
        nodes.extend(tree.find(&self.unit).filter(|n| !nodes.contains(n)));
        nodes.into_iter().map(|n| (tree.id(n).to_owned(), tree.nama(n).to_owned())).collect()
    }
}
