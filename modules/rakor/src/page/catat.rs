//! Recording from a form: who may, judged on the rakor as it is under the lock, and what a form brings.

use crate::rule::{Peran, Rakor, Tolak};
use crate::store::{self, Catatan};
use crate::view::ulang::Ulang;
use host::peristiwa::Pelaku;
use host::{Answer, Ctx, Problem, redirect};
use kernel::EntryId;

/// Whose act something is.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Siapa {
    /// The convener's.
    Penyelenggara,
    /// Of any instansi on the list, the convener among them.
    Peserta,
}

/// Somebody else has saved another version since the form was opened.
const BENTROK: &str = "RAKOR-35";

/// Whether a form still is about the version it was opened with; older forms name none.
///
/// # Errors
/// Another version stands by now.
pub fn sama_versi(sent: &str, now: &str) -> Result<(), Tolak> {
    if sent.is_empty() || sent == now {
        return Ok(());
    }
    let sentence = "Orang lain menyimpan bagian ini sesudah Anda membukanya. Bandingkan dengan yang tersimpan, lalu simpan lagi bila isian Anda yang benar.";
    Err(Tolak(BENTROK, sentence.into()))
}

/// A rakor the visitor may not read looks like one that does not exist.
const TAK_TAMPAK: &str = "RAKOR-00";

/// Records what `decide` answers with; it is told the rakor and the instansi whose act it is.
///
/// # Errors
/// Not found for this visitor, refused, or storage failed; then nothing was written.
pub fn catat(
    ctx: &Ctx,
    siapa: Siapa,
    decide: impl FnOnce(&Rakor, &str) -> Result<Vec<Catatan>, Tolak>,
) -> Result<Vec<EntryId>, Problem> {
    let visitor = ctx.visitor()?;
    let id = ctx.param("id");
    let convener = match visitor.instansi.as_str() {
        "" => store::penyelenggara(&ctx.hall, id)?,
        own => own.to_owned(),
    };
    let pelaku = Pelaku::of(visitor, &convener);
    let done = store::catat(&ctx.hall, &pelaku, id, |rakor| match (rakor.peran(&visitor.instansi), siapa) {
        (Peran::Luar, _) => Err(Tolak(TAK_TAMPAK, String::new())),
        (Peran::Pihak, Siapa::Penyelenggara) => {
            Err(Tolak("RAKOR-10", "Ini dikerjakan oleh penyelenggara rakor.".into()))
        }
        (Peran::Pihak, Siapa::Peserta) if !rakor.ikut(&pelaku.instansi) => {
            Err(Tolak("RAKOR-24", "Instansi Anda sudah ditarik dari daftar pihak rakor ini.".into()))
        }
        _ => decide(rakor, &pelaku.instansi),
    });
    match done {
        Err(Problem::Refused(TAK_TAMPAK, _)) => Err(Problem::NotFound),
        done => done,
    }
}

/// Back to a page of the rakor, with a word on what was done.
pub fn kembali(ctx: &Ctx, halaman: &str, pesan: &str) -> Answer {
    Ok(redirect(&web::url::link(&format!("/rakor/{}/{halaman}", ctx.param("id")), &[("pesan", pesan)])))
}

/// Every value of a field that is sent several times, in order.
pub fn semua<'c>(ctx: &'c Ctx, name: &str) -> Vec<&'c str> {
    ctx.form.iter().filter(|f| f.0 == name).map(|f| f.1.as_str()).collect()
}

/// A line people type; empty is allowed.
///
/// # Errors
/// Too long, or with letters nobody sees.
pub fn baris(ctx: &Ctx, name: &str, label: &str) -> Result<String, Tolak> {
    satu_baris(ctx.field(name), label)
}

/// The same of a text in hand.
///
/// # Errors
/// Too long, or with letters nobody sees.
pub fn satu_baris(text: &str, label: &str) -> Result<String, Tolak> {
    let most = crate::rule::sidang::BARIS_MOST;
    host::teks::typed(text, 0..=most).ok_or_else(|| {
        Tolak(
            "RAKOR-19",
            format!("{label}: paling panjang {most} huruf, tanpa karakter yang tidak terlihat."),
        )
    })
}

/// A text people write at length. What nobody sees makes a text look like another.
///
/// # Errors
/// Empty, too long, or with letters nobody sees.
pub fn teks(text: &str) -> Result<String, Tolak> {
    let odd = |c: char| host::teks::is_invisible(c) || (c.is_control() && !matches!(c, '\n' | '\r' | '\t'));
    if text.contains(odd) {
        let sentence = "Ada karakter yang tidak terlihat. Hapus atau ketik ulang bagian itu.";
        return Err(Tolak("RAKOR-19", sentence.into()));
    }
    crate::rule::sidang::teks(text)
}

/// A reason people give.
///
/// # Errors
/// Too short or too long.
pub fn alasan(ctx: &Ctx) -> Result<String, Tolak> {
    host::teks::typed(ctx.field("alasan"), host::teks::REASON)
        .ok_or_else(|| Tolak("RAKOR-23", host::teks::REASON_WRONG.into()))
}

/// The form of this request again, with what is wrong in one of its fields.
pub fn ulang(ctx: &Ctx, salah: Vec<(String, String)>) -> Ulang {
    let tujuan = ctx.path.rsplit('/').next().unwrap_or("").to_owned();
    let ruas = ctx.form.iter().filter(|f| f.0 != "csrf").cloned().collect();
    Ulang { tujuan, ruas, salah, bentrok: false }
}

/// What was done; or, when a form was refused, the form again with the sentence beside `ruas`.
///
/// # Errors
/// What is no refusal of a form: not found, not allowed, storage.
pub fn atau_ulang<T>(ctx: &Ctx, ruas: &str, done: Result<T, Problem>) -> Result<Result<T, Ulang>, Problem> {
    match done {
        Ok(done) => Ok(Ok(done)),
        // What is not the visitor's to do is no matter of what they typed.
        Err(Problem::Refused(code, text)) if code != "RAKOR-10" => {
            let salah = vec![(ruas.to_owned(), format!("{text} ({code})"))];
            Ok(Err(Ulang { bentrok: code == BENTROK, ..ulang(ctx, salah) }))
        }
        Err(other) => Err(other),
    }
}

/// A refusal as an answer.
impl From<Tolak> for Problem {
    fn from(Tolak(code, text): Tolak) -> Problem {
        Problem::Refused(code, text)
    }
}
