//! `/indikator/{kode}`: one indicator: what it counts, by what right, and how everybody stands.

use super::angka::{nilai, petak};
use super::isian::formulir;
use super::tren::{Tren, satu_skala};
use super::utama::{asal, dikenal, sel};
use super::{Sasaran, TRAIL, frame, instansi, link};
use crate::view::{self, Formulir, Jenis, Kecilnya, SatuView};
use host::indikator::{Indikator, ukur_semua};
use host::{Answer, Ctx, Problem, html};
use maud::Markup;
use web::component::matriks::{Deret, Lajur};

/// `GET /indikator/{kode}`.
pub fn satu(ctx: &mut Ctx) -> Answer {
    let i = dikenal(ctx)?;
    let form = formulir(ctx, &*ctx.world()?, i)?;
    Ok(html(halaman(ctx, i, form)?))
}

/// The page, with the forms as they stand.
pub fn halaman(ctx: &Ctx, i: &Indikator, form: Option<Formulir>) -> Result<Markup, Problem> {
    let world = ctx.world()?;
    let rows = instansi(ctx, &world)?;
    let matriks = ukur_semua(&ctx.hall, &world)?;
    let goals = Sasaran::baca(ctx, &world)?;
    let tren = Tren::baca(ctx, &world)?;
    let row = |id: &str, label: &str, semua: bool| {
        let who = if semua { "semua" } else { id };
        let href = link(ctx, &format!("/indikator/{}/{}", i.kode, web::url::encode(who)), &[]);
        let cell = petak(i, &sel(&matriks, i, id), goals.bagi(i.kode, id), href);
        Deret { label: label.to_owned(), href: String::new(), semua, petak: vec![cell] }
    };
    let whole = (rows.len() > 1).then(|| row("", "Semua instansi", true));
    let (own, label) = match rows.as_slice() {
        [(id, nama)] => (id.as_str(), nama.as_str()),
        _ => ("", "semua instansi"),
    };
    let now = |id: &str| nilai(i, &sel(&matriks, i, id));
    let page = SatuView {
        garis: tren.garis(i, &goals, own, label),
        kecil: (rows.len() > 1).then(|| Kecilnya {
            nama: i.nama.to_owned(),
            satu_skala: satu_skala(i),
            semua: tren.banyak(ctx, i, &goals, &rows, now),
        }),
        tentang: tentang(i),
        lajur: Lajur {
            label: i.nama.into(),
            href: link(ctx, &format!("/indikator/{}", i.kode), &[]),
            note: i.satuan.kata().into(),
        },
        deret: whole.into_iter().chain(rows.iter().map(|(id, nama)| row(id, nama, false))).collect(),
        misi: goals.misi(i.kode, &rows),
        tercatat: Jenis::dari(ctx.query("hasil")).map(Jenis::tercatat),
        formulir: form,
        asal: asal(&matriks, &world),
    };
    Ok(view::satu(&frame(ctx, i.nama, &[("Beranda", "/"), TRAIL], &[]), &page))
}

/// What an indicator is, for every page about it.
pub fn tentang(i: &Indikator) -> view::Tentang {
    use host::indikator::Rumus;
    let sumber = match i.rumus {
        Rumus::Orang { .. } | Rumus::Temuan(_) => "Dihitung dari register: orang per orang",
        Rumus::Pos { .. } => "Dihitung dari peta jabatan",
        Rumus::Instansi(_) => "Dihitung dari register per instansi",
        Rumus::Simpanan(_) => "Dihitung dari catatan rakor",
        Rumus::Laporan => "Dilaporkan instansi",
        Rumus::BelumAda(_) => "Belum ada sumber",
    };
    let belum = if let Rumus::BelumAda(why) = i.rumus { why } else { "" };
    view::Tentang {
        kode: i.kode,
        nama: i.nama,
        definisi: i.definisi,
        satuan: i.satuan.kata(),
        arah: i.arah.label(),
        pemilik: i.pemilik,
        dasar: i.dasar,
        irama: i.irama.kata(),
        kelompok: i.kelompok.judul(),
        sumber,
        belum,
    }
}
