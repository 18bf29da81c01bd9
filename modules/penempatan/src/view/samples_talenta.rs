//! Worked examples of the pages on standards, boxes and succession.

use super::profil::{self, BarisBeda, BarisPos, DaftarView, ImporView, PosView, PratinjauView};
use super::simulasi::{IsianView, KosongView, PosKosong, SimulasiView, simulasi};
use super::suksesi::{self, JabatanView, PenerusView, SuksesiView};
use super::talenta::{self, BarisOrang, KotakView, TalentaView};
use web::Sample;
use web::component::rantai::{Rantai, Simpul};
use web::format::Tanggal;
use web::page::example_frame;

fn penerus(nama: &str, kurang: &[&str]) -> PenerusView {
    PenerusView {
        nama: nama.into(),
        href: "#".into(),
        jabatan: "Kepala Bidang Pelayanan Kesehatan".into(),
        poin: "86,4".into(),
        kurang: kurang.iter().map(|k| (*k).to_owned()).collect(),
    }
}

/// Every page with and without something in it.
pub fn samples() -> Vec<Sample> {
    [standar(), penerusan(), kotak()].into_iter().flatten().collect()
}

fn standar() -> Vec<Sample> {
    let frame = example_frame("Standar kompetensi jabatan", "/penempatan/profil");
    let row = |jabatan: &str, kompetensi: Option<usize>| BarisPos {
        jabatan: jabatan.into(),
        href: "#".into(),
        unit: "Dinas Kesehatan".into(),
        kelas: 14,
        kompetensi,
        dokumen: kompetensi.map_or_else(String::new, |_| "Pergub 14/2026 tanggal 5 Mei 2026".into()),
    };
    let list = DaftarView {
        total: 303,
        known: 301,
        found: 303,
        rows: vec![row("Kepala Dinas Kesehatan", Some(9)), row("Sekretaris Dinas Kesehatan", None)],
        terakhir: Some("Pergub 14/2026 tanggal 5 Mei 2026: 301 jabatan, dicatat Desi Kurniasih".into()),
        impor: true,
        pesan: "dicatat".into(),
        ..DaftarView::default()
    };
    let one = PosView {
        alamat: "/penempatan/profil/1".into(),
        jabatan: "Kepala Dinas Kesehatan".into(),
        unit: "Dinas Kesehatan".into(),
        jenjang: "II.a".into(),
        kelas: 15,
        ada: true,
        pendidikan: "S-1/Sarjana".into(),
        bidang: vec!["Kesehatan Masyarakat".into(), "Kedokteran".into()],
        kompetensi: vec![("Integritas".into(), "4".into()), ("Kerja Sama".into(), "4".into())],
        dokumen: "Pergub 14/2026 tanggal 5 Mei 2026".into(),
        kritis: true,
        kelola: true,
    };
    let wrong = ImporView {
        nomor: "Pergub 14/2026".into(),
        tanggal: "05-05-2026".into(),
        ruas: Vec::new(),
        salah: vec![(
            12,
            "standar".into(),
            "Standar \"tiga\" tidak terbaca. Tulis angka di atas 0 sampai 100, misalnya 3 atau 2,5.".into(),
        )],
        lebih: 3,
    };
    let change = |sebelum| BarisBeda {
        jabatan: "Kepala Bidang Pelayanan".into(),
        unit: "Dinas Kesehatan".into(),
        sebelum,
        sesudah: 9,
    };
    let preview = PratinjauView {
        dokumen: "Pergub 14/2026 tanggal 5 Mei 2026".into(),
        nama: "standar-kompetensi.csv".into(),
        nomor: "Pergub 14/2026".into(),
        tanggal: "05-05-2026".into(),
        sidik: "0".repeat(64),
        jumlah: (290, 11, 0),
        sisa: 2,
        baru: vec![change(None)],
        berubah: vec![change(Some(8))],
    };
    vec![
        Sample::new("profil-daftar", profil::daftar(&frame, &list)),
        Sample::new("profil-daftar-kosong", profil::daftar(&frame, &DaftarView::default())),
        Sample::new("profil-pos", profil::satu(&frame, &one)),
        Sample::new("profil-impor", profil::impor(&frame, &ImporView::default())),
        Sample::new("profil-impor-salah", profil::impor(&frame, &wrong)),
        Sample::new("profil-pratinjau", profil::pratinjau(&frame, &preview)),
    ]
}

fn penerusan() -> Vec<Sample> {
    let frame = example_frame("Suksesi", "/suksesi");
    let gaps = ["Komunikasi 2,6 dari 4 yang dituntut, kurang 1,4.", "Perekat Bangsa belum dinilai."];
    let post = JabatanView {
        jabatan: "Kepala Dinas Kesehatan".into(),
        href: "#".into(),
        unit: "Dinas Kesehatan".into(),
        tanpa_profil: false,
        penerus: vec![penerus("Budi Santosa", &[]), penerus("Citra Lestari", &gaps)],
    };
    let bare = JabatanView {
        jabatan: "Inspektur".into(),
        href: "#".into(),
        tanpa_profil: true,
        ..JabatanView::default()
    };
    let empty = KosongView {
        jabatan: "Kepala Dinas Kesehatan".into(),
        href: "#".into(),
        unit: "Dinas Kesehatan".into(),
        jenjang: "JPT pratama".into(),
        pensiun: Some(Tanggal::new(2027, 4, 1)),
        tanpa_profil: true,
        calon: 3,
        pengisi: Some(penerus("Budi Santosa", &[])),
    };
    let chain = Rantai {
        judul: "Rantai 1: 2 perpindahan".into(),
        simpul: vec![
            ("Kepala Dinas Kesehatan".into(), "Dinas Kesehatan".into(), Simpul::Isi),
            ("Sekretaris".into(), "Dinas Kesehatan".into(), Simpul::Isi),
            ("Kepala Bidang Layanan".into(), "Bidang Layanan: tetap kosong".into(), Simpul::Kosong),
        ],
        orang: vec!["Budi Santosa".into(), "Citra Lestari".into()],
    };
    let what_if = SimulasiView {
        tahun: 2027,
        diminta: 40,
        semua: 33,
        pensiun: 33,
        pindah: 2,
        rantai: vec![chain],
        rantai_lebih: 3,
        kosong: vec![KosongView { pengisi: None, tanpa_profil: false, ..empty.clone() }, empty],
        tetap_kosong: vec![PosKosong {
            jabatan: "Kepala Bidang Layanan".into(),
            unit: "Bidang Layanan".into(),
            sebab: "Tidak ada yang memenuhi syarat dan dapat naik ke pos ini.".into(),
            ditinggalkan: false,
        }],
        terbuka: 4,
        ..SimulasiView::default()
    };
    let typed = |tahun: &str, jumlah: &str| IsianView {
        tahun: tahun.into(),
        jumlah: jumlah.into(),
        ..IsianView::default()
    };
    let wrong = IsianView {
        salah: vec![("tahun".into(), "Tulis tahun dengan angka, 2026 sampai 2036. (PNP-77)".into())],
        ..typed("0", "40")
    };
    vec![
        Sample::new(
            "suksesi",
            suksesi::suksesi(&frame, &SuksesiView { jabatan: vec![post, bare], semua: 2 }),
        ),
        Sample::new("suksesi-kosong", suksesi::suksesi(&frame, &SuksesiView::default())),
        Sample::new("suksesi-simulasi", simulasi(&frame, &typed("2027", "40"), Some(&what_if))),
        Sample::new("suksesi-simulasi-ditolak", simulasi(&frame, &wrong, None)),
    ]
}

fn kotak() -> Vec<Sample> {
    let frame = example_frame("Manajemen talenta", "/talenta");
    let boxes = [4, 7, 9, 2, 5, 8, 1, 3, 6].map(|nomor| KotakView {
        nomor,
        jumlah: usize::from(nomor) * 11,
        rekomendasi: "penempatan yang sesuai; bimbingan kinerja".into(),
    });
    let one = BarisOrang {
        nama: "Budi Santosa".into(),
        href: "#".into(),
        jabatan: "Kepala Bidang Pelayanan".into(),
        unit: "Dinas Kesehatan".into(),
        jpm: "96%".into(),
    };
    let view = TalentaView {
        kotak: boxes.to_vec(),
        dipetakan: 495,
        belum: vec![(
            "Predikat kinerja tahun lalu belum ada: impor atau catat predikatnya.".into(),
            12,
            "#".into(),
        )],
        hari: Some((Tanggal::new(2025, 2, 1), Tanggal::new(2026, 9, 1))),
        judul: "Kotak 9".into(),
        orang: vec![one],
        ada: 99,
    };
    vec![Sample::new("talenta", talenta::talenta(&frame, &view))]
}
