//! Closing an item of the re-examination queue. What touched the receipt is looked up again here, and the
//! journal refuses when something came meanwhile that whoever closes has not read.

use super::person;
use super::satu::{Dibaca, page, read};
use crate::kata::{OUTCOMES, RENEWED};
use host::bukti::{Keeper, Question};
use host::teks::{REASON, REASON_WRONG, typed};
use host::{Answer, Ctx, Problem, redirect};
use store::pejabat::Pejabat;
use store::pejabat::tinjau::NewTutup;

/// `POST /pegawai/{id}/bukti/{entri}/tinjau`.
pub fn tutup(ctx: &mut Ctx) -> Answer {
    let (world, i, id) = person(ctx)?;
    let read = read(ctx, id)?;
    if ctx.visitor()?.pegawai == Some(id) {
        let sentence = "Tinjau ulang tentang diri sendiri ditutup oleh petugas lain.";
        return Err(Problem::Refused("TINJAU-01", sentence.into()));
    }
    if read.closed() {
        let sentence =
            "Bukti ini memakai data disiplin. Buka data itu dahulu dengan alasan, lalu tutup butirnya.";
        return Err(Problem::Refused("BUKA-01", sentence.into()));
    }
    let reason = typed(ctx.field("alasan"), REASON);
    let hasil = OUTCOMES.iter().find(|one| one.0 == ctx.field("hasil")).map(|one| one.0);
    let mut errors = errors(ctx, &read, hasil, reason.is_some());
    let law = ctx.hall.hukum();
    let bukti = &read.bukti;
    let question = Question {
        kunci: &bukti.norma,
        berlaku: bukti.berlaku,
        diketahui: None,
        hukum: Some(bukti.hukum),
        hukum_diketahui: None,
        closed: !read.sight.discipline,
    };
    let visitor = ctx.visitor()?;
    let signature = visitor.signature();
    let hall = &ctx.hall;
    let mut asked = None;
    if errors.is_empty() && hasil == Some(RENEWED) {
        asked = hall.with(|conn| host::bukti::ask(conn, &law, &hall.tables, hall.now(), id, &question))?;
        if asked.is_none() {
            let sentence = "Norma ini tidak ada lagi pada hukum tanggal itu, jadi telaahnya tidak dapat diulang. Pilih tetap atau dibatalkan.";
            errors.push(("hasil".into(), sentence.into()));
        }
    }
    if !errors.is_empty() {
        return Ok(host::http::refused(page(ctx, &world, i, &read, errors)?));
    }
    let new = NewTutup {
        pegawai: id,
        bukti: bukti.entry,
        hasil: hasil.unwrap_or_default(),
        alasan: reason.as_deref().unwrap_or_default(),
        paket: law.pack.hash,
        keadaan: read.keadaan,
        after: read.history.last().map(|last| last.entry),
        read: &read.open,
    };
    let keeper = Keeper { actor: &visitor.akun, by: &signature, keperluan: &bukti.keperluan };
    let who = Pejabat { instansi: world.instansi_of(i), actor: &visitor.akun, by: &signature };
    hall.with(|conn| {
        let renewed = asked.as_ref().map(|asked| (asked, &keeper));
        host::bukti::close(conn, &hall.node, &who, &new, renewed)
    })?;
    Ok(redirect(&format!("/pegawai/{id}/bukti/{}", bukti.entry)))
}

fn errors(ctx: &Ctx, read: &Dibaca, hasil: Option<&str>, reason: bool) -> Vec<(String, String)> {
    let mut errors: Vec<(String, String)> = Vec::new();
    let mut wrong = |field: &str, sentence: &str| errors.push((field.to_owned(), sentence.to_owned()));
    if !read.pending {
        wrong("hasil", "Bukti ini tidak sedang menunggu tinjau ulang; tidak ada yang perlu ditutup.");
    } else if ctx.field("dilihat") != read.seen() {
        wrong(
            "hasil",
            "Ada perubahan baru sejak halaman ini dibuka. Baca yang baru di bawah ini, lalu tutup lagi.",
        );
    }
    if hasil.is_none() {
        wrong("hasil", "Pilih hasil tinjau ulang.");
    }
    if !reason {
        wrong("alasan", REASON_WRONG);
    }
    errors
}
