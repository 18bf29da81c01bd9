//! Receipts of the law: a person asked about anew on the server, the answer kept as it is, and what of it
//! reads differently now. Pages and the command line share it.

use crate::hall::{has_skp, organisations};
use crate::hukum::Hukum;
use crate::tafsir;
use kernel::{AsOf, Date, EntryId, FactId, Ledger, PegawaiId, Stamp, Tables};
use law::meaning::{Jenis, Meaning, meaning};
use law::receipt::{MESIN, Receipt, receipt};
use law::{Answer, Ask, Pack};
use std::collections::HashMap;
use store::bukti::{Bukti, NewBukti, NormVersion, Older};
use store::pejabat::Pejabat;
use store::pejabat::tinjau::{self, NewTutup, Selesai};
use store::{Conn, Node, Result};

/// Name under which a receipt's text tells of the positions chosen by then.
pub const CHOSEN: &str = "pilihan_tafsir";

/// A question about a person of the register.
#[derive(Clone, Copy, Debug)]
pub struct Question<'a> {
    /// The norm.
    pub kunci: &'a str,
    /// The day asked about.
    pub berlaku: Date,
    /// Facts known by then; all of them when not said.
    pub diketahui: Option<Stamp>,
    /// Law date; the day asked about when not said.
    pub hukum: Option<Date>,
    /// Law known by then; all of it when not said.
    pub hukum_diketahui: Option<Date>,
    /// Closed facts are taken out first.
    pub closed: bool,
}

/// An answer with its receipt, not stored yet.
pub struct Asked {
    /// The answer.
    pub answer: Answer,
    /// Its receipt.
    pub receipt: Receipt,
    /// Whom it is about.
    pub pegawai: PegawaiId,
    /// The owner of the person.
    pub instansi: String,
    wilayah: String,
    ledger: Ledger,
}

/// Asks a norm about a person from what the journal says. `None` when nobody knows the person or no such
/// norm holds on the law date.
///
/// # Errors
/// When storage fails.
pub fn ask(
    conn: &mut Conn,
    law: &Hukum,
    tables: &Tables,
    now: Stamp,
    pegawai: PegawaiId,
    question: &Question<'_>,
) -> Result<Option<Asked>> {
    let Some(instansi) = store::people::owner(conn, pegawai)? else { return Ok(None) };
    let (ledger, _) = store::people::ledger(conn, pegawai)?;
    // "Everything known" is said as a moment, so that the receipt means the same next year.
    let newest = ledger.heads().iter().map(|head| head.recorded).fold(now, Stamp::max);
    let known = question.diketahui.unwrap_or(newest).min(newest);
    let as_of = AsOf { effective: question.berlaku, known };
    let (_, organisations) = organisations(conn, as_of)?;
    let has_skp = has_skp(conn, known)?;
    let mut potret = law.potret_at(tables, &organisations, has_skp, as_of, &instansi, &ledger);
    if question.closed {
        potret.close(&law.pack.words);
    }
    let wilayah = organisations.get(&instansi).map_or_else(String::new, |o| o.wilayah.clone());
    let ask = Ask {
        kunci: question.kunci,
        hari: question.berlaku,
        fakta_diketahui: known,
        hukum: question.hukum,
        hukum_diketahui: question.hukum_diketahui,
        wilayah: Some(wilayah.as_str()).filter(|w| !w.is_empty()),
    };
    let Some(answer) = law.pack.telaah(&ask, &potret) else { return Ok(None) };
    let mut receipt = receipt(&law.pack, &ask, &potret, &answer, &pegawai.to_string(), question.closed);
    let chosen = store::pejabat::tafsir::of_person(conn, pegawai)?;
    let chosen = tafsir::visible(chosen, known, !question.closed);
    let read = receipt.norma.iter().filter(|used| used.jenis == Jenis::Norma);
    let mut norms: Vec<&str> = read.map(|used| &*used.kunci).collect();
    norms.dedup();
    let told = norms
        .iter()
        .filter_map(|norm| tafsir::json(&law.pack, tafsir::in_force(&chosen, norm)?, ask.wilayah));
    let told: Vec<_> = told.collect();
    if !told.is_empty() {
        receipt = receipt.beside(CHOSEN, told.into());
    }
    Ok(Some(Asked { answer, receipt, pegawai, instansi, wilayah, ledger }))
}

/// Who keeps a receipt, and what for.
#[derive(Clone, Copy, Debug)]
pub struct Keeper<'a> {
    /// Account name.
    pub actor: &'a str,
    /// Full name and role.
    pub by: &'a str,
    /// What it is for.
    pub keperluan: &'a str,
}

/// Keeps the text among the files and the receipt in the journal; answers its entry.
///
/// # Errors
/// When disk or storage fails; then the journal does not name it.
pub fn keep(conn: &mut Conn, node: &Node, asked: &Asked, keeper: &Keeper<'_>) -> Result<EntryId> {
    let used = Used::of(asked);
    let new = used.receipt(asked, keeper, node.berkas.keep_text(&asked.receipt.teks)?);
    let mut source = node.source(conn)?;
    store::bukti::record(conn, &node.key, &mut source, &new)
}

/// Closes an item of the re-examination queue; an answer asked anew is kept as the receipt that takes the
/// old one's place.
///
/// # Errors
/// When something new touched the receipt meanwhile, or disk or storage fails; then nothing was written.
pub fn close(
    conn: &mut Conn,
    node: &Node,
    who: &Pejabat<'_>,
    new: &NewTutup<'_>,
    renewed: Option<(&Asked, &Keeper<'_>)>,
) -> Result<EntryId> {
    let used = renewed.map(|(asked, _)| Used::of(asked));
    let receipt = match (&used, renewed) {
        (Some(used), Some((asked, keeper))) => {
            Some(used.receipt(asked, keeper, node.berkas.keep_text(&asked.receipt.teks)?))
        }
        _ => None,
    };
    let mut source = node.source(conn)?;
    tinjau::close(conn, &node.key, &mut source, who, new, receipt.as_ref())
}

/// What a receipt rests on, as its entry names it.
struct Used {
    pernyataan: Vec<FactId>,
    versi: Vec<NormVersion>,
}

impl Used {
    fn of(asked: &Asked) -> Used {
        // What is corrected is always the first statement, whichever ralat of it was read.
        let used = asked.receipt.pernyataan.iter();
        let mut pernyataan: Vec<_> = used.flat_map(|fact| [*fact, asked.ledger.first(*fact)]).collect();
        pernyataan.sort_unstable();
        pernyataan.dedup();
        let versi = asked.receipt.norma.iter().map(|used| NormVersion {
            jenis: used.jenis.word().to_owned(),
            kunci: used.kunci.to_string(),
            akta: used.isi.akta.to_string(),
            mulai: used.isi.mulai,
            hukum: used.hukum,
            sidik: used.isi.sidik,
        });
        Used { pernyataan, versi: versi.collect() }
    }

    fn receipt<'a>(&'a self, asked: &'a Asked, keeper: &Keeper<'a>, sidik: [u8; 32]) -> NewBukti<'a> {
        let jam = &asked.answer.jam;
        NewBukti {
            instansi: &asked.instansi,
            pegawai: asked.pegawai,
            actor: keeper.actor,
            by: keeper.by,
            keperluan: keeper.keperluan,
            norma: &asked.answer.kunci,
            putusan: asked.answer.verdict.kode().word(),
            berlaku: jam.fakta_pada,
            diketahui: jam.fakta_diketahui,
            hukum: jam.hukum_pada,
            hukum_diketahui: jam.hukum_diketahui,
            wilayah: &asked.wilayah,
            paket: jam.paket,
            mesin: MESIN,
            tertutup: asked.receipt.tertutup.word(),
            sidik,
            pernyataan: &self.pernyataan,
            versi: &self.versi,
        }
    }
}

/// What of a receipt's law reads differently, as one hash: the same as long as it reads the same.
pub fn keadaan(changed: &[Changed<'_>]) -> [u8; 32] {
    let line = |(used, now): &Changed<'_>| {
        let now = now.as_ref().map_or("-".to_owned(), |now| law::json::hex(&now.sidik));
        format!("{} {} {} {now}\n", used.jenis, used.kunci, used.hukum)
    };
    store::berkas::sha256(changed.iter().map(line).collect::<String>().as_bytes())
}

/// A version a receipt was read from, and what stands there now.
pub type Changed<'v> = (&'v NormVersion, Option<Meaning>);

/// Compares versions of the law in receipts with a pack, each once.
pub struct Reading<'p> {
    pack: &'p Pack,
    read: HashMap<(Jenis, String, Date, String), Option<Meaning>>,
}

impl<'p> Reading<'p> {
    /// With this pack.
    pub fn of(pack: &'p Pack) -> Reading<'p> {
        Reading { pack, read: HashMap::new() }
    }

    /// The versions a receipt was read from that read differently in the pack, each with what stands there
    /// now: `None` when nothing does.
    pub fn changed<'v>(&mut self, bukti: &Bukti, versi: &'v [NormVersion]) -> Vec<Changed<'v>> {
        if bukti.paket == self.pack.hash {
            return Vec::new();
        }
        let mut changed = Vec::new();
        for used in versi {
            let now = Jenis::parse(&used.jenis).and_then(|jenis| self.now(bukti, jenis, used));
            if now.as_ref().map(|n| n.sidik) != Some(used.sidik) {
                changed.push((used, now));
            }
        }
        changed
    }

    /// The same for a receipt in the queue; nothing when it reads as it did when it was closed.
    pub fn open<'v>(&mut self, older: &'v Older) -> Vec<Changed<'v>> {
        let mut changed = self.changed(&older.bukti, &older.versi);
        if older.closed == Some(keadaan(&changed)) {
            changed.clear();
        }
        changed
    }

    /// Whether the law of a closed item changed further, so that it stands open again.
    pub fn reopened(&mut self, done: &Selesai) -> bool {
        let changed = self.changed(&done.bukti, &done.versi);
        !changed.is_empty() && keadaan(&changed) != done.tutup.keadaan
    }

    /// With all law known today: an act of last month is what a receipt of last year is looked at again for.
    fn now(&mut self, bukti: &Bukti, jenis: Jenis, used: &NormVersion) -> Option<Meaning> {
        let pack = self.pack;
        let key = (jenis, used.kunci.clone(), used.hukum, bukti.wilayah.clone());
        let read = self.read.entry(key).or_insert_with_key(|(jenis, kunci, hukum, region)| {
            let book = pack.book(None, Some(region.as_str()).filter(|r| !r.is_empty()));
            meaning(&book, *jenis, kunci, *hukum)
        });
        read.clone()
    }
}
