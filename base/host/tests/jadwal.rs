//! Which pack a node follows: only what a listed key vouches for, from its day on, a region's own acts
//! laid over the national ones.

use host::jadwal::{Jadwal, trusted};
use kernel::Date;
use law::bundle::Bundle;
use law::{Ask, Kode, Potret};
use store::key::NodeKey;
use store::{Clock, Source};

fn day(text: &str) -> Date {
    Date::parse(text).expect("a date")
}

fn own() -> Vec<(String, String)> {
    law::pack::BUNDLED.iter().map(|(p, t)| ((*p).to_owned(), (*t).to_owned())).collect()
}

fn signed(mut bundle: Bundle, key: &NodeKey) -> Bundle {
    let signature = key.sign(bundle.pernyataan().as_bytes()).expect("has a key");
    bundle.tanda_tangan.push((key.public().expect("has a key").to_vec(), signature.to_vec()));
    bundle
}

fn key(seed: u64) -> NodeKey {
    NodeKey::from_source(&mut Source::seeded(seed, Clock::Fixed(kernel::Stamp(0))))
}

/// A fictional act of one norm that always passes.
fn act(mulai: &str) -> Vec<(String, String)> {
    let text = format!(
        r#"
[akta]
id = "UJI-1-2030"
jenis = "PP"
sebutan = "UJI 1/2030"
tentang = "Akta rekaan untuk uji"
diundangkan = {mulai}
mulai = {mulai}
kepastian = "praktik"
sumber = "rekaan"
[[norma]]
kunci = "uji.ada"
judul = "Uji"
bentuk = "syarat"
dasar = "Pasal 1"
[[norma.syarat]]
kunci = "sesudah"
bunyi = "sesudah tahun 2000"
dasar = "Pasal 1"
bila = "hari > 2000-01-01"
"#
    );
    vec![("UJI-1-2030/akta.toml".to_owned(), text)]
}

#[test]
fn only_a_listed_key_vouches() {
    let (node, other) = (key(1), key(2));
    let listed = vec![node.public().expect("has a key").to_vec()];
    let bundle = || Bundle {
        files: act("2020-01-01"),
        aktif_sejak: day("2026-12-01"),
        lapisan: true,
        tanda_tangan: vec![],
    };
    let changed = || {
        let mut late = signed(bundle(), &node);
        late.aktif_sejak = day("2026-11-01");
        late
    };
    // paket · diterima
    for (what, bundle, accepted) in [
        ("tanpa tanda tangan", bundle(), false),
        ("ditandatangani kunci lain", signed(bundle(), &other), false),
        ("tanggal aktifnya diubah sesudah ditandatangani", changed(), false),
        ("ditandatangani kunci yang terdaftar", signed(bundle(), &node), true),
        ("ditandatangani dua kunci, satu terdaftar", signed(signed(bundle(), &other), &node), true),
    ] {
        assert_eq!(Jadwal::with(vec![bundle], &listed).is_ok(), accepted, "{what}");
    }
}

#[test]
fn a_pack_is_followed_from_its_day_on() {
    let node = key(1);
    let listed = vec![node.public().expect("has a key").to_vec()];
    let over = Bundle {
        files: act("2020-01-01"),
        aktif_sejak: day("2026-12-01"),
        lapisan: true,
        tanda_tangan: vec![],
    };
    let whole = Bundle { files: own(), aktif_sejak: day("2027-02-01"), lapisan: false, tanda_tangan: vec![] };
    let jadwal = Jadwal::with(vec![signed(whole, &node), signed(over, &node)], &listed).expect("vouched for");
    let asked = |on: &str| {
        let hukum = jadwal.pada(day(on));
        let potret = Potret::blank(&hukum.pack.words);
        hukum.pack.telaah(&Ask::on("uji.ada", day(on)), &potret).map(|a| a.verdict.kode())
    };
    assert_eq!(asked("2026-11-30"), None);
    assert_eq!(asked("2026-12-01"), Some(Kode::Lulus));
    // A whole pack replaces what was there; what is laid over stays over it.
    assert_eq!(asked("2027-02-01"), Some(Kode::Lulus));
    assert_eq!(jadwal.akan_datang(day("2026-12-15")).count(), 1);
}

#[test]
fn a_broken_pack_is_refused_whole() {
    let node = key(1);
    let listed = vec![node.public().expect("has a key").to_vec()];
    let mut files = act("2020-01-01");
    files[0].1 = files[0].1.replace("hari >", "golongan_ajaib >");
    let bundle = Bundle { files, aktif_sejak: day("2026-12-01"), lapisan: true, tanda_tangan: vec![] };
    let wrong = Jadwal::with(vec![signed(bundle, &node)], &listed).err().expect("refused");
    assert!(wrong.iter().any(|w| w.contains("golongan_ajaib") && w.contains("baris")), "{wrong:?}");
}

#[test]
fn a_file_keeps_what_was_signed() {
    let node = key(1);
    let bundle = Bundle {
        files: act("2020-01-01"),
        aktif_sejak: day("2026-12-01"),
        lapisan: true,
        tanda_tangan: vec![],
    };
    let text = signed(bundle, &node).write();
    let read = Bundle::read(&text).expect("reads its own");
    let listed = vec![node.public().expect("has a key").to_vec()];
    assert!(Jadwal::with(vec![read.clone()], &listed).is_ok());
    assert_eq!(read.write(), text, "the same bytes for the same content");
    let forged = text.replace("tahun 2000", "tahun 1900");
    assert!(Bundle::read(&forged).is_err(), "a changed file does not fit its hash");
}

#[test]
fn keys_are_listed_in_a_file_of_the_node() {
    let folder = tempfile::tempdir().expect("a folder");
    let own = key(1).public();
    assert_eq!(trusted(folder.path(), own).expect("no file is fine").len(), 1);
    let listed = format!("# Biro Hukum\n{}\n\n", "ab".repeat(32));
    std::fs::write(folder.path().join(host::jadwal::KEYS), listed).expect("writes");
    assert_eq!(trusted(folder.path(), own).expect("reads").len(), 2);
    std::fs::write(folder.path().join(host::jadwal::KEYS), "bukan kunci\n").expect("writes");
    assert!(trusted(folder.path(), own).expect_err("refused").contains("baris 1"));
}
