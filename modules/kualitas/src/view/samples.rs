//! Invented counts of an invented province, for tests and the gallery.

use super::*;
use web::component::keadaan::{Blok, Gagal};
use web::component::paging::Paging;
use web::component::saring::{Pilihan, Saring};
use web::component::temuan::Bobot::{self, Berat, Catatan, Meragukan};
use web::page::example_frame;
use web::{Crumb, Frame, Sample, Tanggal};

const TODAY: Tanggal = Tanggal::new(2026, 11, 22);

fn frame(title: &str) -> Frame {
    let mut frame = example_frame(title, "Temuan");
    let here = Crumb { label: "Yang perlu dibereskan".into(), href: None };
    frame.crumbs = vec![here];
    if title != "Yang perlu dibereskan" {
        frame.crumbs[0].href = Some("/perbaikan".into());
        frame.crumbs.push(Crumb { label: title.into(), href: None });
    }
    frame
}

/// Whole documents, by file name.
pub fn samples() -> Vec<Sample> {
    let show = |name, temuan, unit| {
        let view = PerluDibereskanView {
            at: TODAY,
            filter: filter("/perbaikan", unit),
            temuan,
            zip_href: Some("/perbaikan/unduh.zip".into()).filter(|_| unit.is_empty()),
            opd_href: (!unit.is_empty()).then(|| format!("/perbaikan/opd/{unit}/unduh.xlsx")),
        };
        Sample::new(name, perlu_dibereskan(&frame("Yang perlu dibereskan"), &view))
    };
    let clean = Temuan {
        population: 19_982,
        ikd: Some(PerkiraanIkd { score: 10_000, best: None, ..ikd() }),
        clean_kinds: 46,
        ..Temuan::default()
    };
    let failed = Gagal {
        what: "Temuan belum dapat dihitung.".into(),
        detail: "Sejak 09.12 WIB, data sedang dipakai impor lain. Data Pegawai tetap dapat dibuka.".into(),
        retry_href: "/perbaikan".into(),
    };
    vec![
        show("perbaikan", Blok::Ada(counted()), ""),
        show(
            "perbaikan-tersaring",
            Blok::Ada(Temuan { kinds: vec![], ikd: None, people: 0, population: 96, clean_kinds: 46 }),
            "bkd",
        ),
        show("perbaikan-bersih", Blok::Ada(clean), ""),
        show("perbaikan-kosong", Blok::Ada(Temuan::default()), ""),
        show("perbaikan-memuat", Blok::Memuat("Memeriksa 19.982 pegawai".into()), ""),
        show("perbaikan-salah", Blok::Gagal(failed), ""),
        Sample::new("perbaikan-rincian", rincian(&frame("NIP berbeda dengan tanggal lahir"), &detail())),
        Sample::new(
            "perbaikan-rincian-kosong",
            rincian(&frame("NIP berbeda dengan tanggal lahir"), &empty()),
        ),
    ]
}

fn filter(action: &str, unit: &str) -> Saring {
    let p = |name: &str, label: &str, value: &str, options: &[(&str, &str)]| Pilihan {
        name: name.into(),
        label: label.into(),
        value: value.into(),
        options: options.iter().map(|(v, l)| ((*v).to_owned(), (*l).to_owned())).collect(),
    };
    let units =
        [("dinkes", "Dinas Kesehatan"), ("disdik", "Dinas Pendidikan"), ("bkd", "Badan Kepegawaian Daerah")];
    let weights = [("berat", "Berat"), ("meragukan", "Meragukan"), ("catatan", "Catatan")];
    let search = if action == "/perbaikan" { "Nama temuan atau kode" } else { "Nama atau NIP" };
    Saring::of(
        action,
        ("q", search),
        "",
        vec![],
        &[p("unit", "Perangkat daerah", unit, &units), p("bobot", "Bobot", "", &weights)],
    )
}

fn counted() -> Temuan {
    let k = |code: &str, label: &str, why: &str, weight: Bobot, count, gain| JenisTemuan {
        code: code.into(),
        label: label.into(),
        why: why.into(),
        weight,
        count,
        population: 19_982,
        looked_at: "pegawai aktif",
        gain,
        href: format!("/perbaikan/{code}"),
        per_opd_href: format!("/perbaikan/{code}#unduh"),
        xlsx_href: Some(format!("/perbaikan/{code}/unduh.xlsx")),
    };
    Temuan {
        population: 19_982,
        people: 3_418,
        ikd: Some(ikd()),
        kinds: vec![
            k(
                "DATA-17",
                "Unit organisasi tidak aktif atau tidak dikenal",
                "Unit penempatan harus ada dan aktif pada daftar unit organisasi.",
                Berat,
                214,
                Some(470),
            ),
            k(
                "DATA-25",
                "Predikat kinerja tahun lalu belum ada",
                "Setiap pegawai dinilai sekali setahun.",
                Meragukan,
                1_120,
                Some(210),
            ),
            k(
                "DATA-11",
                "NIK kosong, salah, atau belum tervalidasi",
                "NIK terdiri dari 16 angka dan tervalidasi Dukcapil.",
                Meragukan,
                640,
                Some(43),
            ),
            k(
                "DATA-21",
                "Melewati BUP tetapi masih aktif",
                "Pensiun jatuh pada tanggal 1 bulan berikutnya sesudah usia pensiun tercapai.",
                Berat,
                12,
                Some(3),
            ),
            k(
                "DATA-40",
                "Jabatan struktural dipegang lebih dari satu orang",
                "Satu jabatan struktural dipegang satu pegawai definitif.",
                Berat,
                4,
                Some(12),
            ),
            k(
                "DATA-02",
                "NIP berbeda dengan tanggal lahir",
                "Delapan angka pertama NIP adalah tanggal lahir: tahun, bulan, tanggal.",
                Meragukan,
                38,
                Some(8),
            ),
            k(
                "DATA-23",
                "Perjanjian kerja berakhir tetapi masih aktif",
                "Pegawai dengan perjanjian kerja aktif selama perjanjian itu berlaku.",
                Berat,
                97,
                None,
            ),
            k(
                "DATA-14",
                "Nomor HP kosong",
                "Nomor telepon genggam belum tercatat.",
                Catatan,
                1_912,
                Some(30),
            ),
        ],
        clean_kinds: 38,
    }
}

fn ikd() -> PerkiraanIkd {
    let i = |code: &str, label: &str, weight, share, faulty| Indikator {
        code: code.into(),
        label: label.into(),
        weight,
        share,
        faulty,
        href: Some(format!("/perbaikan/{code}")),
    };
    let d = |name: &str, weight, score, indicators| Dimensi { name: name.into(), weight, score, indicators };
    PerkiraanIkd {
        score: 7_843,
        measured: 19,
        indicators: 27,
        best: Some(LangkahTerbaik {
            label: "unit organisasi tidak aktif atau tidak dikenal".into(),
            rows: 214,
            score: 8_313,
            href: "/perbaikan/DATA-17".into(),
        }),
        dimensions: vec![
            d(
                "Kelengkapan",
                2_800,
                Some(8_120),
                vec![
                    i("KL-1", "SKP belum ada", 2_000, Some(9_440), 1_120),
                    i("KL-2", "ID jabatan kosong", 2_500, Some(9_985), 30),
                    i("KL-3", "Pendidikan kosong", 2_000, Some(10_000), 0),
                    i("KL-5", "Gelar kosong", 1_750, Some(8_620), 2_758),
                ],
            ),
            d(
                "Ketepatan waktu",
                3_100,
                Some(7_014),
                vec![
                    i("KW-1", "Unor tidak aktif", 2_273, Some(9_893), 214),
                    i("KW-2", "Calon JF belum diangkat", 1_818, None, 0),
                    i("KW-5", "Melewati BUP tetapi aktif", 1_591, Some(9_994), 12),
                ],
            ),
            d(
                "Akurasi",
                3_000,
                Some(9_688),
                vec![
                    i("AK-2", "Status DPK/DPB tidak sesuai", 2_143, Some(9_999), 2),
                    i("AK-5", "NIK tidak valid", 476, Some(9_680), 640),
                    i("AK-6", "Eselon di bawah syarat pendidikan", 1_190, None, 0),
                ],
            ),
            d("Konsistensi", 1_100, None, vec![i("KS-4", "Tahun NI PPPK", 2_500, None, 0)]),
        ],
    }
}

fn detail() -> RincianView {
    let r = |name: &str, nip: &str, opd: &str, unit: &str, finding: &str| BarisTemuan {
        name: name.into(),
        nip: nip.into(),
        href: format!("/pegawai/{nip}?bagian=temuan"),
        opd: opd.into(),
        unit: unit.into(),
        finding: finding.into(),
        suggestion: "Periksa SK CPNS; bila NIP benar, perbaiki tanggal lahir di SIASN.".into(),
    };
    let f = |name: &str, count| UnduhPerOpd {
        name: name.into(),
        count,
        href: "/perbaikan/DATA-02/unduh.xlsx?opd=x".into(),
    };
    RincianView {
        at: TODAY,
        code: "DATA-02".into(),
        label: "NIP berbeda dengan tanggal lahir".into(),
        why: "Delapan angka pertama NIP adalah tanggal lahir: tahun, bulan, tanggal.".into(),
        weight: Meragukan,
        total: 38,
        ikd: Some((7_843, 7_851)),
        filter: filter("/perbaikan/DATA-02", "dinkes"),
        rows: Blok::Ada(vec![
            r(
                "dr. Ratna Wulandari, M.Kes.",
                "198403122010012007",
                "Dinas Kesehatan",
                "RSUD Bumi Raya",
                "NIP menyebut 12 Mar 1984, tanggal lahir tercatat 21 Mar 1984.",
            ),
            r(
                "Siti Aminah, A.Md.Keb.",
                "196901021991032005",
                "Dinas Kesehatan",
                "UPTD Puskesmas Rimba Jaya",
                "NIP menyebut 2 Jan 1969, tanggal lahir tercatat 1 Feb 1969.",
            ),
            r(
                "Raden Mas Panji Kusumo Hadiningrat Wirabuwana, S.Sos., M.Si., M.A.P.",
                "197511302005011009",
                "",
                "",
                "NIP menyebut 30 Nov 1975, tanggal lahir tercatat 30 Nov 1957.",
            ),
        ]),
        paging: Paging {
            first: 1,
            last: 30,
            total: Some(38),
            next_href: Some("/perbaikan/DATA-02?sesudah=30".into()),
            ..Paging::default()
        },
        xlsx_href: Some("/perbaikan/DATA-02/unduh.xlsx".into()),
        per_opd: vec![
            f("Dinas Pendidikan", 17),
            f("Dinas Kesehatan", 9),
            f("Badan Perencanaan Pembangunan, Penelitian, dan Pengembangan Daerah", 5),
            f("Sekretariat Daerah", 3),
            f("Dinas Pekerjaan Umum dan Penataan Ruang", 2),
            f("Belum diketahui unitnya", 2),
        ],
        zip_href: Some("/perbaikan/unduh.zip?kode=DATA-02".into()),
        about_units: false,
    }
}

fn empty() -> RincianView {
    RincianView {
        total: 0,
        rows: Blok::Ada(vec![]),
        filter: filter("/perbaikan/DATA-02", ""),
        paging: Paging::default(),
        per_opd: vec![],
        zip_href: None,
        ikd: None,
        ..detail()
    }
}
