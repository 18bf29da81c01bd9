//! The access matrix, as officials read it in `docs/akses.md`: role × action × region, and which page
//! asks for which action. After a change on purpose: `SINERGI_TULIS=1 cargo nextest run -p sinergi akses`.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use host::Method;
use host::access::{Action, MATRIX, Reach, Role, reach};
use kernel::Kind;
use std::fmt::Write;

const DOCUMENT: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../docs/akses.md");

const HEAD: &str = "# Siapa boleh apa

Satu matriks untuk seluruh halaman dan API: peran × tindakan × wilayah. Yang tidak tertulis tidak boleh.

- **instansi**: seluruh pegawai instansi akun itu; akun tanpa instansi menjangkau semua instansi simpul ini.
- **unit**: subpohon unit akun itu.
- **diri**: catatan tentang diri sendiri.
- **–**: tidak sama sekali; ID yang ditebak dari luar wilayah dijawab \"tidak ditemukan\".

NIK, NPWP, BPJS, keluarga, dan hukuman disiplin selalu disamarkan. Membukanya adalah tindakan tersendiri, beralasan,
tertulis di jurnal, dan terlihat oleh orangnya pada halaman *Siapa melihat data saya*.
";

fn word(reach: Reach) -> &'static str {
    match reach {
        Reach::Instansi => "instansi",
        Reach::Subtree => "unit",
        Reach::Own => "diri",
        Reach::None => "–",
    }
}

fn document() -> String {
    let mut text = String::from(HEAD);
    text += "\n## Peran dan tindakan\n\n| tindakan |";
    Role::ALL.iter().for_each(|r| write!(text, " {} |", r.word()).unwrap());
    text += "\n|---|";
    text += &"---|".repeat(Role::ALL.len());
    for (_, label, reaches) in &MATRIX {
        write!(text, "\n| {label} |").unwrap();
        reaches.iter().for_each(|r| write!(text, " {} |", word(*r)).unwrap());
    }
    text += "\n\n## Peran\n\n| peran | sebutan | mencatat riwayat |\n|---|---|---|\n";
    for role in Role::ALL {
        let kinds: Vec<_> = Kind::ALL.iter().filter(|k| role.records(**k)).map(|k| k.info().label).collect();
        let all = Kind::ALL.iter().filter(|k| k.about_pegawai()).count();
        let kinds = match kinds.len() {
            0 => "–".to_owned(),
            n if n == all => "semua".to_owned(),
            _ => kinds.join(", "),
        };
        writeln!(text, "| {} | {} | {kinds} |", role.word(), role.label()).unwrap();
    }
    text += "\n## Halaman\n\n| alamat | cara | tindakan |\n|---|---|---|\n";
    let mut routes: Vec<_> = sinergi::modules::modules().iter().flat_map(|m| m.routes).collect();
    routes.sort_by_key(|r| (r.path, r.method != Method::Get));
    for route in routes {
        let way = match route.method {
            Method::Get => "baca",
            Method::Api(_) => "baca (API)",
            Method::Post | Method::Upload | Method::UploadMost(_) => "kirim",
        };
        let action = route.action.map_or("pintu: terbuka untuk siapa saja", label);
        writeln!(text, "| `{}` | {way} | {action} |", route.path).unwrap();
    }
    text
}

fn label(action: Action) -> &'static str {
    MATRIX.iter().find(|row| row.0 == action).map(|row| row.1).unwrap()
}

#[test]
fn the_document_says_what_the_program_does() {
    let text = document();
    if std::env::var_os("SINERGI_TULIS").is_some() {
        std::fs::write(DOCUMENT, &text).unwrap();
    }
    let kept = std::fs::read_to_string(DOCUMENT).unwrap_or_default();
    let differs = kept.lines().zip(text.lines()).find(|(a, b)| a != b);
    assert!(kept == text, "docs/akses.md and the program differ, first at: {differs:?}");
}

/// What must hold whatever else changes.
#[test]
fn limits_no_change_may_cross() {
    for row in &MATRIX {
        assert_eq!(MATRIX.iter().filter(|other| other.0 == row.0).count(), 1, "{:?} stands twice", row.0);
        let open = [Action::Hadir, Action::Verifikasi, Action::DataTerbuka, Action::PeriksaPenempatan]
            .contains(&row.0);
        assert_eq!(reach(Role::Publik, row.0) != Reach::None, open, "nobody signed in: {:?}", row.0);
    }
    for role in Role::ALL {
        let may = |action| reach(role, action) != Reach::None;
        assert!(!may(Action::Buka) || may(Action::LihatPegawai), "{role:?} opens what it cannot see");
        let follows = [Action::Organisasi, Action::Laporan, Action::Cari, Action::Temuan, Action::Ekspor];
        assert!(
            may(Action::DaftarPegawai) || follows.into_iter().all(|action| !may(action)),
            "{role:?} is shown links to people it may not list"
        );
        assert!(!may(Action::Catat) || role.is_officer(), "{role:?} records without being an officer");
        assert_eq!(may(Action::Catat), Kind::ALL.iter().any(|k| role.records(*k)), "{role:?}");
        let units = MATRIX.iter().any(|row| row.2[role as usize] == Reach::Subtree);
        assert_eq!(units, role.serves_unit(), "{role:?}");
        assert_eq!(Role::parse(role.word()), (role != Role::Publik).then_some(role));
    }
    for kind in Kind::ALL.iter().filter(|k| k.about_pegawai()) {
        let fields = Role::ALL.iter().filter(|r| !matches!(r, Role::Super | Role::Petugas));
        assert!(fields.clone().any(|r| r.records(*kind)), "{kind:?} belongs to no field of work");
    }
    let writers = Role::ALL.into_iter().filter(|r| reach(*r, Action::Pengguna) != Reach::None);
    assert_eq!(writers.collect::<Vec<_>>(), [Role::Super], "who gives rights");
}

#[test]
fn only_the_door_is_open_to_everybody() {
    for route in sinergi::modules::modules().iter().flat_map(|m| m.routes) {
        match route.action {
            Some(action) => assert!(MATRIX.iter().any(|m| m.0 == action), "{}", route.path),
            None => assert_eq!(route.path, "/masuk"),
        }
    }
}
