//! Requests about findings.

pub(crate) mod jenis;
mod rincian;
mod unduh;

pub use jenis::list;
pub use rincian::people;
pub use unduh::{archive, one_kind, one_office};

use crate::rule::{Ask, WEIGHTS};
use crate::store::{Opd, UNKNOWN, unit_findings};
use host::{Action, Ctx, Problem, Reach, World};
use kernel::{Code, Severity};
use web::component::saring::{Pilihan, Saring};
use web::component::temuan::Bobot;
use web::url;

/// As the badges call it.
fn bobot(severity: Severity) -> Bobot {
    match severity {
        Severity::Berat => Bobot::Berat,
        Severity::Ragu => Bobot::Meragukan,
        Severity::Catatan => Bobot::Catatan,
    }
}

/// An address of these pages with the filters and both clocks.
fn link(ctx: &Ctx, path: &str, pairs: &[(&str, &str)]) -> String {
    let clocks = ctx.clocks.keep();
    let mut all = pairs.to_vec();
    all.extend(clocks.iter().map(|(k, v)| (k.as_str(), v.as_str())));
    url::link(path, &all)
}

fn may_export(ctx: &Ctx) -> bool {
    ctx.visitor.as_ref().is_some_and(|v| v.reach(Action::Ekspor) != Reach::None)
}

/// What the address asks for. A perangkat daerah of another circle and one that does not exist look alike:
/// neither is named.
pub(crate) fn asked(ctx: &Ctx, world: &World, opd: &Opd) -> Result<Ask, Problem> {
    let ask = Ask::read(&ctx.query);
    let known = ask.opd.is_empty() || ask.opd == UNKNOWN || reaches(ctx, world, opd, &ask.opd);
    if known { Ok(ask) } else { Err(Problem::NotFound) }
}

/// Whether the visitor reaches the perangkat daerah itself, or sees somebody in it: an operator's unit may lie
/// below it.
fn reaches(ctx: &Ctx, world: &World, opd: &Opd, id: &str) -> bool {
    let sees = seen(ctx, world, opd, id);
    ctx.reaches_unit(world, id) || (0..world.register.len()).any(sees)
}

/// Whom the visitor may see in the perangkat daerah asked for; nobody when there is no such one.
pub(crate) fn seen<'w>(
    ctx: &'w Ctx,
    world: &'w World,
    opd: &'w Opd,
    asked: &str,
) -> impl Fn(usize) -> bool + 'w {
    let wanted = (!asked.is_empty()).then(|| opd.find(asked));
    let sees = ctx.sees(world);
    move |i| wanted.is_none_or(|number| number == Some(opd.number(i))) && sees(i)
}

/// Findings about units by kind; a filter by perangkat daerah leaves those under it.
pub(crate) fn units<'w>(
    ctx: &Ctx,
    world: &'w World,
    asked: &str,
) -> Vec<(&'w str, &'w kernel::unor::UnitFinding)> {
    let mut all = unit_findings(ctx, world);
    if !asked.is_empty() {
        all.retain(|(instansi, unit)| {
            let tree = world.organisation(instansi).map(|o| &o.tree);
            let inside = tree.and_then(|t| Some(t.is_within(t.find(&unit.id)?, t.find(asked)?)));
            inside.unwrap_or(false)
        });
    }
    all
}

/// The filter bar. Only a list of kinds can be narrowed by how grave they are.
fn filter(
    ctx: &Ctx,
    action: &str,
    search: &str,
    ask: &Ask,
    offices: Vec<(String, String)>,
    weights: bool,
) -> Saring {
    let mut choices = vec![Pilihan {
        name: "opd".into(),
        label: "Perangkat daerah".into(),
        value: ask.opd.clone(),
        options: offices,
    }];
    if weights {
        choices.push(Pilihan {
            name: "bobot".into(),
            label: "Bobot".into(),
            value: ask.weight_word().into(),
            options: WEIGHTS.iter().map(|w| (w.1.to_owned(), w.2.to_owned())).collect(),
        });
    }
    Saring::of(action, ("q", search), &ask.q, ctx.clocks.keep(), &choices)
}

/// Id and name of the perangkat daerah of these people, by name.
fn offices(ctx: &Ctx, world: &World, opd: &Opd, people: &[u32]) -> Vec<(String, String)> {
    let several = several(ctx, world);
    let groups = opd.groups(people);
    let offices = groups.iter().map(|(number, _)| &opd.list[*number as usize]);
    offices.map(|o| (o.id.clone(), o.label(several))).collect()
}

/// Whether perangkat daerah of several instansi stand in the lists of this visitor.
fn several(ctx: &Ctx, world: &World) -> bool {
    world.tenants.len() > 1 && ctx.visitor.as_ref().is_some_and(|v| v.instansi.is_empty())
}

/// A kind named in the path.
pub(crate) fn code(ctx: &Ctx) -> Option<Code> {
    Code::from_text(ctx.param("kode"))
}
