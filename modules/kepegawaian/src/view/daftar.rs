//! The list of people: saved views, the ruler of days, filters, a table that becomes cards on a phone.

use maud::{Markup, Render, html};
use web::component::avatar::avatar;
use web::component::bilah_waktu::BilahWaktu;
use web::component::kosong::kosong;
use web::component::lencana::lencana;
use web::component::paging::Paging;
use web::component::predikat::{Predikat, predikat};
use web::component::saring::Saring;
use web::component::tab::{Tab, tab};
use web::component::tabel::{Baris, Kolom, Phone, Tabel};
use web::component::tanggal::{tgl, waktu};
use web::component::tombol::Tombol;
use web::{Frame, Icon, Tanggal, Tone, format, page};

/// Sorting of one column: the address that sorts by it (or turns its direction), and whether it is in force.
#[derive(Clone, Debug, Default)]
pub struct Urut {
    /// `None`: this list cannot be sorted by the column.
    pub href: Option<String>,
    /// `Some(true)` ascending, `Some(false)` descending, `None` not the order in force.
    pub ascending: Option<bool>,
}

#[derive(Clone, Debug)]
pub struct DaftarView {
    /// People who match the filters on the day looked at.
    pub matches: u64,
    /// Perangkat daerah these people work in; `None` when not counted.
    pub units: Option<u64>,
    /// When the list was last brought up to date: `06.10 WIB`; `None` when it is always current.
    pub refreshed: Option<String>,
    /// Open findings among these people and the address of their list; shown only above zero.
    pub findings: Option<(u64, String)>,
    /// Saved views with their counts; empty leaves the row out.
    pub views: Vec<Tab>,
    /// The ruler; `None` leaves it out.
    pub ruler: Option<BilahWaktu>,
    /// Made with `Saring::of`; `count`, `noun` and `swap` are set here.
    pub filter: Saring,
    pub by_name: Urut,
    pub by_golongan: Urut,
    pub by_deadline: Urut,
    /// Order in words for the caption: `menurut nama`.
    pub order_words: String,
    pub rows: Vec<BarisPegawai>,
    pub paging: Paging,
    /// Address of the same list as a file; `None` when the person may not export.
    pub export_href: Option<String>,
    /// The day looked at; distances to deadlines count from here.
    pub at: Tanggal,
}

/// One person in the list.
#[derive(Clone, Debug, Default)]
pub struct BarisPegawai {
    /// 18 digits; also picks the avatar's hue.
    pub nip: String,
    /// With titles, as on the SK.
    pub name: String,
    /// `/pegawai/{id}` with the clocks of the list; `None` for somebody who has left the reader's circle.
    pub href: Option<String>,
    /// Empty when not known: then said so.
    pub jabatan: String,
    pub unit: String,
    /// `III/d`, or `IX` for PPPK; empty when not known.
    pub golongan: String,
    pub golongan_tmt: Option<Tanggal>,
    /// `PNS`, `CPNS`, `PPPK`, `PPPK paruh waktu`
    pub status: String,
    /// `Aktif`, `CLTN`, `Tugas belajar`, …; empty where it only repeats the status.
    pub kedudukan: String,
    /// Three years, oldest first; a year without a rating is `None`.
    pub predikat: Vec<(i32, Option<Predikat>)>,
    /// Next limit in time; the column is left out when nobody has one.
    pub deadline: Option<Batas>,
    /// Why there is none by its nature: `bukan ASN`; may be empty.
    pub no_deadline: &'static str,
    /// Open findings about this person, and whether one of them is grave.
    pub findings: u32,
    pub grave: bool,
}

/// `Pensiun`, `Akhir perjanjian kerja`, `KGB` and its day.
#[derive(Clone, Debug)]
pub struct Batas {
    pub event: String,
    pub date: Tanggal,
}

pub fn daftar(frame: &Frame, view: &DaftarView) -> Markup {
    let mut filter = view.filter.clone();
    filter.count = Some(view.matches);
    filter.noun = "pegawai".to_owned();
    filter.swap = Some("#daftar");
    let body = html! {
        div class="kepala" {
            div { h1 { "Data Pegawai" } p { (summary(view)) } }
            @if let Some(href) = &view.export_href {
                div class="aksi" { (Tombol::link("Unduh daftar", href.as_str()).icon(Icon::Unduh)) }
            }
        }
        @if !view.views.is_empty() { (tab("Tampilan tersimpan", &view.views)) }
        @if let Some(ruler) = &view.ruler { (ruler) }
        div id="daftar" {
            (filter)
            @if view.rows.is_empty() { (empty(view)) } @else { (table(view)) (view.paging) }
        }
    };
    page(frame, body)
}

fn summary(view: &DaftarView) -> Markup {
    html! {
        span class="angka" { (format::angka(view.matches)) } " pegawai"
        @if let Some(units) = view.units { " di " (format::angka(units)) " perangkat daerah" }
        @if let Some(time) = &view.refreshed { " · disegarkan " (time) }
        @if let Some((n, href)) = view.findings.as_ref().filter(|(n, _)| *n > 0) {
            " · " a href=(href) { (format::angka(*n)) " temuan pada data" }
        }
    }
}

fn empty(view: &DaftarView) -> Markup {
    match (&view.filter.clear_href, view.filter.query.is_empty()) {
        (Some(clear), searched) => {
            let title = if searched {
                "Tidak ada pegawai dengan saringan ini".to_owned()
            } else {
                format!("Tidak ada pegawai yang cocok dengan \"{}\"", view.filter.query)
            };
            let way = Tombol::link("Hapus semua saringan", clear.as_str()).small();
            kosong(Icon::Cari, &title, "Periksa ejaan, cari dengan NIP, atau kurangi saringan.", Some(way))
        }
        (None, _) => kosong(
            Icon::Orang,
            "Belum ada pegawai pada tanggal ini",
            "Data pegawai muncul di sini setelah diimpor atau dicatat dari SK.",
            Some(Tombol::link("Impor data", "/impor").small()),
        ),
    }
}

fn table(view: &DaftarView) -> Markup {
    let deadlines = view.rows.iter().any(|r| r.deadline.is_some());
    let sorted = |c: Kolom, u: &Urut| c.sort(u.href.clone(), u.ascending);
    let mut columns = vec![
        sorted(Kolom::new("Nama & NIP").phone(Phone::Full), &view.by_name),
        Kolom::new("Jabatan & unit").phone(Phone::Left).class("sempit"),
        sorted(Kolom::new("Gol./TMT").phone(Phone::Right).class("utas"), &view.by_golongan),
        Kolom::new("Status").phone(Phone::Left).class("utas"),
        Kolom::new(&years(view)).phone(Phone::Right),
    ];
    if deadlines {
        columns
            .push(sorted(Kolom::new("Batas berikutnya").phone(Phone::Left).class("utas"), &view.by_deadline));
    }
    columns.push(Kolom::new("Temuan").phone(Phone::Right).class("utas"));
    Tabel {
        caption: format!("{} pegawai, diurutkan {}", format::angka(view.matches), view.order_words),
        columns,
        rows: view.rows.iter().map(|r| row(r, view.at, deadlines)).collect(),
        ..Tabel::default()
    }
    .render()
}

/// `Predikat 23–25`, from the years of the first row.
fn years(view: &DaftarView) -> String {
    let list = view.rows.first().map_or(&[][..], |r| r.predikat.as_slice());
    match (list.first(), list.last()) {
        (Some((a, _)), Some((b, _))) => format!("Predikat {:02}–{:02}", a % 100, b % 100),
        _ => "Predikat".to_owned(),
    }
}

fn row(r: &BarisPegawai, at: Tanggal, deadlines: bool) -> Baris {
    let known = |text: &str| html! { @if text.is_empty() { span class="redup" { "belum diketahui" } } @else { (text) } };
    let mut cells = vec![
        html! {
            span class="orang" {
                (avatar(&r.name, &r.nip))
                span class="dua" {
                    @match &r.href { Some(href) => a href=(href) { (r.name) }, None => span { (r.name) } }
                    small class="angka" { (format::nip(&r.nip)) }
                }
            }
        },
        html! { span class="dua" { span title=(r.jabatan) { (known(&r.jabatan)) } small title=(r.unit) { (known(&r.unit)) } } },
        html! { span class="dua" { span { (known(&r.golongan)) } @if let Some(d) = r.golongan_tmt { small { (waktu(d)) } } } },
        html! { span class="dua sebaris" { span { (r.status) } @if !r.kedudukan.is_empty() { small { (r.kedudukan) } } } },
        html! { @if !r.predikat.is_empty() { (predikat(&r.predikat)) } },
    ];
    if deadlines {
        cells.push(html! {
            @if let Some(b) = &r.deadline { (tgl(&b.event, b.date, at)) }
            @else if !r.no_deadline.is_empty() { span class="dua" { span { "–" } small { (r.no_deadline) } } }
        });
    }
    cells.push(findings(r));
    Baris::new(cells)
}

fn findings(r: &BarisPegawai) -> Markup {
    let words = format!("{} temuan", r.findings);
    html! {
        @match (r.findings, r.grave) {
            (0, _) => {},
            (_, true) => (lencana(Tone::Bahaya, Some(Icon::Awas), &words)),
            (_, false) => (lencana(Tone::Awas, Some(Icon::Awas), &words)),
        }
    }
}
