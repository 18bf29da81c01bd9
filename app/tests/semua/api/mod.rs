//! The API of the whole house: who gets in, what is refused and how, what the document says, and what
//! the log and the counters tell of it all.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

mod dokumen;
mod pintu;
mod tanda;

use host::testing::House;
use kernel::{
    Act, Date, Document, Entry, EntryId, Fact, Field, Kind, PegawaiId, Rank, Stamp, Subject, Value,
};
use store::testing::{Bench, NOW};

/// Somebody of an instansi, with a NIP and a name of their own.
pub fn person(n: u8) -> PegawaiId {
    PegawaiId([n; 16])
}

pub fn nip(n: u8) -> String {
    format!("19800101200601{n:04}")
}

fn entry(n: u8) -> Entry {
    let text = |field, value: &str| (field, Value::text(value));
    let identity = [text(Field::Nip, &nip(n)), text(Field::Nama, &format!("Wulandari Ke-{n}"))];
    let status = [text(Field::StatusPegawai, "PNS"), text(Field::KedudukanId, "01")];
    let since = Date::new(2006, 1, 1);
    Entry {
        id: EntryId([n; 16]),
        recorded: Stamp(NOW.0 - 1_000_000),
        actor: "desi".into(),
        subject: Subject::Pegawai(person(n)),
        document: Document {
            rank: Rank::Sk,
            jenis: "SK Gubernur".into(),
            nomor: format!("821/{n}"),
            tanggal: since,
            penandatangan: String::new(),
            berkas: None,
            baris: None,
            urut: 0,
        },
        acts: vec![
            (Act::Perubahan, Fact::new(Kind::Identitas, None, identity)),
            (Act::Perubahan, Fact::new(Kind::Status, since, status)),
        ],
        row: None,
        notes: Vec::new(),
    }
}

/// Both engines, every module: persons 1 to 3 belong to A1, 9 to B2.
pub fn on_both(name: &str, body: impl Fn(&House, &mut Bench)) {
    let journals = [("A1", [1, 2, 3].map(entry).to_vec()), ("B2", vec![entry(9)])];
    host::testing::on_both(name, sinergi::modules::modules(), &journals, body);
}
