//! `/cari`: people, units and pages by a few letters.

use crate::rule::{self, Typed};
use host::view::{self, CariView, KelompokHasil};
use host::{Action, Answer, Ctx, Reach, World, html};
use kernel::search::fold_text;
use web::component::pintasan::Hasil;
use web::{Icon, NavGroup, format, url};

/// People shown.
const PEOPLE: usize = 20;
/// Units shown.
const UNITS: usize = 10;

/// `GET /cari`.
pub fn search(ctx: &mut Ctx) -> Answer {
    let query: String = ctx.query("q").trim().chars().take(120).collect();
    let typed = Typed::read(&query);
    let world = ctx.present()?;
    let mut groups = vec![people(ctx, &world, &query, &typed), units(ctx, &world, &typed)];
    if ctx.part {
        // The shortcuts know the pages already.
        return Ok(html(view::hasil(&CariView { query, groups })));
    }
    let frame = ctx.frame("Cari", &[("Beranda", "/")]);
    groups.push(pages(&frame.nav, &typed));
    Ok(html(view::cari(&frame, &CariView { query, groups })))
}

fn people(ctx: &Ctx, world: &World, query: &str, typed: &Typed) -> KelompokHasil {
    let register = &world.register;
    let (found, total) = rule::people(register, typed, ctx.sees(world), PEOPLE);
    let result = |i: usize| Hasil {
        label: register.nama(i).to_owned(),
        note: format::nip(register.nip(i)),
        href: format!("/pegawai/{}", register.id[i]),
        icon: Icon::Akun,
    };
    KelompokHasil {
        title: "Pegawai".into(),
        more_href: (total > found.len() as u64)
            .then(|| url::link("/pegawai", &[("q", query), ("kedudukan", "semua")])),
        results: found.into_iter().map(result).collect(),
        total,
    }
}

/// Units the visitor may see on the page of units, those higher up first.
fn units(ctx: &Ctx, world: &World, typed: &Typed) -> KelompokHasil {
    let mut found: Vec<(u32, String, String, String)> = Vec::new();
    if let Some(visitor) = ctx.visitor.as_ref().filter(|v| v.reach(Action::Organisasi) != Reach::None) {
        let own = visitor.instansi.as_str();
        // Every government has a Dinas Kesehatan: whoever sees several is told whose it is.
        let several = own.is_empty() && world.tenants.len() > 1;
        for tenant in world.tenants.iter().filter(|t| own.is_empty() || t.id == own) {
            let Some(tree) = world.organisation(&tenant.id).map(|o| &o.tree) else { continue };
            let top = tree.find(&visitor.unor);
            let whole = visitor.reach(Action::Organisasi) == Reach::Instansi;
            for node in tree.nodes().filter(|n| whole || top.is_some_and(|top| tree.is_within(*n, top))) {
                if typed.in_text(&fold_text(tree.nama(node))) {
                    let above = tree.opd_of(node).filter(|opd| *opd != node);
                    let mut note = above.map_or("Unit kerja", |opd| tree.nama(opd)).to_owned();
                    if several {
                        note = format!("{note} · {}", tenant.nama);
                    }
                    let (id, nama) = (tree.id(node).to_owned(), tree.nama(node).to_owned());
                    found.push((tree.depth(node), nama, id, note));
                }
            }
        }
    }
    found.sort();
    let total = found.len() as u64;
    let result = |(_, label, id, note): (u32, String, String, String)| Hasil {
        label,
        note,
        href: url::link("/organisasi", &[("unit", &id)]),
        icon: Icon::Org,
    };
    KelompokHasil {
        title: "Unit kerja".into(),
        results: found.into_iter().take(UNITS).map(result).collect(),
        total,
        more_href: None,
    }
}

fn pages(nav: &[NavGroup], typed: &Typed) -> KelompokHasil {
    let items =
        nav.iter().flat_map(|g| g.items.iter().map(|item| (g.label.as_deref().unwrap_or("Halaman"), item)));
    let found = items.filter(|(_, item)| typed.in_text(&fold_text(&item.label)));
    let result = |(group, item): (&str, &web::NavItem)| Hasil {
        label: item.label.clone(),
        note: group.to_owned(),
        href: item.href.clone(),
        icon: item.icon,
    };
    let results: Vec<Hasil> = found.map(result).collect();
    KelompokHasil { title: "Halaman".into(), total: results.len() as u64, results, more_href: None }
}
