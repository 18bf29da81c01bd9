//! What hangs on the list: other columns, the panel, the sheet, kept lists.

use super::cetak::{CetakView, cetak};
use super::daftar::{BarisPegawai, DaftarView, daftar};
use super::ringkas::{RingkasView, ringkas};
use super::samples::{TODAY, list, rows};
use super::tabel::{Isian, KolomTampil};
use super::tampilan::{BarisTampilan, TampilanView, tampilan};
use web::component::lembar::Lembar;
use web::component::pilih_kolom::PilihKolom;
use web::page::example_frame;
use web::{Frame, Sample};

pub(super) fn samples() -> Vec<Sample> {
    vec![
        Sample::new("daftar-kolom", daftar(&frame("Data Pegawai"), &other_columns())),
        Sample::new("daftar-panel", daftar(&frame("Data Pegawai"), &with_panel())),
        Sample::new("daftar-cetak", cetak(&frame("Pegawai terpilih"), &sheet())),
        Sample::new("daftar-tampilan", tampilan(&frame("Simpan tampilan"), &kept())),
        Sample::new("daftar-tampilan-ditolak", tampilan(&frame("Simpan tampilan"), &refused())),
    ]
}

fn frame(title: &str) -> Frame {
    example_frame(title, "Data Pegawai")
}

pub(super) fn usual() -> Vec<KolomTampil> {
    vec![
        (Isian::Jabatan, "Jabatan & unit"),
        (Isian::Golongan, "Gol./TMT"),
        (Isian::Status, "Status"),
        (Isian::Predikat, "Predikat"),
        (Isian::Batas, "Batas berikutnya"),
        (Isian::Temuan, "Temuan"),
    ]
}

pub(super) fn choose(others: bool) -> PilihKolom {
    let columns = [("golongan", "Gol./TMT", true), ("status", "Status", !others), ("umur", "Umur", others)];
    PilihKolom {
        action: "/pegawai".into(),
        keep: Vec::new(),
        columns: columns.to_vec(),
        help: "Nama dan NIP selalu tampil; paling banyak 8 kolom lain.".into(),
        usual_href: others.then(|| "/pegawai".to_owned()),
        swap: Some("#daftar"),
    }
}

fn other_columns() -> DaftarView {
    let more = ["Masa kerja", "Umur", "Jenis kelamin", "Pendidikan"].map(|label| (Isian::Lain, label));
    let columns = [&usual()[..2], &more[..]].concat();
    let mut people = rows();
    for (n, r) in people.iter_mut().enumerate() {
        let school = if n == 3 { ("", "") } else { ("S-1/Sarjana", "lulus 2008") };
        let values = [("12 th 3 bl", ""), ("41 tahun", ""), ("Perempuan", ""), school];
        r.more = values.iter().map(|(v, s)| ((*v).to_owned(), (*s).to_owned())).collect();
    }
    DaftarView { rows: people, columns, choose: choose(true), ..list() }
}

fn with_panel() -> DaftarView {
    let BarisPegawai { name, nip, jabatan, unit, status, golongan, golongan_tmt, predikat, deadline, .. } =
        rows().swap_remove(0);
    let view = RingkasView {
        name,
        nip,
        jabatan,
        unit,
        status,
        golongan,
        golongan_tmt,
        pendidikan: "S-2/Magister, lulus 2008".into(),
        predikat,
        deadline,
        findings: 2,
        grave: false,
        at: Some(TODAY),
        page_href: "/pegawai/1".into(),
        findings_href: "/pegawai/1?bagian=temuan".into(),
        record_href: Some("/pegawai/1/catat".into()),
        close_href: "/pegawai#p-1".into(),
    };
    DaftarView { panel: Some(ringkas(&view)), ..list() }
}

fn sheet() -> CetakView {
    CetakView {
        lembar: Lembar {
            instansi: "Pemerintah Provinsi Bumi Raya".into(),
            title: "Daftar pegawai".into(),
            unit: String::new(),
            at: TODAY,
        },
        columns: usual(),
        rows: rows().into_iter().map(|r| BarisPegawai { href: None, panel_href: None, ..r }).collect(),
        asked: 12,
        at: TODAY,
        back_href: "/pegawai".into(),
    }
}

fn kept() -> TampilanView {
    let view = |name: &str, count, shared| BarisTampilan {
        name: name.into(),
        href: "/pegawai?status=pns".into(),
        count,
        shared,
    };
    TampilanView {
        share_label: "Bagikan kepada instansi Anda".into(),
        address: "golongan=III%2Fb-IV%2Fb".into(),
        count: Some(1_284),
        back_href: "/pegawai?golongan=III%2Fb-IV%2Fb".into(),
        own: vec![
            view("Kesehatan III/b–IV/b", Some(1_284), true),
            view("Perawat pensiun 2027", Some(31), false),
        ],
        ..TampilanView::default()
    }
}

fn refused() -> TampilanView {
    TampilanView {
        name: "Perawat pensiun 2027".into(),
        error: Some(
            "Anda sudah punya tampilan \"Perawat pensiun 2027\". Centang \"Ganti yang lama\", atau pakai nama lain."
                .into(),
        ),
        exists: true,
        ..kept()
    }
}
