//! The unit tree. Nested lists with `details`; deeper levels come by link, so a province of thousands of units
//! stays a small page.

use crate::{Icon, Sample, Tone, component::lencana::lencana, format, icon_small};
use maud::{Markup, Render, html};

/// Who leads the unit on the day looked at.
#[derive(Clone, Debug)]
pub enum Pejabat {
    /// The unit has no head by structure.
    TanpaPejabat,
    /// Name and address of the person's page.
    Terisi { name: String, href: String },
    /// Acting head; the post itself is vacant.
    Plt { jenis: String, name: String, href: String, since: String },
    /// Vacant, with `sejak 1 Jul 2026` or an empty string when unknown.
    Kosong { since: String },
}

#[derive(Clone, Debug)]
pub enum Anak {
    /// A leaf.
    Tidak,
    /// Children already here; `true` opens them at first sight.
    Termuat(Vec<Simpul>, bool),
    /// Not loaded: address of the page with this unit as root, and how many units are below.
    Tautan(String, u64),
}

#[derive(Clone, Debug)]
pub struct Simpul {
    pub name: String,
    pub href: String,
    /// `Eselon II.a`, `UPTD`; may be empty.
    pub kind: String,
    pub head: Pejabat,
    /// People in the unit and below, and posts; `posts: None` when the peta jabatan is not known.
    pub filled: u64,
    pub posts: Option<u64>,
    pub children: Anak,
}

impl Simpul {
    fn line(&self) -> Markup {
        html! {
            span class="nama" {
                span { a href=(self.href) { (self.name) } @if !self.kind.is_empty() { " " small { (self.kind) } } }
                @match &self.head {
                    Pejabat::TanpaPejabat => {},
                    Pejabat::Terisi { name, href } => small { a href=(href) { (name) } },
                    Pejabat::Plt { jenis, name, href, since } => small { (jenis) ". " a href=(href) { (name) } " " (since) },
                    Pejabat::Kosong { since } => small { "Pejabat belum ada " (since) },
                }
            }
            span class="isi-unor" {
                span { (format::angka(self.filled)) @if let Some(posts) = self.posts { " dari " (format::angka(posts)) } " terisi" }
                @if let Some(gap) = self.posts.and_then(|p| p.checked_sub(self.filled)).filter(|g| *g > 0) {
                    (lencana(Tone::Netral, None, &format!("{} lowong", format::angka(gap))))
                }
            }
        }
    }

    fn class(&self) -> &'static str {
        match self.head {
            Pejabat::Kosong { .. } => "simpul kosong-pejabat",
            Pejabat::Plt { .. } => "simpul plt",
            _ => "simpul",
        }
    }
}

impl Render for Simpul {
    fn render(&self) -> Markup {
        html! {
            li {
                @match &self.children {
                    Anak::Termuat(children, open) => details open[*open] {
                        summary class=(self.class()) { span class="panah" { (icon_small(Icon::Kanan)) } (self.line()) }
                        ul { @for child in children { (child) } }
                    },
                    Anak::Tautan(href, below) => {
                        div class=(self.class()) { span {} (self.line()) }
                        a class="muat" href=(href) { "Buka " (format::angka(*below)) " unit di bawah " (self.name) }
                    },
                    Anak::Tidak => div class=(self.class()) { span {} (self.line()) },
                }
            }
        }
    }
}

pub fn pohon_unor(roots: &[Simpul]) -> Markup {
    html! { ul class="unor" { @for root in roots { (root) } } }
}

pub fn samples() -> Vec<Sample> {
    let s = |name: &str, kind: &str, head, filled, posts, children| Simpul { name: name.into(), href: "#unit".into(), kind: kind.into(), head, filled, posts, children };
    let at = |name: &str| Pejabat::Terisi { name: name.into(), href: "#pegawai".into() };
    let tree = s("Dinas Kesehatan", "Eselon II.a", at("dr. Hendra Saputra, Sp.PD"), 1_108, Some(1_240), Anak::Termuat(vec![
        s("Sekretariat", "Eselon III.a", Pejabat::Plt { jenis: "Plt".into(), name: "Bambang Supriyadi, S.E., M.M.".into(), href: "#pegawai".into(), since: "sejak 1 Agu 2026".into() }, 41, Some(44), Anak::Tautan("#akar".into(), 3)),
        s("Bidang Pencegahan dan Pengendalian Penyakit", "Eselon III.b", Pejabat::Kosong { since: "sejak 1 Jul 2026".into() }, 28, Some(31), Anak::Tidak),
        s("UPTD Puskesmas Sungai Biru", "UPTD", Pejabat::TanpaPejabat, 54, None, Anak::Tidak),
    ], true));
    vec![Sample::new("satu dinas", pohon_unor(&[tree]))]
}
