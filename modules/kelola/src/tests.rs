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
