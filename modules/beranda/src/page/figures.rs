//! The figures of home.

use super::circle::Sums;
use crate::rule::Posts;
use host::{Action, Ctx, Reach, World};
use kernel::Code;
use kernel::tables::Ambang;
use web::component::angka_utama::{AngkaUtama, Bagian};
use web::format::angka;
use web::url::link;

/// Whether the visitor may do something at all.
pub fn may(ctx: &Ctx, action: Action) -> bool {
    ctx.visitor.as_ref().is_some_and(|v| v.reach(action) != Reach::None)
}

/// Active people, grave findings, vacant posts, contracts about to end, as far as they are the
/// visitor's business.
pub fn figures(ctx: &Ctx, world: &World, sums: &Sums) -> Vec<AngkaUtama> {
    let mutu = &sums.mutu;
    let parts = sums.parts.iter().filter(|part| part.people > 0).map(|part| Bagian {
        label: part.label.to_owned(),
        value: part.people,
        href: link("/pegawai", &[("status", part.word)]),
    });
    let active =
        AngkaUtama { parts: parts.collect(), ..AngkaUtama::new("Pegawai aktif", mutu.population.into(), "") };
    let note = format!("dari {} pegawai dengan temuan", angka(mutu.people.into()));
    let days = ctx.hall.tables.ambang(Ambang::KontrakSegeraBerakhirHari, world.as_of.effective);
    let ending = mutu.counts.get(Code::KontrakSegera);
    let ends = AngkaUtama::new(
        "Perjanjian kerja berakhir",
        ending.into(),
        &format!("dalam {} hari", days.map_or(0, |d| d.0)),
    );
    // Figures lead to lists, and a figure is shown to those who may open its list.
    let all = [
        (Action::DaftarPegawai, active.href("/pegawai")),
        (Action::Temuan, AngkaUtama::new("Temuan berat", sums.grave, &note).href("/perbaikan?bobot=berat")),
        (Action::Organisasi, vacant(sums.posts).href("/organisasi")),
        (Action::Temuan, ends.href(format!("/perbaikan/{}", Code::KontrakSegera))),
    ];
    all.into_iter().filter(|(action, _)| may(ctx, *action)).map(|(_, figure)| figure).collect()
}

fn vacant(posts: Posts) -> AngkaUtama {
    match posts.needed {
        0 => AngkaUtama {
            label: "Jabatan lowong".into(),
            value: "belum diketahui".into(),
            note: "peta jabatan belum diunggah".into(),
            ..AngkaUtama::default()
        },
        needed => {
            AngkaUtama::new("Jabatan lowong", posts.vacant, &format!("dari {} kebutuhan", angka(needed)))
        }
    }
}
