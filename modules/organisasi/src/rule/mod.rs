//! The map of units counted once: how many people, posts, vacancies and people beyond the need every
//! unit has with all below it. Pre-order makes a subtree a range, so a sum of it is one subtraction.

pub mod catat;

use kernel::Register;
use kernel::unor::{Node, Tree, UnitFinding};
use std::collections::{HashMap, HashSet};
use std::ops::{AddAssign, Range, Sub};

/// A post as the map needs it.
#[derive(Clone, Copy, Debug)]
pub struct Pos<'a> {
    /// Its id.
    pub id: &'a str,
    /// Id of its unit.
    pub unor: &'a str,
    /// How many are needed; `None` when no peta jabatan names the post.
    pub kebutuhan: Option<u64>,
}

/// Numbers of a unit, alone or with everything below.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Isi {
    /// People whose unit it is.
    pub people: u64,
    /// Posts a peta jabatan names.
    pub mapped: u64,
    /// People needed in them.
    pub needed: u64,
    /// People who hold posts, whatever names the post.
    pub holders: u64,
    /// Of them those in posts a peta jabatan names.
    pub filled: u64,
    /// Empty places in those.
    pub vacant: u64,
    /// Of the empty places those an acting officer serves; they stay empty.
    pub acting: u64,
    /// People beyond the need in those.
    pub over: u64,
    /// Units with a finding.
    pub findings: u64,
}

impl AddAssign for Isi {
    fn add_assign(&mut self, b: Isi) {
        self.people += b.people;
        self.mapped += b.mapped;
        self.needed += b.needed;
        self.holders += b.holders;
        self.filled += b.filled;
        self.vacant += b.vacant;
        self.acting += b.acting;
        self.over += b.over;
        self.findings += b.findings;
    }
}

impl Sub for Isi {
    type Output = Isi;

    fn sub(self, b: Isi) -> Isi {
        Isi {
            people: self.people - b.people,
            mapped: self.mapped - b.mapped,
            needed: self.needed - b.needed,
            holders: self.holders - b.holders,
            filled: self.filled - b.filled,
            vacant: self.vacant - b.vacant,
            acting: self.acting - b.acting,
            over: self.over - b.over,
            findings: self.findings - b.findings,
        }
    }
}

/// Lists by number, laid out one behind the other.
#[derive(Debug, Default)]
struct Lists {
    items: Vec<u32>,
    starts: Vec<u32>,
}

impl Lists {
    /// From (list, item) pairs; items keep their order inside a list.
    fn new(count: usize, mut pairs: Vec<(u32, u32)>) -> Lists {
        pairs.sort_by_key(|p| p.0);
        let mut lists = Lists { items: Vec::with_capacity(pairs.len()), starts: vec![0; count + 1] };
        for (list, item) in pairs {
            lists.starts[list as usize + 1] += 1;
            lists.items.push(item);
        }
        for at in 1..lists.starts.len() {
            lists.starts[at] += lists.starts[at - 1];
        }
        lists
    }

    fn of(&self, list: u32) -> &[u32] {
        let at = list as usize;
        let range = self.starts.get(at).zip(self.starts.get(at + 1));
        range.map_or(&[], |(from, until)| &self.items[*from as usize..*until as usize])
    }
}

/// The map of one instansi at a moment.
#[derive(Debug, Default)]
pub struct Peta {
    /// Sums of the units before each place in pre-order, one more than there are units.
    before: Vec<Isi>,
    posts: Lists,
    holders: Lists,
    acting: Lists,
    without_post: Lists,
    /// Working people whose unit is not on the map.
    pub without_unit: u64,
}

impl Peta {
    /// Counts who works in an instansi: one pass over people and posts. `acting` are people and the ids of the
    /// posts they serve beside their own.
    pub fn new(
        register: &Register,
        instansi: &str,
        tree: &Tree,
        posts: &[Pos<'_>],
        acting: &[(u32, String)],
        odd: &[UnitFinding],
    ) -> Peta {
        let names = &register.names;
        let nodes: HashMap<u32, u32> =
            tree.nodes().filter_map(|n| Some((names.find(tree.id(n))?, n.0))).collect();
        let numbered: HashMap<u32, u32> =
            posts.iter().enumerate().filter_map(|(at, p)| Some((names.find(p.id)?, at as u32))).collect();
        let own = names.find(instansi);
        let mut isi = vec![Isi::default(); tree.len()];
        let (mut holders, mut without_post, mut without_unit) = (Vec::new(), Vec::new(), 0);
        // In order of names, so that lists need no sorting later.
        for &i in register.by_name() {
            let at = i as usize;
            if !register.active[at] || Some(register.instansi[at]) != own {
                continue;
            }
            let node = nodes.get(&register.unor[at]);
            match node {
                Some(node) => isi[*node as usize].people += 1,
                None => without_unit += 1,
            }
            match (numbered.get(&register.pos[at]), node) {
                (Some(post), _) => holders.push((*post, i)),
                (None, Some(node)) => without_post.push((*node, i)),
                (None, None) => {}
            }
        }
        let holders = Lists::new(posts.len(), holders);
        let served: HashMap<&str, u32> = match acting {
            [] => HashMap::new(),
            _ => posts.iter().enumerate().map(|(at, post)| (post.id, at as u32)).collect(),
        };
        let own_people = acting.iter().filter(|a| Some(register.instansi[a.0 as usize]) == own);
        let acting = own_people.filter_map(|(i, post)| Some((*served.get(post.as_str())?, *i))).collect();
        let acting = Lists::new(posts.len(), acting);
        let mut placed = Vec::with_capacity(posts.len());
        for (at, post) in posts.iter().enumerate() {
            let Some(node) = tree.find(post.unor) else { continue };
            placed.push((node.0, at as u32));
            let at = at as u32;
            isi[node.0 as usize] += one(post, holders.of(at).len() as u64, acting.of(at).len() as u64);
        }
        let odd: HashSet<u32> = odd.iter().filter_map(|f| tree.find(&f.id)).map(|n| n.0).collect();
        odd.iter().for_each(|node| isi[*node as usize].findings = 1);
        let mut before = vec![Isi::default(); tree.len() + 1];
        for (at, own) in isi.iter().enumerate() {
            before[at + 1] = before[at];
            before[at + 1] += *own;
        }
        Peta {
            before,
            posts: Lists::new(tree.len(), placed),
            holders,
            acting,
            without_post: Lists::new(tree.len(), without_post),
            without_unit,
        }
    }

    /// Numbers of a range of units, such as `Tree::subtree` of one.
    pub fn isi(&self, units: Range<u32>) -> Isi {
        let at = |n: u32| self.before.get(n as usize).copied().unwrap_or_default();
        at(units.end) - at(units.start)
    }

    /// Posts of a unit, as places in the list of posts.
    pub fn posts(&self, unit: Node) -> &[u32] {
        self.posts.of(unit.0)
    }

    /// Who holds a post, by name.
    pub fn holders(&self, post: u32) -> &[u32] {
        self.holders.of(post)
    }

    /// Who serves a post beside an own one.
    pub fn acting(&self, post: u32) -> &[u32] {
        self.acting.of(post)
    }

    /// Working people of a unit without a post, by name.
    pub fn without_post(&self, unit: Node) -> &[u32] {
        self.without_post.of(unit.0)
    }
}

fn one(post: &Pos<'_>, held: u64, acting: u64) -> Isi {
    let mut isi = Isi { holders: held, ..Isi::default() };
    if let Some(needed) = post.kebutuhan {
        isi.mapped = 1;
        isi.needed = needed;
        isi.filled = held;
        isi.vacant = needed.saturating_sub(held);
        isi.acting = acting.min(isi.vacant);
        isi.over = held.saturating_sub(needed);
    }
    isi
}
