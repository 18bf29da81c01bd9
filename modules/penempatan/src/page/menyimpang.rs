//! `/penempatan/{id}/menyimpang`: choosing another eligible person than the plan, and one of three names.

use super::catat::{alasan, atau_ulang, boleh, catat, kembali, sama_versi, versi};
use super::kata::{self, poin};
use super::umum::{frame_rencana, kepala, orang, panel_orang, saat, tak_berkepentingan};
use crate::isi::{Isi, Penyimpangan, Pilihan};
use crate::rule::akhir::susunan;
use crate::rule::batas::{ada, lewat};
use crate::rule::mengapa::{Biaya, Mesin, pecah, selisih};
use crate::rule::rencana::Tanda;
use crate::rule::{Rencana, Tindak, Tolak, urutan};
use crate::tetapkan::{Akhir, akhir};
use crate::view::menyimpang::{Akibat, BarisSimpang, MenyimpangView, TigaNama, menyimpang as view};
use crate::view::ulang::Ulang;
use host::{Action, Answer, Ctx, Method, Problem, Route, World, html, http};
use kernel::PegawaiId;
use std::sync::Arc;
use web::Frame;

/// These pages.
pub const ROUTES: &[Route] = &[
    Route {
        method: Method::Get,
        path: "/penempatan/{id}/menyimpang",
        action: Some(Action::Penempatan),
        handler: lihat,
    },
    Route {
        method: Method::Post,
        path: "/penempatan/{id}/menyimpang",
        action: Some(Action::PutusPenempatan),
        handler: simpan,
    },
    Route {
        method: Method::Post,
        path: "/penempatan/{id}/menyimpang/cabut",
        action: Some(Action::PutusPenempatan),
        handler: cabut,
    },
    Route {
        method: Method::Post,
        path: "/penempatan/{id}/menyimpang/pilih",
        action: Some(Action::PutusPenempatan),
        handler: pilih,
    },
];

/// People offered for a seat, and posts with three names on a page.
const OFFERED: usize = 300;
/// Names presented for a post.
const NAMES: usize = 3;

type Ruang = (Arc<World>, Arc<Rencana>, Akhir);

fn ruang(ctx: &Ctx) -> Result<Ruang, Problem> {
    let (world, r) = panel_orang(ctx)?;
    let a = akhir(&ctx.hall, &r)?;
    tak_berkepentingan(ctx, &a.beku)?;
    Ok((world, r, a))
}

/// `GET /penempatan/{id}/menyimpang`; `kursi` and `calon` are looked at.
fn lihat(ctx: &mut Ctx) -> Answer {
    let (world, r, a) = ruang(ctx)?;
    let asked = (ctx.query("kursi").to_owned(), ctx.query("calon").to_owned());
    let page = susun(ctx, &world, &r, &a, asked, Ulang::default());
    Ok(html(view(&frame_rencana(ctx, &r, "Penyimpangan"), &page)))
}

fn lagi(ctx: &Ctx, (world, r, a): &Ruang, ulang: Ulang) -> Answer {
    let asked = (ctx.field("kursi").to_owned(), ctx.field("calon").to_owned());
    let page = susun(ctx, world, r, a, asked, ulang);
    let frame = Frame { refused: true, ..frame_rencana(ctx, r, "Penyimpangan") };
    Ok(http::refused(view(&frame, &page)))
}

/// The round with one more deviation.
fn dengan(
    r: &Rencana,
    a: &Akhir,
    kursi: u32,
    calon: u32,
    biaya: String,
    alasan: String,
) -> Option<(Rencana, Penyimpangan)> {
    let seat = a.beku.kursi.get(kursi as usize)?;
    let who = a.beku.calon.get(calon as usize)?;
    a.beku.cari(calon, kursi)?;
    let one = Penyimpangan {
        pos: seat.pos.clone(),
        tempat: seat.tempat,
        pegawai: who.pegawai.to_string(),
        biaya,
        alasan,
    };
    let mut then = r.clone();
    then.penyimpangan.retain(|(p, _)| (&p.pos, p.tempat) != (&one.pos, one.tempat));
    then.penyimpangan.push((one.clone(), Tanda::default()));
    Some((then, one))
}

/// What a cost is in the units of the objective.
fn satuan(a: &Akhir, b: &Biaya) -> i64 {
    b.isi.saturating_mul(a.hasil.isi).saturating_add(b.poin)
}

/// A kept cost in words.
fn tersimpan(a: &Akhir, biaya: &str) -> String {
    let Ok(whole) = biaya.parse::<i64>() else { return biaya.to_owned() };
    let (isi, poin) = pecah(a.hasil.isi, whole);
    kata::biaya(&Biaya { isi, poin, perubahan: Vec::new() })
}

fn susun(
    ctx: &Ctx,
    world: &World,
    r: &Rencana,
    a: &Akhir,
    (kursi, calon): (String, String),
    ulang: Ulang,
) -> MenyimpangView {
    let beku = &a.beku;
    let name = |c: u32| kata::calon(world, beku, c).0;
    let seat = kursi.parse::<u32>().ok().filter(|k| (*k as usize) < beku.kursi.len());
    let offered: Vec<(u32, i32)> = seat.map_or(Vec::new(), |k| urutan(beku, k));
    let sits = seat.and_then(|k| a.duduk.get(k as usize).copied().flatten());
    let person = PegawaiId::parse(&calon).and_then(|id| beku.calon_dari(id));
    let option = |(n, (who, skor)): (usize, &(u32, i32))| {
        let id = beku.calon[*who as usize].pegawai.to_string();
        (id, format!("{}. {} ({})", n + 1, name(*who), poin(i64::from(*skor))))
    };
    let akibat = seat.zip(person).and_then(|(k, c)| akibat(r, a, k, c, &name));
    MenyimpangView {
        kepala: kepala(ctx, world, r, "/menyimpang"),
        alamat: format!("/penempatan/{}/menyimpang", r.id),
        tiga_nama: beku.tiga_nama,
        boleh: boleh(ctx, r, Tindak::Menyimpang),
        kursi: (0..beku.kursi.len() as u32).map(|k| (k.to_string(), kata::sebut_kursi(beku, k))).collect(),
        calon_lebih: offered.iter().filter(|o| sits != Some(o.0)).count().saturating_sub(OFFERED),
        nama_lebih: if beku.tiga_nama { beku.kursi.len().saturating_sub(OFFERED) } else { 0 },
        menurut_rencana: sits.map_or("tetap kosong".into(), name),
        calon: offered
            .iter()
            .enumerate()
            .filter(|(_, o)| sits != Some(o.0))
            .take(OFFERED)
            .map(option)
            .collect(),
        pilih_kursi: kursi,
        pilih_calon: calon,
        alasan: ulang.isi("alasan", ctx.query("alasan")).to_owned(),
        akibat,
        daftar: r.penyimpangan.iter().map(|(p, t)| baris(world, a, p, t)).collect(),
        versi: versi(&keputusan(r)),
        nama: if beku.tiga_nama { tiga_nama(world, r, a) } else { Vec::new() },
        ulang,
    }
}

/// Deviations as a form is opened with them.
fn keputusan(r: &Rencana) -> Vec<&Penyimpangan> {
    r.penyimpangan.iter().map(|p| &p.0).collect()
}

fn akibat(r: &Rencana, a: &Akhir, k: u32, c: u32, name: &dyn Fn(u32) -> String) -> Option<Akibat> {
    let (then, _) = dengan(r, a, k, c, String::new(), String::new())?;
    let cost = selisih(&a.beku, &a.duduk, &susunan(&then, &a.beku, &a.hasil));
    let best = Mesin::new(&a.beku, &a.hasil).paksa_pasti(c, k);
    let over = lewat(&a.beku, &susunan(&then, &a.beku, &a.hasil));
    Some(Akibat {
        nama: name(c),
        biaya: kata::biaya(&cost),
        perubahan: kata::perubahan(&a.beku, &cost, name),
        terbaik: match &best {
            None if ada(&a.beku) => "tidak ditemukan susunan dalam batas keluar unit".into(),
            None => "tidak mungkin tanpa ada yang kehilangan pos".into(),
            Some((cost, pasti)) => kata::biaya_pasti(cost, *pasti),
        },
        rantai: best.map_or(Vec::new(), |b| kata::perubahan(&a.beku, &b.0, name)),
        lewat: over.iter().filter_map(|u| a.beku.unit.get(*u as usize)).map(|u| u.nama.clone()).collect(),
    })
}

fn baris(world: &World, a: &Akhir, p: &Penyimpangan, t: &Tanda) -> BarisSimpang {
    let seat = a.beku.kursi_dari(&p.pos, p.tempat);
    let before = seat.and_then(|k| a.hasil.duduk.get(k as usize).copied().flatten());
    let chosen = PegawaiId::parse(&p.pegawai).map_or(p.pegawai.clone(), |id| orang(world, id).0);
    BarisSimpang {
        pos: seat.map_or_else(|| p.pos.clone(), |k| kata::sebut_kursi(&a.beku, k)),
        kunci: p.pos.clone(),
        semula: before.map_or("tetap kosong".into(), |c| kata::calon(world, &a.beku, c).0),
        dipilih: chosen,
        biaya: tersimpan(a, &p.biaya),
        alasan: p.alasan.clone(),
        oleh: format!("{}, {}", t.oleh, saat(t.pada)),
    }
}

fn tiga_nama(world: &World, r: &Rencana, a: &Akhir) -> Vec<TigaNama> {
    let one = |k: u32| {
        let key = a.beku.kursi[k as usize].pos.clone();
        let chosen = r.pilihan.iter().find(|p| p.0.pos == key);
        let row = |(who, skor): (u32, i32)| {
            let person = a.beku.calon[who as usize].pegawai;
            let (name, nip) = orang(world, person);
            (person.to_string(), format!("{name} ({nip})"), poin(i64::from(skor)))
        };
        TigaNama {
            pos: kata::sebut_kursi(&a.beku, k),
            calon: urutan(&a.beku, k).into_iter().take(NAMES).map(row).collect(),
            dipilih: chosen.map_or((String::new(), String::new()), |(p, _)| {
                let name = PegawaiId::parse(&p.pegawai).map_or(p.pegawai.clone(), |id| orang(world, id).0);
                (name, p.alasan.clone())
            }),
            kunci: key,
        }
    };
    (0..a.beku.kursi.len() as u32).take(OFFERED).map(one).collect()
}

/// Whoever is not among those that meet the requirements cannot be chosen.
const TIDAK_MEMENUHI: &str = "Orang ini tidak memenuhi syarat untuk pos itu, jadi tidak dapat dipilih. Pilih dari daftar yang memenuhi syarat.";

/// `POST /penempatan/{id}/menyimpang`.
fn simpan(ctx: &mut Ctx) -> Answer {
    let ruang = ruang(ctx)?;
    let (_, r, a) = &ruang;
    let kursi: u32 = ctx.field("kursi").parse().map_err(|_| Problem::NotFound)?;
    let person = PegawaiId::parse(ctx.field("calon")).and_then(|id| a.beku.calon_dari(id));
    let done = alasan(ctx).map_err(Problem::from).and_then(|alasan| {
        catat(ctx, r, Tindak::Menyimpang, |now| {
            if a.beku.tiga_nama {
                let sentence = "Macam rencana ini menyajikan tiga nama per pos. Pilih salah satunya.";
                return Err(Tolak("PNP-52", sentence.into()));
            }
            let known =
                now.perhitungan.as_ref().map(|p| &p.sidik) == r.perhitungan.as_ref().map(|p| &p.sidik);
            if !known {
                return Err(Tolak(
                    "PNP-03",
                    "Rencana dihitung ulang sementara itu. Muat ulang halaman ini.".into(),
                ));
            }
            sama_versi(ctx, &keputusan(now))?;
            let refused = || Tolak("PNP-51", TIDAK_MEMENUHI.into());
            let c = person.ok_or_else(refused)?;
            let (then, _) = dengan(now, a, kursi, c, String::new(), String::new()).ok_or_else(refused)?;
            let before = susunan(now, &a.beku, &a.hasil);
            if before.get(kursi as usize).copied().flatten() == Some(c) {
                let sentence =
                    "Orang ini sudah di pos itu menurut susunan sekarang. Tidak ada yang perlu dicatat.";
                return Err(Tolak("PNP-53", sentence.into()));
            }
            let cost = selisih(&a.beku, &before, &susunan(&then, &a.beku, &a.hasil));
            let (_, one) =
                dengan(now, a, kursi, c, satuan(a, &cost).to_string(), alasan).ok_or_else(refused)?;
            Ok(vec![Isi::Menyimpang(one)])
        })
    });
    match atau_ulang(ctx, "alasan", done)? {
        Ok(()) => kembali(ctx, "/menyimpang", "menyimpang"),
        Err(ulang) => lagi(ctx, &ruang, ulang),
    }
}

/// `POST /penempatan/{id}/menyimpang/cabut`.
fn cabut(ctx: &mut Ctx) -> Answer {
    let ruang = ruang(ctx)?;
    let pos = ctx.field("pos").to_owned();
    let done = alasan(ctx).map_err(Problem::from).and_then(|alasan| {
        catat(ctx, &ruang.1, Tindak::Menyimpang, |now| {
            if !now.penyimpangan.iter().any(|p| p.0.pos == pos) {
                return Err(Tolak(
                    "PNP-54",
                    "Tidak ada penyimpangan pada pos itu. Muat ulang halaman ini.".into(),
                ));
            }
            Ok(vec![Isi::PenyimpanganDicabut { pos: pos.clone(), alasan }])
        })
    });
    match atau_ulang(ctx, "alasan", done)? {
        Ok(()) => kembali(ctx, "/menyimpang", "dicabut"),
        Err(ulang) => lagi(ctx, &ruang, ulang),
    }
}

/// `POST /penempatan/{id}/menyimpang/pilih`: one of the names presented for a post.
fn pilih(ctx: &mut Ctx) -> Answer {
    let ruang = ruang(ctx)?;
    let (_, r, a) = &ruang;
    let pos = ctx.field("pos").to_owned();
    let who = ctx.field("pegawai").to_owned();
    let seat = a.beku.kursi_dari(&pos, 0).ok_or(Problem::NotFound)?;
    let person = PegawaiId::parse(&who).and_then(|id| a.beku.calon_dari(id));
    let presented = urutan(&a.beku, seat).into_iter().take(NAMES).any(|(c, _)| Some(c) == person);
    let done = alasan(ctx).map_err(Problem::from).and_then(|alasan| {
        catat(ctx, r, Tindak::Pilih, |now| {
            if !a.beku.tiga_nama {
                return Err(Tolak("PNP-52", "Macam rencana ini tidak menyajikan tiga nama.".into()));
            }
            if !presented {
                let sentence = "Pilih satu dari tiga nama yang disajikan untuk pos ini.";
                return Err(Tolak("PNP-51", sentence.into()));
            }
            if now.pilihan.iter().any(|p| p.0.pegawai == who && p.0.pos != pos) {
                let sentence = "Orang ini sudah dipilih untuk pos lain. Pilih nama lain, atau ubah pilihan pada pos itu dahulu.";
                return Err(Tolak("PNP-55", sentence.into()));
            }
            Ok(vec![Isi::Pilihan(Pilihan { pos: pos.clone(), pegawai: who.clone(), alasan })])
        })
    });
    match atau_ulang(ctx, "alasan", done)? {
        Ok(()) => kembali(ctx, "/menyimpang", "pilihan"),
        Err(ulang) => lagi(ctx, &ruang, ulang),
    }
}
