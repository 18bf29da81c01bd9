//! A rakor read across: agenda, point agreed, request, follow-up with the figure it is bound to; and the
//! figures themselves with the day of the rakor and the target.

use crate::{Icon, Sample, Tone, component::lencana::lencana, icon_small};
use maud::{Markup, html};

/// A measured figure over time: values as they are drawn, oldest first, with what a reader is told.
#[derive(Clone, Debug, Default)]
pub struct Jejak {
    pub label: String,
    /// Where the figure is explained; empty for none.
    pub href: String,
    /// `2.552`
    pub awal: String,
    /// `1.912`; `belum terukur` when it cannot be measured.
    pub kini: String,
    /// `500`; empty for none.
    pub sasaran: String,
    /// Points: days since any day, value in hundredths.
    pub titik: Vec<(i32, i64)>,
    /// The day of the rakor on that scale, and its words.
    pub rakor: Option<(i32, String)>,
    /// The target in hundredths.
    pub garis: Option<i64>,
}

/// A follow-up on the way.
#[derive(Clone, Debug, Default)]
pub struct ButirRtl {
    pub judul: String,
    pub href: String,
    /// The answer and its tone.
    pub putusan: (String, Tone),
    pub pemilik: String,
    /// `31 Des 2026 · 23 hari lagi`
    pub tenggat: String,
    /// More to know: `dieskalasi ke Sekda`; may be empty.
    pub catatan: String,
    pub jejak: Option<Jejak>,
}

/// A request on the way.
#[derive(Clone, Debug, Default)]
pub struct Saran {
    pub teks: String,
    pub kepada: String,
    pub keadaan: (String, Tone),
}

/// A point and what follows from it.
#[derive(Clone, Debug, Default)]
pub struct Untai {
    /// `R-1`
    pub nomor: String,
    /// `disepakati 12/12`
    pub sepakat: String,
    pub teks: String,
    pub saran: Vec<Saran>,
    pub rtl: Vec<ButirRtl>,
    /// It only informs.
    pub informasi: bool,
}

/// An item of the agenda.
#[derive(Clone, Debug, Default)]
pub struct Acara {
    pub pukul: String,
    /// `Agenda 2`
    pub nomor: String,
    pub judul: String,
    pub catatan: String,
    pub untai: Vec<Untai>,
}

pub fn alur(acara: &[Acara]) -> Markup {
    html! {
        section aria-label="Alur rumusan ke tindak lanjut" {
            div class="alur-kepala" aria-hidden="true" {
                span { b { "Rumusan" } "disepakati peserta" }
                span { b { "Rekomendasi" } "ke pihak di luar rakor" }
                span { b { "Rencana tindak lanjut" } "penanggung jawab, tenggat, indikator terikat" }
            }
            div class="alur" {
                @for a in acara {
                    h2 class="alur-agenda" {
                        @if !a.pukul.is_empty() { time { (a.pukul) } }
                        b { (a.nomor) } (a.judul)
                        @if !a.catatan.is_empty() { (lencana(Tone::Netral, None, &a.catatan)) }
                    }
                    @for u in &a.untai { (untai(u)) }
                }
            }
        }
    }
}

fn untai(u: &Untai) -> Markup {
    html! {
        div class="untai" {
            div class="alur-rumus" {
                div class="no" { (u.nomor) span { (u.sepakat) } }
                p { (u.teks) }
            }
            @if u.saran.is_empty() {
                div class="alur-saran kosong" { "Tanpa rekomendasi ke luar." }
            } @else {
                div { @for s in &u.saran {
                    div class="alur-saran" {
                        p { (s.teks) }
                        small { "kepada " b { (s.kepada) } " " (lencana(s.keadaan.1, None, &s.keadaan.0)) }
                    }
                } }
            }
            @if u.rtl.is_empty() {
                div class="alur-saran kosong" {
                    @if u.informasi { "Informasi saja." } @else { "Belum ada tindak lanjut." }
                }
            } @else {
                div class="alur-rtl" { @for r in &u.rtl { (butir_rtl(r)) } }
            }
        }
    }
}

/// One follow-up as a card.
pub fn butir_rtl(r: &ButirRtl) -> Markup {
    html! {
        article {
            h3 { a href=(r.href) { (r.judul) } }
            (lencana(r.putusan.1, None, &r.putusan.0))
            div class="bar" {
                span { (r.pemilik) }
                span { (icon_small(Icon::Jam)) (r.tenggat) }
                @if !r.catatan.is_empty() { span { (r.catatan) } }
            }
            @if let Some(j) = &r.jejak {
                div class="ikat" {
                    span { (j.label) " " b { (j.awal) " → " (j.kini) } @if !j.sasaran.is_empty() { " target " (j.sasaran) } }
                    (percik(j))
                }
            }
        }
    }
}

/// Figures with the day of the rakor and the target: "did this rakor change the numbers?"
pub fn dampak(jejak: &[Jejak]) -> Markup {
    html! {
        ul class="dampak" {
            @for j in jejak {
                li {
                    div class="kop" {
                        @if j.href.is_empty() { span { (j.label) } } @else { a href=(j.href) { (j.label) } }
                        b { (j.kini) }
                    }
                    (besar(j))
                    div class="kaki" {
                        span { "saat rakor " (j.awal) }
                        @if !j.sasaran.is_empty() { span { "target " (j.sasaran) } }
                    }
                }
            }
        }
    }
}

/// Where everything is drawn: a scale for days and one for values, the target within it.
struct Skala {
    days: (i32, i32),
    values: (i64, i64),
    size: (f64, f64),
}

impl Skala {
    fn new(j: &Jejak, size: (f64, f64)) -> Option<Skala> {
        let rakor = j.rakor.as_ref().map(|r| r.0);
        let days = j.titik.iter().map(|t| t.0).chain(rakor);
        let values = j.titik.iter().map(|t| t.1).chain(j.garis);
        let days = (days.clone().min()?, days.max()?);
        let values = (values.clone().min()?, values.max()?);
        (!j.titik.is_empty()).then_some(Skala { days, values, size })
    }

    fn x(&self, day: i32) -> f64 {
        let span = f64::from((self.days.1 - self.days.0).max(1));
        4.0 + (self.size.0 - 8.0) * f64::from(day - self.days.0) / span
    }

    fn y(&self, value: i64) -> f64 {
        let span = (self.values.1 - self.values.0).max(1) as f64;
        self.size.1 - 4.0 - (self.size.1 - 8.0) * (value - self.values.0) as f64 / span
    }

    fn path(&self, j: &Jejak) -> String {
        let points = j.titik.iter().enumerate();
        let step = |(n, t): (usize, &(i32, i64))| {
            format!("{}{:.1} {:.1}", if n == 0 { 'M' } else { 'L' }, self.x(t.0), self.y(t.1))
        };
        points.map(step).collect()
    }
}

fn percik(j: &Jejak) -> Markup {
    let Some(s) = Skala::new(j, (104.0, 24.0)).filter(|_| j.titik.len() > 1) else { return html! {} };
    html! {
        svg class="percik" viewBox="0 0 104 24" aria-hidden="true" {
            path d=(s.path(j)) {}
            @if let Some(t) = j.titik.last() { circle cx=(format!("{:.1}", s.x(t.0))) cy=(format!("{:.1}", s.y(t.1))) r="2.5" {} }
        }
    }
}

fn besar(j: &Jejak) -> Markup {
    let Some(s) = Skala::new(j, (280.0, 50.0)) else {
        return html! { p class="redup" { "Belum ada angka untuk digambar." } };
    };
    let mut said = format!("{}: {} saat rakor, kini {}", j.label, j.awal, j.kini);
    if !j.sasaran.is_empty() {
        said.push_str(&format!(", target {}", j.sasaran));
    }
    let at = |v: f64| format!("{v:.1}");
    html! {
        svg class="gambar-angka" viewBox="0 0 280 64" role="img" aria-label=(said) {
            @if let Some(goal) = j.garis { line class="sasaran" x1="0" x2="280" y1=(at(s.y(goal))) y2=(at(s.y(goal))) {} }
            @if let Some((day, words)) = &j.rakor {
                line class="rakor" x1=(at(s.x(*day))) x2=(at(s.x(*day))) y1="2" y2="52" {}
                text x=(at(s.x(*day).clamp(40.0, 240.0))) y="62" text-anchor="middle" { (words) }
            }
            path d=(s.path(j)) {}
            @if let Some(t) = j.titik.last() { circle cx=(at(s.x(t.0))) cy=(at(s.y(t.1))) r="3" {} }
        }
    }
}

pub fn samples() -> Vec<Sample> {
    let jejak = Jejak {
        label: "Beda data dengan SIASN".into(),
        href: "#".into(),
        awal: "2.552".into(),
        kini: "1.912".into(),
        sasaran: "500".into(),
        titik: vec![(0, 320_000), (30, 300_000), (60, 255_200), (95, 191_200)],
        rakor: Some((60, "rakor 19 Agu".into())),
        garis: Some(50_000),
    };
    let rtl = ButirRtl {
        judul: "Rekonsiliasi bulanan di 11 kab/kota".into(),
        href: "#".into(),
        putusan: ("Sesuai jadwal".into(), Tone::Info),
        pemilik: "BKPSDM Kab. Muara Tua".into(),
        tenggat: "31 Des 2026 · 23 hari lagi".into(),
        catatan: String::new(),
        jejak: Some(jejak.clone()),
    };
    let saran = Saran {
        teks: "Minta BKN membuka unduhan massal riwayat jabatan.".into(),
        kepada: "Kepala BKN".into(),
        keadaan: ("dijawab 9 Okt".into(), Tone::Info),
    };
    let satu = Untai {
        nomor: "R-1".into(),
        sepakat: "disepakati 12/12".into(),
        teks: "Data disamakan dengan SIASN setiap bulan.".into(),
        saran: vec![saran],
        rtl: vec![rtl],
        informasi: false,
    };
    let acara = Acara {
        pukul: "09.30".into(),
        nomor: "Agenda 2".into(),
        judul: "Sinkronisasi data".into(),
        catatan: String::new(),
        untai: vec![satu, Untai { nomor: "R-2".into(), informasi: true, ..Untai::default() }],
    };
    let kosong = Jejak { label: "20 JP".into(), kini: "belum terukur".into(), awal: "belum terukur".into(), ..Jejak::default() };
    vec![Sample::new("alur", alur(&[acara])), Sample::new("dampak", dampak(&[jejak, kosong]))]
}
