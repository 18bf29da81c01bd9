//! `/penempatan/{id}/menyimpang`: choosing another eligible person than the plan or leaving a seat empty, and one of
//! three names.

mod timbang;

use self::timbang::{Mau, ULANG, menjadi_kosong, timbang};
use super::catat::{alasan, atau_ulang, boleh, catat, kembali, sama_versi, versi};
use super::kata::{self, poin};
use super::umum::{frame_rencana, kepala, orang, panel_orang, saat, tak_berkepentingan};
use crate::isi::{Isi, Penyimpangan, Pilihan};
use crate::rule::batas::lewat;
use crate::rule::mengapa::Biaya;
use crate::rule::pindah::tanpa_kursi;
use crate::rule::rencana::Tanda;
use crate::rule::{Rencana, Tindak, Tolak, urutan};
use crate::tetapkan::{Akhir, akhir};
use crate::view::menyimpang::{Akibat, BarisSimpang, MenyimpangView, Ragam, TigaNama, menyimpang as view};
use crate::view::ulang::Ulang;
use host::{Action, Answer, Ctx, Method, Problem, Route, World, html, http};
use kernel::PegawaiId;
use kernel::search::fold_text;
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

/// People offered for a seat at once, and posts with three names on a page.
const OFFERED: usize = 300;
/// Names presented for a post.
const NAMES: usize = 3;
/// Sentences on who moves, and posts named, in one effect.
const TOLD: usize = 40;

type Ruang = (Arc<World>, Arc<Rencana>, Akhir);

fn ruang(ctx: &Ctx) -> Result<Ruang, Problem> {
    let (world, r) = panel_orang(ctx)?;
    let a = akhir(&ctx.hall, &r)?;
    tak_berkepentingan(ctx, &a.beku)?;
    Ok((world, r, a))
}

/// What is looked at: seat, person, and words to find people by.
struct Dilihat {
    kursi: String,
    calon: String,
    cari: String,
}

/// `GET /penempatan/{id}/menyimpang`; `kursi` and `calon` are looked at, `cari` finds people.
fn lihat(ctx: &mut Ctx) -> Answer {
    let (world, r, a) = ruang(ctx)?;
    let of = |name: &str| ctx.query(name).to_owned();
    let asked = Dilihat { kursi: of("kursi"), calon: of("calon"), cari: of("cari") };
    let page = susun(ctx, &world, &r, &a, asked, Ulang::default());
    Ok(html(view(&frame_rencana(ctx, &r, "Penyimpangan"), &page)))
}

fn lagi(ctx: &Ctx, (world, r, a): &Ruang, ulang: Ulang) -> Answer {
    let of = |name: &str| ctx.field(name).to_owned();
    let asked = Dilihat { kursi: of("kursi"), calon: of("calon"), cari: of("cari") };
    let page = susun(ctx, world, r, a, asked, ulang);
    let frame = Frame { refused: true, ..frame_rencana(ctx, r, "Penyimpangan") };
    Ok(http::refused(view(&frame, &page)))
}

/// A kept cost in words.
fn tersimpan(a: &Akhir, biaya: &str) -> String {
    match biaya.parse::<i64>() {
        Ok(whole) => kata::biaya(&Biaya::dari_satuan(whole, a.hasil.isi)),
        Err(_) => biaya.to_owned(),
    }
}

/// People offered for a seat by the words asked for, highest first, each with the place in the order; and how many more
/// there are. Whoever is looked at is among them.
fn ditawarkan(world: &World, a: &Akhir, kursi: u32, dilihat: &Dilihat) -> (Vec<(String, String)>, usize) {
    let beku = &a.beku;
    let sits = a.duduk.get(kursi as usize).copied().flatten();
    let words = fold_text(dilihat.cari.trim());
    let digits: String = dilihat.cari.chars().filter(char::is_ascii_digit).collect();
    let fits = |who: u32| {
        let (name, nip) = kata::calon(world, beku, who);
        words.is_empty() || fold_text(&name).contains(&words) || (digits.len() > 3 && nip.contains(&digits))
    };
    let order = urutan(beku, kursi);
    let looked = PegawaiId::parse(&dilihat.calon).and_then(|id| beku.calon_dari(id));
    let found: Vec<(usize, u32, i32)> = (1..)
        .zip(&order)
        .map(|(place, (who, skor))| (place, *who, *skor))
        .filter(|(_, who, _)| sits != Some(*who) && (looked == Some(*who) || fits(*who)))
        .collect();
    let mut shown: Vec<&(usize, u32, i32)> = found.iter().take(OFFERED).collect();
    let more = found.len() - shown.len();
    shown.extend(found.iter().skip(OFFERED).filter(|o| looked == Some(o.1)));
    let option = |(place, who, skor): &&(usize, u32, i32)| {
        let id = beku.calon[*who as usize].pegawai.to_string();
        (id, format!("{place}. {} ({})", kata::calon(world, beku, *who).0, poin(i64::from(*skor))))
    };
    (shown.iter().map(option).collect(), more)
}

fn susun(ctx: &Ctx, world: &World, r: &Rencana, a: &Akhir, dilihat: Dilihat, ulang: Ulang) -> MenyimpangView {
    let beku = &a.beku;
    let name = |c: u32| kata::calon(world, beku, c).0;
    let seat = dilihat.kursi.parse::<u32>().ok().filter(|k| (*k as usize) < beku.kursi.len());
    let (calon, lebih) = seat.map_or((Vec::new(), 0), |k| ditawarkan(world, a, k, &dilihat));
    let sits = seat.and_then(|k| a.duduk.get(k as usize).copied().flatten());
    let mau = Mau::baca(beku, &dilihat.calon);
    let akibat = seat.zip(mau).and_then(|(k, mau)| akibat(r, a, k, mau, &name));
    MenyimpangView {
        kepala: kepala(ctx, world, r, "/menyimpang"),
        alamat: format!("/penempatan/{}/menyimpang", r.id),
        tiga_nama: beku.tiga_nama,
        boleh: boleh(ctx, r, Tindak::Menyimpang),
        kursi: (0..beku.kursi.len() as u32).map(|k| (k.to_string(), kata::sebut_kursi(beku, k))).collect(),
        nama_lebih: if beku.tiga_nama { beku.kursi.len().saturating_sub(OFFERED) } else { 0 },
        menurut_rencana: sits.map_or("tetap kosong".into(), name),
        memilih: seat.is_some(),
        calon,
        lebih,
        cari: dilihat.cari,
        pilih_kursi: dilihat.kursi,
        pilih_calon: dilihat.calon,
        alasan: ulang.isi("alasan", ctx.query("alasan")).to_owned(),
        cara: ulang.isi("cara", "").to_owned(),
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

/// Both ways to deviate; nothing for somebody who may not sit there.
fn akibat(r: &Rencana, a: &Akhir, k: u32, mau: Mau, name: &dyn Fn(u32) -> String) -> Option<Akibat> {
    let apa = match mau {
        Mau::Orang(c) => {
            a.beku.cari(c, k)?;
            format!("Memilih {}", name(c))
        }
        Mau::Kosong => "Membiarkan pos ini kosong".to_owned(),
    };
    let one = |ulang: bool| {
        timbang(r, a, k, mau, ulang)
            .map_err(|Tolak(_, said)| said)
            .map(|t| ragam(a, &t.biaya, &t.duduk, name))
    };
    Some(Akibat { apa, kembali: one(false), ulang: one(true) })
}

fn ragam(a: &Akhir, biaya: &Biaya, after: &[Option<u32>], name: &dyn Fn(u32) -> String) -> Ragam {
    let beku = &a.beku;
    let seats = |list: Vec<u32>| -> Vec<String> {
        let one = |k: &u32| kata::sebut_kursi(beku, *k);
        dipotong(list.iter().map(one).collect(), "pos lain")
    };
    let (baru, semua) = menjadi_kosong(beku, &a.duduk, after);
    let mut perubahan = kata::perubahan(beku, biaya, name);
    perubahan = dipotong(perubahan, "orang lain");
    Ragam {
        biaya: kata::biaya(biaya),
        pindah: biaya.perubahan.len(),
        perubahan,
        kosong: semua,
        menjadi_kosong: seats(baru),
        lewat: lewat(beku, after)
            .iter()
            .filter_map(|u| beku.unit.get(*u as usize))
            .map(|u| u.nama.clone())
            .collect(),
        tanpa_pos: dipotong(tanpa_kursi(beku, after).into_iter().map(name).collect(), "orang lain"),
    }
}

/// The first of many sentences, and how many more.
fn dipotong(mut all: Vec<String>, apa: &str) -> Vec<String> {
    if let Some(more) = all.len().checked_sub(TOLD).filter(|more| *more > 0) {
        all.truncate(TOLD);
        all.push(format!("dan {more} {apa}"));
    }
    all
}

fn baris(world: &World, a: &Akhir, p: &Penyimpangan, t: &Tanda) -> BarisSimpang {
    let seat = a.beku.kursi_dari(&p.pos, p.tempat);
    let of = |duduk: &[Option<u32>]| seat.and_then(|k| duduk.get(k as usize).copied().flatten());
    let chosen = PegawaiId::parse(&p.pegawai);
    let sits = of(&a.duduk).map(|c| a.beku.calon[c as usize].pegawai);
    BarisSimpang {
        pos: seat.map_or_else(|| p.pos.clone(), |k| kata::sebut_kursi(&a.beku, k)),
        kunci: p.pos.clone(),
        tempat: p.tempat,
        semula: of(&a.hasil.duduk).map_or("tetap kosong".into(), |c| kata::calon(world, &a.beku, c).0),
        dipilih: match chosen {
            Some(id) => orang(world, id).0,
            None => "dibiarkan kosong".to_owned(),
        },
        catatan: match (chosen, sits) {
            (None, Some(_)) => "Pemegangnya tetap di pos ini.",
            (Some(id), other) if other != Some(id) => "Tidak berlaku lagi karena penyimpangan sesudahnya.",
            _ => "",
        }
        .to_owned(),
        susun_ulang: p.susun_ulang,
        biaya: tersimpan(a, &p.biaya),
        alasan: p.alasan.clone(),
        oleh: format!("{}, {}", t.oleh, saat(t.pada)),
    }
}

fn tiga_nama(world: &World, r: &Rencana, a: &Akhir) -> Vec<TigaNama> {
    let one = |k: u32| {
        let key = a.beku.kursi[k as usize].pos.clone();
        let chosen = r.pilihan.iter().find(|p| p.0.pos == key);
        let empty = r.penyimpangan.iter().any(|(p, _)| p.kosong() && p.pos == key);
        let row = |(who, skor): (u32, i32)| {
            let person = a.beku.calon[who as usize].pegawai;
            let (name, nip) = orang(world, person);
            (person.to_string(), format!("{name} ({nip})"), poin(i64::from(skor)))
        };
        TigaNama {
            pos: kata::sebut_kursi(&a.beku, k),
            kursi: k,
            kosong: empty,
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

/// `POST /penempatan/{id}/menyimpang`; `cara` says whether everybody else is seated anew.
fn simpan(ctx: &mut Ctx) -> Answer {
    let ruang = ruang(ctx)?;
    let (_, r, a) = &ruang;
    let kursi: u32 = ctx.field("kursi").parse().map_err(|_| Problem::NotFound)?;
    let mau = Mau::baca(&a.beku, ctx.field("calon"));
    let susun_ulang = match ctx.field("cara") {
        "" | "kembali" => Some(false),
        word => (word == ULANG).then_some(true),
    };
    let done = alasan(ctx).map_err(Problem::from).and_then(|alasan| {
        catat(ctx, r, Tindak::Menyimpang, |now| {
            let known =
                now.perhitungan.as_ref().map(|p| &p.sidik) == r.perhitungan.as_ref().map(|p| &p.sidik);
            if !known || now.pilihan != r.pilihan || keputusan(now) != keputusan(r) {
                return Err(Tolak(
                    "PNP-03",
                    "Rencana ini berubah sementara itu. Muat ulang halaman ini.".into(),
                ));
            }
            sama_versi(ctx, &keputusan(now))?;
            let susun_ulang = susun_ulang.ok_or_else(|| Tolak("PNP-10", "Pilih caranya.".into()))?;
            let refused = "Pilih orang dari daftar yang memenuhi syarat, atau biarkan pos ini kosong.";
            let mau = mau.ok_or_else(|| Tolak("PNP-51", refused.into()))?;
            let one = timbang(now, a, kursi, mau, susun_ulang)?.penyimpangan;
            Ok(vec![Isi::Menyimpang(Penyimpangan { alasan, ..one })])
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
    let tempat: Option<u32> = ctx.field("tempat").parse().ok();
    let done = alasan(ctx).map_err(Problem::from).and_then(|alasan| {
        catat(ctx, &ruang.1, Tindak::Menyimpang, |now| {
            let about = |p: &Penyimpangan| p.pos == pos && tempat.is_none_or(|t| t == p.tempat);
            if !now.penyimpangan.iter().any(|p| about(&p.0)) {
                return Err(Tolak(
                    "PNP-54",
                    "Tidak ada penyimpangan pada pos itu. Muat ulang halaman ini.".into(),
                ));
            }
            Ok(vec![Isi::PenyimpanganDicabut { pos: pos.clone(), tempat, alasan }])
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
