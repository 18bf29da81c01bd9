//! What goes back: a page, another address, a file.

use crate::problem::Problem;
use axum::body::Body;
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use maud::Markup;
use store::berkas::Temporary;

/// What a handler gives back.
pub type Answer = Result<Response, Problem>;

/// A page.
pub fn html(markup: Markup) -> Response {
    ([(header::CONTENT_TYPE, "text/html; charset=utf-8")], markup.into_string()).into_response()
}

/// The same page again with what is wrong in it.
pub fn refused(markup: Markup) -> Response {
    (StatusCode::UNPROCESSABLE_ENTITY, html(markup)).into_response()
}

/// Go there instead (after a form: the page is read again with GET).
pub fn redirect(to: &str) -> Response {
    let to = if own_path(to) { to } else { "/" };
    (StatusCode::SEE_OTHER, [(header::LOCATION, to.to_owned())]).into_response()
}

/// Whether an address leads to a page of ours: a path of visible ASCII. Browsers read `//` and `/\` as
/// the beginning of another host.
pub fn own_path(to: &str) -> bool {
    to.starts_with('/') && !to.starts_with("//") && to.bytes().all(|b| b.is_ascii_graphic() && b != b'\\')
}

/// A file to keep.
pub fn file(name: &str, content_type: &'static str, bytes: Vec<u8>) -> Response {
    let disposition = format!("attachment; filename=\"{}\"", sheet_safe(name));
    ([(header::CONTENT_TYPE, content_type.to_owned()), (header::CONTENT_DISPOSITION, disposition)], bytes)
        .into_response()
}

/// A file to keep that lies on disk, sent in pieces; it is removed afterwards.
pub fn file_from(name: &str, content_type: &'static str, from: Temporary) -> Answer {
    let opened = std::fs::File::open(from.path()).map_err(store::Error::from)?;
    // The name goes, the open file stays readable to its end.
    drop(from);
    let stream = tokio_util::io::ReaderStream::with_capacity(tokio::fs::File::from_std(opened), 64 << 10);
    let mut response = Body::from_stream(stream).into_response();
    let disposition = format!("attachment; filename=\"{}\"", sheet_safe(name));
    let headers = response.headers_mut();
    headers.insert(header::CONTENT_TYPE, HeaderValue::from_static(content_type));
    if let Ok(value) = HeaderValue::from_str(&disposition) {
        headers.insert(header::CONTENT_DISPOSITION, value);
    }
    Ok(response)
}

fn sheet_safe(name: &str) -> String {
    name.chars().map(|c| if c.is_ascii_alphanumeric() || "._- ".contains(c) { c } else { '_' }).collect()
}
