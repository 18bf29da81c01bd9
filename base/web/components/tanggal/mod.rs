//! Dates never stand bare: an event says what, when, and how far away.

use crate::{Sample, Tanggal};
use maud::{Markup, html};

/// `22 Nov 2026` with its machine form. For dates whose context stands beside them (TMT, tanggal SK).
pub fn waktu(date: Tanggal) -> Markup {
    html! { time datetime=(date.iso()) { (date.short()) } }
}

/// `1 Des 2026 · 9 hari lagi`
pub fn waktu_dan_jarak(date: Tanggal, today: Tanggal) -> Markup {
    html! { (waktu(date)) " · " (date.distance(today)) }
}

/// A coming or missed event with a bar that tells its urgency: overdue, 14 days, 120 days, later.
pub fn tgl(event: &str, date: Tanggal, today: Tanggal) -> Markup {
    let class = match date.day_number() - today.day_number() {
        i64::MIN..=-1 => "tgl bahaya",
        0..=14 => "tgl awas",
        15..=120 => "tgl info",
        _ => "tgl",
    };
    html! { span class=(class) { span { (event) } small { (waktu_dan_jarak(date, today)) } } }
}

pub fn samples() -> Vec<Sample> {
    let today = Tanggal::new(2026, 11, 22);
    vec![Sample::new(
        "empat jarak",
        html! { div class="baris" {
            (tgl("KGB", Tanggal::new(2026, 11, 15), today))
            (tgl("Akhir perjanjian kerja", Tanggal::new(2026, 12, 1), today))
            (tgl("Pensiun", Tanggal::new(2027, 2, 1), today))
            (tgl("Pensiun", Tanggal::new(2042, 4, 1), today))
        } },
    )]
}
