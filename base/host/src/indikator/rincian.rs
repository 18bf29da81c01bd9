//! Whom or what a figure counts: from the same definition as the figure. Who may see them is decided where
//! they are shown.

use super::{Bahan, Kursi, Rumus};
use crate::hall::{Hall, World};
use std::sync::Arc;

/// Behind a figure.
#[derive(Clone, Debug)]
pub enum Rincian {
    /// People by name, as numbers in the register.
    Orang {
        /// Those the figure counts.
        yang: Vec<u32>,
        /// Those whose data do not tell.
        tanpa_data: Vec<u32>,
    },
    /// Posts in the order of instansi and list.
    Pos {
        /// Those with places the figure counts.
        yang: Vec<Kursi>,
        /// Those whose data do not tell.
        tanpa_data: Vec<Kursi>,
    },
    /// A figure of the whole: nobody stands behind it by name, or nobody may be told.
    Tiada,
}

/// Behind one figure; id `""` is all instansi together.
pub fn rincian(hall: &Hall, world: &Arc<World>, kode: &str, instansi: &str) -> Rincian {
    let Some(indikator) = hall.katalog.cari(kode).filter(|i| !i.tertutup) else { return Rincian::Tiada };
    let hukum = hall.hukum();
    let bahan = Bahan::new(world, &hukum, &hall.tables);
    let r = bahan.register();
    let own = r.names.find(instansi);
    let known = |id: &str| world.tenants.iter().any(|t| t.id == id);
    let within =
        |i: usize| if instansi.is_empty() { known(world.instansi_of(i)) } else { Some(r.instansi[i]) == own };
    let people = || r.by_name().iter().copied().filter(|&i| r.active[i as usize] && within(i as usize));
    match indikator.rumus {
        Rumus::Orang { dari, yang, .. } => {
            let (mut counted, mut unknown) = (Vec::new(), Vec::new());
            for i in people().filter(|&i| dari(&bahan, i as usize)) {
                match yang(&bahan, i as usize) {
                    Some(true) => counted.push(i),
                    Some(false) => {}
                    None => unknown.push(i),
                }
            }
            Rincian::Orang { yang: counted, tanpa_data: unknown }
        }
        Rumus::Temuan(code) => {
            let yang = people().filter(|&i| r.codes[i as usize].contains(code)).collect();
            Rincian::Orang { yang, tanpa_data: Vec::new() }
        }
        Rumus::Pos { dari, yang, .. } => {
            let own = bahan.tempat(instansi);
            let (mut counted, mut unknown) = (Vec::new(), Vec::new());
            let posts = bahan.kursi().iter().filter(|k| instansi.is_empty() || Some(k.instansi) == own);
            for kursi in posts.filter(|k| dari(&bahan, k) > 0) {
                match yang(&bahan, kursi) {
                    Some(places) if places > 0 => counted.push(kursi.clone()),
                    Some(_) => {}
                    None => unknown.push(kursi.clone()),
                }
            }
            Rincian::Pos { yang: counted, tanpa_data: unknown }
        }
        Rumus::Instansi(_) | Rumus::Simpanan(_) | Rumus::Laporan | Rumus::BelumAda(_) => Rincian::Tiada,
    }
}
