//! What stands in an answer, declared once: the OpenAPI document is written from it, and tests hold
//! real answers against it, so that the document cannot lie.

use serde_json::{Map, Value, json};

/// The form of a value.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Schema {
    /// Text.
    Text,
    /// A UUID.
    Uuid,
    /// A civil date, ISO 8601.
    Day,
    /// A moment in UTC, ISO 8601.
    Time,
    /// A whole number.
    Int,
    /// Text or a whole number.
    Scalar,
    /// Yes or no.
    Flag,
    /// One of these words.
    Word(&'static [&'static str]),
    /// This, or `null` when it is not known.
    Maybe(&'static Schema),
    /// A part that is left out where it would say nothing.
    Sometimes(&'static Schema),
    /// Several.
    List(&'static Schema),
    /// By name.
    Map(&'static Schema),
    /// A thing with named parts.
    Object(&'static Object),
}

/// A thing with named parts: all of them are always there but those that are [`Schema::Sometimes`], and no
/// others. A thing may hold others of its kind.
pub struct Object {
    /// Its name in the document.
    pub name: &'static str,
    /// Name, form and meaning of each part.
    pub parts: &'static [(&'static str, Schema, &'static str)],
}

/// Things are known by their names: one that holds others of its kind has no end to compare or print.
impl PartialEq for Object {
    fn eq(&self, other: &Object) -> bool {
        self.name == other.name
    }
}

impl Eq for Object {}

impl std::fmt::Debug for Object {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.name)
    }
}

impl Schema {
    /// Holds a value against it; the first thing that does not fit is named by its path.
    ///
    /// # Errors
    /// When something is missing, too much, or of another form.
    pub fn check(self, value: &Value, at: &str) -> Result<(), String> {
        let fits = match self {
            Schema::Text => value.is_string(),
            Schema::Uuid => value.as_str().is_some_and(|t| kernel::PegawaiId::parse(t).is_some()),
            Schema::Day => value.as_str().is_some_and(is_day),
            Schema::Time => value.as_str().is_some_and(is_time),
            Schema::Int => value.is_i64() || value.is_u64(),
            Schema::Scalar => value.is_string() || value.is_i64(),
            Schema::Flag => value.is_boolean(),
            Schema::Word(words) => value.as_str().is_some_and(|t| words.contains(&t)),
            Schema::Maybe(inner) => return if value.is_null() { Ok(()) } else { inner.check(value, at) },
            Schema::Sometimes(inner) => return inner.check(value, at),
            Schema::List(inner) => match value.as_array() {
                Some(list) => {
                    return list
                        .iter()
                        .enumerate()
                        .try_for_each(|(n, v)| inner.check(v, &format!("{at}[{n}]")));
                }
                None => false,
            },
            Schema::Map(inner) => match value.as_object() {
                Some(map) => return map.iter().try_for_each(|(k, v)| inner.check(v, &format!("{at}.{k}"))),
                None => false,
            },
            Schema::Object(object) => return object.check(value, at),
        };
        if fits { Ok(()) } else { Err(format!("{at} is not {self:?}: {value}")) }
    }

    /// Whether a part of this form may be left out.
    fn may_miss(self) -> bool {
        matches!(self, Schema::Sometimes(_))
    }

    /// As JSON Schema 2020-12; named things go to `names`.
    pub(super) fn write(self, names: &mut Map<String, Value>) -> Value {
        match self {
            Schema::Text => json!({ "type": "string" }),
            Schema::Uuid => json!({ "type": "string", "format": "uuid" }),
            Schema::Day => json!({ "type": "string", "format": "date" }),
            Schema::Time => json!({ "type": "string", "format": "date-time" }),
            Schema::Int => json!({ "type": "integer" }),
            Schema::Scalar => json!({ "type": ["string", "integer"] }),
            Schema::Flag => json!({ "type": "boolean" }),
            Schema::Word(words) => json!({ "type": "string", "enum": words }),
            Schema::Maybe(inner) => json!({ "anyOf": [inner.write(names), { "type": "null" }] }),
            Schema::Sometimes(inner) => inner.write(names),
            Schema::List(inner) => json!({ "type": "array", "items": inner.write(names) }),
            Schema::Map(inner) => {
                json!({ "type": "object", "additionalProperties": inner.write(names) })
            }
            Schema::Object(object) => object.write(names),
        }
    }
}

impl Object {
    /// See [`Schema::check`].
    ///
    /// # Errors
    /// When something is missing, too much, or of another form.
    pub fn check(&self, value: &Value, at: &str) -> Result<(), String> {
        let Some(map) = value.as_object() else { return Err(format!("{at} is no {}", self.name)) };
        if let Some(extra) = map.keys().find(|k| !self.parts.iter().any(|p| p.0 == k.as_str())) {
            return Err(format!("{at}.{extra} is not declared"));
        }
        self.parts.iter().try_for_each(|(name, schema, _)| match map.get(*name) {
            Some(part) => schema.check(part, &format!("{at}.{name}")),
            None if schema.may_miss() => Ok(()),
            None => Err(format!("{at}.{name} is missing")),
        })
    }

    /// As a reference; the thing itself goes to `names`.
    pub(super) fn write(&self, names: &mut Map<String, Value>) -> Value {
        if !names.contains_key(self.name) {
            // The name is taken first: a thing may hold others of its kind.
            names.insert(self.name.to_owned(), Value::Null);
            let mut parts = Map::new();
            for (name, schema, says) in self.parts {
                let mut part = schema.write(names);
                if let Some(part) = part.as_object_mut().filter(|_| !says.is_empty()) {
                    part.insert("description".into(), Value::from(*says));
                }
                parts.insert((*name).to_owned(), part);
            }
            let required: Vec<&str> = self.parts.iter().filter(|p| !p.1.may_miss()).map(|p| p.0).collect();
            let thing = json!({
                "type": "object", "properties": parts, "required": required, "additionalProperties": false,
            });
            names.insert(self.name.to_owned(), thing);
        }
        json!({ "$ref": format!("#/components/schemas/{}", self.name) })
    }
}

/// `yyyy-mm-dd`, and a day there is.
pub(super) fn is_day(text: &str) -> bool {
    kernel::Date::parse(text).is_some_and(|day| day.to_string() == text)
}

fn is_time(text: &str) -> bool {
    let Some((day, time)) = text.split_once('T') else { return false };
    let digits = |at: usize| time.as_bytes().get(at).is_some_and(u8::is_ascii_digit);
    is_day(day) && time.len() == 9 && time.ends_with('Z') && [0, 1, 3, 4, 6, 7].into_iter().all(digits)
}

#[cfg(test)]
mod tests {
    use super::*;

    static INNER: Object = Object { name: "Isi", parts: &[("hari", Schema::Maybe(&Schema::Day), "")] };
    static OUTER: Object = Object {
        name: "Luar",
        parts: &[("id", Schema::Uuid, ""), ("isi", Schema::List(&Schema::Object(&INNER)), "")],
    };

    #[test]
    fn what_does_not_fit_is_named() {
        let id = "01928c7e-0000-7000-8000-000000000001";
        for (value, says) in [
            (json!({ "id": id, "isi": [{ "hari": null }, { "hari": "2026-02-28" }] }), ""),
            (json!({ "id": "x", "isi": [] }), "$.id is not Uuid"),
            (json!({ "id": id }), "$.isi is missing"),
            (json!({ "id": id, "isi": [], "nik": "1" }), "$.nik is not declared"),
            (json!({ "id": id, "isi": [{ "hari": "28-02-2026" }] }), "$.isi[0].hari is not Day"),
            (json!({ "id": id, "isi": [{ "hari": "2026-02-30" }] }), "$.isi[0].hari is not Day"),
        ] {
            let said = OUTER.check(&value, "$").err().unwrap_or_default();
            assert!(said.starts_with(says) && said.is_empty() == says.is_empty(), "{value}: {said}");
        }
    }

    static TREE: Object = Object {
        name: "Pohon",
        parts: &[
            ("cabang", Schema::List(&Schema::Object(&TREE)), ""),
            ("sebab", Schema::Sometimes(&Schema::Text), ""),
        ],
    };

    #[test]
    fn trees_are_held_to_their_form_and_parts_may_be_left_out() {
        let check = |value: Value| TREE.check(&value, "$").err().unwrap_or_default();
        assert_eq!(check(json!({ "cabang": [{ "cabang": [], "sebab": "x" }] })), "");
        assert!(check(json!({ "cabang": [{ "cabang": [], "sebab": 1 }] })).starts_with("$.cabang[0].sebab"));
        assert!(check(json!({ "cabang": 1 })).starts_with("$.cabang is not List(Object(Pohon))"));
        let mut names = Map::new();
        TREE.write(&mut names);
        assert_eq!(names["Pohon"]["required"], json!(["cabang"]));
    }

    #[test]
    fn named_things_are_written_once() {
        let mut names = Map::new();
        assert_eq!(OUTER.write(&mut names), json!({ "$ref": "#/components/schemas/Luar" }));
        assert_eq!(names.keys().map(String::as_str).collect::<Vec<_>>(), ["Isi", "Luar"]);
    }
}
