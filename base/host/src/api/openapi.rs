//! The document that describes the API, written from what the routes declare.

use super::problem::BODY;
use super::{DOCUMENT, Object, Operation, Schema, Shape};
use crate::module::{Method, Module};
use serde_json::{Map, Value, json};

static MOMENT: Object = Object {
    name: "Keadaan",
    parts: &[
        ("berlaku", Schema::Day, "Tanggal keadaan yang dijawab."),
        ("diketahui", Schema::Maybe(&Schema::Day), "Batas tanggal pencatatan; null berarti semua."),
    ],
};

/// Holds the whole body of an answer against what its operation declares.
///
/// # Errors
/// The first thing that does not fit, by its path.
pub fn check(operation: &Operation, body: &Value) -> Result<(), String> {
    let map = body.as_object().ok_or("the body is no object")?;
    let part = |name: &str| map.get(name).ok_or_else(|| format!("$.{name} is missing"));
    MOMENT.check(part("keadaan")?, "$.keadaan")?;
    let names: &[&str] = match operation.answer {
        Shape::One(object) => {
            object.check(part("data")?, "$.data")?;
            &["data", "keadaan"]
        }
        Shape::Page(object) => {
            let rows = part("data")?.as_array().ok_or("$.data is no list")?;
            rows.iter().enumerate().try_for_each(|(n, row)| object.check(row, &format!("$.data[{n}]")))?;
            Schema::Maybe(&Schema::Int).check(part("jumlah")?, "$.jumlah")?;
            Schema::Maybe(&Schema::Text).check(part("berikutnya")?, "$.berikutnya")?;
            &["data", "jumlah", "berikutnya", "keadaan"]
        }
    };
    match map.keys().find(|k| !names.contains(&k.as_str())) {
        Some(extra) => Err(format!("$.{extra} is not declared")),
        None => Ok(()),
    }
}

/// The document of these modules.
pub fn document(modules: &[Module]) -> Value {
    let mut names = Map::new();
    BODY.write(&mut names);
    let mut paths = Map::new();
    for route in modules.iter().flat_map(|m| m.routes) {
        if let Method::Api(operation) = route.method {
            paths.insert(route.path.to_owned(), json!({ "get": written(route.path, operation, &mut names) }));
        }
    }
    json!({
        "openapi": "3.1.0",
        "info": {
            "title": "Sinergi",
            "version": "1",
            "description": "Data kepegawaian satu simpul Sinergi, hanya baca. Kebiasaan dan contoh: docs/api.md.",
            "license": { "name": "Apache-2.0", "identifier": "Apache-2.0" },
        },
        "servers": [{ "url": "/" }],
        "security": [{ "token": [] }],
        "paths": paths,
        "components": {
            "schemas": names,
            "securitySchemes": { "token": {
                "type": "http", "scheme": "bearer",
                "description": "Token dari halaman Token API; izin yang diperlukan tertulis pada tiap operasi.",
            } },
            "responses": {
                "Masalah": {
                    "description": "Bukan jawaban yang diminta.",
                    "content": { "application/problem+json": { "schema": { "$ref": "#/components/schemas/Masalah" } } },
                },
                "Sama": { "description": "Tidak berubah sejak ETag yang dikirim." },
            },
        },
        "externalDocs": { "url": DOCUMENT, "description": "Dokumen ini" },
    })
}

fn written(path: &str, operation: &Operation, names: &mut Map<String, Value>) -> Value {
    let in_path = path.split('{').skip(1).filter_map(|rest| rest.split('}').next());
    let mut params: Vec<Value> = in_path
        .map(|name| json!({ "name": name, "in": "path", "required": true, "schema": { "type": "string", "minLength": 1 } }))
        .collect();
    params.extend(operation.all_params().map(|p| {
        json!({ "name": p.name, "in": "query", "required": false, "description": p.says, "schema": p.kind.write() })
    }));
    let mut responses = Map::new();
    responses.insert("200".into(), answer(operation, names));
    responses.insert("304".into(), json!({ "$ref": "#/components/responses/Sama" }));
    for status in ["401", "403", "404", "414", "422", "429", "500", "503"] {
        responses.insert(status.into(), json!({ "$ref": "#/components/responses/Masalah" }));
    }
    let scope = operation.scope.word();
    json!({
        "operationId": operation.name, "summary": operation.summary, "parameters": params, "responses": responses,
        "x-izin": scope, "description": format!("Izin token: `{scope}`."),
    })
}

fn answer(operation: &Operation, names: &mut Map<String, Value>) -> Value {
    let moment = MOMENT.write(names);
    let (properties, required) = match operation.answer {
        Shape::One(object) => {
            (json!({ "data": object.write(names), "keadaan": moment }), json!(["data", "keadaan"]))
        }
        Shape::Page(object) => (
            json!({
                "data": { "type": "array", "items": object.write(names) },
                "jumlah": { "type": ["integer", "null"], "description": "Banyaknya baris seluruhnya, bila diketahui." },
                "berikutnya": { "type": ["string", "null"], "description": "Alamat halaman berikutnya; null pada yang terakhir." },
                "keadaan": moment,
            }),
            json!(["data", "jumlah", "berikutnya", "keadaan"]),
        ),
    };
    let schema = json!({
        "type": "object", "properties": properties, "required": required, "additionalProperties": false,
    });
    json!({
        "description": "Jawaban.",
        "headers": { "ETag": { "schema": { "type": "string" }, "description": "Untuk If-None-Match." } },
        "content": { "application/json": { "schema": schema } },
    })
}
