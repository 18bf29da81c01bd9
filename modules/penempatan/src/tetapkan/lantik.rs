//! Pelantikan and oath: the day and the post stand in the history of everybody who holds the post by the SK, with the
//! berita acara, and the round goes on; all of it at one moment or not at all.

use super::Akhir;
use super::catat::bergeser;
use crate::isi::{Isi, Surat};
use crate::rule::pindah::{Pindah, pindah};
use crate::rule::{Beku, Rencana, Tahap, Tindak, Tolak, berurutan};
use crate::store::{baru, satu};
use host::peristiwa::Pelaku;
use host::record::Draft;
use host::serentak::{Perubahan, Urung};
use host::{Hall, Problem, tanggal};
use kernel::typed::from_hex;
use kernel::{
    Act, AsOf, Date, Document, Fact, Field, Kind, Ledger, PegawaiId, Rank, Snapshot, Stamp, Subject, Value,
};
use std::collections::BTreeSet;

/// Who of those who move holds the post by the SK on a day (berlaku), by what was known at a moment (diketahui).
///
/// # Errors
/// When storage fails.
pub fn pemegang(
    hall: &Hall,
    akhir: &Akhir,
    berlaku: Date,
    diketahui: Stamp,
) -> Result<BTreeSet<PegawaiId>, Problem> {
    let people = yang_pindah(&akhir.beku, &akhir.duduk);
    let ids: Vec<PegawaiId> = people.iter().map(|p| p.0).collect();
    let ledgers = hall.with(|conn| store::people::ledgers(conn, &ids))?;
    let held = people.iter().zip(&ledgers).filter(|((_, pos, _), l)| memegang(l, pos, berlaku, diketahui));
    Ok(held.map(|(person, _)| person.0).collect())
}

/// Who moves: the person, id and name of the post to come.
fn yang_pindah<'b>(beku: &'b Beku, duduk: &[Option<u32>]) -> Vec<(PegawaiId, &'b str, &'b str)> {
    let of = |m: &Pindah| {
        let seat = beku.kursi.get(m.ke as usize)?;
        Some((beku.calon.get(m.calon as usize)?.pegawai, seat.pos.as_str(), seat.jabatan.as_str()))
    };
    pindah(beku, duduk).iter().filter_map(of).collect()
}

/// Records it; answers the moment. A second press with the same number records nothing.
///
/// # Errors
/// The SK is not enacted, the day lies before the SK, somebody's record changed at the same moment (named), or storage
/// failed; then nothing was written.
pub fn lantik(
    hall: &Hall,
    pelaku: &Pelaku,
    id: &str,
    surat: &Surat,
    beku: &Beku,
    duduk: &[Option<u32>],
) -> Result<Stamp, Problem> {
    let people = yang_pindah(beku, duduk);
    let mut sworn: Vec<PegawaiId> = Vec::new();
    let done = hall.serentak(pelaku, |conn| {
        let Some(now) = satu(conn, id)?.filter(|r| r.instansi == pelaku.instansi) else {
            return Ok(Err(Belum::Ditolak(Problem::NotFound)));
        };
        match boleh(&now, surat) {
            Ok(Some(moment)) => return Ok(Err(Belum::Sudah(moment))),
            Ok(None) => {}
            Err(Tolak(code, text)) => return Ok(Err(Belum::Ditolak(Problem::Refused(code, text)))),
        }
        let ids: Vec<PegawaiId> = people.iter().map(|p| p.0).collect();
        let ledgers = store::people::ledgers(conn, &ids)?;
        let berkas = from_hex(&surat.sidik);
        let mut drafts = Vec::new();
        for ((pegawai, pos, jabatan), ledger) in people.iter().zip(&ledgers) {
            if !memegang(ledger, pos, surat.tanggal.max(now.pokok.berlaku), Stamp::MAX) {
                continue;
            }
            sworn.push(*pegawai);
            let fact = Fact::new(
                Kind::Pelantikan,
                Some(surat.tanggal),
                [(Field::PelantikanJabatan, Value::text(jabatan))],
            );
            drafts.push(Draft {
                instansi: pelaku.instansi.clone(),
                actor: pelaku.akun.clone(),
                subject: Subject::Pegawai(*pegawai),
                document: berita_acara(surat, berkas),
                acts: vec![(Act::Perubahan, fact)],
                alasan: String::new(),
                based_on: ledger.heads().len(),
            });
        }
        let event = baru(id, &Isi::Pelantikan(surat.clone()));
        Ok(Ok(Perubahan { drafts, events: vec![(event, berkas)] }))
    })?;
    match done {
        Ok(moment) | Err(Urung::Ditolak(Belum::Sudah(moment))) => Ok(moment),
        Err(Urung::Ditolak(Belum::Ditolak(why))) => Err(why),
        Err(Urung::Bergeser(moved)) => {
            let world = hall.present()?;
            let nama = |n: usize| {
                let found = sworn.get(n).and_then(|id| world.register.find(*id));
                found.map_or_else(String::new, |i| world.register.nama(i).to_owned())
            };
            Err(bergeser(moved.iter().map(|(n, _)| nama(*n))))
        }
    }
}

enum Belum {
    Sudah(Stamp),
    Ditolak(Problem),
}

fn boleh(rencana: &Rencana, surat: &Surat) -> Result<Option<Stamp>, Tolak> {
    let step = |tahap: Tahap| rencana.langkah.iter().find(|l| l.0 == tahap);
    if let Some((_, tanda, Some(done))) = step(Tahap::Dilantik)
        && done.nomor == surat.nomor
    {
        if done.tanggal == surat.tanggal {
            return Ok(Some(tanda.pada));
        }
        let sentence = format!(
            "Pelantikan nomor {} sudah tercatat dengan tanggal {}. Yang keliru diralat lewat Catat SK.",
            done.nomor,
            tanggal(done.tanggal).long()
        );
        return Err(Tolak("PNP-71", sentence));
    }
    rencana.boleh(Tindak::Lantik)?;
    berurutan(rencana, Tahap::Dilantik, surat.tanggal)?;
    Ok(None)
}

/// Whether the post is held then: whose SK was annulled meanwhile is not inaugurated.
fn memegang(ledger: &Ledger, pos: &str, effective: Date, known: Stamp) -> bool {
    let as_of = AsOf { effective, known };
    Snapshot::of_kind(ledger, Kind::Jabatan, as_of).text(Field::PosId) == pos
}

fn berita_acara(surat: &Surat, berkas: Option<[u8; 32]>) -> Document {
    Document {
        rank: Rank::Surat,
        jenis: "Berita Acara Pelantikan".into(),
        nomor: surat.nomor.clone(),
        tanggal: Some(surat.tanggal),
        penandatangan: String::new(),
        berkas,
        baris: None,
        urut: 0,
    }
}
