//! One page of a list that stands in order of its keys.

/// Where a page lies in its list.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Halaman {
    /// Place of the first and the last row, from 1; both 0 when there is none.
    pub first: usize,
    /// The last.
    pub last: usize,
    /// Rows of the whole list.
    pub total: usize,
    /// The page before begins behind this key; empty for the first page.
    pub previous: Option<String>,
    /// The next page begins behind this key.
    pub next: Option<String>,
}

/// The rows behind a key, at most `size`; the first page for an empty key.
pub fn halaman<T>(list: Vec<T>, key: impl Fn(&T) -> &str, behind: &str, size: usize) -> (Vec<T>, Halaman) {
    let from = if behind.is_empty() { 0 } else { list.partition_point(|row| key(row) <= behind) };
    let until = list.len().min(from + size);
    let at = |place: usize| list.get(place).map_or(String::new(), |row| key(row).to_owned());
    let page = Halaman {
        first: if from < until { from + 1 } else { 0 },
        last: until,
        total: list.len(),
        previous: (from > 0).then(|| from.checked_sub(size + 1).map_or(String::new(), at)),
        next: (until < list.len()).then(|| at(until - 1)),
    };
    (list.into_iter().skip(from).take(size).collect(), page)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pages_follow_one_another() {
        //  behind     rows       first..last  previous    next
        for (behind, rows, places, previous, next) in [
            ("", "a b", (1, 2), None, Some("b")),
            ("b", "c d", (3, 4), Some(""), Some("d")),
            ("d", "e", (5, 5), Some("b"), None),
            ("bx", "c d", (3, 4), Some(""), Some("d")),
            ("z", "", (0, 5), Some("c"), None),
        ] {
            let (list, page) = halaman(vec!["a", "b", "c", "d", "e"], |r| r, behind, 2);
            assert_eq!(list.join(" "), rows, "{behind}");
            assert_eq!((page.first, page.last), places, "{behind}");
            assert_eq!((page.previous.as_deref(), page.next.as_deref()), (previous, next), "{behind}");
        }
    }
}
