//! Enacting: what the SK states about every person, and the event of the round, recorded as one dated change.

use super::rancangan::{RancanganSk, rancangan};
use crate::isi::{Isi, Surat};
use crate::rule::{Beku, Rencana, Tahap, berurutan};
use crate::store::{baru, satu};
use host::peristiwa::Pelaku;
use host::record::Draft;
use host::serentak::{Perubahan, Urung};
use host::{Hall, Problem, World, tanggal};
use kernel::tables::{Daftar, JenisJabatan};
use kernel::typed::from_hex;
use kernel::{Act, Document, Fact, Field, Kind, PegawaiId, Rank, Stamp, Subject, Tables, Value};
use std::sync::Arc;
use store::Conn;

/// The SK all of it rests on.
#[derive(Clone, Debug)]
pub struct Ketetapan {
    /// What it is: `Keputusan Gubernur`.
    pub jenis: String,
    /// Number, date, and the paper when there is one.
    pub surat: Surat,
    /// Who signed.
    pub penandatangan: String,
}

/// Times the register may move under the judgement before somebody is told to come back.
const TRIES: usize = 3;
/// Names a refusal spells out.
const NAMES: usize = 12;

/// Why it was not recorded this time.
enum Belum {
    /// Somebody recorded something since the register was read: judge again.
    Lagi,
    /// It has been done with this SK: when.
    Sudah(Stamp),
    Ditolak(Problem),
}

/// Records what the SK says about everybody who moves, and that the round is enacted, at one moment, which is
/// answered. A second press with the same number records nothing and answers the same moment.
///
/// # Errors
/// Not decided, somebody or some post is not what it was when the data were frozen (named), or storage failed; then
/// nothing was written about anybody.
pub fn tetapkan(
    hall: &Hall,
    pelaku: &Pelaku,
    id: &str,
    sk: &Ketetapan,
    akhir: impl Fn(&Rencana) -> Result<(Arc<Beku>, Vec<Option<u32>>), Problem>,
) -> Result<Stamp, Problem> {
    for _ in 0..TRIES {
        let world = hall.present()?;
        let rencana = hall.with(|conn| satu(conn, id))?.ok_or(Problem::NotFound)?;
        if let Some(done) = sudah(&rencana, sk)? {
            return Ok(done);
        }
        let (beku, duduk) = akhir(&rencana)?;
        let drafts = rancangan(&world, &hall.tables, &rencana, &beku, &duduk);
        layak(&drafts)?;
        let done =
            hall.serentak(pelaku, |conn| decide(conn, &hall.tables, &world, &rencana, pelaku, sk, &drafts))?;
        match done {
            Ok(moment) => return Ok(moment),
            Err(Urung::Ditolak(Belum::Sudah(moment))) => return Ok(moment),
            Err(Urung::Ditolak(Belum::Ditolak(why))) => return Err(why),
            Err(Urung::Ditolak(Belum::Lagi)) => {}
            Err(Urung::Bergeser(moved)) => {
                let names = moved.iter().filter_map(|(n, _)| drafts.get(*n)).map(|d| d.surat.nama.clone());
                return Err(bergeser(names));
            }
        }
    }
    Err(Problem::Busy)
}

/// Nothing may stand in the way of anybody: either all of them or none.
fn layak(drafts: &[RancanganSk]) -> Result<(), Problem> {
    if drafts.is_empty() {
        let sentence = "Rencana ini tidak memindahkan siapa pun, jadi tidak ada SK yang ditetapkan.";
        return Err(Problem::Refused("PNP-73", sentence.into()));
    }
    let found: Vec<&str> = drafts.iter().flat_map(|d| d.halangan.iter().map(String::as_str)).collect();
    if found.is_empty() {
        return Ok(());
    }
    let more = match found.len().saturating_sub(NAMES) {
        0 => String::new(),
        more => format!(" Dan {more} lainnya."),
    };
    let shown: Vec<&str> = found.into_iter().take(NAMES).collect();
    Err(Problem::Refused(
        "PNP-72",
        format!(
            "Buku induk berubah sejak data dikunci, jadi tidak seorang pun dicatat. {}{more} Selesaikan dahulu, atau batalkan rencana ini dan hitung yang baru.",
            shown.join(" ")
        ),
    ))
}

/// When it was enacted with this SK already.
fn sudah(rencana: &Rencana, sk: &Ketetapan) -> Result<Option<Stamp>, Problem> {
    let step = rencana.langkah.iter().find(|l| l.0 == Tahap::Ditetapkan);
    match (step, rencana.tahap) {
        (Some((_, tanda, Some(surat))), _)
            if (&surat.nomor, surat.tanggal) == (&sk.surat.nomor, sk.surat.tanggal) =>
        {
            Ok(Some(tanda.pada))
        }
        (Some((_, _, surat)), _) => {
            let recorded = surat.as_ref().map_or_else(String::new, |s| {
                format!(" nomor {} tanggal {}", s.nomor, tanggal(s.tanggal).long())
            });
            let sentence = format!(
                "Rencana ini sudah ditetapkan dengan SK{recorded}. Yang keliru diralat atau dibatalkan lewat Catat SK."
            );
            Err(Problem::Refused("PNP-71", sentence))
        }
        (None, Tahap::Diputus) => {
            berurutan(rencana, Tahap::Ditetapkan, sk.surat.tanggal)?;
            Ok(None)
        }
        (None, tahap) => {
            let sentence = format!(
                "SK ditetapkan sesudah PPK memutus. Rencana ini pada tahap {}.",
                tahap.label().to_lowercase()
            );
            Err(Problem::Refused("PNP-70", sentence))
        }
    }
}

/// Under the lock: the round is the one judged, and nobody wrote to this journal since the register was read.
fn decide(
    conn: &mut Conn,
    tables: &Tables,
    world: &World,
    judged: &Rencana,
    pelaku: &Pelaku,
    sk: &Ketetapan,
    drafts: &[RancanganSk],
) -> store::Result<Result<Perubahan, Belum>> {
    let Some(now) = satu(conn, &judged.id)?.filter(|r| r.instansi == pelaku.instansi) else {
        return Ok(Err(Belum::Ditolak(Problem::NotFound)));
    };
    match sudah(&now, sk) {
        Ok(Some(moment)) => return Ok(Err(Belum::Sudah(moment))),
        Err(why) => return Ok(Err(Belum::Ditolak(why))),
        Ok(None) => {}
    }
    let size = |sizes: &[(String, i64)]| sizes.iter().find(|s| s.0 == pelaku.instansi).map(|s| s.1);
    if now != *judged || size(&store::people::journal_sizes(conn)?) != size(&world.sizes) {
        return Ok(Err(Belum::Lagi));
    }
    let berkas = from_hex(&sk.surat.sidik);
    let ids: Vec<PegawaiId> = drafts.iter().map(|d| d.pegawai).collect();
    let ledgers = store::people::ledgers(conn, &ids)?;
    let of = |(draft, ledger): (&RancanganSk, &kernel::Ledger)| Draft {
        instansi: pelaku.instansi.clone(),
        actor: pelaku.akun.clone(),
        subject: Subject::Pegawai(draft.pegawai),
        document: dokumen(sk, berkas),
        acts: isi_sk(tables, draft).into_iter().map(|fact| (Act::Perubahan, fact)).collect(),
        alasan: String::new(),
        based_on: ledger.heads().len(),
    };
    let event = baru(&judged.id, &Isi::Ditetapkan(sk.surat.clone()));
    Ok(Ok(Perubahan { drafts: drafts.iter().zip(&ledgers).map(of).collect(), events: vec![(event, berkas)] }))
}

fn dokumen(sk: &Ketetapan, berkas: Option<[u8; 32]>) -> Document {
    Document {
        rank: Rank::Sk,
        jenis: sk.jenis.clone(),
        nomor: sk.surat.nomor.clone(),
        tanggal: Some(sk.surat.tanggal),
        penandatangan: sk.penandatangan.clone(),
        berkas,
        baris: None,
        urut: 0,
    }
}

/// What the SK states about one person: the post and its unit. The post held before ends with it.
fn isi_sk(tables: &Tables, draft: &RancanganSk) -> Vec<Fact> {
    let Some(pos) = &draft.pos else { return Vec::new() };
    let tmt = Some(draft.surat.tmt);
    let text = |field: Field, text: &str| (!text.is_empty()).then(|| (field, Value::text(text)));
    let (kode, jenis) = jenis(tables, draft, &pos.jenis).unwrap_or_default();
    let jabatan = [
        text(Field::JenisJabatanId, kode),
        text(Field::JenisJabatan, jenis),
        text(Field::JabatanNama, &pos.jabatan),
        text(Field::PosId, &pos.id),
        text(Field::Eselon, &draft.eselon),
        text(Field::JabatanUnorId, &pos.unor),
    ];
    let unit = [text(Field::UnorId, &pos.unor), text(Field::UnorNama, &draft.unit)];
    vec![
        Fact::new(Kind::Jabatan, tmt, jabatan.into_iter().flatten()),
        Fact::new(Kind::UnitKerja, tmt, unit.into_iter().flatten()),
    ]
}

/// BKN's code and name of the kind of a post: lists state it by code or by name; a post with an eselon is structural
/// even when none does.
fn jenis<'t>(tables: &'t Tables, draft: &RancanganSk, stated: &str) -> Option<(&'t str, &'t str)> {
    let structural = (!draft.eselon.is_empty()).then_some(JenisJabatan::Struktural);
    let kind = tables.jenis_pos(stated).or(structural)?;
    tables.daftar(Daftar::JenisJabatan).into_iter().find(|row| JenisJabatan::from_code(row.0) == Some(kind))
}

/// Those whose records changed at the same moment.
pub(super) fn bergeser(names: impl Iterator<Item = String>) -> Problem {
    let names: Vec<String> = names.take(NAMES).collect();
    let sentence = format!(
        "Catatan {} berubah pada saat yang sama, jadi tidak seorang pun dicatat. Periksa lagi, lalu ulangi.",
        names.join(", ")
    );
    Problem::Refused("PNP-74", sentence)
}
