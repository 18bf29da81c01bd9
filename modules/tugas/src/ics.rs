//! Deadlines as a calendar for other programs (RFC 5545). Titles and links only: a calendar travels to phones and
//! servers nobody here knows.

use host::ics::{escape, fold, hari};
use host::tugas::Tugas;
use kernel::{Date, Stamp};
use sha2::{Digest, Sha256};

/// An event for each task with a deadline. `publik` is the address of the node, for links; may be empty.
pub fn tulis<'t>(publik: &str, now: Stamp, tugas: impl Iterator<Item = &'t Tugas>) -> String {
    let mut out = String::new();
    let mut line = |text: &str| fold(&mut out, text);
    for text in ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Sinergi//Tugas//ID", "CALSCALE:GREGORIAN"] {
        line(text);
    }
    line("X-WR-CALNAME:Tenggat Sinergi");
    line("REFRESH-INTERVAL;VALUE=DURATION:PT6H");
    for (tugas, tenggat) in tugas.filter_map(|t| Some((t, t.tenggat?))) {
        line("BEGIN:VEVENT");
        line(&format!("UID:{}@tugas.sinergi", uid(&tugas.kunci)));
        line(&format!("DTSTAMP:{}", saat(now)));
        line(&format!("DTSTART;VALUE=DATE:{}", hari(tenggat)));
        line(&format!("DTEND;VALUE=DATE:{}", hari(tenggat.add_days(1))));
        line(&format!("SUMMARY:{}", escape(&format!("Tenggat: {}", tugas.judul))));
        if !publik.is_empty() {
            line(&format!("URL:{publik}{}", tugas.alamat));
        }
        line("TRANSP:TRANSPARENT");
        line("END:VEVENT");
    }
    line("END:VCALENDAR");
    out
}

/// The same for the same task, so that programs change an event instead of adding one.
fn uid(kunci: &str) -> String {
    store::derive::hex(&Sha256::digest(kunci.as_bytes())[..16])
}

/// `20261122T031500Z`
fn saat(now: Stamp) -> String {
    let seconds = now.0.div_euclid(1_000_000);
    let (days, rest) = (seconds.div_euclid(86_400), seconds.rem_euclid(86_400));
    let day = Date::from_days(i32::try_from(days).unwrap_or_default());
    format!("{}T{:02}{:02}{:02}Z", hari(day), rest / 3_600, rest / 60 % 60, rest % 60)
}

#[cfg(test)]
mod tests {
    use super::*;
    use host::Action;
    use std::collections::HashMap;

    fn tugas(kunci: &str, judul: &str, tenggat: Option<&str>) -> Tugas {
        Tugas {
            kunci: kunci.into(),
            bidang: "Rakor",
            judul: judul.into(),
            rincian: "Ratna Wulandari".into(),
            alamat: "/rakor/1".into(),
            tindakan: Action::Tugas,
            tenggat: tenggat.and_then(Date::parse),
            sejak: None,
        }
    }

    /// Reads a calendar the strict way: CRLF only, lines of at most 75 bytes, folds undone, blocks closed, and
    /// the events as name and value.
    fn parse(text: &str) -> Vec<HashMap<String, String>> {
        assert!(text.ends_with("\r\n") && !text.replace("\r\n", "").contains(['\r', '\n']));
        assert!(text.split("\r\n").all(|line| line.len() <= 75), "a line is too long");
        let whole = text.replace("\r\n ", "");
        let (mut events, mut open) = (Vec::new(), Vec::new());
        for line in whole.trim_end().split("\r\n") {
            let (name, value) = line.split_once(':').expect("name and value");
            match name {
                "BEGIN" => {
                    open.push(value.to_owned());
                    if value == "VEVENT" {
                        events.push(HashMap::new());
                    }
                }
                "END" => assert_eq!(open.pop().as_deref(), Some(value)),
                _ if open.last().is_some_and(|o| o == "VEVENT") => {
                    let name = name.split(';').next().unwrap_or(name).to_owned();
                    let twice = events.last_mut().expect("an event").insert(name, value.to_owned());
                    assert_eq!(twice, None, "said twice");
                }
                _ => {}
            }
        }
        assert!(open.is_empty() && whole.starts_with("BEGIN:VCALENDAR\r\nVERSION:2.0\r\n"));
        for event in &events {
            for needed in ["UID", "DTSTAMP", "DTSTART", "SUMMARY"] {
                assert!(event.contains_key(needed), "{needed}");
            }
        }
        events
    }

    #[test]
    fn deadlines_and_nothing_about_people() {
        let long = format!("Laporan; RTL, bagian {}\nEND:VEVENT", "é".repeat(60));
        let all = [
            tugas("rtl/1", &long, Some("31-12-2026")),
            tugas("impor/1", "Konfirmasi impor", None),
            tugas("rtl/2", "Bahan rakor", Some("01-12-2026")),
        ];
        let now = Stamp(1_795_317_300_000_000);
        let text = tulis("https://sinergi.prov.go.id", now, all.iter());
        let events = parse(&text);
        assert_eq!(events.len(), 2, "what has no deadline has no day");
        assert_eq!(events[0]["DTSTART"], "20261231");
        assert_eq!(events[0]["DTEND"], "20270101");
        assert!(events[0]["SUMMARY"].starts_with(r"Tenggat: Laporan\; RTL\, bagian é"));
        assert_eq!(events[1]["URL"], "https://sinergi.prov.go.id/rakor/1");
        assert!(!text.contains("Ratna"));
        let again = parse(&tulis("", Stamp(now.0 + 86_400_000_000), all.iter().rev()));
        let ids = |all: &[HashMap<String, String>], order: [usize; 2]| order.map(|n| all[n]["UID"].clone());

        assert_eq!(ids(&events, [0, 1]), ids(&again, [1, 0]), "the same task is the same event");
    }
}
