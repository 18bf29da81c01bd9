//! `/penempatan/saya`: the rounds somebody is considered in, told to that person alone. Nothing of anybody else is
//! on these pages: before the SK no name and no place in an order, after the pelantikan who was appointed and by how
//! much, never another's points.

use super::catat::{atau_ulang, boleh, catat, semua};
use super::kata::poin;
use super::kursi::{kriteria, susun};
use super::macam;
use super::umum::{frame, kepala, nama_instansi};
use crate::berkas;
use crate::isi::{Isi, Minat};
use crate::kumpul::alasan_sendiri;
use crate::naskah::Jenis;
use crate::rule::beku::Pengecualian;
use crate::rule::{Beku, Rencana, Tahap, Tindak, Tolak};
use crate::store;
use crate::tetapkan::{Akhir, akhir};
use crate::view::orang::Tentang;
use crate::view::saya::{
    BarisSaya, PosMinat, SatuView, SayaView, SuratSaya, satu as view_satu, saya as view_saya,
};
use crate::view::ulang::Ulang;
use host::terbitan::tulis_kode;
use host::{Action, Answer, Ctx, Method, Problem, Route, World, html, http, tanggal};
use kernel::PegawaiId;
use std::sync::Arc;
use web::Frame;

/// These pages.
pub const ROUTES: &[Route] = &[
    Route {
        method: Method::Get,
        path: "/penempatan/saya",
        action: Some(Action::PenempatanSaya),
        handler: daftar,
    },
    Route {
        method: Method::Get,
        path: "/penempatan/saya/{id}",
        action: Some(Action::PenempatanSaya),
        handler: lihat,
    },
    Route {
        method: Method::Post,
        path: "/penempatan/saya/{id}/minat",
        action: Some(Action::PenempatanSaya),
        handler: minat,
    },
    Route {
        method: Method::Get,
        path: "/penempatan/saya/{id}/surat/{surat}",
        action: Some(Action::PenempatanSaya),
        handler: surat,
    },
];

/// Posts somebody may ask for.
const MINAT_MOST: usize = 5;

/// The person of the account, and the instansi the register has them in.
fn saya(ctx: &Ctx, world: &World) -> Result<(PegawaiId, String), Problem> {
    let own = ctx.visitor()?.pegawai.ok_or(Problem::NotFound)?;
    let at = world.register.find(own).ok_or(Problem::NotFound)?;
    Ok((own, world.instansi_of(at).to_owned()))
}

/// What a round holds of a person once it is locked.
fn beku(ctx: &Ctx, r: &Rencana) -> Result<Option<Arc<Beku>>, Problem> {
    r.kunci.as_ref().map(|k| berkas::baca::<Beku>(&ctx.hall, &k.sidik)).transpose()
}

/// Rounds of the own instansi that concern the person: announced ones, and locked ones that hold something of them.
fn tentang_saya(ctx: &Ctx, own: PegawaiId, instansi: &str) -> Result<Vec<Arc<Rencana>>, Problem> {
    let mut all = Vec::new();
    for r in store::semua(&ctx.hall)? {
        if r.instansi != instansi || !r.diumumkan() || r.tahap == Tahap::Dibatalkan {
            continue;
        }
        let concerns = match beku(ctx, &r)? {
            Some(b) => b.calon_dari(own).is_some() || b.dikecualikan.iter().any(|d| d.pegawai == own),
            None => true,
        };
        if concerns {
            all.push(r);
        }
    }
    all.sort_by_key(|r| std::cmp::Reverse(r.dibuka.pada));
    Ok(all)
}

/// `GET /penempatan/saya`.
fn daftar(ctx: &mut Ctx) -> Answer {
    let world = ctx.present()?;
    if ctx.visitor()?.pegawai.is_none() {
        let page = SayaView { tanpa_pegawai: true, rows: Vec::new() };
        return Ok(html(view_saya(&frame(ctx, "Penempatan saya", &[("Beranda", "/")]), &page)));
    }
    let (own, instansi) = saya(ctx, &world)?;
    let row = |r: &Arc<Rencana>| BarisSaya {
        judul: r.pokok.judul.clone(),
        href: format!("/penempatan/saya/{}", r.id),
        macam: macam::nama(ctx, &r.pokok.macam),
        berlaku: tanggal(r.pokok.berlaku),
        tahap: r.tahap.label().to_owned(),
        minat: r.minat.iter().find(|m| m.pegawai == own.to_string()).map_or(0, |m| m.pos.len()),
        terbuka: r.boleh(Tindak::Minat).is_ok(),
    };
    let page =
        SayaView { tanpa_pegawai: false, rows: tentang_saya(ctx, own, &instansi)?.iter().map(row).collect() };
    Ok(html(view_saya(&frame(ctx, "Penempatan saya", &[("Beranda", "/")]), &page)))
}

/// The round of the address, if it concerns the person.
fn buka(ctx: &Ctx, world: &World) -> Result<(PegawaiId, Arc<Rencana>), Problem> {
    let (own, instansi) = saya(ctx, world)?;
    let id = ctx.param("id");
    let found = tentang_saya(ctx, own, &instansi)?.into_iter().find(|r| r.id == id);
    Ok((own, found.ok_or(Problem::NotFound)?))
}

/// `GET /penempatan/saya/{id}`.
fn lihat(ctx: &mut Ctx) -> Answer {
    let world = ctx.present()?;
    let (own, r) = buka(ctx, &world)?;
    let page = susun_satu(ctx, &world, &r, own, Ulang::default())?;
    Ok(html(view_satu(&bingkai(ctx, &r), &page)))
}

fn bingkai(ctx: &Ctx, r: &Rencana) -> Frame {
    frame(ctx, &r.pokok.judul, &[("Beranda", "/"), ("Penempatan saya", "/penempatan/saya")])
}

/// What is frozen, with the closed reasons of the person in words. They are not in the frozen file, which panels and auditors
/// read: they are worked out again from the register, for the person alone.
fn dengan_alasan(
    ctx: &Ctx,
    world: &Arc<World>,
    r: &Rencana,
    frozen: Arc<Beku>,
    own: PegawaiId,
) -> Result<Arc<Beku>, Problem> {
    let closed = |d: &Pengecualian| d.pegawai == own && d.tertutup();
    if !frozen.dikecualikan.iter().any(closed) {
        return Ok(frozen);
    }
    let told = match alasan_sendiri(&ctx.hall, world, r, own) {
        Ok(told) => told,
        // What cannot be gathered any more is told as it was frozen.
        Err(Problem::Refused(..)) => return Ok(frozen),
        Err(failed) => return Err(failed),
    };
    let mut mine = Beku::clone(&frozen);
    for d in mine.dikecualikan.iter_mut().filter(|d| closed(d)) {
        d.bunyi = match told.iter().find(|t| t.kelompok == d.kelompok) {
            Some(now) => format!("{} (hanya Anda yang diberi tahu)", now.bunyi),
            None => "menurut data pada hari data dikunci; sekarang datanya tidak lagi menghalangi".into(),
        };
    }
    Ok(Arc::new(mine))
}

fn susun_satu(
    ctx: &Ctx,
    world: &Arc<World>,
    r: &Rencana,
    own: PegawaiId,
    ulang: Ulang,
) -> Result<SatuView, Problem> {
    let frozen = beku(ctx, r)?.map(|b| dengan_alasan(ctx, world, r, b, own)).transpose()?;
    let planned = if r.perhitungan.is_some() { Some(akhir(&ctx.hall, r)?) } else { None };
    let tentang = match &frozen {
        Some(b) => susun(ctx, world, r, b, planned.as_ref(), own, true),
        None => Tentang::default(),
    };
    let mut head = kepala(ctx, world, r, "");
    // The tabs are the panel's pages.
    head.tab = Vec::new();
    let weights = match &frozen {
        Some(b) => kriteria(ctx, b),
        None => r
            .kriteria
            .bobot
            .iter()
            .map(|b| format!("{} ({})", macam::kriteria_nama(ctx, &b.kriteria), b.bobot))
            .collect(),
    };
    let stated = r.minat.iter().find(|m| m.pegawai == own.to_string());
    Ok(SatuView {
        kepala: head,
        alamat: format!("/penempatan/saya/{}", r.id),
        pengumuman: r.surat(Tahap::Diumumkan).map_or(String::new(), super::umum::sebut),
        instansi: nama_instansi(world, &r.instansi).to_owned(),
        kriteria: weights,
        duk: r.kriteria.duk,
        jadwal: super::kata::sampai(&r.pokok.jadwal),
        boleh_minat: boleh(ctx, r, Tindak::Minat),
        pos: pos(world, r, stated),
        pengangkatan: planned
            .as_ref()
            .filter(|_| r.nama_terbuka())
            .map_or(Vec::new(), |a| pengangkatan(world, a, own)),
        terkunci: frozen.is_some(),
        surat: surat_saya(r, own),
        tentang,
        ulang,
    })
}

/// Issued letters about the person that hold.
fn surat_saya(r: &Rencana, own: PegawaiId) -> Vec<SuratSaya> {
    let of = |j: Jenis| {
        let (letter, recorded) = (r.surat_terbit(j.kata(), &own.to_string())?, j.tercatat(r)?);
        Some(SuratSaya {
            label: j.label().to_owned(),
            nomor: recorded.nomor.clone(),
            tanggal: tanggal(recorded.tanggal),
            kode: letter.kode.clone(),
            tampil: tulis_kode(&letter.kode),
        })
    };
    Jenis::semua(true).filter(|j| j.per_orang()).filter_map(of).collect()
}

/// `GET /penempatan/saya/{id}/surat/{surat}`: the own SK or SPMT; a letter about another looks like none.
fn surat(ctx: &mut Ctx) -> Answer {
    let world = ctx.present()?;
    let (own, r) = buka(ctx, &world)?;
    let kode = ctx.param("surat").to_owned();
    super::sk::terbit::sendiri(ctx, &r, own, &kode)
}

/// Posts of the round that can be asked for.
fn pos(world: &World, r: &Rencana, stated: Option<&Minat>) -> Vec<PosMinat> {
    let Some(organisation) = world.organisation(&r.instansi) else { return Vec::new() };
    let row = |p: &crate::isi::PosRencana| {
        let post = organisation.post_at.get(&p.pos).map(|at| &organisation.posts[*at]);
        let unit = post.and_then(|p| organisation.units.get(&p.unor)).map_or("", |u| u.nama.as_str());
        PosMinat {
            pos: p.pos.clone(),
            nama: post.map_or(p.pos.clone(), |p| super::kata::sebut(&p.jabatan, unit)),
            urutan: stated.and_then(|m| m.pos.iter().position(|x| *x == p.pos)).map(|n| n + 1),
        }
    };
    r.pos.iter().map(row).collect()
}

/// After the pelantikan: who was appointed to the posts one could have had, and by how many points; nobody's components.
fn pengangkatan(world: &World, a: &Akhir, own: PegawaiId) -> Vec<(String, String, String)> {
    let Some(me) = a.beku.calon_dari(own) else { return Vec::new() };
    let mine = a.beku.pasangan.iter().filter(|p| p.calon == me);
    let row = |p: &crate::rule::beku::Pasangan| {
        let who = a.duduk.get(p.kursi as usize).copied().flatten()?;
        let margin = a.beku.cari(who, p.kursi).map_or(0, |q| i64::from(q.skor) - i64::from(p.skor));
        let said = match margin {
            _ if who == me => "Anda".to_owned(),
            n if n > 0 => format!("{} poin di atas Anda", poin(n)),
            0 => "nilai sama dengan Anda".to_owned(),
            n => format!("{} poin di bawah Anda; sebabnya dapat ditanyakan di atas", poin(-n)),
        };
        Some((super::kata::sebut_kursi(&a.beku, p.kursi), super::kata::calon(world, &a.beku, who).0, said))
    };
    mine.filter_map(row).collect()
}

/// `POST /penempatan/saya/{id}/minat`: posts in order of preference; none withdraws.
fn minat(ctx: &mut Ctx) -> Answer {
    let world = ctx.present()?;
    let (own, r) = buka(ctx, &world)?;
    let mut asked: Vec<String> = Vec::new();
    for one in semua(ctx, "pos").into_iter().filter(|p| !p.is_empty()) {
        if !asked.iter().any(|p| p == one) {
            asked.push(one.to_owned());
        }
    }
    let done = catat(ctx, &r, Tindak::Minat, |now| {
        if asked.len() > MINAT_MOST {
            return Err(Tolak("PNP-23", format!("Pilih paling banyak {MINAT_MOST} pos.")));
        }
        if let Some(other) = asked.iter().find(|p| !now.pos.iter().any(|x| x.pos == **p)) {
            return Err(Tolak("PNP-23", format!("Pos {other} tidak ada dalam rencana ini.")));
        }
        Ok(vec![Isi::Minat(Minat { pegawai: own.to_string(), pos: asked.clone() })])
    });
    match atau_ulang(ctx, "pos", done)? {
        Ok(()) => {
            let id = ctx.param("id").to_owned();
            Ok(host::redirect(&format!("/penempatan/saya/{id}?pesan=minat")))
        }
        Err(ulang) => {
            let page = susun_satu(ctx, &world, &r, own, ulang)?;
            Ok(http::refused(view_satu(&Frame { refused: true, ..bingkai(ctx, &r) }, &page)))
        }
    }
}
