//! The projector view: agenda and points, parties by region code and never by how they did.

use super::super::umum::buka;
use super::rumusan::{cap, kata};
use super::urut_wilayah;
use crate::view::proyektor::{ProyektorView, proyektor};
use host::{Answer, Ctx, html, tanggal};
use web::component::layar::Butir;

/// `GET /rakor/{id}/proyektor`.
pub fn layar(ctx: &mut Ctx) -> Answer {
    let sidang = buka(ctx)?;
    let (rakor, parties) = (&sidang.rakor, urut_wilayah(&sidang));
    let day = rakor.pokok.tanggal.map(|d| tanggal(d).long());
    let facts: Vec<String> =
        day.into_iter().chain([rakor.pokok.tempat.clone()]).filter(|t| !t.is_empty()).collect();
    let butir = rakor.butir().enumerate().map(|(n, r)| {
        let (agree, all) = rakor.kesepakatan(r);
        Butir {
            nomor: format!("R-{}", n + 1),
            teks: r.kini.teks.clone(),
            kemajuan: match &r.pemungutan {
                Some(vote) => format!("{agree} dari {all} sepakat · suara: {}", rakor.hitung(vote).kalimat()),
                None => format!("{agree} dari {all} sepakat"),
            },
            sikap: parties.iter().map(|i| (sidang.nama(i).to_owned(), kata(r, i).2, kata(r, i).0)).collect(),
            versi: cap(n, r),
        }
    });
    let page = ProyektorView {
        judul: rakor.pokok.judul.clone(),
        keterangan: facts.join(" · "),
        siaran: format!("/rakor/{}/siaran", rakor.id),
        agenda: super::super::persiapan::mata_acara(rakor),
        butir: butir.collect(),
    };
    Ok(html(proyektor(&page)))
}
