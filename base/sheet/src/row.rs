//! One row, kept in one piece of memory that is used again for the next row.

use crate::refusal::Refusal;

/// Column this program adds to files of refused rows: why the row was refused. Never read back.
pub const REASON: &str = "alasan_penolakan";
/// And the number the row had in the file it was refused from. Never read back either.
pub const ORIGIN: &str = "baris_asal";

/// A column of a file of refused rows, not of the file it came from.
pub fn is_ours(column: &str) -> bool {
    [REASON, ORIGIN].contains(&crate::slug(column).as_str())
}

/// What the file says a cell is. CSV knows only text and empty.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// Text, exactly as stored.
    Text,
    /// A number; see [`Cell::lossy`].
    Number,
    /// A number shown as a date: `dd-mm-yyyy`, with ` hh:mm:ss` when a time of day is stored.
    Date,
    /// `TRUE` or `FALSE`.
    Bool,
    /// Nothing.
    Empty,
    /// An error value (`#REF!`), a date that does not exist, or a formula without a stored result.
    Error,
}

/// A view of one cell.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Cell<'a> {
    /// The content; empty for [`Kind::Empty`]. For a formula without a stored result: the formula.
    pub text: &'a str,
    /// What the file says it is.
    pub kind: Kind,
    /// A number that has probably lost digits: more than a spreadsheet program keeps
    /// (15 digits when typed, 2^53 when stored). An 18-digit NIP typed as a number is one.
    /// The text must then not be used as an identity.
    pub lossy: bool,
}

impl Cell<'_> {
    const NOTHING: Cell<'static> = Cell { text: "", kind: Kind::Empty, lossy: false };

    /// An Indonesian sentence for a cell that cannot be used as it stands, else `None`.
    pub fn hint(&self) -> Option<&'static str> {
        match self.kind {
            Kind::Error if self.text.starts_with('=') => Some(
                "Sel ini berisi rumus tanpa hasil tersimpan. Buka berkas di Excel, simpan lagi, atau tempel sebagai nilai.",
            ),
            Kind::Error => Some("Sel ini berisi galat atau tanggal yang tidak ada. Perbaiki di berkas asal."),
            Kind::Number if self.lossy => Some(
                "Angka ini terlalu panjang dan sudah kehilangan digit di Excel. Ubah kolom menjadi Teks lalu isi ulang dari sumbernya.",
            ),
            _ => None,
        }
    }
}

#[derive(Debug, Clone, Copy)]
struct Slot {
    end: u32,
    kind: Kind,
    lossy: bool,
}

/// One row. Make one with `Row::default()` and hand it to
/// [`Reader::next_row`](crate::Reader::next_row) again and again.
#[derive(Debug, Clone, Default)]
pub struct Row {
    pub(crate) number: u64,
    pub(crate) line: u64,
    pub(crate) text: String,
    slots: Vec<Slot>,
    /// Why this row cannot be taken, while its neighbours can.
    pub invalid: Option<Refusal>,
}

impl Row {
    /// The row number a spreadsheet program shows, from 1. Blank rows count.
    pub fn number(&self) -> u64 {
        self.number
    }

    /// The physical line a text editor shows, from 1. Differs from [`Row::number`] only
    /// in a CSV file that has line breaks inside cells.
    pub fn line(&self) -> u64 {
        self.line
    }

    /// Number of cells up to the last one present.
    pub fn len(&self) -> usize {
        self.slots.len()
    }

    /// No cells at all.
    pub fn is_empty(&self) -> bool {
        self.slots.is_empty()
    }

    /// Cell `i`, from 0. Beyond the end every cell is empty, as in a spreadsheet program.
    pub fn cell(&self, i: usize) -> Cell<'_> {
        let Some(slot) = self.slots.get(i) else { return Cell::NOTHING };
        let start = if i == 0 { 0 } else { self.slots[i - 1].end as usize };
        Cell { text: &self.text[start..slot.end as usize], kind: slot.kind, lossy: slot.lossy }
    }

    /// All cells, left to right.
    pub fn cells(&self) -> impl Iterator<Item = Cell<'_>> {
        (0..self.len()).map(|i| self.cell(i))
    }

    /// Nothing in any cell.
    pub(crate) fn is_blank(&self) -> bool {
        self.text.is_empty() && self.invalid.is_none()
    }

    pub(crate) fn clear(&mut self) {
        self.number = 0;
        self.line = 0;
        self.text.clear();
        self.slots.clear();
        self.invalid = None;
    }

    /// Closes the cell that began where the last one ended, when the text is in `self.text`.
    pub(crate) fn close(&mut self, kind: Kind, lossy: bool) {
        self.close_at(self.text.len(), kind, lossy);
    }

    /// The same while the text is still bytes somewhere else.
    pub(crate) fn close_at(&mut self, end: usize, kind: Kind, lossy: bool) {
        // A row is bounded far below 4 GiB by the record limits of both readers.
        self.slots.push(Slot { end: end as u32, kind, lossy });
    }

    /// Byte ends of all cells, for the CSV reader that must repair text after the fact.
    pub(crate) fn ends(&self) -> impl Iterator<Item = usize> + '_ {
        self.slots.iter().map(|slot| slot.end as usize)
    }

    pub(crate) fn replace_cells<'a>(&mut self, cells: impl Iterator<Item = std::borrow::Cow<'a, str>>) {
        self.text.clear();
        self.slots.clear();
        for cell in cells {
            self.text.push_str(&cell);
            self.close(if cell.is_empty() { Kind::Empty } else { Kind::Text }, false);
        }
    }
}

/// The letters a spreadsheet program shows for column `i` (from 0): `0 -> A`, `26 -> AA`.
pub fn column_name(i: usize) -> String {
    let mut letters = Vec::new();
    let mut rest = i + 1;
    while rest > 0 {
        letters.push(b'A' + ((rest - 1) % 26) as u8);
        rest = (rest - 1) / 26;
    }
    letters.iter().rev().map(|&b| b as char).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_have_letters() {
        for (i, name) in [(0, "A"), (25, "Z"), (26, "AA"), (51, "AZ"), (66, "BO"), (701, "ZZ"), (702, "AAA")]
        {
            assert_eq!(column_name(i), name);
        }
    }

    #[test]
    fn cells_beyond_the_end_are_empty() {
        let mut row = Row::default();
        row.text.push('a');
        row.close(Kind::Text, false);
        assert_eq!(row.cell(0).text, "a");
        assert_eq!(row.cell(9).kind, Kind::Empty);
    }
}
