//! The receipt: what was saved, where it stands in the journal, and what to do next.

use super::{Berkas, langkah_impor};
use maud::{Markup, html};
use web::component::angka_utama::{AngkaUtama, angka_utama};
use web::component::kabar::Kabar;
use web::component::kartu::{fakta, kartu};
use web::component::sidik::sidik;
use web::component::tombol::Tombol;
use web::component::tugas::{Tugas, tugas};
use web::{Frame, Tone, format, page};

/// The estimate of the data-quality index before and after this import.
#[derive(Clone, Debug)]
pub struct PerkiraanIkd {
    /// `78,4`; `None` when nobody was recorded before.
    pub before: Option<String>,
    /// `83,1`
    pub after: String,
    /// `19 dari 27 indikator`
    pub coverage: String,
}

/// The receipt at `/impor/{id}`.
#[derive(Clone, Debug, Default)]
pub struct TandaTerimaView {
    /// The file.
    pub file: Berkas,
    /// `22 Nov 2026 09.31 WIB`
    pub saved_at: String,
    /// Who saved it.
    pub saved_by: String,
    /// Recorded for the first time.
    pub baru: u64,
    /// Recorded because something changed.
    pub berubah: u64,
    /// Rows that said what was known.
    pub sama: u64,
    /// Rows refused.
    pub ditolak: u64,
    /// People put on the list "tidak ada dalam unduhan"; `None` when the file was too partial to say.
    pub absent: Option<u64>,
    /// First and last sequence number of the entries made; `None` when none was.
    pub entries: Option<(u64, u64)>,
    /// Entries of the journal afterwards; `None` when it was not noted.
    pub journal_length: Option<u64>,
    /// Head hash of the journal afterwards, hexadecimal.
    pub head: String,
    /// Hash of the file, hexadecimal.
    pub file_hash: String,
    /// The estimate; `None` when not computed.
    pub ikd: Option<PerkiraanIkd>,
    /// Findings after the import as the list "Yang perlu dibereskan" counts them, and the people who work
    /// they are about; `None` when not counted.
    pub findings: Option<(u64, u64)>,
    /// Address of the refused rows; `None` when there are none.
    pub refused_href: Option<String>,
}

/// The receipt.
pub fn tanda_terima(frame: &Frame, view: &TandaTerimaView) -> Markup {
    let saved = view.baru + view.berubah;
    let figures = [
        AngkaUtama::new(&format!("{} baru", view.file.pokok().awal()), view.baru, "dicatat"),
        AngkaUtama::new("Berubah", view.berubah, "dicatat"),
        AngkaUtama::new("Sama", view.sama, "tidak dicatat ulang"),
        AngkaUtama::new("Ditolak", view.ditolak, "tidak diambil"),
    ];
    let body = html! {
        div class="kepala" {
            div { h1 { "Tanda terima impor" } p { (view.file.line()) " · disimpan " (view.saved_at) " oleh " (view.saved_by) } }
            div class="aksi" { (Tombol::link("Lihat yang perlu dibereskan", "/perbaikan").primary()) }
        }
        (langkah_impor(5, [&view.file.uploaded, "", "", &view.saved_at, ""]))
        (angka_utama("Yang tersimpan", &figures))
        div class="dua-kolom" {
            div class="tumpuk" {
                (outcome(view, saved))
                (kartu("lanjut", "Sesudah ini", html! {}, tugas(&next(view))))
            }
            div class="tumpuk" { (kartu("jurnal", "Bukti", html! { small { "dapat dicetak" } }, proof(view))) }
        }
    };
    page(frame, body)
}

fn outcome(view: &TandaTerimaView, saved: u64) -> Markup {
    let (tone, words) = match saved {
        0 => (Tone::Info, "Tidak ada yang disimpan: tidak ada baris yang baru atau berubah.".to_owned()),
        n => (Tone::Ok, format!("{} baris tersimpan.", format::angka(n))),
    };
    html! {
        (Kabar::new(tone, &words).body(html! {
            @if let Some(ikd) = &view.ikd {
                @match &ikd.before {
                    Some(before) => { "IKD perkiraan " (before) " → " b { (ikd.after) } ", " },
                    None => { "IKD perkiraan " b { (ikd.after) } ", " },
                }
                "dihitung dengan " (ikd.coverage) "."
            }
        }))
    }
}

fn next(view: &TandaTerimaView) -> Vec<Tugas> {
    let found = match view.findings {
        Some((findings, people)) => {
            format!("{} temuan pada {} pegawai aktif", format::angka(findings), format::angka(people))
        }
        None => "Temuan pada data yang tercatat".to_owned(),
    };
    let mut list = vec![Tugas::new("Yang perlu dibereskan", &found, "/perbaikan")];
    if let Some(n) = view.absent.filter(|n| *n > 0) {
        let note =
            format!("{} pegawai tercatat tidak ada dalam berkas ini. Tentukan sebabnya.", format::angka(n));
        list.push(Tugas::new("Tidak ada dalam unduhan", &note, "/tidak-dalam-unduhan"));
    }
    if let Some(href) = &view.refused_href {
        let note = format!("{} baris, siap diperbaiki dan dikirim ulang", format::angka(view.ditolak));
        list.push(Tugas::new("Unduh baris yang ditolak", &note, href.as_str()));
    }
    let (words, href) = view.file.pokok().lihat;
    list.push(Tugas::new(words, "Daftar dengan isi berkas ini", href));
    list
}

fn proof(view: &TandaTerimaView) -> Markup {
    let entries = match view.entries {
        Some((first, last)) => {
            html! { span class="angka" { (format::angka(first)) "–" (format::angka(last)) } }
        }
        None if view.journal_length.is_none() => html! { "tidak tercatat" },
        None => html! { "tidak ada entri baru" },
    };
    let mut facts = vec![
        ("Entri jurnal", entries),
        ("Sidik kepala jurnal", sidik(&view.head)),
        ("Sidik berkas", sidik(&view.file_hash)),
        ("Berkas", html! { (view.file.name) @if !view.file.size.is_empty() { small { (view.file.size) } } }),
    ];
    if let Some(length) = view.journal_length {
        facts
            .insert(1, ("Panjang jurnal", html! { span class="angka" { (format::angka(length)) } " entri" }));
    }
    if view.file.pokok().unduhan {
        let absent = html! { @match view.absent { Some(n) => { (format::angka(n)) " pegawai" }, None => "tidak dihitung: berkas hanya memuat sebagian pegawai" } };
        facts.push(("Tidak dalam unduhan", absent));
    }
    html! {
        (fakta(&facts))
        p class="isi-kartu redup" { "Sidik kepala yang dibacakan lewat telepon harus sama dengan yang tampil di Jurnal pada panjang jurnal itu." }
    }
}
