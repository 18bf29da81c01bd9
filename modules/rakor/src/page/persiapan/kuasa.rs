//! The letter that entitles a representative: brought as a file, read by the convener and that party only.

use super::super::catat::{baris, satu_baris, ulang};
use super::super::umum::Sidang;
use super::berkas::{beri, layak};
use super::{Siapa, buka, catat, halaman, kembali, penyelenggara};
use crate::isi::{self, Isi};
use crate::rule::rakor::Pihak;
use crate::rule::{Rakor, Tolak};
use host::{Action, Answer, Ctx, Problem, Reach, http};

/// Name and address of a party's letter, where the visitor may read it.
pub fn tautan(sidang: &Sidang, pihak: &Pihak) -> Option<(String, String)> {
    let (surat, _) = pihak.surat_kuasa.as_ref().filter(|_| boleh_baca(sidang, pihak))?;
    Some((surat.berkas.clone(), format!("/rakor/{}/kuasa/{}", sidang.rakor.id, pihak.id)))
}

fn boleh_baca(sidang: &Sidang, pihak: &Pihak) -> bool {
    penyelenggara(sidang) || pihak.tentang.instansi == sidang.instansi
}

/// Whether an instansi may bring the letter of a party.
fn boleh_bawa(rakor: &Rakor, pihak: &str, own: &str, leads: bool) -> Result<(), Tolak> {
    rakor.boleh_dijawab()?;
    let pihak = rakor.pihak_undangan(pihak)?;
    if pihak.tentang.instansi != own && !(leads && rakor.instansi == own) {
        return Err(Tolak("RAKOR-10", "Surat kuasa dibawa oleh instansi yang diundang.".into()));
    }
    if pihak.jawaban.as_ref().is_none_or(|j| j.0.jawaban != "mewakili") {
        let sentence = "Surat tugas atau kuasa diunggah sesudah undangan dijawab diwakili.";
        return Err(Tolak("RAKOR-16", sentence.into()));
    }
    Ok(())
}

/// `POST /rakor/{id}/kuasa`.
pub fn unggah(ctx: &mut Ctx) -> Answer {
    let sidang = buka(ctx)?;
    let upload = ctx.upload.take().filter(|u| u.size > 0);
    let pihak = baris(ctx, "pihak", "Pihak")?;
    let leads = ctx.visitor()?.reach(Action::KelolaRakor) != Reach::None;
    let own = if sidang.instansi.is_empty() { &sidang.rakor.instansi } else { &sidang.instansi };
    // Whoever may bring nothing here leaves nothing on the disk either; asked again under the lock.
    boleh_bawa(&sidang.rakor, &pihak, own, leads)?;
    let why = layak(upload.as_ref())?;
    let Some(upload) = upload.filter(|_| why.is_ok()) else {
        let salah = why.err().map(|sentence| (format!("surat-{pihak}"), sentence));
        return Ok(http::refused(halaman(ctx, &sidang, ulang(ctx, salah.into_iter().collect()), None)?));
    };
    let hash = ctx.hall.node.berkas.keep(&upload.path).map_err(store::Error::from)?;
    let surat = isi::SuratKuasa {
        pihak,
        berkas: satu_baris(&upload.name, "Nama berkas").unwrap_or_default(),
        sidik: store::derive::hex(&hash),
    };
    catat(ctx, Siapa::Peserta, |rakor, own| {
        boleh_bawa(rakor, &surat.pihak, own, leads)?;
        Ok(vec![(Isi::SuratKuasa(surat), Some(hash))])
    })?;
    kembali(ctx, "persiapan", "kuasa")
}

/// `GET /rakor/{id}/kuasa/{pihak}`.
pub fn unduh(ctx: &mut Ctx) -> Answer {
    let sidang = buka(ctx)?;
    let asked = ctx.param("pihak");
    let pihak = sidang.rakor.pihak.iter().find(|p| p.id == asked).ok_or(Problem::NotFound)?;
    let Some((surat, _)) = pihak.surat_kuasa.as_ref().filter(|_| boleh_baca(&sidang, pihak)) else {
        return Err(Problem::NotFound);
    };
    beri(ctx, &surat.sidik, &surat.berkas)
}
