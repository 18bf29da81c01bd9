//! One request as a handler sees it: who asks, what about, as of when, and the frame around the answer.

use crate::access::{Action, Reach, Visitor};
use crate::clocks::{Clocks, tanggal};
use crate::hall::{Hall, Organisation, World};
use crate::module::{MenuItem, Module};
use crate::problem::Problem;
use std::net::IpAddr;
use std::path::PathBuf;
use std::sync::{Arc, OnceLock};
use web::page::Lonceng;
use web::page::{Clock, Tema};
use web::{Crumb, Frame, Instansi, Merek, NavGroup, NavItem, User};

/// A file that came with a form, already on disk.
#[derive(Debug)]
pub struct Upload {
    /// Where it lies for now.
    pub path: PathBuf,
    /// What the sender calls it.
    pub name: String,
    /// Its size in bytes.
    pub size: u64,
}

impl Drop for Upload {
    fn drop(&mut self) {
        // Kept files have moved on; what is still here was refused.
        let _ = std::fs::remove_file(&self.path);
    }
}

/// One request, with who asks and what about.
pub struct Ctx {
    /// The node.
    pub hall: Arc<Hall>,
    /// Who asks; nobody at the door.
    pub visitor: Option<Visitor>,
    /// Session token, for signing out.
    pub token: Option<String>,
    /// What the route is for.
    pub action: Option<Action>,
    /// Parts of the path by name.
    pub params: Vec<(String, String)>,
    /// Query pairs.
    pub query: Vec<(String, String)>,
    /// Form fields.
    pub form: Vec<(String, String)>,
    /// The file of a form.
    pub upload: Option<Upload>,
    /// Path without query.
    pub path: String,
    /// Path with query.
    pub full_path: String,
    /// Where this server is reached, as the browser that asks knows it: `https://sinergi.example.go.id`. For
    /// addresses that leave the page, on paper or as a picture; nobody's word for anything else.
    pub asal: String,
    /// Chosen theme.
    pub theme: Option<Tema>,
    /// The moment asked about.
    pub clocks: Clocks,
    /// Where the request comes from, when that says anything.
    pub address: Option<IpAddr>,
    /// Only a part of the page is wanted (`X-Potongan`).
    pub part: bool,
    /// Every module of the program, by its face.
    pub modules: &'static [Module],
    pub(super) menu: Arc<Vec<MenuItem>>,
    pub(super) present: OnceLock<Arc<World>>,
}

fn pick<'p>(pairs: &'p [(String, String)], name: &str) -> &'p str {
    pairs.iter().find(|p| p.0 == name).map_or("", |p| p.1.as_str())
}

impl Ctx {
    /// A part of the path.
    pub fn param(&self, name: &str) -> &str {
        pick(&self.params, name)
    }

    /// A query value, `""` when not given.
    pub fn query(&self, name: &str) -> &str {
        pick(&self.query, name)
    }

    /// A form field, `""` when not given.
    pub fn field(&self, name: &str) -> &str {
        pick(&self.form, name)
    }

    /// Where this server is reached from outside, for addresses that leave the page: as it was told, else as the
    /// browser that asks knows it.
    pub fn rumah(&self) -> &str {
        if self.hall.alamat_publik.is_empty() { &self.asal } else { &self.hall.alamat_publik }
    }

    /// Who asks.
    ///
    /// # Errors
    /// When nobody is signed in; routes with an action never get there.
    pub fn visitor(&self) -> Result<&Visitor, Problem> {
        self.visitor.as_ref().ok_or(Problem::SignedOut)
    }

    /// How far the visitor reaches with this route's action.
    pub fn reach(&self) -> Reach {
        match (&self.visitor, self.action) {
            (Some(visitor), Some(action)) => visitor.reach(action),
            _ => Reach::None,
        }
    }

    /// The present, looked up once a request: page and frame speak of the same moment.
    pub fn present(&self) -> Result<Arc<World>, Problem> {
        if let Some(world) = self.present.get() {
            return Ok(world.clone());
        }
        let world = self.hall.present()?;
        Ok(self.present.get_or_init(|| world).clone())
    }

    /// The world as of the moment asked about.
    pub fn world(&self) -> Result<Arc<World>, Problem> {
        if self.clocks.is_present() { self.present() } else { Ok(self.hall.at(self.clocks.as_of())?) }
    }

    /// Which people of a world the visitor may see with this route's action.
    pub fn sees<'w>(&'w self, world: &'w World) -> impl Fn(usize) -> bool + 'w {
        self.sees_with(world, self.action)
    }

    /// The same with another action: a page may count what another page lists.
    pub fn sees_with<'w>(&'w self, world: &'w World, action: Option<Action>) -> impl Fn(usize) -> bool + 'w {
        let visitor = self.visitor.as_ref();
        let register = &world.register;
        let own_instansi = visitor.map(|v| register.names.find(&v.instansi));
        // Units inside an operator's subtree, as numbers of the register: worked out once a request.
        let inside = visitor
            .filter(|v| action.is_some_and(|a| v.reach(a) == Reach::Subtree))
            .map(|v| world.units_within(&v.instansi, &v.unor));
        move |i: usize| {
            let (Some(visitor), Some(action)) = (visitor, action) else { return false };
            let own = visitor.instansi.is_empty() || own_instansi.flatten() == Some(register.instansi[i]);
            match visitor.reach(action) {
                Reach::None => false,
                Reach::Own => visitor.pegawai == Some(register.id[i]),
                Reach::Subtree => {
                    own && inside.as_ref().is_some_and(|units| units.contains(&register.unor[i]))
                }
                Reach::Instansi => own,
            }
        }
    }

    /// Whether a unit may be named to the visitor with this route's action: it stands in a tree they reach,
    /// or somebody they see works in it. One that does not exist looks like one of another circle.
    pub fn reaches_unit(&self, world: &World, unor: &str) -> bool {
        let Some(visitor) = &self.visitor else { return false };
        let listed = |o: &Organisation| {
            let Some(node) = o.tree.find(unor) else { return false };
            match self.reach() {
                Reach::Instansi => true,
                Reach::Subtree => o.tree.find(&visitor.unor).is_some_and(|top| o.tree.is_within(node, top)),
                Reach::Own | Reach::None => false,
            }
        };
        let own = |id: &String| visitor.instansi.is_empty() || visitor.instansi == *id;
        if world.organisations.iter().any(|(id, o)| own(id) && listed(o)) {
            return true;
        }
        let register = &world.register;
        let Some(number) = register.names.find(unor) else { return false };
        let sees = self.sees(world);
        (0..register.len()).any(|i| register.unor[i] == number && sees(i))
    }

    /// The frame of a page. `crumbs` are (label, address) from the top; the page itself comes last.
    pub fn frame(&self, title: &str, crumbs: &[(&str, &str)]) -> Frame {
        let nobody = String::new();
        let visitor = self.visitor.as_ref();
        let world = self.present().ok();
        let tenants = world.as_ref().map_or(&[][..], |w| &w.tenants);
        let name = visitor.and_then(|v| v.home(tenants)).map_or("Sinergi", |t| t.nama.as_str()).to_owned();
        let mut steps: Vec<Crumb> = crumbs
            .iter()
            .map(|(label, href)| Crumb { label: (*label).into(), href: Some((*href).into()) })
            .collect();
        steps.push(Crumb { label: title.to_owned(), href: None });
        Frame {
            title: title.to_owned(),
            refused: false,
            crumbs: steps,
            nav: self.nav(world.as_deref()),
            instansi: Instansi {
                initials: web::format::initials(&name),
                name,
                scope: self.scope(tenants.len()),
            },
            pesan: visitor
                .filter(|v| v.reach(Action::Tugas) != Reach::None)
                .map(|v| Lonceng { href: crate::pesan::ALAMAT.into(), baru: v.pesan_baru }),
            user: User {
                name: visitor.map_or(&nobody, |v| &v.lengkap).clone(),
                role: visitor.map_or("", |v| v.role.label()).to_owned(),
            },
            clock: None,
            flash: None,
            csrf: visitor.map_or(&nobody, |v| &v.csrf).clone(),
            theme: self.theme,
            merek: Merek::Inagov,
            path: self.full_path.clone(),
            guide_href: crate::panduan::guide_of(&self.path)
                .filter(|_| visitor.is_some_and(|v| v.reach(Action::Panduan) != Reach::None))
                .map(|guide| format!("/panduan/{guide}")),
            sample_data: self.hall.node.demo_seed.is_some(),
            searches: visitor.is_some_and(|v| v.reach(Action::Cari) != Reach::None),
            refresh_seconds: None,
            tambahan: &[],
        }
    }

    /// The same with both clocks, for pages about a moment. `keep` are query pairs that must stay.
    pub fn frame_at(&self, title: &str, crumbs: &[(&str, &str)], keep: &[&str]) -> Frame {
        let kept: Vec<(String, String)> =
            self.query.iter().filter(|q| keep.contains(&q.0.as_str())).cloned().collect();
        let pairs: Vec<(&str, &str)> = kept.iter().map(|(k, v)| (k.as_str(), v.as_str())).collect();
        Frame {
            clock: Some(Clock {
                today: tanggal(self.clocks.today),
                berlaku: self.clocks.berlaku.map(tanggal),
                diketahui: self.clocks.diketahui.map(tanggal),
                action: self.path.clone(),
                today_href: web::url::link(&self.path, &pairs),
                keep: kept,
            }),
            ..self.frame(title, crumbs)
        }
    }

    fn scope(&self, tenants: usize) -> String {
        match &self.visitor {
            Some(v) if v.instansi.is_empty() && tenants > 1 => format!("{tenants} instansi"),
            Some(v) if !v.unor.is_empty() => "Unit Anda".into(),
            _ => "Semua perangkat daerah".into(),
        }
    }

    fn nav(&self, world: Option<&World>) -> Vec<NavGroup> {
        let waiting = self.visitor.as_ref().zip(world);
        let waiting = waiting.and_then(|(v, world)| self.hall.hitung_tugas.lihat(v, &world.sizes));
        let mut groups: Vec<NavGroup> = Vec::new();
        let allowed = |action| self.visitor.as_ref().is_some_and(|v| v.reach(action) != Reach::None);
        for item in self.menu.iter().filter(|i| allowed(i.action)) {
            let label = (!item.group.is_empty()).then(|| item.group.to_owned());
            let active = self.path == item.href
                || (item.href != "/" && self.path.starts_with(&format!("{}/", item.href)));
            let line = NavItem {
                label: item.label.into(),
                href: item.href.into(),
                icon: item.icon,
                active,
                count: waiting.filter(|n| item.href == crate::tugas::ALAMAT && *n > 0),
                waiting: item.href == crate::tugas::ALAMAT,
                phone: item.phone.map(str::to_owned),
                key: item.key,
            };
            match groups.iter_mut().find(|g| g.label == label) {
                Some(group) => group.items.push(line),
                None => groups.push(NavGroup { label, items: vec![line] }),
            }
        }
        groups
    }
}
