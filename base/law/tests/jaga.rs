//! Penjagaan over people one can read: who stands in the list of a service, for which day, and whether
//! the other conditions are met.

use kernel::Date;
use law::jaga::{Jaga, Penjaga, Syarat};
use law::{Kode, Kolom, Pack, Potret};
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
    let book = PACK.book(None, None);
    let penjaga = Penjaga::new(&PACK, &book, layanan, day(hari)).expect("watched");
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
    tmt_golongan=2022-12-01 pendidikan=S1 predikat_1=BAIK predikat_2=BAIK ";
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

/// On the day itself a list counts as the evaluator of many people does, over the same columns.
#[test]
fn the_list_and_the_bulk_run_count_alike_on_the_day() {
    let (book, hari) = (PACK.book(None, None), day("2026-12-01"));
    let open = "hukdis_sampai=- cltn_sampai=- diberhentikan_sementara=tidak tugas_belajar_sampai=-";
    let words = ["SANGAT_BAIK", "BAIK", "KURANG", "?", "BAIK", "-"];
    let people = words.map(|p| person(&format!("{PELAKSANA} predikat_1={p} {open}")));
    let kolom = Kolom::from_potrets(&PACK.words, &people);
    let plan = book.plan(&PACK.words, "kp.reguler", hari).expect("a norm");
    let bulk = law::saring::saring(&plan, &book, &PACK.words, &kolom, hari, hari);
    let layanan = PACK.layanan.iter().find(|l| &*l.kunci == "kp-reguler").expect("a service");
    let penjaga = Penjaga::new(&PACK, &book, layanan, hari).expect("watched");
    let rows: Vec<u32> = (0..people.len() as u32).collect();
    let listed = penjaga.semua(&kolom, &rows).jaga;
    assert!(listed.iter().all(|j| j.hari == Some(hari)));
    let count = |kode: Kode| bulk.kode.iter().filter(|k| **k == kode as u8).count();
    let said = |syarat: Syarat| listed.iter().filter(|j| j.syarat == syarat).count();
    assert_eq!(count(Kode::Gagal), said(Syarat::Belum));
    assert_eq!(count(Kode::BelumTahu), said(Syarat::TanpaData));
    // What only discipline leaves to an official is no business of a list.
    assert_eq!(count(Kode::Lulus) + count(Kode::Pertimbangan), said(Syarat::Terpenuhi));
    assert!(said(Syarat::Belum) > 0 && said(Syarat::TanpaData) > 0 && said(Syarat::Terpenuhi) > 2);
}

#[test]
fn every_watched_service_can_be_asked() {
    let (book, hari) = (PACK.book(None, None), day("2026-11-22"));
    for layanan in PACK.layanan.iter().filter(|l| l.penjagaan.is_some()) {
        assert!(Penjaga::new(&PACK, &book, layanan, hari).is_some(), "{}", layanan.kunci);
    }
}
