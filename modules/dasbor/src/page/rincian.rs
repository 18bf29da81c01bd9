//! `/indikator/{kode}/{instansi}`: whom or what a figure counts. People and posts are named to those who
//! may list them anyway, or stated a basis for looking; everybody else reads the same figure by perangkat
//! daerah.

use super::angka::{catatan, nilai};
use super::dasar::{bagian, dapat_dibuka};
use super::tren::Tren;
use super::utama::{asal, dikenal, sel};
use super::{Sasaran, TRAIL, frame, instansi, link};
use crate::rule::SMALLEST_TOLD;
use crate::view::{self, DasarView, OrangBaris, PosBaris, RincianView};
use host::indikator::{Indikator, Kursi, Rincian, rincian as behind, ukur_semua};
use host::opened::{MINUTES, opened_all};
use host::{Action, Answer, Ctx, Problem, Reach, World, html};
use maud::Markup;
use std::collections::BTreeMap;
use std::sync::Arc;
use web::format::angka;

/// Names and posts on one page; the list of people goes on with its own filters.
const ROWS: usize = 200;

/// `GET /indikator/{kode}/{instansi}`; `semua` stands for all of them together.
pub fn rincian(ctx: &mut Ctx) -> Answer {
    Ok(html(halaman(ctx, "", None)?))
}

/// The page, with the basis as typed and what is wrong with it.
pub fn halaman(ctx: &Ctx, typed: &str, salah: Option<String>) -> Result<Markup, Problem> {
    let i = dikenal(ctx)?;
    let world = ctx.world()?;
    let seen = instansi(ctx, &world)?;
    let (id, label) = match ctx.param("instansi") {
        "semua" if seen.len() > 1 => (String::new(), "Semua instansi".to_owned()),
        asked => seen.iter().find(|s| s.0 == asked).cloned().ok_or(Problem::NotFound)?,
    };
    let matriks = ukur_semua(&ctx.hall, &world)?;
    let cell = sel(&matriks, i, &id);
    let found = behind(&ctx.hall, &world, i.kode, &id);
    let mut page = RincianView {
        nama: i.nama.to_owned(),
        instansi: label.clone(),
        nilai: nilai(i, &cell),
        definisi: i.definisi.to_owned(),
        catatan: catatan(&cell),
        asal: asal(&matriks, &world),
        garis: Tren::baca(ctx, &world)?.garis(i, &*Sasaran::baca(ctx, &world)?, &id, &label),
        ..RincianView::default()
    };
    let dapat = dapat_dibuka(ctx, &world, i, &id)?;
    let until = if dapat { opened_all(ctx, &id, &bagian(i))? } else { None };
    let open = until.is_some();
    match &found {
        Rincian::Orang { yang, tanpa_data } => people(ctx, &world, i, yang, tanpa_data, open, &mut page),
        Rincian::Pos { yang, tanpa_data } => posts(ctx, &world, yang, tanpa_data, open, &mut page),
        Rincian::Tiada => page.tiada = Some(why_nobody(i)),
    }
    page.dibuka = until.map(|at| format!("{} WIB", at.wib().rsplit(' ').next().unwrap_or("")));
    page.dasar = (dapat && !open && page.disembunyikan > 0).then(|| DasarView {
        action: format!("/indikator/{}/{}/dasar", i.kode, web::url::encode(&id)),
        isi: typed.to_owned(),
        menit: MINUTES as u64,
        salah,
    });
    let title = format!("{} · {label}", i.nama);
    let up = link(ctx, &format!("/indikator/{}", i.kode), &[]);
    Ok(view::rincian(&frame(ctx, &title, &[("Beranda", "/"), TRAIL, (i.nama, &up)], &[]), &page))
}

fn why_nobody(i: &Indikator) -> String {
    if i.tertutup {
        "Angka ini bertumpu pada data yang hanya boleh dilihat sedikit orang, jadi tidak dirinci.".into()
    } else {
        "Angka ini tentang instansi seluruhnya; tidak ada orang atau jabatan di baliknya.".into()
    }
}

fn people(
    ctx: &Ctx,
    world: &World,
    i: &Indikator,
    yang: &[u32],
    tanpa: &[u32],
    open: bool,
    page: &mut RincianView,
) {
    let sees = ctx.sees_with(world, Some(Action::DaftarPegawai));
    let named: Vec<u32> = yang.iter().copied().filter(|&p| open || sees(p as usize)).collect();
    page.per_opd =
        by_office(yang.iter().map(|&p| world.opd_of(p as usize).1), i.tertutup || named.len() < yang.len());
    page.tanpa_data = tanpa.len();
    page.disembunyikan = yang.len() - named.len();
    page.lebih = named.len().saturating_sub(ROWS);
    page.orang = named
        .iter()
        .take(ROWS)
        .map(|&p| {
            let at = p as usize;
            let r = &world.register;
            OrangBaris {
                nama: r.nama(at).to_owned(),
                // What was opened is this list, and not the pages of the people on it.
                href: sees(at).then(|| link(ctx, &format!("/pegawai/{}", r.id[at]), &[])),
                jabatan: r.names.text(r.jabatan[at]).to_owned(),
                unit: world.unit_of(at).to_owned(),
            }
        })
        .collect();
}

/// Figures by office; small ones are not told to those who may not list their people.
fn by_office<'n>(offices: impl Iterator<Item = &'n str>, masked: bool) -> Vec<(String, String)> {
    let mut counts: BTreeMap<&str, i64> = BTreeMap::new();
    for office in offices {
        *counts.entry(office).or_default() += 1;
    }
    let mut rows: Vec<(&str, i64)> = counts.into_iter().collect();
    rows.sort_by(|a, b| (-a.1, a.0).cmp(&(-b.1, b.0)));
    let said =
        |n: i64| if masked && n < SMALLEST_TOLD { format!("< {SMALLEST_TOLD}") } else { angka(n as u64) };
    let named = |office: &str| {
        if office.is_empty() { "Perangkat daerah tidak diketahui".to_owned() } else { office.to_owned() }
    };
    rows.into_iter().map(|(office, n)| (named(office), said(n))).collect()
}

fn posts(ctx: &Ctx, world: &Arc<World>, yang: &[Kursi], tanpa: &[Kursi], open: bool, page: &mut RincianView) {
    let may = ctx.visitor.as_ref().is_some_and(|v| v.reach(Action::Organisasi) != Reach::None);
    let own = ctx.visitor.as_ref().map_or("", |v| v.instansi.as_str());
    page.tanpa_data = tanpa.len();
    let ids: Vec<&String> = world.tenants.iter().map(|t| &t.id).collect();
    let listed: Vec<&Kursi> = yang
        .iter()
        .filter(|k| may && ids.get(k.instansi).is_some_and(|id| open || own.is_empty() || *id == own))
        .collect();
    page.disembunyikan = yang.len() - listed.len();
    page.lebih = listed.len().saturating_sub(ROWS);
    for kursi in listed.into_iter().take(ROWS) {
        let Some(organisation) = ids.get(kursi.instansi).and_then(|id| world.organisation(id)) else {
            continue;
        };
        let Some(post) = organisation.posts.get(kursi.at) else { continue };
        page.pos.push(PosBaris {
            jabatan: post.jabatan.clone(),
            unit: organisation.units.get(&post.unor).map_or(String::new(), |u| u.nama.clone()),
            kebutuhan: kursi.kebutuhan,
            pemegang: kursi.pemegang.len() as i64,
        });
    }
}
