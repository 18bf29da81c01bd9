//! The heads: what two offices read to one another to know that they hold the same journal.

use maud::{Markup, html};
use web::component::kartu::{fakta, kartu};
use web::component::lencana::lencana;
use web::component::sidik::sidik;
use web::{Icon, Tone, format};

/// The journal of one instansi.
#[derive(Clone, Debug)]
pub struct JurnalInstansi {
    /// `Pemerintah Provinsi Bumi Raya`
    pub name: String,
    /// Number of entries; also the number of the newest.
    pub entries: u64,
    /// Head hash, hexadecimal.
    pub head: String,
    /// When the newest entry was recorded: `22 Nov 2026 09.31 WIB`; empty with no entries.
    pub last: String,
    /// Fingerprint of the signing key, hexadecimal.
    pub key: String,
    /// The last check.
    pub check: Pemeriksaan,
}

/// What the last check said.
#[derive(Clone, Debug)]
pub enum Pemeriksaan {
    /// Not checked by this process; what the command line found stays on the command line.
    Belum,
    /// Everything fits.
    Utuh {
        /// `22 Nov 2026 09.12 WIB`
        when: String,
        /// Entries checked.
        entries: u64,
    },
    /// An entry does not fit its place.
    TidakCocok {
        /// `22 Nov 2026 09.12 WIB`
        when: String,
        /// The first entry that does not fit; `None` when no single one can be named.
        seq: Option<u64>,
        /// Its page.
        href: Option<String>,
        /// What differs: `Sidik isinya berbeda dengan yang tercatat di pohon.`
        sentence: String,
    },
}

pub(super) fn cards(list: &[JurnalInstansi]) -> Markup {
    html! {
        div class="kisi-dua" { @for (n, j) in list.iter().enumerate() { (card(n, j)) } }
        // For paper only: the sheet two people sign after reading the head to one another.
        div class="cetak-saja lembar-tanda" {
            p { "Dibacakan oleh" } p { "Dicocokkan oleh" } p { "Tanggal dan jam" }
        }
    }
}

fn card(n: usize, j: &JurnalInstansi) -> Markup {
    kartu(
        &format!("jurnal-{n}"),
        &j.name,
        badge(&j.check),
        fakta(&[
            ("Entri", html! { span class="angka" { (format::angka(j.entries)) } }),
            ("Entri terakhir", html! { @if j.last.is_empty() { "belum ada" } @else { (j.last) } }),
            ("Sidik kepala", html! { (sidik(&j.head)) small { "dibaca per baris, dari kiri ke kanan" } }),
            ("Kunci tanda tangan", sidik(&j.key)),
            ("Pemeriksaan terakhir", checked(j)),
        ]),
    )
}

fn badge(check: &Pemeriksaan) -> Markup {
    match check {
        Pemeriksaan::Belum => lencana(Tone::Awas, Some(Icon::Awas), "Belum diperiksa"),
        Pemeriksaan::Utuh { .. } => lencana(Tone::Ok, Some(Icon::Cek), "Utuh"),
        Pemeriksaan::TidakCocok { .. } => lencana(Tone::Bahaya, Some(Icon::Silang), "Tidak cocok"),
    }
}

fn checked(j: &JurnalInstansi) -> Markup {
    match &j.check {
        Pemeriksaan::Belum => html! {
            "belum, sejak layanan ini dijalankan"
            small { "Hasil pemeriksaan di server tampil di server saja." }
        },
        Pemeriksaan::Utuh { when, entries } => {
            let newer = j.entries.saturating_sub(*entries);
            html! {
                "diperiksa layanan ini " (when) " · utuh"
                @if newer > 0 { small { (format::angka(newer)) " entri sesudahnya belum diperiksa" } }
            }
        }
        Pemeriksaan::TidakCocok { when, seq, .. } => html! {
            "diperiksa layanan ini " (when) " · "
            @match seq { Some(seq) => { "entri " (format::angka(*seq)) " tidak cocok" }, None => "tidak cocok" }
        },
    }
}
