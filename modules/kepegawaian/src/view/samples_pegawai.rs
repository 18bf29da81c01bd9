//! Invented persons: complete, PPPK, full of findings, as of another day, almost unknown.

use super::pegawai::{Isi, Jumlah, PegawaiView, Tersamar, pegawai};
use super::ringkasan::{Butir, DataPribadi, Ringkasan};
use super::samples::TODAY;
use super::samples_riwayat::{documents, findings, histories, journal};
use web::component::identitas::Fakta;
use web::component::linimasa::Peristiwa;
use web::component::predikat::Predikat::{Baik, SangatBaik};
use web::component::riwayat_karier::{Lajur, RiwayatKarier};
use web::component::temuan::Temuan;
use web::page::example_frame;
use web::{Crumb, Frame, Icon, Sample, Tanggal, Tone};

pub(super) fn samples() -> Vec<Sample> {
    let show = |name, view: PegawaiView| Sample::new(name, pegawai(&frame(&view), &view));
    let with = |content| PegawaiView { content, ..ratna() };
    vec![
        show("pegawai-ringkasan", ratna()),
        show("pegawai-riwayat", with(Isi::Riwayat(histories()))),
        show("pegawai-dokumen", with(Isi::Dokumen(documents()))),
        show("pegawai-dokumen-kosong", with(Isi::Dokumen(vec![]))),
        show("pegawai-temuan", with(Isi::Temuan(findings()))),
        show("pegawai-temuan-kosong", with(Isi::Temuan(vec![]))),
        show("pegawai-jurnal", with(Isi::Jurnal(journal()))),
        show("pegawai-pppk", pppk()),
        show("pegawai-banyak-temuan", many_findings()),
        past(),
        show("pegawai-hampir-kosong", unknown()),
    ]
}

fn frame(view: &PegawaiView) -> Frame {
    let mut frame = example_frame(&view.name, "Data Pegawai");
    frame.crumbs = vec![
        Crumb { label: "Data Pegawai".into(), href: Some("/pegawai".into()) },
        Crumb { label: view.name.clone(), href: None },
    ];
    if let Some(clock) = &mut frame.clock {
        clock.action = view.base_href.clone();
        clock.today_href = view.base_href.clone();
    }
    frame
}

fn d(year: i32, month: u8, day: u8) -> Tanggal {
    Tanggal::new(year, month, day)
}

fn fact(label: &str, value: &str, note: &str) -> Fakta {
    Fakta { label: label.into(), value: value.into(), note: note.into() }
}

fn butir(label: &str, value: &str, note: &str, document: &str) -> Butir {
    Butir {
        label: label.into(),
        value: (!value.is_empty()).then(|| value.into()),
        note: note.into(),
        document: (!document.is_empty()).then(|| (document.into(), "/dokumen/1".into())),
    }
}

fn career(at: Tanggal, at_label: &str) -> RiwayatKarier {
    let piece = |from, to, label: &str| (from, to, label.to_owned(), label.to_owned());
    let years: Vec<_> = (2014..2026)
        .map(|y| (y, if y == 2020 || y == 2025 { SangatBaik } else { Baik }))
        .filter(|(y, _)| *y < at.year)
        .collect();
    RiwayatKarier {
        at,
        at_label: at_label.into(),
        lanes: vec![
            Lajur::shaded(
                "Golongan",
                vec![
                    piece(d(2010, 1, 1), Some(d(2019, 4, 1)), "III/b, Penata Muda Tk. I"),
                    piece(d(2019, 4, 1), Some(d(2023, 10, 1)), "III/c, Penata"),
                    piece(d(2023, 10, 1), None, "III/d, Penata Tk. I"),
                ],
            ),
            Lajur::shaded(
                "Jabatan",
                vec![
                    piece(d(2010, 1, 1), Some(d(2011, 1, 1)), "CPNS"),
                    piece(d(2011, 1, 1), Some(d(2019, 4, 1)), "Dokter Ahli Pertama"),
                    piece(d(2019, 4, 1), None, "Dokter Ahli Muda"),
                ],
            ),
            Lajur::shaded(
                "Unit kerja",
                vec![
                    piece(d(2010, 1, 1), Some(d(2021, 3, 1)), "UPTD Puskesmas Muara Tua"),
                    piece(d(2021, 3, 1), None, "RSUD Bumi Raya"),
                ],
            ),
            Lajur::ratings("Predikat", &years),
        ],
    }
}

fn ratna() -> PegawaiView {
    let event = |title: &str, date, text: &str, icon, tone| Peristiwa {
        title: title.into(),
        date,
        text: text.into(),
        by: "BKD Provinsi".into(),
        icon,
        tone,
    };
    PegawaiView {
        name: "dr. Ratna Wulandari, M.Kes.".into(),
        nip: "198403122010012007".into(),
        jabatan: "Dokter Ahli Muda".into(),
        unit: Some(("RSUD Bumi Raya".into(), "/unit/rsud".into())),
        status: "PNS".into(),
        kedudukan: "Aktif".into(),
        kedudukan_tone: Tone::Ok,
        facts: vec![
            fact("Golongan", "III/d, Penata Tk. I", "TMT 1 Okt 2023"),
            fact("Masa kerja golongan", "16 th 10 bl", "pada 22 Nov 2026"),
            fact("Predikat 2025", "Sangat Baik", "2024 Baik"),
            fact("Pendidikan terakhir", "S-2", "Kesehatan Masyarakat, 2025"),
            fact("Pensiun", "1 Apr 2042", "15 tahun lagi · batas usia 58"),
        ],
        base_href: "/pegawai/198403122010012007".into(),
        keep: vec![],
        counts: Jumlah { riwayat: 24, dokumen: 41, temuan: 1, jurnal: 63 },
        export_href: Some("/pegawai/198403122010012007.csv".into()),
        record_href: Some("/pegawai/198403122010012007/sk".into()),
        seen_href: Some("/pegawai/1/akses".into()),
        receipts_href: "/pegawai/1/bukti".into(),
        own: false,
        mask: Tersamar {
            personal: false,
            parts: vec!["Keluarga".into()],
            open_href: Some("/pegawai/1/buka".into()),
            open_until: Some("09.45".into()),
        },
        content: Isi::Ringkasan(Box::new(Ringkasan {
            career: career(TODAY, "kini"),
            employment: vec![
                butir("Golongan", "III/d, Penata Tk. I", "TMT 1 Okt 2023", "SK Gubernur 823.3/1187/BKD/2023"),
                butir("Jabatan", "Dokter Ahli Muda", "TMT 1 Apr 2019", "SK Gubernur 821.2/0412/BKD/2019"),
                butir("Unit kerja", "RSUD Bumi Raya", "TMT 1 Mar 2021", "SK Gubernur 824/0091/BKD/2021"),
                butir("Kedudukan", "Aktif", "", ""),
                butir("Gaji berkala terakhir", "", "", ""),
            ],
            personal: DataPribadi {
                nik: Some("1571••••••••••••".into()),
                npwp: Some("0925•••••••7000".into()),
                birth: Some("Sungai Biru, 12 Mar 1984".into()),
                gender: Some("Perempuan".into()),
                marital: Some("Kawin".into()),
                education: Some("S-2 Kesehatan Masyarakat, 2025".into()),
                others: vec![("Agama".into(), "Islam".into())],
            },
            findings: findings().into_iter().skip(1).take(1).collect(),
            timeline: vec![
                event(
                    "Gelar M.Kes. dicantumkan",
                    Some(d(2026, 11, 18)),
                    "Pencantuman gelar 893.3/2210/BKD/2026",
                    Icon::Toga,
                    Tone::Info,
                ),
                event(
                    "Naik pangkat ke III/d",
                    Some(d(2023, 10, 1)),
                    "SK Gubernur 823.3/1187/BKD/2023",
                    Icon::Naik,
                    Tone::Ok,
                ),
                event(
                    "Pindah ke RSUD Bumi Raya",
                    Some(d(2021, 3, 1)),
                    "Dari UPTD Puskesmas Muara Tua",
                    Icon::Tukar,
                    Tone::Netral,
                ),
                event(
                    "Diangkat Dokter Ahli Muda",
                    Some(d(2019, 4, 1)),
                    "SK Gubernur 821.2/0412/BKD/2019",
                    Icon::Akun,
                    Tone::Netral,
                ),
                event("Lulus S-1 Kedokteran", None, "Ijazah belum diunggah", Icon::Toga, Tone::Netral),
            ],
        })),
    }
}

fn pppk() -> PegawaiView {
    let at = |label: &str, from, to| Lajur::shaded(label, vec![(from, to, "IX".to_owned(), "IX".to_owned())]);
    let mut view = ratna();
    view.name = "Dewi Lestari Putri, S.Gz.".into();
    view.nip = "199512202023212014".into();
    view.jabatan = "Nutrisionis Ahli Pertama".into();
    view.unit = Some(("UPTD Puskesmas Lembah Sari".into(), "/unit/lembah-sari".into()));
    view.status = "PPPK".into();
    view.facts = vec![
        fact("Golongan", "IX", "TMT 1 Jun 2023"),
        fact("Perjanjian kerja", "1 Jun 2023 – 31 Mei 2028", "berakhir 18 bulan lagi"),
        fact("Predikat 2025", "Baik", "2024 Baik"),
        fact("Pendidikan terakhir", "S-1", "Gizi, 2018"),
        fact("Batas usia", "1 Jan 2054", "27 tahun lagi"),
    ];
    view.counts = Jumlah { riwayat: 6, dokumen: 4, temuan: 0, jurnal: 9 };
    if let Isi::Ringkasan(r) = &mut view.content {
        r.career.lanes = vec![
            at("Golongan", d(2023, 6, 1), None),
            Lajur::ratings("Predikat", &[(2024, Baik), (2025, Baik)]),
        ];
        r.findings = vec![];
        r.timeline.truncate(1);
    }
    view
}

fn many_findings() -> PegawaiView {
    let list: Vec<Temuan> = findings().into_iter().cycle().take(18).collect();
    let mut view = PegawaiView { content: Isi::Temuan(list), ..ratna() };
    view.counts.temuan = 18;
    view
}

fn past() -> Sample {
    let mut view = ratna();
    view.keep = vec![("berlaku".into(), "2024-01-01".into()), ("diketahui".into(), "2024-03-05".into())];
    view.record_href = None;
    if let Isi::Ringkasan(r) = &mut view.content {
        r.career = career(d(2024, 1, 1), "1 Jan 2024");
    }
    let mut frame = frame(&view);
    if let Some(clock) = &mut frame.clock {
        clock.berlaku = Some(d(2024, 1, 1));
        clock.diketahui = Some(d(2024, 3, 5));
    }
    Sample::new("pegawai-lampau", pegawai(&frame, &view))
}

fn unknown() -> PegawaiView {
    let unknown = "belum diketahui";
    let mut view = ratna();
    view.name = "Raden Ajeng Kusumaningtyas Wahyuningsih Purbaningrat Sastrowardoyo Binti Kertanegara, S.Kep., Ns., M.Kep., Sp.Kep.Kom.".into();
    view.jabatan = String::new();
    view.unit = None;
    view.facts = ["Golongan", "Masa kerja golongan", "Predikat 2025", "Pendidikan terakhir", "Pensiun"]
        .iter()
        .map(|l| fact(l, unknown, ""))
        .collect();
    view.counts = Jumlah { riwayat: 0, dokumen: 0, temuan: 3, jurnal: 1 };
    view.kedudukan = "Belum diketahui".into();
    view.kedudukan_tone = Tone::Awas;
    view.content = Isi::Ringkasan(Box::new(Ringkasan {
        career: RiwayatKarier { at: TODAY, at_label: "kini".into(), lanes: vec![] },
        employment: vec![butir("Golongan", "", "", ""), butir("Jabatan", "", "", "")],
        personal: DataPribadi::default(),
        findings: findings().into_iter().take(2).collect(),
        timeline: vec![],
    }));
    view
}
