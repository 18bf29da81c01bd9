//! Every state of the pages with made-up work.

use super::{DelegasiBaris, DelegasiView, Keadaan, Kelompok, Kirim, PesanBaris, PesanView, SatuView};
use super::{SetelanView, TugasBaris, TugasView, delegasi, pesan, satu, setelan, tugas};
use web::component::bagikan::Bagikan;
use web::component::tab::Tab;
use web::page::example_frame;
use web::{Frame, Sample, Tanggal, Tone};

/// All of them.
pub fn samples() -> Vec<Sample> {
    let frame = |title| Frame { clock: None, ..example_frame(title, "") };
    let refused = |title| Frame { refused: true, ..frame(title) };
    let errors = |field: &str, sentence: &str| vec![(field.to_owned(), sentence.to_owned())];
    let made = SetelanView {
        kalender: true,
        kalender_baru: Some(format!("https://sinergi.bumiraya.example/kalender/{}.ics", "0f".repeat(32))),
        layanan_surel: false,
        saved: Some("Setelan disimpan.".into()),
        ..choices()
    };
    let wrong = SetelanView {
        errors: errors("surel", "Tulis alamat seperti nama@instansi.go.id, tanpa spasi."),
        ..choices()
    };
    let unread = SatuView {
        baris: message("Undangan rakor triwulan IV", true),
        bagikan: Bagikan { alamat: String::new(), ..share() },
        ..one()
    };
    let nobody = DelegasiView {
        own: vec![],
        theirs: vec![],
        errors: errors(
            "kepada",
            "Akun ini tidak ada di instansi Anda. Tanyakan nama akun orangnya, misalnya sari.m.",
        ),
        ..both()
    };
    vec![
        Sample::new("tugas", tugas(&frame("Tugas saya"), &work())),
        Sample::new("tugas-kosong", tugas(&frame("Tugas saya"), &TugasView::default())),
        Sample::new("pesan", pesan(&frame("Pesan"), &inbox())),
        Sample::new(
            "pesan-kosong",
            pesan(
                &frame("Pesan"),
                &PesanView { rows: vec![], next_href: None, marked: true, ada_baru: false, ..inbox() },
            ),
        ),
        Sample::new("pesan-satu", satu(&frame("Satu pesan"), &one())),
        Sample::new("pesan-satu-baru", satu(&frame("Satu pesan"), &unread)),
        Sample::new("pesan-setelan", setelan(&frame("Setelan pesan"), &choices())),
        Sample::new("pesan-setelan-kalender", setelan(&frame("Setelan pesan"), &made)),
        Sample::new("pesan-setelan-ditolak", setelan(&refused("Setelan pesan"), &wrong)),
        Sample::new("delegasi", delegasi(&frame("Delegasi"), &both())),
        Sample::new("delegasi-ditolak", delegasi(&refused("Delegasi"), &nobody)),
    ]
}

fn work() -> TugasView {
    let tab = |label: &str, n, current| Tab {
        label: label.into(),
        href: "/tugas".into(),
        count: Some(n),
        current,
        ..Tab::default()
    };
    let row = |judul: &str, keterangan: &str, tenggat: &str, tone| TugasBaris {
        judul: judul.into(),
        keterangan: keterangan.into(),
        href: "/impor".into(),
        tenggat: (tenggat.into(), tone),
    };
    let group = |judul: &str, rows| Kelompok { judul: judul.into(), rows };
    TugasView {
        tabs: vec![tab("Semua", 4, true), tab("Impor data", 1, false), tab("Rakor", 3, false)],
        groups: vec![
            group(
                "Lewat tenggat",
                vec![row(
                    "Laporan RTL: rekonsiliasi bulanan",
                    "Rakor · Rakor kepegawaian triwulan III",
                    "20 Nov 2026 · lewat 1 hari kerja",
                    Tone::Bahaya,
                )],
            ),
            group(
                "Hari ini",
                vec![row(
                    "Jawab undangan rakor triwulan IV",
                    "Rakor · atas nama Bagus Prakoso",
                    "23 Nov 2026 · hari ini",
                    Tone::Awas,
                )],
            ),
            group(
                "Nanti",
                vec![row(
                    "Kirim bahan rakor",
                    "Rakor",
                    "25 Des 2026 · 21 hari kerja lagi · hari libur",
                    Tone::Netral,
                )],
            ),
            group(
                "Tanpa tenggat",
                vec![row(
                    "Periksa dan konfirmasi pratinjau impor",
                    "Impor data · nominatif.xlsx · menunggu sejak 21 Nov 2026",
                    "",
                    Tone::Netral,
                )],
            ),
        ],
        hidden: 12,
        missing: Some("hari libur tahun 2028 belum ada dalam paket peraturan".into()),
    }
}

fn message(judul: &str, baru: bool) -> PesanBaris {
    PesanBaris {
        kunci: "rakor/4/undangan".into(),
        href: "/pesan/satu?kunci=rakor%2F4%2Fundangan".into(),
        judul: judul.into(),
        isi: "Instansi Anda diundang ke rakor kepegawaian pada 10 Desember 2026.".into(),
        jenis: "Undangan".into(),
        saat: "22 Nov 2026 09.31 WIB".into(),
        tenggat: Some(Tanggal::new(2026, 12, 3)),
        baru,
        ..PesanBaris::default()
    }
}

fn inbox() -> PesanView {
    let failed = Kirim::Gagal("550 tidak ada orangnya".into());
    PesanView {
        tabs: vec![
            Tab { label: "Semua".into(), href: "/pesan".into(), current: true, ..Tab::default() },
            Tab {
                label: "Belum dibaca".into(),
                href: "/pesan?tampil=baru".into(),
                count: Some(1),
                ..Tab::default()
            },
        ],
        rows: vec![
            message("Undangan rakor triwulan IV", true),
            PesanBaris {
                atas_nama: "Bagus Prakoso".into(),
                surel: Kirim::Terkirim,
                ..message("RTL ditugaskan kepada instansi Anda", false)
            },
            PesanBaris {
                tenggat: None,
                surel: failed,
                ..message("Notulen rakor triwulan III disahkan", false)
            },
        ],
        next_href: Some("/pesan?sesudah=1~a".into()),
        sampai: "1795317300000000".into(),
        ada_baru: true,
        marked: false,
    }
}

fn share() -> Bagikan {
    Bagikan {
        judul: "Undangan rakor triwulan IV".into(),
        tanggal: "Tenggat 3 Des 2026".into(),
        alamat: "https://sinergi.bumiraya.example/rakor/4".into(),
    }
}

fn one() -> SatuView {
    SatuView {
        baris: PesanBaris {
            atas_nama: "Bagus Prakoso".into(),
            surel: Kirim::Gagal("550 tidak ada orangnya".into()),
            ..message("Undangan rakor triwulan IV", false)
        },
        today: Tanggal::new(2026, 11, 22),
        bagikan: share(),
    }
}

fn choices() -> SetelanView {
    let jenis = [("undangan", "Undangan"), ("pengingat", "Pengingat tenggat")];
    SetelanView {
        surel: "sari@bkd.bumiraya.example".into(),
        jenis: jenis.map(|(word, label)| (word.to_owned(), label.to_owned(), word == "undangan")).to_vec(),
        tenang: ["20".into(), "6".into()],
        layanan_surel: true,
        ..SetelanView::default()
    }
}

fn both() -> DelegasiView {
    let day = |m, d| Tanggal::new(2026, m, d);
    let row = |nama: &str, keadaan, end: bool| DelegasiBaris {
        nama: nama.into(),
        mulai: day(11, 23),
        sampai: day(11, 30),
        alasan: "Cuti tahunan".into(),
        oleh: "Sari Maharani, Petugas BKD".into(),
        keadaan,
        end_href: end.then(|| "/delegasi/1/akhiri".into()),
    };
    DelegasiView {
        own: vec![
            row("Bagus Prakoso", Keadaan::Nanti, true),
            row("Rini Astuti", Keadaan::Berjalan, true),
            row("Oki Saputra", Keadaan::Diakhiri(day(11, 24)), false),
        ],
        theirs: vec![row("Desi Anggraini", Keadaan::Selesai, false)],
        mulai: "22-11-2026".into(),
        done: Some("Delegasi ditetapkan.".into()),
        ..DelegasiView::default()
    }
}
