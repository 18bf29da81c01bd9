//! Follow-ups on a board: a column for each answer, cards of one sort in each, nothing ranked.

use crate::component::alur::{ButirRtl, butir_rtl};
use crate::component::lencana::lencana;
use crate::{Sample, Tone};
use maud::{Markup, html};

/// One column.
#[derive(Clone, Debug, Default)]
pub struct Lajur {
    /// `Terlambat`
    pub judul: String,
    pub nada: Tone,
    pub butir: Vec<ButirRtl>,
    /// How many more there are than are shown.
    pub lebih: usize,
}

pub fn papan(lajur: &[Lajur]) -> Markup {
    html! {
        div class="papan" {
            @for l in lajur {
                section aria-label=(l.judul) {
                    h2 { (l.judul) " " (lencana(l.nada, None, &(l.butir.len() + l.lebih).to_string())) }
                    div class="alur-rtl" { @for b in &l.butir { (butir_rtl(b)) } }
                    @if l.lebih > 0 { p class="redup" { (l.lebih) " lagi. Saring menurut penanggung jawab, atau unduh CSV." } }
                }
            }
        }
    }
}

pub fn samples() -> Vec<Sample> {
    let butir = |judul: &str| ButirRtl {
        judul: judul.into(),
        href: "#".into(),
        putusan: ("Terlambat".into(), Tone::Bahaya),
        pemilik: "Kabupaten Muara Tua".into(),
        tenggat: "30 Nov 2026 · 8 hari lalu".into(),
        catatan: "dieskalasi ke Kepala BKPSDM".into(),
        jejak: None,
    };
    let lajur = vec![
        Lajur { judul: "Terlambat".into(), nada: Tone::Bahaya, butir: vec![butir("Klinik berkas KP"), butir("Daftar jabatan kosong")], lebih: 3 },
        Lajur { judul: "Sesuai jadwal".into(), nada: Tone::Info, butir: vec![butir("Rekonsiliasi bulanan")], lebih: 0 },
    ];
    vec![Sample::new("papan", papan(&lajur))]
}
