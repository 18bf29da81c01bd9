//! The journal as people see it, as a function of plain values: how long, which head, whether it still fits.

mod entri;
mod kepala;
mod rincian;
mod samples;

pub use entri::EntriJurnal;
pub use kepala::{JurnalInstansi, Pemeriksaan};
pub use rincian::{EntriView, FaktaEntri, entri};
pub use samples::samples;

use maud::{Markup, html};
use web::component::kabar::Kabar;
use web::component::keadaan::Blok;
use web::component::kemajuan::Kemajuan;
use web::component::kosong::kosong;
use web::component::paging::Paging;
use web::component::tab::{Tab, tab};
use web::component::tombol::Tombol;
use web::{Frame, Icon, Tone, format, page};

/// The page `/jurnal`.
#[derive(Clone, Debug)]
pub struct JurnalView {
    /// One card for each instansi whose journal stands here, the own one first.
    pub instansi: Blok<Vec<JurnalInstansi>>,
    /// A check under way: done and all entries; `None` when none runs.
    pub checking: Option<(u64, u64)>,
    /// The journals as tabs above the entries; empty with a single one.
    pub tabs: Vec<Tab>,
    /// Entries of the journal shown, newest first.
    pub entries: Vec<EntriJurnal>,
    /// Keyset paging: `?sebelum={seq}`.
    pub paging: Paging,
    /// The person may ask for a check.
    pub may_check: bool,
}

/// The page `/jurnal`.
pub fn jurnal(frame: &Frame, view: &JurnalView) -> Markup {
    let mut frame = frame.clone();
    frame.refresh_seconds = view.checking.map(|_| 3);
    let length: u64 = view.instansi.value().map_or(0, |list| list.iter().map(|j| j.entries).sum());
    let body = html! {
        div class="kepala" {
            div { h1 { "Jurnal" } p { (format::angka(length)) " entri. Jurnal hanya bertambah; tidak ada entri yang diubah atau dihapus." } }
            @if view.may_check && view.checking.is_none() && length > 0 {
                div class="aksi" {
                    form method="post" action="/jurnal/periksa" {
                        input type="hidden" name="csrf" value=(frame.csrf);
                        (Tombol::submit("Periksa sekarang").primary().icon(Icon::Perisai))
                    }
                }
            }
        }
        (view.instansi.draw(|list| html! {
            (alarms(list))
            @if list.iter().all(|j| j.entries == 0) {
                (kosong(Icon::Rantai, "Jurnal masih kosong", "Entri pertama dibuat ketika data pertama disimpan.", Some(Tombol::link("Impor data", "/impor").primary())))
            } @else {
                div class="badan tumpuk" {
                    @if let Some((done, total)) = view.checking { (running(done, total, false)) }
                    (kepala::cards(list))
                }
            }
        }))
        @if !view.entries.is_empty() {
            section class="cetak-sembunyi" aria-labelledby="entri" {
                h2 class="badan" id="entri" { "Entri terbaru" }
                @if !view.tabs.is_empty() { (tab("Jurnal instansi", &view.tabs)) }
                (entri::table(&view.entries))
                (view.paging)
            }
        }
    };
    page(&frame, body)
}

/// A broken chain is the one thing on this page that may not be overlooked.
fn alarms(list: &[JurnalInstansi]) -> Markup {
    html! {
        @for j in list {
            @if let Pemeriksaan::TidakCocok { when, seq, sentence, href } = &j.check {
                div class="kilat bawahan" { (alarm(&j.name, when, *seq, sentence, href.as_deref())) }
            }
        }
    }
}

fn alarm(name: &str, when: &str, seq: Option<u64>, sentence: &str, href: Option<&str>) -> Kabar {
    let title = match seq {
        Some(seq) => format!("Entri {} pada jurnal {name} tidak cocok.", format::angka(seq)),
        None => format!("Jurnal {name} tidak cocok."),
    };
    let kabar = Kabar::new(Tone::Bahaya, &title).body(html! {
        (sentence) " Diperiksa " (when) ". Jangan menyimpan apa pun; hubungi pengelola dan bandingkan dengan cadangan."
    });
    match href {
        Some(href) => kabar.action("Lihat entri ini", href),
        None => kabar,
    }
}

/// The check under way. `finished` tells a script that still asks to read the page again.
pub fn running(done: u64, total: u64, finished: bool) -> Kemajuan {
    Kemajuan {
        id: "periksa-jurnal".into(),
        label: "Memeriksa jurnal".into(),
        done,
        total: Some(total),
        note: "Setiap entri dihitung ulang dan dibandingkan dengan sidiknya. Pekerjaan lain tetap berjalan."
            .into(),
        watch_href: (!finished).then(|| "/jurnal".into()),
        finished_href: finished.then(|| "/jurnal".into()),
    }
}
