//! Worked examples of the pages about the SK.

use super::kepala::Kepala;
use super::perbandingan::{BarisOrang, BarisUnit, PerbandinganView, perbandingan};
use super::sk::{BarisSk, BarisTerbit, FormSk, FormSurat, SkView, Tercatat, sk};
use super::ulang::Ulang;
use web::component::paging::Paging;
use web::format::Tanggal;
use web::{Frame, Sample};

fn rows() -> Vec<BarisSk> {
    let row = |nama: &str, lama: (&str, &str), baru: (&str, &str), halangan: &[&str]| BarisSk {
        nama: nama.into(),
        status: "PNS",
        nip: "19790304 200312 2 004".into(),
        surat: Vec::new(),
        pangkat: "Pembina (IV/a)".into(),
        href: "#".into(),
        lama: (lama.0.into(), lama.1.into()),
        baru: (baru.0.into(), baru.1.into()),
        eselon: ("IV.a".into(), "III.a".into()),
        kelas: ("9".into(), "11".into()),
        halangan: halangan.iter().map(|h| (*h).to_owned()).collect(),
        batal: None,
    };
    vec![
        row(
            "Nurhayati Siregar, S.Sos., M.Si.",
            ("Kepala Subbagian Umum dan Kepegawaian", "Dinas Kesehatan"),
            ("Kepala Bidang Mutasi dan Promosi", "Badan Kepegawaian Daerah"),
            &[],
        ),
        row(
            "Yohanes Lado, S.Sos.",
            ("Kepala Bidang Mutasi dan Promosi", "Badan Kepegawaian Daerah"),
            ("Sekretaris", "Dinas Pemberdayaan Masyarakat dan Desa"),
            &["Pos Sekretaris sudah diisi Siti Maimunah (satu tempat)."],
        ),
    ]
}

fn isian() -> Vec<(&'static str, String)> {
    [
        ("tanggal", "07-12-2026"),
        ("jabatan", "Gubernur Bumi Raya"),
        ("tentang", "Pengangkatan dan Pemindahan Pegawai Negeri Sipil dalam Jabatan"),
        ("menimbang", "bahwa untuk mengisi jabatan yang lowong;"),
        ("mengingat", "Surat Sekda 800/1100 tanggal 1 Oktober 2026"),
    ]
    .map(|(name, value)| (name, value.to_owned()))
    .to_vec()
}

/// Drafts, refused, enacted, and both sides.
pub fn samples(frame: &Frame, kepala: &Kepala) -> Vec<Sample> {
    let paging = Paging { first: 1, last: 2, total: Some(2), ..Paging::default() };
    let all = rows();
    let draft = SkView {
        kepala: kepala.clone(),
        alamat: "/penempatan/1".into(),
        tmt: Tanggal::new(2027, 1, 4),
        orang: 2,
        kosong: 1,
        halangan: all.iter().flat_map(|b| b.halangan.clone()).collect(),
        rows: all,
        terbit: Vec::new(),
        paging: paging.clone(),
        tercatat: None,
        tetapkan: Some(FormSk {
            jenis: "Keputusan Gubernur".into(),
            penandatangan: "Gubernur Bumi Raya".into(),
        }),
        surat: Some(FormSurat {
            cetak: true,
            jenis: vec![
                ("keputusan".into(), "Keputusan dengan lampiran".into()),
                ("petikan".into(), "Petikan keputusan".into()),
            ],
            orang: vec![("1".into(), "Nurhayati Siregar, S.Sos., M.Si.".into())],
            isian: isian(),
            siap: Vec::new(),
        }),
        ulang: Ulang {
            tujuan: "sk".into(),
            ruas: vec![("nomor".into(), String::new())],
            salah: vec![("nomor".into(), "Isi nomor surat. (PNP-10)".into())],
        },
    };
    let mut done = draft.clone();
    done.halangan.clear();
    done.rows.iter_mut().for_each(|b| {
        b.halangan.clear();
        b.batal = Some("#".into());
        b.surat = vec![("Petikan keputusan".into(), "K7QM2XHD9WTR4FBN".into())];
    });
    done.rows[1].status = "PPPK";
    let letter = |label: &str, kode: &str, orang| BarisTerbit {
        label: label.into(),
        nomor: "800.1.3.3/2210/BKD/2026".into(),
        tanggal: Tanggal::new(2026, 12, 7),
        kode: kode.into(),
        tampil: "K7QM-2XHD-9WTR-4FBN".into(),
        orang,
        oleh: "Desi, Petugas mutasi dan pangkat, 7 Des 2026".into(),
    };
    done.terbit = vec![
        letter("Keputusan dengan lampiran", "8WTR4FBNK7QM2XHD", None),
        letter("Petikan keputusan", "", Some((2, 2))),
    ];
    if let Some(form) = &mut done.surat {
        form.siap = vec!["Keputusan dengan lampiran".into(), "Petikan keputusan".into()];
    }
    done.tercatat = Some(Tercatat {
        nomor: "800.1.3.3/2210/BKD/2026".into(),
        pada: Tanggal::new(2026, 12, 7),
        oleh: "Desi, Petugas mutasi dan pangkat".into(),
    });
    (done.tetapkan, done.ulang) = (None, Ulang::default());
    let none = SkView {
        orang: 0,
        rows: Vec::new(),
        surat: None,
        tercatat: None,
        paging: Paging::default(),
        ..done.clone()
    };
    let unit = |nama: &str, terisi: (usize, usize)| BarisUnit {
        nama: nama.into(),
        kursi: 4,
        terisi,
        bulan: (terisi.0 as i64 * 190, terisi.1 as i64 * 205),
    };
    let person = BarisOrang {
        href: "#".into(),
        nama: "Nurhayati Siregar, S.Sos., M.Si.".into(),
        lama: ("Kepala Subbagian Umum dan Kepegawaian".into(), "Dinas Kesehatan".into()),
        baru: ("Kepala Bidang Mutasi dan Promosi".into(), "Badan Kepegawaian Daerah".into()),
    };
    let sides = PerbandinganView {
        kepala: kepala.clone(),
        alamat: "/penempatan/1".into(),
        tercatat: Some(Tanggal::new(2026, 12, 7)),
        berlaku: Tanggal::new(2027, 1, 4),
        unit: vec![unit("Badan Kepegawaian Daerah", (2, 4)), unit("Dinas Kesehatan", (3, 0))],
        luar: vec![("Analis Kepegawaian Ahli Muda".into(), "Dinas Kesehatan".into(), 2)],
        orang: vec![person],
        paging,
    };
    vec![
        Sample::new("penempatan-sk", sk(frame, &draft)),
        Sample::new("penempatan-sk-tercatat", sk(frame, &done)),
        Sample::new("penempatan-sk-kosong", sk(frame, &none)),
        Sample::new("penempatan-perbandingan", perbandingan(frame, &sides)),
        Sample::new(
            "penempatan-perbandingan-rencana",
            perbandingan(frame, &PerbandinganView { tercatat: None, ..sides }),
        ),
    ]
}
