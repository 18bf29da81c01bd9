//! Worked examples of every page here.

use super::{
    DasborView, Formulir, Jenis, KatalogView, Kecilnya, OrangBaris, Perhatian, PerhatianInstansi, Pilihan,
    PosBaris, RincianView, SatuView, Tentang, dasbor, katalog, rincian, satu,
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
            href: "#".into(),
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
            dasbor(&frame, &DasborView { xlsx: "#".into(), katalog: "#".into(), ..DasborView::default() }),
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
