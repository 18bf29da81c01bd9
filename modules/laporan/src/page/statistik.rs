//! `/statistik`: how many of which kind, every figure the door to its people.

use super::{Lingkup, gelombang, lembar};
use crate::rule::{Apa, Dimensi};
use crate::view::{self, Bagan, StatistikView};
use crate::xlsx;
use host::{Answer, Ctx, World, html};
use kernel::Tables;
use web::component::angka_utama::AngkaUtama;
use web::component::grafik::Bilah;

const DIMENSIONS: [Apa; 7] =
    [Apa::Golongan, Apa::Jabatan, Apa::Pendidikan, Apa::Umur, Apa::MasaKerja, Apa::JenisKelamin, Apa::Status];

/// Units drawn; the rest stand in the file.
const UNITS: usize = 80;

/// `GET /statistik`.
pub fn page(ctx: &mut Ctx) -> Answer {
    let world = ctx.world()?;
    let lingkup = Lingkup::read(ctx, &world, false)?;
    let charts = charts(&world, &ctx.hall.tables, &lingkup);
    let view = StatistikView {
        lembar: lembar(&world, &lingkup, "Statistik kepegawaian"),
        filter: lingkup.filter("/statistik", &[]),
        total: lingkup.people.len() as u64,
        figures: figures(&lingkup, &charts),
        unit: unit_chart(&lingkup),
        charts,
        gelombang: gelombang::wave(ctx, &world, &lingkup),
        xlsx_href: lingkup.link("/statistik/unduh.xlsx", &[]),
    };
    let frame = ctx.frame_at("Statistik", &[("Beranda", "/")], &["instansi", "unit"]);
    Ok(html(view::statistik(&frame, &view)))
}

/// `GET /statistik/unduh.xlsx`.
pub fn xlsx(ctx: &mut Ctx) -> Answer {
    let world = ctx.world()?;
    let lingkup = Lingkup::read(ctx, &world, false)?;
    let about = lembar(&world, &lingkup, "Statistik kepegawaian");
    let mut sheets: Vec<(String, Vec<(String, u64)>)> = Vec::new();
    for apa in DIMENSIONS {
        let dimensi = Dimensi::new(apa, &ctx.hall.tables, world.as_of.effective);
        let counts = dimensi.count(&world.register, &lingkup.people);
        let labels = dimensi.kelas.iter().map(|k| k.label.clone());
        sheets.push((apa.judul().to_owned(), labels.zip(counts).filter(|c| c.1 > 0).collect()));
    }
    sheets.push(("Unit".to_owned(), units(&lingkup).into_iter().map(|(g, n)| (g.label, n)).collect()));
    let wave = gelombang::wave(ctx, &world, &lingkup).map(|w| ("Gelombang pensiun PNS", w.table));
    xlsx::figures(ctx, "statistik", &about, &sheets, wave.as_ref())
}

fn charts(world: &World, tables: &Tables, lingkup: &Lingkup<'_>) -> Vec<Bagan> {
    let chart = |apa: Apa| {
        let dimensi = Dimensi::new(apa, tables, world.as_of.effective);
        let counts = dimensi.count(&world.register, &lingkup.people);
        let last = dimensi.kelas.len() - 1;
        let shown = dimensi.kelas.iter().zip(counts).enumerate().filter(|(_, (_, n))| *n > 0);
        let bars = shown.map(|(at, (kelas, value))| Bilah {
            label: kelas.label.clone(),
            value,
            href: lingkup.list(&kelas.pairs),
            marked: at == last,
        });
        Bagan { title: apa.judul().to_owned(), bars: bars.collect(), hidden: 0 }
    };
    DIMENSIONS.into_iter().map(chart).collect()
}

/// The strip on top: everybody, then what binds them.
fn figures(lingkup: &Lingkup<'_>, charts: &[Bagan]) -> Vec<AngkaUtama> {
    let status = charts.last().map_or(&[][..], |c| &c.bars);
    let all = lingkup.people.len() as u64;
    let figure = |label: &str, value: u64, href: Option<String>| {
        let share = web::format::persen(value, all.max(1));
        AngkaUtama { href, ..AngkaUtama::new(label, value, &share) }
    };
    let mut figures = vec![figure("Pegawai aktif", all, lingkup.list(&[]))];
    figures.extend(status.iter().map(|bar| figure(&bar.label, bar.value, bar.href.clone())));
    figures
}

/// Units with how many, the most first.
fn units(lingkup: &Lingkup<'_>) -> Vec<(super::lingkup::Grup, u64)> {
    let (groups, of) = lingkup.groups();
    let mut counts = vec![0; groups.len()];
    of.iter().for_each(|n| counts[*n as usize] += 1);
    let mut units: Vec<_> = groups.into_iter().zip(counts).collect();
    units.sort_by_key(|unit| std::cmp::Reverse(unit.1));
    units
}

fn unit_chart(lingkup: &Lingkup<'_>) -> Bagan {
    let mut units = units(lingkup);
    let hidden = units.len().saturating_sub(UNITS);
    units.truncate(UNITS);
    let bars = units.into_iter().map(|(group, value)| Bilah {
        href: lingkup.list(&group.pairs),
        marked: group.pairs.iter().any(|p| p.0 == "tanpa"),
        label: group.label,
        value,
    });
    let title = if lingkup.unit_nama().is_empty() { "Perangkat daerah" } else { "Unit kerja" };
    Bagan { title: title.to_owned(), bars: bars.collect(), hidden }
}
