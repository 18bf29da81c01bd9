//! Recording from a form: who may, judged on the round as it is under the lock, and what a form brings.

use super::umum::tak_berkepentingan;
use crate::berkas;
use crate::isi::{Hadirin, Isi, Surat};
use crate::kumpul::kumpul;
use crate::rule::berurutan::KODE;
use crate::rule::hadirin::{self, Peran};
use crate::rule::{Beku, Oleh, Rencana, Tindak, Tolak};
use crate::store;
use crate::view::ulang::Ulang;
use host::peristiwa::Pelaku;
use host::{Action, Answer, Ctx, Problem, Reach, naskah, redirect, teks};
use kernel::Date;
use kernel::typed::from_hex;
use serde::Serialize;
use sha2::{Digest, Sha256};

/// Somebody else has saved another version since the form was opened.
pub const BENTROK: &str = "PNP-03";
/// What the visitor may not do at all.
const BUKAN_ANDA: &str = "PNP-02";
/// Letters of a line.
const LINE_MOST: usize = 200;

/// The action of the access matrix behind whoever does something in a round.
pub fn action(oleh: Oleh) -> Action {
    match oleh {
        Oleh::Pengelola => Action::KelolaPenempatan,
        Oleh::Ppk => Action::PutusPenempatan,
        Oleh::Peserta => Action::PenempatanSaya,
    }
}

/// Whether the visitor may do something in a round at its present stage.
pub fn boleh(ctx: &Ctx, rencana: &Rencana, tindak: Tindak) -> bool {
    let reach = ctx.visitor.as_ref().map_or(Reach::None, |v| v.reach(action(tindak.oleh())));
    reach != Reach::None && rencana.boleh(tindak).is_ok()
}

/// Records what `decide` answers with about the round as it is under the lock.
///
/// # Errors
/// Not found for this visitor, refused, or storage failed; then nothing was written.
pub fn catat(
    ctx: &Ctx,
    rencana: &Rencana,
    tindak: Tindak,
    decide: impl FnOnce(&Rencana) -> Result<Vec<Isi>, Tolak>,
) -> Result<(), Problem> {
    let visitor = ctx.visitor()?;
    if visitor.reach(action(tindak.oleh())) == Reach::None {
        let sentence = format!("\"{}\" bukan wewenang peran Anda dalam rencana ini.", tindak.label());
        return Err(Problem::Refused(BUKAN_ANDA, sentence));
    }
    if tindak.oleh() != Oleh::Peserta {
        berkepentingan(ctx, rencana)?;
    }
    let pelaku = Pelaku::of(visitor, &rencana.instansi);
    store::catat(&ctx.hall, &pelaku, &rencana.id, |now| {
        now.boleh(tindak)?;
        Ok(decide(now)?.into_iter().map(|isi| (kept(&isi), isi)).map(|(file, isi)| (isi, file)).collect())
    })
}

/// Nobody decides in a round they are considered in themselves, from the day it is announced.
///
/// # Errors
/// The visitor is considered in it; storage failed.
pub fn berkepentingan(ctx: &Ctx, rencana: &Rencana) -> Result<(), Problem> {
    if ctx.visitor()?.pegawai.is_none() || !rencana.diumumkan() {
        return Ok(());
    }
    if let Some(kunci) = &rencana.kunci {
        return tak_berkepentingan(ctx, &*berkas::baca::<Beku>(&ctx.hall, &kunci.sidik)?);
    }
    match kumpul(&ctx.hall, &ctx.present()?, rencana) {
        Ok(found) => tak_berkepentingan(ctx, &found.beku),
        // Where nothing can be gathered nobody is considered.
        Err(Problem::Refused(..)) => Ok(()),
        Err(failed) => Err(failed),
    }
}

/// The file an event rests on.
fn kept(isi: &Isi) -> Option<[u8; 32]> {
    let surat = match isi {
        Isi::Diumumkan(s)
        | Isi::Rapat(s)
        | Isi::Diputus(s)
        | Isi::Ditetapkan(s)
        | Isi::Pelantikan(s)
        | Isi::Spmt(s)
        | Isi::Laporan(s) => s,
        Isi::Gerbang(g) => &g.surat,
        Isi::Bundel { sidik, .. } => return from_hex(sidik),
        _ => return None,
    };
    from_hex(&surat.sidik)
}

/// A short name of a part of a round as it is: a form carries it, so that nobody overwrites what they have not seen.
pub fn versi(part: &impl Serialize) -> String {
    let text = serde_json::to_vec(part).unwrap_or_default();
    let hash: [u8; 32] = Sha256::digest(text).into();
    ::store::derive::hex(&hash)[..16].to_owned()
}

/// Whether a form is about the part as it still is.
///
/// # Errors
/// Another version stands by now.
pub fn sama_versi(ctx: &Ctx, part: &impl Serialize) -> Result<(), Tolak> {
    if ctx.field("versi") == versi(part) {
        return Ok(());
    }
    let sentence = "Orang lain mengubah bagian ini sesudah Anda membukanya. Isian Anda masih ada di bawah: bandingkan dengan yang tersimpan, lalu simpan lagi bila isian Anda yang benar.";
    Err(Tolak(BENTROK, sentence.into()))
}

/// Back to a page of the round, with a word on what was done.
pub fn kembali(ctx: &Ctx, halaman: &str, pesan: &str) -> Answer {
    Ok(redirect(&web::url::link(&format!("/penempatan/{}{halaman}", ctx.param("id")), &[("pesan", pesan)])))
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
    teks::typed(ctx.field(name), 0..=LINE_MOST).ok_or_else(|| {
        let sentence =
            format!("{label}: paling panjang {LINE_MOST} huruf, tanpa karakter yang tidak terlihat.");
        Tolak("PNP-10", sentence)
    })
}

/// A line that may not be empty.
///
/// # Errors
/// Empty, too long, or with letters nobody sees.
pub fn wajib(ctx: &Ctx, name: &str, label: &str) -> Result<String, Tolak> {
    match baris(ctx, name, label)? {
        line if line.is_empty() => Err(Tolak("PNP-10", format!("Isi {}.", label.to_lowercase()))),
        line => Ok(line),
    }
}

/// A reason people give.
///
/// # Errors
/// Too short or too long.
pub fn alasan(ctx: &Ctx) -> Result<String, Tolak> {
    teks::typed(ctx.field("alasan"), teks::REASON).ok_or_else(|| Tolak("PNP-11", teks::REASON_WRONG.into()))
}

/// A day people type.
///
/// # Errors
/// It is none.
pub fn hari(ctx: &Ctx, name: &str, label: &str) -> Result<Date, Tolak> {
    Date::parse(ctx.field(name).trim()).ok_or_else(|| {
        Tolak("PNP-12", format!("{label} tidak terbaca. Tulis sebagai hh-bb-tttt, misalnya 19-08-2026."))
    })
}

/// Collects what is wrong with fields, so that a form says all of it at once.
#[derive(Default)]
pub struct Salah(pub Vec<(String, String)>);

impl Salah {
    /// The value, or a default with the sentence kept for the field.
    pub fn ambil<T: Default>(&mut self, ruas: &str, read: Result<T, Tolak>) -> T {
        read.unwrap_or_else(|Tolak(code, sentence)| {
            self.0.push((ruas.to_owned(), format!("{sentence} ({code})")));
            T::default()
        })
    }
}

/// The letter of a step: number, date, what it says, and its file where there is one.
///
/// # Errors
/// Field and sentence of what is wrong; nothing is kept then.
pub fn surat(ctx: &mut Ctx) -> Result<Result<Surat, Vec<(String, String)>>, Problem> {
    let upload = ctx.upload.take().filter(|u| u.size > 0);
    let mut salah = Salah::default();
    let nomor = salah.ambil("nomor", wajib(ctx, "nomor", "Nomor surat"));
    let tanggal = salah.ambil("tanggal", hari(ctx, "tanggal", "Tanggal surat").map(Some));
    let catatan = salah.ambil("catatan", baris(ctx, "catatan", "Catatan"));
    if tanggal.is_some_and(|day| day > ctx.hall.today()) {
        salah.0.push(("tanggal".into(), "Tanggal surat belum tiba. Periksa lagi tahunnya. (PNP-12)".into()));
    }
    let (mut berkas, mut sidik) = (String::new(), String::new());
    if let Some(upload) = upload.filter(|_| salah.0.is_empty()) {
        match naskah::keep(&ctx.hall.node.berkas, &upload.path)? {
            Ok(hash) => (berkas, sidik) = (nama_berkas(&upload.name), hash),
            Err(sentence) => salah.0.push(("berkas".into(), format!("{sentence} (PNP-13)"))),
        }
    }
    Ok(match tanggal.filter(|_| salah.0.is_empty()) {
        Some(tanggal) => Ok(Surat { nomor, tanggal, catatan, berkas, sidik, hadir: Vec::new() }),
        None => Err(salah.0),
    })
}

/// People named one a line, who sign the minutes of a step.
///
/// # Errors
/// A line cannot be read, or holds letters nobody sees.
pub fn orang_bernama(ctx: &Ctx, peran: Peran) -> Result<Vec<Hadirin>, Tolak> {
    let typed = ctx.field(peran.ruas());
    let unseen = |c: char| teks::is_invisible(c) || (c.is_control() && !matches!(c, '\n' | '\r' | '\t'));
    if typed.contains(unseen) {
        let sentence = format!("{}: ada karakter yang tidak terlihat. Ketik ulang barisnya.", peran.label());
        return Err(Tolak("PNP-10", sentence));
    }
    hadirin::baca(typed, peran).map_err(|sentence| Tolak("PNP-79", sentence))
}

/// The last part of what the sender calls it, in letters one can see.
fn nama_berkas(name: &str) -> String {
    let last = name.rsplit(['/', '\\']).next().unwrap_or("");
    let seen: String =
        last.chars().filter(|c| !c.is_control() && !teks::is_invisible(*c)).take(120).collect();
    if seen.trim().is_empty() { "naskah".to_owned() } else { seen }
}

/// The form of this request again, with what is wrong in its fields.
pub fn ulang(ctx: &Ctx, salah: Vec<(String, String)>) -> Ulang {
    let tujuan = ctx.path.rsplit('/').next().unwrap_or("").to_owned();
    let ruas = ctx.form.iter().filter(|f| f.0 != "csrf" && f.0 != "versi").cloned().collect();
    Ulang { tujuan, ruas, salah }
}

/// What was done; or, when a form was refused, the form again with the sentence beside `ruas`.
///
/// # Errors
/// What is no refusal of a form: not found, not allowed, storage.
pub fn atau_ulang<T>(ctx: &Ctx, ruas: &str, done: Result<T, Problem>) -> Result<Result<T, Ulang>, Problem> {
    match done {
        Ok(done) => Ok(Ok(done)),
        // What is not the visitor's to do is no matter of what they typed.
        Err(Problem::Refused(code, text)) if code != BUKAN_ANDA => {
            let ruas = if code == KODE { "tanggal" } else { ruas };
            Ok(Err(ulang(ctx, vec![(ruas.to_owned(), format!("{text} ({code})"))])))
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
