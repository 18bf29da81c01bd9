//! The OpenAPI document, as it is kept for those who write programs. After a change on purpose:
//! `SINERGI_TULIS=1 cargo nextest run -p sinergi dokumen`.

use super::on_both;
use host::testing::Browser;
use serde_json::Value;

const KEPT: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../docs/openapi.json");

#[test]
fn the_document_kept_is_the_one_served() {
    let made = host::api::openapi::document(sinergi::modules::modules());
    let text = format!("{}\n", serde_json::to_string_pretty(&made).unwrap());
    if std::env::var_os("SINERGI_TULIS").is_some() {
        std::fs::write(KEPT, &text).unwrap();
    }
    let kept = std::fs::read_to_string(KEPT).unwrap_or_default();
    let differs = kept.lines().zip(text.lines()).find(|(a, b)| a != b);
    assert!(kept == text, "docs/openapi.json and the program differ, first at: {differs:?}");
    on_both("api-dokumen", |house, _| {
        let served = house.get(&Browser::default(), host::api::DOCUMENT);
        assert_eq!((served.status, served.header("content-type")), (200, "application/json"));
        assert_eq!(served.json(), made);
    });
}

/// Every reference leads somewhere, every thing is used, every operation has a name of its own.
#[test]
fn the_document_is_whole() {
    let made = host::api::openapi::document(sinergi::modules::modules());
    let text = made.to_string();
    let mut names = Vec::new();
    for (group, things) in made["components"].as_object().unwrap() {
        for name in things.as_object().unwrap().keys() {
            let used = text.contains(&format!("\"#/components/{group}/{name}\""));
            assert!(used || group == "securitySchemes", "{group}/{name} is used nowhere");
            names.push(format!("#/components/{group}/{name}"));
        }
    }
    references(&made, &mut |to| assert!(names.iter().any(|n| n == to), "{to} leads nowhere"));
    let mut ids: Vec<&str> = Vec::new();
    for (path, operations) in made["paths"].as_object().unwrap() {
        let operation = &operations["get"];
        assert!(operation["summary"].as_str().is_some_and(|s| s.ends_with('.')), "{path}");
        assert!(operation["x-izin"].is_string(), "{path}");
        ids.push(operation["operationId"].as_str().unwrap());
    }
    let count = ids.len();
    ids.sort_unstable();
    ids.dedup();
    assert_eq!(ids.len(), count);
    assert!(count >= 10);
}

fn references(value: &Value, each: &mut impl FnMut(&str)) {
    match value {
        Value::Object(map) => {
            map.get("$ref").and_then(Value::as_str).into_iter().for_each(&mut *each);
            map.values().for_each(|v| references(v, each));
        }
        Value::Array(list) => list.iter().for_each(|v| references(v, each)),
        _ => {}
    }
}
