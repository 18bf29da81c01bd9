//! Laws: what goes out comes back, and two readers agree.

mod common;

use common::rows;
use proptest::prelude::*;
use sheet::{Bundle, CsvWriter, Kind, Limits, Row, Value, XlsxWriter, guarded, strip_guard};

/// Any text, leaning towards what is hard: signs, quotes, breaks, spaces, escapes.
fn cell() -> impl Strategy<Value = String> {
    prop_oneof![
        3 => "[a-z0-9 ]{0,8}",
        3 => "[-=+@'\",;\t\r\n a_x0D]{0,8}",
        2 => any::<String>(),
        1 => Just("_x000D_".to_owned()),
    ]
}

fn table() -> impl Strategy<Value = Vec<Vec<String>>> {
    (1usize..6)
        .prop_flat_map(|width| proptest::collection::vec(proptest::collection::vec(cell(), width), 1..8))
}

/// Blank rows are passed over when reading, and NUL is refused: neither is written here.
fn tidy(table: Vec<Vec<String>>) -> Vec<Vec<String>> {
    let mut table: Vec<Vec<String>> =
        table.into_iter().map(|r| r.into_iter().map(|c| c.replace('\0', "")).collect()).collect();
    table.retain(|r: &Vec<String>| r.iter().any(|c| !c.is_empty()));
    table
}

proptest! {
    #[test]
    fn the_guard_comes_off(text in cell()) {
        let written = guarded(&text);
        prop_assert_eq!(strip_guard(&written), &text);
        let first = written.trim_start().chars().next();
        prop_assert!(!matches!(first, Some('=' | '+' | '-' | '@')) );
    }

    #[test]
    fn csv_comes_back(table in table()) {
        let mut table = tidy(table);
        // A header makes the delimiter certain, as in every file we write.
        let width = table.first().map_or(1, Vec::len);
        table.insert(0, (0..width).map(|i| format!("kolom_{i}")).collect());
        let mut writer = CsvWriter::new(Vec::new());
        for row in &table {
            writer.row(row.iter().map(String::as_str))?;
        }
        let written = writer.finish()?;
        let read = rows(&written).map_err(|e| TestCaseError::fail(e.to_string()))?;
        let read: Vec<Vec<&str>> = read.iter().map(|r| r.iter().map(|c| strip_guard(c)).collect()).collect();
        prop_assert_eq!(&read, &table);

        // The csv crate reads the same from what we wrote.
        let mut other = csv::ReaderBuilder::new().has_headers(false).flexible(true).from_reader(written.as_slice());
        let other: Vec<Vec<String>> = other.records().map(|r| r.map(|r| r.iter().map(|c| strip_guard(c).to_owned()).collect())).collect::<Result<_, _>>().map_err(|e| TestCaseError::fail(e.to_string()))?;
        prop_assert_eq!(&other, &table);
    }

    #[test]
    fn any_bytes_end_in_an_answer(bytes in proptest::collection::vec(prop_oneof![Just(b'"'), Just(b','), Just(b'\n'), Just(b'\r'), any::<u8>()], 0..400)) {
        let _ = rows(&bytes);
    }

    /// The csv crate and ours agree on every well-formed file, whatever the delimiter.
    #[test]
    fn two_readers_agree(table in table(), semicolon in any::<bool>(), crlf in any::<bool>()) {
        let mut table = tidy(table);
        let width = table.first().map_or(1, Vec::len).max(2);
        for row in &mut table { row.resize(width, "x".into()); }
        table.insert(0, (0..width).map(|i| format!("kolom_{i}")).collect());
        let mut writer = csv::WriterBuilder::new()
            .delimiter(if semicolon { b';' } else { b',' })
            .terminator(if crlf { csv::Terminator::CRLF } else { csv::Terminator::Any(b'\n') })
            .quote_style(csv::QuoteStyle::Always)
            .from_writer(Vec::new());
        for row in &table { writer.write_record(row).map_err(|e| TestCaseError::fail(e.to_string()))?; }
        let written = writer.into_inner().map_err(|e| TestCaseError::fail(e.to_string()))?;
        prop_assert_eq!(rows(&written).map_err(|e| TestCaseError::fail(e.to_string()))?, table);
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    /// A workbook with a few bytes of its XML changed ends in rows or a refusal, never in
    /// a panic of the caller.
    #[test]
    fn any_workbook_ends_in_an_answer(changes in proptest::collection::vec((any::<usize>(), any::<usize>(), any::<u8>()), 1..6)) {
        let mut book = common::Book::new(&(common::text_row(1, &["nip", "nama"]) + "<row r=\"2\"><c r=\"A2\" t=\"s\"><v>0</v></c><c s=\"1\"><f t=\"shared\" si=\"0\" ref=\"B2:B3\">A1</f><v>45296</v></c></row>"));
        book.strings = Some("<sst uniqueCount=\"1\"><si><t>a</t></si></sst>".into());
        let mut parts = book.parts();
        for (part, at, byte) in changes {
            let count = parts.len();
            let content = &mut parts[part % count].1;
            let at = at % content.len();
            content[at] = byte;
        }
        let parts: Vec<(&str, &[u8])> = parts.iter().map(|(n, c)| (n.as_str(), c.as_slice())).collect();
        match rows(&common::zip(&parts)) {
            Ok(_) | Err(sheet::Error::Refusal(_)) => {}
            Err(sheet::Error::Failure(e)) => prop_assert!(false, "{}", e),
        }
    }

    #[test]
    fn xlsx_comes_back(table in table()) {
        let table = tidy(table);
        let mut writer = XlsxWriter::new();
        writer.sheet("Data", &["kepala"], &[]).map_err(|e| TestCaseError::fail(e.to_string()))?;
        for row in &table {
            let cells: Vec<Value> = row.iter().map(|c| Value::Text(c)).collect();
            writer.row(&cells).map_err(|e| TestCaseError::fail(e.to_string()))?;
        }
        let written = writer.finish(Vec::new()).map_err(|e| TestCaseError::fail(e.to_string()))?;
        let mut read = rows(&written).map_err(|e| TestCaseError::fail(e.to_string()))?;
        read.remove(0);
        let width = table.first().map_or(0, Vec::len);
        for row in &mut read { row.resize(width, String::new()); }
        prop_assert_eq!(read, table);
    }
}

#[test]
fn written_workbooks_hold_text_and_counts() -> common::Outcome {
    let mut writer = XlsxWriter::new();
    writer.sheet("Rekap", &["nip", "jumlah"], &[20.0, 8.0])?;
    writer.row(&[Value::Text("198001012005011001"), Value::Count(-12)])?;
    writer.row(&[Value::Text("=1+1"), Value::Count(i64::MIN)])?;
    let mut bundle = Bundle::new(std::io::Cursor::new(Vec::new()));
    assert_eq!(bundle.add_workbook("Dinas A/B.xlsx", writer)?, "Dinas A B.xlsx");
    assert_eq!(bundle.add("dinas a b.xlsx", b"x")?, "dinas a b (2).xlsx");
    let mut archive = zip::ZipArchive::new(bundle.finish()?)?;
    assert_eq!(archive.len(), 2);
    let mut content = Vec::new();
    std::io::Read::read_to_end(&mut archive.by_name("Dinas A B.xlsx")?, &mut content)?;
    // Text cells carry a format of their own (`s`), the one that says text.
    let mut xml = String::new();
    let mut workbook = zip::ZipArchive::new(std::io::Cursor::new(&content))?;
    std::io::Read::read_to_string(&mut workbook.by_name("xl/worksheets/sheet1.xml")?, &mut xml)?;
    assert!(xml.contains("<c r=\"A2\" s=\"1\" t=\"inlineStr\">") && !xml.contains("<f>"), "{xml}");
    let (_folder, path) = common::file("a.xlsx", &content)?;
    let mut reader = sheet::open(&path, &Limits::default(), None)?;
    let mut row = Row::default();
    let mut seen = Vec::new();
    while reader.next_row(&mut row)? {
        seen.extend(row.cells().map(|c| (c.text.to_owned(), c.kind)));
    }
    let expected = [
        ("nip", Kind::Text),
        ("jumlah", Kind::Text),
        ("198001012005011001", Kind::Text),
        ("-12", Kind::Number),
        ("=1+1", Kind::Text),
        ("-9223372036854775808", Kind::Text),
    ];
    assert_eq!(seen, expected.map(|(t, k)| (t.to_owned(), k)));
    Ok(())
}

/// Nothing of the moment of writing is in a workbook.
#[test]
fn the_same_rows_are_the_same_bytes() -> common::Outcome {
    let written = || -> Result<Vec<u8>, sheet::Error> {
        let mut writer = XlsxWriter::new();
        writer.sheet("Data", &["nip"], &[20.0])?;
        writer.row(&[Value::Text("198001012005011001")])?;
        writer.finish(Vec::new())
    };
    let first = written()?;
    // Documents are stamped to the second, entries of an archive to two.
    std::thread::sleep(std::time::Duration::from_millis(2_100));
    assert!(first == written()?, "a workbook tells the time");
    Ok(())
}

#[test]
fn csv_cells_that_come_back_from_excel() -> common::Outcome {
    let mut writer = CsvWriter::with_bom(Vec::new())?;
    writer.kept_row(["198001012005011001", "01", "34", "=1+1", "01-04-2022", "Siti, S.E."])?;
    let written = String::from_utf8(writer.finish()?)?;
    assert_eq!(written, "\u{feff}'198001012005011001,'01,34,'=1+1,01-04-2022,\"Siti, S.E.\"\r\n");
    Ok(())
}

#[test]
fn csv_numbers_and_digits() -> common::Outcome {
    let mut writer = CsvWriter::with_bom(Vec::new())?;
    writer.digits("198001012005011001")?;
    writer.number(-5)?;
    writer.cell("-5")?;
    writer.digits("")?;
    writer.end_row()?;
    assert_eq!(writer.finish()?, b"\xEF\xBB\xBF'198001012005011001,-5,'-5,\r\n");
    Ok(())
}
