//! Worked examples of every page here.

use super::super::kepala::{Kepala, Langkah};
use super::*;
use web::assets::Tambahan;
use web::component::alur::{ButirRtl, Jejak};
use web::component::langkah::Keadaan;
use web::component::linimasa::Peristiwa;
use web::component::papan::Lajur;
use web::component::saring::{Pilihan, Saring};
use web::format::Tanggal;
use web::page::example_frame;
use web::{Frame, Icon, Sample, Tone};

fn kepala() -> Kepala {
    Kepala {
        judul: "Rakor kepegawaian triwulan III 2026".into(),
        keterangan: "19 Agustus 2026 · Aula BKD · Sekda Provinsi".into(),
        langkah: vec![Langkah { label: "RTL berjalan", note: "34 dari 50".into(), keadaan: Keadaan::Kini }],
        ..Kepala::default()
    }
}

fn jejak() -> Jejak {
    Jejak {
        label: "Jabatan dirangkap Plt".into(),
        awal: "63".into(),
        kini: "58".into(),
        sasaran: "20".into(),
        titik: vec![(0, 6_300), (95, 5_800)],
        rakor: Some((0, "rakor 19 Agu".into())),
        garis: Some(2_000),
        ..Jejak::default()
    }
}

fn butir(putusan: (&str, Tone)) -> ButirRtl {
    ButirRtl {
        judul: "Rekonsiliasi bulanan dengan SIASN".into(),
        href: "/rtl/1/2".into(),
        putusan: (putusan.0.into(), putusan.1),
        pemilik: "Kabupaten Muara Tua".into(),
        tenggat: "31 Des 2026 · 23 hari lagi".into(),
        catatan: String::new(),
        jejak: Some(jejak()),
    }
}

fn board() -> PapanView {
    let member = |nama: &str, putusan: (&str, Tone)| AnggotaView {
        href: "/rtl/1/2".into(),
        nama: nama.into(),
        putusan: (putusan.0.into(), putusan.1),
        angka: ["412".into(), "371".into(), "100".into()],
        tenggat: "31 Des 2026".into(),
        tingkat: String::new(),
    };
    let late = ("Terlambat", Tone::Bahaya);
    let choice = Pilihan {
        name: "pemilik".into(),
        label: "Penanggung jawab".into(),
        options: vec![("A".into(), "Kabupaten Muara Tua".into())],
        ..Pilihan::default()
    };
    PapanView {
        kabar: None,
        kepala: kepala(),
        tambah: Some("/rakor/1/rtl/baru".into()),
        csv: "/rakor/1/rtl/unduh.csv".into(),
        saring: Saring::of("/rakor/1/rtl", ("cari", "Cari uraian"), "", Vec::new(), &[choice]),
        dampak: vec![(jejak(), "membaik di 7 dari 11 instansi, 3 tetap, 1 belum terukur".into())],
        tertinggal: "2 RTL lewat tenggat.".into(),
        bawaan: vec![butir(late)],
        kelompok: vec![KelompokView {
            judul: "Rekonsiliasi bulanan dengan SIASN".into(),
            capaian: "1 dari 2 tercapai".into(),
            anggota: vec![
                member("Kabupaten Muara Tua", late),
                member("Kota Pulau Cempaka", ("Tercapai", Tone::Ok)),
            ],
        }],
        lajur: vec![Lajur {
            judul: "Terlambat".into(),
            nada: Tone::Bahaya,
            butir: vec![butir(late)],
            lebih: 0,
        }],
    }
}

fn form() -> RtlBaruView {
    RtlBaruView {
        alamat: "/rakor/1/rtl/baru".into(),
        papan: "/rakor/1/rtl".into(),
        rumusan: vec![("e1".into(), "R-1 Data disamakan setiap bulan.".into())],
        pihak: vec![("A".into(), "Kabupaten Muara Tua".into()), ("B".into(), "Kota Pulau Cempaka".into())],
        indikator: vec![("JAB-03".into(), "Jabatan dirangkap Plt (orang, makin rendah makin baik)".into())],
        isi: Terisi {
            rumusan: "e1".into(),
            uraian: "Mengisi jabatan yang dirangkap Plt".into(),
            instansi: vec!["A".into(), "B".into()],
            tenggat: "26-12-2026".into(),
            indikator: "JAB-03".into(),
            ..Terisi::default()
        },
        ..RtlBaruView::default()
    }
}

fn preview() -> RtlBaruView {
    let line = |id: &str, nama: &str, awal: &str, salah: &str| BarisTinjau {
        id: id.into(),
        nama: nama.into(),
        awal: awal.into(),
        target: "20".into(),
        salah: salah.into(),
    };
    RtlBaruView {
        catatan: vec![
            "Tenggat Sabtu, 26 Desember 2026 hari libur; dihitung sampai Senin, 28 Desember 2026.".into(),
        ],
        tinjau: vec![
            line("A", "Kabupaten Muara Tua", "63", ""),
            line("B", "Kota Pulau Cempaka", "12", "Target 20 lebih tinggi daripada angka awal 12."),
        ],
        ..form()
    }
}

fn one() -> RtlView {
    let event = |title: &str, tone| Peristiwa {
        title: title.into(),
        date: Some(Tanggal::new(2026, 11, 3)),
        text: "Berita acara rekonsiliasi 11 kab/kota.".into(),
        by: "Sari, Petugas BKD".into(),
        icon: Icon::Dok,
        tone,
    };
    RtlView {
        kabar: None,
        alamat: "/rtl/1/2".into(),
        judul: "Mengisi jabatan yang dirangkap Plt".into(),
        asal: ("Rakor kepegawaian triwulan III 2026".into(), "/rakor/1".into()),
        rumusan: ("R-3".into(), "Formasi jabatan kosong diisi lewat penempatan talenta.".into()),
        putusan: ("Selesai, angka tidak bergerak".into(), Tone::Awas),
        alasan: "Verifikator menyatakannya selesai, tetapi angkanya tidak bergerak sejak disepakati.".into(),
        fakta: vec![
            ("Penanggung jawab".into(), "Kabupaten Muara Tua · Bidang Mutasi".into()),
            ("Tenggat".into(), "31 Des 2026 · 23 hari lagi".into()),
        ],
        catatan: vec![(Tone::Awas, "Tenggat jatuh pada hari libur.".into())],
        surat: vec![("Surat Sekda a.n. Gubernur 800/15 tanggal 3 Nov 2026 (berlaku)".into(), "#".into())],
        terbitkan: Some("#".into()),
        jejak: Some(jejak()),
        deret: vec![("30 Jun 2026".into(), "66".into()), ("30 Sep 2026".into(), "60".into())],
        riwayat: vec![event("Laporan", Tone::Info), event("Disepakati", Tone::Netral)],
        bukti: vec![("berita-acara.pdf".into(), "/rtl/1/2/bukti/3".into())],
        lapor: Some(LaporView {
            jenis: ".pdf,.jpg".into(),
            batas: "PDF, JPEG, atau PNG, paling besar 25 MB".into(),
            ..LaporView::default()
        }),
        nilai: Some(NilaiView {
            laporan: "e3".into(),
            isi: "Sudah diisi 5 jabatan.".into(),
            boleh_selesai: false,
            kurang: "Belum ada bukti dukung.".into(),
            ..NilaiView::default()
        }),
        atur: Some(AturView::default()),
        salah: vec![("teks".into(), "Tulis apa yang sudah dikerjakan.".into())],
    }
}

fn request(id: &str) -> BarisSaran {
    BarisSaran {
        id: id.into(),
        permintaan: "Membuka unduhan massal riwayat jabatan".into(),
        kepada: "Kepala BKN".into(),
        rumusan: "R-1".into(),
        keadaan: ("Terkirim".into(), Tone::Info),
        fakta: vec![("Dasar hukum".into(), "UU 20/2023".into())],
        lanjut: Vec::new(),
        pilihan: vec![("dijawab".into(), "Dijawab".into())],
        alamat: format!("/rakor/1/rekomendasi/{id}"),
        surat: vec![("Surat rekomendasi 800/14 tanggal 21 Agu 2026 (berlaku)".into(), "#".into())],
        terbitkan: vec![("Terbitkan surat".into(), "#".into())],
    }
}

/// Every page with and without something in it.
pub fn samples() -> Vec<Sample> {
    let frame = Frame { tambahan: &[Tambahan::Koordinasi], ..example_frame("Tindak lanjut", "/rakor") };
    let wrong = RtlBaruView { salah: vec![("instansi".into(), "Pilih penanggung jawab.".into())], ..form() };
    let requests = SaranView {
        kepala: kepala(),
        tambah: vec![("Tulis rekomendasi".into(), "/rakor/1/rekomendasi/baru?arah=luar".into())],
        luar: vec![request("e5")],
        gubernur: vec![request("e6")],
        salah: Vec::new(),
    };
    let write = SaranBaruView {
        alamat: "/rakor/1/rekomendasi/baru".into(),
        daftar: "/rakor/1/rekomendasi".into(),
        gubernur: true,
        salah: vec![("kepada".into(), "Isi bentuk kebijakannya.".into())],
        ..SaranBaruView::default()
    };
    vec![
        Sample::new("rtl-papan", papan(&frame, &board())),
        Sample::new(
            "rtl-papan-kosong",
            papan(&frame, &PapanView { kepala: kepala(), ..PapanView::default() }),
        ),
        Sample::new("rtl-baru", rtl_baru(&frame, &wrong)),
        Sample::new("rtl-tinjau", rtl_baru(&frame, &preview())),
        Sample::new("rtl", rtl(&frame, &one())),
        Sample::new("rekomendasi", saran(&frame, &requests)),
        Sample::new(
            "rekomendasi-kosong",
            saran(&frame, &SaranView { kepala: kepala(), ..SaranView::default() }),
        ),
        Sample::new("rekomendasi-baru", saran_baru(&frame, &write)),
    ]
}
