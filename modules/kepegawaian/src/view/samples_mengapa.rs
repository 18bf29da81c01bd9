//! Invented answers: a list of services, one with its reasons, closed facts, a supposition, the letter.

use super::mengapa::{
    Ketentuan, MengapaLayananView, MengapaView, Simulasi, Tentang, mengapa, mengapa_layanan,
};
use super::samples::TODAY;
use super::surat::{SuratView, surat};
use super::tafsir::{FormTafsir, Pilihan, TafsirView, tafsir};
use web::component::formulir::Ruas;
use web::component::lembar::Lembar;
use web::component::penjelasan::{BarisLayanan, Dasar, FaktaSyarat, Hasil, Jawaban, Syarat, Ukuran};
use web::page::example_frame;
use web::{Frame, Sample};

pub(super) fn samples() -> Vec<Sample> {
    let wrong = MengapaLayananView {
        simulasi: Simulasi {
            errors: vec![(
                "andai.golongan".into(),
                "Golongan: \"V/z\" bukan salah satu pilihannya: III/c, III/d.".into(),
            )],
            fields: vec![
                Ruas::text("andai.golongan", "Golongan")
                    .value("V/z")
                    .error(Some("Golongan: \"V/z\" bukan salah satu pilihannya: III/c, III/d.")),
            ],
            ..simulasi()
        },
        ..detail(false)
    };
    let supposed = MengapaLayananView {
        then: Some((
            ketentuan(Hasil::Memenuhi, false),
            vec![value("Paling cepat berlaku", "1 Desember 2026")],
        )),
        simulasi: Simulasi { supposed: vec!["TMT golongan: 1 Oktober 2022".into()], ..simulasi() },
        ..detail(false)
    };
    let nothing = TafsirView {
        ketentuan: disputed(None),
        history: vec![],
        form: None,
        refusal: "Posisi tentang diri sendiri dipilih oleh pejabat lain.".into(),
        ..positions()
    };
    let letter = SuratView {
        lembar: Lembar {
            instansi: "Pemerintah Provinsi Bumi Raya".into(),
            title: "Penjelasan: kenaikan pangkat reguler".into(),
            unit: String::new(),
            at: TODAY,
        },
        about: about(false),
        golongan: "III/c".into(),
        unit: "RSUD Bumi Raya".into(),
        list: vec![ketentuan(Hasil::Tidak, false), value("Paling cepat berlaku", "1 April 2027")],
        back_href: "/pegawai/1/mengapa/kp-reguler".into(),
    };
    vec![
        Sample::new("mengapa", mengapa(&frame("Mengapa?"), &list(false))),
        Sample::new("mengapa-tertutup", mengapa(&frame("Mengapa?"), &list(true))),
        Sample::new("mengapa-layanan", mengapa_layanan(&frame("Kenaikan pangkat reguler"), &detail(false))),
        Sample::new(
            "mengapa-layanan-tertutup",
            mengapa_layanan(&frame("Kenaikan pangkat reguler"), &detail(true)),
        ),
        Sample::new(
            "mengapa-beda-tafsir",
            mengapa_layanan(
                &frame("Pensiun atas permintaan sendiri"),
                &MengapaLayananView { now: disputed(Some(chosen())), ..detail(false) },
            ),
        ),
        Sample::new("tafsir", tafsir(&frame("Beda tafsir"), &positions())),
        Sample::new("tafsir-ditutup", tafsir(&frame("Beda tafsir"), &nothing)),
        Sample::new("mengapa-simulasi", mengapa_layanan(&frame("Kenaikan pangkat reguler"), &supposed)),
        Sample::new("mengapa-simulasi-salah", mengapa_layanan(&frame("Kenaikan pangkat reguler"), &wrong)),
        Sample::new("mengapa-surat", surat(&frame("Surat penjelasan"), &letter)),
    ]
}

fn frame(title: &str) -> Frame {
    example_frame(title, "Data Pegawai")
}

fn about(closed: bool) -> Tentang {
    let clock = |label: &str, value: &str| (label.to_owned(), value.to_owned());
    Tentang {
        name: "dr. Ratna Wulandari, M.Kes.".into(),
        nip: "198403122010012007".into(),
        jabatan: "Dokter Ahli Muda".into(),
        base_href: "/pegawai/1".into(),
        keep: vec![("berlaku".into(), "2026-11-22".into())],
        clocks: vec![
            clock("Keadaan per tanggal", "22 November 2026"),
            clock("Menurut data", "seluruh data tercatat"),
            clock("Hukum per tanggal", "22 November 2026"),
            clock("Peraturan diketahui s.d.", "1 Oktober 2025"),
            clock("Sidik paket peraturan", "9f2c01ab77de"),
        ],
        closed,
        open_href: closed.then(|| "/pegawai/1/buka".into()),
        action: "/pegawai/1/mengapa/kp-reguler".into(),
        hukum: String::new(),
    }
}

fn list(closed: bool) -> MengapaView {
    let row = |name: &str, hasil, value: &str, decides: &str, when: &str| BarisLayanan {
        name: name.into(),
        href: "/pegawai/1/mengapa/kp-reguler".into(),
        hasil,
        value: value.into(),
        decides: decides.into(),
        when: when.into(),
    };
    let missing = if closed {
        "Belum diketahui: Hukuman disiplin sampai (tertutup bagi Anda)"
    } else {
        "Belum diketahui: Ujian dinas tingkat I"
    };
    MengapaView {
        about: about(closed),
        groups: vec![
            (
                "Pangkat".into(),
                vec![
                    row(
                        "Kenaikan pangkat reguler",
                        Hasil::Tidak,
                        "",
                        "Paling sedikit 4 tahun dalam pangkat terakhir",
                        "memenuhi syarat mulai 1 April 2027",
                    ),
                    row("Kenaikan pangkat penyesuaian ijazah", Hasil::Belum, "", missing, ""),
                ],
            ),
            ("Gaji".into(), vec![row("Gaji pokok", Hasil::Memenuhi, "Rp3.846.000", "", "")]),
        ],
        apart: vec![row("Perpanjangan perjanjian kerja", Hasil::TidakBerlaku, "", "Hanya untuk PPPK", "")],
    }
}

fn ketentuan(hasil: Hasil, closed: bool) -> Ketentuan {
    let dasar = Dasar {
        text: "Pasal 7 huruf a PP 99/2000 jo. PP 12/2002 yang dicabut, diteruskan melalui Pasal 352 dan Pasal 363 PP 11/2017".into(),
        kepastian: "perlu dicek pada naskah resmi".into(),
    };
    let masa = Syarat {
        facts: vec![FaktaSyarat {
            label: "TMT golongan".into(),
            value: "1 April 2023".into(),
            documents: vec![(
                "SK Gubernur 823/57/2023 tanggal 2 Februari 2023".into(),
                "/pegawai/1/dokumen/1".into(),
            )],
            action: None,
        }],
        measures: vec![Ukuran { label: "Ukuran".into(), value: "4 tahun".into(), dasar: dasar.clone() }],
        dasar,
        when: "memenuhi syarat mulai 1 April 2027".into(),
        decides: true,
        ..Syarat::new(hasil, "Paling sedikit 4 tahun dalam pangkat terakhir")
    };
    let disiplin = Syarat {
        facts: vec![FaktaSyarat {
            label: "Hukuman disiplin sampai".into(),
            value: if closed { "tertutup bagi Anda".into() } else { "tidak ada".into() },
            documents: vec![],
            action: closed.then(|| ("Buka dengan alasan".into(), "/pegawai/1/buka".into())),
        }],
        ..Syarat::new(
            if closed { Hasil::Belum } else { Hasil::Memenuhi },
            "Tidak sedang menjalani hukuman disiplin sedang atau berat",
        )
    };
    Ketentuan {
        title: "Kenaikan pangkat reguler".into(),
        answer: Jawaban {
            hasil,
            value: String::new(),
            sentences: vec!["Paling sedikit 4 tahun dalam pangkat terakhir.".into()],
            met: Some((1, 2)),
        },
        list: vec![masa, disiplin],
        dispute: false,
        note: "Ketentuan ini berubah mulai 1 Januari 2028.".into(),
        pilihan: None,
        pilih: vec![],
    }
}

fn value(title: &str, value: &str) -> Ketentuan {
    Ketentuan {
        title: title.into(),
        answer: Jawaban { hasil: Hasil::Memenuhi, value: value.into(), sentences: vec![], met: None },
        list: vec![Syarat { value: value.into(), ..Syarat::new(Hasil::Memenuhi, title) }],
        dispute: false,
        note: String::new(),
        pilihan: None,
        pilih: vec![],
    }
}

/// Two positions, one of them chosen.
fn disputed(pilihan: Option<Pilihan>) -> Ketentuan {
    let title = "Hak pensiun atas permintaan sendiri";
    Ketentuan {
        title: title.into(),
        answer: Jawaban {
            hasil: Hasil::BedaTafsir,
            value: String::new(),
            sentences: vec!["2 pendapat yang dapat dipertahankan.".into()],
            met: None,
        },
        list: vec![
            Syarat::new(Hasil::Tidak, "Usia 50 tahun dan masa kerja 20 tahun, yang diikuti praktik"),
            Syarat::new(Hasil::Memenuhi, "Usia 45 tahun dan masa kerja 20 tahun"),
        ],
        dispute: true,
        note: "Praktik mengikuti 50 dan 20 menurut UU 11/1969.".into(),
        pilihan,
        pilih: vec![(title.into(), "/pegawai/1/tafsir/pensiun.hak.aps".into())],
    }
}

fn chosen() -> Pilihan {
    Pilihan {
        position: Some("usia 50 tahun dan masa kerja 20 tahun, yang diikuti praktik".into()),
        answer: Hasil::Tidak.words().into(),
        asked: "Keadaan per 22 Nov 2026, hukum per 22 Nov 2026".into(),
        official: "Kepala BKD, Rahmat Hidayat".into(),
        document: "800/1187/BKD tanggal 20 Nov 2026".into(),
        reason: "Mengikuti praktik yang disepakati dengan kantor regional BKN".into(),
        recorded: "22 Nov 2026 09.31 WIB oleh Desi Anggraini, Petugas BKD".into(),
        outdated: false,
    }
}

fn positions() -> TafsirView {
    let back = Pilihan { position: None, answer: String::new(), asked: String::new(), ..chosen() };
    TafsirView {
        about: about(false),
        ketentuan: disputed(Some(Pilihan { outdated: true, ..chosen() })),
        history: vec![Pilihan { outdated: true, ..chosen() }, back],
        form: Some(FormTafsir {
            action: "/pegawai/1/tafsir/pensiun.hak.aps".into(),
            choices: vec![("uu_11_1969".into(), "Usia 50 tahun dan masa kerja 20 tahun".into())],
            on_paper: true,
            errors: vec![(
                "nomor".into(),
                "Tulis nomor dokumen pejabat itu, paling banyak 100 huruf.".into(),
            )],
            ..FormTafsir::default()
        }),
        refusal: String::new(),
    }
}

fn simulasi() -> Simulasi {
    let option = |v: &str, l: &str| (v.to_owned(), l.to_owned());
    Simulasi {
        fields: vec![
            Ruas::date("andai.tmt_golongan", "TMT golongan").help("Menurut data: 1 April 2023"),
            Ruas::choice(
                "andai.golongan",
                "Golongan",
                vec![option("", "Sesuai data: III/c"), option("-", "Tidak ada"), option("III/d", "III/d")],
            ),
        ],
        others: vec![Ruas::text("andai.angka_kredit", "Angka kredit")],
        errors: vec![],
        hidden: vec![("berlaku".into(), "2026-11-22".into())],
        supposed: vec![],
        clear_href: "/pegawai/1/mengapa/kp-reguler".into(),
    }
}

fn detail(closed: bool) -> MengapaLayananView {
    MengapaLayananView {
        about: about(closed),
        now: ketentuan(Hasil::Tidak, closed),
        beside: vec![value("Paling cepat berlaku", "1 April 2027")],
        then: None,
        simulasi: simulasi(),
        letter_href: "/pegawai/1/mengapa/kp-reguler/surat".into(),
        list_href: "/pegawai/1/mengapa".into(),
    }
}
