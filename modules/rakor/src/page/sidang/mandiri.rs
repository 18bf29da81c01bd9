//! Registering oneself: the code on the projector, and the form it opens on a phone.

use super::super::umum::{buka, nama};
use super::hadir::{baca, bingkai, isian, kunci, putus, sebut, sendiri};
use super::kode::{Arti, DETIK, Rahasia};
use crate::rule::{Rakor, Tahap, Tolak};
use crate::store;
use crate::view::hadir::{IsianHadir, TutupView, belum_dibuka};
use crate::view::mandiri::{Isi, MandiriView, mandiri};
use crate::view::proyektor::kode;
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};
use host::attempt::{self, Key, Turn};
use host::peristiwa::Pelaku;
use host::{Action, Answer, Ctx, Problem, html, tanggal};
use qrcode::QrCode;
use qrcode::render::svg;

const LEWAT: &str = "Kode ini sudah berganti. Pindai kode yang tampil di layar sekarang.";
const SALAH: &str =
    "Kode atau tautan ini tidak dikenal. Pindai ulang kode di layar, atau lapor ke petugas presensi.";

/// `GET /rakor/{id}/kode`: for the projector. Another code before long, also without script.
pub fn layar(ctx: &mut Ctx) -> Answer {
    let sidang = buka(ctx)?;
    if !sidang.menyelenggarakan(ctx, Action::CatatRakor) {
        return Err(Problem::Forbidden);
    }
    if let Err(Tolak(_, kalimat)) = sidang.rakor.boleh_daftar(ctx.hall.today()) {
        let page = TutupView {
            kepala: sidang.kepala("/hadir"),
            kalimat,
            kembali: format!("/rakor/{}/hadir", sidang.rakor.id),
        };
        return Ok(html(belum_dibuka(&bingkai(ctx, "Kode presensi", &sidang.rakor), &page)));
    }
    let code = Rahasia::of(&ctx.hall)?.kode(&sidang.rakor.id, ctx.hall.now());
    let home = ctx.rumah();
    let address = format!("{home}/hadir/{}/{code}", sidang.rakor.id);
    let picture = QrCode::new(address.as_bytes())
        .map(|code| code.render::<svg::Color<'_>>().min_dimensions(240, 240).quiet_zone(true).build())
        .map_err(|e| ::store::Error::Corrupt(format!("kode QR: {e}")))?;
    // The declaration of a file has no place inside a page.
    let picture = picture.split_once("?>").map_or(picture.as_str(), |p| p.1);
    let picture = picture.replacen("<svg", "<svg aria-hidden=\"true\"", 1);
    let words = format!("{} {}", &code[..4], &code[4..]);
    Ok(html(kode(&sidang.rakor.pokok.judul, &ctx.path, &picture, &words, DETIK / 2)))
}

/// Who registers with what: the rakor, and the party when the link is a party's.
struct Pintu {
    rakor: Rakor,
    pihak: Option<String>,
    rahasia: Rahasia,
}

/// Why not, as a page.
fn tutup(ctx: &Ctx, status: StatusCode, kalimat: &str) -> Response {
    let view = MandiriView {
        judul: String::new(),
        keterangan: String::new(),
        alamat: ctx.path.clone(),
        isi: Isi::Ditolak { kalimat: kalimat.to_owned() },
    };
    (status, html(mandiri(ctx.theme, &view))).into_response()
}

/// Opens the door, or says why it stays shut. Wrong codes are counted by address like wrong passwords, apart
/// from those; a right one forgives them: a whole hall stands behind one address.
fn pintu(ctx: &Ctx) -> Result<Result<Pintu, Response>, Problem> {
    let (id, now) = (ctx.param("rakor"), ctx.hall.now());
    let keys: Vec<Key> = ctx.address.map(Key::of_presence).into_iter().collect();
    let turn = ctx.hall.with(|conn| attempt::reserve(conn, &keys, now))?;
    if let Turn::Wait(minutes) = turn {
        let sentence = format!(
            "Terlalu banyak kode yang salah dari jaringan ini. Coba lagi {minutes} menit lagi, atau lapor ke petugas presensi."
        );
        let mut answer = tutup(ctx, StatusCode::TOO_MANY_REQUESTS, &sentence);
        answer.headers_mut().insert(header::RETRY_AFTER, (minutes * 60).into());
        return Ok(Err(answer));
    }
    let found = ctx.hall.with(|conn| store::satu(conn, id))?;
    let rahasia = Rahasia::of(&ctx.hall)?;
    let meaning = found.as_ref().map_or(Arti::Salah, |r| rahasia.arti(r, ctx.param("kode"), now));
    let Some(rakor) = found.filter(|_| meaning != Arti::Salah) else {
        return Ok(Err(tutup(ctx, StatusCode::NOT_FOUND, SALAH)));
    };
    ctx.hall.with(|conn| attempt::forgive(conn, &keys))?;
    if let Err(Tolak(_, sentence)) = rakor.boleh_daftar(ctx.hall.today()) {
        return Ok(Err(tutup(ctx, StatusCode::UNPROCESSABLE_ENTITY, &sentence)));
    }
    let pihak = match meaning {
        Arti::Pihak(_) if rakor.pokok.tanggal != Some(ctx.hall.today()) => {
            let sentence = "Tautan ini hanya berlaku pada hari rakor. Pindai kode di layar, atau lapor ke petugas presensi.";
            return Ok(Err(tutup(ctx, StatusCode::UNPROCESSABLE_ENTITY, sentence)));
        }
        Arti::Pihak(pihak) => Some(pihak),
        Arti::Lewat if !rahasia.tiket_sah(&rakor.id, ctx.field("tiket"), now) => {
            return Ok(Err(tutup(ctx, StatusCode::GONE, LEWAT)));
        }
        _ => None,
    };
    Ok(Ok(Pintu { rakor, pihak, rahasia }))
}

fn halaman(ctx: &Ctx, pintu: &Pintu, isi: Isi) -> Result<maud::Markup, Problem> {
    let rakor = &pintu.rakor;
    let day = rakor.pokok.tanggal.map(|d| tanggal(d).long());
    let facts: Vec<String> =
        day.into_iter().chain([rakor.pokok.tempat.clone()]).filter(|t| !t.is_empty()).collect();
    let view = MandiriView {
        judul: rakor.pokok.judul.clone(),
        keterangan: facts.join(" · "),
        alamat: ctx.path.clone(),
        isi,
    };
    Ok(mandiri(ctx.theme, &view))
}

fn form(ctx: &Ctx, pintu: &Pintu, isian: IsianHadir) -> Result<Isi, Problem> {
    let world = ctx.hall.recent()?;
    let name = |id: &str| nama(&world, id).to_owned();
    let fits = |p: &&crate::rule::rakor::Pihak| pintu.pihak.as_ref().is_none_or(|own| *own == p.id);
    Ok(Isi::Formulir {
        isian: Box::new(IsianHadir {
            pihak: pintu.rakor.undangan().filter(fits).map(|p| (p.id.clone(), sebut(p, name))).collect(),
            ..isian
        }),
        tiket: pintu.rahasia.tiket_lanjut(&pintu.rakor.id, ctx.field("tiket"), ctx.hall.now()),
        kunci: kunci(ctx)?,
        csrf: ctx.visitor.as_ref().map(|v| v.csrf.clone()).unwrap_or_default(),
    })
}

/// `GET /hadir/{rakor}/{kode}`.
pub fn formulir(ctx: &mut Ctx) -> Answer {
    let pintu = match pintu(ctx)? {
        Ok(pintu) => pintu,
        Err(answer) => return Ok(answer),
    };
    let own = ctx.visitor.as_ref().map_or("", |v| v.instansi.as_str());
    let form = form(ctx, &pintu, sendiri(&pintu.rakor, own))?;
    Ok(html(halaman(ctx, &pintu, form)?))
}

/// `POST /hadir/{rakor}/{kode}`.
pub fn daftar(ctx: &mut Ctx) -> Answer {
    let pintu = match pintu(ctx)? {
        Ok(pintu) => pintu,
        Err(answer) => return Ok(answer),
    };
    let mut sent = baca(ctx)?;
    sent.isi.cara = if pintu.pihak.is_some() { "tautan" } else { "kode" }.into();
    if let Some(own) = &pintu.pihak {
        sent.isi.pihak.clone_from(own);
        sent.salah.retain(|s| s.0 != "instansi");
    }
    let mut repeats = false;
    if sent.salah.is_empty() {
        let today = ctx.hall.today();
        let pelaku = Pelaku {
            instansi: pintu.rakor.instansi.clone(),
            akun: "presensi".into(),
            oleh: "Presensi mandiri".into(),
        };
        let done = store::catat(&ctx.hall, &pelaku, &pintu.rakor.id, |rakor| {
            rakor.boleh_daftar(today)?;
            let (events, again) = putus(rakor, &sent.isi)?;
            repeats = again;
            Ok(events)
        });
        match done {
            Ok(_) => {
                let isi = Isi::Tercatat { nama: sent.isi.nama, ganda: repeats };
                return Ok(html(halaman(ctx, &pintu, isi)?));
            }
            Err(Problem::Refused(_, sentence)) => sent.salah.push(("pihak".into(), sentence)),
            Err(other) => return Err(other),
        }
    }
    let form = form(ctx, &pintu, isian(&sent, ctx, Vec::new()))?;
    Ok(host::http::refused(halaman(ctx, &pintu, form)?))
}

/// The link of each party for those who join online; none before invitations are out.
pub fn tautan(ctx: &Ctx, rakor: &Rakor) -> Result<Vec<(String, String)>, Problem> {
    if rakor.tahap == Tahap::Rancangan || rakor.tahap.selesai() {
        return Ok(Vec::new());
    }
    let secret = Rahasia::of(&ctx.hall)?;
    let home = ctx.rumah();
    let link = |p: &crate::rule::rakor::Pihak| {
        (p.id.clone(), format!("{home}/hadir/{}/{}", rakor.id, secret.pihak(&rakor.id, &p.id)))
    };
    Ok(rakor.undangan().map(link).collect())
}
