//! The versions of a norm, newest first, each with the way to the law of that day.

use super::super::perubahan::{jenis, tujuan};
use super::super::{alamat_norma, masa, tgl};
use super::NormaView;
use crate::rule::perubahan::Peristiwa;
use crate::rule::versi::Versi;
use maud::{Markup, html};
use web::component::kartu::kartu;
use web::{Icon, icon};

/// Reasons told of one version.
const REASONS: usize = 12;

/// The card.
pub fn versi(view: &NormaView) -> Markup {
    let next = view.versi.iter().find(|v| v.mulai > view.today);
    let note = html! { @if let Some(v) = next { small { "berubah lagi " (tgl(v.mulai).distance(tgl(view.today))) } } };
    kartu(
        "versi",
        "Versi",
        note,
        html! {
            ol class="linimasa" { @for v in view.versi.iter().rev() { (one(view, v)) } }
        },
    )
}

fn one(view: &NormaView, v: &Versi) -> Markup {
    let shown = v.mulai <= view.hukum && v.sampai.is_none_or(|end| view.hukum < end);
    let hidden = v.sebab.len().saturating_sub(REASONS);
    html! {
        li class=[shown.then_some("info")] {
            span class="simpul" aria-hidden="true" { (icon(if shown { Icon::Cek } else { Icon::Buku })) }
            div {
                h3 {
                    a href=(alamat_norma(&view.kunci, Some(v.mulai))) aria-current=[shown.then_some("true")] { (masa(v.mulai, v.sampai)) }
                    @if shown { " " span class="kapan" { "yang ditampilkan" } }
                }
                p { (v.dasar) @if !v.syarat.is_empty() { ", " (v.syarat) } }
                @for event in v.sebab.iter().take(REASONS) { span class="oleh" { (reason(view, event)) } }
                @if hidden > 0 { span class="oleh" { "dan " (hidden) " perubahan lain" } }
                @if v.sebab.is_empty() { span class="oleh" { "Ketentuan lain yang dipakainya berubah." } }
            }
        }
    }
}

/// What made it begin; of the norm itself the key need not be said.
fn reason(view: &NormaView, event: &Peristiwa) -> Markup {
    html! {
        @if event.kunci != view.kunci { a href=(tujuan(event.apa, &event.kunci, event.hari, &event.akta)) { (event.kunci) } " " }
        (jenis(event.jenis)) " " (event.akta.sebutan)
        @if !event.kata.is_empty() { "; " (event.kata) }
    }
}
