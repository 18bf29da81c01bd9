//! Worked examples of every page here.

use super::{
    DasborView, Gelombang, KatalogView, OrangBaris, Pilihan, PosBaris, RincianView, SatuView, Tentang,
    dasbor, katalog, rincian, satu,
};
use web::Sample;
use web::component::angka_utama::AngkaUtama;
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
        pilih_ubin: vec![("KINERJA-01".into(), "SKP lengkap".into())],
        ubin_kode: "KINERJA-01".into(),
        gelombang: vec![Gelombang { semester: "2027 S1".into(), jumlah: [12, 30, 420, 326] }],
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
