//! `/langkah-pertama/riwayat-lengkap`: which kinds of history the instansi declares complete, by which document.

use super::lengkap_view::{self as view, LengkapView};
use crate::rule::{LENGKAP, declared};
use host::record::{Draft, Unrecorded};
use host::{Answer, Ctx, Problem, World, html, http, redirect};
use kernel::typed::{Salah, TypedDocument};
use kernel::{Act, Fact, Field, Kind, Subject, Value};

const HERE: &str = "/langkah-pertama/riwayat-lengkap";

/// `GET /langkah-pertama/riwayat-lengkap`.
pub fn form(ctx: &mut Ctx) -> Answer {
    let world = ctx.present()?;
    let instansi = wanted(ctx, &world, ctx.query("instansi"))?;
    let typed =
        TypedDocument { jenis: "Surat Pernyataan".into(), bobot: "surat".into(), ..Default::default() };
    let lengkap = world.organisation(&instansi).map_or(Vec::new(), |o| o.lengkap.clone());
    let view = gather(ctx, &world, &instansi, &lengkap, typed)?;
    Ok(html(view::lengkap(&frame(ctx), &view)))
}

/// `POST /langkah-pertama/riwayat-lengkap`.
pub fn record(ctx: &mut Ctx) -> Answer {
    let world = ctx.present()?;
    let instansi = wanted(ctx, &world, ctx.field("instansi"))?;
    let text = declared(ctx.form.iter().filter(|p| p.0 == "jenis").map(|p| p.1.as_str()));
    let kinds: Vec<Kind> = text.split(", ").filter_map(Kind::from_name).collect();
    let typed = TypedDocument::read(|name| ctx.field(name));
    let mut errors: Vec<Salah> = Vec::new();
    let document = typed.document(ctx.hall.today(), &mut errors);
    let mut view = LengkapView { errors, ..gather(ctx, &world, &instansi, &kinds, typed)? };
    if !view.errors.is_empty() {
        return Ok(http::refused(view::lengkap(&frame(ctx), &view)));
    }
    let fact = Fact::new(Kind::Instansi, document.tanggal, [(Field::InstansiLengkap, Value::text(&text))]);
    let draft = Draft {
        instansi: instansi.clone(),
        actor: ctx.visitor()?.akun.clone(),
        subject: Subject::Instansi,
        document,
        acts: vec![(Act::Perubahan, fact)],
        alasan: String::new(),
        based_on: ctx.field("dasar").parse().unwrap_or(usize::MAX),
    };
    match ctx.hall.record(draft) {
        Ok(_) => Ok(redirect(&web::url::link(HERE, &[("instansi", &instansi)]))),
        Err(Unrecorded::Failed(e)) => Err(e.into()),
        Err(Unrecorded::Moved | Unrecorded::Taken(_)) => {
            view.moved = true;
            Ok(http::refused(view::lengkap(&frame(ctx), &view)))
        }
    }
}

fn frame(ctx: &Ctx) -> web::Frame {
    ctx.frame("Riwayat yang lengkap", &[("Beranda", "/"), ("Langkah pertama", "/langkah-pertama")])
}

/// The instansi named, else the one that heads the visitor's pages; never somebody else's.
fn wanted(ctx: &Ctx, world: &World, asked: &str) -> Result<String, Problem> {
    let visitor = ctx.visitor()?;
    let own = |id: &str| visitor.instansi.is_empty() || visitor.instansi == id;
    let found = match asked {
        "" => visitor.home(&world.tenants),
        id => world.tenants.iter().find(|t| t.id == id && own(id)),
    };
    found.map(|t| t.id.clone()).ok_or(Problem::NotFound)
}

fn gather(
    ctx: &Ctx,
    world: &World,
    instansi: &str,
    lengkap: &[Kind],
    document: TypedDocument,
) -> Result<LengkapView, Problem> {
    let own = |conn: &mut store::Conn| store::organisation::ledger(conn, instansi, &Subject::Instansi);
    let based_on = ctx.hall.with(own)?.0.heads().len();
    let named = world.tenants.iter().find(|t| t.id == instansi).map_or("", |t| t.nama.as_str());
    let kind = |kind: Kind| (kind.info().name, kind.info().label, lengkap.contains(&kind));
    Ok(LengkapView {
        instansi: named.to_owned(),
        instansi_id: instansi.to_owned(),
        kinds: LENGKAP.map(kind).to_vec(),
        document,
        errors: Vec::new(),
        moved: false,
        based_on,
    })
}
