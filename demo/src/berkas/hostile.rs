//! What spreadsheets do to cells. Oddities must come through unaltered; refusals must be refused.

use super::columns::{Row, at, write_dmy};
use super::plan::Plan;
use kernel::Date;

/// Alterations an import must take without loss, one kind a row.
pub static ODDITIES: [(&str, &str); 18] = [
    ("petik_tunggal", "petik tunggal di depan NIP, NIK, HP dan NPWP"),
    ("teks_null", "tulisan null di sel yang kosong"),
    ("spasi_ganda", "spasi ganda di dalam nama dan alamat"),
    ("spasi_tepi", "spasi di tepi NIP, nama dan kode"),
    ("kutip", "tanda kutip ganda di dalam sel"),
    ("pemisah", "koma dan titik koma di dalam sel"),
    ("baris_baru_crlf", "CR LF di dalam alamat"),
    ("baris_baru_lf", "LF di dalam alamat"),
    ("aksara", "aksen dan aksara bukan Latin"),
    ("emoji", "emoji di dalam alamat"),
    ("nbsp", "spasi tak terpisah (U+00A0) di dalam nama"),
    ("zwj", "penggabung tak tampak (U+200D) di dalam nama"),
    ("rumus", "sel berawal = + - @"),
    ("tab", "tab di dalam alamat"),
    ("alamat_panjang", "alamat 4.000 huruf lebih"),
    ("serial_excel", "tanggal lahir sebagai nomor seri Excel"),
    ("garis_miring", "tanggal dd/mm/yyyy"),
    ("tanggal_iso", "tanggal yyyy-mm-dd"),
];

/// A row that must not be taken.
#[derive(Debug)]
pub struct Refusal {
    /// Stable word for tests.
    pub name: &'static str,
    /// What is wrong.
    pub meaning: &'static str,
    /// Whether an earlier, good row takes part.
    pub pair: bool,
}

/// Every reason for a refusal.
pub static REFUSALS: [Refusal; 8] = [
    Refusal { name: "nip_17_angka", meaning: "NIP hanya 17 angka", pair: false },
    Refusal { name: "nip_huruf", meaning: "huruf di dalam NIP", pair: false },
    Refusal { name: "nama_kosong", meaning: "nama kosong", pair: false },
    Refusal { name: "tanggal_tak_ada", meaning: "tanggal lahir 31-02-1990", pair: false },
    Refusal { name: "tanggal_tak_terbaca", meaning: "tanggal lahir tak terbaca", pair: false },
    Refusal { name: "tanggal_2999", meaning: "TMT jabatan di luar kalender", pair: false },
    Refusal { name: "nip_ganda", meaning: "NIP sudah dipakai baris sebelumnya", pair: true },
    Refusal { name: "bukan_utf8", meaning: "bita yang bukan UTF-8 di dalam nama", pair: false },
];

/// Stands for bytes that are no text until the CSV is written; a workbook shows it as it is.
pub const BROKEN: char = '\u{FFFD}';

/// Alters the cells of a clean row.
pub fn alter(name: &str, nth: u32, row: &mut Row) {
    match name {
        "petik_tunggal" => {
            [at::NIP, at::NIK, at::HP, at::NPWP].iter().for_each(|c| row.cell(*c).insert(0, '\''))
        }
        "teks_null" => {
            for column in 0..super::columns::COLUMNS.len() {
                if row.get(column).is_empty() {
                    row.set(column, "null");
                }
            }
            row.set(at::BPJS, "null");
        }
        "spasi_ganda" => [at::NAMA, at::ALAMAT].iter().for_each(|c| {
            let doubled = row.get(*c).replace(' ', "  ");
            row.set(*c, &doubled);
        }),
        "spasi_tepi" => [at::NIP, at::NAMA, at::AGAMA_ID, at::TANGGAL_LAHIR].iter().for_each(|c| {
            row.cell(*c).insert(0, ' ');
            row.cell(*c).push_str("  ");
        }),
        "kutip" => {
            row.cell(at::ALAMAT).push_str(" \"rumah biru\"");
            row.set(at::SEKOLAH, "Sekolah \"Tunas\" Bangsa");
        }
        "pemisah" => row.cell(at::ALAMAT).push_str("; blok C, lantai 2; pintu kiri"),
        "baris_baru_crlf" => row.cell(at::ALAMAT).push_str("\r\nsebelah pasar\r\nlama"),
        "baris_baru_lf" => row.cell(at::ALAMAT).push_str("\nsebelah pasar\nlama"),
        "aksara" => row.cell(at::ALAMAT).push_str(" – Café Ñandú, شارع السلام, ꦗꦭꦤ꧀, 北街"),
        "emoji" => row.cell(at::ALAMAT).push_str(" 🏠👩🏽‍🏫"),
        "nbsp" => row.cell(at::NAMA).push_str("\u{A0}Saputro"),
        "zwj" => row.cell(at::NAMA).push_str(" Sa\u{200D}putro"),
        "rumus" => {
            row.set(at::ALAMAT, ["=1+1", "+62 jalan", "-", "@SUM(A1:A9)"][nth as usize % 4]);
            row.set(at::SEKOLAH, "=HYPERLINK(\"http://contoh.example\";\"klik\")");
        }
        "tab" => row.cell(at::ALAMAT).push_str("\tRT\t01"),
        "alamat_panjang" => {
            let long = "Gang Sempit di Belakang Balai Desa, ".repeat(120);
            row.cell(at::ALAMAT).push_str(&long);
        }
        "serial_excel" => {
            if let Some(day) = Date::parse(row.get(at::TANGGAL_LAHIR)) {
                // Day 25,569 of the spreadsheet is 1 January 1970.
                row.set(at::TANGGAL_LAHIR, &(day.days() + 25_569).to_string());
            }
        }
        "garis_miring" | "tanggal_iso" => {
            for column in [at::TANGGAL_LAHIR, at::TMT_CPNS, at::TMT_GOLONGAN, at::TMT_JABATAN] {
                let Some(day) = Date::parse(row.get(column)) else { continue };
                let text = if name == "tanggal_iso" { day.to_string() } else { day.dmy().replace('-', "/") };
                row.set(column, &text);
            }
        }
        _ => {}
    }
}

/// Ruins a clean row so that it has to be refused.
pub fn ruin(plan: &Plan<'_>, at_row: usize, name: &str, row: &mut Row) {
    match name {
        "nip_17_angka" => {
            row.cell(at::NIP).pop();
        }
        "nip_huruf" => row.cell(at::NIP).replace_range(16..17, "O"),
        "nama_kosong" => row.set(at::NAMA, if plan.nth(at_row).is_multiple_of(2) { "" } else { "   " }),
        "tanggal_tak_ada" => row.set(at::TANGGAL_LAHIR, "31-02-1990"),
        "tanggal_tak_terbaca" => row.set(
            at::TANGGAL_LAHIR,
            ["akhir 1990", "tahun 1990", "??-??-1990"][plan.nth(at_row) as usize % 3],
        ),
        "tanggal_2999" => {
            row.set(at::TMT_JABATAN, "");
            if let Some(day) = Date::new(2199, 1, 1) {
                write_dmy(row.cell(at::TMT_JABATAN), day);
            }
            row.cell(at::TMT_JABATAN).replace_range(6..10, "2999");
        }
        "nip_ganda" => {
            if let Some(partner) = plan.partner(at_row) {
                row.set(at::NIP, &plan.profil(partner).nip());
            }
        }
        "bukan_utf8" => row.cell(at::NAMA).push(BROKEN),
        _ => {}
    }
}
