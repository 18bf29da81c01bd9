//! `/suksesi`: critical posts with the three nearest to follow, and what happens when many retire at once.

use super::kata::tanpa_ganda;
use super::profil::{self as halaman_profil, RUMAH, alamat, instansi};
use super::talenta::umur;
use crate::nilai;
use crate::profil;
use crate::rule::profil::{Profil, ProfilPos};
use crate::suksesi::{Bahan, Penerus, Tujuan};
use crate::view::suksesi::{self as view, JabatanView, KosongView, PenerusView, SimulasiView, SuksesiView};
use host::{Action, Answer, Ctx, Hukum, Method, Organisation, Problem, Route, World, html, tanggal};
use kernel::Date;
use kernel::register::Rumpun;
use law::Kolom;
use law::penempatan::Macam;
use std::sync::Arc;
use store::organisation::Post;

/// Critical posts a page shows, and retiring people a simulation takes.
const PAGE: usize = 30;
const PENSIUN_MOST: usize = 200;

const READ: Option<Action> = Some(Action::Talenta);

/// These pages.
pub const ROUTES: &[Route] = &[
    Route { method: Method::Get, path: "/suksesi", action: READ, handler: utama },
    Route { method: Method::Get, path: "/suksesi/simulasi", action: READ, handler: simulasi },
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
        let jenjang = ctx.hall.tables.eselon(&post.jenjang)?.info.jenjang.word();
        // The first kind that names it and does not need a post of the same level to be held already.
        let kinds = ["seleksi_jpt", "administrator_pengawas"];
        let found =
            kinds.iter().filter_map(|k| self.hukum.pack.penempatan.macam(k)).find(|m| m.meliputi(jenjang))?;
        Some((jenjang, found))
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

/// `GET /suksesi/simulasi?tahun=2027&jumlah=40`.
fn simulasi(ctx: &mut Ctx) -> Answer {
    let today = ctx.hall.today();
    let year: i16 = ctx.query("tahun").parse().unwrap_or(today.year() + 1);
    let year = year.clamp(today.year(), today.year() + 10);
    let most: usize = ctx.query("jumlah").parse().unwrap_or(40).clamp(1, PENSIUN_MOST);
    let meja = Meja::siapkan(ctx)?;
    let mut retiring = pensiun(&meja, today, year);
    let all = retiring.len();
    // Those whose posts somebody has to follow in come first.
    let register = &meja.world.register;
    let leads =
        |i: usize| matches!(register.rumpun(i), Some(Rumpun::Jpt | Rumpun::Administrator | Rumpun::Pengawas));
    retiring.sort_by_key(|(i, day)| (!leads(*i), *day, *i));
    retiring.truncate(most);
    let organisation = meja.world.organisation(&meja.own);
    let mut kosong: Vec<KosongView> = Vec::new();
    for (i, day) in &retiring {
        let pos = register.names.text(register.pos[*i]);
        let Some(o) = organisation else { continue };
        let Some(post) = o.post_at.get(pos).map(|at| &o.posts[*at]) else { continue };
        // A post of many places is not emptied by one who leaves.
        if meja.macam(ctx, post).is_none() {
            continue;
        }
        let found = meja.profil.get(&post.id).and_then(|profil| meja.penerus(ctx, post, profil));
        kosong.push(KosongView {
            jabatan: post.jabatan.clone(),
            href: alamat(&post.id),
            unit: tanpa_ganda(&post.jabatan, halaman_profil::unit(o, post)).to_owned(),
            jenjang: post.jenjang.clone(),
            pensiun: tanggal(*day),
            siap: found.as_ref().map(|list| list.iter().filter(|p| p.siap()).count()),
            terdekat: found.as_ref().and_then(|list| list.first()).map(|p| satu(&meja, p)),
        });
    }
    kosong.sort_by(|a, b| a.jenjang.cmp(&b.jenjang).then_with(|| a.jabatan.cmp(&b.jabatan)));
    let page = SimulasiView { tahun: year, jumlah: most, semua: all, pensiun: retiring.len(), kosong };
    Ok(html(view::simulasi(&ctx.frame("Simulasi pensiun", &[RUMAH[0], ("Suksesi", "/suksesi")]), &page)))
}

/// Who reaches TMT pensiun in a year, the earliest first, by the norm of the pack.
fn pensiun(meja: &Meja, today: Date, year: i16) -> Vec<(usize, Date)> {
    let register = &meja.world.register;
    let mut list: Vec<(usize, Date)> = meja
        .rows
        .iter()
        .filter(|i| register.active[**i] && register.lahir[**i].is_some_and(|born| umur(born, year)))
        .filter_map(|i| {
            let ask = law::Ask::on("pensiun.tmt", today);
            let answer = meja.hukum.pack.telaah(&ask, &meja.kolom.potret(*i))?;
            let day = answer.nilai.and_then(|v| v.day())?;
            (day.year() == year && day > today).then_some((*i, day))
        })
        .collect();
    list.sort_by_key(|(i, day)| (*day, *i));
    list
}
