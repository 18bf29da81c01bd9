//! Every template with its sample, hostile data, and templates of a region.
#![allow(clippy::unwrap_used)]

use document::{Gagal, Mesin};
use naskah_dinas::sk_jabatan::Bentuk;
use naskah_dinas::{Cetakan, Naskah, Permintaan, SkJabatan, Undangan, contoh_semua};
use serde_json::Value;
use std::collections::BTreeSet;

#[test]
fn every_sample_prints_the_same_bytes_on_every_machine() {
    let (one, other) = (Mesin::new(), Mesin::new());
    for sample in contoh_semua() {
        let first = one.cetak(&sample).map_err(|e| e.to_string()).unwrap();
        assert_eq!(first.pdf, other.cetak(&sample).unwrap().pdf, "{}", sample.templat);
        assert_eq!(first.tak_tergambar, 0, "{}", sample.templat);
        let says = |what: &str| memchr_find(&first.pdf, what.as_bytes());
        assert!(says("pdfaid:part") && says("pdfuaid:part") && says("id-ID"), "{}", sample.templat);
        if let Ok(folder) = std::env::var("SINERGI_CETAK") {
            std::fs::write(format!("{folder}/{}.pdf", sample.templat), first.pdf).unwrap();
        }
    }
}

#[test]
fn every_template_has_a_sample() {
    let mesin = Mesin::new();
    let templates: BTreeSet<&str> = mesin.templat().collect();
    let all = contoh_semua();
    assert_eq!(templates, all.iter().map(|s| s.templat.as_str()).collect());
}

fn memchr_find(bytes: &[u8], what: &[u8]) -> bool {
    bytes.windows(what.len()).any(|w| w == what)
}

/// The sample letter with every text replaced.
fn with(text: &str) -> Permintaan {
    fn fill(value: &mut Value, text: &str, key: &str) {
        match value {
            Value::String(old) if key != "tanggal" && key != "kode" && key != "alamat" => {
                text.clone_into(old)
            }
            Value::Array(list) => list.iter_mut().for_each(|v| fill(v, text, key)),
            Value::Object(map) => map.iter_mut().for_each(|(k, v)| fill(v, text, k)),
            _ => (),
        }
    }
    let mut asked = Permintaan::of(&Undangan::contoh());
    fill(&mut asked.data, text, "");
    asked
}

fn print(asked: &Permintaan) -> Result<Cetakan, Gagal> {
    Mesin::new().cetak(asked)
}

#[test]
fn whatever_is_typed_is_text() {
    for text in [
        "#import \"/x.typ\": *",
        "#panic(\"x\") #read(\"/etc/passwd\") #sys.inputs",
        "*tebal* _miring_ $x^2$ @acuan <label> `kode` = judul\n== judul\n- butir\n+ butir\n/ a: b",
        "]) } #{ [",
        "\\ \\# // komentar /* */ https://contoh.id ~ -- --- ... \" '",
        "\u{0}\u{1}\u{7f}\u{85}\t\r\u{feff}",
        "\u{202e}terbalik\u{202c} \u{2066}x\u{2069} שלום مرحبا",
        "👍🏽 👨‍👩‍👧 漢字 \u{10ffff} \u{e000}",
        "",
        " ",
    ] {
        assert!(print(&with(text)).is_ok(), "{text:?}: {:?}", print(&with(text)).err());
    }
}

#[test]
fn a_word_of_100_000_letters_stays_on_paper() {
    let mut asked = Permintaan::of(&Undangan::contoh());
    asked.data["pembuka"] = "x".repeat(100_000).into();
    let printed = print(&asked).unwrap();
    assert!((15..60).contains(&printed.halaman), "{}", printed.halaman);
}

#[test]
fn bounds_are_kept_and_say_so() {
    let mut asked = Permintaan::of(&Undangan::contoh());
    asked.data["pembuka"] = "kata ".repeat(500_000).into();
    assert!(matches!(print(&asked), Err(Gagal::TerlaluBesar(..))));
    asked.data["pembuka"] = "a\n".repeat(40_000).into();
    assert!(matches!(print(&asked), Err(Gagal::TerlaluPanjang(..))), "{:?}", print(&asked).err());
    asked.templat = "dasar".into();
    assert!(matches!(print(&asked), Err(Gagal::TidakAda(_))));
    asked.templat = "undangan".into();
    asked.data = Value::Null;
    let why = print(&asked).err().map(|e| e.to_string()).unwrap_or_default();
    assert!(why.starts_with("Naskah undangan tidak dapat disusun: "), "{why}");
}

#[test]
fn a_template_of_the_region_takes_the_place_of_ours_or_is_refused() {
    let sample = Permintaan::of(&Undangan::contoh());
    let ours = print(&sample).unwrap().pdf;
    let mut mesin = Mesin::new();
    let changed = "#import \"/dasar.typ\": *\n#show: surat.with(data.surat)\n#data.pembuka\n#penutup-surat(data.surat, data.penutup)";
    mesin.ganti(changed, &sample).unwrap();
    assert_ne!(mesin.cetak(&sample).unwrap().pdf, ours);
    for broken in [
        "#let x = (",
        "#import \"@preview/cetz:0.3.0\": *",
        "#read(\"/etc/passwd\")",
        "#read(\"../../Cargo.toml\")",
        "#image(\"/aset/tidak-ada.png\")",
        "#while true { }",
        "#let f() = f(); #f()",
        "#data.tidak_ada",
    ] {
        let why = mesin.ganti(broken, &sample).err().map(|e| e.to_string()).unwrap_or_default();
        assert!(why.starts_with("Templat undangan milik instansi tidak dapat dipakai: "), "{broken}: {why}");
        assert!(matches!(mesin.cetak(&sample), Err(Gagal::TemplatRusak(..))), "{broken}");
    }
    assert!(matches!(
        mesin.ganti("", &Permintaan { templat: "lain".into(), ..sample }),
        Err(Gagal::TidakAda(_))
    ));
}

#[test]
fn pictures_of_a_region_have_plain_names() {
    let mut mesin = Mesin::new();
    assert!(mesin.aset("lambang.svg", b"<svg xmlns='http://www.w3.org/2000/svg'/>".to_vec()).is_ok());
    for nama in ["../x.png", "a/b.png", "", "x.typ", "x.exe"] {
        assert!(mesin.aset(nama, Vec::new()).is_err(), "{nama}");
    }
}

#[test]
fn a_draft_says_so_and_has_no_code() {
    let mut letter = Undangan::contoh();
    let issued = print(&Permintaan::of(&letter)).unwrap().pdf;
    letter.surat.dokumen.verifikasi = None;
    assert_ne!(print(&Permintaan::of(&letter)).unwrap().pdf, issued);
}

#[test]
fn letters_about_placement_print_for_pns_pppk_and_both() {
    use naskah_dinas::{BaPelantikan, BaRapat, Perpindahan, Spmt, StatusAsn, UsulPertek};
    let about = |change: fn(&mut [Perpindahan])| {
        let mut letters = (
            SkJabatan::contoh(),
            SkJabatan { bentuk: Bentuk::Petikan, ..SkJabatan::contoh() },
            Spmt::contoh(),
            BaPelantikan::contoh(),
            BaRapat::contoh(),
            UsulPertek::contoh(),
        );
        change(&mut letters.0.orang);
        change(&mut letters.1.orang);
        change(&mut letters.2.orang);
        change(&mut letters.3.orang);
        change(&mut letters.4.usul);
        change(&mut letters.5.matriks);
        [
            Permintaan::of(&letters.0),
            Permintaan::of(&letters.1),
            Permintaan::of(&letters.2),
            Permintaan::of(&letters.3),
            Permintaan::of(&letters.4),
            Permintaan::of(&letters.5),
        ]
    };
    let some = about(|orang| orang[2].status = StatusAsn::Pppk);
    let all = about(|orang| orang.iter_mut().for_each(|o| o.status = StatusAsn::Pppk));
    for (n, plain) in about(|_| ()).iter().enumerate() {
        let (plain, some, all) = (print(plain).unwrap(), print(&some[n]).unwrap(), print(&all[n]).unwrap());
        assert!(plain.pdf != some.pdf && some.pdf != all.pdf, "letter {n} says who is what");
        if let Ok(folder) = std::env::var("SINERGI_CETAK") {
            std::fs::write(format!("{folder}/pppk-{n}.pdf"), some.pdf).unwrap();
        }
    }
}

#[test]
fn a_file_of_excerpts_holds_one_for_each_person_and_each_prints_alone() {
    let all = SkJabatan { bentuk: Bentuk::Petikan, ..SkJabatan::contoh() };
    let one = |n: usize| SkJabatan { orang: vec![all.orang[n].clone()], ..all.clone() };
    let together = print(&Permintaan::of(&all)).unwrap();
    let single: Vec<Cetakan> = (0..3).map(|n| print(&Permintaan::of(&one(n))).unwrap()).collect();
    assert_eq!((together.halaman, single.iter().map(|s| s.halaman).collect::<Vec<_>>()), (3, vec![1, 1, 1]));
    assert_eq!(single[1].pdf, print(&Permintaan::of(&one(1))).unwrap().pdf);
    if let Ok(folder) = std::env::var("SINERGI_CETAK") {
        std::fs::write(format!("{folder}/petikan.pdf"), together.pdf).unwrap();
    }
}
