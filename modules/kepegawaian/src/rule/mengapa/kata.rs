//! Answers of the law in words.

use kernel::Date;
use law::value::{Type, Value, long_date};
use law::{Answer, FaktaId, Known, Kode, Verdict, Vocabulary};

/// What stands for a fact its reader may not see: the same words whether there is anything or not.
pub const CLOSED: &str = "tertutup bagi Anda";

/// A value with its unit: `4 tahun`, `Rp3.300.000`.
pub fn value(value: &Value, satuan: &str, words: &Vocabulary) -> String {
    let shown = value.show(words);
    match satuan {
        "rupiah" => format!("Rp{shown}"),
        "" => shown,
        unit => format!("{shown} {unit}"),
    }
}

/// Values of a parameter with their unit.
pub fn values(list: &[Value], satuan: &str, words: &Vocabulary) -> String {
    match list {
        [one] => value(one, satuan, words),
        several => {
            let shown: Vec<String> = several.iter().map(|v| v.show(words)).collect();
            format!("{} {satuan}", shown.join(", ")).trim_end().to_owned()
        }
    }
}

/// A fact as this reader may see it; `closed` says that what tells of discipline is kept from them.
pub fn fact(fakta: FaktaId, known: &Known, words: &Vocabulary, closed: bool) -> String {
    let about = words.fakta(fakta);
    match known {
        _ if closed && about.tertutup => CLOSED.to_owned(),
        Known::Is(v) if about.tipe == Type::Rupiah => value(v, "rupiah", words),
        known => known.show(words),
    }
}

/// Missing facts a short sentence names; the rest are counted.
const NAMED: usize = 3;

/// Why an outcome is neither met nor unmet; empty for those two.
pub fn reason(verdict: &Verdict, words: &Vocabulary, closed: bool) -> String {
    reason_of(verdict, words, closed, usize::MAX)
}

/// The same in one line.
pub fn brief_reason(verdict: &Verdict, words: &Vocabulary, closed: bool) -> String {
    reason_of(verdict, words, closed, NAMED)
}

fn reason_of(verdict: &Verdict, words: &Vocabulary, closed: bool, most: usize) -> String {
    match verdict {
        Verdict::Lulus | Verdict::Gagal => String::new(),
        Verdict::BelumTahu { kurang, bertentangan } => {
            let parts = [("Belum diketahui", kurang), ("Dokumennya bertentangan", bertentangan)];
            let told = parts.iter().filter(|(_, facts)| !facts.is_empty());
            let told = told.map(|(word, facts)| format!("{word}: {}", labels(facts, words, closed, most)));
            told.collect::<Vec<_>>().join(". ")
        }
        Verdict::TidakBerlaku(why) | Verdict::PerluPertimbangan(why) => sentence(why),
        Verdict::Sengketa(list) if list.is_empty() => "Ada beda tafsir pada norma yang dirujuk".to_owned(),
        Verdict::Sengketa(list) => format!("{} pendapat yang dapat dipertahankan", list.len()),
    }
}

fn labels(facts: &[FaktaId], words: &Vocabulary, closed: bool, most: usize) -> String {
    let label = |id: &FaktaId| {
        let about = words.fakta(*id);
        if closed && about.tertutup { format!("{} ({CLOSED})", about.label) } else { about.label.to_string() }
    };
    let mut text = facts.iter().take(most).map(label).collect::<Vec<_>>().join("; ");
    if facts.len() > most {
        text.push_str(&format!("; dan {} lainnya", facts.len() - most));
    }
    text
}

/// What follows from a day on, in lower case: it stands behind an outcome.
pub fn from_day(day: Date, then: Kode) -> String {
    let day = long_date(day);
    match then {
        Kode::Lulus => format!("memenuhi syarat mulai {day}"),
        then => format!("mulai {day}: {}", then.label().to_lowercase()),
    }
}

/// The day of an answer that matters to its reader: from when the conditions are met, or when those of time
/// are. `then` is the outcome on the day time alone changes it.
pub fn when(answer: &Answer, then: Option<Kode>) -> String {
    let now = answer.verdict.kode();
    match (answer.ubah_pada.zip(then), answer.waktu_terpenuhi) {
        (Some((day, then)), _) if then != now => from_day(day, then),
        (Some((day, _)), _) => format!("berubah mulai {}", long_date(day)),
        (None, Some(day)) if now != Kode::Lulus && day > answer.jam.fakta_pada => {
            format!("waktu terpenuhi mulai {}", long_date(day))
        }
        (None, Some(_)) if matches!(now, Kode::Gagal | Kode::BelumTahu) => "waktu sudah terpenuhi".to_owned(),
        _ => String::new(),
    }
}

/// With a capital at its beginning.
pub fn sentence(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or(String::new(), |first| first.to_uppercase().chain(letters).collect())
}

/// The clocks of an answer: what each is, and what it says.
pub fn clocks(jam: &law::Clocks, whole_hash: bool) -> Vec<(&'static str, String)> {
    let known = match jam.fakta_diketahui {
        kernel::Stamp::MAX => "seluruh data tercatat".to_owned(),
        stamp => format!("data tercatat s.d. {}", long_date(stamp.date_wib())),
    };
    let hash: String = jam.paket.iter().map(|b| format!("{b:02x}")).collect();
    let hash = if whole_hash { hash } else { hash.chars().take(12).collect() };
    vec![
        ("Keadaan per tanggal", long_date(jam.fakta_pada)),
        ("Menurut data", known),
        ("Hukum per tanggal", long_date(jam.hukum_pada)),
        ("Peraturan diketahui s.d.", long_date(jam.hukum_diketahui)),
        ("Sidik paket peraturan", hash),
    ]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_follow_the_outcome_of_that_day() {
        let day = Date::parse("2027-04-01").expect("a date");
        assert_eq!(from_day(day, Kode::Lulus), "memenuhi syarat mulai 1 April 2027");
        assert_eq!(from_day(day, Kode::BelumTahu), "mulai 1 April 2027: data belum lengkap");
    }

    #[test]
    fn what_is_closed_is_told_alike_whatever_is_known() {
        let pack = law::Pack::bundled().expect("the pack");
        let words = &pack.words;
        let id = words.find("hukdis_sampai").expect("a fact");
        let day = Known::Is(Value::Day(Date::parse("2027-04-01").expect("a date")));
        for known in [Known::Unknown, Known::Absent, Known::Conflict, day.clone()] {
            assert_eq!(fact(id, &known, words, true), CLOSED);
        }
        assert_eq!(fact(id, &day, words, false), "1 April 2027");
        let open = Verdict::BelumTahu { kurang: vec![id], bertentangan: vec![] };
        assert!(reason(&open, words, true).ends_with("(tertutup bagi Anda)"));
        assert!(!reason(&open, words, false).contains(CLOSED));
        let many = Verdict::BelumTahu { kurang: vec![id; 5], bertentangan: vec![] };
        assert!(brief_reason(&many, words, false).ends_with("; dan 2 lainnya"));
    }
}
