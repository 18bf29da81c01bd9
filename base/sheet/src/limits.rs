//! How much of a stranger's file we are willing to look at.

/// Ceilings for one file. Every number is a promise about memory or time, not a taste:
/// a file over a ceiling is refused with a sentence, never read halfway.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Limits {
    /// Largest CSV file, in bytes. 100,000 SIASN rows are about 90 MB.
    pub csv_bytes: u64,
    /// Largest XLSX file as it lies on disk (compressed), in bytes.
    pub xlsx_bytes: u64,
    /// Largest sum of the unpacked parts of an XLSX file, in bytes.
    pub unpacked: u64,
    /// Largest unpacked:packed ratio of a part (and of the whole file).
    pub ratio: u64,
    /// Largest row number.
    pub rows: u64,
    /// Largest number of columns with content.
    pub columns: usize,
    /// Largest cell, in bytes of UTF-8. Excel holds 32,767 characters of at most 4 bytes.
    pub cell_bytes: usize,
    /// Most parts (zip entries) of an XLSX file.
    pub parts: usize,
}

impl Default for Limits {
    fn default() -> Self {
        Limits {
            csv_bytes: 256 << 20,
            xlsx_bytes: 64 << 20,
            unpacked: 1 << 30,
            ratio: 100,
            rows: 1_048_576,
            columns: 512,
            cell_bytes: 32_767 * 4,
            parts: 2_000,
        }
    }
}
