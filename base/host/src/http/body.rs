//! What comes in: the fields and the file of a form.

use super::ctx::{Ctx, Upload};
use crate::hall::Hall;
use crate::module::{Method, Route};
use crate::pace::paced;
use crate::problem::Problem;
use axum::extract::{FromRequest, Multipart, Request};
use std::path::PathBuf;

/// Fields of an ordinary form, all together.
const FORM_BYTES: usize = 256 << 10;
/// A file; the reader has tighter limits of its own and says them better.
const FILE_BYTES: u64 = 256 << 20;

/// Form and file of a request, as long as they keep coming.
pub(super) async fn read_body(ctx: &mut Ctx, route: &Route, request: Request) -> Result<(), Problem> {
    let (parts, body) = request.into_parts();
    let (body, watch) = paced(body, ctx.hall.patience.body);
    let read = read_form(ctx, route, Request::from_parts(parts, body)).await;
    if watch.too_slow() { Err(Problem::TooSlow) } else { read }
}

async fn read_form(ctx: &mut Ctx, route: &Route, request: Request) -> Result<(), Problem> {
    let too_large = |_| Problem::TooLarge("256 KB".into());
    if route.method == Method::Post {
        let bytes = axum::body::to_bytes(request.into_body(), FORM_BYTES).await.map_err(too_large)?;
        ctx.form = form_pairs(&bytes);
        return Ok(());
    }
    let broken = || Problem::Refused("IMP-10", "Pengiriman berkas terputus. Kirim ulang.".into());
    let mut parts = Multipart::from_request(request, &()).await.map_err(|_| broken())?;
    while let Some(mut part) = parts.next_field().await.map_err(|_| broken())? {
        let name = part.name().unwrap_or("").to_owned();
        let Some(file_name) = part.file_name().map(str::to_owned) else {
            let text = part.text().await.map_err(|_| broken())?;
            if text.len() > FORM_BYTES {
                return Err(Problem::TooLarge("256 KB".into()));
            }
            ctx.form.push((name, text));
            continue;
        };
        let path = incoming(&ctx.hall)?;
        let mut upload = Upload { path, name: file_name, size: 0 };
        let mut target = tokio::fs::File::create(&upload.path).await.map_err(store::Error::from)?;
        while let Some(piece) = part.chunk().await.map_err(|_| broken())? {
            upload.size += piece.len() as u64;
            if upload.size > FILE_BYTES {
                return Err(Problem::TooLarge("256 MB".into()));
            }
            tokio::io::AsyncWriteExt::write_all(&mut target, &piece).await.map_err(store::Error::from)?;
        }
        tokio::io::AsyncWriteExt::flush(&mut target).await.map_err(store::Error::from)?;
        ctx.upload = Some(upload);
    }
    Ok(())
}

fn incoming(hall: &Hall) -> Result<PathBuf, Problem> {
    let mut source = store::Source::system(hall.node.clock).map_err(store::Error::from)?;
    let name = store::derive::hex(&source.bytes32()[..12]);
    Ok(hall.node.berkas.incoming(&name).map_err(store::Error::from)?)
}

/// `application/x-www-form-urlencoded`; bytes that are no UTF-8 become replacement characters.
pub(super) fn form_pairs(bytes: &[u8]) -> Vec<(String, String)> {
    form_urlencoded::parse(bytes).map(|(k, v)| (k.into_owned(), v.into_owned())).collect()
}
