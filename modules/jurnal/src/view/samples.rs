//! Invented journals, for tests and the gallery.

use super::*;
use web::component::keadaan::Gagal;
use web::page::example_frame;
use web::{Crumb, Sample};

const HEAD: &str = "9f2c4be07a51d3886e0b1f47c2a95d10843be6f7025c9ad1e4708f3b6c12d95a";
const KEY: &str = "4c81a0f2d97711e3b05a62c8ee140d3f";

fn frame() -> Frame {
    let mut frame = example_frame("Jurnal", "Jurnal");
    frame.clock = None;
    frame.crumbs = vec![Crumb { label: "Jurnal".into(), href: None }];
    frame
}

/// Whole documents, by file name.
pub fn samples() -> Vec<Sample> {
    let good = || Pemeriksaan::Utuh { when: "22 Nov 2026 09.12 WIB".into(), entries: 48_120 };
    let bad = Pemeriksaan::TidakCocok {
        when: "22 Nov 2026 09.12 WIB".into(),
        seq: Some(31_204),
        href: Some("/jurnal/A1/31204".into()),
        sentence: "Sidik isinya berbeda dengan yang tercatat di pohon.".into(),
    };
    let own = |check| own(49_816, check);
    let mut broken = view(vec![own(bad)]);
    broken.tabs = vec![];
    let mut running = view(vec![own(good())]);
    running.checking = Some((12_288, 49_816));
    let mut empty = view(vec![JurnalInstansi {
        last: String::new(),
        head: String::new(),
        ..super::samples::own(0, Pemeriksaan::Belum)
    }]);
    empty.entries = vec![];
    let mut failed = view(vec![]);
    failed.instansi = Blok::Gagal(Gagal {
        what: "Kepala jurnal belum dapat dibaca.".into(),
        detail: "Sejak 09.12 WIB. Data Pegawai tetap dapat dibuka, tetapi belum dapat disimpan.".into(),
        retry_href: "/jurnal".into(),
    });
    let other = JurnalInstansi {
        name: "Pemerintah Kabupaten Muara Tua".into(),
        ..super::samples::own(6_204, Pemeriksaan::Belum)
    };
    vec![
        Sample::new("jurnal", jurnal(&frame(), &view(vec![own(good()), other]))),
        Sample::new("jurnal-tidak-cocok", jurnal(&frame(), &broken)),
        Sample::new("jurnal-memeriksa", jurnal(&frame(), &running)),
        Sample::new("jurnal-kosong", jurnal(&frame(), &empty)),
        Sample::new("jurnal-salah", jurnal(&frame(), &failed)),
        Sample::new("jurnal-entri", entri(&entry_frame(), &one())),
        Sample::new("jurnal-entri-musnah", entri(&entry_frame(), &gone())),
    ]
}

fn entry_frame() -> Frame {
    let mut frame = Frame { title: "Entri 49.815".into(), ..frame() };
    frame.crumbs[0].href = Some("/jurnal".into());
    frame.crumbs.push(Crumb { label: "Entri 49.815".into(), href: None });
    frame
}

fn one() -> EntriView {
    let pair = |name: &str, value: &str| (name.to_owned(), value.to_owned());
    let fact = |act: &str, kind: &str, span: &str, fields| FaktaEntri {
        act: act.into(),
        kind: kind.into(),
        span: span.into(),
        fields,
    };
    EntriView {
        seq: 49_815,
        instansi: "Pemerintah Provinsi Bumi Raya".into(),
        when: "22 Nov 2026 09.31 WIB".into(),
        actor: "sari.maharani".into(),
        subject: "Bambang Supriyadi, S.E., M.M.".into(),
        subject_href: Some("/pegawai/197208171998031006".into()),
        document: "SK Gubernur 821.2/1187/BKD/2026 tanggal 2 Nov 2026".into(),
        signer: "Gubernur Bumi Raya".into(),
        file: String::new(),
        hash: HEAD.into(),
        facts: vec![
            fact(
                "Ralat",
                "Golongan",
                "1 Okt 2026",
                vec![pair("Golongan", "IV/a"), pair("Masa kerja (tahun)", "18")],
            ),
            fact("Perubahan", "Identitas", "", vec![pair("NIK", "1571••••••••••••")]),
            fact("Pembatalan", "Penugasan Plt/Plh", "", vec![]),
        ],
        cells: 0,
        withheld: None,
        before_href: Some("/jurnal/A1/49814".into()),
        after_href: Some("/jurnal/A1/49816".into()),
    }
}

fn gone() -> EntriView {
    EntriView {
        facts: vec![],
        withheld: Some(
            "Isi entri ini sudah dimusnahkan menurut perintah; sidiknya tetap ada dalam rantai.".into(),
        ),
        subject: "tidak diketahui lagi".into(),
        subject_href: None,
        document: String::new(),
        signer: String::new(),
        ..one()
    }
}

fn own(entries: u64, check: Pemeriksaan) -> JurnalInstansi {
    JurnalInstansi {
        name: "Pemerintah Provinsi Bumi Raya".into(),
        entries,
        head: HEAD.into(),
        last: "22 Nov 2026 09.31 WIB".into(),
        key: KEY.into(),
        check,
    }
}

fn view(instansi: Vec<JurnalInstansi>) -> JurnalView {
    let e = |seq, actor: &str, subject: &str, href: Option<&str>, document: &str, facts| EntriJurnal {
        seq,
        href: format!("/jurnal/A1/{seq}"),
        when: "22 Nov 2026 09.31 WIB".into(),
        actor: actor.into(),
        subject: subject.into(),
        subject_href: href.map(Into::into),
        document: document.into(),
        facts,
        hash: HEAD[8..40].into(),
    };
    let t = |label: &str, count, current| Tab {
        label: label.into(),
        href: "/jurnal".into(),
        count: Some(count),
        warn: false,
        current,
    };
    JurnalView {
        instansi: Blok::Ada(instansi),
        checking: None,
        tabs: vec![t("Provinsi Bumi Raya", 49_816, true), t("Kabupaten Muara Tua", 6_204, false)],
        entries: vec![
            e(
                49_816,
                "Sari Maharani",
                "dr. Ratna Wulandari, M.Kes.",
                Some("/pegawai/198403122010012007"),
                "Unduhan SIASN nominatif-21-november.xlsx baris 312",
                9,
            ),
            e(
                49_815,
                "Sari Maharani",
                "Bambang Supriyadi, S.E., M.M.",
                Some("/pegawai/197208171998031006"),
                "SK Gubernur 821.2/1187/BKD/2026",
                1,
            ),
            e(
                49_814,
                "operator",
                "Dinas Kesehatan",
                Some("/organisasi?unit=dinkes"),
                "Daftar unor daftar-unor.csv baris 812",
                4,
            ),
            e(49_813, "operator", "Pengaturan simpul", None, "Berita acara pemasangan 2 Nov 2026", 2),
        ],
        paging: Paging {
            first: 1,
            last: 4,
            total: Some(49_816),
            next_href: Some("/jurnal?sebelum=49813".into()),
            ..Paging::default()
        },
        may_check: true,
    }
}
