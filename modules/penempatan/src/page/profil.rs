//! Competency standards of posts: the list, one post, and bringing them in from a file.

mod berkas;

use crate::profil;
use crate::rule::profil::{Profil, angka};
use crate::view::profil::{self as view, BarisPos, DaftarView, PosView};
use host::{Action, Answer, Ctx, Method, Organisation, Problem, Reach, Route, World, html};
use kernel::search::fold_text;
use std::sync::Arc;
use store::organisation::Post;

/// Posts a page shows.
const PAGE: usize = 100;
/// Where these pages hang.
pub const RUMAH: [(&str, &str); 2] = [("Beranda", "/"), ("Talenta", "/talenta")];
/// The list.
pub const DAFTAR: (&str, &str) = ("Standar kompetensi jabatan", "/penempatan/profil");

const READ: Option<Action> = Some(Action::Talenta);
const WRITE: Option<Action> = Some(Action::KelolaPenempatan);

/// These pages.
pub const ROUTES: &[Route] = &[
    Route { method: Method::Get, path: "/penempatan/profil", action: READ, handler: daftar },
    Route { method: Method::Get, path: "/penempatan/profil/impor", action: WRITE, handler: berkas::buka },
    Route {
        method: Method::Upload,
        path: "/penempatan/profil/impor",
        action: WRITE,
        handler: berkas::terima,
    },
    Route {
        method: Method::Get,
        path: "/penempatan/profil/templat",
        action: WRITE,
        handler: berkas::templat,
    },
    Route { method: Method::Post, path: "/penempatan/profil/catat", action: WRITE, handler: berkas::catat },
    Route { method: Method::Get, path: "/penempatan/profil/{pos}", action: READ, handler: satu },
    Route {
        method: Method::Post,
        path: "/penempatan/profil/{pos}/kritis",
        action: WRITE,
        handler: berkas::kritis,
    },
];

/// The instansi whose standards these are: the visitor's own, else the owner of the node.
pub fn instansi(ctx: &Ctx, world: &World) -> Result<String, Problem> {
    let own = &ctx.visitor()?.instansi;
    if !own.is_empty() {
        return Ok(own.clone());
    }
    Ok(world.tenants.first().ok_or(Problem::NotFound)?.id.clone())
}

/// Posts that should have a standard, in reading order of their names: those of a peta jabatan, open.
pub fn pos(organisation: &Organisation) -> impl Iterator<Item = &Post> {
    organisation.posts.iter().filter(|p| p.aktif && !p.derived)
}

/// A post's unit as people call it.
pub fn unit<'o>(organisation: &'o Organisation, post: &Post) -> &'o str {
    organisation.units.get(&post.unor).map_or("", |u| u.nama.as_str())
}

/// `GET /penempatan/profil`.
fn daftar(ctx: &mut Ctx) -> Answer {
    let world = ctx.present()?;
    let own = instansi(ctx, &world)?;
    let profil = profil::baca(&ctx.hall, &own)?;
    let standar = profil::standar(&ctx.hall, &own)?;
    let organisation = world.organisation(&own);
    let asked = fold_text(ctx.query("cari"));
    let without = ctx.query("tampil") == "tanpa";
    let mut all: Vec<&Post> = organisation.into_iter().flat_map(pos).collect();
    let (total, known) = (all.len(), all.iter().filter(|p| profil.contains_key(&p.id)).count());
    all.retain(|p| !(without && profil.contains_key(&p.id)));
    if let Some(o) = organisation.filter(|_| !asked.is_empty()) {
        all.retain(|p| fold_text(&format!("{} {}", p.jabatan, unit(o, p))).contains(&asked));
    }
    all.sort_by(|a, b| {
        b.kelas.cmp(&a.kelas).then_with(|| a.jabatan.cmp(&b.jabatan)).then_with(|| a.id.cmp(&b.id))
    });
    let found = all.len();
    let rows = all.iter().take(PAGE).filter_map(|p| Some(baris(organisation?, p, &profil))).collect();
    let page = DaftarView {
        cari: ctx.query("cari").to_owned(),
        tanpa: without,
        total,
        known,
        found,
        rows,
        terakhir: standar.and_then(|s| s.impor.last().map(berkas::kalimat)),
        impor: ctx.visitor()?.reach(Action::KelolaPenempatan) != Reach::None,
        pesan: ctx.query("pesan").to_owned(),
    };
    Ok(html(view::daftar(&ctx.frame(DAFTAR.0, &RUMAH), &page)))
}

fn baris(organisation: &Organisation, post: &Post, profil: &Profil) -> BarisPos {
    let found = profil.get(&post.id);
    BarisPos {
        jabatan: post.jabatan.clone(),
        href: alamat(&post.id),
        unit: unit(organisation, post).to_owned(),
        kelas: post.kelas,
        kompetensi: found.map(|p| p.kompetensi.len()),
        dokumen: found.map_or_else(String::new, |p| p.dokumen.to_string()),
    }
}

/// The page of a post.
pub fn alamat(pos: &str) -> String {
    format!("/penempatan/profil/{}", web::url::encode(pos))
}

/// `GET /penempatan/profil/{pos}`.
fn satu(ctx: &mut Ctx) -> Answer {
    let world = ctx.present()?;
    let own = instansi(ctx, &world)?;
    let organisation = world.organisation(&own).ok_or(Problem::NotFound)?;
    let at = organisation.post_at.get(ctx.param("pos")).ok_or(Problem::NotFound)?;
    let post = &organisation.posts[*at];
    let profil: Arc<Profil> = profil::baca(&ctx.hall, &own)?;
    let found = profil.get(&post.id);
    let kritis = profil::standar(&ctx.hall, &own)?.is_some_and(|s| s.kritis.contains(&post.id));
    let tables = &ctx.hall.tables;
    let level = found.map(|p| p.pendidikan).filter(|code| *code > 0);
    let page = PosView {
        alamat: alamat(&post.id),
        jabatan: post.jabatan.clone(),
        unit: unit(organisation, post).to_owned(),
        jenjang: post.jenjang.clone(),
        kelas: post.kelas,
        ada: found.is_some(),
        pendidikan: level
            .and_then(|code| tables.pendidikan(&format!("{code:02}")))
            .map_or_else(String::new, |p| p.nama.to_string()),
        bidang: found.map_or_else(Vec::new, |p| p.bidang.iter().map(ToString::to_string).collect()),
        kompetensi: found.map_or_else(Vec::new, |p| {
            p.nama.iter().zip(&p.kompetensi).map(|(n, k)| (n.to_string(), angka(k.1))).collect()
        }),
        dokumen: found.map_or_else(String::new, |p| p.dokumen.to_string()),
        kritis,
        kelola: ctx.visitor()?.reach(Action::KelolaPenempatan) != Reach::None,
    };
    Ok(html(view::satu(&ctx.frame(&page.jabatan, &[RUMAH[0], RUMAH[1], DAFTAR]), &page)))
}
