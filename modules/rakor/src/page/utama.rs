//! The list of rakor, planning one, and one read across: from the agenda to what became of it.

use super::catat::{Siapa, catat, kembali, satu_baris};
use super::lanjut::{Alat, angka_bergerak, pembuka};
use super::sidang::kabar;
use super::templat;
use super::umum::{Sidang, buka, nama};
use crate::isi::{ButirAgenda, Isi, Pokok};
use crate::rule::{Rakor, Tahap, Tolak};
use crate::store;
use crate::view::{self, AlurView, BarisRakor, BaruView, DaftarView, TutupView};
use host::peristiwa::Pelaku;
use host::{Action, Answer, Ctx, Method, Problem, Reach, Route, World, html, http, redirect, tanggal};
use kernel::Date;
use std::sync::Arc;
use web::component::alur::{Acara, Saran, Untai};
use web::{Frame, Tone};

/// These pages.
pub const ROUTES: &[Route] = &[
    Route { method: Method::Get, path: "/rakor", action: Some(Action::Rakor), handler: daftar },
    Route { method: Method::Get, path: "/rakor/baru", action: Some(Action::KelolaRakor), handler: baru },
    Route { method: Method::Post, path: "/rakor/baru", action: Some(Action::KelolaRakor), handler: buat },
    Route { method: Method::Get, path: "/rakor/{id}", action: Some(Action::Rakor), handler: alur },
    Route {
        method: Method::Post,
        path: "/rakor/{id}/tahap",
        action: Some(Action::KelolaRakor),
        handler: tahap,
    },
];

/// Where these pages stand.
pub const TRAIL: (&str, &str) = ("Rakor", "/rakor");

/// The frame of a page of one rakor, or of the list.
pub fn frame(ctx: &Ctx, title: &str, crumbs: &[(&str, &str)]) -> Frame {
    Frame { tambahan: &[web::assets::Tambahan::Koordinasi], ..ctx.frame(title, crumbs) }
}

/// Rakor the visitor may read, newest first.
pub fn terlihat(ctx: &Ctx) -> Result<Vec<Arc<Rakor>>, Problem> {
    let own = ctx.visitor()?.instansi.clone();
    let mut all = store::terlihat(&ctx.hall, &own)?;
    all.sort_by_key(|r| std::cmp::Reverse((r.pokok.tanggal, r.dibuat.pada)));
    Ok(all)
}

/// `GET /rakor`.
fn daftar(ctx: &mut Ctx) -> Answer {
    let world = ctx.present()?;
    let all = terlihat(ctx)?;
    let years: Vec<i16> = {
        let mut years: Vec<i16> = all.iter().filter_map(|r| r.pokok.tanggal).map(Date::year).collect();
        years.dedup();
        years
    };
    let asked: Option<i16> = ctx.query("tahun").parse().ok();
    let shown = |r: &&Arc<Rakor>| asked.is_none_or(|year| r.pokok.tanggal.is_some_and(|d| d.year() == year));
    let rows = all.iter().filter(shown).map(|r| baris(&world, r)).collect();
    let plans = ctx.visitor()?.reach(Action::KelolaRakor) != Reach::None;
    let page = DaftarView { rows, years, tahun: asked, baru: plans };
    Ok(html(view::daftar(&frame(ctx, "Rakor", &[("Beranda", "/")]), &page)))
}

fn baris(world: &World, r: &Rakor) -> BarisRakor {
    let done = r.rtl.iter().filter(|rtl| !rtl.terbuka()).count();
    BarisRakor {
        judul: r.pokok.judul.clone(),
        href: format!("/rakor/{}", r.id),
        tanggal: r.pokok.tanggal.map(tanggal),
        jenis: r.templat().nama.clone(),
        penyelenggara: nama(world, &r.instansi).to_owned(),
        tahap: (r.tahap.label().to_owned(), nada(r.tahap)),
        rtl: (done, r.rtl.len()),
    }
}

/// The tone of a stage.
pub fn nada(tahap: Tahap) -> Tone {
    match tahap {
        Tahap::Rancangan | Tahap::Ditutup | Tahap::Dibatalkan => Tone::Netral,
        Tahap::Diundang | Tahap::Disepakati => Tone::Info,
        Tahap::Berlangsung => Tone::Ok,
    }
}

fn formulir(ctx: &Ctx) -> Result<BaruView, Problem> {
    let world = ctx.present()?;
    let own = ctx.visitor()?.instansi.clone();
    let earlier = terlihat(ctx)?.into_iter().filter(|r| own.is_empty() || r.instansi == own);
    let earlier = earlier.map(|r| {
        let day = r.pokok.tanggal.map_or(String::new(), |d| format!(" ({})", tanggal(d).short()));
        (r.id.clone(), format!("{}{day}", r.pokok.judul))
    });
    Ok(BaruView {
        templat: templat::pilihan(ctx)?
            .into_iter()
            .map(|(t, instansi)| {
                let of = if own.is_empty() && !instansi.is_empty() { nama(&world, &instansi) } else { "" };
                (t.kunci, if of.is_empty() { t.nama } else { format!("{} ({of})", t.nama) })
            })
            .collect(),
        sebelumnya: earlier.collect(),
        instansi: if own.is_empty() {
            world.tenants.iter().map(|t| (t.id.clone(), t.nama.clone())).collect()
        } else {
            Vec::new()
        },
        ..BaruView::default()
    })
}

/// `GET /rakor/baru`.
fn baru(ctx: &mut Ctx) -> Answer {
    let mut page = formulir(ctx)?;
    page.sebelum = ctx.query("sebelumnya").to_owned();
    Ok(html(view::baru(&frame(ctx, "Rencanakan rakor", &[("Beranda", "/"), TRAIL]), &page)))
}

/// `POST /rakor/baru`.
fn buat(ctx: &mut Ctx) -> Answer {
    let mut page = formulir(ctx)?;
    page.judul = ctx.field("judul").trim().to_owned();
    page.jenis = ctx.field("templat").to_owned();
    page.sebelum = ctx.field("sebelumnya").to_owned();
    page.tanggal = ctx.field("tanggal").trim().to_owned();
    let mut wrong = |field: &str, text: &str| page.salah.push((field.to_owned(), text.to_owned()));
    if page.judul.is_empty() {
        wrong("judul", "Isi judul rakor.");
    }
    let judul = satu_baris(&page.judul, "Judul").unwrap_or_else(|Tolak(_, sentence)| {
        wrong("judul", &sentence);
        String::new()
    });
    let templat = templat::pilihan(ctx)?.into_iter().find(|t| t.0.kunci == page.jenis);
    if templat.is_none() {
        wrong("templat", "Pilih jenis rakor.");
    }
    let day = Date::parse(&page.tanggal);
    if day.is_none() && !page.tanggal.is_empty() {
        wrong("tanggal", "Tanggal tidak terbaca. Tulis sebagai hh-bb-tttt, misalnya 19-08-2026.");
    }
    if !page.sebelum.is_empty() && !page.sebelumnya.iter().any(|s| s.0 == page.sebelum) {
        wrong("sebelumnya", "Rakor sebelumnya tidak ada dalam daftar.");
    }
    let visitor = ctx.visitor()?;
    let instansi = match visitor.instansi.as_str() {
        "" => ctx.field("instansi").to_owned(),
        own => own.to_owned(),
    };
    if !ctx.present()?.tenants.iter().any(|t| t.id == instansi) {
        wrong("instansi", "Pilih instansi penyelenggara.");
    }
    if templat.as_ref().is_some_and(|t| !t.1.is_empty() && t.1 != instansi) {
        wrong("templat", "Templat ini milik instansi lain.");
    }
    let Some((templat, _)) = templat.filter(|_| page.salah.is_empty()) else {
        let frame = Frame { refused: true, ..frame(ctx, "Rencanakan rakor", &[("Beranda", "/"), TRAIL]) };
        return Ok(http::refused(view::baru(&frame, &page)));
    };
    let before = terlihat(ctx)?.into_iter().find(|r| r.id == page.sebelum);
    let pokok = Pokok {
        templat: page.jenis.clone(),
        judul,
        seri: before.as_ref().map_or(String::new(), |r| r.seri().to_owned()),
        sebelumnya: page.sebelum.clone(),
        dasar: templat.dasar.clone(),
        tanggal: day,
        tempat: before.as_ref().map_or(String::new(), |r| r.pokok.tempat.clone()),
        pimpinan: before.as_ref().map_or(String::new(), |r| r.pokok.pimpinan.clone()),
        ..Pokok::default()
    };
    let item = |(n, judul): (usize, &String)| ButirAgenda {
        id: format!("a{}", n + 1),
        judul: judul.clone(),
        ..ButirAgenda::default()
    };
    let butir = templat.agenda.iter().enumerate().map(item).collect();
    let pelaku = Pelaku::of(visitor, &instansi);
    let id = store::buat(
        &ctx.hall,
        &pelaku,
        vec![Isi::Dibuat(pokok), Isi::Templat(Box::new(templat)), Isi::Agenda { butir }],
    )?;
    Ok(redirect(&format!("/rakor/{id}")))
}

/// `GET /rakor/{id}`.
fn alur(ctx: &mut Ctx) -> Answer {
    let sidang = buka(ctx)?;
    let leads = sidang.menyelenggarakan(ctx, Action::KelolaRakor);
    let goes_on = matches!(sidang.rakor.tahap, Tahap::Disepakati | Tahap::Ditutup);
    let next = || web::url::link("/rakor/baru", &[("sebelumnya", &sidang.rakor.id)]);
    let all = store::terlihat(&ctx.hall, &sidang.instansi)?;
    let series: Vec<&Rakor> =
        all.iter().map(Arc::as_ref).filter(|r| r.seri() == sidang.rakor.seri()).collect();
    let alat = Alat::untuk(&ctx.hall, sidang.world.clone(), &series)?;
    let mut acara = acara(&sidang.rakor, &alat);
    acara.splice(0..0, pembuka(&alat, &all, &sidang));
    let page = AlurView {
        kepala: sidang.kepala(""),
        acara,
        dampak: angka_bergerak(&alat, &sidang.rakor),
        aksi: if leads { aksi(&sidang.rakor) } else { Vec::new() },
        tutup: (leads && sidang.rakor.tahap == Tahap::Disepakati).then(|| tutup(&sidang)),
        kabar: kabar(ctx, &[("ditutup", Tone::Ok, "Rakor ditutup.")]),
        alamat: format!("/rakor/{}/tahap", sidang.rakor.id),
        lanjutan: (leads && goes_on).then(next),
    };
    Ok(html(view::alur(&frame(ctx, &sidang.rakor.pokok.judul, &[("Beranda", "/"), TRAIL]), &page)))
}

/// What its convener may turn it into with one button.
fn aksi(r: &Rakor) -> Vec<(&'static str, &'static str)> {
    let all = [(Tahap::Berlangsung, "dibuka", "Buka rakor"), (Tahap::Ditutup, "ditutup", "Tutup rakor")];
    // What nothing follows from is looked at before it is closed.
    let sure = |tahap| tahap != Tahap::Ditutup || r.tanpa_lanjut().is_empty();
    all.into_iter().filter(|a| r.boleh_tahap(a.0).is_ok() && sure(a.0)).map(|a| (a.1, a.2)).collect()
}

/// What is open still when a rakor is to be closed.
fn tutup(sidang: &Sidang) -> TutupView {
    let r = &sidang.rakor;
    let open = r.rtl.iter().filter(|t| t.terbuka());
    TutupView {
        terbuka: open.map(|t| format!("{} ({})", t.isi.uraian, sidang.nama(&t.isi.instansi))).collect(),
        tanpa: r.tanpa_lanjut().into_iter().map(|(n, teks)| format!("R-{n} {teks}")).collect(),
    }
}

/// `POST /rakor/{id}/tahap`: it is opened, or its follow-up is closed.
fn tahap(ctx: &mut Ctx) -> Answer {
    // Whose rakor this is comes before what the form says.
    buka(ctx)?;
    let opens = ctx.field("tahap") == "dibuka";
    let (next, isi) = match ctx.field("tahap") {
        "dibuka" => (Tahap::Berlangsung, Isi::Dibuka),
        "ditutup" => (Tahap::Ditutup, Isi::Ditutup),
        _ => return Err(Problem::Refused("RAKOR-06", "Pilih tahap berikutnya.".into())),
    };
    catat(ctx, Siapa::Penyelenggara, |rakor, _| {
        rakor.boleh_tahap(next)?;
        let missing = rakor.tanpa_lanjut();
        if !opens && !missing.is_empty() && ctx.field("yakin") != "1" {
            let points: Vec<String> = missing.iter().map(|b| format!("R-{}", b.0)).collect();
            let sentence = format!(
                "Belum ada tindak lanjut atas butir {}. Buka halaman rakor, baca bagian Tutup rakor, lalu tegaskan di sana.",
                points.join(", ")
            );
            return Err(Tolak("RAKOR-36", sentence));
        }
        Ok(vec![(isi, None)])
    })?;
    // Who opens it goes on with the minutes.
    if opens {
        kembali(ctx, "notulen", "dibuka")
    } else {
        Ok(redirect(&format!("/rakor/{}?pesan=ditutup", ctx.param("id"))))
    }
}

fn acara(r: &Rakor, alat: &Alat<'_>) -> Vec<Acara> {
    let points = |agenda: &str| -> Vec<Untai> {
        let of = r.butir().filter(|p| p.agenda == agenda);
        of.map(|p| untai(r, alat, p)).collect()
    };
    // The follow-up of the rakor before is the first item, as in the minutes.
    let first = 1 + usize::from(!r.pokok.sebelumnya.is_empty());
    let mut all: Vec<Acara> = r
        .agenda
        .iter()
        .enumerate()
        .map(|(n, a)| Acara {
            pukul: a.pukul.clone(),
            nomor: format!("Agenda {}", n + first),
            judul: a.judul.clone(),
            catatan: String::new(),
            untai: points(&a.id),
        })
        .collect();
    let known = |p: &crate::rule::rakor::Rumusan| r.agenda.iter().any(|a| a.id == p.agenda);
    let loose: Vec<Untai> = r.butir().filter(|p| !known(p)).map(|p| untai(r, alat, p)).collect();
    if !loose.is_empty() {
        all.push(Acara { nomor: "Di luar agenda".into(), untai: loose, ..Acara::default() });
    }
    all
}

fn untai(r: &Rakor, alat: &Alat<'_>, p: &crate::rule::rakor::Rumusan) -> Untai {
    let parties = r.penentu();
    let agreed = parties.iter().filter(|i| p.sikap.get(**i).is_some_and(|s| s.0.sikap != "tidak")).count();
    Untai {
        nomor: r.nomor(&p.id).map_or(String::new(), |n| format!("R-{n}")),
        sepakat: format!("disepakati {agreed}/{}", parties.len()),
        teks: p.kini.teks.clone(),
        saran: r.rekomendasi.iter().filter(|s| s.isi.rumusan == p.id).map(saran).collect(),
        rtl: r
            .rtl
            .iter()
            .filter(|t| t.isi.rumusan == p.id)
            .map(|t| alat.kartu(&alat.satu(r, t), None))
            .collect(),
        informasi: p.informasi,
    }
}

fn saran(s: &crate::rule::rakor::Rekomendasi) -> Saran {
    let state = match s.lanjut.last() {
        Some((keadaan, _, hari, _)) => (format!("{keadaan} {}", tanggal(*hari).short()), Tone::Info),
        None => ("belum dikirim".into(), Tone::Netral),
    };
    Saran { teks: s.isi.permintaan.clone(), kepada: s.isi.kepada.clone(), keadaan: state }
}
