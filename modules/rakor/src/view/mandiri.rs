//! `/hadir/{rakor}/{kode}`: somebody registers with the own phone, signed in or not.

use super::hadir::{IsianHadir, ruas};
use maud::{Markup, html};
use web::component::kabar::Kabar;
use web::component::ringkasan_kesalahan::ringkasan_kesalahan;
use web::component::tombol::Tombol;
use web::page::Tema;
use web::{Merek, Tone, bare};

/// What the page says.
#[derive(Clone, Debug)]
pub enum Isi {
    /// The form.
    Formulir {
        /// As typed.
        isian: Box<IsianHadir>,
        /// Proof that the code was good when the form was opened.
        tiket: String,
        /// Made for one sending.
        kunci: String,
        /// Token of the session of somebody signed in.
        csrf: String,
    },
    /// It is recorded; the name, and whether it was already.
    Tercatat {
        /// Of whom.
        nama: String,
        /// It repeats another.
        ganda: bool,
    },
    /// Not now, or not with this code.
    Ditolak {
        /// Why, and what to do.
        kalimat: String,
    },
}

/// The page.
#[derive(Clone, Debug)]
pub struct MandiriView {
    /// The rakor; empty where nothing may be said of it.
    pub judul: String,
    /// Day and place.
    pub keterangan: String,
    /// Where the form goes.
    pub alamat: String,
    /// What it says.
    pub isi: Isi,
}

/// The page `/hadir/{rakor}/{kode}`.
pub fn mandiri(theme: Option<Tema>, view: &MandiriView) -> Markup {
    let body = html! {
        div { h1 { "Presensi rakor" } @if !view.judul.is_empty() { p { (view.judul) @if !view.keterangan.is_empty() { br; (view.keterangan) } } } }
        @match &view.isi {
            Isi::Ditolak { kalimat } => { (Kabar::new(Tone::Awas, "Belum tercatat.").body(html! { (kalimat) })) }
            Isi::Tercatat { nama, ganda } => {
                (Kabar::new(Tone::Ok, "Kehadiran tercatat.").body(html! {
                    (nama) @if *ganda { ". Nama ini sudah tercatat sebelumnya; dihitung satu kali." }
                }))
            }
            Isi::Formulir { isian, tiket, kunci, csrf } => {
                (ringkasan_kesalahan(&isian.salah))
                form class="formulir" method="post" action=(view.alamat) {
                    input type="hidden" name="csrf" value=(csrf);
                    input type="hidden" name="tiket" value=(tiket);
                    input type="hidden" name="kunci" value=(kunci);
                    (ruas(isian))
                    (Tombol::submit("Catat kehadiran").primary())
                }
            }
        }
    };
    bare("Presensi rakor", "", theme, Merek::Inagov, body)
}
