//! Dates of the steps of a round follow one another.

use super::Tolak;
use super::rencana::Rencana;
use super::tahap::Tahap;
use kernel::Date;

/// Code of the refusal.
pub const KODE: &str = "PNP-76";

/// The step, and what it may not precede.
const URUTAN: [(Tahap, &[Tahap]); 6] = [
    (Tahap::Dirapatkan, &[Tahap::Diumumkan]),
    (Tahap::Diputus, &[Tahap::Diumumkan, Tahap::Dirapatkan]),
    (Tahap::Ditetapkan, &[Tahap::Diputus]),
    (Tahap::Dilantik, &[Tahap::Ditetapkan]),
    (Tahap::Bertugas, &[Tahap::Ditetapkan, Tahap::Dilantik]),
    (Tahap::Dilaporkan, &[Tahap::Bertugas]),
];

/// Whether a step may bear this date.
///
/// # Errors
/// It lies before the date of what it follows; the sentence names both.
pub fn berurutan(rencana: &Rencana, langkah: Tahap, hari: Date) -> Result<(), Tolak> {
    let before = URUTAN.iter().find(|row| row.0 == langkah).map_or(&[][..], |row| row.1);
    let steps = before.iter().filter_map(|t| Some((sebutan(*t).to_owned(), rencana.surat(*t)?.tanggal)));
    let gates = surat_gerbang(rencana).filter(|_| langkah == Tahap::Diputus);
    let tmt = (langkah == Tahap::Bertugas).then(|| ("TMT".to_owned(), rencana.pokok.berlaku));
    let latest = steps.chain(gates).chain(tmt).max_by_key(|row| row.1);
    let Some((what, day)) = latest.filter(|row| hari < row.1) else { return Ok(()) };
    let (own, hari, day) = (sebutan(langkah), hari.dmy(), day.dmy());
    let sentence = format!("Tanggal {own} ({hari}) mendahului {what} ({day}). Periksa kedua tanggal itu.");
    Err(Tolak(KODE, sentence))
}

/// The letter that stands for each gate.
fn surat_gerbang(rencana: &Rencana) -> impl Iterator<Item = (String, Date)> {
    let all = &rencana.gerbang;
    let last = move |n: usize| {
        let about = |g: &crate::isi::Gerbang| (g.gerbang.clone(), g.pos.clone());
        !all[n + 1..].iter().any(|later| about(&later.0) == about(&all[n].0))
    };
    let standing = (0..all.len()).filter(move |n| last(*n)).map(|n| &all[n].0.surat);
    standing.map(|s| (format!("surat gerbang nomor {}", s.nomor), s.tanggal))
}

fn sebutan(tahap: Tahap) -> &'static str {
    match tahap {
        Tahap::Diumumkan => "pengumuman",
        Tahap::Dirapatkan => "rapat",
        Tahap::Diputus => "keputusan PPK",
        Tahap::Ditetapkan => "SK",
        Tahap::Dilantik => "pelantikan",
        Tahap::Bertugas => "SPMT",
        Tahap::Dilaporkan => "laporan",
        other => other.label(),
    }
}
