//! Invented people of an invented province, for tests and the gallery.

use super::*;
use web::component::saring::Pilihan;
use web::page::example_frame;
use web::{Crumb, Sample};

const TODAY: Tanggal = Tanggal::new(2026, 11, 22);

fn tabs(names: &[&str]) -> Vec<Tab> {
    let tab = |(n, label): (usize, &&str)| Tab {
        label: (*label).to_owned(),
        href: "/penjagaan".into(),
        count: (n != 1).then_some(4),
        warn: false,
        current: n == 0,
    };
    names.iter().enumerate().map(tab).collect()
}

fn person(name: &str, hari: Option<Tanggal>, syarat: Syarat, sebab: &str) -> BarisJaga {
    BarisJaga {
        name: name.into(),
        nip: "198001012006041001".into(),
        href: Some("/pegawai/1".into()),
        why_href: Some("/pegawai/1/mengapa/kp-reguler".into()),
        unit: "Dinas Kesehatan".into(),
        dijaga: true,
        hari,
        usul: hari,
        syarat: Some(syarat),
        jawab: None,
        sebab: sebab.into(),
    }
}

fn answers(total: u64) -> RekapView {
    let row = |kode, banyak, terutama: Option<(&str, u64)>| BarisRekap {
        kode,
        banyak,
        href: "/penjagaan?lihat=jawaban".into(),
        terutama: terutama.map(|(text, many)| (text.to_owned(), many)),
    };
    let skp = "predikat kinerja paling rendah Baik pada masing-masing dari 2 tahun terakhir";
    RekapView {
        norma: "Kenaikan pangkat reguler".into(),
        subjek: "PNS".into(),
        total: total + 12_011,
        rows: vec![
            row(Kode::Lulus, total, None),
            row(Kode::Gagal, 7_400, Some(("paling sedikit 4 tahun dalam pangkat terakhir", 5_120))),
            row(Kode::BelumTahu, 1_611, Some((skp, 1_402))),
            row(Kode::Pertimbangan, 200, Some(("tidak ada keadaan yang menghambat", 200))),
            row(Kode::TidakBerlaku, 2_800, None),
        ],
        lepas: vec!["tidak sedang menjalani hukuman disiplin sedang atau berat".into()],
        terdekat: Some(Terdekat {
            hari: Tanggal::new(2026, 12, 1),
            banyak: 116,
            keep: vec![("berlaku".into(), "2026-12-01".into())],
        }),
    }
}

fn list(macam: Macam, isi: Isi, total: u64) -> DaftarView {
    let unit = Pilihan {
        name: "unit".into(),
        label: "Unit kerja".into(),
        value: String::new(),
        options: vec![("dinkes".into(), "Dinas Kesehatan".into())],
    };
    let mut filter = Saring::of("/penjagaan", ("q", ""), "", Vec::new(), &[unit]);
    filter.search = None;
    filter.count = Some(total);
    filter.noun = "pegawai".into();
    DaftarView {
        lembar: Lembar {
            instansi: "Pemerintah Provinsi Bumi Raya".into(),
            title: "Penjagaan: Kenaikan pangkat reguler".into(),
            unit: String::new(),
            at: TODAY,
        },
        macam,
        layanan: "Kenaikan pangkat reguler".into(),
        usul: Some((60, "praktik Sinergi".into())),
        tabs: tabs(&["Kenaikan pangkat reguler", "Kenaikan gaji berkala PNS", "Pensiun batas usia"]),
        views: tabs(&["Daftar", "Menurut unit dan bulan"]),
        ringkas: vec![RingkasView {
            label: "Sampai 12 bulan ke depan".into(),
            total,
            href: "/penjagaan".into(),
            parts: vec![("Memenuhi syarat".into(), total, "/penjagaan?syarat=terpenuhi".into())],
        }],
        rekap: (total > 0).then(|| answers(total)),
        filter,
        rentang: (total == 0).then(|| ("2026-12-01".into(), "2026-12-31".into())),
        keep: Vec::new(),
        total,
        tak_tentu: 12,
        per_jawaban: false,
        isi,
        xlsx_href: Some("/penjagaan/unduh.xlsx".into()),
        csv_href: Some("/penjagaan/unduh.csv".into()),
        ics_href: Some("/penjagaan/kalender.ics".into()),
    }
}

pub fn samples() -> Vec<Sample> {
    let mut frame = example_frame("Penjagaan", "Penjagaan");
    frame.crumbs = vec![Crumb { label: "Penjagaan".into(), href: None }];
    let soon = Some(Tanggal::new(2026, 12, 1));
    let rows = vec![
        person("Siti Rahmawati", soon, Syarat::Terpenuhi, ""),
        person("Agus Salim", soon, Syarat::Belum, "predikat kinerja paling rendah Baik"),
        person("Bayu Pratama", soon, Syarat::TanpaData, "Predikat kinerja tahun lalu"),
        person("Ratih Kencana", None, Syarat::Pertimbangan, "pejabat menilai"),
    ];
    let isi = Isi::Daftar { rows, paging: Paging { first: 1, last: 4, total: Some(4), ..Paging::default() } };
    let table = MatriksView {
        kurun: vec!["Des 2026".into(), "Apr 2027".into()],
        per_tahun: false,
        rows: vec![(
            "Dinas Kesehatan".into(),
            vec![(3, Some("/penjagaan?unit=dinkes".into())), (0, None)],
            (3, None),
        )],
        sums: vec![(3, None), (0, None)],
        total: 3,
    };
    let none = Isi::Daftar { rows: Vec::new(), paging: Paging::default() };
    let mut answered = list(Macam::Hak, isi.clone(), 4);
    answered.per_jawaban = true;
    if let Isi::Daftar { rows, .. } = &mut answered.isi {
        let all = [Kode::Lulus, Kode::Gagal, Kode::BelumTahu, Kode::TidakBerlaku];
        rows.iter_mut()
            .zip(all)
            .for_each(|(row, kode)| (row.jawab, row.dijaga) = (Some(kode), kode == Kode::Lulus));
    }
    vec![
        Sample::new("penjagaan menurut jawaban", daftar(&frame, &answered)),
        Sample::new("penjagaan", daftar(&frame, &list(Macam::Hak, isi.clone(), 4))),
        Sample::new("penjagaan: berakhir", daftar(&frame, &list(Macam::Akhir, isi, 4))),
        Sample::new("penjagaan menurut unit", daftar(&frame, &list(Macam::Hak, Isi::Unit(table), 3))),
        Sample::new("penjagaan kosong", daftar(&frame, &list(Macam::Wajib, none, 0))),
    ]
}
