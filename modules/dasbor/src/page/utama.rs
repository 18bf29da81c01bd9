//! `/dasbor`: the matrix, one indicator as tiles, the figures first asked for, and who goes when.

use super::angka::{nilai, petak};
use super::perhatian::perhatian;
use super::tenggat::tenggat;
use super::tren::{Tren, satu_skala};
use super::{Sasaran, frame, instansi, link};
use crate::view::{self, DasborView, Kecilnya, Pilihan};
use host::indikator::{Indikator, Kelompok, Matriks, Sel, ukur_semua};
use host::{Answer, Ctx, Problem, World, html, tanggal};
use kernel::register::Rumpun;
use std::sync::Arc;
use web::component::angka_utama::AngkaUtama;
use web::component::batang_susun::Susunan;
use web::component::garis::percik;
use web::component::matriks::{Deret, Lajur};
use web::component::peta_ubin::UbinWilayah;

/// What a Sekda asks for first; those the catalogue does not have are left out.
pub const UTAMA: &[&str] =
    &["ASN-01", "IKD-01", "JAB-03", "KP-01", "PLT-02", "PENSIUN-01", "KINERJA-01", "MERIT-01", "RTL-01"];
/// The word of that choice in an address.
const RINGKAS: &str = "";

/// Indicators shown for a choice.
pub fn pilihan(ctx: &Ctx, kelompok: &str) -> Vec<&'static Indikator> {
    let all = ctx.hall.katalog.semua();
    match kelompok.parse::<usize>().ok().and_then(|n| Kelompok::ALL.get(n)) {
        Some((chosen, _)) => all.iter().copied().filter(|i| i.kelompok == *chosen && i.bersumber()).collect(),
        None => UTAMA.iter().filter_map(|kode| ctx.hall.katalog.cari(kode)).collect(),
    }
}

/// A cell; what is not measured for an instansi is said to be so.
pub fn sel(matriks: &Matriks, i: &Indikator, instansi: &str) -> Sel {
    let unknown = || Sel::belum("Belum diukur untuk instansi ini.");
    matriks.sel(i.kode, instansi).cloned().unwrap_or_else(unknown)
}

/// `GET /dasbor`.
pub fn utama(ctx: &mut Ctx) -> Answer {
    let world = ctx.world()?;
    let rows = instansi(ctx, &world)?;
    let matriks = ukur_semua(&ctx.hall, &world)?;
    let sasaran = Sasaran::baca(ctx, &world)?;
    let tren = Tren::baca(ctx, &world)?;
    let kelompok = ctx.query("kelompok").to_owned();
    let columns = pilihan(ctx, &kelompok);
    let tile = columns.iter().find(|i| i.kode == ctx.query("ubin")).or(columns.first()).copied();
    let page = DasborView {
        keterangan: keterangan(ctx, &world, rows.len()),
        utama: angka_utama(ctx, &matriks, &tren, &sasaran, &rows),
        pilihan: tema(ctx, &kelompok),
        lajur: columns.iter().map(|i| lajur(ctx, i)).collect(),
        deret: deret(ctx, &matriks, &sasaran, &columns, &rows),
        ubin: tile.map(|i| (i.nama.to_owned(), ubin(ctx, &matriks, &sasaran, i, &rows))),
        kecil: tile.map(|i| Kecilnya {
            nama: i.nama.to_owned(),
            satu_skala: satu_skala(i),
            semua: tren.banyak(ctx, i, &sasaran, &rows, |id| nilai(i, &sel(&matriks, i, id))),
        }),
        misi: columns
            .iter()
            .map(|i| (i.nama.to_owned(), sasaran.misi(i.kode, &rows)))
            .filter(|m| !m.1.is_empty())
            .collect(),
        perhatian: perhatian(ctx, &matriks, &tren, &sasaran, &rows),
        pilih_ubin: columns.iter().map(|i| (i.kode.to_owned(), i.nama.to_owned())).collect(),
        kelompok: kelompok.clone(),
        ubin_kode: tile.map_or(String::new(), |i| i.kode.to_owned()),
        gelombang: gelombang(&world, &rows),
        asal: asal(&matriks, &world),
        tenggat: tenggat(ctx)?,
        banding: "/dasbor/banding".to_owned(),
        xlsx: link(ctx, "/dasbor/unduh.xlsx", &[("kelompok", &kelompok)]),
        katalog: link(ctx, "/dasbor/katalog", &[]),
    };
    let frame = frame(ctx, "Dasbor", &[("Beranda", "/")], &["kelompok", "ubin"]);
    Ok(html(view::dasbor(&frame, &page)))
}

fn keterangan(ctx: &Ctx, world: &World, rows: usize) -> String {
    let day = tanggal(world.as_of.effective).long();
    let whose = if rows == 1 { "instansi Anda".to_owned() } else { format!("{rows} instansi") };
    let when = if ctx.clocks.is_present() { "" } else { " · keadaan lampau" };
    format!("{whose} per {day}{when}")
}

/// What a figure was computed from: the sizes of the journals, for whoever wants to compute it again.
pub fn asal(matriks: &Matriks, world: &World) -> String {
    let entries: i64 = matriks.sizes.iter().map(|s| s.1).sum();
    format!(
        "Dihitung dari {} entri pada {} jurnal, keadaan per {}.",
        web::format::angka(entries.max(0) as u64),
        matriks.sizes.len(),
        tanggal(world.as_of.effective).long()
    )
}

fn angka_utama(
    ctx: &Ctx,
    matriks: &Matriks,
    tren: &Tren,
    goals: &Sasaran,
    rows: &[(String, String)],
) -> Vec<AngkaUtama> {
    let whole = if rows.len() == 1 { rows[0].0.as_str() } else { "" };
    let shown = UTAMA.iter().filter_map(|kode| ctx.hall.katalog.cari(kode)).take(4);
    shown
        .map(|i| AngkaUtama {
            label: i.nama.to_owned(),
            value: nilai(i, &sel(matriks, i, whole)),
            note: i.arah.label().to_owned(),
            href: Some(link(ctx, &format!("/indikator/{}", i.kode), &[])),
            percik: Some(percik(&tren.garis(i, goals, whole, ""), None)),
            ..AngkaUtama::default()
        })
        .collect()
}

fn tema(ctx: &Ctx, chosen: &str) -> Vec<Pilihan> {
    let first = Pilihan { label: "Ringkas".into(), href: link(ctx, "/dasbor", &[]), kini: chosen == RINGKAS };
    let all = Kelompok::ALL.iter().enumerate();
    let any = |k: Kelompok| ctx.hall.katalog.semua().iter().any(|i| i.kelompok == k && i.bersumber());
    let rest = all.filter(|(_, k)| any(k.0)).map(|(n, (_, judul))| Pilihan {
        label: (*judul).to_owned(),
        href: link(ctx, "/dasbor", &[("kelompok", &n.to_string())]),
        kini: chosen == n.to_string(),
    });
    std::iter::once(first).chain(rest).collect()
}

fn lajur(ctx: &Ctx, i: &Indikator) -> Lajur {
    Lajur {
        label: i.nama.to_owned(),
        href: link(ctx, &format!("/indikator/{}", i.kode), &[]),
        note: i.satuan.kata().to_owned(),
    }
}

fn deret(
    ctx: &Ctx,
    m: &Matriks,
    goals: &Sasaran,
    columns: &[&'static Indikator],
    rows: &[(String, String)],
) -> Vec<Deret> {
    let row = |id: &str, label: &str, semua: bool| Deret {
        label: label.to_owned(),
        href: String::new(),
        semua,
        petak: columns
            .iter()
            .map(|i| {
                let who = if semua { "semua" } else { id };
                let href = link(ctx, &format!("/indikator/{}/{}", i.kode, web::url::encode(who)), &[]);
                petak(i, &sel(m, i, id), goals.bagi(i.kode, id), href)
            })
            .collect(),
    };
    let whole = (rows.len() > 1).then(|| row("", "Semua instansi", true));
    whole.into_iter().chain(rows.iter().map(|(id, nama)| row(id, &singkat(nama), false))).collect()
}

fn ubin(
    ctx: &Ctx,
    m: &Matriks,
    goals: &Sasaran,
    i: &'static Indikator,
    rows: &[(String, String)],
) -> Vec<UbinWilayah> {
    let tile = |(id, nama): &(String, String)| {
        let href = link(ctx, &format!("/indikator/{}/{}", i.kode, web::url::encode(id)), &[]);
        let cell = petak(i, &sel(m, i, id), goals.bagi(i.kode, id), href);
        UbinWilayah { nama: pendek(nama), nilai: cell.nilai, capai: cell.capai, href: cell.href }
    };
    rows.iter().map(tile).collect()
}

/// `Pemerintah Kabupaten Muara Tua` as a row has room for it: `Kab. Muara Tua`.
pub fn singkat(nama: &str) -> String {
    match nama.strip_prefix("Pemerintah ") {
        Some(rest) => rest.replacen("Kabupaten ", "Kab. ", 1),
        None => nama.to_owned(),
    }
}

/// `Pemerintah Kab. Muara Tua` as a tile has room for it.
pub fn pendek(nama: &str) -> String {
    let short = ["Pemerintah Kabupaten ", "Pemerintah Kota ", "Pemerintah Provinsi ", "Pemerintah "];
    short.iter().find_map(|s| nama.strip_prefix(s)).unwrap_or(nama).to_owned()
}

/// Half-years ahead the wave shows.
const HALF_YEARS: usize = 10;

/// Who reaches the age of pension in which half-year, by kind of post; figures of the instansi read here.
fn gelombang(world: &Arc<World>, rows: &[(String, String)]) -> Vec<Susunan> {
    let r = &world.register;
    let (year, month, _) = world.as_of.effective.ymd();
    let first = i32::from(year) * 2 + i32::from(month > 6);
    let own: Vec<Option<u32>> = rows.iter().map(|(id, _)| r.names.find(id)).collect();
    let mut counts = [[0u64; 4]; HALF_YEARS];
    for i in (0..r.len()).filter(|&i| r.active[i] && own.contains(&Some(r.instansi[i]))) {
        let Some((day, false)) = r.limit[i] else { continue };
        let (y, m, _) = day.ymd();
        let at = i32::from(y) * 2 + i32::from(m > 6) - first;
        let Some(slot) = usize::try_from(at).ok().and_then(|at| counts.get_mut(at)) else { continue };
        slot[jenis(r, i)] += 1;
    }
    let label = |n: usize| {
        let half = first + n as i32;
        format!("{} S{}", half / 2, half % 2 + 1)
    };
    let all = counts.into_iter().enumerate();
    all.map(|(n, bagian)| Susunan { label: label(n), bagian: bagian.to_vec() }).collect()
}

/// Place of a person's kind of post among the parts of the wave.
fn jenis(r: &kernel::Register, i: usize) -> usize {
    match r.rumpun(i) {
        Some(Rumpun::Jpt | Rumpun::Administrator) => 0,
        Some(Rumpun::Pengawas) => 1,
        Some(Rumpun::Fungsional) => 2,
        Some(Rumpun::Pelaksana) | None => 3,
    }
}

/// Problems of an address that names no indicator.
pub fn dikenal(ctx: &Ctx) -> Result<&'static Indikator, Problem> {
    ctx.hall.katalog.cari(ctx.param("kode")).ok_or(Problem::NotFound)
}
