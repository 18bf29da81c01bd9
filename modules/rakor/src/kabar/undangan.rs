//! Whom to tell that a rakor does not take place, moved, wants material or invites more parties. Nobody is told of
//! a draft: who is not invited yet reads all of it in the invitation. What somebody wrote stays on the page: messages
//! go out by e-mail too.

use super::{HEADS, OFFICERS};
use crate::isi::{Isi, Pokok};
use crate::rule::{Rakor, Tahap};
use host::kabar::{Jenis, Kabar, Penerima};
use host::{Role, tanggal};
use kernel::Date;

/// Whether this is one of these events, of a rakor whose invitations are out.
pub(super) fn terundang(rakor: &Rakor, isi: &Isi) -> bool {
    let told =
        matches!(isi, Isi::Dibatalkan { .. } | Isi::Diubah(_) | Isi::BahanDiminta { .. } | Isi::Pihak { .. });
    told && rakor.sejak(Tahap::Diundang).is_some()
}

/// Messages that follow from what a rakor was right before an event and is right after it.
pub(super) fn tulis((before, now): (&Rakor, &Rakor), isi: &Isi, entry: &str) -> Vec<Kabar> {
    let judul = &now.pokok.judul;
    let all: Vec<&str> = now.penentu();
    let day = now.pokok.tanggal;
    match isi {
        Isi::Dibatalkan { .. } => {
            let when = day.map_or(String::new(), |d| format!(" {}", tanggal(d).long()));
            let words = format!("Rakor{when} tidak dilaksanakan. Alasannya tertulis pada halaman rakor.");
            let pesan = (Jenis::Pemberitahuan, format!("Rakor dibatalkan: {judul}"), words, "", None);
            kirim(now, entry, &all, &HEADS, &pesan)
        }
        Isi::Diubah(_) if jadwal(&before.pokok) != jadwal(&now.pokok) => {
            let words = format!("Semula: {}. Sekarang: {}.", jadwal(&before.pokok), jadwal(&now.pokok));
            let pesan = (Jenis::Pemberitahuan, format!("Jadwal rakor berubah: {judul}"), words, "", day);
            kirim(now, entry, &all, &HEADS, &pesan)
        }
        Isi::BahanDiminta { tenggat, .. } if before.bahan != now.bahan => {
            let words = format!("Sampaikan bahan yang diminta paling lambat {}.", tanggal(*tenggat).long());
            let subject = format!("Permintaan bahan: {judul}");
            let pesan = (Jenis::Penugasan, subject, words, "/persiapan", Some(*tenggat));
            kirim(now, entry, &all, &OFFICERS, &pesan)
        }
        Isi::Pihak { pihak } => {
            let mut new: Vec<&str> = Vec::new();
            for party in pihak.iter().map(|p| p.instansi.as_str()) {
                if !party.is_empty() && !new.contains(&party) {
                    new.push(party);
                }
            }
            let when = day.map_or(String::new(), |d| format!(" {}", tanggal(d).long()));
            let words = format!("Rakor{when}. Jawab undangan dan siapkan bahannya.");
            kirim(now, entry, &new, &HEADS, &(Jenis::Undangan, format!("Undangan: {judul}"), words, "", day))
        }
        _ => Vec::new(),
    }
}

/// Day, hours and place in words.
fn jadwal(pokok: &Pokok) -> String {
    let day = pokok.tanggal.map_or("tanggal belum ditetapkan".into(), |d| tanggal(d).long());
    let hours = match (pokok.pukul.0.as_str(), pokok.pukul.1.as_str()) {
        ("", _) => String::new(),
        (from, "") => format!("pukul {from}"),
        (from, to) => format!("pukul {from} s.d. {to}"),
    };
    [day, hours, pokok.tempat.clone()]
        .into_iter()
        .filter(|part| !part.is_empty())
        .collect::<Vec<_>>()
        .join(", ")
}

/// Sort, subject, words, page of the rakor, and until when.
type Pesan<'p> = (Jenis, String, String, &'p str, Option<Date>);

/// The same to each instansi but its convener, whose act it was.
fn kirim(rakor: &Rakor, entry: &str, instansi: &[&str], peran: &[Role], pesan: &Pesan<'_>) -> Vec<Kabar> {
    let (jenis, judul, isi, page, tenggat) = pesan;
    let roles = peran.iter().map(|p| p.word()).collect::<Vec<_>>().join(",");
    let to = |id: &&str| Kabar {
        kunci: format!("rakor/{entry}/{id}:{roles}"),
        jenis: *jenis,
        kepada: Penerima::Peran { instansi: (*id).to_owned(), peran: peran.to_vec() },
        judul: judul.clone(),
        isi: isi.clone(),
        alamat: format!("/rakor/{}{page}", rakor.id),
        tenggat: *tenggat,
    };
    instansi.iter().filter(|id| **id != rakor.instansi).map(to).collect()
}
