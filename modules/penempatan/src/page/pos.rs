//! `/penempatan/{id}/pos`: which posts the round fills.

use super::catat::{atau_ulang, boleh, catat, kembali, sama_versi, semua, versi};
use super::kata::{sebut, tanpa_ganda};
use super::umum::{frame_rencana, kepala, panel};
use crate::isi::{Isi, PosRencana};
use crate::profil;
use crate::rule::lowong::{PosKini, Usulan, sebab_label, usulan};
use crate::rule::{Rencana, Tindak, Tolak};
use crate::view::pos::{BarisPos, PosView, pos as view};
use crate::view::ulang::Ulang;
use host::indikator::kursi::{self, Kursi};
use host::potong::potong;
use host::{Action, Answer, Ctx, Method, Problem, Route, World, html, http};
use kernel::search::fold_text;
use std::collections::HashMap;
use web::Frame;
use web::component::paging::Paging;
use web::component::saring::{Pilihan, Saring};

/// These pages.
pub const ROUTES: &[Route] = &[
    Route {
        method: Method::Get,
        path: "/penempatan/{id}/pos",
        action: Some(Action::Penempatan),
        handler: lihat,
    },
    Route {
        method: Method::Post,
        path: "/penempatan/{id}/pos",
        action: Some(Action::KelolaPenempatan),
        handler: simpan,
    },
    Route {
        method: Method::Post,
        path: "/penempatan/{id}/pos/tambah",
        action: Some(Action::KelolaPenempatan),
        handler: tambah,
    },
];

/// Rows of a page.
const ROWS: usize = 100;
/// Posts of one round: a province's own, all of them.
const POS_MOST: usize = 10_000;
/// Places of one post.
const TEMPAT_MOST: i64 = 1_000;

/// A post of the register, and what the round may do with it.
struct Ditawarkan {
    jabatan: String,
    unit: String,
    jenjang: kernel::tables::Jenjang,
    pemegang: Vec<String>,
    usulan: Option<Usulan>,
}

/// Every post of the owner that a peta jabatan names, by id, in the order of the tree.
fn semua_pos(ctx: &Ctx, world: &World, r: &Rencana) -> Vec<(String, Ditawarkan)> {
    let Some(organisation) = world.organisation(&r.instansi) else { return Vec::new() };
    let register = &world.register;
    let law = ctx.hall.hukum();
    let macam = law.pack.penempatan.macam(&r.pokok.macam);
    let goes = |i: u32| {
        register.limit[i as usize].is_some_and(|(day, contract)| !contract && day <= r.pokok.berlaku)
    };
    let offer = |k: &Kursi| {
        let post = &organisation.posts[k.at];
        let now = PosKini {
            pos: post.id.clone(),
            kebutuhan: k.kebutuhan,
            isi: k.isi(),
            pensiun: k.pemegang.iter().filter(|i| goes(**i)).count() as i64,
            dilayani: !k.pelaksana.is_empty(),
        };
        let unit = organisation.units.get(&post.unor).map_or(post.unor.as_str(), |u| u.nama.as_str());
        let row = Ditawarkan {
            jabatan: post.jabatan.clone(),
            unit: unit.to_owned(),
            jenjang: k.jenjang,
            pemegang: k.pemegang.iter().take(3).map(|i| register.nama(*i as usize).to_owned()).collect(),
            usulan: usulan(&now, r.pokok.rotasi)
                .filter(|_| macam.is_some_and(|m| m.meliputi(k.jenjang.word()))),
        };
        (post.id.clone(), row)
    };
    let place = world.tenants.iter().position(|t| t.id == r.instansi);
    let all = kursi::semua(world, &ctx.hall.tables);
    all.iter().filter(|k| Some(k.instansi) == place).map(offer).collect()
}

/// `GET /penempatan/{id}/pos`.
fn lihat(ctx: &mut Ctx) -> Answer {
    let (world, r) = panel(ctx)?;
    let page = susun(ctx, &world, &r, Ulang::default())?;
    Ok(html(view(&frame_rencana(ctx, &r, "Pos"), &page)))
}

fn lagi(ctx: &Ctx, world: &World, r: &Rencana, ulang: Ulang) -> Answer {
    let page = susun(ctx, world, r, ulang)?;
    Ok(http::refused(view(&Frame { refused: true, ..frame_rencana(ctx, r, "Pos") }, &page)))
}

fn susun(ctx: &Ctx, world: &World, r: &Rencana, ulang: Ulang) -> Result<PosView, Problem> {
    let base = format!("/penempatan/{}/pos", r.id);
    let all = semua_pos(ctx, world, r);
    let known: HashMap<&str, &Ditawarkan> = all.iter().map(|(id, d)| (id.as_str(), d)).collect();
    let chosen: HashMap<&str, &PosRencana> = r.pos.iter().map(|p| (p.pos.as_str(), p)).collect();
    let shows_chosen = ctx.query("tampil") != "usulan";
    let words = fold_text(ctx.query("cari").trim());
    let fits = |d: &Ditawarkan, sebab: &str| {
        let asked = |name: &str, value: &str| ctx.query(name).is_empty() || ctx.query(name) == value;
        let text = || fold_text(&format!("{} {}", d.jabatan, d.unit));
        (words.is_empty() || text().contains(&words))
            && asked("jenjang", d.jenjang.word())
            && asked("sebab", sebab)
    };
    let row = |id: &str, d: Option<&&Ditawarkan>, tempat: i64, sebab: &str, kritis: bool| BarisPos {
        pos: id.to_owned(),
        jabatan: d.map_or("pos yang tidak ada lagi di register".into(), |d| d.jabatan.clone()),
        unit: d.map_or(String::new(), |d| tanpa_ganda(&d.jabatan, &d.unit).to_owned()),
        jenjang: d.map_or(String::new(), |d| d.jenjang.label().to_owned()),
        sebab: sebab_label(sebab).to_owned(),
        pemegang: d.map_or(Vec::new(), |d| d.pemegang.clone()),
        tempat,
        kritis,
    };
    let rows: Vec<BarisPos> = if shows_chosen {
        let of = r.pos.iter().filter(|p| known.get(p.pos.as_str()).is_none_or(|d| fits(d, &p.sebab)));
        of.map(|p| row(&p.pos, known.get(p.pos.as_str()), p.tempat, &p.sebab, p.kritis)).collect()
    } else {
        let free = all.iter().filter(|(id, _)| !chosen.contains_key(id.as_str()));
        let offered = free.filter_map(|(_, d)| d.usulan.as_ref().map(|u| (d, u)));
        let of = offered.filter(|(d, u)| fits(d, u.sebab));
        of.map(|(d, u)| row(&u.pos, Some(&d), u.tempat, u.sebab, d.jenjang.is_jpt())).collect()
    };
    let behind = rows.iter().position(|b| b.pos == ctx.query("sesudah"));
    let cut = potong(rows.len(), ROWS, behind);
    let kept: Vec<(&str, &str)> =
        ["tampil", "cari", "jenjang", "sebab"].iter().map(|n| (*n, ctx.query(n))).collect();
    let to = |after: &str| web::url::link(&base, &[&kept[..], &[("sesudah", after)]].concat());
    let paging = Paging {
        first: if rows.is_empty() { 0 } else { cut.rows.start as u64 + 1 },
        last: cut.rows.end as u64,
        total: Some(rows.len() as u64),
        previous_href: cut.previous.map(|p| to(p.map_or("", |p| rows[p].pos.as_str()))),
        next_href: cut.next.map(|p| to(&rows[p].pos)),
        sizes: Vec::new(),
    };
    let offered = all.iter().filter(|(id, d)| d.usulan.is_some() && !chosen.contains_key(id.as_str()));
    let held = offered.clone().filter(|(_, d)| d.usulan.as_ref().is_some_and(|u| u.sebab == "rotasi"));
    Ok(PosView {
        kepala: kepala(ctx, world, r, "/pos"),
        alamat: base.clone(),
        dipilih: shows_chosen,
        saring: saring(ctx, &base, &all, rows.len()),
        jumlah: (
            r.pos.len(),
            r.pos.iter().map(|p| p.tempat).sum(),
            r.pos.iter().filter(|p| p.kritis).count(),
        ),
        usulan: offered.clone().count(),
        terisi: held.count(),
        ubah: boleh(ctx, r, Tindak::Pos),
        versi: versi(&r.pos),
        tanpa_profil: tanpa_profil(ctx, r, &known)?,
        rows: rows[cut.rows].to_vec(),
        paging,
        ulang,
    })
}

/// Posts of the round without a requirement profile, by name.
fn tanpa_profil(ctx: &Ctx, r: &Rencana, known: &HashMap<&str, &Ditawarkan>) -> Result<Vec<String>, Problem> {
    let profil = profil::baca(&ctx.hall, &r.instansi)?;
    let without = r.pos.iter().filter(|p| !profil.contains_key(&p.pos));
    Ok(without
        .map(|p| known.get(p.pos.as_str()).map_or(p.pos.clone(), |d| sebut(&d.jabatan, &d.unit)))
        .collect())
}

fn saring(ctx: &Ctx, base: &str, all: &[(String, Ditawarkan)], count: usize) -> Saring {
    let mut levels: Vec<kernel::tables::Jenjang> = all.iter().map(|(_, d)| d.jenjang).collect();
    levels.sort_unstable();
    levels.dedup();
    let choices = [
        Pilihan {
            name: "jenjang".into(),
            label: "Jenjang".into(),
            value: ctx.query("jenjang").to_owned(),
            options: levels.iter().map(|j| (j.word().to_owned(), j.label().to_owned())).collect(),
        },
        Pilihan {
            name: "sebab".into(),
            label: "Sebab".into(),
            value: ctx.query("sebab").to_owned(),
            options: ["lowong", "plt_berakhir", "pensiun", "rotasi"]
                .map(|s| (s.to_owned(), sebab_label(s).to_owned()))
                .to_vec(),
        },
    ];
    let keep = match ctx.query("tampil") {
        "" => Vec::new(),
        tampil => vec![("tampil".to_owned(), tampil.to_owned())],
    };
    let bar = Saring::of(base, ("cari", "Cari jabatan atau unit"), ctx.query("cari"), keep, &choices);
    Saring { count: Some(count as u64), noun: "pos".into(), ..bar }
}

/// `POST /penempatan/{id}/pos`: places and critical marks of the posts shown; a box takes one out.
fn simpan(ctx: &mut Ctx) -> Answer {
    let (world, r) = panel(ctx)?;
    let shown: Vec<String> = semua(ctx, "pos").into_iter().map(str::to_owned).collect();
    let out: Vec<String> = semua(ctx, "keluar").into_iter().map(str::to_owned).collect();
    let critical: Vec<String> = semua(ctx, "kritis").into_iter().map(str::to_owned).collect();
    let done = catat(ctx, &r, Tindak::Pos, |now| {
        sama_versi(ctx, &now.pos)?;
        let mut pos = now.pos.clone();
        pos.retain(|p| !out.contains(&p.pos));
        for p in pos.iter_mut().filter(|p| shown.contains(&p.pos)) {
            let typed = ctx.field(&format!("tempat-{}", p.pos)).trim();
            p.tempat = typed.parse().ok().filter(|n| (1..=TEMPAT_MOST).contains(n)).ok_or_else(|| {
                let sentence = format!("Tempat setiap pos ditulis sebagai angka 1 sampai {TEMPAT_MOST}. Anda mengisi \"{typed}\".");
                Tolak("PNP-21", sentence)
            })?;
            p.kritis = critical.contains(&p.pos);
        }
        Ok(vec![Isi::Pos { pos }])
    });
    match atau_ulang(ctx, "tempat", done)? {
        Ok(()) => kembali(ctx, "/pos", "pos"),
        Err(ulang) => lagi(ctx, &world, &r, ulang),
    }
}

/// `POST /penempatan/{id}/pos/tambah`: posts that were offered, one by one or all of a reason.
fn tambah(ctx: &mut Ctx) -> Answer {
    let (world, r) = panel(ctx)?;
    let asked: Vec<String> = semua(ctx, "pilih").into_iter().map(str::to_owned).collect();
    let whole = ctx.field("semua").to_owned();
    let offered = semua_pos(ctx, &world, &r);
    let done = catat(ctx, &r, Tindak::Pos, |now| {
        let mut pos = now.pos.clone();
        for (id, d) in &offered {
            let Some(u) = d.usulan.as_ref().filter(|_| !pos.iter().any(|p| p.pos == *id)) else { continue };
            let empty = u.sebab != "rotasi";
            if asked.contains(id) || (whole == "kosong" && empty) || (whole == "terisi" && !empty) {
                pos.push(PosRencana {
                    pos: id.clone(),
                    tempat: u.tempat,
                    kritis: d.jenjang.is_jpt(),
                    sebab: u.sebab.to_owned(),
                });
            }
        }
        if pos.len() == now.pos.len() {
            return Err(Tolak("PNP-20", "Belum ada pos yang dipilih. Centang pos, lalu tambahkan.".into()));
        }
        if pos.len() > POS_MOST {
            return Err(Tolak(
                "PNP-20",
                format!("Pos satu rencana paling banyak {POS_MOST}. Pisahkan menjadi beberapa rencana."),
            ));
        }
        Ok(vec![Isi::Pos { pos }])
    });
    match atau_ulang(ctx, "pilih", done)? {
        Ok(()) => kembali(ctx, "/pos", "pos"),
        Err(ulang) => lagi(ctx, &world, &r, ulang),
    }
}
