//! Every state of the pages with made-up people.

use super::{BuktiBaris, BuktiView, DaftarView, SelesaiBaris, SelesaiView, Simpul};
use super::{TinjauBaris, TinjauView, Tinjauan, Tutupan, Ubah};
use super::{bukti, daftar, selesai, tinjau};
use web::component::perbandingan::Banding;
use web::component::tab::Tab;
use web::page::example_frame;
use web::{Sample, Tone};

const NAME: &str = "Ratna Wulandari, S.Sos.";
const NIP: &str = "198503122010012001";
const NORM: &str = "Kenaikan pangkat reguler (kp.reguler)";
const STORED: &str = "22 Nov 2026 09.31 WIB";
const BY: &str = "Desi Anggraini, Petugas BKD";
const PURPOSE: &str = "Usul kenaikan pangkat April 2026";

/// All of them.
pub fn samples() -> Vec<Sample> {
    let frame = |title| example_frame(title, "Data Pegawai");
    let empty = DaftarView { rows: Vec::new(), norms: None, next_href: None, ..list() };
    let refused = DaftarView {
        errors: vec![("keperluan".into(), "Tulis keperluannya, 5 sampai 300 huruf.".into())],
        ..list()
    };
    let closed = BuktiView { closed: true, ..whole() };
    let lost = BuktiView { text: None, without_discipline: true, changes: Vec::new(), ..whole() };
    let reviewed = BuktiView { pending: false, form: None, history: vec![closing(), closing()], ..whole() };
    let form = Tutupan {
        action: "/pegawai/1/bukti/1/tinjau".into(),
        errors: vec![("alasan".into(), "Tulis alasannya, 10 sampai 500 huruf.".into())],
        ..Tutupan::default()
    };
    let waiting = BuktiView { form: Some(form), history: vec![closing()], ..whole() };
    let nothing = TinjauView { rows: Vec::new(), next_href: None, ..queue() };
    vec![
        Sample::new("bukti-daftar", daftar(&frame("Bukti telaah"), &list())),
        Sample::new("bukti-daftar-kosong", daftar(&frame("Bukti telaah"), &empty)),
        Sample::new("bukti-daftar-ditolak", daftar(&frame("Bukti telaah"), &refused)),
        Sample::new("bukti-satu", bukti(&frame("Satu bukti"), &whole())),
        Sample::new("bukti-satu-tertutup", bukti(&frame("Satu bukti"), &closed)),
        Sample::new("bukti-satu-hilang", bukti(&frame("Satu bukti"), &lost)),
        Sample::new("bukti-satu-ditinjau", bukti(&frame("Satu bukti"), &reviewed)),
        Sample::new("bukti-satu-menunggu", bukti(&frame("Satu bukti"), &waiting)),
        Sample::new("tinjau-ulang-selesai", selesai(&frame("Tinjau ulang"), &done())),
        Sample::new(
            "tinjau-ulang-selesai-kosong",
            selesai(&frame("Tinjau ulang"), &SelesaiView { rows: Vec::new(), ..done() }),
        ),
        Sample::new("tinjau-ulang", tinjau(&frame("Tinjau ulang"), &queue())),
        Sample::new("tinjau-ulang-kosong", tinjau(&frame("Tinjau ulang"), &nothing)),
    ]
}

fn verdict() -> (String, Tone) {
    ("Memenuhi syarat".into(), Tone::Ok)
}

fn list() -> DaftarView {
    let row = |norm: Option<&str>| BuktiBaris {
        href: "/pegawai/1/bukti/1".into(),
        stored: STORED.into(),
        norm: norm.map(Into::into),
        verdict: verdict(),
        purpose: PURPOSE.into(),
        by: BY.into(),
    };
    DaftarView {
        name: NAME.into(),
        nip: NIP.into(),
        rows: vec![row(Some(NORM)), row(None)],
        next_href: Some("/pegawai/1/bukti?sesudah=1".into()),
        norms: Some(vec![("kp.reguler".into(), NORM.into())]),
        today: "2026-11-22".into(),
        closed: true,
        action: "/pegawai/1/bukti".into(),
        open_href: "/pegawai/1/buka".into(),
        ..DaftarView::default()
    }
}

fn whole() -> BuktiView {
    let part = Simpul {
        verdict: verdict(),
        words: "sekurang-kurangnya telah 4 tahun dalam pangkat terakhir".into(),
        citation: "Pasal 7 huruf a PP 99/2000 jo. PP 12/2002".into(),
        facts: vec![(
            "TMT golongan".into(),
            "1 April 2022".into(),
            "SK Gubernur 823/1187 tanggal 1 Maret 2022".into(),
        )],
        ..Simpul::default()
    };
    let change = Ubah {
        title: "Golongan diralat pada 23 Nov 2026 10.00 WIB".into(),
        from: "SK Gubernur 823/1187 tanggal 1 Mar 2022".into(),
        by: "SK Gubernur 823/2201 tanggal 20 Nov 2026".into(),
        before: "Dipakai bukti ini".into(),
        after: "Sekarang".into(),
        rows: vec![Banding {
            field: "TMT".into(),
            before: Some("1 Apr 2022".into()),
            after: Some("1 Okt 2022".into()),
        }],
    };
    BuktiView {
        name: NAME.into(),
        nip: NIP.into(),
        title: NORM.into(),
        verdict: verdict(),
        value: "12,5 angka kredit".into(),
        chosen: vec!["pensiun.hak.aps: Memenuhi syarat (MS) (usia 45 tahun dan masa kerja 20 tahun). Dipilih Kepala BKD, Rahmat Hidayat. Alasan: bunyi PP lebih baru".into()],
        purpose: PURPOSE.into(),
        by: BY.into(),
        stored: STORED.into(),
        clocks: vec![
            ("Keadaan per tanggal", "1 Apr 2026".into()),
            ("Hukum per tanggal", "1 Apr 2026".into()),
        ],
        hash: "9f2c4be07a51d3886e0b1f47c2a95d10843be6f7025c9ad1e4708f3b6c12d95a".into(),
        text: Some(Simpul {
            words: "Kenaikan pangkat reguler".into(),
            parts: vec![part],
            verdict: verdict(),
            ..Simpul::default()
        }),
        changes: vec![change],
        open_href: "/pegawai/1/buka".into(),
        pending: true,
        form: Some(Tutupan { action: "/pegawai/1/bukti/1/tinjau".into(), ..Tutupan::default() }),
        ..BuktiView::default()
    }
}

fn closing() -> Tinjauan {
    Tinjauan {
        outcome: ("Diperbarui".into(), Tone::Info),
        reason: "TMT golongan menjadi 1 Oktober 2022; usul digeser ke periode Oktober 2026".into(),
        by: BY.into(),
        when: STORED.into(),
        successor: Some("/pegawai/1/bukti/2".into()),
    }
}

fn done() -> SelesaiView {
    let Tinjauan { outcome, reason, by, when, successor } = closing();
    let open = SelesaiBaris {
        name: NAME.into(),
        nip: NIP.into(),
        href: "/pegawai/1/bukti/1".into(),
        norm: Some(NORM.into()),
        purpose: PURPOSE.into(),
        outcome,
        reason,
        by,
        when,
        successor,
    };
    let closed = SelesaiBaris {
        norm: None,
        reason: String::new(),
        outcome: ("Tetap".into(), Tone::Ok),
        successor: None,
        ..open.clone()
    };
    SelesaiView { tabs: queue().tabs, rows: vec![open, closed], next_href: None }
}

fn queue() -> TinjauView {
    let row = |norm: Option<&str>, causes: &[&str]| TinjauBaris {
        name: NAME.into(),
        nip: NIP.into(),
        href: "/pegawai/1/bukti/1".into(),
        stored: STORED.into(),
        norm: norm.map(Into::into),
        verdict: verdict(),
        purpose: PURPOSE.into(),
        causes: causes.iter().map(|c| (*c).to_owned()).collect(),
    };
    let corrected = "Golongan menurut SK Gubernur 823/1187 tanggal 1 Mar 2022 diralat dengan SK Gubernur 823/2201 tanggal 20 Nov 2026, dicatat 23 Nov 2026 10.00 WIB";
    TinjauView {
        tabs: vec![
            Tab { label: "Semua".into(), href: "/tinjau-ulang".into(), current: true, ..Tab::default() },
            Tab { label: "Norma berubah".into(), href: "/tinjau-ulang?sebab=norma".into(), ..Tab::default() },
        ],
        rows: vec![
            row(Some(NORM), &[corrected]),
            row(Some(NORM), &[corrected, "Param kp.masa_min (PP-99-2000) dibaca lain dalam paket sekarang"]),
            row(None, &[]),
        ],
        next_href: Some("/tinjau-ulang?sesudah=1".into()),
    }
}
