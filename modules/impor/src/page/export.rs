//! The whole nominatif out again, as a file to keep.

use super::Temporary;
use crate::export::{Format, export};
use host::{Answer, Ctx, Problem, Reach};

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
    // All columns of everybody: not for those who serve one unit.
    if ctx.reach() != Reach::Instansi {
        return Err(Problem::Forbidden);
    }
    let temporary = Temporary::new(ctx)?;
    let file = std::fs::File::create(&temporary.0).map_err(store::Error::from)?;
    let own = (!visitor.instansi.is_empty()).then_some(visitor.instansi.as_str());
    let as_of = ctx.clocks.as_of();
    let out = std::io::BufWriter::with_capacity(1 << 20, file);
    ctx.hall.with(|conn| export(conn, own, as_of, format, out))?;
    let name = format!("nominatif-{}.{}", as_of.effective, format.extension());
    host::http::file_from(&name, format.content_type(), temporary.0.clone())
}
