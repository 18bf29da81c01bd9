//! `/rakor/{id}`: the rakor read across.

use super::kepala::{Kepala, kepala};
use super::lanjut::angka;
use maud::{Markup, html};
use web::component::alur::{self, Acara, Jejak};
use web::component::kabar::Kabar;
use web::component::kartu::kartu;
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
    /// What is open still, for who closes it.
    pub tutup: Option<TutupView>,
    /// What was just done.
    pub kabar: Option<Kabar>,
}

/// What is open still when a rakor is to be closed.
#[derive(Clone, Debug, Default)]
pub struct TutupView {
    /// Follow-ups that are not done: they have to be first.
    pub terbuka: Vec<String>,
    /// Points nothing follows from: they are looked at first.
    pub tanpa: Vec<String>,
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
                @if let Some(told) = &view.kabar { (told) }
                @if !view.dampak.is_empty() { (angka(&view.dampak)) }
                @if view.acara.is_empty() {
                    (kosong(Icon::Rakor, "Agenda belum diisi", "Rumusan, rekomendasi, dan tindak lanjut tampil di sini menurut agendanya.", None))
                } @else { (alur::alur(&view.acara)) }
                @if let Some(t) = view.tutup.as_ref().filter(|t| !t.terbuka.is_empty() || !t.tanpa.is_empty()) {
                    (kartu("tutup", "Tutup rakor", html! {}, tutup(frame, view, t)))
                }
            }
        },
    )
}

/// What is to be done, or at least read, before it is closed.
fn tutup(frame: &Frame, view: &AlurView, t: &TutupView) -> Markup {
    let list = |words: &str, all: &[String]| {
        html! { @if !all.is_empty() { p { (words) } ul class="tumpuk" { @for one in all { li { (one) } } } } }
    };
    html! {
        div class="isi-kartu tumpuk" {
            (list("Rakor dapat ditutup sesudah tindak lanjut ini dinyatakan selesai atau dibatalkan:", &t.terbuka))
            (list("Butir tanpa tindak lanjut:", &t.tanpa))
        }
        @if t.terbuka.is_empty() {
            form class="isi-kartu" method="post" action=(view.alamat) {
                input type="hidden" name="csrf" value=(frame.csrf);
                input type="hidden" name="yakin" value="1";
                (Tombol::submit("Tutup rakor tanpa tindak lanjut itu").value("tahap", "ditutup"))
            }
        }
    }
}
