//! Headers where people put them.

mod common;

use common::{Book, Outcome, open, text_row};
use sheet::{Error, Row, find_header};

const KNOWN: &[&str] = &["nip_baru", "nama", "tmt_cpns", "gol_akhir_nama"];

/// Columns found, first data row number and its first cell.
fn found(content: &[u8]) -> Result<(Vec<Option<usize>>, u64, String), Error> {
    let (_folder, mut reader) = open(content)?;
    let header = find_header(&mut reader, KNOWN, 20)?;
    let mut row = Row::default();
    assert!(reader.next_row(&mut row)?);
    assert!(row.number() >= header.data_start);
    Ok((header.columns, row.number(), row.cell(0).text.to_owned()))
}

#[test]
fn csv_headers() -> Outcome {
    let all = vec![Some(0), Some(1), Some(2), Some(3)];
    // what it is | content | columns | row number of the first data
    let table: &[(&str, &str, Vec<Option<usize>>, u64)] = &[
        ("koma", "nip_baru,nama,tmt_cpns,gol_akhir_nama\n1,a,b,c\n", all.clone(), 2),
        (
            "titik koma",
            "nip_baru;nama;tmt_cpns;gol_akhir_nama\r\n1;\"a, S.Pd, M.Pd\";b;c\r\n",
            all.clone(),
            2,
        ),
        ("tab", "nip_baru\tnama\ttmt_cpns\tgol_akhir_nama\n1\ta\tb\tc\n", all.clone(), 2),
        ("BOM dan CR saja", "\u{feff}nip_baru,nama,tmt_cpns,gol_akhir_nama\r1,a,b,c\r", all.clone(), 2),
        ("sep=", "sep=;\r\nnip_baru;nama;tmt_cpns;gol_akhir_nama\r\n1;a;b;c\r\n", all.clone(), 3),
        ("ditulis manusia", "NIP Baru,NAMA ,Tmt CPNS,Gol. Akhir (Nama)\n1,a,b,c\n", all.clone(), 2),
        (
            "kutip dengan pemisah",
            "\"nip_baru\",\"nama\",\"tmt_cpns\",\"gol_akhir_nama\"\n1,\"x;y;z;w\",b,c\n",
            all.clone(),
            2,
        ),
        (
            "judul di atas",
            "DAFTAR NOMINATIF, KEADAAN 2024\n\nProvinsi\nnip_baru;nama;tmt_cpns;gol_akhir_nama\n1;a;b;c\n2;a;b;c\n",
            all,
            5,
        ),
        ("terbalik, ada tambahan", "catatan,nama,nip_baru\n1,a,b\n", vec![Some(2), Some(1), None, None], 2),
    ];
    for (name, content, columns, data) in table {
        let (c, d, first) = found(content.as_bytes())?;
        assert_eq!((&c, &d, first.as_str()), (columns, data, "1"), "{name}");
    }
    Ok(())
}

#[test]
fn extra_and_missing_are_named() -> Outcome {
    let (_folder, mut reader) = open(b"Catatan Kami,nama,nip_baru,\n1,a,b,\n")?;
    let header = find_header(&mut reader, KNOWN, 20)?;
    assert_eq!(header.extra, [(0, "Catatan Kami".to_owned())]);
    assert_eq!(header.missing, ["tmt_cpns", "gol_akhir_nama"]);
    Ok(())
}

#[test]
fn twice_is_refused() -> Outcome {
    let (_folder, mut reader) = open(b"nip_baru,nama,NAMA\n1,a,b\n")?;
    let refusal = find_header(&mut reader, KNOWN, 20).err();
    let refusal = refusal.as_ref().and_then(Error::refusal).expect("a refusal");
    assert_eq!((refusal.code, refusal.column), ("LEMBAR-18", Some(3)));
    assert!(refusal.message.contains("kolom B dan C"), "{}", refusal.message);
    Ok(())
}

#[test]
fn headers_in_workbooks() -> Outcome {
    let two = r#"<row r="1"><c r="A1" t="str"><v>DAFTAR PNS</v></c></row><row r="3"><c r="A3" t="str"><v>NIP Baru</v></c><c r="B3" t="str"><v>Nama</v></c><c r="C3" t="str"><v>TMT</v></c><c r="E3" t="str"><v>Ket</v></c></row><row r="4"><c r="C4" t="str"><v>CPNS</v></c><c r="D4" t="str"><v>Gol Akhir Nama</v></c></row><row r="5"><c r="A5" t="str"><v>1</v></c></row>"#;
    assert_eq!(found(&Book::new(two).bytes())?, (vec![Some(0), Some(1), Some(2), Some(3)], 5, "1".into()));

    // The header is on the second sheet; the first only explains two columns.
    let book = Book::new(
        &(text_row(1, &["nip_baru", "nama"]) + &text_row(2, &["delapan belas digit", "tanpa gelar"])),
    )
    .sheet("Isi", &(text_row(2, &["nip_baru", "nama", "tmt_cpns"]) + &text_row(3, &["1", "a", "b"])));
    let (_folder, mut reader) = open(&book.bytes())?;
    let header = find_header(&mut reader, KNOWN, 20)?;
    assert_eq!((header.sheet.as_deref(), header.rows, header.data_start), (Some("Isi"), (2, 2), 3));
    let mut row = Row::default();
    assert!(reader.next_row(&mut row)? && row.cell(0).text == "1");

    // Equal sheets: the first one, read again from its start.
    let same = text_row(1, &["nip_baru", "nama"]) + &text_row(2, &["1", "a"]);
    let (_folder, mut reader) = open(&Book::new(&same).sheet("Lain", &same).bytes())?;
    assert_eq!(find_header(&mut reader, KNOWN, 20)?.sheet.as_deref(), Some("Data"));
    assert!(reader.next_row(&mut row)? && row.number() == 2);
    assert!(!reader.next_row(&mut row)?);
    Ok(())
}
