//! Units beside what people are counted by; every figure the door to its people.

use super::{filtered, head};
use maud::{Markup, Render, html};
use web::component::formulir::Ruas;
use web::component::kosong::kosong;
use web::component::lembar::Lembar;
use web::component::saring::{Pilihan, Saring};
use web::component::tab::{Tab, tab};
use web::component::tabel::{Baris, Kolom, Phone, Tabel};
use web::component::tombol::Tombol;
use web::{Frame, Icon, format, page};

/// A figure and the list of its people.
pub type Angka = (u64, Option<String>);

/// One unit.
#[derive(Clone, Debug, Default)]
pub struct BarisRekap {
    pub label: String,
    pub cells: Vec<Angka>,
    pub total: Angka,
}

/// The matrix with its sums.
#[derive(Clone, Debug, Default)]
pub struct Matriks {
    pub columns: Vec<String>,
    pub rows: Vec<BarisRekap>,
    pub sum: BarisRekap,
}

/// The page `/rekap`.
#[derive(Clone, Debug)]
pub struct RekapView {
    pub lembar: Lembar,
    pub filter: Saring,
    /// The days to choose from; its value is the one looked at.
    pub days: Pilihan,
    /// Query pairs the choice of a day keeps.
    pub keep: Vec<(String, String)>,
    /// What the matrix may be by.
    pub tabs: Vec<Tab>,
    pub table: Matriks,
    /// Units left out; they stand in the file.
    pub hidden: usize,
    pub xlsx_href: String,
}

pub fn rekap(frame: &Frame, view: &RekapView) -> Markup {
    let total = view.table.sum.total.0;
    let words = html! { span class="angka" { (format::angka(total)) } " pegawai aktif" };
    let list = html! {
        @if total == 0 {
            (kosong(Icon::Lapis, "Belum ada pegawai aktif pada tanggal ini", "Pilih akhir semester atau unit lain.", None))
        } @else {
            (table(view))
            @if view.hidden > 0 { p class="badan redup" { "dan " (format::angka(view.hidden as u64)) " unit lain; semuanya ada pada berkas XLSX" } }
        }
    };
    let body = html! {
        (head("Rekapitulasi pegawai", &view.lembar, &words, None, Some(&view.xlsx_href)))
        (days(view))
        (tab("Direkap menurut", &view.tabs))
        (filtered(&view.filter, &list))
    };
    page(frame, view.lembar.around(body))
}

fn days(view: &RekapView) -> Markup {
    let field = Ruas::choice(&view.days.name, &view.days.label, view.days.options.clone())
        .id("per-tanggal")
        .value(&view.days.value);
    html! {
        form class="badan pilih-hari cetak-sembunyi" method="get" action="/rekap" {
            @for (name, value) in &view.keep { input type="hidden" name=(name) value=(value); }
            (field)
            (Tombol::submit("Lihat").context("keadaan per tanggal itu"))
        }
    }
}

fn table(view: &RekapView) -> Markup {
    let caption = format!("{} per {}", view.lembar.title, view.lembar.at.long());
    drawn(caption, "Unit", &view.table)
}

/// A matrix with its sums; `what` heads the first column.
pub fn drawn(caption: String, what: &str, table: &Matriks) -> Markup {
    let mut columns = vec![Kolom::new(what).phone(Phone::Full).class("kata")];
    columns.extend(table.columns.iter().map(|c| Kolom::new(c).numeric().class("utas")));
    columns.push(Kolom::new("Jumlah").numeric().class("utas"));
    let rows = table.rows.iter().chain([&table.sum]).map(|r| row(r, &table.columns)).collect();
    Tabel { caption, columns, rows, compact: true, ..Tabel::default() }.render()
}

fn row(r: &BarisRekap, columns: &[String]) -> Baris {
    let labels = columns.iter().map(String::as_str).chain(["jumlah"]);
    let mut cells = vec![html! { (r.label) }];
    cells.extend(
        r.cells.iter().chain([&r.total]).zip(labels).map(|(angka, label)| cell(angka, &r.label, label)),
    );
    Baris::new(cells)
}

fn cell((value, href): &Angka, unit: &str, column: &str) -> Markup {
    html! {
        @match href {
            Some(href) if *value > 0 => a class="angka" href=(href) { (format::angka(*value)) span class="sr" { " pegawai, " (unit) ", " (column) } },
            _ if *value == 0 => span class="redup" { "–" },
            _ => span class="angka" { (format::angka(*value)) },
        }
    }
}
