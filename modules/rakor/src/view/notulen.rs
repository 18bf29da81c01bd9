//! `/rakor/{id}/notulen`: what is said, by item of the agenda, written by several hands.

use super::bicara::{BicaraView, bicara};
use super::kepala::{Kepala, kepala};
use maud::{Markup, html};
use web::component::formulir::Ruas;
use web::component::kabar::Kabar;
use web::component::kartu::kartu;
use web::component::notulen::{Bunyi, bagian, keadaan, mata_acara};
use web::component::tombol::Tombol;
use web::{Frame, Icon, Tone, page};

/// The page.
#[derive(Clone, Debug, Default)]
pub struct NotulenView {
    /// Its head.
    pub kepala: Kepala,
    /// What was just done.
    pub kabar: Option<Kabar>,
    /// `/rakor/{id}`
    pub alamat: String,
    /// The reader may open the meeting now.
    pub mulai: bool,
    /// The reader writes.
    pub tulis: bool,
    /// The reader may propose.
    pub usul: bool,
    /// By item of the agenda.
    pub acara: Vec<AcaraNotulen>,
    /// The list of speakers, where it is used.
    pub bicara: Option<BicaraView>,
    /// What could not be kept, with the sentence: nothing typed is lost.
    pub ditolak: Option<Ditolak>,
}

/// A text that was refused.
#[derive(Clone, Debug, Default)]
pub struct Ditolak {
    /// Why.
    pub alasan: String,
    /// What was typed.
    pub teks: String,
    /// Where it was to go: fields that are sent again.
    pub ruas: Vec<(String, String)>,
    /// Where it is sent.
    pub alamat: String,
}

/// An item with its paragraphs.
#[derive(Clone, Debug, Default)]
pub struct AcaraNotulen {
    /// Its name among the items; empty for what belongs to none.
    pub id: String,
    /// `Agenda 2`
    pub nomor: String,
    /// What about.
    pub judul: String,
    /// When, and by whom.
    pub catatan: String,
    /// Its paragraphs.
    pub paragraf: Vec<ParagrafView>,
    /// Proposals: who, what.
    pub usul: Vec<(String, Bunyi)>,
}

/// A paragraph.
#[derive(Clone, Debug, Default)]
pub struct ParagrafView {
    /// Its name.
    pub id: String,
    /// The version shown.
    pub versi: String,
    /// What it says.
    pub kini: Bunyi,
    /// Texts written over an older version.
    pub beda: Vec<Bunyi>,
    /// How many versions came before.
    pub dulu: usize,
}

/// The page `/rakor/{id}/notulen`.
pub fn notulen(frame: &Frame, view: &NotulenView) -> Markup {
    let at = format!("{}/notulen", view.alamat);
    let tools = html! {
        (Tombol::link("Proyektor", format!("{}/proyektor", view.alamat)).icon(Icon::Grafik))
        @if view.mulai {
            form method="post" action=(format!("{}/tahap", view.alamat)) {
                input type="hidden" name="csrf" value=(frame.csrf);
                (Tombol::submit("Buka rakor").primary().value("tahap", "dibuka"))
            }
        }
    };
    let body = html! {
        (kepala(&view.kepala, tools))
        div class="badan tumpuk" {
            @if let Some(told) = &view.kabar { (told) }
            @if let Some(d) = &view.ditolak { (ditolak(frame, d)) }
            section class="kartu" aria-labelledby="notulen-judul" data-siaran=(format!("{}/siaran", view.alamat)) {
                header { h2 id="notulen-judul" { "Notulen" } (keadaan()) }
                div class="isi-kartu notulen" data-bagian {
                    @if let Some(b) = &view.bicara { (bicara(frame, &view.alamat, b)) }
                    @for (n, a) in view.acara.iter().enumerate() {
                        (mata_acara(&format!("acara-{n}"), &a.nomor, &a.judul, &a.catatan))
                        @for p in &a.paragraf { (paragraf(frame, view, &at, p)) }
                        @for (id, u) in &a.usul {
                            (bagian(&format!("u-{id}"), "1", u, &[], html! {}))
                        }
                        @if view.tulis || view.usul { (baru(frame, view, a, n)) }
                    }
                }
            }
        }
    };
    page(frame, body)
}

fn paragraf(frame: &Frame, view: &NotulenView, at: &str, p: &ParagrafView) -> Markup {
    let joined = std::iter::once(&p.kini).chain(&p.beda).map(|b| b.teks.as_str()).collect::<Vec<_>>();
    let field = format!("teks-{}", p.id);
    let tools = html! {
        @if view.tulis {
            details open[!p.beda.is_empty()] {
                summary class="buka" { @if p.beda.is_empty() { "Ubah" } @else { "Satukan" } }
                form class="formulir" method="post" action=(at) {
                    input type="hidden" name="csrf" value=(frame.csrf);
                    input type="hidden" name="paragraf" value=(p.id);
                    input type="hidden" name="dari" value=(p.versi);
                    (Ruas::area("teks", "Bunyi", 5).id(&field).value(&joined.join("\n\n")))
                    (Tombol::submit("Simpan").small().primary())
                }
            }
        }
        @if p.dulu > 0 { a href=(format!("{at}/{}", p.id)) { (p.dulu) " bunyi sebelumnya" } }
    };
    let version = format!("{}.{}", p.versi, p.beda.len());
    bagian(&format!("p-{}", p.id), &version, &p.kini, &p.beda, tools)
}

fn baru(frame: &Frame, view: &NotulenView, a: &AcaraNotulen, n: usize) -> Markup {
    html! {
        div id=(format!("baru-{n}")) data-versi="1" {
            @if view.tulis {
                form class="formulir" method="post" action=(format!("{}/notulen", view.alamat)) {
                    input type="hidden" name="csrf" value=(frame.csrf);
                    input type="hidden" name="agenda" value=(a.id);
                    (Ruas::area("teks", "Paragraf baru", 3).id(&format!("baru-teks-{n}")))
                    (Tombol::submit("Tambah paragraf").small().context(&a.judul))
                }
            } @else {
                details {
                    summary class="buka" { "Usulkan untuk dicatat" }
                    form class="formulir" method="post" action=(format!("{}/usul", view.alamat)) {
                        input type="hidden" name="csrf" value=(frame.csrf);
                        input type="hidden" name="agenda" value=(a.id);
                        (Ruas::area("teks", "Usul", 3).id(&format!("usul-teks-{n}")))
                        (Tombol::submit("Kirim usul").small().context(&a.judul))
                    }
                }
            }
        }
    }
}

/// What could not be kept, ready to be sent again.
pub fn ditolak(frame: &Frame, d: &Ditolak) -> Markup {
    html! {
        (Kabar::new(Tone::Bahaya, "Tulisan belum tersimpan.").body(html! { (d.alasan) }))
        (kartu("belum-tersimpan", "Tulisan Anda", html! {}, html! {
            form class="isi-kartu formulir" method="post" action=(d.alamat) {
                input type="hidden" name="csrf" value=(frame.csrf);
                @for (name, value) in &d.ruas { input type="hidden" name=(name) value=(value); }
                (Ruas::area("teks", "Bunyi", 6).id("belum-teks").value(&d.teks))
                (Tombol::submit("Simpan lagi").primary())
            }
        }))
    }
}

/// Versions of one paragraph, newest first.
#[derive(Clone, Debug, Default)]
pub struct RiwayatView {
    /// The head of the rakor's pages.
    pub kepala: Kepala,
    /// Back to the minutes.
    pub kembali: String,
    /// Newest first.
    pub versi: Vec<Bunyi>,
}

/// The page `/rakor/{id}/notulen/{paragraf}`.
pub fn riwayat(frame: &Frame, view: &RiwayatView) -> Markup {
    page(
        frame,
        html! {
            (kepala(&view.kepala, html! { (Tombol::link("Kembali ke notulen", &view.kembali)) }))
            div class="badan tumpuk" {
                (kartu("riwayat", "Riwayat paragraf", html! { small { "terbaru di atas" } }, html! {
                    div class="isi-kartu notulen" {
                        @for (n, b) in view.versi.iter().enumerate() { (bagian(&format!("v-{n}"), "1", b, &[], html! {})) }
                    }
                }))
            }
        },
    )
}
