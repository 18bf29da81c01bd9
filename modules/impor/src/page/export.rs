//! The whole nominatif out again, as a file to keep. It shows every NIK there is, so each download is in
//! the journal before the file is made, where everybody it names can read of it.

use crate::export::{Format, export};
use host::access::Visitor;
use host::{Answer, Ctx, Problem, Reach};
use store::dibuka::{self, Opening};

/// As CSV.
pub fn csv(ctx: &mut Ctx) -> Answer {
    file(ctx, Format::Csv)
}

/// As a workbook.
pub fn xlsx(ctx: &mut Ctx) -> Answer {
    file(ctx, Format::Xlsx)
}

fn file(ctx: &mut Ctx, format: Format) -> Answer {
    let visitor = ctx.visitor()?.clone();
    if ctx.reach() != Reach::Instansi {
        return Err(Problem::Forbidden);
    }
    look(ctx, &visitor)?;
    let made = ctx.hall.node.berkas.temporary().map_err(store::Error::from)?;
    let file = std::fs::File::create(made.path()).map_err(store::Error::from)?;
    let own = (!visitor.instansi.is_empty()).then_some(visitor.instansi.as_str());
    let as_of = ctx.clocks.as_of();
    let out = std::io::BufWriter::with_capacity(1 << 20, file);
    ctx.hall.with(|conn| export(conn, own, as_of, format, out))?;
    let name = format!("nominatif-{}.{}", as_of.effective, format.extension());
    host::http::file_from(&name, format.content_type(), made)
}

fn look(ctx: &Ctx, visitor: &Visitor) -> Result<(), Problem> {
    let by = visitor.signature();
    let node = &ctx.hall.node;
    ctx.hall.with(|conn| {
        let tenants = store::node::tenants(conn)?;
        let own = tenants.iter().filter(|t| visitor.instansi.is_empty() || t.id == visitor.instansi);
        let openings: Vec<Opening<'_>> = own
            .map(|tenant| Opening {
                instansi: &tenant.id,
                pegawai: None,
                actor: &visitor.akun,
                by: &by,
                part: "Nominatif lengkap (67 kolom)",
                reason: "Unduhan nominatif",
            })
            .collect();
        let mut source = node.source(conn)?;
        dibuka::record(conn, &node.key, &mut source, &openings)
    })?;
    Ok(())
}
