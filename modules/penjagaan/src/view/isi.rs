//! The list itself, and the same people counted by unit and month.

use super::rekap::jawaban;
use super::{Angka, BarisJaga, DaftarView, Isi, MatriksView, syarat_label};
use law::jaga::{Macam, Syarat};
use maud::{Markup, Render, html};
use web::component::kosong::kosong;
use web::component::lencana::lencana;
use web::component::tabel::{Baris, Kolom, Phone, Tabel};
use web::component::tanggal::{tgl, waktu};
use web::component::tombol::Tombol;
use web::{Icon, Tanggal, Tone, format};

pub fn isi(view: &DaftarView) -> Markup {
    if view.total == 0 {
        let why = "Pilih periode, unit, atau layanan lain. Bila data pegawai belum ada, impor lebih dahulu.";
        let what = if view.per_jawaban {
            "Tidak ada pegawai dengan jawaban ini pada pilihan ini"
        } else {
            "Tidak ada yang jatuh tempo pada pilihan ini"
        };
        return kosong(Icon::Jam, what, why, None);
    }
    match &view.isi {
        Isi::Daftar { rows, paging } => html! { (list(view, rows)) (paging) },
        Isi::Unit(table) => matrix(view, table),
    }
}

fn list(view: &DaftarView, rows: &[BarisJaga]) -> Markup {
    let ends = view.macam == Macam::Akhir;
    let mut columns = vec![
        Kolom::new("Nama & NIP").phone(Phone::Full).class("kata"),
        Kolom::new("Unit kerja").class("kata"),
    ];
    columns.push(Kolom::new(if ends { "Berakhir" } else { "Waktu" }).class("utas"));
    if view.usul.is_some() {
        columns.push(Kolom::new("Usul paling lambat").class("utas"));
    }
    if view.per_jawaban {
        columns.push(Kolom::new("Jawaban").class("kalimat"));
    } else if !ends {
        columns.push(Kolom::new("Syarat lain").class("kalimat"));
    }
    columns.push(Kolom::new("Alasan").silent());
    Tabel {
        caption: format!("{}, {} pegawai", view.lembar.title, format::angka(view.total)),
        columns,
        rows: rows.iter().map(|r| row(view, r)).collect(),
        ..Tabel::default()
    }
    .render()
}

fn row(view: &DaftarView, r: &BarisJaga) -> Baris {
    let mut cells = vec![
        html! {
            span class="dua" {
                @match &r.href { Some(href) => a href=(href) { (r.name) }, None => span { (r.name) } }
                small class="angka" { (format::nip(&r.nip)) }
            }
        },
        html! { @if r.unit.is_empty() { span class="redup" { "belum diketahui" } } @else { (r.unit) } },
        if r.dijaga {
            due(view, r.hari)
        } else {
            html! { span class="redup" { "–" } }
        },
    ];
    if view.usul.is_some() {
        cells.push(html! { @match r.usul { Some(day) => (waktu(day)), None => span class="redup" { "–" } } });
    }
    if view.per_jawaban || view.macam != Macam::Akhir {
        cells.push(state(r));
    }
    cells.push(html! {
        @if let Some(href) = &r.why_href { (Tombol::link("Mengapa?", href.as_str()).small().quiet().context(&r.name)) }
    });
    Baris::new(cells)
}

fn due(view: &DaftarView, day: Option<Tanggal>) -> Markup {
    let Some(day) = day else { return html! { span class="redup" { "harinya belum diketahui" } } };
    let come = day.day_number() <= view.lembar.at.day_number();
    let event = match (view.macam, come) {
        (Macam::Hak, true) => "Waktu terpenuhi",
        (Macam::Hak, false) => "Terpenuhi pada",
        (Macam::Akhir, true) => "Sudah lewat",
        (Macam::Akhir, false) => "Berakhir",
        (Macam::Wajib, _) => "Batas",
    };
    tgl(event, day, view.lembar.at)
}

/// The answer where the list is by answer, else how the other conditions stand; what decides it below.
fn state(r: &BarisJaga) -> Markup {
    let badge = match (r.jawab, r.syarat) {
        (Some(kode), _) => jawaban(kode),
        (None, Some(syarat)) => {
            let tone = match syarat {
                Syarat::Terpenuhi => Tone::Ok,
                Syarat::Belum => Tone::Bahaya,
                Syarat::TanpaData => Tone::Netral,
                Syarat::Pertimbangan => Tone::Awas,
            };
            lencana(tone, None, syarat_label(syarat))
        }
        (None, None) => html! {},
    };
    html! { span class="dua" { span { (badge) } @if !r.sebab.is_empty() { small { (r.sebab) } } } }
}

fn matrix(view: &DaftarView, table: &MatriksView) -> Markup {
    let mut columns = vec![Kolom::new("Unit").phone(Phone::Full).class("kata")];
    columns.extend(table.kurun.iter().map(|m| Kolom::new(m).numeric().class("utas")));
    columns.push(Kolom::new("Jumlah").numeric().class("utas"));
    let line = |label: &str, cells: &[Angka], total: &Angka| {
        let labels = table.kurun.iter().map(String::as_str).chain(["jumlah"]);
        let mut row = vec![html! { (label) }];
        row.extend(cells.iter().chain([total]).zip(labels).map(|(n, month)| cell(n, label, month)));
        Baris::new(row)
    };
    let by = if table.per_tahun { "tahun" } else { "bulan" };
    let mut rows: Vec<Baris> = table.rows.iter().map(|(label, cells, sum)| line(label, cells, sum)).collect();
    rows.push(line("Jumlah", &table.sums, &(table.total, None)));
    Tabel {
        caption: format!("{} menurut unit dan {by}", view.lembar.title),
        columns,
        rows,
        compact: true,
        ..Tabel::default()
    }
    .render()
}

fn cell((value, href): &Angka, unit: &str, month: &str) -> Markup {
    html! {
        @match href {
            Some(href) if *value > 0 => a class="angka" href=(href) { (format::angka(*value)) span class="sr" { " pegawai, " (unit) ", " (month) } },
            _ if *value == 0 => span class="redup" { "–" },
            _ => span class="angka" { (format::angka(*value)) },
        }
    }
}
