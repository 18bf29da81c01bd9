//! Entries in words: the document, and what is stated, masked as far as it is personal.

use kernel::{Act, Class, Date, Document, Entry, Fact, Field, Stamp, Value};

/// `2026-11-22 09.31` of a moment as people write it: `22 Nov 2026 09.31 WIB`.
pub fn moment(stamp: Stamp) -> String {
    let wib = stamp.wib();
    let time = wib.split(' ').nth(1).unwrap_or("");
    format!("{} {time} WIB", kernel::check::day(stamp.date_wib()))
}

/// `SK Gubernur 821.2/1187/BKD/2026 tanggal 2 Nov 2026, baris 312`
pub fn document(d: &Document) -> String {
    let mut words = [d.jenis.as_str(), d.nomor.as_str()].map(str::trim).join(" ").trim().to_owned();
    if let Some(day) = d.tanggal {
        words = format!("{words} tanggal {}", kernel::check::day(day));
    }
    if let Some(row) = d.baris {
        words = format!("{words}, baris {row}");
    }
    words
}

/// What was opened and why, when the entry says so.
pub fn opening(entry: &Entry) -> Option<String> {
    let note = |name: &str| entry.notes.iter().find(|n| &*n.0 == name).map(|n| &*n.1);
    let part = note("membuka")?;
    Some(format!("Membuka {part}. Alasan: {}", note("alasan").unwrap_or("tidak tercatat")))
}

/// What a document does with a fact.
pub fn act(act: Act) -> &'static str {
    match act {
        Act::Perubahan => "Perubahan",
        Act::Ralat(_) => "Ralat",
        Act::Pembatalan(_) => "Pembatalan",
    }
}

/// `berlaku 1 Apr 2026 sampai 1 Apr 2027`; empty when the document does not say.
pub fn span(fact: &Fact) -> String {
    let day = |d: Option<Date>| d.map(kernel::check::day);
    match (day(fact.tmt), day(fact.until)) {
        (Some(from), Some(until)) => format!("{from} sampai sebelum {until}"),
        (Some(from), None) => from,
        (None, Some(until)) => format!("sampai sebelum {until}"),
        (None, None) => String::new(),
    }
}

/// Name and value of each field stated. `mask` hides all but the ends of personal values; specific
/// ones are only said to be there.
pub fn fields(fact: &Fact, mask: impl Fn(&str) -> String) -> Vec<(&'static str, String)> {
    let said = |(field, value): &(Field, Value)| {
        let info = field.info();
        let text = match value {
            Value::Date(day) => kernel::check::day(*day),
            other => other.show(),
        };
        let text = match info.class {
            Class::Open => text,
            Class::Personal => mask(&text),
            Class::Specific => "tercatat, tidak ditampilkan".to_owned(),
        };
        (info.label, text)
    };
    fact.values.iter().map(said).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use kernel::{Kind, Rank};

    #[test]
    fn entries_in_words() {
        let mut d = Document {
            rank: Rank::Sk,
            jenis: "SK Gubernur".into(),
            nomor: "821.2/1187".into(),
            tanggal: Date::new(2026, 11, 2),
            penandatangan: String::new(),
            berkas: None,
            baris: None,
            urut: 0,
        };
        assert_eq!(document(&d), "SK Gubernur 821.2/1187 tanggal 2 Nov 2026");
        d = Document {
            jenis: "Unduhan SIASN".into(),
            nomor: String::new(),
            tanggal: None,
            baris: Some(312),
            ..d
        };
        assert_eq!(document(&d), "Unduhan SIASN, baris 312");
        assert_eq!(moment(Stamp(1_795_312_800_000_000)), "22 Nov 2026 09.00 WIB");
    }

    #[test]
    fn what_is_personal_is_masked_and_what_is_specific_stays_away() {
        let identity = Fact::new(
            Kind::Identitas,
            None,
            [(Field::Nama, Value::text("Siti")), (Field::Nik, Value::text("1571010101010003"))],
        );
        let mask = |_: &str| "•••".to_owned();
        assert_eq!(fields(&identity, mask), [("Nama", "Siti".to_owned()), ("NIK", "•••".to_owned())]);
        let hukdis = Fact::new(
            Kind::HukumanDisiplin,
            Date::new(2026, 1, 1),
            [(Field::HukdisJenis, Value::text("Penundaan KGB"))],
        )
        .until(Date::new(2027, 1, 1));
        assert!(!fields(&hukdis, mask)[0].1.contains("Penundaan"));
        assert_eq!(span(&hukdis), "1 Jan 2026 sampai sebelum 1 Jan 2027");
    }
}
