//! Rows of whole numbers out of bytes, in one pass.

use sha2::{Digest, Sha256};

use super::Error;

/// A table: its file and the names of its columns.
pub(super) struct Table<const N: usize> {
    pub file: &'static str,
    pub columns: [&'static str; N],
}

/// No column holds a longer number: ids, scores, ranks.
const DIGITS: usize = 10;

impl<const N: usize> Table<N> {
    /// Hands every row with its number to `each`. `Ok(true)` says that the bytes end in a line end.
    pub fn rows(
        &self,
        bytes: &[u8],
        mut each: impl FnMut(usize, [i64; N]) -> Result<(), Error>,
    ) -> Result<bool, Error> {
        let head = self.columns.join(",");
        let body = match bytes.strip_prefix(head.as_bytes()) {
            Some([]) => return Ok(false),
            Some([b'\n', body @ ..]) => body,
            _ => return Err(Error::at(self.file, 1, format!("judul kolom harus \"{head}\""))),
        };
        let (mut at, mut row) = (0, 2);
        while at < body.len() {
            let mut values = [0; N];
            for (column, value) in values.iter_mut().enumerate() {
                let (number, length) = number(&body[at..]);
                let end = if column + 1 == N { b'\n' } else { b',' };
                let closed = match body.get(at + length) {
                    None => column + 1 == N,
                    Some(&byte) => byte == end,
                };
                match number {
                    Some(number) if closed => *value = number,
                    _ => return Err(self.complain(body, at, row, column)),
                }
                at += length + 1;
            }
            each(row, values)?;
            row += 1;
        }
        Ok(bytes.last() == Some(&b'\n'))
    }

    /// Why a field was not taken: the slow look at the row it stands in.
    fn complain(&self, body: &[u8], at: usize, row: usize, column: usize) -> Error {
        let start = body[..at].iter().rposition(|&byte| byte == b'\n').map_or(0, |end| end + 1);
        let line = body[start..].split(|&byte| byte == b'\n').next().unwrap_or_default();
        let fields: Vec<&[u8]> = line.split(|&byte| byte == b',').collect();
        if fields.len() != N {
            return Error::at(self.file, row, format!("ada {} kolom, seharusnya {N}", fields.len()));
        }
        let text: String = String::from_utf8_lossy(fields[column]).chars().take(40).collect();
        let name = self.columns[column];
        Error::at(self.file, row, format!("kolom {name} {text:?} bukan bilangan bulat"))
    }

    /// SHA-256 of the table with these rows, written as the format wants it.
    pub fn hash(&self, rows: impl Iterator<Item = [i64; N]>) -> String {
        let mut sha = Sha256::new();
        let mut text = Vec::with_capacity(BLOCK + 32 * N);
        text.extend_from_slice(self.columns.join(",").as_bytes());
        text.push(b'\n');
        for row in rows {
            for (column, value) in row.into_iter().enumerate() {
                decimal(&mut text, value);
                text.push(if column + 1 == N { b'\n' } else { b',' });
            }
            if text.len() >= BLOCK {
                sha.update(&text);
                text.clear();
            }
        }
        sha.update(&text);
        hex(&sha.finalize())
    }
}

const BLOCK: usize = 1 << 16;

/// A whole number in its only spelling, and how many bytes it takes.
#[inline]
fn number(bytes: &[u8]) -> (Option<i64>, usize) {
    let negative = bytes.first() == Some(&b'-');
    let start = usize::from(negative);
    let (mut value, mut at) = (0i64, start);
    while let Some(digit) = bytes.get(at).map(|byte| byte.wrapping_sub(b'0')).filter(|&digit| digit < 10) {
        if at - start == DIGITS {
            return (None, at);
        }
        value = value * 10 + i64::from(digit);
        at += 1;
    }
    let digits = at - start;
    let spelt = digits > 0 && (bytes[start] != b'0' || (digits == 1 && !negative));
    (spelt.then_some(if negative { -value } else { value }), at)
}

/// Appends a whole number.
pub(super) fn decimal(text: &mut Vec<u8>, value: i64) {
    let mut digits = [0u8; 20];
    let mut at = digits.len();
    let mut rest = value.unsigned_abs();
    loop {
        at -= 1;
        digits[at] = b'0' + (rest % 10) as u8;
        rest /= 10;
        if rest == 0 {
            break;
        }
    }
    if value < 0 {
        text.push(b'-');
    }
    text.extend_from_slice(&digits[at..]);
}

/// SHA-256 of bytes, in hexadecimal.
pub(super) fn sha256(bytes: &[u8]) -> String {
    hex(&Sha256::digest(bytes))
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}
