//! Two packs beside each other: which norms, parameters and tables of which act appeared, went or read
//! differently. Compared by what they mean on a day, not by the look of their files.

use crate::act::Akta;
use crate::pack::Pack;
use std::collections::BTreeMap;

/// One difference.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub struct Beda {
    /// Id of the act.
    pub akta: String,
    /// `akta`, `norma`, `param`, `tabel`, `ubahan`.
    pub jenis: &'static str,
    /// Key of the norm, parameter or table.
    pub kunci: String,
    /// What happened.
    pub apa: Apa,
}

/// What happened to something.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Apa {
    /// Only the second has it.
    Baru,
    /// Only the first has it.
    Hilang,
    /// Both have it, not alike.
    Berubah,
}

impl Apa {
    /// As people read it.
    pub fn label(self) -> &'static str {
        match self {
            Apa::Baru => "baru",
            Apa::Hilang => "hilang",
            Apa::Berubah => "berubah",
        }
    }
}

/// Differences between two packs, in order of act, kind and key.
pub fn banding(a: &Pack, b: &Pack) -> Vec<Beda> {
    let (left, right) = (contents(a), contents(b));
    let mut list = Vec::new();
    for (key, text) in &left {
        let apa = match right.get(key) {
            None => Apa::Hilang,
            Some(other) if other != text => Apa::Berubah,
            Some(_) => continue,
        };
        list.push(beda(key, apa));
    }
    list.extend(right.keys().filter(|key| !left.contains_key(*key)).map(|key| beda(key, Apa::Baru)));
    list.sort();
    list
}

type Key = (String, &'static str, String);

fn beda((akta, jenis, kunci): &Key, apa: Apa) -> Beda {
    Beda { akta: akta.clone(), jenis, kunci: kunci.clone(), apa }
}

fn contents(pack: &Pack) -> BTreeMap<Key, String> {
    let mut all = BTreeMap::new();
    for (id, act) in pack.akta.iter() {
        let mut put = |jenis: &'static str, kunci: &str, text: String| {
            // Several versions of one key in one act are told apart by their order.
            let same = |n: usize| {
                (id.to_string(), jenis, if n == 0 { kunci.to_owned() } else { format!("{kunci} ({n})") })
            };
            let free = (0..).map(same).find(|key| !all.contains_key(key));
            if let Some(key) = free {
                all.insert(key, text);
            }
        };
        put("akta", id, head(act));
        act.norma.iter().for_each(|n| put("norma", &n.kunci, without_places(&format!("{n:?}"))));
        act.param.iter().for_each(|p| put("param", &p.kunci, without_places(&format!("{p:?}"))));
        act.tabel.iter().for_each(|t| put("tabel", &t.nama, without_places(&format!("{t:?}"))));
        act.ubahan.iter().for_each(|e| put("ubahan", &e.norma, without_places(&format!("{e:?}"))));
    }
    all
}

fn head(act: &Akta) -> String {
    let Akta {
        jenis, sebutan, tentang, diundangkan, span, kepastian, mengubah, mencabut, melanjutkan, ..
    } = act;
    let text = format!(
        "{jenis}{sebutan}{tentang}{diundangkan}{span:?}{kepastian:?}{mengubah:?}{mencabut:?}{melanjutkan:?}"
    );
    without_places(&text)
}

/// Where something stands in a file is not what it says.
pub(crate) fn without_places(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find("baris: ") {
        let digits = rest[at + 7..].bytes().take_while(u8::is_ascii_digit).count();
        out.push_str(&rest[..at]);
        rest = &rest[at + 7 + digits..];
    }
    out.push_str(rest);
    out
}
