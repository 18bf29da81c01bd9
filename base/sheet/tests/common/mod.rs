//! Hand-made files for the tests: workbooks from raw XML parts, so that a test can say
//! exactly what is wrong with them.
#![allow(dead_code)]

use std::io::{Cursor, Write};
use std::path::PathBuf;

use sheet::{Error, Limits, Reader, Row};
use zip::write::{SimpleFileOptions, ZipWriter};

pub type Outcome = Result<(), Box<dyn std::error::Error>>;

pub const RELS: &str = r#"<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>"#;

/// A file with this content in a folder of its own.
pub fn file(name: &str, content: &[u8]) -> std::io::Result<(tempfile::TempDir, PathBuf)> {
    let folder = tempfile::tempdir()?;
    let path = folder.path().join(name);
    std::fs::write(&path, content)?;
    Ok((folder, path))
}

pub fn zip(parts: &[(&str, &[u8])]) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, content) in parts {
        zip.start_file(*name, SimpleFileOptions::default()).expect("part");
        zip.write_all(content).expect("content");
    }
    zip.finish().expect("zip").into_inner()
}

/// A workbook: sheets are (name, the rows inside `<sheetData>`).
pub struct Book {
    pub sheets: Vec<(String, String)>,
    pub date1904: bool,
    pub strings: Option<String>,
    pub more: Vec<(String, Vec<u8>)>,
}

impl Book {
    pub fn new(rows: &str) -> Book {
        Book { sheets: vec![("Data".into(), rows.into())], date1904: false, strings: None, more: Vec::new() }
    }

    pub fn sheet(mut self, name: &str, rows: &str) -> Book {
        self.sheets.push((name.into(), rows.into()));
        self
    }

    pub fn with(mut self, name: &str, content: &[u8]) -> Book {
        self.more.push((name.into(), content.to_vec()));
        self
    }

    pub fn parts(&self) -> Vec<(String, Vec<u8>)> {
        let (mut list, mut rels) = (String::new(), String::new());
        let mut parts = vec![("_rels/.rels".to_owned(), RELS.as_bytes().to_vec())];
        for (i, (name, rows)) in self.sheets.iter().enumerate() {
            list += &format!(r#"<sheet name="{name}" sheetId="{0}" r:id="rId{0}"/>"#, i + 1);
            rels += &format!(
                r#"<Relationship Id="rId{0}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet{0}.xml"/>"#,
                i + 1
            );
            let xml = format!(
                r#"<?xml version="1.0"?><worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>{rows}</sheetData></worksheet>"#
            );
            parts.push((format!("xl/worksheets/sheet{}.xml", i + 1), xml.into_bytes()));
        }
        let flag = if self.date1904 { r#"<workbookPr date1904="1"/>"# } else { "" };
        parts.push(("xl/workbook.xml".into(), format!(r#"<?xml version="1.0"?><workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">{flag}<sheets>{list}</sheets></workbook>"#).into_bytes()));
        parts.push((
            "xl/_rels/workbook.xml.rels".into(),
            format!(r#"<?xml version="1.0"?><Relationships>{rels}</Relationships>"#).into_bytes(),
        ));
        // Style 0 general, style 1 a built-in date, style 2 a date of our own, style 3 a duration.
        parts.push(("xl/styles.xml".into(), br#"<?xml version="1.0"?><styleSheet><numFmts count="2"><numFmt numFmtId="164" formatCode="dd\-mm\-yyyy"/><numFmt numFmtId="165" formatCode="[h]:mm"/></numFmts><cellXfs count="4"><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/><xf numFmtId="165"/></cellXfs></styleSheet>"#.to_vec()));
        if let Some(strings) = &self.strings {
            parts.push(("xl/sharedStrings.xml".into(), strings.clone().into_bytes()));
        }
        parts.extend(self.more.clone());
        parts
    }

    pub fn bytes(&self) -> Vec<u8> {
        let parts = self.parts();
        zip(&parts.iter().map(|(n, c)| (n.as_str(), c.as_slice())).collect::<Vec<_>>())
    }
}

/// `<row>` with inline text cells.
pub fn text_row(number: u32, cells: &[&str]) -> String {
    let cells: String = cells.iter().map(|c| format!("<c t=\"inlineStr\"><is><t>{c}</t></is></c>")).collect();
    format!("<row r=\"{number}\">{cells}</row>")
}

pub fn open(content: &[u8]) -> Result<(tempfile::TempDir, Reader), Error> {
    let (folder, path) = file("berkas.bin", content)?;
    Ok((folder, sheet::open(&path, &Limits::default(), None)?))
}

/// All rows as text, with invalid rows shown by their code.
pub fn rows(content: &[u8]) -> Result<Vec<Vec<String>>, Error> {
    let (_folder, mut reader) = open(content)?;
    let (mut row, mut all) = (Row::default(), Vec::new());
    while reader.next_row(&mut row)? {
        all.push(match &row.invalid {
            Some(refusal) => vec![refusal.code.to_owned()],
            None => row.cells().map(|c| c.text.to_owned()).collect(),
        });
    }
    Ok(all)
}
