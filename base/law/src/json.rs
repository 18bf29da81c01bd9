//! An answer as JSON: the same value that pages and letters lay out, nothing added and nothing left out.

use crate::book::Citation;
use crate::explanation::{Answer, Explanation, FactUse};
use crate::value::{Known, Value, long_date};
use crate::verdict::Verdict;
use crate::vocabulary::Vocabulary;
use kernel::{Date, Stamp};
use serde_json::{Map, Value as Json, json};

/// The answer, with its five clocks and its reasons.
pub fn answer(answer: &Answer, words: &Vocabulary) -> Json {
    let jam = &answer.jam;
    let known = (jam.fakta_diketahui != Stamp::MAX).then(|| jam.fakta_diketahui.wib());
    let mut out = object(json!({
        "norma": answer.kunci,
        "bentuk": answer.bentuk.word(),
        "jawaban": answer.verdict.kode().word(),
        "arti": answer.verdict.kode().label(),
        "penentu": answer.penentu,
        "nilai": answer.nilai.as_ref().map(|v| value(v, words)),
        "satuan": answer.satuan,
        "ubah_pada": day(answer.ubah_pada),
        "waktu_terpenuhi": day(answer.waktu_terpenuhi),
        "hukum_berubah": day(answer.hukum_berubah),
        "fakta_berganti": day(answer.kedaluwarsa),
        "jam": {
            "berlaku": jam.fakta_pada.to_string(),
            "diketahui": known,
            "hukum": jam.hukum_pada.to_string(),
            "hukum_diketahui": jam.hukum_diketahui.to_string(),
            "paket": hex(&jam.paket),
        },
        "penjelasan": node(&answer.pohon, words),
    }));
    out.extend(verdict(&answer.verdict, words));
    Json::Object(out)
}

fn object(json: Json) -> Map<String, Json> {
    if let Json::Object(map) = json { map } else { Map::new() }
}

/// 64 hexadecimal digits of a hash.
pub fn hex(hash: &[u8; 32]) -> String {
    hash.iter().fold(String::with_capacity(64), |text, byte| text + &format!("{byte:02x}"))
}

fn day(day: Option<Date>) -> Option<String> {
    day.map(|d| d.to_string())
}

/// A value: numbers exact as text, so that no reader rounds them.
pub fn value(value: &Value, words: &Vocabulary) -> Json {
    json!({ "kode": value.code(words), "bacaan": value.show(words) })
}

fn verdict(verdict: &Verdict, words: &Vocabulary) -> Map<String, Json> {
    let names = |ids: &[crate::vocabulary::FaktaId]| -> Vec<&str> {
        ids.iter().map(|id| &*words.fakta(*id).nama).collect()
    };
    object(match verdict {
        Verdict::Lulus | Verdict::Gagal => json!({}),
        Verdict::BelumTahu { kurang, bertentangan } => {
            json!({ "kurang": names(kurang), "bertentangan": names(bertentangan) })
        }
        Verdict::TidakBerlaku(why) => json!({ "sebab": why }),
        Verdict::PerluPertimbangan(who) => json!({ "pertimbangan": who }),
        Verdict::Sengketa(positions) => {
            let list: Vec<Json> = positions
                .iter()
                .map(|p| {
                    json!({
                        "kunci": p.kunci,
                        "pihak": p.pihak,
                        "jawaban": p.hasil.word(),
                        "nilai": p.nilai.as_ref().map(|v| value(v, words)),
                    })
                })
                .collect();
            json!({ "posisi": list })
        }
    })
}

fn citation(c: &Citation) -> Json {
    json!({
        "sebutan": c.text(),
        "akta": c.akta,
        "letak": c.letak,
        "jo": c.jo,
        "diubah": c.diubah.as_ref().map(|(letak, akta)| json!({ "letak": letak, "akta": akta })),
        "diteruskan": c.diteruskan.as_ref().map(|(dasar, akta, syarat)| {
            json!({ "dasar": dasar, "akta": akta, "syarat": syarat })
        }),
        "berlaku_mulai": c.span.mulai.to_string(),
        "berlaku_sampai": day(c.span.sampai),
        "kepastian": c.kepastian.word(),
    })
}

fn fact(used: &FactUse, words: &Vocabulary) -> Json {
    let fakta = words.fakta(used.fakta);
    let kode = match &used.nilai {
        Known::Is(value) => Some(value.code(words)),
        _ => None,
    };
    let sumber: Vec<Json> = used
        .sumber
        .iter()
        .map(|s| json!({ "dokumen": s.dokumen, "entri": s.fact.entry.to_string(), "ke": s.fact.ordinal }))
        .collect();
    json!({
        "fakta": fakta.nama,
        "label": fakta.label,
        "nilai": kode,
        "bacaan": used.nilai.show(words),
        "sumber": sumber,
    })
}

fn node(node: &Explanation, words: &Vocabulary) -> Json {
    let fakta: Vec<Json> = node.fakta.iter().map(|f| fact(f, words)).collect();
    let param: Vec<Json> = node
        .param
        .iter()
        .map(|p| {
            let nilai: Vec<String> = p.nilai.iter().map(|v| v.code(words)).collect();
            json!({ "kunci": p.kunci, "nilai": nilai, "satuan": p.satuan, "dasar": citation(&p.dasar) })
        })
        .collect();
    let baris: Vec<Json> = node
        .baris
        .iter()
        .map(|r| {
            json!({
                "tabel": r.tabel, "baris": r.baris, "isi": r.isi, "dasar": citation(&r.dasar), "catatan": r.catatan,
            })
        })
        .collect();
    let cabang: Vec<Json> = node.cabang.iter().map(|c| self::node(c, words)).collect();
    let mut out = object(json!({
        "kunci": node.kunci,
        "bunyi": node.bunyi,
        "dasar": citation(&node.dasar),
        "jawaban": node.verdict.kode().word(),
        "arti": node.verdict.kode().label(),
        "peringatan": node.lunak,
        "fakta": fakta,
        "param": param,
        "tabel": baris,
        "hitungan": node.hitungan,
        "nilai": node.nilai.as_ref().map(|v| value(v, words)),
        "ubah_pada": day(node.ubah_pada),
        "catatan": node.catatan,
        "cabang": cabang,
    }));
    out.extend(verdict(&node.verdict, words));
    Json::Object(out)
}

/// An answer as lines of text for a terminal.
pub fn text(answer: &Answer, words: &Vocabulary) -> String {
    let jam = &answer.jam;
    let mut out = format!("{}: {}\n", answer.pohon.bunyi, summary(answer, words));
    let hash = hex(&jam.paket);
    out.push_str(&format!(
        "berlaku {} · hukum {} · hukum diketahui {} · paket {}\n",
        long_date(jam.fakta_pada),
        long_date(jam.hukum_pada),
        long_date(jam.hukum_diketahui),
        &hash[..12],
    ));
    out.push_str(&format!("dasar: {}\n", answer.pohon.dasar.text()));
    if let Some(sum) = &answer.pohon.hitungan {
        out.push_str(&format!("hitungan: {sum}\n"));
    }
    facts_text(&answer.pohon, words, 0, &mut out);
    answer.pohon.cabang.iter().for_each(|c| branch(c, words, 0, &mut out));
    out
}

fn summary(answer: &Answer, words: &Vocabulary) -> String {
    let mut text = answer.verdict.kode().label().to_owned();
    if let Some(value) = &answer.nilai {
        text = format!("{} {}", value.show(words), answer.satuan).trim_end().to_owned();
    }
    text.push_str(&reason(&answer.verdict, words));
    if let Some(day) = answer.ubah_pada {
        let word = if answer.verdict == Verdict::Gagal { "dapat berubah mulai" } else { "berubah mulai" };
        text.push_str(&format!("; {word} {}", long_date(day)));
    }
    if let Some(day) = answer.waktu_terpenuhi.filter(|_| answer.verdict != Verdict::Lulus) {
        text.push_str(&format!("; syarat waktu terpenuhi {}", long_date(day)));
    }
    text
}

fn reason(verdict: &Verdict, words: &Vocabulary) -> String {
    let names = |ids: &[crate::vocabulary::FaktaId]| {
        ids.iter().map(|id| words.fakta(*id).label.to_lowercase()).collect::<Vec<_>>().join(", ")
    };
    match verdict {
        Verdict::Lulus | Verdict::Gagal => String::new(),
        Verdict::BelumTahu { kurang, bertentangan } => {
            let mut text = String::new();
            if !kurang.is_empty() {
                text.push_str(&format!(": belum diketahui {}", names(kurang)));
            }
            if !bertentangan.is_empty() {
                text.push_str(&format!(": bertentangan {}", names(bertentangan)));
            }
            text
        }
        Verdict::TidakBerlaku(why) | Verdict::PerluPertimbangan(why) => format!(": {why}"),
        Verdict::Sengketa(positions) => {
            let list: Vec<String> = positions
                .iter()
                .map(|p| {
                    let said = p.nilai.as_ref().map_or(p.hasil.label().to_owned(), |v| v.show(words));
                    if p.pihak.is_empty() { said } else { format!("{said} ({})", p.pihak) }
                })
                .collect();
            if list.is_empty() { String::new() } else { format!(": {}", list.join(" atau ")) }
        }
    }
}

fn facts_text(node: &Explanation, words: &Vocabulary, depth: usize, out: &mut String) {
    let indent = "  ".repeat(depth + 2);
    for used in &node.fakta {
        let documents: Vec<&str> = used.sumber.iter().map(|s| s.dokumen.as_str()).collect();
        let from = if documents.is_empty() { String::new() } else { format!(" ({})", documents.join("; ")) };
        out.push_str(&format!(
            "{indent}{}: {}{from}\n",
            words.fakta(used.fakta).label,
            used.nilai.show(words)
        ));
    }
    for row in &node.baris {
        out.push_str(&format!("{indent}tabel {}: {} ({})\n", row.tabel, row.isi, row.dasar.text()));
    }
}

fn branch(node: &Explanation, words: &Vocabulary, depth: usize, out: &mut String) {
    let indent = "  ".repeat(depth + 1);
    let mark = match node.verdict {
        Verdict::Lulus => "✓",
        Verdict::Gagal => "✗",
        Verdict::BelumTahu { .. } => "?",
        Verdict::TidakBerlaku(_) => "–",
        Verdict::PerluPertimbangan(_) => "!",
        Verdict::Sengketa(_) => "⇄",
    };
    let value = node.nilai.as_ref().map_or(String::new(), |v| format!(" = {}", v.show(words)));
    out.push_str(&format!("{indent}{mark} {}{value}{}\n", node.bunyi, reason(&node.verdict, words)));
    out.push_str(&format!("{indent}    {} [{}]\n", node.dasar.text(), node.kepastian.word()));
    if let Some(sum) = &node.hitungan {
        out.push_str(&format!("{indent}    {sum}\n"));
    }
    if !node.catatan.is_empty() {
        out.push_str(&format!("{indent}    {}\n", node.catatan));
    }
    if let Some(day) = node.ubah_pada {
        out.push_str(&format!("{indent}    berubah mulai {}\n", long_date(day)));
    }
    facts_text(node, words, depth, out);
    node.cabang.iter().for_each(|c| branch(c, words, depth + 1, out));
}
