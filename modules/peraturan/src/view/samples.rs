//! An invented pack with an act that amends, one that ends and carries on, and a case that fails; and its
//! pages, for tests and the gallery.

use super::*;
use crate::rule::kasus::{Uji, jalankan};
use crate::rule::paraf::{Keadaan, Status};
use crate::rule::{self, daftar::awalan, kosakata::Kosakata};
use law::Pack;
use web::page::example_frame;
use web::{Crumb, Frame, Sample};

/// The pack, as (path, text).
pub const FILES: &[(&str, &str)] = &[
    ("paket.toml", "skema = 1\nnama = \"contoh\"\nversi = \"1\"\n"),
    ("kosakata.toml", include_str!("contoh/kosakata.toml")),
    ("PP-1-2000/akta.toml", include_str!("contoh/pp-1-2000.toml")),
    (
        "PP-1-2000/tabel/batas.csv",
        "#kebijakan=UNIK\n#lengkap=ya\ntingkat,=>batas:bilangan,dasar\nRENDAH,2,Pasal 8\nTINGGI,5,Pasal 8\n",
    ),
    ("PP-2-2017/akta.toml", include_str!("contoh/pp-2-2017.toml")),
    ("kasus/contoh.csv", include_str!("contoh/kasus.csv")),
];

/// The pack, checked.
///
/// # Panics
/// When the invented pack is not sound; a test keeps that away.
pub fn pack() -> Pack {
    let own: Vec<(String, String)> = FILES.iter().map(|f| (f.0.to_owned(), f.1.to_owned())).collect();
    Pack::load(&own).unwrap_or_else(|wrong| panic!("{}", wrong.join("\n")))
}

pub(super) fn frame(title: &str) -> Frame {
    let mut frame = example_frame(title, "Peraturan");
    frame.clock = None;
    frame.crumbs = vec![Crumb { label: title.into(), href: None }];
    frame
}

pub(super) fn day(text: &str) -> Date {
    Date::parse(text).unwrap_or(Date::MIN)
}

/// The page of a norm of a pack, as the handler puts it together.
pub fn norma_view(pack: &Pack, uji: &Uji, kunci: &str, hukum: Date) -> NormaView {
    NormaView {
        kunci: kunci.to_owned(),
        judul: rule::judul(&pack.book(None, None), kunci, hukum),
        hukum,
        today: day("2026-11-22"),
        paket: "contoh 1, sidik 9f2c4be0".into(),
        isi: rule::norma::isi(pack, kunci, hukum),
        versi: rule::versi::versi(pack, kunci),
        uji: uji.norma.get(kunci).cloned().unwrap_or_default(),
        paraf: signatures(hukum),
    }
}

/// One signature of every state.
fn signatures(hukum: Date) -> ParafView {
    let one = |keadaan, dicabut: Option<&str>| Tanda {
        entry: format!("{keadaan:?}-{}", dicabut.is_some()),
        by: "Hana Pratiwi, Biro Hukum".into(),
        when: "22 Nov 2026 09.31 WIB".into(),
        hukum,
        sidik: "9f2c4be07a51d388".into(),
        catatan: "Dibandingkan dengan Lembaran Negara".into(),
        keadaan,
        dicabut: dicabut.map(Into::into),
    };
    let back = "Dicabut 23 Nov 2026 10.00 WIB oleh Hana Pratiwi, Biro Hukum: salah baca huruf b";
    ParafView {
        tanda: vec![
            one(Keadaan::Sah, None),
            one(Keadaan::Berubah, None),
            one(Keadaan::VersiLain, None),
            one(Keadaan::Sah, Some(back)),
        ],
        may: true,
        seen: Some("9f2c4be0".into()),
    }
}

fn library(pack: &Pack, uji: &Uji, cari: &str) -> PustakaView {
    PustakaView {
        paket: "contoh 1".into(),
        hash: "9f2c4be07a51d3886e0b1f47c2a95d10".into(),
        akta: pack.akta.len(),
        norma: pack.kunci().count(),
        kasus: (uji.kasus, uji.gagal),
        salah: Vec::new(),
        cari: cari.into(),
        jenis: String::new(),
        daftar: rule::pustaka::pustaka(pack, cari, ""),
        uji: true,
        paraf: [1, 1, 0],
    }
}

fn list(pack: &Pack, uji: &Uji, cari: &str) -> DaftarView {
    let hukum = day("2026-11-22");
    let found = rule::daftar::cari(pack, hukum, cari, "");
    let (found, halaman) = rule::halaman::halaman(found, |row| row.0.as_str(), "", 100);
    DaftarView {
        hukum,
        lain: false,
        cari: cari.into(),
        awalan: String::new(),
        semua_awalan: pack.kunci().map(|k| awalan(k).to_owned()).collect(),
        kelompok: rule::daftar::kelompok(pack, uji, hukum, found),
        halaman,
        uji: false,
        paraf: None,
        jumlah_paraf: [1, 1, 0],
        diparaf: [("kp.reguler".into(), Status::Berubah), ("kp.batas".into(), Status::Sudah)].into(),
    }
}

fn changes(pack: &Pack, today: &str) -> PerubahanView {
    let today = day(today);
    let all = rule::perubahan::semua(pack);
    PerubahanView {
        today,
        dari: day("1999-01-01"),
        sampai: day("2030-01-01"),
        datang: rule::perubahan::per_hari(all.iter().filter(|p| p.hari > today), 3),
        lewat: rule::perubahan::per_hari(all.iter().rev().filter(|p| p.hari <= today), 100),
        berikut: (rule::perubahan::berikut(pack, today), 0),
        uji: false,
    }
}

fn words(pack: &Pack, bagian: &'static str, cari: &str) -> KosakataView {
    let isi: Kosakata = rule::kosakata::kosakata(&pack.words, cari);
    KosakataView {
        cari: cari.into(),
        bagian,
        jumlah: [isi.riwayat.len(), isi.masukan.len(), isi.pilihan.len()],
        halaman: Halaman::default(),
        isi,
        uji: false,
    }
}

/// Whole documents, by file name.
pub fn samples() -> Vec<Sample> {
    let pack = pack();
    let uji = jalankan(&pack, FILES);
    let today = day("2026-11-22");
    let norm = |kunci: &str, hukum: &str| norma(&frame("Norma"), &norma_view(&pack, &uji, kunci, day(hukum)));
    let mut all = vec![
        Sample::new("peraturan", pustaka(&frame("Peraturan"), &library(&pack, &uji, ""))),
        Sample::new("peraturan-kosong", pustaka(&frame("Peraturan"), &library(&pack, &uji, "tiada"))),
        Sample::new("peraturan-norma-daftar", daftar(&frame("Norma"), &list(&pack, &uji, ""))),
        Sample::new("peraturan-norma-daftar-kosong", daftar(&frame("Norma"), &list(&pack, &uji, "tiada"))),
        Sample::new("peraturan-norma", norm("kp.reguler", "2026-11-22")),
        Sample::new("peraturan-norma-lama", norm("kp.reguler", "2001-01-01")),
        Sample::new("peraturan-norma-belum", norm("kp.reguler", "1990-01-01")),
        Sample::new("peraturan-norma-nilai", norm("kp.batas", "2026-11-22")),
        Sample::new("peraturan-perubahan", perubahan(&frame("Perubahan"), &changes(&pack, "2017-01-01"))),
        Sample::new(
            "peraturan-perubahan-kosong",
            perubahan(&frame("Perubahan"), &changes(&pack, "2031-01-01")),
        ),
        Sample::new("peraturan-kosakata", kosakata(&frame("Kosakata"), &words(&pack, "masukan", ""))),
        Sample::new("peraturan-pilihan", kosakata(&frame("Kosakata"), &words(&pack, "pilihan", ""))),
        Sample::new(
            "peraturan-kosakata-kosong",
            kosakata(&frame("Kosakata"), &words(&pack, "riwayat", "tiada")),
        ),
        Sample::new(
            "peraturan-tiada",
            tiada(&frame("Tidak ada dalam paket"), "norma", "kp.tiada", "/peraturan/norma"),
        ),
    ];
    for (name, id) in [("peraturan-akta", "PP-1-2000"), ("peraturan-akta-pencabut", "PP-2-2017")] {
        let act = rule::akta::akta(&pack, id, today, "");
        all.extend(act.map(|act| Sample::new(name, akta(&frame(&act.akta.sebutan), &act, today))));
    }
    all.extend(samples_rancangan::samples());
    all
}
