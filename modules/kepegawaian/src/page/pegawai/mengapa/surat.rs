//! `GET /pegawai/{id}/mengapa/{layanan}/surat`: the explanation as a letter.

use super::layanan::frame;
use super::pohon::ketentuan;
use super::{Tanya, read};
use crate::view::{self, SuratView};
use host::{Answer, Ctx, html, tanggal};
use kernel::Field;
use web::component::lembar::Lembar;

/// The letter. Suppositions have no place in it.
pub fn letter(ctx: &mut Ctx) -> Answer {
    let read = read(ctx)?;
    let tanya = read.ask(ctx)?;
    let layanan = tanya.service()?;
    let href = tanya.service_href(layanan);
    let frame = frame(&tanya, &format!("Surat penjelasan: {}", layanan.nama))?;
    let view = SuratView {
        lembar: Lembar {
            instansi: frame.instansi.name.clone(),
            title: "Surat penjelasan".into(),
            unit: layanan.nama.to_string(),
            at: tanggal(tanya.as_of().effective),
        },
        about: tanya.about(href.clone(), true),
        golongan: tanya.orang.snapshot.text(Field::GolonganNama).to_owned(),
        unit: tanya.orang.unit().map(|u| u.0).unwrap_or_default(),
        list: Tanya::norms(layanan).map(|kunci| ketentuan(&tanya, kunci, &tanya.potret, None)).collect(),
        back_href: tanya.link(&href),
    };
    Ok(html(view::surat(&frame, &view)))
}
