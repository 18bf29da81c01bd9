//! Out and in again: the export in both dresses on both engines, and the file of refused rows.

mod common;

use common::{asked, cells, check, csv, downloaded, nip, today};
use impor::Unchecked;
use impor::export::{Format, export};
use kernel::AsOf;
use std::cell::RefCell;
use std::path::PathBuf;
use store::testing::{Bench, on_both};

/// People whose cells are hard on spreadsheet programs.
const HARD: &[&[(&str, &str)]] = &[
    &[],
    &[("nama", "'Aisyah")],
    &[("alamat", "=HYPERLINK(\"x\")"), ("nomor_hp", "+62812"), ("npwp_nomor", "09.1-2")],
    &[("alamat", "Jl. \"Mawar\"; No. 7,\r\nJambi"), ("pendidikan_id", "40288E12")],
    &[("alamat", "  spasi  "), ("bpjs", "0001234567890"), ("tempat_lahir_nama", "Çanakkale")],
    &[("mk_tahun", "-5"), ("tahun_lulus", "99999"), ("kpkn_id", "007")],
];

fn file(bench: &Bench, name: &str, bytes: &[u8]) -> PathBuf {
    let path = bench.folder().join(name);
    std::fs::write(&path, bytes).expect("written");
    path
}

fn exported(bench: &mut Bench, format: Format) -> Vec<u8> {
    let mut out = Vec::new();
    let count = export(&mut bench.conn, None, AsOf::on(today()), format, &mut out).expect("exported");
    assert_eq!(count, HARD.len() as u64);
    out
}

#[test]
fn what_goes_out_comes_back_the_same_on_both_engines() {
    let files = RefCell::new(Vec::new());
    on_both("ekspor", |bench| {
        bench.tenant("A1");
        let people = HARD.iter().zip(1..).map(|(change, n)| downloaded(n, "A1", change));
        bench.append("A1", &people.collect::<Vec<_>>());
        for format in [Format::Csv, Format::Xlsx] {
            let bytes = exported(bench, format);
            let path = file(bench, &format!("keluar.{}", format.extension()), &bytes);
            let summary = check(bench, &["A1"], &path).summary;
            let told = (summary.same, summary.new, summary.changed, summary.refused);
            assert_eq!(told, (HARD.len() as u64, 0, 0, 0), "{format:?} {:?}", summary.refusals);
            files.borrow_mut().push(bytes);
        }
    });
    let files = files.into_inner();
    assert!(files[0] == files[2] && files[1] == files[3], "the engine shows in the file");
    let text = String::from_utf8(files[0].clone()).expect("UTF-8");
    assert!(text.starts_with("\u{feff}pns_id,nip_baru,"), "Excel takes it for UTF-8");
    for kept in [",'198001012006041001,", ",''Aisyah,", ",'081200000001,", ",'01,Aktif,", "'40288E12", "'007"]
    {
        assert!(text.contains(kept), "{kept} in {text}");
    }
    assert!(text.contains(",01-01-1980,"), "dates stay dates");
}

/// What becomes of each row of a file of another instansi, in the file of refused rows.
#[test]
fn refused_rows_say_why_also_those_of_other_instansi() {
    on_both("ditolak-nominatif", |bench| {
        bench.tenant("A1");
        bench.tenant("B2");
        bench.append("B2", &[downloaded(1, "B2", &[])]);
        //   row                                              reason, as far as it matters
        let table: &[(Vec<String>, &str)] = &[
            (cells(1, "A1", &[]), "IMP-16: NIP atau ID SIASN ini tercatat pada instansi lain."),
            (cells(2, "A1", &[]), ""),
            (cells(3, "B2", &[]), "IMP-07: Instansi induk Instansi B2 tidak termasuk impor ini; hanya baris"),
            (cells(4, "C3", &[]), "IMP-07: Instansi induk Instansi C3 tidak dilayani simpul ini."),
            (cells(5, "A1", &[("nama", "")]), "IMP-02: Nama kosong."),
            (cells(6, "A1", &[("tmt_cpns", "besok")]), "IMP-03"),
            (cells(7, "A1", &[]), "IMP-04: NIP ini juga ada di baris 9 dengan isi lain"),
            (cells(7, "A1", &[("nama", "Lain")]), "IMP-04: NIP ini juga ada di baris 8 dengan isi lain"),
        ];
        let rows: Vec<Vec<String>> = table.iter().map(|t| t.0.clone()).collect();
        let path = file(bench, "masuk.csv", csv(&rows).as_bytes());
        let checked = check(bench, &["A1"], &path);
        assert_eq!((checked.summary.refused, checked.summary.new), (7, 1), "{:?}", checked.summary.refusals);
        let mut out = Vec::new();
        let written = asked(bench, &["A1"], |ask, known| {
            impor::refused::write(&path, ask, known, &checked, &mut out).expect("written")
        });
        assert_eq!(written, 7, "as many as the check refuses");
        let text = String::from_utf8(out).expect("UTF-8");
        assert!(text.starts_with('\u{feff}') && text.contains(&format!(",'{},", nip(1))), "{text}");
        let lines: Vec<&str> = text.lines().skip(1).collect();
        let refused = table.iter().zip(2..).filter(|(t, _)| !t.1.is_empty());
        for (line, ((_, reason), row)) in lines.iter().zip(refused) {
            let end = line.replace('"', "");
            assert!(end.contains(&format!(",{row},{reason}")), "{row} {reason}: {line}");
        }
        assert!(!text.contains("Orang 002"), "a good row is not in it");
        // Sent again as it is, the columns added are none of the file's.
        let again = check(bench, &["A1"], &file(bench, "lagi.csv", text.as_bytes()));
        assert_eq!((again.summary.rows, &again.summary.extra), (7, &Vec::new()));
    });
}

#[test]
fn a_file_without_rows_is_refused_and_odd_cells_are_told() {
    let mut bench = Bench::sqlite("kosong-dan-ganjil", &[]);
    bench.tenant("A1");
    let path = file(&bench, "kosong.csv", csv(&[]).as_bytes());
    let refused = asked(&mut bench, &["A1"], |ask, known| impor::check(&path, ask, known, |_| {}));
    assert!(matches!(&refused, Err(Unchecked::Refused(text)) if text.starts_with("IMP-17")), "{refused:?}");
    // column · as it came · what is said of it; the row is taken
    for (column, value, code) in [
        ("mk_tahun", "-5", "DATA-47"),
        ("mk_bulan", "13", "DATA-47"),
        ("tahun_lulus", "99999", "DATA-47"),
        ("nama", "Budi\u{202e}ijaB", "DATA-48"),
        ("nama", "Budi\u{7}", "DATA-48"),
    ] {
        let path = file(&bench, "ganjil.csv", csv(&[cells(1, "A1", &[(column, value)])]).as_bytes());
        let summary = check(&mut bench, &["A1"], &path).summary;
        assert_eq!((summary.new, summary.refused), (1, 0), "{column}={value:?}");
        let told = summary.doubts.iter().find(|l| l.trouble.code == code).expect(code);
        assert_eq!((told.trouble.column.as_str(), told.row), (column, 2), "{told:?}");
    }
}
