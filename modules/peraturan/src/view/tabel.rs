//! A decision table on a page: folded, for most of them are long.

use super::{kepastian, masa, sisa};
use crate::rule::tabel::{Baris as Row, ROWS, Tabel as Table};
use maud::{Markup, Render, html};
use web::component::tabel::{Baris, Kolom, Phone, Tabel};
use web::format::angka;
use web::url;

/// One table, open when it is asked for.
pub fn tabel(t: &Table, open: bool) -> Markup {
    html! {
        details class="isi-kartu" id=(format!("tabel-{}", t.nama)) open[open] {
            summary class="buka" { "Tabel " (t.nama) " (" (angka(t.total as u64)) " baris)" }
            b class="cetak-saja" { "Tabel " (t.nama) }
            p class="redup" {
                (masa(t.span.mulai, t.span.sampai)) "; " (t.kebijakan)
                @if t.lengkap { "; setiap kemungkinan tercakup" } @else { "; yang tidak tercakup tidak diatur" } "."
            }
            @if !t.rows.is_empty() { (rows(t)) }
            (more(t))
        }
    }
}

/// The way to the rest, as far as a page may be long.
fn more(t: &Table) -> Markup {
    let hidden = t.total - t.rows.len();
    if t.rows.len() >= ROWS {
        return sisa(hidden, "baris", "Isinya ada pada berkas tabel dalam paket.");
    }
    let href = url::link(&format!("/peraturan/{}", url::encode(&t.akta)), &[("tabel", &t.nama)]);
    html! {
        @if hidden > 0 { p { a class="cetak-sembunyi" href=(format!("{href}#tabel-{}", t.nama)) { "Lihat " (angka(hidden as u64)) " baris" @if !t.rows.is_empty() { " lagi" } } span class="redup cetak-saja" { (angka(hidden as u64)) " baris lagi ada dalam paket." } } }
    }
}

fn rows(t: &Table) -> Markup {
    let inputs = t.kolom.len() - t.hasil;
    let mut columns: Vec<Kolom> = t
        .kolom
        .iter()
        .enumerate()
        .map(|(i, name)| if i < inputs { Kolom::new(name) } else { Kolom::new(&format!("→ {name}")) })
        .collect();
    if let Some(first) = columns.first_mut() {
        first.phone = Phone::Full;
    }
    columns.extend([Kolom::new("Dasar"), Kolom::new("Kepastian")]);
    Tabel {
        caption: format!("Isi tabel {}, menurut urutan dalam paket", t.nama),
        columns,
        rows: t.rows.iter().map(row).collect(),
        compact: true,
        ..Tabel::default()
    }
    .render()
}

fn row(r: &Row) -> Baris {
    let mut cells: Vec<Markup> = r.sel.iter().map(|text| html! { (text) }).collect();
    cells.push(html! { span {
        (r.dasar)
        @if let Some(span) = r.span { " " small { (masa(span.mulai, span.sampai)) } }
        @if !r.catatan.is_empty() { " " small { (r.catatan) } }
    } });
    cells.push(kepastian(r.kepastian));
    Baris::new(cells)
}
