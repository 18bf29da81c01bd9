//! The list as a file: the filters and the order of the page, every row of it.

use super::circle::{asked, circle};
use super::words;
use crate::rule::everyone;
use host::{Answer, Ctx, World, http};
use sheet::CsvWriter;
use std::io::{BufWriter, Write};

const HEADER: [&str; 13] = [
    "Nama",
    "NIP",
    "Jabatan",
    "Unit kerja",
    "Perangkat daerah",
    "Golongan",
    "TMT golongan",
    "Status",
    "Kedudukan hukum",
    "Predikat terakhir",
    "Batas berikutnya",
    "Tanggal batas",
    "Temuan",
];

/// `GET /ekspor/pegawai.csv`. It goes through a file, so memory does not grow with the list.
pub fn csv(ctx: &mut Ctx) -> Answer {
    let world = ctx.world()?;
    let (filter, units) = asked(ctx, &world)?;
    let (kept, scope) = circle(ctx, &world);
    let today = world.as_of.effective;
    let people = everyone(&world.register, &kept.listing, &filter, units.as_ref(), today, &scope.visible);
    let made = ctx.hall.node.berkas.temporary().map_err(store::Error::from)?;
    let file = std::fs::File::create(made.path()).map_err(store::Error::from)?;
    write(&world, people, BufWriter::new(file)).map_err(store::Error::from)?;
    http::file_from(&format!("pegawai-{today}.csv"), "text/csv; charset=utf-8", made)
}

fn write(world: &World, people: impl Iterator<Item = usize>, out: impl Write) -> std::io::Result<()> {
    let mut csv = CsvWriter::with_bom(out)?;
    csv.row(HEADER)?;
    let r = &world.register;
    for i in people {
        csv.cell(r.nama(i))?;
        csv.digits(r.nip(i))?;
        csv.cell(r.names.text(r.jabatan[i]))?;
        csv.cell(world.unit_of(i))?;
        csv.cell(world.opd_of(i).1)?;
        csv.cell(&words::golongan(r.golongan[i]))?;
        csv.cell(&r.tmt_golongan[i].map(|d| d.dmy()).unwrap_or_default())?;
        csv.cell(words::status(r.status[i], r.part_time[i]))?;
        csv.cell(r.names.text(r.kedudukan[i]))?;
        let last = r.predikat[i].iter().rev().find(|p| p.0 > 0);
        csv.cell(&last.map(|(year, text)| format!("{} ({year})", r.names.text(*text))).unwrap_or_default())?;
        csv.cell(r.limit[i].map_or("", |l| words::limit(l.1)))?;
        csv.cell(&r.limit[i].map(|l| l.0.dmy()).unwrap_or_default())?;
        csv.cell(&r.codes[i].iter().map(|c| c.text()).collect::<Vec<_>>().join(" "))?;
        csv.end_row()?;
    }
    csv.finish()?.flush()
}
