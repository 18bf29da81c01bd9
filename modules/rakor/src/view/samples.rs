//! Worked examples of every page here.

use super::kepala::{Kepala, Langkah};
use super::{AlurView, BarisRakor, BaruView, DaftarView, alur, baru, daftar};
use web::component::alur::{Acara, ButirRtl, Untai};
use web::component::langkah::Keadaan;
use web::format::Tanggal;
use web::page::example_frame;
use web::{Sample, Tone};

fn kepala() -> Kepala {
    let step = |label, note: &str, keadaan| Langkah { label, note: note.into(), keadaan };
    Kepala {
        judul: "Rakor kepegawaian triwulan III 2026".into(),
        keterangan: "19 Agustus 2026 · Aula BKD · Sekda Provinsi".into(),
        langkah: vec![
            step("Undangan", "5 Agu 2026 · 12 pihak", Keadaan::Selesai),
            step("Pelaksanaan", "19 Agu 2026 · 38 hadir", Keadaan::Selesai),
            step("Rumusan disepakati", "19 Agu 2026 · 3 butir", Keadaan::Kini),
            step("Ditutup", "16 RTL terbuka", Keadaan::Nanti),
        ],
        batal: None,
        kuorum: Some((Tone::Ok, "Kuorum tercapai: hadir 9 dari 12 pihak, perlu 6.".into())),
        tab: Vec::new(),
    }
}

fn baris(judul: &str, tahap: (&str, Tone), rtl: (usize, usize)) -> BarisRakor {
    BarisRakor {
        judul: judul.into(),
        href: "/rakor/1".into(),
        tanggal: Some(Tanggal::new(2026, 8, 19)),
        jenis: "Rakor kepegawaian".into(),
        penyelenggara: "Pemerintah Provinsi Bumi Raya".into(),
        tahap: (tahap.0.into(), tahap.1),
        rtl,
    }
}

/// Every page with and without something in it.
pub fn samples() -> Vec<Sample> {
    let frame = example_frame("Rakor", "/rakor");
    let rows = vec![
        baris("Rakor kepegawaian triwulan IV 2026", ("Rancangan", Tone::Netral), (0, 0)),
        baris("Rakor kepegawaian triwulan III 2026", ("RTL berjalan", Tone::Info), (34, 50)),
    ];
    let full = DaftarView { rows, years: vec![2026, 2025], tahun: Some(2026), baru: true };
    let rtl = ButirRtl {
        judul: "Rekonsiliasi bulanan".into(),
        href: "#".into(),
        putusan: ("Berjalan".into(), Tone::Info),
        ..ButirRtl::default()
    };
    let point = Untai {
        nomor: "R-1".into(),
        sepakat: "disepakati 12/12".into(),
        teks: "Data disamakan.".into(),
        rtl: vec![rtl],
        ..Untai::default()
    };
    let acara = vec![Acara {
        pukul: "09.30".into(),
        nomor: "Agenda 1".into(),
        judul: "Sinkronisasi data".into(),
        catatan: String::new(),
        untai: vec![point],
    }];
    let refused = BaruView {
        templat: vec![("kepegawaian".into(), "Rakor kepegawaian".into())],
        sebelumnya: vec![("1".into(), "Rakor kepegawaian triwulan III 2026".into())],
        salah: vec![("judul".into(), "Isi judul rakor.".into())],
        ..BaruView::default()
    };
    let off = Kepala { batal: Some("Ditunda oleh Sekda.".into()), ..kepala() };
    let mut all = super::samples_sidang::samples(&kepala());
    all.extend(vec![
        Sample::new("rakor-daftar", daftar(&frame, &full)),
        Sample::new("rakor-daftar-kosong", daftar(&frame, &DaftarView::default())),
        Sample::new("rakor-baru", baru(&frame, &refused)),
        Sample::new(
            "rakor-alur",
            alur(
                &frame,
                &AlurView {
                    kepala: kepala(),
                    acara,
                    aksi: vec![("ditutup", "Tutup rakor")],
                    lanjutan: Some("#".into()),
                    ..AlurView::default()
                },
            ),
        ),
        Sample::new("rakor-batal", alur(&frame, &AlurView { kepala: off, ..AlurView::default() })),
    ]);
    all.extend(super::lanjut::samples());
    all.extend(super::dokumen::samples(&kepala(), &frame));
    all
}
