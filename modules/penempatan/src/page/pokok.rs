//! Opening a round, and changing what it is.

use super::catat::{Salah, atau_ulang, catat, hari, kembali, sama_versi, semua, ulang, versi, wajib};
use super::macam;
use super::umum::{TRAIL, frame, frame_rencana, panel};
use crate::isi::{Isi, Pokok};
use crate::rule::{Rencana, Tindak, Tolak};
use crate::store;
use crate::view::ulang::Ulang;
use crate::view::{self, BaruView};
use host::peristiwa::Pelaku;
use host::{Action, Answer, Ctx, Method, Problem, Route, World, html, http, redirect};
use kernel::tables::Jenjang;
use web::Frame;

/// These pages.
pub const ROUTES: &[Route] = &[
    Route {
        method: Method::Get,
        path: "/penempatan/baru",
        action: Some(Action::KelolaPenempatan),
        handler: baru,
    },
    Route {
        method: Method::Post,
        path: "/penempatan/baru",
        action: Some(Action::KelolaPenempatan),
        handler: buat,
    },
    Route {
        method: Method::Get,
        path: "/penempatan/{id}/ubah",
        action: Some(Action::KelolaPenempatan),
        handler: ubah,
    },
    Route {
        method: Method::Post,
        path: "/penempatan/{id}/ubah",
        action: Some(Action::KelolaPenempatan),
        handler: simpan,
    },
];

/// Lines of a timetable.
const JADWAL_MOST: usize = 30;

fn terisi(p: &Pokok) -> Vec<(&'static str, String)> {
    let hundredths = |n: i64| match n % 100 {
        0 => (n / 100).to_string(),
        rest => format!("{},{rest:02}", n / 100),
    };
    let lines: Vec<String> = p.jadwal.iter().map(|(what, until)| format!("{what} | {until}")).collect();
    vec![
        ("judul", p.judul.clone()),
        ("macam", p.macam.clone()),
        ("dasar", p.dasar.clone()),
        ("tanggal_berlaku", p.berlaku.dmy()),
        ("unor", p.unor.clone()),
        ("pindah_min", hundredths(p.pindah_min)),
        ("batas_unit", if p.batas_unit > 0 { p.batas_unit.to_string() } else { String::new() }),
        ("jadwal", lines.join("\n")),
    ]
}

fn formulir(ctx: &Ctx, world: &World, now: Option<&Rencana>, ulang: Ulang) -> Result<BaruView, Problem> {
    let own = ctx.visitor()?.instansi.clone();
    let of = now.map_or(own.as_str(), |r| r.instansi.as_str());
    let levels = now.map_or(&[][..], |r| &r.pokok.jenjang);
    let offered = |j: &Jenjang| !matches!(j, Jenjang::None | Jenjang::Jaksa);
    Ok(BaruView {
        alamat: now.map_or("/penempatan/baru".into(), |r| format!("/penempatan/{}/ubah", r.id)),
        baru: now.is_none(),
        versi: now.map_or(String::new(), |r| versi(&r.pokok)),
        macam: macam::semua(ctx),
        instansi: match (now, own.as_str()) {
            (None, "") => world.tenants.iter().map(|t| (t.id.clone(), t.nama.clone())).collect(),
            _ => Vec::new(),
        },
        unor: perangkat(world, of),
        jenjang: Jenjang::all()
            .filter(offered)
            .map(|j| (j.word().to_owned(), j.label().to_owned(), levels.iter().any(|l| l == j.word())))
            .collect(),
        isian: now.map_or_else(|| vec![("pindah_min", "5".to_owned())], |r| terisi(&r.pokok)),
        rotasi: now.is_some_and(|r| r.pokok.rotasi),
        ulang,
    })
}

/// Perangkat daerah of an instansi.
fn perangkat(world: &World, instansi: &str) -> Vec<(String, String)> {
    let Some(organisation) = world.organisation(instansi) else { return Vec::new() };
    let tree = &organisation.tree;
    tree.opd().into_iter().map(|n| (tree.id(n).to_owned(), tree.nama(n).to_owned())).collect()
}

fn judul_baru(ctx: &Ctx) -> Frame {
    frame(ctx, "Buka rencana mutasi", &[("Beranda", "/"), TRAIL])
}

/// `GET /penempatan/baru`.
fn baru(ctx: &mut Ctx) -> Answer {
    let world = ctx.present()?;
    let page = formulir(ctx, &world, None, Ulang::default())?;
    Ok(html(view::baru(&judul_baru(ctx), &page)))
}

/// `POST /penempatan/baru`.
fn buat(ctx: &mut Ctx) -> Answer {
    let world = ctx.present()?;
    let instansi = match ctx.visitor()?.instansi.as_str() {
        "" => ctx.field("instansi").to_owned(),
        own => own.to_owned(),
    };
    let read = baca(ctx, &world, &instansi);
    let known = world.tenants.iter().any(|t| t.id == instansi);
    let pokok = match read {
        Ok(pokok) if known => pokok,
        read => {
            let mut salah = read.err().unwrap_or_default();
            if !known {
                salah.push(("instansi".into(), "Pilih instansi. (PNP-10)".into()));
            }
            let page = formulir(ctx, &world, None, ulang(ctx, salah))?;
            return Ok(http::refused(view::baru(&Frame { refused: true, ..judul_baru(ctx) }, &page)));
        }
    };
    let pelaku = Pelaku::of(ctx.visitor()?, &instansi);
    let id = store::buat(&ctx.hall, &pelaku, &Isi::Dibuka(pokok))?;
    Ok(redirect(&format!("/penempatan/{id}?pesan=dibuka")))
}

/// `GET /penempatan/{id}/ubah`.
fn ubah(ctx: &mut Ctx) -> Answer {
    let (world, r) = panel(ctx)?;
    r.boleh(Tindak::Ubah)?;
    let page = formulir(ctx, &world, Some(&r), Ulang::default())?;
    Ok(html(view::baru(&frame_rencana(ctx, &r, "Ubah rencana mutasi"), &page)))
}

/// `POST /penempatan/{id}/ubah`.
fn simpan(ctx: &mut Ctx) -> Answer {
    let (world, r) = panel(ctx)?;
    let again = |ctx: &Ctx, ulang: Ulang| -> Answer {
        let page = formulir(ctx, &world, Some(&r), ulang)?;
        let frame = Frame { refused: true, ..frame_rencana(ctx, &r, "Ubah rencana mutasi") };
        Ok(http::refused(view::baru(&frame, &page)))
    };
    let pokok = match baca(ctx, &world, &r.instansi) {
        Ok(pokok) => pokok,
        Err(salah) => return again(ctx, ulang(ctx, salah)),
    };
    let done = catat(ctx, &r, Tindak::Ubah, |now| {
        sama_versi(ctx, &now.pokok)?;
        Ok(vec![Isi::Diubah(pokok)])
    });
    match atau_ulang(ctx, "judul", done)? {
        Ok(()) => kembali(ctx, "", "diubah"),
        Err(ulang) => again(ctx, ulang),
    }
}

/// Reads the form; what is wrong by field.
fn baca(ctx: &Ctx, world: &World, instansi: &str) -> Result<Pokok, Vec<(String, String)>> {
    let mut salah = Salah::default();
    let judul = salah.ambil("judul", wajib(ctx, "judul", "Judul"));
    let kind = ctx.field("macam").to_owned();
    if !macam::semua(ctx).iter().any(|m| m.0 == kind) {
        salah.0.push(("macam".into(), "Pilih macam rencana. (PNP-10)".into()));
    }
    let dasar = salah.ambil("dasar", wajib(ctx, "dasar", "Dasar"));
    let berlaku = salah.ambil("tanggal_berlaku", hari(ctx, "tanggal_berlaku", "Tanggal berlaku").map(Some));
    let unor = ctx.field("unor").to_owned();
    if !unor.is_empty() && !perangkat(world, instansi).iter().any(|u| u.0 == unor) {
        salah.0.push(("unor".into(), "Perangkat daerah ini tidak ada dalam daftar. (PNP-10)".into()));
    }
    let levels = semua(ctx, "jenjang");
    let jenjang =
        Jenjang::all().filter(|j| levels.contains(&j.word())).map(|j| j.word().to_owned()).collect();
    let pindah_min = salah.ambil("pindah_min", poin(ctx.field("pindah_min")));
    let batas_unit = salah.ambil("batas_unit", persen(ctx.field("batas_unit")));
    let jadwal = salah.ambil("jadwal", jadwal(ctx));
    match berlaku.filter(|_| salah.0.is_empty()) {
        Some(berlaku) => Ok(Pokok {
            judul,
            macam: kind,
            dasar,
            berlaku,
            jadwal,
            unor,
            jenjang,
            pindah_min,
            batas_unit,
            rotasi: ctx.field("rotasi") == "1",
        }),
        None => Err(salah.0),
    }
}

/// `5`, `5,5` or `5.25` points, in hundredths; nothing is 0.
fn poin(text: &str) -> Result<i64, Tolak> {
    let wrong = || Tolak("PNP-14", "Selisih ditulis dalam poin, 0 sampai 100, misalnya 5 atau 2,5.".into());
    let text = text.trim().replace('.', ",");
    if text.is_empty() {
        return Ok(0);
    }
    let (whole, rest) = text.split_once(',').unwrap_or((&text, ""));
    let digits = |t: &str| t.bytes().all(|b| b.is_ascii_digit());
    if whole.is_empty() || whole.len() > 3 || rest.len() > 2 || !digits(whole) || !digits(rest) {
        return Err(wrong());
    }
    let hundredths = format!("{whole}{rest:0<2}").parse().map_err(|_| wrong())?;
    if hundredths <= 10_000 { Ok(hundredths) } else { Err(wrong()) }
}

/// Percent from 1 to 100; nothing is 0: no limit.
fn persen(text: &str) -> Result<i64, Tolak> {
    match text.trim().trim_end_matches('%').trim_end() {
        "" => Ok(0),
        text => text.parse().ok().filter(|n| (1..=100).contains(n)).ok_or_else(|| {
            Tolak("PNP-14", "Batas ditulis dalam persen, 1 sampai 100, atau dikosongkan.".into())
        }),
    }
}

/// Lines `kegiatan | sampai kapan`.
fn jadwal(ctx: &Ctx) -> Result<Vec<(String, String)>, Tolak> {
    let lines: Vec<&str> = ctx.field("jadwal").lines().map(str::trim).filter(|l| !l.is_empty()).collect();
    if lines.len() > JADWAL_MOST {
        return Err(Tolak("PNP-10", format!("Jadwal paling banyak {JADWAL_MOST} baris.")));
    }
    lines
        .into_iter()
        .map(|line| {
            let (what, until) = line.split_once('|').unwrap_or((line, ""));
            let clean = |text| {
                host::teks::typed(text, 0..=200).ok_or_else(|| {
                    let sentence =
                        "Jadwal: paling panjang 200 huruf sebaris, tanpa karakter yang tidak terlihat.";
                    Tolak("PNP-10", sentence.into())
                })
            };
            Ok((clean(what)?, clean(until)?))
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::{persen, poin};

    #[test]
    fn numbers_as_people_type_them() {
        for (typed, kept) in [
            ("", Some(0)),
            ("5", Some(500)),
            (" 2,5 ", Some(250)),
            ("2.25", Some(225)),
            ("100", Some(10_000)),
            ("100,01", None),
            ("-1", None),
            ("lima", None),
            ("1,234", None),
            (",5", None),
        ] {
            assert_eq!(poin(typed).ok(), kept, "{typed:?}");
        }
        for (typed, kept) in
            [("", Some(0)), ("20", Some(20)), ("20 %", Some(20)), ("0", None), ("101", None), ("x", None)]
        {
            assert_eq!(persen(typed).ok(), kept, "{typed:?}");
        }
    }
}
