//! The hall: one node being served. It keeps the register in memory, lends connections, and knows
//! what day it is.

use crate::gate::Gate;
use crate::hukum::{Hukum, Potrets};
use crate::jadwal::Jadwal;
use crate::serve::Patience;
use kernel::check::Context;
use kernel::register::{Line, Register};
use kernel::unor::{Tree, Unit as TreeUnit, UnitFinding};
use kernel::{AsOf, Date, Field, Kind, Ledger, PegawaiId, Snapshot, Stamp, Tables};
use law::kolom::Kolom;
use rayon::prelude::*;
use std::collections::HashMap;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Condvar, Mutex, RwLock};
use std::time::{Duration, Instant};
use store::organisation::{Post, Unit, organisation};
use store::people::Person;
use store::{Conn, Node, Result, Tenant};

/// Units and posts of one instansi.
#[derive(Default)]
pub struct Organisation {
    /// Whose they are.
    pub tenant: Option<Tenant>,
    /// The units, as a tree.
    pub tree: Tree,
    /// Units by id.
    pub units: HashMap<String, Unit>,
    /// Posts.
    pub posts: Vec<Post>,
    /// Where each stands in that list, by id.
    pub post_at: HashMap<String, usize>,
    /// A list of units was imported: units no list names are then findings.
    pub has_list: bool,
    /// What is odd about the units themselves.
    pub findings: Vec<UnitFinding>,
    /// Kinds of history the instansi declares complete: who has no row of them then has none.
    pub lengkap: Vec<Kind>,
    /// Region code, for regional acts; empty when not stated.
    pub wilayah: String,
    /// What the instansi states of itself, for what it had declared as of another moment.
    pub own: Ledger,
}

impl Organisation {
    /// [`Organisation::lengkap`] as of any moment.
    pub fn lengkap_at(&self, as_of: AsOf) -> Vec<Kind> {
        declared(Snapshot::fold(&self.own, as_of).text(Field::InstansiLengkap))
    }
}

/// Everything a page about a moment is answered from.
pub struct World {
    /// The moment.
    pub as_of: AsOf,
    /// The journals' sizes it was made from.
    pub sizes: Vec<(String, i64)>,
    /// People and offices. Entries about neither leave them as they are.
    pub(crate) isi: Arc<Isi>,
}

impl std::ops::Deref for World {
    type Target = Isi;

    fn deref(&self) -> &Isi {
        &self.isi
    }
}

/// People and offices at a moment.
pub struct Isi {
    /// People.
    pub register: Register,
    /// Units and posts, by instansi.
    pub organisations: Arc<HashMap<String, Organisation>>,
    /// Governments served, the owner first.
    pub tenants: Vec<Tenant>,
    /// Whether predicates are known at all.
    pub has_skp: bool,
    /// Facts of the law, in the register's order of people.
    pub(crate) potret: crate::hukum::Potrets,
}

/// A node being served.
pub struct Hall {
    /// The node.
    pub node: Node,
    /// Tables of the law.
    pub tables: Tables,
    /// The law itself, by the day from which it is followed.
    pub jadwal: Jadwal,
    pool: Mutex<Vec<Conn>>,
    lent: Mutex<usize>,
    returned: Condvar,
    present: RwLock<Option<Arc<World>>>,
    /// When the present was last compared with the journals for [`Hall::recent`].
    fresh: Mutex<Option<Instant>>,
    past: Mutex<Vec<Past>>,
    past_waiting: AtomicUsize,
    /// Drafts waiting to be recorded: see [`crate::record`].
    pub(crate) line: crate::record::Line,
    /// Background work by name: see [`crate::tasks`].
    pub tasks: crate::tasks::Tasks,
    /// Whether cookies may travel only over TLS.
    pub secure: bool,
    /// Figures that can be measured here.
    pub katalog: crate::indikator::Katalog,
    /// Letters as PDF.
    pub percetakan: crate::cetak::Percetakan,
    /// Pages that listen for changes.
    pub siaran: crate::siaran::Siaran,
    /// Drafts of the law that are tried out.
    pub rancangan: crate::rancangan::Rak,
    /// What modules keep folded from events.
    pub ingatan: crate::ingatan::Ingatan,
    /// Papers forms have brought.
    pub papers: crate::naskah::Papers,
    /// Whether a proxy stands before the server and says where requests come from.
    pub proxied: bool,
    /// Whether administrators must have an authenticator app.
    pub strict_door: bool,
    /// How many passwords are checked at a time.
    pub gate: Gate,
    /// How long a connection may keep the server waiting.
    pub patience: Patience,
    /// How often a token may ask.
    pub limits: crate::api::limit::Limits,
    /// How often an address may ask for pages that are open to everybody.
    pub umum: crate::api::limit::Limits,
    /// The same for registering as present.
    pub aula: crate::api::limit::Limits,
    /// The machine's own signs.
    pub signs: crate::signs::Signs,
    /// The way to a mail server, when there is one.
    pub surel: Option<crate::surel::Surel>,
    /// Where people reach this node, without a slash at the end: for links that leave the house. Empty when
    /// it was not said.
    pub alamat_publik: String,
    /// How many tasks wait for whom: see [`crate::tugas`].
    pub hitung_tugas: crate::tugas::Hitung,
}

/// Connections lent at a time; more requests wait.
const CONNECTIONS: usize = 8;
/// Past moments kept in memory.
const PAST_KEPT: usize = 2;

impl Hall {
    /// Opens the hall of a node.
    pub fn new(node: Node, tables: Tables, secure: bool) -> Hall {
        Hall {
            node,
            tables,
            jadwal: Jadwal::bawaan(),
            pool: Mutex::default(),
            lent: Mutex::new(0),
            returned: Condvar::new(),
            present: RwLock::new(None),
            fresh: Mutex::default(),
            past: Mutex::default(),
            past_waiting: AtomicUsize::new(0),
            line: crate::record::Line::default(),
            tasks: crate::tasks::Tasks::default(),
            secure,
            katalog: crate::indikator::Katalog::default(),
            percetakan: crate::cetak::Percetakan::default(),
            siaran: crate::siaran::Siaran::default(),
            rancangan: crate::rancangan::Rak::default(),
            ingatan: crate::ingatan::Ingatan::default(),
            papers: crate::naskah::Papers::default(),
            proxied: secure,
            strict_door: false,
            gate: Gate::of_this_machine(),
            patience: Patience::default(),
            limits: crate::api::limit::Limits::default(),
            umum: crate::api::limit::Limits::a_minute(crate::edge::PUBLIC_A_MINUTE),
            aula: crate::api::limit::Limits::a_minute(crate::edge::HALL_A_MINUTE),
            signs: crate::signs::Signs::default(),
            surel: None,
            alamat_publik: String::new(),
            hitung_tugas: crate::tugas::Hitung::default(),
        }
    }

    /// The law followed here today.
    pub fn hukum(&self) -> Arc<Hukum> {
        self.jadwal.pada(self.today())
    }

    /// What people are read by.
    pub fn readings(&self) -> Readings<'_> {
        Readings { tables: &self.tables, hukum: self.hukum() }
    }

    /// Now, by the node's clock.
    pub fn now(&self) -> Stamp {
        self.node.clock.now()
    }

    /// Today in western Indonesia.
    pub fn today(&self) -> Date {
        self.now().date_wib()
    }

    /// Lends a connection to `work`. One that failed is not lent again.
    pub fn with<T>(&self, work: impl FnOnce(&mut Conn) -> Result<T>) -> Result<T> {
        let mut lent = self.lent.lock().unwrap_or_else(|e| e.into_inner());
        while *lent >= CONNECTIONS {
            lent = self.returned.wait(lent).unwrap_or_else(|e| e.into_inner());
        }
        *lent += 1;
        drop(lent);
        let _back = Back(self);
        let pooled = self.pool.lock().unwrap_or_else(|e| e.into_inner()).pop();
        let mut conn = match pooled {
            Some(conn) => conn,
            None => self.node.connect()?,
        };
        let done = work(&mut conn);
        if done.is_ok() {
            self.pool.lock().unwrap_or_else(|e| e.into_inner()).push(conn);
        }
        done
    }

    /// The present, brought up to date when somebody (also another process) has written since.
    pub fn present(&self) -> Result<Arc<World>> {
        let today = AsOf::on(self.today());
        let sizes = self.with(store::people::journal_sizes)?;
        if let Some(world) = self.present.read().unwrap_or_else(|e| e.into_inner()).as_ref()
            && world.sizes == sizes
            && world.as_of == today
        {
            return Ok(world.clone());
        }
        let mut slot = self.present.write().unwrap_or_else(|e| e.into_inner());
        if let Some(world) = slot.as_ref().filter(|w| w.sizes == sizes && w.as_of == today) {
            return Ok(world.clone());
        }
        let world = match slot.take().filter(|w| w.as_of == today) {
            Some(before) => self.with(|conn| refresh(conn, &before, &self.readings(), sizes))?,
            None => {
                // Everybody is about to be read: room for that comes first.
                self.past.lock().unwrap_or_else(|e| e.into_inner()).clear();
                self.with(|conn| load(conn, today, &self.readings(), |_| {}))?
            }
        };
        let world = Arc::new(world);
        *slot = Some(world.clone());
        Ok(world)
    }

    /// The present as it lies in memory, however old; nothing is read and nobody waited for.
    pub fn in_memory(&self) -> Option<Arc<World>> {
        self.present.try_read().ok()?.clone()
    }

    /// The present as it was at most a second ago: enough to say whom somebody may write about, where
    /// what is written is judged again under the journal's lock. With many writing at once the register
    /// is then brought up to date once a second and not once a person.
    pub fn recent(&self) -> Result<Arc<World>> {
        const AGE: Duration = Duration::from_secs(1);
        let today = AsOf::on(self.today());
        let fresh = self.fresh.lock().unwrap_or_else(|e| e.into_inner()).is_some_and(|at| at.elapsed() < AGE);
        if fresh
            && let Some(world) = self.present.read().unwrap_or_else(|e| e.into_inner()).as_ref()
            && world.as_of == today
        {
            return Ok(world.clone());
        }
        let world = self.present()?;
        *self.fresh.lock().unwrap_or_else(|e| e.into_inner()) = Some(Instant::now());
        Ok(world)
    }

    /// The world as of any moment; the present when it is now.
    pub fn at(&self, as_of: AsOf) -> Result<Arc<World>> {
        if as_of == AsOf::on(self.today()) {
            return self.present();
        }
        let sizes = self.present()?.sizes.clone();
        // Each load takes seconds and a handler: few wait for one, the others are told to come back.
        let _turn = Turn::take(&self.past_waiting).ok_or_else(|| store::Error::Refused(CROWDED.into()))?;
        let mut past = self.past.lock().unwrap_or_else(|e| e.into_inner());
        let readings = self.readings();
        let paket = readings.hukum.pack.hash;
        let kept = past.iter().position(|p| p.world.as_of == as_of && p.paket == paket);
        let world = match kept.map(|at| past.remove(at).world) {
            Some(world) if world.sizes == sizes => world,
            // What was recorded since may speak of that day too; only whom it is about is read again.
            Some(before) => Arc::new(self.with(|conn| refresh(conn, &before, &readings, sizes))?),
            None => {
                past.truncate(PAST_KEPT - 1);
                Arc::new(self.with(|conn| load(conn, as_of, &readings, |_| {}))?)
            }
        };
        past.insert(0, Past { paket, world: world.clone() });
        past.truncate(PAST_KEPT);
        Ok(world)
    }
}

/// Another moment that was looked at, and the law it was read by.
struct Past {
    paket: [u8; 32],
    world: Arc<World>,
}

/// One of those who look at another day, the one who loads it included.
struct Turn<'h>(&'h AtomicUsize);

/// At most so many at a time.
const TURNS: usize = 4;
const CROWDED: &str =
    "Beberapa tanggal lain sedang disiapkan. Tunggu beberapa detik, lalu muat ulang halaman ini.";

impl Turn<'_> {
    fn take(waiting: &AtomicUsize) -> Option<Turn<'_>> {
        let turn = Turn(waiting);
        (waiting.fetch_add(1, Ordering::Relaxed) < TURNS).then_some(turn)
    }
}

impl Drop for Turn<'_> {
    fn drop(&mut self) {
        self.0.fetch_sub(1, Ordering::Relaxed);
    }
}

struct Back<'h>(&'h Hall);

impl Drop for Back<'_> {
    fn drop(&mut self) {
        *self.0.lent.lock().unwrap_or_else(|e| e.into_inner()) -= 1;
        self.0.returned.notify_one();
    }
}

/// What people are read by: the tables of codes, and the facts of the law.
#[derive(Clone)]
pub struct Readings<'t> {
    /// Tables of codes.
    pub tables: &'t Tables,
    /// The law.
    pub hukum: Arc<Hukum>,
}

/// A person as lists show them and as the law sees them.
type Read = (Line, law::Potret);

/// Folds everybody as of a moment. `each` hears how many people are read. One page is folded while the next
/// is read.
///
/// # Errors
/// When storage fails.
pub fn load(
    conn: &mut Conn,
    as_of: AsOf,
    readings: &Readings<'_>,
    mut each: impl FnMut(u64) + Send,
) -> Result<World> {
    let sizes = store::people::journal_sizes(conn)?;
    let (tenants, organisations) = organisations(conn, as_of)?;
    let has_skp = has_skp(conn, as_of.known)?;
    let mut register = Register::begin(as_of);
    let mut potret = Kolom::new(&readings.hukum.pack.words, 0);
    let fold = |person: Person| {
        let (id, instansi) = (person.id, person.instansi.clone());
        let place = Place { organisations: &organisations, instansi: &instansi, has_skp };
        line(id, &person.ledger(), as_of, readings, &place)
    };
    std::thread::scope(|scope| {
        let (pages, read) = std::sync::mpsc::sync_channel::<Vec<Person>>(1);
        let folding = scope.spawn(|| {
            for people in read {
                let page: Vec<Option<Read>> = people.into_par_iter().map(fold).collect();
                for (line, seen) in page.into_iter().flatten() {
                    register.push(line);
                    potret.push(&seen);
                }
                each(register.len() as u64);
            }
        });
        // Nobody takes a page only when folding has stopped; the join below says why.
        let done = store::people::each_ledger(conn, |people| pages.send(people).or(Ok(())));
        drop(pages);
        if let Err(panic) = folding.join() {
            std::panic::resume_unwind(panic);
        }
        done
    })?;
    let potret = Potrets::new(potret);
    let isi = Isi { register: register.finish(), organisations, tenants, has_skp, potret };
    Ok(World { as_of, sizes, isi: Arc::new(isi) })
}

/// Where somebody is read: what checks and the law ask of the instansi.
struct Place<'o> {
    organisations: &'o HashMap<String, Organisation>,
    instansi: &'o str,
    has_skp: bool,
}

/// A person as lists show them; nothing before anything was recorded about them, for nobody knew of
/// them then.
fn line(
    id: PegawaiId,
    ledger: &Ledger,
    as_of: AsOf,
    readings: &Readings<'_>,
    place: &Place<'_>,
) -> Option<Read> {
    if !known(ledger, as_of) {
        return None;
    }
    let (tables, hukum) = (readings.tables, &readings.hukum);
    let context = context(place.organisations, place.instansi, place.has_skp);
    let lengkap = place.organisations.get(place.instansi).map_or(&[][..], |o| &o.lengkap);
    let snapshot = Snapshot::fold(ledger, as_of);
    let line = Line::read(id, place.instansi, &snapshot, tables, &context);
    let potret = hukum.lipat.potret(&hukum.pack.words, &snapshot, tables, &context, lengkap, false);
    Some((line, potret))
}

/// Whether anything about a subject was recorded by then.
pub fn known(ledger: &Ledger, as_of: AsOf) -> bool {
    ledger.heads().iter().any(|head| head.recorded <= as_of.known) && in_service(ledger, as_of)
}

/// Whether service had begun: of somebody appointed in 2021 a list of 2015 says nothing. People about
/// whom no appointment, golongan or jabatan is recorded at all stay visible.
fn in_service(ledger: &Ledger, as_of: AsOf) -> bool {
    const BEGIN: [Kind; 6] =
        [Kind::Status, Kind::Cpns, Kind::Pns, Kind::Golongan, Kind::Jabatan, Kind::PerjanjianKerja];
    let mut days = ledger
        .bases()
        .iter()
        .filter(|row| BEGIN.contains(&row.fact.kind))
        .map(|row| ledger.since(row))
        .peekable();
    days.peek().is_none() || days.any(|day| day <= as_of.effective)
}

/// The same moment after a few more entries: only the people they are about are read again, unless
/// what checks compare with has changed too.
fn refresh(
    conn: &mut Conn,
    before: &World,
    readings: &Readings<'_>,
    sizes: Vec<(String, i64)>,
) -> Result<World> {
    let known = |instansi: &str| before.sizes.iter().find(|s| s.0 == instansi).map_or(0, |s| s.1);
    let grown: Vec<_> = sizes.iter().map(|(id, size)| (id, known(id), size - known(id))).collect();
    let entries: i64 = grown.iter().map(|g| g.2).sum();
    if entries * 4 > before.register.len().max(64) as i64 {
        return load(conn, before.as_of, readings, |_| {});
    }
    let mut changed = Vec::new();
    for (instansi, known, _) in grown.into_iter().filter(|g| g.2 > 0) {
        let since = store::people::entries_since(conn, instansi, known)?;
        if since.beyond_people {
            return load(conn, before.as_of, readings, |_| {});
        }
        changed.extend(since.people);
    }
    if changed.is_empty() {
        return Ok(World { as_of: before.as_of, sizes, isi: before.isi.clone() });
    }
    changed.sort_unstable();
    changed.dedup();
    let ledgers = store::people::ledgers(conn, &changed)?;
    let tells_skp = |ledger: &Ledger| ledger.bases().iter().any(|row| row.fact.kind == Kind::Kinerja);
    let has_skp = before.has_skp || ledgers.iter().any(tells_skp);
    if has_skp != before.has_skp {
        return load(conn, before.as_of, readings, |_| {});
    }
    let mut owned = Vec::with_capacity(changed.len());
    for (&id, ledger) in changed.iter().zip(&ledgers) {
        owned.extend(store::people::owner(conn, id)?.map(|instansi| (id, instansi, ledger)));
    }
    let known_places = |(_, instansi, ledger): &(PegawaiId, String, &Ledger)| {
        let organisation = before.organisations.get(instansi);
        organisation.is_some_and(|organisation| names_known_places(organisation, ledger))
    };
    let placed = owned.iter().all(known_places);
    let (tenants, organisations) = if placed {
        (before.tenants.clone(), before.organisations.clone())
    } else {
        organisations(conn, before.as_of)?
    };
    let (mut lines, mut seen) = (Vec::new(), Vec::new());
    for (id, instansi, ledger) in &owned {
        let place = Place { organisations: &organisations, instansi, has_skp };
        if let Some((line, potret)) = line(*id, ledger, before.as_of, readings, &place) {
            lines.push(line);
            seen.push((*id, potret));
        }
    }
    let register = before.register.revised(&changed, lines);
    let potret = before.potret.revised(&before.register, &register, seen);
    let isi = Isi { register, organisations, tenants, has_skp, potret };
    Ok(World { as_of: before.as_of, sizes, isi: Arc::new(isi) })
}

/// Whether every unit and post a ledger names is one of the organisation's: a new one comes to light
/// with the fact that names it.
fn names_known_places(organisation: &Organisation, ledger: &Ledger) -> bool {
    let known = |field: Field, is: &dyn Fn(&str) -> bool| {
        let named = ledger.rows().iter().filter_map(|row| row.fact.text(field));
        named.filter(|id| !id.is_empty()).all(is)
    };
    known(Field::UnorId, &|id| organisation.units.contains_key(id))
        && known(Field::PosId, &|id| organisation.post_at.contains_key(id))
}

/// Whether predicates were known at all by a moment.
///
/// # Errors
/// When storage fails.
pub fn has_skp(conn: &mut Conn, known: Stamp) -> Result<bool> {
    store::people::any_of_kind(conn, kernel::Kind::Kinerja, known)
}

/// What checks about people of an instansi may rely on.
pub fn context<'o>(
    organisations: &'o HashMap<String, Organisation>,
    instansi: &str,
    has_skp: bool,
) -> Context<'o> {
    let units = organisations.get(instansi).filter(|o| o.has_list).map(|o| &o.tree);
    Context { has_skp, units }
}

/// Kinds of history named in a declaration: `hukuman_disiplin, cuti`.
fn declared(text: &str) -> Vec<Kind> {
    text.split(',').filter_map(|word| Kind::from_name(word.trim())).collect()
}

/// Units and posts, by instansi.
pub type Organisations = Arc<HashMap<String, Organisation>>;

/// Governments served, and the units and posts of each.
///
/// # Errors
/// When storage fails.
pub fn organisations(conn: &mut Conn, as_of: AsOf) -> Result<(Vec<Tenant>, Organisations)> {
    let tenants = store::node::tenants(conn)?;
    let mut all = HashMap::new();
    for tenant in &tenants {
        let (units, posts) = organisation(conn, &tenant.id, as_of)?;
        let (own, _) = store::organisation::ledger(conn, &tenant.id, &kernel::Subject::Instansi)?;
        let stated = Snapshot::fold(&own, as_of);
        let (lengkap, wilayah) =
            (declared(stated.text(Field::InstansiLengkap)), stated.text(Field::InstansiWilayah).to_owned());
        let has_list = units.iter().any(|u| !u.derived);
        // Units only a nominatif names stay in the tree when there is no list to say otherwise.
        let shown = units.iter().filter(|u| !has_list || !u.derived);
        let (tree, findings) = Tree::build(shown.map(|u| TreeUnit {
            id: &u.id,
            nama: &u.nama,
            atasan_id: &u.atasan,
            aktif: u.aktif,
        }));
        let units = units.into_iter().map(|u| (u.id.clone(), u)).collect();
        let post_at = posts.iter().enumerate().map(|(at, post)| (post.id.clone(), at)).collect();
        all.insert(
            tenant.id.clone(),
            Organisation {
                tenant: Some(tenant.clone()),
                tree,
                units,
                posts,
                post_at,
                has_list,
                findings,
                lengkap,
                wilayah,
                own,
            },
        );
    }
    Ok((tenants, Arc::new(all)))
}
