//! What a page "Mengapa?" decides about answers of the law, over values alone: which part decides, in
//! which words an outcome and its days are told, and what a supposition changes.

pub mod andai;
pub mod kata;

use law::{Answer, Explanation, FaktaId, Kode, Verdict};

/// The part that decides, by its path in the tree.
pub fn decider<'a>(pohon: &'a Explanation, path: &str) -> Option<&'a Explanation> {
    path.split('/').try_fold(pohon, |node, key| node.cabang.iter().find(|c| &*c.kunci == key))
}

/// Conditions met and asked of the person, of a norm that consists of conditions.
pub fn counted(answer: &Answer) -> Option<(usize, usize)> {
    let asked = || answer.pohon.cabang.iter().filter(|c| c.verdict.kode() != Kode::TidakBerlaku);
    let counts = answer.bentuk == law::plan::Bentuk::Syarat && asked().count() > 0;
    counts.then(|| (asked().filter(|c| c.verdict == Verdict::Lulus).count(), asked().count()))
}

/// Facts a reader would want to change: those missing, then those of parts that are not met, then the rest.
pub fn interesting(answer: &Answer) -> Vec<FaktaId> {
    let mut facts = Vec::new();
    if let Verdict::BelumTahu { kurang, bertentangan } = &answer.verdict {
        add(&mut facts, kurang.iter().chain(bertentangan).copied());
    }
    if let Some(node) = answer.penentu.as_deref().and_then(|path| decider(&answer.pohon, path)) {
        walk(node, &mut |n| add(&mut facts, n.fakta.iter().map(|u| u.fakta)));
    }
    walk(&answer.pohon, &mut |n| {
        if n.verdict != Verdict::Lulus {
            add(&mut facts, n.fakta.iter().map(|u| u.fakta));
        }
    });
    facts
}

fn add(facts: &mut Vec<FaktaId>, more: impl Iterator<Item = FaktaId>) {
    for fakta in more {
        if !facts.contains(&fakta) {
            facts.push(fakta);
        }
    }
}

/// Every node, the first first.
pub fn walk<'a>(node: &'a Explanation, each: &mut impl FnMut(&'a Explanation)) {
    each(node);
    node.cabang.iter().for_each(|c| walk(c, each));
}

#[cfg(test)]
mod tests {
    use super::*;
    use law::{Pack, Potret, pack::Ask};

    #[test]
    fn what_is_missing_comes_first_and_the_decider_is_found() {
        let pack = Pack::bundled().expect("the pack");
        let day = kernel::Date::parse("2026-11-22").expect("a date");
        let mut potret = Potret::blank(&pack.words);
        let pns = pack.words.pick("jenis_asn", "PNS").expect("a choice");
        let jenis = pack.words.find("jenis_asn").expect("a fact");
        potret.set(jenis, law::Known::Is(pns));
        let answer = pack.telaah(&Ask::on("kp.reguler", day), &potret).expect("in force");
        assert_eq!(answer.verdict.kode(), Kode::BelumTahu);
        let Verdict::BelumTahu { kurang, .. } = &answer.verdict else { panic!("data is missing") };
        assert_eq!(interesting(&answer)[..kurang.len()], kurang[..]);
        let path = answer.penentu.as_deref().expect("something decides");
        assert!(decider(&answer.pohon, path).is_some(), "{path}");
        let (met, asked) = counted(&answer).expect("conditions");
        assert!(met < asked && asked == answer.pohon.cabang.len());
    }
}
