//! What if: a draft of two articles, told by whom it changes and why.

#[path = "sama/acak.rs"]
mod acak;

use acak::{Dadu, day, load, orang, paket};
use law::andaikan::{Andaian, Beda, Tanya, andaikan, tumpang};
use law::saring::{SUBJEK, TANPA};
use law::{Ask, Kode, Kolom, Pack, Potret};

const KOSAKATA: &str = r#"
[jenis.jenis_asn]
nilai = ["PNS", "PPPK"]
[fakta.jenis_asn]
label = "Jenis"
tipe = "jenis_asn"
asal = "riwayat"
arti = "Jenis"
[fakta.tmt]
label = "TMT"
tipe = "tanggal"
asal = "riwayat"
arti = "TMT"
"#;

const LAMA: &str = r#"
[akta]
id = "PP-1"
jenis = "PP"
sebutan = "PP 1"
tentang = "Kenaikan"
diundangkan = 2000-01-01
mulai = 2000-01-01
kepastian = "seen"
sumber = "uji"
[[norma]]
kunci = "naik"
judul = "Naik"
bentuk = "syarat"
subjek = "jenis_asn = 'PNS'"
dasar = "Pasal 1"
[[norma.syarat]]
kunci = "masa"
bunyi = "empat tahun"
dasar = "Pasal 2"
bila = "tmt <= mundur_tahun(hari, 4)"
"#;

const RANCANGAN: &str = r#"
[akta]
id = "RANCANGAN"
jenis = "PP"
sebutan = "Rancangan PP"
tentang = "Perubahan"
diundangkan = 2026-01-01
mulai = 2026-01-01
kepastian = "seen"
sumber = "uji"
[[mengubah]]
akta = "PP-1"
[[ganti]]
kunci = "naik/masa"
dasar = "Pasal 1"
bila = "tmt <= mundur_tahun(hari, 3)"
[[tambah]]
norma = "naik"
kunci = "batas"
bunyi = "paling lama sepuluh tahun"
dasar = "Pasal 2"
bila = "tmt > mundur_tahun(hari, 10)"
"#;

fn files(list: &[(&str, &str)]) -> Vec<(String, String)> {
    list.iter().map(|(path, text)| ((*path).to_owned(), (*text).to_owned())).collect()
}

fn base() -> Vec<(String, String)> {
    let header = "skema = 1\nnama = \"uji\"\nversi = \"1\"\n";
    files(&[("paket.toml", header), ("kosakata.toml", KOSAKATA), ("PP-1/akta.toml", LAMA)])
}

fn ask(base: &Pack, draft: &Pack, kunci: &str, people: &[Potret], hari: &str) -> Andaian {
    let kolom = Kolom::from_potrets(&base.words, people);
    let tanya = Tanya { hari: day(hari), wilayah: None, terbuka: false };
    andaikan(base, draft, &[kunci], &kolom, tanya).expect("the same words").remove(0)
}

#[test]
fn who_changes_and_which_part_decides() {
    let now = load(&base());
    let draft = load(&tumpang(&base(), &files(&[("RANCANGAN/akta.toml", RANCANGAN)])));
    // jenis · tmt · now · under the draft, on 1 April 2026; `masa` is part 0, `batas` part 1
    let table = [
        ("PNS", "2022-04-01", (Kode::Lulus, TANPA), (Kode::Lulus, TANPA)),
        ("PNS", "2022-04-02", (Kode::Gagal, 0), (Kode::Lulus, TANPA)),
        ("PNS", "2023-04-01", (Kode::Gagal, 0), (Kode::Lulus, TANPA)),
        ("PNS", "2023-04-02", (Kode::Gagal, 0), (Kode::Gagal, 0)),
        ("PNS", "2016-04-01", (Kode::Lulus, TANPA), (Kode::Gagal, 1)),
        ("PNS", "?", (Kode::BelumTahu, 0), (Kode::BelumTahu, 0)),
        ("PPPK", "2016-04-01", (Kode::TidakBerlaku, SUBJEK), (Kode::TidakBerlaku, SUBJEK)),
    ];
    let people: Vec<Potret> = (table.iter())
        .map(|(jenis, tmt, ..)| {
            let mut potret = Potret::blank(&now.words);
            for (nama, cell) in [("jenis_asn", jenis), ("tmt", tmt)] {
                let id = now.words.find(nama).expect("a fact");
                potret.set(id, now.words.parse_known(id, cell).expect("a cell"));
            }
            potret
        })
        .collect();
    let got = ask(&now, &draft, "naik", &people, "2026-04-01");
    let wanted: Vec<Beda> = (table.iter().enumerate())
        .filter(|(_, (_, _, a, b))| a.0 != b.0)
        .map(|(i, (_, _, a, b))| Beda {
            orang: i as u32,
            dari: a.0,
            jadi: b.0,
            penentu_dari: a.1,
            penentu_jadi: b.1,
        })
        .collect();
    assert_eq!(got.berubah, wanted);
    assert_eq!(got.bagian_dari, ["masa".into()]);
    assert_eq!(got.bagian_jadi, ["masa".into(), "batas".into()]);
    let (lulus, gagal) = (Kode::Lulus as usize, Kode::Gagal as usize);
    assert_eq!((got.hitung[gagal][lulus], got.hitung[lulus][gagal], got.hitung[lulus][lulus]), (2, 1, 1));
    assert_eq!(got.hitung.iter().flatten().sum::<u32>(), 7);
    // Before the draft holds nothing changes; a norm nobody wrote concerns nobody.
    assert_eq!(ask(&now, &draft, "naik", &people, "2025-12-31").berubah, []);
    assert_eq!(ask(&now, &draft, "tidak.ada", &people, "2026-04-01").berubah, []);
}

#[test]
fn a_value_that_changes_under_the_same_verdict_is_a_change() {
    let nilai = |tahun: u8| {
        format!(
            "[akta]\nid = \"PP-2\"\njenis = \"PP\"\nsebutan = \"PP 2\"\ntentang = \"x\"\ndiundangkan = 2000-01-01\n\
             mulai = 2000-01-01\nkepastian = \"seen\"\nsumber = \"uji\"\n[[norma]]\nkunci = \"hari_naik\"\n\
             judul = \"hari naik\"\nbentuk = \"tanggal\"\ndasar = \"Pasal 1\"\nnilai = \"tambah_tahun(tmt, {tahun})\"\n"
        )
    };
    let with = |tahun| tumpang(&base(), &files(&[("PP-2/akta.toml", &nilai(tahun))]));
    let (now, draft) = (load(&with(4)), load(&with(5)));
    let person = |cell: &str| {
        let mut potret = Potret::blank(&now.words);
        let id = now.words.find("tmt").expect("a fact");
        potret.set(id, now.words.parse_known(id, cell).expect("a cell"));
        potret
    };
    let people = ["2020-04-01", "?", "-", "2024-02-29"].map(person);
    let got = ask(&now, &draft, "hari_naik", &people, "2026-04-01");
    let rows: Vec<(u32, Kode, Kode)> = got.berubah.iter().map(|b| (b.orang, b.dari, b.jadi)).collect();
    assert_eq!(rows, [(0, Kode::Lulus, Kode::Lulus), (3, Kode::Lulus, Kode::Lulus)]);
    assert_eq!(ask(&now, &load(&with(4)), "hari_naik", &people, "2026-04-01").berubah, []);
}

#[test]
fn a_draft_that_calls_facts_otherwise_is_refused() {
    let now = load(&base());
    let kolom = Kolom::new(&now.words, 3);
    let tanya = Tanya { hari: day("2026-04-01"), wilayah: None, terbuka: false };
    let other = |from: &str, to: &str| {
        let words = KOSAKATA.replace(from, to);
        let draft = load(&tumpang(&base(), &files(&[("kosakata.toml", &words)])));
        andaikan(&now, &draft, &["naik"], &kolom, tanya).map(|list| list.len())
    };
    assert_eq!(other("[\"PNS\", \"PPPK\"]", "[\"PNS\", \"PPPK\", \"LAIN\"]"), Ok(1), "a choice at the end");
    assert!(other("[\"PNS\", \"PPPK\"]", "[\"LAIN\", \"PNS\", \"PPPK\"]").is_err(), "a choice in front");
    let fact = "label = \"x\"\ntipe = \"bilangan\"\nasal = \"riwayat\"\narti = \"x\"\n";
    assert!(other("[fakta.tmt]", &format!("[fakta.baru]\n{fact}[fakta.tmt]")).is_err(), "a fact in front");
}

#[test]
fn the_same_as_asking_each_person_twice() {
    let hari = day("2026-04-01");
    let mut changed = 0;
    for seed in 1..=30 {
        let mut d = Dadu::new(seed);
        let (one, two) = (load(&paket(&mut d)), load(&paket(&mut d)));
        let people: Vec<Potret> = (0..30).map(|_| orang(&mut d, &one.words, hari)).collect();
        let kode =
            |pack: &Pack, p: &Potret| pack.telaah(&Ask::on("uji", hari), p).expect("it holds").verdict.kode();
        let wanted: Vec<(u32, Kode, Kode)> = (people.iter().enumerate())
            .map(|(i, p)| (i as u32, kode(&one, p), kode(&two, p)))
            .filter(|(_, a, b)| a != b)
            .collect();
        let got = ask(&one, &two, "uji", &people, "2026-04-01");
        let got: Vec<(u32, Kode, Kode)> = got.berubah.iter().map(|b| (b.orang, b.dari, b.jadi)).collect();
        changed += wanted.len();
        assert_eq!(got, wanted, "seed {seed}");
    }
    assert!(changed > 50);
}
