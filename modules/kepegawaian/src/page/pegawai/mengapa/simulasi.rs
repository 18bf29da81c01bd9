//! The form of a supposition: one field for every fact the norms look at, those that matter first.

use super::Tanya;
use crate::rule::mengapa::andai::{Andai, NONE, PREFIX, UNKNOWN};
use crate::rule::mengapa::kata;
use crate::view::Simulasi;
use law::FaktaId;
use law::value::Type;
use web::component::formulir::Ruas;

/// Fields shown at once; the others are folded away.
const SHOWN: usize = 5;
/// Longer lists of choices are typed: a page carries no list of two thousand jabatan.
const CHOICES_MOST: usize = 60;

/// `facts` are those that matter most, and all that are used.
pub fn form(tanya: &Tanya<'_>, andai: &Andai, facts: (&[FaktaId], &[FaktaId]), href: &str) -> Simulasi {
    let words = &tanya.hukum.pack.words;
    let typed = |id: &FaktaId| !andai.typed(&words.fakta(*id).nama).is_empty();
    let (matter, used) = facts;
    let mut shown: Vec<FaktaId> = used.iter().filter(|id| typed(id)).copied().collect();
    for id in matter.iter().filter(|id| used.contains(id)) {
        if shown.len() < SHOWN && !shown.contains(id) {
            shown.push(*id);
        }
    }
    let others = used.iter().filter(|id| !shown.contains(id));
    let label = |name: &str| words.find(name).map_or(name.to_owned(), |id| words.fakta(id).label.to_string());
    let supposed = andai
        .set
        .iter()
        .map(|(id, known)| format!("{}: {}", words.fakta(*id).label, kata::fact(*id, known, words, false)));
    // An error about a fact that has no field stands at the first one.
    let first = shown.first().or(used.first()).map(|id| words.fakta(*id).nama.to_string());
    let errors = andai.errors.iter().map(|(name, sentence)| {
        let known = words.find(name).is_some_and(|id| used.contains(&id));
        let at = if known { Some(name) } else { first.as_ref() };
        (format!("{PREFIX}{}", at.unwrap_or(name)), sentence.clone())
    });
    Simulasi {
        errors: errors.collect(),
        fields: shown
            .iter()
            .map(|id| field(tanya, andai, *id))
            .chain(lost(andai, tanya, used, &label))
            .collect(),
        others: others.map(|id| field(tanya, andai, *id)).collect(),
        hidden: tanya.keep(),
        supposed: supposed.collect(),
        clear_href: tanya.link(href),
    }
}

/// What was typed for facts these norms do not use is shown again, so that nothing typed is lost.
fn lost<'x>(
    andai: &'x Andai,
    tanya: &'x Tanya<'_>,
    used: &'x [FaktaId],
    label: &'x impl Fn(&str) -> String,
) -> impl Iterator<Item = Ruas> + 'x {
    let words = &tanya.hukum.pack.words;
    let without = move |name: &str| words.find(name).is_none_or(|id| !used.contains(&id));
    andai.errors.iter().filter(move |e| without(&e.0)).map(move |(name, sentence)| {
        Ruas::text(&format!("{PREFIX}{name}"), &label(name)).value(andai.typed(name)).error(Some(sentence))
    })
}

fn field(tanya: &Tanya<'_>, andai: &Andai, id: FaktaId) -> Ruas {
    let words = &tanya.hukum.pack.words;
    let about = words.fakta(id);
    let (name, label) = (format!("{PREFIX}{}", about.nama), about.label.to_string());
    let now = tanya.potret.known.get(usize::from(id.0)).cloned().unwrap_or_default();
    let now = kata::fact(id, &now, words, tanya.closed);
    let with = |list: Vec<(String, String)>| {
        let fixed = [
            ("", format!("Menurut data: {now}")),
            (NONE, "Tidak ada".into()),
            (UNKNOWN, "Belum diketahui".into()),
        ];
        fixed.into_iter().map(|(v, l)| (v.to_owned(), l)).chain(list).collect()
    };
    let yes_no = || ["ya", "tidak"].map(|w| (w.to_owned(), kata::sentence(w))).to_vec();
    let field = match about.tipe {
        Type::YaTidak => Ruas::choice(&name, &label, with(yes_no())),
        Type::Pilihan(jenis) if words.jenis(jenis).len() <= CHOICES_MOST => {
            let list = words.jenis(jenis);
            let choices =
                (0..list.len() as u16).map(|i| (list.nilai(i).to_owned(), list.label(i).to_owned()));
            Ruas::choice(&name, &label, with(choices.collect()))
        }
        Type::Tanggal => Ruas::date(&name, &label).help(&format!("hh-bb-tttt. Menurut data: {now}")),
        _ => Ruas::text(&name, &label).help(&format!("Menurut data: {now}")),
    };
    let error = andai.errors.iter().find(|e| e.0 == *about.nama).map(|e| e.1.as_str());
    field.value(andai.typed(&about.nama)).error(error)
}
