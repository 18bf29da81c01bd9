//! The ruler of a register: events of the whole scope as links, a mark at the day looked at, a field for any other.

use crate::component::tombol::Tombol;
use crate::{Sample, Tanggal};
use maud::{Markup, Render, html};

/// A day worth jumping to: new SOTK, mass appointment.
#[derive(Clone, Debug)]
pub struct Titik {
    pub date: Tanggal,
    pub label: String,
    pub href: String,
}

#[derive(Clone, Debug)]
pub struct BilahWaktu {
    pub first_year: i32,
    pub last_year: i32,
    pub at: Tanggal,
    pub today: Tanggal,
    pub events: Vec<Titik>,
    /// Form address without query, and query pairs to keep (filters, `diketahui`).
    pub action: String,
    pub keep: Vec<(String, String)>,
    /// The same list as of today.
    pub today_href: String,
}

impl Render for BilahWaktu {
    fn render(&self) -> Markup {
        let years = f64::from((self.last_year - self.first_year).max(1));
        let x = |date: Tanggal| ((date.as_year() - f64::from(self.first_year)) / years * 900.0).clamp(0.0, 900.0);
        let at = x(self.at);
        let other = self.at != self.today;
        let label = format!("Garis waktu {} sampai {}; penanda pada {}", self.first_year, self.last_year, self.at.long());
        let every = ((self.last_year - self.first_year) / 12).max(1);
        html! {
            section class="mesin" aria-label="Keadaan per tanggal" {
                span { strong { "Mesin waktu" } small { "Keadaan per tanggal" } }
                span class="ruas-waktu" {
                    svg viewBox="0 0 900 34" role="group" aria-label=(label) {
                        g aria-hidden="true" class=[other.then_some("lain")] {
                            line x1="0" x2="900" y1="14" y2="14" class="sumbu" {}
                            line x1="0" x2=(format!("{at:.0}")) y1="14" y2="14" class="lampau" {}
                            @for year in (self.first_year..self.last_year).filter(|y| (y - self.first_year) % every == 0) {
                                @let tick = format!("{:.0}", x(Tanggal::new(year, 1, 1)));
                                line x1=(tick) x2=(tick) y1="14" y2="20" class="sumbu" {}
                                text x={ (format!("{:.0}", x(Tanggal::new(year, 1, 1)) + 4.0)) } y="30" { (year) }
                            }
                            circle class="tanda" cx=(format!("{at:.0}")) cy="14" r="7" {}
                        }
                        @for e in &self.events {
                            a href=(e.href) aria-label={ (e.label) ", " (e.date.long()) } {
                                title { (e.label) ", " (e.date.short()) }
                                circle class="sasaran" cx=(format!("{:.0}", x(e.date))) cy="14" r="12" {}
                                circle cx=(format!("{:.0}", x(e.date))) cy="14" r="3.5" {}
                                text x=(format!("{:.0}", x(e.date) - 3.0)) y="6" { (e.label) }
                            }
                        }
                    }
                }
                form method="get" action=(self.action) {
                    @for (name, value) in &self.keep { input type="hidden" name=(name) value=(value); }
                    label class="sr" for="bilah-berlaku" { "Keadaan per tanggal, hh-bb-tttt" }
                    input class="input angka" id="bilah-berlaku" name="berlaku" value=(self.at.typed()) inputmode="numeric" autocomplete="off";
                    (Tombol::submit("Lihat").small())
                    @if other { (Tombol::link("Hari ini", self.today_href.as_str()).small().quiet()) }
                }
            }
        }
    }
}

pub fn samples() -> Vec<Sample> {
    let e = |y, m, label: &str| Titik { date: Tanggal::new(y, m, 1), label: label.into(), href: format!("#berlaku-{y}") };
    let today = Tanggal::new(2026, 11, 22);
    vec![Sample::new(
        "tiga peristiwa",
        BilahWaktu {
            first_year: 2018,
            last_year: 2028,
            at: today,
            today,
            events: vec![e(2021, 12, "Penyetaraan jabatan"), e(2023, 7, "PPPK massal"), e(2025, 1, "SOTK baru")],
            action: "#bilah".into(),
            keep: vec![],
            today_href: "#kini".into(),
        }
        .render(),
    )]
}
