//! Worked examples of the pages that read a plan.

use super::gerbang::{BarisGerbang, GerbangView, gerbang};
use super::hasil::{BarisBatas, BarisKursi, BarisUnit, BatasView, HasilView, hasil};
use super::kepala::Kepala;
use super::kriteria::{BarisKriteria, KriteriaView, kriteria};
use super::kunci::{KunciView, kunci};
use super::kursi::{BarisCalon, KursiView, kursi};
use super::menyimpang::{Akibat, BarisSimpang, MenyimpangView, Ragam, TigaNama, menyimpang};
use super::orang::{BarisDapat, OrangView, Tentang, orang};
use super::periksa::{AsalBundel, BundelUmum, PeriksaView, SidikTerbit, periksa};
use super::pos::{BarisPos, PosView, pos};
use super::putus::{PutusView, YangDiputus, putus};
use super::saya::{BarisSaya, PosMinat, SatuView, SayaView, SuratSaya, satu, saya};
use super::surat::SuratForm;
use super::syarat::{KecualiView, KesampinganView, PutusanView, SyaratView, TerbukaView, syarat};
use super::ulang::Ulang;
use web::component::angka_utama::AngkaUtama;
use web::component::rantai::{Rantai, Simpul};
use web::format::Tanggal;
use web::{Frame, Sample, Tone};

const POST: &str = "Kepala Bidang Mutasi";
const UNIT: &str = "Badan Kepegawaian Daerah";

fn teks(text: &str) -> String {
    text.to_owned()
}

fn salah(ruas: &str, kalimat: &str) -> Ulang {
    Ulang { tujuan: "alasan".into(), ruas: Vec::new(), salah: vec![(ruas.into(), kalimat.into())] }
}

/// Every page with something in it.
pub fn samples(head: &Kepala, frame: &Frame) -> Vec<Sample> {
    let mut all = persiapan(head, frame);
    all.extend(rencana(head, frame));
    all.extend(sendiri(head, frame));
    all
}

fn persiapan(head: &Kepala, frame: &Frame) -> Vec<Sample> {
    let post = BarisPos {
        pos: "p1".into(),
        jabatan: POST.into(),
        unit: UNIT.into(),
        jenjang: "Administrator (eselon III)".into(),
        sebab: "Kosong".into(),
        pemegang: vec!["Ratna Wulandari, S.Sos.".into()],
        tempat: 1,
        kritis: true,
    };
    let posts = |dipilih| PosView {
        kepala: head.clone(),
        alamat: "/penempatan/1/pos".into(),
        dipilih,
        jumlah: (40, 42, 3),
        usulan: 12,
        terisi: 4,
        ubah: true,
        tanpa_profil: vec![format!("{POST}, {UNIT}")],
        rows: vec![post.clone()],
        ..PosView::default()
    };
    let criterion = BarisKriteria {
        kunci: "kompetensi".into(),
        nama: "Kesesuaian kompetensi".into(),
        arti: "Rata-rata persen pencapaian tiap kompetensi".into(),
        sumber: "Hasil penilaian kompetensi".into(),
        dasar: "Pasal 54 PP 11/2017".into(),
        kepastian: "praktik".into(),
        bobot: 40,
        tanpa_sumber: true,
    };
    let weights = KriteriaView {
        kepala: head.clone(),
        alamat: "/penempatan/1/kriteria".into(),
        ubah: true,
        rows: vec![criterion.clone()],
        periksa: vec![(Tone::Awas, teks("Bobot ini menguntungkan satu orang bernama: hanya Budi."))],
        periksa_href: "#".into(),
        umumkan: Some(SuratForm {
            alamat: "#".into(),
            apa: "pengumuman".into(),
            tombol: "Umumkan syarat dan bobot".into(),
            hadir: None,
            ..SuratForm::default()
        }),
        ulang: salah("bobot-kompetensi", "Jumlah bobot 90, seharusnya 100. (PNP-30)"),
        ..KriteriaView::default()
    };
    let set = KriteriaView {
        kepala: head.clone(),
        rows: vec![criterion],
        pengumuman: "800/1 tanggal 5 Oktober 2026".into(),
        ..KriteriaView::default()
    };
    let open = TerbukaView {
        norma: "jabatan.administrator".into(),
        norma_nama: "Pengangkatan administrator".into(),
        kelompok: "eselon_tujuan=III.a".into(),
        kelompok_nama: "eselon III.a".into(),
        href: "#".into(),
        lihat: 0,
        syarat: "kompetensi".into(),
        bunyi: "memenuhi standar kompetensi jabatan".into(),
        sebab: "Data belum lengkap".into(),
        banyak: 9,
    };
    let asks = SyaratView {
        kepala: head.clone(),
        alamat: "/penempatan/1".into(),
        terbuka: vec![open],
        memutus: true,
        putusan: vec![PutusanView {
            norma: "jabatan.administrator".into(),
            norma_nama: "Pengangkatan administrator".into(),
            syarat: "sehat jasmani dan rohani".into(),
            terpenuhi: true,
            tentang: "semua yang tidak diputus dengan nama".into(),
            alasan: "Sekda: berkas diperiksa".into(),
            oleh: "Desi, 5 Okt 2026".into(),
            href: "#".into(),
            ..PutusanView::default()
        }],
        putusan_lebih: 2,
        mengesampingkan: true,
        pos: vec![(teks("p1"), format!("{POST}, {UNIT}"))],
        kesampingan: vec![KesampinganView {
            nama: "Joko".into(),
            pegawai: "o3".into(),
            sebab: "Menolak".into(),
            alasan: "surat 1 Okt 2026".into(),
            oleh: "Desi, 5 Okt 2026".into(),
            ..KesampinganView::default()
        }],
        minat: vec![(teks("Ratna"), format!("{POST}, {UNIT}"))],
        kecuali: vec![KecualiView {
            nama: teks("Siti"),
            href: teks("#"),
            kelompok: teks("Administrator"),
            norma: teks("jabatan.administrator"),
            norma_nama: teks("Pengangkatan administrator"),
            bunyi: teks("pendidikan paling rendah S-1, Pasal 54 PP 11/2017"),
        }],
        kecuali_lebih: 12,
        ..SyaratView::default()
    };
    let facts = vec![(teks("Tempat"), teks("42")), (teks("Bobot"), teks("kinerja 100"))];
    let before = KunciView {
        kepala: head.clone(),
        alamat: "/penempatan/1/kunci".into(),
        fakta: facts.clone(),
        sidik: "a".repeat(64),
        mengunci: true,
        ..KunciView::default()
    };
    let after = KunciView {
        terkunci: true,
        mengunci: false,
        membuka: true,
        beda: Some(vec![teks("Budi untuk Kepala Bidang Mutasi: Predikat kinerja 80 menjadi 100.")]),
        beda_lebih: 3,
        halangan: vec![(teks("3 hal tentang 9 orang harus diputus. (PNP-40)"), teks("#"))],
        ..before.clone()
    };
    let person = |id: &str, nip: &str, keadaan| YangDiputus {
        id: id.into(),
        nama: "Ratna Dewi".into(),
        nip: nip.into(),
        nip_akhir: nip.into(),
        unit: UNIT.into(),
        jabatan: "Analis Kepegawaian Ahli Muda".into(),
        golongan: "III/d".into(),
        nilai: "Pangkat: Penata Tingkat I".into(),
        keadaan,
    };
    let one_by_one = PutusView {
        kepala: head.clone(),
        alamat: "/penempatan/1/syarat".into(),
        norma_nama: "Pengangkatan administrator".into(),
        bunyi: "memenuhi standar kompetensi jabatan".into(),
        kelompok_nama: "eselon III.a".into(),
        sebab: "Data belum lengkap".into(),
        orang: vec![
            person("o1", "051001", None),
            person("o2", "032007", Some(true)),
            person("o3", "032009", Some(false)),
        ],
        memutus: true,
        ..PutusView::default()
    };
    vec![
        Sample::new("penempatan-putus", putus(frame, &one_by_one)),
        Sample::new("penempatan-pos", pos(frame, &posts(true))),
        Sample::new("penempatan-pos-usulan", pos(frame, &posts(false))),
        Sample::new("penempatan-pos-kosong", pos(frame, &PosView { rows: Vec::new(), ..posts(true) })),
        Sample::new("penempatan-kriteria", kriteria(frame, &weights)),
        Sample::new("penempatan-kriteria-tetap", kriteria(frame, &set)),
        Sample::new("penempatan-syarat", syarat(frame, &asks)),
        Sample::new(
            "penempatan-syarat-kosong",
            syarat(frame, &SyaratView { kepala: head.clone(), ..SyaratView::default() }),
        ),
        Sample::new("penempatan-kunci", kunci(frame, &before)),
        Sample::new("penempatan-terkunci", kunci(frame, &after)),
    ]
}

fn tentang() -> Tentang {
    Tentang {
        fakta: vec![(teks("Jabatan sekarang"), teks("Analis SDM Ahli Muda"))],
        kriteria: vec![teks("Kompetensi (40)"), teks("Kinerja (60)")],
        pos: vec![BarisDapat {
            jabatan: POST.into(),
            unit: UNIT.into(),
            href: "#".into(),
            nilai: vec![80, 90],
            skor: "86,00".into(),
            urutan: "2 dari 9".into(),
            keadaan: String::new(),
        }],
        lebih: 3,
        sumber: vec![(teks("Kinerja"), teks("SKP 2025"))],
        dikecualikan: vec![(teks("JPT pratama"), teks("pangkat paling rendah IV/b"))],
        tanya: vec![(teks("0"), format!("{POST}, {UNIT}"))],
        tentang: "0".into(),
        jawaban: vec![teks("Nilai Budi di pos ini 86,00, urutan 2 dari 9."), teks("Pos ini diisi Ratna.")],
        perubahan: vec![teks("Ratna: Kepala Bidang Mutasi → Kepala Bidang Data")],
    }
}

fn rencana(head: &Kepala, frame: &Frame) -> Vec<Sample> {
    let chain = Rantai {
        judul: "Rantai 1: 1 perpindahan".into(),
        simpul: vec![
            (teks(POST), teks(UNIT), Simpul::Isi),
            (teks("Kepala Seksi"), teks("Kecamatan Hulu: tetap kosong"), Simpul::Kosong),
        ],
        orang: vec![teks("Ratna Wulandari, S.Sos.")],
    };
    let seat = BarisKursi {
        href: "#".into(),
        jabatan: POST.into(),
        unit: UNIT.into(),
        kini: String::new(),
        nanti: "Ratna".into(),
        orang_href: "#".into(),
        skor: "87,50".into(),
        keadaan: ("Pindah".into(), Tone::Info),
    };
    let unit = BarisUnit {
        nama: UNIT.into(),
        kursi: 4,
        gerak: (2, 1),
        kosong: (1, 2),
        pengalaman: (3, 1),
        lewat: true,
    };
    let plan = HasilView {
        kepala: head.clone(),
        alamat: "/penempatan/1/hasil".into(),
        bundel: "#".into(),
        luar: vec![(teks("Analis Kepegawaian Ahli Muda"), teks("Dinas Kesehatan"), 2)],
        angka: vec![
            AngkaUtama::new("Pos terisi", 38, "dari 42 tempat"),
            AngkaUtama::new("Tetap kosong", 4, "sebabnya di bawah"),
        ],
        catatan: vec![teks("1 penyimpangan PPK sudah dihitung di sini.")],
        rantai: vec![chain],
        kursi: vec![
            seat.clone(),
            BarisKursi { nanti: String::new(), keadaan: ("Kosong".into(), Tone::Netral), ..seat },
        ],
        kosong: vec![(
            teks("Kepala Seksi"),
            teks("Kecamatan Hulu"),
            teks("Tidak ada yang memenuhi syarat; 12 orang dikecualikan dengan alasan."),
            teks("#"),
        )],
        unit: vec![unit.clone()],
        wilayah: vec![unit],
        batas: Some(BatasView {
            kalimat: vec![
                teks(
                    "Dihitung dari pemegang pos rencana ini di tiap unit: 20 persen, dibulatkan ke bawah, paling sedikit satu orang.",
                ),
                teks("Tidak ada susunan dalam batas ini yang bernilai lebih."),
            ],
            unit: vec![BarisBatas {
                nama: UNIT.into(),
                orang: (5, 1, 1),
                longgar: "setiap orang lagi yang boleh keluar dari unit ini menambah paling banyak 4,00 poin"
                    .into(),
            }],
            lebih: 2,
        }),
        peka: vec![(teks("Kinerja"), teks("+5"), teks("Kinerja 65, Kompetensi 35"), 2)],
        pembanding: vec![(teks("2"), teks("Rencana lain"))],
        banding_judul: vec![teks("Rencana lain")],
        banding: vec![(teks("Pos terisi"), vec![teks("38 dari 42"), teks("37 dari 42")])],
        ..HasilView::default()
    };
    let considered = KursiView {
        kepala: head.clone(),
        jabatan: POST.into(),
        unit: UNIT.into(),
        fakta: vec![(teks("Dipertimbangkan"), teks("9 orang"))],
        kriteria: vec![teks("Kinerja (100)")],
        calon: vec![BarisCalon {
            urutan: 1,
            nama: "Ratna".into(),
            href: "#".into(),
            kini: "Analis".into(),
            nilai: vec![90],
            skor: "90,00".into(),
            tempat: String::new(),
            duduk: true,
        }],
        lebih: 8,
        selisih: vec![(teks("Budi"), vec![teks("Nilai Budi di pos ini 86,00, urutan 2 dari 9.")])],
        dikecualikan: vec![(teks("pendidikan paling rendah S-1"), 12)],
        menyimpang: "#".into(),
    };
    let person = OrangView {
        kepala: head.clone(),
        alamat: "#".into(),
        nama: "Budi Santoso".into(),
        nip: "198501012010011001".into(),
        tentang: tentang(),
    };
    let deviation = MenyimpangView {
        kepala: head.clone(),
        alamat: "/penempatan/1/menyimpang".into(),
        boleh: true,
        kursi: vec![(teks("0"), format!("{POST}, {UNIT}"))],
        pilih_kursi: "0".into(),
        menurut_rencana: "Ratna".into(),
        memilih: true,
        lebih: 12,
        calon: vec![(teks("o1"), teks("2. Budi (86,00)"))],
        pilih_calon: "o1".into(),
        akibat: Some(Akibat {
            apa: "Memilih Budi".into(),
            kembali: Ok(Ragam {
                biaya: "4,00 poin hilang".into(),
                pindah: 2,
                perubahan: vec![teks("Ratna: tidak mendapat pos")],
                kosong: 1,
                menjadi_kosong: vec![teks("Kepala Bidang Data")],
                tanpa_pos: vec![teks("Ratna")],
                lewat: vec![UNIT.into()],
            }),
            ulang: Ok(Ragam {
                biaya: "2,00 poin hilang".into(),
                pindah: 2,
                perubahan: vec![teks("Ratna: Kepala Bidang Data")],
                ..Ragam::default()
            }),
        }),
        daftar: vec![BarisSimpang {
            pos: POST.into(),
            kunci: "p1".into(),
            tempat: 0,
            semula: "Ratna".into(),
            dipilih: "Budi".into(),
            catatan: "Tidak berlaku lagi karena penyimpangan sesudahnya.".into(),
            susun_ulang: true,
            biaya: "4,00 poin hilang".into(),
            alasan: "berpengalaman".into(),
            oleh: "Sekda, 2 Nov 2026".into(),
        }],
        ulang: salah("alasan", "Tulis alasannya, 10 sampai 500 huruf. (PNP-11)"),
        ..MenyimpangView::default()
    };
    let three = MenyimpangView {
        kepala: head.clone(),
        alamat: "/penempatan/1/menyimpang".into(),
        tiga_nama: true,
        boleh: true,
        nama: vec![TigaNama {
            kunci: "p1".into(),
            pos: POST.into(),
            kursi: 0,
            kosong: false,
            calon: vec![(teks("o1"), teks("Budi (1985)"), teks("86,00"))],
            dipilih: (teks("Budi"), teks("wawancara")),
        }],
        ..MenyimpangView::default()
    };
    let gate = GerbangView {
        kepala: head.clone(),
        lebih: 2,
        rows: vec![BarisGerbang {
            nama: "Pertimbangan teknis BKN".into(),
            kalimat: "Diusulkan lewat I-Mut.".into(),
            pihak: "BKN".into(),
            dasar: "PP 11/2017".into(),
            tentang: "seluruh rencana".into(),
            keadaan: ("Disetujui".into(), Tone::Ok),
            sebab: String::new(),
            surat: Some((teks("B-12"), Tanggal::new(2026, 11, 2), teks("#"))),
            riwayat: vec![(teks("Dimintakan"), (teks("B-9"), Tanggal::new(2026, 10, 28), String::new()))],
        }],
        halangan: vec![teks("Persetujuan Mendagri: belum ada.")],
        form: Some(SuratForm {
            alamat: "#".into(),
            apa: "surat".into(),
            tombol: "Catat surat".into(),
            hadir: None,
            ..SuratForm::default()
        }),
        pilihan: vec![(teks("pertek|"), teks("Pertimbangan teknis BKN: seluruh rencana"))],
        ulang: salah("gerbang", "Pilih gerbang. (PNP-61)"),
    };
    vec![
        Sample::new("penempatan-hasil", hasil(frame, &plan)),
        Sample::new(
            "penempatan-hasil-kosong",
            hasil(frame, &HasilView { kepala: head.clone(), peka_href: "#".into(), ..HasilView::default() }),
        ),
        Sample::new("penempatan-kursi", kursi(frame, &considered)),
        Sample::new("penempatan-orang", orang(frame, &person)),
        Sample::new("penempatan-menyimpang", menyimpang(frame, &deviation)),
        Sample::new("penempatan-tiga-nama", menyimpang(frame, &three)),
        Sample::new("penempatan-gerbang", gerbang(frame, &gate)),
        Sample::new(
            "penempatan-gerbang-kosong",
            gerbang(frame, &GerbangView { kepala: head.clone(), ..GerbangView::default() }),
        ),
    ]
}

fn sendiri(head: &Kepala, frame: &Frame) -> Vec<Sample> {
    let row = BarisSaya {
        judul: "Penataan administrator 2026".into(),
        href: "#".into(),
        macam: "Administrator".into(),
        berlaku: Tanggal::new(2026, 12, 1),
        tahap: "Data dikunci".into(),
        minat: 2,
        terbuka: false,
    };
    let own = SatuView {
        kepala: Kepala { tab: Vec::new(), ..head.clone() },
        alamat: "/penempatan/saya/1".into(),
        pengumuman: "800/1 tanggal 5 Oktober 2026".into(),
        instansi: "Pemerintah Provinsi Bumi Raya".into(),
        kriteria: vec![teks("Kinerja (100)")],
        duk: true,
        jadwal: vec![(teks("Minat"), teks("19 Oktober 2026"))],
        boleh_minat: true,
        pos: vec![
            PosMinat { pos: "p1".into(), nama: format!("{POST}, {UNIT}"), urutan: Some(1) },
            PosMinat { pos: "p2".into(), nama: "Kepala Seksi".into(), urutan: None },
        ],
        pengangkatan: vec![(teks(POST), teks("Ratna"), teks("4,00 poin di atas Anda"))],
        terkunci: true,
        surat: vec![SuratSaya {
            label: teks("Petikan keputusan"),
            nomor: teks("800.1.3.3/2210/BKD/2026"),
            tanggal: Tanggal::new(2026, 12, 7),
            kode: teks("K7QM2XHD9WTR4FBN"),
            tampil: teks("K7QM-2XHD-9WTR-4FBN"),
        }],
        tentang: Tentang { perubahan: Vec::new(), ..tentang() },
        ulang: salah("pos", "Pilih paling banyak 5 pos. (PNP-23)"),
    };
    let checked = PeriksaView {
        terbit: vec![BundelUmum {
            judul: teks("Penataan administrator 2026"),
            pemilik: teks("Pemerintah Provinsi Bumi Raya"),
            href: teks("#"),
            sidik: vec![SidikTerbit {
                label: teks("Bundel untuk umum"),
                sidik: "9f2c4be07a51d388".repeat(4),
                pada: Tanggal::new(2026, 11, 20),
            }],
        }],
        sidik: "9f2c4be07a51d388".repeat(4),
        berkas: "bundel.zip".into(),
        hasil: vec![
            (teks("Bundel utuh"), true, teks("Tidak ada bita yang berubah.")),
            (teks("Rencana terbaik"), false, teks("Ada susunan yang lebih baik.")),
        ],
        ..PeriksaView::default()
    };
    let published = PeriksaView {
        asal: Some(AsalBundel {
            judul: teks("Penataan administrator 2026"),
            pemilik: teks("Pemerintah Provinsi Bumi Raya"),
            apa: teks("Bundel untuk umum"),
            pada: Tanggal::new(2026, 11, 20),
            diganti: false,
            batal: false,
        }),
        hasil: vec![(teks("Bundel utuh"), true, teks("Tidak ada bita yang berubah."))],
        ..checked.clone()
    };
    let none = PeriksaView {
        salah: vec![(teks("berkas"), teks("Pilih berkas bundel lebih dahulu. (PNP-70)"))],
        ..PeriksaView::default()
    };
    vec![
        Sample::new("penempatan-saya", saya(frame, &SayaView { rows: vec![row], tanpa_pegawai: false })),
        Sample::new("penempatan-saya-kosong", saya(frame, &SayaView::default())),
        Sample::new("penempatan-saya-satu", satu(frame, &own)),
        Sample::new("penempatan-periksa", periksa(&checked)),
        Sample::new("penempatan-periksa-terbit", periksa(&published)),
        Sample::new("penempatan-periksa-salah", periksa(&none)),
    ]
}
