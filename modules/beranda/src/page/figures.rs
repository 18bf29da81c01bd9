//! The figures of home.

use crate::rule::{self, Posts};
use host::mutu::Mutu;
use host::{Action, Ctx, Reach, World};
use kernel::tables::Ambang;
use kernel::{Code, Severity};
use web::component::angka_utama::AngkaUtama;
use web::format::angka;

/// Whether the visitor may do something at all.
pub fn may(ctx: &Ctx, action: Action) -> bool {
    ctx.visitor.as_ref().is_some_and(|v| v.reach(action) != Reach::None)
}

/// Active people, grave findings, vacant posts, contracts about to end.
pub fn figures(ctx: &Ctx, world: &World, mutu: &Mutu, grave: u64) -> Vec<AngkaUtama> {
    let active = AngkaUtama::new(
        "Pegawai aktif",
        mutu.population.into(),
        &format!("PNS {} · PPPK {}", angka(mutu.pns.into()), angka(mutu.pppk.into())),
    );
    let note = format!("dari {} pegawai dengan temuan", angka(mutu.people.into()));
    let days = ctx.hall.tables.ambang(Ambang::KontrakSegeraBerakhirHari, world.as_of.effective);
    let ending = mutu.counts.get(Code::KontrakSegera);
    vec![
        active.href("/pegawai"),
        AngkaUtama::new("Temuan berat", grave, &note).href("/perbaikan?bobot=berat"),
        vacant(ctx, world).href("/organisasi"),
        AngkaUtama::new(
            "Perjanjian kerja berakhir",
            ending.into(),
            &format!("dalam {} hari", days.map_or(0, |d| d.0)),
        )
        .href(format!("/perbaikan/{}", Code::KontrakSegera)),
    ]
}

/// People who work with at least one grave finding.
pub fn grave(world: &World, sees: impl Fn(usize) -> bool) -> u64 {
    let register = &world.register;
    let is_grave = |i: &usize| register.codes[*i].severity() == Some(Severity::Berat);
    (0..register.len()).filter(|&i| register.active[i] && sees(i)).filter(is_grave).count() as u64
}

fn vacant(ctx: &Ctx, world: &World) -> AngkaUtama {
    let posts = posts(ctx, world);
    match posts.needed {
        0 => AngkaUtama {
            label: "Jabatan lowong".into(),
            value: "belum diketahui".into(),
            note: "peta jabatan belum diunggah".into(),
            href: None,
        },
        needed => {
            AngkaUtama::new("Jabatan lowong", posts.vacant, &format!("dari {} kebutuhan", angka(needed)))
        }
    }
}

/// Posts of the map the visitor may see.
fn posts(ctx: &Ctx, world: &World) -> Posts {
    let Some(visitor) = &ctx.visitor else { return Posts::default() };
    let (reach, own) = (visitor.reach(Action::Organisasi), visitor.instansi.as_str());
    let tenants = world.tenants.iter().filter(|t| own.is_empty() || t.id == own);
    let names = &world.register.names;
    let organisations = tenants.filter_map(|t| Some((names.find(&t.id), world.organisation(&t.id)?)));
    let needs = organisations.flat_map(|(instansi, organisation)| {
        let tree = &organisation.tree;
        let top = tree.find(&visitor.unor);
        let inside = move |unor: &str| match reach {
            Reach::Instansi => true,
            Reach::Subtree => tree.find(unor).zip(top).is_some_and(|(unit, top)| tree.is_within(unit, top)),
            Reach::Own | Reach::None => false,
        };
        let listed = organisation.posts.iter().filter(move |p| !p.derived && inside(&p.unor));
        listed.map(move |p| (instansi, names.find(&p.id), p.kebutuhan))
    });
    rule::vacant(&world.register, needs)
}
