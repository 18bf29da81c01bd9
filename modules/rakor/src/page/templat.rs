//! `/rakor/templat`: what a region's kinds of rakor begin with. Those built in are copied, never changed.

use super::catat::{alasan, semua};
use super::sidang::kabar;
use super::umum::nama;
use super::utama::{TRAIL, frame};
use crate::store;
use crate::templat::daerah::{Daerah, IsiTemplat, periksa};
use crate::templat::{KELUARAN, TANGGA, Templat, bawaan};
use crate::view::templat::{
    BarisTemplat, TemplatDaftarView, TemplatView, daftar as daftar_view, satu as satu_view,
};
use host::peristiwa::Pelaku;
use host::teks::is_invisible;
use host::{Action, Answer, Ctx, Method, Problem, Route, World, html, http, redirect};
use web::{Frame, Tone};

const KELOLA: Option<Action> = Some(Action::KelolaRakor);

/// These pages.
pub const ROUTES: &[Route] = &[
    Route { method: Method::Get, path: "/rakor/templat", action: KELOLA, handler: daftar },
    Route { method: Method::Get, path: "/rakor/templat/{templat}", action: KELOLA, handler: satu },
    Route { method: Method::Post, path: "/rakor/templat/{templat}", action: KELOLA, handler: simpan },
    Route { method: Method::Post, path: "/rakor/templat/{templat}/tarik", action: KELOLA, handler: tarik },
];

const PESAN: &[(&str, Tone, &str)] = &[
    ("disimpan", Tone::Ok, "Templat tersimpan."),
    ("ditarik", Tone::Ok, "Templat tidak ditawarkan lagi; rakor yang memakainya tidak berubah."),
];

/// Templates of the visitor's region; of every one for those who serve all.
pub fn milik(ctx: &Ctx) -> Result<Vec<Daerah>, Problem> {
    let own = &ctx.visitor()?.instansi;
    let mut all = ctx.hall.with(store::templat)?;
    all.retain(|t| own.is_empty() || t.instansi == *own);
    Ok(all)
}

/// What a rakor of an instansi may begin with: those built in, and its own.
pub fn pilihan(ctx: &Ctx) -> Result<Vec<(Templat, String)>, Problem> {
    let built_in = bawaan().iter().map(|t| (t.clone(), String::new()));
    let own = milik(ctx)?.into_iter().filter(|t| t.tidak_dipakai.is_none());
    Ok(own.map(|t| (t.isi, t.instansi)).chain(built_in).collect())
}

/// `GET /rakor/templat`.
fn daftar(ctx: &mut Ctx) -> Answer {
    let world = ctx.present()?;
    let own = milik(ctx)?;
    let regional = own.iter().map(|t| baris(&t.isi, nama(&world, &t.instansi), t.tidak_dipakai.is_some()));
    let page = TemplatDaftarView {
        kabar: kabar(ctx, PESAN),
        rows: regional.chain(bawaan().iter().map(|t| baris(t, "", false))).collect(),
    };
    Ok(html(daftar_view(&frame(ctx, "Templat rakor", &[("Beranda", "/"), TRAIL]), &page)))
}

fn baris(t: &Templat, instansi: &str, ditarik: bool) -> BarisTemplat {
    let days: Vec<String> = t.tangga.iter().map(u16::to_string).collect();
    BarisTemplat {
        nama: t.nama.clone(),
        href: format!("/rakor/templat/{}", t.kunci),
        instansi: instansi.to_owned(),
        ditarik,
        acara: t.agenda.len(),
        tangga: format!("{} hari", days.join(", ")),
    }
}

/// The template of the address, and what is recorded of it when it is a region's.
fn dicari(ctx: &Ctx) -> Result<(Templat, Option<Daerah>), Problem> {
    let asked = ctx.param("templat");
    if let Some(built_in) = bawaan().iter().find(|t| t.kunci == asked) {
        return Ok((built_in.clone(), None));
    }
    let found = milik(ctx)?.into_iter().find(|t| t.isi.kunci == asked).ok_or(Problem::NotFound)?;
    Ok((found.isi.clone(), Some(found)))
}

/// `GET /rakor/templat/{templat}`.
fn satu(ctx: &mut Ctx) -> Answer {
    let (isi, daerah) = dicari(ctx)?;
    let days = isi.tangga.iter().map(u16::to_string).collect::<Vec<_>>();
    let page =
        halaman(ctx, &isi, &days, [isi.pengingat, isi.undangan].map(|n| n.to_string()), daerah.as_ref())?;
    Ok(html(satu_view(&bingkai(ctx, &isi.nama), &page)))
}

fn bingkai(ctx: &Ctx, title: &str) -> Frame {
    frame(ctx, title, &[("Beranda", "/"), TRAIL, ("Templat", "/rakor/templat")])
}

fn halaman(
    ctx: &Ctx,
    isi: &Templat,
    tangga: &[String],
    [pengingat, undangan]: [String; 2],
    daerah: Option<&Daerah>,
) -> Result<TemplatView, Problem> {
    let world = ctx.present()?;
    let several = ctx.visitor()?.instansi.is_empty() && daerah.is_none();
    let rungs = TANGGA[..TANGGA.len() - 1].iter().enumerate();
    Ok(TemplatView {
        alamat: format!("/rakor/templat/{}", ctx.param("templat")),
        bawaan: daerah.is_none(),
        ditarik: daerah.and_then(|d| d.tidak_dipakai.clone()),
        instansi: if several { milik_siapa(&world) } else { Vec::new() },
        isian: vec![
            ("nama", isi.nama.clone()),
            ("dasar", isi.dasar.clone()),
            ("penyelenggara", isi.penyelenggara.clone()),
            ("agenda", isi.agenda.join("\n")),
            ("pihak", isi.pihak.join("\n")),
            ("luar", isi.luar.join("\n")),
            ("pengingat", pengingat),
            ("undangan", undangan),
        ],
        keluaran: KELUARAN.iter().map(|k| (k.0, k.1, isi.keluaran.iter().any(|o| o == k.0))).collect(),
        tangga: rungs.map(|(n, label)| (*label, tangga.get(n).cloned().unwrap_or_default())).collect(),
        salah: Vec::new(),
    })
}

fn milik_siapa(world: &World) -> Vec<(String, String)> {
    world.tenants.iter().map(|t| (t.id.clone(), t.nama.clone())).collect()
}

/// Lines people typed, without empty ones and repetitions.
fn baris_baris(text: &str) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for line in text.lines() {
        let line = line.split_whitespace().collect::<Vec<_>>().join(" ");
        if !line.is_empty() && !lines.contains(&line) {
            lines.push(line);
        }
    }
    lines
}

/// Days people typed; what is no number is more than any bound allows.
fn hari(text: &str) -> u16 {
    text.trim().parse().unwrap_or(u16::MAX)
}

/// A template as typed, its rungs as they were typed, and what is wrong with it.
fn terisi(ctx: &Ctx) -> (Templat, Vec<String>, Vec<(String, String)>) {
    let line = |name: &str| ctx.field(name).split_whitespace().collect::<Vec<_>>().join(" ");
    let rungs: Vec<String> = semua(ctx, "tangga").iter().map(|t| t.trim().to_owned()).collect();
    // Rungs after the last one typed are none; an empty one between is a mistake.
    let last = rungs.iter().rposition(|t| !t.is_empty()).map_or(0, |at| at + 1);
    let isi = Templat {
        kunci: String::new(),
        nama: line("nama"),
        dasar: line("dasar"),
        penyelenggara: line("penyelenggara"),
        agenda: baris_baris(ctx.field("agenda")),
        pihak: baris_baris(ctx.field("pihak")),
        luar: baris_baris(ctx.field("luar")),
        keluaran: semua(ctx, "keluaran").into_iter().map(str::to_owned).collect(),
        tangga: rungs[..last].iter().map(|t| hari(t)).collect(),
        pengingat: hari(ctx.field("pengingat")),
        undangan: hari(ctx.field("undangan")),
    };
    let mut salah: Vec<(String, String)> = periksa(&isi).into_iter().map(|w| (w.0.to_owned(), w.1)).collect();
    for field in ["nama", "dasar", "penyelenggara", "agenda", "pihak", "luar"] {
        let odd = |c: char| is_invisible(c) || (c.is_control() && !matches!(c, '\n' | '\r' | '\t'));
        if ctx.field(field).contains(odd) {
            salah.push((field.to_owned(), "Ada karakter yang tidak terlihat. Ketik ulang isian ini.".into()));
        }
    }
    (isi, rungs, salah)
}

/// `POST /rakor/templat/{templat}`.
fn simpan(ctx: &mut Ctx) -> Answer {
    // Whose template this is comes before what the form says.
    let (_, daerah) = dicari(ctx)?;
    let (isi, rungs, mut salah) = terisi(ctx);
    let visitor = ctx.visitor()?;
    let instansi = match (&daerah, visitor.instansi.as_str()) {
        (Some(there), _) => there.instansi.clone(),
        (None, "") => ctx.field("instansi").to_owned(),
        (None, own) => own.to_owned(),
    };
    if !ctx.present()?.tenants.iter().any(|t| t.id == instansi) {
        salah.push(("instansi".into(), "Pilih instansi pemilik templat.".into()));
    }
    if !salah.is_empty() {
        let days = ["pengingat", "undangan"].map(|name| ctx.field(name).to_owned());
        let page = TemplatView { salah, ..halaman(ctx, &isi, &rungs, days, daerah.as_ref())? };
        let frame = Frame { refused: true, ..bingkai(ctx, "Templat rakor") };
        return Ok(http::refused(satu_view(&frame, &page)));
    }
    let id = daerah.map(|d| d.isi.kunci);
    let pelaku = Pelaku::of(visitor, &instansi);
    store::simpan_templat(&ctx.hall, &pelaku, id.as_deref(), &IsiTemplat::Disimpan(Box::new(isi)))?;
    Ok(redirect("/rakor/templat?pesan=disimpan"))
}

/// `POST /rakor/templat/{templat}/tarik`.
fn tarik(ctx: &mut Ctx) -> Answer {
    // Whose template this is comes before what the form says.
    let Some(daerah) = dicari(ctx)?.1 else {
        let sentence = "Templat bawaan tidak dapat ditarik. Salin lalu ubah bila perlu yang lain.";
        return Err(Problem::Refused("RAKOR-30", sentence.into()));
    };
    let isi = IsiTemplat::TidakDipakai { alasan: alasan(ctx)? };
    let pelaku = Pelaku::of(ctx.visitor()?, &daerah.instansi);
    store::simpan_templat(&ctx.hall, &pelaku, Some(&daerah.isi.kunci), &isi)?;
    Ok(redirect("/rakor/templat?pesan=ditarik"))
}
