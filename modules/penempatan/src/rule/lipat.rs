//! The fold: what happened, in order, becomes a round. It never fails: what fits nowhere is counted.

use super::rencana::{BundelTerbit, Kunci, Perhitungan, Rencana, SuratTerbit, Tanda};
use super::tahap::Tahap;
use crate::isi::{Isi, Surat};
use kernel::Stamp;

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

impl Kejadian {
    fn tanda(&self) -> Tanda {
        Tanda { id: self.id.clone(), akun: self.akun.clone(), oleh: self.oleh.clone(), pada: self.pada }
    }
}

/// A round after everything that happened; `None` when nothing says it was opened.
pub fn lipat(id: &str, kejadian: &[Kejadian]) -> Option<Rencana> {
    let mut made: Option<Rencana> = None;
    let mut unknown = 0;
    for event in kejadian {
        match (&mut made, &event.isi) {
            (None, Some(Isi::Dibuka(pokok))) => {
                made = Some(Rencana::baru(id, &event.instansi, pokok.clone(), event.tanda()));
            }
            (Some(rencana), Some(isi)) if event.instansi == rencana.instansi => {
                if happen(rencana, event, isi).is_none() {
                    unknown += 1;
                }
            }
            _ => unknown += 1,
        }
    }
    made.map(|rencana| Rencana { tak_dikenal: unknown, ..rencana })
}

/// `None` when it fits nowhere.
fn happen(r: &mut Rencana, event: &Kejadian, isi: &Isi) -> Option<()> {
    match isi {
        Isi::Dibuka(_) => return None,
        Isi::Diubah(pokok) => r.pokok = pokok.clone(),
        Isi::Pos { pos } => r.pos.clone_from(pos),
        Isi::Kriteria(kriteria) => r.kriteria = kriteria.clone(),
        Isi::Diumumkan(surat) => step(r, event, Tahap::Diumumkan, Some(surat)),
        Isi::Minat(minat) => {
            r.minat.retain(|m| m.pegawai != minat.pegawai);
            if !minat.pos.is_empty() {
                r.minat.push(minat.clone());
            }
        }
        Isi::Dikesampingkan(who) => {
            r.dikesampingkan.retain(|(w, _)| (&w.pegawai, &w.pos) != (&who.pegawai, &who.pos));
            if !who.dicabut {
                r.dikesampingkan.push((who.clone(), event.tanda()));
            }
        }
        Isi::Putusan(putusan) => r.putusan.push((putusan.clone(), event.tanda())),
        Isi::Dikunci { sidik, paket } => {
            r.kunci = Some(Kunci { sidik: sidik.clone(), paket: paket.clone(), tanda: event.tanda() });
            step(r, event, Tahap::Dikunci, None);
        }
        Isi::KunciDibuka { .. } => {
            (r.kunci, r.perhitungan) = (None, None);
            r.penyimpangan.clear();
            r.pilihan.clear();
            step(r, event, Tahap::Diumumkan, None);
        }
        Isi::Dihitung { sidik, masukan, nilai } => {
            r.perhitungan = Some(Perhitungan {
                sidik: sidik.clone(),
                masukan: masukan.clone(),
                nilai: nilai.clone(),
                tanda: event.tanda(),
            });
            step(r, event, Tahap::Dihitung, None);
        }
        Isi::Rapat(surat) => {
            r.rapat = r.cakupan_kini();
            step(r, event, Tahap::Dirapatkan, Some(surat));
        }
        Isi::Gerbang(gerbang) => {
            r.gerbang.push((gerbang.clone(), event.tanda()));
            r.cakupan.push(r.cakupan_kini());
        }
        Isi::Menyimpang(other) => {
            r.penyimpangan.retain(|(p, _)| (&p.pos, p.tempat) != (&other.pos, other.tempat));
            // Of three names none is chosen for a post that stays empty.
            r.pilihan.retain(|(p, _)| p.pos != other.pos);
            r.penyimpangan.push((other.clone(), event.tanda()));
        }
        Isi::PenyimpanganDicabut { pos, tempat, .. } => {
            r.penyimpangan.retain(|(p, _)| p.pos != *pos || tempat.is_some_and(|t| t != p.tempat));
        }
        Isi::Pilihan(pilihan) => {
            r.penyimpangan.retain(|(p, _)| p.pos != pilihan.pos);
            r.pilihan.retain(|(p, _)| p.pos != pilihan.pos);
            r.pilihan.push((pilihan.clone(), event.tanda()));
        }
        Isi::Diputus(surat) => step(r, event, Tahap::Diputus, Some(surat)),
        Isi::Ditetapkan(surat) => step(r, event, Tahap::Ditetapkan, Some(surat)),
        Isi::Pelantikan(surat) => step(r, event, Tahap::Dilantik, Some(surat)),
        Isi::Spmt(surat) => step(r, event, Tahap::Bertugas, Some(surat)),
        Isi::Laporan(surat) => step(r, event, Tahap::Dilaporkan, Some(surat)),
        Isi::Ditinjau { catatan } => {
            r.tinjauan.clone_from(catatan);
            step(r, event, Tahap::Ditinjau, None);
        }
        Isi::Bundel { lingkup, sidik } => {
            let (lingkup, sidik) = (lingkup.clone(), sidik.clone());
            r.bundel.push(BundelTerbit { lingkup, sidik, tanda: event.tanda() });
        }
        Isi::Diterbitkan { surat, dokumen } => {
            let issued = |d: &crate::isi::Terbit| SuratTerbit {
                surat: surat.clone(),
                kode: d.kode.clone(),
                pegawai: d.pegawai.clone(),
                tanda: event.tanda(),
            };
            r.terbit.extend(dokumen.iter().map(issued));
        }
        // Who took what stands in the journal; the round is none the other for it.
        Isi::Diunduh { .. } => {}
        Isi::Dibatalkan { alasan } => {
            r.alasan_batal.clone_from(alasan);
            step(r, event, Tahap::Dibatalkan, None);
        }
    }
    Some(())
}

fn step(r: &mut Rencana, event: &Kejadian, tahap: Tahap, surat: Option<&Surat>) {
    r.tahap = tahap;
    r.langkah.push((tahap, event.tanda(), surat.cloned()));
}
