//! Gather, decide, say: figures, the order of rank, lists by group, recapitulation; each as a page and a file.

mod duk;
mod gelombang;
mod lingkup;
mod nominatif;
mod rekap;
mod statistik;
mod words;

pub use duk::{page as duk, xlsx as duk_xlsx};
pub use nominatif::{page as nominatif, xlsx as nominatif_xlsx};
pub use rekap::{page as rekap, xlsx as rekap_xlsx};
pub use statistik::{page as statistik, xlsx as statistik_xlsx};

use host::{Ctx, World, tanggal};
use lingkup::Lingkup;
use web::component::lembar::Lembar;

/// Head and foot of the printed page.
fn lembar(world: &World, lingkup: &Lingkup<'_>, title: &str) -> Lembar {
    Lembar {
        instansi: lingkup.instansi_nama(),
        title: title.to_owned(),
        unit: lingkup.unit_nama(),
        at: tanggal(world.as_of.effective),
    }
}

/// The person a page begins behind, as its place among these people.
fn behind(ctx: &Ctx, world: &World, people: &[u32]) -> Option<usize> {
    let id = kernel::PegawaiId::parse(ctx.query("sesudah"))?;
    let i = world.register.find(id)? as u32;
    people.iter().position(|p| *p == i)
}
