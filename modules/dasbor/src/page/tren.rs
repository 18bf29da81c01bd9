//! The stored series as lines: quarter by quarter, with the target.

use super::angka::{ratusan, ringkas, terbaca};
use super::{Sasaran, link};
use crate::rule::triwulan::{Triwulan, triwulan};
use crate::rule::umum::{ditahan, jumlah_ditahan};
use host::indikator::{Indikator, Rangkaian, Sel};
use host::{Ctx, Problem, World};
use kernel::indikator::{Satuan, Ukuran};
use std::sync::Arc;
use web::component::garis::{Garis, Kecil, Titik};

/// The stored series, ready to be drawn.
pub struct Tren {
    rangkaian: Arc<Rangkaian>,
    triwulan: Vec<Triwulan>,
}

impl Tren {
    /// Of a world; read once a world.
    pub fn baca(ctx: &Ctx, world: &Arc<World>) -> Result<Tren, Problem> {
        let rangkaian = host::indikator::rangkaian(&ctx.hall, world)?;
        let triwulan = triwulan(rangkaian.hari());
        Ok(Tren { rangkaian, triwulan })
    }

    /// The quarters.
    pub fn triwulan(&self) -> &[Triwulan] {
        &self.triwulan
    }

    /// What was stored for each quarter.
    pub fn sel<'t>(&'t self, kode: &'t str, instansi: &'t str) -> Vec<Option<&'t Sel>> {
        let mut found = self.rangkaian.deret(kode, instansi).peekable();
        let at = |t: &Triwulan| {
            let day = t.hari?;
            while found.next_if(|f| f.0 < day).is_some() {}
            found.next_if(|f| f.0 == day).map(|f| f.1)
        };
        self.triwulan.iter().map(at).collect()
    }

    /// As a line with the target.
    pub fn garis(&self, i: &Indikator, goals: &Sasaran, instansi: &str, nama: &str) -> Garis {
        let told = |_: usize, sel: &Sel| terbaca(i, sel);
        self.garis_yang(i, goals, (instansi, nama), told)
    }

    /// The same for everybody: what could point at people is not drawn.
    pub fn garis_umum(
        &self,
        i: &Indikator,
        goals: &Sasaran,
        instansi: &str,
        nama: &str,
        tenants: &[&str],
    ) -> Garis {
        let each: Vec<Vec<Option<&Sel>>> = tenants.iter().map(|id| self.sel(i.kode, id)).collect();
        let told = |at: usize, sel: &Sel| {
            let found = sel.hasil.ukuran()?;
            let others = || each.iter().filter_map(|row| row[at]?.hasil.ukuran());
            let kept_back = match instansi {
                "" => jumlah_ditahan(found, i.satuan, others()),
                _ => ditahan(found, i.satuan),
            };
            (!kept_back).then_some(found)
        };
        self.garis_yang(i, goals, (instansi, nama), told)
    }

    fn garis_yang(
        &self,
        i: &Indikator,
        goals: &Sasaran,
        (instansi, nama): (&str, &str),
        told: impl Fn(usize, &Sel) -> Option<Ukuran>,
    ) -> Garis {
        let quarters = self.triwulan.iter().zip(self.sel(i.kode, instansi)).enumerate();
        let titik = quarters.map(|(at, (t, sel))| {
            let shown = sel.and_then(|sel| told(at, sel));
            Titik {
                label: t.label(),
                nilai: shown.map(|u| u.ratusan(i.satuan)),
                teks: match (shown, sel) {
                    (Some(u), _) => ringkas(u.ratusan(i.satuan), i.satuan),
                    (None, Some(sel)) if sel.hasil.ukuran().is_some() => "tidak disebut".into(),
                    (None, _) => "belum terukur".into(),
                },
            }
        });
        let goal = goals.bagi(i.kode, instansi).map(|u| u.ratusan(i.satuan));
        Garis {
            judul: format!("{}, {nama}", i.nama),
            titik: titik.collect(),
            sasaran: goal.map(|g| (g, ratusan(g, i.satuan))),
        }
    }

    /// One indicator of many instansi, as small lines.
    pub fn banyak(
        &self,
        ctx: &Ctx,
        i: &Indikator,
        goals: &Sasaran,
        rows: &[(String, String)],
        kini: impl Fn(&str) -> String,
    ) -> Vec<Kecil> {
        let one = |(id, nama): &(String, String)| Kecil {
            nama: super::utama::pendek(nama),
            nilai: kini(id),
            garis: self.garis(i, goals, id, nama),
            href: link(ctx, &format!("/indikator/{}/{}", i.kode, web::url::encode(id)), &[]),
        };
        rows.iter().map(one).collect()
    }
}

/// Whether heights of many lines are worth comparing: parts and points are, numbers of people of a large and
/// a small instansi are not.
pub fn satu_skala(i: &Indikator) -> bool {
    matches!(i.satuan, Satuan::Persen | Satuan::Skor)
}
