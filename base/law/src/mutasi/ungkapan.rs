//! Changes to what an act says: comparisons, bounds, parameters, conditions left out.

use super::kait::Simpul;
use super::{Mutan, line_of};
use crate::number::Exact;
use crate::pack::Pack;
use kernel::Date;
use std::ops::Range;
use toml::Spanned;
use toml::de::{DeTable, DeValue};

/// A condition that always holds, and one that never does.
const SELALU: &str = "hari = hari";
const TIDAK_PERNAH: &str = "hari != hari";

struct Cari<'a> {
    pack: &'a Pack,
    path: &'a str,
    text: &'a str,
    found: Vec<Mutan>,
}

/// Where in a norm something stands.
#[derive(Clone, Copy, PartialEq)]
enum Tempat {
    Norma,
    Param,
    Bagian,
    Jalur,
    Unsur,
}

/// Every change to an act's file.
pub fn of(pack: &Pack, path: &str, text: &str) -> Vec<Mutan> {
    let mut cari = Cari { pack, path, text, found: Vec::new() };
    let Ok(root) = DeTable::parse(text) else { return Vec::new() };
    for (list, tempat) in [
        ("norma", Tempat::Norma),
        ("param", Tempat::Param),
        ("ganti", Tempat::Bagian),
        ("tambah", Tempat::Bagian),
    ] {
        for part in tables(root.get_ref(), list) {
            let key = word(part, if list == "tambah" { "norma" } else { "kunci" }).unwrap_or_default();
            let simpul = match tempat {
                Tempat::Param => Simpul::Param(key.into()),
                _ => Simpul::Norma(key.split('/').next().unwrap_or(key).into()),
            };
            cari.part(part, tempat, &simpul, key);
        }
    }
    cari.found
}

fn tables<'t>(table: &'t DeTable<'t>, key: &str) -> Vec<&'t DeTable<'t>> {
    let list = table.iter().find(|(k, _)| k.get_ref() == key).and_then(|(_, v)| v.get_ref().as_array());
    list.into_iter().flat_map(|l| l.iter()).filter_map(|v| v.get_ref().as_table()).collect()
}

fn word<'t>(table: &'t DeTable<'t>, key: &str) -> Option<&'t str> {
    table.iter().find(|(k, _)| k.get_ref() == key)?.1.get_ref().as_str()
}

impl Cari<'_> {
    fn add(&mut self, range: Range<usize>, ganti: Vec<String>, simpul: &Simpul, apa: String) {
        let (berkas, baris) = (self.path.to_owned(), line_of(self.text, range.start));
        self.found.push(Mutan { range, ganti, simpul: simpul.clone(), berkas, baris, apa });
    }

    fn part(&mut self, part: &DeTable<'_>, tempat: Tempat, simpul: &Simpul, nama: &str) {
        for (key, value) in part.iter() {
            let whole = key.span().start..value.span().end;
            let text = value.get_ref().as_str();
            let without = |isi: &str| vec![format!("bila = {isi:?}")];
            let condition = matches!(tempat, Tempat::Bagian | Tempat::Jalur);
            match (key.get_ref().as_ref(), text) {
                ("nilai", _) if tempat == Tempat::Param => self.constant(value, simpul, nama),
                ("bila", Some(text)) => {
                    self.expression(value.span(), text, simpul, nama);
                    let isi = if tempat == Tempat::Jalur { TIDAK_PERNAH } else { SELALU };
                    self.add(whole, without(isi), simpul, format!("{nama}: syarat ditiadakan"));
                }
                ("kecuali", Some(text)) => {
                    self.expression(value.span(), text, simpul, nama);
                    let never = vec![format!("{TIDAK_PERNAH:?}")];
                    self.add(value.span(), never, simpul, format!("{nama}: pengecualian ditiadakan"));
                }
                ("subjek", Some(text)) => {
                    self.expression(value.span(), text, simpul, nama);
                    let all = vec![format!("{SELALU:?}")];
                    self.add(value.span(), all, simpul, format!("{nama}: berlaku bagi semua orang"));
                }
                ("nilai", Some(text)) => {
                    self.expression(value.span(), text, simpul, nama);
                    if tempat == Tempat::Unsur {
                        let none = vec!["\"0\"".to_owned()];
                        self.add(value.span(), none, simpul, format!("{nama}: unsur ditiadakan"));
                    }
                }
                ("pertimbangan" | "norma", Some(_)) if condition && word(part, "setelah").is_none() => {
                    let isi = if tempat == Tempat::Jalur { TIDAK_PERNAH } else { SELALU };
                    self.add(whole, without(isi), simpul, format!("{nama}: syarat ditiadakan"));
                }
                ("bobot" | "maks", _) => self.constant(value, simpul, nama),
                _ => {}
            }
        }
        for (list, inside) in [
            ("syarat", Tempat::Bagian),
            ("unsur", Tempat::Unsur),
            ("posisi", Tempat::Unsur),
            ("salah_satu", Tempat::Jalur),
        ] {
            for inner in tables(part, list) {
                let path = format!("{nama}/{}", word(inner, "kunci").unwrap_or_default());
                self.part(inner, inside, simpul, &path);
            }
        }
    }

    /// A value of a parameter, or each of a list.
    fn constant(&mut self, value: &Spanned<DeValue<'_>>, simpul: &Simpul, nama: &str) {
        if let Some(list) = value.get_ref().as_array() {
            list.iter().for_each(|item| self.constant(item, simpul, nama));
            return;
        }
        let raw = &self.text[value.span()];
        let bare = raw.trim_matches(['"', '\'']);
        let others = near(self.pack, bare);
        if others.is_empty() {
            return;
        }
        let apa = format!("{nama}: {bare} menjadi {}", others[0]);
        let quote = &raw[..usize::from(raw.len() != bare.len())];
        let ganti = others.into_iter().map(|o| format!("{quote}{o}{quote}")).collect();
        self.add(value.span(), ganti, simpul, apa);
    }

    /// Each comparison, joint, number, day and choice of an expression.
    fn expression(&mut self, span: Range<usize>, text: &str, simpul: &Simpul, nama: &str) {
        for (place, others) in places(self.pack, text) {
            let old = &text[place.clone()];
            let apa = format!("{nama}: {old} menjadi {} pada \"{text}\"", others[0]);
            let written = |new: &String| {
                let mut changed = text.to_owned();
                changed.replace_range(place.clone(), new);
                format!("\"{}\"", changed.replace('\\', "\\\\").replace('"', "\\\""))
            };
            self.add(span.clone(), others.iter().map(written).collect(), simpul, apa);
        }
    }
}

/// Places of an expression, each with what may stand there instead.
fn places(pack: &Pack, text: &str) -> Vec<(Range<usize>, Vec<String>)> {
    const SIGNS: &[(&str, &str)] =
        &[("<=", "<"), (">=", ">"), ("!=", "="), ("<", "<="), (">", ">="), ("=", "!=")];
    let bytes = text.as_bytes();
    let run = |from: usize, more: &dyn Fn(u8) -> bool| bytes[from..].iter().take_while(|b| more(**b)).count();
    let name = |b: u8| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'_' || b == b'.' || b == b'@';
    let (mut found, mut at) = (Vec::new(), 0);
    while at < bytes.len() {
        let rest = &text[at..];
        let length = if bytes[at] == b'\'' {
            let Some(end) = rest[1..].find('\'') else { break };
            let others = near(pack, &rest[1..=end]);
            if !others.is_empty() {
                found.push((at..at + end + 2, others.iter().map(|o| format!("'{o}'")).collect()));
            }
            end + 2
        } else if bytes[at].is_ascii_digit() {
            let length = run(at, &|b| b.is_ascii_digit() || b == b'.' || b == b'-');
            let token = rest[..length].trim_end_matches(['-', '.']);
            found.push((at..at + token.len(), near(pack, token)));
            length
        } else if name(bytes[at]) {
            let length = run(at, &name);
            let other = match &rest[..length] {
                "dan" => Some("atau"),
                "atau" => Some("dan"),
                _ => None,
            };
            found.extend(other.map(|o| (at..at + length, vec![o.to_owned()])));
            length
        } else if let Some((sign, other)) = SIGNS.iter().find(|(s, _)| rest.starts_with(*s)) {
            found.push((at..at + sign.len(), vec![(*other).to_owned()]));
            sign.len()
        } else {
            rest.chars().next().map_or(1, char::len_utf8)
        };
        at += length;
    }
    found.retain(|(_, others)| !others.is_empty());
    found
}

/// What lies next to a number, a day or a choice: after it first, then before it.
pub fn near(pack: &Pack, text: &str) -> Vec<String> {
    if let Some(day) = Date::parse(text).filter(|_| text.len() == 10) {
        return vec![day.add_days(1).to_string(), day.add_days(-1).to_string()];
    }
    if let Some(n) = Exact::parse(text) {
        let scale = 10i128.pow(text.split_once('.').map_or(0, |(_, part)| part.len() as u32));
        let unit = Exact::new(1, scale).unwrap_or(Exact::ZERO);
        return [n.plus(unit), n.minus(unit)].into_iter().flatten().map(|n| n.to_string()).collect();
    }
    let mut others = Vec::new();
    for jenis in pack.words.jenis_list() {
        let Some(place) = jenis.find(text) else { continue };
        let after = jenis.nilai(place + 1);
        let before = place.checked_sub(1).map_or("", |i| jenis.nilai(i));
        others.extend([after, before].iter().filter(|w| !w.is_empty()).map(|w| (*w).to_owned()));
    }
    match text {
        "ya" => others.push("tidak".to_owned()),
        "tidak" => others.push("ya".to_owned()),
        _ => {}
    }
    others
}
