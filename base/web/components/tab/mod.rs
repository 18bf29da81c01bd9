//! Tabs are links: saved views above a register, sections of one page.

use crate::{Sample, format};
use maud::{Markup, html};

#[derive(Clone, Debug, Default)]
pub struct Tab {
    pub label: String,
    pub href: String,
    /// Live count behind the label; `None` shows no number.
    pub count: Option<u64>,
    /// The count is work waiting (amber), not mere size.
    pub warn: bool,
    pub current: bool,
}

/// `label` names the whole row for screen readers: `Tampilan tersimpan`, `Bagian halaman pegawai`.
pub fn tab(label: &str, tabs: &[Tab]) -> Markup {
    html! {
        nav class="tab" aria-label=(label) {
            @for t in tabs {
                a href=(t.href) aria-current=[t.current.then_some("page")] {
                    (t.label)
                    @if let Some(n) = t.count {
                        " " span class=(if t.warn { "n angka awas" } else { "n angka" }) { (format::angka(n)) }
                    }
                }
            }
        }
    }
}

pub fn samples() -> Vec<Sample> {
    let t = |label: &str, count, warn, current| Tab { label: label.to_owned(), href: "#tab".to_owned(), count, warn, current };
    vec![Sample::new(
        "dengan jumlah",
        tab("Contoh tab", &[t("Semua aktif", Some(18_432), false, true), t("Pensiun ≤ 12 bulan", Some(487), false, false), t("Ada temuan", Some(214), true, false), t("Riwayat", None, false, false)]),
    )]
}
