//! Papers: taken in by what they are, not by what they are called; given out again to whoever reads the rakor.

mod kemasan;
mod periksa;

use super::super::catat::{baris, satu_baris, ulang};
use super::super::umum::Sidang;
use super::{Siapa, buka, catat, halaman, kembali, penyelenggara};
use crate::isi::{self, Isi};
use crate::rule::rakor::Paparan;
use crate::rule::{Peran, Tolak};
use crate::view::persiapan::PaparanView;
use host::http::{self, Upload};
use host::{Action, Answer, Ctx, Problem, Reach};
use kernel::typed::from_hex;
pub use periksa::MB_MAX;
use periksa::{jenis, periksa};

/// Papers one rakor may have.
const MOST: usize = 500;

/// Papers of an item as the page shows them. Those of an item that was taken off stand with those of none.
pub fn daftar(sidang: &Sidang, agenda: &str, answers: bool) -> Vec<PaparanView> {
    let rakor = &sidang.rakor;
    let known = |id: &str| rakor.agenda.iter().any(|a| a.id == id);
    let here = |p: &&Paparan| p.isi.agenda == agenda || (agenda.is_empty() && !known(&p.isi.agenda));
    let readers = rakor.penentu();
    rakor.paparan.iter().filter(here).map(|p| satu(sidang, p, &readers, answers)).collect()
}

fn satu(sidang: &Sidang, p: &Paparan, readers: &[&str], answers: bool) -> PaparanView {
    let own = sidang.instansi.as_str();
    let missing: Vec<&&str> = readers.iter().filter(|i| !p.dibaca.contains_key(**i)).collect();
    let named = p.isi.kebijakan && penyelenggara(sidang);
    PaparanView {
        id: p.tanda.id.clone(),
        judul: p.isi.judul.clone(),
        href: format!("/rakor/{}/berkas/{}", sidang.rakor.id, p.tanda.id),
        catatan: format!("{} · {}", p.isi.berkas, sidang.nama(&p.tanda.instansi)),
        kebijakan: p.isi.kebijakan.then(|| (readers.len() - missing.len(), readers.len())),
        belum: missing.iter().filter(|_| named).map(|i| sidang.nama(i).to_owned()).collect(),
        baca: p.isi.kebijakan && answers && readers.contains(&own) && !p.dibaca.contains_key(own),
    }
}

/// Whether what came may be kept; else why not.
pub fn layak(upload: Option<&Upload>) -> Result<Result<(), String>, Problem> {
    match upload {
        None => Ok(Err("Pilih berkas yang diunggah.".to_owned())),
        Some(upload) => Ok(periksa(&upload.path, upload.size)?),
    }
}

/// `POST /rakor/{id}/paparan`.
pub fn unggah(ctx: &mut Ctx) -> Answer {
    let sidang = buka(ctx)?;
    // Whoever may bring nothing here leaves nothing on the disk either.
    if sidang.peran() == Peran::Pihak && !sidang.rakor.ikut(&sidang.instansi) {
        return Err(
            Tolak("RAKOR-24", "Instansi Anda sudah ditarik dari daftar pihak rakor ini.".into()).into()
        );
    }
    let upload = ctx.upload.take().filter(|u| u.size > 0);
    let mut salah: Vec<(String, String)> = Vec::new();
    let judul = satu_baris(ctx.field("judul"), "Judul").unwrap_or_default();
    if judul.is_empty() {
        salah.push(("judul-paparan".into(), "Isi judul paparan, paling panjang 200 huruf.".into()));
    }
    salah.extend(layak(upload.as_ref())?.err().map(|sentence| ("berkas".to_owned(), sentence)));
    let Some(upload) = upload.filter(|_| salah.is_empty()) else {
        return Ok(http::refused(halaman(ctx, &sidang, ulang(ctx, salah), None)?));
    };
    let hash = ctx.hall.node.berkas.keep(&upload.path).map_err(store::Error::from)?;
    let leads = ctx.visitor()?.reach(Action::KelolaRakor) != Reach::None;
    let asked = ctx.field("kebijakan") == "1";
    let paparan = isi::Paparan {
        judul,
        agenda: ctx.field("agenda").to_owned(),
        berkas: satu_baris(&upload.name, "Nama berkas").unwrap_or_default(),
        sidik: store::derive::hex(&hash),
        kebijakan: false,
    };
    catat(ctx, Siapa::Peserta, |rakor, own| {
        if rakor.tahap.selesai() {
            return Err(Tolak("RAKOR-11", "Rakor sudah selesai; paparan tidak ditambah lagi.".into()));
        }
        if rakor.paparan.len() >= MOST {
            return Err(Tolak("RAKOR-26", format!("Paparan satu rakor paling banyak {MOST}.")));
        }
        let known = rakor.agenda.iter().any(|a| a.id == paparan.agenda);
        let agenda = if known { paparan.agenda.clone() } else { String::new() };
        let kebijakan = asked && leads && rakor.instansi == own;
        Ok(vec![(Isi::Paparan(isi::Paparan { agenda, kebijakan, ..paparan }), Some(hash))])
    })?;
    kembali(ctx, "persiapan", "paparan")
}

/// `POST /rakor/{id}/paparan/baca`.
pub fn baca(ctx: &mut Ctx) -> Answer {
    // Whose rakor this is comes before what the form says.
    crate::page::umum::buka(ctx)?;
    let paparan = baris(ctx, "paparan", "Paparan")?;
    catat(ctx, Siapa::Peserta, |rakor, own| {
        let found = rakor.paparan.iter().find(|p| p.tanda.id == paparan && p.isi.kebijakan);
        let Some(found) = found else {
            return Err(Tolak("RAKOR-20", "Paparan ini tidak ada. Muat ulang halaman.".into()));
        };
        let again = found.dibaca.contains_key(own);
        Ok(if again { Vec::new() } else { vec![(Isi::PaparanDibaca { paparan }, None)] })
    })?;
    kembali(ctx, "persiapan", "dibaca")
}

/// `GET /rakor/{id}/berkas/{paparan}`.
pub fn unduh(ctx: &mut Ctx) -> Answer {
    let sidang = buka(ctx)?;
    let asked = ctx.param("paparan");
    let found = sidang.rakor.paparan.iter().find(|p| p.tanda.id == asked).ok_or(Problem::NotFound)?;
    beri(ctx, &found.isi.sidik, &found.isi.berkas)
}

/// A kept file, called as its sender called it.
pub fn beri(ctx: &Ctx, sidik: &str, nama: &str) -> Answer {
    let hash = from_hex(sidik).ok_or(Problem::NotFound)?;
    let bytes = match std::fs::read(ctx.hall.node.berkas.path(&hash)) {
        Ok(bytes) => bytes,
        Err(e) if e.kind() == std::io::ErrorKind::NotFound => return Err(Problem::NotFound),
        Err(e) => return Err(store::Error::from(e).into()),
    };
    let (kind, ending) = jenis(&bytes).ok_or(Problem::NotFound)?;
    // The ending is that of the content, whatever the sender called it.
    let stem = nama.rsplit_once('.').map_or(nama, |p| p.0);
    Ok(http::file(&format!("{stem}.{ending}"), kind, bytes))
}
