//! Invented people in an invented region, for tests and the gallery.

use super::daftar::{BarisPegawai, Batas, DaftarView, Urut, daftar};
use super::samples_pegawai;
use web::component::bilah_waktu::{BilahWaktu, Titik};
use web::component::paging::Paging;
use web::component::predikat::Predikat::{self, Baik, ButuhPerbaikan, SangatBaik};
use web::component::saring::{Pilihan, Saring};
use web::component::tab::Tab;
use web::page::example_frame;
use web::{Sample, Tanggal};

pub(super) const TODAY: Tanggal = Tanggal::new(2026, 11, 22);

/// Whole documents, by file name.
pub fn samples() -> Vec<Sample> {
    let mut all = vec![
        Sample::new("daftar", daftar(&example_frame("Data Pegawai", "Data Pegawai"), &list())),
        Sample::new("daftar-kosong", daftar(&example_frame("Data Pegawai", "Data Pegawai"), &nobody())),
        Sample::new("daftar-lampau", past()),
        Sample::new(
            "daftar-nama-panjang",
            daftar(&example_frame("Data Pegawai", "Data Pegawai"), &long_names()),
        ),
    ];
    all.extend(super::samples_daftar::samples());
    all.extend(samples_pegawai::samples());
    all.extend(super::samples_buka::samples());
    all.extend(super::samples_mengapa::samples());
    all
}

fn options(list: &[(&str, &str)]) -> Vec<(String, String)> {
    list.iter().map(|(v, l)| ((*v).to_owned(), (*l).to_owned())).collect()
}

fn choices(unit: &str, golongan: &str) -> Vec<Pilihan> {
    let p = |name: &str, label: &str, value: &str, list: &[(&str, &str)]| Pilihan {
        name: name.into(),
        label: label.into(),
        value: value.into(),
        options: options(list),
    };
    vec![
        p(
            "unit",
            "Unit kerja",
            unit,
            &[
                ("dinkes", "Dinas Kesehatan"),
                ("disdik", "Dinas Pendidikan"),
                ("bkd", "Badan Kepegawaian Daerah"),
            ],
        ),
        p(
            "status",
            "Status kepegawaian",
            "",
            &[("pns", "PNS"), ("cpns", "CPNS"), ("pppk", "PPPK"), ("pppk_pw", "PPPK paruh waktu")],
        ),
        p(
            "golongan",
            "Golongan",
            golongan,
            &[("3b", "III/b"), ("3c", "III/c"), ("3d", "III/d"), ("4a", "IV/a"), ("ix", "IX")],
        ),
        p(
            "jenis_jabatan",
            "Jenis jabatan",
            "",
            &[("struktural", "Struktural"), ("fungsional", "Fungsional"), ("pelaksana", "Pelaksana")],
        ),
        p(
            "kedudukan",
            "Kedudukan",
            "",
            &[("aktif", "Aktif"), ("cltn", "Cuti di luar tanggungan negara"), ("tubel", "Tugas belajar")],
        ),
    ]
}

fn ruler(at: Tanggal) -> BilahWaktu {
    let e = |y, m, label: &str| Titik {
        date: Tanggal::new(y, m, 1),
        label: label.into(),
        href: format!("/pegawai?berlaku={y}-{m:02}-01"),
    };
    BilahWaktu {
        first_year: 2018,
        last_year: 2028,
        at,
        today: TODAY,
        events: vec![e(2021, 12, "Penyetaraan jabatan"), e(2023, 7, "PPPK massal"), e(2025, 1, "SOTK baru")],
        action: "/pegawai".into(),
        keep: vec![],
        today_href: "/pegawai".into(),
    }
}

type Row = (
    &'static str,
    &'static str,
    &'static str,
    &'static str,
    &'static str,
    (i32, u8),
    &'static str,
    [Option<Predikat>; 3],
    (&'static str, (i32, u8, u8)),
    u32,
);

fn row(r: &Row) -> BarisPegawai {
    let (
        name,
        nip,
        jabatan,
        unit,
        golongan,
        (year, month),
        status,
        [a, b, c],
        (event, (dy, dm, dd)),
        findings,
    ) = *r;
    BarisPegawai {
        nip: nip.into(),
        name: name.into(),
        id: nip.into(),
        href: Some(format!("/pegawai/{nip}")),
        panel_href: Some(format!("/pegawai?panel={nip}")),
        jabatan: jabatan.into(),
        unit: unit.into(),
        golongan: golongan.into(),
        golongan_tmt: Some(Tanggal::new(year, month, 1)),
        status: status.into(),
        kedudukan: "Aktif".into(),
        predikat: vec![(2023, a), (2024, b), (2025, c)],
        deadline: Some(Batas { event: event.into(), date: Tanggal::new(dy, dm, dd) }),
        findings,
        grave: findings > 2,
        ..BarisPegawai::default()
    }
}

pub(super) fn rows() -> Vec<BarisPegawai> {
    let (s, b, p) = (Some(SangatBaik), Some(Baik), Some(ButuhPerbaikan));
    let list: [Row; 10] = [
        (
            "Bambang Supriyadi, S.E., M.M.",
            "197208171998031006",
            "Kepala Bidang SDM Kesehatan",
            "Dinas Kesehatan",
            "IV/a",
            (2020, 10),
            "PNS",
            [s, b, s],
            ("Pensiun", (2026, 11, 15)),
            1,
        ),
        (
            "Rizky Ramadhan, A.Md.Rad.",
            "199702282022211003",
            "Radiografer Terampil",
            "RSUD Bumi Raya",
            "VII",
            (2022, 3),
            "PPPK",
            [b, b, s],
            ("Akhir perjanjian kerja", (2026, 12, 1)),
            0,
        ),
        (
            "Siti Aminah, A.Md.Keb.",
            "196901021991032005",
            "Bidan Penyelia",
            "UPTD Puskesmas Rimba Jaya",
            "III/d",
            (2016, 4),
            "PNS",
            [b, b, b],
            ("Pensiun", (2027, 2, 1)),
            3,
        ),
        (
            "drg. I Gede Wirawan",
            "198711142014121002",
            "Dokter Gigi Ahli Pertama",
            "UPTD Puskesmas Muara Tua",
            "III/b",
            (2022, 10),
            "PNS",
            [p, b, b],
            ("Pensiun", (2045, 12, 1)),
            2,
        ),
        (
            "dr. Ratna Wulandari, M.Kes.",
            "198403122010012007",
            "Dokter Ahli Muda",
            "RSUD Bumi Raya",
            "III/d",
            (2023, 10),
            "PNS",
            [b, b, s],
            ("Pensiun", (2042, 4, 1)),
            1,
        ),
        (
            "Maria Goretti Lende, S.Kep.",
            "198812032011012011",
            "Perawat Ahli Muda",
            "RSUD Bumi Raya",
            "III/c",
            (2023, 4),
            "PNS",
            [b, b, p],
            ("Pensiun", (2047, 1, 1)),
            0,
        ),
        (
            "H. Zulkarnain, S.Sos.",
            "196906151990031009",
            "Analis SDM Aparatur Ahli Muda",
            "Dinas Kesehatan",
            "III/d",
            (2015, 10),
            "PNS",
            [b, b, b],
            ("Pensiun", (2027, 7, 1)),
            4,
        ),
        (
            "Dewi Lestari Putri, S.Gz.",
            "199512202023212014",
            "Nutrisionis Ahli Pertama",
            "UPTD Puskesmas Lembah Sari",
            "IX",
            (2023, 6),
            "PPPK",
            [None, b, b],
            ("Akhir perjanjian kerja", (2028, 5, 31)),
            0,
        ),
        (
            "Andi Pratama, S.Kom.",
            "199103302019021001",
            "Pranata Komputer Ahli Pertama",
            "Dinas Kesehatan",
            "III/b",
            (2023, 4),
            "PNS",
            [s, b, s],
            ("Pensiun", (2049, 4, 1)),
            0,
        ),
        (
            "Yohanes Tambunan, S.Farm., Apt.",
            "199304182019031008",
            "Apoteker Ahli Pertama",
            "RSUD Bumi Raya",
            "III/b",
            (2023, 4),
            "PNS",
            [b, s, s],
            ("Pensiun", (2051, 5, 1)),
            0,
        ),
    ];
    list.iter().map(row).collect()
}

pub(super) fn list() -> DaftarView {
    let tab = |label: &str, n, warn, current| Tab {
        label: label.into(),
        href: "/pegawai?tampilan=contoh".into(),
        count: Some(n),
        warn,
        current,
    };
    let sort = |name: &str, ascending| Urut { href: Some(format!("/pegawai?urut={name}")), ascending };
    DaftarView {
        matches: 1_284,
        units: Some(15),
        refreshed: Some("06.10 WIB".into()),
        findings: Some((214, "/temuan".into())),
        views: vec![
            tab("Dinas Kesehatan III/b–IV/a", 1_284, false, true),
            tab("Semua aktif", 18_432, false, false),
            tab("Pensiun ≤ 12 bulan", 487, false, false),
            tab("Ada temuan", 214, true, false),
        ],
        ruler: Some(ruler(TODAY)),
        filter: Saring::of("/pegawai", ("q", "Nama atau NIP"), "", vec![], &choices("dinkes", "3b")),
        columns: super::samples_daftar::usual(),
        choose: super::samples_daftar::choose(false),
        by_name: sort("nama", None),
        by_golongan: sort("golongan", None),
        by_deadline: sort("-batas", Some(true)),
        order_words: "menurut batas waktu terdekat".into(),
        rows: rows(),
        paging: Paging {
            first: 1,
            last: 30,
            total: Some(1_284),
            previous_href: None,
            next_href: Some("/pegawai?sesudah=30".into()),
            sizes: [30, 60, 120].map(|n| (n, format!("/pegawai?baris={n}"), n == 30)).to_vec(),
        },
        export_href: Some("/pegawai.xlsx".into()),
        save_href: "/pegawai/tampilan".into(),
        keep: Vec::new(),
        panel: None,
        at: TODAY,
    }
}

fn nobody() -> DaftarView {
    DaftarView {
        matches: 0,
        units: None,
        findings: None,
        filter: Saring::of("/pegawai", ("q", "Nama atau NIP"), "Ratna Wln", vec![], &choices("", "")),
        rows: vec![],
        ..list()
    }
}

fn past() -> maud::Markup {
    let mut frame = example_frame("Data Pegawai", "Data Pegawai");
    let at = Tanggal::new(2024, 1, 1);
    if let Some(clock) = &mut frame.clock {
        clock.berlaku = Some(at);
        clock.diketahui = Some(Tanggal::new(2024, 3, 5));
    }
    let keep = vec![("berlaku".to_owned(), "2024-01-01".to_owned())];
    let view = DaftarView {
        rows: rows().into_iter().map(two_years_before).collect(),
        ruler: Some(ruler(at)),
        views: vec![],
        filter: Saring::of("/pegawai", ("q", "Nama atau NIP"), "", keep, &choices("", "")),
        at,
        ..list()
    };
    daftar(&frame, &view)
}

fn two_years_before(mut r: BarisPegawai) -> BarisPegawai {
    for (year, _) in &mut r.predikat {
        *year -= 2;
    }
    r
}

fn long_names() -> DaftarView {
    let mut people = rows();
    if let Some(r) = people.first_mut() {
        r.name = "Prof. Dr. dr. Raden Ajeng Kusumaningtyas Wahyuningsih Purbaningrat Sastrowardoyo, Sp.PD., Subsp.K.R., FINASIM".into();
        r.jabatan = "Direktur Rumah Sakit Umum Daerah Kelas B Pendidikan Bumi Raya Bagian Selatan".into();
        r.unit = "Unit Organisasi Bersifat Khusus Rumah Sakit Umum Daerah Kelas B Pendidikan Bumi Raya Bagian Selatan".into();
    }
    if let Some(r) = people.get_mut(1) {
        r.jabatan = String::new();
        r.golongan = String::new();
        r.golongan_tmt = None;
        r.kedudukan = "Cuti di luar tanggungan negara".into();
    }
    DaftarView { rows: people, ..list() }
}
