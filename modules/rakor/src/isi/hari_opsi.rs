//! The same where there may be none.

use kernel::Date;
use serde::{Deserialize, Deserializer, Serializer, de::Error};

pub fn serialize<S: Serializer>(day: &Option<Date>, to: S) -> Result<S::Ok, S::Error> {
    match day {
        Some(day) => to.serialize_str(&day.to_string()),
        None => to.serialize_none(),
    }
}

pub fn deserialize<'de, D: Deserializer<'de>>(from: D) -> Result<Option<Date>, D::Error> {
    match Option::<String>::deserialize(from)? {
        Some(text) => Date::parse(&text).map(Some).ok_or_else(|| D::Error::custom("no date")),
        None => Ok(None),
    }
}
