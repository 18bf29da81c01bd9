//! A rakor as it is after everything that happened.

use super::kehadiran::Pengenal;
use super::tahap::Tahap;
use crate::isi::{self, ButirAgenda, Pokok};
use kernel::{Date, Stamp};
use std::collections::{BTreeMap, BTreeSet};

/// Who did something, and when it was recorded.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Tanda {
    /// The entry: the name of what it made.
    pub id: String,
    /// Whose act.
    pub instansi: String,
    /// Full name and role.
    pub oleh: String,
    /// Account.
    pub akun: String,
    /// When (dicatat).
    pub pada: Stamp,
}

/// A party as it stands.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Pihak {
    /// Its name: the entry that put it on the list, and its place there.
    pub id: String,
    /// Who.
    pub tentang: isi::Pihak,
    /// Its newest answer to the invitation.
    pub jawaban: Option<(isi::Jawaban, Tanda)>,
    /// The newest letter that entitles its representative.
    pub surat_kuasa: Option<(isi::SuratKuasa, Tanda)>,
    /// Why it was taken off the list, when it was.
    pub ditarik: Option<String>,
    /// The entry that took it off when it could read the rakor already: it reads as far as that one.
    pub akhir: Option<Tanda>,
}

/// A problem or good practice as it stands.
#[derive(Clone, Debug, PartialEq)]
pub struct Masalah {
    /// Who wrote it last; `id` is that of its first entry.
    pub tanda: Tanda,
    /// What it says.
    pub isi: isi::Masalah,
    /// It is sent: no draft any more.
    pub dikirim: bool,
    /// Instansi that say the same of themselves.
    pub dukungan: BTreeSet<String>,
}

/// A paper.
#[derive(Clone, Debug, PartialEq)]
pub struct Paparan {
    /// Who brought it.
    pub tanda: Tanda,
    /// What it is.
    pub isi: isi::Paparan,
    /// Which instansi took note, and when.
    pub dibaca: BTreeMap<String, Tanda>,
}

/// Somebody present.
#[derive(Clone, Debug, PartialEq)]
pub struct Hadir {
    /// Who recorded it.
    pub tanda: Tanda,
    /// Who came.
    pub isi: isi::Hadir,
    /// The device's clock was more than five minutes off, or ahead: the server's counts.
    pub jam_meragukan: bool,
    /// Struck off, and why.
    pub dicoret: Option<String>,
    /// How they are told from others.
    pub pengenal: Pengenal,
    /// The counted presence it repeats; empty for one that counts.
    pub mengulang: String,
}

/// A version of a text.
#[derive(Clone, Debug, PartialEq)]
pub struct Versi {
    /// Who wrote it.
    pub tanda: Tanda,
    /// The text.
    pub teks: String,
}

/// A paragraph of the minutes.
#[derive(Clone, Debug, PartialEq)]
pub struct Paragraf {
    /// Its first entry.
    pub id: String,
    /// The item of the agenda it stands under.
    pub agenda: String,
    /// What it says now.
    pub kini: Versi,
    /// What it said before, oldest first.
    pub dulu: Vec<Versi>,
    /// Texts written by somebody who had an older version before them: both stand until somebody joins them.
    pub bentrok: Vec<Versi>,
}

/// A point of the rumusan.
#[derive(Clone, Debug, PartialEq)]
pub struct Rumusan {
    /// Its first entry.
    pub id: String,
    /// The item of the agenda.
    pub agenda: String,
    /// It only informs.
    pub informasi: bool,
    /// Its wording now.
    pub kini: Versi,
    /// Wordings before, oldest first.
    pub dulu: Vec<Versi>,
    /// Wordings written over an older one.
    pub bentrok: Vec<Versi>,
    /// Stands on the wording now, by instansi.
    pub sikap: BTreeMap<String, (isi::Sikap, Tanda)>,
    /// The newest vote on the wording now.
    pub pemungutan: Option<Pemungutan>,
    /// Taken out, and why.
    pub dicabut: Option<String>,
}

/// A vote on a point.
#[derive(Clone, Debug, PartialEq)]
pub struct Pemungutan {
    /// Who opened it.
    pub dibuka: Tanda,
    /// Votes by instansi; the newest of each counts.
    pub suara: BTreeMap<String, (isi::Suara, Tanda)>,
    /// Who closed it.
    pub ditutup: Option<Tanda>,
}

/// A wish to speak; they stand in the order they were uttered.
#[derive(Clone, Debug, PartialEq)]
pub struct Bicara {
    /// Who recorded it; `id` names it.
    pub tanda: Tanda,
    /// Who.
    pub isi: isi::MintaBicara,
    /// What became of it, oldest first: `diberi`, `selesai`, `ditarik`.
    pub keadaan: Vec<(String, Tanda)>,
}

/// A proposal of a party.
#[derive(Clone, Debug, PartialEq)]
pub struct Usul {
    /// Who.
    pub tanda: Tanda,
    /// Under which item.
    pub agenda: String,
    /// What.
    pub teks: String,
}

/// A request to a body outside or to the Gubernur.
#[derive(Clone, Debug, PartialEq)]
pub struct Rekomendasi {
    /// Who recorded it.
    pub tanda: Tanda,
    /// What is asked.
    pub isi: isi::Rekomendasi,
    /// What became of it: state, note, day.
    pub lanjut: Vec<(String, String, Date, Tanda)>,
}

impl Rekomendasi {
    /// Whether it still waits for an answer.
    pub fn terbuka(&self) -> bool {
        self.lanjut.last().is_none_or(|l| l.0 != "dijawab" && l.0 != "ditolak")
    }
}

/// A report on a follow-up.
#[derive(Clone, Debug, PartialEq)]
pub struct Laporan {
    /// Who reported.
    pub tanda: Tanda,
    /// What.
    pub isi: isi::Laporan,
}

/// A follow-up.
#[derive(Clone, Debug, PartialEq)]
pub struct Rtl {
    /// Who recorded it; `id` names it.
    pub tanda: Tanda,
    /// What was agreed.
    pub isi: isi::Rtl,
    /// Deadlines before the one in `isi`, with the reason of each change and who made it.
    pub tenggat_dulu: Vec<(Date, String, Tanda)>,
    /// Reports, oldest first.
    pub laporan: Vec<Laporan>,
    /// What verifiers said, oldest first.
    pub verifikasi: Vec<(isi::Verifikasi, Tanda)>,
    /// Given up, and why.
    pub dibatalkan: Option<String>,
    /// Rungs of escalation reached, with the moment.
    pub eskalasi: Vec<(u8, Tanda)>,
}

impl Rtl {
    /// Whether its verifier has said it is done, after the newest report.
    pub fn selesai(&self) -> Option<&(isi::Verifikasi, Tanda)> {
        let last = self.verifikasi.last()?;
        let judged =
            self.laporan.last().is_none_or(|l| l.tanda.id == last.0.laporan || l.tanda.pada <= last.1.pada);
        (last.0.selesai && judged).then_some(last)
    }

    /// Whether something is still expected of its owner.
    pub fn terbuka(&self) -> bool {
        self.dibatalkan.is_none() && self.selesai().is_none()
    }
}

/// All of it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Rakor {
    /// Its id.
    pub id: String,
    /// Who convenes it.
    pub instansi: String,
    /// Who planned it.
    pub dibuat: Tanda,
    /// What it is.
    pub pokok: Pokok,
    /// The entry that set what it is, its order of meeting aside.
    pub versi_pokok: String,
    /// The entry that set its agenda.
    pub versi_agenda: String,
    /// How far it is.
    pub tahap: Tahap,
    /// When each stage began.
    pub sejak: Vec<(Tahap, Tanda)>,
    /// Why it was called off.
    pub alasan_batal: String,
    /// Why its points were agreed on though not every party agreed; empty when all did.
    pub alasan_sepakat: String,
    /// The agenda; the follow-up of the rakor before comes first by itself and is not in here.
    pub agenda: Vec<ButirAgenda>,
    /// Parties, those taken off the list too.
    pub pihak: Vec<Pihak>,
    /// Material asked for: until when, what for.
    pub bahan: Option<(Date, String)>,
    /// Problems and good practices, drafts too.
    pub masalah: Vec<Masalah>,
    /// Papers.
    pub paparan: Vec<Paparan>,
    /// Who was present.
    pub hadir: Vec<Hadir>,
    /// Presences that repeat another: kept, not counted.
    pub hadir_ganda: Vec<Hadir>,
    /// The minutes, in order of first writing.
    pub notulen: Vec<Paragraf>,
    /// Proposals.
    pub usul: Vec<Usul>,
    /// Points.
    pub rumusan: Vec<Rumusan>,
    /// Requests.
    pub rekomendasi: Vec<Rekomendasi>,
    /// Follow-ups.
    pub rtl: Vec<Rtl>,
    /// Wishes to speak, in order.
    pub bicara: Vec<Bicara>,
    /// What it began with; `None` of rakor older than that was recorded.
    pub templat: Option<isi::Templat>,
    /// Documents issued: kind, id, for whom.
    pub dokumen: Vec<(String, String, String, Tanda)>,
    /// Entries this program does not know or that fit nowhere.
    pub tak_dikenal: usize,
}

impl Rakor {
    /// What it began with.
    pub fn templat(&self) -> &isi::Templat {
        self.templat.as_ref().unwrap_or_else(|| crate::templat::cari(&self.pokok.templat))
    }

    /// Parties still on the list.
    pub fn undangan(&self) -> impl Iterator<Item = &Pihak> {
        self.pihak.iter().filter(|p| p.ditarik.is_none())
    }

    /// Whether an instansi is its convener or on the list.
    pub fn ikut(&self, instansi: &str) -> bool {
        self.instansi == instansi || self.undangan().any(|p| p.tentang.instansi == instansi)
    }

    /// Instansi that take a stand: those on the list, each once, the convener first when it is on it.
    pub fn penentu(&self) -> Vec<&str> {
        let mut seen: Vec<&str> = Vec::new();
        for pihak in self.undangan().filter(|p| !p.tentang.instansi.is_empty()) {
            if !seen.contains(&pihak.tentang.instansi.as_str()) {
                seen.push(&pihak.tentang.instansi);
            }
        }
        seen
    }

    /// Points that stand, in order.
    pub fn butir(&self) -> impl Iterator<Item = &Rumusan> {
        self.rumusan.iter().filter(|r| r.dicabut.is_none())
    }

    /// Its number among the points: `R-1`.
    pub fn nomor(&self, rumusan: &str) -> Option<usize> {
        self.butir().position(|r| r.id == rumusan).map(|at| at + 1)
    }

    /// Who was present, without those struck off.
    pub fn peserta(&self) -> impl Iterator<Item = &Hadir> {
        self.hadir.iter().filter(|h| h.dicoret.is_none())
    }

    /// A follow-up by its name.
    pub fn rtl(&self, id: &str) -> Option<&Rtl> {
        self.rtl.iter().find(|r| r.tanda.id == id)
    }

    /// The newest letter about one request or follow-up: its code.
    pub fn surat(&self, untuk: &str) -> Option<&str> {
        self.dokumen.iter().rev().find(|d| d.2 == untuk).map(|d| d.1.as_str())
    }

    /// When a stage began.
    pub fn sejak(&self, tahap: Tahap) -> Option<&Tanda> {
        self.sejak.iter().rev().find(|s| s.0 == tahap).map(|s| &s.1)
    }

    /// The first rakor of its series.
    pub fn seri(&self) -> &str {
        if self.pokok.seri.is_empty() { &self.id } else { &self.pokok.seri }
    }
}
