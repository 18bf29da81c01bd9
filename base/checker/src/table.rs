//! Rows of whole numbers, read strictly: one way to write a number, one way to end a line. So the
//! sorted form of a file is a matter of its rows' order alone.

use std::fmt::Write as _;

use sha2::{Digest, Sha256};

/// Longest number accepted, sign apart: two of them can be added without overflow.
const DIGITS_MAX: usize = 18;

/// A file of the case after reading: rows in sorted order.
pub struct Table<const N: usize> {
    pub rows: Vec<[i32; N]>,
    /// Line of each row in the file as it stood; empty if the rows stood sorted.
    lines: Vec<u32>,
    /// SHA-256 of the sorted form.
    pub hash: String,
}

impl<const N: usize> Table<N> {
    /// Reads and sorts by the first columns. `Err` names file, line and column.
    pub fn read(file: &str, bytes: &[u8], head: &str) -> Result<Self, String> {
        let mut rows = Vec::new();
        for_each(file, bytes, head, |line, cells: [i64; N]| {
            let mut row = [0; N];
            for (at, cell) in cells.into_iter().enumerate() {
                row[at] = i32::try_from(cell).map_err(|_| {
                    let column = head.split(',').nth(at).unwrap_or_default();
                    format!("{file} baris {line}: kolom {column} terlalu besar ({cell}).")
                })?;
            }
            rows.push(row);
            Ok(())
        })?;
        // Without its last line end a file has the hash it would have with it.
        if rows.is_sorted() && bytes.ends_with(b"\n") {
            return Ok(Table { rows, lines: Vec::new(), hash: sha256(bytes) });
        }
        let mut numbered: Vec<([i32; N], u32)> = rows.into_iter().zip(2..).collect();
        numbered.sort_unstable();
        let (rows, lines): (Vec<_>, Vec<_>) = numbered.into_iter().unzip();
        let hash = sha256_of_rows(head, &rows);
        Ok(Table { rows, lines, hash })
    }

    /// Line of a row in the file, the head being line 1.
    pub fn line(&self, row: usize) -> usize {
        self.lines.get(row).map_or(row + 2, |line| *line as usize)
    }
}

/// Calls `each` with line number and cells of every row below the head.
pub fn for_each<const N: usize>(
    file: &str,
    bytes: &[u8],
    head: &str,
    mut each: impl FnMut(usize, [i64; N]) -> Result<(), String>,
) -> Result<(), String> {
    let body = match bytes.strip_prefix(head.as_bytes()) {
        Some([]) | Some([b'\n']) => return Ok(()),
        Some([b'\n', body @ ..]) => body.strip_suffix(b"\n").unwrap_or(body),
        _ => return Err(format!("{file} baris 1: kepala berkas harus \"{head}\".")),
    };
    for (line, text) in (2..).zip(body.split(|byte| *byte == b'\n')) {
        let mut cells = [0; N];
        let mut given = 0;
        for cell in text.split(|byte| *byte == b',') {
            if let Some(place) = cells.get_mut(given) {
                *place = number(cell).ok_or_else(|| {
                    let column = head.split(',').nth(given).unwrap_or_default();
                    format!("{file} baris {line}: kolom {column} {} bukan bilangan bulat.", quoted(cell))
                })?;
            }
            given += 1;
        }
        if given != N {
            return Err(format!("{file} baris {line}: ada {given} kolom, seharusnya {N}."));
        }
        each(line, cells)?;
    }
    Ok(())
}

/// Decimal, no sign but minus, no leading zero, no blank.
pub fn number(text: &[u8]) -> Option<i64> {
    let (negative, digits) = text.strip_prefix(b"-").map_or((false, text), |digits| (true, digits));
    let leading_zero = digits.first() == Some(&b'0') && (digits.len() > 1 || negative);
    if digits.is_empty() || digits.len() > DIGITS_MAX || leading_zero {
        return None;
    }
    let mut value = 0;
    for digit in digits {
        value = value * 10 + i64::from(digit.is_ascii_digit().then(|| digit - b'0')?);
    }
    Some(if negative { -value } else { value })
}

/// What stood in a file, short enough for a sentence.
pub fn quoted(bytes: &[u8]) -> String {
    let text: String = String::from_utf8_lossy(bytes.get(..40).unwrap_or(bytes)).escape_debug().collect();
    format!("\"{text}\"")
}

pub fn sha256(bytes: &[u8]) -> String {
    hex(&Sha256::digest(bytes))
}

fn sha256_of_rows<const N: usize>(head: &str, rows: &[[i32; N]]) -> String {
    let mut hasher = Sha256::new();
    hasher.update(head);
    hasher.update("\n");
    let mut text = String::new();
    for row in rows {
        text.clear();
        for (at, cell) in row.iter().enumerate() {
            let _ = write!(text, "{}{cell}", if at == 0 { "" } else { "," });
        }
        text.push('\n');
        hasher.update(&text);
    }
    hex(&hasher.finalize())
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().fold(String::with_capacity(64), |mut text, byte| {
        let _ = write!(text, "{byte:02x}");
        text
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_is_written_in_one_way() {
        for (text, value) in [
            ("0", Some(0)),
            ("17", Some(17)),
            ("-1", Some(-1)),
            ("999999999999999999", Some(999_999_999_999_999_999)),
            ("1000000000000000000", None),
            ("", None),
            ("-", None),
            ("-0", None),
            ("007", None),
            ("+1", None),
            (" 1", None),
            ("12x", None),
        ] {
            assert_eq!(number(text.as_bytes()), value, "{text}");
        }
    }

    #[test]
    fn shuffled_rows_have_the_hash_of_the_sorted_ones_and_keep_their_lines() {
        let sorted = Table::<2>::read("a.csv", b"x,y\n1,2\n3,-4\n", "x,y").expect("well formed");
        let shuffled = Table::<2>::read("a.csv", b"x,y\n3,-4\n1,2\n", "x,y").expect("well formed");
        assert_eq!((&sorted.rows, &sorted.hash), (&shuffled.rows, &shuffled.hash));
        let cut = Table::<2>::read("a.csv", b"x,y\n1,2\n3,-4", "x,y").expect("well formed");
        assert_eq!((&sorted.rows, &sorted.hash), (&cut.rows, &cut.hash));
        assert_eq!([sorted.line(0), sorted.line(1), shuffled.line(0), shuffled.line(1)], [2, 3, 3, 2]);
    }

    #[test]
    fn refusals_name_file_line_and_column() {
        for (bytes, says) in [
            ("", "a.csv baris 1: kepala"),
            ("x,y\n1\n", "baris 2: ada 1 kolom"),
            ("x,y\n1,2\n1,2,3\n", "baris 3: ada 3 kolom"),
            ("x,y\n1,2x\n", "kolom y \"2x\" bukan bilangan bulat"),
            ("x,y\n1,3000000000\n", "kolom y terlalu besar"),
            ("x,y\n\n", "kolom x \"\""),
        ] {
            let failure = Table::<2>::read("a.csv", bytes.as_bytes(), "x,y").err().expect(bytes);
            assert!(failure.contains(says), "{failure}");
        }
    }
}
