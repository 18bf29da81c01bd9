//! Units, posts and governments for programs: the numbers of the map, without names of people.

use crate::page::{MAPS, counted, wanted};
use crate::rule::{Isi, Peta};
use host::api::{self, Kind, Object, Operation, Param, Schema, Scope, Shape, known};
use host::{Answer, Ctx, Organisation, Problem, Reach, World};
use kernel::unor::Node;
use serde_json::{Value, json};
use std::sync::Arc;
use store::organisation::Post;

static UNOR: Object = Object {
    name: "Unor",
    parts: &[
        ("id", Schema::Text, "ID unor BKN."),
        ("nama", Schema::Text, ""),
        ("instansi", Schema::Text, "ID instansi BKN."),
        ("atasan", Schema::Maybe(&Schema::Text), "ID unor di atasnya."),
        ("eselon", Schema::Maybe(&Schema::Text), ""),
        ("nama_jabatan", Schema::Maybe(&Schema::Text), "Jabatan yang memimpin."),
        ("aktif", Schema::Flag, ""),
        ("pegawai", Schema::Int, "Pegawai aktif, dengan semua unit di bawahnya."),
        ("kebutuhan", Schema::Maybe(&Schema::Int), "Menurut peta jabatan; null bila tidak ada peta."),
        ("terisi", Schema::Int, "Pemangku pos jabatan."),
        ("kosong", Schema::Int, ""),
        ("lebih", Schema::Int, ""),
    ],
};

static UNOR_RINCI: Object = Object {
    name: "UnorRinci",
    parts: &[
        ("unor", Schema::Object(&UNOR), ""),
        ("jalur", Schema::List(&Schema::Text), "ID unor di atasnya, yang terdekat dahulu."),
        ("anak", Schema::List(&Schema::Object(&UNOR)), "Unor tepat di bawahnya."),
        ("temuan", Schema::List(&Schema::Text), "Kode temuan tentang unor ini."),
    ],
};

static POS: Object = Object {
    name: "Pos",
    parts: &[
        ("id", Schema::Text, ""),
        ("unor", Schema::Text, "ID unor."),
        ("jabatan", Schema::Text, ""),
        ("jenis", Schema::Maybe(&Schema::Text), "Kode jenis jabatan BKN."),
        ("jenjang", Schema::Maybe(&Schema::Text), "Eselon atau jenjang."),
        ("kelas", Schema::Maybe(&Schema::Int), "Kelas jabatan."),
        ("kebutuhan", Schema::Maybe(&Schema::Int), "null bila peta jabatan tidak menyebut pos ini."),
        ("pemangku", Schema::List(&Schema::Uuid), "ID pegawai."),
    ],
};

static INSTANSI: Object = Object {
    name: "Instansi",
    parts: &[
        ("id", Schema::Text, "ID instansi BKN."),
        ("nama", Schema::Text, ""),
        ("pegawai_aktif", Schema::Int, "Yang terlihat oleh akun pemilik token."),
        ("unor", Schema::Int, ""),
        ("pos", Schema::Int, ""),
    ],
};

const INSTANSI_PARAM: Param = Param {
    name: "instansi",
    kind: Kind::Text(80),
    says: "ID instansi, bagi akun yang melayani beberapa; tanpa ini instansi akun, atau yang pertama.",
};

/// Units.
pub static UNITS: Operation = Operation {
    name: "daftarUnor",
    summary: "Unor satu instansi dengan isinya, menurut ID.",
    scope: Scope::Organisasi,
    params: &[INSTANSI_PARAM],
    clocks: true,
    answer: Shape::Page(&UNOR),
};

/// One unit.
pub static UNIT: Operation = Operation {
    name: "unor",
    summary: "Satu unor, yang di atas dan tepat di bawahnya.",
    scope: Scope::Organisasi,
    params: &[],
    clocks: true,
    answer: Shape::One(&UNOR_RINCI),
};

/// Posts.
pub static POSTS: Operation = Operation {
    name: "daftarPos",
    summary: "Pos jabatan satu instansi dengan pemangkunya, menurut ID.",
    scope: Scope::Organisasi,
    params: &[INSTANSI_PARAM, Param { name: "unor", kind: Kind::Text(80), says: "Hanya pos unor ini." }],
    clocks: true,
    answer: Shape::Page(&POS),
};

/// Governments.
pub static TENANTS: Operation = Operation {
    name: "daftarInstansi",
    summary: "Instansi yang dilayani dengan jumlah pegawai, unor, dan pos.",
    scope: Scope::Statistik,
    params: &[],
    clocks: true,
    answer: Shape::Page(&INSTANSI),
};

/// The map of one instansi, as far as the visitor reaches.
struct Map<'a> {
    world: &'a World,
    instansi: &'a str,
    organisation: &'a Organisation,
    peta: &'a Peta,
    /// The highest unit seen; `None` for all of them.
    top: Option<Node>,
}

impl<'a> Map<'a> {
    fn of(ctx: &'a Ctx, world: &'a World, peta: &'a Peta, instansi: &str) -> Result<Map<'a>, Problem> {
        let found = world.organisations.get_key_value(instansi);
        let (instansi, organisation) = found.ok_or(Problem::NotFound)?;
        let top = match ctx.reach() {
            Reach::Subtree => Some(organisation.tree.find(&ctx.visitor()?.unor).ok_or(Problem::NotFound)?),
            _ => None,
        };
        Ok(Map { world, instansi, organisation, peta, top })
    }

    fn sees(&self, node: Node) -> bool {
        self.top.is_none_or(|top| self.organisation.tree.is_within(node, top))
    }

    fn find(&self, unor: &str) -> Option<Node> {
        self.organisation.tree.find(unor).filter(|node| self.sees(*node))
    }

    fn unit(&self, node: Node) -> Value {
        let tree = &self.organisation.tree;
        let id = tree.id(node);
        let listed = self.organisation.units.get(id);
        let Isi { people, mapped, needed, holders, filled, vacant, over, .. } =
            self.peta.isi(tree.subtree(node));
        let mapped = mapped > 0;
        json!({
            "id": id,
            "nama": tree.nama(node),
            "instansi": self.instansi,
            "atasan": tree.parent(node).map(|n| tree.id(n)),
            "eselon": known(listed.map_or("", |u| &u.eselon)),
            "nama_jabatan": known(listed.map_or("", |u| &u.nama_jabatan)),
            "aktif": tree.is_active(node),
            "pegawai": people,
            "kebutuhan": mapped.then_some(needed),
            "terisi": if mapped { filled } else { holders },
            "kosong": vacant,
            "lebih": over,
        })
    }

    fn post(&self, at: usize) -> Value {
        let post = &self.organisation.posts[at];
        let register = &self.world.register;
        let holders = self.peta.holders(at as u32).iter().map(|&i| register.id[i as usize].to_string());
        json!({
            "id": post.id,
            "unor": post.unor,
            "jabatan": post.jabatan,
            "jenis": known(&post.jenis),
            "jenjang": known(&post.jenjang),
            "kelas": (post.kelas > 0).then_some(post.kelas),
            "kebutuhan": (!post.derived).then_some(post.kebutuhan),
            "pemangku": holders.collect::<Vec<_>>(),
        })
    }
}

/// `GET /api/v1/unor`.
pub fn units(ctx: &mut Ctx) -> Answer {
    let world = ctx.world()?;
    let maps = MAPS.get(&world, counted);
    let (instansi, peta) = chosen(ctx, &world, &maps)?;
    let map = Map::of(ctx, &world, peta, &instansi)?;
    let tree = &map.organisation.tree;
    let mut nodes: Vec<Node> = tree.nodes().filter(|n| map.sees(*n)).collect();
    nodes.sort_unstable_by_key(|n| tree.id(*n));
    let (rows, next) = api::window(ctx, &nodes, |n| tree.id(*n));
    api::page(ctx, rows.iter().map(|n| map.unit(*n)).collect(), Some(nodes.len() as u64), next)
}

/// `GET /api/v1/unor/{id}`. A unit of another circle and one that does not exist look alike.
pub fn unit(ctx: &mut Ctx) -> Answer {
    let world = ctx.world()?;
    let maps = MAPS.get(&world, counted);
    let own = ctx.visitor()?.instansi.clone();
    let mine = world.tenants.iter().filter(|t| own.is_empty() || t.id == own);
    let mut found = mine.filter_map(|t| {
        let map = Map::of(ctx, &world, maps.get(&t.id)?, &t.id).ok()?;
        let node = map.find(ctx.param("id"))?;
        Some((map, node))
    });
    let (map, node) = found.next().ok_or(Problem::NotFound)?;
    let tree = &map.organisation.tree;
    let above: Vec<&str> = tree.ancestors(node).filter(|n| map.sees(*n)).map(|n| tree.id(n)).collect();
    let odd = map.organisation.findings.iter().filter(|f| *f.id == *tree.id(node));
    let data = json!({
        "unor": map.unit(node),
        "jalur": above,
        "anak": tree.children(node).map(|n| map.unit(n)).collect::<Vec<_>>(),
        "temuan": odd.map(|f| f.finding.code.text()).collect::<Vec<_>>(),
    });
    api::one(ctx, data)
}

/// `GET /api/v1/pos`.
pub fn posts(ctx: &mut Ctx) -> Answer {
    let world = ctx.world()?;
    let maps = MAPS.get(&world, counted);
    let (instansi, peta) = chosen(ctx, &world, &maps)?;
    let map = Map::of(ctx, &world, peta, &instansi)?;
    let unor = ctx.query("unor");
    if !unor.is_empty() && map.find(unor).is_none() {
        return Err(Problem::NotFound);
    }
    let all = &map.organisation.posts;
    let shown = |at: &usize| {
        let post: &Post = &all[*at];
        // A post only old files name and nobody holds any more is not shown.
        let held = !post.derived || !map.peta.holders(*at as u32).is_empty();
        held && (unor.is_empty() || post.unor == unor) && map.find(&post.unor).is_some()
    };
    let places: Vec<usize> = (0..all.len()).filter(shown).collect();
    let (rows, next) = api::window(ctx, &places, |at| all[*at].id.as_str());
    api::page(ctx, rows.iter().map(|at| map.post(*at)).collect(), Some(places.len() as u64), next)
}

/// `GET /api/v1/instansi`.
pub fn tenants(ctx: &mut Ctx) -> Answer {
    let world = ctx.world()?;
    let own = ctx.visitor()?.instansi.clone();
    let (register, sees) = (&world.register, ctx.sees(&world));
    let mut mine: Vec<_> = world.tenants.iter().filter(|t| own.is_empty() || t.id == own).collect();
    mine.sort_unstable_by_key(|t| t.id.as_str());
    let (rows, next) = api::window(ctx, &mine, |t| t.id.as_str());
    let said = rows.iter().map(|t| {
        let number = register.names.find(&t.id);
        let works = |i: &usize| register.active[*i] && Some(register.instansi[*i]) == number && sees(*i);
        let organisation = world.organisation(&t.id);
        json!({
            "id": t.id,
            "nama": t.nama,
            "pegawai_aktif": (0..register.len()).filter(works).count(),
            "unor": organisation.map_or(0, |o| o.tree.len()),
            "pos": organisation.map_or(0, |o| o.posts.len()),
        })
    });
    let said = said.collect();
    api::page(ctx, said, Some(mine.len() as u64), next)
}

/// The instansi asked for, and its map.
fn chosen<'m>(
    ctx: &Ctx,
    world: &Arc<World>,
    maps: &'m std::collections::HashMap<String, Peta>,
) -> Result<(String, &'m Peta), Problem> {
    let own = ctx.visitor()?.instansi.as_str();
    let instansi = wanted(world, own, ctx.query("instansi"), "")?.to_owned();
    let peta = maps.get(&instansi).ok_or(Problem::NotFound)?;
    Ok((instansi, peta))
}
