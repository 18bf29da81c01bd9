//! `/pesan/setelan`: what comes by e-mail and when, and the address of the own calendar.

use crate::view::{self, SetelanView};
use host::kabar::Jenis;
use host::setelan::{self, Setelan};
use host::{Answer, Ctx, Problem, html, redirect};
use store::Source;

/// `GET /pesan/setelan`.
pub fn isian(ctx: &mut Ctx) -> Answer {
    let akun = &ctx.visitor()?.akun;
    let setelan = ctx.hall.with(|conn| setelan::baca(conn, akun))?;
    let page = SetelanView { saved: pesan(ctx.query("hasil")), ..lihat(ctx, &setelan) };
    Ok(html(view::setelan(&frame(ctx), &page)))
}

fn frame(ctx: &Ctx) -> web::Frame {
    ctx.frame("Setelan pesan", &[("Beranda", "/"), ("Pesan", "/pesan")])
}

fn pesan(word: &str) -> Option<String> {
    let sentence = match word {
        "disimpan" => "Setelan disimpan.",
        "berhenti" => "Alamat kalender dihentikan. Program yang memakainya tidak mendapat tenggat lagi.",
        _ => return None,
    };
    Some(sentence.to_owned())
}

fn lihat(ctx: &Ctx, setelan: &Setelan) -> SetelanView {
    let (dari, sampai) = setelan.tenang.map_or((None, None), |t| (Some(t.0), Some(t.1)));
    SetelanView {
        surel: setelan.surel.clone(),
        jenis: Jenis::ALL
            .into_iter()
            .map(|j| (j.word().to_owned(), j.label().to_owned(), setelan.jenis.contains(&j)))
            .collect(),
        ringkasan: setelan.ringkasan,
        tenang: [dari, sampai].map(|hour| hour.map(|h| h.to_string()).unwrap_or_default()),
        kalender: setelan.ics,
        layanan_surel: ctx.hall.surel.is_some(),
        ..SetelanView::default()
    }
}

/// `POST /pesan/setelan`.
pub fn simpan(ctx: &mut Ctx) -> Answer {
    let akun = ctx.visitor()?.akun.clone();
    let hour = |name: &str| ctx.field(name).trim().parse::<u8>().ok().filter(|h| *h < 24);
    let (dari, sampai) = (hour("tenang_dari"), hour("tenang_sampai"));
    let mut errors = Vec::new();
    let surel = ctx.field("surel").trim().to_owned();
    if !surel.is_empty() && !host::surel::alamat_sah(&surel) {
        errors
            .push(("surel".to_owned(), "Tulis alamat seperti nama@instansi.go.id, tanpa spasi.".to_owned()));
    }
    if dari.is_some() != sampai.is_some() {
        errors.push(("tenang_dari".to_owned(), "Pilih kedua jam, atau kosongkan keduanya.".to_owned()));
    }
    let chosen = |j: &Jenis| ctx.form.iter().any(|f| f.0 == "jenis" && f.1 == j.word());
    let before = ctx.hall.with(|conn| setelan::baca(conn, &akun))?;
    let wanted = Setelan {
        surel,
        jenis: Jenis::ALL.into_iter().filter(chosen).collect(),
        ringkasan: ctx.field("waktu") == "harian",
        tenang: dari.zip(sampai),
        ics: before.ics,
    };
    if !errors.is_empty() {
        let frame = web::Frame { refused: true, ..frame(ctx) };
        return Ok(host::http::refused(view::setelan(
            &frame,
            &SetelanView { errors, ..lihat(ctx, &wanted) },
        )));
    }
    ctx.hall.with(|conn| setelan::simpan(conn, &akun, &wanted))?;
    Ok(redirect("/pesan/setelan?hasil=disimpan"))
}

/// `POST /pesan/kalender`. The answer is the only place where the secret ever stands.
pub fn kalender(ctx: &mut Ctx) -> Answer {
    let akun = ctx.visitor()?.akun.clone();
    match ctx.field("tindakan") {
        "buat" => {
            let mut source = Source::system(ctx.hall.node.clock).map_err(store::Error::from)?;
            let rahasia = ctx.hall.with(|conn| setelan::kalender_baru(conn, &mut source, &akun))?;
            let setelan = ctx.hall.with(|conn| setelan::baca(conn, &akun))?;
            let alamat = format!("{}/kalender/{rahasia}.ics", ctx.rumah());
            let page = SetelanView { kalender_baru: Some(alamat), ..lihat(ctx, &setelan) };
            Ok(html(view::setelan(&frame(ctx), &page)))
        }
        "hentikan" => {
            ctx.hall.with(|conn| setelan::kalender_berhenti(conn, &akun))?;
            Ok(redirect("/pesan/setelan?hasil=berhenti"))
        }
        _ => Err(Problem::NotFound),
    }
}
