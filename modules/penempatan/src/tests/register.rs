//! A register small enough to be judged by hand, in tables anybody can read. The round is about 1 December 2026.

use kernel::{
    Act, Date, Document, Entry, EntryId, Fact, Field, Kind, PegawaiId, Rank, Stamp, Subject, Value,
};
use store::testing::NOW;

/// The instansi.
pub const INSTANSI: &str = "A1";

/// id, nama, atasan, eselon.
const UNIT: &str = "
    U-DINAS | Dinas Uji   |         | II.a
    U-SATU  | Seksi Satu  | U-DINAS | IV.a
    U-DUA   | Seksi Dua   | U-DINAS | IV.a
";

/// Unit, jabatan, jenis (1 struktural, 4 pelaksana), eselon, kelas, kebutuhan.
const POS: &str = "
    U-SATU  | Kepala Seksi Satu | 1 | IV.a | 9 | 1
    U-DUA   | Kepala Seksi Dua  | 1 | IV.a | 9 | 1
    U-DINAS | Pengolah Data     | 4 |      | 6 | 9
";

/// Nama, status, lahir, golongan, TMT golongan, pendidikan (kode BKN), sejak, unit, jabatan, jenis, eselon, predikat
/// 2025 dan 2024.
const ORANG: &str = "
    Ani    | PNS  | 1980-01-01 | III/d | 2018-04-01 | 40 | 2018-01-01 | U-DINAS | Pengolah Data    | 4 |      | Baik | Sangat Baik
    Budi   | PNS  | 1981-01-01 | III/c | 2020-04-01 | 40 | 2025-06-01 | U-DINAS | Pengolah Data    | 4 |      | Baik | Baik
    Citra  | PNS  | 1982-01-01 | III/c | 2019-04-01 | 40 | 2017-01-01 | U-DINAS | Pengolah Data    | 4 |      | Baik | Baik
    Dua    | PNS  | 1975-01-01 | III/d | 2016-04-01 | 40 | 2020-01-01 | U-DUA   | Kepala Seksi Dua | 1 | IV.a | Baik | Baik
    Eko    | PPPK | 1985-01-01 | IX    | 2021-04-01 | 40 | 2021-01-01 | U-DINAS | Pengolah Data    | 4 |      | Baik | Baik
    Fitri  | PNS  | 1983-01-01 | III/a | 2022-04-01 | 15 | 2016-01-01 | U-DINAS | Pengolah Data    | 4 |      | Baik | Baik
    Gilang | PNS  | 1984-01-01 | III/c | 2023-04-01 | 40 | 2015-01-01 | U-DINAS | Pengolah Data    | 4 |      | Baik | Baik
";

fn rows(table: &'static str) -> impl Iterator<Item = Vec<&'static str>> {
    let lines = table.lines().map(str::trim).filter(|line| !line.is_empty());
    lines.map(|line| line.split('|').map(str::trim).collect())
}

fn id(kind: u8, n: u8) -> [u8; 16] {
    [1, 0x99, 0, 0, 0, kind, 0x70, 0, 0x80, 0, 0, 0, 0, 0, 0, n]
}

fn text(field: Field, value: &str) -> (Field, Value) {
    (field, Value::text(value))
}

fn int(field: Field, value: &str) -> (Field, Value) {
    (field, Value::Int(value.parse().expect("a number")))
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

/// The id of somebody of the table.
pub fn orang(nama: &str) -> PegawaiId {
    let at = rows(ORANG).position(|o| o[0] == nama).expect("somebody of the table");
    PegawaiId(id(1, at as u8 + 1))
}

/// The id of a post of the table.
pub fn pos(jabatan: &str) -> String {
    let found = rows(POS).find(|p| p[1] == jabatan).expect("a post of the table");
    store::derive::post_id(found[0], jabatan)
}

fn seorang(n: u8, o: &[&str]) -> Entry {
    let [nama, status, born, golongan, since, school, held, unit, jabatan, jenis, eselon, last, before] = o
    else {
        panic!("thirteen columns")
    };
    let kedudukan = if *status == "PPPK" { ("71", "PPPK Aktif") } else { ("01", "Aktif") };
    let mut post = vec![
        text(Field::JabatanNama, jabatan),
        text(Field::JenisJabatanId, jenis),
        text(Field::PosId, &pos(jabatan)),
    ];
    if !eselon.is_empty() {
        post.push(text(Field::Eselon, eselon));
    }
    let year = |year: &str, told: &str| {
        Fact::new(Kind::Kinerja, None, [int(Field::KinerjaTahun, year), text(Field::KinerjaPredikat, told)])
    };
    let mut facts = vec![
        Fact::new(
            Kind::Identitas,
            None,
            [
                text(Field::Nama, nama),
                text(Field::Nip, &format!("1980010120060410{n:02}")),
                (Field::TanggalLahir, Value::Date(Date::parse(born).expect("a day"))),
            ],
        ),
        Fact::new(
            Kind::Status,
            None,
            [
                text(Field::StatusPegawai, status),
                text(Field::KedudukanId, kedudukan.0),
                text(Field::Kedudukan, kedudukan.1),
            ],
        ),
        Fact::new(Kind::Golongan, Date::parse(since), [text(Field::GolonganNama, golongan)]),
        Fact::new(Kind::Pendidikan, None, [text(Field::TingkatPendidikanId, school)]),
        Fact::new(Kind::Jabatan, Date::parse(held), post),
        Fact::new(Kind::UnitKerja, None, [text(Field::UnorId, unit)]),
        year("2025", last),
        year("2024", before),
    ];
    if *nama == "Citra" {
        let severe = [text(Field::HukdisTingkat, "Sedang")];
        let from = Date::new(2026, 9, 1);
        facts.push(Fact::new(Kind::HukumanDisiplin, from, severe).until(Date::new(2027, 9, 1)));
    }
    entry(1, n, Subject::Pegawai(PegawaiId(id(1, n))), facts)
}

/// As many more like Gilang, each with a name and NIP of their own: `Serupa 01`.
pub fn serupa(count: u8) -> impl Iterator<Item = Entry> {
    let gilang = rows(ORANG).find(|o| o[0] == "Gilang").expect("somebody of the table");
    (1..=count).map(move |n| {
        let nama = format!("Serupa {n:02}");
        let mut row = gilang.clone();
        row[0] = &nama;
        seorang(100 + n, &row)
    })
}

/// Everything recorded.
pub fn entri() -> Vec<Entry> {
    let since = Date::new(2015, 1, 1);
    let stated = |values: Vec<(Field, Value)>| -> Vec<(Field, Value)> {
        values.into_iter().filter(|v| v.1 != Value::text("")).collect()
    };
    let units = rows(UNIT).enumerate().map(|(n, u)| {
        let values = vec![
            text(Field::UnorNamaUnit, u[1]),
            text(Field::UnorAtasan, u[2]),
            text(Field::UnorEselon, u[3]),
            text(Field::UnorAktif, "1"),
        ];
        entry(2, n as u8, Subject::Unor(u[0].into()), vec![Fact::new(Kind::Unor, since, stated(values))])
    });
    let posts = rows(POS).enumerate().map(|(n, p)| {
        let values = vec![
            text(Field::PosUnor, p[0]),
            text(Field::PosJabatan, p[1]),
            text(Field::PosJenis, p[2]),
            text(Field::PosJenjang, p[3]),
            int(Field::PosKelas, p[4]),
            int(Field::PosKebutuhan, p[5]),
        ];
        entry(3, n as u8, Subject::Pos(pos(p[1])), vec![Fact::new(Kind::Pos, since, stated(values))])
    });
    let complete =
        [text(Field::InstansiLengkap, "hukuman_disiplin, cltn, tugas_belajar, pemberhentian_sementara")];
    let own = entry(4, 1, Subject::Instansi, vec![Fact::new(Kind::Instansi, since, complete)]);
    let people = rows(ORANG).enumerate().map(|(n, o)| seorang(n as u8 + 1, &o));
    units.chain(posts).chain([own]).chain(people).collect()
}
