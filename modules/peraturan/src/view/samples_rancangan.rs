//! Pages of drafts, over the invented pack of the other samples.

use super::rancangan::ALAMAT;
use super::samples::{FILES, day, frame, pack};
use super::*;
use crate::rule;
use law::{Kode, Pack};
use web::Sample;

/// The invented draft.
pub const DRAF: &str = include_str!("contoh/rancangan.toml");

/// The invented pack with the draft.
///
/// # Panics
/// When the draft is not sound; a test keeps that away.
pub fn pack_of_draft() -> Pack {
    let mut files: Vec<(String, String)> = FILES.iter().map(|f| (f.0.to_owned(), f.1.to_owned())).collect();
    files.push(("PP-3-2027/akta.toml".to_owned(), DRAF.to_owned()));
    Pack::load(&files).unwrap_or_else(|wrong| panic!("{}", wrong.join("\n")))
}

fn shelf(ditolak: Option<(String, Vec<String>)>) -> RancanganView {
    let draf = |nama: &str, oleh: &str| BarisDraf {
        href: format!("{ALAMAT}/{}", "9f2c4be0".repeat(8)),
        nama: nama.into(),
        oleh: oleh.into(),
        pada: day("2026-11-20"),
    };
    RancanganView {
        draf: vec![
            draf("rancangan-pp-kenaikan-pangkat.toml", "Hana Wulandari"),
            draf("perda-jam-kerja.paket", "Rahmat Hidayat"),
        ],
        menunggu: vec![(day("2027-01-01"), format!("{ALAMAT}/aktif-2027-01-01"))],
        paling: 20,
        batas: "8 MiB".into(),
        ditolak,
    }
}

fn compared(files: Option<&[(String, String)]>) -> BandingView {
    let (now, draft) = (pack(), pack_of_draft());
    let found = rule::banding::banding(&now, &draft, day("2026-11-22"), |_| true);
    BandingView {
        alamat: format!("{ALAMAT}/contoh"),
        nama: "rancangan-pp.toml".into(),
        sekarang: "contoh 1, sidik 9f2c4be0".into(),
        rancangan: "contoh 1, sidik 51d3886e".into(),
        hitung: found.hitung,
        jenis: String::new(),
        apa: String::new(),
        list: found.list,
        halaman: Halaman::default(),
        kasus: files.map(|files| rule::ubah_kasus::ubah_kasus(&now, &draft, files)),
    }
}

fn simulated(pilih: &str, isi: IsiAndaian) -> AndaikanView {
    AndaikanView {
        dasar: format!("{ALAMAT}/contoh"),
        nama: "rancangan-pp.toml".into(),
        hari: day("2026-11-22"),
        dihitung: 18_432,
        norma: vec![("kp.reguler".into(), "Kenaikan pangkat reguler".into())],
        pilih: pilih.into(),
        keep: Vec::new(),
        mendatang: vec![(day("2027-01-01"), format!("{ALAMAT}/contoh/andaikan?berlaku=2027-01-01"))],
        tertutup: vec!["Hukuman disiplin sampai".into(), "Diberhentikan sementara".into()],
        samar: None,
        isi,
    }
}

fn one(named: bool) -> Satu {
    let person = |nama: &str, jadi| BarisOrang {
        nama: nama.into(),
        nip: "198403122010012007".into(),
        href: Some("/pegawai/contoh".into()),
        unit: "Dinas Kesehatan".into(),
        dari: Kode::Lulus,
        jadi,
        sebab: "masa".into(),
    };
    let all = "#pegawai".to_owned();
    let list = Daftar {
        saring: Some(("masa".into(), all.clone())),
        rows: vec![person("Ratih Kumala", Kode::Gagal), person("Agus Salim", Kode::BelumTahu)],
        paging: web::component::paging::Paging { first: 1, last: 2, total: Some(2), ..Default::default() },
    };
    let href = || named.then(|| all.clone());
    Satu {
        orang: 263,
        perubahan: vec![(Kode::Lulus, Kode::Gagal, 146, href()), (Kode::BelumTahu, Kode::Gagal, 117, href())],
        sebab: vec![("masa".into(), "paling sedikit 5 tahun dalam pangkat terakhir".into(), 263, href())],
        instansi: vec![
            ("Pemerintah Provinsi Bumi Raya".into(), 200),
            ("Pemerintah Kota Mandalapura".into(), 63),
        ],
        unit: (1..=12)
            .map(|n| ("Pemerintah Provinsi Bumi Raya".into(), format!("Dinas {n}"), 20))
            .chain([(String::new(), String::new(), 3)])
            .collect(),
        unit_sisa: 4,
        daftar: named.then_some(list),
    }
}

/// Whole documents, by file name.
pub fn samples() -> Vec<Sample> {
    let refused = shelf(Some((
        "rancangan.toml ditolak seluruhnya: 2 kesalahan.".into(),
        vec![
            "PP-3-2027/akta.toml baris 16: `nilai` harus berisi bilangan.".into(),
            "PP-3-2027/akta.toml baris 22: norma kp.tiada tidak ada.".into(),
        ],
    )));
    let cases = FILES.iter().map(|f| (f.0.to_owned(), f.1.to_owned())).collect::<Vec<_>>();
    let services = vec![BarisLayanan {
        nama: "Kenaikan pangkat reguler".into(),
        norma: "kp.reguler".into(),
        href: format!("{ALAMAT}/contoh/andaikan?norma=kp.reguler"),
        orang: 263,
        perubahan: vec![(Kode::Lulus, Kode::Gagal, 146), (Kode::BelumTahu, Kode::Gagal, 117)],
    }];
    let page = |pilih: &str, isi| andaikan(&frame("Simulasi"), &simulated(pilih, isi));
    vec![
        Sample::new("rancangan", rancangan(&frame("Rancangan"), &shelf(None))),
        Sample::new("rancangan-kosong", rancangan(&frame("Rancangan"), &RancanganView::default())),
        Sample::new("rancangan-ditolak", rancangan(&frame("Rancangan"), &refused)),
        Sample::new("rancangan-banding", banding(&frame("Bandingkan paket"), &compared(None))),
        Sample::new("rancangan-banding-kasus", banding(&frame("Bandingkan paket"), &compared(Some(&cases)))),
        Sample::new(
            "rancangan-banding-kosong",
            banding(
                &frame("Bandingkan paket"),
                &BandingView {
                    list: Vec::new(),
                    jenis: "tabel".into(),
                    apa: "hilang".into(),
                    ..compared(None)
                },
            ),
        ),
        Sample::new("rancangan-simulasi", page("", IsiAndaian::Ringkas(services))),
        Sample::new("rancangan-simulasi-kosong", page("", IsiAndaian::Ringkas(Vec::new()))),
        Sample::new("rancangan-simulasi-satu", page("kp.reguler", IsiAndaian::Satu(Box::new(one(true))))),
        Sample::new("rancangan-simulasi-angka", page("kp.reguler", IsiAndaian::Satu(Box::new(one(false))))),
        Sample::new(
            "rancangan-simulasi-tidak",
            page("", IsiAndaian::Tidak("rancangan mengubah kosakata pada fakta golongan.".into())),
        ),
    ]
}
