//! Penjagaan over people one can read: who stands in the list of a service, for which day, and whether
//! the other conditions are met.

use kernel::Date;
use law::jaga::{Hasil, Jaga, Penjaga, Syarat};
use law::{Kolom, Pack, Potret, Terbuka};
use std::sync::LazyLock;

static PACK: LazyLock<Pack> = LazyLock::new(|| Pack::bundled().expect("the pack is sound"));

fn day(text: &str) -> Date {
    Date::parse(text).expect("a date")
}

/// `golongan=III/b tmt_golongan=2022-12-01`
fn person(facts: &str) -> Potret {
    let mut potret = Potret::blank(&PACK.words);
    for (name, cell) in facts.split_whitespace().filter_map(|pair| pair.split_once('=')) {
        let id = PACK.words.find(name).unwrap_or_else(|| panic!("no fact {name}"));
        potret.set(id, PACK.words.parse_known(id, cell).expect("a cell"));
    }
    potret
}

fn asked(kunci: &str, hari: &str, facts: &str) -> (String, String, String) {
    let layanan = PACK.layanan.iter().find(|l| &*l.kunci == kunci).expect("a service");
    let penjaga = Penjaga::new(&PACK, PACK.book(None, None), layanan, day(hari)).expect("watched");
    let kolom = Kolom::from_potrets(&PACK.words, &[person(facts)]);
    let hasil = penjaga.semua(&kolom, &[0]);
    let said = |jaga: &Jaga| jaga.hari.map_or("-".to_owned(), |d| d.to_string());
    match (hasil.jaga.first(), hasil.tak_tentu.first()) {
        (Some(jaga), _) => {
            let sebab = penjaga.sebab(&kolom, jaga);
            let why = if sebab.kurang.is_empty() { sebab.bunyi } else { sebab.kurang.join(", ") };
            (said(jaga), jaga.syarat.word().to_owned(), why)
        }
        (None, Some(_)) => ("?".into(), "?".into(), String::new()),
        (None, None) => (".".into(), ".".into(), String::new()),
    }
}

const PELAKSANA: &str = "jenis_asn=PNS aktif=ya kelompok_jabatan=PELAKSANA golongan=III/b \
    tmt_golongan=2022-12-01 pendidikan=S1 predikat_1=BAIK predikat_2=BAIK cltn_sampai=- ";
const BIASA: &str = "jenis_asn=PNS aktif=ya kelompok_jabatan=PELAKSANA tanggal_lahir=1970-03-15 guru=tidak ";

#[test]
fn who_stands_in_a_list_and_for_which_day() {
    let with = |base: &str, more: &str| format!("{base}{more}");
    // layanan · hari · fakta · jatuh tempo · syarat lain · kata yang harus tampak
    for (kunci, hari, facts, due, syarat, words) in [
        ("kp-reguler", "2026-12-01", with(PELAKSANA, ""), "2026-12-01", "terpenuhi", ""),
        ("kp-reguler", "2026-11-22", with(PELAKSANA, ""), "2026-12-01", "terpenuhi", ""),
        ("kp-reguler", "2026-11-22", with(PELAKSANA, "predikat_1=KURANG"), "2026-12-01", "belum", "predikat"),
        ("kp-reguler", "2026-11-22", with(PELAKSANA, "predikat_1=?"), "2026-12-01", "tanpa-data", "Predikat"),
        // Leave outside the state is no discipline: a list says that it is not known.
        (
            "kp-reguler",
            "2026-11-22",
            with(PELAKSANA, "cltn_sampai=?"),
            "2026-12-01",
            "pertimbangan",
            "hambat",
        ),
        // What is known of this year says nothing of a day in the next one.
        (
            "kp-reguler",
            "2026-11-22",
            with(PELAKSANA, "tmt_golongan=2023-04-01"),
            "2027-04-01",
            "tanpa-data",
            "Predikat",
        ),
        // Discipline decides nothing in a list.
        (
            "kp-reguler",
            "2026-12-01",
            with(PELAKSANA, "hukdis_sampai=2028-01-01"),
            "2026-12-01",
            "terpenuhi",
            "",
        ),
        ("kp-reguler", "2026-12-01", with(PELAKSANA, "kelompok_jabatan=JF"), ".", ".", ""),
        ("kp-reguler", "2026-12-01", "jenis_asn=PPPK aktif=ya".into(), ".", ".", ""),
        ("kp-reguler", "2026-12-01", "aktif=ya".into(), "?", "?", ""),
        ("pensiun", "2026-11-22", with(BIASA, ""), "2028-04-01", "terpenuhi", ""),
        ("pensiun", "2026-11-22", with(BIASA, "tanggal_lahir=1968-10-02"), "2026-11-01", "terpenuhi", ""),
        ("pensiun", "2026-11-22", with(BIASA, "tanggal_lahir=?"), "-", "tanpa-data", ""),
        ("jp-pns", "2026-11-22", "jenis_asn=PNS jp_tahun_ini=12".into(), "-", "belum", "jam pelajaran"),
        ("jp-pns", "2026-11-22", "jenis_asn=PNS jp_tahun_ini=20".into(), ".", ".", ""),
        ("plt", "2026-11-22", "jenis_asn=PNS plt_sejak=2026-10-01".into(), "2027-01-01", "terpenuhi", ""),
        ("plt", "2026-11-22", "jenis_asn=PNS plt_sejak=-".into(), ".", ".", ""),
        (
            "kontrak-pppk",
            "2026-11-22",
            "jenis_asn=PPPK kontrak_mulai=2022-01-01 kontrak_sampai=2027-01-01 tanggal_lahir=1990-01-01 \
             kelompok_jabatan=PELAKSANA guru=tidak"
                .into(),
            "2027-01-01",
            "terpenuhi",
            "",
        ),
    ] {
        let (got_due, got_syarat, why) = asked(kunci, hari, &facts);
        assert_eq!((got_due.as_str(), got_syarat.as_str()), (due, syarat), "{kunci} {hari} {facts}: {why}");
        assert!(why.to_lowercase().contains(&words.to_lowercase()), "{kunci} {facts}: {why}");
        assert!(!why.to_lowercase().contains("disiplin"), "{kunci} {facts}: {why}");
    }
}

/// On the day itself a list counts as the evaluator of many people does when it is given the norm without its
/// closed parts: the very same code for each, whatever is known of discipline.
#[test]
fn the_list_and_the_bulk_run_count_alike_on_the_day() {
    let (book, hari) = (PACK.book(None, None), day("2026-12-01"));
    let (clean, banned) = ("hukdis_sampai=- diberhentikan_sementara=tidak", "hukdis_sampai=2028-01-01");
    let (calm, away) = ("cltn_sampai=- tugas_belajar_sampai=-", "cltn_sampai=2027-05-01");
    let people: Vec<Potret> = ["SANGAT_BAIK", "BAIK", "KURANG", "?"]
        .iter()
        .flat_map(|p| [clean, banned].map(|d| (p, d)))
        .flat_map(|(p, d)| [calm, away].map(|c| person(&format!("{PELAKSANA} predikat_1={p} {d} {c}"))))
        .collect();
    let kolom = Kolom::from_potrets(&PACK.words, &people);
    let plan = book.plan(&PACK.words, "kp.reguler", hari).expect("a norm");
    let open = Terbuka::of(&plan, &PACK.words);
    let closed =
        ["tidak sedang menjalani hukuman disiplin sedang atau berat", "tidak sedang diberhentikan sementara"];
    assert_eq!(open.lepas, closed);
    let known = law::terbuka::kolom(kolom.clone(), &PACK.words);
    let bulk = law::saring::saring(&open.plan, &book, &PACK.words, &known, hari, hari);
    let layanan = PACK.layanan.iter().find(|l| &*l.kunci == "kp-reguler").expect("a service");
    let penjaga = Penjaga::new(&PACK, book.clone(), layanan, hari).expect("watched");
    let rows: Vec<u32> = (0..people.len() as u32).collect();
    let hasil = penjaga.semua(&kolom, &rows);
    assert_eq!(hasil.lepas, closed);
    assert!(hasil.jaga.iter().all(|j| j.hari == Some(hari)));
    let answers: Vec<u8> = hasil.jawab.iter().map(|j| j.kode as u8).collect();
    assert_eq!(answers, bulk.kode);
    let listed: Vec<Syarat> = hasil.jaga.iter().map(|j| j.syarat).collect();
    let (met, open, failed, missing) =
        (Syarat::Terpenuhi, Syarat::Pertimbangan, Syarat::Belum, Syarat::TanpaData);
    // Discipline never shows; leave outside the state is no discipline and does.
    let of_one = |a, b| [a, b, a, b];
    let wanted = [of_one(met, open), of_one(met, open), of_one(failed, failed), of_one(missing, missing)];
    assert_eq!(listed, wanted.concat());
    let whole = law::saring::saring(&plan, &book, &PACK.words, &kolom, hari, hari);
    assert_ne!(whole.kode, bulk.kode, "the whole norm looks at discipline");
    let why = |at: usize| penjaga.sebab(&kolom, &hasil.jaga[at]);
    assert_eq!(why(0).bunyi, "");
    assert_eq!(why(1).bunyi, "tidak ada keadaan yang menghambat");
    assert_eq!(penjaga.sebab_jawab(&kolom, 12).kurang, ["Predikat kinerja tahun lalu"]);
    let decides = |at: usize| hasil.jawab[at].penentu.map(|p| hasil.bagian[usize::from(p)].as_str());
    assert_eq!(decides(0), None);
    assert!(decides(8).expect("a part").starts_with("predikat kinerja paling rendah Baik"));
}

/// Many who share a day are asked by columns, few one by one: the answers are the same.
#[test]
fn columns_and_single_questions_agree_on_later_days() {
    let hari = day("2026-11-22");
    let word = |n: usize, list: &[&str]| list[n % list.len()].to_owned();
    let people: Vec<Potret> = (0..600)
        .map(|n| {
            person(&format!(
                "jenis_asn={} kelompok_jabatan={} golongan={} tmt_golongan={} pendidikan={} predikat_1={} \
                 predikat_2={} cltn_sampai={}",
                word(n, &["PNS", "PNS", "PNS", "PPPK", "?"]),
                word(n / 2, &["PELAKSANA", "PELAKSANA", "JF", "?"]),
                word(n / 3, &["III/b", "III/d", "II/d", "?"]),
                word(n / 5, &["2022-12-01", "2023-04-01", "2020-01-01", "?"]),
                word(n / 7, &["S1", "SLTA", "S2", "?"]),
                word(n / 11, &["BAIK", "KURANG", "?"]),
                word(n / 13, &["BAIK", "SANGAT_BAIK"]),
                word(n / 17, &["-", "?", "2027-02-01"]),
            ))
        })
        .collect();
    let kolom = Kolom::from_potrets(&PACK.words, &people);
    let rows: Vec<u32> = (0..people.len() as u32).collect();
    for layanan in PACK.layanan.iter().filter(|l| l.penjagaan.is_some()) {
        let penjaga = Penjaga::new(&PACK, PACK.book(None, None), layanan, hari).expect("watched");
        let together = penjaga.semua(&kolom, &rows);
        let mut one_by_one = Hasil::default();
        rows.iter().for_each(|row| one_by_one.join(penjaga.semua(&kolom, &[*row])));
        assert_eq!(together.jaga, one_by_one.jaga, "{}", layanan.kunci);
        assert_eq!(together.tak_tentu, one_by_one.tak_tentu, "{}", layanan.kunci);
        let codes = |hasil: &Hasil| hasil.jawab.iter().map(|j| (j.baris, j.kode)).collect::<Vec<_>>();
        assert_eq!(codes(&together), codes(&one_by_one), "{}", layanan.kunci);
        if &*layanan.kunci == "kp-reguler" {
            let shared = together.jaga.iter().filter(|j| j.hari == Some(day("2026-12-01"))).count();
            assert!(shared >= 64, "{shared} share a day: too few for columns");
        }
    }
}

#[test]
fn every_watched_service_can_be_asked() {
    let (book, hari) = (PACK.book(None, None), day("2026-11-22"));
    for layanan in PACK.layanan.iter().filter(|l| l.penjagaan.is_some()) {
        assert!(Penjaga::new(&PACK, book.clone(), layanan, hari).is_some(), "{}", layanan.kunci);
    }
}
