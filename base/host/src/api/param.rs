//! What may stand behind the `?` of an address of the API. Programs are told what they got wrong: an
//! unknown name, a name twice or a value of another form is refused, not passed over.

use super::schema::is_day;
use super::{Operation, ROWS_MAX, Shape};
use serde_json::{Value, json};

/// The form of a query value.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Kind {
    /// Any text up to so many characters.
    Text(usize),
    /// One of these words.
    Word(&'static [&'static str]),
    /// A UUID.
    Uuid,
    /// A civil date, ISO 8601.
    Day,
    /// A whole number from 1 to this.
    Count(u32),
}

/// One query parameter. None is ever required.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Param {
    /// Its name.
    pub name: &'static str,
    /// Its form.
    pub kind: Kind,
    /// One Indonesian sentence.
    pub says: &'static str,
}

const CLOCKS: [Param; 2] = [
    Param { name: "berlaku", kind: Kind::Day, says: "Keadaan pada tanggal ini; tanpa ini hari ini." },
    Param {
        name: "diketahui",
        kind: Kind::Day,
        says: "Hanya yang tercatat sampai tanggal ini; tanpa ini semua yang tercatat.",
    },
];

const PAGES: [Param; 2] = [
    Param { name: "batas", kind: Kind::Count(ROWS_MAX), says: "Banyaknya baris; tanpa ini 50." },
    Param {
        name: "sesudah",
        kind: Kind::Text(80),
        says: "Halaman mulai sesudah baris ini; diisi oleh alamat `berikutnya`.",
    },
];

impl Operation {
    /// Every parameter it takes.
    pub fn all_params(&self) -> impl Iterator<Item = Param> {
        let clocks = CLOCKS.into_iter().filter(|_| self.clocks);
        let pages = PAGES.into_iter().filter(|_| matches!(self.answer, Shape::Page(_)));
        self.params.iter().copied().chain(clocks).chain(pages)
    }

    /// What is wrong with a query, in a sentence.
    pub(super) fn trouble(&self, query: &[(String, String)]) -> Option<String> {
        for (n, (name, value)) in query.iter().enumerate() {
            let Some(param) = self.all_params().find(|p| p.name == name) else {
                let names: Vec<&str> = self.all_params().map(|p| p.name).collect();
                let known = if names.is_empty() { "tidak ada".to_owned() } else { names.join(", ") };
                return Some(format!("Parameter {} tidak dikenal. Yang dikenal: {known}.", shown(name)));
            };
            if query[..n].iter().any(|q| q.0 == *name) {
                return Some(format!("Parameter {name} diberikan dua kali. Berikan sekali saja."));
            }
            if !param.kind.fits(value) {
                return Some(format!("Nilai parameter {name} tidak terbaca. {}", param.kind.wanted()));
            }
        }
        None
    }
}

/// A name as it came, short and without what could change the look of a line.
fn shown(name: &str) -> String {
    name.chars().filter(|c| c.is_ascii_graphic()).take(40).collect()
}

impl Kind {
    fn fits(self, value: &str) -> bool {
        match self {
            Kind::Text(most) => value.chars().count() <= most && !value.chars().any(char::is_control),
            Kind::Word(words) => words.contains(&value),
            Kind::Uuid => kernel::PegawaiId::parse(value).is_some(),
            Kind::Day => is_day(value),
            Kind::Count(most) => {
                let plain = value.bytes().all(|b| b.is_ascii_digit());
                plain && value.parse().is_ok_and(|n: u32| (1..=most).contains(&n))
            }
        }
    }

    fn wanted(self) -> String {
        match self {
            Kind::Text(most) => format!("Isi paling banyak {most} karakter yang terlihat."),
            Kind::Word(words) => format!("Isi salah satu dari: {}.", words.join(", ")),
            Kind::Uuid => "Isi UUID.".into(),
            Kind::Day => "Isi tanggal yang ada, ditulis tttt-bb-hh, misalnya 2026-11-22.".into(),
            Kind::Count(most) => format!("Isi bilangan bulat 1 sampai {most}."),
        }
    }

    /// As JSON Schema.
    pub(super) fn write(self) -> Value {
        match self {
            Kind::Text(most) => json!({ "type": "string", "maxLength": most }),
            Kind::Word(words) => json!({ "type": "string", "enum": words }),
            Kind::Uuid => json!({ "type": "string", "format": "uuid" }),
            Kind::Day => json!({ "type": "string", "format": "date" }),
            Kind::Count(most) => json!({ "type": "integer", "minimum": 1, "maximum": most }),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::api::{Object, Scope};

    static NOTHING: Object = Object { name: "Kosong", parts: &[] };
    static LIST: Operation = Operation {
        name: "daftar",
        summary: "",
        scope: Scope::Pegawai,
        params: &[
            Param { name: "q", kind: Kind::Text(5), says: "" },
            Param { name: "urut", kind: Kind::Word(&["nama"]), says: "" },
        ],
        clocks: true,
        answer: Shape::Page(&NOTHING),
    };

    #[test]
    fn what_is_wrong_with_a_query() {
        for (query, says) in [
            ("", ""),
            ("q=ani&urut=nama&berlaku=2026-01-31&batas=200&sesudah=x", ""),
            ("Q=ani", "Parameter Q tidak dikenal"),
            ("a\u{202e}b=1", "Parameter ab tidak dikenal"),
            ("q=a&q=b", "Parameter q diberikan dua kali"),
            ("q=abcdef", "Nilai parameter q"),
            ("q=a\0b", "Nilai parameter q"),
            ("urut=NAMA", "Nilai parameter urut"),
            ("batas=0", "Nilai parameter batas"),
            ("batas=201", "Nilai parameter batas"),
            ("batas=%2B5", "Nilai parameter batas"),
            ("batas=99999999999999999999", "Nilai parameter batas"),
            ("batas=", "Nilai parameter batas"),
            ("berlaku=31-01-2026", "Nilai parameter berlaku"),
            ("berlaku=2026-02-30", "Nilai parameter berlaku"),
            ("berlaku=2026-1-1", "Nilai parameter berlaku"),
        ] {
            let pairs: Vec<(String, String)> =
                form_urlencoded::parse(query.as_bytes()).into_owned().collect();
            let said = LIST.trouble(&pairs).unwrap_or_default();
            assert!(said.starts_with(says) && said.is_empty() == says.is_empty(), "{query}: {said}");
        }
    }
}
