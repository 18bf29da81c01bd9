//! The post office: events of the journals become messages, once each, and messages become e-mails. The
//! journal is the outbox: what was told follows from how far it was read, and that moves in the same
//! transaction in which the messages are kept.

pub mod waktu;

use crate::hall::Hall;
use crate::kabar::Kabar;
use crate::module::Module;
use crate::setelan::{self, Setelan};
use crate::surat::{self, Surel as Keadaan};
use crate::surel::{Gagal, Surat, satu_baris};
use kernel::Stamp;
use sha2::{Digest, Sha256};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::mpsc::{Receiver, RecvTimeoutError};
use std::time::{Duration, Instant};
use store::{Conn, Result};

/// The page messages are read on.
pub const ALAMAT: &str = "/pesan";
/// Events read at a time.
const BATCH: i64 = 100;
/// Accounts that are written to in one round, and messages in one mail.
const ROUND: i64 = 200;
const IN_ONE: i64 = 50;
/// How long one e-mail may be on its way before somebody else may try.
const LEASE: i64 = 15 * 60_000_000;
/// An e-mail older than this is no news any more.
const STALE: i64 = 3 * 86_400_000_000;
/// A message is kept for so long; what it told of stands in the journals for good.
const KEPT: i64 = 400 * 86_400_000_000;
/// Hours Jakarta is ahead of UTC.
const WIB: i64 = 7;
/// The hour of the day (WIB) in which old messages go: offices sleep.
const PRUNED_AT: i64 = 3;
/// No new e-mail is begun in a round after this long: what was taken must be sent well before its lease ends.
const ROUND_TIME: Duration = Duration::from_secs(300);
/// Between two rounds of the post office.
const EVERY: Duration = Duration::from_secs(15);

/// What a round did.
#[derive(Clone, Copy, Default, PartialEq, Eq, Debug)]
pub struct Putaran {
    /// Messages made.
    pub dibuat: u64,
    /// E-mails the server took.
    pub terkirim: u64,
    /// E-mails that will be tried again.
    pub ditunda: u64,
    /// E-mails given up.
    pub gagal: u64,
}

/// Reads what is new in every journal and keeps the messages that follow from it.
///
/// # Errors
/// When storage fails, or a module cannot read: what was not kept is made again next time.
pub fn buat(hall: &Hall, modules: &[Module], now: Stamp) -> Result<u64> {
    let mut made = 0;
    for (instansi, _) in hall.with(store::people::journal_sizes)? {
        loop {
            let (_, events) = hall.with(|conn| surat::berikutnya(conn, &instansi, BATCH))?;
            let Some(last) = events.last() else { break };
            let mut all = Vec::new();
            for event in &events {
                for kabar in modules.iter().filter_map(|m| m.kabar) {
                    all.extend(kabar(hall, event)?);
                }
            }
            let place = last.seq + 1;
            let kept = hall.with(|conn| {
                conn.transaction(|conn| match surat::maju(conn, &instansi, place)? {
                    true => simpan(conn, &all, now).map(Some),
                    // Another process read the same events meanwhile.
                    false => Ok(None),
                })
            })?;
            made += kept.unwrap_or(0);
        }
    }
    Ok(made)
}

/// Keeps the messages that follow from the calendar, as of a moment.
///
/// # Errors
/// When storage fails, or a module cannot read.
pub fn ingatkan(hall: &Hall, modules: &[Module], now: Stamp) -> Result<u64> {
    let mut made = 0;
    for pengingat in modules.iter().flat_map(|m| m.pengingat) {
        let all = pengingat(hall, now.date_wib())?;
        made += hall.with(|conn| conn.transaction(|conn| simpan(conn, &all, now)))?;
    }
    Ok(made)
}

/// Keeps each message for each account it is for; answers how many were new.
fn simpan(conn: &mut Conn, all: &[Kabar], now: Stamp) -> Result<u64> {
    let mut made = 0;
    for kabar in all {
        let kabar = bersih(kabar);
        for kepada in surat::penerima(conn, &kabar.kepada, now.date_wib())? {
            let by_mail = kepada.setelan.lewat_surel(kabar.jenis);
            let kirim = by_mail.then(|| waktu::kapan(&kepada.setelan, now));
            made += u64::from(surat::taruh(conn, &kabar, &kepada, now, kirim)?);
        }
    }
    Ok(made)
}

/// A message as it may be kept: no module can stop the post with a text no database takes, nor lead out of
/// the house.
fn bersih(kabar: &Kabar) -> Kabar {
    let line = |text: &str, most| satu_baris(text).chars().take(most).collect::<String>();
    Kabar {
        kunci: line(&kabar.kunci, 200),
        judul: line(&kabar.judul, 200),
        isi: line(&kabar.isi, 500),
        alamat: if crate::http::own_path(&kabar.alamat) { kabar.alamat.clone() } else { ALAMAT.to_owned() },
        ..kabar.clone()
    }
}

/// Sends the e-mails that are due. Without a mail server they wait.
///
/// # Errors
/// When storage fails.
pub fn kirim(hall: &Hall, now: Stamp) -> Result<Putaran> {
    let mut done = Putaran::default();
    if hall.surel.is_none() {
        return Ok(done);
    }
    let begun = Instant::now();
    for akun in hall.with(|conn| surat::antrean(conn, now, ROUND))? {
        if begun.elapsed() > ROUND_TIME || !kirim_kepada(hall, &akun, now, &mut done)? {
            break;
        }
    }
    Ok(done)
}

/// Sends what is due for one account, in one mail; `false` when the server is out of reach.
fn kirim_kepada(hall: &Hall, akun: &str, now: Stamp, done: &mut Putaran) -> Result<bool> {
    let Some(surel) = &hall.surel else { return Ok(false) };
    let Some(paket) = hall.with(|conn| conn.transaction(|conn| paket(conn, akun, now, done)))? else {
        return Ok(true);
    };
    let (perihal, isi) = tulis(&hall.alamat_publik, &paket);
    let mut hash = Sha256::new();
    hash.update(akun);
    paket.isi.iter().for_each(|p| hash.update(&p.kunci));
    let id = store::derive::hex(&hash.finalize()[..16]);
    let sent = surel.kirim(&Surat {
        kepada: &paket.setelan.surel,
        nama: &paket.nama,
        perihal: &perihal,
        isi: &isi,
        id: &id,
    });
    let reached = !matches!(sent, Err(Gagal::Server(_)));
    hall.with(|conn| {
        conn.transaction(|conn| {
            for pesan in &paket.isi {
                let (keadaan, lagi, galat) = match &sent {
                    Ok(()) => (Keadaan::Terkirim, None, ""),
                    Err(Gagal::Tetap(why)) => (Keadaan::Gagal, None, why.as_str()),
                    Err(Gagal::Sementara(why) | Gagal::Server(why)) => {
                        match waktu::lagi(pesan.percobaan + 1, now) {
                            Some(lagi) => (
                                Keadaan::Antre,
                                Some(waktu::sesudah_tenang(&paket.setelan, lagi)),
                                why.as_str(),
                            ),
                            None => (Keadaan::Gagal, None, why.as_str()),
                        }
                    }
                };
                match keadaan {
                    Keadaan::Terkirim => done.terkirim += 1,
                    Keadaan::Antre => done.ditunda += 1,
                    Keadaan::Gagal | Keadaan::Tidak => done.gagal += 1,
                }
                surat::catat(conn, akun, &pesan.kunci, keadaan, lagi, galat)?;
            }
            Ok(())
        })
    })?;
    Ok(reached)
}

/// What goes into one mail.
struct Paket {
    nama: String,
    setelan: Setelan,
    isi: Vec<surat::Antre>,
}

/// Takes what is due for an account, as far as it may be sent now; what may not is put off or given up.
fn paket(conn: &mut Conn, akun: &str, now: Stamp, done: &mut Putaran) -> Result<Option<Paket>> {
    let setelan = setelan::baca(conn, akun)?;
    let nama = surat::nama(conn, akun)?.filter(|_| !setelan.surel.is_empty());
    let ready = waktu::sesudah_tenang(&setelan, now);
    let mut isi = Vec::new();
    for pesan in surat::antrean_milik(conn, akun, now, IN_ONE)? {
        let kunci = pesan.kunci.as_str();
        if nama.is_none() {
            surat::catat(conn, akun, kunci, Keadaan::Tidak, None, "")?;
        } else if now.0 - pesan.dibuat.0 > STALE {
            done.gagal += 1;
            surat::catat(conn, akun, kunci, Keadaan::Gagal, None, "sudah lebih dari tiga hari")?;
        } else if ready > now {
            surat::catat(conn, akun, kunci, Keadaan::Antre, Some(ready), "")?;
        } else if surat::ambil(conn, akun, kunci, now, Stamp(now.0 + LEASE))? {
            isi.push(pesan);
        }
    }
    Ok(nama.filter(|_| !isi.is_empty()).map(|nama| Paket { nama, setelan, isi }))
}

/// Subject and text of a mail.
fn tulis(publik: &str, paket: &Paket) -> (String, String) {
    let link = |path: &str| format!("{publik}{path}");
    let mut text = format!("Yth. {},\r\n\r\n", satu_baris(&paket.nama));
    let perihal = match paket.isi.as_slice() {
        [satu] => {
            text += &format!("{}\r\n{}\r\n", satu.isi, link(&satu.alamat));
            satu.judul.clone()
        }
        beberapa => {
            for pesan in beberapa {
                text += &format!("{}\r\n{}\r\n\r\n", pesan.judul, link(&pesan.alamat));
            }
            format!("{} pesan Sinergi untuk Anda", beberapa.len())
        }
    };
    text += &format!(
        "\r\nSurel otomatis dari Sinergi; jangan dibalas. Atur surel Anda: {}\r\n",
        link("/pesan/setelan")
    );
    (perihal, text)
}

/// One round: messages from the journals, reminders when `ingat`, e-mails. What fails of it keeps nothing else
/// from being done.
///
/// # Errors
/// When storage fails: the first failure, after everything was tried.
pub fn putar(hall: &Hall, modules: &[Module], now: Stamp, ingat: bool) -> Result<Putaran> {
    let made = buat(hall, modules, now);
    let reminded = if ingat { ingatkan(hall, modules, now) } else { Ok(0) };
    let pruned = if ingat { pangkas(hall, now) } else { Ok(()) };
    let sent = kirim(hall, now)?;
    pruned?;
    Ok(Putaran { dibuat: made? + reminded?, ..sent })
}

/// Takes away old messages, at night.
fn pangkas(hall: &Hall, now: Stamp) -> Result<()> {
    if (now.0.div_euclid(3_600_000_000) + WIB).rem_euclid(24) == PRUNED_AT {
        hall.with(|conn| surat::pangkas(conn, Stamp(now.0 - KEPT)))?;
    }
    Ok(())
}

/// Works until the other end of `stop` is gone. What fails is told in the log and tried again.
pub fn layani(hall: &Hall, modules: &[Module], stop: &Receiver<()>) {
    let mut reminded = None;
    loop {
        let now = hall.now();
        let hour = now.0.div_euclid(3_600_000_000);
        let round = || {
            hall.hitung_tugas.segarkan(hall, modules);
            putar(hall, modules, now, reminded != Some(hour))
        };
        match catch_unwind(AssertUnwindSafe(round)) {
            Ok(Ok(done)) => {
                reminded = Some(hour);
                if done != Putaran::default() {
                    tracing::info!(
                        dibuat = done.dibuat,
                        terkirim = done.terkirim,
                        ditunda = done.ditunda,
                        gagal = done.gagal,
                        "pesan"
                    );
                }
            }
            Ok(Err(e)) => tracing::warn!(error = %e, "pesan tidak dapat diolah; dicoba lagi"),
            Err(_) => tracing::error!("keadaan mustahil saat mengolah pesan; dicoba lagi"),
        }
        if !matches!(stop.recv_timeout(EVERY), Err(RecvTimeoutError::Timeout)) {
            return;
        }
    }
}
