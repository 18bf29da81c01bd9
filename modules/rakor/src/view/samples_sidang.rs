//! Worked examples of the pages before and during the meeting.

use super::bicara::{BicaraView, Pembicara};
use super::hadir::{self, HadirView, IsianHadir, OrangHadir, PresensiView};
use super::kepala::Kepala;
use super::mandiri::{self, MandiriView};
use super::masalah::{self, CariView, IsianMasalah, MasalahBaris, MasalahView};
use super::notulen::{self, AcaraNotulen, Ditolak, NotulenView, ParagrafView, RiwayatView};
use super::persiapan::{ButirView, PaparanView, PersiapanView, PihakView, TertibView, persiapan};
use super::proyektor::{self, ProyektorView};
use super::rumusan::{self, ButirView as Butir, RumusanView};
use web::component::kabar::Kabar;
use web::component::layar;
use web::component::lembar::Lembar;
use web::component::notulen::Bunyi;
use web::page::example_frame;
use web::{Frame, Sample, Tanggal, Tone};

fn bingkai() -> Frame {
    Frame { clock: None, tambahan: &[web::assets::Tambahan::Koordinasi], ..example_frame("Rakor", "") }
}

fn bunyi(teks: &str) -> Bunyi {
    Bunyi { teks: teks.into(), oleh: "Nina, Notulis · 09.41".into() }
}

fn pihak_pilihan() -> Vec<(String, String)> {
    vec![("p.0".into(), "Kab. Muara Tua (Kepala BKPSDM)".into()), ("p.1".into(), "BKN".into())]
}

/// Whole documents, by file name.
pub fn samples(kepala: &Kepala) -> Vec<Sample> {
    [siap(kepala), bahan(kepala), hadirin(kepala), tulisan(kepala), butir(kepala)]
        .into_iter()
        .flatten()
        .collect()
}

fn siap(kepala: &Kepala) -> Vec<Sample> {
    let paper = PaparanView {
        id: "f1".into(),
        judul: "Kebijakan satu data ASN".into(),
        href: "/rakor/1/berkas/f1".into(),
        catatan: "satu-data.pdf · BKD Provinsi".into(),
        kebijakan: Some((1, 2)),
        belum: vec!["Kab. Pulau Cempaka".into()],
        baca: true,
    };
    let party = |id: &str, nama: &str, jawaban: (&str, Tone)| PihakView {
        id: id.into(),
        nama: nama.into(),
        peran: "Kepala BKPSDM".into(),
        jawaban: (jawaban.0.into(), jawaban.1),
        ics: format!("/rakor/1/undangan/{id}.ics"),
        tautan: "sinergi.contoh/hadir/1/p-abc".into(),
        jawab: Some(Default::default()),
        ..PihakView::default()
    };
    let all = PersiapanView {
        kepala: kepala.clone(),
        kabar: Some(Kabar::new(Tone::Ok, "Agenda tersimpan.")),
        alamat: "/rakor/1".into(),
        siapkan: true,
        undang: true,
        batal: true,
        pokok: vec![
            ("judul", "Judul", "Rakor triwulan III".into()),
            ("tanggal", "Tanggal", "19-08-2026".into()),
        ],
        tertib: TertibView { dipakai: true, jenis: "persen".into(), ambang: "50".into() },
        peringatan: Some("22 November 2026 bukan hari kerja.".into()),
        rtl_dulu: Some(vec![("Rekonsiliasi bulanan".into(), "Kab. Muara Tua · tenggat 31 Des 2026".into())]),
        agenda: vec![ButirView {
            id: "a1".into(),
            pukul: "09.00".into(),
            judul: "Pembukaan".into(),
            penyaji: "Sekda".into(),
            paparan: vec![paper.clone()],
        }],
        pihak: vec![
            party("p0", "Kab. Muara Tua", ("Hadir: Ratna", Tone::Ok)),
            PihakView {
                ditarik: Some("Salah undang".into()),
                ..party("p1", "Kota Sungai Biru", ("Belum menjawab", Tone::Netral))
            },
        ],
        instansi: vec![("A".into(), "Kab. Muara Tua".into()), ("B".into(), "Kota Sungai Biru".into())],
        peran: vec!["Kepala BKPSDM".into(), "Sekretaris Daerah".into()],
        luar: vec!["Kepala Kantor Regional BKN".into()],
        bahan: Some((Tanggal::new(2026, 8, 10), "Masalah dan praktik baik.".into())),
        hari_ini: Some(Tanggal::new(2026, 8, 1)),
        paparan: vec![PaparanView { kebijakan: None, baca: false, ..paper }],
        unggah: true,
        bagikan: "Undangan: Rakor triwulan III\n19 Agustus 2026".into(),
        ..PersiapanView::default()
    };
    let invited = PersiapanView {
        siapkan: false,
        undang: false,
        batal: false,
        pihak: vec![PihakView {
            sendiri: true,
            kuasa: Some(("surat tugas.pdf".into(), "/rakor/1/kuasa/p0".into())),
            unggah_kuasa: true,
            ..party("p0", "Kab. Muara Tua", ("Belum menjawab", Tone::Netral))
        }],
        ..all.clone()
    };
    let salah = vec![("judul".to_owned(), "Isi judul rakor.".to_owned())];
    vec![
        Sample::new("rakor-persiapan", persiapan(&bingkai(), &all)),
        Sample::new("rakor-undangan", persiapan(&bingkai(), &invited)),
        Sample::new("rakor-persiapan-salah", persiapan(&bingkai(), &PersiapanView { salah, ..all })),
    ]
}

fn bahan(kepala: &Kepala) -> Vec<Sample> {
    let row = |praktik_baik, uraian: &str| MasalahBaris {
        id: "m1".into(),
        praktik_baik,
        uraian: uraian.into(),
        sebab: "Operator berganti tanpa serah terima.".into(),
        usul: "Pelatihan bersama.".into(),
        bidang: "SIASN".into(),
        draf: !praktik_baik,
        dukungan: 2,
        dukung: praktik_baik,
        ubah: true,
        ..MasalahBaris::default()
    };
    let view = MasalahView {
        kepala: kepala.clone(),
        alamat: "/rakor/1".into(),
        daerah: vec![(
            "Kab. Muara Tua".into(),
            vec![row(false, "Selisih data 214 orang."), row(true, "Klinik berkas mingguan.")],
        )],
        draf: 1,
        tulis: true,
        ..MasalahView::default()
    };
    let salah = vec![("uraian".to_owned(), "Tulis isinya lebih dahulu.".to_owned())];
    let found = MasalahBaris {
        asal: "Kab. Muara Tua · Rakor triwulan III".into(),
        href: "/rakor/1/masalah".into(),
        dukung: false,
        ubah: false,
        ..row(true, "Klinik berkas mingguan.")
    };
    vec![
        Sample::new("rakor-masalah", masalah::masalah(&bingkai(), &view)),
        Sample::new(
            "rakor-masalah-salah",
            masalah::masalah(
                &bingkai(),
                &MasalahView {
                    isian: IsianMasalah { salah, ..IsianMasalah::default() },
                    daerah: Vec::new(),
                    ..view
                },
            ),
        ),
        Sample::new(
            "rakor-masalah-cari",
            masalah::cari(&bingkai(), &CariView { kata: "berkas".into(), ada: vec![found], lagi: 3 }),
        ),
        Sample::new("rakor-masalah-tiada", masalah::cari(&bingkai(), &CariView::default())),
    ]
}

fn hadirin(kepala: &Kepala) -> Vec<Sample> {
    let one = OrangHadir {
        id: "h1".into(),
        nama: "Ratna Wulandari".into(),
        nip: "19900101 201503 1 001".into(),
        pihak: "Kab. Muara Tua".into(),
        jabatan: "Kepala BKPSDM".into(),
        cara: "Kode QR · 09.02".into(),
        ragu: true,
    };
    let lembar = Lembar {
        instansi: "Pemerintah Provinsi Bumi Raya".into(),
        title: "Daftar hadir rakor".into(),
        unit: "Aula BKD".into(),
        at: Tanggal::new(2026, 8, 19),
    };
    let isian = IsianHadir { pihak: pihak_pilihan(), ..IsianHadir::default() };
    let list = HadirView {
        ulang: super::ulang::Ulang::default(),
        kepala: kepala.clone(),
        lembar,
        kabar: None,
        alamat: "/rakor/1".into(),
        catat: true,
        berlangsung: true,
        pihak: vec![("Kab. Muara Tua".into(), "Kepala BKPSDM".into(), "Hadir: Ratna".into(), 1)],
        orang: vec![one.clone()],
        ganda: vec![one.clone()],
        dicoret: vec![("Budi".into(), "Salah catat".into())],
        isian: isian.clone(),
    };
    let wrong = IsianHadir { salah: vec![("nama".into(), "Isi nama yang hadir.".into())], ..isian.clone() };
    let empty =
        HadirView { orang: Vec::new(), ganda: Vec::new(), dicoret: Vec::new(), catat: false, ..list.clone() };
    let door = PresensiView {
        kepala: kepala.clone(),
        id: "1".into(),
        alamat: "/rakor/1/presensi".into(),
        jumlah: 38,
        terbaru: vec![("Ratna".into(), "Kab. Muara Tua".into())],
        kunci: "ab".repeat(16),
        isian: wrong.clone(),
        kabar: None,
    };
    let shut = hadir::TutupView {
        kepala: kepala.clone(),
        kalimat: "Presensi belum dibuka. Presensi dibuka pada hari rakor.".into(),
        kembali: "/rakor/1/hadir".into(),
    };
    let own = |isi| MandiriView {
        judul: "Rakor triwulan III".into(),
        keterangan: "19 Agustus 2026".into(),
        alamat: "/hadir/1/k7q2m4xd".into(),
        isi,
    };
    let form = |isian| mandiri::Isi::Formulir {
        isian: Box::new(isian),
        tiket: "1-x".into(),
        kunci: "ab".repeat(16),
        csrf: String::new(),
    };
    vec![
        Sample::new("rakor-hadir", hadir::hadir(&bingkai(), &list)),
        Sample::new("rakor-hadir-kosong", hadir::hadir(&bingkai(), &empty)),
        Sample::new("rakor-presensi", hadir::presensi(&bingkai(), &door)),
        Sample::new("rakor-kode-tutup", hadir::belum_dibuka(&bingkai(), &shut)),
        Sample::new("hadir-mandiri", mandiri::mandiri(None, &own(form(isian)))),
        Sample::new("hadir-mandiri-salah", mandiri::mandiri(None, &own(form(wrong)))),
        Sample::new(
            "hadir-mandiri-tercatat",
            mandiri::mandiri(None, &own(mandiri::Isi::Tercatat { nama: "Ratna".into(), ganda: true })),
        ),
        Sample::new(
            "hadir-mandiri-ditolak",
            mandiri::mandiri(
                None,
                &own(mandiri::Isi::Ditolak { kalimat: "Kode ini sudah berganti.".into() }),
            ),
        ),
    ]
}

fn tulisan(kepala: &Kepala) -> Vec<Sample> {
    let item = AcaraNotulen {
        id: "a1".into(),
        nomor: "Agenda 1".into(),
        judul: "Pembukaan".into(),
        catatan: "09.00 · Sekda".into(),
        paragraf: vec![
            ParagrafView {
                id: "e1".into(),
                versi: "e2".into(),
                kini: bunyi("Sekda membuka rakor."),
                beda: Vec::new(),
                dulu: 1,
            },
            ParagrafView {
                id: "e3".into(),
                versi: "e3".into(),
                kini: bunyi("Satu."),
                beda: vec![bunyi("Dua.")],
                dulu: 0,
            },
        ],
        usul: vec![("u1".into(), bunyi("Mohon dicatat."))],
    };
    let view = NotulenView {
        kepala: kepala.clone(),
        alamat: "/rakor/1".into(),
        mulai: true,
        tulis: true,
        bicara: Some(BicaraView {
            antrean: vec![
                Pembicara {
                    id: "b1".into(),
                    nama: "Ratna".into(),
                    instansi: "Kab. Muara Tua".into(),
                    berbicara: true,
                    sendiri: false,
                },
                Pembicara {
                    id: "b2".into(),
                    nama: "Yusuf".into(),
                    instansi: "Kota Sungai Biru".into(),
                    berbicara: false,
                    sendiri: true,
                },
            ],
            selesai: vec![("Melati".into(), "Kab. Pulau Cempaka".into())],
            instansi: pihak_pilihan(),
            memberi: true,
            cap: "1".into(),
        }),
        acara: vec![item],
        ..NotulenView::default()
    };
    let ditolak = Some(Ditolak {
        alasan: "Tulis isinya lebih dahulu.".into(),
        teks: "x".into(),
        ruas: vec![("agenda".into(), "a1".into())],
        alamat: "/rakor/1/notulen".into(),
    });
    let party = NotulenView { mulai: false, tulis: false, usul: true, ..view.clone() };
    let history = RiwayatView {
        kepala: kepala.clone(),
        kembali: "/rakor/1/notulen".into(),
        versi: vec![bunyi("Dua."), bunyi("Satu.")],
    };
    vec![
        Sample::new("rakor-notulen", notulen::notulen(&bingkai(), &view)),
        Sample::new("rakor-notulen-pihak", notulen::notulen(&bingkai(), &party)),
        Sample::new("rakor-notulen-ditolak", notulen::notulen(&bingkai(), &NotulenView { ditolak, ..view })),
        Sample::new("rakor-notulen-riwayat", notulen::riwayat(&bingkai(), &history)),
    ]
}

fn butir(kepala: &Kepala) -> Vec<Sample> {
    let point = Butir {
        id: "e1".into(),
        nomor: "R-1".into(),
        acara: "Pembukaan".into(),
        versi: "e1".into(),
        dari: "e1".into(),
        kini: bunyi("Data disamakan setiap bulan."),
        beda: vec![bunyi("Data disamakan setiap triwulan.")],
        informasi: true,
        sepakat: (1, 2),
        sikap: vec![
            rumusan::SikapView {
                instansi: "Kab. Muara Tua".into(),
                kata: ("Sepakat".into(), Tone::Ok),
                dicatatkan: true,
                ..rumusan::SikapView::default()
            },
            rumusan::SikapView {
                instansi: "Kota Sungai Biru".into(),
                kata: ("Tidak sepakat".into(), Tone::Bahaya),
                catatan: "Belum ada anggaran.".into(),
                dicatatkan: false,
            },
        ],
        suara: Some(rumusan::SuaraView {
            terbuka: true,
            hitungan: "setuju 1, tidak setuju 0, abstain 0, tanpa suara 1".into(),
            daftar: vec![
                ("Kab. Muara Tua".into(), "Setuju".into(), true),
                ("Kota Sungai Biru".into(), "Belum memberi suara".into(), false),
            ],
            pilihan: &[("setuju", "Setuju"), ("tidak", "Tidak setuju"), ("abstain", "Abstain")],
        }),
        cap: "1".into(),
    };
    let all = RumusanView {
        kepala: kepala.clone(),
        alamat: "/rakor/1".into(),
        tulis: true,
        sepakati: true,
        bersikap: pihak_pilihan(),
        pungut: true,
        agenda: vec![("a1".into(), "Pembukaan".into())],
        butir: vec![point],
        dicabut: vec![("Rekrutmen ulang.".into(), "Bukan wewenang daerah".into())],
        belum: vec!["R-1 tidak sepakat: Kota Sungai Biru".into()],
        ..RumusanView::default()
    };
    let party =
        RumusanView { tulis: false, sepakati: false, bersikap: pihak_pilihan()[..1].to_vec(), ..all.clone() };
    let empty = RumusanView { butir: Vec::new(), dicabut: Vec::new(), bersikap: Vec::new(), ..party.clone() };
    let screen = ProyektorView {
        judul: "Rakor triwulan III".into(),
        keterangan: "19 Agustus 2026 · Aula BKD".into(),
        siaran: "/rakor/1/siaran".into(),
        agenda: vec![("09.00".into(), "Pembukaan".into())],
        butir: vec![layar::Butir {
            nomor: "R-1".into(),
            teks: "Data disamakan.".into(),
            kemajuan: "1 dari 2 sepakat".into(),
            sikap: vec![("Kab. Muara Tua".into(), "✓", "sepakat")],
            versi: "1".into(),
        }],
    };
    let code = "<svg aria-hidden=\"true\" viewBox=\"0 0 2 2\"><path d=\"M0 0h1v1H0z\"></path></svg>";
    vec![
        Sample::new("rakor-rumusan", rumusan::rumusan(&bingkai(), &all)),
        Sample::new("rakor-rumusan-pihak", rumusan::rumusan(&bingkai(), &party)),
        Sample::new("rakor-rumusan-kosong", rumusan::rumusan(&bingkai(), &empty)),
        Sample::new("rakor-proyektor", proyektor::proyektor(&screen)),
        Sample::new(
            "rakor-kode",
            proyektor::kode("Rakor triwulan III", "/rakor/1/kode", code, "k7q2 m4xd", 22),
        ),
    ]
}
