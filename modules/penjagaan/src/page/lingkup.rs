//! What the address asks for: a service, a period, a unit, and how the other conditions stand.

use crate::rule::periode::{BIASA, RENTANG, WORDS};
use crate::rule::{Periode, Pilih};
use host::{Ctx, Hukum, Problem, Reach, World};
use kernel::unor::Node;
use law::jaga::{Hasil, Jaga, Macam, Syarat};
use law::layanan::Layanan;
use std::sync::Arc;
use web::url;

/// More units than this are not a choice but a search.
const MOST_UNITS: usize = 200;

/// What was asked for, and what there is to answer it from.
pub struct Lingkup<'a> {
    ctx: &'a Ctx,
    /// The moment.
    pub world: Arc<World>,
    /// The law.
    pub hukum: &'a Hukum,
    /// The service.
    pub layanan: &'a Layanan,
    /// What its day means.
    pub macam: Macam,
    /// Whom the list shows.
    pub pilih: Pilih,
    /// Everybody the visitor may see whom it concerns, in order.
    pub semua: Vec<Jaga>,
    /// How many of whom nobody can say whether it concerns them.
    pub tak_tentu: u64,
    /// Unit looked at with everything under it; empty for all of them.
    pub unit: String,
}

impl<'a> Lingkup<'a> {
    /// Reads the address.
    ///
    /// # Errors
    /// When it names a service that is not watched, or a unit this visitor does not reach.
    pub fn read(ctx: &'a Ctx, hukum: &'a Hukum) -> Result<Lingkup<'a>, Problem> {
        let world = ctx.world()?;
        let mut watched = host::jaga::watched(hukum);
        let asked = ctx.query("layanan").trim();
        let found = if asked.is_empty() { watched.next() } else { watched.find(|w| &*w.0.kunci == asked) };
        let (layanan, macam) = found.ok_or(Problem::NotFound)?;
        let unit = ctx.query("unit").trim();
        if !unit.is_empty() && !ctx.reaches_unit(&world, unit) {
            return Err(Problem::NotFound);
        }
        let holds = |id: &&str| world.organisation(id).is_some_and(|o| o.tree.find(unit).is_some());
        let owner = world.tenants.iter().map(|t| t.id.as_str()).find(holds);
        let within = (!unit.is_empty()).then(|| world.units_within(owner.unwrap_or(""), unit));
        let hasil: Arc<Hasil> = world.jaga(hukum, layanan);
        let (semua, tak_tentu) = {
            let sees = ctx.sees(&world);
            let shown = |row: u32| {
                let i = row as usize;
                sees(i) && within.as_ref().is_none_or(|units| units.contains(&world.register.unor[i]))
            };
            let semua: Vec<Jaga> = hasil.jaga.iter().filter(|j| shown(j.baris)).copied().collect();
            (semua, hasil.tak_tentu.iter().filter(|row| shown(**row)).count() as u64)
        };
        let hari = world.as_of.effective;
        // A duty of the year has no day of its own: every period shows it.
        let dated = macam != Macam::Wajib || layanan.tanggal.is_some();
        let periode = Periode::read(ctx.query("periode"), ctx.query("dari"), ctx.query("sampai"), hari);
        let pilih =
            Pilih { periode: dated.then_some(periode), syarat: Syarat::from_word(ctx.query("syarat")) };
        let unit = unit.to_owned();
        Ok(Lingkup { ctx, world, hukum, layanan, macam, pilih, semua, tak_tentu, unit })
    }

    /// Whom the list shows.
    pub fn terpilih(&self) -> Vec<Jaga> {
        self.semua.iter().filter(|j| self.pilih.holds(j)).copied().collect()
    }

    /// The word of the period looked at.
    pub fn periode(&self) -> &'a str {
        let word = self.ctx.query("periode");
        let known = word == RENTANG || WORDS.iter().any(|w| w.0 == word);
        if known { word } else { BIASA }
    }

    /// This page with some things changed; what stands here replaces what the address says.
    pub fn link(&self, path: &str, changed: &[(&str, &str)]) -> String {
        let own = ["layanan", "periode", "dari", "sampai", "unit", "syarat", "lihat"];
        let mut pairs: Vec<(&str, &str)> = own
            .iter()
            .filter(|k| changed.iter().all(|c| c.0 != **k))
            .map(|k| (*k, self.ctx.query(k)))
            .collect();
        pairs.extend(changed);
        let clocks = self.ctx.clocks.keep();
        pairs.extend(clocks.iter().map(|(k, v)| (k.as_str(), v.as_str())));
        url::link(path, &pairs)
    }

    /// A page of a person with both clocks.
    pub fn person(&self, i: usize, more: &str) -> String {
        let clocks = self.ctx.clocks.keep();
        let pairs: Vec<(&str, &str)> = clocks.iter().map(|(k, v)| (k.as_str(), v.as_str())).collect();
        url::link(&format!("/pegawai/{}{more}", self.world.register.id[i]), &pairs)
    }

    /// Name of the unit looked at: the chosen one, else an operator's own; empty for all of them.
    pub fn unit_nama(&self) -> String {
        let own = self.ctx.visitor.as_ref().filter(|_| self.subtree()).map_or("", |v| v.unor.as_str());
        let Some(id) = [self.unit.as_str(), own].into_iter().find(|id| !id.is_empty()) else {
            return String::new();
        };
        let mut trees = self.world.organisations.values().map(|o| &o.tree);
        trees.find_map(|tree| tree.find(id).map(|n| tree.nama(n).to_owned())).unwrap_or_default()
    }

    /// Whether the visitor serves the subtree of a unit.
    pub fn subtree(&self) -> bool {
        self.ctx.reach() == Reach::Subtree
    }

    /// Units to choose from: perangkat daerah, for an operator the units right under the own one.
    pub fn units(&self) -> Vec<(String, String)> {
        let visitor = self.ctx.visitor.as_ref();
        let home = visitor.and_then(|v| v.home(&self.world.tenants));
        let Some(organisation) = home.and_then(|t| self.world.organisation(&t.id)) else { return Vec::new() };
        let tree = &organisation.tree;
        let top = visitor.filter(|_| self.subtree()).and_then(|v| tree.find(&v.unor));
        let mut nodes: Vec<Node> = top.map_or_else(|| tree.opd(), |top| tree.children(top).collect());
        if nodes.len() > MOST_UNITS {
            nodes.clear();
        }
        nodes.extend(tree.find(&self.unit).filter(|n| !nodes.contains(n)));
        nodes.into_iter().map(|n| (tree.id(n).to_owned(), tree.nama(n).to_owned())).collect()
    }

    /// The unit a person is counted under: name, and its id when a list of that unit shows exactly these
    /// people. Perangkat daerah; for an operator the unit itself.
    pub fn counted_under(&self, i: usize) -> (String, Option<String>) {
        let world = &self.world;
        let id = world.register.names.text(world.register.unor[i]);
        let tree = world.organisation(world.instansi_of(i)).map(|o| &o.tree);
        let Some((tree, node)) = tree.and_then(|tree| Some((tree, tree.find(id)?))) else {
            return ("Belum diketahui".to_owned(), None);
        };
        let opd = tree.opd_of(node).filter(|_| !self.subtree() && self.unit.is_empty());
        let shown = opd.unwrap_or(node);
        let whole = opd.is_some() || tree.children(node).next().is_none();
        (tree.nama(shown).to_owned(), whole.then(|| tree.id(shown).to_owned()))
    }
}
