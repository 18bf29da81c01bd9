//! One person beside the list.

use super::daftar::Batas;
use maud::{Markup, Render, html};
use web::component::avatar::avatar_large;
use web::component::kabar::Kabar;
use web::component::kartu::fakta;
use web::component::panel::Panel;
use web::component::predikat::{Predikat, predikat};
use web::component::tanggal::{tgl, waktu};
use web::component::tombol::Tombol;
use web::{Tanggal, Tone, format};

/// What is told; the longer story is on the person's page.
#[derive(Clone, Debug, Default)]
pub struct RingkasView {
    pub name: String,
    pub nip: String,
    pub jabatan: String,
    pub unit: String,
    pub status: String,
    pub golongan: String,
    pub golongan_tmt: Option<Tanggal>,
    /// `S-1/Sarjana, lulus 2008`
    pub pendidikan: String,
    pub predikat: Vec<(i32, Option<Predikat>)>,
    pub deadline: Option<Batas>,
    pub findings: u32,
    pub grave: bool,
    /// The day looked at.
    pub at: Option<Tanggal>,
    pub page_href: String,
    pub findings_href: String,
    /// `None` for those who do not record.
    pub record_href: Option<String>,
    pub close_href: String,
}

pub fn ringkas(view: &RingkasView) -> Panel {
    let mut actions = vec![Tombol::link("Buka halaman", view.page_href.as_str()).primary()];
    actions.extend(view.record_href.as_ref().map(|href| Tombol::link("Catat SK", href.as_str())));
    Panel { title: "Ringkasan".into(), close_href: view.close_href.clone(), body: body(view), actions }
}

fn body(view: &RingkasView) -> Markup {
    let known = |text: &str| html! { @if text.is_empty() { span class="redup" { "belum diketahui" } } @else { (text) } };
    let mut rows = vec![
        ("Jabatan", known(&view.jabatan)),
        ("Unit kerja", known(&view.unit)),
        ("Status", known(&view.status)),
        (
            "Golongan",
            html! { (known(&view.golongan)) @if let Some(d) = view.golongan_tmt { small { "TMT " (waktu(d)) } } },
        ),
        ("Pendidikan", known(&view.pendidikan)),
    ];
    if !view.predikat.is_empty() {
        rows.push(("Predikat", predikat(&view.predikat)));
    }
    if let (Some(deadline), Some(at)) = (&view.deadline, view.at) {
        rows.push(("Batas berikutnya", tgl(&deadline.event, deadline.date, at)));
    }
    html! {
        div class="siapa" {
            (avatar_large(&view.name, &view.nip))
            div class="dua" { b { (view.name) } small class="angka" { (format::nip(&view.nip)) } }
        }
        (fakta(&rows))
        @if view.findings > 0 { (findings(view)) }
    }
}

fn findings(view: &RingkasView) -> Markup {
    let tone = if view.grave { Tone::Bahaya } else { Tone::Awas };
    let count = format!("Ada {} temuan pada data pegawai ini.", format::angka(u64::from(view.findings)));
    Kabar::new(tone, &count).action("Lihat temuan", &view.findings_href).render()
}
