//! Catat SK: a form with an error and a search, and the page before it is recorded.

use super::catat::{CariTempat, CatatView, PeriksaView, PernyataanView, catat};
use web::Sample;
use web::component::formulir::Ruas;
use web::component::perbandingan::Banding;
use web::page::example_frame;

pub(super) fn samples() -> Vec<Sample> {
    let show =
        |name, view: CatatView| Sample::new(name, catat(&example_frame("Catat SK", "Data Pegawai"), &view));
    vec![
        show("catat-kosong", CatatView { statements: vec![], errors: vec![], ..form() }),
        show("catat-salah", form()),
        show("catat-periksa", check()),
    ]
}

fn pair(name: &str, value: &str) -> (String, String) {
    (name.to_owned(), value.to_owned())
}

fn form() -> CatatView {
    let wrong = "Tanggal \"31-02-2026\" tidak terbaca atau tidak ada di kalender. Tulis sebagai hh-bb-tttt.";
    CatatView {
        title: "Catat SK".into(),
        name: "Ratna Wulandari, S.Sos.".into(),
        number: "19850312 201001 2 001".into(),
        about: "pegawai ini".into(),
        back: "/pegawai/1".into(),
        action: "/pegawai/1/catat".into(),
        errors: vec![pair("tanggal", wrong)],
        document: vec![
            Ruas::text("jenis_dokumen", "Jenis dokumen").value("SK Gubernur"),
            Ruas::text("nomor", "Nomor").value("821.2/44/BKD/2026"),
            Ruas::date("tanggal", "Tanggal dokumen").value("31-02-2026").error(Some(wrong)),
            Ruas::file("berkas", "Naskah", ".pdf").optional(),
        ],
        kept_file: "sk-jabatan.pdf".into(),
        hidden: vec![pair("dasar", "12")],
        statements: vec![PernyataanView {
            title: "Jabatan".into(),
            about: "Meralat catatan 812: Analis SDM Aparatur. Tulis isi yang benar.".into(),
            fields: vec![
                Ruas::date("p0_tmt", "TMT").value("01-10-2026"),
                Ruas::text("p0_isi_jabatan", "Jabatan"),
            ],
            search: Some(CariTempat {
                field: Ruas::text("p0_cari", "Cari pos jabatan").value("kepala bidang"),
                name: "p0_pilih".into(),
                found: vec![
                    pair("a", "Kepala Bidang Mutasi, BKPSDM"),
                    pair("b", "Kepala Bidang Diklat, BKPSDM"),
                ],
                chosen: "b".into(),
                nothing: false,
            }),
            hidden: vec![],
            n: 0,
            removable: true,
        }],
        kinds: vec![pair("", "Pilih jenis riwayat"), pair("golongan", "Golongan")],
        starts: vec![pair("Kenaikan pangkat", "/pegawai/1/catat?jenis=golongan")],
        ..CatatView::default()
    }
}

fn check() -> CatatView {
    let line = |field: &str, before: Option<&str>, after: Option<&str>| Banding {
        field: field.into(),
        before: before.map(Into::into),
        after: after.map(Into::into),
    };
    let changes = vec![
        line("Golongan", Some("III/b"), Some("III/c")),
        line("Golongan: Masa kerja (tahun)", None, Some("8")),
    ];
    CatatView {
        moved: true,
        errors: vec![],
        periksa: Some(PeriksaView {
            changes: vec![("Keadaan per 1 Okt 2026".into(), changes)],
            rows: vec!["Diklat dan kursus: bertambah 1".into()],
            warnings: vec!["Dokumen bernomor 800/1 bertanggal sama sudah tercatat pada pegawai ini.".into()],
            arising: vec!["Masa kerja golongan berbeda dari hitungan".into()],
            settled: vec!["Golongan tanpa dokumen".into()],
            document: vec![pair("Dokumen", "SK Gubernur 823.3/77"), pair("Tanggal", "15 Sep 2026")],
            hidden: vec![pair("nomor", "823.3/77")],
        }),
        ..form()
    }
}
