//! The table of the list: one column after the other, as chosen.

use super::daftar::{BarisPegawai, Urut};
use maud::{Markup, Render, html};
use web::component::avatar::avatar;
use web::component::lencana::lencana;
use web::component::predikat::predikat;
use web::component::tabel::{Baris, Kolom, Phone, Tabel};
use web::component::tanggal::{tgl, waktu};
use web::{Icon, Tanggal, Tone, format, icon_small};

/// What stands in a column beside name and NIP.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Isian {
    Jabatan,
    Golongan,
    Status,
    Predikat,
    Batas,
    Temuan,
    /// The next of [`BarisPegawai::more`].
    Lain,
}

/// A column and its head.
pub type KolomTampil = (Isian, &'static str);

/// What a table is made from.
pub struct Isi<'v> {
    pub caption: String,
    pub columns: &'v [KolomTampil],
    pub rows: &'v [BarisPegawai],
    /// Distances count from here.
    pub at: Tanggal,
    /// By name, golongan, limit in time.
    pub sort: [&'v Urut; 3],
    /// Rows can be ticked and told beside the list.
    pub beside: bool,
}

pub fn table(isi: &Isi<'_>) -> Markup {
    // Nobody with a limit in time: a column of nothing.
    let deadlines = isi.rows.iter().any(|r| r.deadline.is_some());
    let shown = isi.columns.iter().copied().filter(|k| k.0 != Isian::Batas || deadlines);
    let shown: Vec<KolomTampil> = shown.collect();
    let mut columns = vec![sorted(Kolom::new("Nama & NIP").phone(Phone::Full), isi.sort[0])];
    columns.extend(shown.iter().map(|k| head(isi, *k)));
    if isi.beside {
        columns.push(Kolom::new("Ringkasan").phone(Phone::Right).class("ringkas").silent());
    }
    Tabel {
        caption: isi.caption.clone(),
        columns,
        rows: isi.rows.iter().map(|r| row(r, isi, &shown)).collect(),
        pickable: isi.beside,
        ..Tabel::default()
    }
    .render()
}

fn sorted(column: Kolom, by: &Urut) -> Kolom {
    column.sort(by.href.clone(), by.ascending)
}

fn head(isi: &Isi<'_>, (column, label): KolomTampil) -> Kolom {
    let (place, class) = match column {
        // Paper has no way to show what an ellipsis hides.
        Isian::Jabatan => (Phone::Left, if isi.beside { "sempit" } else { "" }),
        Isian::Golongan | Isian::Temuan => (Phone::Right, "utas"),
        Isian::Status | Isian::Batas => (Phone::Left, "utas"),
        Isian::Predikat => (Phone::Right, ""),
        Isian::Lain => (Phone::Labelled, "utas"),
    };
    let head = if column == Isian::Predikat { years(isi.rows) } else { label.to_owned() };
    let head = Kolom::new(&head).phone(place).class(class);
    match column {
        Isian::Golongan => sorted(head, isi.sort[1]),
        Isian::Batas => sorted(head, isi.sort[2]),
        _ => head,
    }
}

/// `Predikat 23–25`, from the years of the first row.
fn years(rows: &[BarisPegawai]) -> String {
    let list = rows.first().map_or(&[][..], |r| r.predikat.as_slice());
    match (list.first(), list.last()) {
        (Some((a, _)), Some((b, _))) => format!("Predikat {:02}–{:02}", a % 100, b % 100),
        _ => "Predikat".to_owned(),
    }
}

fn row(r: &BarisPegawai, isi: &Isi<'_>, shown: &[KolomTampil]) -> Baris {
    let mut more = r.more.iter();
    let mut cells = Vec::with_capacity(shown.len() + 2);
    cells.push(person(r));
    cells.extend(shown.iter().map(|column| match column.0 {
        Isian::Jabatan => html! { span class="dua" { span title=(r.jabatan) { (known(&r.jabatan)) } small title=(r.unit) { (known(&r.unit)) } } },
        Isian::Golongan => html! { span class="dua" { span { (known(&r.golongan)) } @if let Some(d) = r.golongan_tmt { small { (waktu(d)) } } } },
        Isian::Status => html! { span class="dua sebaris" { span { (r.status) } @if !r.kedudukan.is_empty() { small { (r.kedudukan) } } } },
        Isian::Predikat => html! { @if !r.predikat.is_empty() { (predikat(&r.predikat)) } },
        Isian::Batas => html! {
            @if let Some(b) = &r.deadline { (tgl(&b.event, b.date, isi.at)) }
            @else if !r.no_deadline.is_empty() { span class="dua" { span { "–" } small { (r.no_deadline) } } }
        },
        Isian::Temuan => findings(r),
        Isian::Lain => html! { @if let Some((value, small)) = more.next() {
            span class="dua sebaris" { span { (known(value)) } @if !small.is_empty() { small { (small) } } }
        } },
    }));
    if !isi.beside {
        return Baris::new(cells);
    }
    cells.push(html! { @if let Some(href) = &r.panel_href {
        a id={ "p-" (r.id) } href=(href) data-panel { span class="sr" { "Ringkasan " (r.name) } (icon_small(Icon::Kanan)) }
    } });
    Baris { pick: Some(("pilih".into(), r.id.clone(), format!("Pilih {}", r.name))), ..Baris::new(cells) }
}

fn known(text: &str) -> Markup {
    html! { @if text.is_empty() { span class="redup" { "belum diketahui" } } @else { (text) } }
}

fn person(r: &BarisPegawai) -> Markup {
    html! {
        span class="orang" {
            (avatar(&r.name, &r.nip))
            span class="dua" {
                @match &r.href { Some(href) => a href=(href) { (r.name) }, None => span { (r.name) } }
                small class="angka" { (format::nip(&r.nip)) }
            }
        }
    }
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
