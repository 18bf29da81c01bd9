//! Open data: figures of now for everybody, as files. Closed indicators are left out, and figures that could
//! point at people are kept back. Always about now: nobody at the door makes the node work out another day.

mod gambar;
mod katalog;

pub use gambar::gambar;
pub use katalog::katalog;

use crate::rule::umum::{ditahan, jumlah_ditahan};
use axum::http::{HeaderValue, header};
use axum::response::{IntoResponse, Response};
use host::indikator::{Indikator, Matriks, ukur_semua};
use host::{Answer, Ctx, PerEntry, Problem, World};
use kernel::indikator::Ukuran;
use serde_json::{Value, json};
use sheet::CsvWriter;
use std::sync::Arc;
use store::Error;
use store::berkas::sha256;
use store::derive::hex;

/// An hour: figures change when something is recorded, and whoever follows them asks once a day.
const CACHE: &str = "public, max-age=3600";
/// All instansi together, in addresses and files.
pub const SEMUA: &str = "semua";

const HEAD: [&str; 10] = [
    "kode",
    "indikator",
    "instansi",
    "nama_instansi",
    "satuan",
    "nilai",
    "pembilang",
    "penyebut",
    "keterangan",
    "per",
];

/// What everybody may read.
pub struct Umum {
    csv: Vec<u8>,
    json: String,
    sidik: String,
}

static KEPT: PerEntry<Umum> = PerEntry::new();

/// Open indicators that have a source.
pub fn terbuka(ctx: &Ctx) -> impl Iterator<Item = &'static Indikator> {
    ctx.hall.katalog.semua().iter().copied().filter(|i| !i.tertutup && i.bersumber())
}

impl Umum {
    fn baca(ctx: &Ctx) -> Result<Arc<Umum>, Problem> {
        let world = ctx.present()?;
        KEPT.get(&world, || {
            let matriks = ukur_semua(&ctx.hall, &world)?;
            Ok(susun(ctx, &world, &matriks).map_err(Error::from)?)
        })
    }
}

/// A figure as it is told, or why it is not.
pub fn disebut(i: &Indikator, m: &Matriks, world: &World, id: &str) -> Result<Ukuran, String> {
    use kernel::indikator::Hasil;
    let found = match m.sel(i.kode, id).map(|sel| &sel.hasil) {
        Some(Hasil::Terukur(u)) => *u,
        Some(Hasil::Belum(why)) => return Err(format!("belum terukur: {why}")),
        None => return Err("belum terukur".to_owned()),
    };
    let others = world.tenants.iter().filter_map(|t| m.sel(i.kode, &t.id)?.hasil.ukuran());
    let kept_back =
        if id.is_empty() { jumlah_ditahan(found, i.satuan, others) } else { ditahan(found, i.satuan) };
    match (kept_back, id.is_empty()) {
        (false, _) => Ok(found),
        (true, false) => Err("tidak disebut: menyangkut kurang dari 5 orang".to_owned()),
        (true, true) => Err("tidak disebut: salah satu bagiannya menyangkut kurang dari 5 orang".to_owned()),
    }
}

fn susun(ctx: &Ctx, world: &World, m: &Matriks) -> std::io::Result<Umum> {
    let per = world.as_of.effective.to_string();
    let mut csv = CsvWriter::new(Vec::new());
    csv.row(HEAD)?;
    let mut rows: Vec<Value> = Vec::new();
    let whole = [("", SEMUA, "Semua instansi")];
    let each = world.tenants.iter().map(|t| (t.id.as_str(), t.id.as_str(), t.nama.as_str()));
    let places: Vec<_> = each.chain(whole).collect();
    for i in terbuka(ctx) {
        for (id, word, nama) in &places {
            let told = disebut(i, m, world, id);
            let u = told.as_ref().ok();
            let text = |n: Option<i64>| n.map_or(String::new(), |n| n.to_string());
            let nilai = u.map_or(String::new(), |u| desimal(u.ratusan(i.satuan)));
            let (up, down) = (text(u.map(|u| u.atas)), text(u.map(|u| u.bawah)));
            let note = told.as_ref().err().map_or("", String::as_str);
            csv.row([i.kode, i.nama, word, nama, i.satuan.kata(), &nilai, &up, &down, note, &per])?;
            rows.push(json!({
                "kode": i.kode, "instansi": word,
                "nilai": u.map(|u| desimal(u.ratusan(i.satuan))),
                "pembilang": u.map(|u| u.atas), "penyebut": u.map(|u| u.bawah),
                "keterangan": told.as_ref().err(),
            }));
        }
    }
    let csv = csv.finish()?;
    let sidik = hex(&sha256(&csv));
    let entries: i64 = m.sizes.iter().map(|s| s.1).sum();
    let about = |i: &Indikator| {
        json!({
            "kode": i.kode, "nama": i.nama, "definisi": i.definisi, "satuan": i.satuan.kata(),
            "arah": i.arah.label(), "dasar": i.dasar, "irama": i.irama.kata(),
        })
    };
    let json = json!({
        "per": per,
        "entri": entries,
        "paket": hex(&m.paket),
        "sidik_csv": sidik,
        "data_contoh": ctx.hall.node.demo_seed.is_some(),
        "instansi": places.iter().map(|p| json!({ "id": p.1, "nama": p.2 })).collect::<Vec<_>>(),
        "indikator": terbuka(ctx).map(about).collect::<Vec<_>>(),
        "angka": rows,
    });
    Ok(Umum { csv, json: json.to_string(), sidik })
}

/// Hundredths as `93.40`.
fn desimal(hundredths: i64) -> String {
    let minus = if hundredths < 0 { "-" } else { "" };
    format!("{minus}{}.{:02}", hundredths.unsigned_abs() / 100, hundredths.unsigned_abs() % 100)
}

/// A file of open data: kept for a while by whoever stands between, and read by pages of others.
fn berkas(content_type: &'static str, sidik: &str, bytes: impl Into<axum::body::Bytes>) -> Response {
    let mut response = bytes.into().into_response();
    let headers = response.headers_mut();
    headers.insert(header::CONTENT_TYPE, HeaderValue::from_static(content_type));
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static(CACHE));
    headers.insert(header::ACCESS_CONTROL_ALLOW_ORIGIN, HeaderValue::from_static("*"));
    if let Ok(tag) = HeaderValue::from_str(&format!("\"{sidik}\"")) {
        headers.insert(header::ETAG, tag);
    }
    response
}

/// `GET /data/indikator.csv`.
pub fn csv(ctx: &mut Ctx) -> Answer {
    let all = Umum::baca(ctx)?;
    Ok(berkas("text/csv; charset=utf-8", &all.sidik, all.csv.clone()))
}

/// `GET /data/indikator.json`.
pub fn json(ctx: &mut Ctx) -> Answer {
    let all = Umum::baca(ctx)?;
    Ok(berkas("application/json", &all.sidik, all.json.clone()))
}
