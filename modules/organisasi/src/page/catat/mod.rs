//! Catat organisasi: gather the unit or post and what was typed, decide what it means, say what would change,
//! record.

mod formulir;
mod periksa;
mod riwayat;

pub use riwayat::{document, history};

use super::wanted;
use crate::rule::catat::{Apa, Isi, Isian, Rancangan, Rujukan, Unit, asked, baca, new_id, parts};
use host::hall::Organisation;
use host::record::{Draft, Unrecorded};
use host::{Answer, Ctx, Problem, World, dokumen, html, redirect, view};
use kernel::typed::{Salah, TypedDocument, parse_target, target_text};
use kernel::{AsOf, Date, Fact, Kind, Ledger, Rank, Subject};
use std::sync::Arc;
use store::organisation::Post;
use store::people::Trace;
use web::url;

/// What a form is about, as of now.
struct Subjek<'a> {
    ctx: &'a Ctx,
    world: Arc<World>,
    instansi: String,
    /// The unit: the subject, or where the post is.
    unit: String,
    /// The post; empty when it is about a unit, or a new one.
    pos: String,
    apa: Option<Apa>,
    ledger: Ledger,
    traces: Vec<Trace>,
    entries: usize,
}

impl<'a> Subjek<'a> {
    fn gather(ctx: &'a Ctx) -> Result<Subjek<'a>, Problem> {
        let world = ctx.hall.present()?;
        let pos = ctx.query("pos").to_owned();
        let own = &ctx.visitor()?.instansi;
        let of_post = |o: &Organisation| o.post_at.get(&pos).map(|at| o.posts[*at].unor.clone());
        let unit = match ctx.query("unit") {
            "" => world.organisations.values().find_map(of_post).unwrap_or_default(),
            unit => unit.to_owned(),
        };
        let instansi = wanted(&world, own, ctx.query("instansi"), &unit)?.to_owned();
        let organisation = world.organisation(&instansi).ok_or(Problem::NotFound)?;
        let target = |name: &str| parse_target(ctx.query(name));
        let apa = match (target("ralat"), target("batal")) {
            (Some(target), _) => Some(Apa::Ralat(target)),
            (_, Some(target)) => Some(Apa::Batal(target)),
            _ => Apa::parse(ctx.query("apa")),
        };
        let subject = subject(&unit, &pos);
        let (ledger, traces, entries) = ctx.hall.with(|conn| {
            let (ledger, traces) = store::organisation::ledger(conn, &instansi, &subject)?;
            Ok((ledger, traces, store::organisation::entries(conn, &instansi)?))
        })?;
        let known = match &subject {
            Subject::Pos(id) => organisation.post_at.contains_key(id),
            _ => organisation.tree.find(&unit).is_some(),
        };
        if !known && ledger.heads().is_empty() {
            return Err(Problem::NotFound);
        }
        Ok(Subjek { ctx, world, instansi, unit, pos, apa, ledger, traces, entries })
    }

    fn organisation(&self) -> Option<&Organisation> {
        self.world.organisation(&self.instansi)
    }

    fn kind(&self) -> Kind {
        match self.apa {
            Some(Apa::PosBaru | Apa::UbahPos | Apa::HapusPos) => Kind::Pos,
            Some(Apa::Ralat(_) | Apa::Batal(_)) if !self.pos.is_empty() => Kind::Pos,
            _ => Kind::Unor,
        }
    }

    fn post(&self) -> Option<&Post> {
        let organisation = self.organisation()?;
        organisation.post_at.get(&self.pos).map(|at| &organisation.posts[*at])
    }

    fn unit_name(&self, id: &str) -> String {
        let unit = self.organisation().and_then(|o| o.units.get(id));
        unit.map_or_else(|| id.to_owned(), |u| u.nama.clone())
    }

    /// The subject by name; a unit that begins later is known to its ledger only.
    fn name(&self) -> String {
        let stated = |kind: Kind| {
            let rows = self.ledger.rows().iter().rev();
            rows.filter(|r| r.fact.kind == kind).find_map(|r| r.fact.text(parts(kind).0)).map(str::to_owned)
        };
        match (self.post(), self.pos.is_empty()) {
            (Some(post), _) => format!("{}, {}", post.jabatan, self.unit_name(&self.unit)),
            (None, false) => stated(Kind::Pos).unwrap_or_default(),
            _ if self.organisation().is_some_and(|o| o.units.contains_key(&self.unit)) => {
                self.unit_name(&self.unit)
            }
            _ => stated(Kind::Unor).unwrap_or_default(),
        }
    }

    /// An address about this subject.
    fn link(&self, path: &str, more: &[(&str, &str)]) -> String {
        let own = [("instansi", self.instansi.as_str()), ("unit", &self.unit), ("pos", &self.pos)];
        url::link(path, &own.iter().chain(more).copied().collect::<Vec<_>>())
    }

    fn action(&self) -> String {
        match self.apa {
            Some(Apa::Ralat(target)) => self.link("/organisasi/catat", &[("ralat", &target_text(target))]),
            Some(Apa::Batal(target)) => self.link("/organisasi/catat", &[("batal", &target_text(target))]),
            apa => self.link("/organisasi/catat", &[("apa", apa.map_or("", Apa::word))]),
        }
    }

    fn base(&self) -> String {
        url::link("/organisasi", &[("instansi", self.scope()), ("unit", &self.unit)])
    }

    /// The instansi in addresses of the map: named for those who see several.
    fn scope(&self) -> &str {
        let many = self.ctx.visitor.as_ref().is_some_and(|v| v.instansi.is_empty());
        if many { &self.instansi } else { "" }
    }

    /// People, open posts and open units that would be left behind.
    fn isi(&self) -> Isi {
        let Some(organisation) = self.organisation() else { return Isi::default() };
        let register = &self.world.register;
        if self.kind() == Kind::Pos {
            let Some(number) = register.names.find(&self.pos) else { return Isi::default() };
            let held = (0..register.len()).filter(|&i| register.active[i] && register.pos[i] == number);
            let acting = register.penugasan.values().flatten().filter(|p| *p.pos == *self.pos).count();
            return Isi { people: held.count() as u64, acting: acting as u64, ..Isi::default() };
        }
        let tree = &organisation.tree;
        let Some(top) = tree.find(&self.unit) else { return Isi::default() };
        let within = self.world.units_within(&self.instansi, &self.unit);
        let people =
            (0..register.len()).filter(|&i| register.active[i] && within.contains(&register.unor[i])).count();
        let inside = |p: &&Post| tree.find(&p.unor).is_some_and(|n| tree.is_within(n, top));
        let posts = organisation.posts.iter().filter(|p| p.aktif && !p.derived).filter(inside).count();
        let below = tree.subtree(top).skip(1).filter(|n| tree.is_active(kernel::unor::Node(*n))).count();
        let here = |unor: &str| tree.find(unor).is_some_and(|n| tree.is_within(n, top));
        let acting = register.penugasan.values().flatten().filter(|p| here(&p.unor)).count();
        Isi { people: people as u64, posts: posts as u64, units: below as u64, acting: acting as u64 }
    }

    /// Reads the form. The tree it is judged against is that of the day it speaks of.
    fn read(&self, apa: Apa, isian: &Isian) -> Result<Result<(Rancangan, Ledger), Vec<Salah>>, Problem> {
        let today = self.ctx.hall.today();
        let day = Date::parse(&isian.tmt).unwrap_or(today);
        let all = self.ctx.hall.with(|conn| host::hall::organisations(conn, AsOf::on(day)))?.1;
        let then = all.get(&self.instansi);
        let above = match self.kind() {
            Kind::Unor => isian.pilih.clone(),
            _ => self.unit.clone(),
        };
        let first = self.ctx.hall.with(|conn| {
            let subject = Subject::Unor(above.clone());
            Ok(first_day(&store::organisation::ledger(conn, &self.instansi, &subject)?.0))
        })?;
        let units = |id: &str| {
            let sejak = first.filter(|_| id == above);
            // A unit that begins later is known by name, so that the sentence can say from when.
            let later =
                || self.organisation()?.units.get(id).filter(|_| sejak.is_some_and(|first| day < first));
            let unit = then?.units.get(id).or_else(later)?;
            Some(Unit { nama: unit.nama.clone(), aktif: unit.aktif, sejak })
        };
        let below = |id: &str| {
            let Some(o) = then else { return false };
            o.tree.find(id).zip(o.tree.find(&self.unit)).is_some_and(|(a, b)| o.tree.is_within(a, b))
        };
        let elsewhere =
            |id: &str| all.iter().any(|(instansi, o)| *instansi != self.instansi && o.units.contains_key(id));
        let post_open =
            |id: &str| then.is_some_and(|o| o.post_at.get(id).is_some_and(|at| o.posts[*at].aktif));
        let subject = if self.kind() == Kind::Pos { &self.pos } else { &self.unit };
        let rujukan = Rujukan {
            tables: &self.ctx.hall.tables,
            today,
            kind: self.kind(),
            unit: &self.unit,
            subject: (!subject.is_empty()).then_some(subject),
            units: &units,
            below: &below,
            elsewhere: &elsewhere,
            post_open: &post_open,
            isi: self.isi(),
            unit_id: store::derive::unit_id,
            post_id: store::derive::post_id,
        };
        let ledger = match new_id(apa, isian, &rujukan) {
            Some(id) => {
                let subject = if self.kind() == Kind::Pos { Subject::Pos(id) } else { Subject::Unor(id) };
                self.ctx.hall.with(|conn| store::organisation::ledger(conn, &self.instansi, &subject))?.0
            }
            None => self.ledger.clone(),
        };
        Ok(baca(apa, isian, &ledger, &rujukan).map(|rancangan| (rancangan, ledger)))
    }

    fn say(&self, view: view::CatatView) -> Answer {
        let refused = !view.errors.is_empty() || view.moved;
        let base = self.base();
        let crumbs = [("Beranda", "/"), ("Peta organisasi", base.as_str())];
        let frame = self.ctx.frame(&view.title, &crumbs);
        let page = view::catat(&frame, &view);
        Ok(if refused { host::http::refused(page) } else { html(page) })
    }
}

fn subject(unit: &str, pos: &str) -> Subject {
    if pos.is_empty() { Subject::Unor(unit.to_owned()) } else { Subject::Pos(pos.to_owned()) }
}

/// The first day of a unit, where a document says it: what a list names was there before.
fn first_day(ledger: &Ledger) -> Option<Date> {
    let listed = ledger.bases().iter().any(|r| ledger.head(r).document.rank < Rank::Surat);
    let days = ledger.bases().iter().map(|r| r.fact.tmt);
    if listed { None } else { days.collect::<Option<Vec<Date>>>()?.into_iter().min() }
}

/// `GET /organisasi/catat`: what can be recorded about a unit or post, or the form of what the address names:
/// `apa=unit-baru`, `ralat=…`, `batal=…`.
pub fn form(ctx: &mut Ctx) -> Answer {
    let subjek = Subjek::gather(ctx)?;
    let Some(apa) = subjek.apa else { return subjek.say(formulir::choose(&subjek)) };
    let mut isian = formulir::begun(&subjek, apa).ok_or(Problem::NotFound)?;
    // A document that states several things is typed once.
    let typed = |name: &str| ctx.query.iter().find(|q| q.0 == name).map_or("", |q| q.1.as_str());
    isian.document = TypedDocument::read(typed);
    if isian.document.bobot.is_empty() {
        isian.document.bobot = "sk".into();
    }
    isian.dasar = subjek.entries;
    subjek.say(formulir::view(&subjek, apa, &isian, Vec::new(), false))
}

/// `POST /organisasi/catat`: every button of the form.
pub fn send(ctx: &mut Ctx) -> Answer {
    let upload = ctx.upload.take();
    let subjek = Subjek::gather(ctx)?;
    let apa = subjek.apa.ok_or(Problem::NotFound)?;
    formulir::begun(&subjek, apa).ok_or(Problem::NotFound)?;
    let mut isian = Isian::read(subjek.kind(), &ctx.form);
    if !apa.asks() {
        isian.values.clear();
    }
    let mut errors = dokumen::take_in(ctx, upload, &mut isian.document)?;
    let action = ctx.field("aksi");
    match action.split_once(':').map_or(action, |(verb, _)| verb) {
        "cari" => return subjek.say(formulir::view(&subjek, apa, &isian, errors, true)),
        "ubah" => return subjek.say(formulir::view(&subjek, apa, &isian, errors, false)),
        "simpan" if errors.is_empty() => return save(&subjek, apa, &isian),
        _ => {}
    }
    match subjek.read(apa, &isian)? {
        Ok((rancangan, ledger)) if errors.is_empty() => {
            // From here on the officer answers for what stands now, not for what stood when they began.
            let isian = Isian { dasar: subjek.entries, ..isian };
            subjek.say(periksa::view(&subjek, apa, &isian, &rancangan, &ledger))
        }
        read => {
            errors.extend(read.err().unwrap_or_default());
            subjek.say(formulir::view(&subjek, apa, &isian, errors, false))
        }
    }
}

fn save(subjek: &Subjek<'_>, apa: Apa, isian: &Isian) -> Answer {
    let rancangan = match subjek.read(apa, isian)? {
        Ok((rancangan, _)) => rancangan,
        Err(errors) => return subjek.say(formulir::view(subjek, apa, isian, errors, false)),
    };
    let (unit, pos) = match &rancangan.subject {
        Subject::Pos(id) => (subjek.unit.clone(), id.clone()),
        Subject::Unor(id) => (id.clone(), String::new()),
        _ => return Err(Problem::NotFound),
    };
    let draft = Draft {
        instansi: subjek.instansi.clone(),
        actor: subjek.ctx.visitor()?.akun.clone(),
        subject: rancangan.subject,
        document: rancangan.document,
        acts: rancangan.acts,
        alasan: isian.alasan.clone(),
        based_on: isian.dasar,
    };
    match subjek.ctx.hall.record(draft) {
        Ok(recorded) => {
            let seq = recorded.seq.to_string();
            let query =
                [("instansi", subjek.scope()), ("unit", &unit), ("pos", &pos), ("tercatat", seq.as_str())];
            Ok(redirect(&url::link("/organisasi/riwayat", &query)))
        }
        Err(Unrecorded::Moved) => {
            let now = Subjek::gather(subjek.ctx)?;
            let mut view = match now.read(apa, isian)? {
                Ok((rancangan, ledger)) => {
                    let isian = Isian { dasar: now.entries, ..isian.clone() };
                    periksa::view(&now, apa, &isian, &rancangan, &ledger)
                }
                Err(errors) => formulir::view(&now, apa, isian, errors, false),
            };
            view.moved = true;
            now.say(view)
        }
        // Only people have numbers of their own.
        Err(Unrecorded::Taken(_)) => Err(Problem::NotFound),
        Err(Unrecorded::Failed(e)) => Err(e.into()),
    }
}

/// What a form begins with: the fact as recorded, without what it does not ask for.
fn typed(fact: &Fact, kind: Kind) -> Isian {
    let shown = asked(kind).iter().filter_map(|f| Some((*f, fact.get(*f)?.show())));
    Isian {
        tmt: fact.tmt.map_or(String::new(), Date::dmy),
        values: shown.collect(),
        pilih: fact.text(parts(kind).1).unwrap_or("").to_owned(),
        ..Isian::default()
    }
}
