//! Status badges: never clickable, one or two words. Finished things are plain text, so the unfinished stand out.

use crate::{Icon, Sample, Tone, icon_small};
use maud::{Markup, html};

/// A badge; `icon` repeats the tone for those who do not see colour.
pub fn lencana(tone: Tone, icon: Option<Icon>, words: &str) -> Markup {
    let class = match tone.class() {
        "" => "lencana".to_owned(),
        tone => format!("lencana {tone}"),
    };
    html! { span class=(class) { @if let Some(i) = icon { (icon_small(i)) } (words) } }
}

pub fn samples() -> Vec<Sample> {
    vec![Sample::new(
        "semua nada",
        html! { p class="baris" {
            (lencana(Tone::Netral, None, "Draf"))
            (lencana(Tone::Info, Some(Icon::Jam), "Diverifikasi"))
            (lencana(Tone::Awas, Some(Icon::Awas), "Perlu perbaikan"))
            (lencana(Tone::Ok, Some(Icon::Cek), "Disetujui"))
            (lencana(Tone::Bahaya, Some(Icon::Silang), "Ditolak"))
            (lencana(Tone::Ungu, None, "PPPK"))
        } },
    )]
}
