//! One receipt: the answer, its clocks, its reasons as a nested list, and what changed since.

use super::tutupan::{Tinjauan, Tutupan, riwayat, tutupan};
use maud::{Markup, html};
use web::component::kabar::Kabar;
use web::component::kartu::{fakta, kartu};
use web::component::lencana::lencana;
use web::component::perbandingan::{Banding, perbandingan};
use web::component::ringkasan_kesalahan::ringkasan_kesalahan;
use web::component::sidik::sidik;
use web::{Frame, Tone, format, page};

/// The page `/pegawai/{id}/bukti/{entri}`.
#[derive(Clone, Debug, Default)]
pub struct BuktiView {
    pub name: String,
    pub nip: String,
    /// Heading of the norm.
    pub title: String,
    pub verdict: (String, Tone),
    /// Of norms that give a value.
    pub value: String,
    /// Positions officials had chosen by then, in sentences.
    pub chosen: Vec<String>,
    pub purpose: String,
    pub by: String,
    /// `22 Nov 2026 09.31 WIB`
    pub stored: String,
    pub clocks: Vec<(&'static str, String)>,
    pub hash: String,
    /// The reasons; `None` when the kept text is gone or changed.
    pub text: Option<Simpul>,
    /// What it rests on that changed since.
    pub changes: Vec<Ubah>,
    /// It rests on closed facts, and the reader may not see those.
    pub closed: bool,
    /// Closed facts were left out of it.
    pub without_discipline: bool,
    pub open_href: String,
    /// It waits in the re-examination queue.
    pub pending: bool,
    /// Its re-examinations, newest first.
    pub history: Vec<Tinjauan>,
    /// The form that closes the item, for those who may.
    pub form: Option<Tutupan>,
}

/// A node of the reasons.
#[derive(Clone, Debug, Default)]
pub struct Simpul {
    pub verdict: (String, Tone),
    pub words: String,
    pub citation: String,
    /// Label, value, documents.
    pub facts: Vec<(String, String, String)>,
    pub sum: String,
    pub note: String,
    pub parts: Vec<Simpul>,
}

/// One thing that changed; what the reader may not see has a title only.
#[derive(Clone, Debug, Default)]
pub struct Ubah {
    pub title: String,
    /// The document that was corrected; may be empty.
    pub from: String,
    /// The document that corrects; may be empty.
    pub by: String,
    /// Names of the two sides.
    pub before: String,
    pub after: String,
    pub rows: Vec<Banding>,
}

pub fn bukti(frame: &Frame, view: &BuktiView) -> Markup {
    let mut frame = frame.clone();
    let errors = view.form.as_ref().map_or(&[][..], |form| &form.errors);
    frame.refused = !errors.is_empty();
    let body = html! {
        (ringkasan_kesalahan(errors))
        div class="kepala" { div {
            h1 { @if view.closed { "Bukti telaah" } @else { (view.title) } }
            p { (view.name) " · " span class="angka" { (format::nip(&view.nip)) } }
        } }
        @if view.closed {
            div class="kilat" { (Kabar::new(Tone::Info, super::CLOSED).body(html! { "Bukti ini tampil setelah data disiplin dibuka dengan alasan." }).action("Buka dengan alasan", &view.open_href)) }
            div class="badan tumpuk" { (kartu("simpanan", "Simpanan", html! {}, kept(view))) }
        } @else {
            (alarms(view))
            div class="badan tumpuk" {
                (kartu("jawaban", "Jawaban", html! {}, answer(view)))
                @if let Some(form) = &view.form { (tutupan(&frame, form)) }
                @if !view.history.is_empty() { (kartu("tinjau-ulang", "Tinjau ulang", html! {}, riwayat(&view.history))) }
                @for (n, change) in view.changes.iter().enumerate() { (changed(n, change)) }
                @if let Some(tree) = &view.text {
                    section class="naskah" aria-labelledby="alasan" {
                        h2 id="alasan" { "Alasan, seperti disimpan" }
                        ul { (node(tree)) }
                    }
                }
                (kartu("simpanan", "Simpanan", html! {}, kept(view)))
            }
        }
    };
    page(&frame, body)
}

fn alarms(view: &BuktiView) -> Markup {
    html! {
        @if view.pending {
            div class="kilat" { (Kabar::new(Tone::Awas, "Yang dipakai bukti ini sudah berubah.").body(html! { "Tinjau lagi keputusan yang bertumpu padanya." })) }
        } @else if let (Some(last), false) = (view.history.first(), view.changes.is_empty()) {
            div class="kilat" { (Kabar::new(Tone::Info, &format!("Yang dipakai bukti ini sudah berubah dan sudah ditinjau ulang: {}.", last.outcome.0.to_lowercase())).body(html! { (last.when) " oleh " (last.by) "." })) }
        }
        @if view.text.is_none() {
            div class="kilat" { (Kabar::new(Tone::Bahaya, "Teks bukti ini hilang atau berubah.").body(html! { "Jawaban di bawah berasal dari jurnal. Pulihkan berkasnya dari cadangan." })) }
        }
        @if view.without_discipline {
            div class="kilat" { (Kabar::new(Tone::Info, "Dihitung tanpa data disiplin.").body(html! { "Data itu tertutup bagi yang menyimpan bukti ini." })) }
        }
    }
}

fn answer(view: &BuktiView) -> Markup {
    let (label, tone) = &view.verdict;
    let mut rows = vec![("Jawaban", html! { (lencana(*tone, None, label)) })];
    if !view.value.is_empty() {
        rows.push(("Nilai", html! { (view.value) }));
    }
    rows.extend(view.chosen.iter().map(|told| ("Posisi yang dipilih", html! { (told) })));
    rows.extend(view.clocks.iter().map(|(label, text)| (*label, html! { (text) })));
    fakta(&rows)
}

fn kept(view: &BuktiView) -> Markup {
    fakta(&[
        ("Keperluan", html! { (view.purpose) }),
        ("Disimpan", html! { (view.stored) " oleh " (view.by) }),
        ("Sidik", sidik(&view.hash)),
    ])
}

fn changed(n: usize, change: &Ubah) -> Markup {
    let aside = html! {
        @if !change.from.is_empty() { small { "Dipakai: " (change.from) ". Sekarang: " (change.by) "." } }
    };
    let body = html! {
        @if !change.rows.is_empty() {
            (perbandingan(&change.title, &change.before, &change.after, &change.rows))
        }
    };
    kartu(&format!("ubah-{n}"), &change.title, aside, body)
}

fn node(node: &Simpul) -> Markup {
    let (label, tone) = &node.verdict;
    html! {
        li {
            (lencana(*tone, None, label)) " " (node.words)
            @if !node.citation.is_empty() { " " span class="redup" { (node.citation) } }
            @if !node.sum.is_empty() { p class="angka" { (node.sum) } }
            @if !node.note.is_empty() { p class="redup" { (node.note) } }
            @if !node.facts.is_empty() {
                ul { @for (label, value, documents) in &node.facts {
                    li { (label) ": " b { (value) } @if !documents.is_empty() { " " span class="redup" { (documents) } } }
                } }
            }
            @if !node.parts.is_empty() { ul { @for part in &node.parts { (self::node(part)) } } }
        }
    }
}
