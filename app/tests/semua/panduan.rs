//! Every page one may come to from the menu has a guide.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use host::Method;
use host::panduan::guide_of;

#[test]
fn every_page_has_a_guide() {
    // Doors, files and parts are no pages one needs help with.
    let no_page = |path: &str| path == "/masuk" || path.contains('.') || path.starts_with("/impor/contoh");
    let modules = sinergi::modules::modules();
    let pages = modules.iter().flat_map(|m| m.routes).filter(|r| r.method == Method::Get).map(|r| r.path);
    let menu = modules.iter().flat_map(|m| m.menu).map(|i| i.href);
    let mut seen = 0;
    for path in pages.chain(menu).filter(|path| !no_page(path)) {
        let example = path.replace(['{', '}'], "");
        assert!(guide_of(&example).is_some(), "{path}: no guide; see base/host/src/panduan.rs and docs/buku");
        seen += 1;
    }
    assert!(seen > 10, "{seen}");
}
