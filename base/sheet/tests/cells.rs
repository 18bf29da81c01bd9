//! What a workbook's cells become.

mod common;

use common::{Book, Outcome, open};
use sheet::{Kind, Row};

#[test]
fn cells_table() -> Outcome {
    use Kind::{Bool, Date, Error, Number, Text};
    // the XML of a cell | text | kind | digits lost
    let table: &[(&str, &str, Kind, bool)] = &[
        ("<c><v>42</v></c>", "42", Number, false),
        ("<c><v>-7.5</v></c>", "-7.5", Number, false),
        ("<c><v>1E+3</v></c>", "1000", Number, false),
        ("<c><v>0.1</v></c>", "0.1", Number, false),
        ("<c><v>3174010101900001</v></c>", "3174010101900001", Number, false),
        ("<c><v>3174010101900000</v></c>", "3174010101900000", Number, true),
        ("<c><v>1.9800101200501101E+17</v></c>", "198001012005011000", Number, true),
        ("<c><v>198001012005011001</v></c>", "198001012005011000", Number, true),
        ("<c><v>nan</v></c>", "#NUM!", Error, false),
        ("<c s=\"1\"><v>45296</v></c>", "05-01-2024", Date, false),
        ("<c s=\"2\"><v>45296.75</v></c>", "05-01-2024 18:00:00", Date, false),
        ("<c s=\"2\"><v>45296.999999999</v></c>", "06-01-2024", Date, false),
        ("<c s=\"1\"><v>0.5</v></c>", "12:00:00", Date, false),
        ("<c s=\"1\"><v>60</v></c>", "60", Error, false),
        ("<c s=\"1\"><v>-3</v></c>", "-3", Error, false),
        ("<c s=\"3\"><v>1.5</v></c>", "1.5", Number, false),
        ("<c><v>45296</v></c>", "45296", Number, false),
        ("<c t=\"d\"><v>2024-01-05T00:00:00Z</v></c>", "05-01-2024", Date, false),
        ("<c t=\"b\"><v>1</v></c>", "TRUE", Bool, false),
        ("<c t=\"e\"><v>#REF!</v></c>", "#REF!", Error, false),
        ("<c t=\"s\"><v>0</v></c>", "bersama", Text, false),
        ("<c t=\"s\"><v>1</v></c>", "kaya teks", Text, false),
        ("<c t=\"inlineStr\"><is><t>a &amp; b</t></is></c>", "a & b", Text, false),
        ("<c t=\"str\"><f>A1&amp;\"x\"</f><v>hasil</v></c>", "hasil", Text, false),
        ("<c><f>1+1</f><v>2</v></c>", "2", Number, false),
        ("<c><f>1+1</f></c>", "=1+1", Error, false),
        ("<c><f>1+1</f><v></v></c>", "=1+1", Error, false),
        ("<c><f t=\"shared\" si=\"4000000000\"/></c>", "=…", Error, false),
    ];
    let rows: String =
        table.iter().enumerate().map(|(i, (xml, ..))| format!("<row r=\"{}\">{xml}</row>", i + 1)).collect();
    let mut book = Book::new(&rows);
    book.strings = Some("<?xml version=\"1.0\"?>\n<sst count=\"2\" uniqueCount=\"2\"><si><t>bersama</t></si><si><r><t xml:space=\"preserve\">kaya </t></r><r><t>teks</t></r></si></sst>".into());
    let (_folder, mut reader) = open(&book.bytes())?;
    let mut row = Row::default();
    for (xml, text, kind, lossy) in table {
        assert!(reader.next_row(&mut row)?, "{xml}");
        let cell = row.cell(0);
        assert_eq!((cell.text, cell.kind, cell.lossy), (*text, *kind, *lossy), "{xml}");
        assert_eq!(cell.hint().is_some(), *kind == Error || *lossy, "{xml}");
    }
    assert!(!reader.next_row(&mut row)?);
    Ok(())
}

#[test]
fn the_1904_system_is_honoured() -> Outcome {
    let mut book = Book::new("<row r=\"1\"><c s=\"1\"><v>43834</v></c><c><v>43834</v></c></row>");
    book.date1904 = true;
    let (_folder, mut reader) = open(&book.bytes())?;
    let mut row = Row::default();
    assert!(reader.next_row(&mut row)?);
    assert_eq!(row.cell(0).text, "05-01-2024");
    assert_eq!(reader.serial_to_date(row.cell(1).text), Some((2024, 1, 5)));
    Ok(())
}

#[test]
fn gaps_are_empty_cells_and_numbers_stay() -> Outcome {
    let (_folder, mut reader) = open(&Book::new("<row r=\"4\"><c r=\"B4\"><v>1</v></c><c r=\"E4\"><v>2</v></c><c r=\"F4\" s=\"1\"/></row><row r=\"5\"><c r=\"A5\" s=\"1\"/></row>").bytes())?;
    let mut row = Row::default();
    assert!(reader.next_row(&mut row)?);
    assert_eq!((row.number(), row.len(), row.cell(0).kind, row.cell(4).text), (4, 5, Kind::Empty, "2"));
    assert!(!reader.next_row(&mut row)?);
    Ok(())
}
