//! What may be done before and during the meeting: preparing, answering, being present, writing, agreeing.

use super::izin::Tolak;
use super::rakor::{Masalah, Pihak, Rakor, Rumusan};
use super::tahap::Tahap;
use crate::isi;
use kernel::Date;

/// Letters of one text: a paragraph, a point, a problem.
pub const TEKS_MOST: usize = 8_000;
/// Letters of a line: a name, a place, a title.
pub const BARIS_MOST: usize = 200;

/// Answers to an invitation, as the journal and pages say them.
pub const JAWABAN: [(&str, &str); 3] =
    [("hadir", "Hadir"), ("mewakili", "Diwakili"), ("berhalangan", "Berhalangan")];
/// Stands on a point.
pub const SIKAP: [(&str, &str); 3] =
    [("sepakat", "Sepakat"), ("catatan", "Sepakat dengan catatan"), ("tidak", "Tidak sepakat")];

fn tolak<T>(code: &'static str, text: impl Into<String>) -> Result<T, Tolak> {
    Err(Tolak(code, text.into()))
}

/// A text people write at length: something, and not a book.
///
/// # Errors
/// Empty, or too long.
pub fn teks(text: &str) -> Result<String, Tolak> {
    let text = text.replace("\r\n", "\n").replace('\t', " ").trim().to_owned();
    match text.chars().count() {
        0 => tolak("RAKOR-18", "Tulis isinya lebih dahulu."),
        n if n > TEKS_MOST => tolak(
            "RAKOR-19",
            format!("Tulisan ini {n} huruf; paling panjang {TEKS_MOST}. Pecah menjadi beberapa bagian."),
        ),
        _ => Ok(text),
    }
}

impl Rakor {
    /// Whether what it is, its agenda and its parties may change.
    ///
    /// # Errors
    /// It is agreed on, closed or called off.
    pub fn boleh_disiapkan(&self) -> Result<(), Tolak> {
        if self.tahap.dirumuskan() {
            return Ok(());
        }
        tolak(
            "RAKOR-11",
            format!("Rakor sudah pada tahap \"{}\"; persiapannya tidak berubah lagi.", self.tahap.label()),
        )
    }

    /// Whether invited instansi may answer, and bring what was asked for.
    ///
    /// # Errors
    /// Not invited yet, or over.
    pub fn boleh_dijawab(&self) -> Result<(), Tolak> {
        if matches!(self.tahap, Tahap::Diundang | Tahap::Berlangsung) {
            return Ok(());
        }
        tolak("RAKOR-15", "Undangan dijawab sejak dikirim sampai rumusan disepakati.")
    }

    /// Whether people may register themselves: while it goes on, and at the door on its day.
    ///
    /// # Errors
    /// With what to do instead.
    pub fn boleh_daftar(&self, today: Date) -> Result<(), Tolak> {
        match self.tahap {
            Tahap::Berlangsung => Ok(()),
            Tahap::Diundang if self.pokok.tanggal == Some(today) => Ok(()),
            Tahap::Rancangan | Tahap::Diundang => {
                tolak("RAKOR-12", "Presensi belum dibuka. Presensi dibuka pada hari rakor.")
            }
            Tahap::Dibatalkan => tolak("RAKOR-12", "Rakor ini dibatalkan."),
            Tahap::Disepakati | Tahap::Ditutup => tolak(
                "RAKOR-12",
                "Presensi sudah ditutup. Bila Anda hadir dan belum tercatat, hubungi penyelenggara.",
            ),
        }
    }

    /// Whether the officer may record who was present: also afterwards, from the sheet that was signed.
    ///
    /// # Errors
    /// Not invited yet, or closed.
    pub fn boleh_catat_hadir(&self) -> Result<(), Tolak> {
        if self.tahap.terbuka() && !self.tahap.selesai() {
            return Ok(());
        }
        tolak("RAKOR-12", "Daftar hadir dicatat sejak undangan dikirim sampai rakor ditutup.")
    }

    /// Whether the minutes may be written.
    ///
    /// # Errors
    /// Not opened yet, or closed.
    pub fn boleh_ditulis(&self) -> Result<(), Tolak> {
        if matches!(self.tahap, Tahap::Berlangsung | Tahap::Disepakati) {
            return Ok(());
        }
        tolak("RAKOR-13", "Notulen ditulis sejak rakor dibuka sampai ditutup.")
    }

    /// Whether points may be worded.
    ///
    /// # Errors
    /// They are agreed on.
    pub fn boleh_dirumuskan(&self) -> Result<(), Tolak> {
        if self.tahap.dirumuskan() {
            return Ok(());
        }
        tolak("RAKOR-14", "Rumusan sudah disepakati; bunyinya tidak berubah lagi.")
    }

    /// Whether a stand may be taken on this wording.
    ///
    /// # Errors
    /// Not while it goes on, no such point, another wording by now, or no reason given.
    pub fn boleh_bersikap(&self, sikap: &isi::Sikap) -> Result<(), Tolak> {
        if self.tahap != Tahap::Berlangsung {
            return tolak("RAKOR-14", "Sikap dinyatakan selama rakor berlangsung.");
        }
        if !SIKAP.iter().any(|s| s.0 == sikap.sikap) {
            return tolak("RAKOR-16", "Pilih sepakat, sepakat dengan catatan, atau tidak sepakat.");
        }
        if !self.penentu().contains(&sikap.instansi.as_str()) {
            return tolak("RAKOR-24", "Instansi ini tidak ada dalam daftar pihak.");
        }
        let Some(point) = self.butir().find(|r| r.id == sikap.rumusan) else {
            return tolak("RAKOR-20", "Butir ini tidak ada lagi. Muat ulang halaman.");
        };
        if point.kini.tanda.id != sikap.versi {
            return tolak(
                "RAKOR-17",
                "Bunyi butir ini sudah berubah. Baca bunyi yang baru, lalu nyatakan sikap.",
            );
        }
        if sikap.sikap != "sepakat" && sikap.catatan.trim().is_empty() {
            return tolak("RAKOR-18", "Tulis catatan atau alasannya.");
        }
        Ok(())
    }

    /// A party still on the list.
    ///
    /// # Errors
    /// There is none of that name.
    pub fn pihak_undangan(&self, id: &str) -> Result<&Pihak, Tolak> {
        match self.undangan().find(|p| p.id == id) {
            Some(pihak) => Ok(pihak),
            None => tolak("RAKOR-24", "Pihak ini tidak ada dalam daftar undangan. Muat ulang halaman."),
        }
    }

    /// Those of `baru` that are not on the list yet, each once, and how many were.
    pub fn pihak_baru(&self, baru: Vec<isi::Pihak>) -> (Vec<isi::Pihak>, usize) {
        let words = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase();
        let key = |p: &isi::Pihak| (p.instansi.clone(), words(&p.peran), words(&p.nama));
        let mut there: Vec<_> = self.undangan().map(|p| key(&p.tentang)).collect();
        let asked = baru.len();
        let mut new = Vec::new();
        for pihak in baru {
            if !there.contains(&key(&pihak)) {
                there.push(key(&pihak));
                new.push(pihak);
            }
        }
        let repeated = asked - new.len();
        (new, repeated)
    }

    /// Problems and practices an instansi may read.
    pub fn masalah_untuk<'r>(&'r self, instansi: &'r str) -> impl Iterator<Item = &'r Masalah> {
        self.masalah.iter().filter(move |m| self.masalah_terlihat(m, instansi))
    }

    /// What an item of the agenda is called; empty for none.
    pub fn mata_acara(&self, id: &str) -> &str {
        self.agenda.iter().find(|a| a.id == id).map_or("", |a| a.judul.as_str())
    }

    /// How many agree to a point as it is worded, and of how many.
    pub fn kesepakatan(&self, point: &Rumusan) -> (usize, usize) {
        let all = self.penentu();
        let agree = |i: &&&str| point.sikap.get(**i).is_some_and(|s| s.0.sikap != "tidak");
        (all.iter().filter(agree).count(), all.len())
    }
}
