//! What comes in: the fields and the file of a form.

use super::ctx::{Ctx, Upload};
use crate::hall::Hall;
use crate::module::{Method, Route};
use crate::pace::{Watch, paced};
use crate::problem::Problem;
use axum::extract::multipart::Field;
use axum::extract::{FromRequest, Multipart, Request};
use axum::http::header;
use std::path::PathBuf;

/// Fields of a form, all together, names included.
const FORM_BYTES: usize = 256 << 10;
/// So many of them.
const FORM_FIELDS: usize = 500;
/// A file; the reader has tighter limits of its own and says them better.
const FILE_BYTES: u64 = 256 << 20;
/// A file of somebody who is not signed in.
const PUBLIC_FILE_BYTES: u64 = 20 << 20;

/// Form and file of a request, as long as they keep coming. `token` is the one the form must carry; a
/// form that puts it first and wrong gets no file written.
pub(super) async fn read_body(
    ctx: &mut Ctx,
    route: &Route,
    request: Request,
    token: Option<&str>,
) -> Result<(), Problem> {
    let most = match route.method {
        Method::UploadMost(mib) => u64::from(mib) << 20,
        _ if ctx.visitor.is_none() => PUBLIC_FILE_BYTES,
        _ => FILE_BYTES,
    };
    // Whoever says how much is coming need not send what will not be taken.
    let told = request.headers().get(header::CONTENT_LENGTH).and_then(|v| v.to_str().ok()?.parse().ok());
    if told.is_some_and(|bytes: u64| bytes > most + FORM_BYTES as u64) {
        return Err(too_large_a_file(most));
    }
    let (parts, body) = request.into_parts();
    let (body, watch) = paced(body, ctx.hall.patience.body);
    let request = Request::from_parts(parts, body);
    let read = match route.method {
        Method::Upload | Method::UploadMost(_) => read_parts(ctx, request, token, most, &watch).await,
        _ => read_pairs(ctx, request).await,
    };
    if watch.too_slow() { Err(Problem::TooSlow) } else { read }
}

async fn read_pairs(ctx: &mut Ctx, request: Request) -> Result<(), Problem> {
    let bytes = axum::body::to_bytes(request.into_body(), FORM_BYTES).await.map_err(|_| too_large())?;
    if bytes.split(|b| *b == b'&').count() > FORM_FIELDS {
        return Err(too_many());
    }
    ctx.form = form_pairs(&bytes);
    Ok(())
}

async fn read_parts(
    ctx: &mut Ctx,
    request: Request,
    token: Option<&str>,
    most: u64,
    watch: &Watch,
) -> Result<(), Problem> {
    let mut parts = Multipart::from_request(request, &()).await.map_err(|_| broken())?;
    let mut room = FORM_BYTES;
    while let Some(part) = parts.next_field().await.map_err(|_| broken())? {
        watch.progress();
        if ctx.form.len() >= FORM_FIELDS {
            return Err(too_many());
        }
        match part.file_name().map(str::to_owned) {
            None => {
                let pair = text(part, &mut room, watch).await?;
                ctx.form.push(pair);
            }
            Some(_) if ctx.upload.is_some() => {
                return Err(Problem::Refused("KIRIM-03", "Kirim satu berkas saja setiap kali.".into()));
            }
            Some(name) => {
                let came = ctx.form.iter().any(|field| field.0 == "csrf");
                if came && token.is_some_and(|token| !crate::edge::fits(token, ctx.field("csrf"))) {
                    return Err(Problem::Forged);
                }
                ctx.upload = Some(file(&ctx.hall, part, name, most, watch).await?);
            }
        }
    }
    Ok(())
}

/// A field, for as long as there is room for all of them.
async fn text(mut part: Field<'_>, room: &mut usize, watch: &Watch) -> Result<(String, String), Problem> {
    let name = part.name().unwrap_or("").to_owned();
    *room = room.checked_sub(name.len()).ok_or_else(too_large)?;
    let mut value = Vec::new();
    while let Some(piece) = part.chunk().await.map_err(|_| broken())? {
        watch.progress();
        *room = room.checked_sub(piece.len()).ok_or_else(too_large)?;
        value.extend_from_slice(&piece);
    }
    Ok((name, String::from_utf8_lossy(&value).into_owned()))
}

async fn file(
    hall: &Hall,
    mut part: Field<'_>,
    name: String,
    most: u64,
    watch: &Watch,
) -> Result<Upload, Problem> {
    let mut upload = Upload { path: incoming(hall)?, name, size: 0 };
    let mut target = tokio::fs::File::create(&upload.path).await.map_err(store::Error::from)?;
    while let Some(piece) = part.chunk().await.map_err(|_| broken())? {
        watch.progress();
        upload.size += piece.len() as u64;
        if upload.size > most {
            return Err(too_large_a_file(most));
        }
        tokio::io::AsyncWriteExt::write_all(&mut target, &piece).await.map_err(store::Error::from)?;
    }
    tokio::io::AsyncWriteExt::flush(&mut target).await.map_err(store::Error::from)?;
    Ok(upload)
}

fn broken() -> Problem {
    Problem::Refused("IMP-10", "Pengiriman berkas terputus. Kirim ulang.".into())
}

fn too_large_a_file(most: u64) -> Problem {
    Problem::TooLarge(format!("{} MB", most >> 20))
}

fn too_large() -> Problem {
    Problem::TooLarge("256 KB".into())
}

fn too_many() -> Problem {
    Problem::Refused("KIRIM-02", format!("Isian formulir terlalu banyak: paling banyak {FORM_FIELDS}."))
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
