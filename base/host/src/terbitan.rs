//! Issuing a letter: its PDF is kept by hash, and the journal of whoever issues it says so. From then on
//! anybody who holds the paper can ask whether it is genuine, by a code printed on it.

use crate::hall::Hall;
use crate::peristiwa::{Berberkas, Pelaku};
use crate::problem::Problem;
use crate::serentak::{Perubahan, Urung};
use kernel::{Date, Stamp};
use naskah_dinas::{Naskah, Permintaan, Verifikasi};
use serde_json::{Value, json};
use sha2::{Digest, Sha256};
use std::collections::BTreeMap;
use store::Conn;
use store::peristiwa::{self, Baru, Peristiwa};

/// The sort of thing events about documents are about.
pub const POKOK: &str = "dokumen";
const TERBIT: &str = "terbit";
const GANTI: &str = "ganti";
const CABUT: &str = "cabut";

/// Without letters that read like digits, so that a code survives being typed from paper.
const ALPHABET: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";
/// Characters of a code: 80 bits, which nobody finds by trying.
const KODE: usize = 16;

/// What becomes of an issued document.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Keadaan {
    /// It holds.
    Berlaku,
    /// Another one took its place: its code.
    Diganti(String),
    /// It was withdrawn: when.
    Dicabut(Date),
}

/// An issued document, as its events tell it.
#[derive(Clone, Debug)]
pub struct Terbitan {
    /// Its code, which is also its address.
    pub kode: String,
    /// Who issued it.
    pub instansi: String,
    /// Template: what sort of letter it is.
    pub templat: String,
    /// Its number; may be empty.
    pub nomor: String,
    /// What it is about. For those signed in only: it may name people.
    pub hal: String,
    /// The date it bears.
    pub tanggal: Date,
    /// When it was issued.
    pub terbit: Stamp,
    /// Hash of the kept PDF.
    pub berkas: [u8; 32],
    /// Instansi that may read it beside the one that issued it.
    pub pembaca: Vec<String>,
    /// What it belongs to, such as `rakor/…`; may be empty.
    pub asal: String,
    /// It is about single people: only the service it belongs to gives it out, to those it is for.
    pub tertutup: bool,
    /// What became of it.
    pub keadaan: Keadaan,
}

impl Terbitan {
    /// Whether everybody of an instansi who reads documents may read it; an empty one serves all of them.
    pub fn terbaca(&self, instansi: &str) -> bool {
        let served =
            instansi.is_empty() || instansi == self.instansi || self.pembaca.iter().any(|p| p == instansi);
        served && !self.tertutup
    }
}

/// How a letter is issued.
#[derive(Clone, Debug, Default)]
pub struct Penerbitan {
    /// What it is about.
    pub hal: String,
    /// Instansi that may read it beside the one that issues it.
    pub pembaca: Vec<String>,
    /// What it belongs to: `rakor/…`.
    pub asal: String,
    /// Code of the document it takes the place of.
    pub menggantikan: Option<String>,
    /// It is about single people: only the service it belongs to gives it out.
    pub tertutup: bool,
}

/// A letter printed and kept, which nobody has issued yet.
#[derive(Clone, Debug)]
pub struct Tercetak {
    kode: String,
    berkas: [u8; 32],
    isi: Value,
    menggantikan: Option<String>,
}

impl Tercetak {
    /// The code it bears.
    pub fn kode(&self) -> &str {
        &self.kode
    }
}

impl Hall {
    /// Prints a letter, keeps it, and records that it was issued; answers its code.
    ///
    /// # Errors
    /// When it cannot be printed, what it replaces is not there to be replaced, or storage fails.
    pub fn terbitkan<N: Naskah + Clone>(
        &self,
        pelaku: &Pelaku,
        naskah: &N,
        how: &Penerbitan,
    ) -> Result<String, Problem> {
        let letter = self.cetak_terbitan(pelaku, naskah, how)?;
        let kode = letter.kode.clone();
        self.catat_terbitan(pelaku, vec![letter], |_| Ok(Ok(Vec::new())))?;
        Ok(kode)
    }

    /// Prints a letter with the code it will be issued under, and keeps it; nothing is recorded.
    ///
    /// # Errors
    /// When it cannot be printed or kept.
    pub fn cetak_terbitan<N: Naskah + Clone>(
        &self,
        pelaku: &Pelaku,
        naskah: &N,
        how: &Penerbitan,
    ) -> Result<Tercetak, Problem> {
        let (kode, garam) = kode_of(&pelaku.instansi, &Permintaan::of(naskah))?;
        let mut naskah = naskah.clone();
        naskah.dokumen_mut().verifikasi =
            Some(Verifikasi { kode: kode.clone(), alamat: self.percetakan.alamat_verifikasi() });
        let cetakan = self.percetakan.cetak(&Permintaan::of(&naskah))?;
        let temporary = self.node.berkas.temporary().map_err(store::Error::from)?;
        std::fs::write(temporary.path(), &cetakan.pdf).map_err(store::Error::from)?;
        let berkas = self.node.berkas.keep(temporary.path()).map_err(store::Error::from)?;
        let isi = json!({
            "templat": N::TEMPLAT,
            "nomor": naskah.dokumen().nomor,
            "tanggal": naskah.dokumen().tanggal.to_string(),
            "hal": how.hal,
            "berkas": store::derive::hex(&berkas),
            "garam": garam,
            "halaman": cetakan.halaman,
            "pembaca": how.pembaca,
            "asal": how.asal,
            "tertutup": how.tertutup,
        });
        Ok(Tercetak { kode, berkas, isi, menggantikan: how.menggantikan.clone() })
    }

    /// Records that these letters are issued, with the events `juga` answers with after them: all of it at one moment
    /// or nothing. `juga` reads and decides under the lock it is written under.
    ///
    /// # Errors
    /// When `juga` refuses, what a letter replaces is not there to be replaced, or storage fails; then nothing was
    /// recorded.
    pub fn catat_terbitan(
        &self,
        pelaku: &Pelaku,
        letters: Vec<Tercetak>,
        juga: impl FnOnce(&mut Conn) -> store::Result<Result<Vec<Berberkas>, Problem>>,
    ) -> Result<(), Problem> {
        let done = self.serentak(pelaku, |conn| {
            let also = match juga(conn)? {
                Ok(also) => also,
                Err(refused) => return Ok(Err(refused)),
            };
            let old: Vec<String> = letters.iter().filter_map(|l| l.menggantikan.clone()).collect();
            if let Err(sentence) = still_hold(conn, &old, &pelaku.instansi)? {
                return Ok(Err(Problem::Refused("DOK-01", sentence)));
            }
            let mut events: Vec<Berberkas> = Vec::with_capacity(letters.len() + old.len() + also.len());
            for letter in letters {
                events.push((event(&letter.kode, TERBIT, &letter.isi), Some(letter.berkas)));
                if let Some(old) = &letter.menggantikan {
                    events.push((event(old, GANTI, &json!({ "oleh": letter.kode })), None));
                }
            }
            events.extend(also);
            Ok(Ok(Perubahan { drafts: Vec::new(), events }))
        })?;
        match done {
            Ok(_) => Ok(()),
            Err(Urung::Ditolak(refused)) => Err(refused),
            // Only drafts can be overtaken, and there are none.
            Err(Urung::Bergeser(_)) => Err(Problem::Busy),
        }
    }

    /// Withdraws a document: whoever asks is told that it no longer holds.
    ///
    /// # Errors
    /// When it is not there to be withdrawn by this instansi, or storage fails.
    pub fn cabut_dokumen(&self, pelaku: &Pelaku, kode: &str, alasan: &str) -> Result<(), Problem> {
        let done = self.peristiwa(pelaku, &pelaku.instansi, |conn| {
            let held = still_holds(conn, kode, &pelaku.instansi)?;
            Ok(held.map(|()| vec![(event(kode, CABUT, &json!({ "alasan": alasan })), None)]))
        })?;
        done.map(|_| ()).map_err(|sentence| Problem::Refused("DOK-02", sentence))
    }
}

fn event(kode: &str, jenis: &'static str, isi: &Value) -> Baru {
    Baru { pokok: POKOK, pokok_id: kode.to_owned(), jenis, isi: isi.to_string() }
}

fn still_holds(conn: &mut Conn, kode: &str, instansi: &str) -> store::Result<Result<(), String>> {
    still_hold(conn, &[kode.to_owned()], instansi)
}

/// Whether all of these hold, in one statement for every [`BANYAK`] of them.
fn still_hold(conn: &mut Conn, kode: &[String], instansi: &str) -> store::Result<Result<(), String>> {
    for some in kode.chunks(BANYAK) {
        let found = baca_banyak(conn, some)?;
        for one in some {
            let sentence = match found.get(one).filter(|d| d.instansi == instansi).map(|d| &d.keadaan) {
                Some(Keadaan::Berlaku) => continue,
                Some(Keadaan::Diganti(_)) => "Dokumen itu sudah diganti. Muat ulang halaman.",
                Some(Keadaan::Dicabut(_)) => "Dokumen itu sudah dicabut. Muat ulang halaman.",
                None => "Dokumen itu tidak ada atau bukan terbitan instansi Anda.",
            };
            return Ok(Err(sentence.into()));
        }
    }
    Ok(Ok(()))
}

/// An issued document by its code.
///
/// # Errors
/// When storage fails.
pub fn baca(conn: &mut Conn, kode: &str) -> store::Result<Option<Terbitan>> {
    Ok(fold(&peristiwa::of_thing(conn, POKOK, kode)?))
}

/// Documents [`baca_banyak`] reads at once.
pub const BANYAK: usize = peristiwa::MANY;

/// Issued documents by their codes, in one statement; those that are not there are left out.
///
/// # Errors
/// When more than [`BANYAK`] are asked for, or storage fails.
pub fn baca_banyak(conn: &mut Conn, kode: &[String]) -> store::Result<BTreeMap<String, Terbitan>> {
    let mut by_code: BTreeMap<String, Vec<Peristiwa>> = BTreeMap::new();
    for event in peristiwa::of_many(conn, POKOK, kode)? {
        by_code.entry(event.pokok_id.clone()).or_default().push(event);
    }
    Ok(by_code.into_iter().filter_map(|(kode, events)| Some((kode, fold(&events)?))).collect())
}

/// What the events of one document add up to. Whoever did not issue it cannot change what became of it.
fn fold(events: &[Peristiwa]) -> Option<Terbitan> {
    let mut found: Option<Terbitan> = None;
    for event in events {
        let isi: Value = serde_json::from_str(&event.isi).unwrap_or_default();
        let text = |name: &str| isi.get(name).and_then(Value::as_str).unwrap_or("").to_owned();
        match (&mut found, event.jenis.as_str()) {
            (None, TERBIT) => {
                let readers = isi.get("pembaca").and_then(Value::as_array).into_iter().flatten();
                found = Some(Terbitan {
                    kode: event.pokok_id.clone(),
                    instansi: event.instansi.clone(),
                    templat: text("templat"),
                    nomor: text("nomor"),
                    hal: text("hal"),
                    tanggal: Date::parse(&text("tanggal"))?,
                    terbit: event.recorded,
                    berkas: kernel::typed::from_hex(&text("berkas"))?,
                    pembaca: readers.filter_map(Value::as_str).map(str::to_owned).collect(),
                    asal: text("asal"),
                    tertutup: isi.get("tertutup").and_then(Value::as_bool).unwrap_or(false),
                    keadaan: Keadaan::Berlaku,
                });
            }
            (Some(document), GANTI | CABUT)
                if document.instansi == event.instansi && document.keadaan == Keadaan::Berlaku =>
            {
                document.keadaan = match event.jenis.as_str() {
                    GANTI => Keadaan::Diganti(text("oleh")),
                    _ => Keadaan::Dicabut(event.recorded.date_wib()),
                };
            }
            _ => (),
        }
    }
    found
}

/// A code for a letter: the hash of who says what, and of a salt, so that nobody who knows a letter's
/// content can work out its code before it is issued. The salt stands in the journal.
fn kode_of(instansi: &str, permintaan: &Permintaan) -> Result<(String, String), Problem> {
    let mut garam = [0; 16];
    getrandom::fill(&mut garam)
        .map_err(|e| store::Error::from(std::io::Error::other(e.to_string())))
        .map_err(Problem::Failed)?;
    Ok((kode(instansi, permintaan, &garam), store::derive::hex(&garam)))
}

fn kode(instansi: &str, permintaan: &Permintaan, garam: &[u8; 16]) -> String {
    let mut hash = Sha256::new_with_prefix(garam);
    for part in [instansi, &permintaan.templat, &permintaan.data.to_string()] {
        hash.update((part.len() as u64).to_le_bytes());
        hash.update(part);
    }
    let hash = hash.finalize();
    let bits = hash.iter().take(KODE * 5 / 8).fold(0_u128, |bits, byte| bits << 8 | u128::from(*byte));
    let digit = |at: usize| ALPHABET[(bits >> (5 * (KODE - 1 - at)) & 31) as usize];
    (0..KODE).map(|at| char::from(digit(at))).collect()
}

/// A code as somebody typed it: blanks, strokes, small letters, and what reads like a digit are forgiven.
pub fn baca_kode(typed: &str) -> Option<String> {
    let code: String = typed
        .chars()
        .filter(|c| !c.is_whitespace() && !"-‐–.".contains(*c))
        .map(|c| match c.to_ascii_uppercase() {
            'O' => '0',
            'I' | 'L' => '1',
            c => c,
        })
        .collect();
    let known = code.bytes().all(|b| ALPHABET.contains(&b));
    (code.len() == KODE && known).then_some(code)
}

/// A code as it is shown: in groups of four.
pub fn tulis_kode(kode: &str) -> String {
    let groups: Vec<&str> =
        (0..kode.len()).step_by(4).filter_map(|at| kode.get(at..kode.len().min(at + 4))).collect();
    groups.join("-")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn happened(instansi: &str, jenis: &str, isi: &Value) -> Peristiwa {
        Peristiwa {
            instansi: instansi.into(),
            entry: kernel::EntryId([0; 16]),
            seq: 0,
            recorded: Stamp(1_765_000_000_000_000),
            actor: String::new(),
            by: String::new(),
            pokok: POKOK.into(),
            pokok_id: "K7QM2XHD9WTR4FBN".into(),
            jenis: jenis.into(),
            isi: isi.to_string(),
        }
    }

    #[test]
    fn what_became_of_a_document_is_for_its_issuer_to_say() {
        let issued = json!({ "templat": "undangan", "nomor": "005/1", "tanggal": "2026-12-07", "berkas": "ab".repeat(32) });
        let (withdrawn, replaced) = (json!({ "alasan": "salah" }), json!({ "oleh": "BARU" }));
        let day = Stamp(1_765_000_000_000_000).date_wib();
        for (later, keadaan) in [
            (vec![], Keadaan::Berlaku),
            (vec![("A1", CABUT, &withdrawn)], Keadaan::Dicabut(day)),
            (vec![("A1", GANTI, &replaced)], Keadaan::Diganti("BARU".into())),
            (vec![("B2", CABUT, &withdrawn), ("B2", TERBIT, &issued)], Keadaan::Berlaku),
            (vec![("A1", GANTI, &replaced), ("A1", CABUT, &withdrawn)], Keadaan::Diganti("BARU".into())),
        ] {
            let mut events = vec![happened("A1", TERBIT, &issued)];
            events.extend(later.iter().map(|(who, jenis, isi)| happened(who, jenis, isi)));
            let folded = fold(&events).expect("a document");
            assert_eq!((folded.keadaan, folded.instansi.as_str()), (keadaan, "A1"), "{later:?}");
        }
        assert!(fold(&[happened("A1", CABUT, &withdrawn)]).is_none());
    }

    #[test]
    fn a_code_follows_from_all_it_vouches_for_and_from_its_salt() {
        let asked = |text: &str| Permintaan {
            templat: "undangan".into(),
            data: json!({ "hal": text }),
            tanggal: Date::from_days(20_000),
        };
        let first = kode("A1", &asked("rapat"), &[7; 16]);
        assert_eq!(first, kode("A1", &asked("rapat"), &[7; 16]));
        assert_eq!(baca_kode(&first), Some(first.clone()));
        for other in [
            kode("A2", &asked("rapat"), &[7; 16]),
            kode("A1", &asked("rapat."), &[7; 16]),
            kode("A1", &asked("rapat"), &[8; 16]),
        ] {
            assert_ne!(first, other);
        }
    }

    #[test]
    fn codes_are_read_as_people_type_them() {
        for (typed, read) in [
            ("K7QM2XHD9WTR4FBN", Some("K7QM2XHD9WTR4FBN")),
            (" k7qm-2xhd-9wtr-4fbn ", Some("K7QM2XHD9WTR4FBN")),
            ("OOOO-IIII-llll-0000", Some("0000111111110000")),
            ("K7QM2XHD9WTR4FB", None),
            ("U7QM2XHD9WTR4FBN", None),
            ("K7QM2XHD9WTR4FBN' OR 1", None),
            ("", None),
        ] {
            assert_eq!(baca_kode(typed).as_deref(), read, "{typed:?}");
        }
        assert_eq!(tulis_kode("K7QM2XHD9WTR4FBN"), "K7QM-2XHD-9WTR-4FBN");
    }
}
