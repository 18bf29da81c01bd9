//! What happens to every answer at the network edge: smaller on the way, and a form token that looks
//! different each time.

use axum::body::{Body, Bytes, HttpBody};
use axum::http::{HeaderMap, HeaderValue, header};
use axum::response::Response;
use std::io::Write;
use std::net::IpAddr;

/// Answers from this size on are worth compressing; files on their way to disk are not touched.
const SMALL: usize = 1_024;
const LARGE: usize = 4 << 20;

/// Compresses a text answer for a browser that can read it. Lists shrink to an eighth, which is what a
/// phone on a weak signal waits for.
pub async fn compress(accepts: bool, response: Response) -> Response {
    let (mut parts, body) = response.into_parts();
    let text = |headers: &HeaderMap| {
        let kind = headers.get(header::CONTENT_TYPE).and_then(|v| v.to_str().ok()).unwrap_or("");
        kind.starts_with("text/html")
            || kind.starts_with("text/css")
            || kind.contains("javascript")
            || kind.contains("svg")
            || kind.contains("json")
    };
    // What is too large to be held twice goes as it is.
    let held = body.size_hint().exact().is_some_and(|size| size <= LARGE as u64);
    if !accepts || !held || !text(&parts.headers) || parts.headers.contains_key(header::CONTENT_ENCODING) {
        return Response::from_parts(parts, body);
    }
    let Ok(bytes) = axum::body::to_bytes(body, LARGE).await else {
        return Response::from_parts(parts, Body::empty());
    };
    parts.headers.entry(header::VARY).or_insert(HeaderValue::from_static("accept-encoding"));
    if bytes.len() < SMALL {
        return Response::from_parts(parts, Body::from(bytes));
    }
    match gzip(&bytes) {
        Some(smaller) => {
            parts.headers.insert(header::CONTENT_ENCODING, HeaderValue::from_static("gzip"));
            parts.headers.remove(header::CONTENT_LENGTH);
            weaken(&mut parts.headers);
            Response::from_parts(parts, Body::from(smaller))
        }
        None => Response::from_parts(parts, Body::from(bytes)),
    }
}

/// The tag of a body no longer names these very bytes once they are compressed.
fn weaken(headers: &mut HeaderMap) {
    let tag = headers.get(header::ETAG).and_then(|v| v.to_str().ok()).filter(|t| t.starts_with('"'));
    if let Some(Ok(weak)) = tag.map(|tag| HeaderValue::from_str(&format!("W/{tag}"))) {
        headers.insert(header::ETAG, weak);
    }
}

/// Where the browser says it found us; letters no host name has are no part of it.
pub fn origin(secure: bool, headers: &HeaderMap) -> String {
    let host = headers.get(header::HOST).and_then(|v| v.to_str().ok()).unwrap_or("");
    let sound = |c: char| c.is_ascii_alphanumeric() || "-.:[]".contains(c);
    let host = if host.len() <= 255 && host.chars().all(sound) { host } else { "" };
    format!("{}://{host}", if secure { "https" } else { "http" })
}

/// Whether a browser says it reads gzip.
pub fn accepts_gzip(headers: &HeaderMap) -> bool {
    let accepted = headers.get_all(header::ACCEPT_ENCODING).iter().filter_map(|v| v.to_str().ok());
    accepted.flat_map(|line| line.split(',')).any(|coding| {
        let (name, weight) = coding.split_once(';').unwrap_or((coding, ""));
        name.trim() == "gzip" && weight.trim() != "q=0"
    })
}

fn gzip(bytes: &Bytes) -> Option<Vec<u8>> {
    let out = Vec::with_capacity(bytes.len() / 4);
    let mut encoder = flate2::write::GzEncoder::new(out, flate2::Compression::new(4));
    encoder.write_all(bytes).ok()?;
    encoder.finish().ok()
}

/// The form token as a page shows it: under a fresh pad each time, so that the size of compressed
/// pages tells nothing about it (BREACH).
pub fn mask(token: &str) -> String {
    let mut pad = [0u8; 32];
    // Without randomness the bare token still protects the form.
    if getrandom::fill(&mut pad).is_err() {
        return token.to_owned();
    }
    let covered: Vec<u8> = bytes_of(token).iter().zip(pad).map(|(a, b)| a ^ b).collect();
    format!("{}{}", store::derive::hex(&pad), store::derive::hex(&covered))
}

/// Whether a token from a form is this session's.
pub fn fits(token: &str, sent: &str) -> bool {
    if sent.len() != token.len() * 2 || !sent.is_ascii() {
        return false;
    }
    let (pad, covered) = sent.split_at(token.len());
    let opened: Vec<u8> = bytes_of(pad).iter().zip(bytes_of(covered)).map(|(a, b)| a ^ b).collect();
    // Every byte is looked at, whatever the first ones say.
    let differing = opened.iter().zip(bytes_of(token)).fold(0, |sum, (a, b)| sum | (a ^ b));
    !opened.is_empty() && differing == 0
}

fn bytes_of(hex: &str) -> Vec<u8> {
    let digit = |b: u8| char::from(b).to_digit(16).unwrap_or(0) as u8;
    hex.as_bytes().chunks_exact(2).map(|pair| digit(pair[0]) << 4 | digit(pair[1])).collect()
}

/// Where a request comes from, when that says anything. Behind a proxy it is the address the proxy saw:
/// it wrote the end of the line, what stands before it the sender may have made up. A peer on this very
/// machine is a proxy as well, and speaks for everybody.
pub fn address(proxied: bool, headers: &HeaderMap, peer: Option<IpAddr>) -> Option<IpAddr> {
    if proxied {
        let line = headers.get_all("x-forwarded-for").iter().next_back()?;
        return line.to_str().ok()?.rsplit(',').next()?.trim().parse().ok();
    }
    peer.filter(|address| !address.to_canonical().is_loopback())
}

/// Requests a minute one address may send to pages that are open to everybody. A whole government may
/// stand behind one.
pub const PUBLIC_A_MINUTE: u32 = 120;

/// The same where everybody registers as present: five hundred phones behind the one address of a hall
/// open a form and send it within a minute, some of them twice. Wrong codes are counted apart.
pub const HALL_A_MINUTE: u32 = 3_000;

/// What such requests are counted by.
pub fn counted_by(address: IpAddr) -> [u8; 16] {
    match address.to_canonical() {
        IpAddr::V4(four) => four.to_ipv6_mapped().octets(),
        // Whoever has one IPv6 address has 2^64 of them.
        IpAddr::V6(six) => (u128::from(six) >> 64 << 64).to_be_bytes(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn whose_address_counts() {
        // Behind a proxy, the lines it sends, the peer; and the address counted by.
        for (proxied, lines, peer, expected) in [
            (false, &[][..], "203.0.113.9", "203.0.113.9"),
            (false, &["198.51.100.1"], "203.0.113.9", "203.0.113.9"),
            (false, &[], "127.0.0.1", ""),
            (false, &[], "::ffff:127.0.0.1", ""),
            (true, &["203.0.113.9"], "10.0.0.1", "203.0.113.9"),
            (true, &["198.51.100.1, 203.0.113.9"], "10.0.0.1", "203.0.113.9"),
            (true, &["198.51.100.1", "203.0.113.9"], "10.0.0.1", "203.0.113.9"),
            (true, &["198.51.100.1, bukan alamat"], "10.0.0.1", ""),
            (true, &[], "10.0.0.1", ""),
        ] {
            let mut headers = HeaderMap::new();
            for line in lines {
                headers.append("x-forwarded-for", HeaderValue::from_static(line));
            }
            let found = address(proxied, &headers, peer.parse().ok());
            assert_eq!(found, expected.parse().ok(), "{proxied} {lines:?} {peer}");
        }
    }

    #[test]
    fn a_masked_token_fits_and_never_looks_the_same() {
        let token = store::derive::hex(&[7; 32]);
        let (a, b) = (mask(&token), mask(&token));
        assert_ne!(a, b);
        assert!(fits(&token, &a) && fits(&token, &b));
        let other = store::derive::hex(&[8; 32]);
        assert!(!fits(&other, &a));
        assert!(!fits(&token, ""));
        assert!(!fits(&token, &token));
        assert!(!fits(&token, &"é".repeat(64)));
    }

    #[test]
    fn only_who_asks_gets_gzip() {
        for (line, expected) in
            [("gzip, br", true), ("br", false), ("gzip;q=0", false), ("deflate, gzip;q=0.8", true)]
        {
            let mut headers = HeaderMap::new();
            headers.insert(header::ACCEPT_ENCODING, HeaderValue::from_static(line));
            assert_eq!(accepts_gzip(&headers), expected, "{line}");
        }
    }
}
