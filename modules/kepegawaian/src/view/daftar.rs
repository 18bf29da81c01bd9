//! The list of people: saved views, the ruler of days, filters, a table that becomes cards on a phone.

use super::tabel::{Isi, KolomTampil, table};
use maud::{Markup, html};
use web::component::bilah_waktu::BilahWaktu;
use web::component::kosong::kosong;
use web::component::massal::massal;
use web::component::paging::Paging;
use web::component::panel::Panel;
use web::component::pilih_kolom::PilihKolom;
use web::component::predikat::Predikat;
use web::component::saring::Saring;
use web::component::tab::{Tab, tab};
use web::component::tombol::Tombol;
use web::{Frame, Icon, Tanggal, format, page};

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
    /// Which columns are shown, and the form that chooses them.
    pub columns: Vec<KolomTampil>,
    pub choose: PilihKolom,
    pub by_name: Urut,
    pub by_golongan: Urut,
    pub by_deadline: Urut,
    /// Order in words for the caption: `menurut nama`.
    pub order_words: String,
    pub rows: Vec<BarisPegawai>,
    pub paging: Paging,
    /// Address of the same list as a file; `None` when the person may not export.
    pub export_href: Option<String>,
    /// Where this list is kept under a name.
    pub save_href: String,
    /// Pairs the buttons below ticked rows send along: order, columns, clocks.
    pub keep: Vec<(String, String)>,
    /// One person beside the list.
    pub panel: Option<Panel>,
    /// The day looked at; distances to deadlines count from here.
    pub at: Tanggal,
}

/// One person in the list.
#[derive(Clone, Debug, Default)]
pub struct BarisPegawai {
    /// What ticking sends; also names the row on the page.
    pub id: String,
    /// 18 digits; also picks the avatar's hue.
    pub nip: String,
    /// With titles, as on the SK.
    pub name: String,
    /// `/pegawai/{id}` with the clocks of the list; `None` for somebody who has left the reader's circle.
    pub href: Option<String>,
    /// The list with this person beside it; `None` as above.
    pub panel_href: Option<String>,
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
    /// Value and small line of each further column, in the order of the page.
    pub more: Vec<(String, String)>,
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
            div class="aksi" {
                (Tombol::link("Simpan tampilan", view.save_href.as_str()).icon(Icon::Tambah))
                @if let Some(href) = &view.export_href { (Tombol::link("Unduh daftar", href.as_str()).icon(Icon::Unduh)) }
            }
        }
        @if !view.views.is_empty() { (tab("Tampilan tersimpan", &view.views)) }
        @if let Some(ruler) = &view.ruler { (ruler) }
        div id="daftar" {
            div class="saring-kolom" { (filter) (view.choose) }
            @if view.rows.is_empty() { (empty(view)) } @else { (ticked(view)) (view.paging) }
            @if let Some(panel) = &view.panel { (panel) }
        }
    };
    page(frame, body)
}

/// The table, and what may be done with its ticked rows.
fn ticked(view: &DaftarView) -> Markup {
    let isi = Isi {
        caption: format!("{} pegawai, diurutkan {}", format::angka(view.matches), view.order_words),
        columns: &view.columns,
        rows: &view.rows,
        at: view.at,
        sort: [&view.by_name, &view.by_golongan, &view.by_deadline],
        beside: true,
    };
    let mut buttons = vec![Tombol::submit("Cetak")];
    if view.export_href.is_some() {
        buttons.push(Tombol::submit("Ekspor terpilih").formaction("/ekspor/terpilih.csv"));
    }
    massal("/pegawai/cetak", &view.keep, table(&isi), &buttons)
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
