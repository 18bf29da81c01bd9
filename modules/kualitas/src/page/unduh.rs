//! Findings as files.

use super::{asked, code, seen, units};
use crate::rule::people as matching;
use crate::store::Opd;
use crate::xlsx::{Source, XLSX, packed, unit_list};
use host::http::{file, file_from};
use host::{Answer, Ctx, Problem, Reach};
use kernel::check::Scope;
use std::fs::File;

/// `GET /perbaikan/{kode}/unduh.xlsx`: everybody with one kind, by perangkat daerah, then name.
pub fn one_kind(ctx: &mut Ctx) -> Answer {
    let code = code(ctx).ok_or(Problem::NotFound)?;
    let world = ctx.world()?;
    let opd = Opd::of(&world);
    let ask = asked(ctx, &world, &opd)?;
    if code.info().scope == Scope::Unit {
        let mut list = units(ctx, &world, &ask.opd);
        list.retain(|u| u.1.finding.code == code);
        return Ok(file(&format!("{code}.xlsx"), XLSX, packed(unit_list(&world, &list)?)?));
    }
    let found = matching(&world.register, code, "", seen(ctx, &world, &opd, &ask.opd));
    let people: Vec<u32> = opd.groups(&found).into_iter().flat_map(|g| g.1).collect();
    let source = Source { world: &world, tables: &ctx.hall.tables, opd: &opd, code: Some(code) };
    let book = ctx.hall.with(|conn| source.list(conn, &people))?.0;
    let office = opd.find(&ask.opd).map_or(String::new(), |n| format!(" {}", opd.list[n as usize].berkas()));
    Ok(file(&format!("{code}{office}.xlsx"), XLSX, packed(book)?))
}

/// `GET /perbaikan/opd/{unor}/unduh.xlsx`: every kind of one perangkat daerah.
pub fn one_office(ctx: &mut Ctx) -> Answer {
    let world = ctx.world()?;
    let opd = Opd::of(&world);
    let number = opd.find(ctx.param("unor")).ok_or(Problem::NotFound)?;
    let source = Source { world: &world, tables: &ctx.hall.tables, opd: &opd, code: None };
    let sees = seen(ctx, &world, &opd, ctx.param("unor"));
    let named = world.register.by_name().iter().copied();
    let people: Vec<u32> = named.filter(|&i| sees(i as usize)).collect();
    if people.is_empty() {
        return Err(Problem::NotFound);
    }
    let book = ctx.hall.with(|conn| source.office(conn, &source.faulty(people.iter().copied())))?.0;
    let name = format!("Perbaikan {}.xlsx", opd.list[number as usize].berkas());
    Ok(file(&name, XLSX, packed(book)?))
}

/// `GET /perbaikan/unduh.zip`: a workbook for each perangkat daerah, written to disk and sent in pieces.
pub fn archive(ctx: &mut Ctx) -> Answer {
    let world = ctx.world()?;
    let opd = Opd::of(&world);
    let ask = asked(ctx, &world, &opd)?;
    let source = Source { world: &world, tables: &ctx.hall.tables, opd: &opd, code: ask.code };
    let sees = seen(ctx, &world, &opd, &ask.opd);
    let named = world.register.by_name().iter().copied();
    let people = source.faulty(named.filter(|&i| sees(i as usize)));
    let whole = ctx.reach() == Reach::Instansi && ask.code.is_none();
    let units = if whole { units(ctx, &world, &ask.opd) } else { Vec::new() };
    let made = ctx.hall.node.berkas.temporary().map_err(store::Error::from)?;
    let out = File::create(made.path()).map_err(store::Error::from)?;
    ctx.hall.with(|conn| source.bundle(conn, &people, &units, std::io::BufWriter::new(out)))?;
    let day = world.as_of.effective;
    let kind = ask.code.map_or(String::new(), |code| format!(" {code}"));
    file_from(&format!("Perbaikan{kind} {day}.zip"), "application/zip", made)
}
