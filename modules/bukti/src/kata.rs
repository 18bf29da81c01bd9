//! A kept text in words: what a page shows of it. Nothing is worked out anew here.

use crate::view::Simpul;
use host::bukti::CHOSEN;
use kernel::{Date, Document, EntryId, FactId, Stamp};
use law::{Ask, Kode, Pack};
use serde_json::Value as Json;
use store::bukti::{Bukti, NormVersion};
use web::Tone;

/// `22 Nov 2026 09.31 WIB`
pub fn moment(stamp: Stamp) -> String {
    let wib = stamp.wib();
    let time = wib.split(' ').nth(1).unwrap_or("");
    format!("{} {time} WIB", kernel::check::day(stamp.date_wib()))
}

/// `SK Gubernur 821.2/1187 tanggal 2 Nov 2026`
pub fn document(d: &Document) -> String {
    let words = [d.jenis.as_str(), d.nomor.as_str()].map(str::trim).join(" ").trim().to_owned();
    match d.tanggal {
        Some(day) => format!("{words} tanggal {}", kernel::check::day(day)),
        None => words,
    }
}

/// A word with a capital.
pub fn capital(word: &str) -> String {
    let mut letters = word.chars();
    letters.next().into_iter().flat_map(char::to_uppercase).chain(letters).collect()
}

/// The heading of a norm on a law date, with its key.
pub fn title(pack: &Pack, kunci: &str, hukum: Date) -> String {
    let plan = pack.plan(&Ask::on(kunci, hukum));
    plan.map_or_else(|| kunci.to_owned(), |plan| format!("{} ({kunci})", plan.judul))
}

/// A verdict's label and tone.
pub fn verdict(word: &str) -> (String, Tone) {
    let Some(kode) = Kode::from_word(word) else { return (word.to_owned(), Tone::Netral) };
    let tone = match kode {
        Kode::Lulus => Tone::Ok,
        Kode::Gagal => Tone::Bahaya,
        Kode::BelumTahu | Kode::Pertimbangan => Tone::Awas,
        Kode::TidakBerlaku => Tone::Netral,
        Kode::Sengketa => Tone::Info,
    };
    (kode.label().to_owned(), tone)
}

/// The five clocks in words.
pub fn clocks(bukti: &Bukti) -> Vec<(&'static str, String)> {
    let day = kernel::check::day;
    vec![
        ("Keadaan per tanggal", day(bukti.berlaku)),
        ("Menurut data tercatat s.d.", moment(bukti.diketahui)),
        ("Hukum per tanggal", day(bukti.hukum)),
        ("Hukum diketahui s.d.", day(bukti.hukum_diketahui)),
        ("Paket peraturan", law::json::hex(&bukti.paket)[..16].to_owned()),
        ("Mesin telaah", format!("versi {}", bukti.mesin)),
    ]
}

/// `18,75 angka kredit`; empty when the norm gives none.
pub fn value(answer: &Json) -> String {
    let said = answer["nilai"]["bacaan"].as_str().unwrap_or("");
    format!("{said} {}", answer["satuan"].as_str().unwrap_or("")).trim().to_owned()
}

fn list(json: &Json) -> impl Iterator<Item = &Json> {
    json.as_array().into_iter().flatten()
}

fn word<'j>(json: &'j Json, name: &str) -> &'j str {
    json[name].as_str().unwrap_or("")
}

/// Positions officials had chosen when it was kept, in sentences.
pub fn chosen(text: &Json) -> Vec<String> {
    let one = |p: &Json| {
        let told = |name| word(p, name);
        format!(
            "{}: {} ({}). Dipilih {}. Alasan: {}",
            told("norma"),
            told("jawaban"),
            told("bunyi"),
            told("pejabat"),
            told("alasan")
        )
    };
    list(&text[CHOSEN]).map(one).collect()
}

/// The reasons as they were kept.
pub fn tree(node: &Json) -> Simpul {
    let fact = |fact: &Json| {
        let documents: Vec<&str> = list(&fact["sumber"]).map(|s| word(s, "dokumen")).collect();
        (word(fact, "label").to_owned(), word(fact, "bacaan").to_owned(), documents.join("; "))
    };
    Simpul {
        verdict: verdict(word(node, "jawaban")),
        words: word(node, "bunyi").to_owned(),
        citation: word(&node["dasar"], "sebutan").to_owned(),
        facts: list(&node["fakta"]).map(fact).collect(),
        sum: word(node, "hitungan").to_owned(),
        note: word(node, "catatan").to_owned(),
        parts: list(&node["cabang"]).map(tree).collect(),
    }
}

/// Statements the text names.
pub fn statements(text: &Json) -> Vec<FactId> {
    let fact = |f: &Json| {
        let ordinal = u16::try_from(f["ke"].as_u64()?).ok()?;
        Some(FactId { entry: EntryId::parse(word(f, "entri"))?, ordinal })
    };
    list(&text["pernyataan"]).filter_map(fact).collect()
}

/// Versions of the law the text names.
pub fn versions(text: &Json) -> Vec<NormVersion> {
    let version = |v: &Json| {
        Some(NormVersion {
            jenis: word(v, "jenis").to_owned(),
            kunci: word(v, "kunci").to_owned(),
            akta: word(v, "akta").to_owned(),
            mulai: Date::parse(word(v, "mulai"))?,
            hukum: Date::parse(word(v, "hukum"))?,
            sidik: law::bundle::bytes(word(v, "sidik"))?.try_into().ok()?,
        })
    };
    list(&text["versi_norma"]).filter_map(version).collect()
}

/// Outcomes of a re-examination: the word in the journal, what a form says, what a list says, its tone.
pub const OUTCOMES: [(&str, &str, &str, Tone); 3] = [
    ("tetap", "Tetap: keputusan yang memakainya tidak berubah", "Tetap", Tone::Ok),
    ("diperbarui", "Diperbarui: telaah diulang sekarang dan bukti baru disimpan", "Diperbarui", Tone::Info),
    ("dibatalkan", "Dibatalkan: bukti ini tidak dipakai lagi", "Dibatalkan", Tone::Bahaya),
];

/// The outcome with which the answer is asked anew.
pub const RENEWED: &str = "diperbarui";

/// An outcome's label and tone.
pub fn outcome(word: &str) -> (String, Tone) {
    let found = OUTCOMES.iter().find(|one| one.0 == word);
    found.map_or((word.to_owned(), Tone::Netral), |one| (one.2.to_owned(), one.3))
}
