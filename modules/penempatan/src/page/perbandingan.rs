//! `/penempatan/{id}/perbandingan`: the register before and after the SK.

use super::umum::{frame_rencana, kepala, panel_orang, tak_berkepentingan};
use crate::tetapkan;
use crate::tetapkan::banding::{self, OrangBanding, UnitBanding};
use crate::view::perbandingan::{self as view, BarisOrang, BarisUnit, PerbandinganView};
use host::potong::potong;
use host::{Action, Answer, Ctx, Method, Route, html, tanggal};
use web::component::paging::Paging;

/// This page.
pub const ROUTES: &[Route] = &[Route {
    method: Method::Get,
    path: "/penempatan/{id}/perbandingan",
    action: Some(Action::Penempatan),
    handler: lihat,
}];

/// People of one page.
const ROWS: usize = 50;

fn lihat(ctx: &mut Ctx) -> Answer {
    let (world, rencana) = panel_orang(ctx)?;
    let akhir = tetapkan::akhir(&ctx.hall, &rencana)?;
    tak_berkepentingan(ctx, &akhir.beku)?;
    let sides = banding::banding(&ctx.hall, &world, &rencana, &akhir)?;
    let people = sides.orang;
    let behind = people.iter().position(|o| o.pegawai == ctx.query("sesudah"));
    let cut = potong(people.len(), ROWS, behind);
    let base = format!("/penempatan/{}", rencana.id);
    let to = |place: Option<usize>| {
        let id = place.and_then(|p| people.get(p)).map_or("", |o| o.pegawai.as_str());
        web::url::link(&format!("{base}/perbandingan"), &[("sesudah", id)])
    };
    let page = PerbandinganView {
        kepala: kepala(ctx, &world, &rencana, "/sk"),
        alamat: base.clone(),
        tercatat: sides.tercatat.map(|at| tanggal(at.date_wib())),
        berlaku: tanggal(rencana.pokok.berlaku),
        paging: Paging {
            first: if people.is_empty() { 0 } else { cut.rows.start as u64 + 1 },
            last: cut.rows.end as u64,
            total: Some(people.len() as u64),
            previous_href: cut.previous.map(to),
            next_href: cut.next.map(|p| to(Some(p))),
            sizes: Vec::new(),
        },
        unit: sides.unit.into_iter().map(unit).collect(),
        luar: super::kata::ditinggalkan(&akhir),
        orang: people.get(cut.rows).unwrap_or_default().iter().map(orang).collect(),
    };
    Ok(html(view::perbandingan(&frame_rencana(ctx, &rencana, "Buku induk sebelum dan sesudah SK"), &page)))
}

fn unit(u: UnitBanding) -> BarisUnit {
    BarisUnit { nama: u.nama, kursi: u.kursi, terisi: u.terisi, bulan: u.bulan }
}

/// Post and unit, each said once.
fn tempat((jabatan, unit): &(String, String)) -> (String, String) {
    (jabatan.clone(), super::kata::tanpa_ganda(jabatan, unit).to_owned())
}

fn orang(o: &OrangBanding) -> BarisOrang {
    let href = format!("/pegawai/{}", o.pegawai);
    BarisOrang { href, nama: o.nama.clone(), lama: tempat(&o.lama), baru: tempat(&o.baru) }
}
