//! Invented figures of an invented province, for tests and the gallery.

use super::*;
use web::component::angka_utama::AngkaUtama;
use web::component::grafik::Bilah;
use web::component::paging::Paging;
use web::component::saring::Pilihan;
use web::component::tab::Tab;
use web::page::example_frame;
use web::{Crumb, Frame, Sample, Tanggal};

const TODAY: Tanggal = Tanggal::new(2026, 11, 22);

fn frame(title: &str) -> Frame {
    let mut frame = example_frame(title, "Laporan");
    frame.crumbs = vec![Crumb { label: title.into(), href: None }];
    frame
}

fn lembar(title: &str, unit: &str) -> Lembar {
    Lembar {
        instansi: "Pemerintah Provinsi Bumi Raya".into(),
        title: title.into(),
        unit: unit.into(),
        at: TODAY,
    }
}

fn filter(path: &str) -> Saring {
    let unit = Pilihan {
        name: "unit".into(),
        label: "Unit kerja".into(),
        value: String::new(),
        options: vec![("dinkes".into(), "Dinas Kesehatan".into())],
    };
    let mut saring = Saring::of(path, ("q", ""), "", Vec::new(), &[unit]);
    saring.search = None;
    saring.count = Some(19_982);
    saring.noun = "pegawai".into();
    saring
}

fn chart(title: &str, rows: &[(&str, u64)], linked: bool) -> Bagan {
    let bar = |(label, value): &(&str, u64)| Bilah {
        label: (*label).into(),
        value: *value,
        href: linked.then(|| "/pegawai?status=pns".into()),
        marked: *label == "Belum diketahui",
    };
    Bagan { title: title.into(), bars: rows.iter().map(bar).collect(), hidden: 0 }
}

fn wave(linked: bool, unknown: u64) -> GelombangView {
    let angka = |n: u64| (n, linked.then(|| "/penjagaan?layanan=pensiun".to_owned()));
    let row = |label: &str, cells: [u64; 5]| BarisRekap {
        label: label.into(),
        cells: cells.map(angka).to_vec(),
        total: angka(cells.iter().sum()),
    };
    let columns = ["JPT", "Administrator", "Pengawas", "Jabatan fungsional", "Pelaksana"];
    GelombangView {
        table: Matriks {
            columns: columns.map(str::to_owned).to_vec(),
            rows: vec![
                row("2026", [1, 4, 9, 61, 40]),
                row("2027", [3, 11, 20, 214, 190]),
                row("Harinya belum diketahui", [0, 0, 0, unknown, 0]),
            ],
            sum: row("Jumlah", [4, 15, 29, 275 + unknown, 230]),
        },
        tak_berhari: angka(unknown),
        tak_tentu: unknown / 10,
    }
}

fn figures(linked: bool, total: u64) -> StatistikView {
    let golongan =
        [("IV/a", 2_114), ("III/d", 5_310), ("III/a", 4_022), ("II/c", 1_290), ("Belum diketahui", 12)];
    StatistikView {
        lembar: lembar("Statistik kepegawaian", ""),
        filter: filter("/statistik"),
        total,
        figures: vec![
            AngkaUtama::new("Pegawai aktif", total, "100%"),
            AngkaUtama::new("PNS", 14_110, "70,6%"),
        ],
        charts: vec![
            chart("Golongan", &golongan, linked),
            chart("Umur", &[("30–34 tahun", 3_001), ("35–39 tahun", 4_522), ("60–64 tahun", 3)], linked),
        ],
        unit: Bagan { hidden: 12, ..chart("Perangkat daerah", &[("Dinas Pendidikan", 8_220)], linked) },
        gelombang: Some(wave(linked, if total > 1 { 37 } else { 0 })),
        xlsx_href: "/statistik/unduh.xlsx".into(),
    }
}

fn person(number: u64, name: &str, sebab: &str) -> BarisDuk {
    BarisDuk {
        number,
        name: name.into(),
        nip: "198403122008042001".into(),
        href: Some("/pegawai/1".into()),
        golongan: "III/d".into(),
        pangkat: "Penata Tingkat I".into(),
        tmt_golongan: "01-04-2022".into(),
        jabatan: "Kepala Subbagian Umum".into(),
        unit: "Dinas Kesehatan".into(),
        eselon: "IV.a".into(),
        tmt_jabatan: "12-01-2021".into(),
        masa_kerja: "18 th 7 bl".into(),
        latihan: "Pelatihan Kepemimpinan Pengawas".into(),
        tanggal_latihan: "10-08-2021".into(),
        pendidikan: "S-1/Sarjana".into(),
        lulus: "2007".into(),
        lahir: "12-03-1984".into(),
        umur: "42 th".into(),
        sebab: sebab.into(),
        lacking: false,
    }
}

fn list(rows: Vec<BarisDuk>, revoked: bool) -> DukView {
    let total = rows.len() as u64;
    DukView {
        lembar: lembar("Daftar urut kepangkatan", "Dinas Kesehatan"),
        at: TODAY,
        filter: filter("/duk"),
        total,
        steps: vec![Langkah {
            kriteria: "Pangkat".into(),
            alasan: "pangkat lebih tinggi".into(),
            dasar: "Kebiasaan menurut PP 15/1979".into(),
            kepastian: "hampir pasti, cocokkan dengan naskah resmi".into(),
            sumber: String::new(),
        }],
        revoked,
        rows,
        paging: Paging { first: total.min(1), last: total, total: Some(total), ..Paging::default() },
        whole_href: Some("/duk?tampil=semua".into()),
        xlsx_href: Some("/duk/unduh.xlsx".into()),
    }
}

fn nominal(number: u64) -> BarisNominatif {
    BarisNominatif {
        number,
        name: "Sari Maharani, S.E.".into(),
        nip: "198403122008042001".into(),
        href: Some("/pegawai/1".into()),
        golongan: "III/d".into(),
        tmt_golongan: "01-04-2022".into(),
        jabatan: "Analis Kepegawaian Ahli Muda".into(),
        unit: "Bidang Mutasi".into(),
        status: "PNS".into(),
        masa_kerja: "18 th 7 bl".into(),
        umur: "42 th".into(),
    }
}

fn names(groups: Vec<KelompokView>) -> NominatifView {
    let total = groups.iter().map(|g| g.total).sum();
    NominatifView {
        lembar: lembar("Daftar nominatif pegawai", ""),
        filter: filter("/nominatif"),
        total,
        groups_total: groups.len() as u64,
        by: "unit kerja".into(),
        groups,
        paging: Paging { first: total.min(1), last: total, total: Some(total), ..Paging::default() },
        whole_href: None,
        xlsx_href: None,
    }
}

fn matrix(rows: usize) -> RekapView {
    let line = |label: &str, a: u64, b: u64| BarisRekap {
        label: label.into(),
        cells: vec![(a, Some("/pegawai?golongan=IV%2Fa".into())), (b, None)],
        total: (a + b, Some("/pegawai".into())),
    };
    let all = [line("Dinas Kesehatan", 120, 0), line("Dinas Pendidikan", 340, 22)];
    let table = Matriks {
        columns: vec!["IV".into(), "Belum diketahui".into()],
        rows: all.into_iter().take(rows).collect(),
        sum: if rows == 0 { BarisRekap::default() } else { line("Jumlah", 460, 22) },
    };
    RekapView {
        lembar: lembar("Rekapitulasi pegawai menurut golongan", ""),
        filter: filter("/rekap"),
        days: Pilihan {
            name: "berlaku".into(),
            label: "Keadaan per tanggal".into(),
            value: "2026-06-30".into(),
            options: vec![("2026-06-30".into(), "30 Juni 2026".into())],
        },
        keep: Vec::new(),
        tabs: vec![Tab {
            label: "Golongan".into(),
            href: "/rekap?menurut=golongan".into(),
            current: true,
            ..Tab::default()
        }],
        table,
        hidden: rows,
        xlsx_href: "/rekap/unduh.xlsx".into(),
    }
}

/// Whole documents, by file name.
pub fn samples() -> Vec<Sample> {
    let unknown = BarisDuk {
        number: 3,
        name: "Agus Wicaksana".into(),
        nip: "197001012000031002".into(),
        sebab: "data jabatan belum ada pada baris ini".into(),
        lacking: true,
        ..BarisDuk::default()
    };
    let rows = vec![
        person(1, "Ratih Ayu, S.H.", ""),
        person(2, "Sari Maharani, S.E.", "TMT pangkat lebih dahulu"),
        unknown,
    ];
    let group = |nama: &str, continued| KelompokView {
        nama: nama.into(),
        total: 2,
        continued,
        rows: vec![
            nominal(1),
            BarisNominatif { number: 2, name: "Agus".into(), ..BarisNominatif::default() },
        ],
    };
    let all = vec![group("Bidang Mutasi", true), group("Sekretariat", false)];
    vec![
        Sample::new("laporan-statistik", statistik(&frame("Statistik"), &figures(true, 19_982))),
        Sample::new(
            "laporan-statistik-tanpa-tautan",
            statistik(&frame("Statistik"), &figures(false, 19_982)),
        ),
        Sample::new("laporan-statistik-kosong", statistik(&frame("Statistik"), &figures(true, 0))),
        Sample::new("laporan-duk", duk(&frame("Daftar urut kepangkatan"), &list(rows, true))),
        Sample::new("laporan-duk-kosong", duk(&frame("Daftar urut kepangkatan"), &list(Vec::new(), false))),
        Sample::new("laporan-nominatif", nominatif(&frame("Daftar nominatif"), &names(all))),
        Sample::new("laporan-nominatif-kosong", nominatif(&frame("Daftar nominatif"), &names(Vec::new()))),
        Sample::new("laporan-rekap", rekap(&frame("Rekapitulasi"), &matrix(2))),
        Sample::new("laporan-rekap-kosong", rekap(&frame("Rekapitulasi"), &matrix(0))),
    ]
}
