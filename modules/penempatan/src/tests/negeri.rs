//! A small government written by hand: two units, three posts.

use host::Module;
use kernel::{Act, Date, Document, Entry, EntryId, Fact, Field, Kind, Rank, Stamp, Subject, Value};
use std::sync::OnceLock;

/// This module alone.
pub fn modules() -> &'static [Module] {
    static MODULES: OnceLock<[Module; 1]> = OnceLock::new();
    MODULES.get_or_init(|| [crate::module()])
}

/// Unit, post, level, kelas.
pub const POS: [(&str, &str, &str, i64); 3] = [
    ("U-DINAS", "Kepala Dinas Kesehatan", "II.a", 14),
    ("U-DINAS", "Sekretaris", "III.a", 12),
    ("U-BIDANG", "Kepala Bidang Layanan", "III.b", 11),
];

/// The id of a post of [`POS`].
pub fn pos(n: usize) -> String {
    store::derive::post_id(POS[n].0, POS[n].1)
}

/// A day of a test.
pub fn day(text: &str) -> Date {
    Date::parse(text).expect("a date")
}

/// A text value of a field.
pub fn text(field: Field, value: &str) -> (Field, Value) {
    (field, Value::text(value))
}

/// An entry with these facts.
pub fn entry(n: u64, subject: Subject, facts: Vec<Fact>) -> Entry {
    let mut id = [1; 16];
    id[8..].copy_from_slice(&n.to_be_bytes());
    Entry {
        id: EntryId(id),
        recorded: Stamp::end_of(day("2020-01-01")),
        actor: "operator".into(),
        subject,
        document: Document {
            rank: Rank::Sk,
            jenis: "SK".into(),
            nomor: format!("1/{n}"),
            tanggal: Some(day("2019-01-01")),
            penandatangan: String::new(),
            berkas: None,
            baris: None,
            urut: 0,
        },
        acts: facts.into_iter().map(|fact| (Act::Perubahan, fact)).collect(),
        row: None,
        notes: Vec::new(),
    }
}

/// Its units and posts.
pub fn organisasi() -> Vec<Entry> {
    let mut entries = Vec::new();
    let since = Some(day("2019-01-01"));
    for (id, nama, above) in [("U-DINAS", "Dinas Kesehatan", ""), ("U-BIDANG", "Bidang Layanan", "U-DINAS")] {
        let mut values = vec![text(Field::UnorNamaUnit, nama), text(Field::UnorAktif, "ya")];
        values.extend((!above.is_empty()).then(|| text(Field::UnorAtasan, above)));
        let fact = Fact::new(Kind::Unor, since, values);
        entries.push(entry(entries.len() as u64 + 1, Subject::Unor(id.into()), vec![fact]));
    }
    for (n, (unor, jabatan, jenjang, kelas)) in POS.into_iter().enumerate() {
        let values = [
            text(Field::PosUnor, unor),
            text(Field::PosJabatan, jabatan),
            text(Field::PosJenis, "1"),
            text(Field::PosJenjang, jenjang),
            (Field::PosKelas, Value::Int(kelas)),
            (Field::PosKebutuhan, Value::Int(1)),
        ];
        let fact = Fact::new(Kind::Pos, since, values);
        entries.push(entry(entries.len() as u64 + 1, Subject::Pos(pos(n)), vec![fact]));
    }
    entries
}
