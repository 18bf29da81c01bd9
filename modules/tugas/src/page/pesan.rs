//! `/pesan`: what was told, newest first.

use super::saat;
use crate::view::{self, Kirim, PesanBaris, PesanView, SatuView};
use host::surat::{self, Pesan, Sesudah, Surel};
use host::{Answer, Ctx, Problem, html, redirect, tanggal};
use kernel::Stamp;
use web::component::bagikan::Bagikan;
use web::component::tab::Tab;
use web::url;

/// Messages a page.
const ROWS: usize = 30;

/// `GET /pesan`.
pub fn daftar(ctx: &mut Ctx) -> Answer {
    let visitor = ctx.visitor()?;
    let baru = match ctx.query("tampil") {
        "" => false,
        "baru" => true,
        _ => return Err(Problem::NotFound),
    };
    let after = place(ctx.query("sesudah"));
    let mut found =
        ctx.hall.with(|conn| surat::daftar(conn, &visitor.akun, baru, after.as_ref(), ROWS + 1))?;
    let more = found.len() > ROWS;
    found.truncate(ROWS);
    let next = found.last().filter(|_| more).map(|last| format!("{}~{}", last.dibuat.0, last.kunci));
    let tampil = if baru { "baru" } else { "" };
    let page = PesanView {
        tabs: tabs(baru, visitor.pesan_baru),
        next_href: next.map(|next| url::link("/pesan", &[("tampil", tampil), ("sesudah", next.as_str())])),
        sampai: ctx.hall.now().0.to_string(),
        ada_baru: visitor.pesan_baru > 0,
        marked: ctx.query("hasil") == "dibaca",
        rows: found.iter().map(baris).collect(),
    };
    Ok(html(view::pesan(&ctx.frame("Pesan", &[("Beranda", "/")]), &page)))
}

/// Where a page begins, as its address says it; an address nobody made begins at the top.
fn place(text: &str) -> Option<Sesudah> {
    let (moment, kunci) = text.split_once('~')?;
    // Moments a database can hold: up to the year 9999.
    let moment = moment.parse().ok().filter(|m| (0..253_370_764_800_000_000_i64).contains(m))?;
    (!kunci.contains('\0')).then(|| (Stamp(moment), kunci.to_owned()))
}

fn tabs(baru: bool, count: u64) -> Vec<Tab> {
    let tab = |label: &str, tampil: &str, count, current| Tab {
        label: label.to_owned(),
        href: url::link("/pesan", &[("tampil", tampil)]),
        count,
        current,
        ..Tab::default()
    };
    // The count ends at 100: no number is better than one that is not so.
    vec![tab("Semua", "", None, !baru), tab("Belum dibaca", "baru", Some(count).filter(|n| *n < 100), baru)]
}

fn baris(pesan: &Pesan) -> PesanBaris {
    PesanBaris {
        kunci: pesan.kunci.clone(),
        href: url::link("/pesan/satu", &[("kunci", pesan.kunci.as_str())]),
        judul: pesan.judul.clone(),
        isi: pesan.isi.clone(),
        jenis: pesan.jenis.label().to_owned(),
        atas_nama: pesan.atas_nama.clone(),
        saat: saat(pesan.dibuat),
        tenggat: pesan.tenggat.map(tanggal),
        baru: pesan.dibaca.is_none(),
        surel: match pesan.surel {
            Surel::Tidak => Kirim::Tidak,
            Surel::Antre => Kirim::Antre,
            Surel::Terkirim => Kirim::Terkirim,
            Surel::Gagal => Kirim::Gagal(pesan.galat.clone()),
        },
    }
}

/// A message of whoever asks; one of somebody else looks like none.
fn milik(ctx: &Ctx, kunci: &str) -> Result<Pesan, Problem> {
    let akun = &ctx.visitor()?.akun;
    if kunci.len() > 1_000 || kunci.contains('\0') {
        return Err(Problem::NotFound);
    }
    ctx.hall.with(|conn| surat::satu(conn, akun, kunci))?.ok_or(Problem::NotFound)
}

/// `GET /pesan/satu?kunci=…`.
pub fn satu(ctx: &mut Ctx) -> Answer {
    let pesan = milik(ctx, ctx.query("kunci"))?;
    let page = SatuView {
        bagikan: Bagikan {
            judul: pesan.judul.clone(),
            tanggal: pesan.tenggat.map(|day| format!("Tenggat {}", tanggal(day).short())).unwrap_or_default(),
            alamat: format!("{}{}", ctx.rumah(), pesan.alamat),
        },
        baris: baris(&pesan),
        today: tanggal(ctx.hall.today()),
    };
    Ok(html(view::satu(&ctx.frame("Satu pesan", &[("Beranda", "/"), ("Pesan", "/pesan")]), &page)))
}

/// `POST /pesan/buka`: read, and on to the page it is about.
pub fn buka(ctx: &mut Ctx) -> Answer {
    let pesan = milik(ctx, ctx.field("kunci"))?;
    let (akun, now) = (&ctx.visitor()?.akun, ctx.hall.now());
    ctx.hall.with(|conn| surat::tandai(conn, akun, &pesan.kunci, Some(now)))?;
    Ok(redirect(&pesan.alamat))
}

/// `POST /pesan/tandai`: one as read or not read, or all that had come when the page was made.
pub fn tandai(ctx: &mut Ctx) -> Answer {
    let (akun, now) = (ctx.visitor()?.akun.clone(), ctx.hall.now());
    match ctx.field("tindakan") {
        "semua" => {
            let until = ctx.field("sampai").parse().map_or(now, |at: i64| Stamp(at.clamp(0, now.0)));
            ctx.hall.with(|conn| surat::tandai_semua(conn, &akun, now, until))?;
            Ok(redirect("/pesan?hasil=dibaca"))
        }
        kind @ ("dibaca" | "belum") => {
            let pesan = milik(ctx, ctx.field("kunci"))?;
            let read = (kind == "dibaca").then_some(now);
            ctx.hall.with(|conn| surat::tandai(conn, &akun, &pesan.kunci, read))?;
            Ok(redirect("/pesan"))
        }
        _ => Err(Problem::NotFound),
    }
}
