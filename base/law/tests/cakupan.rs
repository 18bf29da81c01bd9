//! Coverage in time on small packs, and on the one this program is built with.

mod common;

use common::{akta, berkas, paket};
use kernel::Date;
use law::book::Book;
use law::cakupan::{Ruas, cakupan, keluhan};
use law::reader::Complaints;
use law::{Pack, load};
use std::sync::Arc;

fn norma(dari: &str) -> String {
    format!(
        "[[norma]]\nkunci = \"n\"\njudul = \"N\"\nbentuk = \"nilai\"\ndasar = \"Pasal 1\"\nnilai = \"1\"\n{dari}"
    )
}

fn tertulis(ruas: &[Ruas]) -> Vec<String> {
    ruas.iter().map(|r| format!("{} {} {}", r.dari, r.sampai, r.keadaan.label())).collect()
}

fn dari_paket(pack: &Pack) -> Vec<Ruas> {
    cakupan(&pack.book(None, None), &pack.words)
}

/// A pack the loader refuses, put in order nevertheless.
fn dari_yang_ditolak(files: &[(String, String)]) -> Vec<Ruas> {
    assert!(Pack::load(files).is_err(), "the loader refuses it");
    let raw = load::read(files, &Complaints::default()).expect("reads");
    let book = Book::build(&Arc::new(raw.akta), Date::from_days(i32::MAX), None, &Complaints::default());
    cakupan(&book, &raw.words)
}

#[test]
fn belum_berlaku_celah_dan_berakhir() {
    let pack = paket(&[
        ("UJI-1-2000", akta("UJI-1-2000", "2000-01-15", &norma("sampai = 2005-01-01\n"))),
        (
            "UJI-2-2010",
            akta(
                "UJI-2-2010",
                "2010-01-01",
                &(norma("")
                    + "[[celah]]\nkunci = \"n\"\nmulai = 2005-01-01\nsampai = 2010-01-01\nsebab = \"diuji\"\n"),
            ),
        ),
        (
            "UJI-3-2020",
            akta("UJI-3-2020", "2020-06-02", "[[mencabut]]\nakta = \"UJI-2-2010\"\ndasar = \"Pasal 9\"\n"),
        ),
    ]);
    assert_eq!(
        tertulis(&dari_paket(&pack)),
        [
            "1974-01-01 2000-01-01 belum berlaku",
            "2000-02-01 2004-12-01 berlaku",
            "2005-01-01 2009-12-01 celah yang diakui",
            "2010-01-01 2020-06-01 berlaku",
            "2020-07-01 2030-12-01 tidak berlaku lagi",
        ]
    );
    assert!(keluhan(&dari_paket(&pack)).is_empty());
}

#[test]
fn dicabut_lalu_diatur_lagi_bukan_jeda() {
    let pack = paket(&[
        ("UJI-1-2000", akta("UJI-1-2000", "2000-01-01", &norma(""))),
        (
            "UJI-2-2010",
            akta("UJI-2-2010", "2010-01-01", "[[mencabut]]\nakta = \"UJI-1-2000\"\ndasar = \"Pasal 9\"\n"),
        ),
        ("UJI-3-2020", akta("UJI-3-2020", "2020-01-01", &norma(""))),
    ]);
    let told = tertulis(&dari_paket(&pack));
    assert_eq!(told[2..], ["2010-01-01 2019-12-01 tidak berlaku lagi", "2020-01-01 2030-12-01 berlaku"]);
}

#[test]
fn jeda_dan_bentrok_disebut() {
    let jeda = berkas(&[
        ("UJI-1-2000", akta("UJI-1-2000", "2000-01-01", &norma("sampai = 2005-01-01\n"))),
        ("UJI-2-2010", akta("UJI-2-2010", "2010-01-01", &norma(""))),
    ]);
    assert_eq!(
        keluhan(&dari_yang_ditolak(&jeda)),
        ["norma n: jeda yang tidak diakui dari 2005-01-01 sampai 2009-12-01."]
    );
    let bentrok = berkas(&[
        ("UJI-1-2000", akta("UJI-1-2000", "2000-01-01", &norma("sampai = 2012-01-01\n"))),
        ("UJI-2-2010", akta("UJI-2-2010", "2010-01-01", &norma(""))),
    ]);
    assert_eq!(
        keluhan(&dari_yang_ditolak(&bentrok)),
        ["norma n: dua ketentuan pada hari yang sama dari 2010-01-01 sampai 2011-12-01."]
    );
    let tersendat = berkas(&[(
        "UJI-1-2000",
        akta(
            "UJI-1-2000",
            "2000-01-01",
            &(norma("").replace("\"1\"", "\"@p\"")
                + "[[param]]\nkunci = \"p\"\nnilai = 1\ndasar = \"Pasal 1\"\nsampai = 2015-06-01\n"),
        ),
    )]);
    assert_eq!(
        keluhan(&dari_yang_ditolak(&tersendat)),
        ["norma n: memakai sesuatu yang tidak berlaku dari 2015-06-01 sampai 2030-12-01."]
    );
}

#[test]
fn paket_bawaan_tanpa_jeda() {
    let pack = Pack::bundled().unwrap_or_else(|wrong| panic!("{}", wrong.join("\n")));
    let ruas = dari_paket(&pack);
    assert!(ruas.len() >= pack.kunci().count());
    assert_eq!(keluhan(&ruas), Vec::<String>::new());
}
