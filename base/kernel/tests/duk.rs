//! The tables of the daftar urut kepangkatan, and what of a person they are read against.

use kernel::register::{Line, Pokok};
use kernel::tables::{BUNDLED, Jenjang};
use kernel::{
    Act, AsOf, Date, Document, Entry, EntryId, Fact, Field, Kind, Ledger, PegawaiId, Rank, Snapshot, Stamp,
    Subject, Tables, Value,
};

fn day(text: &str) -> Date {
    Date::parse(text).expect("a date")
}

fn tables() -> Tables {
    Tables::bundled().expect("tables of the law")
}

#[test]
fn langkah_duk_menurut_hari() {
    let tables = tables();
    let expected = "pangkat turun, tmt_pangkat naik, jabatan turun, tmt_jabatan naik, masa_kerja turun, \
        latihan turun, tanggal_latihan naik, pendidikan turun, tahun_lulus naik, usia turun, nip naik";
    // hari · dasar langkah pertama
    for (on, dasar) in [
        ("2016-12-31", "PP 15/1979"),
        ("2017-04-06", "PP 15/1979"),
        ("2017-04-07", "Kebiasaan menurut PP 15/1979, yang dicabut Pasal 362 PP 11/2017"),
        ("2026-11-22", "Kebiasaan menurut PP 15/1979, yang dicabut Pasal 362 PP 11/2017"),
    ] {
        let steps = tables.duk(day(on));
        let said: Vec<String> = steps
            .iter()
            .map(|s| format!("{} {}", s.nilai.word(), if s.descending { "turun" } else { "naik" }))
            .collect();
        assert_eq!(said.join(", "), expected, "{on}");
        assert_eq!(&*steps[0].citation.dasar, dasar, "{on}");
    }
}

#[test]
fn tingkat_jabatan_pada_duk() {
    let (tables, on) = (tables(), day("2026-11-22"));
    let level = |eselon: &str, jenjang| tables.duk_jabatan(eselon, jenjang, on).map_or(0, |found| found.0);
    // yang lebih tinggi · yang lebih rendah
    for ((high, low), words) in [
        ((level("II.a", Jenjang::JptPratama), level("II.b", Jenjang::JptPratama)), "II.a di atas II.b"),
        ((level("II.b", Jenjang::None), level("III.a", Jenjang::None)), "II.b di atas III.a"),
        ((level("", Jenjang::AhliMuda), level("", Jenjang::AhliPertama)), "ahli muda di atas ahli pertama"),
        ((level("", Jenjang::AhliPertama), level("", Jenjang::None)), "yang diketahui di atas yang tidak"),
    ] {
        assert!(high > low, "{words}: {high} {low}");
    }
    assert_eq!(level("", Jenjang::AhliMadya), level("", Jenjang::Administrator));
}

#[test]
fn latihan_jabatan_dari_nama_diklat() {
    let (tables, on) = (tables(), day("2026-11-22"));
    // nama diklat · tingkat
    for (name, tingkat) in [
        ("Pelatihan Kepemimpinan Nasional Tingkat I", 4),
        ("PKN Tingkat II Angkatan XV", 3),
        ("Diklatpim Tingkat III", 2),
        ("Pelatihan Kepemimpinan Administrator (PKA)", 2),
        ("DIKLAT PIM IV", 1),
        ("Pelatihan Dasar CPNS", 0),
        ("Manajemen Proyek PKP-RI lanjutan", 1),
    ] {
        assert_eq!(tables.latihan(name, on).map_or(0, |found| found.tingkat), tingkat, "{name}");
    }
}

#[test]
fn baris_duk_yang_tidak_dapat_dimaksud_ditolak() {
    let broken = |name: &str, row: &str| {
        let changed: Vec<(&str, String)> = BUNDLED
            .iter()
            .map(|(n, t)| (*n, if *n == name { format!("{t}{row}\n") } else { (*t).to_owned() }))
            .collect();
        let sources: Vec<(&str, &str)> = changed.iter().map(|(n, t)| (*n, t.as_str())).collect();
        Tables::parse(&sources).expect_err("refused").join(" ")
    };
    let twice = broken("duk.csv", "3,Jabatan,jabatan,turun,x,y,2018-01-01,,praktik,");
    assert!(twice.contains("duk.csv baris") && twice.contains("sudah ada"), "{twice}");
    let unknown = broken("duk_jabatan.csv", "jenjang,AHLI_SAKTI,10,y,,,praktik,");
    assert!(unknown.contains("AHLI_SAKTI"), "{unknown}");
}

fn person(acts: Vec<Fact>) -> Pokok {
    let id = PegawaiId([1; 16]);
    let entry = Entry {
        id: EntryId([2; 16]),
        recorded: Stamp(1),
        actor: "desi".into(),
        subject: Subject::Pegawai(id),
        document: Document {
            rank: Rank::Sk,
            jenis: "SK".into(),
            nomor: "1".into(),
            tanggal: Some(day("2024-03-01")),
            penandatangan: String::new(),
            berkas: None,
            baris: None,
            urut: 0,
        },
        acts: acts.into_iter().map(|fact| (Act::Perubahan, fact)).collect(),
        row: None,
        notes: Vec::new(),
    };
    let ledger = Ledger::from_entries(&[entry]);
    let snapshot = Snapshot::fold(&ledger, AsOf::on(day("2026-11-22")));
    Line::read(id, "A1", &snapshot, &tables(), &Default::default()).pokok
}

#[test]
fn masa_kerja_dihitung_dari_sk_pangkat() {
    let grade = |values: Vec<(Field, Value)>| Fact::new(Kind::Golongan, Some(day("2024-04-01")), values);
    let (years, months) = (Field::MkTahun, Field::MkBulan);
    // masa kerja pada SK · terhitung sejak
    for (values, since) in [
        (vec![(years, Value::Int(10)), (months, Value::Int(0))], Some("2014-04-01")),
        (vec![(years, Value::Int(9)), (months, Value::Int(5))], Some("2014-11-01")),
        (vec![(years, Value::Int(4))], Some("2020-04-01")),
        (vec![(months, Value::Int(5))], None),
        (vec![(years, Value::Int(900))], None),
    ] {
        let words = format!("{values:?}");
        assert_eq!(person(vec![grade(values)]).kerja_sejak, since.map(day), "{words}");
    }
    assert_eq!(person(Vec::new()), Pokok::default());
}

#[test]
fn pendidikan_menurut_kode_atau_nama() {
    let school = |field, text: &str| {
        Fact::new(
            Kind::Pendidikan,
            Some(day("2010-08-01")),
            [(field, Value::text(text)), (Field::TahunLulus, Value::Int(2010))],
        )
    };
    let known = person(vec![school(Field::TingkatPendidikanId, "40")]);
    assert_eq!((known.pendidikan, known.lulus), (40, 2010));
    assert_eq!(person(vec![school(Field::TingkatPendidikan, "S-2")]).pendidikan, 45);
    assert_eq!(person(vec![school(Field::TingkatPendidikan, "Akademi Langit")]).pendidikan, 0);
}
