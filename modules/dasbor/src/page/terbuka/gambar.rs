//! One series as a drawing other pages may show.

use super::{SEMUA, berkas, terbuka};
use crate::page::Sasaran;
use crate::page::tren::Tren;
use host::{Answer, Ctx, Problem, tanggal};
use store::berkas::sha256;
use store::derive::hex;
use web::component::garis::gambar_lepas;

/// `GET /data/indikator/{kode}/{berkas}`: `A1.svg`, `semua.svg`.
pub fn gambar(ctx: &mut Ctx) -> Answer {
    let kode = ctx.param("kode");
    let i = terbuka(ctx).find(|i| i.kode == kode).ok_or(Problem::NotFound)?;
    let asked = ctx.param("berkas").strip_suffix(".svg").ok_or(Problem::NotFound)?;
    let world = ctx.present()?;
    let (id, nama) = match asked {
        SEMUA => ("", "semua instansi"),
        asked => {
            let found = world.tenants.iter().find(|t| t.id == asked).ok_or(Problem::NotFound)?;
            (found.id.as_str(), found.nama.as_str())
        }
    };
    let tenants: Vec<&str> = world.tenants.iter().map(|t| t.id.as_str()).collect();
    let line = Tren::baca(ctx, &world)?.garis_umum(i, &*Sasaran::baca(ctx, &world)?, id, nama, &tenants);
    let sample = if ctx.hall.node.demo_seed.is_some() { "Data contoh. " } else { "" };
    let note = format!("{sample}Sinergi, {}. Sumber: {}", tanggal(world.as_of.effective).long(), ctx.asal);
    let drawn = gambar_lepas(&line, &note).into_string();
    let sidik = hex(&sha256(drawn.as_bytes()));
    Ok(berkas("image/svg+xml", &sidik, drawn))
}
