//! `Yang perlu dibereskan`: every kind with its number of rows, and the estimate of the index.

use super::{asked, bobot, filter, link, may_export, offices, seen, units};
use crate::rule::{Ask, Found, in_sentence, kinds};
use crate::store::Opd;
use crate::view::{
    self, Dimensi, Indikator, JenisTemuan, LangkahTerbaik, PerkiraanIkd, PerluDibereskanView, Temuan,
};
use host::mutu::{self, Mutu};
use host::{Answer, Ctx, World, html, tanggal};
use kernel::Code;
use kernel::check::Scope;
use kernel::check::ikd::{Dimension, Ikd};
use web::component::keadaan::Blok;

/// `GET /perbaikan`.
pub fn list(ctx: &mut Ctx) -> Answer {
    let world = ctx.world()?;
    let opd = Opd::of(&world);
    let ask = asked(ctx, &world, &opd)?;
    let mutu = mutu::hitung(&world, seen(ctx, &world, &opd, &ask.opd));
    let ikd = mutu.ikd(&ctx.hall.tables);
    let counted = counted(ctx, &world, &mutu, &ask.opd);
    let found = kinds(&counted, &ikd, &ask);
    let clean = counted.iter().filter(|kind| kind.1 == 0).count();
    let temuan = Temuan {
        population: mutu.population.into(),
        people: mutu.people.into(),
        ikd: (mutu.population > 0 && ikd.covered > 0).then(|| estimate(ctx, &ikd, &ask)),
        kinds: found.iter().map(|kind| kind_of(ctx, kind, &ask)).collect(),
        clean_kinds: clean as u64,
    };
    let page = say(ctx, &world, &opd, &ask, temuan);
    Ok(html(view::perlu_dibereskan(
        &ctx.frame_at("Yang perlu dibereskan", &[("Beranda", "/")], &["opd", "bobot", "q"]),
        &page,
    )))
}

/// Every kind with its rows and the rows it looks at: people for most, units for some.
pub(crate) fn counted(ctx: &Ctx, world: &World, mutu: &Mutu, opd: &str) -> Vec<(Code, u32, u32)> {
    let units = units(ctx, world, opd);
    let all = |tenant: &kernel::unor::Tree| tenant.len() as u32;
    let listed: u32 = world.organisations.values().map(|o| all(&o.tree)).sum();
    let of = |code: Code| match code.info().scope {
        Scope::Unit => (code, units.iter().filter(|u| u.1.finding.code == code).count() as u32, listed),
        _ => (code, mutu.counts.get(code), mutu.looked_at(code)),
    };
    Code::ALL.iter().map(|code| of(*code)).collect()
}

fn say(ctx: &Ctx, world: &World, opd: &Opd, ask: &Ask, temuan: Temuan) -> PerluDibereskanView {
    let sees = ctx.sees(world);
    let everybody = 0..world.register.len() as u32;
    let visible: Vec<u32> =
        everybody.filter(|&i| world.register.active[i as usize] && sees(i as usize)).collect();
    let office = opd.find(&ask.opd).filter(|_| may_export(ctx));
    PerluDibereskanView {
        at: tanggal(world.as_of.effective),
        filter: filter(
            ctx,
            "/perbaikan",
            "Nama temuan atau kode",
            ask,
            offices(ctx, world, opd, &visible),
            true,
        ),
        temuan: Blok::Ada(temuan),
        zip_href: (may_export(ctx) && ask.opd.is_empty()).then(|| link(ctx, "/perbaikan/unduh.zip", &[])),
        opd_href: office
            .map(|_| link(ctx, &format!("/perbaikan/opd/{}/unduh.xlsx", web::url::encode(&ask.opd)), &[])),
    }
}

fn kind_of(ctx: &Ctx, kind: &Found, ask: &Ask) -> JenisTemuan {
    let info = kind.code.info();
    let path = format!("/perbaikan/{}", info.text);
    let opd = [("opd", ask.opd.as_str())];
    JenisTemuan {
        code: info.text.into(),
        label: info.label.into(),
        why: info.penjelasan.into(),
        weight: bobot(info.severity),
        count: kind.count.into(),
        population: kind.looked_at.into(),
        looked_at: match info.scope {
            Scope::Semua | Scope::Aktif => "pegawai aktif",
            Scope::Pns => "PNS dan CPNS aktif",
            Scope::Pppk | Scope::PppkAktif => "PPPK aktif",
            Scope::Unit => "unit",
        },
        gain: kind.gain,
        href: link(ctx, &path, &opd),
        per_opd_href: format!("{}#unduh", link(ctx, &path, &opd)),
        xlsx_href: may_export(ctx).then(|| link(ctx, &format!("{path}/unduh.xlsx"), &opd)),
    }
}

fn estimate(ctx: &Ctx, ikd: &Ikd<'_>, ask: &Ask) -> PerkiraanIkd {
    let href = |code: Code| link(ctx, &format!("/perbaikan/{code}"), &[("opd", &ask.opd)]);
    let (measured, indicators) = mutu::cakupan(ikd);
    let best = ikd.best_fixes().into_iter().find(|fix| fix.2 > ikd.score);
    PerkiraanIkd {
        score: ikd.score,
        measured,
        indicators,
        best: best.map(|(code, rows, score)| LangkahTerbaik {
            label: in_sentence(code.info().label),
            rows: rows.into(),
            score,
            href: href(code),
        }),
        dimensions: ikd.dimensions.iter().map(|d| dimension(d, &href)).collect(),
    }
}

fn dimension(d: &Dimension<'_>, href: &dyn Fn(Code) -> String) -> Dimensi {
    let words = d.name.replace('_', " ");
    let mut name = words.chars();
    Dimensi {
        name: name.next().map_or_else(String::new, |first| first.to_uppercase().chain(name).collect()),
        weight: d.weight,
        score: d.score,
        indicators: d
            .indicators
            .iter()
            .map(|i| Indikator {
                code: i.indicator.kode.to_string(),
                label: i.indicator.label.to_string(),
                weight: i.indicator.weight / 100,
                share: i.source.map(|_| i.share),
                faulty: i.faulty.into(),
                href: i.source.filter(|_| i.faulty > 0).map(href),
            })
            .collect(),
    }
}
