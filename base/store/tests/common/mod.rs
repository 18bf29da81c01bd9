//! What the tests of this crate build journals from.
#![allow(dead_code, reason = "each test file uses its share")]

use kernel::{
    Act, Cells, Date, Document, Entry, EntryId, Fact, FactId, Field, Kind, PegawaiId, Rank, SourceRow,
    Subject, Value,
};
use store::Bind;
use store::sql::Sql;
use store::table::{Column, ColumnType, Table};
use store::testing::{Bench, NOW};

/// The instansi of most tests.
pub const A1: &str = "A1";

/// An id that reads the same everywhere.
pub fn id(n: u8) -> [u8; 16] {
    [1, 0x99, 0, 0, 0, 0, 0x70, n, 0x80, 0, 0, 0, 0, 0, 0, n]
}

pub fn person(n: u8) -> PegawaiId {
    PegawaiId(id(n))
}

pub fn text(field: Field, s: &str) -> (Field, Value) {
    (field, Value::text(s))
}

pub fn day(y: i16, m: i8, d: i8) -> Option<Date> {
    Some(Date::new(y, m, d).expect("a day"))
}

pub fn document(rank: Rank, nomor: &str) -> Document {
    Document {
        rank,
        jenis: "SK Gubernur".into(),
        nomor: nomor.into(),
        tanggal: day(2026, 3, 1),
        penandatangan: "Gubernur \"Contoh\"".into(),
        berkas: Some([9; 32]),
        baris: Some(7),
        urut: 1,
    }
}

pub fn entry(n: u8, subject: Subject, rank: Rank, acts: Vec<(Act, Fact)>) -> Entry {
    Entry {
        id: EntryId(id(n)),
        recorded: NOW,
        actor: "operator".into(),
        subject,
        document: document(rank, &format!("821/{n}/2026")),
        acts,
        row: None,
        notes: Vec::new(),
    }
}

/// A row of a download about a person: identity, post, unit and grade.
pub fn download(n: u8, who: u8, unor: &str) -> Entry {
    let unit = [text(Field::UnorId, unor), text(Field::UnorNama, "Bidang Mutasi")];
    let post = [
        text(Field::JabatanNama, "Analis"),
        text(Field::PosId, &store::derive::post_id(unor, "Analis")),
        text(Field::JabatanUnorId, unor),
        text(Field::JenisJabatanId, "2"),
    ];
    let identity = [
        text(Field::SiasnId, &format!("SIASN-{who}")),
        text(Field::Nip, &format!("1980010120060410{who:02}")),
        text(Field::Nama, &format!("Sî'ti \"Aminah\" {who} 🌾")),
        (Field::TanggalLahir, Value::Date(Date::from_days(-4_000))),
    ];
    let grade = [text(Field::GolonganNama, "III/d"), (Field::MkTahun, Value::Int(12))];
    let facts = vec![
        (Act::Perubahan, Fact::new(Kind::Identitas, None, identity)),
        (Act::Perubahan, Fact::new(Kind::UnitKerja, None, unit)),
        (Act::Perubahan, Fact::new(Kind::Jabatan, day(2020, 4, 1), post)),
        (Act::Perubahan, Fact::new(Kind::Golongan, day(2019, 4, 1), grade)),
    ];
    let mut cells = Cells::default();
    ["1980", "", "  spasi ", "O'Neil;\n\"x\"", "é"].iter().for_each(|c| cells.push(c));
    let extra = vec![("Kolom Tambahan".into(), "ya".into())];
    let mut entry = entry(n, Subject::Pegawai(person(who)), Rank::Unduhan, facts);
    entry.row = Some(SourceRow { layout: 1, cells, extra });
    entry
}

/// One entry of every sort there is: units, posts, the instansi, downloads, a decree with an end, a
/// ralat, a pembatalan, the absent of a download and the closing of that item.
pub fn script() -> Vec<Entry> {
    let change = |fact: Fact| vec![(Act::Perubahan, fact)];
    let target = |n: u8, ordinal: u16| FactId { entry: EntryId(id(n)), ordinal };
    let unit = Fact::new(Kind::Unor, day(2026, 1, 1), [text(Field::UnorNamaUnit, "Badan Kepegawaian")]);
    let post = [text(Field::PosUnor, "U1"), text(Field::PosJabatan, "Kepala"), text(Field::PosJenis, "1")];
    let post = Fact::new(Kind::Pos, None, post);
    let instansi = Fact::new(Kind::Instansi, None, [text(Field::InstansiNama, "Provinsi Contoh")]);
    let punished = Fact::new(Kind::HukumanDisiplin, day(2026, 2, 1), [text(Field::HukdisTingkat, "ringan")]);
    let grade = |name: &str| Fact::new(Kind::Golongan, day(2019, 4, 1), [text(Field::GolonganNama, name)]);
    let about = |n: u8, who: u8, acts| entry(n, Subject::Pegawai(person(who)), Rank::Sk, acts);
    let mut absent = entry(9, Subject::Instansi, Rank::Unduhan, Vec::new());
    absent.notes = vec![
        (store::derive::NOTE_ABSENT.into(), person(2).to_string().into()),
        ("baris_dibaca".into(), "3".into()),
    ];
    let mut closes = about(10, 2, Vec::new());
    closes.notes = vec![
        (store::derive::NOTE_CLOSES.into(), EntryId(id(9)).to_string().into()),
        (store::derive::NOTE_REASON.into(), "pindah instansi".into()),
    ];
    vec![
        entry(1, Subject::Unor("U1".into()), Rank::Rekap, change(unit)),
        entry(2, Subject::Pos("P1".into()), Rank::Rekap, change(post)),
        entry(3, Subject::Instansi, Rank::Rekap, change(instansi)),
        download(4, 1, "U1"),
        download(5, 2, "U2"),
        about(6, 1, change(punished.until(day(2026, 8, 1)))),
        about(7, 1, vec![(Act::Ralat(target(4, 3)), grade("IV/a"))]),
        about(8, 2, vec![(Act::Pembatalan(target(5, 2)), Fact::new(Kind::Jabatan, None, []))]),
        absent,
        closes,
        about(11, 1, vec![(Act::Perubahan, grade("IV/b")), (Act::Perubahan, grade("IV/c"))]),
    ]
}

/// The script in four commits of A1.
pub fn scripted(bench: &mut Bench) {
    bench.tenant(A1);
    for part in script().chunks(3) {
        bench.append(A1, part);
    }
}

/// Hands every journal over to a key made from this seed, signed by the old one too.
pub fn new_key(bench: &mut Bench, seed: u64, reason: &str) {
    let new = key(seed);
    let node = &bench.node;
    let now = node.clock.now();
    bench
        .conn
        .transaction(|conn| store::handover::hand_over(conn, &node.key, &new, now, reason))
        .expect("keys change");
    bench.node.key = new;
}

/// A key made from a seed.
pub fn key(seed: u64) -> store::key::NodeKey {
    store::key::NodeKey::from_source(&mut store::Source::seeded(
        seed,
        store::Clock::Fixed(store::testing::NOW),
    ))
}

pub fn verify(bench: &mut Bench) -> Vec<store::verify::Report> {
    store::verify::verify(&mut bench.conn, |_| ()).expect("verify runs")
}

pub fn assert_intact(bench: &mut Bench) {
    for report in verify(bench) {
        assert!(report.intact(), "{}: {:?}", bench.engine, report.trouble);
    }
}

/// A value read from a table, whatever its type.
#[derive(Clone, Debug, PartialEq)]
pub enum Cell {
    Null,
    Int(i64),
    Text(String),
    Bytes(Vec<u8>),
}

/// A statement made by a test.
pub fn sql(text: String) -> &'static Sql {
    Box::leak(Box::new(Sql::new("uji", text.leak())))
}

/// Every row of a table, by its key.
pub fn rows(bench: &mut Bench, table: &Table) -> Vec<Vec<Cell>> {
    let all =
        sql(format!("SELECT {} FROM {} ORDER BY {}", table.column_list(), table.name, table.key.join(", ")));
    let read = |row: &store::sql::Row<'_>| {
        let cell = |(at, column): (usize, &Column)| {
            let cell = match column.ty {
                ColumnType::Int => row.opt_int(at)?.map(Cell::Int),
                ColumnType::Text => Some(Cell::Text(row.text(at)?.to_owned())),
                ColumnType::Blob => row.opt_blob(at)?.map(|b| Cell::Bytes(b.to_vec())),
                ColumnType::Uuid => row.opt_uuid(at)?.map(|u| Cell::Bytes(u.to_vec())),
                ColumnType::Date => row.opt_date(at)?.map(|d| Cell::Int(d.days().into())),
                ColumnType::Stamp => Some(Cell::Int(row.stamp(at)?.0)),
            };
            Ok(cell.unwrap_or(Cell::Null))
        };
        table.columns.iter().enumerate().map(cell).collect::<store::Result<Vec<Cell>>>()
    };
    bench.conn.all(all, &[], read).expect("rows")
}

/// The value as SQL text of an engine.
pub fn literal(engine: &str, ty: ColumnType, cell: &Cell) -> String {
    let lite = engine == "SQLite";
    match (cell, ty) {
        (Cell::Null, _) => "NULL".into(),
        (Cell::Int(n), ColumnType::Date) if !lite => format!("DATE '1970-01-01' + ({n})"),
        (Cell::Int(n), ColumnType::Stamp) if !lite => {
            format!("TIMESTAMPTZ '1970-01-01 00:00:00Z' + INTERVAL '{n} microseconds'")
        }
        (Cell::Int(n), _) => format!("({n})"),
        (Cell::Text(s), _) => format!("'{}'", s.replace('\'', "''")),
        (Cell::Bytes(b), _) if lite => format!("X'{}'", store::derive::hex(b)),
        (Cell::Bytes(b), ColumnType::Uuid) => format!("'{}'::uuid", store::derive::hex(b)),
        (Cell::Bytes(b), _) => format!("'\\x{}'::bytea", store::derive::hex(b)),
    }
}

/// `column = value AND …` over the key of a row.
pub fn place(engine: &str, table: &Table, row: &[Cell]) -> String {
    let named = table.columns.iter().zip(row).filter(|(c, _)| table.key.contains(&c.name));
    let parts: Vec<String> =
        named.map(|(c, cell)| format!("{} = {}", c.name, literal(engine, c.ty, cell))).collect();
    parts.join(" AND ")
}

/// Binds that live as long as the cells.
pub fn bind<'c>(ty: ColumnType, cell: &'c Cell) -> Bind<'c> {
    match (cell, ty) {
        (Cell::Null, _) => Bind::Null,
        (Cell::Int(n), ColumnType::Date) => Bind::Date(Date::from_days(*n as i32)),
        (Cell::Int(n), ColumnType::Stamp) => Bind::Stamp(kernel::Stamp(*n)),
        (Cell::Int(n), _) => Bind::Int(*n),
        (Cell::Text(s), _) => Bind::Text(s),
        (Cell::Bytes(b), ColumnType::Uuid) => Bind::Uuid(b.as_slice().try_into().expect("16 bytes")),
        (Cell::Bytes(b), _) => Bind::Blob(b),
    }
}

/// Masked data of the first person opened, and of everybody.
pub fn openings() -> Vec<Entry> {
    let note = |name: &str, text: &str| (name.into(), text.into());
    let opens = |n: u8, subject: Subject| {
        let mut entry = entry(n, subject, Rank::Surat, Vec::new());
        entry.notes = vec![
            note(store::derive::NOTE_OPENS, "nomor"),
            note(store::derive::NOTE_REASON, "verifikasi"),
            note(store::derive::NOTE_BY, "Sari, Petugas BKD"),
        ];
        entry
    };
    vec![opens(80, Subject::Pegawai(person(1))), opens(81, Subject::Instansi)]
}

/// Stores a receipt about somebody that rests on these statements.
pub fn receipt(bench: &mut Bench, who: u8, rests_on: &[FactId], paket: u8) -> EntryId {
    let day = Date::new(2026, 4, 1).unwrap();
    let versi = [store::bukti::NormVersion {
        jenis: "param".into(),
        kunci: "kp.masa_min".into(),
        akta: "PP-99-2000".into(),
        mulai: Date::new(2000, 11, 10).unwrap(),
        hukum: day,
        sidik: [5; 32],
    }];
    let new = store::bukti::NewBukti {
        instansi: A1,
        pegawai: person(who),
        actor: "desi",
        by: "Desi, Petugas BKD",
        keperluan: "usul kenaikan pangkat",
        norma: "kp.reguler",
        putusan: "LULUS",
        berlaku: day,
        diketahui: store::testing::NOW,
        hukum: day,
        hukum_diketahui: day,
        wilayah: "62",
        paket: [paket; 32],
        mesin: 1,
        tertutup: "tidak",
        sidik: [4; 32],
        pernyataan: rests_on,
        versi: &versi,
    };
    let mut source = bench.node.source(&mut bench.conn).unwrap();
    store::bukti::record(&mut bench.conn, &bench.node.key, &mut source, &new).unwrap()
}

/// Desi, who states things about the law in the journal of A1.
pub const DESI: store::pejabat::Pejabat<'static> =
    store::pejabat::Pejabat { instansi: A1, actor: "desi", by: "Desi, Petugas BKD" };

/// Closes the item of a receipt in which these corrections were read, under pack 8.
pub fn close(bench: &mut Bench, who: u8, bukti: EntryId, read: &[FactId]) -> store::Result<EntryId> {
    let known = store::pejabat::tinjau::of_receipt(&mut bench.conn, person(who), bukti)?;
    let new = store::pejabat::tinjau::NewTutup {
        pegawai: person(who),
        bukti,
        hasil: "tetap",
        alasan: "masa kerja tetap cukup",
        paket: [8; 32],
        keadaan: [6; 32],
        after: known.and_then(|(_, closings)| Some(closings.last()?.entry)),
        read,
    };
    let mut source = bench.node.source(&mut bench.conn)?;
    store::pejabat::tinjau::close(&mut bench.conn, &bench.node.key, &mut source, &DESI, &new, None)
}

/// A position chosen by a leader for somebody; nothing takes the last choice back.
pub fn choose(
    bench: &mut Bench,
    who: u8,
    posisi: Option<&str>,
    after: Option<EntryId>,
) -> store::Result<EntryId> {
    let day = Date::new(2026, 4, 1).unwrap();
    let posisi = posisi.map(|kunci| store::pejabat::tafsir::Posisi {
        kunci: kunci.to_owned(),
        bunyi: "usia 50 tahun dan masa kerja 20 tahun".into(),
        jawaban: "Tidak memenuhi syarat (TMS)".into(),
        berlaku: day,
        hukum: day,
        paket: [8; 32],
        sidik: [6; 32],
    });
    let new = store::pejabat::tafsir::NewPilihan {
        pegawai: person(who),
        norma: "pensiun.hak.aps",
        pejabat: "Gubernur Contoh",
        posisi,
        tertutup: "tidak",
        alasan: "mengikuti praktik BKN",
        nomor: "800/12",
        tanggal: Some(day),
        after,
    };
    let mut source = bench.node.source(&mut bench.conn)?;
    store::pejabat::tafsir::record(&mut bench.conn, &bench.node.key, &mut source, &DESI, &new)
}

/// A norm signed by somebody, as it read with this hash; or that signature taken back.
pub fn sign(bench: &mut Bench, actor: &str, sidik: u8, back: Option<EntryId>) -> store::Result<EntryId> {
    let naskah = store::pejabat::paraf::Naskah {
        hukum: Date::new(2026, 4, 1).unwrap(),
        paket: [8; 32],
        sidik: [sidik; 32],
        kasus: [4; 32],
    };
    let who = store::pejabat::Pejabat { actor, by: "Hana, Biro Hukum", ..DESI };
    let mut source = bench.node.source(&mut bench.conn)?;
    let (conn, key) = (&mut bench.conn, &bench.node.key);
    store::pejabat::paraf::record(
        conn,
        key,
        &mut source,
        &who,
        "kp.reguler",
        &naskah,
        (back, "sesuai naskah"),
    )
}

/// Records that something happened to a rakor.
pub fn event(bench: &mut Bench, id: &str, jenis: &'static str, isi: &str) -> store::Result<()> {
    let baru = store::peristiwa::Baru { pokok: "rakor", pokok_id: id.into(), jenis, isi: isi.into() };
    let who = store::peristiwa::Pencatat { actor: "desi", by: "Desi, Petugas BKD", berkas: None };
    let mut source = bench.node.source(&mut bench.conn)?;
    let key = &bench.node.key;
    bench.conn.transaction(|conn| {
        let mut writer = store::journal::Writer::open(conn, key, &mut source, A1)?;
        store::peristiwa::append(&mut writer, &who, &baru)?;
        writer.finish().map(|_| ())
    })
}
