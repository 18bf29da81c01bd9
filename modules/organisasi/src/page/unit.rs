//! The unit on the right: who leads it, its posts and their holders, the units below.

use super::Lihat;
use crate::rule::Isi;
use crate::view::{AnakUnit, IsiUnit, OrangTanpaPos, Pemangku, PosJabatan, UnitView};
use kernel::search::fold_text;
use kernel::tables::JenisJabatan;
use kernel::unor::Node;
use kernel::{Date, Golongan, Severity};
use store::organisation::Post;
use web::component::pohon_unor::Pejabat;
use web::component::temuan::{Bobot, Temuan};

/// Holders named beside a post, people without a post named below.
const HOLDERS: usize = 5;
const WITHOUT_POST: usize = 30;
/// Served posts of a subtree listed at once.
const SERVED_MAX: usize = 200;

/// The unit with its numbers.
pub fn unit_view(seen: &Lihat<'_>, node: Node) -> UnitView {
    let tree = seen.tree();
    let id = tree.id(node);
    let without = seen.peta.without_post(node);
    UnitView {
        name: tree.nama(node).to_owned(),
        kind: kind(seen, id),
        code: id.to_owned(),
        head: head(seen, node),
        isi: numbers(seen, node),
        people_href: seen.link("/pegawai", &[("unit", id)]),
        history_href: about(seen, "/organisasi/riwayat", &[("unit", id)]),
        record_href: seen.records().then(|| about(seen, "/organisasi/catat", &[("unit", id)])),
        closed: !tree.is_active(node),
        served: served(seen, node),
        served_href: seen.link("/organisasi", &[("unit", id), ("plt", "1")]) + "#dijabat-plt",
        has_map: seen.organisation.posts.iter().any(|p| !p.derived),
        posts: posts(seen, node),
        posts_paging: None,
        children: tree
            .children(node)
            .filter(|n| seen.stands(*n))
            .map(|child| child_view(seen, child))
            .collect(),
        without_post: without.iter().take(WITHOUT_POST).map(|&i| without_post(seen, i)).collect(),
        without_post_total: without.len() as u64,
        without_post_href: seen.link("/pegawai", &[("unit", id), ("tanpa", "pos")]),
        findings: findings(seen, id),
    }
}

/// An address that speaks of the present only.
fn about(seen: &Lihat<'_>, path: &str, pairs: &[(&str, &str)]) -> String {
    let own = [("instansi", if seen.many() { seen.instansi } else { "" })];
    web::url::link(path, &own.iter().chain(pairs).copied().collect::<Vec<_>>())
}

fn kind(seen: &Lihat<'_>, id: &str) -> String {
    let eselon = seen.organisation.units.get(id).map_or("", |u| u.eselon.as_str());
    if eselon.is_empty() || eselon.to_lowercase().starts_with("eselon") {
        return eselon.to_owned();
    }
    format!("Eselon {eselon}")
}

/// Of posts a peta jabatan names when there are any, else of all.
fn numbers(seen: &Lihat<'_>, node: Node) -> IsiUnit {
    let range = seen.tree().subtree(node);
    let Isi { people, mapped, needed, holders, filled, vacant, acting, over, .. } =
        seen.peta.isi(range.clone());
    let mapped = mapped > 0;
    IsiUnit {
        people,
        needed: mapped.then_some(needed),
        filled: if mapped { filled } else { holders },
        vacant,
        acting,
        over,
        units: range.skip(1).filter(|n| seen.tree().is_active(Node(*n))).count() as u64,
    }
}

fn child_view(seen: &Lihat<'_>, node: Node) -> AnakUnit {
    AnakUnit {
        name: seen.tree().nama(node).to_owned(),
        href: seen.unit_href(node),
        kind: kind(seen, seen.tree().id(node)),
        head: head(seen, node),
        isi: numbers(seen, node),
    }
}

/// The post that leads a unit: the one its entry in the list names, else its only struktural one.
fn leading(seen: &Lihat<'_>, node: Node) -> Option<u32> {
    let post = |at: u32| &seen.organisation.posts[at as usize];
    let named = seen.organisation.units.get(seen.tree().id(node)).map_or("", |u| u.nama_jabatan.as_str());
    let own = seen.peta.posts(node);
    let wanted = fold_text(named);
    let by_name =
        own.iter().copied().find(|at| !wanted.is_empty() && fold_text(&post(*at).jabatan) == wanted);
    by_name.or_else(|| {
        let mut heads = own.iter().copied().filter(|at| structural(seen, post(*at)));
        heads.next().filter(|_| heads.next().is_none())
    })
}

fn structural(seen: &Lihat<'_>, post: &Post) -> bool {
    seen.ctx.hall.tables.jenis_pos(&post.jenis).is_some_and(kernel::register::is_structural)
}

/// Whoever holds the leading post, else whoever serves it beside an own one.
fn head(seen: &Lihat<'_>, node: Node) -> Pejabat {
    let Some(post) = leading(seen, node) else { return Pejabat::TanpaPejabat };
    let name = |i: u32| seen.world.register.nama(i as usize).to_owned();
    if let Some(&i) = seen.peta.holders(post).first() {
        return Pejabat::Terisi { name: name(i), href: seen.person_href(i) };
    }
    match seen.peta.acting(post).first() {
        Some(&i) => {
            let (jenis, since) = assignment(seen, i, &seen.organisation.posts[post as usize]);
            Pejabat::Plt { jenis, name: name(i), href: seen.person_href(i), since }
        }
        None => Pejabat::Kosong { since: String::new() },
    }
}

/// `Plt` and `sejak 1 Agu 2026, 3 bulan`.
fn assignment(seen: &Lihat<'_>, i: u32, post: &Post) -> (String, String) {
    let list = seen.world.register.penugasan.get(&i).map_or(&[][..], Vec::as_slice);
    let Some(own) = list.iter().find(|p| host::world::serves(p) == post.id) else {
        return Default::default();
    };
    let jenis = if own.jenis.is_empty() { "Plt".to_owned() } else { own.jenis.to_string() };
    let Some(since) = own.since else { return (jenis, String::new()) };
    let months = months(since, seen.world.as_of.effective);
    (jenis, format!("sejak {}, {months} bulan", host::tanggal(since).short()))
}

/// Whole months between two days.
fn months(from: Date, to: Date) -> i32 {
    let ((y1, m1, d1), (y2, m2, d2)) = (from.ymd(), to.ymd());
    let whole = (i32::from(y2) - i32::from(y1)) * 12 + i32::from(m2) - i32::from(m1);
    (whole - i32::from(d2 < d1)).max(0)
}

/// The leading post first, then struktural ones, then by kelas and name. A post only old files name
/// and nobody holds any more is not shown.
fn posts(seen: &Lihat<'_>, node: Node) -> Vec<PosJabatan> {
    let all = &seen.organisation.posts;
    let first = leading(seen, node);
    let open = |post: &Post| post.aktif && !post.derived;
    let held = |at: &u32| {
        open(&all[*at as usize]) || !seen.peta.acting(*at).is_empty() || !seen.peta.holders(*at).is_empty()
    };
    let mut own: Vec<u32> = seen.peta.posts(node).iter().copied().filter(held).collect();
    own.sort_by_cached_key(|&at| {
        let post = &all[at as usize];
        (first != Some(at), !structural(seen, post), -post.kelas, fold_text(&post.jabatan))
    });
    own.into_iter().map(|at| post_view(seen, at)).collect()
}

fn post_view(seen: &Lihat<'_>, at: u32) -> PosJabatan {
    let post = &seen.organisation.posts[at as usize];
    let holders = seen.peta.holders(at);
    let more = holders.len() > HOLDERS;
    PosJabatan {
        jabatan: post.jabatan.clone(),
        jenis: match seen.ctx.hall.tables.jenis_pos(&post.jenis) {
            Some(JenisJabatan::Struktural) => "Struktural".into(),
            Some(JenisJabatan::Fungsional) => "Fungsional".into(),
            Some(JenisJabatan::Rangkap) => "Rangkap".into(),
            Some(JenisJabatan::Pelaksana) => "Pelaksana".into(),
            None => post.jenis.clone(),
        },
        jenjang: post.jenjang.clone(),
        kelas: u8::try_from(post.kelas).ok().filter(|k| *k > 0),
        kebutuhan: if post.derived || !post.aktif { None } else { u32::try_from(post.kebutuhan).ok() },
        terisi: holders.len() as u32,
        holders: holders.iter().take(HOLDERS).map(|&i| person(seen, i)).collect(),
        acting: seen.peta.acting(at).iter().take(HOLDERS).map(|&i| serving(seen, i, post)).collect(),
        more_href: more.then(|| seen.link("/pegawai", &[("pos", &post.id)])),
        derived: post.derived,
        closed: !post.aktif,
        history_href: about(seen, "/organisasi/riwayat", &[("pos", &post.id), ("unit", &post.unor)]),
        record_href: seen
            .records()
            .then(|| about(seen, "/organisasi/catat", &[("pos", &post.id), ("unit", &post.unor)])),
    }
}

fn serving(seen: &Lihat<'_>, i: u32, post: &Post) -> Pemangku {
    let (jenis, since) = assignment(seen, i, post);
    Pemangku { note: format!("{jenis}. {since}").trim().to_owned(), ..person(seen, i) }
}

/// Posts of the unit and below that somebody serves beside an own one: the figure, opened.
fn served(seen: &Lihat<'_>, node: Node) -> Option<Vec<(String, String, Vec<Pemangku>)>> {
    let tree = seen.tree();
    if seen.ctx.query("plt").is_empty() {
        return None;
    }
    let units = tree.subtree(node).map(Node);
    let posts = units.flat_map(|unit| seen.peta.posts(unit).iter().map(move |at| (unit, *at)));
    let acted = posts.filter(|(_, at)| !seen.peta.acting(*at).is_empty()).take(SERVED_MAX);
    let said = acted.map(|(unit, at)| {
        let post = &seen.organisation.posts[at as usize];
        let people = seen.peta.acting(at).iter().map(|&i| serving(seen, i, post)).collect();
        (format!("{}, {}", post.jabatan, tree.nama(unit)), seen.unit_href(unit), people)
    });
    Some(said.collect())
}

fn person(seen: &Lihat<'_>, i: u32) -> Pemangku {
    let (r, at) = (&seen.world.register, i as usize);
    Pemangku {
        name: r.nama(at).to_owned(),
        nip: r.nip(at).to_owned(),
        href: seen.person_href(i),
        note: Golongan::from_code(r.golongan[at]).map(|g| g.to_string()).unwrap_or_default(),
    }
}

fn without_post(seen: &Lihat<'_>, i: u32) -> OrangTanpaPos {
    let r = &seen.world.register;
    OrangTanpaPos { person: person(seen, i), jabatan: r.names.text(r.jabatan[i as usize]).to_owned() }
}

fn findings(seen: &Lihat<'_>, id: &str) -> Vec<Temuan> {
    let own = seen.organisation.findings.iter().filter(|f| *f.id == *id);
    let say = |f: &kernel::unor::UnitFinding| Temuan {
        weight: match f.finding.severity {
            Severity::Berat => Bobot::Berat,
            Severity::Ragu => Bobot::Meragukan,
            Severity::Catatan => Bobot::Catatan,
        },
        code: f.finding.code.text().to_owned(),
        title: f.finding.message.clone(),
        advice: f.finding.suggestion.clone(),
        source: String::new(),
        action: None,
    };
    own.map(say).collect()
}
