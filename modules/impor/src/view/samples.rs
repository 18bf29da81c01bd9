//! Invented imports of an invented province, for tests and the gallery.

use super::*;
use web::component::paging::Paging;
use web::component::saring::{Pilihan, Saring};
use web::page::example_frame;
use web::{Crumb, Frame, Icon, Sample};

const DAY: Tanggal = Tanggal::new(2026, 11, 21);

pub(super) fn frame(title: &str) -> Frame {
    let mut frame = example_frame(title, "Impor data");
    frame.clock = None;
    let mut crumbs = vec![
        Crumb { label: "Impor data".into(), href: Some("/impor".into()) },
        Crumb { label: title.into(), href: None },
    ];
    if title == "Impor data" {
        crumbs.remove(0);
    }
    frame.crumbs = crumbs;
    frame
}

/// Whole documents, by file name.
pub fn samples() -> Vec<Sample> {
    let mut all = pages_before();
    all.extend(samples_pratinjau::previews());
    all.extend(pages_after());
    all
}

fn pages_before() -> Vec<Sample> {
    let past = BerandaImporView {
        kinds: kinds(),
        past: past(),
        older_href: Some("/impor?sebelum=3".into()),
        absent: Some((14, "/tidak-dalam-unduhan".into())),
        export: true,
    };
    let first = BerandaImporView { kinds: kinds(), ..BerandaImporView::default() };
    let form = UnggahView {
        jenis: "nominatif".into(),
        kinds: kinds().iter().map(|k| (k.upload_href.rsplit('=').next().unwrap_or("").to_owned(), k.label.clone())).collect(),
        per_tanggal: "21-11-2026".into(),
        limit: "100 MB".into(),
        sentence: "Nominatif diunduh dari SIASN: Layanan ASN, Profil ASN, Unduh nominatif. Berkasnya 67 kolom, satu baris seorang pegawai.".into(),
        sample_href: "/impor/contoh/nominatif.xlsx".into(),
        errors: vec![],
    };
    let refused = UnggahView {
        jenis: String::new(),
        per_tanggal: "31-02-2026".into(),
        errors: vec![
            ("jenis".into(), "Pilih jenis berkas.".into()),
            (
                "per_tanggal".into(),
                "Tanggal 31-02-2026 tidak ada dalam kalender. Tulis seperti 21-11-2026.".into(),
            ),
            ("berkas".into(), "Hanya XLSX dan CSV yang dapat diterima. Berkas Anda .pdf.".into()),
        ],
        ..form.clone()
    };
    let running = BerjalanView {
        file: file(),
        done: 8_192,
        total: Some(19_996),
        watch_href: "/impor/12".into(),
        finished_href: None,
        cancel_action: Some("/impor/12/batal".into()),
    };
    let unknown = BerjalanView { total: None, ..running.clone() };
    let saving = BerjalanView { done: 14_336, total: Some(19_982), cancel_action: None, ..running.clone() };
    vec![
        Sample::new("impor", beranda_impor(&frame("Impor data"), &past)),
        Sample::new("impor-pertama", beranda_impor(&frame("Impor data"), &first)),
        Sample::new("impor-unggah", unggah(&frame("Unggah berkas"), &form)),
        Sample::new("impor-unggah-salah", unggah(&frame("Unggah berkas"), &refused)),
        Sample::new("impor-memeriksa", memeriksa(&frame("Memeriksa berkas"), &running)),
        Sample::new("impor-memeriksa-awal", memeriksa(&frame("Memeriksa berkas"), &unknown)),
        Sample::new("impor-menyimpan", menyimpan(&frame("Menyimpan ke jurnal"), &saving)),
    ]
}

fn kinds() -> Vec<JenisBerkas> {
    let k = |icon, key: &str, label: &str, sentence: &str, columns: &[&str], last: &str| JenisBerkas {
        icon,
        label: label.into(),
        sentence: sentence.into(),
        columns: columns.iter().map(|c| (*c).to_owned()).collect(),
        last: last.into(),
        upload_href: format!("/impor/unggah?jenis={key}"),
        sample_href: format!("/impor/contoh/{key}.xlsx"),
    };
    vec![
        k(
            Icon::Orang,
            "nominatif",
            "Nominatif SIASN",
            "Unduhan dari SIASN, satu baris seorang pegawai; mengisi Data Pegawai, jabatan, dan unit.",
            &[
                "pns_id",
                "nip_baru",
                "nip_lama",
                "nama",
                "gelar_depan",
                "gelar_belakang",
                "tempat_lahir_id",
                "tempat_lahir_nama",
                "tanggal_lahir",
                "jenis_kelamin",
                "agama_id",
                "agama_nama",
                "jenis_kawin_id",
                "jenis_kawin_nama",
                "nik",
                "nomor_hp",
                "email",
                "alamat",
                "npwp_nomor",
                "bpjs",
                "kedudukan_hukum_id",
                "kedudukan_hukum_nama",
                "tmt_cpns",
                "tmt_pns",
                "gol_akhir_id",
                "gol_akhir_nama",
                "tmt_golongan",
                "mk_tahun",
                "mk_bulan",
                "jabatan_nama",
                "unor_id",
                "unor_nama",
            ],
            "Terakhir 14 Nov 2026, 19.970 baris",
        ),
        k(
            Icon::Org,
            "unor",
            "Daftar unor",
            "Susunan unit organisasi beserta unit atasannya; menata pegawai menurut perangkat daerah.",
            &["id", "nama", "atasan_id", "eselon_id", "nama_jabatan", "aktif"],
            "Terakhir 2 Nov 2026, 1.412 unit",
        ),
        k(
            Icon::Lapis,
            "peta_jabatan",
            "Peta jabatan",
            "Kebutuhan tiap jabatan pada tiap unit menurut analisis beban kerja; memperlihatkan yang lowong.",
            &["unor_id", "jabatan", "jenis", "jenjang", "kelas", "kebutuhan"],
            "",
        ),
        k(
            Icon::Dok,
            "perjanjian_kerja",
            "Perjanjian kerja",
            "Nomor dan masa perjanjian kerja PPPK; mengingatkan sebelum perjanjian berakhir.",
            &["nip", "nomor", "tanggal", "mulai", "sampai", "jabatan"],
            "",
        ),
        k(
            Icon::Grafik,
            "skp",
            "Rekap SKP",
            "Predikat kinerja tahunan dari e-Kinerja, satu baris seorang pegawai setahun.",
            &["nip", "tahun", "hasil_kerja", "perilaku", "predikat"],
            "Terakhir 3 Feb 2026, 19.204 baris",
        ),
        k(
            Icon::Buku,
            "riwayat",
            "Riwayat per jenis",
            "Riwayat golongan, jabatan, pendidikan, atau diklat dari SIASN; satu berkas satu jenis.",
            &["nip", "jenis", "nomor_sk", "tanggal_sk", "tmt", "uraian"],
            "",
        ),
    ]
}

fn past() -> Vec<ImporLalu> {
    let i = |id: u32, file: &str, kind: &str, day, when: &str, state, rows, saved, refused| ImporLalu {
        href: format!("/impor/{id}"),
        file: file.into(),
        kind: kind.into(),
        per_tanggal: day,
        when: when.into(),
        by: "Sari Maharani".into(),
        state,
        rows,
        saved,
        refused,
    };
    vec![
        i(
            12,
            "nominatif-21-november.xlsx",
            "Nominatif SIASN",
            Some(DAY),
            "22 Nov 2026 09.12 WIB",
            KeadaanImpor::MenungguSimpan,
            Some(19_996),
            None,
            14,
        ),
        i(
            11,
            "skp-triwulan-3.xlsx",
            "Rekap SKP",
            None,
            "22 Nov 2026 08.40 WIB",
            KeadaanImpor::Diperiksa,
            Some(4_096),
            None,
            0,
        ),
        i(
            10,
            "nominatif-14-november.xlsx",
            "Nominatif SIASN",
            Some(Tanggal::new(2026, 11, 14)),
            "14 Nov 2026 08.03 WIB",
            KeadaanImpor::Selesai,
            Some(19_984),
            Some(412),
            14,
        ),
        i(
            9,
            "nominatif lama (2) FINAL revisi tanda tangan Kabid.csv",
            "Nominatif SIASN",
            Some(Tanggal::new(2026, 11, 14)),
            "14 Nov 2026 07.51 WIB",
            KeadaanImpor::Ditolak,
            None,
            None,
            0,
        ),
        i(
            8,
            "daftar-unor.csv",
            "Daftar unor",
            None,
            "2 Nov 2026 13.20 WIB",
            KeadaanImpor::Selesai,
            Some(1_412),
            Some(1_412),
            0,
        ),
        i(
            7,
            "nominatif-oktober.xlsx",
            "Nominatif SIASN",
            Some(Tanggal::new(2026, 10, 31)),
            "31 Okt 2026 16.02 WIB",
            KeadaanImpor::Dibatalkan,
            Some(19_951),
            None,
            31,
        ),
    ]
}

pub(super) fn file() -> Berkas {
    Berkas {
        name: "nominatif-21-november.xlsx".into(),
        sheet: "Nominatif".into(),
        jenis: "nominatif".into(),
        kind: "Nominatif SIASN".into(),
        per_tanggal: Some(DAY),
        uploaded: "22 Nov 2026 09.12 WIB".into(),
        by: "Sari Maharani".into(),
        size: "9,4 MB".into(),
    }
}

fn pages_after() -> Vec<Sample> {
    let receipt = TandaTerimaView {
        file: file(),
        saved_at: "22 Nov 2026 09.31 WIB".into(),
        saved_by: "Sari Maharani".into(),
        baru: 412,
        berubah: 1_284,
        sama: 18_286,
        ditolak: 14,
        absent: Some(37),
        entries: Some((48_121, 49_816)),
        journal_length: Some(49_816),
        head: "9f2c4be07a51d3886e0b1f47c2a95d10843be6f7025c9ad1e4708f3b6c12d95a".into(),
        file_hash: "04bb1f7790cc23aa5100ee6f3fd2c8a1b90e4d7265f8137ac4de09b1527f6e33".into(),
        ikd: Some(PerkiraanIkd {
            before: Some("78,4".into()),
            after: "83,1".into(),
            coverage: "19 dari 27 indikator".into(),
        }),
        findings: Some((1_912, 1_204)),
        refused_href: Some("/impor/12/ditolak.csv".into()),
    };
    let small = TandaTerimaView {
        baru: 0,
        berubah: 3,
        sama: 0,
        ditolak: 0,
        absent: None,
        entries: Some((49_817, 49_819)),
        ikd: None,
        refused_href: None,
        ..receipt.clone()
    };
    let refused = GagalView {
        file: Berkas { name: "nominatif lama (2) FINAL.csv".into(), sheet: String::new(), ..file() },
        reasons: vec![
            Alasan { code: "IMP-06".into(), sentence: "Kolom nip_baru dan nama tidak ada di baris judul.".into(), suggestion: "Unggah berkas nominatif SIASN yang lengkap; jangan menghapus baris judulnya.".into() },
            Alasan { code: "SHEET-04".into(), sentence: "Pemisah kolom berganti di baris 212 (dari ; menjadi ,).".into(), suggestion: "Simpan ulang dari aplikasi lembar kerja sebagai CSV dengan satu pemisah, atau unggah XLSX-nya.".into() },
        ],
        again_href: "/impor/unggah?jenis=nominatif&per_tanggal=21-11-2026".into(),
        sample_href: "/impor/contoh/nominatif.xlsx".into(),
    };
    vec![
        Sample::new("impor-tanda-terima", tanda_terima(&frame("Tanda terima impor"), &receipt)),
        Sample::new("impor-tanda-terima-kecil", tanda_terima(&frame("Tanda terima impor"), &small)),
        Sample::new(
            "impor-gangguan",
            gangguan(
                &frame("Gangguan pada server"),
                &file(),
                "basis data SQLite: database or disk is full. Ruang penyimpanan penuh. Kosongkan tempat di disk, lalu ulangi; tidak ada yang tersimpan sebagian.",
                "/impor/12/ulang",
            ),
        ),
        Sample::new("impor-gagal", gagal(&frame("Berkas tidak dapat dibaca"), &refused)),
        Sample::new("tidak-dalam-unduhan", tidak_dalam_unduhan(&frame("Tidak ada dalam unduhan"), &absent())),
        Sample::new(
            "tidak-dalam-unduhan-kosong",
            tidak_dalam_unduhan(&frame("Tidak ada dalam unduhan"), &TidakDalamUnduhanView::default()),
        ),
    ]
}

fn absent() -> TidakDalamUnduhanView {
    let p =
        |n: u32, nip: &str, name: &str, jabatan: &str, unit: &str, status: &str, hint: &str| OrangTidakAda {
            pegawai: format!("p-{n}"),
            item: format!("e-{n}"),
            name: name.into(),
            nip: nip.into(),
            href: format!("/pegawai/{nip}"),
            jabatan: jabatan.into(),
            unit: unit.into(),
            status: status.into(),
            last_seen: (n != 3).then_some(Tanggal::new(2026, 11, 14)),
            missing_in: DAY,
            hint: hint.into(),
        };
    let opd = Pilihan {
        name: "unit".into(),
        label: "Perangkat daerah".into(),
        value: String::new(),
        options: vec![
            ("dinkes".into(), "Dinas Kesehatan".into()),
            ("bkd".into(), "Badan Kepegawaian Daerah".into()),
        ],
    };
    TidakDalamUnduhanView {
        total: 37,
        per_tanggal: Some(DAY),
        filter: Saring::of("/tidak-dalam-unduhan", ("q", "Nama atau NIP"), "", vec![], &[opd]),
        rows: vec![
            p(
                1,
                "196810011993031004",
                "H. Zulkarnain, S.Sos.",
                "Analis SDM Aparatur Ahli Muda",
                "Dinas Kesehatan",
                "PNS, aktif",
                "mencapai BUP 1 Nov 2026",
            ),
            p(
                2,
                "199103302019021001",
                "Andi Pratama, S.Kom.",
                "Pranata Komputer Ahli Pertama",
                "Badan Kepegawaian Daerah",
                "PNS, aktif",
                "",
            ),
            p(3, "198711142014121002", "drg. I Gede Wirawan", "", "", "PNS, aktif", ""),
        ],
        paging: Paging {
            first: 1,
            last: 3,
            total: Some(37),
            next_href: Some("/tidak-dalam-unduhan?sesudah=3".into()),
            ..Paging::default()
        },
        export_href: Some("/tidak-dalam-unduhan.xlsx".into()),
        refused: Some(Penolakan {
            item: "e-2".into(),
            alasan: String::new(),
            keterangan: String::new(),
            message: "Pilih satu alasan.".into(),
        }),
    }
}
