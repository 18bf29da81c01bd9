//! `Yang perlu dibereskan`: which kinds of fault, how many, what they cost the index, and the best next step.

use super::indeks::{Dimensi, indeks};
use super::{skor, skor_naik};
use maud::{Markup, Render, html};
use web::component::angka_utama::{AngkaUtama, angka_utama};
use web::component::kabar::Kabar;
use web::component::keadaan::Blok;
use web::component::kosong::kosong;
use web::component::meter::meter;
use web::component::saring::Saring;
use web::component::tabel::{Baris, Kolom, Phone, Tabel};
use web::component::tanggal::waktu;
use web::component::temuan::{Bobot, bobot};
use web::component::tombol::Tombol;
use web::{Frame, Icon, Tanggal, Tone, format, page};

/// The page `/perbaikan`.
#[derive(Clone, Debug)]
pub struct PerluDibereskanView {
    /// The day looked at.
    pub at: Tanggal,
    /// Made with `Saring::of` over `unit` and `bobot`; count and noun are set here.
    pub filter: Saring,
    /// The figures, or why they are not there.
    pub temuan: Blok<Temuan>,
    /// All kinds and all perangkat daerah as one archive: `/perbaikan/unduh.zip`; `None` when the person may not export.
    pub zip_href: Option<String>,
    /// All kinds of the perangkat daerah chosen as a workbook; `None` when none is chosen or the person may not export.
    pub opd_href: Option<String>,
}

/// What was counted.
#[derive(Clone, Debug, Default)]
pub struct Temuan {
    /// Active people the shares are of; 0 is an empty register.
    pub population: u64,
    /// People with at least one finding.
    pub people: u64,
    /// The estimate; `None` when nothing of the index can be measured.
    pub ikd: Option<PerkiraanIkd>,
    /// Kinds with at least one row, in the order chosen by the caller: what helps the index most first.
    pub kinds: Vec<JenisTemuan>,
    /// Kinds looked at without any row.
    pub clean_kinds: u64,
}

/// The estimate of BKN's data-quality index.
#[derive(Clone, Debug)]
pub struct PerkiraanIkd {
    /// In hundredths: 7843 is shown as 78,4.
    pub score: u32,
    /// Indicators with a source, and all of them.
    pub measured: u32,
    /// Indicators of the index.
    pub indicators: u32,
    /// What repairing one kind would bring; `None` when nothing is left.
    pub best: Option<LangkahTerbaik>,
    /// The index in parts.
    pub dimensions: Vec<Dimensi>,
}

/// The kind whose repair lifts the estimate most.
#[derive(Clone, Debug)]
pub struct LangkahTerbaik {
    /// `NIK kosong, salah, atau belum tervalidasi`
    pub label: String,
    /// Rows to repair.
    pub rows: u64,
    /// The estimate afterwards, in hundredths.
    pub score: u32,
    /// `/perbaikan/{kode}`
    pub href: String,
}

/// One kind of finding.
#[derive(Clone, Debug)]
pub struct JenisTemuan {
    /// Permanent public code: `DATA-11`.
    pub code: String,
    /// `NIK kosong, salah, atau belum tervalidasi`
    pub label: String,
    /// Why it matters, in one sentence.
    pub why: String,
    /// How grave.
    pub weight: Bobot,
    /// Rows with the finding.
    pub count: u64,
    /// How many the check looks at.
    pub population: u64,
    /// Who they are: `pegawai aktif`, `PNS dan CPNS aktif`.
    pub looked_at: &'static str,
    /// What repairing all of them adds to the estimate, in hundredths; `None` when outside the index.
    pub gain: Option<u32>,
    /// `/perbaikan/{kode}` with the filters.
    pub href: String,
    /// The people by perangkat daerah: `/perbaikan/{kode}#unduh`.
    pub per_opd_href: String,
    /// `/perbaikan/{kode}/unduh.xlsx?opd=`; `None` when the person may not export.
    pub xlsx_href: Option<String>,
}

/// The page `/perbaikan`.
pub fn perlu_dibereskan(frame: &Frame, view: &PerluDibereskanView) -> Markup {
    let body = html! {
        div class="kepala" {
            div { h1 { "Yang perlu dibereskan" } p { (summary(view)) } }
            @if view.temuan.value().is_some_and(|t| !t.kinds.is_empty()) {
                div class="aksi" {
                    @if let Some(href) = &view.opd_href { (Tombol::link("Unduh perangkat daerah ini (XLSX)", href.as_str()).icon(Icon::Unduh)) }
                    @if let Some(href) = &view.zip_href { (Tombol::link("Unduh semua (ZIP)", href.as_str()).icon(Icon::Unduh)) }
                }
            }
        }
        (view.temuan.draw(|t| content(view, t)))
    };
    page(frame, body)
}

fn summary(view: &PerluDibereskanView) -> Markup {
    html! {
        @if let Some(t) = view.temuan.value().filter(|t| t.population > 0) {
            (format::angka(t.people)) " dari " (format::angka(t.population)) " pegawai aktif · keadaan per "
        } @else { "Keadaan per " }
        (waktu(view.at))
    }
}

fn content(view: &PerluDibereskanView, t: &Temuan) -> Markup {
    if t.population == 0 && view.filter.clear_href.is_none() {
        let way = Tombol::link("Impor data", "/impor").primary();
        return kosong(
            Icon::Unggah,
            "Belum ada data untuk diperiksa",
            "Pemeriksaan berjalan sendiri sesudah nominatif SIASN diimpor.",
            Some(way),
        );
    }
    let mut filter = view.filter.clone();
    filter.count = Some(t.kinds.iter().map(|k| k.count).sum());
    filter.noun = format!("temuan dari {} jenis", t.kinds.len());
    html! {
        @if let Some(ikd) = &t.ikd { (headline(ikd, view.at)) }
        (filter)
        @if t.kinds.is_empty() { (nothing(view)) } @else {
            (table(t))
            @if t.clean_kinds > 0 { p class="badan redup" { (format::angka(t.clean_kinds)) " jenis pemeriksaan lain tidak menemukan apa-apa." } }
        }
        @if let Some(ikd) = &t.ikd { (indeks(ikd, view.at)) }
    }
}

/// The answer first: where the index stands, and the one step that helps most.
fn headline(ikd: &PerkiraanIkd, at: Tanggal) -> Markup {
    let coverage = format!("{} dari {} indikator", ikd.measured, ikd.indicators);
    let mut figures = vec![AngkaUtama {
        label: "IKD perkiraan".into(),
        value: skor(ikd.score),
        note: format!("per {} · {coverage}", at.short()),
        href: Some("#indeks".into()),
        ..AngkaUtama::default()
    }];
    figures.extend(ikd.dimensions.iter().map(|d| AngkaUtama {
        label: d.name.clone(),
        value: d.score.map_or_else(|| "–".to_owned(), skor),
        note: format!("bobot {}", format::persen(u64::from(d.weight), 10_000))
            + if d.score.is_none() { " · belum ada sumber" } else { "" },
        ..AngkaUtama::default()
    }));
    html! {
        (angka_utama("Perkiraan Indeks Kualitas Data", &figures))
        div class="kilat" {
            @match &ikd.best {
                Some(best) => (Kabar::new(Tone::Info, &format!("IKD perkiraan {} bila {} baris ini diperbaiki: {}.", skor_naik(ikd.score, best.score), format::angka(best.rows), best.label))
                    .body(html! { "Dihitung dari " (coverage) "; sisanya belum ada sumber. Angka resmi BKN dapat berbeda." })
                    .action(&format!("Lihat {} baris", format::angka(best.rows)), &best.href)),
                None => (Kabar::new(Tone::Ok, &format!("IKD perkiraan {}.", skor(ikd.score))).body(html! { "Tidak ada perbaikan yang menaikkan angka ini. Dihitung dari " (coverage) "; sisanya belum ada sumber." })),
            }
        }
    }
}

fn nothing(view: &PerluDibereskanView) -> Markup {
    match &view.filter.clear_href {
        Some(clear) => kosong(
            Icon::Cek,
            "Tidak ada yang perlu dibereskan dengan saringan ini",
            "Perangkat daerah atau bobot lain mungkin masih punya temuan.",
            Some(Tombol::link("Hapus semua saringan", clear.as_str()).small()),
        ),
        None => kosong(
            Icon::Cek,
            "Tidak ada yang perlu dibereskan",
            "Semua pemeriksaan lulus pada tanggal ini. Temuan baru muncul di sini sesudah impor berikutnya.",
            None,
        ),
    }
}

fn table(t: &Temuan) -> Markup {
    let gains = t.kinds.iter().any(|k| k.gain.is_some());
    let exports = t.kinds.iter().any(|k| k.xlsx_href.is_some());
    let mut columns = vec![
        Kolom::new("Temuan").phone(Phone::Full),
        Kolom::new("Bobot").phone(Phone::Left).class("utas"),
        Kolom::new("Baris").numeric().phone(Phone::Right).class("utas"),
        Kolom::new("Bagian").phone(Phone::Hidden).class("utas"),
    ];
    if gains {
        columns.push(Kolom::new("IKD bila beres").numeric().class("utas"));
    }
    columns.push(Kolom::new("Perangkat daerah").phone(Phone::Left).class("utas"));
    if exports {
        columns.push(Kolom::new("Berkas").phone(Phone::Right).class("utas"));
    }
    Tabel {
        caption: "Jenis temuan, yang paling menaikkan IKD di atas".into(),
        columns,
        rows: t.kinds.iter().map(|k| row(k, gains, exports)).collect(),
        ..Tabel::default()
    }
    .render()
}

fn row(k: &JenisTemuan, gains: bool, exports: bool) -> Baris {
    let tone = match k.weight {
        Bobot::Berat => Tone::Bahaya,
        Bobot::Meragukan => Tone::Awas,
        Bobot::Catatan => Tone::Netral,
    };
    let mut cells = vec![
        html! { span class="dua" { a href=(k.href) { (k.label) } small { (k.why) } } },
        bobot(k.weight),
        html! { (format::angka(k.count)) span class="hp-saja" { " baris" } },
        html! {
            span class="dua" {
                // A few of many are not nobody: the share never rounds down to nothing.
                @if k.count > 0 && k.count * 2_000 < k.population { span { "kurang dari 0,1%" } }
                @else { (meter(k.count, k.population, tone)) }
                small { "dari " (format::angka(k.population)) " " (k.looked_at) }
            }
        },
    ];
    if gains {
        cells.push(html! { @match k.gain { Some(g) if g >= 5 => { "+" (skor(g)) }, Some(_) => "kurang dari 0,1", None => span class="redup" { "di luar IKD" } } });
    }
    cells.push(
        html! { a href=(k.per_opd_href) { "Lihat" span class="hp-saja" { " per perangkat daerah" } span class="sr" { " menurut perangkat daerah: " (k.label) } } },
    );
    if exports {
        cells.push(html! { @if let Some(href) = &k.xlsx_href { a href=(href) { "XLSX" span class="sr" { ": " (k.label) } } } });
    }
    Baris::new(cells)
}
