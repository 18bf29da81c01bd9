//! Worked examples of every page here.

use super::{
    BandingBaris, BandingView, DasarView, DasborView, Formulir, Jenis, KatalogView, Kecilnya, OrangBaris,
    Perhatian, PerhatianInstansi, Pilihan, PosBaris, RincianView, SatuView, Tenggat, Tentang, banding,
    dasbor, katalog, rincian, satu,
};
use web::Sample;
use web::component::angka_utama::AngkaUtama;
use web::component::batang_susun::Susunan;
use web::component::garis::{Garis, Kecil, Titik};
use web::component::matriks::{Capai, Deret, Lajur, Petak};
use web::component::peta_ubin::UbinWilayah;
use web::page::example_frame;

fn tentang(belum: &'static str) -> Tentang {
    Tentang {
        kode: "ASN-01",
        nama: "Pegawai ASN aktif",
        definisi: "PNS, CPNS, dan PPPK yang bekerja.",
        satuan: "orang",
        arah: "menerangkan",
        pemilik: "BKD/BKPSDM",
        dasar: "",
        irama: "bulanan",
        kelompok: "Pegawai",
        sumber: "Dihitung dari register: orang per orang",
        belum,
    }
}

fn deret(label: &str, semua: bool) -> Deret {
    let petak = |nilai: &str, capai| Petak {
        nilai: nilai.into(),
        capai,
        bertarget: true,
        catatan: String::new(),
        href: "#".into(),
    };
    Deret {
        label: label.into(),
        href: String::new(),
        semua,
        petak: vec![petak("1.912", Capai::Mendekati), petak("93,4%", Capai::DiBawah)],
    }
}

fn garis() -> Garis {
    let titik =
        |label: &str, nilai: Option<i64>, teks: &str| Titik { label: label.into(), nilai, teks: teks.into() };
    Garis {
        judul: "SKP lengkap, Kab. Muara Tua".into(),
        titik: vec![
            titik("Tw I 2026", Some(8_800), "88,0%"),
            titik("Tw II 2026", None, "belum terukur"),
            titik("Tw III 2026", Some(9_100), "91,0%"),
        ],
        sasaran: Some((9_500, "95,0%".into())),
    }
}

fn kecil() -> Kecilnya {
    let one =
        |nama: &str| Kecil { nama: nama.into(), nilai: "91,0%".into(), garis: garis(), href: "#".into() };
    Kecilnya {
        nama: "SKP lengkap".into(),
        satu_skala: true,
        semua: vec![one("Batu Hulu"), one("Tanjung Lada")],
    }
}

fn perhatian(nama: &str) -> PerhatianInstansi {
    let one = Perhatian {
        indikator: "SKP lengkap".into(),
        sebab: "memburuk dua triwulan berturut-turut".into(),
        href: "#".into(),
    };
    PerhatianInstansi { nama: nama.into(), hal: vec![one], lebih: 2 }
}

fn formulir() -> Formulir {
    Formulir {
        kode: "BELANJA-01".into(),
        instansi: vec![("A".into(), "Kab. Batu Hulu".into())],
        satuan: "persen",
        bertarget: true,
        dilaporkan: true,
        isi: vec![(Jenis::Sasaran, "nilai", "sepertiga".into())],
        salah: vec![(Jenis::Sasaran, "nilai", "Tulis angkanya seperti 31,4.".into())],
    }
}

fn tenggat(hari: u8) -> Tenggat {
    Tenggat {
        judul: "Laporkan tindak lanjut 3.a".into(),
        rincian: "Rakor triwulan III".into(),
        href: "#".into(),
        hari: web::Tanggal::new(2026, 11, hari),
        kini: web::Tanggal::new(2026, 11, 22),
    }
}

fn dibandingkan() -> BandingView {
    let row = |nilai: [&str; 2], selisih| BandingBaris {
        indikator: "SKP lengkap".into(),
        href: "#".into(),
        nilai: nilai.map(str::to_owned),
        selisih,
    };
    BandingView {
        dari: "30-09-2026".into(),
        sampai: "22-11-2026".into(),
        instansi: vec![("semua".into(), "Semua instansi".into()), ("A".into(), "Kab. Batu Hulu".into())],
        pilihan: "semua".into(),
        label: "Semua instansi".into(),
        pilih_kelompok: vec![(String::new(), "Ringkas".into())],
        judul: ["30 Sep 2026".into(), "22 Nov 2026".into()],
        asal: ["angka tersimpan hari itu", "dihitung sekarang dari jurnal"],
        baris: vec![
            row(["91,0%", "93,4%"], Some(("+2,4 poin".into(), "membaik", web::Tone::Ok))),
            row(["1.912", "1.912"], Some(("0".into(), "tetap", web::Tone::Netral))),
            row(["belum terukur", "3"], None),
        ],
        ..BandingView::default()
    }
}

/// Every page with and without something in it.
pub fn samples() -> Vec<Sample> {
    let frame = example_frame("Dasbor", "/dasbor");
    let lajur = |label: &str| Lajur { label: label.into(), href: "#".into(), note: "orang".into() };
    let full = DasborView {
        keterangan: "12 instansi per 22 November 2026".into(),
        utama: vec![AngkaUtama::new("Pegawai ASN aktif", 81_206, "menerangkan").href("#")],
        pilihan: vec![
            Pilihan { label: "Ringkas".into(), href: "#".into(), kini: true },
            Pilihan { label: "Mutu data".into(), href: "#".into(), kini: false },
        ],
        lajur: vec![lajur("Pegawai ASN aktif"), lajur("SKP lengkap")],
        deret: vec![deret("Semua instansi", true), deret("Kab. Muara Tua", false)],
        ubin: Some((
            "SKP lengkap".into(),
            vec![
                UbinWilayah {
                    nama: "Batu Hulu".into(),
                    nilai: "91%".into(),
                    capai: Capai::DiBawah,
                    href: "#".into(),
                },
                UbinWilayah {
                    nama: "Tanjung Lada".into(),
                    nilai: "97%".into(),
                    capai: Capai::Memenuhi,
                    href: "#".into(),
                },
            ],
        )),
        kecil: Some(kecil()),
        misi: vec![("SKP lengkap".into(), vec![("Kab. Batu Hulu".into(), "Tata kelola yang bersih".into())])],
        perhatian: vec![perhatian("Kab. Batu Hulu"), perhatian("Kota Tanjung Lada")],
        pilih_ubin: vec![("KINERJA-01".into(), "SKP lengkap".into())],
        ubin_kode: "KINERJA-01".into(),
        gelombang: vec![Susunan { label: "2027 S1".into(), bagian: vec![12, 30, 420, 326] }],
        asal: "Dihitung dari 26.403 entri pada 12 jurnal.".into(),
        tenggat: Some(vec![tenggat(15), tenggat(30)]),
        banding: "#".into(),
        xlsx: "#".into(),
        katalog: "#".into(),
        kelompok: String::new(),
    };
    let people = RincianView {
        nama: "Jabatan dirangkap Plt".into(),
        instansi: "Kab. Muara Tua".into(),
        nilai: "58".into(),
        orang: vec![OrangBaris {
            nama: "Ratna Wulandari".into(),
            href: Some("#".into()),
            jabatan: "Analis".into(),
            unit: "BKPSDM".into(),
        }],
        pos: vec![PosBaris {
            jabatan: "Kepala Bidang".into(),
            unit: "BKPSDM".into(),
            kebutuhan: 1,
            pemegang: 0,
        }],
        per_opd: vec![("BKPSDM".into(), "< 5".into())],
        garis: garis(),
        dasar: Some(DasarView {
            action: "#".into(),
            isi: "tugas".into(),
            menit: 15,
            salah: Some("Tulis dasarnya, 10 sampai 300 huruf.".into()),
        }),
        disembunyikan: 12,
        lebih: 3,
        ..RincianView::default()
    };
    let nobody = RincianView {
        tiada: Some("Angka ini tentang instansi seluruhnya.".into()),
        orang: Vec::new(),
        pos: Vec::new(),
        per_opd: Vec::new(),
        disembunyikan: 0,
        lebih: 0,
        dasar: None,
        dibuka: Some("09.15 WIB".into()),
        ..people.clone()
    };
    let one = SatuView {
        tentang: tentang(""),
        lajur: lajur("Pegawai ASN aktif"),
        deret: vec![Deret { petak: deret("", false).petak[..1].to_vec(), ..deret("Kab. Muara Tua", false) }],
        garis: garis(),
        kecil: Some(kecil()),
        misi: vec![("Kab. Batu Hulu".into(), "Tata kelola yang bersih".into())],
        tercatat: Some(Jenis::Misi.tercatat()),
        formulir: Some(formulir()),
        asal: "Dihitung dari jurnal.".into(),
    };
    let unknown =
        SatuView { tentang: tentang("Kebutuhan guru per kecamatan belum diimpor."), ..SatuView::default() };
    vec![
        Sample::new("dasbor", dasbor(&frame, &full)),
        Sample::new(
            "dasbor-kosong",
            dasbor(
                &frame,
                &DasborView {
                    tenggat: Some(Vec::new()),
                    banding: "#".into(),
                    xlsx: "#".into(),
                    katalog: "#".into(),
                    ..DasborView::default()
                },
            ),
        ),
        Sample::new("dasbor-banding", banding(&frame, &dibandingkan())),
        Sample::new(
            "dasbor-banding-salah",
            banding(
                &frame,
                &BandingView {
                    salah: vec![("dari".into(), "Tulis tanggal sebagai hh-bb-tttt.".into())],
                    baris: Vec::new(),
                    ..dibandingkan()
                },
            ),
        ),
        Sample::new("indikator", satu(&frame, &one)),
        Sample::new("indikator-belum", satu(&frame, &unknown)),
        Sample::new(
            "indikator-katalog",
            katalog(
                &frame,
                &KatalogView { bagian: vec![("Pegawai", vec![tentang("")])], terukur: 1, semua: 1 },
            ),
        ),
        Sample::new("indikator-rincian", rincian(&frame, &people)),
        Sample::new("indikator-tanpa-rincian", rincian(&frame, &nobody)),
    ]
}
