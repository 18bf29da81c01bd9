//! Handlers: what is asked for, what follows from the pack, what is said.

pub mod andaikan;
pub mod rancangan;

use crate::paraf;
use crate::rule::halaman::halaman;
use crate::rule::paraf::Status;
use crate::rule::{self, daftar, kasus, kosakata, norma, perubahan};
use crate::view::{self, DaftarView, KosakataView, NormaView, PerubahanView, PustakaView};
use host::{Action, Answer, Ctx, Problem, Reach, html};
use kernel::Date;
use law::Pack;
use law::pack::BUNDLED;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::{Arc, Mutex, PoisonError};

/// Rows of a list of changes, and of the next change per norm.
const CHANGES: usize = 250;
const NEXT: usize = 60;
/// Months the list of changes looks back and ahead when nobody says.
const MONTHS: i32 = 24;
/// Letters of a question that are looked for.
const QUESTION: usize = 200;

const HOME: (&str, &str) = ("Beranda", "/");
const LIBRARY: (&str, &str) = ("Peraturan", "/peraturan");

/// What came of the golden cases, run once for a pack: about a second of work, wanted by few.
pub(crate) fn uji(pack: &Pack) -> Arc<kasus::Uji> {
    static DONE: Mutex<Option<([u8; 32], Arc<kasus::Uji>)>> = Mutex::new(None);
    let mut done = DONE.lock().unwrap_or_else(PoisonError::into_inner);
    if let Some((_, uji)) = done.as_ref().filter(|(hash, _)| *hash == pack.hash) {
        return uji.clone();
    }
    let uji = Arc::new(kasus::jalankan(pack, BUNDLED));
    *done = Some((pack.hash, uji.clone()));
    uji
}

/// A day in the address; the given one when there is none.
pub(crate) fn day(ctx: &Ctx, name: &str, without: Date) -> Result<Date, Problem> {
    match ctx.query(name).trim() {
        "" => Ok(without),
        text => Date::parse(text).ok_or_else(|| {
            Problem::Refused(
                "WAKTU-02",
                "Tanggal pada alamat atau isian tidak terbaca. Tulis sebagai hh-bb-tttt, misalnya 22-11-2026.".into(),
            )
        }),
    }
}

/// Whether the visitor may try out drafts.
fn tries(ctx: &Ctx) -> bool {
    ctx.visitor.as_ref().is_some_and(|v| v.reach(Action::UjiRancangan) != Reach::None)
}

fn question(ctx: &Ctx) -> String {
    ctx.query("q").trim().chars().take(QUESTION).collect()
}

/// `GET /peraturan`.
pub fn library(ctx: &mut Ctx) -> Answer {
    let hukum = ctx.hall.hukum();
    let pack = &hukum.pack;
    let uji = uji(pack);
    let (cari, jenis) = (question(ctx), ctx.query("jenis").to_owned());
    let page = PustakaView {
        paket: format!("{} {}", pack.header.nama, pack.header.versi),
        hash: ::store::derive::hex(&pack.hash),
        akta: pack.akta.len(),
        norma: pack.kunci().count(),
        kasus: (uji.kasus, uji.gagal),
        salah: uji.salah.clone(),
        daftar: rule::pustaka::pustaka(pack, &cari, &jenis),
        cari,
        jenis,
        uji: tries(ctx),
        paraf: counted(&paraf::all(ctx, pack, ctx.hall.today())?, pack.kunci().count()),
    };
    Ok(html(view::pustaka(&ctx.frame("Peraturan", &[HOME]), &page)))
}

/// Norms of each state of signing, in the order of [`Status::ALL`]; those nobody signed are the rest.
fn counted(signed: &BTreeMap<String, Status>, all: usize) -> [usize; 3] {
    let of = |status| signed.values().filter(|s| **s == status).count();
    let (done, changed) = (of(Status::Sudah), of(Status::Berubah));
    [done, changed, all - done - changed]
}

/// `GET /peraturan/{akta}`.
pub fn act(ctx: &mut Ctx) -> Answer {
    let law_date = day(ctx, "hukum", ctx.hall.today())?;
    let hukum = ctx.hall.hukum();
    let Some(act) = rule::akta::akta(&hukum.pack, ctx.param("akta"), law_date, ctx.query("tabel")) else {
        return missing(ctx, "akta", ctx.param("akta"), "/peraturan");
    };
    let frame = ctx.frame(&act.akta.sebutan, &[HOME, LIBRARY]);
    Ok(html(view::akta(&frame, &act, law_date)))
}

/// `GET /peraturan/norma`.
pub fn norms(ctx: &mut Ctx) -> Answer {
    let law_date = day(ctx, "hukum", ctx.hall.today())?;
    let hukum = ctx.hall.hukum();
    let pack = &hukum.pack;
    let (cari, awalan) = (question(ctx), ctx.query("awalan").to_owned());
    let signed = paraf::all(ctx, pack, law_date)?;
    let chosen = Status::parse(ctx.query("paraf"));
    let mut found = daftar::cari(pack, law_date, &cari, &awalan);
    found.retain(|row| chosen.is_none_or(|s| signed.get(&row.0).copied().unwrap_or_default() == s));
    let (found, halaman) = halaman(found, |row| row.0.as_str(), ctx.query("sesudah"), daftar::ROWS);
    let prefixes: BTreeSet<&str> = pack.kunci().map(daftar::awalan).collect();
    let page = DaftarView {
        hukum: law_date,
        lain: law_date != ctx.hall.today(),
        cari,
        awalan,
        semua_awalan: prefixes.into_iter().map(str::to_owned).collect(),
        kelompok: daftar::kelompok(pack, &uji(pack), law_date, found),
        halaman,
        uji: tries(ctx),
        paraf: chosen,
        jumlah_paraf: counted(&signed, pack.kunci().count()),
        diparaf: signed,
    };
    Ok(html(view::daftar(&ctx.frame("Norma", &[HOME, LIBRARY]), &page)))
}

/// `GET /peraturan/norma/{kunci}`.
pub fn norm(ctx: &mut Ctx) -> Answer {
    let today = ctx.hall.today();
    let law_date = day(ctx, "hukum", today)?;
    let hukum = ctx.hall.hukum();
    let (pack, kunci) = (&hukum.pack, ctx.param("kunci"));
    if !pack.kunci().any(|k| k == kunci) {
        return missing(ctx, "norma", kunci, "/peraturan/norma");
    }
    let page = NormaView {
        kunci: kunci.to_owned(),
        judul: rule::judul(&pack.book(None, None), kunci, law_date),
        hukum: law_date,
        today,
        paket: format!(
            "{} {}, sidik {}",
            pack.header.nama,
            pack.header.versi,
            ::store::derive::hex(&pack.hash)
        ),
        isi: norma::isi(pack, kunci, law_date),
        versi: rule::versi::versi(pack, kunci),
        uji: uji(pack).norma.get(kunci).cloned().unwrap_or_default(),
        paraf: paraf::of_page(ctx, pack, kunci, law_date)?,
    };
    let frame = ctx.frame(&page.judul, &[HOME, LIBRARY, ("Norma", "/peraturan/norma")]);
    Ok(html(view::norma(&frame, &page)))
}

/// `GET /peraturan/perubahan`.
pub fn changes(ctx: &mut Ctx) -> Answer {
    let today = ctx.hall.today();
    let (dari, sampai) =
        (day(ctx, "dari", months(today, -MONTHS))?, day(ctx, "sampai", months(today, MONTHS))?);
    let hukum = ctx.hall.hukum();
    let all = perubahan::semua(&hukum.pack);
    let within = |p: &&perubahan::Peristiwa| dari <= p.hari && p.hari <= sampai;
    let mut next = perubahan::berikut(&hukum.pack, today);
    let hidden = next.len().saturating_sub(NEXT);
    next.truncate(NEXT);
    let page = PerubahanView {
        today,
        dari,
        sampai,
        datang: perubahan::per_hari(all.iter().filter(within).filter(|p| p.hari > today), CHANGES),
        lewat: perubahan::per_hari(all.iter().rev().filter(within).filter(|p| p.hari <= today), CHANGES),
        berikut: (next, hidden),
        uji: tries(ctx),
    };
    Ok(html(view::perubahan(&ctx.frame("Perubahan", &[HOME, LIBRARY]), &page)))
}

/// The first of a month so many months away.
fn months(today: Date, by: i32) -> Date {
    let (year, month, _) = today.ymd();
    let count = i32::from(year) * 12 + i32::from(month) - 1 + by;
    let (year, month) = (count.div_euclid(12), count.rem_euclid(12) + 1);
    let first = i16::try_from(year).ok().zip(i8::try_from(month).ok());
    first.and_then(|(y, m)| Date::new(y, m, 1)).unwrap_or(today)
}

/// `GET /peraturan/kosakata`.
pub fn vocabulary(ctx: &mut Ctx) -> Answer {
    let hukum = ctx.hall.hukum();
    let cari = question(ctx);
    let asked = ctx.query("bagian");
    let bagian = view::BAGIAN.iter().find(|b| b.0 == asked).map_or(view::BAGIAN[0].0, |b| b.0);
    let mut isi = kosakata::kosakata(&hukum.pack.words, &cari);
    let jumlah = [isi.riwayat.len(), isi.masukan.len(), isi.pilihan.len()];
    let behind = ctx.query("sesudah");
    let facts = |list| halaman(list, |f: &kosakata::BarisFakta| f.nama.as_str(), behind, kosakata::ROWS);
    let place;
    match bagian {
        "masukan" => (isi.masukan, place) = facts(isi.masukan),
        "pilihan" => (isi.pilihan, place) = halaman(isi.pilihan, |p| p.nama.as_str(), behind, kosakata::ROWS),
        _ => (isi.riwayat, place) = facts(isi.riwayat),
    }
    let page = KosakataView { bagian, jumlah, isi, halaman: place, cari, uji: tries(ctx) };
    Ok(html(view::kosakata(&ctx.frame("Kosakata", &[HOME, LIBRARY]), &page)))
}

/// A page that says what is not there and where to look.
fn missing(ctx: &Ctx, what: &str, key: &str, list: &str) -> Answer {
    let key: String = key.chars().take(QUESTION).collect();
    let frame = ctx.frame("Tidak ada dalam paket", &[HOME, LIBRARY]);
    let mut response = html(view::tiada(&frame, what, &key, list));
    *response.status_mut() = Problem::NotFound.status();
    Ok(response)
}
