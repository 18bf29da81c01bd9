//! Whom to tell of what happened in a rakor, what falls due, and the rungs of the ladder: each is recorded once,
//! and who is told of a rung is told with those below it.

mod undangan;

use crate::isi::{Isi, POKOK};
use crate::page::lanjut::Alat;
use crate::rule::bawaan::sesudah;
use crate::rule::eskalasi::{Anak, jatuh as rungs, tercatat};
use crate::rule::rakor::Rtl;
use crate::rule::{Rakor, Tahap};
use crate::store;
use crate::templat::TANGGA;
use ::store::peristiwa::Peristiwa;
use host::kabar::{Jenis, Kabar, Penerima, jatuh};
use host::peristiwa::Pelaku;
use host::{Hall, Problem, Role, tanggal};
use kernel::Date;
use std::sync::Arc;

/// Who works on it in an instansi.
const OFFICERS: [Role; 1] = [Role::Petugas];
/// Kepala BKPSDM and those who work for them.
const HEADS: [Role; 2] = [Role::Petugas, Role::Pimpinan];
/// Who leads it: Sekda.
const LEADERS: [Role; 1] = [Role::Pimpinan];

/// Messages that follow from an event of a rakor.
///
/// # Errors
/// When storage fails.
pub fn dari_peristiwa(hall: &Hall, event: &Peristiwa) -> ::store::Result<Vec<Kabar>> {
    if event.pokok != POKOK {
        return Ok(Vec::new());
    }
    let Some(isi) = Isi::baca(&event.jenis, &event.isi) else { return Ok(Vec::new()) };
    let about = match &isi {
        Isi::Diundang | Isi::Rtl(_) => true,
        Isi::Laporan(l) => l.selesai,
        Isi::Verifikasi(_) | Isi::Eskalasi { .. } | Isi::RtlDiubah { .. } | Isi::RtlDibatalkan { .. } => true,
        Isi::Paparan(p) => p.kebijakan,
        Isi::Dibatalkan { .. } | Isi::Diubah(_) | Isi::BahanDiminta { .. } | Isi::Pihak { .. } => true,
        _ => false,
    };
    if !about {
        return Ok(Vec::new());
    }
    let entry = event.entry.to_string();
    // As it was then: the same event is told the same way, whatever came later.
    let Some(rakor) = hall.with(|conn| store::sesudah(conn, &event.pokok_id, &entry))? else {
        return Ok(Vec::new());
    };
    let mut told = tulis(&rakor, &isi, &entry);
    if undangan::terundang(&rakor, &isi) {
        let before = hall.with(|conn| store::sebelum(conn, &event.pokok_id, &entry))?;
        told.extend(before.map_or(Vec::new(), |before| undangan::tulis((&before, &rakor), &isi, &entry)));
    }
    Ok(told)
}

fn tulis(rakor: &Rakor, isi: &Isi, entry: &str) -> Vec<Kabar> {
    let judul = &rakor.pokok.judul;
    let page = format!("/rakor/{}", rakor.id);
    let to =
        |instansi: &str, peran: &[Role]| Penerima::Peran { instansi: instansi.into(), peran: peran.to_vec() };
    let make = |jenis, kepada: Penerima, subject: String, isi: String, alamat: String, tenggat| {
        let whom = match &kepada {
            Penerima::Akun(akun) => akun.clone(),
            Penerima::Peran { instansi, peran } => {
                format!("{instansi}:{}", peran.iter().map(|p| p.word()).collect::<Vec<_>>().join(","))
            }
        };
        Kabar { kunci: format!("rakor/{entry}/{whom}"), jenis, kepada, judul: subject, isi, alamat, tenggat }
    };
    let about = |rtl: &str| rakor.rtl(rtl);
    let rtl_page = |rtl: &Rtl| format!("/rtl/{}/{}", rakor.id, rtl.tanda.id);
    let point = |rtl: &Rtl| rakor.nomor(&rtl.isi.rumusan).map_or("Butir".into(), |n| format!("Butir R-{n}"));
    match isi {
        Isi::Diundang => {
            let day = rakor.pokok.tanggal.map_or(String::new(), |d| format!(" {}", tanggal(d).long()));
            let invite = |instansi: &&str| {
                make(
                    Jenis::Undangan,
                    to(instansi, &HEADS),
                    format!("Undangan: {judul}"),
                    format!("Rakor{day}. Jawab undangan dan siapkan bahannya."),
                    page.clone(),
                    rakor.pokok.tanggal,
                )
            };
            rakor.penentu().iter().filter(|i| **i != rakor.instansi).map(invite).collect()
        }
        Isi::Paparan(_) => {
            let note = |instansi: &&str| {
                make(
                    Jenis::Penugasan,
                    to(instansi, &OFFICERS),
                    format!("Paparan kebijakan: {judul}"),
                    "Baca paparannya dan nyatakan sudah dibaca.".into(),
                    page.clone(),
                    None,
                )
            };
            rakor.penentu().iter().filter(|i| **i != rakor.instansi).map(note).collect()
        }
        Isi::Rtl(_) => about(entry).map_or(Vec::new(), |rtl| {
            let words = format!("{} menetapkan tindak lanjut bagi instansi Anda.", point(rtl));
            let owner = to(&rtl.isi.instansi, &OFFICERS);
            vec![make(
                Jenis::Penugasan,
                owner,
                format!("RTL baru: {judul}"),
                words,
                rtl_page(rtl),
                rtl.isi.tenggat,
            )]
        }),
        Isi::Laporan(l) => about(&l.rtl).map_or(Vec::new(), |rtl| {
            let words = format!("{} dilaporkan selesai dan menunggu verifikasi.", point(rtl));
            let judge = to(&rtl.isi.verifikator, &OFFICERS);
            vec![make(
                Jenis::Penugasan,
                judge,
                format!("Verifikasi RTL: {judul}"),
                words,
                rtl_page(rtl),
                None,
            )]
        }),
        Isi::Verifikasi(v) => about(&v.rtl).map_or(Vec::new(), |rtl| {
            let (what, words) = if v.selesai {
                (Jenis::Pemberitahuan, "dinyatakan selesai oleh verifikator.")
            } else {
                (Jenis::Penugasan, "dikembalikan oleh verifikator; lengkapi laporannya.")
            };
            let owner = to(&rtl.isi.instansi, &OFFICERS);
            let words = format!("{} {words}", point(rtl));
            vec![make(
                what,
                owner,
                format!("Hasil verifikasi RTL: {judul}"),
                words,
                rtl_page(rtl),
                rtl.isi.tenggat,
            )]
        }),
        Isi::RtlDiubah { rtl, tenggat, .. } => about(rtl).map_or(Vec::new(), |rtl| {
            let words = format!("Tenggat {} menjadi {}.", point(rtl), tanggal(*tenggat).long());
            let owner = to(&rtl.isi.instansi, &OFFICERS);
            vec![make(
                Jenis::Pemberitahuan,
                owner,
                format!("Tenggat RTL berubah: {judul}"),
                words,
                rtl_page(rtl),
                Some(*tenggat),
            )]
        }),
        Isi::RtlDibatalkan { rtl, .. } => about(rtl).map_or(Vec::new(), |rtl| {
            let words = format!("{}: tindak lanjut dibatalkan penyelenggara.", point(rtl));
            let owner = to(&rtl.isi.instansi, &OFFICERS);
            vec![make(
                Jenis::Pemberitahuan,
                owner,
                format!("RTL dibatalkan: {judul}"),
                words,
                rtl_page(rtl),
                None,
            )]
        }),
        Isi::Eskalasi { rtl, tingkat } => about(rtl).map_or(Vec::new(), |rtl| {
            let rung = TANGGA.get(usize::from(*tingkat).wrapping_sub(1)).copied().unwrap_or("");
            let words = format!("{} lewat tenggat; eskalasi tingkat {tingkat}: {rung}.", point(rtl));
            let told = tangga(&rakor.instansi, &rtl.isi.instansi, *tingkat);
            let say = |(instansi, peran): (String, Vec<Role>)| {
                let subject = format!("RTL terlambat: {judul}");
                make(
                    Jenis::Keterlambatan,
                    to(&instansi, &peran),
                    subject,
                    words.clone(),
                    rtl_page(rtl),
                    rtl.isi.tenggat,
                )
            };
            told.into_iter().map(say).collect()
        }),
        _ => Vec::new(),
    }
}

/// Whom a rung reaches, those below it included: instansi and roles.
fn tangga(penyelenggara: &str, pemilik: &str, tingkat: u8) -> Vec<(String, Vec<Role>)> {
    let all: [(&str, &[Role]); 5] = [
        (pemilik, &OFFICERS),
        (pemilik, &HEADS),
        (pemilik, &LEADERS),
        (penyelenggara, &HEADS),
        (penyelenggara, &OFFICERS),
    ];
    let mut told: Vec<(String, Vec<Role>)> = Vec::new();
    for (instansi, roles) in all.iter().take(usize::from(tingkat)) {
        match told.iter_mut().find(|t| t.0 == *instansi) {
            Some(known) => {
                known.1.extend(roles.iter().filter(|r| !known.1.contains(r)).copied().collect::<Vec<_>>())
            }
            None => told.push(((*instansi).to_owned(), roles.to_vec())),
        }
    }
    told
}

/// What comes near, told so many days before as the template says and on the day before; what has passed is
/// put on the ladder.
///
/// # Errors
/// When storage fails.
pub fn pengingat(hall: &Hall, today: Date) -> ::store::Result<Vec<Kabar>> {
    eskalasi_jatuh(hall, today)?;
    let all = store::semua(hall)?;
    let invited = all.iter().filter(|r| r.tahap == Tahap::Diundang);
    let mut told: Vec<Kabar> = invited.flat_map(|r| belum_menjawab(r, today)).collect();
    for rakor in all.iter().filter(|r| !r.tahap.selesai()) {
        let before = i32::from(rakor.templat().pengingat);
        for rtl in rakor.rtl.iter().filter(|r| r.terbuka() && r.menunggu().is_none()) {
            let Some(due) = rtl.isi.tenggat.filter(|due| *due >= today) else { continue };
            let Some(step) = jatuh(due, today, &[-before, -1]) else { continue };
            told.push(Kabar {
                kunci: format!("rakor/rtl/{}/{due}/{step}", rtl.tanda.id),
                jenis: Jenis::Pengingat,
                kepada: Penerima::Peran { instansi: rtl.isi.instansi.clone(), peran: OFFICERS.to_vec() },
                judul: format!("Tenggat RTL mendekat: {}", rakor.pokok.judul),
                isi: format!("Laporkan tindak lanjutnya paling lambat {}.", tanggal(due).long()),
                alamat: format!("/rtl/{}/{}", rakor.id, rtl.tanda.id),
                tenggat: Some(due),
            });
        }
    }
    Ok(told)
}

/// Instansi that have not answered, so many days before the rakor as its template says. Where invitations
/// went out later than that, they are reminder enough.
fn belum_menjawab(rakor: &Rakor, today: Date) -> Vec<Kabar> {
    let before = i32::from(rakor.templat().undangan);
    let Some(day) = rakor.pokok.tanggal.filter(|day| *day >= today && before > 0) else { return Vec::new() };
    let sent = rakor.sejak(Tahap::Diundang).map(|t| t.pada.date_wib());
    if jatuh(day, today, &[-before]).is_none() || sent.is_none_or(|sent| sent >= day.add_days(-before)) {
        return Vec::new();
    }
    let silent = |i: &&&str| {
        **i != rakor.instansi && rakor.undangan().any(|p| p.tentang.instansi == **i && p.jawaban.is_none())
    };
    let remind = |instansi: &&str| Kabar {
        kunci: format!("rakor/undangan/{}/{day}/{instansi}", rakor.id),
        jenis: Jenis::Pengingat,
        kepada: Penerima::Peran { instansi: (*instansi).to_owned(), peran: HEADS.to_vec() },
        judul: format!("Undangan belum dijawab: {}", rakor.pokok.judul),
        isi: format!("Rakor {}. Jawab undangan dan siapkan bahannya.", tanggal(day).long()),
        alamat: format!("/rakor/{}/persiapan", rakor.id),
        tenggat: Some(day),
    };
    rakor.penentu().iter().filter(silent).map(remind).collect()
}

/// Records the rungs reached on a day; answers how many. Called again on the same day it records nothing.
///
/// # Errors
/// When storage fails.
pub fn eskalasi_jatuh(hall: &Hall, today: Date) -> ::store::Result<usize> {
    let all = store::semua(hall)?;
    let open = |r: &&Arc<Rakor>| r.tahap == Tahap::Disepakati && r.rtl.iter().any(Rtl::terbuka);
    let followed: Vec<&Rakor> = all.iter().filter(open).map(Arc::as_ref).collect();
    if followed.is_empty() {
        return Ok(0);
    }
    let alat = Alat::untuk(hall, hall.present()?, &followed)?.pada(today);
    let mut made = 0;
    for rakor in followed {
        let due = rungs(&alat.nilai(rakor), sesudah(&all, rakor));
        if !due.is_empty() {
            made += record(hall, rakor, due)?;
        }
    }
    Ok(made)
}

fn record(hall: &Hall, rakor: &Rakor, due: Vec<Anak>) -> ::store::Result<usize> {
    let pelaku = Pelaku {
        instansi: rakor.instansi.clone(),
        akun: "sinergi".into(),
        oleh: "Sinergi, pengingat otomatis".into(),
    };
    let done = store::catat(hall, &pelaku, &rakor.id, |now| {
        // Another process may have recorded it, or its owner reported, since it was read.
        let still = |a: &Anak| {
            now.rtl(&a.rtl)
                .is_some_and(|rtl| rtl.terbuka() && rtl.menunggu().is_none() && tercatat(rtl) < a.tingkat)
        };
        let rung = |a: Anak| (Isi::Eskalasi { rtl: a.rtl, tingkat: a.tingkat }, None);
        Ok(due.into_iter().filter(still).map(rung).collect())
    });
    match done {
        Ok(entries) => Ok(entries.len()),
        Err(Problem::Failed(e)) => Err(e),
        Err(_) => Ok(0),
    }
}
