//! One person beside the list: what the register in memory knows, no statement.

use super::daftar::Links;
use super::words;
use crate::rule::Bits;
use crate::view::{self, RingkasView};
use host::{Action, Ctx, Reach, World, tanggal};
use kernel::tables::Tables;
use kernel::{PegawaiId, Severity};
use web::component::panel::Panel;
use web::url;

/// The person the address asks for; nothing for somebody of another circle, who looks like nobody at all.
pub fn asked(ctx: &Ctx, world: &World, now: &World, visible: &Bits, links: &Links<'_>) -> Option<Panel> {
    let id = PegawaiId::parse(ctx.query("panel"))?;
    let i = world.register.find(id).filter(|&i| visible.has(i) && (links.opens)(id))?;
    let may_record = ctx.clocks.is_present()
        && ctx.visitor.as_ref().is_some_and(|v| v.reach(Action::Catat) != Reach::None)
        && now.register.find(id).is_some_and(ctx.sees_with(now, Some(Action::Catat)));
    let clocks: Vec<(&str, &str)> = links.keep.iter().map(|(k, v)| (k.as_str(), v.as_str())).collect();
    let page = format!("/pegawai/{id}");
    let view = RingkasView {
        page_href: url::link(&page, &clocks),
        findings_href: url::link(&format!("{page}?bagian=temuan"), &clocks),
        record_href: may_record.then(|| format!("{page}/catat")),
        close_href: format!("{}#p-{id}", links.here()),
        ..person(&ctx.hall.tables, world, i)
    };
    Some(view::ringkas(&view))
}

fn person(tables: &Tables, world: &World, i: usize) -> RingkasView {
    let r = &world.register;
    let school = words::pendidikan(tables, r.pendidikan[i]);
    RingkasView {
        name: r.nama(i).to_owned(),
        nip: r.nip(i).to_owned(),
        jabatan: r.names.text(r.jabatan[i]).to_owned(),
        unit: world.unit_of(i).to_owned(),
        golongan: words::golongan(r.golongan[i]),
        golongan_tmt: words::day(r.tmt_golongan[i]),
        status: words::status(r.status[i], r.part_time[i]).to_owned(),
        pendidikan: if r.lulus[i] > 0 {
            format!("{school}, lulus {}", r.lulus[i])
        } else {
            school.to_owned()
        },
        predikat: words::ratings(world, i),
        deadline: r.limit[i].map(|l| view::Batas { event: words::limit(l.1).into(), date: tanggal(l.0) }),
        findings: r.codes[i].len() as u32,
        grave: r.codes[i].severity() == Some(Severity::Berat),
        at: Some(tanggal(world.as_of.effective)),
        ..RingkasView::default()
    }
}
