//! Every component sample inside a page, and the frame itself, against the rules of `html`.

mod html;

use maud::html as markup;
use web::page::example_frame;

#[test]
fn every_component_has_samples_that_hold() {
    for (drawer, samples) in web::component::samples() {
        assert!(!samples.is_empty(), "{drawer} has no sample");
        for sample in samples {
            // These two are whole page bodies and bring their own h1.
            let whole = matches!(drawer, "masalah" | "pintasan") || sample.body.0.contains("<h1");
            let body = markup! { @if !whole { h1 { "Contoh" } } (sample.body) };
            let page = web::page(&example_frame("Contoh", ""), body).into_string();
            html::check_document(&format!("{drawer}/{}", sample.name), &page);
        }
    }
}

#[test]
fn frames_hold() {
    for sample in web::page::samples() {
        html::check_document(sample.name, &sample.body.into_string());
    }
}

#[test]
fn another_day_is_said_in_words() {
    let page = web::page::samples()
        .into_iter()
        .find(|s| s.name == "tanggal-lain")
        .expect("sample")
        .body
        .into_string();
    assert!(page.contains("Anda melihat keadaan per 1 Jan 2024 menurut data tercatat s.d. 5 Mar 2024. Perubahan tidak dapat disimpan."));
    assert!(page.contains("isi lampau"));
}

#[test]
fn text_is_escaped() {
    let evil = "<script>alert(1)</script>\"'";
    let frame = example_frame(evil, "");
    let page = web::page(&frame, markup! { h1 { (evil) } }).into_string();
    assert!(!page.contains("<script>alert"));
}

/// The checker itself: faults it must see.
#[test]
fn faults_are_seen() {
    let faulty = [
        r#"<p style="color:red">a</p>"#,
        r##"<a href="#x"></a>"##,
        r#"<input id="a" name="a" type="text">"#,
        r#"<h3>tiga</h3>"#,
        r#"<svg viewBox="0 0 1 1"></svg>"#,
        r#"<p>a<div>b</div></p>"#,
        r#"<span id="isi">a</span>"#,
        r#"<form method="post" action="/x"></form>"#,
        r#"<table><tbody></tbody></table>"#,
        r#"<button onclick="x()">a</button>"#,
    ];
    for fault in faulty {
        let body = markup! { h1 { "Contoh" } (maud::PreEscaped(fault)) };
        let page = web::page(&example_frame("Contoh", ""), body).into_string();
        let seen = std::panic::catch_unwind(|| html::check_document("fault", &page)).is_err();
        assert!(seen, "not seen: {fault}");
    }
}
