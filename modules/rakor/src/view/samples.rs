//! Worked examples of every page here.

use super::kepala::{Kepala, Langkah};
use super::templat::{
    BarisTemplat, TemplatDaftarView, TemplatView, daftar as daftar_templat, satu as satu_templat,
};
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
                    lanjutan: Some("#".into()),
                    tutup: Some(super::TutupView {
                        terbuka: Vec::new(),
                        tanpa: vec!["R-2 Formasi disusun bersama.".into()],
                    }),
                    ..AlurView::default()
                },
            ),
        ),
        Sample::new("rakor-batal", alur(&frame, &AlurView { kepala: off, ..AlurView::default() })),
    ]);
    all.extend(templat(&frame));
    all.extend(super::lanjut::samples());
    all.extend(super::dokumen::samples(&kepala(), &frame));
    all
}

fn templat(frame: &web::Frame) -> Vec<Sample> {
    let row = |nama: &str, instansi: &str, ditarik| BarisTemplat {
        nama: nama.into(),
        href: "/rakor/templat/kepegawaian".into(),
        instansi: instansi.into(),
        ditarik,
        acara: 5,
        tangga: "1, 14, 30, 60 hari".into(),
    };
    let own = "Kabupaten Muara Tua";
    let rows = vec![
        row("Rakor bulanan", own, false),
        row("Desk lama", own, true),
        row("Rakor kepegawaian", "", false),
    ];
    let form = TemplatView {
        alamat: "/rakor/templat/kepegawaian".into(),
        isian: vec![("nama", "Rakor bulanan".into()), ("agenda", "Pembukaan\nPerumusan".into())],
        keluaran: vec![("notulen", "Notulen", true), ("rumusan", "Rumusan", false)],
        tangga: vec![("penanggung jawab", "1".into()), ("Kepala BKPSDM", "1".into())],
        salah: vec![("tangga".into(), "Hari eskalasi harus makin besar.".into())],
        ..TemplatView::default()
    };
    let built_in = TemplatView { bawaan: true, salah: Vec::new(), ..form.clone() };
    vec![
        Sample::new("rakor-templat", daftar_templat(frame, &TemplatDaftarView { kabar: None, rows })),
        Sample::new("rakor-templat-salah", satu_templat(frame, &form)),
        Sample::new("rakor-templat-bawaan", satu_templat(frame, &built_in)),
    ]
}
