//! Runs a case and holds what is answered against what is expected.

use super::{Hasil, Kasus};
use crate::explanation::{Answer, Explanation};
use crate::number::Exact;
use crate::pack::{Ask, Pack};
use crate::value::Value;
use crate::verdict::{Kode, Verdict};
use kernel::{Date, Stamp};

/// Runs a case.
pub fn run(pack: &Pack, berkas: &str, case: &Kasus) -> Hasil {
    let ask = Ask {
        fakta_diketahui: case.diketahui.map_or(Stamp::MAX, Stamp::end_of),
        hukum: case.hukum,
        hukum_diketahui: case.hukum_diketahui,
        wilayah: case.wilayah.as_deref(),
        ..Ask::on(&case.norma, case.hari)
    };
    let answer = pack.telaah(&ask, &case.potret);
    let kode = answer.as_ref().map_or(Kode::TidakBerlaku, |a| a.verdict.kode());
    let (mut jawab, mut beda) = (Vec::new(), Vec::new());
    let mut harap = None;
    for (what, wanted) in &case.harap {
        if what == "hasil" {
            harap = Kode::from_word(wanted);
        }
        let given = given(pack, answer.as_ref(), kode, what);
        let same = match what.as_str() {
            "sebutan" | "dokumen" => given.contains(wanted.as_str()),
            "gagal_di" => given == *wanted || given.starts_with(&format!("{wanted}/")),
            _ => given == *wanted || Exact::parse(wanted).is_some_and(|w| Exact::parse(&given) == Some(w)),
        };
        if !same {
            beda.push(format!(
                "=>{what} diharapkan {wanted}, jawabannya {}",
                if given.is_empty() { "(kosong)" } else { &given }
            ));
        }
        jawab.push((what.clone(), given));
    }
    Hasil {
        berkas: berkas.to_owned(),
        baris: case.baris,
        nama: case.nama.clone(),
        norma: case.norma.clone(),
        harap,
        kode: Some(kode),
        jawab,
        beda,
    }
}

fn given(pack: &Pack, answer: Option<&Answer>, kode: Kode, what: &str) -> String {
    let Some(answer) = answer else {
        return if what == "hasil" { kode.word().to_owned() } else { String::new() };
    };
    let code = |value: Option<&Value>| value.map_or(String::new(), |v| v.code(&pack.words));
    let day = |day: Option<Date>| day.map_or("-".to_owned(), |d| d.to_string());
    match what {
        "hasil" => kode.word().to_owned(),
        "gagal_di" => answer.penentu.clone().unwrap_or_default(),
        "mulai" => day(answer.ubah_pada),
        "waktu" => day(answer.waktu_terpenuhi),
        "nilai" => code(answer.nilai.as_ref()),
        "sebutan" => cited(&answer.pohon),
        "dokumen" => rests_on(answer),
        part if part.starts_with("hasil.") => {
            let mut path = part.trim_start_matches("hasil.").split('/');
            let found = path
                .try_fold(&answer.pohon, |node, key| node.cabang.iter().find(|branch| &*branch.kunci == key));
            found.map_or(String::new(), |branch| branch.verdict.kode().word().to_owned())
        }
        _ => {
            let key = what.trim_start_matches("nilai.");
            if let Verdict::Sengketa(positions) = &answer.verdict
                && let Some(p) = positions.iter().find(|p| &*p.kunci == key)
            {
                return p.nilai.as_ref().map_or(p.hasil.word().to_owned(), |v| v.code(&pack.words));
            }
            code(answer.pohon.cabang.iter().find(|c| &*c.kunci == key).and_then(|c| c.nilai.as_ref()))
        }
    }
}

/// Documents behind the part that decides, or behind the whole answer when none does.
fn rests_on(answer: &Answer) -> String {
    let path = answer.penentu.as_deref().unwrap_or("").split('/').filter(|key| !key.is_empty());
    let deciding = path.fold(&answer.pohon, |node, key| {
        node.cabang.iter().find(|branch| &*branch.kunci == key).unwrap_or(node)
    });
    let mut names = Vec::new();
    documents(deciding, &mut names);
    names.join(" · ")
}

fn documents<'a>(node: &'a Explanation, names: &mut Vec<&'a str>) {
    for source in node.fakta.iter().flat_map(|used| &used.sumber) {
        if !names.contains(&source.dokumen.as_str()) {
            names.push(&source.dokumen);
        }
    }
    node.cabang.iter().for_each(|branch| documents(branch, names));
}

/// Every citation of a tree, one after the other.
fn cited(node: &Explanation) -> String {
    let mut text = node.dasar.text();
    for used in &node.param {
        text.push_str(" · ");
        text.push_str(&used.dasar.text());
    }
    for row in &node.baris {
        text.push_str(" · ");
        text.push_str(&row.dasar.text());
    }
    for branch in &node.cabang {
        text.push_str(" · ");
        text.push_str(&cited(branch));
    }
    text
}
