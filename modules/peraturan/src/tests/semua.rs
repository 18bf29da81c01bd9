//! Every act and every norm of the repository's pack as a page: sound, and no longer than a page may be.

use super::html::check_document;
use crate::rule::kasus::jalankan;
use crate::rule::{akta, norma, perubahan};
use crate::view::{self, samples};
use host::Hukum;
use kernel::Date;
use law::pack::BUNDLED;
use web::page::example_frame;

fn day() -> Date {
    Date::parse("2026-11-22").expect("a date")
}

#[test]
fn samples_are_documents() {
    for sample in view::samples() {
        check_document(sample.name, &sample.body.into_string());
    }
}

#[test]
fn every_golden_case_is_run_and_every_norm_is_a_sound_page() {
    let hukum = Hukum::bundled();
    let uji = jalankan(&hukum.pack, BUNDLED);
    assert_eq!((uji.gagal, uji.salah.len()), (0, 0));
    assert!(uji.kasus > 7_000, "{}", uji.kasus);
    let frame = example_frame("Norma", "Peraturan");
    for kunci in hukum.pack.kunci() {
        let view = samples::norma_view(&hukum.pack, &uji, kunci, day());
        assert!(uji.norma.contains_key(kunci), "{kunci} has no case");
        assert!(!view.versi.is_empty(), "{kunci}");
        let page = view::norma(&frame, &view).into_string();
        check_document(kunci, &page);
        // Questions of a scenario say by when its documents had come in.
        let both = uji.norma[kunci].butir.iter().any(|b| b.diketahui.is_some());
        assert_eq!(page.contains(" · menurut yang diketahui "), both, "{kunci}");
    }
    assert!(uji.norma["pemberhentian.skb"].butir.iter().any(|b| b.diketahui.is_some()));
}

#[test]
fn every_act_is_a_sound_page() {
    let hukum = Hukum::bundled();
    let frame = example_frame("Akta", "Peraturan");
    for id in hukum.pack.akta.keys() {
        let tables: Vec<&str> = hukum.pack.akta[id].tabel.iter().map(|t| &*t.nama).collect();
        for table in tables.iter().copied().chain([""]) {
            let act = akta::akta(&hukum.pack, id, day(), table).expect("it is there");
            check_document(id, &view::akta(&frame, &act, day()).into_string());
        }
    }
}

#[test]
fn what_a_norm_is_made_of_can_be_read() {
    let hukum = Hukum::bundled();
    for kunci in hukum.pack.kunci() {
        let Some(isi) = norma::isi(&hukum.pack, kunci, day()) else { continue };
        let rules = isi.aturan.iter().chain(isi.bagian.iter().flat_map(|b| &b.aturan));
        for rule in rules {
            assert!(!rule.kata.contains('@') && !rule.kata.is_empty(), "{kunci}: {}", rule.kata);
        }
    }
}

#[test]
fn changes_are_in_order_and_none_names_what_is_not_there() {
    let hukum = Hukum::bundled();
    let list = perubahan::semua(&hukum.pack);
    assert!(list.is_sorted() && list.len() > 300, "{}", list.len());
    let book = hukum.pack.book(None, None);
    for event in &list {
        let there = match event.apa {
            perubahan::Apa::Norma => book.norma.contains_key(event.kunci.as_str()),
            perubahan::Apa::Param => book.param.contains_key(event.kunci.as_str()),
            perubahan::Apa::Tabel => book.tabel.contains_key(event.kunci.as_str()),
        };
        assert!(there && hukum.pack.akta.contains_key(event.akta.id.as_str()), "{event:?}");
    }
    let (days, hidden) = perubahan::per_hari(list.iter(), 50);
    let told: usize = days.iter().flat_map(|d| &d.1).map(|g| g.kunci.len()).sum();
    assert_eq!((told, hidden), (50, list.len() - 50));
}
