//! Invented days in an invented province, for tests and the gallery.

use super::*;
use web::component::angka_utama::AngkaUtama;
use web::component::keadaan::{Blok, Gagal};
use web::component::pintasan::Hasil;
use web::component::tugas::Tugas;
use web::page::example_frame;
use web::{Crumb, Frame, Icon, Sample, Tanggal, Tone};

const TODAY: Tanggal = Tanggal::new(2026, 11, 22);

fn frame(title: &str, active: &str) -> Frame {
    let mut frame = example_frame(title, active);
    frame.clock = None;
    frame.crumbs = vec![Crumb { label: title.into(), href: None }];
    frame
}

/// Whole documents, by file name.
pub fn samples() -> Vec<Sample> {
    let home = |name, view: BerandaView| Sample::new(name, beranda(&frame("Beranda", "Beranda"), &view));
    let search = |name, view: CariView| Sample::new(name, cari(&frame("Cari", ""), &view));
    let mut all = super::samples_catat::samples();
    let steps = BerandaView { first_steps: steps(), ..view() };
    let quiet = BerandaView { tasks: vec![], deadlines: vec![], imports: vec![], ..view() };
    let failed = Gagal {
        what: "Angka utama belum dapat dihitung.".into(),
        detail: "Sejak 09.12 WIB. Daftar dan pencarian tetap dapat dipakai.".into(),
        retry_href: "/".into(),
    };
    let broken = BerandaView { figures: Blok::Gagal(failed), ..view() };
    all.extend([
        home("beranda", view()),
        home("beranda-pertama", steps),
        home("beranda-tenang", quiet),
        home("beranda-salah", broken),
        home(
            "beranda-memuat",
            BerandaView { figures: Blok::Memuat("Menghitung angka utama".into()), ..view() },
        ),
        search("cari", CariView { query: "ra".into(), groups: groups() }),
        search("cari-awal", CariView::default()),
        search("cari-kosong", CariView { query: "Ratna Wln".into(), groups: vec![] }),
    ]);
    all
}

fn view() -> BerandaView {
    let due = |event: &str, date, people| Tenggat {
        event: event.into(),
        date,
        people,
        href: "/pegawai?batas=x".into(),
    };
    BerandaView {
        greeting: "Selamat pagi".into(),
        name: "Sari Maharani".into(),
        at: TODAY,
        figures: Blok::Ada(vec![
            AngkaUtama::new("Pegawai aktif", 19_982, "PNS 14.110 · PPPK 5.872").href("/pegawai"),
            AngkaUtama::new("Temuan", 1_912, "640 berat").href("/perbaikan"),
            AngkaUtama::new("Jabatan lowong", 412, "dari 20.357 kebutuhan").href("/organisasi"),
            AngkaUtama::new("Perjanjian kerja berakhir", 97, "dalam 90 hari")
                .href("/pegawai?batas=perjanjian"),
        ]),
        tasks: vec![
            Tugas::new(
                "Pratinjau nominatif-21-november.xlsx",
                "1.696 baris siap disimpan, 14 ditolak",
                "/impor/12",
            )
            .state("Menunggu disimpan", Tone::Awas),
            Tugas::new(
                "Tidak ada dalam unduhan",
                "37 pegawai tidak disebut unduhan 14 Nov 2026",
                "/tidak-dalam-unduhan",
            )
            .state("37", Tone::Netral),
            Tugas::new(
                "Unit organisasi tidak aktif atau tidak dikenal",
                "214 pegawai; IKD perkiraan 78,4 → 83,1 bila diperbaiki",
                "/perbaikan/DATA-17",
            )
            .state("Berat", Tone::Bahaya),
            Tugas::new("Perjanjian kerja berakhir tetapi masih aktif", "97 pegawai", "/perbaikan/DATA-23")
                .state("Berat", Tone::Bahaya),
        ],
        deadlines: vec![
            due("Perjanjian kerja berakhir", Tanggal::new(2026, 11, 15), 3),
            due("Pensiun", Tanggal::new(2026, 12, 1), 21),
            due("Perjanjian kerja berakhir", Tanggal::new(2026, 12, 31), 97),
            due("Pensiun", Tanggal::new(2027, 1, 1), 18),
        ],
        imports: vec![
            Tugas::new(
                "nominatif-14-november.xlsx",
                "Nominatif SIASN · 14 Nov 2026 08.03 WIB · 412 disimpan",
                "/impor/10",
            )
            .state("Selesai", Tone::Netral),
            Tugas::new("daftar-unor.csv", "Daftar unor · 2 Nov 2026 13.20 WIB · 1.412 disimpan", "/impor/8")
                .state("Selesai", Tone::Netral),
        ],
        first_steps: vec![],
    }
}

fn steps() -> Vec<LangkahPertama> {
    let s = |icon, title: &str, text: &str, key: &str| LangkahPertama {
        icon,
        title: title.into(),
        text: text.into(),
        href: format!("/impor/unggah?jenis={key}"),
        done: String::new(),
    };
    vec![
        s(
            Icon::Orang,
            "Unggah nominatif SIASN",
            "Satu berkas dari SIASN mengisi Data Pegawai dan mulai memeriksa datanya.",
            "nominatif",
        ),
        s(Icon::Org, "Unggah daftar unor", "Pegawai tampil menurut perangkat daerah dan unitnya.", "unor"),
        s(
            Icon::Lapis,
            "Unggah peta jabatan",
            "Jabatan yang lowong dan yang berlebih terlihat.",
            "peta_jabatan",
        ),
    ]
}

fn groups() -> Vec<KelompokHasil> {
    let h = |label: &str, note: &str, href: &str, icon| Hasil {
        label: label.into(),
        note: note.into(),
        href: href.into(),
        icon,
    };
    vec![
        KelompokHasil {
            title: "Pegawai".into(),
            results: vec![
                h(
                    "dr. Ratna Wulandari, M.Kes.",
                    "19840312 201001 2 007",
                    "/pegawai/198403122010012007",
                    Icon::Akun,
                ),
                h(
                    "Rahmat Hidayat, S.K.M., M.Kes.",
                    "19820211 200801 1 004",
                    "/pegawai/198202112008011004",
                    Icon::Akun,
                ),
                h(
                    "Raden Mas Panji Kusumo Hadiningrat Wirabuwana, S.Sos., M.Si., M.A.P.",
                    "19751130 200501 1 009",
                    "/pegawai/197511302005011009",
                    Icon::Akun,
                ),
            ],
            total: 214,
            more_href: Some("/pegawai?q=ra".into()),
        },
        KelompokHasil {
            title: "Unit kerja".into(),
            results: vec![h("RSUD Bumi Raya", "Dinas Kesehatan", "/organisasi?unit=rsud", Icon::Org)],
            total: 1,
            more_href: None,
        },
        KelompokHasil {
            title: "Halaman".into(),
            results: vec![h("Beranda", "g b", "/", Icon::Rumah)],
            total: 1,
            more_href: None,
        },
    ]
}
