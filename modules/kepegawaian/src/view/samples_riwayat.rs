//! Invented histories, documents, findings and journal of one person.

use super::pegawai::{BarisDokumen, BarisJurnal, Jurnal};
use super::riwayat::{DokumenDasar, Riwayat, RiwayatBaris, Tindakan, Tmt};
use web::Tanggal;
use web::component::temuan::{Bobot, Temuan};

fn d(year: i32, month: u8, day: u8) -> Tanggal {
    Tanggal::new(year, month, day)
}

fn history(
    values: &[&str],
    tmt: Tmt,
    document: Option<(&str, Option<Tanggal>)>,
    recorded: Tanggal,
    seq: u64,
) -> RiwayatBaris {
    RiwayatBaris {
        values: values.iter().map(|v| (!v.is_empty()).then(|| (*v).to_owned())).collect(),
        tmt,
        document: document.map(|(name, date)| DokumenDasar {
            name: name.into(),
            date,
            href: Some("/dokumen/1".into()),
        }),
        recorded,
        act: Tindakan::Catatan,
        act_note: String::new(),
        entry: Some((seq, format!("/jurnal/{seq}"))),
        current: false,
        change: None,
    }
}

pub(super) fn histories() -> Vec<Riwayat> {
    let s = |date| Tmt::Sejak(date);
    let kind = |id: &str, title: &str, columns: &[&str], rows, superseded| Riwayat {
        id: id.into(),
        title: title.into(),
        columns: columns.iter().map(|c| (*c).to_owned()).collect(),
        rows,
        superseded,
    };
    let doc = |name, date| Some((name, Some(date)));
    let mut top = history(
        &["III/d", "13 th 9 bl"],
        s(d(2023, 10, 1)),
        doc("SK Gubernur 823.3/1187/BKD/2023", d(2023, 9, 12)),
        d(2023, 9, 20),
        31_204,
    );
    top.current = true;
    let mut fixed = history(
        &["III/c", "9 th 3 bl"],
        s(d(2019, 4, 1)),
        doc("SK Gubernur 823.3/0311/BKD/2019", d(2019, 3, 11)),
        d(2024, 2, 2),
        33_870,
    );
    fixed.act = Tindakan::Ralat;
    fixed.act_note = "meralat catatan 812".into();
    let mut cancelled = history(
        &["Kepala Seksi Pelayanan Medik", "Pengawas"],
        s(d(2020, 1, 6)),
        doc("SK Gubernur 821.4/0007/BKD/2020", d(2020, 1, 3)),
        d(2020, 1, 10),
        9_114,
    );
    cancelled.act = Tindakan::Pembatalan;
    cancelled.act_note = "dibatalkan SK 821.4/0044/BKD/2020".into();
    let mut post = history(
        &["Dokter Ahli Muda", "Fungsional"],
        s(d(2019, 4, 1)),
        doc("SK Gubernur 821.2/0412/BKD/2019", d(2019, 3, 28)),
        d(2019, 4, 2),
        815,
    );
    post.current = true;
    vec![
        kind(
            "golongan",
            "Golongan",
            &["Golongan", "Masa kerja"],
            vec![top, fixed, history(&["III/b", ""], s(d(2010, 1, 1)), None, d(2017, 5, 4), 12)],
            vec![history(
                &["III/c", "9 th 3 bl"],
                s(d(2019, 10, 1)),
                doc("SK Gubernur 823.3/0311/BKD/2019", d(2019, 3, 11)),
                d(2019, 3, 18),
                812,
            )],
        ),
        kind(
            "jabatan",
            "Jabatan",
            &["Jabatan", "Jenis"],
            vec![
                post,
                history(
                    &["Dokter Ahli Pertama", "Fungsional"],
                    Tmt::BelumDiketahui { known_since: Some(d(2011, 8, 17)) },
                    Some(("Data SIASN", None)),
                    d(2017, 5, 4),
                    14,
                ),
            ],
            vec![cancelled],
        ),
        kind("hukuman-disiplin", "Hukuman disiplin", &["Jenis"], vec![], vec![]),
        kind(
            "tugas-belajar",
            "Tugas belajar",
            &["Program"],
            vec![history(
                &["S-2 Kesehatan Masyarakat"],
                Tmt::Rentang(d(2023, 9, 1), d(2025, 8, 31)),
                doc("Kep. Gubernur 892/0150/2023", d(2023, 8, 14)),
                d(2023, 8, 20),
                30_011,
            )],
            vec![],
        ),
    ]
}

pub(super) fn documents() -> Vec<BarisDokumen> {
    let doc = |name: &str, date, kind: &str, establishes: &str, scanned| BarisDokumen {
        document: DokumenDasar { name: name.into(), date, href: Some("/dokumen/1".into()) },
        kind: kind.into(),
        signer: "Gubernur Bumi Raya".into(),
        establishes: establishes.into(),
        scanned,
    };
    vec![
        doc(
            "823.3/1187/BKD/2023",
            Some(d(2023, 9, 12)),
            "SK kenaikan pangkat",
            "Golongan III/d, masa kerja 13 th 9 bl",
            true,
        ),
        doc("824/0091/BKD/2021", Some(d(2021, 2, 22)), "SK pindah unit", "Unit kerja RSUD Bumi Raya", true),
        doc("821.2/0412/BKD/2019", None, "SK jabatan", "Dokter Ahli Muda", false),
    ]
}

pub(super) fn findings() -> Vec<Temuan> {
    let t = |weight, code: &str, title: &str, advice: &str, source: &str| Temuan {
        weight,
        code: code.into(),
        title: title.into(),
        advice: advice.into(),
        source: source.into(),
        action: Some(("Lihat catatan".into(), "/jurnal/812".into())),
    };
    vec![
        t(
            Bobot::Berat,
            "KES-07",
            "TMT golongan III/c (1 Apr 2019) mendahului TMT CPNS (1 Jan 2020)",
            "Periksa SK; bila TMT salah ketik, buat ralat.",
            "golongan.csv baris 1.204, kolom TMT",
        ),
        t(
            Bobot::Meragukan,
            "KES-12",
            "Tanggal lahir pada NIP (12 Mar 1984) berbeda dengan data pribadi (21 Mar 1984)",
            "Cocokkan dengan akta lahir atau SK CPNS.",
            "pribadi.csv baris 88",
        ),
        t(
            Bobot::Meragukan,
            "KES-15",
            "Tidak ada jabatan antara 6 Jan 2020 dan 1 Mar 2021",
            "Cari SK yang belum tercatat.",
            "",
        ),
        t(
            Bobot::Catatan,
            "KES-21",
            "Nomor SK 823.3/0311 ditulis tanpa tahun",
            "",
            "golongan.csv baris 1.203",
        ),
    ]
}

pub(super) fn journal() -> Jurnal {
    let row = |seq, date, time: &str, actor: &str, act, text: &str, hash: &str| BarisJurnal {
        seq,
        href: Some(format!("/jurnal/{seq}")),
        date,
        time: time.into(),
        actor: actor.into(),
        act,
        text: text.into(),
        hash: hash.into(),
    };
    Jurnal {
        rows: vec![
            row(
                48_120,
                d(2026, 11, 18),
                "10.42 WIB",
                "Desi Anggraini",
                Tindakan::Perubahan,
                "Gelar belakang menjadi M.Kes.",
                "9f2c41ab77e0",
            ),
            row(
                33_870,
                d(2024, 2, 2),
                "14.05 WIB",
                "Sari Maharani",
                Tindakan::Ralat,
                "TMT golongan III/c diralat dari 1 Okt 2019 menjadi 1 Apr 2019",
                "03be7d1099aa",
            ),
            row(
                9_131,
                d(2020, 2, 14),
                "09.30 WIB",
                "Sari Maharani",
                Tindakan::Pembatalan,
                "SK 821.4/0007/BKD/2020 dibatalkan",
                "c81d00f4e2bb",
            ),
            row(
                812,
                d(2019, 3, 18),
                "08.11 WIB",
                "Impor 2019-004",
                Tindakan::Catatan,
                "Golongan III/c, TMT 1 Okt 2019",
                "77aa01cd3344",
            ),
        ],
        check: "Rantai jurnal utuh sampai catatan 48.120, diperiksa 22 Nov 2026 pukul 06.00 WIB.".into(),
        sound: true,
        paging: None,
    }
}
