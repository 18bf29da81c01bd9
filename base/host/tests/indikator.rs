//! The catalogue against a register small enough to be counted by hand.

#[path = "indikator/register.rs"]
mod register;

use host::Hall;
use host::indikator::{self, Isian, Katalog, Pengukuran, Rincian, Rumus, Sel, angka, deret, pembuktian};
use host::peristiwa::Pelaku;
use kernel::indikator::{Hasil, Satuan, Ukuran};
use kernel::{Date, Fact, Field, Kind, Subject, Tables, Value};
use register::on_both;
use std::collections::BTreeSet;
use store::testing::NOW;

#[test]
fn every_code_is_there_once_and_every_definition_is_a_sentence() {
    let katalog = Katalog::default();
    let mut codes = BTreeSet::new();
    for i in katalog.semua() {
        assert!(codes.insert(i.kode), "{} dipakai dua kali", i.kode);
        let (letters, number) = i.kode.split_once('-').expect("HURUF-angka");
        assert!(letters.chars().all(|c| c.is_ascii_uppercase()), "{}", i.kode);
        assert!(number.len() == 2 && number.chars().all(|c| c.is_ascii_digit()), "{}", i.kode);
        assert!(i.definisi.ends_with('.') && i.definisi.len() > 20, "{}", i.kode);
        assert!(!i.nama.is_empty() && !i.nama.ends_with('.') && i.nama.len() < 80, "{}", i.kode);
        if let Rumus::BelumAda(why) = i.rumus {
            assert!(why.ends_with('.') && why.len() > 20, "{}", i.kode);
        }
    }
}

#[test]
fn the_quality_index_is_the_table_row_by_row() {
    let tables = Tables::bundled().expect("tables of the law");
    let katalog = Katalog::default();
    for (n, row) in tables.ikd().iter().enumerate() {
        let kode = format!("MUTU-{:02}", n + 1);
        let found = katalog.cari(&kode).expect("one for each row");
        assert_eq!(found.nama, &*row.label, "{kode}");
        match (&found.rumus, row.check) {
            (Rumus::Temuan(own), Some(check)) => assert_eq!(*own, check, "{kode}"),
            (Rumus::BelumAda(_), None) => {}
            _ => panic!("{kode}: {row:?}"),
        }
    }
}

/// Kode, A1, B2, C3, semuanya: `bagian/seluruh`, `-` untuk belum terukur, `+n` untuk n yang datanya belum ada.
const DIHARAPKAN: &str = "
    ASN-01      | 8      | 1    | - | 9
    ASN-02      | 6      | 0    | - | 6
    ASN-03      | 1      | 0    | - | 1
    ASN-04      | 0      | 1    | - | 1
    ASN-05      | 1      | 0    | - | 1
    ASN-06      | 3/7 +1 | 1/1  | - | 4/8 +1
    ASN-07      | 2/3    | -    | - | 2/3
    ASN-08      | 1/1    | -    | - | 1/1
    ASN-09      | 4/7 +1 | 1/1  | - | 5/8 +1
    NONASN-01   | 0      | 1    | - | 1
    NONASN-02   | 0/8    | 1/2  | - | 1/10
    JAB-01      | 10     | -    | - | 10
    JAB-02      | 5/10   | -    | - | 5/10
    JAB-03      | 5/10   | -    | - | 5/10
    JAB-04      | 1      | -    | - | 1
    JAB-05      | 2      | -    | - | 2
    JAB-06      | 0      | -    | - | 0
    JAB-07      | 1 +1   | -    | - | 1 +1
    JAB-08      | 1/5    | -    | - | 1/5
    JAB-09      | 1      | -    | - | 1
    JAB-10      | 1      | 0    | - | 1
    JAB-11      | 1      | 0    | - | 1
    JAB-12      | 1      | 0    | - | 1
    JAB-13      | 1      | 1    | - | 2
    JAB-14      | 3      | 0    | - | 3
    JAB-15      | 1/8    | 0/1  | - | 1/9
    GURU-01     | 1/3    | -    | - | 1/3
    GURU-02     | -      | -    | - | -
    PLT-01      | 1      | 0    | - | 1
    PLT-02      | 1      | 0    | - | 1
    PLT-03      | 1      | 0    | - | 1
    STR-01      | 2      | -    | - | 2
    STR-02      | 5      | -    | - | 5
    STR-03      | 2      | -    | - | 2
    STR-04      | 1      | -    | - | 1
    STR-05      | 1      | -    | - | 1
    STR-06      | 0      | -    | - | 0
    KP-01       | 1 +1   | 0    | - | 1 +1
    PENSIUN-01  | 1 +1   | 0    | - | 1 +1
    PENSIUN-02  | 1 +1   | 0    | - | 1 +1
    PENSIUN-03  | 1      | 0    | - | 1
    PENSIUN-04  | 1      | -    | - | 1
    KONTRAK-01  | 0      | 0    | - | 0
    KONTRAK-02  | 0      | 1    | - | 1
    KONTRAK-03  | 1      | 0    | - | 1
    KONTRAK-04  | 1      | 0    | - | 1
    KONTRAK-05  | 0      | 0    | - | 0
    KINERJA-01  | 5/8    | 1/1  | - | 6/9
    KINERJA-02  | 1/5 +3 | 0/1  | - | 1/6 +3
    KINERJA-03  | 2/5 +3 | 1/1  | - | 3/6 +3
    KINERJA-04  | 1/5 +3 | 0/1  | - | 1/6 +3
    KINERJA-05  | 1/5 +3 | 0/1  | - | 1/6 +3
    KINERJA-06  | 0/5 +3 | 0/1  | - | 0/6 +3
    JP-01       | 1/2 +4 | -    | - | 1/2 +4
    MERIT-01    | 2/3    | -    | - | 2/3
    MERIT-02    | 1/1    | 1/1  | - | 2/2
    DISIPLIN-01 | 1      | -    | - | 1 +1
    DISIPLIN-02 | 0      | -    | - | 0 +1
    IMPOR-01    | 265    | 265  | - | 265
    KGB-01      | 3 +3   | 0    | - | 3 +3
    KGB-02      | 0      | -    | - | -
    JP-02       | -      | -    | - | -
    MERIT-03    | 2/2 +2 | -    | - | 2/2 +3
    IPASN-01    | -      | -    | - | -
    JPT-01      | 0 +1   | -    | - | 0 +2
    TEMUAN-01   | 8/8    | 2/2  | - | 10/10
    TEMUAN-02   | 3/8    | 2/2  | - | 5/10
    MUTU-01     | 0/8    | 0/2  | - | 0/10
    MUTU-02     | 4/8    | 1/2  | - | 5/10
    MUTU-03     | 8/8    | 2/2  | - | 10/10
    MUTU-04     | 6/8    | 0/2  | - | 6/10
    MUTU-05     | 4/8    | 1/2  | - | 5/10
    MUTU-06     | 8/8    | 2/2  | - | 10/10
    MUTU-07     | 8/8    | 2/2  | - | 10/10
    MUTU-08     | 0/8    | -    | - | 0/10
    MUTU-10     | 0/8    | 0/2  | - | 0/10
    MUTU-11     | 0/8    | 0/2  | - | 0/10
    MUTU-12     | 1/8    | 0/2  | - | 1/10
    MUTU-13     | 0/8    | 0/2  | - | 0/10
    MUTU-14     | 0/8    | 0/2  | - | 0/10
    MUTU-15     | 0/8    | 0/2  | - | 0/10
    MUTU-16     | 0/8    | 0/2  | - | 0/10
    MUTU-17     | 0/8    | 0/2  | - | 0/10
    MUTU-18     | 8/8    | 2/2  | - | 10/10
    MUTU-19     | 1/8    | 0/2  | - | 1/10
    MUTU-20     | 0/8    | 0/2  | - | 0/10
    MUTU-21     | 0/8    | 0/2  | - | 0/10
    MUTU-22     | 0/8    | 0/2  | - | 0/10
    MUTU-23     | 1/8    | 0/2  | - | 1/10
    MUTU-24     | 0/8    | 0/2  | - | 0/10
    MUTU-25     | 6/8    | 2/2  | - | 8/10
    MUTU-26     | 0/8    | 0/2  | - | 0/10
    MUTU-27     | 1/8    | 1/2  | - | 2/10
    MUTU-09     | -      | -    | - | -
    BELANJA-01  | -      | -    | - | -
    BELANJA-02  | 2218846000/100 +1 | 330440000/100 | - | 2549286000/100 +1
";

fn said(hall: &Hall, kode: &str, sel: &Sel) -> String {
    let part = hall.katalog.cari(kode).is_some_and(|i| i.satuan == Satuan::Persen);
    let tail = if sel.tanpa_data > 0 { format!(" +{}", sel.tanpa_data) } else { String::new() };
    match &sel.hasil {
        Hasil::Terukur(u) if part || u.bawah > 1 => format!("{}/{}{tail}", u.atas, u.bawah),
        Hasil::Terukur(u) => format!("{}{tail}", u.atas),
        Hasil::Belum(_) => "-".to_owned(),
    }
}

#[test]
fn every_indicator_with_a_source_is_counted_by_hand() {
    for i in Katalog::default().semua().iter().filter(|i| i.bersumber() && !i.kode.starts_with("IKD-")) {
        let known = register::rows(DIHARAPKAN).any(|row| row[0] == i.kode);
        assert!(known || i.dilaporkan(), "{} belum dihitung dengan tangan", i.kode);
    }
}

#[test]
fn every_figure_is_what_was_counted_by_hand() {
    on_both("indikator", |house, _| {
        let world = house.hall.present().expect("a world");
        let mut wrong = Vec::new();
        for row in register::rows(DIHARAPKAN) {
            for (instansi, wanted) in ["A1", "B2", "C3", ""].into_iter().zip(&row[1..]) {
                let sel = indikator::ukur(&house.hall, &world, row[0], instansi).expect("measured");
                let found = said(&house.hall, row[0], &sel);
                if found != *wanted {
                    wrong.push(format!("{} {instansi}: {found}, bukan {wanted} ({:?})", row[0], sel.hasil));
                }
            }
        }
        assert!(wrong.is_empty(), "{wrong:#?}");
        for (instansi, which) in [("A1", 8), ("B2", 2), ("", 10)] {
            let r = &world.register;
            let mutu =
                host::mutu::hitung(&world, |i| instansi.is_empty() || world.instansi_of(i) == instansi);
            assert_eq!(mutu.population, which, "{} people", r.len());
            let ikd = mutu.ikd(&house.hall.tables);
            let sel = indikator::ukur(&house.hall, &world, "IKD-01", instansi).expect("measured");
            assert_eq!(sel.hasil, Hasil::Terukur(Ukuran::skor(i64::from(ikd.score))));
            for (n, dimension) in ikd.dimensions.iter().enumerate() {
                let sel = indikator::ukur(&house.hall, &world, &format!("IKD-0{}", n + 2), instansi);
                let score = dimension.score.map(|score| Ukuran::skor(i64::from(score)));
                assert_eq!(sel.expect("measured").hasil.ukuran(), score, "{}", dimension.name);
            }
        }
        let Rincian::Orang { yang, .. } = indikator::rincian(&house.hall, &world, "ASN-02", "A1") else {
            panic!("people stand behind it");
        };
        let names: Vec<&str> = yang.iter().map(|i| world.register.nama(*i as usize)).collect();
        assert_eq!(names, ["Ani", "Budi", "Gita", "Indra", "Joko", "Kiki"]);
    });
}

/// Somebody of the table retires from the register after everything else was measured.
fn correction(recorded: kernel::Stamp) -> kernel::Entry {
    let stated = [
        (Field::StatusPegawai, Value::text("PNS")),
        (Field::KedudukanId, Value::text("99")),
        (Field::Kedudukan, Value::text("Pensiun")),
    ];
    let fact = Fact::new(Kind::Status, Date::new(2026, 9, 1), stated);
    let mut entry = register::entry(9, 1, Subject::Pegawai(register::person("Joko")), vec![fact]);
    entry.recorded = recorded;
    entry.document.rank = kernel::Rank::Sk;
    entry
}

#[test]
fn a_stored_figure_is_worked_out_again_after_later_corrections() {
    on_both("indikator-deret", |house, bench| {
        let day = Date::new(2026, 9, 30).expect("a date");
        let hall = &house.hall;
        let measured = deret::simpan(hall, "operator", "Operator", day).expect("stored");
        assert_eq!((measured.baru, measured.sama), (4, 0), "a row each, and one of all of them");
        let again = deret::simpan(hall, "operator", "Operator", day).expect("stored");
        assert_eq!((again.baru, again.sama, &again.sidik), (0, 4, &measured.sidik));
        let before = deret::pada(hall, day).expect("read");
        let asn = |rows: &[Pengukuran], id: &str| {
            rows.iter()
                .find(|r| r.instansi == id)
                .and_then(|r| r.nilai["ASN-01"].hasil.ukuran())
                .map(|u| u.atas)
        };
        assert_eq!([asn(&before, "A1"), asn(&before, "B2"), asn(&before, "")], [Some(8), Some(1), Some(9)]);

        bench.append("A1", &[correction(kernel::Stamp(NOW.0 + 60_000_000))]);
        let world = hall.at(kernel::AsOf::on(day)).expect("a world");
        let now = indikator::ukur(hall, &world, "ASN-01", "A1").expect("measured");
        assert_eq!(now.hasil.ukuran(), Some(Ukuran::bulat(7)), "known later");
        // The day was kept from the first measurement on, and only whom the correction is about read again.
        let anew =
            host::hall::load(&mut bench.connect(), world.as_of, &hall.readings(), |_| {}).expect("read");
        assert_eq!(anew.sizes, world.sizes);
        let sidik = |world| indikator::ukur_semua(hall, world).expect("measured").sidik_semua();
        assert_eq!(sidik(&world), sidik(&std::sync::Arc::new(anew)));
        for row in &before {
            for (kode, dulu) in &row.nilai {
                let proof =
                    pembuktian::buktikan(hall, kode, &row.instansi, day).expect("read").expect("stored");
                assert!(proof.sama(), "{kode} {}: {dulu:?}, {:?}", row.instansi, proof.kini);
                assert_eq!((&proof.sidik, proof.catatan.len()), (&row.sidik, 0), "{:?}", proof.catatan);
            }
        }
        let later = deret::simpan(hall, "operator", "Operator", day).expect("stored");
        assert_eq!((later.baru, later.sama), (2, 2), "A1, and all of them");
        let present = hall.present().expect("a world");
        let series = indikator::rangkaian(hall, &present).expect("read");
        let told: Vec<_> = series.deret("ASN-01", "A1").collect();
        assert_eq!(told, [(day, &now)], "the newest row of a measured day");
        let before =
            indikator::rangkaian(hall, &hall.at(kernel::AsOf::on(day.add_days(-1))).expect("a world"));
        assert_eq!(before.expect("read").hari().count(), 0, "not measured by then");
        let reports = store::verify::verify(&mut bench.connect(), |_| {}).expect("verified");
        assert!(reports.iter().all(|r| r.trouble.is_none()));
    });
}

#[test]
fn what_people_state_is_judged_and_marked() {
    on_both("indikator-angka", |house, _| {
        let hall = &house.hall;
        let desi = Pelaku { instansi: "A1".into(), akun: "desi".into(), oleh: "Desi, Petugas".into() };
        let day = |text: &str| Date::parse(text).expect("a date");
        // kode · instansi · tanggal · perseratus · sumber · kata dalam penolakan ("" bila dicatat)
        for (kode, instansi, periode, ratusan, sumber, said) in [
            ("BELANJA-01", "A1", "2024-12-31", 3_310, "LRA 2024", ""),
            ("BELANJA-01", "A1", "2025-12-31", 3_140, "LRA 2025", ""),
            ("BELANJA-01", "A1", "2026-12-31", 3_000, "LRA 2026", "belum tiba"),
            ("BELANJA-01", "A1", "2025-12-31", 10_100, "LRA", "paling tinggi 100"),
            ("BELANJA-01", "A1", "2025-12-31", 3_000, " ", "belum diisi"),
            ("BELANJA-01", "Z9", "2025-12-31", 3_000, "LRA", "tidak dilayani"),
            ("ASN-01", "A1", "2025-12-31", 800, "hitungan sendiri", "dihitung dari register"),
            ("TIDAK-01", "A1", "2025-12-31", 800, "x", "tidak ada pada katalog"),
        ] {
            let isian = Isian { kode, instansi, ratusan, dasar: sumber };
            match hall.lapor_angka(&desi, &isian, day(periode)).expect("storage") {
                Ok(_) => assert_eq!(said, "", "{kode}"),
                Err(sentence) => assert!(!said.is_empty() && sentence.contains(said), "{sentence}"),
            }
        }
        // kode · tahun · perseratus · kata dalam penolakan ("" bila dicatat)
        for (kode, tahun, ratusan, said) in [
            ("JAB-03", 2027, 2_000, ""),
            ("JAB-03", 2027, 6_000, "di bawah angka awal"),
            ("JAB-02", 2027, 1_000, "di atas angka awal"),
            ("ASN-01", 2027, 900, "tidak diberi sasaran"),
            ("GURU-02", 2027, 900, "belum mempunyai sumber"),
            ("JAB-03", 2020, 2_000, "Tahun sasaran"),
        ] {
            let isian = Isian { kode, instansi: "A1", ratusan, dasar: "Rumusan Rakor" };
            match hall.tetapkan_sasaran(&desi, &isian, tahun).expect("storage") {
                Ok(_) => assert_eq!(said, "", "{kode}"),
                Err(sentence) => assert!(!said.is_empty() && sentence.contains(said), "{kode}: {sentence}"),
            }
        }
        hall.kaitkan_misi(&desi, "JAB-03", "A1", "Misi 2: birokrasi bersih")
            .expect("storage")
            .expect("recorded");
        hall.kaitkan_misi(&desi, "JAB-02", "A1", "Misi 1").expect("storage").expect("recorded");
        hall.kaitkan_misi(&desi, "JAB-02", "A1", "").expect("storage").expect("taken back");
        let misi = hall.with(angka::misi_semua).expect("read");
        assert_eq!(
            misi.iter().map(|m| (m.kode.as_str(), m.misi.as_str())).collect::<Vec<_>>(),
            [("JAB-03", "Misi 2: birokrasi bersih")]
        );
        let targets = hall.with(angka::sasaran_semua).expect("read");
        assert_eq!(targets.len(), 1);
        let found = (targets[0].awal, targets[0].nilai.ratusan(Satuan::Persen), targets[0].oleh.as_str());
        assert_eq!(found, (Ukuran::bagian(5, 10), 2_000, "Desi, Petugas"));
        for (on, wanted) in [("2026-11-22", Some(3_140)), ("2025-06-30", Some(3_310)), ("2024-06-30", None)] {
            let world = hall.at(kernel::AsOf::on(day(on))).expect("a world");
            let sel = indikator::ukur(hall, &world, "BELANJA-01", "A1").expect("measured");
            assert_eq!(sel.hasil.ukuran().map(|u| u.ratusan(Satuan::Persen)), wanted, "{on}");
        }
    });
}

#[test]
fn what_was_replaced_later_still_stood_before() {
    on_both("indikator-diketahui", |house, bench| {
        let later = host::testing::House::shaped(bench, &[], |hall| {
            hall.node.clock = store::Clock::Fixed(kernel::Stamp(NOW.0 + 60_000_000));
        });
        let desi = Pelaku { instansi: "A1".into(), akun: "desi".into(), oleh: "Desi, Petugas".into() };
        let isian = |kode, ratusan| Isian { kode, instansi: "A1", ratusan, dasar: "RPJMD" };
        let day = Date::parse("2025-12-31").expect("a date");
        let mut states = Vec::new();
        // target · angka yang dilaporkan · misi
        let rounds = [(&house.hall, 8_000, 3_100, "Misi 1"), (&later.hall, 8_500, 3_200, "")];
        for (hall, target, angka, misi) in rounds {
            hall.tetapkan_sasaran(&desi, &isian("JAB-02", target), 2027).expect("stored").expect("a target");
            hall.lapor_angka(&desi, &isian("BELANJA-01", angka), day).expect("stored").expect("a figure");
            hall.kaitkan_misi(&desi, "JAB-02", "A1", misi).expect("stored").expect("a misi");
            let stored = hall.with(|conn| store::peristiwa::of_sort(conn, "misi")).expect("read");
            states.push((stored.last().expect("one").recorded, target, angka, misi));
        }
        assert!(states[0].0 < states[1].0, "one after the other");
        let hall = &later.hall;
        for (known, target, angka, misi) in states {
            let as_of = kernel::AsOf { effective: hall.today(), known };
            let (goals, reported, served) = hall
                .with(|conn| {
                    let goals = angka::sasaran_pada(conn, known)?;
                    Ok((goals, angka::dilaporkan(conn, as_of)?, angka::misi_pada(conn, known)?))
                })
                .expect("read");
            let goals: Vec<i64> = goals.iter().map(|g| g.nilai.ratusan(Satuan::Persen)).collect();
            let reported: Vec<i64> = reported.values().map(|a| a.nilai.ratusan(Satuan::Persen)).collect();
            let served: Vec<&str> = served.iter().map(|m| m.misi.as_str()).collect();
            let wanted: Vec<&str> = Some(misi).filter(|m| !m.is_empty()).into_iter().collect();
            assert_eq!((goals, reported, served), (vec![target], vec![angka], wanted));
        }
    });
}

#[test]
fn what_is_due_is_stored_once() {
    on_both("indikator-berkala", |house, bench| {
        let hall = &house.hall;
        let rows = |day: &str| deret::pada(hall, Date::parse(day).expect("a date")).expect("read").len();
        let mut done = None;
        indikator::berkala::sekali(hall, &mut done).expect("stored");
        indikator::berkala::sekali(hall, &mut done).expect("nothing to do");
        let days: Vec<String> = deret::tanggal(hall).expect("read").iter().map(ToString::to_string).collect();
        assert_eq!(days, ["2026-10-31", "2026-11-22"]);
        assert_eq!((rows("2026-10-31"), rows("2026-11-22")), (4, 4), "each instansi, and all of them");
        // A round that stopped in the middle is finished by the next one.
        bench.raw("DELETE FROM peristiwa WHERE pokok = 'pengukuran' AND pokok_id = '2026-11-22' AND instansi_id = 'B2'");
        assert_eq!(rows("2026-11-22"), 3);
        indikator::berkala::sekali(hall, &mut done).expect("stored");
        assert_eq!(rows("2026-11-22"), 4);
        // What was recorded on the last day of a month after it was measured is in once the month is over.
        bench.append("A1", &[correction(kernel::Stamp(NOW.0 + 60_000_000))]);
        let before = deret::pada(hall, Date::parse("2026-10-31").expect("a date")).expect("read");
        indikator::berkala::sekali(hall, &mut done).expect("nothing to do");
        indikator::berkala::sekali(hall, &mut None).expect("a process begun later");
        let after = deret::pada(hall, Date::parse("2026-10-31").expect("a date")).expect("read");
        let sidik = |rows: &[Pengukuran]| rows.iter().map(|r| r.sidik.clone()).collect::<Vec<_>>();
        assert_ne!(sidik(&before), sidik(&after));
    });
}
