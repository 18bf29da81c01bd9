//! `/suksesi`: critical posts with the three nearest to follow.

mod simulasi;

use super::kata::tanpa_ganda;
use super::profil::{self as halaman_profil, RUMAH, alamat, instansi};
use super::talenta::umur;
use crate::nilai;
use crate::profil;
use crate::rule::profil::{Profil, ProfilPos};
use crate::suksesi::{Bahan, Penerus, Tujuan};
use crate::view::suksesi::{self as view, JabatanView, PenerusView, SuksesiView};
use host::{Action, Answer, Ctx, Hukum, Method, Organisation, Problem, Route, World, html};
use law::Kolom;
use law::penempatan::Macam;
use std::sync::Arc;
use store::organisation::Post;

/// Critical posts a page shows.
const PAGE: usize = 30;

const READ: Option<Action> = Some(Action::Talenta);

/// These pages.
pub const ROUTES: &[Route] = &[
    Route { method: Method::Get, path: "/suksesi", action: READ, handler: utama },
    Route { method: Method::Get, path: "/suksesi/simulasi", action: READ, handler: simulasi::lihat },
];

/// What both pages work with.
struct Meja {
    world: Arc<World>,
    kolom: Arc<Kolom>,
    nilai: Arc<nilai::Nilai>,
    profil: Arc<Profil>,
    hukum: Arc<Hukum>,
    own: String,
    rows: Vec<usize>,
}

impl Meja {
    fn siapkan(ctx: &Ctx) -> Result<Meja, Problem> {
        let world = ctx.present()?;
        let own = instansi(ctx, &world)?;
        let rows = {
            let sees = ctx.sees(&world);
            (0..world.register.len()).filter(|i| world.instansi_of(*i) == own && sees(*i)).collect()
        };
        Ok(Meja {
            kolom: world.kolom().ok_or(Problem::NotFound)?,
            nilai: nilai::baca(&ctx.hall, &world)?,
            profil: profil::baca(&ctx.hall, &own)?,
            hukum: ctx.hall.hukum(),
            own,
            rows,
            world,
        })
    }

    fn bahan<'m>(&'m self, ctx: &'m Ctx) -> Bahan<'m> {
        Bahan {
            register: &self.world.register,
            kolom: &self.kolom,
            nilai: &self.nilai,
            pack: &self.hukum.pack,
            tables: &ctx.hall.tables,
            hari: ctx.hall.today(),
        }
    }

    /// The level of a post, and the kind of round that fills posts of it.
    fn macam(&self, ctx: &Ctx, post: &Post) -> Option<(&'static str, &Macam)> {
        let jenjang = ctx.hall.tables.eselon(&post.jenjang)?.info.jenjang;
        Some((jenjang.word(), crate::simulasi::macam(&self.hukum.pack, jenjang)?))
    }

    fn penerus(&self, ctx: &Ctx, post: &Post, profil: &ProfilPos) -> Option<Vec<Penerus>> {
        let (jenjang, macam) = self.macam(ctx, post)?;
        let tujuan = Tujuan { pos: &post.id, jenjang, kelas: post.kelas, profil };
        Some(self.bahan(ctx).penerus(&tujuan, macam, &self.rows))
    }
}

/// `GET /suksesi`.
fn utama(ctx: &mut Ctx) -> Answer {
    let meja = Meja::siapkan(ctx)?;
    let marked = profil::standar(&ctx.hall, &meja.own)?.map(|s| s.kritis.clone()).unwrap_or_default();
    let organisation = meja.world.organisation(&meja.own);
    let mut posts: Vec<&Post> = organisation
        .into_iter()
        .flat_map(|o| marked.iter().filter_map(|id| Some(&o.posts[*o.post_at.get(id)?])))
        .collect();
    posts.sort_by(|a, b| b.kelas.cmp(&a.kelas).then_with(|| a.id.cmp(&b.id)));
    let all = posts.len();
    let jabatan =
        posts.iter().take(PAGE).filter_map(|p| Some(jabatan(ctx, &meja, organisation?, p))).collect();
    let page = SuksesiView { jabatan, semua: all };
    Ok(html(view::suksesi(&ctx.frame("Suksesi", &RUMAH), &page)))
}

fn jabatan(ctx: &Ctx, meja: &Meja, o: &Organisation, post: &Post) -> JabatanView {
    let found = meja.profil.get(&post.id);
    let penerus = found.and_then(|profil| meja.penerus(ctx, post, profil));
    JabatanView {
        jabatan: post.jabatan.clone(),
        href: alamat(&post.id),
        unit: tanpa_ganda(&post.jabatan, halaman_profil::unit(o, post)).to_owned(),
        tanpa_profil: found.is_none(),
        penerus: penerus.unwrap_or_default().iter().map(|p| satu(meja, p)).collect(),
    }
}

fn satu(meja: &Meja, p: &Penerus) -> PenerusView {
    let register = &meja.world.register;
    PenerusView {
        nama: register.nama(p.baris).to_owned(),
        href: format!("/pegawai/{}", register.id[p.baris]),
        jabatan: register.names.text(register.jabatan[p.baris]).to_owned(),
        poin: format!("{},{}", p.poin / 10, p.poin % 10),
        kurang: p.kurang.clone(),
    }
}
