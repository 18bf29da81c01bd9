//! What the pages gather: perangkat daerah of everybody, findings about units, and the sentences of a
//! few people, for which their ledgers are read.

use host::hall::context;
use host::{Ctx, PerWorld, Reach, World};
use kernel::check::explain;
use kernel::unor::{UnitFinding, natural};
use kernel::{Class, Codes, Field, Finding, PegawaiId, Snapshot, Tables, Value};
use std::collections::HashMap;
use std::sync::Arc;
use store::{Conn, Result};

/// Address of those whose perangkat daerah is not known.
pub const UNKNOWN: &str = "tanpa-unit";
/// What they are called.
pub const UNKNOWN_NAME: &str = "Belum diketahui unitnya";

/// One perangkat daerah.
pub struct Kantor {
    /// Its id.
    pub id: String,
    /// Its name; every government has a Dinas Kesehatan.
    pub nama: String,
    /// Whose it is; empty for those nobody knows the unit of.
    pub instansi: String,
}

impl Kantor {
    /// Its name in a list: with the instansi where several stand in it.
    pub fn label(&self, several: bool) -> String {
        if several { self.with_instansi(" · ") } else { self.nama.clone() }
    }

    /// Its name as a file travels: always with the instansi.
    pub fn berkas(&self) -> String {
        self.with_instansi(" - ")
    }

    fn with_instansi(&self, between: &str) -> String {
        if self.instansi.is_empty() {
            return self.nama.clone();
        }
        format!("{}{between}{}", self.nama, self.instansi)
    }
}

/// The perangkat daerah of everybody, as numbers.
pub struct Opd {
    of: Vec<u32>,
    /// All of them; number 0 are those nobody knows the unit of.
    pub list: Vec<Kantor>,
}

static OPD: PerWorld<Opd> = PerWorld::new();

impl Opd {
    /// Worked out once for a world.
    pub fn of(world: &Arc<World>) -> Arc<Opd> {
        OPD.get(world, Opd::read)
    }

    /// Once for every unit somebody works in, not for every person.
    pub fn read(world: &World) -> Opd {
        let register = &world.register;
        let mut list =
            vec![Kantor { id: UNKNOWN.to_owned(), nama: UNKNOWN_NAME.to_owned(), instansi: String::new() }];
        let mut numbers: HashMap<String, u32> = HashMap::new();
        let mut units: HashMap<(u32, u32), u32> = HashMap::new();
        let number = |i: usize| {
            *units.entry((register.instansi[i], register.unor[i])).or_insert_with(|| {
                let (id, nama) = world.opd_of(i);
                if id.is_empty() {
                    return 0;
                }
                *numbers.entry(id.to_owned()).or_insert_with(|| {
                    let instansi = instansi_nama(world, world.instansi_of(i)).to_owned();
                    list.push(Kantor { id: id.to_owned(), nama: nama.to_owned(), instansi });
                    list.len() as u32 - 1
                })
            })
        };
        let of = (0..register.len()).map(number).collect();
        Opd { of, list }
    }

    /// Number of a person's perangkat daerah.
    pub fn number(&self, i: usize) -> u32 {
        self.of[i]
    }

    /// A person's perangkat daerah.
    pub fn of_person(&self, i: usize) -> &Kantor {
        &self.list[self.of[i] as usize]
    }

    /// Name of a person's perangkat daerah, empty when not known.
    pub fn nama(&self, i: usize) -> &str {
        match self.of[i] {
            0 => "",
            n => self.list.get(n as usize).map_or("", |o| o.nama.as_str()),
        }
    }

    /// Number of an id; `None` when nobody works there.
    pub fn find(&self, id: &str) -> Option<u32> {
        self.list.iter().position(|o| o.id == id).map(|n| n as u32)
    }

    /// People by perangkat daerah, those by name with numbers as numbers; the unknown come last.
    pub fn groups(&self, people: &[u32]) -> Vec<(u32, Vec<u32>)> {
        let mut groups: HashMap<u32, Vec<u32>> = HashMap::new();
        for &i in people {
            groups.entry(self.of[i as usize]).or_default().push(i);
        }
        let mut groups: Vec<(u32, Vec<u32>)> = groups.into_iter().collect();
        groups.sort_by(|a, b| {
            let name = |n: u32| self.list[n as usize].label(true).to_lowercase();
            (a.0 == 0).cmp(&(b.0 == 0)).then_with(|| natural(&name(a.0), &name(b.0))).then(a.0.cmp(&b.0))
        });
        groups
    }
}

/// What an instansi is called.
pub fn instansi_nama<'w>(world: &'w World, id: &str) -> &'w str {
    world.tenants.iter().find(|t| t.id == id).map_or("", |t| t.nama.as_str())
}

/// Findings about units the visitor may see, with the instansi they belong to.
pub fn unit_findings<'w>(ctx: &Ctx, world: &'w World) -> Vec<(&'w str, &'w UnitFinding)> {
    let Some(visitor) = &ctx.visitor else { return Vec::new() };
    let own = |id: &str| visitor.instansi.is_empty() || visitor.instansi == id;
    let mut list = Vec::new();
    for tenant in world.tenants.iter().filter(|t| own(&t.id)) {
        let Some(organisation) = world.organisation(&tenant.id) else { continue };
        let top = organisation.tree.find(&visitor.unor);
        let inside = |id: &str| match ctx.reach() {
            Reach::Instansi => true,
            Reach::Subtree => {
                let node = organisation.tree.find(id);
                node.zip(top).is_some_and(|(node, top)| organisation.tree.is_within(node, top))
            }
            Reach::Own | Reach::None => false,
        };
        list.extend(organisation.findings.iter().filter(|f| inside(&f.id)).map(|f| (tenant.id.as_str(), f)));
    }
    list
}

/// One finding about one person in words.
pub struct Kalimat {
    /// The person, by number in the register.
    pub person: usize,
    /// What was found and what to do.
    pub finding: Finding,
    /// What the field says now; personal data are masked.
    pub now: String,
}

/// The findings of some people in words, person by person in the order given: two statements for
/// every 64 people.
pub fn sentences(
    conn: &mut Conn,
    world: &World,
    tables: &Tables,
    people: &[(u32, Codes)],
) -> Result<Vec<Kalimat>> {
    let ids: Vec<PegawaiId> = people.iter().map(|p| world.register.id[p.0 as usize]).collect();
    let ledgers = store::people::ledgers(conn, &ids)?;
    let mut list = Vec::new();
    for ((person, codes), ledger) in people.iter().zip(&ledgers) {
        let person = *person as usize;
        let snapshot = Snapshot::fold(ledger, world.as_of);
        let context = context(&world.organisations, world.instansi_of(person), world.has_skp);
        for code in codes.iter() {
            let finding = explain(code, &snapshot, tables, &context);
            let now = finding.field.map_or_else(String::new, |field| value_now(&snapshot, field));
            list.push(Kalimat { person, finding, now });
        }
    }
    Ok(list)
}

fn value_now(snapshot: &Snapshot<'_>, field: Field) -> String {
    let text = snapshot.value(field).map_or_else(String::new, Value::show);
    match field.info().class {
        Class::Open => text,
        Class::Personal => web::format::mask(&text),
        Class::Specific => String::new(),
    }
}
