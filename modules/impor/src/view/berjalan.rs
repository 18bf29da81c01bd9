//! While the file is read, and while rows are saved: how far, and the way out.

use super::{Berkas, langkah_impor};
use maud::{Markup, html};
use web::component::kemajuan::Kemajuan;
use web::component::tombol::Tombol;
use web::{Frame, format, page};

/// A job under way at `/impor/{id}`.
#[derive(Clone, Debug, Default)]
pub struct BerjalanView {
    /// The file being worked on.
    pub file: Berkas,
    /// Rows done so far.
    pub done: u64,
    /// All rows; `None` while unknown.
    pub total: Option<u64>,
    /// This page again: the script asks it every two seconds.
    pub watch_href: String,
    /// Where to go on when finished; the page then stops asking.
    pub finished_href: Option<String>,
    /// `POST` address that stops the job; `None` when it cannot be stopped any more.
    pub cancel_action: Option<String>,
}

/// The file is being read; nothing is written yet.
pub fn memeriksa(frame: &Frame, view: &BerjalanView) -> Markup {
    let note = "Setiap baris dibaca dan dibandingkan dengan data yang tercatat. Halaman ini boleh ditutup; pemeriksaan tetap berjalan.";
    running(frame, view, "Memeriksa berkas", "Membaca baris", note, 1)
}

/// Rows are being saved, all or none.
pub fn menyimpan(frame: &Frame, view: &BerjalanView) -> Markup {
    let note =
        "Semua baris dicatat sekaligus: bila terputus, tidak ada yang tersimpan. Halaman ini boleh ditutup.";
    running(frame, view, "Menyimpan ke jurnal", "Mencatat baris", note, 3)
}

fn running(frame: &Frame, view: &BerjalanView, title: &str, label: &str, note: &str, step: usize) -> Markup {
    let mut frame = frame.clone();
    frame.refresh_seconds = view.finished_href.is_none().then_some(3);
    let read = format!("{} baris", format::angka(view.done));
    let notes = [
        view.file.uploaded.as_str(),
        if step > 1 { "" } else { read.as_str() },
        "",
        if step == 3 { read.as_str() } else { "" },
        "",
    ];
    let body = html! {
        div class="kepala" { div { h1 { (title) } p { (view.file.line()) } } }
        (langkah_impor(step, notes))
        div class="badan tumpuk" {
            (Kemajuan {
                id: "kemajuan-impor".into(),
                label: label.into(),
                done: view.done,
                total: view.total,
                note: note.into(),
                watch_href: view.finished_href.is_none().then(|| view.watch_href.clone()),
                finished_href: view.finished_href.clone(),
            })
            @if let Some(action) = &view.cancel_action {
                form method="post" action=(action) {
                    input type="hidden" name="csrf" value=(frame.csrf);
                    (Tombol::submit("Batalkan pemeriksaan"))
                }
            }
        }
    };
    page(&frame, body)
}
