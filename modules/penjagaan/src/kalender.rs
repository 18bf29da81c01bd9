//! A calendar for other programs (RFC 5545): lines end in CRLF and are folded at 75 bytes.

use crate::view::Acara;
use host::ics::{escape, fold, hari};
use kernel::Stamp;

/// Days one file holds.
const DAYS: usize = 1_000;
/// Names one event says.
const NAMES: usize = 60;

/// An event for each day, with the names of those who fall due. No number of identity is ever in it.
pub fn tulis(kunci: &str, nama: &str, now: Stamp, acara: impl Iterator<Item = Acara>) -> String {
    let stamp = hari(now.date_wib());
    let mut out = String::new();
    let mut line = |text: String| fold(&mut out, &text);
    for text in ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Sinergi//Penjagaan//ID", "CALSCALE:GREGORIAN"] {
        line(text.to_owned());
    }
    line(format!("X-WR-CALNAME:{}", escape(&format!("Penjagaan: {nama}"))));
    for acara in acara.take(DAYS) {
        let day = |offset: i32| hari(acara.hari.add_days(offset));
        let more = acara.nama.len().saturating_sub(NAMES);
        let mut names: Vec<String> = acara.nama.iter().take(NAMES).cloned().collect();
        if more > 0 {
            names.push(format!("dan {more} orang lain"));
        }
        line("BEGIN:VEVENT".into());
        line(format!("UID:{kunci}-{}@penjagaan.sinergi", day(0)));
        line(format!("DTSTAMP:{stamp}T000000Z"));
        line(format!("DTSTART;VALUE=DATE:{}", day(0)));
        line(format!("DTEND;VALUE=DATE:{}", day(1)));
        line(format!("SUMMARY:{}", escape(&format!("{nama}: {} pegawai", acara.nama.len()))));
        line(format!("DESCRIPTION:{}", escape(&names.join("\n"))));
        line("TRANSP:TRANSPARENT".into());
        line("END:VEVENT".into());
    }
    line("END:VCALENDAR".into());
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use host::ics::FOLD;
    use kernel::Date;

    #[test]
    fn lines_are_folded_and_names_cannot_break_out() {
        let hari = Date::parse("2026-12-31").expect("a date");
        let nama = vec!["Siti; Aminah, S.E.\nEND:VEVENT".to_owned(), "é".repeat(60)];
        let text = tulis("pensiun", "Pensiun", Stamp(0), [Acara { hari, nama }].into_iter());
        assert!(text.split("\r\n").all(|line| line.len() <= FOLD && !line.contains('\n')));
        assert_eq!(text.matches("\r\nEND:VEVENT\r\n").count(), 1);
        let whole = text.replace("\r\n ", "");
        assert!(whole.contains(r"DESCRIPTION:Siti\; Aminah\, S.E.\nEND:VEVENT\né"), "{whole}");
        assert!(whole.contains("DTSTART;VALUE=DATE:20261231\r\nDTEND;VALUE=DATE:20270101\r\n"));
        assert!(whole.ends_with("END:VCALENDAR\r\n"));
    }

    #[test]
    fn long_lists_say_how_many_more() {
        let hari = Date::parse("2026-12-01").expect("a date");
        let acara = Acara { hari, nama: vec!["Ani".into(); NAMES + 3] };
        let text = tulis("kp", "KP", Stamp(0), std::iter::repeat_n(acara, DAYS + 5));
        assert_eq!(text.matches("BEGIN:VEVENT").count(), DAYS);
        assert!(text.replace("\r\n ", "").contains("dan 3 orang lain"));
    }
}
