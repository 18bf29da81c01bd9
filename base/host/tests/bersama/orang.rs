//! People known to a node, drafts about them, and whether the journal is sound.
#![allow(dead_code, reason = "not every test needs all of it")]

use host::Hall;
use host::record::Draft;
use kernel::{
    Act, Date, Document, Entry, EntryId, Fact, Field, Kind, PegawaiId, Rank, Subject, Tables, Value,
};
use store::testing::{Bench, NOW, on_both_with};
use store::{Database, Node};

/// The instansi.
pub const OWNER: &str = "A1";

/// Somebody.
pub fn person(n: u8) -> PegawaiId {
    PegawaiId([n; 16])
}

/// An SK.
pub fn paper(nomor: &str) -> Document {
    Document {
        rank: Rank::Sk,
        jenis: "SK Gubernur".into(),
        nomor: nomor.into(),
        tanggal: Date::new(2026, 9, 15),
        penandatangan: "Gubernur".into(),
        berkas: None,
        baris: None,
        urut: 0,
    }
}

/// What was known of somebody first.
pub fn named(n: u8) -> Entry {
    let nip = format!("19850101201001{n:04}");
    let values = [(Field::Nip, Value::text(&nip)), (Field::Nama, Value::text("Ratih"))];
    Entry {
        id: EntryId([n; 16]),
        recorded: NOW,
        actor: "impor".into(),
        subject: Subject::Pegawai(person(n)),
        document: paper("awal"),
        acts: vec![(Act::Perubahan, Fact::new(Kind::Identitas, None, values))],
        row: None,
        notes: Vec::new(),
    }
}

/// A golongan stated about somebody.
pub fn draft(n: u8, nomor: String, based_on: usize) -> Draft {
    let fact =
        Fact::new(Kind::Golongan, Date::new(2026, 10, 1), [(Field::GolonganNama, Value::text("III/c"))]);
    Draft {
        instansi: OWNER.into(),
        actor: "desi".into(),
        subject: Subject::Pegawai(person(n)),
        document: paper(&nomor),
        acts: vec![(Act::Perubahan, fact)],
        alasan: String::new(),
        based_on,
    }
}

/// A node with so many people, on both engines.
pub fn with_hall(name: &str, people: u8, body: impl Fn(&Hall, &Bench)) {
    on_both_with(name, host::schema::TABLES, |bench| {
        bench.tenant(OWNER);
        let entries: Vec<Entry> = (1..=people).map(named).collect();
        bench.append(OWNER, &entries);
        let database = bench.url().map_or(Database::Sqlite, |url| Database::Postgres(url.to_owned()));
        let node = Node::open(bench.folder(), database, host::schema::TABLES, None).expect("node opens");
        let hall = Hall::new(node, Tables::bundled().expect("tables"), false);
        body(&hall, bench);
    });
}

/// Tables and signatures follow from the journal, which has so many entries.
pub fn sound(bench: &Bench, entries: u64) {
    let reports = store::verify::verify(&mut bench.connect(), |_| {}).expect("verified");
    for report in &reports {
        assert!(report.trouble.is_none(), "{report:?}");
        assert_eq!(report.entries, entries);
    }
}
