//! Accounts and their roles, by administrators. Whoever administers one instansi sees and makes accounts
//! of that instansi only.

use crate::view::{self, AkunView, BarisAkun, BaruView, DaftarAkunView};
use host::access::Role;
use host::account::{self, Account, Listed, Wanted};
use host::appoint::{self, Asked};
use host::{Answer, Ctx, Problem, World, html, redirect, totp};
use store::{Error, Source};
use web::url::link;

const ROWS: usize = 50;

fn roles() -> Vec<(String, String)> {
    Role::of_accounts().map(|r| (r.word().to_owned(), r.label().to_owned())).collect()
}

/// `GET /pengguna`.
pub fn list(ctx: &mut Ctx) -> Answer {
    let own = ctx.visitor()?.instansi.clone();
    let (text, role, after) = (ctx.query("cari"), ctx.query("peran"), ctx.query("sesudah"));
    let wanted = Wanted { after, instansi: &own, role: Role::parse(role), text };
    let mut found = ctx.hall.with(|conn| account::some(conn, wanted, ROWS + 1))?;
    let more = found.len() > ROWS;
    found.truncate(ROWS);
    let world = ctx.present()?;
    let next = found
        .last()
        .filter(|_| more)
        .map(|last| link("/pengguna", &[("cari", text), ("peran", role), ("sesudah", &last.nama)]));
    let page = DaftarAkunView {
        text: text.to_owned(),
        role: role.to_owned(),
        roles: roles(),
        rows: found.iter().map(|listed| row(&world, listed)).collect(),
        first_href: (!after.is_empty()).then(|| link("/pengguna", &[("cari", text), ("peran", role)])),
        next_href: next,
    };
    Ok(html(view::daftar_akun(&ctx.frame("Pengguna", &[("Beranda", "/")]), &page)))
}

fn row(world: &World, listed: &Listed) -> BarisAkun {
    BarisAkun {
        name: listed.nama.clone(),
        full_name: listed.lengkap.clone(),
        href: format!("/pengguna/{}", listed.nama),
        role: Role::parse(&listed.peran).map_or("tidak dikenal", Role::label).to_owned(),
        place: place(world, &listed.instansi, &listed.unor),
        active: listed.active,
        totp: listed.totp,
    }
}

fn place(world: &World, instansi: &str, unor: &str) -> String {
    let Some(tenant) = world.tenants.iter().find(|t| t.id == instansi) else {
        return "Semua instansi".to_owned();
    };
    let unit = world.organisation(instansi).and_then(|o| o.units.get(unor)).map(|u| u.nama.as_str());
    unit.map_or(tenant.nama.clone(), |unit| format!("{unit}, {}", tenant.nama))
}

/// `GET /pengguna/baru`.
pub fn new_form(ctx: &mut Ctx) -> Answer {
    Ok(html(new_page(ctx, None)?))
}

fn new_page(ctx: &Ctx, error: Option<String>) -> Result<maud::Markup, Problem> {
    let world = ctx.present()?;
    let own = ctx.visitor()?.instansi.clone();
    let tenants = world.tenants.iter().filter(|t| own.is_empty() || t.id == own);
    let page = BaruView {
        account: ctx.field("akun").to_owned(),
        full_name: ctx.field("lengkap").to_owned(),
        role: ctx.field("peran").to_owned(),
        roles: roles(),
        instansi: ctx.field("instansi").to_owned(),
        tenants: tenants.map(|t| (t.id.clone(), t.nama.clone())).collect(),
        unit: ctx.field("unit").to_owned(),
        nip: ctx.field("nip").to_owned(),
        error,
    };
    Ok(view::akun_baru(&ctx.frame("Akun baru", &[("Beranda", "/"), ("Pengguna", "/pengguna")]), &page))
}

/// `POST /pengguna`: makes the account; its one-time password stands on the answer and nowhere else.
pub fn create(ctx: &mut Ctx) -> Answer {
    let own = ctx.visitor()?.instansi.clone();
    let Some(role) = Role::parse(ctx.field("peran")) else {
        return Ok(host::http::refused(new_page(ctx, Some("Pilih peran akun ini.".into()))?));
    };
    // Only those who serve every instansi may make another who does.
    let instansi = match (own.as_str(), ctx.field("instansi").trim()) {
        ("", asked) => (!asked.is_empty()).then(|| asked.to_owned()),
        (own, _) => Some(own.to_owned()),
    };
    let asked = Asked {
        nama: ctx.field("akun"),
        lengkap: ctx.field("lengkap"),
        role,
        instansi: instansi.as_deref(),
        unor: if role.serves_unit() { ctx.field("unit") } else { "" },
        nip: Some(ctx.field("nip")).filter(|nip| !nip.trim().is_empty()),
    };
    let mut source = Source::system(ctx.hall.node.clock).map_err(Error::from)?;
    match ctx.hall.with(|conn| appoint::appoint(conn, &mut source, &asked)) {
        Ok(password) => {
            let nama = account::canonical(ctx.field("akun"));
            let (account, world) = (find(ctx, &nama)?, ctx.present()?);
            Ok(html(account_page(ctx, &world, &account, Some(password), None)?))
        }
        Err(Error::Refused(sentence)) => Ok(host::http::refused(new_page(ctx, Some(sentence))?)),
        Err(e) => Err(e.into()),
    }
}

/// An account this administrator is responsible for; others look as if they were not there.
fn find(ctx: &Ctx, nama: &str) -> Result<Account, Problem> {
    let own = &ctx.visitor()?.instansi;
    let found = ctx.hall.with(|conn| account::find(conn, nama))?;
    found.filter(|a| own.is_empty() || a.visitor.instansi == *own).ok_or(Problem::NotFound)
}

/// `GET /pengguna/{akun}`.
pub fn account(ctx: &mut Ctx) -> Answer {
    let (account, world) = (find(ctx, ctx.param("akun"))?, ctx.present()?);
    Ok(html(account_page(ctx, &world, &account, None, None)?))
}

fn account_page(
    ctx: &Ctx,
    world: &World,
    account: &Account,
    password: Option<String>,
    error: Option<String>,
) -> Result<maud::Markup, Problem> {
    let visitor = &account.visitor;
    let totp = ctx.hall.with(|conn| totp::is_set(conn, &visitor.akun))?;
    let person = visitor.pegawai.and_then(|id| world.register.find(id));
    let page = AkunView {
        name: visitor.akun.clone(),
        full_name: visitor.lengkap.clone(),
        role: visitor.role.word().to_owned(),
        role_label: visitor.role.label().to_owned(),
        roles: roles(),
        unit: visitor.unor.clone(),
        place: place(world, &visitor.instansi, &visitor.unor),
        person: person
            .map(|i| (world.register.nama(i).to_owned(), format!("/pegawai/{}", world.register.id[i]))),
        active: account.active,
        totp,
        own: ctx.visitor()?.akun == visitor.akun,
        password,
        error,
    };
    let crumbs = [("Beranda", "/"), ("Pengguna", "/pengguna")];
    Ok(view::akun(&ctx.frame(&visitor.lengkap, &crumbs), &page))
}

/// `POST /pengguna/{akun}`: every button of its page.
pub fn act(ctx: &mut Ctx) -> Answer {
    let account = find(ctx, ctx.param("akun"))?;
    let nama = account.visitor.akun.clone();
    let world = ctx.present()?;
    let refuse = |ctx: &Ctx, sentence: String| {
        Ok(host::http::refused(account_page(ctx, &world, &account, None, Some(sentence))?))
    };
    if ctx.visitor()?.akun == nama {
        return refuse(ctx, "Ini akun Anda sendiri. Minta administrator lain mengubahnya.".into());
    }
    match ctx.field("aksi") {
        "sandi" => {
            let mut source = Source::system(ctx.hall.node.clock).map_err(Error::from)?;
            let password = ctx.hall.with(|conn| account::reset(conn, &mut source, &nama))?;
            return Ok(html(account_page(ctx, &world, &account, password, None)?));
        }
        "tutup" | "buka" => {
            let open = ctx.field("aksi") == "buka";
            ctx.hall.with(|conn| account::set_active(conn, &nama, open))?;
        }
        "lepas" => {
            ctx.hall.with(|conn| totp::drop_of(conn, &nama))?;
        }
        "peran" => {
            let Some(role) = Role::parse(ctx.field("peran")) else {
                return refuse(ctx, "Pilih peran akun ini.".into());
            };
            let unit = ctx.field("unit");
            match ctx.hall.with(|conn| appoint::reappoint(conn, &account.visitor, role, unit)) {
                Ok(()) => {}
                Err(Error::Refused(sentence)) => return refuse(ctx, sentence),
                Err(e) => return Err(e.into()),
            }
        }
        _ => return refuse(ctx, "Pilih salah satu tombol.".into()),
    }
    Ok(redirect(&format!("/pengguna/{nama}")))
}
