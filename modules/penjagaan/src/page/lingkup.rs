//! What the address asks for: a service, a period, a unit, and how the other conditions stand.

use crate::rule::periode::{BIASA, RENTANG, WORDS};
use crate::rule::{Periode, Pilih, jawaban};
use host::{Ctx, Hukum, Problem, Reach, World};
use kernel::Date;
use kernel::register::Rumpun;
use kernel::unor::{Node, Tree};
use law::Kode;
use law::jaga::{Hasil, Jaga, Jawab, Macam, Syarat};
use law::layanan::Layanan;
use std::sync::Arc;
use web::component::saring::Pilihan;
use web::url;

/// More units than this are not a choice but a search.
const MOST_UNITS: usize = 200;

/// What an address of these pages may say, both clocks aside.
pub const KATA: [&str; 10] =
    ["layanan", "periode", "dari", "sampai", "instansi", "unit", "jabatan", "syarat", "lihat", "jawaban"];
/// The word of the posts nobody can tell the kind of.
const BELUM: &str = "belum";
/// The list of everybody by the answer of the norm.
pub const JAWABAN: &str = "jawaban";

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
    /// What the service comes to for everybody in office.
    pub hasil: Arc<Hasil>,
    /// Everybody the visitor may see whom it concerns, in order.
    pub semua: Vec<Jaga>,
    /// How many of whom nobody can say whether it concerns them.
    pub tak_tentu: u64,
    /// Instansi looked at; empty for all of them.
    pub instansi: String,
    /// Unit looked at with everything under it; empty for all of them.
    pub unit: String,
    /// The answer looked at; everybody when not said.
    pub jawaban: Option<Kode>,
    /// Who is looked at, by number in the register.
    tampak: Vec<bool>,
}

impl<'a> Lingkup<'a> {
    /// Reads the address.
    ///
    /// # Errors
    /// When it names a service that is not watched, or an instansi or unit this visitor does not reach.
    pub fn read(ctx: &'a Ctx, hukum: &'a Hukum) -> Result<Lingkup<'a>, Problem> {
        let world = ctx.world()?;
        let mut watched = host::jaga::watched(hukum);
        let asked = ctx.query("layanan").trim();
        let found = if asked.is_empty() { watched.next() } else { watched.find(|w| &*w.0.kunci == asked) };
        let (layanan, macam) = found.ok_or(Problem::NotFound)?;
        let (instansi, unit) = (ctx.query("instansi").trim(), ctx.query("unit").trim());
        let own = ctx.visitor()?.instansi.as_str();
        let served = world.tenants.iter().any(|t| t.id == instansi);
        if !instansi.is_empty() && !(served && (own.is_empty() || own == instansi)) {
            return Err(Problem::NotFound);
        }
        if !unit.is_empty() && !ctx.reaches_unit(&world, unit) {
            return Err(Problem::NotFound);
        }
        let (instansi, unit) = (instansi.to_owned(), unit.to_owned());
        let tampak = seen(ctx, &world, &instansi, &unit);
        let hasil: Arc<Hasil> = world.jaga(hukum, layanan);
        let semua: Vec<Jaga> = hasil.jaga.iter().filter(|j| tampak[j.baris as usize]).copied().collect();
        let tak_tentu = hasil.tak_tentu.iter().filter(|row| tampak[**row as usize]).count() as u64;
        let syarat = Syarat::from_word(ctx.query("syarat"));
        let periode = period(ctx, &world, layanan);
        let jawaban = jawaban::from_word(ctx.query("jawaban"));
        let pilih = Pilih { periode, syarat };
        Ok(Lingkup {
            ctx,
            world,
            hukum,
            layanan,
            macam,
            pilih,
            hasil,
            semua,
            tak_tentu,
            instansi,
            unit,
            jawaban,
            tampak,
        })
    }

    /// How many people another service has in the same period.
    pub fn banyak(&self, layanan: &Layanan) -> u64 {
        let pilih = Pilih { periode: period(self.ctx, &self.world, layanan), syarat: None };
        let hasil = self.world.jaga(self.hukum, layanan);
        hasil.jaga.iter().filter(|j| self.tampak[j.baris as usize] && pilih.holds(j)).count() as u64
    }

    /// The answers about everybody looked at, by name.
    pub fn jawab(&self) -> impl Iterator<Item = &Jawab> {
        self.hasil.jawab.iter().filter(|j| self.tampak[j.baris as usize])
    }

    /// A word of the address.
    pub fn query(&self, name: &str) -> &'a str {
        self.ctx.query(name)
    }

    /// The word of the period looked at.
    pub fn periode(&self) -> &'a str {
        let word = self.ctx.query("periode");
        let known = word == RENTANG || WORDS.iter().any(|w| w.0 == word);
        if known { word } else { BIASA }
    }

    /// This page with some things changed; what stands here replaces what the address says. What would not be
    /// looked at is left out.
    pub fn link(&self, path: &str, changed: &[(&str, &str)]) -> String {
        let clocks = self.ctx.clocks.keep();
        let own = KATA.iter().map(|k| (*k, self.ctx.query(k)));
        let own = own.chain(clocks.iter().map(|(k, v)| (k.as_str(), v.as_str())));
        let mut pairs: Vec<(&str, &str)> = own.filter(|p| changed.iter().all(|c| c.0 != p.0)).collect();
        pairs.extend(changed);
        let says = |name: &str, value: &str| pairs.contains(&(name, value));
        let (by_answer, ranged) = (says("lihat", JAWABAN), says("periode", RENTANG));
        pairs.retain(|(name, _)| match *name {
            "periode" | "syarat" => !by_answer,
            "dari" | "sampai" => ranged && !by_answer,
            "jawaban" => by_answer,
            _ => true,
        });
        url::link(path, &pairs)
    }

    /// What a form says to show the same service and people on another day.
    pub fn on(&self, day: Date) -> Vec<(String, String)> {
        let names = ["layanan", "instansi", "unit", "jabatan", "diketahui"];
        let own = names.map(|k| (k.to_owned(), self.ctx.query(k).to_owned()));
        let pairs = own.into_iter().chain([("berlaku".to_owned(), day.to_string())]);
        pairs.filter(|p| !p.1.is_empty()).collect()
    }

    /// A page of a person with both clocks.
    pub fn person(&self, i: usize, more: &str) -> String {
        let clocks = self.ctx.clocks.keep();
        let pairs: Vec<(&str, &str)> = clocks.iter().map(|(k, v)| (k.as_str(), v.as_str())).collect();
        url::link(&format!("/pegawai/{}{more}", self.world.register.id[i]), &pairs)
    }

    /// Why the service answers about a person, on the day the list speaks of: that of a right; until
    /// something ends nothing is to be told but today.
    pub fn why(&self, i: usize, day: Option<Date>) -> String {
        let path = format!("/pegawai/{}/mengapa/{}", self.world.register.id[i], self.layanan.kunci);
        let ahead = |day: &Date| self.macam == Macam::Hak && *day > self.world.as_of.effective;
        let Some(day) = day.filter(ahead) else {
            return self.person(i, &format!("/mengapa/{}", self.layanan.kunci));
        };
        let day = day.to_string();
        url::link(&path, &[("berlaku", &day), ("diketahui", self.ctx.query("diketahui"))])
    }

    /// Whether this visitor serves several instansi.
    fn several(&self) -> bool {
        self.world.tenants.len() > 1 && self.ctx.visitor.as_ref().is_some_and(|v| v.instansi.is_empty())
    }

    /// Name of the instansi looked at.
    pub fn instansi_nama(&self) -> String {
        let tenants = &self.world.tenants;
        let named = tenants.iter().find(|t| t.id == self.instansi);
        let home = || self.ctx.visitor.as_ref().and_then(|v| v.home(tenants));
        let one = named.or_else(|| if self.several() { None } else { home() });
        one.map_or_else(|| format!("{} instansi", tenants.len()), |t| t.nama.clone())
    }

    /// Name of the unit looked at: the chosen one, else an operator's own; empty for all of them.
    pub fn unit_nama(&self) -> String {
        let own = self.ctx.visitor.as_ref().filter(|_| self.subtree()).map_or("", |v| v.unor.as_str());
        let Some(id) = [self.unit.as_str(), own].into_iter().find(|id| !id.is_empty()) else {
            return String::new();
        };
        self.trees().find_map(|tree| tree.find(id).map(|n| tree.nama(n).to_owned())).unwrap_or_default()
    }

    /// Whether the visitor serves the subtree of a unit.
    pub fn subtree(&self) -> bool {
        self.ctx.reach() == Reach::Subtree
    }

    /// What everybody may be narrowed to: instansi for those who serve several, unit, kind of post.
    pub fn choices(&self) -> Vec<Pilihan> {
        let choice = |name: &str, label: &str, value: &str, options| Pilihan {
            name: name.into(),
            label: label.into(),
            value: value.into(),
            options,
        };
        let mut choices = Vec::new();
        if self.several() {
            let options = self.world.tenants.iter().map(|t| (t.id.clone(), t.nama.clone())).collect();
            choices.push(choice("instansi", "Instansi", &self.instansi, options));
        }
        choices.push(choice("unit", "Unit kerja", &self.unit, self.units()));
        let kinds = Rumpun::ALL.map(|r| (r.1.to_owned(), r.2.to_owned()));
        let kinds = kinds.into_iter().chain([(BELUM.to_owned(), "Belum diketahui".to_owned())]).collect();
        choices.push(choice("jabatan", "Jenis jabatan", self.ctx.query("jabatan"), kinds));
        choices
    }

    fn trees(&self) -> impl Iterator<Item = &Tree> {
        let own = self.ctx.visitor.as_ref().map_or("", |v| v.instansi.as_str());
        let wanted = if self.instansi.is_empty() { own } else { self.instansi.as_str() };
        let ids = self.world.tenants.iter().map(|t| t.id.as_str());
        let ids = ids.filter(move |id| wanted.is_empty() || *id == wanted);
        ids.filter_map(|id| Some(&self.world.organisation(id)?.tree))
    }

    /// Units to choose from: perangkat daerah, for an operator the units right under the own one.
    fn units(&self) -> Vec<(String, String)> {
        let own = self.ctx.visitor.as_ref().filter(|_| self.subtree()).map_or("", |v| v.unor.as_str());
        let trees: Vec<&Tree> = self.trees().collect();
        // Units of several governments in one list would bear the same names.
        let Some(tree) = trees.iter().find(|t| trees.len() == 1 || t.find(&self.unit).is_some()) else {
            return Vec::new();
        };
        let top = tree.find(own);
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
        let nama = tree.nama(shown);
        // Units of several governments bear the same names.
        let of = world.tenants.iter().find(|t| self.several() && t.id == world.instansi_of(i));
        let label = of.filter(|_| self.instansi.is_empty()).map(|t| format!("{nama} · {}", t.nama));
        (label.unwrap_or_else(|| nama.to_owned()), whole.then(|| tree.id(shown).to_owned()))
    }
}

/// Who is looked at: whom the visitor may see, of the instansi, unit and kind of post chosen.
fn seen(ctx: &Ctx, world: &World, instansi: &str, unit: &str) -> Vec<bool> {
    let register = &world.register;
    let holds = |id: &&str| world.organisation(id).is_some_and(|o| o.tree.find(unit).is_some());
    let owner = world.tenants.iter().map(|t| t.id.as_str()).find(holds);
    let within = (!unit.is_empty()).then(|| world.units_within(owner.unwrap_or(""), unit));
    let number = register.names.find(instansi);
    let word = ctx.query("jabatan");
    let wanted = (word == BELUM).then_some(None).or_else(|| Rumpun::from_word(word).map(Some));
    let sees = ctx.sees(world);
    let shown = |i: usize| {
        sees(i)
            && (instansi.is_empty() || number == Some(register.instansi[i]))
            && within.as_ref().is_none_or(|units| units.contains(&register.unor[i]))
            && wanted.is_none_or(|kind| register.rumpun(i) == kind)
    };
    (0..register.len()).map(shown).collect()
}

/// The days looked at; a duty of the year has no day of its own, and every period shows it.
fn period(ctx: &Ctx, world: &World, layanan: &Layanan) -> Option<Periode> {
    let dated = layanan.penjagaan != Some(Macam::Wajib) || layanan.tanggal.is_some();
    let said = [ctx.query("periode"), ctx.query("dari"), ctx.query("sampai")];
    dated.then(|| Periode::read(said[0], said[1], said[2], world.as_of.effective))
}
