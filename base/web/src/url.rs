//! Links as values: paths with query strings, encoded once and in one way.

/// Percent-encodes one query component (RFC 3986 unreserved characters stay).
pub fn encode(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for byte in text.bytes() {
        match byte {
            b'A'..=b'Z' | b'a'..=b'z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~' => out.push(byte as char),
            _ => out.push_str(&format!("%{byte:02X}")),
        }
    }
    out
}

/// `link("/pegawai", &[("q", "Siti A")])` is `/pegawai?q=Siti%20A`. Pairs with an empty value are left out.
pub fn link(path: &str, query: &[(&str, &str)]) -> String {
    let mut out = path.to_owned();
    let mut sign = if path.contains('?') { '&' } else { '?' };
    for (key, value) in query.iter().filter(|(_, value)| !value.is_empty()) {
        out.push(sign);
        out.push_str(&encode(key));
        out.push('=');
        out.push_str(&encode(value));
        sign = '&';
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn links_are_encoded_once() {
        assert_eq!(link("/p", &[("q", "Siti & A"), ("x", ""), ("y", "1")]), "/p?q=Siti%20%26%20A&y=1");
        assert_eq!(link("/p?a=1", &[("b", "2")]), "/p?a=1&b=2");
    }
}
