//! `/rakor/{id}`: the rakor read across.

use super::kepala::{Kepala, kepala};
use super::lanjut::angka;
use maud::{Markup, html};
use web::component::alur::{self, Acara, Jejak};
use web::component::kosong::kosong;
use web::component::tombol::Tombol;
use web::{Frame, Icon, page};

/// The page.
#[derive(Clone, Debug, Default)]
pub struct AlurView {
    /// Its head.
    pub kepala: Kepala,
    /// What became of the figures, with a sentence for each.
    pub dampak: Vec<(Jejak, String)>,
    /// Its agenda with what was agreed.
    pub acara: Vec<Acara>,
    /// Stages it may be turned to: word and label.
    pub aksi: Vec<(&'static str, &'static str)>,
    /// Where those go.
    pub alamat: String,
    /// Where the next rakor of the series is planned.
    pub lanjutan: Option<String>,
}

/// The page `/rakor/{id}`.
pub fn alur(frame: &Frame, view: &AlurView) -> Markup {
    page(
        frame,
        html! {
            (kepala(&view.kepala, html! {
                @for (word, label) in &view.aksi {
                    form method="post" action=(view.alamat) {
                        input type="hidden" name="csrf" value=(frame.csrf);
                        (Tombol::submit(label).primary().value("tahap", word))
                    }
                }
                @if let Some(next) = &view.lanjutan { (Tombol::link("Rencanakan rakor lanjutan", next.as_str()).icon(Icon::Tambah)) }
            }))
            div class="badan tumpuk" {
                @if !view.dampak.is_empty() { (angka(&view.dampak)) }
                @if view.acara.is_empty() {
                    (kosong(Icon::Rakor, "Agenda belum diisi", "Rumusan, rekomendasi, dan tindak lanjut tampil di sini menurut agendanya.", None))
                } @else { (alur::alur(&view.acara)) }
            }
        },
    )
}
