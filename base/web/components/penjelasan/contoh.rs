//! Invented explanations: every outcome, a nested norm, routes, a dispute, a score.

use super::{
    BarisLayanan, Buka, Dasar, FaktaSyarat, Hasil, Jawaban, Susunan, Syarat, Ukuran, baris_layanan, jawaban,
    penjelasan, positions,
};
use crate::Sample;
use crate::component::kartu::kartu;
use maud::{Markup, html};

fn dasar(text: &str, kepastian: &str) -> Dasar {
    Dasar { text: text.into(), kepastian: kepastian.into() }
}

fn fact(label: &str, value: &str, document: &str) -> FaktaSyarat {
    let documents = vec![(document.to_owned(), "#dokumen".to_owned())];
    FaktaSyarat { label: label.into(), value: value.into(), documents, action: None }
}

fn all() -> Vec<Syarat> {
    let pasal = "Pasal 7 huruf a PP 99/2000 jo. PP 12/2002 yang dicabut, diteruskan melalui Pasal 352 dan Pasal 363 PP 11/2017";
    let masa = Syarat {
        facts: vec![fact("TMT golongan", "1 April 2023", "SK Gubernur 823/57/2023 tanggal 2 Februari 2023")],
        measures: vec![Ukuran { label: "Ukuran".into(), value: "4 tahun".into(), dasar: dasar(pasal, "") }],
        dasar: dasar(pasal, "belum terbaca pada teksnya"),
        when: "memenuhi syarat mulai 1 April 2027".into(),
        decides: true,
        ..Syarat::new(Hasil::Tidak, "paling sedikit 4 tahun dalam pangkat terakhir")
    };
    let ujian = Syarat {
        susunan: Susunan::SalahSatu,
        parts: vec![
            Syarat::new(Hasil::Tidak, "lulus ujian dinas tingkat I"),
            Syarat {
                changed: true,
                ..Syarat::new(Hasil::Memenuhi, "dibebaskan karena ijazah magister")
            },
        ],
        note: "tidak dituntut: tidak pindah golongan".into(),
        ..Syarat::new(Hasil::Memenuhi, "lulus ujian dinas bila pindah golongan")
    };
    let disiplin = Syarat {
        facts: vec![FaktaSyarat {
            label: "Hukuman disiplin sampai".into(),
            value: "tertutup bagi Anda".into(),
            documents: vec![],
            action: Some(("Buka dengan alasan".into(), "#buka".into())),
        }],
        reason: "tertutup bagi Anda".into(),
        ..Syarat::new(Hasil::Belum, "tidak sedang menjalani hukuman disiplin sedang atau berat")
    };
    let skor = Syarat {
        sum: "12 / 12 × 150 / 100 × 12,5 = 18,75".into(),
        value: "18,75".into(),
        measures: vec![Ukuran {
            label: "Tabel koefisien".into(),
            value: "jenjang Ahli Pertama → koefisien 12,5".into(),
            dasar: dasar("Lampiran Peraturan BKN 3/2023", ""),
        }],
        ..Syarat::new(Hasil::Memenuhi, "angka kredit tahun lalu")
    };
    vec![
        masa,
        ujian,
        disiplin,
        skor,
        Syarat {
            reason: "Tim Penilai Kinerja".into(),
            ..Syarat::new(Hasil::Pertimbangan, "memiliki integritas dan moralitas yang baik")
        },
        Syarat {
            reason: "hanya untuk pejabat fungsional".into(),
            ..Syarat::new(Hasil::TidakBerlaku, "uji kompetensi")
        },
        Syarat {
            susunan: Susunan::Posisi,
            parts: dispute(),
            ..Syarat::new(Hasil::BedaTafsir, "batas usia pengangkatan")
        },
    ]
}

fn dispute() -> Vec<Syarat> {
    let position = |bunyi: &str, pihak: &str, value: &str| Syarat {
        value: value.into(),
        note: pihak.into(),
        ..Syarat::new(Hasil::Memenuhi, bunyi)
    };
    vec![
        position("dihitung pada saat pelantikan", "BKN", "55 tahun"),
        position("dihitung pada saat usul diterima", "putusan PTUN", "54 tahun"),
    ]
}

fn card(body: Markup) -> Markup {
    kartu("contoh-penjelasan", "Kenaikan pangkat reguler", html! {}, body)
}

pub fn samples() -> Vec<Sample> {
    let answer = Jawaban {
        hasil: Hasil::Tidak,
        value: String::new(),
        sentences: vec!["Memenuhi syarat mulai 1 April 2027 bila yang lain tetap.".into()],
        met: Some((4, 6)),
    };
    let row = |name: &str, hasil, value: &str, when: &str| BarisLayanan {
        name: name.into(),
        href: "#layanan".into(),
        hasil,
        value: value.into(),
        decides: "paling sedikit 4 tahun dalam pangkat terakhir".into(),
        when: when.into(),
    };
    let rows = [
        row("Kenaikan pangkat reguler", Hasil::Tidak, "", "memenuhi syarat mulai 1 April 2027"),
        row("Pensiun", Hasil::Memenuhi, "1 Mei 2041", ""),
    ];
    vec![
        Sample::new("syarat", card(html! { (jawaban(&answer, &html! {})) (penjelasan(&all(), Buka::Penentu)) })),
        Sample::new("terbuka semua", card(penjelasan(&all(), Buka::Semua))),
        Sample::new("dua pendapat", positions(&dispute(), Buka::Semua)),
        Sample::new("daftar layanan", card(baris_layanan(&rows))),
    ]
}
