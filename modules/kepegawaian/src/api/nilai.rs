//! Values and documents as answers carry them, as far as the reader may see them.

use host::api::{Object, Schema, known, time};
use host::sight::{HIDDEN, Sight, is_number};
use kernel::{Date, Document, Fact, Field, Rank, Stamp, Value as Stated};
use serde_json::{Map, Value, json};

/// A base document.
pub static DOKUMEN: Object = Object {
    name: "Dokumen",
    parts: &[
        ("jenis", Schema::Text, "Misalnya SK Gubernur, Ijazah, Unduhan SIASN."),
        ("bobot", Schema::Word(&["unduhan", "rekap", "surat", "sk"]), "Kekuatan dokumen sebagai dasar."),
        ("nomor", Schema::Maybe(&Schema::Text), ""),
        ("tanggal", Schema::Maybe(&Schema::Day), ""),
        ("penandatangan", Schema::Maybe(&Schema::Text), ""),
    ],
};

/// A value with where it comes from.
pub static NILAI: Object = Object {
    name: "Nilai",
    parts: &[
        (
            "nilai",
            Schema::Scalar,
            "Tanggal ditulis tttt-bb-hh; data pribadi disamarkan seperti pada halaman.",
        ),
        ("tmt", Schema::Maybe(&Schema::Day), "Terhitung mulai tanggal; null bila dokumen tidak menyebutnya."),
        ("dokumen", Schema::Object(&DOKUMEN), "Dokumen dasar nilai ini."),
        ("dicatat", Schema::Time, "Saat masuk jurnal."),
    ],
};

/// A document, as pages name it.
pub fn document(document: &Document) -> Value {
    let bobot = match document.rank {
        Rank::Unduhan => "unduhan",
        Rank::Rekap => "rekap",
        Rank::Surat => "surat",
        Rank::Sk => "sk",
    };
    json!({
        "jenis": document.jenis, "bobot": bobot, "nomor": known(&document.nomor),
        "tanggal": day(document.tanggal), "penandatangan": known(&document.penandatangan),
    })
}

/// A stated value with its document.
pub fn stated(
    (field, value): (Field, &Stated),
    tmt: Option<Date>,
    from: &Document,
    recorded: Stamp,
    sight: Sight,
) -> Value {
    json!({
        "nilai": shown(field, value, sight), "tmt": day(tmt), "dokumen": document(from), "dicatat": time(recorded),
    })
}

/// The values of a fact by the name of their field.
pub fn values(fact: &Fact, sight: Sight) -> Map<String, Value> {
    let pair = |(field, value): &(Field, Stated)| (field.info().name.to_owned(), shown(*field, value, sight));
    fact.values.iter().map(pair).collect()
}

/// A value as this reader may see it: the same words as on the page where it is not shown.
pub fn shown(field: Field, value: &Stated, sight: Sight) -> Value {
    match value {
        _ if !sight.reads(field) => Value::from(HIDDEN),
        value if is_number(field) => Value::from(web::format::mask(&value.show())),
        Stated::Text(text) => Value::from(text.as_ref()),
        Stated::Date(day) => Value::from(day.to_string()),
        Stated::Int(n) => Value::from(*n),
    }
}

/// A date, or nothing.
pub fn day(day: Option<Date>) -> Value {
    day.map_or(Value::Null, |d| Value::from(d.to_string()))
}
