//! Invented previews of an invented import.

use super::samples::{file, frame};
use super::*;
use web::Sample;
use web::component::paging::Paging;
use web::component::perbandingan::Banding;

fn preview(bagian: Bagian) -> PratinjauView {
    PratinjauView {
        file: file(),
        href: "/impor/12".into(),
        counts: HitunganImpor {
            rows: 19_996,
            baru: 412,
            berubah: 1_284,
            sama: 18_286,
            ragu: 214,
            ditolak: 14,
            tidak_ada: Some(37),
        },
        extra: vec![],
        also: vec![],
        missing: vec![],
        bagian,
        paging: Paging {
            first: 1,
            last: 20,
            total: Some(1_284),
            next_href: Some("/impor/12?bagian=berubah&sesudah=20".into()),
            ..Paging::default()
        },
        stale: None,
        older: None,
    }
}

fn new_people() -> Vec<BarisBaru> {
    let b = |row, nip: &str, name: &str, jabatan: &str, unit: &str| BarisBaru {
        row,
        nip: nip.into(),
        name: name.into(),
        isi: vec![jabatan.into(), unit.into()],
    };
    vec![
        b(204, "200103142026021003", "Rizky Ramadhan, A.Md.Rad.", "Radiografer Terampil", "RSUD Bumi Raya"),
        b(
            817,
            "199805302026022001",
            "Dewi Lestari Putri, S.Gz.",
            "Nutrisionis Ahli Pertama",
            "UPTD Puskesmas Lembah Sari",
        ),
        b(1_204, "199911122026211004", "Yohanes Tambunan, S.Farm., Apt.", "", "RSUD Bumi Raya"),
        b(
            19_801,
            "1999",
            "Nurhayati Siregar",
            "Pengelola Data Kepegawaian pada Sub Bagian Umum dan Kepegawaian",
            "",
        ),
    ]
}

fn changes() -> Vec<BarisBerubah> {
    let f = |field: &str, before: Option<&str>, after: Option<&str>| Banding {
        field: field.into(),
        before: before.map(Into::into),
        after: after.map(Into::into),
    };
    let p = |row, nip: &str, name: &str, fields| BarisBerubah {
        row,
        nip: nip.into(),
        name: name.into(),
        href: format!("/pegawai/{nip}"),
        fields,
    };
    vec![
        p(
            312,
            "198403122010012007",
            "dr. Ratna Wulandari, M.Kes.",
            vec![
                f("Golongan", Some("III/d"), Some("IV/a")),
                f("TMT golongan", Some("1 Okt 2023"), Some("1 Okt 2026")),
                f("Nomor HP", None, Some("0812••••1187")),
            ],
        ),
        p(
            1_877,
            "197208171998031006",
            "Bambang Supriyadi, S.E., M.M.",
            vec![f(
                "Jabatan",
                Some("Kepala Bidang Sumber Daya Manusia Kesehatan"),
                Some("Sekretaris Dinas Kesehatan"),
            )],
        ),
        p(
            9_120,
            "196901021991032005",
            "Siti Aminah, A.Md.Keb.",
            vec![
                f("Surel", Some("siti.aminah@contoh"), None),
                f("Unit kerja", Some("UPTD Puskesmas Rimba Jaya"), Some("UPTD Puskesmas Sungai Biru")),
            ],
        ),
    ]
}

fn items(weight_code: &str) -> Vec<Butir> {
    let b = |row,
             column: &str,
             value: &str,
             name: &str,
             nip: &str,
             code: &str,
             message: &str,
             suggestion: &str| Butir {
        sheet: "Nominatif".into(),
        row,
        column: column.into(),
        value: value.into(),
        name: name.into(),
        nip: nip.into(),
        code: code.into(),
        message: message.into(),
        suggestion: suggestion.into(),
    };
    if weight_code == "ragu" {
        return vec![
            b(
                1_204,
                "tanggal_lahir",
                "21-03-1984",
                "dr. Ratna Wulandari",
                "198403122010012007",
                "DATA-02",
                "Tanggal lahir pada NIP (12 Mar 1984) berbeda dengan kolom ini (21 Mar 1984).",
                "Periksa SK CPNS; bila NIP benar, perbaiki di SIASN.",
            ),
            b(
                3_018,
                "email",
                "siti.aminah@",
                "Siti Aminah",
                "196901021991032005",
                "DATA-13",
                "Surel tidak lengkap.",
                "Tulis seperti nama@domain.",
            ),
            b(
                7_411,
                "",
                "",
                "Andi Pratama",
                "199103302019021001",
                "IMP-15",
                "Data berkas ini (21-11-2026) lebih tua daripada unduhan terakhir orang ini (22-11-2026).",
                "Periksa isian Data per tanggal.",
            ),
        ];
    }
    vec![
        b(
            88,
            "nip_baru",
            "19840312 201001 2 00",
            "Ratna Wulandari",
            "19840312 201001 2 00",
            "IMP-01",
            "NIP terdiri dari 18 angka. Sel ini berisi 17.",
            "Lengkapi NIP; bila terbaca 1,98403E+17, ubah format kolom menjadi teks lalu unduh ulang.",
        ),
        b(412, "nip_baru", "", "Ahmad Fauzan", "", "IMP-02", "NIP kosong.", "Isi NIP, atau hapus baris ini."),
        b(
            5_120,
            "",
            "",
            "Lilis Suryani",
            "198605092009042010",
            "IMP-05",
            "NIP ini juga ada di baris 5.118 dengan isi lain; keduanya tidak dipakai.",
            "Sisakan satu baris yang benar.",
        ),
        b(
            19_996,
            "instansi_induk_id",
            "A5EB03E23CCCF6A0E040640A040252ADA5EB03E23CCCF6A0E040640A040252AD",
            "Maria Goretti Lende",
            "198812032011012011",
            "IMP-07",
            "Instansi induk Pemerintah Kabupaten Muara Tua tidak dilayani simpul ini.",
            "Keluarkan baris ini, atau daftarkan instansinya.",
        ),
    ]
}

fn kinds_of_trouble(word: &str) -> Vec<RingkasMasalah> {
    let r = |code: &str, words: &str, count, current| RingkasMasalah {
        code: code.into(),
        words: words.into(),
        count,
        href: format!("/impor/12?bagian={word}&kode={code}"),
        current,
    };
    vec![
        r("IMP-01", "NIP bukan 18 angka", 8, true),
        r("IMP-05", "NIP di dua baris", 4, false),
        r("IMP-07", "Instansi lain", 2, false),
    ]
}

/// A list of units: no word about people.
fn units() -> PratinjauView {
    let new = |row, name: &str, isi: &str| BarisBaru {
        row,
        nip: String::new(),
        name: name.into(),
        isi: vec![isi.into()],
    };
    let rows = vec![
        new(204, "UPTD Puskesmas Lembah Sari", "Unit atasan: Dinas Kesehatan; Jabatan pimpinan: Kepala UPTD"),
        new(205, "Seksi Pelayanan Kesehatan Primer dan Kesehatan Tradisional", "Unit atasan: Bidang Yankes"),
    ];
    PratinjauView {
        file: Berkas {
            name: "unor.csv".into(),
            sheet: String::new(),
            jenis: "unor".into(),
            kind: "Daftar unor".into(),
            ..file()
        },
        counts: HitunganImpor { rows: 1_412, baru: 2, sama: 1_410, ..HitunganImpor::default() },
        paging: Paging { first: 1, last: 2, total: Some(2), ..Paging::default() },
        ..preview(Bagian::Baru(rows))
    }
}

pub(super) fn previews() -> Vec<Sample> {
    let title = "Pratinjau impor";
    let show = |name, view: PratinjauView| Sample::new(name, pratinjau(&frame(title), &view));
    let mut first = preview(Bagian::Baru(new_people()));
    first.counts = HitunganImpor {
        rows: 19_996,
        baru: 19_982,
        ditolak: 14,
        ragu: 214,
        tidak_ada: None,
        ..HitunganImpor::default()
    };
    first.also = vec!["Nominatif lama".into()];
    first.missing = vec!["npwp_nomor".into(), "bpjs".into()];
    first.extra = vec!["Catatan Kabid".into(), "Kolom68".into(), "warna".into()];
    let mut nothing = preview(Bagian::Baru(vec![]));
    nothing.counts = HitunganImpor {
        rows: 19_984,
        sama: 19_970,
        ditolak: 14,
        tidak_ada: Some(0),
        ..HitunganImpor::default()
    };
    nothing.paging = Paging::default();
    let mut late = preview(Bagian::Ragu(kinds_of_trouble("ragu"), items("ragu")));
    late.stale = Some("22 Nov 2026 09.20 WIB".into());
    late.older = Some("Berkas ini lebih tua daripada unduhan terakhir untuk 1.120 pegawai.".into());
    vec![
        show("impor-pratinjau-unor", units()),
        show("impor-pratinjau", preview(Bagian::Berubah(changes()))),
        show("impor-pratinjau-baru", first),
        show("impor-pratinjau-ragu", late),
        show(
            "impor-pratinjau-ditolak",
            preview(Bagian::Ditolak(kinds_of_trouble("ditolak"), items("ditolak"))),
        ),
        show("impor-pratinjau-sama", nothing),
    ]
}
