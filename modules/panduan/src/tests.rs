//! Guides from outside: each can be read by everybody, says what a guide must, and leads nowhere else.

use crate::buku::GUIDES;
use crate::module;
use host::testing::on_both;
use host::{Module, Role};
use std::sync::OnceLock;

fn modules() -> &'static [Module] {
    static MODULES: OnceLock<Vec<Module>> = OnceLock::new();
    MODULES.get_or_init(|| vec![module()])
}

#[test]
fn every_guide_opens_for_everybody() {
    on_both("panduan-buka", modules(), &[("A1", Vec::new())], |house, _| {
        let who = house.browser("siti", Role::Pegawai, "A1", "", None);
        let list = house.get(&who, "/panduan");
        for guide in GUIDES {
            let (path, before) = (format!("/panduan/{}", guide.name), house.queries());
            let page = house.get(&who, &path);
            assert_eq!(page.status, 200, "{path}");
            assert!(house.queries() - before <= 6, "{path}");
            assert!(page.has(&format!("<h1>{}</h1>", guide.title())) && list.has(&path), "{path}");
            assert_eq!(page.body.matches("<h1").count(), 1, "{path}");
        }
        assert_eq!(house.get(&who, "/panduan/tiada").status, 404);
    });
}

#[test]
fn a_guide_is_short_and_says_the_four_things() {
    for guide in GUIDES {
        let lines = guide.text.lines().count();
        assert!((12..=45).contains(&lines), "{}: {lines} lines", guide.name);
        for part in ["## Yang biasa dikerjakan", "## Arti kata", "## Bila ditolak"] {
            assert!(guide.text.contains(part), "{}: {part}", guide.name);
        }
        assert!(guide.text.starts_with("# ") && !guide.text.contains('!'), "{}", guide.name);
        let (links, led) =
            (guide.text.matches("](").count(), crate::render::markdown(guide.body()).into_string());
        assert_eq!(
            led.matches("<a href=\"/panduan/").count(),
            links,
            "{}: a link that leads to no guide",
            guide.name
        );
    }
}

#[test]
fn every_page_of_the_hall_with_a_guide_has_its_text_and_none_is_left_over() {
    let named: Vec<&str> = host::panduan::GUIDES.iter().map(|g| g.1).collect();
    for name in &named {
        assert!(GUIDES.iter().any(|g| g.name == *name), "{name}");
    }
    for guide in GUIDES {
        assert!(named.contains(&guide.name), "{} belongs to no page", guide.name);
    }
}
