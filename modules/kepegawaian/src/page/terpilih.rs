//! The people ticked on a page of the list: who of them may be seen, and the sheet one prints.

use super::circle::circle;
use super::daftar::{Links, rows};
use super::kolom;
use crate::rule::{Bits, Filter, in_order};
use crate::view::{self, CetakView};
use host::{Answer, Ctx, Problem, World, html, tanggal};
use kernel::PegawaiId;
use std::collections::HashSet;
use std::sync::Arc;
use web::component::lembar::Lembar;

/// More nobody ticks: a page has 120 rows.
const MOST: usize = 500;

/// What an address asks for.
pub struct Chosen {
    /// Order and columns.
    pub filter: Filter,
    /// Those who may be seen, in the order of the list.
    pub people: Vec<usize>,
    /// How many were ticked. Somebody of another circle and nobody at all look alike.
    pub asked: usize,
}

/// Reads the ticked rows.
///
/// # Errors
/// When none was ticked.
pub fn chosen(ctx: &Ctx, world: &Arc<World>) -> Result<Chosen, Problem> {
    let ticked = ctx.query.iter().filter(|p| p.0 == "pilih").map(|p| p.1.as_str());
    let ids: HashSet<&str> = ticked.take(MOST).collect();
    if ids.is_empty() {
        let sentence =
            "Belum ada pegawai yang dipilih. Kembali ke daftar, centang pegawainya, lalu tekan lagi.";
        return Err(Problem::Refused("PILIH-01", sentence.into()));
    }
    let (kept, circle) = circle(ctx, world);
    let register = &world.register;
    let mut people = Bits::none(register.len());
    let found = ids.iter().filter_map(|id| PegawaiId::parse(id)).filter_map(|id| register.find(id));
    found.for_each(|i| people.insert(i));
    people.keep_in(&circle.scope.visible);
    let filter = Filter::read(&ctx.query);
    let people = in_order(register, &kept.listing, &filter, people).collect();
    Ok(Chosen { filter, people, asked: ids.len() })
}

/// `GET /pegawai/cetak`.
pub fn print(ctx: &mut Ctx) -> Answer {
    let world = ctx.world()?;
    let chosen = chosen(ctx, &world)?;
    // A sheet leads nowhere.
    let links = Links { keep: ctx.clocks.keep(), filter: &chosen.filter, opens: &|_| false };
    let frame = ctx.frame("Pegawai terpilih", &[("Beranda", "/"), ("Data Pegawai", "/pegawai")]);
    let view = CetakView {
        lembar: Lembar {
            instansi: frame.instansi.name.clone(),
            title: "Daftar pegawai".into(),
            unit: String::new(),
            at: tanggal(world.as_of.effective),
        },
        columns: kolom::shown(chosen.filter.columns),
        rows: rows(ctx, &world, &links, chosen.people.iter().copied()),
        asked: chosen.asked as u64,
        at: tanggal(world.as_of.effective),
        back_href: links.list(&chosen.filter),
    };
    Ok(html(view::cetak(&frame, &view)))
}
