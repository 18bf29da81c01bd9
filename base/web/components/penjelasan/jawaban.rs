//! The answer above its reasons, and a list of answers that lead to theirs.

use super::Hasil;
use crate::{Icon, icon_small};
use maud::{Markup, html};

/// The answer in one sentence.
#[derive(Clone, Debug)]
pub struct Jawaban {
    pub hasil: Hasil,
    /// What was answered: `IV/a`, `1 April 2027`; empty when only the outcome matters.
    pub value: String,
    /// Why, and from when it is otherwise.
    pub sentences: Vec<String>,
    /// Conditions met and asked; `None` when they are not of the kind that is counted.
    pub met: Option<(usize, usize)>,
}

/// `aside` stands at the end: one link or nothing.
pub fn jawaban(j: &Jawaban, aside: &Markup) -> Markup {
    html! {
        div class="jawaban" {
            @if let Some((met, all)) = j.met { (ring(met, all)) }
            div {
                p {
                    @if j.value.is_empty() || j.hasil != Hasil::Memenuhi { (j.hasil.badge()) " " }
                    @if !j.value.is_empty() { strong { (j.value) } }
                }
                @for s in &j.sentences { p { (s) } }
            }
            (aside)
        }
    }
}

/// Conditions met, drawn as a share of a circle of circumference 100.
fn ring(met: usize, all: usize) -> Markup {
    let share = met * 100 / all.max(1);
    html! {
        svg class="cincin" viewBox="0 0 40 40" role="img" aria-label={ (met) " dari " (all) " syarat terpenuhi" } {
            circle cx="20" cy="20" r="15.9" {}
            circle cx="20" cy="20" r="15.9" stroke-dasharray={ (share) " 100" } transform="rotate(-90 20 20)" {}
            text x="20" y="24" text-anchor="middle" { (met) "/" (all) }
        }
    }
}

/// A service with its answer; the whole row leads to the reasons.
#[derive(Clone, Debug)]
pub struct BarisLayanan {
    pub name: String,
    pub href: String,
    pub hasil: Hasil,
    /// Shown in place of the outcome where the norm gives a value.
    pub value: String,
    /// The deciding condition in words.
    pub decides: String,
    /// `memenuhi syarat mulai 1 April 2027`
    pub when: String,
}

pub fn baris_layanan(list: &[BarisLayanan]) -> Markup {
    html! {
        ul class="syarat" {
            @for b in list {
                li {
                    a href=(b.href) {
                        (b.hasil.mark())
                        span class="dua" { b { (b.name) } @if !b.decides.is_empty() { small { (b.decides) } } }
                        span class="dua" {
                            span { @if b.value.is_empty() { (b.hasil.words()) } @else { (b.value) } }
                            @if !b.when.is_empty() { small { (b.when) } }
                        }
                        (icon_small(Icon::Kanan))
                    }
                }
            }
        }
    }
}
