//! `/talenta`: the nine boxes.

use super::profil::RUMAH;
use crate::talenta::{Peta, Sebab, Tanya, petakan};
use crate::view::talenta::{self as view, BarisOrang, KotakView, TalentaView};
use host::{Action, Answer, Ctx, Method, Problem, Route, World, html, tanggal};

/// People a page lists.
const PAGE: usize = 100;

/// These pages.
pub const ROUTES: &[Route] =
    &[Route { method: Method::Get, path: "/talenta", action: Some(Action::Talenta), handler: utama }];

/// `GET /talenta`.
fn utama(ctx: &mut Ctx) -> Answer {
    let world = ctx.present()?;
    let sees = ctx.sees(&world);
    let peta = petakan(&ctx.hall, &world, &sees)?.ok_or(Problem::NotFound)?;
    let hukum = ctx.hall.hukum();
    let mut tanya = Tanya::new(&hukum.pack, ctx.hall.today());
    let mut kotak = Vec::new();
    // From the top of the picture down: performance high to low, potential low to high.
    for kinerja in [2, 1, 0] {
        for potensi in [0, 1, 2] {
            let nomor = tanya.kotak(kinerja, potensi).unwrap_or(0);
            let count = peta.petak.iter().filter(|p| p.kotak == nomor).count();
            kotak.push(KotakView { nomor, jumlah: count, rekomendasi: tanya.rekomendasi(kinerja, potensi) });
        }
    }
    let asked: u8 = ctx.query("kotak").parse().unwrap_or(0);
    let reason = Sebab::ALL.into_iter().find(|s| s.kata() == ctx.query("belum") && *s != Sebab::Tertutup);
    let (judul, mut rows) = dipilih(&peta, asked, reason);
    let found = rows.len();
    rows.sort_by_key(|(i, _)| world.register.rank(*i));
    let orang = rows.into_iter().take(PAGE).map(|(i, note)| orang(&world, i, note)).collect();
    let page = TalentaView {
        kotak,
        dipetakan: peta.petak.len(),
        // Nobody learns how many are left out for what is told to the person alone.
        belum: Sebab::ALL
            .into_iter()
            .filter(|s| *s != Sebab::Tertutup)
            .map(|s| (s, peta.belum.iter().filter(|b| b.1 == s).count()))
            .filter(|b| b.1 > 0)
            .map(|(s, n)| (s.kalimat().to_owned(), n, format!("/talenta?belum={}", s.kata())))
            .collect(),
        hari: peta.hari.map(|(from, to)| (tanggal(from), tanggal(to))),
        judul,
        orang,
        ada: found,
    };
    Ok(html(view::talenta(&ctx.frame("Manajemen talenta", &RUMAH[..1]), &page)))
}

/// The people asked for, with a note about each.
fn dipilih(peta: &Peta, kotak: u8, belum: Option<Sebab>) -> (String, Vec<(usize, String)>) {
    if let Some(why) = belum {
        let rows = peta.belum.iter().filter(|b| b.1 == why).map(|b| (b.0, String::new())).collect();
        return ("Belum dipetakan".to_owned(), rows);
    }
    let rows: Vec<(usize, String)> =
        peta.petak.iter().filter(|p| p.kotak == kotak).map(|p| (p.baris, format!("{}%", p.jpm))).collect();
    (if rows.is_empty() { String::new() } else { format!("Kotak {kotak}") }, rows)
}

fn orang(world: &World, i: usize, jpm: String) -> BarisOrang {
    let register = &world.register;
    BarisOrang {
        nama: register.nama(i).to_owned(),
        href: format!("/pegawai/{}", register.id[i]),
        jabatan: register.names.text(register.jabatan[i]).to_owned(),
        unit: world.unit_of(i).to_owned(),
        jpm,
    }
}

/// Whether somebody born then can reach any pension age of the law in a year: nobody else need be asked.
pub fn umur(lahir: kernel::Date, tahun: i16) -> bool {
    (50..=75).contains(&(tahun - lahir.year()))
}
