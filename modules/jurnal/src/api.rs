//! The journal for programs: where each stands, and its entries, the newest first.

use crate::page::tenants;
use crate::rule;
use crate::store;
use host::api::{self, Object, Operation, Schema, Scope, Shape, time};
use host::{Answer, Ctx, Problem, World};
use kernel::Subject;
use serde_json::{Value, json};

static KEPALA: Object = Object {
    name: "KepalaJurnal",
    parts: &[
        ("instansi", Schema::Text, "ID instansi BKN."),
        ("nama", Schema::Text, ""),
        ("entri", Schema::Int, "Banyaknya entri."),
        ("dicatat", Schema::Maybe(&Schema::Time), "Saat entri terakhir."),
        ("akar", Schema::Maybe(&Schema::Text), "Akar pohon RFC 6962 atas semua entri, heksadesimal."),
        ("kunci", Schema::Maybe(&Schema::Text), "Sidik kunci yang menandatangani kepala ini."),
    ],
};

static ENTRI: Object = Object {
    name: "Entri",
    parts: &[
        ("seq", Schema::Int, "Tempat dalam jurnal, dari 0."),
        ("dicatat", Schema::Time, ""),
        ("sidik", Schema::Text, "Mata rantai entri ini, heksadesimal."),
        ("musnah", Schema::Flag, "Isinya sudah dimusnahkan menurut perintah."),
        ("pencatat", Schema::Maybe(&Schema::Text), "Nama akun."),
        ("tentang", Schema::Maybe(&Schema::Word(&["pegawai", "unor", "pos", "instansi"])), ""),
        (
            "tentang_id",
            Schema::Maybe(&Schema::Text),
            "null untuk pegawai di luar wewenang, dan bila isinya disamarkan.",
        ),
        ("dokumen", Schema::Maybe(&Schema::Text), ""),
        ("pernyataan", Schema::Int, "Banyaknya pernyataan dalam entri."),
    ],
};

/// Heads.
pub static HEADS: Operation = Operation {
    name: "kepalaJurnal",
    summary: "Kepala jurnal tiap instansi: panjang, akar, dan kunci penanda tangan.",
    scope: Scope::Jurnal,
    params: &[],
    clocks: false,
    answer: Shape::Page(&KEPALA),
};

/// Entries.
pub static ENTRIES: Operation = Operation {
    name: "entriJurnal",
    summary: "Entri jurnal satu instansi, yang terbaru dahulu.",
    scope: Scope::Jurnal,
    params: &[],
    clocks: false,
    answer: Shape::Page(&ENTRI),
};

/// `GET /api/v1/jurnal`.
pub fn heads(ctx: &mut Ctx) -> Answer {
    let world = ctx.present()?;
    let mut mine = tenants(ctx, &world);
    mine.sort_unstable_by_key(|t| t.id.as_str());
    let heads = ctx.hall.with(store::heads)?;
    let (rows, next) = api::window(ctx, &mine, |t| t.id.as_str());
    let said = rows.iter().map(|t| {
        let head = heads.iter().find(|h| h.instansi == t.id);
        json!({
            "instansi": t.id,
            "nama": t.nama,
            "entri": head.map_or(0, |h| h.entries),
            "dicatat": head.map(|h| time(h.recorded)),
            "akar": head.map(|h| h.root.as_str()),
            "kunci": head.map(|h| h.key.as_str()),
        })
    });
    let said = said.collect();
    api::page(ctx, said, Some(mine.len() as u64), next)
}

/// `GET /api/v1/jurnal/{instansi}`.
pub fn entries(ctx: &mut Ctx) -> Answer {
    let world = ctx.present()?;
    let mine = tenants(ctx, &world);
    let tenant = mine.into_iter().find(|t| t.id == ctx.param("instansi")).ok_or(Problem::NotFound)?;
    let before = api::after(ctx, |text| text.parse().ok().filter(|n: &i64| *n >= 0))?.unwrap_or(i64::MAX);
    let rows = api::rows(ctx);
    let found = ctx.hall.with(|conn| store::before(conn, &tenant.id, before, rows))?;
    // Places have no gaps: before the first one there is nothing.
    let next = found.last().filter(|e| e.seq > 0).map(|e| e.seq.to_string());
    let size = world.sizes.iter().find(|s| s.0 == tenant.id).map(|s| s.1.unsigned_abs());
    api::page(ctx, found.iter().map(|e| entry(ctx, &world, e)).collect(), size, next)
}

fn entry(ctx: &Ctx, world: &World, stored: &store::Stored) -> Value {
    let entry = stored.entry.as_ref();
    let masked = entry.is_some_and(host::sight::guarded);
    let (about, id) = entry.map_or((None, None), |e| subject(ctx, world, &e.subject));
    json!({
        "seq": stored.seq,
        "dicatat": time(stored.recorded),
        "sidik": stored.link,
        "musnah": entry.is_none(),
        "pencatat": entry.map(|e| e.actor.as_str()),
        "tentang": about,
        "tentang_id": id.filter(|_| !masked),
        "dokumen": entry.filter(|_| !masked).map(|e| rule::document(&e.document)),
        "pernyataan": entry.map_or(0, |e| e.acts.len()),
    })
}

/// What an entry is about; people one may not see stay without an id.
fn subject(ctx: &Ctx, world: &World, subject: &Subject) -> (Option<&'static str>, Option<String>) {
    match subject {
        Subject::Pegawai(id) => {
            let seen = world.register.find(*id).is_some_and(ctx.sees(world));
            (Some("pegawai"), seen.then(|| id.to_string()))
        }
        Subject::Unor(id) => (Some("unor"), Some(id.clone())),
        Subject::Pos(id) => (Some("pos"), Some(id.clone())),
        Subject::Instansi => (Some("instansi"), None),
    }
}
