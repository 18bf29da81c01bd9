//! The page of first steps as a function of plain values.

mod samples;

pub use samples::samples;

use maud::{Markup, html};
use web::component::kabar::Kabar;
use web::component::kartu::{fakta, kartu};
use web::component::sidik::sidik;
use web::component::tugas::{Tugas, tugas};
use web::format::angka;
use web::{Frame, Tone, page};

/// The page `/langkah-pertama`.
#[derive(Clone, Debug)]
pub struct LangkahPertamaView {
    /// Every step, in order.
    pub steps: Vec<Langkah>,
    /// The last backup; `None` when there is none.
    pub backup: Option<CadanganTerakhir>,
    /// Days after which a backup is too old.
    pub old_days: i32,
}

/// One of the steps.
#[derive(Clone, Debug)]
pub struct Langkah {
    /// `Unggah daftar unor`
    pub label: &'static str,
    /// One sentence: what it gives.
    pub why: &'static str,
    /// Where it is done.
    pub href: &'static str,
    /// `412 unit`; shown once it is done.
    pub count: String,
    /// Whether it is done.
    pub done: bool,
}

/// The last backup.
#[derive(Clone, Debug)]
pub struct CadanganTerakhir {
    /// Name of its file.
    pub name: String,
    /// `22 November 2026, 01.30 WIB`
    pub when: String,
    /// Days since.
    pub days: i32,
    /// By whom.
    pub by: String,
    /// Bytes.
    pub size: u64,
    /// SHA-256 in hexadecimal.
    pub hash: String,
}

/// The page `/langkah-pertama`.
pub fn langkah_pertama(frame: &Frame, view: &LangkahPertamaView) -> Markup {
    let done = view.steps.iter().filter(|s| s.done).count();
    let next = view.steps.iter().position(|s| !s.done);
    let list: Vec<Tugas> =
        view.steps.iter().enumerate().map(|(n, step)| row(n, step, next == Some(n))).collect();
    let left = match view.steps.len() - done {
        0 => "Semua langkah selesai. Halaman ini tetap menunjukkan umur cadangan terakhir.".to_owned(),
        n => format!("{done} dari {} langkah selesai, {n} lagi. Urutannya boleh lain.", view.steps.len()),
    };
    page(
        frame,
        html! {
            div class="kepala" { div { h1 { "Langkah pertama" } p { (left) } } }
            @if let Some(warning) = warning(view) { div class="kilat bawahan" { (warning) } }
            div class="dua-kolom" {
                div class="tumpuk" { (kartu("langkah", "Dari register kosong sampai siap dipakai", html! {}, tugas(&list)))
                    (kartu("riwayat-lengkap", "Riwayat yang lengkap", html! {}, html! {
                        div class="isi-kartu" {
                            p { "Menyatakan jenis riwayat mana yang sudah tercatat seluruhnya, supaya yang tidak punya barisnya terbaca tidak punya." }
                            p { a href="/langkah-pertama/riwayat-lengkap" { "Nyatakan riwayat lengkap" } }
                        }
                    }))
                }
                div class="tumpuk" { (kartu("cadangan", "Cadangan", html! { a href="/panduan/cadangan" { "Panduan cadangan" } }, backup(view))) }
            }
        },
    )
}

/// A backup grown old is the one thing here that harms people who never open this page.
fn warning(view: &LangkahPertamaView) -> Option<Kabar> {
    let last = view.backup.as_ref().filter(|b| b.days > view.old_days)?;
    let title = format!("Cadangan terakhir sudah {} hari.", last.days);
    Some(Kabar::new(Tone::Awas, &title).body(html! {
        "Yang tercatat sejak " (last.when) " hilang bila server ini rusak. Minta operator server membuat cadangan hari ini dan memeriksa jadwalnya."
    }))
}

fn row(n: usize, step: &Langkah, next: bool) -> Tugas {
    let label = format!("{}. {}", n + 1, step.label);
    match (step.done, next) {
        (true, _) => Tugas::new(&label, &step.count, step.href).state("Selesai", Tone::Netral),
        (false, true) => Tugas::new(&label, step.why, step.href).state("Berikutnya", Tone::Awas),
        (false, false) => Tugas::new(&label, step.why, step.href).state("Belum", Tone::Netral),
    }
}

fn backup(view: &LangkahPertamaView) -> Markup {
    html! {
        div class="isi-kartu tumpuk" {
            @match &view.backup {
                Some(b) => (fakta(&[
                    ("Terakhir", html! { (b.when) " (" (age(b.days)) ")" }),
                    ("Berkas", html! { (b.name) }),
                    ("Ukuran", html! { (size(b.size)) }),
                    ("Dibuat oleh", html! { (b.by) }),
                    ("SHA-256", sidik(&b.hash)),
                ])),
                None => p { "Belum pernah dibuat. Bila server ini rusak sekarang, semuanya diulang dari awal." },
            }
            p class="redup" {
                "Cadangan dibuat operator di server dengan " code { "sinergi cadangan buat" } ", juga selagi orang bekerja. Jadwalkan setiap malam."
            }
        }
    }
}

/// How long ago, in days.
pub fn age(days: i32) -> String {
    match days {
        ..=0 => "hari ini".into(),
        1 => "kemarin".into(),
        n => format!("{n} hari lalu"),
    }
}

fn size(bytes: u64) -> String {
    match bytes {
        0..1_000_000 => format!("{} KB", bytes.div_ceil(1_000)),
        _ => format!("{} MB", angka(bytes.div_ceil(1_000_000))),
    }
}
