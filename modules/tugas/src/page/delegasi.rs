//! `/delegasi`: who does one's work meanwhile.

use crate::view::{self, DelegasiBaris, DelegasiView, Keadaan};
use host::delegasi::{self, Baru, Delegasi};
use host::{Answer, Ctx, Problem, account, html, redirect, tanggal};
use kernel::Date;
use store::Source;

/// `GET /delegasi`.
pub fn daftar(ctx: &mut Ctx) -> Answer {
    let done = match ctx.query("hasil") {
        "ditetapkan" => Some("Delegasi ditetapkan."),
        "diakhiri" => Some("Delegasi diakhiri."),
        _ => None,
    };
    let page = DelegasiView { done: done.map(str::to_owned), ..lihat(ctx)? };
    Ok(html(view::delegasi(&frame(ctx), &page)))
}

fn frame(ctx: &Ctx) -> web::Frame {
    ctx.frame("Delegasi", &[("Beranda", "/"), ("Tugas saya", "/tugas")])
}

fn lihat(ctx: &Ctx) -> Result<DelegasiView, Problem> {
    let akun = &ctx.visitor()?.akun;
    let today = ctx.hall.today();
    let all = ctx.hall.with(|conn| delegasi::milik(conn, akun))?;
    let (own, theirs): (Vec<_>, Vec<_>) = all.iter().partition(|d| d.dari == *akun);
    let rows = |all: Vec<&Delegasi>, own| all.into_iter().map(|d| baris(d, today, own)).collect();
    Ok(DelegasiView {
        mulai: tanggal(today).typed(),
        own: rows(own, true),
        theirs: rows(theirs, false),
        ..DelegasiView::default()
    })
}

fn baris(d: &Delegasi, today: Date, own: bool) -> DelegasiBaris {
    let keadaan = match d.diakhiri {
        Some(at) => Keadaan::Diakhiri(tanggal(at.date_wib())),
        None if d.sampai < today => Keadaan::Selesai,
        None if d.mulai > today => Keadaan::Nanti,
        None => Keadaan::Berjalan,
    };
    let ends = own && matches!(keadaan, Keadaan::Berjalan | Keadaan::Nanti);
    DelegasiBaris {
        nama: d.nama[usize::from(own)].clone(),
        mulai: tanggal(d.mulai),
        sampai: tanggal(d.sampai),
        alasan: d.alasan.clone(),
        oleh: d.oleh.clone(),
        keadaan,
        end_href: ends.then(|| format!("/delegasi/{}/akhiri", kernel::PegawaiId(d.id))),
    }
}

/// `POST /delegasi`.
pub fn tetapkan(ctx: &mut Ctx) -> Answer {
    let visitor = ctx.visitor()?.clone();
    let today = ctx.hall.today();
    let typed = |name: &str| ctx.field(name).trim().to_owned();
    let (kepada, mulai, sampai, alasan) = (typed("kepada"), typed("mulai"), typed("sampai"), typed("alasan"));
    let mut errors: Vec<(String, String)> = Vec::new();
    let mut wrong = |field: &str, sentence: &str| errors.push((field.to_owned(), sentence.to_owned()));
    let found = ctx.hall.with(|conn| account::find(conn, &kepada))?;
    // An account of another instansi looks like none: names are not to be guessed here.
    let found = found.filter(|a| a.active && a.visitor.instansi == visitor.instansi);
    if found.is_none() {
        wrong("kepada", "Akun ini tidak ada di instansi Anda. Tanyakan nama akun orangnya, misalnya sari.m.");
    }
    let days = [("mulai", &mulai), ("sampai", &sampai)].map(|(field, text)| {
        let day = Date::parse(text);
        if day.is_none() {
            wrong(field, "Tulis tanggal sebagai hh-bb-tttt, misalnya 22-11-2026.");
        }
        day
    });
    if let (Some(account), [Some(from), Some(until)]) = (found, days) {
        let baru =
            Baru { dari: &visitor, kepada: &account.visitor, mulai: from, sampai: until, alasan: &alasan };
        match delegasi::keliru(&baru, today) {
            Some(keliru) => wrong(keliru.ruas, &keliru.kalimat),
            None => {
                let mut source = Source::system(ctx.hall.node.clock).map_err(store::Error::from)?;
                if ctx.hall.with(|conn| delegasi::tetapkan(conn, &mut source, &baru))? {
                    return Ok(redirect("/delegasi?hasil=ditetapkan"));
                }
                wrong(
                    "mulai",
                    "Sudah ada delegasi kepada akun ini pada sebagian hari itu. Akhiri dahulu yang lama.",
                );
            }
        }
    }
    let page = DelegasiView { kepada, mulai, sampai, alasan, errors, ..lihat(ctx)? };
    let frame = web::Frame { refused: true, ..frame(ctx) };
    Ok(host::http::refused(view::delegasi(&frame, &page)))
}

/// `POST /delegasi/{id}/akhiri`. One of somebody else looks like none.
pub fn akhiri(ctx: &mut Ctx) -> Answer {
    let akun = &ctx.visitor()?.akun;
    let id = kernel::PegawaiId::parse(ctx.param("id")).ok_or(Problem::NotFound)?.0;
    let now = ctx.hall.now();
    match ctx.hall.with(|conn| delegasi::akhiri(conn, id, akun, now))? {
        true => Ok(redirect("/delegasi?hasil=diakhiri")),
        false => Err(Problem::NotFound),
    }
}
