//! The tree of units: who is above whom, in pre-order, so that "is x inside y" is two comparisons.
//!
//! Built from a list as BKN gives it, which may contradict itself: what cannot be placed becomes a
//! root of its own and is told, never dropped. No recursion, so no depth can overflow the stack.

use crate::check::Code;
use crate::finding::Finding;
use crate::kind::Field;
use crate::search::fold_text;
use std::cmp::Ordering;
use std::collections::HashMap;

/// One unit as listed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Unit<'a> {
    /// BKN's unor id, or the id in this register.
    pub id: &'a str,
    /// Its name, without the dashes of BKN's export.
    pub nama: &'a str,
    /// Id of the unit above; empty for the top.
    pub atasan_id: &'a str,
    /// Whether people may be placed there.
    pub aktif: bool,
}

/// A unit in a [`Tree`]: its place in pre-order. Only for the tree it came from.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct Node(pub u32);

/// A finding about one unit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UnitFinding {
    /// The unit's id.
    pub id: Box<str>,
    /// What was found.
    pub finding: Finding,
}

#[derive(Clone, Debug)]
struct Entry {
    id: Box<str>,
    nama: Box<str>,
    aktif: bool,
    parent: u32,
    /// First place after the subtree.
    end: u32,
    depth: u32,
}

/// All units of one instansi.
#[derive(Clone, Debug, Default)]
pub struct Tree {
    entries: Vec<Entry>,
    by_id: HashMap<Box<str>, u32>,
}

const NONE: u32 = u32::MAX;

impl Tree {
    /// Builds the tree and tells what was odd. The order of the list does not matter, except that of
    /// two units with one id the first is kept.
    pub fn build<'a>(units: impl IntoIterator<Item = Unit<'a>>) -> (Tree, Vec<UnitFinding>) {
        let mut findings = Vec::new();
        let mut kept: Vec<Unit<'a>> = Vec::new();
        let mut place: HashMap<&'a str, u32> = HashMap::new();
        for unit in units {
            if place.contains_key(unit.id) {
                findings.push(about(
                    &unit,
                    Code::UnorGanda,
                    format!("ID unit \"{}\" tercatat dua kali.", unit.nama),
                ));
                continue;
            }
            place.insert(unit.id, kept.len() as u32);
            kept.push(unit);
        }
        let mut parents: Vec<u32> = Vec::with_capacity(kept.len());
        for unit in &kept {
            let parent = place.get(unit.atasan_id).copied();
            if parent.is_none() && !unit.atasan_id.is_empty() {
                let message = format!("Unit atasan dari \"{}\" tidak ada pada daftar.", unit.nama);
                findings.push(about(unit, Code::UnorAtasanTidakAda, message));
            }
            parents.push(parent.unwrap_or(NONE));
        }
        break_cycles(&kept, &mut parents, &mut findings);
        (preorder(&kept, &parents), findings)
    }

    /// How many units.
    pub fn len(&self) -> usize {
        self.entries.len()
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.entries.is_empty()
    }

    /// Every unit in reading order: each before what is under it, brothers by name.
    pub fn nodes(&self) -> impl Iterator<Item = Node> {
        (0..self.entries.len() as u32).map(Node)
    }

    /// A unit by its id.
    pub fn find(&self, id: &str) -> Option<Node> {
        self.by_id.get(id).copied().map(Node)
    }

    /// Its id.
    pub fn id(&self, node: Node) -> &str {
        self.entry(node).map_or("", |e| &e.id)
    }

    /// Its name.
    pub fn nama(&self, node: Node) -> &str {
        self.entry(node).map_or("", |e| &e.nama)
    }

    /// Whether people may be placed there.
    pub fn is_active(&self, node: Node) -> bool {
        self.entry(node).is_some_and(|e| e.aktif)
    }

    /// Steps from the top: 0 for a root.
    pub fn depth(&self, node: Node) -> u32 {
        self.entry(node).map_or(0, |e| e.depth)
    }

    /// The unit above.
    pub fn parent(&self, node: Node) -> Option<Node> {
        self.entry(node).filter(|e| e.parent != NONE).map(|e| Node(e.parent))
    }

    /// The units above, nearest first.
    pub fn ancestors(&self, node: Node) -> impl Iterator<Item = Node> {
        std::iter::successors(self.parent(node), |n| self.parent(*n))
    }

    /// The units directly under it, by name with numbers as numbers.
    pub fn children(&self, node: Node) -> impl Iterator<Item = Node> {
        let end = self.subtree(node).end;
        let first = Some(Node(node.0.saturating_add(1))).filter(|n| n.0 < end);
        std::iter::successors(first, move |n| Some(Node(self.subtree(*n).end)).filter(|n| n.0 < end))
    }

    /// The units at the top.
    pub fn roots(&self) -> impl Iterator<Item = Node> {
        let end = self.entries.len() as u32;
        let first = Some(Node(0)).filter(|n| n.0 < end);
        std::iter::successors(first, move |n| Some(Node(self.subtree(*n).end)).filter(|n| n.0 < end))
    }

    /// The places of a unit and everything under it.
    pub fn subtree(&self, node: Node) -> std::ops::Range<u32> {
        self.entry(node).map_or(0..0, |e| node.0..e.end)
    }

    /// Whether a unit is another one or under it.
    pub fn is_within(&self, node: Node, above: Node) -> bool {
        self.subtree(above).contains(&node.0)
    }

    /// The perangkat daerah a unit belongs to: the unit just under the root when the root is the
    /// government itself, else the root. `None` for the government.
    pub fn opd_of(&self, node: Node) -> Option<Node> {
        let mut below = None;
        let mut at = self.entry(node).map(|_| node)?;
        while let Some(above) = self.parent(at) {
            below = Some(at);
            at = above;
        }
        if is_government(self.nama(at)) { below } else { Some(at) }
    }

    /// Every perangkat daerah, in reading order.
    pub fn opd(&self) -> Vec<Node> {
        let mut list = Vec::new();
        for root in self.roots() {
            if is_government(self.nama(root)) {
                list.extend(self.children(root));
            } else {
                list.push(root);
            }
        }
        list
    }

    fn entry(&self, node: Node) -> Option<&Entry> {
        self.entries.get(node.0 as usize)
    }
}

/// Whether a root is the government itself rather than one of its units.
fn is_government(name: &str) -> bool {
    const WORDS: [&str; 7] = ["pemerintah", "pemprov", "pemkab", "pemkot", "provinsi", "kabupaten", "kota"];
    fold_text(name).split(' ').next().is_some_and(|first| WORDS.contains(&first))
}

fn about(unit: &Unit<'_>, code: Code, message: String) -> UnitFinding {
    let suggestion = match code {
        Code::UnorSiklus => "Tentukan unit atasan yang benar; sementara ini unit berdiri sendiri.",
        Code::UnorAtasanTidakAda => "Impor daftar unit yang lengkap; sementara ini unit berdiri sendiri.",
        _ => "Hapus baris ganda; yang dipakai baris pertama.",
    };
    let finding = Finding {
        code,
        severity: code.info().severity,
        message,
        suggestion: suggestion.to_owned(),
        field: Some(Field::UnorAtasan),
    };
    UnitFinding { id: unit.id.into(), finding }
}

/// Cuts every circle at its smallest id, which becomes a root.
fn break_cycles(units: &[Unit<'_>], parents: &mut [u32], findings: &mut Vec<UnitFinding>) {
    // 0 = not seen, else the number of the walk that saw it first.
    let mut seen = vec![0u32; units.len()];
    for start in 0..units.len() {
        let walk = start as u32 + 1;
        let mut at = start as u32;
        while at != NONE && seen[at as usize] == 0 {
            seen[at as usize] = walk;
            at = parents[at as usize];
        }
        if at == NONE || seen[at as usize] != walk {
            continue;
        }
        let circle =
            std::iter::successors(Some(at), |&n| Some(parents[n as usize]).filter(|&next| next != at));
        let Some(cut) = circle.min_by_key(|&n| units[n as usize].id) else { continue };
        parents[cut as usize] = NONE;
        let unit = &units[cut as usize];
        let message = format!("Unit \"{}\" berada di bawah dirinya sendiri.", unit.nama);
        findings.push(about(unit, Code::UnorSiklus, message));
    }
}

/// Lays the units out in pre-order, brothers by name.
fn preorder(units: &[Unit<'_>], parents: &[u32]) -> Tree {
    let names: Vec<String> = units.iter().map(|unit| fold_text(unit.nama)).collect();
    let mut sorted: Vec<u32> = (0..units.len() as u32).collect();
    let id = |n: u32| units[n as usize].id;
    sorted.sort_unstable_by(|&a, &b| {
        natural(&names[a as usize], &names[b as usize]).then_with(|| id(a).cmp(id(b)))
    });
    // Children of each unit as a linked list, last brother first: that is the order a stack wants.
    let (mut last, mut before) = (vec![NONE; units.len()], vec![NONE; units.len()]);
    let mut stack: Vec<(u32, u32)> = Vec::new();
    for &unit in &sorted {
        match parents[unit as usize] {
            NONE => stack.push((unit, NONE)),
            parent => {
                before[unit as usize] = last[parent as usize];
                last[parent as usize] = unit;
            }
        }
    }
    stack.reverse();
    let mut tree =
        Tree { entries: Vec::with_capacity(units.len()), by_id: HashMap::with_capacity(units.len()) };
    while let Some((unit, parent)) = stack.pop() {
        let at = tree.entries.len() as u32;
        let depth = tree.entries.get(parent as usize).map_or(0, |e: &Entry| e.depth + 1);
        let Unit { id, nama, aktif, .. } = units[unit as usize];
        tree.entries.push(Entry { id: id.into(), nama: nama.into(), aktif, parent, end: at + 1, depth });
        tree.by_id.insert(id.into(), at);
        let mut child = last[unit as usize];
        while child != NONE {
            stack.push((child, at));
            child = before[child as usize];
        }
    }
    for at in (0..tree.entries.len()).rev() {
        let (parent, end) = (tree.entries[at].parent, tree.entries[at].end);
        if let Some(above) = tree.entries.get_mut(parent as usize) {
            above.end = above.end.max(end);
        }
    }
    tree
}

/// Order of names with numbers as numbers: `Seksi 2` before `Seksi 10`.
pub fn natural(a: &str, b: &str) -> Ordering {
    let (mut a, mut b) = (a.as_bytes(), b.as_bytes());
    loop {
        match (a.first(), b.first()) {
            (Some(x), Some(y)) if x.is_ascii_digit() && y.is_ascii_digit() => {
                let (number_a, number_b);
                (number_a, a) = number(a);
                (number_b, b) = number(b);
                let order = number_a.len().cmp(&number_b.len()).then_with(|| number_a.cmp(number_b));
                if order.is_ne() {
                    return order;
                }
            }
            (Some(x), Some(y)) if x == y => (a, b) = (&a[1..], &b[1..]),
            (x, y) => return x.cmp(&y),
        }
    }
}

/// The digits a text begins with, without leading zeros, and the rest.
fn number(text: &[u8]) -> (&[u8], &[u8]) {
    let end = text.iter().position(|b| !b.is_ascii_digit()).unwrap_or(text.len());
    let (digits, rest) = text.split_at(end);
    let zeros = digits.iter().take_while(|b| **b == b'0').count();
    (&digits[zeros..], rest)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn unit<'a>(id: &'a str, nama: &'a str, atasan_id: &'a str) -> Unit<'a> {
        Unit { id, nama, atasan_id, aktif: true }
    }

    #[test]
    fn reading_order_subtrees_and_opd() {
        let (tree, findings) = Tree::build([
            unit("s10", "Seksi 10", "bid"),
            unit("dinkes", "Dinas Kesehatan", "prov"),
            unit("bid", "Bidang Pelayanan", "dinkes"),
            unit("prov", "Pemerintah Provinsi Contoh", ""),
            unit("s2", "Seksi 2", "bid"),
            unit("setda", "Sekretariat Daerah", "prov"),
        ]);
        assert!(findings.is_empty());
        let names: Vec<(u32, &str)> = tree.nodes().map(|n| (tree.depth(n), tree.nama(n))).collect();
        assert_eq!(
            names,
            [
                (0, "Pemerintah Provinsi Contoh"),
                (1, "Dinas Kesehatan"),
                (2, "Bidang Pelayanan"),
                (3, "Seksi 2"),
                (3, "Seksi 10"),
                (1, "Sekretariat Daerah"),
            ]
        );
        let find = |id| tree.find(id).expect("ada");
        assert_eq!(tree.opd_of(find("s2")), Some(find("dinkes")));
        assert_eq!(tree.opd_of(find("dinkes")), Some(find("dinkes")));
        assert_eq!(tree.opd_of(find("prov")), None);
        assert_eq!(tree.opd(), [find("dinkes"), find("setda")]);
        assert!(
            tree.is_within(find("s10"), find("dinkes")) && !tree.is_within(find("setda"), find("dinkes"))
        );
        assert_eq!(tree.children(find("bid")).map(|n| tree.id(n)).collect::<Vec<_>>(), ["s2", "s10"]);
        assert_eq!(
            tree.ancestors(find("s2")).map(|n| tree.id(n)).collect::<Vec<_>>(),
            ["bid", "dinkes", "prov"]
        );
    }

    #[test]
    fn what_cannot_be_placed_is_a_root_and_told() {
        let (tree, findings) = Tree::build([
            unit("a", "A", "b"),
            unit("b", "B", "c"),
            unit("c", "C", "a"),
            unit("d", "D", "hilang"),
            unit("e", "E", "e"),
            unit("a", "A lagi", ""),
        ]);
        let told: Vec<(&str, &str)> = findings.iter().map(|f| (&*f.id, f.finding.code.text())).collect();
        assert_eq!(told, [("a", "UNOR-03"), ("d", "UNOR-02"), ("a", "UNOR-01"), ("e", "UNOR-01")]);
        assert_eq!(tree.len(), 5);
        assert_eq!(tree.roots().map(|n| tree.id(n)).collect::<Vec<_>>(), ["a", "d", "e"]);
    }

    #[test]
    fn hostile_depth_is_only_long() {
        let ids: Vec<String> = (0..200_000).map(|n| n.to_string()).collect();
        let above = |n: usize| if n == 0 { "" } else { &ids[n - 1] };
        let (tree, findings) = Tree::build((0..ids.len()).map(|n| unit(&ids[n], "Unit", above(n))));
        assert!(findings.is_empty());
        assert_eq!(tree.nodes().map(|n| tree.depth(n)).max(), Some(199_999));
    }
}
