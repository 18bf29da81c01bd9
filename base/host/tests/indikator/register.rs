//! A register small enough to be counted by hand, in tables anybody can read. The day is 22 November 2026.

use host::Module;
use host::testing::House;
use kernel::{
    Act, Date, Document, Entry, EntryId, Fact, Field, Kind, PegawaiId, Rank, Stamp, Subject, Value,
};
use store::testing::{Bench, NOW};

/// Instansi yang dilayani; C3 belum menyampaikan data apa pun.
pub const INSTANSI: [&str; 3] = ["A1", "B2", "C3"];

/// id, nama, atasan, eselon pimpinannya. Semua milik A1; B2 belum mengimpor daftar unit.
const UNIT: &str = "
    U-PROV  | Pemerintah Provinsi Uji   |         |
    U-DINAS | Dinas Kesehatan           | U-PROV  | II.a
    U-BID   | Bidang Layanan            | U-DINAS | III.a
    U-SEK   | Seksi Data                | U-BID   | IV.a
    U-BKD   | Badan Kepegawaian Daerah  | U-PROV  | II.a
";

/// Peta jabatan A1: unit, jabatan, jenis (1 struktural, 2 fungsional, 4 pelaksana), eselon, kebutuhan.
const POS: &str = "
    U-DINAS | Kepala Dinas Kesehatan    | 1 | II.a  | 1
    U-BKD   | Kepala Badan Kepegawaian  | 1 | II.a  | 1
    U-BID   | Kepala Bidang Layanan     | 1 | III.a | 1
    U-DINAS | Sekretaris Dinas          | 1 | III.a | 1
    U-BKD   | Sekretaris Badan          | 1 | III.a | 1
    U-SEK   | Kepala Seksi Data         | 1 | IV.a  | 1
    U-DINAS | Pengolah Data             | 4 |       | 1
    U-DINAS | Guru Ahli Pertama         | 2 |       | 3
";

/// Instansi, nama, status, L/P, lahir, golongan, TMT golongan, masa kerja (tahun), pendidikan (kode BKN).
const ORANG: &str = "
    A1 | Ani   | PNS              | F | 1967-05-10 | IV/b  | 2021-04-01 | 25 | 45
    A1 | Budi  | PNS              | M | 1968-10-05 | II/c  | 2020-04-01 | 20 | 15
    A1 | Citra | CPNS             | F | 1998-02-01 | III/a | 2026-03-01 | 0  | 40
    A1 | Dedi  | PPPK_PARUH_WAKTU | M | 1990-07-07 |       |            |    | 15
    A1 | Gita  | PNS              | F | 1980-01-01 | III/d | 2022-04-01 | 12 | 40
    A1 | Hadi  | PNS              | M | 1966-05-05 | IV/c  | 2018-04-01 | 26 | 45
    A1 | Indra | PNS              | M | 1975-03-03 | III/c | 2023-04-01 | 15 | 15
    A1 | Joko  | PNS              | M | 1990-09-09 | III/a | 2024-04-01 | 2  | 40
    A1 | Kiki  | PNS              |   |            |       |            |    |
    B2 | Eka   | PPPK             | F | 1992-12-12 | IX    | 2024-03-01 | 0  | 40
    B2 | Fajar | NON_ASN          | M | 2000-01-01 |       |            |    | 15
";

/// Jabatan yang pernah dan sedang dipegang: nama, sejak, unit, jabatan, jenis, eselon.
const JABATAN: &str = "
    Ani   | 2022-01-01 | U-DINAS | Kepala Dinas Kesehatan   | 1 | II.a
    Budi  | 2015-01-01 | U-DINAS | Pengolah Data            | 4 |
    Citra | 2026-03-01 | U-DINAS | Pengolah Data            | 4 |
    Dedi  | 2025-10-01 |         | Penjaga Sekolah          | 4 |
    Gita  | 2023-01-01 | U-BID   | Kepala Bidang Layanan    | 1 | III.a
    Hadi  | 2020-01-01 | U-BKD   | Kepala Badan Kepegawaian | 1 | II.a
    Indra | 2021-01-01 | U-DINAS | Sekretaris Dinas         | 1 | III.a
    Indra | 2026-10-01 | U-SEK   | Kepala Seksi Data        | 1 | IV.a
    Joko  | 2024-04-01 | U-DINAS | Guru Ahli Pertama        | 2 |
    Eka   | 2024-03-01 |         | Perawat Ahli Pertama     | 2 |
";

/// Selebihnya: nama, apa, dan isinya.
const LAIN: &str = "
    Ani   | predikat | 2025 Sangat Baik
    Budi  | predikat | 2025 Baik
    Budi  | predikat | 2024 Baik
    Gita  | predikat | 2025 Baik
    Indra | predikat | 2025 Kurang
    Joko  | predikat | 2025 Butuh Perbaikan
    Eka   | predikat | 2025 Baik
    Ani   | diklat   | 2026-05-05 24 Manajemen Risiko
    Budi  | diklat   | 2026-06-06 10 Arsip Dinamis
    Gita  | diklat   | 2024-03-03 400 Pelatihan Kepemimpinan Administrator
    Budi  | kgb      | 2024-04-01 24
    Gita  | kgb      | 2026-04-01 16
    Indra | kgb      | 2024-04-01 16
    Joko  | kgb      | 2024-04-01 2
    Indra | hukdis   | 2026-09-01 2027-09-01 Sedang
    Gita  | plt      | 2026-04-01 U-BKD Kepala Badan Kepegawaian
    Hadi  | pensiun  | 2026-06-01
    Dedi  | kontrak  | 2025-10-01 2027-03-01
    Eka   | kontrak  | 2024-03-01 2027-10-01
";

/// The rows of a table, cell by cell.
pub fn rows(table: &'static str) -> impl Iterator<Item = Vec<&'static str>> {
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

/// An entry as a download of 2 March 2026 states it.
pub fn entry(kind: u8, n: u8, subject: Subject, facts: Vec<Fact>) -> Entry {
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
pub fn person(nama: &str) -> PegawaiId {
    let at = rows(ORANG).position(|o| o[1] == nama).expect("somebody of the table");
    PegawaiId(id(1, at as u8 + 1))
}

fn pos(unit: &str, jabatan: &str) -> String {
    store::derive::post_id(unit, jabatan)
}

fn orang(n: u8, o: &[&str]) -> Entry {
    let [_, nama, status, sex, born, golongan, since, years, school] = o else { panic!("nine columns") };
    let mut identity = vec![
        text(Field::Nama, nama),
        text(Field::Nip, &format!("19800101200604{}0{n:02}", if *sex == "F" { 2 } else { 1 })),
    ];
    if !sex.is_empty() {
        identity.push(text(Field::JenisKelamin, sex));
    }
    identity.extend(Date::parse(born).map(|day| (Field::TanggalLahir, Value::Date(day))));
    let over = rows(LAIN).any(|l| l[0] == *nama && l[1] == "pensiun");
    let kedudukan = match *status {
        _ if over => ("99", "Pensiun"),
        status if status.starts_with("PPPK") => ("71", "PPPK Aktif"),
        _ => ("01", "Aktif"),
    };
    let stated = [
        text(Field::StatusPegawai, status),
        text(Field::KedudukanId, kedudukan.0),
        text(Field::Kedudukan, kedudukan.1),
    ];
    let mut facts = vec![Fact::new(Kind::Identitas, None, identity), Fact::new(Kind::Status, None, stated)];
    if !golongan.is_empty() {
        let values = [text(Field::GolonganNama, golongan), int(Field::MkTahun, years)];
        facts.push(Fact::new(Kind::Golongan, Date::parse(since), values));
    }
    if !school.is_empty() {
        facts.push(Fact::new(Kind::Pendidikan, None, [text(Field::TingkatPendidikanId, school)]));
    }
    facts.extend(rows(JABATAN).filter(|j| j[0] == *nama).map(|j| jabatan(&j)));
    if let Some(last) = rows(JABATAN).filter(|j| j[0] == *nama && !j[2].is_empty()).last() {
        facts.push(Fact::new(Kind::UnitKerja, None, [text(Field::UnorId, last[2])]));
    }
    facts.extend(rows(LAIN).filter(|l| l[0] == *nama).map(|l| lain(l[1], l[2])));
    entry(1, n, Subject::Pegawai(PegawaiId(id(1, n))), facts)
}

fn jabatan(j: &[&str]) -> Fact {
    let [_, since, unit, nama, jenis, eselon] = j else { panic!("six columns") };
    let mut values = vec![text(Field::JabatanNama, nama), text(Field::JenisJabatanId, jenis)];
    if !unit.is_empty() {
        values.push(text(Field::PosId, &pos(unit, nama)));
    }
    if !eselon.is_empty() {
        values.push(text(Field::Eselon, eselon));
    }
    Fact::new(Kind::Jabatan, Date::parse(since), values)
}

fn lain(apa: &str, isi: &str) -> Fact {
    let (first, rest) = isi.split_once(' ').unwrap_or((isi, ""));
    let (second, more) = rest.split_once(' ').unwrap_or((rest, ""));
    let day = |text: &str| Date::parse(text);
    match apa {
        "predikat" => {
            let values = [int(Field::KinerjaTahun, first), text(Field::KinerjaPredikat, rest)];
            Fact::new(Kind::Kinerja, None, values)
        }
        "diklat" => {
            let values = [int(Field::DiklatJp, second), text(Field::DiklatNama, more)];
            Fact::new(Kind::Diklat, day(first), values)
        }
        "kgb" => Fact::new(Kind::GajiBerkala, day(first), [int(Field::KgbMkTahun, second)]),
        "hukdis" => Fact::new(Kind::HukumanDisiplin, day(first), [text(Field::HukdisTingkat, more)])
            .until(day(second)),
        "plt" => {
            let values =
                [text(Field::PenugasanJenis, "Plt"), text(Field::PenugasanPosId, &pos(second, more))];
            Fact::new(Kind::Penugasan, day(first), values)
        }
        "pensiun" => Fact::new(Kind::Pemberhentian, day(first), [text(Field::HentiJenis, "Pensiun BUP")]),
        "kontrak" => {
            let values = [text(Field::PerjanjianNomor, "1")];
            Fact::new(Kind::PerjanjianKerja, day(first), values).until(day(second))
        }
        _ => panic!("{apa}"),
    }
}

fn organisasi() -> Vec<Entry> {
    let since = Date::new(2019, 1, 1);
    let units = rows(UNIT).enumerate().map(|(n, u)| {
        let values = [
            text(Field::UnorNamaUnit, u[1]),
            text(Field::UnorAtasan, u[2]),
            text(Field::UnorEselon, u[3]),
            text(Field::UnorAktif, "1"),
        ];
        let values = values.into_iter().filter(|v| v.1 != Value::text(""));
        entry(2, n as u8, Subject::Unor(u[0].into()), vec![Fact::new(Kind::Unor, since, values)])
    });
    let posts = rows(POS).enumerate().map(|(n, p)| {
        let values = [
            text(Field::PosUnor, p[0]),
            text(Field::PosJabatan, p[1]),
            text(Field::PosJenis, p[2]),
            text(Field::PosJenjang, p[3]),
            int(Field::PosKebutuhan, p[4]),
        ];
        let values = values.into_iter().filter(|v| v.1 != Value::text(""));
        entry(3, n as u8, Subject::Pos(pos(p[0], p[1])), vec![Fact::new(Kind::Pos, since, values)])
    });
    let stated = [text(Field::InstansiLengkap, "hukuman_disiplin")];
    let own = entry(4, 1, Subject::Instansi, vec![Fact::new(Kind::Instansi, since, stated)]);
    units.chain(posts).chain([own]).collect()
}

fn journals() -> Vec<(&'static str, Vec<Entry>)> {
    let of = |instansi: &str| {
        let own = rows(ORANG).enumerate().filter(|(_, o)| o[0] == instansi);
        let people = own.map(|(n, o)| orang(n as u8 + 1, &o));
        let units = if instansi == "A1" { organisasi() } else { Vec::new() };
        units.into_iter().chain(people).collect()
    };
    INSTANSI.into_iter().map(|instansi| (instansi, of(instansi))).collect()
}

/// A node of each engine with this register.
pub fn on_both(name: &str, body: impl Fn(&House, &mut Bench)) {
    static MODULES: [Module; 0] = [];
    host::testing::on_both(name, &MODULES, &journals(), body);
}
