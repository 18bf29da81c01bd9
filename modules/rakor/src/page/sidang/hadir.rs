//! Attendance: the list by party, the officer's page at the door, striking off, the sheet as CSV.

use super::super::catat::{alasan, atau_ulang, satu_baris};
use super::super::umum::{Sidang, buka};
use super::{Siapa, catat, jam, kabar, kembali};
use crate::isi::{self, Isi};
use crate::rule::kehadiran::Pengenal;
use crate::rule::rakor::Hadir;
use crate::rule::sidang::JAWABAN;
use crate::rule::{Rakor, Tolak};
use crate::view::hadir::{self as view, HadirView, IsianHadir, OrangHadir, PresensiView};
use crate::view::ulang::Ulang;
use ::store::Error;
use axum::http::StatusCode;
use axum::response::IntoResponse;
use host::{Action, Answer, Ctx, Problem, html, http, tanggal};
use sheet::CsvWriter;
use web::component::lembar::Lembar;
use web::{Frame, Tone};

const PESAN: &[(&str, Tone, &str)] = &[
    ("tercatat", Tone::Ok, "Kehadiran tercatat."),
    ("ganda", Tone::Awas, "Orang ini sudah tercatat. Pencatatan kedua disimpan dan tidak dihitung."),
    ("dicoret", Tone::Ok, "Kehadiran dicoret; catatannya tetap tersimpan."),
];

/// A form of one presence, as sent.
pub struct Kiriman {
    /// What it says; the way and the clock are set by who takes it in.
    pub isi: isi::Hadir,
    /// Field and sentence.
    pub salah: Vec<(String, String)>,
}

/// Reads the fields of a presence. Without a key of its own it gets one.
pub fn baca(ctx: &Ctx) -> Result<Kiriman, Problem> {
    let mut salah = Vec::new();
    let mut line = |name: &str, label: &str| match satu_baris(ctx.field(name), label) {
        Ok(text) => text,
        Err(Tolak(_, sentence)) => {
            salah.push((name.to_owned(), sentence));
            String::new()
        }
    };
    let (nama, jabatan, instansi) =
        (line("nama", "Nama"), line("jabatan", "Jabatan"), line("instansi", "Nama instansi"));
    let nip: String = ctx.field("nip").chars().filter(|c| !c.is_whitespace()).take(40).collect();
    let digits = nip.chars().filter(char::is_ascii_digit).count();
    let mut wrong = |name: &str, sentence: String| salah.push((name.to_owned(), sentence));
    if ctx.field("nama").trim().is_empty() {
        wrong("nama", "Isi nama yang hadir.".into());
    }
    if !nip.is_empty() && (digits != 18 || nip.chars().count() != 18) {
        wrong("nip", format!("NIP terdiri dari 18 angka. Anda mengisi {digits}."));
    }
    if ctx.field("pihak").is_empty() && ctx.field("instansi").trim().is_empty() {
        wrong("instansi", "Pilih pihak, atau isi nama instansi.".into());
    }
    let sent = ctx.field("kunci");
    let sound = (16..=64).contains(&sent.len()) && sent.bytes().all(|b| b.is_ascii_alphanumeric());
    let kunci = if sound { sent.to_owned() } else { kunci(ctx)? };
    let pihak = ctx.field("pihak").chars().take(80).collect();
    Ok(Kiriman {
        isi: isi::Hadir { kunci, pihak, instansi, nama, nip, jabatan, ..isi::Hadir::default() },
        salah,
    })
}

/// A key for one sending.
pub fn kunci(ctx: &Ctx) -> Result<String, Problem> {
    let mut source = store::Source::system(ctx.hall.node.clock).map_err(store::Error::from)?;
    Ok(store::derive::hex(&source.bytes32()[..16]))
}

/// What is recorded of it: nothing when this sending is recorded already. Answers whether it repeats another.
///
/// # Errors
/// A party nobody invited.
pub fn putus(rakor: &Rakor, isi: &isi::Hadir) -> Result<(Vec<crate::store::Catatan>, bool), Tolak> {
    let siapa = Pengenal::of(isi);
    if rakor.tercatat(&isi.kunci, &siapa) {
        return Ok((Vec::new(), false));
    }
    rakor.muat_hadir()?;
    if !isi.pihak.is_empty() {
        rakor.pihak_undangan(&isi.pihak)?;
    }
    Ok((vec![(Isi::Hadir(isi.clone()), None)], rakor.mengulang(&siapa).is_some()))
}

/// The form again as it was typed.
pub fn isian(kiriman: &Kiriman, ctx: &Ctx, pihak: Vec<(String, String)>) -> IsianHadir {
    IsianHadir {
        pihak,
        dipilih: kiriman.isi.pihak.clone(),
        instansi: ctx.field("instansi").to_owned(),
        nama: ctx.field("nama").to_owned(),
        nip: ctx.field("nip").to_owned(),
        jabatan: ctx.field("jabatan").to_owned(),
        salah: kiriman.salah.clone(),
    }
}

/// What a party is called: instansi or body, and its role.
pub fn sebut(pihak: &crate::rule::rakor::Pihak, nama: impl Fn(&str) -> String) -> String {
    let about = &pihak.tentang;
    let who = if about.instansi.is_empty() { about.nama.clone() } else { nama(&about.instansi) };
    if about.peran.is_empty() { who } else { format!("{who} ({})", about.peran) }
}

fn pilihan(sidang: &Sidang) -> Vec<(String, String)> {
    let name = |id: &str| sidang.nama(id).to_owned();
    sidang.rakor.undangan().map(|p| (p.id.clone(), sebut(p, name))).collect()
}

/// The party somebody signed in most likely comes for: the first of the own instansi.
pub fn sendiri(rakor: &Rakor, instansi: &str) -> IsianHadir {
    let own = rakor.undangan().find(|p| !instansi.is_empty() && p.tentang.instansi == instansi);
    IsianHadir { dipilih: own.map_or(String::new(), |p| p.id.clone()), ..IsianHadir::default() }
}

/// `GET /rakor/{id}/hadir`.
pub fn daftar(ctx: &mut Ctx) -> Answer {
    let sidang = buka(ctx)?;
    let isian = sendiri(&sidang.rakor, &sidang.instansi);
    Ok(html(halaman(ctx, &sidang, isian, Ulang::default())))
}

fn halaman(ctx: &Ctx, sidang: &Sidang, isian: IsianHadir, ulang: Ulang) -> maud::Markup {
    let rakor = &sidang.rakor;
    let keeps = sidang.menyelenggarakan(ctx, Action::CatatRakor);
    let mut present: Vec<&Hadir> = rakor.peserta().collect();
    present.sort_by_cached_key(|h| (sebut_hadir(sidang, &h.isi), h.isi.nama.to_lowercase()));
    let row = |h: &Hadir| orang(sidang, h, keeps);
    let party = |p: &crate::rule::rakor::Pihak| {
        let came = rakor.peserta().filter(|h| h.isi.pihak == p.id).count();
        let about = &p.tentang;
        let name = if about.instansi.is_empty() {
            about.nama.clone()
        } else {
            sidang.nama(&about.instansi).to_owned()
        };
        (name, about.peran.clone(), jawaban(p), came)
    };
    let page = HadirView {
        kepala: sidang.kepala("/hadir"),
        lembar: Lembar {
            instansi: sidang.nama(&rakor.instansi).to_owned(),
            title: format!("Daftar hadir {}", rakor.pokok.judul),
            unit: rakor.pokok.tempat.clone(),
            at: tanggal(rakor.pokok.tanggal.unwrap_or_else(|| ctx.hall.today())),
        },
        kabar: kabar(ctx, PESAN),
        alamat: format!("/rakor/{}", rakor.id),
        catat: keeps && rakor.boleh_catat_hadir().is_ok(),
        berlangsung: rakor.tahap == crate::rule::Tahap::Berlangsung,
        pihak: rakor.undangan().map(party).collect(),
        orang: present.into_iter().map(row).collect(),
        ganda: if keeps { rakor.hadir_ganda.iter().map(row).collect() } else { Vec::new() },
        dicoret: if keeps {
            rakor.hadir.iter().filter_map(|h| Some((h.isi.nama.clone(), h.dicoret.clone()?))).collect()
        } else {
            Vec::new()
        },
        isian: IsianHadir { pihak: pilihan(sidang), ..isian },
        ulang,
    };
    let refused = !page.isian.salah.is_empty() || !page.ulang.salah.is_empty();
    let frame = Frame { refused, ..bingkai(ctx, "Daftar hadir", rakor) };
    view::hadir(&frame, &page)
}

/// The frame of a page of this rakor that is not live.
pub fn bingkai(ctx: &Ctx, title: &str, rakor: &Rakor) -> Frame {
    let home = format!("/rakor/{}", rakor.id);
    super::super::utama::frame(
        ctx,
        title,
        &[("Beranda", "/"), super::super::utama::TRAIL, (&rakor.pokok.judul, &home)],
    )
}

/// A party's answer in words.
pub fn jawaban(p: &crate::rule::rakor::Pihak) -> String {
    let Some((answer, _)) = &p.jawaban else { return "Belum menjawab".into() };
    let word = JAWABAN.iter().find(|j| j.0 == answer.jawaban).map_or("", |j| j.1);
    match answer.nama.as_str() {
        "" => word.to_owned(),
        name => format!("{word}: {name}"),
    }
}

fn sebut_hadir(sidang: &Sidang, isi: &isi::Hadir) -> String {
    let party = sidang.rakor.pihak.iter().find(|p| p.id == isi.pihak && !isi.pihak.is_empty());
    match party {
        Some(p) => sebut(p, |id| sidang.nama(id).to_owned()),
        None => isi.instansi.clone(),
    }
}

fn orang(sidang: &Sidang, h: &Hadir, keeps: bool) -> OrangHadir {
    let way = match h.isi.cara.as_str() {
        "kode" => "Kode QR",
        "tautan" => "Tautan",
        "luring" => "Petugas, tanpa jaringan",
        _ => "Petugas",
    };
    OrangHadir {
        id: h.tanda.id.clone(),
        nama: h.isi.nama.clone(),
        nip: if keeps && !h.isi.nip.is_empty() { web::format::nip(&h.isi.nip) } else { String::new() },
        pihak: sebut_hadir(sidang, &h.isi),
        jabatan: h.isi.jabatan.clone(),
        cara: format!("{way} · {}", jam(h.tanda.pada)),
        ragu: h.jam_meragukan,
    }
}

/// Records one presence taken in by the officer.
fn simpan(ctx: &Ctx, kiriman: &Kiriman) -> Result<bool, Problem> {
    let mut repeats = false;
    catat(ctx, Siapa::Penyelenggara, |rakor, _| {
        rakor.boleh_catat_hadir()?;
        let (events, again) = putus(rakor, &kiriman.isi)?;
        repeats = again;
        Ok(events)
    })?;
    Ok(repeats)
}

/// `POST /rakor/{id}/hadir`: from the list.
pub fn tambah(ctx: &mut Ctx) -> Answer {
    // Whose rakor this is comes before what the form says.
    crate::page::umum::buka(ctx)?;
    let mut kiriman = baca(ctx)?;
    kiriman.isi.cara = "daftar".into();
    if kiriman.salah.is_empty() {
        match simpan(ctx, &kiriman) {
            Ok(repeats) => return kembali(ctx, "hadir", if repeats { "ganda" } else { "tercatat" }),
            Err(Problem::Refused(_, sentence)) => kiriman.salah.push(("pihak".into(), sentence)),
            Err(other) => return Err(other),
        }
    }
    let sidang = buka(ctx)?;
    Ok(http::refused(halaman(ctx, &sidang, isian(&kiriman, ctx, Vec::new()), Ulang::default())))
}

/// `GET /rakor/{id}/presensi`.
pub fn presensi(ctx: &mut Ctx) -> Answer {
    let sidang = buka(ctx)?;
    if !sidang.menyelenggarakan(ctx, Action::CatatRakor) {
        return Err(Problem::Forbidden);
    }
    let isian = sendiri(&sidang.rakor, &sidang.instansi);
    Ok(html(pintu(ctx, &sidang, isian)?))
}

fn pintu(ctx: &Ctx, sidang: &Sidang, isian: IsianHadir) -> Result<maud::Markup, Problem> {
    let rakor = &sidang.rakor;
    let newest = rakor.peserta().collect::<Vec<_>>().into_iter().rev().take(10);
    let page = PresensiView {
        kepala: sidang.kepala("/hadir"),
        kabar: kabar(ctx, PESAN),
        id: rakor.id.clone(),
        alamat: format!("/rakor/{}/presensi", rakor.id),
        jumlah: rakor.peserta().count(),
        terbaru: newest.map(|h| (h.isi.nama.clone(), sebut_hadir(sidang, &h.isi))).collect(),
        kunci: kunci(ctx)?,
        isian: IsianHadir { pihak: pilihan(sidang), ..isian },
    };
    let frame = Frame {
        refused: !page.isian.salah.is_empty(),
        tambahan: &[web::assets::Tambahan::Koordinasi, web::assets::Tambahan::Presensi],
        ..bingkai(ctx, "Presensi", rakor)
    };
    Ok(view::presensi(&frame, &page))
}

/// `POST /rakor/{id}/presensi`. A script that kept it until there was a network is told in one line that it is
/// recorded: only then it lets go of it. A page somebody else is sent to is no such line.
pub fn terima(ctx: &mut Ctx) -> Answer {
    // Whose rakor this is comes before what the form says.
    crate::page::umum::buka(ctx)?;
    let mut kiriman = baca(ctx)?;
    kiriman.isi.cara = if ctx.field("cara") == "luring" { "luring" } else { "daftar" }.into();
    kiriman.isi.jam_perangkat = ctx.field("jam").parse::<i64>().ok().and_then(|ms| ms.checked_mul(1_000));
    if kiriman.salah.is_empty() {
        match simpan(ctx, &kiriman) {
            Ok(_) if ctx.part => return Ok(format!("tercatat {}", kiriman.isi.kunci).into_response()),
            Ok(repeats) => return kembali(ctx, "presensi", if repeats { "ganda" } else { "tercatat" }),
            Err(Problem::Refused(_, sentence)) => kiriman.salah.push(("pihak".into(), sentence)),
            Err(other) => return Err(other),
        }
    }
    if ctx.part {
        let sentences: Vec<&str> = kiriman.salah.iter().map(|s| s.1.as_str()).collect();
        return Ok((StatusCode::UNPROCESSABLE_ENTITY, sentences.join(" ")).into_response());
    }
    let sidang = buka(ctx)?;
    let isian = isian(&kiriman, ctx, Vec::new());
    Ok(http::refused(pintu(ctx, &sidang, isian)?))
}

/// `POST /rakor/{id}/hadir/coret`.
pub fn coret(ctx: &mut Ctx) -> Answer {
    // Whose rakor this is comes before what the form says.
    crate::page::umum::buka(ctx)?;
    let hadir = ctx.field("hadir").to_owned();
    let done = catat(ctx, Siapa::Penyelenggara, |rakor, _| {
        rakor.boleh_catat_hadir()?;
        if !rakor.peserta().any(|h| h.tanda.id == hadir) {
            return Err(Tolak(
                "RAKOR-20",
                "Kehadiran ini tidak ada dalam daftar. Muat ulang halaman.".into(),
            ));
        }
        Ok(vec![(Isi::HadirDicoret { hadir: hadir.clone(), alasan: alasan(ctx)? }, None)])
    });
    match atau_ulang(ctx, &format!("alasan-{hadir}"), done)? {
        Ok(_) => kembali(ctx, "hadir", "dicoret"),
        Err(ulang) => {
            let sidang = buka(ctx)?;
            let isian = sendiri(&sidang.rakor, &sidang.instansi);
            Ok(http::refused(halaman(ctx, &sidang, isian, ulang)))
        }
    }
}

/// `GET /rakor/{id}/hadir/csv`.
pub fn csv(ctx: &mut Ctx) -> Answer {
    let sidang = buka(ctx)?;
    if !sidang.menyelenggarakan(ctx, Action::CatatRakor) {
        return Err(Problem::Forbidden);
    }
    let head = ["Nama", "NIP", "Instansi atau pihak", "Jabatan", "Cara", "Dicatat"];
    let people = sidang.rakor.peserta().map(|h| {
        let party = sebut_hadir(&sidang, &h.isi);
        let when = h.tanda.pada.wib();
        [h.isi.nama.clone(), h.isi.nip.clone(), party, h.isi.jabatan.clone(), h.isi.cara.clone(), when]
    });
    let mut csv = CsvWriter::with_bom(Vec::new()).map_err(Error::from)?;
    csv.row(head).map_err(Error::from)?;
    for row in people {
        csv.kept_row(row.iter().map(String::as_str)).map_err(Error::from)?;
    }
    let out = csv.finish().map_err(Error::from)?;
    let name =
        format!("daftar-hadir-{}.csv", sidang.rakor.pokok.tanggal.map_or(String::new(), |d| d.to_string()));
    Ok(http::file(&name, "text/csv; charset=utf-8", out))
}
