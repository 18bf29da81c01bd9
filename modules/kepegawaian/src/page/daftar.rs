//! The list of people.

use super::circle::{asked, circle};
use super::{kolom, panel, tampilan, words};
use crate::rule::filter::{Batas, Kapan, NAMES, SIZES};
use crate::rule::{Filter, Found, Listing, Order, Previous, Rentang, StatusPilihan, Tanpa, select};
use crate::view::{self, BarisPegawai, DaftarView, Urut};
use host::{Action, Answer, Ctx, Reach, World, html, tanggal};
use kernel::check::Scope as About;
use kernel::{Code, Golongan, PegawaiId, Severity};
use web::component::formulir::Ruas;
use web::component::paging::Paging;
use web::component::saring::{Pilihan, Saring};
use web::url;

/// `GET /pegawai`.
pub fn list(ctx: &mut Ctx) -> Answer {
    let world = ctx.world()?;
    let (filter, units) = asked(ctx, &world)?;
    let (kept, circle) = circle(ctx, &world);
    let visible = &circle.scope.visible;
    let now = ctx.present()?;
    let sees = ctx.sees_with(&now, Some(Action::LihatPegawai));
    // Who may see a person follows from where they are now: on another day they may have worked here.
    let opens = |id| ctx.clocks.is_present() || now.register.find(id).is_some_and(&sees);
    let links = Links { keep: ctx.clocks.keep(), filter: &filter, opens: &opens };
    let panel = panel::asked(ctx, &world, &now, visible, &links);
    if ctx.part && !ctx.query("panel").is_empty() {
        return Ok(html(maud::html! { @if let Some(panel) = &panel { (panel) } }));
    }
    let today = world.as_of.effective;
    let found = select(&world.register, &kept.listing, &filter, units.as_ref(), today, visible);
    let mut page = say(ctx, &world, &kept.listing, &links, &found);
    page.views = tampilan::tabs(ctx, &world, &circle, &links)?;
    page.panel = panel;
    let frame = ctx.frame_at("Data Pegawai", &[("Beranda", "/")], &[&NAMES[..], &["opd"]].concat());
    Ok(html(view::daftar(&frame, &page)))
}

/// Addresses of this list with one thing changed.
pub(super) struct Links<'f> {
    /// The clocks.
    pub keep: Vec<(String, String)>,
    /// What is asked for.
    pub filter: &'f Filter,
    /// Whose page may be opened.
    pub opens: &'f dyn Fn(PegawaiId) -> bool,
}

impl Links<'_> {
    /// Another page that reads the same address.
    pub fn to(&self, path: &str, filter: &Filter, after: &str) -> String {
        let chosen = filter.pairs();
        let mut pairs: Vec<(&str, &str)> = chosen.iter().map(|(k, v)| (*k, v.as_str())).collect();
        pairs.extend(self.keep.iter().map(|(k, v)| (k.as_str(), v.as_str())));
        pairs.push(("sesudah", after));
        url::link(path, &pairs)
    }

    /// This page of the list.
    pub fn here(&self) -> String {
        self.to("/pegawai", self.filter, &self.filter.value("sesudah"))
    }

    /// What forms beside the list keep of its address, with the clocks.
    pub fn pairs(&self, names: &[&str]) -> Vec<(String, String)> {
        let kept = names.iter().map(|n| ((*n).to_owned(), self.filter.value(n))).filter(|p| !p.1.is_empty());
        kept.chain(self.keep.iter().cloned()).collect()
    }

    /// The list from its beginning.
    pub fn list(&self, filter: &Filter) -> String {
        self.to("/pegawai", filter, "")
    }

    fn order(&self, order: Order) -> Urut {
        let current = self.filter.order == order;
        let descending = current && !self.filter.descending;
        let turned = Filter { order, descending, ..self.filter.clone() };
        Urut { href: Some(self.list(&turned)), ascending: current.then_some(!self.filter.descending) }
    }
}

fn say(ctx: &Ctx, world: &World, listing: &Listing, links: &Links<'_>, found: &Found) -> DaftarView {
    let filter = links.filter;
    let may_export = ctx.visitor.as_ref().is_some_and(|v| v.reach(Action::Ekspor) != Reach::None);
    let with_findings = Filter { temuan: Some(crate::rule::Temuan::Ada), ..filter.clone() };
    let words = ["menurut nama", "menurut golongan", "menurut batas terdekat"];
    DaftarView {
        matches: found.total as u64,
        units: None,
        refreshed: None,
        findings: Some((found.findings, links.list(&with_findings))),
        views: Vec::new(),
        panel: None,
        ruler: None,
        filter: filters(ctx, world, listing, links),
        columns: kolom::shown(filter.columns),
        choose: kolom::choose(links),
        by_name: links.order(Order::Nama),
        by_golongan: links.order(Order::Golongan),
        by_deadline: links.order(Order::Batas),
        order_words: format!(
            "{}{}",
            words[filter.order as usize],
            if filter.descending { ", menurun" } else { "" }
        ),
        rows: rows(ctx, world, links, found.rows.iter().copied()),
        keep: links.pairs(&["urut", "kolom"]),
        paging: paging(links, found),
        export_href: may_export.then(|| links.to("/ekspor/pegawai.csv", filter, "")),
        save_href: links.to("/pegawai/tampilan", filter, ""),
        at: tanggal(world.as_of.effective),
    }
}

fn paging(links: &Links<'_>, found: &Found) -> Paging {
    let page = |after: &str| links.to("/pegawai", links.filter, after);
    let size = |n: usize| {
        let sized = Filter { size: n, ..links.filter.clone() };
        (n as u32, links.list(&sized), links.filter.rows() == n)
    };
    Paging {
        first: if found.rows.is_empty() { 0 } else { found.before as u64 + 1 },
        last: (found.before + found.rows.len()) as u64,
        total: Some(found.total as u64),
        previous_href: match found.previous {
            Previous::None => None,
            Previous::First => Some(page("")),
            Previous::After(id) => Some(page(&id.to_string())),
        },
        next_href: found.next.map(|id| page(&id.to_string())),
        sizes: SIZES.into_iter().map(size).collect(),
    }
}

/// People as the list shows them.
pub(super) fn rows(
    ctx: &Ctx,
    world: &World,
    links: &Links<'_>,
    people: impl Iterator<Item = usize>,
) -> Vec<BarisPegawai> {
    let clocks: Vec<(&str, &str)> = links.keep.iter().map(|(k, v)| (k.as_str(), v.as_str())).collect();
    let here = url::link(&links.here(), &[("panel", "x")]);
    let beside = here.strip_suffix('x').unwrap_or(&here);
    people.map(|i| row(ctx, world, links, i, &clocks, beside)).collect()
}

fn row(
    ctx: &Ctx,
    world: &World,
    links: &Links<'_>,
    i: usize,
    clocks: &[(&str, &str)],
    beside: &str,
) -> BarisPegawai {
    let r = &world.register;
    let id = r.id[i].to_string();
    let opens = (links.opens)(r.id[i]);
    BarisPegawai {
        href: opens.then(|| url::link(&format!("/pegawai/{id}"), clocks)),
        panel_href: opens.then(|| format!("{beside}{id}")),
        id,
        nip: r.nip(i).to_owned(),
        name: r.nama(i).to_owned(),
        jabatan: r.names.text(r.jabatan[i]).to_owned(),
        unit: world.unit_of(i).to_owned(),
        golongan: words::golongan(r.golongan[i]),
        golongan_tmt: words::day(r.tmt_golongan[i]),
        status: words::status(r.status[i], r.part_time[i]).to_owned(),
        kedudukan: words::kedudukan(r.names.text(r.kedudukan[i]), r.status[i], r.part_time[i]).to_owned(),
        predikat: words::ratings(world, i),
        deadline: r.limit[i].map(|l| view::Batas { event: words::limit(l.1).into(), date: tanggal(l.0) }),
        no_deadline: words::no_limit(r.status[i]),
        findings: r.codes[i].len() as u32,
        grave: r.codes[i].severity() == Some(Severity::Berat),
        more: kolom::more(&ctx.hall.tables, world, links.filter.columns, i),
    }
}

/// The filter bar. Who counts has a default of its own, so its neutral choice says which.
fn filters(ctx: &Ctx, world: &World, listing: &Listing, links: &Links<'_>) -> Saring {
    let filter = links.filter;
    let choice = |name: &str, label: &str, options: Vec<(String, String)>| Pilihan {
        name: name.into(),
        label: label.into(),
        value: filter.value(name),
        options,
    };
    let mut choices = Vec::with_capacity(8);
    if ctx.visitor.as_ref().is_some_and(|v| v.instansi.is_empty()) && world.tenants.len() > 1 {
        let tenants = world.tenants.iter().map(|t| (t.id.clone(), t.nama.clone())).collect();
        choices.push(choice("instansi", "Instansi", tenants));
    }
    choices.push(choice("unit", "Unit kerja", units(ctx, world, filter)));
    let choose = |list: &[(&str, &str)]| list.iter().map(|(v, l)| ((*v).into(), (*l).into())).collect();
    let status = StatusPilihan::ALL.iter().map(|s| (s.1.into(), s.2.into())).collect();
    choices.push(choice("status", "Status kepegawaian", status));
    choices.push(choice("golongan", "Golongan", golongan()));
    choices.push(choice("jenis_jabatan", "Jenis jabatan", choose(&words::JENIS)));
    choices.push(choice("kedudukan", "Kedudukan", kedudukan(world, listing)));
    choices.push(choice("temuan", "Temuan", findings()));
    choices.push(choice("batas", "Batas berikutnya", limits(filter)));
    if !filter.pos.is_empty() {
        choices.push(choice("pos", "Jabatan", vec![(filter.pos.clone(), post(world, &filter.pos))]));
    }
    if filter.tanpa.is_some() {
        let lacks = Tanpa::ALL.iter().map(|t| (t.1.into(), t.2.into())).collect();
        choices.push(choice("tanpa", "Belum diketahui", lacks));
    }
    choices.extend(chosen(ctx, filter));
    let keep = links.pairs(&["urut", "baris", "kolom"]);
    let mut saring = Saring::of("/pegawai", ("q", "Nama atau NIP"), &filter.q, keep, &choices);
    if let (Some(at), Some(choice)) =
        (choices.iter().position(|c| c.name == "kedudukan"), choices.iter().find(|c| c.name == "kedudukan"))
    {
        let mut options = vec![(String::new(), "Aktif".to_owned())];
        options.extend(choice.options.iter().cloned());
        saring.fields[at] = Ruas::choice("kedudukan", "Kedudukan", options).value(&choice.value);
    }
    saring
}

/// What statistics lead to: not among the filters of every day, but said and removable when it is in force.
fn chosen(ctx: &Ctx, filter: &Filter) -> Vec<Pilihan> {
    let tables = &ctx.hall.tables;
    let years = |range: Option<Rentang>| range.map(Rentang::words);
    let level = |code: u8| {
        let name = words::pendidikan(tables, code);
        if name.is_empty() { code.to_string() } else { name.to_owned() }
    };
    let sex = |s: u8| words::sex(s).to_owned();
    [
        ("langsung", "Cakupan unit", filter.langsung.then(|| "Tanpa unit di bawahnya".to_owned())),
        ("jenis_kelamin", "Jenis kelamin", filter.sex.map(sex)),
        ("pendidikan", "Tingkat pendidikan", filter.pendidikan.map(level)),
        ("jenjang", "Jenjang jabatan", filter.jenjang.map(|j| j.label().to_owned())),
        ("umur", "Umur", years(filter.umur)),
        ("masa_kerja", "Masa kerja golongan", years(filter.masa_kerja)),
    ]
    .into_iter()
    .filter_map(|(name, label, words)| {
        let value = filter.value(name);
        Some(Pilihan {
            name: name.into(),
            label: label.into(),
            options: vec![(value.clone(), words?)],
            value,
        })
    })
    .collect()
}

fn post(world: &World, id: &str) -> String {
    let mut posts = world.organisations.values().flat_map(|o| &o.posts);
    posts.find(|p| p.id == id).map_or_else(|| "tidak dikenal".to_owned(), |p| p.jabatan.clone())
}

/// Contract or not, and months: what one may choose at any time.
const BATAS: [(bool, u8); 4] = [(false, 12), (false, 60), (true, 6), (true, 12)];

/// The limits to choose from; one an address asks for stands among them, so that the form keeps it.
fn limits(filter: &Filter) -> Vec<(String, String)> {
    let usual = BATAS.map(|(kontrak, months)| Batas { kontrak, kapan: Kapan::Bulan(months) });
    let asked = filter.batas.filter(|b| !usual.contains(b));
    usual.into_iter().chain(asked).map(|b| (b.word(), words::batas(b))).collect()
}

/// More units than this are not a choice but a search.
const MOST_UNITS: usize = 200;

/// Perangkat daerah of the instansi looked at; for an operator the units right under the own one.
fn units(ctx: &Ctx, world: &World, filter: &Filter) -> Vec<(String, String)> {
    let visitor = ctx.visitor.as_ref();
    let own = visitor.map_or("", |v| v.instansi.as_str());
    let only = (world.tenants.len() == 1).then(|| world.tenants[0].id.as_str());
    let instansi = [own, &filter.instansi].into_iter().find(|i| !i.is_empty()).or(only);
    let Some(organisation) = instansi.and_then(|id| world.organisation(id)) else { return Vec::new() };
    let tree = &organisation.tree;
    let top = visitor.filter(|_| ctx.reach() == Reach::Subtree).and_then(|v| tree.find(&v.unor));
    let mut nodes = top.map_or_else(|| tree.opd(), |top| tree.children(top).collect());
    // Without a list of units every unit is its own root: thousands of options help nobody and weigh on
    // every page. The chosen one stays, the others are reached from Peta organisasi.
    if nodes.len() > MOST_UNITS {
        nodes.clear();
    }
    nodes.extend(tree.find(&filter.unit).filter(|n| !nodes.contains(n)));
    nodes.into_iter().map(|n| (tree.id(n).to_owned(), tree.nama(n).to_owned())).collect()
}

fn golongan() -> Vec<(String, String)> {
    let groups = [("I", "I/a-I/d"), ("II", "II/a-II/d"), ("III", "III/a-III/d"), ("IV", "IV/a-IV/e")];
    let mut options: Vec<(String, String)> = groups
        .iter()
        .map(|(name, range)| ((*range).into(), format!("Golongan {name} (semua ruang)")))
        .collect();
    let steps = (1..=17).map(Golongan::Pns).chain((1..=17).map(Golongan::Pppk));
    options.extend(steps.map(|g| match g {
        Golongan::Pns(_) => (g.to_string(), g.to_string()),
        Golongan::Pppk(_) => (g.to_string(), format!("{g} (PPPK)")),
    }));
    options
}

fn kedudukan(world: &World, listing: &Listing) -> Vec<(String, String)> {
    let mut options = vec![
        ("semua".to_owned(), "Semua, juga yang tidak aktif".to_owned()),
        ("tidak_aktif".to_owned(), "Semua yang tidak aktif".to_owned()),
    ];
    let named = listing.kedudukan.iter().map(|n| world.register.names.text(*n));
    options.extend(named.filter(|n| *n != "Aktif").map(|n| (n.to_owned(), n.to_owned())));
    options
}

fn findings() -> Vec<(String, String)> {
    let codes = Code::ALL.iter().filter(|c| c.info().scope != About::Unit);
    let mut options = vec![("ada".to_owned(), "Ada temuan".to_owned())];
    options.extend(codes.map(|c| (c.text().to_owned(), format!("{} {}", c.text(), c.info().label))));
    options
}
