//! Weight, names and use of the style sheet and the script.

use std::collections::HashSet;

fn text(kind: &str) -> String {
    let (_, asset) = web::assets::all().into_iter().find(|(href, _)| href.ends_with(kind)).expect("asset");
    String::from_utf8(asset.bytes.to_vec()).expect("text")
}

#[test]
fn addresses_answer_with_a_year_of_caching() {
    for (href, asset) in web::assets::all() {
        let answer = web::assets::answer(href);
        assert_eq!(answer.status(), 200);
        assert_eq!(answer.headers()["cache-control"], web::assets::CACHE_CONTROL);
        assert_eq!(answer.headers()["content-type"], asset.content_type);
    }
    assert_eq!(web::assets::answer("/aset/sinergi.0.css").status(), 404);
    assert_eq!(web::assets::answer("/aset/../Cargo.toml").status(), 404);
}

/// Compressed sizes are a third to a fourth of these; the guide allows 16 KB and 6 KB compressed. The
/// explanation of an answer, with its letter, took the sheet from 60 to 62 KB, the bell and the
/// text for messengers a little more.
#[test]
fn weight() {
    let (css, js) = (text(".css").len(), text(".js").len());
    assert!(css < 63_400, "style sheet {css} bytes");
    assert!(js < 16_000, "script {js} bytes");
}

/// What only some pages carry: the style of coordination, and the scripts of live minutes and check-in.
#[test]
fn weight_of_what_some_pages_bring_along() {
    use web::assets::Tambahan;
    let size = |which: Tambahan| web::assets::asset(which.href()).expect("asset").bytes.len();
    let css = size(Tambahan::Koordinasi);
    assert!(css < 24_000, "style sheet {css} bytes");
    let js = size(Tambahan::Siaran) + size(Tambahan::Presensi);
    assert!(js < 12_000, "scripts {js} bytes");
}

#[test]
fn what_some_pages_bring_along_uses_known_tokens() {
    let css = text(".css");
    let more = web::assets::asset(web::assets::Tambahan::Koordinasi.href()).expect("asset").bytes;
    let more = std::str::from_utf8(more).expect("text");
    let is_name = |c: char| c.is_ascii_alphanumeric() || c == '-';
    for used in more.split("var(").skip(1).map(|rest| rest.split(|c| !is_name(c)).next().unwrap_or("")) {
        assert!(css.contains(&format!("{used}:")), "used, not defined: {used}");
    }
    assert_eq!(more.matches('{').count(), more.matches('}').count());
    assert!(!more.contains("/*") && !more.contains("http"));
}

#[test]
fn style_is_whole() {
    let css = text(".css");
    assert_eq!(css.matches('{').count(), css.matches('}').count());
    assert!(!css.contains("/*") && !css.contains(":gelap") && !css.contains("http"));
    assert!(css.starts_with("@layer dasar,rangka,komponen,halaman,bantu,cetak;"));
}

/// A token that is used but not defined silently falls back to nothing.
#[test]
fn every_used_token_is_defined_and_every_defined_token_used() {
    let css = text(".css");
    let is_name = |c: char| c.is_ascii_alphanumeric() || c == '-';
    let used: HashSet<&str> =
        css.split("var(").skip(1).map(|rest| rest.split(|c| !is_name(c)).next().unwrap_or("")).collect();
    let defined: HashSet<&str> = css
        .split(['{', ';'])
        .filter(|part| part.trim_start().starts_with("--"))
        .filter_map(|part| part.trim_start().split(':').next())
        .collect();
    let missing: Vec<_> = used.difference(&defined).collect();
    let idle: Vec<_> = defined.difference(&used).collect();
    assert!(missing.is_empty(), "used, not defined: {missing:?}");
    assert!(idle.is_empty(), "defined, not used: {idle:?}");
}
