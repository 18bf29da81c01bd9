//! The list of speakers: asked for, given in turn, done. It stands in the order people asked.

use super::super::catat::baris;
use super::super::umum::Sidang;
use super::{Siapa, boleh, catat, kembali, urut_wilayah};
use crate::isi::{self, Isi};
use crate::rule::rakor::Bicara;
use crate::rule::{Tahap, Tolak};
use crate::view::bicara::{BicaraView, Pembicara};
use host::{Action, Answer, Ctx};

/// The list as the page shows it; `None` where it is not used or there is nothing of it.
pub fn daftar(ctx: &Ctx, sidang: &Sidang) -> Option<BicaraView> {
    let rakor = &sidang.rakor;
    let now = rakor.tahap == Tahap::Berlangsung;
    if !rakor.pokok.tata_tertib || (!now && rakor.bicara.is_empty()) {
        return None;
    }
    let asks = now && boleh(ctx, Action::TindakLanjut);
    let leads = sidang.menyelenggarakan(ctx, Action::KelolaRakor);
    let mine = |b: &Bicara| leads || b.isi.instansi == sidang.instansi;
    let instansi: Vec<&str> = match (asks, leads) {
        (false, _) => Vec::new(),
        (true, true) => urut_wilayah(sidang),
        (true, false) => Some(sidang.instansi.as_str()).filter(|own| rakor.ikut(own)).into_iter().collect(),
    };
    let one = |b: &Bicara| Pembicara {
        id: b.tanda.id.clone(),
        nama: b.isi.nama.clone(),
        instansi: sidang.nama(&b.isi.instansi).to_owned(),
        berbicara: b.kini() == "diberi",
        sendiri: asks && mine(b),
    };
    let spoke = rakor.bicara.iter().filter(|b| b.kini() == "selesai");
    let turns: usize = rakor.bicara.iter().map(|b| b.keadaan.len()).sum();
    Some(BicaraView {
        antrean: rakor.bicara.iter().filter(|b| !b.selesai()).map(one).collect(),
        selesai: spoke.map(|b| (b.isi.nama.clone(), sidang.nama(&b.isi.instansi).to_owned())).collect(),
        instansi: instansi.iter().map(|i| ((*i).to_owned(), sidang.nama(i).to_owned())).collect(),
        memberi: now && sidang.menyelenggarakan(ctx, Action::CatatRakor),
        cap: format!("{}.{turns}.{now}", rakor.bicara.len()),
    })
}

/// `POST /rakor/{id}/bicara`: for the own instansi, or by the convener for those who raise a hand.
pub fn minta(ctx: &mut Ctx) -> Answer {
    // Whose rakor this is comes before what the form says.
    crate::page::umum::buka(ctx)?;
    let leads = boleh(ctx, Action::KelolaRakor);
    let nama = baris(ctx, "nama", "Nama yang berbicara")?;
    let asked = ctx.field("instansi").to_owned();
    catat(ctx, Siapa::Peserta, |rakor, own| {
        let for_others = leads && rakor.instansi == own && !asked.is_empty();
        let instansi = if for_others { asked } else { own.to_owned() };
        let minta = isi::MintaBicara { instansi, nama };
        rakor.boleh_minta_bicara(&minta)?;
        Ok(vec![(Isi::MintaBicara(minta), None)])
    })?;
    kembali(ctx, "notulen", "bicara")
}

/// `POST /rakor/{id}/bicara/giliran`: the word is given, or has been used.
pub fn giliran(ctx: &mut Ctx) -> Answer {
    // Whose rakor this is comes before what the form says.
    crate::page::umum::buka(ctx)?;
    let (minta, keadaan) = (ctx.field("minta").to_owned(), ctx.field("keadaan").to_owned());
    catat(ctx, Siapa::Penyelenggara, |rakor, _| {
        rakor.boleh_giliran(&minta, &keadaan)?;
        Ok(vec![(Isi::Bicara { minta, keadaan }, None)])
    })?;
    kembali(ctx, "notulen", "giliran")
}

/// `POST /rakor/{id}/bicara/tarik`: a wish is withdrawn by its instansi or the convener.
pub fn tarik(ctx: &mut Ctx) -> Answer {
    // Whose rakor this is comes before what the form says.
    crate::page::umum::buka(ctx)?;
    let minta = ctx.field("minta").to_owned();
    catat(ctx, Siapa::Peserta, |rakor, own| {
        let found = rakor.boleh_giliran(&minta, "ditarik")?;
        if found.isi.instansi != own && rakor.instansi != own {
            return Err(Tolak("RAKOR-10", "Permintaan bicara ini milik instansi lain.".into()));
        }
        Ok(vec![(Isi::Bicara { minta, keadaan: "ditarik".into() }, None)])
    })?;
    kembali(ctx, "notulen", "giliran")
}
