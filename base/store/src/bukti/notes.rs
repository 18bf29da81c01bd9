//! The notes of a receipt's entry, written and read back into rows.

use super::{NewBukti, NormVersion};
use crate::derive::{Sink, hex, unhex32};
use crate::error::Result;
use crate::schema;
use crate::sql::Bind;
use kernel::{Date, Entry, EntryId, FactId, Stamp, Subject};

/// Name of the note that makes an entry a receipt; its text is the norm.
pub(crate) const NOTE_RECEIPT: &str = "bukti";
const STATEMENT: &str = "pernyataan";
const VERSION: &str = "versi_norma";

type Note = (Box<str>, Box<str>);

pub(super) fn write(new: &NewBukti<'_>) -> Vec<Note> {
    let one = |name: &str, text: &str| (Box::from(name), Box::from(text));
    let mut notes = vec![
        one(NOTE_RECEIPT, new.norma),
        one("putusan", new.putusan),
        one("keperluan", new.keperluan),
        one("oleh", new.by),
        one("berlaku", &new.berlaku.to_string()),
        one("diketahui", &new.diketahui.0.to_string()),
        one("hukum", &new.hukum.to_string()),
        one("hukum_diketahui", &new.hukum_diketahui.to_string()),
        one("wilayah", new.wilayah),
        one("paket", &hex(&new.paket)),
        one("mesin", &new.mesin.to_string()),
        one("tertutup", new.tertutup),
    ];
    notes.extend(new.pernyataan.iter().map(|f| one(STATEMENT, &format!("{}/{}", f.entry, f.ordinal))));
    notes.extend(new.versi.iter().map(|v| {
        let NormVersion { jenis, kunci, akta, mulai, hukum, sidik } = v;
        one(VERSION, &format!("{jenis} {kunci} {akta} {mulai} {hukum} {}", hex(sidik)))
    }));
    notes
}

fn all<'e>(entry: &'e Entry, name: &'e str) -> impl Iterator<Item = &'e str> {
    entry.notes.iter().filter(move |note| &*note.0 == name).map(|note| &*note.1)
}

fn statement(text: &str) -> Option<FactId> {
    let (entry, ordinal) = text.split_once('/')?;
    Some(FactId { entry: EntryId::parse(entry)?, ordinal: ordinal.parse().ok()? })
}

fn version(text: &str) -> Option<NormVersion> {
    let parts: Vec<&str> = text.split(' ').collect();
    let [jenis, kunci, akta, mulai, hukum, sidik] = parts[..] else { return None };
    Some(NormVersion {
        jenis: jenis.to_owned(),
        kunci: kunci.to_owned(),
        akta: akta.to_owned(),
        mulai: Date::parse(mulai)?,
        hukum: Date::parse(hukum)?,
        sidik: unhex32(sidik)?,
    })
}

/// The rows of a receipt. One whose notes this program cannot read leaves none: the journal keeps it.
pub(crate) fn derive(entry: &Entry, instansi: &str, seq: i64, sink: &mut impl Sink) -> Result<()> {
    let text = |name| all(entry, name).next().unwrap_or("");
    let day = |name| Date::parse(text(name));
    let (Subject::Pegawai(person), Some(sidik), Some(paket), Some(berlaku), Some(hukum), Some(known)) = (
        &entry.subject,
        entry.document.berkas,
        unhex32(text("paket")),
        day("berlaku"),
        day("hukum"),
        day("hukum_diketahui"),
    ) else {
        return Ok(());
    };
    let (Ok(diketahui), Ok(mesin)) = (text("diketahui").parse(), text("mesin").parse()) else {
        return Ok(());
    };
    let (person, id) = (Bind::Uuid(person.0), Bind::Uuid(entry.id.0));
    sink.insert(
        &schema::BUKTI,
        &[
            person,
            id,
            Bind::Text(instansi),
            Bind::Int(seq),
            Bind::Stamp(entry.recorded),
            Bind::Text(&entry.actor),
            Bind::Text(text("oleh")),
            Bind::Text(text(NOTE_RECEIPT)),
            Bind::Text(text("putusan")),
            Bind::Date(berlaku),
            Bind::Stamp(Stamp(diketahui)),
            Bind::Date(hukum),
            Bind::Date(known),
            Bind::Text(text("wilayah")),
            Bind::Blob(&paket),
            Bind::Int(mesin),
            Bind::Text(text("tertutup")),
            Bind::Text(text("keperluan")),
            Bind::Blob(&sidik),
        ],
    )?;
    for used in all(entry, STATEMENT).filter_map(statement) {
        let row = [person, Bind::Uuid(used.entry.0), Bind::Int(used.ordinal.into()), id];
        sink.insert(&schema::BUKTI_DASAR, &row)?;
    }
    for used in all(entry, VERSION).filter_map(version) {
        let row = [
            person,
            id,
            Bind::Text(&used.jenis),
            Bind::Text(&used.kunci),
            Bind::Date(used.hukum),
            Bind::Text(&used.akta),
            Bind::Date(used.mulai),
            Bind::Blob(&used.sidik),
        ];
        sink.insert(&schema::BUKTI_NORMA, &row)?;
    }
    Ok(())
}
