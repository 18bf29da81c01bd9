//! Worked examples of every page, for the gallery and the tests.

use super::kepala::Kepala;
use super::rencana::{Kerja, RencanaView, rencana};
use super::surat::{BarisSurat, HadirForm, SuratForm};
use super::ulang::Ulang;
use super::{BarisRencana, BaruView, DaftarView, baru, daftar};
use web::component::langkah::Keadaan;
use web::component::tab::Tab;
use web::format::Tanggal;
use web::page::example_frame;
use web::{Sample, Tone};

fn kepala() -> Kepala {
    let step = |label: &str, note: &str, state| (label.to_owned(), note.to_owned(), state);
    let tab = |label: &str, current| Tab {
        label: label.into(),
        href: "#".into(),
        count: None,
        warn: false,
        current,
    };
    Kepala {
        judul: "Penataan administrator dan pengawas 2026".into(),
        keterangan: "Administrator dan pengawas · berlaku 1 Desember 2026 · Pemerintah Provinsi Bumi Raya"
            .into(),
        langkah: vec![
            step("Rancangan", "1 Okt 2026", Keadaan::Selesai),
            step("Syarat dan bobot diumumkan", "5 Okt 2026 · 800/1187", Keadaan::Selesai),
            step("Data dikunci", "20 Okt 2026", Keadaan::Kini),
            step("Dihitung", "", Keadaan::Nanti),
        ],
        batal: None,
        tab: vec![tab("Ringkasan", true), tab("Pos", false), tab("Hasil", false)],
        kabar: Some((Tone::Ok, "Perubahan tersimpan.".into())),
    }
}

/// A form refused in one field.
fn salah(ruas: &str, kalimat: &str) -> Ulang {
    Ulang {
        tujuan: "baru".into(),
        ruas: vec![("judul".into(), "Penataan administrator".into())],
        salah: vec![(ruas.into(), kalimat.into())],
    }
}

/// Every page, full, empty and refused.
pub fn samples() -> Vec<Sample> {
    let frame = example_frame("Penempatan", "/penempatan");
    let row = |judul: &str, tahap: (&str, Tone)| BarisRencana {
        judul: judul.into(),
        href: "#".into(),
        berlaku: Tanggal::new(2026, 12, 1),
        pemilik: "Pemerintah Provinsi Bumi Raya".into(),
        pos: 40,
        tahap: (tahap.0.into(), tahap.1),
    };
    let rows = vec![
        row("Penataan administrator 2026", ("Dihitung", Tone::Info)),
        row("Redistribusi guru", ("Rancangan", Tone::Netral)),
    ];
    let form = BaruView {
        alamat: "/penempatan/baru".into(),
        baru: true,
        macam: vec![("administrator_pengawas".into(), "Administrator dan pengawas".into())],
        unor: vec![("u".into(), "Dinas Pendidikan".into())],
        jenjang: vec![("pengawas".into(), "Pengawas (eselon IV)".into(), true)],
        isian: vec![("pindah_min", "5".into())],
        rotasi: true,
        ulang: salah("macam", "Pilih macam rencana. (PNP-10)"),
        ..BaruView::default()
    };
    let letter = BarisSurat {
        apa: "Syarat dan bobot diumumkan".into(),
        nomor: "800/1187/BKD/2026".into(),
        tanggal: Some(Tanggal::new(2026, 10, 5)),
        catatan: "diumumkan di laman BKD".into(),
        berkas: "#".into(),
        oleh: "Desi, Petugas BKD, 5 Okt 2026".into(),
    };
    let one = RencanaView {
        kepala: kepala(),
        alamat: "/penempatan/1".into(),
        kerja: vec![Kerja {
            judul: "Hitung rencana".into(),
            oleh: "petugas mutasi".into(),
            bunyi: "Hasil mengikuti data yang dikunci saja.".into(),
            href: String::new(),
        }],
        halangan: vec!["Pertimbangan teknis BKN belum ada.".into()],
        langkah: Some(SuratForm {
            alamat: "#".into(),
            tetap: vec![("langkah", "rapat".into())],
            apa: "berita acara rapat".into(),
            tombol: "Catat rapat atas hasil".into(),
            hadir: Some(HadirForm {
                ruas: "anggota",
                label: "Anggota rapat",
                bentuk: "nama; jabatan; kedudukan",
            }),
        }),
        hitung: false,
        tinjau: false,
        batal: true,
        ubah: true,
        fakta: vec![("Dasar".into(), "Surat Sekda 800/1100 tanggal 1 Oktober 2026".into())],
        jadwal: vec![("Minat".into(), "19 Oktober 2026".into())],
        surat: vec![letter],
        bundel: "#".into(),
        sidik: vec![super::periksa::SidikTerbit {
            label: "Bundel untuk umum".into(),
            sidik: "9f2c4be07a51d3886e0b1f47c2a95d10843be6f7025c9ad1e4708f3b6c12d95a".into(),
            pada: Tanggal::new(2026, 11, 20),
        }],
        terbitkan: true,
        ulang: Ulang::default(),
    };
    let mut all = vec![
        Sample::new("penempatan-daftar", daftar(&frame, &DaftarView { rows, baru: true })),
        Sample::new("penempatan-daftar-kosong", daftar(&frame, &DaftarView::default())),
        Sample::new("penempatan-baru", baru(&frame, &form)),
        Sample::new(
            "penempatan-rencana-hitung",
            rencana(&frame, &RencanaView { hitung: true, langkah: None, ..one.clone() }),
        ),
        Sample::new(
            "penempatan-rencana-tinjau",
            rencana(&frame, &RencanaView { tinjau: true, langkah: None, ..one.clone() }),
        ),
        Sample::new("penempatan-rencana", rencana(&frame, &one)),
    ];
    all.extend(super::samples_sk::samples(&frame, &kepala()));
    all.extend(super::samples_hasil::samples(&kepala(), &frame));
    all.extend(super::samples_talenta::samples());
    all
}
