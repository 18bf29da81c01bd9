//! Two packs beside each other: which norms, parameters and tables of which act appeared, went or read
//! differently. Compared by what they mean on a day, not by the look of their files.

use crate::act::{Akta, Edit, NormDef, ParamDef};
use crate::pack::Pack;
use crate::table::TableDef;
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

/// Something an act says, as its pack has it.
#[derive(Clone, Copy, Debug)]
pub enum Isi<'p> {
    /// The act itself.
    Akta(&'p Akta),
    /// A norm.
    Norma(&'p NormDef),
    /// A parameter.
    Param(&'p ParamDef),
    /// A table.
    Tabel(&'p TableDef),
    /// A change to a norm of another act.
    Ubahan(&'p Edit),
}

impl Isi<'_> {
    /// All it says; where it stands in a file is left out.
    fn text(&self) -> String {
        match self {
            Isi::Akta(act) => head(act),
            Isi::Norma(n) => without_places(&format!("{n:?}")),
            Isi::Param(p) => without_places(&format!("{p:?}")),
            Isi::Tabel(t) => without_places(&format!("{t:?}")),
            Isi::Ubahan(e) => without_places(&format!("{e:?}")),
        }
    }
}

/// A difference with what either pack says.
#[derive(Clone, Debug)]
pub struct Rinci<'p> {
    /// The difference.
    pub beda: Beda,
    /// In the first pack.
    pub lama: Option<Isi<'p>>,
    /// In the second.
    pub baru: Option<Isi<'p>>,
}

/// Differences between two packs, in order of act, kind and key.
pub fn banding(a: &Pack, b: &Pack) -> Vec<Beda> {
    rinci(a, b).into_iter().map(|r| r.beda).collect()
}

/// The same with the texts of both sides.
pub fn rinci<'p>(a: &'p Pack, b: &'p Pack) -> Vec<Rinci<'p>> {
    let (left, right) = (contents(a), contents(b));
    let mut list = Vec::new();
    for (key, lama) in &left {
        let baru = right.get(key).copied();
        let apa = match &baru {
            None => Apa::Hilang,
            Some(other) if other.text() != lama.text() => Apa::Berubah,
            Some(_) => continue,
        };
        list.push(Rinci { beda: beda(key, apa), lama: Some(*lama), baru });
    }
    let added = right.iter().filter(|(key, _)| !left.contains_key(*key));
    list.extend(added.map(|(key, baru)| Rinci { beda: beda(key, Apa::Baru), lama: None, baru: Some(*baru) }));
    list.sort_by(|x, y| x.beda.cmp(&y.beda));
    list
}

type Key = (String, &'static str, String);

fn beda((akta, jenis, kunci): &Key, apa: Apa) -> Beda {
    Beda { akta: akta.clone(), jenis, kunci: kunci.clone(), apa }
}

fn contents(pack: &Pack) -> BTreeMap<Key, Isi<'_>> {
    let mut all = BTreeMap::new();
    let mut times: BTreeMap<(Box<str>, &'static str, Box<str>), usize> = BTreeMap::new();
    for (id, act) in pack.akta.iter() {
        let mut put = |jenis: &'static str, kunci: &str, isi| {
            // Several versions of one key in one act are told apart by their order.
            let seen = times.entry((id.clone(), jenis, kunci.into())).or_default();
            let name = if *seen == 0 { kunci.to_owned() } else { format!("{kunci} ({seen})") };
            *seen += 1;
            all.insert((id.to_string(), jenis, name), isi);
        };
        put("akta", id, Isi::Akta(act));
        act.norma.iter().for_each(|n| put("norma", &n.kunci, Isi::Norma(n)));
        act.param.iter().for_each(|p| put("param", &p.kunci, Isi::Param(p)));
        act.tabel.iter().for_each(|t| put("tabel", &t.nama, Isi::Tabel(t)));
        act.ubahan.iter().for_each(|e| put("ubahan", &e.norma, Isi::Ubahan(e)));
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
