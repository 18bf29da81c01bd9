//! An invented office of an invented province, for tests and the gallery.

use super::*;
use web::component::keadaan::{Blok, Gagal};
use web::component::pohon_unor::Pejabat;
use web::component::ranting::Cabang;
use web::component::temuan::{Bobot, Temuan};
use web::page::example_frame;
use web::{Crumb, Frame, Sample, Tanggal};

const TODAY: Tanggal = Tanggal::new(2026, 11, 22);

fn frame() -> Frame {
    let mut frame = example_frame("Peta organisasi", "Unit kerja");
    frame.crumbs = vec![Crumb { label: "Peta organisasi".into(), href: None }];
    frame
}

/// Whole documents, by file name.
pub fn samples() -> Vec<Sample> {
    let mut search = view();
    search.search.query = "puskes".into();
    search.search.results = found();
    search.search.total = 31;
    let mut nothing = view();
    nothing.search.query = "Dinas Sihir".into();
    let mut derived = view();
    derived.unit = Blok::Ada(small());
    derived.trail.push(("Dinas Kesehatan".into(), "/organisasi?unit=dinkes".into()));
    let mut failed = view();
    failed.unit = Blok::Gagal(Gagal {
        what: "Isi unit belum dapat dihitung.".into(),
        detail: "Sejak 09.12 WIB. Pohon unit tetap dapat dipakai.".into(),
        retry_href: "/organisasi?unit=dinkes".into(),
    });
    let empty = PohonView {
        units: 0,
        tree: vec![],
        trail: vec![],
        unit: Blok::Ada(small()),
        without_unit: None,
        ..view()
    };
    vec![
        Sample::new("organisasi", pohon(&frame(), &view())),
        Sample::new("organisasi-tanpa-peta", pohon(&frame(), &derived)),
        Sample::new("organisasi-cari", pohon(&frame(), &search)),
        Sample::new("organisasi-cari-kosong", pohon(&frame(), &nothing)),
        Sample::new("organisasi-salah", pohon(&frame(), &failed)),
        Sample::new("organisasi-kosong", pohon(&frame(), &empty)),
        Sample::new("organisasi-riwayat", riwayat(&frame(), &history())),
        Sample::new(
            "organisasi-riwayat-kosong",
            riwayat(&frame(), &RiwayatView { rows: vec![], ..history() }),
        ),
    ]
}

fn history() -> RiwayatView {
    let row = |what: &str, act: &str, change| BarisRiwayat {
        tmt: Some(Tanggal::new(2026, 10, 1)),
        what: what.into(),
        act: act.into(),
        document: "Perda 4 Tahun 2026".into(),
        paper_href: Some("/organisasi/dokumen?unit=x&entri=y".into()),
        recorded: TODAY,
        by: "catatan 812 oleh desi".into(),
        change,
    };
    let change = Some(("/organisasi/catat?ralat=x".to_owned(), "/organisasi/catat?batal=x".to_owned()));
    RiwayatView {
        name: "Bidang Sumber Daya Kesehatan".into(),
        back: "/organisasi?unit=x".into(),
        rows: vec![
            row("Nama unit: Bidang Sumber Daya Kesehatan", "", change.clone()),
            row(
                "Nama unit: Bidang Sumber Daya; Unit atasan: Dinas Kesehatan",
                "diralat atau dibatalkan",
                None,
            ),
            row("Catatan sebelumnya dibatalkan", "pembatalan", None),
        ],
        total: 3,
        record_href: Some("/organisasi/catat?unit=x".into()),
        recorded: Some("813".into()),
        again_href: Some("/organisasi/catat?unit=x&nomor=4".into()),
    }
}

fn branch(name: &str, numbers: [u64; 4], parent: bool) -> Cabang {
    let [filled, vacant, over, findings] = numbers;
    Cabang {
        name: name.into(),
        href: "/organisasi?unit=x".into(),
        filled,
        vacant,
        over,
        findings,
        parent,
        ..Cabang::default()
    }
}

fn tree() -> Vec<Cabang> {
    let mut office = branch("Dinas Kesehatan", [1_108, 132, 4, 2], true);
    office.current = true;
    office.children = vec![
        branch("Sekretariat", [41, 3, 0, 0], true),
        branch("Bidang Kesehatan Masyarakat", [33, 1, 0, 0], false),
        branch("Bidang Pencegahan dan Pengendalian Penyakit", [28, 3, 0, 0], false),
        branch("Bidang Sumber Daya Kesehatan", [31, 0, 2, 0], false),
        branch("UPTD Puskesmas Sungai Biru", [54, 8, 0, 1], false),
        branch("RSUD Bumi Raya", [612, 96, 2, 1], true),
    ];
    let mut root = branch("Pemerintah Provinsi Bumi Raya", [19_982, 412, 37, 5], true);
    root.children = vec![
        branch("Sekretariat Daerah", [412, 20, 0, 0], true),
        branch("Sekretariat DPRD", [88, 6, 0, 0], true),
        branch("Inspektorat Daerah", [102, 12, 0, 0], true),
        branch("Dinas Pendidikan", [9_204, 98, 21, 2], true),
        office,
        branch("Dinas Pekerjaan Umum dan Penataan Ruang", [388, 31, 3, 0], true),
        branch("Badan Kepegawaian Daerah", [96, 0, 1, 0], true),
        branch("Badan Perencanaan Pembangunan, Penelitian, dan Pengembangan Daerah", [141, 9, 0, 1], true),
    ];
    vec![root]
}

fn view() -> PohonView {
    PohonView {
        at: TODAY,
        units: 1_412,
        instansi: Some(PilihInstansi {
            chosen: "br".into(),
            options: vec![
                ("br".into(), "Pemerintah Provinsi Bumi Raya".into()),
                ("tw".into(), "Pemerintah Kabupaten Telaga Wangi".into()),
            ],
            keep: vec![("berlaku".into(), "2026-01-01".into())],
        }),
        tree: tree(),
        trail: vec![("Pemerintah Provinsi Bumi Raya".into(), "/organisasi".into())],
        unit: Blok::Ada(office()),
        search: PencarianUnit { clear_href: "/organisasi?unit=dinkes".into(), ..PencarianUnit::default() },
        without_unit: Some((38, "/pegawai?unit=tanpa".into())),
        export_href: Some("/organisasi.xlsx?unit=dinkes".into()),
    }
}

fn found() -> Vec<HasilUnit> {
    let h = |name: &str, path: &str, filled| HasilUnit {
        name: name.into(),
        path: path.into(),
        href: "/organisasi?unit=y".into(),
        filled,
    };
    vec![
        h("UPTD Puskesmas Sungai Biru", "Dinas Kesehatan", 54),
        h("UPTD Puskesmas Rimba Jaya", "Dinas Kesehatan", 47),
        h(
            "Sub Bagian Tata Usaha UPTD Puskesmas Rimba Jaya",
            "Dinas Kesehatan › UPTD Puskesmas Rimba Jaya",
            6,
        ),
    ]
}

fn person(name: &str, nip: &str, note: &str) -> Pemangku {
    Pemangku { name: name.into(), nip: nip.into(), href: format!("/pegawai/{nip}"), note: note.into() }
}

fn at(name: &str) -> Pejabat {
    Pejabat::Terisi { name: name.into(), href: "/pegawai/196902151998031004".into() }
}

fn child(name: &str, kind: &str, head: Pejabat, filled: u64, vacant: u64, over: u64) -> AnakUnit {
    let isi =
        IsiUnit { people: filled, needed: Some(filled + vacant), filled, vacant, acting: 0, over, units: 0 };
    AnakUnit { name: name.into(), href: "/organisasi?unit=z".into(), kind: kind.into(), head, isi }
}

fn office() -> UnitView {
    let post = |jabatan: &str, jenis: &str, jenjang: &str, kelas, kebutuhan, terisi, holders| PosJabatan {
        jabatan: jabatan.into(),
        jenis: jenis.into(),
        jenjang: jenjang.into(),
        kelas,
        kebutuhan,
        terisi,
        holders,
        more_href: None,
        derived: kebutuhan.is_none(),
        acting: vec![],
        closed: false,
        history_href: "/organisasi/riwayat?pos=x".into(),
        record_href: Some("/organisasi/catat?pos=x".into()),
    };
    let mut many = post(
        "Administrator Kesehatan",
        "Fungsional",
        "Ahli Muda",
        Some(9),
        Some(6),
        8,
        vec![
            person("Nurhayati Siregar, S.K.M.", "197909052003122003", ""),
            person("Rahmat Hidayat, S.K.M., M.Kes.", "198202112008011004", ""),
        ],
    );
    many.more_href = Some("/pegawai?unit=dinkes&jabatan=adminkes".into());
    let acting = Pejabat::Plt {
        jenis: "Plt".into(),
        name: "Bambang Supriyadi, S.E., M.M.".into(),
        href: "/pegawai/2".into(),
        since: "sejak 1 Agu 2026".into(),
    };
    UnitView {
        name: "Dinas Kesehatan".into(),
        kind: "Eselon II.a".into(),
        code: "8ae4828c5e1b".into(),
        head: at("dr. Hendra Saputra, Sp.PD"),
        isi: IsiUnit {
            people: 1_112,
            needed: Some(1_236),
            filled: 1_108,
            vacant: 132,
            acting: 3,
            over: 4,
            units: 38,
        },
        people_href: "/pegawai?unit=dinkes".into(),
        has_map: true,
        history_href: "/organisasi/riwayat?unit=x".into(),
        record_href: Some("/organisasi/catat?unit=x".into()),
        closed: false,
        served: None,
        served_href: "/organisasi?unit=x&plt=1".into(),
        posts: vec![
            post(
                "Kepala Dinas Kesehatan",
                "Struktural",
                "Eselon II.a",
                Some(15),
                Some(1),
                1,
                vec![person("dr. Hendra Saputra, Sp.PD", "196902151998031004", "IV/c")],
            ),
            many,
            post("Analis Kebijakan", "Fungsional", "Ahli Muda", Some(10), Some(3), 0, vec![]),
            post(
                "Pengelola Program dan Kegiatan",
                "Pelaksana",
                "",
                None,
                None,
                1,
                vec![person("Lilis Suryani, S.ST.", "198605092009042010", "")],
            ),
        ],
        posts_paging: None,
        children: vec![
            child("Sekretariat", "Eselon III.a", acting, 41, 3, 0),
            child("Bidang Kesehatan Masyarakat", "Eselon III.a", at("drg. I Gede Wirawan"), 33, 1, 0),
            child(
                "Bidang Pencegahan dan Pengendalian Penyakit",
                "Eselon III.a",
                Pejabat::Kosong { since: "sejak 1 Jul 2026".into() },
                28,
                3,
                0,
            ),
            child("UPTD Puskesmas Sungai Biru", "UPTD", Pejabat::TanpaPejabat, 54, 8, 0),
        ],
        without_post: vec![
            OrangTanpaPos {
                person: person("H. Zulkarnain, S.Sos.", "196906151990031009", ""),
                jabatan: "Analis SDM Aparatur Ahli Muda".into(),
            },
            OrangTanpaPos {
                person: person("Andi Pratama, S.Kom.", "199103302019021001", ""),
                jabatan: String::new(),
            },
        ],
        without_post_total: 4,
        without_post_href: "/pegawai?unit=dinkes&tanpa=pos".into(),
        findings: vec![Temuan {
            weight: Bobot::Meragukan,
            code: "UNOR-02".into(),
            title: "Dua unit di bawahnya menyebut atasan yang tidak dikenal".into(),
            advice: "Periksa kolom atasan_id pada Daftar unor, lalu unggah ulang.".into(),
            source: "daftar-unor.csv baris 812, kolom atasan_id".into(),
            action: Some(("Lihat unitnya".into(), "/perbaikan/UNOR-02".into())),
        }],
    }
}

/// Only a nominatif was imported: no need, no head, posts derived.
fn small() -> UnitView {
    UnitView {
        name: "Sub Bagian Umum, Kepegawaian, dan Hubungan Masyarakat".into(),
        kind: String::new(),
        code: String::new(),
        head: Pejabat::Kosong { since: String::new() },
        isi: IsiUnit { people: 3, filled: 3, ..IsiUnit::default() },
        has_map: false,
        history_href: "/organisasi/riwayat?unit=x".into(),
        record_href: None,
        closed: true,
        served: None,
        served_href: "/organisasi?unit=x&plt=1".into(),
        posts: vec![PosJabatan {
            jabatan: "Pranata Komputer".into(),
            jenis: "Fungsional".into(),
            jenjang: "Ahli Pertama".into(),
            terisi: 1,
            holders: vec![person("Andi Pratama, S.Kom.", "199103302019021001", "")],
            derived: true,
            history_href: "/organisasi/riwayat?pos=x".into(),
            ..PosJabatan::default()
        }],
        children: vec![],
        without_post: vec![],
        without_post_total: 0,
        findings: vec![],
        ..office()
    }
}
