//! What the page of the SK and its letters are made of, and what of it a letter speaks about.

use super::super::umum::{nama_instansi, panel_orang, tak_berkepentingan};
use crate::naskah::{IsianSurat, Jenis, Penulis, sebutan};
use crate::rule::akhir::dengan;
use crate::rule::{Rencana, Tahap};
use crate::tetapkan::{self, Akhir, RancanganSk, banding, pemegang, rancangan};
use host::hall::Organisation;
use host::{Ctx, Hall, Problem, World};
use kernel::{Date, Stamp};
use std::sync::Arc;

/// A round with its plan, who finally sits where, and who moves.
#[derive(Clone)]
pub struct Bahan {
    /// The register now.
    pub world: Arc<World>,
    /// The round.
    pub rencana: Arc<Rencana>,
    /// Inputs, plan, seats.
    pub akhir: Akhir,
    /// Who moves.
    pub rancangan: Vec<RancanganSk>,
}

impl Bahan {
    /// What a visitor who is not considered in the round may read.
    pub fn gather(ctx: &Ctx) -> Result<Bahan, Problem> {
        let (world, rencana) = panel_orang(ctx)?;
        let akhir = tetapkan::akhir(&ctx.hall, &rencana)?;
        tak_berkepentingan(ctx, &akhir.beku)?;
        Bahan::susun(&ctx.hall, world, rencana, akhir)
    }

    fn susun(hall: &Hall, world: Arc<World>, rencana: Arc<Rencana>, akhir: Akhir) -> Result<Bahan, Problem> {
        let mut drafts = rancangan(&world, &hall.tables, &rencana, &akhir.beku, &akhir.duduk);
        if rencana.langkah.iter().any(|l| l.0 == Tahap::Ditetapkan) {
            let sides = banding::banding(hall, &world, &rencana, &akhir)?;
            sesudah(&mut drafts, &sides, world.organisation(&rencana.instansi));
        }
        Ok(Bahan { world, rencana, akhir, rancangan: drafts })
    }

    /// What the government is called.
    pub fn pemerintah(&self) -> &str {
        nama_instansi(&self.world, &self.rencana.instansi)
    }

    /// What the forms of letters begin with.
    pub fn isian(&self, hari: Date) -> IsianSurat {
        IsianSurat::awal(&self.rencana, self.pemerintah(), &sebutan(&self.rancangan), hari)
    }

    /// What of it one letter speaks about: minutes of the meeting say what the meeting had, and nobody whose SK was
    /// annulled is inaugurated, takes up duty, or gets an excerpt. The other letters say all of it.
    pub fn tentang(&self, hall: &Hall, jenis: Jenis) -> Result<Bahan, Problem> {
        match jenis {
            Jenis::BaRapat => self.saat_rapat(hall),
            Jenis::Petikan | Jenis::BaPelantikan | Jenis::Spmt => self.yang_memegang(hall, jenis),
            Jenis::Keputusan | Jenis::UsulPertek | Jenis::Laporan => Ok(self.clone()),
        }
    }

    fn saat_rapat(&self, hall: &Hall) -> Result<Bahan, Problem> {
        let then = &self.rencana.rapat;
        let same = *then == self.rencana.cakupan_kini();
        if same || Jenis::BaRapat.saat(&self.rencana).is_none() {
            return Ok(self.clone());
        }
        let mut rencana = Rencana::clone(&self.rencana);
        rencana.penyimpangan.clone_from(&then.penyimpangan);
        rencana.pilihan.clone_from(&then.pilihan);
        let (beku, hasil) = (self.akhir.beku.clone(), self.akhir.hasil.clone());
        let duduk = dengan(&then.penyimpangan, &then.pilihan, &beku, &hasil);
        Bahan::susun(hall, self.world.clone(), Arc::new(rencana), Akhir { beku, hasil, duduk })
    }

    fn yang_memegang(&self, hall: &Hall, jenis: Jenis) -> Result<Bahan, Problem> {
        if !self.rencana.langkah.iter().any(|l| l.0 == Tahap::Ditetapkan) {
            return Ok(self.clone());
        }
        let step = jenis.saat(&self.rencana).and_then(|at| self.rencana.langkah.get(at));
        let step = step.filter(|_| jenis != Jenis::Petikan);
        let effective = step.and_then(|(_, _, surat)| surat.as_ref()).map(|s| s.tanggal);
        let day = effective.map_or(self.rencana.pokok.berlaku, |day| day.max(self.rencana.pokok.berlaku));
        let known = step.map_or(Stamp::MAX, |(_, tanda, _)| tanda.pada);
        let held = pemegang(hall, &self.akhir, day, known)?;
        let mut all = self.clone();
        all.rancangan.retain(|d| held.contains(&d.pegawai));
        Ok(all)
    }

    /// Writes with what was typed.
    pub fn tulis<T>(&self, isian: &IsianSurat, work: impl FnOnce(&Penulis<'_>) -> T) -> T {
        let register = &self.world.register;
        let nama = |id: &str| {
            let found = kernel::PegawaiId::parse(id).and_then(|id| register.find(id));
            found.map_or_else(|| id.to_owned(), |i| register.nama(i).to_owned())
        };
        work(&Penulis {
            rencana: &self.rencana,
            beku: &self.akhir.beku,
            akhir: &self.akhir.duduk,
            isi: self.akhir.hasil.isi,
            rancangan: &self.rancangan,
            pemerintah: self.pemerintah(),
            nama: &nama,
            isian,
        })
    }
}

/// After the SK the register holds the new posts already: what was held before is read from the moment before it, and
/// nothing stands in the way any more.
fn sesudah(drafts: &mut [RancanganSk], sides: &banding::Banding, organisation: Option<&Organisation>) {
    for draft in drafts {
        draft.halangan.clear();
        let id = draft.pegawai.to_string();
        if let Some(side) = sides.orang.iter().find(|o| o.pegawai == id) {
            let lama = &mut draft.surat.lama;
            (lama.nama, lama.unit) = side.lama.clone();
            let post = organisation.and_then(|o| o.posts.get(*o.post_at.get(&side.pos_lama)?));
            lama.eselon = post.map_or_else(String::new, |p| p.jenjang.clone());
            lama.kelas = post.filter(|p| p.kelas > 0).map_or_else(String::new, |p| p.kelas.to_string());
        }
    }
}
