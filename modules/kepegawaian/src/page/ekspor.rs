//! The list as a file: the filters, the order and the columns of the page, every row of it.

use super::circle::{asked, circle};
use super::terpilih::chosen;
use super::words;
use crate::rule::{Kolom, KolomPilihan, everyone};
use host::{Answer, Ctx, World, http};
use kernel::tables::{Jenjang, Tables};
use sheet::CsvWriter;
use std::io::{BufWriter, Write};

/// `GET /ekspor/pegawai.csv`. It goes through a file, so memory does not grow with the list.
pub fn csv(ctx: &mut Ctx) -> Answer {
    let world = ctx.world()?;
    let (filter, units) = asked(ctx, &world)?;
    let (kept, circle) = circle(ctx, &world);
    let today = world.as_of.effective;
    let people =
        everyone(&world.register, &kept.listing, &filter, units.as_ref(), today, &circle.scope.visible);
    send(ctx, &world, filter.columns, people, &format!("pegawai-{today}.csv"))
}

/// `GET /ekspor/terpilih.csv`: exactly those who were ticked and may be seen; the name of the file says how many.
pub fn chosen_csv(ctx: &mut Ctx) -> Answer {
    let world = ctx.world()?;
    let chosen = chosen(ctx, &world)?;
    let name = format!("pegawai-{}-dari-{}-{}.csv", chosen.people.len(), chosen.asked, world.as_of.effective);
    send(ctx, &world, chosen.filter.columns, chosen.people.into_iter(), &name)
}

fn send(
    ctx: &Ctx,
    world: &World,
    columns: KolomPilihan,
    people: impl Iterator<Item = usize>,
    name: &str,
) -> Answer {
    let made = ctx.hall.node.berkas.temporary().map_err(store::Error::from)?;
    let file = std::fs::File::create(made.path()).map_err(store::Error::from)?;
    let out = BufWriter::new(file);
    write(&ctx.hall.tables, world, columns, people, out).map_err(store::Error::from)?;
    http::file_from(name, "text/csv; charset=utf-8", made)
}

/// What stands at the head of the columns a column of the page becomes.
fn heads(column: Kolom) -> &'static [&'static str] {
    match column {
        Kolom::Jabatan => &["Jabatan", "Unit kerja", "Perangkat daerah"],
        Kolom::Golongan => &["Golongan", "TMT golongan"],
        Kolom::Status => &["Status"],
        Kolom::Predikat => &["Predikat terakhir"],
        Kolom::Batas => &["Batas berikutnya", "Tanggal batas"],
        Kolom::Temuan => &["Temuan"],
        Kolom::Umur => &["Umur (tahun)"],
        Kolom::MasaKerja => &["Masa kerja (tahun)", "Masa kerja (bulan)"],
        Kolom::Pendidikan => &["Tingkat pendidikan", "Tahun lulus"],
        Kolom::JenisKelamin => &["Jenis kelamin"],
        Kolom::JenisJabatan => &["Jenis jabatan"],
        Kolom::Jenjang => &["Jenjang"],
        Kolom::Kedudukan => &["Kedudukan hukum"],
    }
}

fn write(
    tables: &Tables,
    world: &World,
    columns: KolomPilihan,
    people: impl Iterator<Item = usize>,
    out: impl Write,
) -> std::io::Result<()> {
    // The page says the legal status below the status where it says more; a file says it beside it.
    let columns: Vec<Kolom> = Kolom::ALL
        .iter()
        .map(|k| k.0)
        .filter(|k| columns.has(*k) || *k == Kolom::Kedudukan && columns.has(Kolom::Status))
        .collect();
    let mut csv = CsvWriter::with_bom(out)?;
    csv.row(["Nama", "NIP"].into_iter().chain(columns.iter().flat_map(|k| heads(*k).iter().copied())))?;
    for i in people {
        csv.cell(world.register.nama(i))?;
        csv.digits(world.register.nip(i))?;
        for column in &columns {
            cells(&mut csv, tables, world, *column, i)?;
        }
        csv.end_row()?;
    }
    csv.finish()?.flush()
}

fn cells(
    csv: &mut CsvWriter<impl Write>,
    tables: &Tables,
    world: &World,
    column: Kolom,
    i: usize,
) -> std::io::Result<()> {
    let (r, today) = (&world.register, world.as_of.effective);
    match column {
        Kolom::Jabatan => {
            csv.cell(r.names.text(r.jabatan[i]))?;
            csv.cell(world.unit_of(i))?;
            csv.cell(world.opd_of(i).1)
        }
        Kolom::Golongan => {
            csv.cell(&words::golongan(r.golongan[i]))?;
            csv.cell(&r.tmt_golongan[i].map(|d| d.dmy()).unwrap_or_default())
        }
        Kolom::Status => csv.cell(words::status(r.status[i], r.part_time[i])),
        Kolom::Predikat => {
            let last = r.predikat[i].iter().rev().find(|p| p.0 > 0);
            csv.cell(
                &last.map(|(year, text)| format!("{} ({year})", r.names.text(*text))).unwrap_or_default(),
            )
        }
        Kolom::Batas => {
            csv.cell(r.limit[i].map_or("", |l| words::limit(l.1)))?;
            csv.cell(&r.limit[i].map(|l| l.0.dmy()).unwrap_or_default())
        }
        Kolom::Temuan => csv.cell(&r.codes[i].iter().map(|c| c.text()).collect::<Vec<_>>().join(" ")),
        Kolom::Umur => {
            let years = r.lahir[i].map(|born| (born.months_until(today) / 12).to_string());
            csv.cell(&years.unwrap_or_default())
        }
        Kolom::MasaKerja => {
            let months = r.kerja_sejak[i].map(|since| since.months_until(today));
            csv.cell(&months.map(|m| (m / 12).to_string()).unwrap_or_default())?;
            csv.cell(&months.map(|m| (m % 12).to_string()).unwrap_or_default())
        }
        Kolom::Pendidikan => {
            csv.cell(words::pendidikan(tables, r.pendidikan[i]))?;
            csv.cell(&if r.lulus[i] > 0 { r.lulus[i].to_string() } else { String::new() })
        }
        Kolom::JenisKelamin => csv.cell(words::sex(r.sex[i])),
        Kolom::JenisJabatan => csv.cell(words::jenis(r.jenis[i])),
        Kolom::Jenjang if r.jenjang[i] == Jenjang::None => csv.cell(""),
        Kolom::Jenjang => csv.cell(r.jenjang[i].label()),
        Kolom::Kedudukan => csv.cell(r.names.text(r.kedudukan[i])),
    }
}
