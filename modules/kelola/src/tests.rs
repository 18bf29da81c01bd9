//! The first steps from outside: they follow what is there, and only those who run the node see them.

use crate::module;
use host::cadangan::Backup;
use host::testing::on_both;
use host::{Module, Role};
use kernel::Stamp;
use std::sync::OnceLock;

fn modules() -> &'static [Module] {
    static MODULES: OnceLock<Vec<Module>> = OnceLock::new();
    MODULES.get_or_init(|| vec![module()])
}

const DAY: i64 = 86_400_000_000;

#[test]
fn steps_follow_what_is_there() {
    on_both("kelola-langkah", modules(), &[("A1", Vec::new())], |house, bench| {
        let who = house.browser("utama", Role::Super, "", "", None);
        let page = house.get(&who, "/langkah-pertama");
        assert_eq!(page.status, 200);
        assert!(page.has("0 dari 5 langkah selesai") && page.has("Belum pernah dibuat"));
        assert!(page.has("href=\"/panduan/langkah-pertama\" data-panduan"), "its guide is one key away");
        assert!(page.has("href=\"/impor/unggah?jenis=unor\"") && page.has("Berikutnya"));
        let second = house.browser("sari", Role::Petugas, "A1", "", None);
        assert!(house.get(&who, "/langkah-pertama").has("1 dari 5 langkah selesai"));
        for (days, words, warned) in
            [(0, "hari ini", false), (7, "7 hari lalu", false), (8, "8 hari lalu", true)]
        {
            let made = Stamp(house.hall.now().0 - days * DAY);
            let backup = Backup {
                hash: [days as u8; 32],
                made,
                by: "operator".into(),
                name: "a.cadangan".into(),
                size: 5,
            };
            let mut conn = bench.connect();
            store::testing::raw(&mut conn, "DELETE FROM cadangan").expect("emptied");
            host::cadangan::add(&mut conn, &backup).expect("kept");
            let page = house.get(&who, "/langkah-pertama");
            assert!(page.has(words), "{days}");
            assert_eq!(page.has(&format!("Cadangan terakhir sudah {days} hari.")), warned, "{days}");
            assert_eq!(page.has("2 dari 5 langkah selesai"), !warned, "{days}");
        }
        let before = house.queries();
        house.get(&who, "/langkah-pertama");
        assert!(house.queries() - before <= 6, "{}", house.queries() - before);
        assert_eq!(house.get(&second, "/langkah-pertama").status, 403);
    });
}

/// What is declared stands in the journal, is what the world is read by, and can be taken back.
#[test]
fn a_declaration_is_recorded_with_its_document() {
    on_both("kelola-lengkap", modules(), &[("A1", Vec::new())], |house, _| {
        let who = house.browser("utama", Role::Super, "A1", "", None);
        let path = "/langkah-pertama/riwayat-lengkap";
        let declared = || {
            let world = house.hall.present().expect("the world");
            world.organisation("A1").expect("an instansi").lengkap.clone()
        };
        let page = house.get(&who, path);
        assert!(page.has("tidak pernah memilikinya") && page.body.matches("<h1").count() == 1);
        let based = |page: &host::testing::Page| {
            let rest = page.body.split("name=\"dasar\" value=\"").nth(1).expect("what it is based on");
            rest.split('"').next().expect("a number").to_owned()
        };
        let send = |dasar: &str, nomor: &str, kinds: &[&str]| {
            let mut fields = vec![
                ("dasar", dasar),
                ("nomor", nomor),
                ("bobot", "surat"),
                ("jenis_dokumen", "Surat Pernyataan"),
                ("tanggal", "20-11-2026"),
                ("penandatangan", "Kepala BKD"),
            ];
            fields.extend(kinds.iter().map(|kind| ("jenis", *kind)));
            house.post(&who, path, &fields)
        };
        let first = based(&page);
        let refused = send(&first, "", &["cuti"]);
        assert!(refused.status == 422 && refused.has("Tulis nomor dokumen"));
        assert!(declared().is_empty());
        assert_eq!(send(&first, "800/1", &["cuti", "hukuman_disiplin", "identitas"]).status, 303);
        assert_eq!(declared(), [kernel::Kind::HukumanDisiplin, kernel::Kind::Cuti]);
        assert!(send(&first, "800/2", &["diklat"]).status == 422, "made from an older page");
        let again = based(&house.get(&who, path));
        assert_eq!(send(&again, "800/3", &[]).status, 303);
        assert!(declared().is_empty(), "taken back");
        let other = house.browser("sari", Role::Petugas, "A1", "", None);
        assert_eq!(house.get(&other, path).status, 403);
        assert_eq!(house.get(&who, &format!("{path}?instansi=B2")).status, 404);
    });
}
