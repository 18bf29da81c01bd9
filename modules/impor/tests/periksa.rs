//! What a check says of days, of whose rows are taken, and of rows that turn out to be refused.

mod common;

use common::{cells, csv, nip, today};
use impor::check::{Ask, Check};
use impor::lists::{List, ListAsk, check_list};
use impor::store::Known;
use impor::{Unchecked, Who};
use kernel::{AsOf, Date, Field, Snapshot, Tables};
use std::path::PathBuf;
use store::Tenant;
use store::testing::{Bench, on_both};

fn day(text: &str) -> Date {
    Date::parse(text).expect("a day")
}

fn file(bench: &Bench, rows: &[Vec<String>]) -> PathBuf {
    let path = bench.folder().join("masuk.csv");
    std::fs::write(&path, csv(rows)).expect("written");
    path
}

/// Checks a file of a day on another day, and saves it; `own` are the instansi it may bring.
fn taken(
    bench: &mut Bench,
    own: &[&str],
    rows: &[Vec<String>],
    per_tanggal: Date,
    today: Date,
) -> Result<(Check, u64), Unchecked> {
    let path = file(bench, rows);
    let tables = Tables::bundled().expect("tables of the law");
    let all = store::node::tenants(&mut bench.conn).expect("tenants");
    let (tenants, elsewhere): (Vec<Tenant>, Vec<Tenant>) =
        all.into_iter().partition(|t| own.contains(&t.id.as_str()));
    let known = Known::gather(&mut bench.conn, today).expect("known");
    let ask = Ask {
        per_tanggal,
        today,
        tenants: &tenants,
        elsewhere: &elsewhere,
        sheet: None,
        limits: sheet::Limits::default(),
        doubts: &impor::doubts::of(&tables),
    };
    let check = impor::check(&path, &ask, &known, |_| {})?;
    let who = Who { actor: "desi", file: "masuk.csv" };
    let receipt = impor::confirm(&bench.node, &mut bench.conn, &path, &ask, &known, &check, &who, |_| {})?;
    Ok((check, receipt.taken))
}

#[test]
fn data_of_a_day_to_come_are_refused_for_every_kind_of_file() {
    let mut bench = Bench::sqlite("besok", &[]);
    bench.tenant("A1");
    let refused = taken(&mut bench, &["A1"], &[cells(1, "A1", &[])], day("23-11-2026"), today());
    let list = bench.folder().join("unor.csv");
    std::fs::write(&list, "Id,NamaUnor,DiatasanId\r\nU-1,Dinas,\r\n").expect("written");
    let tables = Tables::bundled().expect("tables of the law");
    let ask = ListAsk {
        instansi: "A1",
        per_tanggal: day("01-01-2030"),
        today: today(),
        limits: sheet::Limits::default(),
        tables: &tables,
        sheet: None,
    };
    let listed = check_list(&mut bench.conn, &list, List::Unor, &ask).map(|_| ());
    for said in [refused.map(|_| ()), listed] {
        assert!(matches!(&said, Err(Unchecked::Refused(text)) if text.starts_with("IMP-18")), "{said:?}");
    }
}

/// A day recorded wrongly is mended by the same file with the right one, once.
#[test]
fn a_wrong_day_is_mended_by_the_right_one() {
    on_both("hari-keliru", |bench| {
        bench.tenant("A1");
        let rows = |nama: &str| [cells(1, "A1", &[("nama", nama)]), cells(2, "A1", &[])];
        let far = day("01-01-2030");
        //   name      day of the file   today           changed, same, entries, and the name that stands then
        for (nama, per_tanggal, now, changed, same, entries, stands) in [
            // Recorded when the program still took such a day: its clock stood there.
            ("Budi", far, far, 0, 0, 2, "Budi"),
            ("Budi", day("22-11-2026"), today(), 2, 0, 2, "Budi"),
            ("Budi", day("22-11-2026"), today(), 0, 2, 0, "Budi"),
            ("Budi", day("23-11-2026"), day("23-11-2026"), 0, 2, 0, "Budi"),
            ("Badu", day("24-11-2026"), day("24-11-2026"), 1, 1, 1, "Badu"),
            // A day within the past may be wrong just as well.
            ("Badu", day("23-11-2026"), day("24-11-2026"), 1, 1, 1, "Badu"),
            ("Badu", day("23-11-2026"), day("24-11-2026"), 0, 2, 0, "Badu"),
            ("Beni", day("24-11-2026"), day("24-11-2026"), 1, 1, 1, "Beni"),
        ] {
            let (check, taken) = taken(bench, &["A1"], &rows(nama), per_tanggal, now).expect("taken");
            let s = &check.summary;
            assert_eq!((s.changed, s.same, taken), (changed, same, entries), "{nama} {per_tanggal} {now}");
            let known = Known::gather(&mut bench.conn, now).expect("known");
            let id = known.by_nip(nip(1).parse().expect("a number")).expect("somebody");
            assert!(known.latest(id).expect("a row").tanggal <= per_tanggal, "{nama} {per_tanggal}");
            let (ledger, _) = store::people::ledger(&mut bench.conn, id).expect("a ledger");
            let shown = Snapshot::fold(&ledger, AsOf::on(now)).text(Field::Nama).to_owned();
            assert_eq!(shown, stands, "{per_tanggal} {now}");
        }
    });
}

/// With other data the file of the right day takes over too.
#[test]
fn a_day_to_come_gives_way_to_other_data() {
    on_both("hari-depan", |bench| {
        bench.tenant("A1");
        let far = day("01-01-2030");
        taken(bench, &["A1"], &[cells(1, "A1", &[])], far, far).expect("taken");
        let row = [cells(1, "A1", &[("nama", "Nama Benar")])];
        for (changed, same) in [(1, 0), (0, 1)] {
            let (check, _) = taken(bench, &["A1"], &row, today(), today()).expect("taken");
            assert_eq!((check.summary.changed, check.summary.same), (changed, same));
        }
        let known = Known::gather(&mut bench.conn, today()).expect("known");
        let id = known.by_nip(nip(1).parse().expect("a number")).expect("somebody");
        let (ledger, _) = store::people::ledger(&mut bench.conn, id).expect("a ledger");
        assert_eq!(Snapshot::fold(&ledger, AsOf::on(far)).text(Field::Nama), "Nama Benar");
        let mut out = Vec::new();
        let format = impor::export::Format::Csv;
        impor::export::export(&mut bench.conn, None, AsOf::on(today()), format, &mut out).expect("out");
        assert!(String::from_utf8_lossy(&out).contains("Nama Benar"), "the file out says it too");
    });
}

/// Rows of two instansi in one file, by what the caller may bring.
#[test]
fn only_rows_of_the_instansi_asked_for_are_taken() {
    //   rows of the file       asked for        taken, refused
    for (rows, own, new, refused) in [
        (&["I2", "I2"][..], &["I2"][..], 2, 0),
        (&["I2", "I2"], &["I1"], 0, 2),
        (&["I1", "I2"], &["I2"], 1, 1),
        (&["I1", "I2"], &["I1", "I2"], 2, 0),
    ] {
        let mut bench = Bench::sqlite("milik-siapa", &[]);
        bench.tenant("I1");
        bench.tenant("I2");
        let lines: Vec<Vec<String>> = rows.iter().zip(1..).map(|(i, n)| cells(n, i, &[])).collect();
        let (check, taken) = taken(&mut bench, own, &lines, today(), today()).expect("checked");
        assert_eq!((taken, check.summary.refused), (new, refused), "{rows:?} {own:?}");
        assert!(check.summary.refusals.iter().all(|l| l.trouble.code == "IMP-07"), "{rows:?} {own:?}");
        let sizes = store::people::journal_sizes(&mut bench.conn).expect("sizes");
        for other in ["I1", "I2"].iter().filter(|id| !own.contains(id)) {
            assert!(
                !sizes.iter().any(|s| s.0 == *other && s.1 > 0),
                "nothing into {other}: {rows:?} {own:?}"
            );
        }
    }
}

#[test]
fn without_a_choice_the_file_says_whose_it_is() {
    let mut bench = Bench::sqlite("menurut-berkas", &[]);
    bench.tenant("I1");
    bench.tenant("I2");
    let both: Vec<Vec<String>> = (1..=3).map(|n| cells(n, "I2", &[])).collect();
    let (check, _) = taken(&mut bench, &["I1", "I2"], &both, today(), today()).expect("taken");
    assert_eq!(check.owner.map(|o| o.0).as_deref(), Some("I2"));
    // A row that names no instansi is of the instansi the others name.
    let rows = [cells(1, "I2", &[]), cells(4, "", &[])];
    let (check, taken) = taken(&mut bench, &["I1", "I2"], &rows, today(), today()).expect("taken");
    assert_eq!((check.summary.same, taken), (1, 1));
    let known = Known::gather(&mut bench.conn, today()).expect("known");
    let id = known.by_nip(nip(4).parse().expect("a number")).expect("taken");
    assert_eq!(known.owner(id), Some("I2"));
}

/// What else is odd in a refused row is no doubt about anything taken; refusals come in order of the file.
#[test]
fn refused_rows_are_in_order_and_count_no_doubts() {
    let mut bench = Bench::sqlite("ragu-ditolak", &[]);
    bench.tenant("A1");
    let odd = ("mk_bulan", "13");
    let rows = [
        cells(1, "A1", &[odd]),
        cells(2, "A1", &[odd]),
        cells(3, "A1", &[("nama", ""), odd]),
        // The first with this NIP was counted as new and doubtful before this one came.
        cells(2, "A1", &[("nama", "Lain"), odd]),
    ];
    let (check, _) = taken(&mut bench, &["A1"], &rows, today(), today()).expect("checked");
    let s = &check.summary;
    assert_eq!((s.new, s.refused, s.doubtful), (1, 3, 1));
    assert_eq!(s.counts.get("DATA-47").map(|c| c.1), Some(1), "{:?}", s.counts);
    assert!(s.doubts.iter().all(|listed| listed.row == 2), "{:?}", s.doubts);
    assert_eq!(s.refusals.iter().map(|l| l.row).collect::<Vec<_>>(), [3, 4, 5]);
}

/// A workbook with the rows on two sheets: the first is read, the other is named.
#[test]
fn another_sheet_that_fits_is_named() {
    let mut bench = Bench::sqlite("dua-lembar", &[]);
    bench.tenant("A1");
    let heading: Vec<&str> = impor::rule::columns::COLUMNS.iter().map(|c| c.name).collect();
    let row = cells(1, "A1", &[]);
    let row: Vec<sheet::Value<'_>> = row.iter().map(|cell| sheet::Value::Text(cell)).collect();
    //   sheets, and whether each has the columns     read      also fits
    for (sheets, read, also) in [
        (&[("Oktober", true), ("November", true)][..], "Oktober", &["November"][..]),
        (&[("Petunjuk", false), ("November", true)], "November", &[]),
    ] {
        let mut book = sheet::XlsxWriter::new();
        for (name, fits) in sheets {
            let columns = if *fits { &heading[..] } else { &["catatan"][..] };
            book.sheet(name, columns, &[]).expect("a sheet");
            book.row(if *fits { &row[..] } else { &[] }).expect("a row");
        }
        let path = bench.folder().join("masuk.xlsx");
        std::fs::write(&path, book.finish(Vec::new()).expect("a workbook")).expect("written");
        let summary = common::check(&mut bench, &["A1"], &path).summary;
        assert_eq!((summary.sheet.as_deref(), summary.new), (Some(read), 1));
        assert_eq!(summary.also, also, "{read}");
    }
}
