//! Several files in one zip: "one workbook per OPD".

use std::io::{Seek, Write};

use zip::write::{SimpleFileOptions, ZipWriter};
use zip::{CompressionMethod, DateTime};

use super::name::file_name;
use super::xlsx::XlsxWriter;
use crate::refusal::Error;

/// Writes a zip, file after file. Names are made plain and distinct ([`file_name`]); no
/// clock is read, so the same files give the same bytes.
pub struct Bundle<W: Write + Seek> {
    zip: ZipWriter<W>,
    names: Vec<String>,
}

impl<W: Write + Seek> Bundle<W> {
    /// An empty bundle.
    pub fn new(out: W) -> Self {
        Bundle { zip: ZipWriter::new(out), names: Vec::new() }
    }

    /// Begins a file and gives back the place to write it to, with the name it really got.
    ///
    /// # Errors
    /// A failure when the output does not take it; so for every method here.
    pub fn file(&mut self, name: &str) -> Result<(String, &mut (impl Write + use<W>)), Error> {
        let name = file_name(name, &self.names);
        // A workbook is a zip already; packing it again costs time and saves nothing.
        let method =
            if name.ends_with(".xlsx") { CompressionMethod::Stored } else { CompressionMethod::Deflated };
        let options = SimpleFileOptions::default()
            .compression_method(method)
            .last_modified_time(DateTime::default())
            .large_file(true);
        self.zip.start_file(name.as_str(), options).map_err(failure)?;
        self.names.push(name.clone());
        Ok((name, &mut self.zip))
    }

    /// Adds a finished file; gives back the name it got.
    pub fn add(&mut self, name: &str, content: &[u8]) -> Result<String, Error> {
        let (name, out) = self.file(name)?;
        out.write_all(content)?;
        Ok(name)
    }

    /// Adds a workbook; gives back the name it got.
    pub fn add_workbook(&mut self, name: &str, workbook: XlsxWriter) -> Result<String, Error> {
        let packed = workbook.finish(Vec::new())?;
        self.add(name, &packed)
    }

    /// Writes the directory and gives the output back.
    pub fn finish(self) -> Result<W, Error> {
        self.zip.finish().map_err(failure)
    }
}

fn failure(error: zip::result::ZipError) -> Error {
    Error::Failure(std::io::Error::other(error))
}
