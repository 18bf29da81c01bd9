//! The unit tree as a way to move: one level at a time, ancestors open, numbers of the whole branch beside each name.

use crate::{Icon, Sample, format, icon_small};
use maud::{Markup, html};

#[derive(Clone, Debug, Default)]
pub struct Cabang {
    pub name: String,
    pub href: String,
    /// The unit shown beside the tree.
    pub current: bool,
    /// In this unit and all below it: people in posts, empty places, people beyond the need.
    pub filled: u64,
    pub vacant: u64,
    pub over: u64,
    /// Units of this branch with a finding.
    pub findings: u64,
    /// It has units below, loaded or not.
    pub parent: bool,
    /// The open level; empty when closed.
    pub children: Vec<Cabang>,
}

/// The caller wraps it in a named `nav`.
pub fn ranting(roots: &[Cabang]) -> Markup {
    html! { ul class="ranting" { @for c in roots { (cabang(c)) } } }
}

fn cabang(c: &Cabang) -> Markup {
    let picture = if c.children.is_empty() { Icon::Kanan } else { Icon::Bawah };
    html! {
        li {
            a href=(c.href) aria-current=[c.current.then_some("page")] {
                @if c.parent { (icon_small(picture)) } @else { span {} }
                span { (c.name) @if c.findings > 0 { " " span class="tanda" { (icon_small(Icon::Awas)) span class="sr" { (format::angka(c.findings)) " temuan" } } } }
                span class="angka" {
                    span class="sr" { ", " } b { (format::angka(c.filled)) } span class="sr" { " terisi" }
                    @if c.vacant > 0 { small { (format::angka(c.vacant)) " lowong" } }
                    @if c.over > 0 { small { (format::angka(c.over)) " lebih" } }
                }
            }
            @if !c.children.is_empty() { ul { @for child in &c.children { (cabang(child)) } } }
        }
    }
}

pub fn samples() -> Vec<Sample> {
    let c = |name: &str, filled, vacant, over, findings| Cabang {
        name: name.into(),
        href: "#unit".into(),
        filled,
        vacant,
        over,
        findings,
        parent: filled > 40,
        ..Cabang::default()
    };
    let mut root = c("Pemerintah Provinsi Bumi Raya", 19_982, 412, 37, 3);
    let mut dinas = c("Dinas Kesehatan", 1_108, 132, 4, 1);
    dinas.current = true;
    dinas.children = vec![c("Sekretariat", 41, 3, 0, 0), c("UPTD Puskesmas Sungai Biru", 24, 0, 2, 1)];
    root.children = vec![c("Badan Kepegawaian Daerah", 96, 0, 0, 0), dinas];
    vec![Sample::new("satu jalur terbuka", html! { nav aria-label="Pohon unit" { (ranting(&[root])) } })]
}
