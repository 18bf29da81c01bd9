//! What is odd in the data: how grave, what, where it stands in the source, and what to do.

use crate::{Icon, Sample, Tone, component::lencana::lencana};
use maud::{Markup, html};

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Bobot {
    /// Contradicts another fact: must be corrected.
    Berat,
    /// Probably wrong: someone should look.
    Meragukan,
    Catatan,
}

#[derive(Clone, Debug)]
pub struct Temuan {
    pub weight: Bobot,
    /// Public, permanent code: `KES-07`.
    pub code: String,
    /// What is odd, with the facts in it.
    pub title: String,
    /// Why it matters and what to do; may be empty.
    pub advice: String,
    /// Where it stands: `golongan.csv baris 1.204, kolom TMT`; may be empty.
    pub source: String,
    /// Label and address of the one way on; `None` when there is none yet.
    pub action: Option<(String, String)>,
}

pub fn bobot(weight: Bobot) -> Markup {
    match weight {
        Bobot::Berat => lencana(Tone::Bahaya, Some(Icon::Silang), "Berat"),
        Bobot::Meragukan => lencana(Tone::Awas, Some(Icon::Awas), "Meragukan"),
        Bobot::Catatan => lencana(Tone::Info, Some(Icon::Info), "Catatan"),
    }
}

/// Titles are `h3`. `brief` stacks everything for a narrow side column.
pub fn temuan(list: &[Temuan], brief: bool) -> Markup {
    html! {
        ul class=(if brief { "temuan ringkas" } else { "temuan" }) {
            @for t in list {
                li {
                    span { (bobot(t.weight)) }
                    div {
                        h3 { (t.title) }
                        @if !t.advice.is_empty() { p { (t.advice) } }
                        small { (t.code) @if !t.source.is_empty() { " · " (t.source) } }
                    }
                    @if let Some((label, href)) = &t.action { a href=(href) { (label) } }
                }
            }
        }
    }
}

pub fn samples() -> Vec<Sample> {
    let t = |weight, code: &str, title: &str, advice: &str| Temuan { weight, code: code.into(), title: title.into(), advice: advice.into(), source: "golongan.csv baris 1.204".into(), action: Some(("Lihat catatan".into(), "#catatan".into())) };
    let list = [
        t(Bobot::Berat, "KES-07", "TMT golongan III/c (1 Apr 2019) mendahului TMT CPNS (1 Jan 2020)", "Periksa SK; bila TMT salah ketik, buat ralat."),
        t(Bobot::Meragukan, "KES-12", "Tanggal lahir pada NIP berbeda dengan data pribadi", ""),
        t(Bobot::Catatan, "KES-21", "Nomor SK ditulis tanpa tahun", ""),
    ];
    vec![Sample::new("tiga bobot", crate::component::kartu::kartu("contoh-temuan", "Temuan", html! {}, temuan(&list, false)))]
}
