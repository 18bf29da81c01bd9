//! The tree on the left, the way up, and the search for a unit.

use super::Lihat;
use super::unit::unit_view;
use crate::view::{HasilUnit, PencarianUnit, PilihInstansi, PohonView};
use host::tanggal;
use kernel::search::fold_text;
use kernel::unor::Node;
use web::component::keadaan::{Blok, Gagal};
use web::component::ranting::Cabang;
use web::format;

/// Brothers shown on one level; more are found by name.
const BROTHERS: usize = 200;
/// Units a search shows.
const RESULTS: usize = 50;

/// The whole page.
pub fn say(seen: &Lihat<'_>) -> PohonView {
    let all = seen.top.map_or(0..seen.tree().len() as u32, |top| seen.tree().subtree(top));
    let units = all.filter(|n| seen.tree().is_active(Node(*n))).count() as u64;
    PohonView {
        at: tanggal(seen.world.as_of.effective),
        units,
        instansi: instansi(seen),
        tree: tree(seen),
        trail: trail(seen),
        unit: seen
            .chosen
            .map_or_else(|| Blok::Gagal(Gagal::default()), |node| Blok::Ada(unit_view(seen, node))),
        search: search(seen),
        without_unit: seen
            .top
            .is_none()
            .then(|| (seen.peta.without_unit, seen.link("/pegawai", &[("tanpa", "unit")]))),
        export_href: None,
    }
}

/// The other maps, for those who may see them.
fn instansi(seen: &Lihat<'_>) -> Option<PilihInstansi> {
    let tenants = &seen.world.tenants;
    (seen.many() && tenants.len() > 1).then(|| PilihInstansi {
        chosen: seen.instansi.to_owned(),
        options: tenants.iter().map(|t| (t.id.clone(), t.nama.clone())).collect(),
        keep: seen.keep.clone(),
    })
}

fn tree(seen: &Lihat<'_>) -> Vec<Cabang> {
    let roots: Vec<Node> =
        seen.top.map_or_else(|| seen.tree().roots().filter(|n| seen.stands(*n)).collect(), |top| vec![top]);
    let path: Vec<Node> =
        seen.chosen.into_iter().flat_map(|c| std::iter::once(c).chain(seen.tree().ancestors(c))).collect();
    level(seen, &roots, &path)
}

/// One level; where the way to the chosen unit leads through a branch, that one is open.
fn level(seen: &Lihat<'_>, nodes: &[Node], path: &[Node]) -> Vec<Cabang> {
    let on_path = |n: &Node| path.contains(n);
    let shown = nodes.iter().enumerate().filter(|(at, n)| *at < BROTHERS || on_path(n));
    let mut branches: Vec<Cabang> = shown.map(|(_, n)| branch(seen, *n, path)).collect();
    let hidden = nodes.len() - branches.len();
    if hidden > 0 {
        let name = format!("dan {} unit lain: cari menurut nama", format::angka(hidden as u64));
        branches.push(Cabang { name, href: "#saring-cari".into(), ..Cabang::default() });
    }
    branches
}

fn branch(seen: &Lihat<'_>, node: Node, path: &[Node]) -> Cabang {
    let tree = seen.tree();
    let range = tree.subtree(node);
    let isi = seen.peta.isi(range.clone());
    let open = path.contains(&node);
    let children: Vec<Node> =
        if open { tree.children(node).filter(|n| seen.stands(*n)).collect() } else { Vec::new() };
    Cabang {
        name: tree.nama(node).to_owned(),
        href: seen.unit_href(node),
        current: seen.chosen == Some(node),
        filled: isi.holders,
        vacant: isi.vacant,
        over: isi.over,
        findings: isi.findings,
        parent: range.len() > 1,
        children: level(seen, &children, path),
    }
}

/// The units above the chosen one, the highest first, no higher than this visitor sees.
fn trail(seen: &Lihat<'_>) -> Vec<(String, String)> {
    let tree = seen.tree();
    let inside = |n: &Node| seen.top.is_none_or(|top| tree.is_within(*n, top));
    let mut above: Vec<Node> =
        seen.chosen.into_iter().flat_map(|c| tree.ancestors(c)).filter(inside).collect();
    above.reverse();
    above.into_iter().map(|n| (tree.nama(n).to_owned(), seen.unit_href(n))).collect()
}

/// Units whose name holds every word typed.
fn search(seen: &Lihat<'_>) -> PencarianUnit {
    let (tree, query) = (seen.tree(), seen.ctx.query("q").trim());
    let mut keep = seen.keep.clone();
    keep.extend(seen.many().then(|| ("instansi".to_owned(), seen.instansi.to_owned())));
    let folded = fold_text(query);
    let words: Vec<&str> = folded.split(' ').filter(|w| !w.is_empty()).collect();
    let fits = |n: &Node| {
        let name = fold_text(tree.nama(*n));
        !words.is_empty() && words.iter().all(|w| name.contains(w))
    };
    let inside = |n: &Node| seen.top.is_none_or(|top| tree.is_within(*n, top));
    let found: Vec<Node> =
        if query.is_empty() { Vec::new() } else { tree.nodes().filter(inside).filter(fits).collect() };
    PencarianUnit {
        query: query.to_owned(),
        keep,
        results: found.iter().take(RESULTS).map(|n| result(seen, *n)).collect(),
        total: found.len() as u64,
        clear_href: seen.chosen.map_or_else(|| seen.link("/organisasi", &[]), |n| seen.unit_href(n)),
    }
}

fn result(seen: &Lihat<'_>, node: Node) -> HasilUnit {
    let tree = seen.tree();
    // The government itself is above everything and says nothing.
    let mut path: Vec<&str> =
        tree.ancestors(node).filter(|n| tree.opd_of(*n).is_some()).map(|n| tree.nama(n)).collect();
    path.reverse();
    HasilUnit {
        name: tree.nama(node).to_owned(),
        path: path.join(" › "),
        href: seen.unit_href(node),
        filled: seen.peta.isi(tree.subtree(node)).people,
    }
}
