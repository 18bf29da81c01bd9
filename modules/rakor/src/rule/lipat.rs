//! The fold: what happened, in order, becomes a rakor. It never fails: what fits nowhere is counted, and no
//! text anybody wrote is ever lost.

use super::kehadiran::Pengenal;
use super::rakor::{
    Bicara, Hadir, Laporan, Masalah, Paparan, Paragraf, Pemungutan, Pihak, Rakor, Rekomendasi, Rtl, Rumusan,
    Tanda, Usul, Versi,
};
use super::tahap::Tahap;
use super::wakil::menggantikan;
use crate::isi::{self, Isi};
use kernel::Stamp;
use std::collections::{BTreeMap, BTreeSet};

/// Something that happened.
#[derive(Clone, Debug, PartialEq)]
pub struct Kejadian {
    /// The entry.
    pub id: String,
    /// Whose act.
    pub instansi: String,
    /// Account.
    pub akun: String,
    /// Full name and role.
    pub oleh: String,
    /// When (dicatat).
    pub pada: Stamp,
    /// What; `None` when this program does not know it.
    pub isi: Option<Isi>,
}

/// A device's clock may be off by so much: microseconds.
const CLOCK_OFF: i64 = 5 * 60 * 1_000_000;
/// A presence may have waited so long for a network: microseconds.
const WAITED: i64 = 24 * 3_600 * 1_000_000;

/// A rakor after everything that happened; `None` when nothing says it was planned.
pub fn lipat(id: &str, kejadian: &[Kejadian]) -> Option<Rakor> {
    let mut rakor = Rakor { id: id.to_owned(), ..Rakor::default() };
    for event in kejadian {
        match &event.isi {
            Some(Isi::Dibuat(pokok)) if rakor.instansi.is_empty() => {
                rakor.instansi = event.instansi.clone();
                rakor.dibuat = event.tanda();
                rakor.pokok = pokok.clone();
                rakor.versi_pokok.clone_from(&event.id);
                rakor.sejak.push((Tahap::Rancangan, event.tanda()));
            }
            Some(isi) if !rakor.instansi.is_empty() => {
                if happen(&mut rakor, event, isi).is_none() {
                    rakor.tak_dikenal += 1;
                }
            }
            _ => rakor.tak_dikenal += 1,
        }
    }
    (!rakor.instansi.is_empty()).then_some(rakor)
}

impl Kejadian {
    fn tanda(&self) -> Tanda {
        Tanda {
            id: self.id.clone(),
            instansi: self.instansi.clone(),
            oleh: self.oleh.clone(),
            akun: self.akun.clone(),
            pada: self.pada,
        }
    }

    fn versi(&self, teks: &str) -> Versi {
        Versi { tanda: self.tanda(), teks: teks.to_owned() }
    }
}

/// `None` when it fits nowhere.
fn happen(rakor: &mut Rakor, event: &Kejadian, isi: &Isi) -> Option<()> {
    match isi {
        Isi::Dibuat(_) => return None,
        Isi::Diubah(pokok) => {
            let (tata_tertib, kuorum) = (rakor.pokok.tata_tertib, rakor.pokok.kuorum.clone());
            // The order of the meeting has a form of its own.
            if rakor.pokok != (isi::Pokok { tata_tertib, kuorum, ..pokok.clone() }) {
                rakor.versi_pokok.clone_from(&event.id);
            }
            rakor.pokok = pokok.clone();
        }
        Isi::Agenda { butir } => {
            rakor.agenda.clone_from(butir);
            rakor.versi_agenda.clone_from(&event.id);
        }
        Isi::Pihak { pihak } => {
            let new = pihak.iter().enumerate().map(|(n, tentang)| Pihak {
                id: format!("{}.{n}", event.id),
                tentang: tentang.clone(),
                ..Pihak::default()
            });
            rakor.pihak.extend(new);
        }
        Isi::PihakDitarik { pihak, alasan } => {
            let read = rakor.diundang();
            let found = rakor.pihak.iter_mut().find(|p| p.id == *pihak)?;
            found.ditarik = Some(alasan.clone());
            found.akhir = read.then(|| event.tanda());
        }
        Isi::BahanDiminta { tenggat, uraian } => rakor.bahan = Some((*tenggat, uraian.clone())),
        Isi::Masalah(masalah) => written(rakor, event, masalah)?,
        Isi::MasalahDikirim { masalah } => {
            let own = |m: &&mut Masalah| masalah.contains(&m.tanda.id) && m.tanda.instansi == event.instansi;
            rakor.masalah.iter_mut().filter(own).for_each(|m| m.dikirim = true);
        }
        Isi::MasalahDidukung { masalah } => {
            let found = rakor.masalah.iter_mut().find(|m| m.tanda.id == *masalah)?;
            found.dukungan.insert(event.instansi.clone());
        }
        Isi::Diundang => stage(rakor, event, Tahap::Diundang),
        Isi::Jawaban(jawaban) => {
            let pihak = rakor.pihak.iter_mut().find(|p| p.id == jawaban.pihak)?;
            let there = pihak.jawaban.as_ref().map(|j| &j.1);
            if menggantikan(there, &pihak.tentang.instansi, &event.instansi) {
                pihak.jawaban = Some((jawaban.clone(), event.tanda()));
            }
        }
        Isi::Paparan(paparan) => rakor.paparan.push(Paparan {
            tanda: event.tanda(),
            isi: paparan.clone(),
            dibaca: BTreeMap::new(),
        }),
        Isi::PaparanDibaca { paparan } => {
            let found = rakor.paparan.iter_mut().find(|p| p.tanda.id == *paparan)?;
            found.dibaca.entry(event.instansi.clone()).or_insert_with(|| event.tanda());
        }
        Isi::Dibuka => stage(rakor, event, Tahap::Berlangsung),
        Isi::Disepakati { alasan } => {
            rakor.alasan_sepakat.clone_from(alasan);
            stage(rakor, event, Tahap::Disepakati);
        }
        Isi::Ditutup => stage(rakor, event, Tahap::Ditutup),
        Isi::Dibatalkan { alasan } => {
            rakor.alasan_batal.clone_from(alasan);
            stage(rakor, event, Tahap::Dibatalkan);
        }
        Isi::Hadir(hadir) => present(rakor, event, hadir),
        Isi::HadirDicoret { hadir, alasan } => {
            rakor.hadir.iter_mut().find(|h| h.tanda.id == *hadir)?.dicoret = Some(alasan.clone());
        }
        Isi::Tulis(tulis) => wrote(rakor, event, tulis)?,
        Isi::Usul { agenda, teks } => {
            rakor.usul.push(Usul { tanda: event.tanda(), agenda: agenda.clone(), teks: teks.clone() });
        }
        Isi::Rumusan(rumusan) => worded(rakor, event, rumusan)?,
        Isi::RumusanDicabut { rumusan, alasan } => {
            rakor.rumusan.iter_mut().find(|r| r.id == *rumusan)?.dicabut = Some(alasan.clone());
        }
        Isi::Sikap(sikap) => {
            let point = rakor.rumusan.iter_mut().find(|r| r.id == sikap.rumusan)?;
            // A stand on a wording that is no longer the one is no stand on this one.
            let there = point.sikap.get(&sikap.instansi).map(|s| &s.1);
            if point.kini.tanda.id == sikap.versi && menggantikan(there, &sikap.instansi, &event.instansi) {
                point.sikap.insert(sikap.instansi.clone(), (sikap.clone(), event.tanda()));
            }
        }
        Isi::Rekomendasi(isi) => {
            rakor.rekomendasi.push(Rekomendasi {
                tanda: event.tanda(),
                isi: isi.clone(),
                lanjut: Vec::new(),
            });
        }
        Isi::RekomendasiLanjut { rekomendasi, keadaan, catatan, tanggal } => {
            let found = rakor.rekomendasi.iter_mut().find(|r| r.tanda.id == *rekomendasi)?;
            found.lanjut.push((keadaan.clone(), catatan.clone(), *tanggal, event.tanda()));
        }
        Isi::Rtl(isi) => rakor.rtl.push(Rtl {
            tanda: event.tanda(),
            isi: (**isi).clone(),
            tenggat_dulu: Vec::new(),
            laporan: Vec::new(),
            verifikasi: Vec::new(),
            dibatalkan: None,
            eskalasi: Vec::new(),
        }),
        Isi::RtlDiubah { rtl, tenggat, alasan } => {
            let rtl = rakor.rtl.iter_mut().find(|r| r.tanda.id == *rtl)?;
            rtl.tenggat_dulu.extend(rtl.isi.tenggat.map(|day| (day, alasan.clone(), event.tanda())));
            rtl.isi.tenggat = Some(*tenggat);
        }
        Isi::Laporan(isi) => {
            let rtl = rakor.rtl.iter_mut().find(|r| r.tanda.id == isi.rtl)?;
            rtl.laporan.push(Laporan { tanda: event.tanda(), isi: isi.clone() });
        }
        Isi::Verifikasi(isi) => {
            let rtl = rakor.rtl.iter_mut().find(|r| r.tanda.id == isi.rtl)?;
            rtl.verifikasi.push((isi.clone(), event.tanda()));
        }
        Isi::RtlDibatalkan { rtl, alasan } => {
            rakor.rtl.iter_mut().find(|r| r.tanda.id == *rtl)?.dibatalkan = Some(alasan.clone());
        }
        Isi::Eskalasi { rtl, tingkat } => {
            let rtl = rakor.rtl.iter_mut().find(|r| r.tanda.id == *rtl)?;
            rtl.eskalasi.push((*tingkat, event.tanda()));
        }
        Isi::Dokumen { jenis_dokumen, surat, untuk } => {
            rakor.dokumen.push((jenis_dokumen.clone(), surat.clone(), untuk.clone(), event.tanda()));
        }
        Isi::Templat(templat) => rakor.templat = Some((**templat).clone()),
        Isi::SuratKuasa(surat) => {
            let pihak = rakor.pihak.iter_mut().find(|p| p.id == surat.pihak)?;
            pihak.surat_kuasa = Some((surat.clone(), event.tanda()));
        }
        Isi::PemungutanDibuka { rumusan, versi } => {
            let point = rakor.rumusan.iter_mut().find(|r| r.id == *rumusan)?;
            if point.kini.tanda.id == *versi {
                let suara = BTreeMap::new();
                point.pemungutan = Some(Pemungutan { dibuka: event.tanda(), suara, ditutup: None });
            }
        }
        Isi::Suara(suara) => {
            let point = rakor.rumusan.iter_mut().find(|r| r.id == suara.rumusan)?;
            // A vote that came after the end, or is about another wording, does not count.
            let same = point.kini.tanda.id == suara.versi;
            if let Some(open) = point.pemungutan.as_mut().filter(|p| same && p.ditutup.is_none()) {
                let there = open.suara.get(&suara.instansi).map(|s| &s.1);
                if menggantikan(there, &suara.instansi, &event.instansi) {
                    open.suara.insert(suara.instansi.clone(), (suara.clone(), event.tanda()));
                }
            }
        }
        Isi::PemungutanDitutup { rumusan } => {
            let point = rakor.rumusan.iter_mut().find(|r| r.id == *rumusan)?;
            point.pemungutan.as_mut()?.ditutup.get_or_insert_with(|| event.tanda());
        }
        Isi::MintaBicara(isi) => {
            rakor.bicara.push(Bicara { tanda: event.tanda(), isi: isi.clone(), keadaan: Vec::new() });
        }
        Isi::Bicara { minta, keadaan } => {
            let found = rakor.bicara.iter_mut().find(|b| b.tanda.id == *minta)?;
            found.keadaan.push((keadaan.clone(), event.tanda()));
        }
    }
    Some(())
}

fn stage(rakor: &mut Rakor, event: &Kejadian, tahap: Tahap) {
    rakor.tahap = tahap;
    rakor.sejak.push((tahap, event.tanda()));
}

fn written(rakor: &mut Rakor, event: &Kejadian, masalah: &isi::Masalah) -> Option<()> {
    let mut tanda = event.tanda();
    if masalah.mengganti.is_empty() {
        rakor.masalah.push(Masalah {
            tanda,
            isi: masalah.clone(),
            dikirim: false,
            dukungan: BTreeSet::new(),
        });
        return Some(());
    }
    let own = |m: &&mut Masalah| m.tanda.id == masalah.mengganti && m.tanda.instansi == event.instansi;
    let found = rakor.masalah.iter_mut().find(own)?;
    tanda.id.clone_from(&found.tanda.id);
    // Whoever said the same of themselves said it of the words they read.
    if found.isi.uraian != masalah.uraian {
        found.dukungan.clear();
    }
    (found.tanda, found.isi) = (tanda, masalah.clone());
    Some(())
}

/// Somebody who comes twice is counted once.
fn present(rakor: &mut Rakor, event: &Kejadian, isi: &isi::Hadir) {
    let pengenal = Pengenal::of(isi);
    if rakor.tercatat(&isi.kunci, &pengenal) {
        return;
    }
    let off = |clock: i64| {
        let waited = event.pada.0 - clock;
        waited < -CLOCK_OFF || waited > if isi.cara == "luring" { WAITED } else { CLOCK_OFF }
    };
    let hadir = Hadir {
        tanda: event.tanda(),
        isi: isi.clone(),
        jam_meragukan: isi.jam_perangkat.is_some_and(off),
        dicoret: None,
        mengulang: rakor.mengulang(&pengenal).map_or_else(String::new, |h| h.tanda.id.clone()),
        pengenal,
    };
    if hadir.mengulang.is_empty() { rakor.hadir.push(hadir) } else { rakor.hadir_ganda.push(hadir) }
}

fn wrote(rakor: &mut Rakor, event: &Kejadian, tulis: &isi::Tulis) -> Option<()> {
    let new = event.versi(&tulis.teks);
    if tulis.paragraf.is_empty() {
        rakor.notulen.push(Paragraf {
            id: event.id.clone(),
            agenda: tulis.agenda.clone(),
            kini: new,
            dulu: Vec::new(),
            bentrok: Vec::new(),
        });
        return Some(());
    }
    let found = rakor.notulen.iter_mut().find(|p| p.id == tulis.paragraf)?;
    rewritten(&mut found.kini, &mut found.dulu, &mut found.bentrok, new, &tulis.dari);
    Some(())
}

fn worded(rakor: &mut Rakor, event: &Kejadian, isi: &isi::Rumusan) -> Option<()> {
    let new = event.versi(&isi.teks);
    if isi.rumusan.is_empty() {
        rakor.rumusan.push(Rumusan {
            id: event.id.clone(),
            agenda: isi.agenda.clone(),
            informasi: isi.informasi,
            kini: new,
            dulu: Vec::new(),
            bentrok: Vec::new(),
            sikap: BTreeMap::new(),
            pemungutan: None,
            dicabut: None,
        });
        return Some(());
    }
    let found = rakor.rumusan.iter_mut().find(|r| r.id == isi.rumusan)?;
    if rewritten(&mut found.kini, &mut found.dulu, &mut found.bentrok, new, &isi.dari) {
        found.informasi = isi.informasi;
        found.sikap.clear();
        found.pemungutan = None;
    }
    Some(())
}

/// Whoever had the newest text before them writes the next one and settles those beside it that they saw;
/// whoever had an older one writes beside it. Answers whether the text is a new one now.
fn rewritten(
    kini: &mut Versi,
    dulu: &mut Vec<Versi>,
    bentrok: &mut Vec<Versi>,
    new: Versi,
    dari: &str,
) -> bool {
    let (versi, seen) = dilihat(dari);
    if kini.tanda.id != versi {
        bentrok.push(new);
        return false;
    }
    dulu.extend(bentrok.drain(..seen.min(bentrok.len())));
    dulu.push(std::mem::replace(kini, new));
    true
}

/// What a writer had before them, as forms carry it: the version, and how many texts stood beside it.
pub fn ditulis_dari(versi: &str, beside: usize) -> String {
    if beside == 0 { versi.to_owned() } else { format!("{versi}+{beside}") }
}

/// The version and the number of texts beside it again.
pub fn dilihat(dari: &str) -> (&str, usize) {
    dari.split_once('+').map_or((dari, 0), |(versi, beside)| (versi, beside.parse().unwrap_or(0)))
}
