//! `GET /pegawai/{id}/mengapa`: every service with its answer; and one service with all its reasons.

use super::pohon::{Banding, decides, hasil, ketentuan, outcomes, value};
use super::{Tanya, read, simulasi};
use crate::rule::mengapa::andai::Andai;
use crate::rule::mengapa::{interesting, kata};
use crate::view::{self, MengapaLayananView, MengapaView};
use host::{Action, Answer, Ctx, Problem, Reach, html, http};
use law::layanan::Layanan;
use law::{FaktaId, Potret, Verdict};
use web::Frame;
use web::component::penjelasan::{BarisLayanan, Hasil};

/// The services.
pub fn list(ctx: &mut Ctx) -> Answer {
    let read = read(ctx)?;
    let tanya = read.ask(ctx)?;
    let (mut groups, mut apart): (Vec<(String, Vec<BarisLayanan>)>, Vec<BarisLayanan>) = Default::default();
    for layanan in &tanya.hukum.pack.layanan {
        let row = row(&tanya, layanan);
        if row.hasil == Hasil::TidakBerlaku {
            apart.push(row);
            continue;
        }
        match groups.iter_mut().find(|g| g.0 == *layanan.kelompok) {
            Some(group) => group.1.push(row),
            None => groups.push((layanan.kelompok.to_string(), vec![row])),
        }
    }
    let view = MengapaView { about: tanya.about(tanya.base(), false), groups, apart };
    Ok(html(view::mengapa(&frame(&tanya, "Mengapa?")?, &view)))
}

fn row(tanya: &Tanya<'_>, layanan: &Layanan) -> BarisLayanan {
    let blank = BarisLayanan {
        name: layanan.nama.to_string(),
        href: tanya.link(&tanya.service_href(layanan)),
        hasil: Hasil::TidakBerlaku,
        value: String::new(),
        decides: kata::reason(&tanya.silent(), &tanya.hukum.pack.words, tanya.closed),
        when: String::new(),
    };
    let Some(answer) = tanya.answer(&layanan.norma, &tanya.potret) else { return blank };
    BarisLayanan {
        hasil: hasil(answer.verdict.kode()),
        value: value(tanya, &answer),
        decides: decides(tanya, &answer),
        when: match answer.verdict {
            Verdict::TidakBerlaku(_) => String::new(),
            _ => kata::when(&answer, tanya.then(&answer, &tanya.potret)),
        },
        ..blank
    }
}

/// One service.
pub fn service(ctx: &mut Ctx) -> Answer {
    let read = read(ctx)?;
    let tanya = read.ask(ctx)?;
    let layanan = tanya.service()?;
    let keys: Vec<&str> = Tanya::norms(layanan).collect();
    let (used, first) = facts(&tanya, &keys);
    let andai = Andai::read(&ctx.query, &tanya.hukum.pack.words, &used);
    let norms = |potret: &Potret, banding: &[Option<Banding<'_>>]| {
        let each = keys.iter().enumerate();
        let told = each.map(|(n, k)| ketentuan(&tanya, k, potret, banding.get(n).and_then(Option::as_ref)));
        let mut all: Vec<_> = told.collect();
        (all.remove(0), all)
    };
    let (now, beside) = norms(&tanya.potret, &[]);
    let supposed: Vec<FaktaId> = andai.set.iter().map(|s| s.0).collect();
    let then = (andai.errors.is_empty() && !supposed.is_empty()).then(|| {
        let before = keys.iter().map(|k| tanya.answer(k, &tanya.potret));
        let banding = before.map(|a| Some(Banding { before: outcomes(&a?), supposed: &supposed }));
        norms(&andai.apply(&tanya.potret), &banding.collect::<Vec<_>>())
    });
    let href = tanya.service_href(layanan);
    let view = MengapaLayananView {
        about: tanya.about(href.clone(), false),
        now,
        beside,
        then,
        simulasi: simulasi::form(&tanya, &andai, (&first, &used), &href),
        letter_href: tanya.link(&format!("{href}/surat")),
        list_href: tanya.link(&tanya.base()),
    };
    let wrong = !andai.errors.is_empty();
    let frame = Frame { refused: wrong, ..frame(&tanya, &layanan.nama)? };
    let page = view::mengapa_layanan(&frame, &view);
    Ok(if wrong { http::refused(page) } else { html(page) })
}

/// Facts the norms of a service look at, and those of its own norm that matter most.
fn facts(tanya: &Tanya<'_>, keys: &[&str]) -> (Vec<FaktaId>, Vec<FaktaId>) {
    let pack = &tanya.hukum.pack;
    let plans = keys.iter().filter_map(|k| pack.plan(&tanya.question(k, tanya.as_of().effective)));
    let mut used: Vec<FaktaId> = plans.flat_map(|plan| plan.fakta.clone()).collect();
    used.sort_unstable();
    used.dedup();
    let own = keys.first().and_then(|k| tanya.answer(k, &tanya.potret));
    (used, own.map(|answer| interesting(&answer)).unwrap_or_default())
}

/// The frame of a page below a person's.
pub fn frame(tanya: &Tanya<'_>, title: &str) -> Result<Frame, Problem> {
    let ctx = tanya.orang.ctx;
    let about = tanya.orang.base();
    let name = tanya.about(String::new(), false).name;
    let list = tanya.base();
    let lists = ctx.visitor()?.reach(Action::DaftarPegawai) != Reach::None;
    let top = if lists { ("Data Pegawai", "/pegawai") } else { ("Beranda", "/") };
    let all = [top, (name.as_str(), about.as_str()), ("Mengapa?", list.as_str())];
    let crumbs = if title == "Mengapa?" { &all[..2] } else { &all[..] };
    Ok(ctx.frame_at(title, crumbs, &["hukum"]))
}
