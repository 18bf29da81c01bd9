//! Which rows of a long list one page shows, and where the pages before and after begin.

use std::ops::Range;

/// Rows of one page.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Potong {
    /// Places shown.
    pub rows: Range<usize>,
    /// The page before begins behind this place; `Some(None)` at the beginning.
    pub previous: Option<Option<usize>>,
    /// The next page begins behind this place.
    pub next: Option<usize>,
}

/// The page of `size` rows behind a place, of `len` rows; the first page when there is no such place.
pub fn potong(len: usize, size: usize, behind: Option<usize>) -> Potong {
    let from = behind.map(|place| place + 1).filter(|from| *from < len).unwrap_or(0);
    let until = len.min(from + size);
    Potong {
        rows: from..until,
        previous: (from > 0).then(|| from.checked_sub(size + 1)),
        next: (until < len).then(|| until - 1),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pages_follow_one_another() {
        // banyak baris · sesudah · tampil · sebelumnya · berikutnya
        for (len, behind, rows, previous, next) in [
            (0, None, 0..0, None, None),
            (3, None, 0..3, None, None),
            (7, None, 0..3, None, Some(2)),
            (7, Some(2), 3..6, Some(None), Some(5)),
            (7, Some(5), 6..7, Some(Some(2)), None),
            (7, Some(6), 0..3, None, Some(2)),
        ] {
            assert_eq!(potong(len, 3, behind), Potong { rows, previous, next }, "{len} {behind:?}");
        }
    }
}
