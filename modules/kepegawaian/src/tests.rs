//! The pages from outside, with the people of the story book and two neighbours of another instansi.

mod api;
mod catat;
mod daftar;
mod kolom;
mod mengapa;
mod panel;
mod pegawai;
mod tafsir;
mod tampilan;
mod terpilih;

use demo::career::PersonSeed;
use demo::units::unit_id;
use host::Module;
use host::testing::House;
use kernel::{
    Act, Date, Document, Entry, EntryId, Fact, Field, Kind, PegawaiId, Rank, Stamp, Subject, Value,
};
use store::testing::{Bench, NOW, on_both_with};

static MODULES: [Module; 1] = [crate::module()];

/// BKN's id of the province of the story book.
fn province() -> String {
    demo::province::instansi_id(0)
}

/// The unit at a path below the government.
fn unit(path: &str) -> String {
    unit_id(&province(), path)
}

fn day(text: &str) -> Date {
    Date::parse(text).expect("a date")
}

/// A served node with everybody of the book; names are told by their key.
struct Village {
    house: House,
    keys: Vec<String>,
}

impl Village {
    fn id(&self, key: &str) -> PegawaiId {
        let n = self.keys.iter().position(|k| k == key).unwrap_or_else(|| panic!("nobody called {key}"));
        person_id(n as u64)
    }
}

fn person_id(n: u64) -> PegawaiId {
    let mut id = [7; 16];
    id[8..].copy_from_slice(&n.to_be_bytes());
    PegawaiId(id)
}

fn entry_id(n: u64) -> EntryId {
    let mut id = [1; 16];
    id[8..].copy_from_slice(&n.to_be_bytes());
    EntryId(id)
}

fn with_village(name: &str, body: impl Fn(&Village, &mut Bench)) {
    on_both_with(name, host::schema::TABLES, |bench| {
        let a = province();
        bench.tenant(&a);
        bench.tenant("B2");
        let mut entries = unit_list(&a);
        let mut keys = Vec::new();
        for (n, known) in demo::known_people().expect("the book").into_iter().enumerate() {
            let subject = Subject::Pegawai(person_id(n as u64));
            let mut count = 0;
            let id = || {
                count += 1;
                entry_id(1_000 * (n as u64 + 1) + count)
            };
            let seed = PersonSeed { documents: known.documents };
            entries.extend(seed.entries(&subject, "desi", id).into_iter().map(with_posts));
            keys.push(known.key);
        }
        entries.sort_by_key(|e| e.recorded);
        entries.retain(|e| e.recorded <= NOW);
        bench.append(&a, &entries);
        bench.append("B2", &[stranger(900), stranger(901)]);
        keys.resize(900, String::new());
        keys.push("tetangga".into());
        let house = House::new(bench, &MODULES);
        house.hall.present().expect("a world");
        let village = Village { house, keys };
        body(&village, bench);
    });
}

/// The book names unit and post; the register counts people of a post by its id.
fn with_posts(mut entry: Entry) -> Entry {
    for (_, fact) in entry.acts.iter_mut().filter(|a| a.1.kind == Kind::Jabatan) {
        let text = |field| fact.text(field).unwrap_or("").to_owned();
        let (unor, nama) = (text(Field::JabatanUnorId), text(Field::JabatanNama));
        let pos = (Field::PosId, Value::text(&store::derive::post_id(&unor, &nama)));
        let values = fact.values.iter().cloned().chain([pos]);
        *fact = Fact::new(fact.kind, fact.tmt, values).until(fact.until);
    }
    entry
}

fn document(jenis: &str, tanggal: &str) -> Document {
    Document {
        rank: Rank::Surat,
        jenis: jenis.into(),
        nomor: String::new(),
        tanggal: Some(day(tanggal)),
        penandatangan: String::new(),
        berkas: None,
        baris: None,
        urut: 0,
    }
}

fn entry(n: u64, subject: Subject, recorded: &str, facts: Vec<Fact>) -> Entry {
    Entry {
        id: entry_id(n),
        recorded: Stamp::end_of(day(recorded)),
        actor: "operator".into(),
        subject,
        document: document("Daftar", recorded),
        acts: facts.into_iter().map(|f| (Act::Perubahan, f)).collect(),
        row: None,
        notes: Vec::new(),
    }
}

/// The government, the BKD with one bidang, and the Dinas Perhubungan.
fn unit_list(instansi: &str) -> Vec<Entry> {
    let units = [
        ("", "Pemerintah Provinsi Bumi Raya", None),
        ("Badan Kepegawaian Daerah", "Badan Kepegawaian Daerah", Some("")),
        (
            "Badan Kepegawaian Daerah/Bidang Pelayanan Badan Kepegawaian Daerah",
            "Bidang Pelayanan Badan Kepegawaian Daerah",
            Some("Badan Kepegawaian Daerah"),
        ),
        ("Dinas Perhubungan", "Dinas Perhubungan", Some("")),
    ];
    let id = |path: &str| unit_id(instansi, path);
    let made = units.iter().enumerate().map(|(n, (path, nama, above))| {
        let mut values = vec![(Field::UnorNamaUnit, Value::text(nama))];
        values.extend(above.map(|a| (Field::UnorAtasan, Value::text(&id(a)))));
        let fact = Fact::new(Kind::Unor, Some(day("2009-01-01")), values);
        entry(n as u64 + 1, Subject::Unor(id(path)), "2009-01-02", vec![fact])
    });
    made.collect()
}

fn stranger(n: u64) -> Entry {
    let text = |field, text: &str| (field, Value::text(text));
    let identity = Fact::new(
        Kind::Identitas,
        None,
        [text(Field::Nama, "Tetangga Sebelah"), text(Field::Nip, "198001012005011001")],
    );
    let status = Fact::new(
        Kind::Status,
        Some(day("2005-01-01")),
        [text(Field::StatusPegawai, "PNS"), text(Field::KedudukanId, "01"), text(Field::Kedudukan, "Aktif")],
    );
    entry(n * 1_000, Subject::Pegawai(person_id(n)), "2020-01-01", vec![identity, status])
}

/// What every page keeps: one heading, nothing inline, no empty link.
fn sound(body: &str) {
    assert_eq!(body.matches("<h1").count(), 1, "one h1");
    for wrong in [" style=\"", " onclick=", "href=\"\"", "<script>"] {
        assert!(!body.contains(wrong), "{wrong}");
    }
}
