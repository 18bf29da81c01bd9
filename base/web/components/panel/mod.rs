//! One row of a list, told beside it; on a phone from below. The list stays as it was. A script may fetch this
//! part alone; Esc and the cross lead back to the row.

use crate::component::kartu::fakta;
use crate::component::tombol::Tombol;
use crate::{Icon, Sample, icon_small};
use maud::{Markup, Render, html};

#[derive(Clone, Debug)]
pub struct Panel {
    /// `Ringkasan`
    pub title: String,
    /// The list as it was, with the row the focus goes back to: `/pegawai?status=pns#p-7`.
    pub close_href: String,
    pub body: Markup,
    /// What one may go on with, the page of the row first.
    pub actions: Vec<Tombol>,
}

impl Render for Panel {
    fn render(&self) -> Markup {
        html! {
            aside class="panel" id="panel" aria-labelledby="panel-judul" tabindex="-1" data-fokus {
                header {
                    h2 id="panel-judul" { (self.title) }
                    a class="tutup" href=(self.close_href) data-tutup { span class="sr" { "Tutup " (self.title) } (icon_small(Icon::Silang)) }
                }
                (self.body)
                @if !self.actions.is_empty() { footer class="baris" { @for action in &self.actions { (action) } } }
            }
        }
    }
}

pub fn samples() -> Vec<Sample> {
    let panel = Panel {
        title: "Ringkasan".into(),
        close_href: "#baris".into(),
        body: fakta(&[("Jabatan", html! { "Dokter Ahli Muda" }), ("Unit kerja", html! { "RSUD Bumi Raya" })]),
        actions: vec![Tombol::link("Buka halaman", "#pegawai").primary(), Tombol::link("Catat SK", "#catat")],
    };
    vec![Sample::new("satu orang", panel.render())]
}
