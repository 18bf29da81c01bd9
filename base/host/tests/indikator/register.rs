//! A register small enough to be counted by hand, in a table.

use host::Module;
use host::testing::House;
use kernel::{
    Act, Date, Document, Entry, EntryId, Fact, Field, Kind, PegawaiId, Rank, Stamp, Subject, Value,
};
use store::testing::{Bench, NOW};

/// Instansi, nama, status, jenis kelamin.
type Orang = (&'static str, &'static str, &'static str, &'static str);

const ORANG: &[Orang] = &[
    ("A1", "Ani", "PNS", "F"),
    ("A1", "Budi", "PNS", "M"),
    ("A1", "Citra", "CPNS", "F"),
    ("A1", "Dedi", "PPPK_PARUH_WAKTU", "M"),
    ("B2", "Eka", "PPPK", "F"),
    ("B2", "Fajar", "NON_ASN", "M"),
];

/// Instansi served; C3 has told nothing yet.
const INSTANSI: [&str; 3] = ["A1", "B2", "C3"];

fn id(kind: u8, n: u8) -> [u8; 16] {
    [1, 0x99, 0, 0, 0, kind, 0x70, 0, 0x80, 0, 0, 0, 0, 0, 0, n]
}

fn text(field: Field, value: &str) -> (Field, Value) {
    (field, Value::text(value))
}

fn entry(kind: u8, n: u8, subject: Subject, facts: Vec<Fact>) -> Entry {
    Entry {
        id: EntryId(id(kind, n)),
        recorded: Stamp(NOW.0 - 1_000_000),
        actor: "desi".into(),
        subject,
        document: Document {
            rank: Rank::Unduhan,
            jenis: "Unduhan SIASN".into(),
            nomor: String::new(),
            tanggal: Date::new(2026, 3, 2),
            penandatangan: String::new(),
            berkas: None,
            baris: Some(u32::from(n)),
            urut: 0,
        },
        acts: facts.into_iter().map(|fact| (Act::Perubahan, fact)).collect(),
        row: None,
        notes: Vec::new(),
    }
}

fn orang(n: u8, o: &Orang) -> Entry {
    let kedudukan = if o.2.starts_with("PPPK") { ("71", "PPPK Aktif") } else { ("01", "Aktif") };
    let identity = [
        text(Field::Nama, o.1),
        text(Field::Nip, &format!("19800101200604{}0{n:02}", if o.3 == "F" { 2 } else { 1 })),
        text(Field::JenisKelamin, o.3),
    ];
    let status = [
        text(Field::StatusPegawai, o.2),
        text(Field::KedudukanId, kedudukan.0),
        text(Field::Kedudukan, kedudukan.1),
    ];
    let facts = vec![Fact::new(Kind::Identitas, None, identity), Fact::new(Kind::Status, None, status)];
    entry(1, n, Subject::Pegawai(PegawaiId(id(1, n))), facts)
}

fn journals() -> Vec<(&'static str, Vec<Entry>)> {
    let of = |instansi: &str| {
        let own = ORANG.iter().enumerate().filter(|(_, o)| o.0 == instansi);
        own.map(|(n, o)| orang(n as u8 + 1, o)).collect()
    };
    INSTANSI.into_iter().map(|instansi| (instansi, of(instansi))).collect()
}

/// A node of each engine with this register.
pub fn on_both(name: &str, body: impl Fn(&House, &mut Bench)) {
    static MODULES: [Module; 0] = [];
    host::testing::on_both(name, &MODULES, &journals(), body);
}
