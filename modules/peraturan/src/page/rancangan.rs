//! Drafts: what comes in, and both packs beside each other.

use super::{HOME, LIBRARY};
use crate::rule::banding::{self, JENIS};
use crate::rule::halaman::halaman;
use crate::rule::ubah_kasus::ubah_kasus;
use crate::view::{self, APA, BandingView, BarisDraf, RANCANGAN, RancanganView};
use axum::http::StatusCode;
use host::rancangan::{Ditolak, KEPT, Kepala};
use host::{Answer, Ctx, Hukum, Problem, html, redirect, tanggal};
use kernel::Date;
use law::Pack;
use std::sync::Arc;

/// Differences of one page.
const ROWS: usize = 20;
/// Letters of a sentence of the loader that are shown.
const SENTENCE: usize = 400;
/// Before the day of a pack that waits, in an address.
const WAITING: &str = "aktif-";

/// What an address names: a draft or a pack that waits, read.
pub struct Uji {
    /// Its address.
    pub alamat: String,
    /// What pages call it.
    pub nama: String,
    /// The law with it.
    pub hukum: Arc<Hukum>,
}

/// Whose drafts the visitor sees: those of the own instansi, or of the owner of the node.
fn owner(ctx: &Ctx) -> Result<String, Problem> {
    let world = ctx.present()?;
    Ok(ctx.visitor()?.home(&world.tenants).map_or(String::new(), |t| t.id.clone()))
}

fn address(id: &str) -> String {
    format!("{RANCANGAN}/{}", web::url::encode(id))
}

fn trail() -> [(&'static str, &'static str); 3] {
    [HOME, LIBRARY, ("Rancangan", RANCANGAN)]
}

/// `GET /peraturan/rancangan`.
pub fn list(ctx: &mut Ctx) -> Answer {
    let page = shelf(ctx, None)?;
    Ok(html(view::rancangan(&ctx.frame("Rancangan", &[HOME, LIBRARY]), &page)))
}

fn shelf(ctx: &Ctx, ditolak: Option<(String, Vec<String>)>) -> Result<RancanganView, Problem> {
    let draf = ctx.hall.list_rancangan(&owner(ctx)?)?;
    let row =
        |k: Kepala| BarisDraf { href: address(&k.id), nama: k.nama, oleh: k.oleh, pada: k.pada.date_wib() };
    let waiting = ctx.hall.jadwal.akan_datang(ctx.hall.today());
    Ok(RancanganView {
        draf: draf.into_iter().map(row).collect(),
        menunggu: waiting.map(|(day, _)| (day, address(&format!("{WAITING}{day}")))).collect(),
        paling: KEPT,
        batas: format!("{} MiB", law::rancangan::BYTES >> 20),
        ditolak,
    })
}

/// `POST /peraturan/rancangan`: read whole before anything is kept.
pub fn receive(ctx: &mut Ctx) -> Answer {
    let text = match brought(ctx)? {
        Ok(text) => text,
        Err(sentence) => return refused(ctx, sentence, Vec::new()),
    };
    let name = ctx.upload.as_ref().map_or("", |u| u.name.as_str());
    let kepala = Kepala::new(&owner(ctx)?, name, &ctx.visitor()?.lengkap, ctx.hall.now(), &text);
    match ctx.hall.read_rancangan(&kepala, &text) {
        Ok(_) => {}
        Err(Ditolak::Sibuk) => return Err(Problem::Busy),
        Err(Ditolak::Isi(wrong)) => {
            let sentence = format!("{} ditolak seluruhnya: {} kesalahan.", kepala.nama, wrong.len());
            return refused(ctx, sentence, wrong);
        }
    }
    ctx.hall.keep_rancangan(&kepala, &text)?;
    Ok(redirect(&address(&kepala.id)))
}

/// The text that was sent, or why it cannot be read.
fn brought(ctx: &Ctx) -> Result<Result<String, String>, Problem> {
    let Some(upload) = ctx.upload.as_ref().filter(|u| u.size > 0) else {
        return Ok(Err("Pilih berkas rancangan.".to_owned()));
    };
    if upload.size > law::rancangan::BYTES as u64 {
        return Ok(Err(format!("Berkas lebih besar dari {} MiB.", law::rancangan::BYTES >> 20)));
    }
    let bytes = std::fs::read(&upload.path).map_err(store::Error::from)?;
    Ok(String::from_utf8(bytes).map_err(|_| "Berkas ini bukan teks UTF-8.".to_owned()))
}

fn refused(ctx: &Ctx, sentence: String, wrong: Vec<String>) -> Answer {
    let wrong = wrong.into_iter().map(|line| line.chars().take(SENTENCE).collect()).collect();
    let page = shelf(ctx, Some((sentence, wrong)))?;
    let mut response = html(view::rancangan(&ctx.frame("Rancangan", &[HOME, LIBRARY]), &page));
    *response.status_mut() = StatusCode::UNPROCESSABLE_ENTITY;
    Ok(response)
}

/// `POST /peraturan/rancangan/{id}/hapus`.
pub fn discard(ctx: &mut Ctx) -> Answer {
    let (kepala, _) = own(ctx)?;
    ctx.hall.drop_rancangan(&kepala.id)?;
    Ok(redirect(RANCANGAN))
}

/// The draft of the address; one of another instansi looks like none.
fn own(ctx: &Ctx) -> Result<(Kepala, String), Problem> {
    let owner = owner(ctx)?;
    let found = ctx.hall.find_rancangan(ctx.param("id"))?;
    found.filter(|(kepala, _)| kepala.instansi == owner).ok_or(Problem::NotFound)
}

/// What the address names, read over the law of today. A draft that law no longer takes is told so.
pub fn uji(ctx: &Ctx) -> Result<Uji, Problem> {
    let id = ctx.param("id");
    if let Some(day) = id.strip_prefix(WAITING).and_then(Date::parse) {
        let mut waiting = ctx.hall.jadwal.akan_datang(ctx.hall.today());
        let (_, hukum) = waiting.find(|(since, _)| *since == day).ok_or(Problem::NotFound)?;
        let nama = format!("Paket yang diikuti sejak {}", tanggal(day).short());
        return Ok(Uji { alamat: address(id), nama, hukum: hukum.clone() });
    }
    let (kepala, text) = own(ctx)?;
    let hukum = match ctx.hall.read_rancangan(&kepala, &text) {
        Ok(hukum) => hukum,
        Err(Ditolak::Sibuk) => return Err(Problem::Busy),
        Err(Ditolak::Isi(wrong)) => {
            let first: String = wrong.first().map_or("", |w| w.as_str()).chars().take(SENTENCE).collect();
            let sentence = format!(
                "Rancangan ini tidak lagi cocok dengan peraturan sekarang. {first} Perbaiki, lalu unggah lagi."
            );
            return Err(Problem::Refused("RANC-01", sentence));
        }
    };
    Ok(Uji { alamat: address(&kepala.id), nama: kepala.nama, hukum })
}

fn named(pack: &Pack) -> String {
    let hash = ::store::derive::hex(&pack.hash);
    format!("{} {}, sidik {}", pack.header.nama, pack.header.versi, &hash[..8])
}

/// `GET /peraturan/rancangan/{id}`.
pub fn compare(ctx: &mut Ctx) -> Answer {
    let uji = uji(ctx)?;
    let today = ctx.hall.today();
    let hukum = ctx.hall.hukum();
    let jenis = JENIS.iter().find(|j| j.0 == ctx.query("jenis")).map_or("", |j| j.0);
    let apa = APA.iter().find(|a| a.1 == ctx.query("apa"));
    let wanted =
        |b: &law::banding::Beda| (jenis.is_empty() || b.jenis == jenis) && apa.is_none_or(|a| a.0 == b.apa);
    let asked = ctx.query("kasus") == "ya";
    let work = || {
        let found = banding::banding(&hukum.pack, &uji.hukum.pack, today, wanted);
        let kasus = asked.then(|| ubah_kasus(&hukum.pack, &uji.hukum.pack, &ctx.hall.jadwal.files(today)));
        (found, kasus)
    };
    let (found, kasus) = ctx.hall.on_rancangan(work).ok_or(Problem::Busy)?;
    let keyed: Vec<_> = found.list.into_iter().map(|p| (banding::kunci(&p.beda), p)).collect();
    let (rows, place) = halaman(keyed, |row| row.0.as_str(), ctx.query("sesudah"), ROWS);
    let page = BandingView {
        sekarang: named(&hukum.pack),
        rancangan: named(&uji.hukum.pack),
        alamat: uji.alamat,
        nama: uji.nama,
        hitung: found.hitung,
        jenis: jenis.to_owned(),
        apa: apa.map_or("", |a| a.1).to_owned(),
        list: rows.into_iter().map(|row| row.1).collect(),
        halaman: place,
        kasus,
    };
    Ok(html(view::banding(&ctx.frame("Bandingkan paket", &trail()), &page)))
}
