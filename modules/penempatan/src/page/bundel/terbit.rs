//! Bundles as published: made and kept when the PPK decides, so that whoever holds one can be told whether this service
//! published exactly that, years and versions later.

use super::super::catat::{catat, kembali};
use super::super::umum::{nama_instansi, panel};
use crate::bundel::{self, Lingkup};
use crate::isi::Isi;
use crate::rule::rencana::BundelTerbit;
use crate::rule::{Rencana, Tahap, Tindak, Tolak};
use crate::view::periksa::{AsalBundel, BundelUmum, SidikTerbit};
use crate::{berkas, tetapkan};
use host::{Answer, Ctx, Hall, Problem, World, tanggal};
use std::sync::Arc;

/// Both sorts, with the word of the journal and what a page calls it.
const LINGKUP: [(Lingkup, &str, &str); 2] =
    [(Lingkup::Lengkap, "lengkap", "Bundel lengkap"), (Lingkup::Umum, "umum", "Bundel untuk umum")];

fn kata(lingkup: Lingkup) -> &'static str {
    LINGKUP.iter().find(|row| row.0 == lingkup).map_or("", |row| row.1)
}

fn label(kata: &str) -> &str {
    LINGKUP.iter().find(|row| row.1 == kata).map_or(kata, |row| row.2)
}

/// Makes and keeps both bundles of the plan that stands; an event for each. None where the PPK chooses among three
/// names, for which no bundle proves anything.
///
/// # Errors
/// No plan stands, inputs and plan do not belong together, or the disk fails.
pub fn siapkan(hall: &Hall, r: &Rencana) -> Result<Vec<Isi>, Problem> {
    let a = tetapkan::akhir(hall, r)?;
    if a.beku.tiga_nama {
        return Ok(Vec::new());
    }
    let one = |(lingkup, kata, _): &(Lingkup, &str, &str)| {
        let made = bundel::tulis(&a.beku, &a.hasil, &r.penyimpangan, &r.pokok.judul, *lingkup)?;
        Ok(Isi::Bundel { lingkup: (*kata).to_owned(), sidik: berkas::simpan_bita(hall, &made)? })
    };
    LINGKUP.iter().map(one).collect()
}

/// `POST /penempatan/{id}/bundel`: bundles of a decided round as it is now, where they differ from what is published or
/// nothing is. What was published before stays listed.
pub fn terbitkan(ctx: &mut Ctx) -> Answer {
    let (_, r) = panel(ctx)?;
    r.boleh(Tindak::Bundel)?;
    let made = siapkan(&ctx.hall, &r)?;
    catat(ctx, &r, Tindak::Bundel, |now| {
        if (&now.perhitungan, &now.penyimpangan) != (&r.perhitungan, &r.penyimpangan) {
            return Err(Tolak("PNP-03", "Rencana ini baru saja berubah. Muat ulang halaman ini.".into()));
        }
        let known = |isi: &Isi| match isi {
            Isi::Bundel { lingkup, sidik } => now.bundel_terbit(lingkup).is_some_and(|b| b.sidik == *sidik),
            _ => false,
        };
        let fresh: Vec<Isi> = made.into_iter().filter(|isi| !known(isi)).collect();
        if fresh.is_empty() {
            let sentence = "Tidak ada bundel baru: yang sudah terbit masih sama dengan keadaan rencana ini.";
            return Err(Tolak("PNP-78", sentence.into()));
        }
        Ok(fresh)
    })?;
    kembali(ctx, "", "bundel")
}

/// The bundle a visitor gets: as published once it is, else as the plan says now.
///
/// # Errors
/// No bundle can be made of this round, or a kept file cannot be read.
pub fn isi(ctx: &Ctx, r: &Rencana, a: &tetapkan::Akhir, lingkup: Lingkup) -> Result<Vec<u8>, Problem> {
    match r.bundel_terbit(kata(lingkup)) {
        Some(published) => berkas::baca_bita(&ctx.hall, &published.sidik),
        None => Ok(bundel::tulis(&a.beku, &a.hasil, &r.penyimpangan, &r.pokok.judul, lingkup)?),
    }
}

/// What was published of a round, oldest first.
pub fn daftar(r: &Rencana) -> Vec<SidikTerbit> {
    let one = |b: &BundelTerbit| SidikTerbit {
        label: label(&b.lingkup).to_owned(),
        sidik: b.sidik.clone(),
        pada: tanggal(b.tanda.pada.date_wib()),
    };
    r.bundel.iter().map(one).collect()
}

/// A round as everybody may know it: title, owner, its public bundle, and every hash published.
pub fn umum(world: &World, r: &Rencana) -> BundelUmum {
    BundelUmum {
        judul: r.pokok.judul.clone(),
        pemilik: nama_instansi(world, &r.instansi).to_owned(),
        href: format!("/penempatan/{}/bundel.zip", r.id),
        sidik: daftar(r),
    }
}

/// Which round a file was published of, in words for everybody: title and owner, no more.
pub fn asal(world: &World, rounds: &[Arc<Rencana>], sidik: &str) -> Option<AsalBundel> {
    let of = |r: &Arc<Rencana>| {
        let b = r.bundel.iter().find(|b| b.sidik == sidik)?;
        Some(AsalBundel {
            judul: r.pokok.judul.clone(),
            pemilik: nama_instansi(world, &r.instansi).to_owned(),
            apa: label(&b.lingkup).to_owned(),
            pada: tanggal(b.tanda.pada.date_wib()),
            diganti: r.bundel_terbit(&b.lingkup).is_some_and(|last| last.sidik != b.sidik),
            batal: r.tahap == Tahap::Dibatalkan,
        })
    };
    rounds.iter().find_map(of)
}
