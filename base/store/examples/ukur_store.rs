//! How fast: appending what a nominatif of so many people brings, reading every ledger back, checking
//! everything, rebuilding. `cargo run --release -p store --example ukur_store -- [sqlite|postgres] [people]`
#![allow(clippy::unwrap_used, reason = "a measurement may fail loudly")]

use kernel::{
    Act, Cells, Date, Document, Entry, Fact, Field, Kind, PegawaiId, Rank, SourceRow, Subject, Value,
};
use std::time::Instant;
use store::testing::{Bench, write};

fn main() {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let people: u32 = arguments.get(1).map_or(100_000, |n| n.parse().unwrap());
    match arguments.first().map(String::as_str) {
        Some("sqlite") => measure(Bench::sqlite("ukur", &[]), people),
        Some("postgres") => measure(Bench::postgres("ukur", &[]), people),
        _ => {
            measure(Bench::sqlite("ukur", &[]), people);
            measure(Bench::postgres("ukur", &[]), people);
        }
    }
}

/// Seconds on a core, beside those on the clock: other work on the machine does not blur them.
struct Watch(Instant, f64);

impl Watch {
    fn start() -> Watch {
        Watch(Instant::now(), Watch::cpu())
    }

    fn cpu() -> f64 {
        let text = std::fs::read_to_string("/proc/self/schedstat").unwrap_or_default();
        text.split(' ').next().and_then(|n| n.parse::<f64>().ok()).unwrap_or(0.0) / 1e9
    }

    fn tell(&self, what: &str, more: &str) {
        let (clock, cpu) = (self.0.elapsed().as_secs_f64(), Watch::cpu() - self.1);
        println!("  {what:<11} {clock:7.2} s ({cpu:.2} s inti) {more}");
    }
}

fn measure(mut bench: Bench, people: u32) {
    println!("{}, {people} orang", bench.engine);
    bench.tenant("A1");
    if let store::Conn::Sqlite(conn) = &bench.conn {
        let mib = std::env::var("SINERGI_CACHE").ok().and_then(|n| n.parse().ok());
        conn.cache_mib(mib).unwrap();
    }
    let (mut making, watch) = (0.0, Watch::start());
    let head = write(&bench.node, &mut bench.conn, "A1", |w| {
        for n in 0..people {
            let made = Instant::now();
            let at = w.moment();
            let entry = nominatif(n, w.source().pegawai_id(at), w.source().entry_id(at), at);
            making += made.elapsed().as_secs_f64();
            w.append(&entry)?;
        }
        Ok(())
    });
    watch.tell("tambah", &format!("termasuk {making:.2} s membuat contoh"));
    assert_eq!(head.unwrap().entries, u64::from(people));

    let watch = Watch::start();
    let mut facts = 0;
    store::people::each_ledger(&mut bench.conn, |page| {
        facts += page.into_iter().map(|p| p.ledger().bases().len()).sum::<usize>();
        Ok(())
    })
    .unwrap();
    watch.tell("each_ledger", &format!("{facts} fakta"));

    let watch = Watch::start();
    let reports = store::verify::verify(&mut bench.conn, |_| ()).unwrap();
    watch.tell("verify", &format!("utuh={}", reports[0].intact()));

    let watch = Watch::start();
    store::rebuild::rebuild(&mut bench.conn, &Default::default(), |_| ()).unwrap();
    watch.tell("rebuild", "");
    let reports = store::verify::verify(&mut bench.conn, |_| ()).unwrap();
    assert!(reports[0].intact(), "{:?}", reports[0].trouble);
}

/// One row of a nominatif: 67 cells, about 1.2 KB, and the eight facts an import reads from it.
fn nominatif(n: u32, person: PegawaiId, id: kernel::EntryId, recorded: kernel::Stamp) -> Entry {
    let text = |s: String| Value::Text(s.into());
    let (nip, siasn) = (format!("{:018}", 196_601_011_990_031_001 + u64::from(n)), format!("{:032X}", n));
    let unor = format!("{:032X}", u128::from(n % 900) * 7_919_000_017);
    let day = |n: u32| Date::from_days(3_000 + (n % 15_000) as i32);
    let jabatan = format!("Analis Kepegawaian Ahli Muda {}", n % 40);
    let pos = store::derive::post_id(&unor, &jabatan);
    let facts = [
        Fact::new(
            Kind::Identitas,
            None,
            [
                (Field::SiasnId, text(siasn.clone())),
                (Field::Nip, text(nip.clone())),
                (Field::Nama, text(format!("Nama Orang Ke {n}"))),
                (Field::TempatLahir, text("Kota Waringin".into())),
                (Field::TanggalLahir, Value::Date(day(n))),
                (Field::JenisKelamin, text("M".into())),
                (Field::Nik, text(format!("{:016}", 6_271_010_101_000_000u64 + u64::from(n)))),
                (Field::Email, text(format!("orang{n}@contoh.go.id"))),
                (Field::Alamat, text(format!("Jalan Contoh Nomor {n}, Kecamatan Tengah"))),
            ],
        ),
        Fact::new(
            Kind::Status,
            Some(day(n + 9_000)),
            [(Field::StatusPegawai, text("PNS".into())), (Field::Kedudukan, text("Aktif".into()))],
        ),
        Fact::new(Kind::Cpns, Some(day(n + 8_600)), [(Field::CpnsSkNomor, text(format!("813/{n}/BKD")))]),
        Fact::new(Kind::Pns, Some(day(n + 9_000)), [(Field::PnsSkNomor, text(format!("821/{n}/BKD")))]),
        Fact::new(
            Kind::Golongan,
            Some(day(n + 12_000)),
            [
                (Field::GolonganId, text("34".into())),
                (Field::GolonganNama, text("III/d".into())),
                (Field::MkTahun, Value::Int(i64::from(n % 30))),
                (Field::MkBulan, Value::Int(i64::from(n % 12))),
            ],
        ),
        Fact::new(
            Kind::Jabatan,
            Some(day(n + 13_000)),
            [
                (Field::JenisJabatan, text("Fungsional".into())),
                (Field::JabatanNama, text(jabatan)),
                (Field::PosId, text(pos)),
                (Field::JabatanUnorId, text(unor.clone())),
            ],
        ),
        Fact::new(
            Kind::UnitKerja,
            None,
            [
                (Field::UnorId, text(unor)),
                (Field::UnorNama, text(format!("Bidang {}", n % 900))),
                (Field::LokasiKerja, text("Kota Palangka Raya".into())),
                (Field::InstansiKerja, text("Pemerintah Provinsi Contoh".into())),
            ],
        ),
        Fact::new(
            Kind::Pendidikan,
            Some(day(n + 7_000)),
            [
                (Field::PendidikanNama, text("S-1 Administrasi Negara".into())),
                (Field::TahunLulus, Value::Int(1999)),
            ],
        ),
    ];
    let mut cells = Cells::default();
    for column in 0..67u32 {
        cells.push(&format!("isi sel {column} baris {n}"));
    }
    Entry {
        id,
        recorded,
        actor: "operator".into(),
        subject: Subject::Pegawai(person),
        document: Document {
            rank: Rank::Unduhan,
            jenis: "Unduhan SIASN".into(),
            nomor: String::new(),
            tanggal: Date::new(2026, 11, 20),
            penandatangan: String::new(),
            berkas: Some([7; 32]),
            baris: Some(n + 2),
            urut: 0,
        },
        acts: facts.into_iter().map(|fact| (Act::Perubahan, fact)).collect(),
        row: Some(SourceRow { layout: 1, cells, extra: Vec::new() }),
        notes: Vec::new(),
    }
}
