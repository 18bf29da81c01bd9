//! Reports over a register in memory: figures of everybody, and the order of rank of a large government.

use crate::Bench;
use crate::fold::best;
use anyhow::{Result, anyhow};
use demo::province::Province;
use kernel::check::{Context, Status};
use kernel::duk;
use kernel::register::{Line, Register};
use kernel::{AsOf, Date, EntryId, Ledger, PegawaiId, Snapshot, Subject, Tables};
use laporan::rule::{Apa, Dimensi};
use std::hint::black_box;

/// People of the order of rank.
const DUK: usize = 20_000;
/// Careers are made from so many people and then repeated: what is measured reads columns.
const MADE: usize = 5_000;

pub fn measure(bench: &mut Bench) -> Result<()> {
    if !(bench.wants("statistik") || bench.wants("duk")) {
        return Ok(());
    }
    let today = Date::from_days(20_779);
    let tables = Tables::bundled().map_err(|e| anyhow!("{e:?}"))?;
    if bench.wants("statistik") {
        let register = register(100_000, today, &tables);
        let people: Vec<u32> = (0..register.len() as u32).filter(|&i| register.active[i as usize]).collect();
        let (_, cpu) = best(10, || {
            for apa in [
                Apa::Status,
                Apa::Golongan,
                Apa::Jabatan,
                Apa::Pendidikan,
                Apa::Umur,
                Apa::MasaKerja,
                Apa::JenisKelamin,
            ] {
                black_box(Dimensi::new(apa, &tables, today).count(&register, &people));
            }
        });
        let name = format!("statistik: {} pegawai, tujuh bagan", people.len());
        bench.report.line(&name, &format!("inti {:.1} ms", cpu * 1e3), "≤ 20 ms inti", Some(cpu <= 0.020));
    }
    if bench.wants("duk") {
        let register = register(DUK * 2, today, &tables);
        let pns = |i: &u32| register.active[*i as usize] && register.status[*i as usize] == Status::Pns;
        let people: Vec<u32> = (0..register.len() as u32).filter(pns).take(DUK).collect();
        let steps = tables.duk(today);
        let (_, cpu) = best(5, || {
            black_box(duk::order(&steps, &duk::read(&register, &people, &tables, today)));
        });
        let name = format!("duk: {} PNS", people.len());
        bench.report.line(&name, &format!("inti {:.1} ms", cpu * 1e3), "≤ 100 ms", Some(cpu <= 0.1));
    }
    Ok(())
}

/// So many people of the demo's first government, each with an id of their own.
fn register(count: usize, today: Date, tables: &Tables) -> Register {
    let province = Province::new(2026, MADE, today);
    let subject = Subject::Pegawai(PegawaiId([1; 16]));
    let mut n = 0u128;
    let mut next = || {
        n += 1;
        EntryId(n.to_be_bytes())
    };
    let read = |ledger: &Ledger| {
        let snapshot = Snapshot::fold(ledger, AsOf::on(today));
        Line::read(PegawaiId([1; 16]), "A1", &snapshot, tables, &Context::default())
    };
    let made: Vec<Line> = province
        .people(0)
        .map(|person| read(&Ledger::from_entries(&person.entries(&subject, "ukur", &mut next))))
        .collect();
    let numbered = (0..count).zip(made.iter().cycle());
    let lines = numbered.map(|(n, line)| Line { id: PegawaiId((n as u128).to_be_bytes()), ..line.clone() });
    Register::build(AsOf::on(today), lines.collect())
}
