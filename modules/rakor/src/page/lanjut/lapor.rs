//! What is done about a follow-up: reported with evidence, judged, its deadline changed, given up.

use super::alat::{Alat, Kini};
use super::satu::{bagi, salah};
use super::{BUKTI_MB, dicari, penyelenggara};
use crate::isi::{self, Isi};
use crate::page::umum::{Sidang, buka};
use crate::rule::Tolak;
use crate::rule::lanjut::Oleh;
use crate::store;
use host::naskah;
use host::peristiwa::Pelaku;
use host::teks::{REASON, REASON_WRONG, typed};
use host::{Answer, Ctx, Problem, http, redirect};
use kernel::Date;
use kernel::typed::from_hex;

/// Letters of a report.
const REPORT: std::ops::RangeInclusive<usize> = 10..=4_000;
/// Letters of what is in the way.
const OBSTACLE: std::ops::RangeInclusive<usize> = 0..=1_000;

fn pelaku(ctx: &Ctx, sidang: &Sidang, instansi: &str) -> Result<Pelaku, Problem> {
    Ok(Pelaku::of(ctx.visitor()?, bagi(sidang, instansi)))
}

fn kembali(sidang: &Sidang, ctx: &Ctx, pesan: &str) -> Answer {
    Ok(redirect(&format!("/rtl/{}/{}?pesan={pesan}", sidang.rakor.id, ctx.param("rtl"))))
}

/// `POST /rtl/{id}/{rtl}/laporan`.
pub fn lapor(ctx: &mut Ctx) -> Answer {
    // Whose rakor this is comes before what the form says.
    crate::page::umum::buka(ctx)?;
    let upload = ctx.upload.take().filter(|u| u.size > 0);
    let sidang = buka(ctx)?;
    let rtl = dicari(ctx, &sidang.rakor)?;
    let who = pelaku(ctx, &sidang, &rtl.isi.instansi)?;
    let akun = who.akun.clone();
    // Asked before the file is looked at, and again under the lock.
    let first = Oleh { instansi: &who.instansi, akun: &akun };
    sidang.rakor.boleh_lapor(rtl, first).map_err(|t| Problem::Refused(t.0, t.1))?;
    let mut errors: Vec<(String, String)> = Vec::new();
    let mut wrong = |field: &str, text: &str| errors.push((field.to_owned(), text.to_owned()));
    let teks = typed(ctx.field("teks"), REPORT);
    if teks.is_none() {
        wrong("teks", "Tulis apa yang sudah dikerjakan, 10 sampai 4.000 huruf, tanpa karakter kendali.");
    }
    let kendala = typed(ctx.field("kendala"), OBSTACLE);
    if kendala.is_none() {
        wrong("kendala", "Kendala paling panjang 1.000 huruf, tanpa karakter kendali.");
    }
    let mut kept = (String::new(), String::new());
    if let Some(upload) = upload.filter(|_| errors.is_empty()) {
        match naskah::keep_most(&ctx.hall.node.berkas, &upload.path, u64::from(BUKTI_MB))? {
            Ok(hash) => kept = (nama_berkas(&upload.name), hash),
            Err(sentence) => errors.push(("berkas".into(), sentence)),
        }
    }
    if !errors.is_empty() {
        return salah(ctx, &sidang, errors);
    }
    let id = ctx.param("rtl").to_owned();
    let laporan = isi::Laporan {
        rtl: id.clone(),
        teks: teks.unwrap_or_default(),
        selesai: !ctx.field("selesai").is_empty(),
        kendala: kendala.unwrap_or_default(),
        berkas: kept.0,
        sidik: kept.1,
    };
    let berkas = from_hex(&laporan.sidik);
    let instansi = who.instansi.clone();
    store::catat(&ctx.hall, &who, &sidang.rakor.id, |rakor| {
        let Some(rtl) = rakor.rtl(&id) else { return Ok(Vec::new()) };
        rakor.boleh_lapor(rtl, Oleh { instansi: &instansi, akun: &akun })?;
        Ok(vec![(Isi::Laporan(laporan), berkas)])
    })?;
    kembali(&sidang, ctx, "lapor")
}

/// The last part of what the sender calls it, in letters one can see.
fn nama_berkas(name: &str) -> String {
    let last = name.rsplit(['/', '\\']).next().unwrap_or("");
    let seen: String =
        last.chars().filter(|c| !c.is_control() && !host::teks::is_invisible(*c)).take(120).collect();
    if seen.trim().is_empty() { "bukti".to_owned() } else { seen }
}

/// `POST /rtl/{id}/{rtl}/verifikasi`.
pub fn verifikasi(ctx: &mut Ctx) -> Answer {
    let sidang = buka(ctx)?;
    let rtl = dicari(ctx, &sidang.rakor)?;
    let done = match ctx.field("hasil") {
        "selesai" => true,
        "kembalikan" => false,
        _ => return Err(Problem::Refused("RTL-23", "Pilih: nyatakan selesai, atau kembalikan.".into())),
    };
    let who = pelaku(ctx, &sidang, &rtl.isi.verifikator)?;
    let laporan = ctx.field("laporan").to_owned();
    let judge = Oleh { instansi: &who.instansi, akun: &who.akun };
    if let Err(Tolak(code, text)) = sidang.rakor.boleh_verifikasi(rtl, judge, &laporan, done) {
        // What can be done about is said beside what was typed.
        return match code {
            "RTL-18" | "RTL-20" | "RTL-21" => {
                salah(ctx, &sidang, vec![("alasan".into(), format!("{text} ({code})"))])
            }
            _ => Err(Problem::Refused(code, text)),
        };
    }
    let Some(alasan) = typed(ctx.field("alasan"), REASON) else {
        return salah(ctx, &sidang, vec![("alasan".into(), REASON_WRONG.into())]);
    };
    let id = ctx.param("rtl").to_owned();
    let isi = isi::Verifikasi {
        rtl: id.clone(),
        laporan: laporan.clone(),
        selesai: done,
        alasan,
        angka: angka(ctx, &sidang, &rtl.isi)?,
    };
    let (instansi, akun) = (who.instansi.clone(), who.akun.clone());
    store::catat(&ctx.hall, &who, &sidang.rakor.id, |rakor| {
        let Some(rtl) = rakor.rtl(&id) else { return Ok(Vec::new()) };
        rakor.boleh_verifikasi(rtl, Oleh { instansi: &instansi, akun: &akun }, &laporan, done)?;
        Ok(vec![(Isi::Verifikasi(isi), None)])
    })?;
    kembali(&sidang, ctx, if done { "selesai" } else { "dikembalikan" })
}

/// The figure at the moment of judging.
fn angka(ctx: &Ctx, sidang: &Sidang, rtl: &isi::Rtl) -> Result<Option<isi::Angka>, Problem> {
    if rtl.indikator.is_empty() {
        return Ok(None);
    }
    let alat = Alat::dengan(&ctx.hall, sidang.world.clone(), true)?;
    let Kini::Ada(ukuran) = alat.kini(&rtl.indikator, &rtl.instansi) else { return Ok(None) };
    Ok(Some(isi::Angka {
        atas: ukuran.atas,
        bawah: ukuran.bawah,
        berlaku: Some(alat.today),
        diketahui: ctx.hall.now().0,
    }))
}

/// `POST /rtl/{id}/{rtl}/ubah`.
pub fn ubah(ctx: &mut Ctx) -> Answer {
    let sidang = buka(ctx)?;
    penyelenggara(&sidang)?;
    dicari(ctx, &sidang.rakor)?;
    let today = ctx.hall.today();
    let mut errors: Vec<(String, String)> = Vec::new();
    let tenggat = Date::parse(ctx.field("tenggat").trim());
    match tenggat {
        None => {
            errors.push(("tenggat".into(), "Isi tenggat sebagai hh-bb-tttt, misalnya 31-12-2026.".into()))
        }
        Some(day) if day < today => {
            errors.push((
                "tenggat".into(),
                "Tenggat sudah lewat. Isi tanggal hari ini atau sesudahnya.".into(),
            ));
        }
        Some(_) => {}
    }
    let alasan = typed(ctx.field("alasan"), REASON);
    if alasan.is_none() {
        errors.push(("alasan-ubah".into(), REASON_WRONG.into()));
    }
    let (Some(tenggat), Some(alasan), true) = (tenggat, alasan, errors.is_empty()) else {
        return salah(ctx, &sidang, errors);
    };
    atur(ctx, &sidang, |rtl| Isi::RtlDiubah { rtl, tenggat, alasan })
}

/// `POST /rtl/{id}/{rtl}/batal`.
pub fn batal(ctx: &mut Ctx) -> Answer {
    let sidang = buka(ctx)?;
    penyelenggara(&sidang)?;
    dicari(ctx, &sidang.rakor)?;
    let Some(alasan) = typed(ctx.field("alasan"), REASON) else {
        return salah(ctx, &sidang, vec![("alasan-batal".into(), REASON_WRONG.into())]);
    };
    atur(ctx, &sidang, |rtl| Isi::RtlDibatalkan { rtl, alasan })
}

fn atur(ctx: &Ctx, sidang: &Sidang, isi: impl FnOnce(String) -> Isi) -> Answer {
    let id = ctx.param("rtl").to_owned();
    let who = sidang.pelaku(ctx)?;
    let (instansi, akun) = (who.instansi.clone(), who.akun.clone());
    store::catat(&ctx.hall, &who, &sidang.rakor.id, |rakor| {
        let Some(rtl) = rakor.rtl(&id) else { return Ok(Vec::new()) };
        rakor.boleh_atur(rtl, Oleh { instansi: &instansi, akun: &akun })?;
        Ok(vec![(isi(id.clone()), None)])
    })?;
    kembali(sidang, ctx, "diatur")
}

/// `GET /rtl/{id}/{rtl}/bukti/{laporan}`: evidence, for convener, owner and verifier.
pub fn bukti(ctx: &mut Ctx) -> Answer {
    let sidang = buka(ctx)?;
    let rtl = dicari(ctx, &sidang.rakor)?;
    let laporan = rtl.laporan.iter().find(|l| l.tanda.id == ctx.param("laporan"));
    let laporan =
        laporan.filter(|_| sidang.rakor.boleh_bukti(rtl, &sidang.instansi)).ok_or(Problem::NotFound)?;
    let hash = from_hex(&laporan.isi.sidik).ok_or(Problem::NotFound)?;
    let (kind, ending, bytes) = naskah::read(&ctx.hall.node.berkas, &hash)?.ok_or(Problem::NotFound)?;
    Ok(http::file(&format!("bukti-{}.{ending}", laporan.tanda.id), kind, bytes))
}
